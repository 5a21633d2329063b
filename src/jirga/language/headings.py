"""Dates that head what follows them: `April 2004. At Shakai …`, `- 12 March: …`, a line that is only `2014`.

Only where a text has several is it a chronology: one date before a colon may head anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jirga.language import dates, edtf
from jirga.language.anchor import Anchor, month_number
from jirga.language.timerules import FULL_MONTH, YEAR, Context, TimeReading, stated, with_year

#: So many dates must head something before a text is read as a chronology.
FEWEST = 2
#: The longest heading, in code points: "From the end of September 2014 to early January 2015".
_LONGEST = 56
#: What may stand before a date at the start of a line: bullets, marks of headings and of bold type.
_MARK = re.compile(r"[^\S\r\n]*(?:(?:[-*•·‣◦▪●–—+]|#{1,6})[^\S\r\n]+)?(?:\*\*|__|\*|_|\[)?")
#: What parts a date from what it heads, or the end of its line.
_PARTED = re.compile(
    r"\s*(?:\*\*|__|\*|_|\])?(?:\s*:(?:\*\*|__)?(?=\s)|\.(?:\*\*|__)?(?=\s+[^\W\d_a-z])|\s+[-–—]{1,3}(?=\s)|[–—](?=[^\W\d_])"
    r"|\s+\||:?\s*(?:[\r\n]|\Z))"
)
_TO = re.compile(r"\s*(?:-|‑|–|—|\bto\b|\buntil\b|\bthrough\b|\band\b)\s*")
_BARE_YEAR = re.compile(YEAR)
_BARE_MONTH = re.compile(FULL_MONTH)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date at the start of a line: where that begins, code points of its words, where its text begins.

    `reading` is what it means; `alone` where nothing else stands in its line.
    """

    line: int
    start: int
    end: int
    body: int
    alone: bool
    reading: TimeReading


def date_lines(text: str, starts: Iterable[int]) -> tuple[DateLine, ...]:
    """Return the dates that head what follows them, in order; none where they are too few for a chronology.

    `starts` are the offsets at which a line begins that was meant to.
    """
    lines = (one for at in sorted(set(starts)) if (one := _date_line(text, at)) is not None)
    found = list(
        {one.start: one for one in lines}.values()
    )  # a line may begin before its white space and after
    with_a_year = any(one.reading.edtf for one in found)
    if not with_a_year:  # "May: I think so. June: …" are likelier people who speak
        found = [one for one in found if one.reading.yearless and one.reading.yearless[1]]
    return tuple(found) if len(found) >= FEWEST else ()


def _date_line(text: str, at: int) -> DateLine | None:
    mark = _MARK.match(text, at)
    start = mark.end() if mark else at
    ends = list(_PARTED.finditer(text, start, min(start + _LONGEST, len(text))))
    for parted in reversed(ends):
        words = text[start : parted.start()]
        reading = read(words) if "\n" not in words else None
        if reading is not None:
            line_end = re.compile(r"[\r\n]|\Z").search(text, start)
            alone = line_end is not None and not text[parted.end() : line_end.start()].strip()
            return DateLine(at, start, parted.start(), parted.end(), alone, reading)
    return None


def read(words: str) -> TimeReading | None:
    """Return what a heading means that is a date and nothing else, None for anything else."""
    return _single(words) or next(_ranges(words), None)


def _single(words: str) -> TimeReading | None:
    if _BARE_YEAR.fullmatch(words):
        return stated(edtf.year(int(words)))
    if _BARE_MONTH.fullmatch(words) and words[0].isupper():
        return TimeReading("date", None, "unknown", (month_number(words) or 0, None))
    for rule in dates.RULES:
        match = rule.pattern.fullmatch(words)
        reading = rule.read(match, Context()) if match else None
        if reading is not None and (reading.edtf or reading.yearless):
            return reading
    return None


def _ranges(words: str) -> Iterator[TimeReading]:
    """Yield the stretches that "January to April 2014", "28 February – 3 March" mean."""
    for dash in _TO.finditer(words):
        first, last = _single(words[: dash.start()]), _single(words[dash.end() :])
        if first is None or last is None or last.edtf is None:
            continue
        anchor = Anchor.of(last.edtf.split("/")[-1])
        opened = first.edtf or (_in_year_of(first, anchor) if anchor else None)
        value = edtf.interval(opened, last.edtf) if opened else None
        if value is not None:
            yield replace(last, edtf=value)


def _in_year_of(first: TimeReading, anchor: Anchor) -> str | None:
    if first.yearless is None:
        return None
    month, day = first.yearless
    return with_year(month, day, anchor.year - (month > (anchor.month or 12)))
