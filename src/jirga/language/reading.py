"""Document → Analysis: the one door into this room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jirga.language import edtf
from jirga.language.analysis import Analysis, PlaceMention, TimeExpression
from jirga.language.chronology import chronology
from jirga.language.finding import lexicon_matches
from jirga.language.layout import datelines
from jirga.language.mentions import find_mentions
from jirga.language.papers import told_beside
from jirga.language.parse import parse
from jirga.language.places import find_places
from jirga.language.prose import skipped
from jirga.language.times import find_times, stated_day
from jirga.lexicon.entities import Match, entities
from jirga.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: ISO 639-1 codes of the languages we read.
LANGUAGES: frozenset[str] = frozenset({"en"})

#: What follows a date that is a group's name.
_BODY_AFTER = re.compile(
    r"\s(?:Movement|Brigades?|Group|Front|Organi[sz]ation|Commandos?|Alliance)\b"
    r"|\s(?:MOVEMENT|BRIGADES?|GROUP|FRONT|ORGANI[SZ]ATION|COMMANDOS?|ALLIANCE)\b"
)


def analyse(document: Document) -> Analysis:
    """Return the analysis of `document`; raises JirgaError only where the language model cannot be loaded."""
    doc = parse(document.text)
    matches = lexicon_matches(doc)
    places = _places(doc, matches)
    published = document.published or _dateline_day(document.text)
    times = find_times(doc, published)
    day = edtf.bounds(published)[0]
    skip = skipped(document, doc, times)
    dateline = _dateline_country(document.text, places)
    mentions, country_at = find_mentions(
        doc, matches, places, day, dateline, skip, times, told_beside(document)
    )
    headings = chronology(document.text, published)
    skip = tuple(sorted({*skip, *((one.start, one.end) for one in headings)}))
    return Analysis(
        document, doc, mentions, _outside_names(times, document.text), places, skip, headings, (), country_at
    )


def _outside_names(times: tuple[TimeExpression, ...], text: str) -> tuple[TimeExpression, ...]:
    """Return the times without those that begin a group's name ("the 19 April Movement")."""
    return tuple(t for t in times if not _BODY_AFTER.match(text, t.end))


def _places(doc: Doc, matches: list[Match]) -> tuple[PlaceMention, ...]:
    """Return the places, told apart by the countries that states, nationalities and capitals speak of."""
    taken, countries = [], []
    for match in matches:
        standing = entities().standing(match.ids[0])
        if standing.kind == "state" and match.form == "name":
            countries.append((match.start, match.end, standing.name))
        elif standing.kind != "state" and match.form not in {"adjective", "people", "capital"}:
            taken.append((match.start, match.end))
    return find_places(doc, taken, spoken_of(matches), countries)


def spoken_of(matches: list[Match]) -> list[tuple[int, str]]:
    """Return (offset, country) of every state, capital or nationality that the lexicon found."""
    found = []
    for match in matches:
        standing = entities().standing(match.ids[0])
        tells = standing.kind == "state" or match.form in {"capital", "adjective", "people"}
        if tells and standing.country:
            found.append((match.start, standing.country))
    return found


def _dateline_day(text: str) -> str | None:
    """Return the day that the text's first dateline states in full, None where it states none."""
    return next((day for start, end in datelines(text)[:1] if (day := stated_day(text[start:end]))), None)


def _dateline_country(text: str, places: tuple[PlaceMention, ...]) -> str | None:
    """Return the country that the text is dated from, None where it has no dateline we can place."""
    for start, end in datelines(text):
        for one in places:
            if start <= one.start < end and one.place is not None and one.place.country:
                return str(one.place.country)
    return None
