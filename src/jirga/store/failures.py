"""What SQLite says when it cannot, as one clear line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from jirga.errors import RecordError

_KEPT = "what was finished is kept"

#: SQLite's primary result code → what happened, what to do.
_KNOWN: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "is being written by another process, which did not let go in time",
        f"let the other one finish, then run the same again; {_KEPT}",
    ),
    sqlite3.SQLITE_READONLY: (
        "cannot be written: the file or its folder is read-only",
        "change its permissions, or name another file with --record",
    ),
    sqlite3.SQLITE_FULL: (
        "cannot grow: the disk is full",
        f"free some space, then run the same again; {_KEPT}",
    ),
    sqlite3.SQLITE_IOERR: (
        "could not be read or written: the disk reports an error (full, over a limit, or failing)",
        f"check the disk and its free space, then run the same again; {_KEPT}",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged",
        "restore it from a copy, or read the documents into a new record with --record",
    ),
    sqlite3.SQLITE_NOTADB: (
        "is no Jirga record: it is not a database",
        "name another file with --record; this one was left as it is",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened: no permission for the file, or none to write in its folder (readers need it too)",
        "change the permissions, or copy the record to a folder of your own",
    ),
    sqlite3.SQLITE_PERM: ("cannot be opened: no permission", "change its permissions"),
}
_KNOWN[sqlite3.SQLITE_LOCKED] = _KNOWN[sqlite3.SQLITE_BUSY]


@contextmanager
def told(path: Path, document: str = "") -> Iterator[None]:
    """Turn any failure of the database inside the block into a RecordError about the record at `path`."""
    try:
        yield
    except DBAPIError as error:
        raise record_error(path, error.orig or error, document) from error
    except sqlite3.Error as error:
        raise record_error(path, error, document) from error
    except PoolTimeout as error:
        raise RecordError(
            f"the record {path} has too many lists open at once",
            stage="storing",
            next_step="finish or close some of the lists before asking for more",
        ) from error


def record_error(path: Path, error: BaseException, document: str = "") -> RecordError:
    """Return the RecordError for a failure of SQLite with the record at `path`."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes keep the primary one in the low byte
    what, next_step = _KNOWN.get(code, (f"could not be used ({error})", "report this with the line above"))
    return RecordError(f"the record {path} {what}", document=document, stage="storing", next_step=next_step)
