"""An event of the record as it is lined up: between which days it took place, and how many it killed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jirga.model import Event

#: Days that an event's date may span: one dated to a year fits half of any table.
WIDEST = 31


@dataclass(frozen=True, slots=True)
class Settings:
    """How near is near: days between the dates, km between the places; `told_within`: see `Told`."""

    days: int = 2
    km: float = 50.0
    told_within: int = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the record with the days between which it took place, as ordinals, and what says so.

    One without a date took place by the day it was first reported, and is lined up with what happened up to
    `told_within` days before; `published` is that day. The event itself stays undated.
    """

    event: Event
    first: int
    last: int
    published: int | None = None

    @property
    def killed(self) -> tuple[float, float] | None:
        """The lowest and highest number of killed that anybody gives; parts of a total left out."""
        told = [one for one in self.event.figures if one.measure == "killed" and one.part_of is None]
        ends = [end for one in told for end in (one.low, one.high) if end is not None]
        return (min(ends), max(ends)) if ends else None


def told(event: Event, published: str | None, settings: Settings) -> Told | None:
    """Return the event with its days; None where they are not known closely enough to be compared.

    `published` is the ISO day of the first report, if that is known.
    """
    first, last = event.when.start, event.when.end
    if first and last:
        one = Told(event, ordinal(first), ordinal(last))
        return one if one.last - one.first < WIDEST else None
    if first or last or event.when.edtf or published is None or settings.told_within < 0:
        return None  # an open date is a beginning or an end, not a day
    day = ordinal(published)
    return Told(event, day - settings.told_within, day, day)


def ordinal(day: str) -> int:
    """Return the number of an ISO day, as `datetime.date` counts them."""
    return date.fromisoformat(day).toordinal()
