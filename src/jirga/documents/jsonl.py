"""JSON Lines: one object a line, one document an object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jirga.documents import rows
from jirga.documents.format import Format, Opened
from jirga.model import Document, Problem


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield a document, or a problem, for each line that is not blank."""
    for line in rows.lines(opened):
        if isinstance(line, Problem):
            yield line
        elif line.text.strip():
            yield _row(opened, line)


def looks_like(text: str) -> bool:
    """Return whether the first line of `text` is a JSON object, or the beginning of a long one."""
    first, _, rest = text.partition("\n")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return not rest and first.startswith('{"')


def _row(opened: Opened, line: rows.Line) -> Document | Problem:
    try:
        row = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", type(error).__name__)
        return rows.row_problem(opened, line.number, "parsing", f"not a JSON object ({reason})")
    if not isinstance(row, dict):
        return rows.row_problem(opened, line.number, "parsing", "JSON, but not an object")
    columns = rows.wanted(list(row))
    if "text" not in columns:
        return rows.row_problem(opened, line.number, "parsing", f"no text field; it has {_some(list(row))}")
    return _document(opened, line, {field: row[name] for field, name in columns.items()})


def _document(opened: Opened, line: rows.Line, values: dict[str, Any]) -> Document | Problem:
    if not isinstance(values["text"], str):
        kind = type(values["text"]).__name__
        return rows.row_problem(opened, line.number, "parsing", f"its text is no string but {kind}")
    fields = {field: _scalar(value) for field, value in values.items() if value is not None}
    odd = [field for field, value in fields.items() if value is None]
    notes = (f"left out, being neither words nor a number: {', '.join(odd)}",) if odd else ()
    return rows.document(opened, line, {f: v for f, v in fields.items() if v is not None}, notes)


def _scalar(value: Any) -> str | None:
    """Return a value as words: strings, numbers, lists of names, and objects that have a name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    # Python refuses to print integers of thousands of digits; no date or name has more than twenty.
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**20:
        return str(value)
    return value if isinstance(value, str) else None


def _some(names: list[str]) -> str:
    return ", ".join(name[:40] for name in names[:10]) or "none"


FORMAT = Format("jsonl", (".jsonl", ".ndjson"), read, looks_like)
