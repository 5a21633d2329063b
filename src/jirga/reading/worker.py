"""A worker process: takes tasks from its input, gives outcomes on its output, until its input ends.

`python -m jirga.reading.worker`, started by `workers.py`. A process of its own, not one made by
multiprocessing, so that a user's script needs no `if __name__ == "__main__"`; and one that dies with its
reader, since its input then ends.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import Any, BinaryIO

from jirga.errors import JirgaError
from jirga.reading.one import Bench
from jirga.store import Store


def main() -> None:
    """Serve tasks from standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the reader, which then ends its workers
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    sys.path[:] = pickle.load(tasks)
    try:
        location, limits, coder = pickle.load(tasks)
        bench = Bench(Store.open(location), coder(), limits)
    except JirgaError as error:
        _answer(answers, error)
        return
    _answer(answers, "ready")
    _serve(bench, tasks, answers)


def _serve(bench: Bench, tasks: BinaryIO, answers: BinaryIO) -> None:
    while True:
        try:
            task = pickle.load(tasks)
        except EOFError:
            return
        try:
            _answer(answers, bench.outcomes(task))
        except JirgaError as error:
            _answer(answers, error)


def _answer(answers: BinaryIO, answer: Any) -> None:
    answers.write(pickle.dumps(_portable(answer)))
    answers.flush()


def _portable(answer: Any) -> Any:
    """Return an error without its cause, which may hold what cannot travel; anything else as it is."""
    if isinstance(answer, JirgaError):
        return type(answer), answer.what, answer.document, answer.stage, answer.next_step
    return answer


if __name__ == "__main__":
    main()
