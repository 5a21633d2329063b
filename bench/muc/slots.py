"""The slots of a MUC-4 template: their names, what kind of fill each takes, what it cross-refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "location", "set", "string", "number"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot as TASKDOC/templ-doc-basic/template-doc-part1.v7 defines it (sections 2, 6 and 7)."""

    name: str
    kind: Kind


#: The scored slots in the templates' order. MESSAGE: ID and MESSAGE: TEMPLATE index and are not scored.
SLOTS: tuple[Slot, ...] = (
    Slot("INCIDENT: DATE", "date"),
    Slot("INCIDENT: LOCATION", "location"),
    Slot("INCIDENT: TYPE", "set"),
    Slot("INCIDENT: STAGE OF EXECUTION", "set"),
    Slot("INCIDENT: INSTRUMENT ID", "string"),
    Slot("INCIDENT: INSTRUMENT TYPE", "set"),
    Slot("PERP: INCIDENT CATEGORY", "set"),
    Slot("PERP: INDIVIDUAL ID", "string"),
    Slot("PERP: ORGANIZATION ID", "string"),
    Slot("PERP: ORGANIZATION CONFIDENCE", "set"),
    Slot("PHYS TGT: ID", "string"),
    Slot("PHYS TGT: TYPE", "set"),
    Slot("PHYS TGT: NUMBER", "number"),
    Slot("PHYS TGT: FOREIGN NATION", "set"),
    Slot("PHYS TGT: EFFECT OF INCIDENT", "set"),
    Slot("PHYS TGT: TOTAL NUMBER", "number"),
    Slot("HUM TGT: NAME", "string"),
    Slot("HUM TGT: DESCRIPTION", "string"),
    Slot("HUM TGT: TYPE", "set"),
    Slot("HUM TGT: NUMBER", "number"),
    Slot("HUM TGT: FOREIGN NATION", "set"),
    Slot("HUM TGT: EFFECT OF INCIDENT", "set"),
    Slot("HUM TGT: TOTAL NUMBER", "number"),
)
NAMES: tuple[str, ...] = tuple(slot.name for slot in SLOTS)

#: A response template may be mapped to one of the key only where their incident types match at least in part
#: and a fill of one of these does.
IDENTIFYING: tuple[str, ...] = (
    "PERP: INDIVIDUAL ID",
    "PERP: ORGANIZATION ID",
    "PHYS TGT: ID",
    "HUM TGT: NAME",
    "HUM TGT: DESCRIPTION",
)

#: Slots that an incident type has not (template-skeletons.v3): an asterisk in the key, never scored.
INAPPLICABLE: Mapping[str, frozenset[str]] = {
    "ARSON": frozenset({"INCIDENT: INSTRUMENT ID", "INCIDENT: INSTRUMENT TYPE"}),
    "KIDNAPPING": frozenset(
        {"INCIDENT: INSTRUMENT ID", "INCIDENT: INSTRUMENT TYPE"}
        | {name for name in NAMES if name.startswith("PHYS TGT")}
    ),
}

#: Set fill → the more general one above it. The instruments are hierarchical by the documentation (7.8), the
#: confidence by its indented list (7.12). That ATTACK stands above the other types is our reading of its
#: note (7.5: only where an incident falls into none of the others).
ABOVE: Mapping[str, str] = {
    "MACHINE GUN": "GUN",
    "MORTAR": "GUN",
    "HANDGUN": "GUN",
    "RIFLE": "GUN",
    "BOMB": "EXPLOSIVE",
    "VEHICLE BOMB": "BOMB",
    "DYNAMITE": "BOMB",
    "MINE": "BOMB",
    "AERIAL BOMB": "BOMB",
    "GRENADE": "EXPLOSIVE",
    "MOLOTOV COCKTAIL": "EXPLOSIVE",
    "MISSILE": "PROJECTILE",
    "ROCKET": "PROJECTILE",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED",
    "BOMBING": "ATTACK",
    "KIDNAPPING": "ATTACK",
    "ARSON": "ATTACK",
    "HIJACKING": "ATTACK",
    "ROBBERY": "ATTACK",
    "FORCED WORK STOPPAGE": "ATTACK",
}


def general(fill: str) -> tuple[str, ...]:
    """Return the fills above a set fill, nearest first: VEHICLE BOMB → BOMB, EXPLOSIVE."""
    found: list[str] = []
    while fill in ABOVE:
        fill = ABOVE[fill]
        found.append(fill)
    return tuple(found)
