"""Which files there are to read: paths and folders → sources, in a fixed order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from errno import ELOOP, ENOENT
from pathlib import Path

from jirga.documents import formats
from jirga.documents.format import PassedOver, Source
from jirga.model import Problem

_NO_SUCH = "check the name; nothing else is affected"
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_SAVE_IT = "save the page, and name the file"


def discover(paths: Sequence[str | Path]) -> Iterator[Source | PassedOver | Problem]:
    """Yield what there is to read under `paths`, folders recursively and sorted, `-` for standard input.

    Hidden files are passed over. In a folder, a link to a folder is followed once, never in a circle, and
    files that no format claims are passed over, each told as such. A file named outright is always yielded:
    without a known ending, its content will tell its format.
    """
    for path in paths:
        if str(path) == "-":
            yield Source("-", None, -1, "")
        elif str(path) == "":  # an unset variable; Path("") is the current folder
            yield Problem('""', "reading", "an empty name", "name a file or a folder (. is this folder)")
        elif _ADDRESS.match(str(path)):
            yield Problem(shown(path), "reading", "an address, and reading never uses the network", _SAVE_IT)
        elif _is_folder(given := Path(path)):
            yield from _folder(given)
        else:
            yield _file(given)


def shown(path: str | Path) -> str:
    """Return a path as it can be printed and stored: what is no character or steers a terminal, escaped."""
    text = os.fsencode(path).decode("utf-8", errors="backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _file(path: Path) -> Source | Problem:
    try:
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) in (ENOENT, ELOOP) and path.is_symlink():
            return Problem(
                shown(path), "reading", "a link to nothing that can be read", "mend or remove the link"
            )
        reason = getattr(error, "strerror", None) or "not a possible file name"
        return Problem(shown(path), "reading", reason[:1].lower() + reason[1:], _NO_SUCH)
    known = formats.by_suffix(path.suffix)
    return Source(shown(path), path, size, known.name if known else "")


def _folder(root: Path) -> Iterator[Source | PassedOver | Problem]:
    found = False
    for path in _walk(root):
        found = True
        if isinstance(path, Problem):
            yield path
        elif formats.by_suffix(path.suffix):
            yield _file(path)
        else:
            yield PassedOver(shown(path))
    if not found:
        yield Problem(
            shown(root), "reading", "a folder with no files in it", "name a folder that holds texts"
        )


def _walk(root: Path) -> Iterator[Path | Problem]:
    """Yield the files under `root`, sorted, each real folder once (by device and inode)."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]  # not recursion: a folder may be nested deeper than Python's stack
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield path
            continue
        try:
            status = path.stat()
            inside = [] if (status.st_dev, status.st_ino) in seen else list(path.iterdir())
            seen.add((status.st_dev, status.st_ino))
        except OSError as error:
            what = f"the folder cannot be opened ({error.strerror})"
            yield Problem(shown(path), "reading", what, "check its permissions")
            continue
        waiting.extend(sorted((p for p in inside if not p.name.startswith(".")), reverse=True))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be entered; opening it will say so
        return False
