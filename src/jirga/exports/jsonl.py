"""JSON Lines: one object a line, exactly as record.md shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def line(obj: dict[str, Any]) -> str:
    """Return one object as one line of JSON, in UTF-8 as it stands, without the line's end.

    Other line separators of Unicode (U+2028, U+2029, U+0085) are escaped: some readers split lines there.
    """
    text = json.dumps(obj, ensure_ascii=False, allow_nan=False)
    for separator in ("\u2028", "\u2029", "\u0085"):
        text = text.replace(separator, f"\\u{ord(separator):04x}")
    return text


def write(objects: Iterable[dict[str, Any]], out: BinaryIO, what: str) -> int:  # noqa: ARG001 (any list is JSON)
    """Write `objects` one a line; returns how many."""
    count = 0
    for obj in objects:
        out.write(line(obj).encode("utf-8", "backslashreplace") + b"\n")
        count += 1
    return count
