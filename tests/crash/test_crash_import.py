"""`kill -9` while a record is imported: none of it is there, or all of it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the sample record is shared by several folders

import jirga
import sample_record as made
from jirga.store import Store

DOCUMENTS = 60
KILLS = int(os.environ.get("JIRGA_KILLS", "10"))
SCRIPT = """
    import sys, jirga
    with jirga.open(sys.argv[1]) as record:
        print("begun", flush=True)
        record.import_(sys.argv[2])
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of many documents as a file."""
    folder = tmp_path_factory.mktemp("many")
    with Store.open(folder / "many.db", writing=True) as store:
        for number in range(DOCUMENTS):
            words = " ".join(f"word{number}x{at}" for at in range(200))  # no copy of another
            text = f"{made.TOLL} {words}"
            document = made.document(text, f"reports/{number}.txt")
            said = replace(made.LEADS, document=document.id, reading=made.reading(document).id)
            store.save(
                document, made.reading(document), [replace(said, id=f"st_{number}_{n}") for n in range(20)]
            )
    with jirga.open(folder / "many.db") as record:
        record.export(folder / "many.jsonl", what="record")
    return folder / "many.jsonl"


def start(record: Path, file: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(record), str(file)]
    process = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, stdout=-1
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    return process


def documents(record: Path) -> int:
    """How many documents there are, each whole; the database is sound."""
    tool = sqlite3.connect(record)
    try:
        assert tool.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert tool.execute("PRAGMA foreign_key_check").fetchall() == []
        if not tool.execute("SELECT 1 FROM sqlite_master WHERE name = 'document'").fetchone():
            return 0
        found: int = tool.execute("SELECT count(*) FROM document").fetchone()[0]
        statements: int = tool.execute("SELECT count(*) FROM statement").fetchone()[0]
        assert statements == found * 20
    finally:
        tool.close()
    return found


def test_killed_at_any_moment_all_of_it_is_there_or_nothing(exported: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    process = start(tmp_path / "whole.db", exported)
    assert process.wait(timeout=120) == 0
    takes = time.monotonic() - began
    chance = random.Random(1)
    ends = []
    for number in range(KILLS):
        record = tmp_path / f"{number}.db"
        process = start(record, exported)
        time.sleep(chance.random() * takes)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
        ends.append(documents(record) if record.exists() else 0)
    assert set(ends) <= {0, DOCUMENTS}
    assert 0 in ends  # else this has shown nothing
    with jirga.open(record) as again:
        again.import_(exported)
        again.export(tmp_path / "again.jsonl", what="record")
    assert (tmp_path / "again.jsonl").read_bytes() == exported.read_bytes()
