"""Where a record is: a path, or a database URL."""

from __future__ import annotations

import re
from pathlib import Path

from jirga.errors import UsageError

_SQLITE = "sqlite:///"


def path_of(location: str | Path) -> Path:
    """Return the file of a record named by a path or by `sqlite:///path` (four slashes: an absolute path).

    Raises UsageError for any other URL.
    """
    text = str(location)
    if text.startswith(_SQLITE) and len(text) > len(_SQLITE):
        return Path(text.removeprefix(_SQLITE))
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text) and not isinstance(location, Path):
        raise UsageError(
            f"the record {_without_password(text)} is in a kind of database that is not yet supported",
            next_step="name a file (jirga.db or sqlite:///jirga.db); PostgreSQL is planned, not there yet",
        )
    if not text or "\x00" in text:
        raise UsageError("the record has no name", next_step="name a file, such as jirga.db")
    return Path(text)


def _without_password(url: str) -> str:
    return re.sub(r"//[^/@]*@", "//…@", url)
