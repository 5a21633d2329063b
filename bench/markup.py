"""Annotations written as phrases → annotations stored as offsets, so that no offset is typed by hand.

The working file of an annotator holds text and stays outside the project. Each of its JSON lines has `id`
and `events`; an event has `type`, `alternatives`, `modes`, `factuality`, `historical`, `core`, `triggers`
(phrases) and `actor`, `recipient` (lists of `[country, phrase or null]`). A phrase that occurs more than
once says which: `Israel#2`.

    python -m bench.markup CORPUS.json WORKING.jsonl OUT.jsonl
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NUMBERED = re.compile(r"(?P<phrase>.*?)#(?P<nth>\d+)")


def locate(text: str, phrase: str) -> list[int]:
    """Code point offsets [start, end] of a phrase at word borders, any case; ValueError unless unique."""
    numbered = NUMBERED.fullmatch(phrase)
    wanted, nth = (numbered["phrase"], int(numbered["nth"])) if numbered else (phrase, 0)
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", re.IGNORECASE)
    hits = [list(match.span()) for match in pattern.finditer(text)]
    if nth > len(hits) or (not nth and len(hits) != 1):
        raise ValueError(f"{phrase!r} occurs {len(hits)} times: number it, as in {wanted}#2")
    return hits[max(nth, 1) - 1]


def with_offsets(text: str, event: Mapping[str, Any]) -> dict[str, Any]:
    """The event with offsets in place of phrases, its keys in a fixed order."""
    plain = ("factuality", "historical", "core")
    return {
        "type": event["type"],
        "alternatives": list(event["alternatives"]),
        "modes": list(event["modes"]),
        "triggers": [locate(text, phrase) for phrase in event["triggers"]],
        **{key: event[key] for key in plain},
        **{role: [_party(text, *party) for party in event[role]] for role in ("actor", "recipient")},
    }


def _party(text: str, country: str, phrase: str | None) -> dict[str, Any]:
    return {"country": country, "mention": locate(text, phrase) if phrase else None}


def convert(texts: Mapping[str, str], working: str) -> str:
    """JSON Lines of offsets, sorted by id, for a working file's JSON Lines of phrases."""
    rows = []
    for line in working.splitlines():
        record = json.loads(line)
        text = texts[record["id"]]
        try:
            events = [with_offsets(text, event) for event in record["events"]]
        except ValueError as error:
            raise ValueError(f"{record['id']}: {error}") from error
        digest = hashlib.sha256(text.encode()).hexdigest()
        rows.append({"id": record["id"], "text_sha256": digest, "events": events})
    rows.sort(key=lambda row: str(row["id"]))
    return "".join(json.dumps(row) + "\n" for row in rows)


def main(corpus: str, working: str, out: str) -> None:
    """Writes OUT from a corpus (a JSON list of records with `id` and `text`) and a working file."""
    records = json.loads(Path(corpus).read_text(encoding="utf-8"))
    texts = {record["id"]: record["text"] for record in records}
    Path(out).write_text(convert(texts, Path(working).read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
