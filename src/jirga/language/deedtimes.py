"""Rules for dates told from another happening: `the day after the takeover`, `a week before it fell in May`.

The date is reckoned from the one that the text gives that happening in the same clause, else from the date
told last, where that is of a deed of the same type ("seized" and "the takeover"); else it stays open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from jirga.language import dates, edtf, feasts
from jirga.language.anchor import Anchor
from jirga.language.durations import iso_duration
from jirga.language.numbers import number
from jirga.language.timerules import NUMBER, UNIT, Context, Rule, TimeReading, resolved, rule
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import event_lexicon

#: How far, in code points, the clause of the other happening may go on to its date.
_REACH = 100
#: How far a year may stand beyond the comma that ends a clause ("August 15, 2021").
_YEAR = 6
_WAY = re.compile(r"\s+(before|after)\b", re.IGNORECASE)
#: Where that clause ends; a comma within a date does not end it.
_ENDS = re.compile(r"[;:!?\n]|\.(?:\s|$)|,\s(?![12][0-9]{3}\b)|\s(?:and|but|while|when)\s")
#: Words before a length that make of it no point in time: "within two days after the attack".
_LENGTHS = word_set("for within in during over throughout than under those these first the of to")
_ROUGHLY = word_set("about around nearly almost some roughly approximately")
#: A happening that the reader knows: "the takeover", "that first raid".
_KNOWN = re.compile(r"\s+(?:the|that|this|their|its|his)\s+((?:[\w-]+\s+){0,2}?)([a-z]+)(?=[.,;:!?)]|\s|$)")
#: Words before a date that bound it rather than give the day of what happened.
_OPEN = re.compile(r"\b(?:since|until|till|before|after|by|from)\s+(?:the\s+)?$", re.IGNORECASE)


def _from_deed(match: re.Match[str], context: Context) -> TimeReading | None:
    way = _WAY.match(match.string, match.end())
    if way is None or context.lead in _LENGTHS:
        return None
    tail = match.string[way.end() : way.end() + _REACH]
    end = _ENDS.search(tail)
    clause = tail[: end.start()] if end else tail
    count = number(match["count"]) if match["count"] else 1
    here = _dated(match.string, way.end(), len(clause), context) or _told(clause, context)
    if here is None or count is None:
        return None
    unit, by = (match["unit"] or match["one"]).lower(), -count if way[1].lower() == "before" else count
    value = here.shifted(unit, by) or here.around(unit, by)
    if value is None:
        return None
    roughly = context.lead in _ROUGHLY or (unit in {"month", "year"} and here.day is not None)
    reading = resolved(edtf.approximately(value) if roughly else value, "narrative")
    return replace(reading, back=True, timex=iso_duration(unit, count), label="DURATION")


def _dated(text: str, start: int, reach: int, context: Context) -> Anchor | None:
    """Return the date in the clause that begins at `start`: "the army stormed the mosque on 10 July 2007"."""
    found = [
        (m, one)
        for one in (*dates.RULES, *feasts.RULES)
        for m in one.pattern.finditer(text, start, start + reach + _YEAR)
    ]
    for m, one in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        reading = one.read(m, replace(context, lead=(text[start : m.start()].lower().split() or [""])[-1]))
        if reading is not None and reading.kind == "date":
            opened = _OPEN.search(text[start : m.start()]) is not None
            return None if opened or "/" in (reading.edtf or "/") else Anchor.of(reading.edtf)
    return None


def _told(clause: str, context: Context) -> Anchor | None:
    """Return the day told last where what happened then is what the clause names."""
    noun = _KNOWN.match(clause)
    if noun is None or context.told is None or context.told.date is None:
        return None
    types = {sense.type for sense in event_lexicon().senses(noun[2], "n")}
    return context.told if types & context.deeds else None


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<count>{NUMBER}) (?P<unit>{UNIT})s?|the (?P<one>day|week|month|year))"
        r"(?= (?:before|after)\b)",
        _from_deed,
    ),
)
