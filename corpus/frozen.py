"""The frozen test part: its sources may not change once their hash is written down."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(folder: Path, pattern: str = "*.txt") -> str:
    """Return one SHA-256 (hex) over names and bytes of all such files under a folder, in name order."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        name = path.relative_to(folder).as_posix().encode()
        body = path.read_bytes()
        whole.update(b"%d %s %d " % (len(name), name, len(body)) + body)
    return whole.hexdigest()


def freeze(folder: Path, record: Path) -> str:
    """Write the folder's hash into the record file and return it."""
    found = digest(folder)
    record.write_text(f"{found}  corpus/{folder.name}\n", encoding="utf-8")
    return found


def thawed(folder: Path, record: Path) -> str | None:
    """Return what is wrong where the sources are not those that were frozen; None where all is well.

    Nothing is wrong while there is neither a record nor a source.
    """
    present = any(folder.rglob("*.txt")) if folder.is_dir() else False
    if not record.is_file():
        return "the test part is not frozen yet. Next: `python -m corpus freeze`" if present else None
    wanted = record.read_text(encoding="utf-8").split()[:1]
    if wanted != [digest(folder)]:
        return "corpus/test is not what FROZEN.txt froze. Next: restore it; it is never edited after freezing"
    return None
