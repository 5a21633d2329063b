"""What is killed: reads a folder again and again, each time by another coder, and decides in between.

    python deciding_worker.py        each line of its input, "RECORD FOLDER LOG SEED", starts one to be killed

It forks, so that loading Jirga is paid for once; on its output it tells the id of each, and how it ended.
What the record has acknowledged is written to LOG at once: a decision by its id, a folder read to its end.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from small_coder import Coded, SmallCoder

import jirga
from jirga.errors import UsageError
from jirga.model import Document
from jirga.reading import read
from jirga.record import Record
from jirga.review import Decided


class Whole(SmallCoder):
    """Tells all there is."""


class Half(SmallCoder):
    """Tells of attacks nothing, so that what was decided of them loses its anchor."""

    configuration = "half"

    def code(self, document: Document) -> Coded:
        coded = super().code(document)
        kept = tuple(one for one in coded.statements if one.trigger.quote != "attacked")
        return Coded(coded.reading, kept)


def decided(record: Record, chance: random.Random) -> Decided:
    """Let one thing be decided, whichever."""
    statements = record.statements(all=True)
    if not statements:  # every document is withdrawn
        return record.undo()
    one, other = (chance.choice(statements) for _ in range(2))
    match chance.randrange(10):
        case 0:
            return record.decide(one.id, "accept")
        case 1:
            return record.decide(one.id, "reject")
        case 2:
            return record.decide(one.id, "set", [f"polarity={chance.choice(['negated', 'unknown'])}"])
        case 3 | 4:
            return record.decide(one.id, chance.choice(["same", "apart"]), [other.id])
        case 5:
            return record.correct(one.document, title=f"Title {chance.randrange(9)}")
        case 6:
            return record.withdraw(one.document)
        case _:
            return record.undo(chance.choice(record.decisions()).decision.id)


def work(location: str, folder: str, log: str, seed: str) -> None:
    """Work until killed."""
    chance = random.Random(int(seed))
    with Path(log).open("a", encoding="ascii") as acknowledged:

        def acknowledge(words: Sequence[str]) -> None:
            acknowledged.writelines(f"{word}\n" for word in words)
            acknowledged.flush()
            os.fsync(acknowledged.fileno())

        def act() -> None:
            try:
                acknowledge([one.id for one in decided(record, chance).decisions])
            except (UsageError, IndexError):  # the same statement twice, or nothing to undo
                return

        record = jirga.open(location)
        acknowledge(["begun"])
        while True:
            read(location, [folder], coder=chance.choice([Whole, Half]))
            acknowledge(["read"])
            for _ in range(chance.randrange(20)):
                act()


def serve() -> None:
    """Start a process for each line of standard input, one after another."""
    for number, line in enumerate(sys.stdin):
        if number == 0:
            warm_up(line.split()[1])
        process = os.fork()
        if process == 0:
            work(*line.split())
        print(process, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


def warm_up(articles: str) -> None:
    """Load all that the work needs by doing some: else each process loads it anew, and is killed then."""
    with tempfile.TemporaryDirectory() as made:
        location = str(Path(made) / "r.db")
        read(location, [articles], coder=Whole)
        with jirga.open(location) as record:
            for number in range(9):
                with suppress(UsageError, IndexError):
                    decided(record, random.Random(number))


if __name__ == "__main__":
    serve()
