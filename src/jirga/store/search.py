"""Search in the words of the documents: passages of a sentence or so, indexed by SQLite's FTS5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from jirga.errors import UsageError

#: Markers put around a match by FTS5; control characters, which a cleaned text does not hold.
_OPEN, _CLOSE = "\x02", "\x03"

#: Words after which a full stop ends no sentence.
_SHORT = re.compile(
    r"mr|mrs|ms|dr|st|gen|lt|col|maj|capt|sgt|brig|adm|cmdr|gov|sen|rep|pres|prof|rev|hon|sr|jr|no|vs|etc|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+")
_LINE = re.compile(r"[^\n]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words: offsets into the document's text, and the matches within it.

    `text` equals `Document.text[start:end]`; `matches` are pairs of offsets into `Document.text`.
    """

    document: str
    source: str
    start: int
    end: int
    text: str
    matches: tuple[tuple[int, int], ...]


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence or so: lines, cut after a full stop that ends no abbreviation."""
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _ends(text, line.start(), line.end()):
            trimmed = text[start:end].strip()
            if trimmed:
                first = text.index(trimmed, start)
                yield first, first + len(trimmed)
            start = end


def search(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    """Yield the best passages that hold all the words (`"two words"`: a phrase; `begin*`: a beginning).

    No input is a syntax error: what is no word is left out. Raises UsageError where no word is left.
    """
    rows = connection.exec_driver_sql(
        """SELECT p.document, d.source, p.start_offset, p.end_offset, p.text,
                  highlight(passage_words, 0, ?, ?) AS marked
        FROM passage_words JOIN passage p ON p.seq = passage_words.rowid JOIN document d ON d.id = p.document
        WHERE passage_words MATCH ? ORDER BY bm25(passage_words), p.document, p.start_offset LIMIT ?""",
        (_OPEN, _CLOSE, match_expression(words), max(limit, 0)),
    )
    for row in rows:
        matches = tuple(_matches(row.marked, row.text, row.start_offset))
        yield Hit(row.document, row.source, row.start_offset, row.end_offset, row.text, matches)


def match_expression(words: str) -> str:
    """Return a user's words as an FTS5 expression: each one quoted, all of them wanted."""
    terms = []
    for phrase, word in _ASKED.findall(words.encode("utf-8", "replace").decode().replace("\x00", " ")):
        asked = (phrase or word).replace('"', " ")
        if any(character.isalnum() for character in asked):
            terms.append(f'"{asked}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise UsageError("there is no word to search for", next_step="give one or more words")
    return " ".join(terms)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _END.finditer(text, start, end):
        before = re.search(r"(\w+)\W*\Z", text[max(start, found.start() - 20) : found.start()])
        word = before[1] if before else ""
        initial = len(word) == 1 and word.isupper()
        begins_small = text[found.end() : found.end() + 1].islower()
        if not (initial or begins_small or _SHORT.fullmatch(word)):
            yield found.end()
    yield end


def _matches(marked: str, text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield where the matches are; none where the text itself holds the markers (they cannot be told)."""
    if _OPEN in text or _CLOSE in text:
        return
    at = offset
    for piece in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", marked):
        length = len(piece.strip(_OPEN + _CLOSE))
        if piece.startswith(_OPEN):
            yield at, at + length
        at += length
