"""`kill -9` while documents are read, merged and decided on: what was acknowledged is there, and whole.

JIRGA_KILLS=200 kills so often; the suite does it now and then.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import jirga
from jirga.model import Decision, Statement
from jirga.store import Query, Store

HERE = Path(__file__).parent
READING = HERE.parent / "reading"
DOCUMENTS = 6
KILLS = int(os.environ.get("JIRGA_KILLS", "4"))

for folder in (HERE, READING):
    sys.path.insert(0, str(folder))

from small_coder import SmallCoder, article  # noqa: E402 (beside this file)

from jirga.reading import read  # noqa: E402 (reads by it)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    for number in range(DOCUMENTS):
        (made / f"{number:02}.txt").write_text(article(number))
    return made


@pytest.fixture
def starter() -> Iterator[subprocess.Popen[str]]:
    """What starts the processes to be killed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(READING), *sys.path])}
    process = subprocess.Popen(
        [sys.executable, str(HERE / "deciding_worker.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    with process:
        yield process


def lines(log: Path) -> list[str]:
    return log.read_text().split() if log.exists() else []


def killed_while_working(
    starter: subprocess.Popen[str], what: str, log: Path, acts: int, wait: float
) -> None:
    """Start one, kill it so many acts after it has begun, and a moment later; it never ends by itself."""
    assert starter.stdin is not None and starter.stdout is not None
    before = len(lines(log))
    starter.stdin.write(f"{what}\n")
    starter.stdin.flush()
    process, begun = int(starter.stdout.readline()), time.monotonic()
    while len(lines(log)) <= before + acts and time.monotonic() < begun + 60:
        time.sleep(0.002)
    time.sleep(wait)
    os.kill(process, signal.SIGKILL)
    assert int(starter.stdout.readline()) == -signal.SIGKILL


def acknowledged(log: Path) -> set[str]:
    return {word for word in lines(log) if word.startswith("de_")}


def shown(record: Path) -> tuple[list[Statement], list[tuple[Decision, bool]], object]:
    """What the record shows: its lists, its decisions, what it says of pairs."""
    with Store.open(record) as store:
        judged = store.constraints()
        return list(store.statements(Query(all=True))), store.decisions(), (judged, store.lost())


def assert_whole(record: Path, log: Path) -> None:
    """Assert that nothing acknowledged is lost, and that what decisions do is all there, or not begun."""
    tool = sqlite3.connect(record)
    assert tool.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert tool.execute("PRAGMA foreign_key_check").fetchall() == []
    there = {row[0] for row in tool.execute("SELECT id FROM decision")}
    torn = """SELECT r.id FROM reading r WHERE r.current = 1 AND r.statements
        <> (SELECT count(*) FROM statement s WHERE s.reading = r.id)"""
    assert tool.execute(torn).fetchall() == []
    tool.close()
    assert acknowledged(log) <= there
    laid_anew = record.with_name("anew.db")
    for end in ("", "-wal"):
        if record.with_name(record.name + end).exists():
            shutil.copy(record.with_name(record.name + end), laid_anew.with_name(laid_anew.name + end))
    try:
        with Store.open(laid_anew, writing=True) as store, store._transaction(immediate=True) as connection:
            from jirga.store import deciding

            deciding.apply(connection, store.sources())
        assert shown(laid_anew) == shown(record)
    finally:
        for end in ("", "-wal", "-shm"):
            laid_anew.with_name(laid_anew.name + end).unlink(missing_ok=True)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_and_nothing_is_torn(
    articles: Path, tmp_path: Path, starter: subprocess.Popen[str]
) -> None:
    chance = random.Random(2026)
    record, log = tmp_path / "r.db", tmp_path / "log"
    read(record, [articles], coder=SmallCoder)  # test_crash_kill kills while a record is made
    for number in range(KILLS):
        what = f"{record} {articles} {log} {number}"
        killed_while_working(starter, what, log, chance.randrange(20), chance.random() * 0.05)
        assert_whole(record, log)
    assert len(acknowledged(log)) >= 3 * KILLS  # else this has shown nothing
    read(record, [articles], coder=SmallCoder)
    assert_whole(record, log)
    # a record made afresh from the same documents and decisions shows the same
    with jirga.open(record) as opened, jirga.open(tmp_path / "fresh.db") as fresh:
        opened.export(tmp_path / "decisions.jsonl", what="decisions")
        read(tmp_path / "fresh.db", [articles], coder=SmallCoder)
        fresh.decide(file=tmp_path / "decisions.jsonl")
        assert fresh.statements(all=True) == opened.statements(all=True)
        assert fresh.decisions(all=True) == opened.decisions(all=True)
        assert fresh.events(all=True) == opened.events(all=True)
        assert fresh.store.constraints() == opened.store.constraints()
