"""Search in the words of the documents: passages of a sentence or so, indexed by SQLite's FTS5."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

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
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+")
#: How long the longest line of a wrapped text is; no line but the last of a paragraph is shorter than this
#: share of it.
_WRAPPED, _RAGGED = range(50, 111), 0.6
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


#: What holds all the words asked for: the sentence itself, only its document, or nothing (it has some).
Holds = Literal["sentence", "document", "some"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words: offsets into the document's text, and the matches within it.

    `text` equals `Document.text[start:end]`; `matches` are pairs of offsets into `Document.text`. `holds`
    says where all the words stand together: in this sentence; in this document, of whose sentences this is
    one of those that hold them nearest to each other; or nowhere: it has some of them.
    """

    document: str
    source: str
    start: int
    end: int
    text: str
    matches: tuple[tuple[int, int], ...]
    holds: Holds = "sentence"


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence or so: paragraphs, cut after a full stop that ends no abbreviation.

    A line break that only wraps a paragraph parts nothing; a meant one does, as below a headline.
    """
    for start, last in _blocks(text):
        for end in _ends(text, start, last):
            trimmed = text[start:end].strip()
            if trimmed:
                first = text.index(trimmed, start)
                yield first, first + len(trimmed)
            start = end


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of lines that belong together: in a wrapped text paragraphs, elsewhere each line."""
    lines = list(_LINE.finditer(text))
    width = max((len(line[0].rstrip()) for line in lines), default=0)
    start: int | None = None
    for line, following in zip_longest(lines, lines[1:]):
        start = line.start() if start is None else start
        full = width in _WRAPPED and len(line[0].rstrip()) >= _RAGGED * width
        if not (full and following and following.start() == line.end() + 1 and following[0].strip()):
            yield start, line.end()
            start = None


def search(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    """Yield the best passages that hold the words (`"two words"`: a phrase; `begin*`: a beginning).

    Those that hold all of them; where there is none, those of documents that do, nearest together first;
    where there is none either, those that hold any. `Hit.holds` says which. No input is a syntax error: what
    is no word is left out. Raises UsageError where no word is left.
    """
    asked = terms(words)
    some, most = " OR ".join(asked), max(limit, 0)
    if found := _ranked(connection, " ".join(asked), most):
        yield from (_hit(row, "sentence") for row in found)
    elif near := _near(connection, asked)[:most]:
        yield from (_hit(_passage(connection, some, number), "document") for number in near)
    else:
        yield from (_hit(row, "some") for row in _ranked(connection, some, most))


def terms(words: str) -> list[str]:
    """Return a user's words, each as a quoted term of an FTS5 expression; UsageError where there is none."""
    found = []
    for phrase, word in _ASKED.findall(words.encode("utf-8", "replace").decode().replace("\x00", " ")):
        asked = (phrase or word).replace('"', " ")
        if any(character.isalnum() for character in asked):
            found.append(f'"{asked}"' + ("*" if word.endswith("*") else ""))
    if not found:
        raise UsageError("there is no word to search for", next_step="give one or more words")
    return list(dict.fromkeys(found))


_SELECT = """SELECT p.document, d.source, p.start_offset, p.end_offset, p.text,
        highlight(passage_words, 0, ?, ?) AS marked
    FROM passage_words JOIN passage p ON p.seq = passage_words.rowid JOIN document d ON d.id = p.document
    WHERE d.withdrawn_by IS NULL AND passage_words MATCH ?"""


def _ranked(connection: Connection, expression: str, limit: int) -> Sequence[Any]:
    """Return the passages that answer the expression, best first."""
    best = f"{_SELECT} ORDER BY bm25(passage_words), p.document, p.start_offset LIMIT ?"
    return connection.exec_driver_sql(best, (_OPEN, _CLOSE, expression, limit)).all()


def _passage(connection: Connection, expression: str, number: int) -> Any:
    one = f"{_SELECT} AND passage_words.rowid = ?"
    return connection.exec_driver_sql(one, (_OPEN, _CLOSE, expression, number)).one()


def _hit(row: Any, holds: Holds) -> Hit:
    matches = tuple(_matches(row.marked, row.text, row.start_offset))
    return Hit(row.document, row.source, row.start_offset, row.end_offset, row.text, matches, holds)


def _near(connection: Connection, asked: list[str]) -> list[int]:
    """Return the numbers of the passages that hold all terms together in a document, the nearest first."""
    holding: defaultdict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    places: dict[int, int] = {}
    query = """SELECT p.seq, p.document, p.start_offset FROM passage_words
        JOIN passage p ON p.seq = passage_words.rowid JOIN document d ON d.id = p.document
        WHERE d.withdrawn_by IS NULL AND passage_words MATCH ?"""
    for term in asked:
        for row in connection.exec_driver_sql(query, (term,)):
            holding[row.document][row.seq].add(term)
            places[row.seq] = row.start_offset
    found = []
    for document in sorted(holding):
        in_order = sorted(holding[document].items(), key=lambda one: places[one[0]])
        if set(asked) <= set().union(*holding[document].values()):
            window = _nearest(in_order, places, set(asked))
            found.append((places[window[-1]] - places[window[0]], window))
    return [number for _, window in sorted(found, key=lambda one: one[0]) for number in window]


def _nearest(
    passages: list[tuple[int, set[str]]], places: dict[int, int], terms_wanted: set[str]
) -> list[int]:
    """Return the numbers of passages that hold all terms together within the shortest stretch of the text."""
    best: list[int] = []
    for at, (last, _) in enumerate(passages):
        missing, run = set(terms_wanted), list[int]()
        for number, of in reversed(passages[: at + 1]):
            if missing & of:
                run, missing = [number, *run], missing - of
            if not missing:
                break
        if not missing and (not best or places[last] - places[run[0]] < places[best[-1]] - places[best[0]]):
            best = run
    return best


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
