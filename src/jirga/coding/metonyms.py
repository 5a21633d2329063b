"""Capitals that stand for their governments where they take part in a deed: "urged Rabat to free them"."""

from __future__ import annotations

from dataclasses import replace

from jirga.lexicon.entities import entities
from jirga.model import Participant

#: Deeds done to the city itself, and to those who are in it.
_TO_THE_CITY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})


def as_governments(
    parties: tuple[Participant, ...], type_: str, *, recipient: bool
) -> tuple[Participant, ...]:
    """Return the parties of a deed of that type, capitals among them as the governments they stand for.

    A capital that acts is its government; one that suffers a deed of force, or is where troops go, is a city.
    """
    if recipient and type_ in _TO_THE_CITY:
        return parties
    return tuple(_government(party) or party for party in parties)


def _government(party: Participant) -> Participant | None:
    if party.entity is not None or party.sector is not None or party.country is None:
        return None
    found = [match for match in entities().find(party.mention.quote) if match.form == "capital"]
    if not found or (found[0].start, found[0].end) != (0, len(party.mention.quote)):
        return None
    standing = entities().standing(found[0].ids[0])
    if standing.country != party.country:
        return None
    return replace(party, entity=standing.id, sector=standing.sector, wikidata=standing.wikidata)
