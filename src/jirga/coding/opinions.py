"""Whose view a judgement is: "For the army, the raid was a success", "To Islamabad it meant surrender".

What such a clause judges is the author's to tell; how it is judged is only theirs who stand at its head.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build
from jirga.coding.sources import speaks
from jirga.lexicon.cues import COMMITMENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: What may be said of a thing: a noun, an adjective, a clause ("meant that they would leave").
_JUDGEMENTS = frozenset({"attr", "acomp", "ccomp", "dobj"})


def opinions(analysis: Analysis) -> Iterator[Attribution]:
    """Yield the judgements that a clause's first words give to somebody."""
    for token in analysis.doc:
        if token.lower_ in {"for", "to"} and token.dep_ == "prep" and _opens(token):
            yield from _judged(analysis, token)


def _opens(prep: Token) -> bool:
    """Whether a preposition opens its sentence, or a part of it that a semicolon or "but" begins."""
    if prep.i == prep.sent.start:
        return True
    before = prep.nbor(-1)
    return before.text == ";" or (before.dep_ == "cc" and before.i == before.sent.start)


def _judged(analysis: Analysis, prep: Token) -> Iterator[Attribution]:
    who = next((c for c in prep.children if c.dep_ == "pobj"), None)
    held = _held(analysis, who) if who is not None else None
    judged = _judgement(prep.head)
    if held is None or judged is None or judged.i < prep.i:
        return
    made = build(
        analysis,
        kind="according",
        cue_head=prep,
        cue=(prep.idx, prep.idx + len(prep)),
        source=held,
        content={t.i for t in judged.subtree},
        commitment=COMMITMENTS["say"],
    )
    if made is not None:
        yield made


def _held(analysis: Analysis, noun: Token) -> Token | None:
    """Who judges: the noun, or the name that the parse took for a part of it ("To Kabul peace was")."""
    if speaks(analysis, noun) and noun.lower_ not in {"this", "that", "it"}:
        return noun
    before = next((c for c in noun.children if c.dep_ == "compound" and c.ent_type_), None)
    return before if before is not None and speaks(analysis, before) else None


def _judgement(verb: Token) -> Token | None:
    """What a verb of being or meaning says of its subject, where that is no count: "the third such raid"."""
    if verb.lemma_ not in {"be", "mean", "remain"}:
        return None
    found = next((c for c in verb.children if c.dep_ in _JUDGEMENTS and c.i > verb.i), None)
    if found is None or (verb.lemma_ != "mean" and found.dep_ in {"dobj", "ccomp"}):
        return None
    counted = any(c.ent_type_ == "ORDINAL" or c.tag_ in {"JJS", "CD"} for c in found.children)
    return None if counted else found
