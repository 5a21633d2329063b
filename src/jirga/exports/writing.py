"""Which format writes what, and where to: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from jirga.errors import JirgaError, UsageError
from jirga.exports import container, csv, ftm, geojson, graphml, ical, jsonl, parquet, plover, xlsx
from jirga.exports.asked import Asked, Written
from jirga.exports.lists import ALL, DECISIONS, RECORD, WHATS

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its writer, what it can hold (the first is the usual), whether it is binary.

    A binary one is refused by a terminal.
    """

    name: str
    write: Callable[[Asked, BinaryIO], Written]
    whats: tuple[str, ...] = WHATS
    binary: bool = False


def _one_list(write: Callable[[Iterable[Json], BinaryIO, str], int], asked: Asked, out: BinaryIO) -> Written:
    """Let a format that writes one list, row by row, write the one that was asked for."""
    return Written(write(asked.rows(asked.what), out, asked.what))


def _lines(asked: Asked, out: BinaryIO) -> Written:
    if asked.what == RECORD:
        return container.write(asked, out)
    return _one_list(jsonl.write, asked, out)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", _lines, whats=(*WHATS, DECISIONS, RECORD)),
        Format("csv", partial(_one_list, csv.write)),
        Format("xlsx", xlsx.write, whats=(ALL, *WHATS), binary=True),
        Format("parquet", partial(_one_list, parquet.write), binary=True),
        Format("geojson", geojson.write, whats=("events", "statements", "quantities")),
        Format("graphml", graphml.write, whats=(ALL, "relations", "events")),
        Format("ical", ical.write, whats=("events", "statements", "truces")),
        Format("ftm", ftm.write, whats=(ALL,)),
        Format("plover", partial(_one_list, plover.write), whats=("statements", "events")),
    )
}


def format_named(name: str, what: str | None) -> tuple[Format, str]:
    """Return the format of this name and what it is to hold, `what` or its usual list.

    Raises UsageError for an unknown format, an unknown list, or one that the format cannot hold.
    """
    form = FORMATS.get(name)
    if form is None:
        raise UsageError(f"unknown format {name}", next_step=f"choose among {', '.join(FORMATS)}")
    what = what or form.whats[0]
    if what not in (*WHATS, DECISIONS, ALL, RECORD):
        raise UsageError(f"cannot export {what}", next_step=f"choose among {', '.join(form.whats)}")
    if what not in form.whats:
        raise UsageError(
            f"the format {name} does not hold {what}", next_step=f"choose --what {' or '.join(form.whats)}"
        )
    return form, what


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
