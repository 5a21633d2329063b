"""In which country an incident was, and whether it belongs to one of the nine that MUC-4 asks about."""

from __future__ import annotations

from collections import Counter

from bench.muc.reading import Text
from bench.muc.vocabulary import COUNTRIES
from jirga.model import Statement


def elsewhere(one: Statement, text: Text) -> bool:
    """Whether nothing of it belongs to the nine countries (1.0, 4): people, place, else the report."""
    people = {person.country for person in (*one.actor, *one.recipient)}
    place = backed(one, text)
    if (people | {place}) & COUNTRIES.keys():
        return False
    about = focus(text)
    return place is not None or (about is not None and about not in COUNTRIES)


def backed(one: Statement, text: Text) -> str | None:
    """Return the country of a statement's place, None where nothing else in the text is of that country.

    The only Escalon of a gazetteer need not be the neighbourhood that a report speaks of.
    """
    country = one.where.country
    if country is None or one.where.precision == "country" or country in COUNTRIES:
        return country
    named = sum(other.country == country for other in text.mentions)
    return country if named > 1 or country == text.country else None


def focus(text: Text) -> str | None:
    """Return the country that a text is about: its dateline's if it speaks of it, else that it names most.

    A dateline outside the nine countries counts only where none of them is named, and one of the nine that
    is named `SHARE` as often as another country stands before that.
    """
    named = Counter(one.country for one in text.mentions if one.country)
    if text.country is not None and text.country in COUNTRIES and named[text.country]:
        return text.country
    ours = max((one for one in named if one in COUNTRIES), key=lambda one: (named[one], one), default=None)
    others = [one for one in named if one not in COUNTRIES and (one != text.country or ours is None)]
    other = max(others, key=lambda one: (named[one], one), default=None)
    if ours is None or (other is not None and named[ours] < SHARE * named[other]):
        return other or text.country
    return ours


#: Fitted on muc4/dev.
SHARE = 0.5
