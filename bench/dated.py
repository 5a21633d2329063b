"""Who exactly, on that day: country and sector of 300 actors in sentences of our own, written blind.

`data/dated_actors.jsonl` was written and frozen by somebody who had seen neither the lexicon nor the code
(see data/README.md). What an event would take as its participant at the marked words is scored: the country
equal to the case's or one of its `also_countries` (IGO and UNO alike, as in `types`); the sector equal to the
case's or one of its `also_sectors`, no sector told being UNK, which the cases accept where PLOVER has none.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.bootstrap import Counts, estimate, share
from bench.results import Data, Figure, Result
from jirga.coding.identity import as_of, governing
from jirga.coding.roles import RoleFinder
from jirga.language import analyse
from jirga.lexicon.events import event_lexicon
from jirga.model import Document, Participant

CASES = Path(__file__).resolve().parent / "data" / "dated_actors.jsonl"
COMMAND = "python -m bench dated"
#: PLOVER's code for nobody in particular; the cases accept it for bodies above states, which have no sector.
_NO_SECTOR = "UNK"
#: Codes that say the same: ours or the cases' → the one compared.
_SAME = {"UNO": "IGO", "KOS": "XKX"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What we make of one case."""

    found: bool
    country: bool
    sector: bool


def run(_: Path) -> Result:
    """Return the share of cases with the right country, sector, both; by kind of case beside."""
    cases = list(load())
    answers = [answer(case) for case in cases]
    items: list[Counts] = [
        {
            "all": 1,
            "found": one.found,
            "country": one.country,
            "sector": one.sector,
            "both": one.country and one.sector,
        }
        for one in answers
    ]
    figures = {
        name: estimate(share(name, "all"), items, gated=name != "found")
        for name in ("both", "country", "sector", "found")
    }
    figures |= _by_kind(cases, answers)
    data = Data(f"data/{CASES.name}", hashlib.sha256(CASES.read_bytes()).hexdigest(), len(cases))
    return Result("dated", COMMAND, (data,), figures)


def load() -> Iterator[dict[str, Any]]:
    """Yield the cases."""
    with CASES.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def answer(case: Mapping[str, Any]) -> Answer:
    """Return what we make of one case: who stands at its marked words on the day of its publication."""
    found = participant(case["text"], case["start"], case["end"], case["published"])
    countries = {case["country"], *case.get("also_countries", ())}
    country = found.country if found else None
    sectors = {case["sector"], *case.get("also_sectors", ())}
    return Answer(
        found is not None,
        _SAME.get(country or "", country) in {_SAME.get(one or "", one) for one in countries},
        found is not None and (found.sector or _NO_SECTOR) in sectors,
    )


def participant(text: str, start: int, end: int, published: str) -> Participant | None:
    """Return the participant that an event would take from `text[start:end]`, None where there is none."""
    name = hashlib.sha256(text.encode()).hexdigest()
    document = Document(name, name, "1", "-", text, published=published, language="en")
    analysis = analyse(document)
    span = analysis.doc.char_span(start, end, alignment_mode="expand")
    people = event_lexicon().classes["people"] | event_lexicon().classes["crowd"]
    for token in [span.root, *span] if span is not None else []:
        made = tuple(RoleFinder(analysis, people).participants(token, 0))
        if made:
            return governing(as_of(made, published, None))[0]
    return None


def _by_kind(cases: list[dict[str, Any]], answers: list[Answer]) -> dict[str, Figure]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for case, one in zip(cases, answers, strict=True):
        kinds[case["kind"]].append(one.country and one.sector)
    return {
        f"{kind} ({len(right)})": Figure(sum(right) / len(right)) for kind, right in sorted(kinds.items())
    }
