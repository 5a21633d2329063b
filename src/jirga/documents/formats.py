"""The registry: every format this room reads. To add one, write its module and add its line here."""

from __future__ import annotations

from jirga.documents import delimited, html, jsonl, markdown, plain
from jirga.documents.format import Format

#: In the order in which unnamed content is tried; plain text last, since anything may be that.
FORMATS: tuple[Format, ...] = (
    html.FORMAT,
    jsonl.FORMAT,
    delimited.FORMAT,
    markdown.FORMAT,
    plain.FORMAT,
)


def by_suffix(suffix: str) -> Format | None:
    """Return the format of a file ending (".txt", any case), None where there is none."""
    return next((known for known in FORMATS if suffix.lower() in known.suffixes), None)


def by_name(name: str) -> Format | None:
    """Return the format called `name`, None where there is none."""
    return next((known for known in FORMATS if known.name == name), None)


def by_content(text: str) -> Format:
    """Return the format that the opening `text` looks like; plain text where it looks like no other."""
    looks = (known for known in FORMATS if known.looks_like and known.looks_like(text))
    return next(looks, plain.FORMAT)


def suffixes() -> tuple[str, ...]:
    """Return every file ending that is read, in order."""
    return tuple(suffix for known in FORMATS for suffix in known.suffixes)
