"""Several worker processes, of which any may die: the document it died of is named, the others go on."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Any

from jirga.errors import JirgaError
from jirga.model import Problem
from jirga.reading.one import Outcome, Setup, Task

#: Tasks under way or finished but not yet taken, for each worker: enough that none waits, few enough to hold.
_AHEAD = 4


class Workers:
    """A pool of worker processes; a context manager that ends them at once."""

    def __init__(self, jobs: int, setup: Setup) -> None:
        """Name how many there shall be; each starts with its first task."""
        self._jobs = jobs
        self._setup = setup
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all = [_Worker(setup) for _ in range(jobs)]
        for worker in self._all:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs)

    def outcomes(self, tasks: Iterable[Task | Problem]) -> Iterator[tuple[Task | Problem, list[Outcome]]]:
        """Yield each task with what became of its documents, in the order of the tasks.

        A Problem among the tasks is passed through in its place. Raises JirgaError where a worker cannot
        work at all (no record, no language model).
        """
        ahead: deque[tuple[Task | Problem, Future[list[Outcome]] | None]] = deque()
        for task in tasks:
            ahead.append((task, self._threads.submit(self._ask, task) if isinstance(task, Task) else None))
            if len(ahead) >= self._jobs * _AHEAD:
                yield _taken(*ahead.popleft())
        while ahead:
            yield _taken(*ahead.popleft())

    def __enter__(self) -> Workers:
        """Return the pool."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every worker, whatever it is doing: what is not stored yet will be read again."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.end()
        self._threads.shutdown(wait=True)

    def _ask(self, task: Task) -> list[Outcome]:
        worker = self._idle.get()
        try:
            return worker.outcomes(task)
        finally:
            self._idle.put(worker)


def _taken(
    task: Task | Problem, future: Future[list[Outcome]] | None
) -> tuple[Task | Problem, list[Outcome]]:
    return (task, future.result()) if future else (task, [task] if isinstance(task, Problem) else [])


class _Worker:
    """One worker process, started when first asked and again after it has died."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def outcomes(self, task: Task) -> list[Outcome]:
        process = self._process or self._start()
        try:
            _tell(process.stdin, task)
            outcomes: list[Outcome] = _heard(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            return [_death(task, self._buried(process))]
        return outcomes

    def end(self) -> None:
        self._ended = True
        if self._process:
            self._process.kill()
            self._buried(self._process)

    def _start(self) -> subprocess.Popen[bytes]:
        if self._ended:
            raise JirgaError("the run has ended", stage="coding")
        # A process group of its own, so that Ctrl-C on the terminal reaches the reader alone.
        process = subprocess.Popen(
            [sys.executable, "-m", "jirga.reading.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            process_group=0 if os.name == "posix" else None,
        )
        self._process = process
        try:
            _tell(process.stdin, sys.path)
            _tell(process.stdin, self._setup)
            _heard(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise JirgaError(
                f"a worker process could not start ({_fate(self._buried(process))})",
                stage="coding",
                next_step="try again in one process (--jobs 1), which shows why",
            ) from error
        return process

    def _buried(self, process: subprocess.Popen[bytes]) -> int:
        """Return the exit status of a process that is dying; the next task gets a new one."""
        self._process = None
        for stream in (process.stdin, process.stdout):
            try:
                stream.close() if stream else None
            except OSError:
                continue  # what was still to be written can no longer be: the other end is gone
        try:
            return process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _tell(stream: IO[bytes] | None, what: Any) -> None:
    if stream is None:
        raise EOFError
    stream.write(pickle.dumps(what))
    stream.flush()


def _heard(stream: IO[bytes] | None) -> Any:
    if stream is None:
        raise EOFError
    answer = pickle.load(stream)
    if isinstance(answer, tuple):
        kind, what, document, stage, next_step = answer
        raise kind(what, document=document, stage=stage, next_step=next_step)
    return answer


def _death(task: Task, status: int) -> Problem:
    next_step = "the others were read; look at this one, and read it again by itself"
    return Problem(task.name, "coding", f"the process that coded it died ({_fate(status)})", next_step)


def _fate(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    why = ": perhaps too little memory" if -status == getattr(signal, "SIGKILL", 9) else ""
    return f"ended by {signal.Signals(-status).name}{why}"
