"""Clauses whose ties the parser mistakes: after "a day after" and the like, and before a semicolon.

Of "a day after a jirga had flown to Kabul" it makes "a day after a jirga" and a clause without a subject,
which then seems to have that of the main clause. Of "Kyiv offered a truce; Moscow rejected it" it makes the
first clause what Moscow rejected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = frozenset({"after", "before", "since", "until"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: What may stand between a subject and its verb.
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})


def rehang_subjects(doc: Doc) -> None:
    """Hang the object of "after" on the finite verb right behind it that has no subject; changes `doc`."""
    for token in doc:
        if token.lower_ in _LEADING and token.dep_ == "prep":
            noun = next((c for c in token.children if c.dep_ == "pobj" and c.i > token.i), None)
            verb = _verb_behind(noun) if noun is not None else None
            if noun is not None and verb is not None:
                passive = any(c.dep_ == "auxpass" for c in verb.children)
                token.head, token.dep_ = verb, "mark"
                noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def part_at_semicolons(doc: Doc) -> None:
    """Make a sentence before a semicolon none of what follows takes for content; changes `doc` in place."""
    for token in doc:
        over = token.head
        if token.dep_ != "ccomp" or token.i > over.i or token.pos_ not in {"VERB", "AUX"}:
            continue
        parted = any(c.text == ";" and token.i < c.i < over.i for c in over.children)
        if parted and all(any(c.dep_ in _SUBJECTS for c in verb.children) for verb in (token, over)):
            token.dep_ = "parataxis"


def _verb_behind(noun: Token) -> Token | None:
    """Return the finite verb of a clause, right behind a noun phrase, that lacks a subject."""
    at = noun.right_edge.i + 1
    first = noun.doc[at] if at < len(noun.doc) else None
    if first is None:
        return None
    verb = first.head if first.dep_ in _BETWEEN else first
    if verb.pos_ != "VERB" or verb.dep_ not in {"advcl", "relcl", "ccomp"} or verb.i < at:
        return None
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ == "aux" and c.i >= at for c in verb.children)
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    timed = any(c.dep_ == "npadvmod" and c.is_ancestor(noun) for c in verb.children)
    return verb if finite and timed and not own else None
