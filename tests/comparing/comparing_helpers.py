"""Rows and events made by hand, for tests of what is lined up with what."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from jirga.model import Event, Figure, Participant, Span, When, Where

#: Khost, and a town 70 km from it.
KHOST, GHAZNI = (33.34, 69.92), (33.55, 68.42)

GED = {
    "id": "101",
    "type_of_violence": "1",
    "side_a": "Government of Afghanistan",
    "side_b": "TTP",
    "where_prec": "1",
    "where_coordinates": "Khost town",
    "adm_1": "Khost province",
    "latitude": "33.34",
    "longitude": "69.92",
    "country": "Afghanistan",
    "date_start": "2022-04-06 00:00:00.000",
    "date_end": "2022-04-06 00:00:00.000",
    "best": "9",
    "low": "9",
    "high": "14",
}

ACLED = {
    "event_id_cnty": "AFG101",
    "event_date": "06 April 2022",
    "time_precision": "1",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Afghanistan (2021-)",
    "actor2": "TTP: Tehreek-i-Taliban Pakistan",
    "country": "Afghanistan",
    "admin1": "Khost",
    "location": "Khost",
    "latitude": "33.34",
    "longitude": "69.92",
    "geo_precision": "1",
    "fatalities": "9",
    "notes": "Clash near Khost; several killed.",
}

_SPAN = Span(0, 1, "x")


def written(path: Path, *rows: dict[str, str], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def a_party(name: str, *of: str | None) -> Participant:
    """A participant with its entity, country and sector."""
    return Participant(name, _SPAN, *of)


def killed(low: float, high: float | None = None, **more: Any) -> Figure:
    return Figure("killed", _SPAN, low, low if high is None else high, **more)


def an_event(name: str = "ev_1", day: str | None = "2022-04-06", **more: Any) -> Event:
    """An assault in Khost on 6 April 2022, by the TTP, nine killed, unless told otherwise."""
    first, _, last = (day or "").partition("/")
    if len(first) == 4:
        first, last = f"{first}-01-01", f"{first}-12-31"
    known = {
        "type": "ASSAULT",
        "modes": (),
        "actor": (a_party("Tehrik-i-Taliban Pakistan", "ttp", "PAK", "REB"),),
        "recipient": (a_party("Army", None, "AFG", "MIL"),),
        "when": When(day, first or None, last or first or None, "stated" if day else "unknown"),
        "where": Where("Khost", "AFG", *KHOST, "place"),
        "figures": (killed(9),),
        "status": "reported",
        "statements": (f"st_{name}",),
        "documents": 1,
        "independent_sources": 1,
    }
    return Event(id=name, **(known | more))
