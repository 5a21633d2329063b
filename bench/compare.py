"""`jirga compare` on headlines that UCDP's rows cite: is an event lined up with the row coded from it?

Headlines are drawn as `ged` draws them, and read into a record, each a document published on its day. The
record's events are laid beside **all** rows of the country's table, of which one or a few cite the headline;
the headlines themselves are not looked at while matching. A pair is right where the row cites a headline of
the event.

- precision: right pairs of all pairs;
- recall: rows paired rightly, of the rows that could have been: the most that one event for one row allows,
  among headlines for which we tell an event of a type that the table has.

The weights of `jirga.comparing.pairs` were set on every other headline of that order; the figures are of the
rest.
"""

from __future__ import annotations

import csv
import hashlib
import tempfile
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
from jirga import comparing, merging
from jirga.coding import Coder
from jirga.comparing import Table
from jirga.model import Document, Event
from jirga.questions import reported
from jirga.store import Store

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
        counted = counts(headlines, recorded(headlines, coder), comparing.read(path))
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


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the record, the day of its first report, and the headlines that tell of it."""

    event: Event
    published: str | None
    headlines: tuple[Headline, ...]

    @property
    def rows(self) -> frozenset[str]:
        """The rows that cite one of its headlines."""
        return frozenset(row for one in self.headlines for row in one.rows)


def recorded(headlines: Iterable[Headline], coder: Coder) -> list[Told]:
    """Return the events of a record of these headlines, each a document published on its day."""
    known: dict[str, Headline] = {}
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "r.db"), writing=True) as store:
        for one in headlines:
            document = _document(one)
            coded = coder.code(document)
            store.save(document, coded.reading, tuple(coded.statements))
            known[document.id] = one
        merging.update(store)
        return [
            Told(event, published, _headlines(event, store, known)) for event, published in reported(store)
        ]


def _document(one: Headline) -> Document:
    name = hashlib.sha256(one.text.encode()).hexdigest()
    source = f"compare/{name[:12]}"
    return Document(
        name,
        name,
        "bench",
        source,
        one.text,
        published=one.published,
        published_basis="metadata",
        language="en",
    )


def _headlines(event: Event, store: Store, known: Mapping[str, Headline]) -> tuple[Headline, ...]:
    documents = (store.statement(one).document for one in event.statements)
    return tuple(known[one] for one in dict.fromkeys(documents))


def counts(headlines: Iterable[Headline], told: Iterable[Told], table: Table) -> list[Counts]:
    """Return for each headline how many pairs it got, how many of them right, how many it could have got.

    An event of several headlines counts with the first. `clear` are pairs whose event fits no other row as
    well.
    """
    of = {one.event.id: one for one in told}
    found: dict[str, Counter[Headline]] = {name: Counter() for name in NAMES}
    for line in comparing.compare(table, [(one.event, one.published) for one in of.values()]).of("matched"):
        if line.row and line.pair:
            one = of[line.pair.told.event.id]
            right, clear = line.row.id in one.rows, not line.pair.others
            for name, holds in zip(NAMES, (True, right, clear, right and clear, False), strict=True):
                found[name][one.headlines[0]] += holds
    found["possible"] = Counter(one.headlines[0] for one in _possible(of.values(), table))
    return [{name: float(found[name][one]) for name in NAMES} for one in headlines]


def _possible(told: Iterable[Told], table: Table) -> list[Told]:
    """The events that could have a row of their own among those that cite their headlines."""
    types = frozenset(kind for row in table.rows for kind in row.types)
    events = sorted((one for one in told if one.event.type in types), key=lambda one: one.event.id)
    rows = sorted({row for one in events for row in one.rows})
    edges = [(at, rows.index(row)) for at, one in enumerate(events) for row in sorted(one.rows)]
    if not edges:
        return []
    ours, theirs = zip(*edges, strict=True)
    graph = csr_array(([1] * len(edges), (ours, theirs)), shape=(len(events), len(rows)))
    taken = maximum_bipartite_matching(graph, perm_type="column")
    return [one for one, row in zip(events, taken, strict=True) if row >= 0]
