"""Rows as JSON on standard output, one object a line."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from jirga.exports.jsonl import line
from jirga.record import as_json


def put(rows: Iterable[Any]) -> None:
    """Print each row as one line of JSON, in UTF-8 whatever the terminal's locale."""
    for row in rows:
        put_object(as_json(row))


def put_object(obj: dict[str, Any]) -> None:
    """Print one JSON object as one line."""
    sys.stdout.buffer.write(line(obj).encode("utf-8", "backslashreplace") + b"\n")
