"""Opening the file of a record: what is checked before it is touched, and how SQLite is set up.

Write-ahead log, so that readers never wait for the writer. `synchronous=FULL`: a finished document outlives
a power cut, too, and not only a killed process; one flush a document is little beside coding it.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from jirga.errors import RecordError
from jirga.store.failures import told
from jirga.store.migrations import APPLICATION_ID, MIGRATIONS, migrate

#: Bytes a page: a statement's row is some 2.5 KB, of which SQLite's usual 4 KB page holds one, half empty.
_PAGE = 16_384
#: Kilobytes of pages that a writer keeps at hand, at most: merging a large record looks about in all of it.
_CACHE = 65_536
#: Lists that may be half read at the same time in one process.
_OPEN_LISTS = 50


def connect(path: Path, *, writing: bool, wait: float) -> Engine:
    """Return an engine for the record at `path`, of the newest schema; RecordError says why there is none.

    `writing` makes a new record where there is none. `wait` is how long to wait for another writer, seconds.
    """
    _check_place(path, writing)
    with told(path):
        version = _version(path) if path.exists() else 0
        if version == 0 and not writing:
            raise RecordError(
                f"the record {path} is empty",
                stage="opening",
                next_step="read documents into it: jirga read PATH",
            )
        if writing or version < len(MIGRATIONS):
            _bring_up_to_date(path, wait)
        return _engine(path, wait, writing=writing)


def _check_place(path: Path, writing: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record", stage="opening", next_step="name a file")
    if path.exists():
        if writing and not os.access(path, os.W_OK):
            # SQLite would open it for reading only, and say so at the first write
            raise RecordError(
                f"the record {path} is read-only: it may not be written",
                stage="opening",
                next_step="change its permissions, or name another file with --record",
            )
        return
    if not writing:
        raise RecordError(
            f"there is no record {path}",
            stage="opening",
            next_step="make one with jirga read PATH, or name another with --record",
        )
    if not path.parent.is_dir():
        raise RecordError(
            f"there is no folder {path.parent} for the record {path}",
            stage="opening",
            next_step="make the folder, or name another place with --record",
        )


def _version(path: Path) -> int:
    """Return the schema version, 0 for an empty database; refuse what is no record or a later Jirga's."""
    # Without a log beside it the file is looked at as it lies: a file that is not ours gains no neighbours.
    log = path.with_name(path.name + "-wal")
    connection = sqlite3.connect(_uri(path, "ro" if log.exists() else "ro&immutable=1"), uri=True)
    try:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            return 0
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise RecordError(
                f"{path} is a database, but no Jirga record",
                stage="opening",
                next_step="name another file with --record; this one was left as it is",
            )
        version: int = connection.execute("SELECT max(version) FROM schema_version").fetchone()[0]
    finally:
        connection.close()
    if version > len(MIGRATIONS):
        raise RecordError(
            f"the record {path} is of schema {version}, a newer Jirga's (this one knows {len(MIGRATIONS)})",
            stage="opening",
            next_step="install a newer Jirga; the record was left as it is",
        )
    return version


def _bring_up_to_date(path: Path, wait: float) -> None:
    """Make or migrate the record in one transaction; this tells at once whether the file can be written."""
    engine = _engine(path, wait, writing=True)
    try:
        with engine.connect().execution_options(immediate=True) as connection, connection.begin():
            known = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'schema_version'")
            version = 0
            if known.first():
                version = connection.exec_driver_sql("SELECT max(version) FROM schema_version").scalar_one()
            if version < len(MIGRATIONS):  # looked at again inside the lock: another process may have done it
                migrate(connection, version)
    finally:
        engine.dispose()


def _engine(path: Path, wait: float, *, writing: bool) -> Engine:
    def connection() -> sqlite3.Connection:
        # A reader opens for writing, too, and is held back by query_only: only so can SQLite tidy up its log.
        made = sqlite3.connect(
            _uri(path, "rwc" if writing else "rw"), uri=True, timeout=wait, isolation_level=None
        )
        try:
            if writing:
                made.execute(f"PRAGMA page_size = {_PAGE}")  # heeded by a new record only
                made.execute("PRAGMA journal_mode = WAL")
                made.execute("PRAGMA synchronous = FULL")
                made.execute(f"PRAGMA cache_size = -{_CACHE}")
            made.execute(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
            made.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error:
            made.close()
            raise
        return made

    engine = create_engine(
        "sqlite://",
        creator=connection,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=_OPEN_LISTS,
        pool_timeout=1,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin for real: pysqlite begins nothing by itself, and a list must see one state of the record."""
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"
