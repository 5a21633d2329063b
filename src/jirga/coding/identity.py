"""Participants under their entity's own name, and as they stood on the day of the event.

A state that acts or is dealt with is its government: "Pakistan", "Islamabad", "Pakistan's government" meet.

The Afghan Taliban of 2020 are an armed group, those of 2022 a government: what counts is the event's day, the
day of publication only where the event has none.
"""

from __future__ import annotations

from dataclasses import replace

from jirga.errors import NotFoundError
from jirga.lexicon.entities import Standing, entities
from jirga.model import Participant


def as_of(
    participants: tuple[Participant, ...], published: str | None, day: str | None
) -> tuple[Participant, ...]:
    """Return the participants as they stood on `day` (ISO), named as the lexicon names them.

    `published` is the day that their present country and sector were looked up for. What the text itself
    lent a mention ("Pakistani Taliban commanders") stays.
    """
    return tuple(_as_of(p, published, day) for p in participants)


def _as_of(participant: Participant, published: str | None, day: str | None) -> Participant:
    before = _standing(participant.entity, published)
    if before is None:
        return participant
    named = replace(participant, name=before.name, wikidata=participant.wikidata or before.wikidata)
    now = _standing(participant.entity, day) if day else None
    if now is None or (participant.country, participant.sector) != (before.country, before.sector):
        return named
    return replace(named, country=now.country, sector=now.sector, other_sectors=now.other_sectors)


def governing(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the participants with the government of each state in that state's stead."""
    return tuple(_governing(one) for one in participants)


def _governing(participant: Participant) -> Participant:
    state = _standing(participant.entity, None)
    if state is None or state.kind != "state":
        return participant
    own = entities().standing(f"{state.id}-government")
    return replace(participant, entity=own.id, name=own.name, sector=own.sector, wikidata=own.wikidata)


def _standing(entity: str | None, day: str | None) -> Standing | None:
    if entity is None or entity.startswith("x-"):
        return None
    try:
        return entities().standing(entity, day[:10] if day and len(day) >= 10 else None)
    except NotFoundError:
        return None
