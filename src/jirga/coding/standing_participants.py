"""Who the parties of a relation are: their participants, what "the group" stands for, who led before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.parts import Parts
from jirga.coding.roles import RoleFinder
from jirga.coding.roles_held import PARTS
from jirga.coding.slots import phrase
from jirga.coding.standing import BODIES, CAPTIVES
from jirga.coding.standing_parties import FELLOWS
from jirga.coding.syntax import objects
from jirga.lexicon.cues import word_set
from jirga.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.drafts import RelationDraft
    from jirga.language import Mention

#: Nouns by which a text goes on speaking of the armed group or party that it has named.
_AGAIN = word_set("group movement party outfit organisation organization militia")


def parties(parts: Parts, roles: RoleFinder, tokens: Sequence[Token], kind: str) -> tuple[Participant, ...]:
    """Return the participants that tokens stand for; a noun that the lexicon lacks stands for itself."""
    found: dict[Span, Participant] = {}
    for token in tokens:
        told = _whole(token, roles.participants(token)[:1]) or _bare(parts, token)
        for one in told or (_banned(parts, token) if kind == "banned_by" else []):
            named = _again(parts, token, one)
            held = kind == "holds" and _is_people(token)  # suspects of a group are not the group
            found.setdefault(
                one.mention, replace(named, name=one.mention.quote, entity=None) if held else named
            )
    return tuple(found.values())


def led_before(
    parts: Parts, roles: RoleFinder, draft: RelationDraft, led: Mapping[str, Participant]
) -> tuple[Participant, ...]:
    """Return what somebody takes over that the text does not tell again: "Noor Wali Mehsud succeeds him".

    That is what the predecessor was told to lead (`led`, by entity), else the armed group or party last named
    in the paragraph; probable, not told.
    """
    tokens = [*objects(draft.trigger), *draft.actor]
    before = (p.entity for p in parties(parts, roles, tokens, draft.type) if p.entity)
    found = next((led[entity] for entity in before if entity in led), None)
    if found is not None:
        return (replace(found, certainty="probable"),)
    named = _named_before(parts, draft.trigger)
    return (_probably(parts, named),) if named is not None else ()


def another_body(parts: Parts, draft: RelationDraft, actor: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the other body of the sentence that "its leader" may be of: nobody pledges himself to himself.

    "The TTP stands apart from the Afghan Taliban but has pledged allegiance to its leader": probable.
    """
    own = {p.entity for p in actor}
    sentence = draft.trigger.sent
    named = [
        m
        for m in parts.analysis.mentions
        if sentence.start_char <= m.start < draft.trigger.idx and m.kind == "name" and m.entity not in own
    ]
    bodies = [m for m in named if m.entity_kind in {"group", "party", "government"}]
    by_pronoun = any(c.lower_ in {"its", "their"} for t in draft.recipient for c in t.children)
    return (_probably(parts, bodies[-1]),) if bodies and by_pronoun else ()


def _whole(token: Token, found: list[Participant]) -> list[Participant]:
    """Leave out who the noun only belongs to: a chapter of a group is not it, nor its partners."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and (lemma in PARTS | BODIES | FELLOWS or _is_people(token)):
        found = [p for p in found if p.mention.start <= token.idx < p.mention.end]
    return found


def _is_people(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ == "NOUN" and lemma in CAPTIVES and lemma not in BODIES


def _banned(parts: Parts, token: Token) -> list[Participant]:
    """ "It", where only a group or party can be meant: the one last named in the paragraph."""
    named = _named_before(parts, token) if token.lower_ == "it" else None
    if named is None:
        return []
    here = Span.of(parts.text, token.idx, token.idx + len(token))
    return [replace(_probably(parts, named), mention=here)]


def _bare(parts: Parts, token: Token) -> list[Participant]:
    if token.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return []
    start, end = phrase(token)
    return [Participant(parts.text[start:end], Span.of(parts.text, start, end))]


def _again(parts: Parts, token: Token, found: Participant) -> Participant:
    """ "The group" as the one armed group or party named in the paragraph, or in the one before."""
    plain = {c.lower_ for c in token.children if c.dep_ not in {"case", "punct"}} <= {"the"}
    if found.entity is not None or token.lemma_.lower() not in _AGAIN or token.tag_ != "NN" or not plain:
        return found
    if not any(c.lower_ == "the" for c in token.children):
        return found
    named = _named_before(parts, token, back=1)
    return replace(_probably(parts, named), mention=found.mention) if named is not None else found


def _named_before(parts: Parts, at: Token, back: int = 0) -> Mention | None:
    """The armed group or party last named before a word in its paragraph, or in up to `back` before it.

    In an earlier paragraph only where it is the only one named there.
    """
    text, end = parts.text, at.idx
    mark = "\n\n" if "\n\n" in text else "\n"
    start = text.rfind(mark, 0, end) + 1
    for step in range(back + 1):
        named = [
            m
            for m in parts.analysis.mentions
            if start <= m.start < end and m.kind == "name" and m.entity_kind in {"group", "party"}
        ]
        if named:
            return named[-1] if step == 0 or len({m.entity for m in named}) == 1 else None
        start, end = text.rfind(mark, 0, max(start - 1, 0)) + 1, start
    return None


def _probably(parts: Parts, one: Mention) -> Participant:
    span = Span.of(parts.text, one.start, one.end)
    found = Participant(one.name, span, one.entity, one.country, one.sector, one.other_sectors, one.wikidata)
    return replace(found, certainty="probable")
