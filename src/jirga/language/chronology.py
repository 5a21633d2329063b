"""Chronologies: which dated heading a stretch of text stands under.

"2014: Gunmen storm the airport." In such texts most sentences have no date of their own, and a date without
a year is of the heading's, however late the text was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jirga.language.anchor import Anchor
from jirga.language.headings import DateLine
from jirga.language.layout import breaks, headed
from jirga.language.timerules import Context, with_year, yearless_value

#: How many paragraphs, its own among them, a date at the head of a paragraph may reach to the next one.
_PARAGRAPHS = 4
#: A line that heads something else: marked as a heading, or short and without a full stop.
_OTHER_HEADING = re.compile(
    r"[^\S\r\n]*#{1,6}\s|[^\S\r\n]*[^\W\d_][^\r\n]{0,70}[^\s.!?:;,…”\"’)](?=[\r\n]|\Z)"
)
_BLANK = re.compile(r"\n\s*\n|\u2029")


@dataclass(frozen=True, slots=True)
class Heading:
    """A date with the stretch that it heads: code points of its words, of its text, and its EDTF."""

    start: int
    end: int
    body: int
    until: int
    edtf: str

    @property
    def anchor(self) -> Anchor | None:
        """The date as far as it is a single one; of a stretch within one year that year."""
        first, _, last = self.edtf.partition("/")
        single = Anchor.of(first)
        if not last or single is None:
            return single
        return Anchor(single.year) if last[:4] == first[:4] else None


def chronology(text: str, published: str | None) -> tuple[Heading, ...]:
    """Return the dated headings of `text` in order, each in the year of the one over it where it has none.

    `published` (EDTF) tells the year where none of them does.
    """
    lines = headed(text)
    found: list[Heading] = []
    for line, until in zip(lines, _reaches(text, lines), strict=True):
        value = line.reading.edtf or _of_the_year(line, found, Anchor.of(published))
        if value is not None:
            found.append(Heading(line.start, line.end, line.body, until, value))
    return tuple(found)


def heading_at(headings: Sequence[Heading], offset: int) -> Heading | None:
    """Return the heading that the code point at `offset` stands under, the nearest before it."""
    over = (one for one in reversed(headings) if one.body <= offset < one.until)
    return next(over, None)


def _of_the_year(line: DateLine, before: list[Heading], published: Anchor | None) -> str | None:
    """Return a date without a year in that of the heading over it, else in the one nearest publication."""
    if line.reading.yearless is None:
        return line.reading.edtf
    month, day = line.reading.yearless
    over = next(
        (one.anchor for one in reversed(before) if one.body <= line.start < one.until and one.anchor), None
    )
    if over is not None:
        return with_year(month, day, over.year)
    return yearless_value(month, day, Context(published, past=True))[0] if published and day else None


def _reaches(text: str, lines: Sequence[DateLine]) -> Iterator[int]:
    """Yield where the text ends that each date heads.

    Beside a date that is at the next date, or with its paragraph where that is far; under a date that has a
    line to itself at the next such of its rank. No text goes on past another heading, and that of the last
    date is no longer than those before it.
    """
    others = [at for at in breaks(text) if _OTHER_HEADING.match(text, at) and not _is_dated(lines, at)]
    longest = 1
    for at, line in enumerate(lines):
        peers = [
            one for one in lines[at + 1 :] if not line.alone or (one.alone and _rank(one) <= _rank(line))
        ]
        following = peers[0].start if peers else None
        if following is None:
            end = _paragraphs_end(text, line.body, longest if line.alone else 1)
        elif not line.alone and _paragraphs(text, line.body, following) > _PARAGRAPHS:
            end = _paragraphs_end(text, line.body, 1)
        else:
            end = following
            longest = max(longest, _paragraphs(text, line.body, following)) if line.alone else longest
        yield min([end, *(one for one in others if line.body < one)])


def _rank(line: DateLine) -> int:
    """Say how exact a date is, by the length of its EDTF: 4 a year, 7 a month, 10 a day."""
    if line.reading.yearless is not None:
        return 10 if line.reading.yearless[1] else 7
    return len((line.reading.edtf or "").split("/")[0])


def _is_dated(lines: Sequence[DateLine], at: int) -> bool:
    return any(one.line == at for one in lines)


def _paragraphs(text: str, start: int, end: int) -> int:
    return len(_BLANK.findall(text[start:end].strip())) + 1


def _paragraphs_end(text: str, at: int, count: int) -> int:
    """Return where the paragraph ends that begins at or after `at`, or the one `count` - 1 after it."""
    at += len(text[at:]) - len(text[at:].lstrip())
    for blank in _BLANK.finditer(text, at):
        count -= 1
        if not count:
            return blank.start()
    return len(text)
