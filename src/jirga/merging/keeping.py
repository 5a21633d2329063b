"""Keeping a record's events: what changed is compared with what it can meet, touched components cluster anew.

All of it is one transaction of the record: a merge that was killed leaves what was there, and the documents
noted as changed. Whether two statements are linked depends on the two alone, and a component is always
clustered as a whole; so the events are those that `events` works out from all statements at once, in
whatever order the documents came.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jirga.merging import clusters
from jirga.merging.blocking import hashed, keys
from jirga.merging.copies import Copies
from jirga.merging.eligible import tells_of_an_event
from jirga.merging.events import Reports, composed, lone
from jirga.merging.garbage import collected_rarely
from jirga.merging.linking import Rules
from jirga.merging.marks import Marks
from jirga.model import Constraints, Event, Statement

if TYPE_CHECKING:
    from jirga.store import Store
    from jirga.store.merged import Merging

#: Documents whose statements are looked up and linked together.
_BATCH = 50
#: Components composed together.
_COMPONENTS = 500
#: Statements whose marks are kept at hand: about 3 KB each.
_AT_HAND = 50_000

T = TypeVar("T")
Progress = Callable[[int, int], None]


def update(store: Store, progress: Progress | None = None) -> int:
    """Bring the events that a record keeps up to date; return how many documents had changed.

    `progress` is told how many of how many changed documents are compared. Nothing happens, and nothing is
    locked, where all is up to date. Raises RecordError where the record cannot be written.
    """
    if store.merged_by() == version():
        return 0
    with store.merging() as tables, collected_rarely():
        return _Update(tables, progress or (lambda _, __: None)).run()


@lru_cache(maxsize=1)
def version() -> str:
    """Return what names the weights, the likeness of words and the rules by which events are made."""
    return f"merging {digest(_RULES)}"


def digest(rules: Iterable[str], beside: str = "") -> str:
    """Return what names these modules of this room, its data, and what else is told `beside`."""
    found = hashlib.sha256(beside.encode())
    here = Path(__file__).parent
    for path in sorted([*(here / "data").iterdir(), *(here / name for name in rules)]):
        with suppress(OSError):  # a program packed without its sources has its data
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


#: The modules on which it depends what stands together.
_RULES = (
    "allegiance.py",
    "barecounts.py",
    "blocking.py",
    "clusters.py",
    "composing.py",
    "copies.py",
    "eligible.py",
    "events.py",
    "imprint.py",
    "independence.py",
    "linking.py",
    "marks.py",
    "meaning.py",
    "mentioned.py",
    "pairs.py",
    "sides.py",
    "stems.py",
    "takenup.py",
    "why.py",
    "within.py",
)


@dataclass(slots=True)
class _Update:
    """One update: the tables, and what is known of statements by their numbers.

    `looked_at` is how many changed documents were done before the statement's own.
    """

    tables: Merging
    progress: Progress
    rules: Rules = field(init=False)
    reports: Reports = field(init=False)
    marks: dict[int, Marks] = field(default_factory=dict)
    looked_at: dict[int, int] = field(default_factory=dict)

    def run(self) -> int:
        """Do all of it."""
        before, judged = self.tables.judged(), self.tables.constraints()
        if self.tables.made_by() != version():
            self.tables.forget()
            before = Constraints()
        self.rules = Rules(_copies(self.tables.copies()), judged)
        self.reports = Reports(self.tables.document)
        touched = self.tables.touched()
        seeds = self._linked(touched)
        seeds |= self._judged_anew(before, judged)
        self._recluster(seeds)
        self.tables.finish(version(), judged)
        return len(touched)

    # --- links ------------------------------------------------------------------------------------------

    def _linked(self, documents: Sequence[str]) -> set[int]:
        """Take the statements of documents out, put them in as they are now; return whose component moved."""
        seeds = self.tables.take_out(documents)
        done = 0
        for some in _batches(documents, _BATCH):
            told = [(seq, one) for seq, one in self.tables.of_documents(some) if tells_of_an_event(one)]
            self._look_up({seq for seq, _ in told}, dict(told))
            self.tables.put_in((seq, one.document, map(hashed, keys(self.marks[seq]))) for seq, one in told)
            fresh = {seq for seq, _ in told}
            self.looked_at |= dict.fromkeys(sorted(fresh), done)
            self.tables.link(self._links(self.tables.met(fresh)))
            seeds |= fresh
            done += len(some)
            self.progress(done, len(documents))
        return seeds

    def _links(self, met: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        pairs = list(met)
        self._look_up({one for both in pairs for one in both})
        for one, other in pairs:
            if clusters.judged(self.marks[one], self.marks[other], self.rules) > 0:
                yield one, other

    def _judged_anew(self, before: Constraints, now: Constraints) -> set[int]:
        """Link what people newly put together, and let go what they no longer do; return who is concerned."""
        changed = (before.same ^ now.same) | (before.apart ^ now.apart)
        numbers = self.tables.numbers({one for both in changed | now.same for one in both})
        found = {numbers[one] for both in changed for one in both if one in numbers}
        linked = {other for _, other in self.tables.links(found)}
        self.tables.unlink(found)
        pairs = set(self.tables.met(found))
        pairs |= {
            (numbers[one], numbers[other]) for one, other in now.same if one in numbers and other in numbers
        }
        self.tables.link(self._links(pairs))
        return found | linked

    # --- clusters ---------------------------------------------------------------------------------------

    def _recluster(self, seeds: set[int]) -> None:
        """Cluster anew every component that holds one of the seeds, and keep its events."""
        for some in _batches(self._components(seeds), _COMPONENTS):
            numbers = {one for component in some for one in component}
            statements = self.tables.numbered(numbers)
            self._look_up({one for component in some if len(component) > 1 for one in component}, statements)
            made = [pair for component in some for pair in self._events(component, statements)]
            self.tables.replace(numbers, made)

    def _components(self, seeds: set[int]) -> list[list[int]]:
        """The components of links that hold a seed, what was looked at last first: its marks are at hand."""
        reached, edge = set(seeds), set(seeds)
        links: list[tuple[int, int]] = []
        while edge:
            new = list(self.tables.links(edge))
            links += new
            edge = {other for _, other in new} - reached
            reached |= edge
        found = clusters.components(reached, links)
        return sorted(found, key=lambda some: -max(self.looked_at.get(one, 0) for one in some))

    def _events(
        self, component: Sequence[int], statements: dict[int, Statement]
    ) -> Iterator[tuple[Event, list[int]]]:
        if len(component) == 1:
            yield lone(statements[component[0]]), [*component]
            return
        seen = {self.marks[one].id: self.marks[one] for one in component}
        told = {statements[one].id: statements[one] for one in component}
        number = {statements[one].id: one for one in component}
        for cluster in clusters.clustered([*seen.values()], self.rules):
            event = composed(cluster, told, seen, self.reports, self.rules)
            yield event, [number[one] for one in event.statements]

    # --- what is known ----------------------------------------------------------------------------------

    def _look_up(self, numbers: set[int], statements: dict[int, Statement] | None = None) -> None:
        """Have the marks of these statements at hand; those looked at longest ago are let go of."""
        missing = numbers - self.marks.keys()
        found = statements if statements is not None else self.tables.numbered(missing)
        around = {found[one].document for one in missing} - self.reports.settings.keys()
        for document in self.tables.documents(around):
            self.reports.learn(document)
        vectors = self.tables.meanings(missing)
        for seq in sorted(missing, key=lambda one: found[one].document):
            self.marks[seq] = self.reports.marks(found[seq], vectors.get(seq))
        over = len(self.marks) - _AT_HAND
        if over > 0:
            oldest = islice(self.marks, over + len(numbers))
            for seq in list(islice((one for one in oldest if one not in numbers), over)):
                del self.marks[seq]


def _copies(pairs: Iterable[tuple[str, str]]) -> Copies:
    of: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        of[one].add(other)
        of[other].add(one)
    return Copies({one: frozenset(others) for one, others in of.items()}, {})


def _batches(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    yield from (values[at : at + size] for at in range(0, len(values), size))
