"""What speaks for an event and a row being one happening, and how much, each with its reason in words.

The weights are those of a logistic regression, rounded, on every other one of 800 headlines each that UCDP's
tables for Nigeria and Ukraine cite (`python -m bench compare` measures with the rest). The day tells most,
then how many died, a place's name, both sides; that two places are merely near tells little in a war that is
fought around one town.
"""

from __future__ import annotations

import math

from jirga.comparing import places
from jirga.comparing.rows import Row
from jirga.comparing.sides import is_named, matched
from jirga.comparing.told import Settings, Told, ordinal
from jirga.model import Event, Participant

#: What it weighs that an event was first told on the day of the row, one day later, two, more.
_TOLD_LATER = (3.0, 2.0, 1.5, 0.0)
_WEEK = 7


def when(one: Told, row: Row) -> tuple[int, float, str] | None:
    """Return the days between them, what that weighs, and it in words; None where they cannot be one."""
    first, last = ordinal(row.days[0]), ordinal(row.days[1])
    vague = -1.0 if last - first > _WEEK else 0.0  # a row of weeks sums up what was reported day by day
    if one.published is not None:
        before = one.published - last
        if first > one.published or last < one.first:
            return None  # nothing is told before it happens, and news is of the last days
        told = "told on the same day" if before <= 0 else f"told {_days(before)} later"
        return max(before, 0), _TOLD_LATER[min(max(before, 0), 3)] + vague, f"{told}, with no date of its own"
    apart = max(first - one.last, one.first - last, 0)
    if apart:
        return apart, 1.0 - 0.5 * apart, f"{_days(apart)} apart"
    wide = one.last - one.first
    if wide == 0:
        return 0, 3.0 + vague, f"the same day, {row.days[0]}" if first == last else "a day of the row's"
    return 0, (2.0 if wide <= _WEEK else 0.5) + vague, f"within the {wide + 1} days that it is dated to"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def where(event: Event, row: Row, settings: Settings) -> tuple[float, float | None, str] | None:
    """Return what speaks for the same place, km between the two if known, and why; None for two places."""
    at = event.where
    if at.country is not None and row.country is not None and at.country != row.country:
        return None
    if at.lat is not None and at.lon is not None and row.point is not None:
        return _points((at.lat, at.lon), event, row, settings)
    if at.name and places.same_name(at, row):
        return 1.5, None, f"the same place, {row.place}"
    if places.within(at, row.division, row.country):
        return 0.75, None, f"in {row.division}"
    return _country(event, row)


def _points(
    point: tuple[float, float], event: Event, row: Row, settings: Settings
) -> tuple[float, float | None, str] | None:
    km = places.distance(point, row.point) if row.point else math.inf
    loose = settings.km + row.radius + places.RADIUS.get(event.where.precision, 0.0)
    if places.same_name(event.where, row) and km <= loose:
        return 1.5, km, f"the same place, {row.place}"
    if km <= settings.km:
        return 0.75, km, f"{km:.0f} km from {row.place}"
    if places.within(event.where, row.division, row.country):
        return 0.5, km, f"in {row.division}, {km:.0f} km from {row.place}"
    if km <= loose:
        return 0.5, km, f"{km:.0f} km from {row.place}, whose point is vague"
    return None


def _country(event: Event, row: Row) -> tuple[float, float | None, str] | None:
    if event.where.country == row.country is not None:
        return 0.0, None, f"in {row.country}, no closer place told"
    countries = {one.country for one in (*event.actor, *event.recipient) if one.country}
    if row.country in countries:
        return 0.0, None, f"no place told; a party is of {row.country}"
    return None


def who(event: Event, row: Row) -> tuple[float, str]:
    """Return what speaks for the same sides, and it in words."""
    known = [one for one in (*event.actor, *event.recipient) if one.country or one.sector or one.entity]
    sides = sorted(matched(known, row.sides[:2], row.country))
    if not sides:
        return (-0.75, "nobody told of is a side") if known else (0.0, "")
    names = ", ".join(row.sides[at] for at in sides)
    named = sum(_is_named(known, row.sides[at]) for at in sides)
    words = "both sides" if len(sides) == 2 else "a side"
    return (1.0 if len(sides) == 2 else 0.0) + 0.5 * named, f"{words}: {names}"


def _is_named(known: list[Participant], name: str) -> bool:
    return any(is_named(one, name) for one in known)


def dead(one: Told, row: Row) -> tuple[float, str]:
    """Return what the numbers of dead weigh, and both in words."""
    killed = one.killed
    if killed is None or row.deaths is None:
        return 0.0, ""
    low, best, high = row.deaths
    ours = _range(*killed)
    if killed[0] <= best <= killed[1]:
        return (1.0 if best < 2 else 1.5 if best < 10 else 2.0), f"{ours} dead, as in the file"
    if killed[0] <= high and low <= killed[1]:
        return 0.5, f"{ours} dead, within the file's {_range(low, high)}"
    nearest = min(abs(end - best) for end in killed)
    if nearest <= max(1, 0.2 * best):
        return 0.25, f"{ours} dead, {_range(low, high)} in the file"
    return _differing(killed, (low, high)), f"{ours} dead, but {_range(low, high)} in the file"


def _differing(ours: tuple[float, float], theirs: tuple[float, float]) -> float:
    """What two tolls that do not meet weigh: twice as many may be a later count, five times is none."""
    small, large = sorted((max(ours[1], 1), max(theirs[1], 1)))
    if large - small < 5 or large <= 2 * small:
        return -0.5
    return -1.0 if large <= 5 * small else -2.0


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
