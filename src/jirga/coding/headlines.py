"""Headlines, which leave out "was": whom "Soldier killed in raid" befell, and who signs behind a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that always have an object: without one, whoever stands before them suffered it.
_BEFALLING = frozenset({"kill", "wound", "injure", "abduct", "kidnap"})
#: Verbs whose participle may stand before that of a verb of harm.
_REPORTING = frozenset({"report", "fear", "believe", "presume", "say", "confirm", "declare", "allege"})
#: What stands before the source of a headline; how many words that has at most, less one.
SIGNS, _LONGEST_SIGNATURE = frozenset({"-", "--", "–", "—", ":"}), 6
_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})


def headline_passive(verb: Token) -> bool:
    """Whether a verb of harm without an object tells whom it befell: "Soldier killed in raid"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in _BEFALLING:
        return False
    if verb.dep_ == "acl":
        suffers = verb.head.i < verb.i
    elif verb.dep_ in {"xcomp", "oprd"}:  # "five soldiers reported killed"
        over = verb.head
        suffers = over.lemma_ in _REPORTING and over.tag_ in {"VBD", "VBN"} and over.i + 1 == verb.i
    else:
        suffers = verb.dep_ in {"ROOT", "ccomp", "advcl", "conj"} and _own_subject(verb)
    done_to = (
        c for v in (verb, *_joined(verb)) for c in v.children if c.dep_ in {"dobj", "obj"} or c.pos_ == "NUM"
    )
    return (
        suffers
        and not any(c.dep_ == "aux" for c in verb.children)
        and all(c.i < verb.i or is_signature(c) for c in done_to)
    )


def _joined(verb: Token) -> list[Token]:
    """The verbs coordinated with this one that share its subject ("killed and wounded 12")."""
    return [c for c in verb.children if c.dep_ == "conj" and not _own_subject(c)]


def is_signature(token: Token) -> bool:
    """Whether a phrase signs a headline: behind a dash or a colon, the last of a line without a full stop."""
    first, last = _beginning(token), token.right_edge
    if first == 0 or token.doc[first - 1].text not in SIGNS or last.i - first >= _LONGEST_SIGNATURE:
        return False
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return (after is None or "\n" in after.text) and not last.is_punct


def _beginning(noun: Token) -> int:
    """Where a noun's phrase begins, at the latest behind a sign: the parse may hang all before that on it."""
    first = noun.i
    while first > noun.left_edge.i and noun.doc[first - 1].text not in SIGNS:
        first -= 1
    return first


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS and c.pos_ != "VERB" for c in verb.children)
