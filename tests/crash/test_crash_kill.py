"""`kill -9` at random moments: no finished document is lost, none is half there, and the run goes on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

READING = Path(__file__).parents[1] / "reading"
DOCUMENTS = 40
KILLS = int(os.environ.get("JIRGA_KILLS", "10"))

#: Everything a record holds, without the order in which it came (`seq`).
CONTENT = {
    "document": "SELECT * FROM document ORDER BY id",
    "text": "SELECT * FROM document_text ORDER BY document",
    "reading": "SELECT * FROM reading ORDER BY id",
    "statement": "SELECT id, json FROM statement ORDER BY id",
    "participant": """SELECT s.id, p.role, p.position, p.name FROM statement_participant p
        JOIN statement s ON s.seq = p.statement ORDER BY 1, 2, 3""",
    "copy": "SELECT * FROM copy ORDER BY one, other",
    "band": "SELECT * FROM copy_band ORDER BY band, document",
    "passage": "SELECT document, start_offset, text FROM passage ORDER BY 1, 2",
    "found": """SELECT p.document, p.start_offset FROM passage_words w JOIN passage p ON p.seq = w.rowid
        WHERE passage_words MATCH 'killed' ORDER BY 1, 2""",
}

SCRIPT = """
    import sys
    from small_coder import SmallCoder
    from jirga.reading import read
    record, folder, jobs = sys.argv[1:]
    read(record, [folder], jobs=int(jobs), coder=SmallCoder)
"""


def start(record: Path, folder: Path, jobs: int = 1) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(READING), *sys.path])
    command = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(record), str(folder), str(jobs)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.DEVNULL)


def content(record: Path) -> dict[str, list[tuple[object, ...]]]:
    tool = sqlite3.connect(record)
    try:
        return {name: tool.execute(query).fetchall() for name, query in CONTENT.items()}
    finally:
        tool.close()


def assert_whole(record: Path) -> int:
    """Assert that every document is whole; return how many there are."""
    tool = sqlite3.connect(record)
    try:
        assert tool.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert tool.execute("PRAGMA foreign_key_check").fetchall() == []
        if not tool.execute("SELECT 1 FROM sqlite_master WHERE name = 'document'").fetchone():
            return 0  # killed before the record was made
        tool.execute("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)")
        incomplete = """SELECT d.source FROM document d WHERE
            (SELECT count(*) FROM reading r WHERE r.document = d.id AND r.current = 1) <> 1
            OR (SELECT count(*) FROM document_text t WHERE t.document = d.id) <> 1
            OR NOT EXISTS (SELECT 1 FROM passage p WHERE p.document = d.id)
            OR (SELECT r.statements FROM reading r WHERE r.document = d.id)
               <> (SELECT count(*) FROM statement s WHERE s.document = d.id)"""
        assert tool.execute(incomplete).fetchall() == []
        documents: int = tool.execute("SELECT count(*) FROM document").fetchone()[0]
        tool.rollback()
    finally:
        tool.close()
    return documents


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("small_coder_for_crashes", READING / "small_coder.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    made = tmp_path_factory.mktemp("articles")
    for number in range(DOCUMENTS):
        (made / f"{number:02}.txt").write_text(module.article(number))
    return made


@pytest.fixture(scope="module")
def uninterrupted(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a run that nobody killed."""
    record = tmp_path_factory.mktemp("whole") / "r.db"
    assert start(record, folder).wait(timeout=120) == 0
    return record


def stored(record: Path) -> int:
    """Return how many documents the record has now, 0 while there is none."""
    try:
        tool = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return 0
    try:
        number: int = tool.execute("SELECT count(*) FROM document").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        tool.close()
    return number


def killed_after(process: subprocess.Popen[bytes], record: Path, documents: int, seconds: float) -> None:
    """Kill the process once the record has so many documents, and a little later."""
    while process.poll() is None and stored(record) < documents:
        time.sleep(0.001)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=20)


def test_a_run_nobody_kills_reads_it_all(uninterrupted: Path) -> None:
    assert assert_whole(uninterrupted) == DOCUMENTS


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_again_and_again_it_ends_as_if_nobody_had(
    uninterrupted: Path, folder: Path, tmp_path: Path, jobs: int
) -> None:
    chance = random.Random(jobs)
    kills = max(2, KILLS // 2)
    record = tmp_path / "r.db"
    before, halfway = 0, 0
    for number in range(kills):
        process = start(record, folder, jobs)
        # in the middle of storing: so far on, and then at any moment of the next document or two
        wanted = min(
            before + chance.randint(0, max(1, 2 * DOCUMENTS // kills)),
            (number + 1) * DOCUMENTS // (kills + 1),
        )
        killed_after(process, record, max(wanted, 0), chance.random() * 0.02)
        after = assert_whole(record) if record.exists() else 0
        assert after >= before  # what was finished is kept
        before = after
        halfway += 0 < after < DOCUMENTS
    assert halfway >= 1  # else this has shown nothing
    assert start(record, folder, jobs).wait(timeout=120) == 0
    assert assert_whole(record) == DOCUMENTS
    assert content(record) == content(uninterrupted)


@pytest.mark.parametrize("moment", [0.0, 0.2, 0.4, 0.6, 0.8])
def test_killed_while_the_record_is_made_it_is_made_the_next_time(
    folder: Path, tmp_path: Path, moment: float
) -> None:
    record = tmp_path / "r.db"
    process = start(record, folder)
    while not record.exists():
        time.sleep(0.0005)
    time.sleep(moment * 0.02)  # making the tables takes some 20 ms
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=20)
    assert_whole(record)
    assert start(record, folder).wait(timeout=120) == 0
    assert assert_whole(record) == DOCUMENTS
