"""How merging grows: records of 10,000 and 100,000 statements, or as many as asked for, made from real ones.

The statements are the annotated ones of our corpus's train part. Each copy of a text takes place elsewhere
and at another time: its days are moved by one number of days, its names, places and longer words renamed by
one suffix (but for triggers, which the lexicon must know), in half of them also its parties; a tenth are
printed by a second paper a day later. A record twice as large spans twice the time, as a desk's record
does: an average day brings 100 statements. Measured is `merging.update` of a record on disk, all documents
new, then the contests and truces of it: seconds, the peak of this process's memory, and the growth: the
logarithm of how many times as long the largest took as the smallest, over that of how many times as large it
is; 1 is linear.
"""

from __future__ import annotations

import hashlib
import math
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from corpus.build import built
from corpus.loading import load

from bench.filling import Filled, fill
from bench.results import Data, Figure, Result
from bench.sources import checksum
from jirga import merging
from jirga.model import Document, Participant, Statement, When, Where
from jirga.store import Store

SIZES = (10_000, 100_000)
SEED = 2026
#: Statements an average day brings, whatever the size.
_A_DAY = 100
_FIRST = date(2000, 1, 1)
_TOLD_TWICE = 0.1


def run(_: Path, sizes: Sequence[int] = SIZES) -> Result:
    """Return seconds and memory by size, and the growth between the smallest and the largest."""
    figures: dict[str, Figure] = {}
    seconds: list[tuple[float, float]] = []
    for size in sizes:
        found = measured(size)
        seconds.append((found["seconds"], found["contests and truces: seconds"]))
        figures |= {f"{size:,} statements: {name}": Figure(value) for name, value in found.items()}
    if len(sizes) > 1:
        for name, first, last in zip(("", ", contests and truces"), seconds[0], seconds[-1], strict=True):
            growth = math.log(last / first) / math.log(sizes[-1] / sizes[0])
            figures[f"growth exponent{name}"] = Figure(growth)
    data = Data("corpus/data/train.jsonl", checksum(built("train")), max(sizes))
    return Result("merging", "python -m bench merging", (data,), figures)


def measured(size: int) -> dict[str, float]:
    """Return what merging a record of `size` statements takes, then its contests and truces, by name.

    Seconds are of this process, so that what else the machine does counts for nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "b.db", made(size))
        with Store.open(Path(folder) / "b.db", writing=True) as store:
            found = {"seconds": _timed(merging.update, store)}
            found["statements a second"] = size / found["seconds"]
            found["events"] = float(sum(1 for _ in store.kept_events()))
            found["peak memory, MB"] = memory()
            found["contests and truces: seconds"] = _timed(merging.contests_in, store)
            found["contests and truces, asked again: seconds"] = _timed(merging.contests_in, store)
            found["contests and truces: peak memory, MB"] = memory()
            return found


def _timed(work: Callable[[Store], object], store: Store) -> float:
    begun = time.process_time()
    work(store)
    return time.process_time() - begun


def memory() -> float:
    """Return the most memory this process has held, in MB (so far: sizes go from small to large)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made(size: int) -> Iterator[Filled]:
    """Yield documents with `size` event statements or some more, the same for the same size.

    The second paper's print of a text is a copy of the first's.
    """
    chance = random.Random(SEED)
    real = [(one.document, [s for s in one.statements if s.kind == "event"]) for one in load("train")]
    real = [(document, statements) for document, statements in real if statements]
    span, told, number = max(size // _A_DAY, 1), 0, 0
    while told < size:
        document, statements = real[chance.randrange(len(real))]
        day, name = chance.randrange(span), f"{chance.randrange(10**6):06}"
        papers = 2 if chance.random() < _TOLD_TWICE else 1
        first = None
        for paper in range(papers):
            number += 1
            new, moved = _perturbed(document, statements, day, name, paper, number)
            yield new, moved, first
            first = new.id
            told += len(moved)


def _perturbed(
    document: Document, statements: Sequence[Statement], day: int, name: str, paper: int, number: int
) -> tuple[Document, list[Statement]]:
    """One text elsewhere and at another time; the second paper prints it a day later."""
    published = (_FIRST + timedelta(days=day + paper)).isoformat()
    kept = frozenset(word.casefold() for one in statements for word in one.trigger.quote.split())
    text = "".join(_renamed(word, name, kept) for word in _pieces(document.text))
    if paper:
        text = f"{text}\n{number}"
    new = replace(
        document,
        id=hashlib.sha256(f"{number}".encode()).hexdigest(),
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        text_version="1",
        source=f"{number}.txt",
        text=text,
        publisher=f"Paper {name[:2]}{paper}",
        published=published,
    )
    moved = (_FIRST + timedelta(days=day)) - _day(document.published)
    return new, [_moved(one, new, moved, name, number, kept) for one in statements]


def _moved(
    one: Statement, document: Document, by: timedelta, name: str, number: int, kept: frozenset[str]
) -> Statement:
    where = one.where
    return replace(
        one,
        id=f"st_{number}_{one.id[3:13]}",
        document=document.id,
        reading=f"rd_{document.id}",
        quote="".join(_renamed(word, name, kept) for word in _pieces(one.quote)),
        sentence=replace(
            one.sentence, quote="".join(_renamed(word, name, kept) for word in _pieces(one.sentence.quote))
        ),
        actor=tuple(_elsewhere(party, name) for party in one.actor),
        recipient=tuple(_elsewhere(party, name) for party in one.recipient),
        when=_later(one.when, by),
        where=where if where.name is None else Where(f"{where.name}{name}", where.country, precision="place"),
        content_of=None if one.content_of is None else f"st_{number}_{one.content_of[3:13]}",
    )


def _elsewhere(party: Participant, name: str) -> Participant:
    """A known entity of another war: half of them stay, since the same parties fight on many days."""
    if not party.entity or int(name) % 2:
        return party
    return replace(party, entity=f"{party.entity}-{name[:3]}", name=f"{party.name} {name[:3]}")


def _later(when: When, by: timedelta) -> When:
    moved = [None if one is None else (_day(one) + by).isoformat() for one in (when.start, when.end)]
    if not any(moved):
        return when
    first, last = moved
    return When(first if first == last else f"{first or '..'}/{last or '..'}", first, last, when.basis)


def _day(told: str | None) -> date:
    parts = [int(one) for one in (told or "2000").split("/")[0].split("-")]
    return date(*[*parts, 1, 1][:3])


def _pieces(text: str) -> Iterator[str]:
    """Words and what stands between them."""
    at = 0
    for end, letter in enumerate(text):
        if letter in " \n":
            yield text[at:end]
            yield letter
            at = end + 1
    yield text[at:]


def _renamed(word: str, name: str, kept: frozenset[str]) -> str:
    """A name or a longer word gets the suffix of its war."""
    longer = len(word) > 3 and word.isalpha() and word.casefold() not in kept
    return f"{word}{name[:4]}" if longer else word
