"""`jirga compare` on headlines that UCDP's rows cite: is an event lined up with the row coded from it?

Headlines are drawn as `ged` draws them, and each is read alone, as a document published on its day. Their
events are laid beside **all** rows of the country's table, of which the headline cites one or a few; the
headlines themselves are not looked at while matching. A pair is right where the row cites the headline.

- precision: right pairs of all pairs;
- recall: rows paired rightly, of the rows that could have been: the most that one event for one row allows,
  among headlines for which we tell an event of a type that the table has.

The weights of `jirga.comparing.pairs` were set on every other headline of that order; the figures are of the
rest.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from bench import ged
from bench.bootstrap import SEED, Counts, Ratio, estimate, f_score, share
from bench.ged import FILES, FOLDER
from bench.results import Data, Figure, Result
from bench.sources import checksum, needed
from jirga import comparing
from jirga.coding import Coder
from jirga.comparing import Table
from jirga.model import Document, Event
from jirga.questions.lists import events_of

COMMAND = "python -m bench compare"
SAMPLE = 800
Half = Literal["tuned", "kept"]


def run(corpora: Path, half: Half = "kept") -> Result:
    """Return precision, recall and F1 of the pairs for both countries."""
    coder, figures, data = Coder(), dict[str, Figure](), list[Data]()
    table: list[tuple[str, ...]] = [("", *SCORES, "pairs", "possible")]
    for place, file in FILES.items():
        path = needed(corpora / FOLDER / file)
        headlines = sample(path, half)
        counted = counts(headlines, {one: told(one, coder) for one in headlines}, comparing.read(path))
        data.append(Data((FOLDER / file).as_posix(), checksum(path), len(headlines)))
        scores = {name: estimate(ratio, counted) for name, ratio in SCORES.items()}
        figures |= {f"{place}: {name}": score for name, score in scores.items()}
        sums = (f"{sum(one[name] for one in counted):,.0f}" for name in ("pairs", "possible"))
        table.append((place, *(str(score) for score in scores.values()), *sums))
    return Result("compare", COMMAND, tuple(data), figures, tuple(table), NOTES)


#: The scores, as ratios of sums over headlines.
SCORES: Mapping[str, Ratio] = {
    "precision": share("right", "pairs"),
    "recall": share("right", "possible"),
    "f1": f_score("right", "pairs", "possible"),
    "precision where no other row fits as well": share("right clear", "clear"),
}
NAMES = ("pairs", "right", "clear", "right clear", "possible")
NOTES = (
    "all rows of the table compete for each event; few headlines tell a day, and many no place",
    "a headline that tells of several rows is right with any of them",
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, its day, and the ids of the rows that cite it."""

    text: str
    published: str | None
    rows: frozenset[str]


def sample(path: Path, half: Half, size: int = SAMPLE) -> list[Headline]:
    """Return one half of `size` headlines, drawn in the order of a seeded hash."""
    cited: dict[str, set[str]] = {}
    days: dict[str, str | None] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for raw in csv.DictReader(file):
            first = next(ged.headlines(raw), None) if raw["year"].isdigit() else None
            if first:
                cited.setdefault(first[0], set()).add(raw["id"].removesuffix(".0"))
                days.setdefault(*first)
    drawn = sorted(cited, key=lambda one: hashlib.sha256(f"{SEED}\n{one}".encode()).digest())[:size]
    return [
        Headline(one, days[one], frozenset(cited[one])) for one in drawn[0 if half == "tuned" else 1 :: 2]
    ]


def told(one: Headline, coder: Coder) -> list[Event]:
    """Return the events that a headline tells, read alone."""
    name = hashlib.sha256(one.text.encode()).hexdigest()
    coded = coder.code(
        Document(
            name,
            name,
            "bench",
            "compare",
            one.text,
            published=one.published,
            published_basis="metadata",
            language="en",
        )
    )
    return [event for event in events_of(coded.statements) if event.status == "reported"]


def counts(
    headlines: Iterable[Headline], told_by: Mapping[Headline, list[Event]], table: Table
) -> list[Counts]:
    """Return for each headline how many pairs it got, how many of them right, how many it could have got.

    `clear` are the pairs whose event fits no other row as well.
    """
    headlines = list(headlines)
    of = {event.id: one for one in headlines for event in told_by[one]}
    asked = [(event, one.published) for one in headlines for event in told_by[one]]
    found: dict[str, Counter[Headline]] = {name: Counter() for name in NAMES}
    for line in comparing.compare(table, asked).of("matched"):
        if line.row and line.pair:
            one = of[line.pair.told.event.id]
            right, clear = line.row.id in one.rows, not line.pair.others
            for name, holds in zip(NAMES, (True, right, clear, right and clear, False), strict=True):
                found[name][one] += holds
    found["possible"] = Counter(of[event] for event in _possible(asked, of, table))
    return [{name: float(found[name][one]) for name in NAMES} for one in headlines]


def _possible(asked: list[tuple[Event, str | None]], of: Mapping[str, Headline], table: Table) -> list[str]:
    """The events that could have a row of their own among those that cite their headline."""
    types = frozenset(kind for row in table.rows for kind in row.types)
    events = sorted(event.id for event, _ in asked if event.type in types)
    rows = sorted({row for event in events for row in of[event].rows})
    edges = [(at, rows.index(row)) for at, event in enumerate(events) for row in sorted(of[event].rows)]
    if not edges:
        return []
    ours, theirs = zip(*edges, strict=True)
    graph = csr_array(([1] * len(edges), (ours, theirs)), shape=(len(events), len(rows)))
    taken = maximum_bipartite_matching(graph, perm_type="column")
    return [event for event, row in zip(events, taken, strict=True) if row >= 0]
