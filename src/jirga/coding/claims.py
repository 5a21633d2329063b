"""Reported speech whose cue is a noun or an adjective: "the army's claim that P", "is confident that P"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build
from jirga.coding.clauses import performed, subject_of
from jirga.lexicon.cues import cue, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_DENYING = word_set("deny reject dismiss refute rebut dispute repudiate")


def by_noun(analysis: Analysis, noun: Token) -> Iterator[Attribution]:
    """Yield what a noun hands over: "the army's claim that P", "reports that P", "allegations of P"."""
    found = cue("noun", noun.lemma_.lower())
    if found is None:
        return
    clause = next((c for c in noun.children if _is_that_clause(c)), None) or _deed(noun, found.kind)
    holder = _holder(noun)
    if clause is None or (holder is None and noun.dep_ in {"dobj", "nsubjpass"} and denied_claim(noun.head)):
        return  # "rejected the claim that P" is the denier's alone
    made = build(
        analysis,
        kind="noun",
        cue_head=noun,
        cue=(noun.idx, _cue_end(noun, clause)),
        source=holder,
        content={t.i for t in clause.subtree},
        commitment=found.commitment,
        asserted=not any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children),
    )
    if made is not None:
        yield made


def _cue_end(noun: Token, content: Token) -> int:
    """The end of the cue: of the noun, or of the preposition right after it that leads to its content."""
    after = content.head
    last = after if after.dep_ == "prep" and after.head == noun and after.i == noun.i + 1 else noun
    return last.idx + len(last)


def _deed(noun: Token, kind: str) -> Token | None:
    """What a claim, fear or demand is of: "allegations of torture", "calls for talks"."""
    if kind not in _OF_DEEDS and noun.lower_ != "reports":
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "about"}:
            found = (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
            return next((c for c in found if c.lower_ != "comment"), None)
    return None


def _is_that_clause(child: Token) -> bool:
    """A finite clause with "that" as its mark; a relative one ("that" is subject or object) is none."""
    return child.dep_ in {"acl", "ccomp", "relcl"} and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in child.children
    )


def _holder(noun: Token) -> Token | None:
    """Whose claim it is: the possessor, "by X", "from X", or the subject of "made the claim that"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        if verb.pos_ == "VERB" and verb.lemma_ in _MAKING:
            return subject_of(verb)
    return None


_OF_DEEDS = word_set("claim suspect suggest fear wish demand expect act deny")
_MAKING = word_set("make issue voice express have repeat give offer share lodge raise file")


def by_adjective(analysis: Analysis, adjective: Token) -> Iterator[Attribution]:
    """Yield what an adjective hands over: "X is confident that P"."""
    found = cue("adj", adjective.lemma_.lower())
    clause = next((c for c in adjective.children if c.dep_ == "ccomp"), None)
    verb = adjective.head
    if found is None or clause is None or adjective.dep_ != "acomp":
        return
    source = subject_of(verb)
    if source is None or source.lower_ == "it":
        return
    made = build(
        analysis,
        kind="reported",
        cue_head=adjective,
        cue=(verb.idx, adjective.idx + len(adjective)) if verb.i < adjective.i else (adjective.idx, verb.idx),
        source=source,
        content={t.i for t in clause.subtree},
        commitment=found.commitment,
        asserted=performed(verb),
    )
    if made is not None:
        yield made


def denied_claim(verb: Token) -> bool:
    """Return whether a verb denies what somebody claims ("dismissed reports that P")."""
    if verb.lemma_.lower() not in _DENYING:
        return False
    things = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    return any(cue("noun", c.lemma_.lower()) and any(map(_is_that_clause, c.children)) for c in things)
