"""Jirga reads reporting on armed conflict and talks, and keeps who says what happened.

    import jirga

    with jirga.open("jirga.db") as record:
        record.read(["examples/"])
        for event in record.events(entity="ttp", since="2021"):
            print(event.when.edtf, event.type, event.statements)

Importing loads nothing heavy: the database and the parser come when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from jirga.record import Record

__version__ = "0.1.0"
__all__ = ["open"]


def open(location: str | Path = "jirga.db") -> Record:  # noqa: A001 (jirga.open, as one opens a file)
    """Return the record at `location`, a file or a URL; it is made by the first `read` where it is missing.

    Raises RecordError, when first asked, where it is missing, locked or from a newer Jirga.
    """
    from jirga.record import Record

    return Record(location)
