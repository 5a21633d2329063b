"""Reading the lexicon's data files: UTF-8, tab-separated, a header row, `#` comments, lists split at `|`."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from jirga.errors import JirgaError

DATA = "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a data file: its fields by column name, and where it stands (`file:line`) for messages."""

    fields: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        """Return the field of `column`, an empty string where the row leaves it out."""
        return self.fields.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """Return the `|`-separated values of `column`, without empty ones."""
        return tuple(part.strip() for part in self[column].split("|") if part.strip())


def folder() -> Traversable:
    """Return the folder of data files inside the package."""
    return resources.files("jirga.lexicon").joinpath(DATA)


def text(name: str) -> str:
    """Return the text of a data file (`.gz` unpacked); raises JirgaError where it is missing or damaged."""
    try:
        return content(name).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _unreadable(name, problem) from problem


def content(name: str) -> bytes:
    """Return the bytes of a data file (`.gz` unpacked); raises JirgaError where it is missing or damaged."""
    try:
        raw = folder().joinpath(name).read_bytes()
        return gzip.decompress(raw) if name.endswith(".gz") else raw
    except (OSError, EOFError) as problem:
        raise _unreadable(name, problem) from problem


def _unreadable(name: str, problem: Exception) -> JirgaError:
    return JirgaError(
        f"cannot read this data file of the lexicon ({problem})",
        document=name,
        stage="lexicon",
        next_step="install Jirga again",
    )


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of a data file; raises JirgaError naming file and line of a row with too many fields."""
    header: list[str] | None = None
    for number, line in enumerate(text(name).split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
        elif len(fields) > len(header):
            raise JirgaError(
                f"{len(fields)} fields, the header has {len(header)}",
                document=f"{name}:{number}",
                stage="lexicon",
                next_step="mend the row",
            )
        else:
            yield Row(dict(zip(header, fields, strict=False)), f"{name}:{number}")


@lru_cache(maxsize=1)
def version() -> str:
    """Return the first 16 hex digits of a SHA-256 over the names and bytes of all data files."""
    return digest()


def digest(*names: str) -> str:
    """Return such a hash over the named data files, or over all of them."""
    total = hashlib.sha256()
    files = {item.name: item for item in folder().iterdir() if item.is_file()}
    for name in sorted(names or files):
        total.update(name.encode())
        total.update(hashlib.sha256(files[name].read_bytes()).digest())
    return total.hexdigest()[:16]
