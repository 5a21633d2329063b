"""CSV and its kin (semicolons, tabs, bars): one document a record, a record possibly of many lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field

from jirga.documents import rows
from jirga.documents.format import Format, Opened
from jirga.model import Document, Problem

#: Delimiters tried on the header line; csv.Sniffer is misled by prose, a header line is not.
_DELIMITERS = (",", "\t", ";", "|")

_NAME_IT = 'name the column of the articles "text" and read the file again'


@dataclass(slots=True)
class _Record:
    """The fields of one record with its first line, or what is wrong with it."""

    line: rows.Line
    fields: list[str] = field(default_factory=list)
    wrong: str | None = None


@dataclass(slots=True)
class _Feed:
    """Lines for csv.reader, remembered so that a record which goes wrong can be left and the next begun."""

    source: Iterator[rows.Line | Problem]
    most: int
    waiting: list[rows.Line] = field(default_factory=list)
    taken: list[rows.Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    size: int = 0

    def __iter__(self) -> Iterator[str]:
        while (line := self._next()) is not None:
            self.taken.append(line)
            self.size += len(line.text)
            if self.size > self.most:
                raise csv.Error(f"longer than the limit of {self.most:,}")
            yield line.text

    def _next(self) -> rows.Line | None:
        if self.waiting:
            return self.waiting.pop()
        for line in self.source:
            if isinstance(line, rows.Line):
                return line
            self.problems.append(line)
        return None

    def begin(self) -> None:
        """Forget the lines of the record before."""
        self.taken.clear()
        self.size = 0

    def give_back(self) -> None:
        """Feed all but the first line of the record that went wrong again: the rest may be sound."""
        self.waiting.extend(reversed(self.taken[1:]))
        self.begin()


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield a document or a problem for each record; raises DocumentError where there is no text column."""
    _allow_articles(opened.limits.max_bytes)
    feed = _Feed(rows.lines(opened), opened.limits.max_bytes)
    header, delimiter = _header(opened, feed)
    columns = {name: header.index(column) for name, column in rows.wanted(header).items()}
    for record in _records(feed, delimiter):
        yield from feed.problems
        feed.problems.clear()
        if record.wrong is None and len(record.fields) != len(header):
            record.wrong = f"{len(record.fields)} fields where the header has {len(header)}"
        if record.wrong is not None:
            yield rows.row_problem(opened, record.line.number, "parsing", record.wrong)
        else:
            yield rows.document(opened, record.line, {name: record.fields[i] for name, i in columns.items()})
    yield from feed.problems


def _allow_articles(characters: int) -> None:
    """Raise Python's limit of 131,072 characters a field: process-wide, and shorter than a long report."""
    csv.field_size_limit(max(csv.field_size_limit(), characters))


def _header(opened: Opened, feed: _Feed) -> tuple[list[str], str]:
    """Return the column names and the delimiter: the first that yields a text column."""
    first = next((line for line in iter(feed) if line.strip()), None)
    feed.begin()
    if first is None:
        raise opened.fault("reading", "there is no text in it", "leave it out")
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader([first], delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        if "text" in rows.wanted(names):
            return names, delimiter
    columns = " ".join(first.split())[:120]
    raise opened.fault("parsing", f"no text column; its first line is {columns!r}", _NAME_IT)


def _records(feed: _Feed, delimiter: str) -> Iterator[_Record]:
    """Yield the records; after one that is malformed, go on at the line after the one it began on."""
    reader = csv.reader(iter(feed), delimiter=delimiter, strict=True)
    while True:
        feed.begin()
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # An error before the first line was taken cannot be: csv.reader raises only over a line.
            yield _Record(feed.taken[0], wrong=_reason(str(error)))
            feed.give_back()
            reader = csv.reader(iter(feed), delimiter=delimiter, strict=True)
            continue
        if any(part.strip() for part in fields):
            yield _Record(feed.taken[0], fields)


def _reason(error: str) -> str:
    if "unexpected end" in error or "longer than the limit" in error or "field larger" in error:
        return "a quotation mark that opens here is not closed" + (
            ", or it is " + error if "limit" in error else ""
        )
    return f"malformed: {error}"


FORMAT = Format("csv", (".csv", ".tsv", ".tab"), read)
