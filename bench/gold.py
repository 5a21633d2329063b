"""The gold sentences of plover/gold_dev, and our exhaustive annotation of a hundred of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.sources import CHECKOUT, needed

RECORDS = Path("plover") / "gold_dev" / "PLOVER_GSR_CAMEO.dev.json"
ANNOTATED = CHECKOUT / "bench" / "data" / "plover_gold_dev_100.jsonl"

#: The gold is of scheme 0.5; what PLOVER 2 calls the same.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
#: Slips of the gold's country codes; and the UN and the EU, which the gold calls IGO.
COUNTRY = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "UNO": "IGO", "EUR": "IGO"}

#: Countries that the gold has against its own sentence, with what they should be: a slip of the hand for
#: Rwandan rebels and Rwanda's president; Amnesty International, an NGO in PLOVER's table (as the gold
#: has other rights groups); Serbian military police.
SLIPS = {
    "PLOVER-GSR01-DEMAND-0018": ("UGA", "RWA"),
    "PLOVER-GSR01-DEMAND-0025": ("IGO", "NGO"),
    "PLOVER-GSR01-INVESTIGATE-0008": ("IGO", "SRB"),
}

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Record:
    """One gold sentence and the one event it is coded with; countries as `country` returns them."""

    id: str
    text: str
    type: str
    source: frozenset[str]
    target: frozenset[str]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One event of our annotation; see bench/data/README.md for what its fields mean."""

    types: frozenset[str]
    triggers: tuple[Offsets, ...]
    happened: bool
    core: bool


def country(code: str) -> str:
    """Return a country code in the form compared: three letters, slips mended, every IGO alike."""
    return COUNTRY.get(code[:3], code[:3])


def records(corpora: Path) -> list[Record]:
    """Return the gold records in the file's order; AbsentError where the corpus is not here."""
    rows = json.loads(needed(corpora / RECORDS).read_text(encoding="utf-8"))
    return [_record(row) for row in rows]


def _record(row: Mapping[str, Any]) -> Record:
    roles = [frozenset(country(one["code"]) for one in row.get(role) or ()) for role in ("source", "target")]
    return Record(row["id"], row["text"], RENAMED.get(row["event"], row["event"]), roles[0], roles[1])


def mended(record: Record) -> Record:
    """Return a record without the slip that `SLIPS` has for it, if any."""
    wrong, right = SLIPS.get(record.id, ("", ""))
    roles = [
        frozenset(right if code == wrong else code for code in role)
        for role in (record.source, record.target)
    ]
    return replace(record, source=roles[0], target=roles[1])


def annotated(texts: Mapping[str, str], path: Path = ANNOTATED) -> dict[str, list[Annotated]]:
    """Return the annotated events by record id; ValueError where a text is not the one annotated."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if hashlib.sha256(texts[row["id"]].encode()).hexdigest() != row["text_sha256"]:
            raise ValueError(f"{row['id']}: the text is not the one that was annotated")
        found[row["id"]] = [_annotated(event) for event in row["events"]]
    return found


def _annotated(event: Mapping[str, Any]) -> Annotated:
    return Annotated(
        types=frozenset([event["type"], *event["alternatives"]]),
        triggers=tuple((start, end) for start, end in event["triggers"]),
        happened=event["factuality"] == "happened",
        core=event["core"],
    )
