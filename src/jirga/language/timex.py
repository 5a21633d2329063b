"""TIMEX3: type and value of each time expression, as TimeML and the corpora annotated by it write them.

Beside the record's EDTF this tells what no record dates an event by: `PRESENT_REF` (now), `PAST_REF`
(recently), durations of no certain length (`PXY`), weeks by number, parts of the day, sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.language.anchor import Anchor
from jirga.language.timescan import Found, Scene, scan
from jirga.language.timexvalues import value_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: What belongs to the extent of a length of time, and of an era.
_LENGTH = re.compile(
    r"\b(?:(?:at least|no more than|more than|less than|fewer than|nearly|almost|about|around|up to"
    r"|approximately|roughly)\s+)?"
    r"(?:(?:the|an)\s+)?(?:(?:first|last|latest|final|additional|year-earlier|full)\s+)?$",
    re.IGNORECASE,
)
#: "Earlier" and "later" tell the order within a day or week and stay outside.
_SOONER = re.compile(r"(?:earlier|later)\s+(?=this\s+week|[a-z]+day$)(?!yesterday|today)", re.IGNORECASE)
_OVER = re.compile(_LENGTH.pattern.replace("at least", "over|at least"), re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_ERA = re.compile(r"(?:early|late|mid)?[- ]?[12][0-9]{2}0s|[0-9]+(?:st|nd|rd|th)[- ]century", re.IGNORECASE)
_OPEN = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: code points, type (DATE, TIME, DURATION, SET) and TIMEX3 value."""

    start: int
    end: int
    type: str
    value: str


def timexes(doc: Doc, created: str | None) -> tuple[Timex, ...]:
    """Return the time expressions of `doc` as TIMEX3, reckoned from its creation time (EDTF)."""
    return tuple(_timex(one, doc.text) for one in scan(Scene(doc, Anchor.of(created))))


def _timex(found: Found, text: str) -> Timex:
    reading = found.reading
    start = found.start - _before(text, found)
    trimmed = _SOONER.match(text[found.start : found.end])
    start = found.start + trimmed.end() if trimmed else start
    value = reading.timex or (reading.edtf or "" if reading.kind != "date" else value_of(reading.edtf))
    return Timex(start, found.end, reading.label or _type(value, reading.kind), value or _OPEN)


def _before(text: str, found: Found) -> int:
    """Return how many code points before an expression belong to it in TIMEX3: "at least", "the first"."""
    words = text[found.start : found.end]
    if found.reading.kind == "duration" and (" " in words or "\n" in words) and "-" not in words:
        pattern = _OVER if words[:2].lower() in {"a ", "an"} else _LENGTH
    elif _ERA.fullmatch(words):
        pattern = _THE
    else:
        return 0
    match = pattern.search(text, max(found.start - 40, 0), found.start)
    return found.start - match.start() if match else 0


def _type(value: str, kind: str) -> str:
    if kind == "set" or value.endswith("_REF"):
        return "SET" if kind == "set" else "DATE"
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value or kind == "time" else "DATE"
