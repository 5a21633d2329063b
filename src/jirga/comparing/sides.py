"""Whether somebody in the record is a side as another table names it.

A side is known by its entity ("Jama'atu Ahlis Sunna …", "TTP: Tehreek-i-Taliban Pakistan"), or by what kind
of body it is and of which country: "Government of Nigeria", "Military Forces of Nigeria (2015-)" a state's,
"Civilians" civilians, "Protesters (Pakistan)" a crowd, others an armed group or a people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from jirga.lexicon.entities import entities
from jirga.model import Participant

#: Sectors of whoever acts for a state, of whoever fights outside one, of who is a civilian in UCDP's sense.
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY"})
_ARMED = frozenset({"REB", "CRM", "PRM"})
_NOBODY = frozenset({"CVL", "EDU", "MED", "HLH", "BUS", "AGR", "LAB", "REF", "REL", "SOC", "JRN"})
_CROWD = _NOBODY | {"OPP", "PTY"}
_SECTORS = {"state": _STATE, "civilians": _NOBODY, "crowd": _CROWD, "group": _ARMED}

_OF_STATE = re.compile(r"(?:Government|(?:Military|Police|Security) Forces) of (?:the )?(.+)")
_ARMED_NAME = re.compile(r"Forces|Militia|Armed Group|Rebels|Army|Front|Gunmen")
_CROWDS = ("Protesters", "Rioters", "Demonstrators")


@dataclass(frozen=True, slots=True)
class Side:
    """A side: its kind, its countries (none: that of the event), the ids of its name, a people's names."""

    kind: Literal["state", "civilians", "crowd", "group", "people"]
    countries: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    peoples: tuple[str, ...] = ()


@cache
def side(name: str) -> Side:
    """Return what is known of a side of this name."""
    bare = re.sub(r"\s*\([^)]*\)", "", name).strip()
    if bare.startswith("Civilians"):
        return Side("civilians")
    if bare.startswith(_CROWDS):
        return Side("crowd")
    if of_state := _OF_STATE.fullmatch(bare):
        known = entities()
        found = [known.standing(id_) for id_ in _ids(of_state[1])]
        return Side("state", frozenset(one.country for one in found if one.country and one.kind == "state"))
    return _group(bare, name)


def _group(bare: str, name: str) -> Side:
    known = entities()
    parts = [part.strip() for part in re.split(r"\s+-\s+|:\s+", bare)]
    ids = [id_ for part in dict.fromkeys((bare, *parts)) for id_ in _ids(part)]
    ids = [id_ for id_ in ids if known.standing(id_).kind in ("group", "party", "organisation")]
    if ids or bare.isupper() or _ARMED_NAME.search(bare):
        return Side("group", ids=frozenset(ids))
    plain = re.sub(r"\(.*?\)|\bSupporters of\b", "", name)
    return Side("people", peoples=tuple(one.strip().casefold() for one in plain.split(",") if one.strip()))


def _ids(name: str) -> list[str]:
    """The ids that the whole of a name stands for."""
    found = entities().find(name)
    return [id_ for match in found if match.end - match.start == len(name) for id_ in match.ids]


def is_side(one: Participant, name: str, country: str | None) -> bool:
    """Whether a participant is the side of this name of an event in `country`."""
    of = side(name)
    sectors = {one.sector or "", *one.other_sectors}
    if is_named(one, name):
        return True
    if of.kind == "people":
        return any(word in one.mention.quote.casefold() for word in of.peoples) or (
            one.entity is None and one.country == country and bool(sectors & _ARMED)
        )
    if one.country is None or one.country not in (of.countries or {country}):
        return False
    return bool(sectors & _SECTORS[of.kind]) or (of.kind == "state" and not sectors - {""})


def is_named(one: Participant, name: str) -> bool:
    """Whether a participant is known to be this very entity, and not only somebody of its kind."""
    return one.entity is not None and one.entity in side(name).ids


def matched(told: Iterable[Participant], names: Sequence[str], country: str | None) -> frozenset[int]:
    """Return which of two sides (0, 1) some participant is; one participant is one side."""
    fits = [{at for at, name in enumerate(names) if is_side(one, name, country)} for one in told]
    alone = {at for fit in fits for at in fit}
    both = any(
        0 in left and 1 in right for i, left in enumerate(fits) for j, right in enumerate(fits) if i != j
    )
    return frozenset(alone if both or len(alone) < 2 else {min(alone)})
