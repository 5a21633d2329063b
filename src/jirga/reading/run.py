"""A run: what there is to read, each document coded once and stored by itself, and the report of it all."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from jirga import merging
from jirga.documents import Limits, PassedOver, Source, discover
from jirga.documents import read as read_documents
from jirga.errors import DocumentError, UsageError
from jirga.model import Problem
from jirga.reading.one import Bench, CoderFactory, Finished, Outcome, Setup, Task, usual_coder
from jirga.reading.report import Progress, Report, Silence
from jirga.reading.workers import Workers
from jirga.store import Store

#: Formats of which one file holds many documents: read here, row by row, so that the rows can be shared out.
_TABLES = frozenset({"csv", "jsonl"})

#: Below this many bytes (some thirty articles) starting worker processes costs more than they save: each
#: loads a language model, which takes about as long as coding five articles.
_WORTH_WORKERS = 150_000

_DEFAULT_LIMITS = Limits()


def read(
    location: str | Path,
    paths: Sequence[str | Path],
    *,
    jobs: int | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    progress: Progress | None = None,
    coder: CoderFactory = usual_coder,
) -> Report:
    """Read files, folders and `-` into the record at `location`, and report what was read, new and failed.

    Each document is stored in a transaction of its own, so that a run that was ended by whatever means is
    resumed by the same call. `jobs` processes code (default: one for little, else one a processor); this one
    alone writes. `coder` makes the coder; with several jobs it must be importable by name.

    Raises RecordError, naming the document, where the record cannot be written; UsageError for wrong values;
    KeyboardInterrupt, whose text says how to resume, on Ctrl-C. What was finished is then in the record.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} processes cannot read", next_step="name one or more, or leave it out")
    begun = time.monotonic()
    with Store.open(location, writing=True) as store:
        everything = list(discover(paths))
        found = [one for one in everything if not isinstance(one, PassedOver)]
        passed_over = tuple(one.name for one in everything if isinstance(one, PassedOver))
        sizes = [max(one.size, 0) for one in found if isinstance(one, Source)]
        run = Run(store, progress or Silence())
        run.progress.start(sum(sizes))
        with _resumable(run):
            tasks = _tasks(found, limits)
            number = jobs or _usual_jobs(sum(sizes))
            finished = (
                _in_this_process(Bench(store, coder(), limits), tasks)
                if number == 1
                else _in_workers(number, (str(location), limits, coder), tasks)
            )
            with closing(finished):  # ends the workers now, should storing fail
                for task, outcomes in finished:
                    run.take(task, outcomes)
            merging.update(store)
    seconds = time.monotonic() - begun
    return replace(run.report, seconds=seconds, problems=tuple(run.problems), passed_over=passed_over)


class Run:
    """What has become of the documents so far."""

    def __init__(self, store: Store, progress: Progress) -> None:
        """Begin with nothing; `store` is open for writing."""
        self.report = Report()
        self.problems: list[Problem] = []
        self.progress = progress
        self._store = store

    def take(self, task: Task | Problem, outcomes: list[Outcome]) -> None:
        """Store the outcomes of a task and tell of its progress."""
        documents = 0
        for outcome in outcomes:
            if isinstance(outcome, Finished):
                documents += 1
                self._store_one(outcome)
            else:
                self._tell([outcome])
                self._count(failed=1)
        self.progress.advance(task.size if isinstance(task, Task) else 0, documents)

    def _store_one(self, done: Finished) -> None:
        if done.known and self._store.is_current(done.reading.id):
            self._count(seen=1, unchanged=1)
            return
        try:
            saved = self._store.save(
                done.document, done.reading, done.statements, as_read=done.as_read, meanings=done.meanings
            )
        except DocumentError as error:
            self._tell([Problem(error.document, error.stage, error.what, error.next_step)])
            self._count(seen=1, failed=1)
            return
        self._tell([] if done.known else done.reading.problems)
        status = "complete" if done.known else done.reading.status
        self._count(
            seen=1,
            new=int(saved.new),
            unchanged=int(not saved.new),
            copies=int(saved.copies > 0),
            failed=int(status == "failed"),
            partial=int(status == "partial"),
            statements=saved.statements,
            undated=int(saved.new and status != "failed" and done.document.published is None),
            words=len(done.document.text.split()) if saved.new else 0,
        )

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.problems.append(problem)
            self.progress.problem(problem.line())

    def _count(self, **more: int) -> None:
        self.report = replace(
            self.report, **{name: getattr(self.report, name) + n for name, n in more.items()}
        )


@contextmanager
def _resumable(run: Run) -> Iterator[None]:
    """On Ctrl-C say what is kept and how to go on; end the progress in any case."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(
            f"stopped: {run.report.seen} documents are finished and kept. "
            "Next: run the same again, it goes on where it stopped."
        ) from None
    finally:
        run.progress.finish()


_Taken = Generator[tuple[Task | Problem, list[Outcome]], None, None]


def _in_this_process(bench: Bench, tasks: Iterable[Task | Problem]) -> _Taken:
    for task in tasks:
        yield task, bench.outcomes(task) if isinstance(task, Task) else [task]


def _in_workers(jobs: int, setup: Setup, tasks: Iterable[Task | Problem]) -> _Taken:
    with Workers(jobs, setup) as workers:
        yield from workers.outcomes(tasks)


def _tasks(found: Iterable[Source | Problem], limits: Limits) -> Iterator[Task | Problem]:
    """Yield a task for each file, and for each row of a table; what cannot be read stands in its place."""
    for one in found:
        if isinstance(one, Problem):
            yield one
        elif one.path is not None and one.format not in _TABLES:
            yield Task(one, one.size)
        else:
            yield from _rows(one, limits)


def _rows(source: Source, limits: Limits) -> Iterator[Task | Problem]:
    """Yield a task for each document of a table or of standard input; their sizes add up to its size."""
    left = max(source.size, 0)
    held: list[Task | Problem] = []  # the last document, which takes what is left, and what came after it
    for row in read_documents(source, limits):
        if isinstance(row, Problem):
            held.append(row)
            continue
        yield from held
        size = min(left, len(row.text))
        left -= size
        held = [Task(row, size)]
    yield from (replace(one, size=one.size + left) if isinstance(one, Task) else one for one in held)


def _usual_jobs(total_bytes: int) -> int:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors if total_bytes >= _WORTH_WORKERS else 1
