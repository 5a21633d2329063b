"""Where an event took place: the place of a given verb, on event_location (Halterman), agency sentences.

Each item is a verb in a sentence with the places that the annotators gave its event, or none. Ours is the one
place that the coder gives an event told of by that verb, known to the event lexicon or not. It is right where
it overlaps one of the gold's, so that an event counts once however many places it has; a sentence annotated
twice is one item with both annotators' places. One source is scored with the rest and left out beside: of its
sentences about killings one in eleven has a place in the gold, of the others' three in four, though its texts
name one as often, so that most of its items were plainly not annotated for places.

A tenth of the sentences, by a hash of their text, was kept apart before anything was tuned: `run` leaves it
out, `--kept-apart` scores it alone.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.apart import of_event_location

from bench.bootstrap import Counts, estimate, f_score, share
from bench.results import Data, Result
from bench.sources import checksum, needed
from jirga.coding.located import place_of
from jirga.language import analyse
from jirga.model import Document

FILE = Path("event_location") / "train.jsonl.zip"
COMMAND = "python -m bench eventplaces"
#: The source whose sentences are hardly annotated for places (9% of its killings, 75% of the others').
_SPARSE = "Masdar_RA"

_F1 = f_score("right", "found", "gold")

#: A stretch of text, half-open, in code points.
Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A verb in a sentence and the places of its event, none where the sentence gives none."""

    text: str
    verb: Offsets
    places: tuple[Offsets, ...]
    source: str = ""


def load(path: Path, *, apart: bool = False) -> list[Item]:
    """Return the items that are tuned on, or those kept `apart`; never both. Each sentence and verb once."""
    merged: dict[tuple[str, Offsets, str], set[Offsets]] = {}
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            for one in items(map(json.loads, archive.read(name).splitlines())):
                if of_event_location(one.text) == apart:
                    merged.setdefault((one.text, one.verb, one.source), set()).update(one.places)
    return [Item(text, verb, tuple(sorted(at)), source) for (text, verb, source), at in merged.items()]


def items(rows: Iterable[Mapping[str, Any]]) -> Iterator[Item]:
    """Yield what can be used: rows of one verb, whose every stretch can be found in the text."""
    for row in rows:
        stretches = [(span["label"], _stretch(row, span)) for span in row.get("spans", [])]
        verbs = [at for label, at in stretches if label == "VERB"]
        places = [at for label, at in stretches if label == "LOCATION"]
        if len(verbs) == 1 and verbs[0] is not None and None not in places:
            told = tuple(at for at in places if at is not None)
            yield Item(row["text"], verbs[0], told, str(row.get("source", "")))


def _stretch(row: Mapping[str, Any], span: Mapping[str, Any]) -> Offsets | None:
    """Return where a span lies; some rows count tokens where others count characters."""
    text: str = row["text"]
    tokens: Sequence[Mapping[str, Any]] = row.get("tokens", ())
    first, last = span.get("token_start"), span.get("token_end")
    by_token = None
    if first is not None and last is not None and last < len(tokens):
        by_token = (int(tokens[first]["start"]), int(tokens[last]["end"]))
    for start, end in filter(None, ((int(span["start"]), int(span["end"])), by_token)):
        told = text[start:end]
        if told.strip() and told == span.get("text", told) and (start, end) == (by_token or (start, end)):
            return start, end
    return None


def counts(one: Item) -> dict[str, float]:
    """Return the counts of one item."""
    found = place_of(analyse(_document(one.text)), *one.verb)
    right = found is not None and any(start < found.end and found.start < end for start, end in one.places)
    return {"right": right, "found": found is not None, "gold": bool(one.places)}


def _document(text: str) -> Document:
    return Document(id="", text_hash="", text_version="", source="eventplaces", text=text, language="en")


def run(corpora: Path, *, apart: bool = False) -> Result:
    """Return event to place F1 with an interval over items; `apart`: of the tenth kept apart."""
    path = needed(corpora / FILE)
    found = load(path, apart=apart)
    rows: list[Counts] = [counts(one) for one in found]
    annotated = [row for row, one in zip(rows, found, strict=True) if one.source != _SPARSE]
    figures = {
        "event to place F1": estimate(_F1, rows, gated=not apart),
        "event to place precision": estimate(share("right", "found"), rows),
        "event to place recall": estimate(share("right", "gold"), rows),
        f"event to place F1, less {_SPARSE}": estimate(_F1, annotated, gated=not apart),
    }
    command = COMMAND + (" --kept-apart" if apart else "")
    return Result("eventplaces", command, (Data(FILE.as_posix(), checksum(path), len(found)),), figures)
