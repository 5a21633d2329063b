"""Whose time an event shares that has none of its own: its governing verb's, or that of the clause it joins.

"On Friday they stormed the post and took two guards": both on Friday. "In March the rebels made efforts to
release them": the release too. A time does not pass a reporting word or another event, except to what is
joined with it, and never back over "after", "before", "until", "since", "if" or "because".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.lexicon.agents import agent
from jirga.lexicon.cues import cue, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How a word hangs on a verb (or its preposition) whose time is also its own.
_HELD = word_set("xcomp dobj obj attr acomp oprd prep pobj pcomp nsubj nsubjpass acl agent prt")
#: What joins a clause to another at the same time.
_MEANWHILE = word_set("as while when where whereupon with and")
#: What puts a clause or phrase before or after another.
_BOUNDS = word_set("after before until till since following within upon")
_OTHERWISE = word_set("later since afterwards afterward eventually meanwhile soon once now")
#: Determiners of an event that the reader knows already.
_KNOWN = word_set("the this that these those his her its their")
_BREAKS = frozenset({";", ":"})


def hosts(token: Token, others: set[int]) -> Iterator[tuple[Token, bool]]:
    """Yield the words whose times `token` shares, nearest first, and whether the time must stand before it.

    `others` are the tokens of other events and of reporting words.
    """
    current, joined = token, False
    while current.head is not current:
        step = _step(current, others)
        if step is None:
            break
        joined = joined or step
        if joined and _apart(token, current.head):
            return
        yield current.head, step
        current = current.head
    yield from ((one, False) for one in _joined_after(token))
    yield from ((one, False) for one in _when_it_was(token))
    yield from ((one, False) for one in _told_of_the_means(token, others))
    if not _apart(token, None):
        yield from ((one, True) for one in _clauses_before(current))


def _when_it_was(verb: Token) -> Iterator[Token]:
    """Yield the clause that says at what it happened: "nine were killed when militants struck on Friday"."""
    joined = [c for c in verb.rights if c.dep_ == "conj"]
    for word in (verb, *joined, *([verb.head] if verb.dep_ == "conj" else [])):
        for child in word.rights:
            told = child.dep_ == "advcl" and child.tag_ in {"VBD", "VBN"}
            if told and any(c.lower_ == "when" for c in child.lefts):
                yield child


def _step(current: Token, others: set[int]) -> bool | None:
    """Return whether a time on the head of `current` must precede it; None where it does not pass down."""
    head = current.head
    if current.dep_ == "conj":
        return True if head.pos_ in {"VERB", "AUX"} else None
    if current.dep_ == "advcl":
        return True if _meanwhile(current) else None
    if head.i in others or current.dep_ not in _HELD:
        return None
    if head.pos_ == "VERB" and current.pos_ == "NOUN" and not _carried(current):
        return None
    return None if head.pos_ == "ADP" and head.lower_ in _BOUNDS else False


def _carried(noun: Token) -> bool:
    """Whether an event noun is what its verb brings about, not a known event that the verb is about."""
    if cue("verb", noun.head.lemma_) is not None:
        return False
    return noun.dep_ in {"nsubj", "nsubjpass"} or not any(c.lower_ in _KNOWN for c in noun.children)


def _meanwhile(clause: Token) -> bool:
    marks = [c for c in clause.lefts if c.dep_ == "mark" or c.tag_ == "WRB"]
    return bool(marks) and all(mark.lower_ in _MEANWHILE for mark in marks)


def _apart(verb: Token, other: Token | None) -> bool:
    """Whether a verb tells its own time beside the one joined to it: by its tense, or "later", "since"."""
    if any(c.lower_ in _OTHERWISE or (c.dep_ == "prep" and c.lower_ in _BOUNDS) for c in verb.children):
        return True
    if any(c.tag_ == "MD" for c in verb.lefts):
        return other is None or not any(c.tag_ == "MD" for c in other.lefts)
    return _present(verb) and (other is None or not _present(other))


def _present(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP"} for c in verb.lefts
    )


def _joined_after(verb: Token) -> Iterator[Token]:
    """Yield the verbs joined to `verb` under its subject: "killed one and wounded six on Monday"."""
    for child in verb.children:
        plain = child.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        if plain and not _broken(verb, child):
            yield child


def _told_of_the_means(verb: Token, others: set[int]) -> Iterator[Token]:
    """Yield what the means of a deed did: "the rockets that fell on Tuesday killed nine"."""
    for subject in verb.children:
        if subject.dep_ == "nsubj" and subject.pos_ == "NOUN" and agent(subject.text) is None:
            yield from (
                c for c in subject.rights if c.dep_ == "relcl" and c.i not in others and not _present(c)
            )


def _broken(one: Token, other: Token) -> bool:
    return any(token.text in _BREAKS for token in one.doc[one.i : other.i])


def _clauses_before(root: Token) -> Iterator[Token]:
    """Yield the clause before a semicolon or colon that the sentence goes on from."""
    for child in root.lefts:
        if child.dep_ in {"ccomp", "parataxis"} and child.pos_ in {"VERB", "AUX"} and _broken(child, root):
            yield child
