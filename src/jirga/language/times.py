"""Time expressions of a parsed text, each with its EDTF date where text or publication date tell it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.language import dates, edtf
from jirga.language.analysis import TimeExpression
from jirga.language.anchor import Anchor
from jirga.language.timerules import Context, TimeReading, with_year
from jirga.language.timescan import Found, Scene, scan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TO = re.compile(r"\s*(?:-|‑|–|—|to|until|till|through|and|up to)\s*(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<lead>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?P<word>since|from|until|till|before|after|by|prior to)\s+(?:the\s+)?$", re.IGNORECASE
)


def find_times(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of `doc` in order, relative ones reckoned from the EDTF date `published`.

    With no publication date a relative expression has no EDTF: it is never guessed.
    """
    scene = Scene(doc, Anchor.of(published))
    found = _joined([one for one in scan(scene) if one.reading.recorded], scene.text)
    return tuple(_expression(_opened(one, scene)) for one in found)


def stated_day(text: str) -> str | None:
    """Return the first day that a dateline or header states in full, as an ISO date."""
    for rule in dates.RULES:
        for match in rule.pattern.finditer(text):
            reading = rule.read(match, Context())
            if reading is not None and reading.edtf and edtf.precision(reading.edtf) == "day":
                return reading.edtf
    return None


def _joined(found: list[Found], text: str) -> list[Found]:
    """Join `from X to Y`, `between X and Y`, `X–Y` into intervals."""
    result: list[Found] = []
    for one in found:
        joined = _range(result[-1], one, text) if result else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(one)
    return result


def _range(first: Found, last: Found, text: str) -> Found | None:
    between = text[first.end : last.start]
    if (
        len(between) > 20
        or not _TO.match(between)
        or first.reading.heads
        or first.reading.kind != "date"
        or last.reading.kind != "date"
    ):
        return None
    lead = _FROM.search(text, max(first.start - 14, 0), first.start)
    word = between.strip().lower().split()[0] if between.strip() else ""
    if word == "and" and (lead is None or lead["lead"].lower() != "between"):
        return None
    opened = _with_year_of(first.reading, last.reading)
    value = edtf.interval(opened, last.reading.edtf) if opened and last.reading.edtf else None
    if value is None:
        return None
    start = lead.start() if lead else first.start
    return Found(start, last.end, TimeReading("date", value, last.reading.basis))


def _with_year_of(first: TimeReading, last: TimeReading) -> str | None:
    """Return the first date in the year of the last (or the year before) where it had none of its own."""
    anchor = Anchor.of((last.edtf or "").split("/")[-1])
    if first.yearless is None or anchor is None or anchor.month is None:
        return first.edtf
    month, day = first.yearless
    runs_over = (month, day or 1) > (anchor.month, anchor.day or 31)
    return with_year(month, day, anchor.year - runs_over)


def _opened(found: Found, scene: Scene) -> Found:
    """Return `since 2022` as 2022/.., `until March` as ../2022-03; other expressions as they are."""
    value, start = found.reading.edtf, found.start
    lead = _OPENS.search(scene.text, max(start - 14, 0), start)
    if lead is None or value is None or found.reading.kind != "date" or "/" in value:
        return found
    if not _governed(scene.doc[scene.token_at(found.end - 1)], scene.doc[scene.token_at(lead.start())]):
        return found
    since = lead["word"].lower() in {"since", "from", "after"}
    opened = edtf.interval(value, None) if since else edtf.interval(None, value)
    return replace(found, reading=replace(found.reading, edtf=opened))


def _governed(last: Token, lead: Token) -> bool:
    """Whether what ends in `last` is the whole object of `lead` ("after Monday's attack" is not)."""
    following = last.nbor() if last.i + 1 < len(last.doc) else None
    if following is not None and lead.is_sent_start and following.dep_ in {"nsubj", "nsubjpass"}:
        return lead.pos_ in {"ADP", "SCONJ", "ADV"}  # "Since 10 July villagers have blocked the road"
    if following is not None and following.tag_ in {"POS", "NN", "NNS", "NNP", "NNPS", "JJ"}:
        if following.tag_ == "POS" or last.head.i == following.i or last in following.subtree:
            return False
        if last.tag_ in {"NN", "NNP"} and following.tag_ in {"NN", "NNP"}:
            return False  # "after Monday talks", however it is parsed
    return lead.pos_ in {"ADP", "SCONJ", "ADV"}


def _expression(found: Found) -> TimeExpression:
    reading = found.reading
    first, last = edtf.bounds(reading.edtf) if reading.kind == "date" else (None, None)
    return TimeExpression(found.start, found.end, reading.kind, reading.edtf, first, last, reading.basis)
