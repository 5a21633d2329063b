"""Which format writes what, and where to: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from jirga.errors import JirgaError, UsageError
from jirga.exports import csv, jsonl, parquet, plover

Json = dict[str, Any]

#: What can be exported: the lists of the record that have rows of their own.
WHATS: tuple[str, ...] = ("statements", "events", "entities", "quantities", "documents", "relations")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its writer, what it can hold, whether it is binary (and so is refused by a terminal)."""

    name: str
    write: Callable[[Iterable[Json], BinaryIO, str], int]
    whats: tuple[str, ...] = WHATS
    binary: bool = False


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", jsonl.write),
        Format("csv", csv.write),
        Format("parquet", parquet.write, binary=True),
        Format("plover", plover.write, whats=("statements", "events")),
    )
}


def write(objects: Iterable[Json], out: BinaryIO, *, form: Format, what: str) -> int:
    """Write `objects`, rows of the list `what`, to `out`; returns how many."""
    return form.write(objects, out, what)


def format_named(name: str, what: str) -> Format:
    """Return the format of this name; raises UsageError for an unknown one or one that cannot hold `what`."""
    form = FORMATS.get(name)
    if form is None:
        raise UsageError(f"unknown format {name}", next_step=f"choose among {', '.join(FORMATS)}")
    if what not in WHATS:
        raise UsageError(f"cannot export {what}", next_step=f"choose among {', '.join(WHATS)}")
    if what not in form.whats:
        raise UsageError(
            f"the format {name} does not hold {what}", next_step=f"choose --what {' or '.join(form.whats)}"
        )
    return form


@contextlib.contextmanager
def target(path: str | Path | None, *, binary: bool = False) -> Iterator[BinaryIO]:
    """Open the file to write, or standard output for None and `-`.

    The file appears under its name only once everything is written; on a failure what stood there before
    is left. Raises UsageError for a folder, and for binary data aimed at a terminal.
    """
    if path is None or str(path) == "-":
        if binary and sys.stdout.isatty():
            raise UsageError(
                "this format is binary and would garble the terminal", next_step="name a file with -o"
            )
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _whole_or_nothing(Path(path)) as out:
        yield out


@contextlib.contextmanager
def _whole_or_nothing(path: Path) -> Iterator[BinaryIO]:
    if path.is_dir():
        raise UsageError(f"{path} is a folder", next_step="name a file in it: -o FILE")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _cannot(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        temporary.chmod(_usual_mode())
        temporary.replace(path)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _cannot(path: Path, error: OSError) -> JirgaError:
    return JirgaError(
        f"cannot write {path}: {error.strerror or error}",
        stage="export",
        next_step="free space there or name another file with -o",
    )


def _usual_mode() -> int:
    """The mode an ordinary new file gets; mkstemp makes it private to its owner."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
