"""A truce as a composite entry: every field with its statements, what differs side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: How a truce stood when it was last told. What is only demanded, offered or conditional is `offered`.
TruceStatus = Literal[
    "offered",
    "refused",
    "announced",
    "in force",
    "extended",
    "ended",
    "collapsed",
    "expired",
    "unknown",
]

#: How a term stands: what several say differently is `disputed`.
TermState = Literal["agreed", "demanded", "offered", "carried out", "denied", "refused", "disputed"]


@dataclass(frozen=True, slots=True)
class Told:
    """One value told for a field (EDTF for a date, else a name), and the ids of statements that tell it."""

    value: str
    statements: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """What was to be given: its `kind` (release, amnesty, withdrawal …), how it stands, in whose words.

    `by` names who was to give it, empty where that is not told; `words` quotes the first passage.
    """

    kind: str
    state: TermState
    words: str
    statements: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Violation:
    """A breach, as alleged: `by` whom (empty: not told), when (EDTF), `alleged_by` and `denied_by` whom.

    `alleged_by` is empty where documents tell it in their own voice.
    """

    what: str
    statements: tuple[str, ...]
    by: str = ""
    entity: str | None = None
    when: str | None = None
    alleged_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce, from every statement about it.

    Dates are EDTF, all that are told, the most told first: `agreed` (the accord), `announced`, `effective`
    (from when it held), `until` (to when it was to hold), `extended`, `ended`. `kept` are those said to have
    kept it, `refused` those who would not have it. `status` is how it stood in the documents up to `as_of`
    (the last one's publication, EDTF), with `status_statements` behind it. `events` are ids of the events
    it is made of.
    """

    id: str
    name: str
    status: TruceStatus
    as_of: str | None
    status_statements: tuple[str, ...]
    parties: tuple[Told, ...]
    mediators: tuple[Told, ...] = ()
    places: tuple[Told, ...] = ()
    terms: tuple[Term, ...] = ()
    agreed: tuple[Told, ...] = ()
    announced: tuple[Told, ...] = ()
    effective: tuple[Told, ...] = ()
    until: tuple[Told, ...] = ()
    extended: tuple[Told, ...] = ()
    ended: tuple[Told, ...] = ()
    kept: tuple[Told, ...] = ()
    refused: tuple[Told, ...] = ()
    violations: tuple[Violation, ...] = ()
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    documents: int = 0
    independent_sources: int = 0
    sources_how: tuple[str, ...] = ()
