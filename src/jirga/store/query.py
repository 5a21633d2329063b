"""What one asks of a record: the filters that every list shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from jirga.errors import UsageError
from jirga.model import EVENT_TYPES, MEASURES, RELATION_TYPES, Kind
from jirga.store.days import first_day, last_day

KINDS: tuple[str, ...] = get_args(Kind)
_TYPES: dict[str, tuple[str, ...]] = {
    "event": (*EVENT_TYPES, *MEASURES),
    "relation": RELATION_TYPES,
    "quantity": MEASURES,
    "claim": (),
}


@dataclass(frozen=True, slots=True)
class Query:
    """Filters over statements and documents; those given must all hold, None or empty means any.

    `kinds` are kinds of statement. `entity` is an entity's id, a country code (alpha-3) or the beginning of
    words of its name, in any case; `said_by` the same for a speaker; `place` and `publisher` the beginning
    of words of a name (`place` also a country code). `type` is one or several, by commas, of the PLOVER event
    types, relations, or measures: a measure asks for statements with a figure of it, an event's toll as well
    as a total. `document` is an id or its beginning, or a source: whole, its last parts, or its base name
    with or without its ending. Without `all`, events are those that happened according to someone, and
    relations and quantities those asserted.

    `since` and `until` are a year, a month or a day: a statement matches where its time overlaps, one of
    unknown time matches no bounded query. A time without an end (`2010/..`) is known to go on only until it
    was told: it ends with the document's date of publication, or where that is unknown with the record's
    latest. Of a time without a beginning (`../2014`) only the last day is known, and that is what counts. For
    documents the two bound the date of publication.

    Raises UsageError telling every mistake at once, with the valid choices.
    """

    kinds: tuple[str, ...] = ()
    entity: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    document: str | None = None
    said_by: str | None = None
    publisher: str | None = None
    all: bool = False

    def __post_init__(self) -> None:
        """Check the values, all of them."""
        mistakes = [*self._wrong_kinds(), *self._wrong_types(), *self._wrong_dates(), *self._blanks()]
        if mistakes:
            raise UsageError("; ".join(mistakes), next_step="correct this and ask again")

    @property
    def types(self) -> tuple[str, ...]:
        """The types asked for, as the record writes them (`ASSAULT`, `leads`, `killed`)."""
        given = (self.type or "").split(",")
        return tuple(_spelled(one.strip()) for one in given if one.strip())

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures among the types asked for (`killed`)."""
        return tuple(one for one in self.types if one in MEASURES)

    @property
    def first_day(self) -> str | None:
        """The first ISO day that `since` allows."""
        return first_day(self.since) if self.since else None

    @property
    def last_day(self) -> str | None:
        """The last ISO day that `until` allows."""
        return last_day(self.until) if self.until else None

    @property
    def asks_statements(self) -> bool:
        """Whether a filter is set that only a statement can answer (not a document)."""
        return any((self.kinds, self.entity, self.type, self.place, self.said_by))

    def _wrong_kinds(self) -> list[str]:
        return [
            f"{one!r} is no kind of statement ({', '.join(KINDS)})" for one in self.kinds if one not in KINDS
        ]

    def _wrong_types(self) -> list[str]:
        kinds = [kind for kind in self.kinds if kind in KINDS] or list(KINDS)
        valid = list(dict.fromkeys(one for kind in kinds for one in _TYPES[kind]))
        among = f"(choose from: {', '.join(valid)})" if valid else "(claims have none)"
        return [
            f"{one!r} is no type of {' or '.join(kinds)} {among}" for one in self.types if one not in valid
        ]

    def _wrong_dates(self) -> list[str]:
        mistakes = []
        for name, value in (("since", self.since), ("until", self.until)):
            try:
                first_day(value) if value is not None else None
            except ValueError:
                mistakes.append(
                    f"{name}: {value!r} is no date (a year 2022, a month 2022-06 or a day 2022-06-02)"
                )
        if not mistakes and self.since and self.until and first_day(self.since) > last_day(self.until):
            mistakes.append(f"since {self.since} comes after until {self.until}")
        return mistakes

    def _blanks(self) -> list[str]:
        names = ("entity", "type", "place", "document", "said_by", "publisher")
        values = {name: getattr(self, name) for name in names}
        return [
            f"{name} is blank"
            for name, value in values.items()
            if value is not None and not value.strip(" ,")
        ]


def _spelled(name: str) -> str:
    return name.upper() if name.upper() in EVENT_TYPES else name.lower()
