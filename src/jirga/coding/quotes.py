"""Quoted stretches of a text: pairs of quotation marks, also where a quote runs over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Opening mark → its closing mark. Straight marks open and close alike, two single ones stand for a double.
PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "``": "''", "''": "''", "‘": "’", "'": "'"}
#: Marks of double quotation that end one; those and the curly single one; all that may, as tokens.
DOUBLE_CLOSERS = frozenset({"”", '"', "''"})
SURE_CLOSERS = DOUBLE_CLOSERS | {"’"}
CLOSERS = SURE_CLOSERS | {"'", "»"}
#: All that may open one.
OPENERS = frozenset({"“", "‘", '"', "'", "«", "``", "''"})
#: Marks of double quotation, and of any, as English writes them, whichever way they point.
DOUBLE_MARKS = DOUBLE_CLOSERS | {"“", "``"}
MARKS = DOUBLE_MARKS | {"‘", "’", "'"}
_MARK = re.compile(r"``|''|[“”\"«»„‘’']")
_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE = frozenset("‘’'")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch, marks included; `closed` is False where its paragraph ends before the quote does."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quoted stretches of `text` in order, none running over a paragraph's end.

    A quote that goes on in the next paragraph (left open there, opened anew) is one stretch a paragraph.
    """
    return tuple(
        quote
        for match in _PARAGRAPH.finditer(text)
        for quote in _in_paragraph(text, match.start(), match.end())
    )


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _opens(text, mark, start):
                opened = (mark.start(), PAIRS[mark.group()])
        elif mark.group() == opened[1] and _closes(text, mark, end):
            yield Quote(opened[0], mark.end(), True)
            opened = None
    if opened is not None and opened[1] not in _SINGLE:
        yield Quote(opened[0], len(text[:end].rstrip()), False)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark.group() not in PAIRS:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    if mark.group() in _SINGLE:
        return not before.isalnum() and before not in "’'" and after.isalnum()
    if not after.strip():  # “a lot," he said”: it closes what was opened in another paragraph, or never
        return bool(after) and before.isspace()
    return True


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark can close: a single one only where no letter follows (else an apostrophe)."""
    if mark.group() not in _SINGLE:
        return True
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1]
    return not after.isalnum() and not before.isspace() and not _plural_possessive(text, mark, end)


def _plural_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether the mark is the apostrophe of a plural ("the fighters' camp") with a later mark to close."""
    if text[mark.start() - 1] != "s" or text[mark.end() : mark.end() + 1] != " ":
        return False
    later = next((m for m in _MARK.finditer(text, mark.end(), end) if m.group() == mark.group()), None)
    return later is not None and text[mark.end() + 1 : mark.end() + 2].islower()
