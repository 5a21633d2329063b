"""Rules for dates told from another happening: `the day after the takeover`, `a week before it fell in May`.

The date is reckoned from the one that the text gives that happening in the same clause, else from the date
told last, where that is of a deed of the same type ("seized" and "the takeover"); else it stays open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from jirga.language import dates, edtf, feasts
from jirga.language.anchor import Anchor
from jirga.language.numbers import number
from jirga.language.timerules import NUMBER, Context, Rule, TimeReading, resolved, rule
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import event_lexicon

#: How far, in code points, the clause of the other happening may go on to its date.
_REACH = 100
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
    tail = match.string[match.end() : match.end() + _REACH]
    end = _ENDS.search(tail)
    clause = tail[: end.start()] if end else tail
    if not clause.strip() or context.lead in _LENGTHS:
        return None
    count = number(match["count"]) if match["count"] else 1
    here = _dated(match, len(clause), context) or _told(clause, context)
    if here is None or count is None:
        return resolved(None)
    unit, by = match["unit"].lower(), -count if match["way"].lower() == "before" else count
    value = here.shifted(unit, by) or here.around(unit, by)
    round_ = context.lead in _ROUGHLY or (unit != "day" and here.day is not None and unit != "week")
    reading = resolved(edtf.approximately(value) if round_ and value else value, "narrative")
    return replace(reading, back=True)


def _dated(match: re.Match[str], reach: int, context: Context) -> Anchor | None:
    """Return the date in the clause after a match: "after the army stormed the mosque on 10 July 2007"."""
    text, start, end = match.string, match.end(), match.end() + reach
    found = [
        (m, one) for one in (*dates.RULES, *feasts.RULES) for m in one.pattern.finditer(text, start, end + 6)
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
        rf"(?:(?P<count>{NUMBER})|the) (?P<unit>day|week|fortnight|month|year)s? (?P<way>before|after)",
        _from_deed,
    ),
)
