from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from store_samples import a_document, a_problem, a_reading, a_statement

from jirga.errors import RecordError
from jirga.model import Factuality
from jirga.store import Store
from jirga.store.migrations import MIGRATIONS, Migration, migrate
from jirga.store.tables import metadata


def test_the_tables_queried_are_those_that_the_migrations_make(tmp_path: Path) -> None:
    Store.open(tmp_path / "r.db", writing=True).close()
    made = inspect(create_engine(f"sqlite:///{tmp_path / 'r.db'}"))
    for table in metadata.sorted_tables:
        columns = {column["name"]: str(column["type"]) for column in made.get_columns(table.name)}
        kinds = {"FLOAT": "REAL"}
        assert columns == {one.name: kinds.get(str(one.type), str(one.type)) for one in table.columns}, (
            table.name
        )


def test_any_sqlite_tool_can_ask_what_happened(tmp_path: Path) -> None:
    document = a_document()
    reading = a_reading(document, status="partial", problems=(a_problem(document),))
    with Store.open(tmp_path / "r.db", writing=True) as store:
        denied = a_statement(document, reading, factuality=Factuality("negated"))
        store.save(document, reading, [a_statement(document, reading), denied])
    tool = sqlite3.connect(tmp_path / "r.db")
    query = "SELECT type, when_edtf, actor, said_by, quote, source FROM happened"
    assert tool.execute(query).fetchall() == [
        ("RETREAT", "2022-06-02", "Tehrik-i-Taliban Pakistan", "General Bajwa", "released", "a.txt")
    ]
    assert tool.execute("SELECT count(*) FROM said").fetchone() == (2,)
    assert tool.execute("SELECT source, status FROM unread").fetchall() == [("a.txt", "partial")]


def test_a_record_of_a_newer_jirga_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.open(path, writing=True).close()
    with sqlite3.connect(path) as tool:
        tool.execute("INSERT INTO schema_version VALUES (99, 'of the future', 'then')")
    tool.close()
    before = path.read_bytes()
    for writing in (False, True):
        with pytest.raises(RecordError, match="schema 99, a newer Jirga's"):
            Store.open(path, writing=writing)
    assert path.read_bytes() == before


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_database_is_refused_and_left_alone(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as tool:
        tool.execute(f"PRAGMA journal_mode = {mode}")
        tool.execute("CREATE TABLE statement (id TEXT)")
    tool.close()
    before = path.read_bytes()
    for writing in (False, True):
        with pytest.raises(RecordError, match="no Jirga record"):
            Store.open(path, writing=writing)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and not a record at all. " * 50)
    before = path.read_bytes()
    for writing in (False, True):
        with pytest.raises(RecordError, match="it is not a database"):
            Store.open(path, writing=writing)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_record_when_written_only(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(RecordError, match="is empty"):
        Store.open(path)
    assert path.stat().st_size == 0
    Store.open(path, writing=True).close()
    Store.open(path).close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, writing=True) as store:
        document = a_document()
        store.save(document, a_reading(document), [])
    failing = Migration("breaks", ("CREATE TABLE more (id TEXT)", "ALTER TABLE nothing ADD COLUMN x"))
    with Store.open(path, writing=True) as store:
        with pytest.raises(Exception, match="nothing"), store._transaction(immediate=True) as connection:
            migrate(connection, len(MIGRATIONS), (*MIGRATIONS, failing))
        assert [one.id for one in store.documents()] == [document.id]
    with sqlite3.connect(path) as tool:
        assert tool.execute("SELECT max(version) FROM schema_version").fetchone() == (len(MIGRATIONS),)
        assert tool.execute("SELECT name FROM sqlite_master WHERE name = 'more'").fetchall() == []


def test_an_older_record_is_brought_up_to_date_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    Store.open(path, writing=True).close()
    seen: list[int] = []
    added = Migration("counts", ("CREATE TABLE more (n INTEGER)", lambda _: seen.append(1)))
    monkeypatch.setattr("jirga.store.connection.MIGRATIONS", (*MIGRATIONS, added))
    monkeypatch.setattr("jirga.store.connection.migrate", lambda c, v: migrate(c, v, (*MIGRATIONS, added)))
    Store.open(path).close()
    Store.open(path).close()
    assert seen == [1]
    with sqlite3.connect(path) as tool:
        assert tool.execute("SELECT version, what FROM schema_version").fetchall()[-1] == (
            len(MIGRATIONS) + 1,
            "counts",
        )
