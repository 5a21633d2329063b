"""One line of a comparison: a row, an event, or both where they were matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from jirga.comparing.pairs import Pair
from jirga.comparing.rows import Row
from jirga.comparing.told import Told
from jirga.model import Event

Status = Literal["matched", "missed", "extra", "outside the record", "outside the file", "undated"]
#: In the order in which they are told.
STATUSES: tuple[Status, ...] = (
    "matched",
    "missed",
    "extra",
    "outside the record",
    "outside the file",
    "undated",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison: a row, an event, or both where they were matched."""

    status: Status
    row: Row | None = None
    event: Event | None = None
    pair: Pair | None = None


def line_json(line: Line) -> dict[str, Any]:
    """Return a line as a JSON object: status, why, row and event, null where there is none."""
    pair, event = line.pair, line.event
    killed = pair.told.killed if pair else (Told(event, 0, 0).killed if event else None)
    return {
        "status": line.status,
        "why": list(pair.why) if pair else [],
        "score": round(pair.score, 2) if pair else None,
        "days_apart": pair.days if pair else None,
        "other_rows": pair.others if pair else None,
        "km_apart": None if pair is None or pair.km is None else round(pair.km, 1),
        "row": line.row.to_json() if line.row else None,
        "event": None if event is None else _event_json(event, killed),
    }


def _event_json(event: Event, killed: tuple[float, float] | None) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "when": event.when.edtf,
        "actor": [one.name for one in event.actor],
        "recipient": [one.name for one in event.recipient],
        "place": event.where.name,
        "country": event.where.country,
        "killed": None if killed is None else {"low": killed[0], "high": killed[1]},
        "status": event.status,
        "independent_sources": event.independent_sources,
        "statements": list(event.statements),
    }
