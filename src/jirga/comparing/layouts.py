"""The layouts of tables that are known: which columns tell them, and what a row of them says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from jirga.comparing.rows import Raw, Row, WrongRowError
from jirga.lexicon.states import states
from jirga.lexicon.words import key

#: UCDP GED, "where_prec": how far off a point may be, km, by its level of precision. 1 exact, 2 near a place,
#: 3 a district, 4 a province, 5 a line or a vague area; 6 and 7 (a country, the sea or air) are no points.
_GED_RADIUS = {"1": 0.0, "2": 25.0, "3": 50.0, "4": 150.0, "5": 150.0}
#: ACLED, "geo_precision": 1 a town, 2 a part of a region, 3 a region's capital for the region.
_ACLED_RADIUS = {"1": 0.0, "2": 50.0, "3": 150.0}
#: UCDP GED, "type_of_violence".
_VIOLENCE = {"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"}

#: PLOVER types of an act that kills: an assault, or the riot or arrest in which somebody died.
_LETHAL = frozenset({"ASSAULT", "COERCE", "PROTEST"})
#: ACLED's event types, and its sub-types where they say more.
_ACLED_TYPES: dict[str, frozenset[str]] = {
    "battles": frozenset({"ASSAULT"}),
    "explosions/remote violence": frozenset({"ASSAULT"}),
    "violence against civilians": frozenset({"ASSAULT", "COERCE"}),
    "protests": frozenset({"PROTEST"}),
    "riots": frozenset({"PROTEST", "ASSAULT"}),
    "agreement": frozenset({"AGREE", "CONSULT", "COOPERATE", "CONCEDE", "RETREAT"}),
    "arrests": frozenset({"COERCE"}),
    "change to group/activity": frozenset({"MOBILIZE", "RETREAT", "COOPERATE", "AGREE"}),
    "disrupted weapons use": frozenset({"ASSAULT", "COERCE"}),
    "headquarters or base established": frozenset({"MOBILIZE"}),
    "looting/property destruction": frozenset({"ASSAULT", "COERCE"}),
    "non-violent transfer of territory": frozenset({"RETREAT", "CONCEDE", "COERCE", "MOBILIZE"}),
    "strategic developments": frozenset(
        {"AGREE", "CONSULT", "COOPERATE", "RETREAT", "CONCEDE", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"}
    ),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: the columns it cannot be without, how a row is read, whether all its events are deadly."""

    name: str
    columns: tuple[str, ...]
    row: Callable[[Raw, int], Row]
    deadly: bool = False


def _ged(raw: Raw, line: int) -> Row:
    low, best, high = (_whole(raw, name) for name in ("low", "best", "high"))
    radius = _GED_RADIUS.get(raw.get("where_prec", "1").partition(".")[0])
    return Row(
        line=line,
        id=raw["id"].removesuffix(".0"),
        days=_span(raw["date_start"], raw["date_end"]),
        sides=(raw["side_a"], raw["side_b"]),
        what=_VIOLENCE.get(raw.get("type_of_violence", "").partition(".")[0], "violence"),
        types=_LETHAL,
        country=country(raw.get("iso3", "") or raw.get("country", "")),
        division=raw.get("adm_1", ""),
        place=raw.get("where_coordinates", ""),
        point=None if radius is None else _point(raw),
        radius=radius or 0.0,
        deaths=(min(low, best), best, max(high, best)),
    )


def _acled(raw: Raw, line: int) -> Row:
    day = _day(raw["event_date"])
    killed = _whole(raw, "fatalities") if raw.get("fatalities", "").strip() else None
    kind, sub = raw["event_type"].strip(), raw.get("sub_event_type", "").strip()
    radius = _ACLED_RADIUS.get(raw.get("geo_precision", "1").strip(), 0.0)
    types = _ACLED_TYPES.get(sub.casefold()) or _ACLED_TYPES.get(kind.casefold(), frozenset())
    return Row(
        line=line,
        id=raw.get("event_id_cnty", "") or str(line),
        days=_around(day, raw.get("time_precision", "1").strip()),
        sides=tuple(one for one in (raw["actor1"], raw.get("actor2", "")) if one.strip()),
        what=f"{kind}: {sub}" if sub else kind,
        types=types,
        country=country(raw.get("iso3", "") or raw["country"]),
        division=raw.get("admin1", ""),
        place=raw.get("location", ""),
        point=_point(raw),
        radius=radius,
        deaths=None if killed is None else (killed, killed, killed),
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "UCDP GED",
        ("id", "date_start", "date_end", "side_a", "side_b", "latitude", "longitude", "best", "low", "high"),
        _ged,
        deadly=True,
    ),
    Layout("ACLED", ("event_date", "event_type", "actor1", "country", "latitude", "longitude"), _acled),
)


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for state in reversed(states()):  # those of today last, so that a name is theirs
        found |= {key(name): state.code for name in (*state.names, state.code)}
    return found


def country(name: str) -> str | None:
    """Return the alpha-3 code of a country by its name or code, also "DR Congo (Zaire)"; None if unknown."""
    before, _, within = name.partition("(")
    tried = (name, before, within.rstrip(") "), before.replace("-", " and "), before.replace("DR ", ""))
    return next((_codes()[key(one.strip())] for one in tried if key(one.strip()) in _codes()), None)


def _whole(raw: Raw, name: str) -> int:
    try:
        return int(float(raw[name]))
    except (ValueError, OverflowError) as error:
        raise WrongRowError(f"{name} is {raw[name]!r}, and no number") from error


def _point(raw: Raw) -> tuple[float, float] | None:
    if not raw["latitude"].strip() or not raw["longitude"].strip():
        return None
    try:
        lat, lon = float(raw["latitude"]), float(raw["longitude"])
    except ValueError as error:
        raise WrongRowError("latitude and longitude are no numbers") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # also what is not a number
        raise WrongRowError(f"{lat}, {lon} is no point on earth")
    return lat, lon


def _span(first: str, last: str) -> tuple[str, str]:
    start, end = _day(first), _day(last)
    if start > end:
        raise WrongRowError(f"it begins on {start} and ends before, on {end}")
    return start.isoformat(), end.isoformat()


def _day(text: str) -> date:
    """A day as the tables write them: 2022-06-02, with a time or not, or 02 June 2022, or 2/6/2022."""
    text = text.strip()
    if found := re.match(r"\d{4}-\d\d-\d\d", text):
        text, shape = found[0], "%Y-%m-%d"
    else:
        shape = "%d/%m/%Y" if "/" in text else "%d-%m-%Y" if "-" in text else "%d %B %Y"
    try:
        return datetime.strptime(text, shape).date()
    except ValueError as error:
        raise WrongRowError(f"{text!r} is no day") from error


def _around(day: date, precision: str) -> tuple[str, str]:
    """ACLED's day with its "time_precision": 1 the day, 2 a week around it, 3 its month."""
    if precision == "2":
        ends = date.fromordinal(day.toordinal() - 3), date.fromordinal(day.toordinal() + 3)
        return ends[0].isoformat(), ends[1].isoformat()
    if precision == "3":
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return day.replace(day=1).isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()
    return day.isoformat(), day.isoformat()
