"""A record put in from the file that `export --what record` wrote: all of it, or nothing.

The file is somebody's, and believed in nothing: it is read through once, every line checked (the types of
all fields, each quote against its text, what belongs to what, the counts at the end), before the record is
touched, and then put in in one transaction.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from jirga.errors import JirgaError, RecordError, UsageError
from jirga.exports.receiving import OTHER_FILE, DamageError, Receiver
from jirga.model import Decision

if TYPE_CHECKING:
    from jirga.store import Loaded, Store, WholeDocument

Json = dict[str, Any]

#: Bytes of one line at most: a document's text stands in one, some 50 KB as a rule.
LONGEST_LINE = 256 * 2**20

_WHOLE_FILE = "get the file whole again: jirga export --what record -o FILE"


def load(path: str | Path, opened: Callable[[], Store]) -> Loaded:
    """Put a file (`-`: standard input) into the record that `opened` opens; returns what was new.

    Raises UsageError for another kind of file or one without its text, JirgaError naming the line of a
    damaged one, RecordError where the record cannot be written; in each case the record is as it was.
    """
    name = "standard input" if str(path) == "-" else str(path)
    with _seekable(path) as file:
        for _ in parts(file, name):
            pass
        file.seek(0)
        with opened() as store:
            return _put_in(store, file, name)


def _put_in(store: Store, file: BinaryIO, name: str) -> Loaded:
    from sqlalchemy.exc import IntegrityError

    from jirga import merging

    try:
        loaded = store.load(parts(file, name))
    except RecordError as error:
        if isinstance(error.__cause__, IntegrityError):
            raise JirgaError(
                "an id in it belongs to something else in this record",
                document=name,
                stage="import",
                next_step="import it into a new record, with --record",
            ) from error
        raise
    merging.update(store)  # events follow from what came in; stopped here, the next reader makes them
    return loaded


@contextlib.contextmanager
def _seekable(path: str | Path) -> Iterator[BinaryIO]:
    """Open the file; standard input is first copied to a place from which it can be read twice."""
    if str(path) == "-":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            copy.seek(0)
            yield copy
        return
    try:
        with Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}", stage="import", next_step=OTHER_FILE
        ) from error


def parts(file: BinaryIO, name: str) -> Iterator[WholeDocument | Decision]:
    """Yield the documents of the file, whole and checked, and its decisions; UsageError or JirgaError."""
    reader = Receiver()
    number = 0
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
        try:
            done = reader.line(_parsed(line), first=number == 1)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise _damaged(error, f"{name}:{number}") from error
        except UsageError as error:
            raise UsageError(error.what, document=name, stage="import", next_step=error.next_step) from error
        yield from done
    if not reader.ended:
        raise JirgaError(
            f"it ends after line {number}, without the end that every export has: it was cut off",
            document=name,
            stage="import",
            next_step=_WHOLE_FILE,
        )


def _damaged(error: Exception, where: str) -> JirgaError:
    if isinstance(error, KeyError):
        what = f"{error.args[0]} is missing"
    elif isinstance(error, RecursionError):
        what = "it is nested too deeply"
    elif isinstance(error, ValueError):
        what = str(error)
    else:
        what = "it does not have the form of a line of a record"
    return JirgaError(what, document=where, stage="import", next_step=f"nothing was written; {_WHOLE_FILE}")


def _parsed(line: bytes) -> Json:
    if len(line) >= LONGEST_LINE:
        raise DamageError(f"it is longer than {LONGEST_LINE:,} bytes")
    try:
        obj = json.loads(line.decode(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise DamageError("it is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise DamageError(f"it is no JSON ({error.msg}, character {error.pos + 1})") from error
    except DamageError:
        raise
    except ValueError as error:  # Python bounds the digits of a number
        raise DamageError("it holds a number of too many digits") from error
    if not isinstance(obj, dict):
        raise DamageError("it is no JSON object")
    return obj


def _no_number(name: str) -> float:
    raise DamageError(f"{name} is no number")
