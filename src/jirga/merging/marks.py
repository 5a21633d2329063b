"""What of a statement is compared with another: taken from it and from its document once, for many pairs.

Nothing here knows of any other statement, so that whether two belong together depends on the two alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from jirga.merging.allegiance import STATE, side_of
from jirga.merging.barecounts import is_bare_count
from jirga.merging.copies import agreeing
from jirga.merging.meaning import Vector, unpacked
from jirga.merging.mentioned import NO_TIMES, Times
from jirga.merging.stems import named, names, stem, stems, words
from jirga.model import Document, Participant, Speaker, Statement, When

#: Code points at a document's beginning whose names say what it is about.
_LEAD = 1_500
#: Names with which a document begins, that say where and among whom it happens.
_FIRST = 12
#: What stands before a noun that takes something up, with at most one word between.
_TAKES_UP = re.compile(
    r"\b(?:the|that|this|these|those|its|their|his|her)\s+(?:[\w'’-]+\s+)?$", re.IGNORECASE
)
_LARGE = """
army armed central defence defense district eastern forces front government group ministry movement
national north northern party parliament people police province south southern united west western east
"""
#: Words of names that name nobody in particular.
_AT_LARGE = frozenset(_LARGE.split())
#: Days a date may span and still be one time ("on the night of 3 March").
SHORT = 3
#: Days from which on a period is one of several happenings, or of a state that lasts.
_SERIES = 14


@dataclass(frozen=True, slots=True)
class Setting:
    """What a statement owes to its document: which, when it was published, the names it begins with.

    `published` is the first day that the date of publication allows, as an ordinal; None where unknown.
    """

    document: str
    source: str = ""
    published: int | None = None
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    first_names: tuple[str, ...] = ()
    times: Times = NO_TIMES


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: ids of known entities, their countries, the stems of what they are called.

    `camps` are the states and groups that they belong to: a president and an army are of one state.
    """

    entities: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    camps: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """Whether the lexicon knows one of them: then another's name is another's."""
        return any(not one.startswith("x-") for one in self.entities)


@dataclass(frozen=True, slots=True)
class Span:
    """The days (ordinals) that a date allows; None at an end that is open or unknown."""

    first: int | None = None
    last: int | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are."""
        return self.first is not None and self.last is not None

    @property
    def short(self) -> bool:
        """Whether it is one time: a day, or a few."""
        return self.first is not None and self.last is not None and self.last - self.first < SHORT


#: A number by the measure and whose it is, at least and at most: (("killed", "police"), 3, 3).
Counted = tuple[tuple[str, str], float | None, float | None]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is compared of one statement; `trigger` are stems, the main one in `head`, `start` its offset.

    `speaker` is who says it, "" for the document; `counted` are exact figures that are no part of another;
    `beside` are the months and years told beside what gives no date (first and last day of each), in which it
    may have happened, too.
    `bare_count` is what only counts those who fell in a deed told elsewhere.
    `meaning` is the vector of what the trigger means where it stands, None where reading left none.
    """

    id: str
    setting: Setting
    start: int
    sentence: int
    type: str | None
    modes: frozenset[str]
    trigger: frozenset[str]
    head: str
    actor: Party
    recipient: Party
    days: Span
    historical: bool
    place: str | None
    named_here: frozenset[str]
    name_of_place: str | None
    country: str | None
    point: tuple[float, float] | None
    precision: str
    figures: frozenset[tuple[str, float | None, float | None]]
    wording: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    definite: bool
    series: bool
    denied: bool
    quote: str
    agreeing: int
    speaker: str
    counted: frozenset[Counted]
    bare_count: bool = False
    beside: tuple[tuple[int, int], ...] = ()
    meaning: Vector | None = field(default=None, compare=False)


def printed(one: Marks) -> tuple[bool, int, str, str, int, str]:
    """Return the key by which statements sort in the order of publication, undated documents last."""
    around = one.setting
    published = around.published
    return published is None, published or 0, around.source, around.document, one.start, one.id


def setting(document: Document) -> Setting:
    """Return what its statements owe to a document."""
    lead = " ".join(part for part in (document.title, document.text[:_LEAD]) if part)
    found = named(lead)
    published = _ordinal((document.published or "").split("/")[0])
    times = Times.of(document.text, date.fromordinal(published) if published else None)
    first = tuple(one for one in found if not one[0].isdigit())[:_FIRST]
    return Setting(document.id, document.source, published, frozenset(found), stems(lead), first, times)


def marks(statement: Statement, around: Setting, meaning: bytes | None = None) -> Marks:
    """Return what is compared of a statement in its document's setting, with the vector of its trigger."""
    it = statement
    trigger = _trigger(it.trigger.quote)
    where = it.where
    point = (where.lat, where.lon) if where.lat is not None and where.lon is not None else None
    dated = days(it.when)
    undated = dated.first is None and dated.last is None
    return Marks(
        id=it.id,
        setting=around,
        start=it.trigger.start,
        sentence=it.sentence.start,
        type=it.event.type if it.event else None,
        modes=frozenset(it.event.modes if it.event else ()),
        trigger=frozenset(trigger),
        head=trigger[0] if trigger else "",
        actor=_party(it.actor),
        recipient=_party(it.recipient),
        days=dated,
        historical=it.factuality.historical,
        place=where.name.casefold() if where.name else None,
        named_here=_long_words(where.name, *(one.name for one in (*it.actor, *it.recipient) if one.entity)),
        name_of_place=where.name,
        country=where.country,
        point=point,
        precision=where.precision,
        figures=frozenset((one.measure, one.low, one.high) for one in it.figures),
        wording=stems(it.quote) - frozenset(trigger),
        names=names(it.sentence.quote),
        around=stems(it.sentence.quote) - frozenset(trigger),
        definite=_definite(it),
        series=_series(it),
        denied=it.factuality.polarity == "negated",
        quote=it.quote,
        agreeing=_digest(agreeing(it)),
        speaker=_speaker(it.said_by),
        counted=_counted(it),
        bare_count=is_bare_count(it),
        beside=around.times.beside(it.trigger.start) if undated else (),
        meaning=unpacked(meaning),
    )


def _speaker(chain: Sequence[Speaker]) -> str:
    """Return who speaks, by id where known, else by name."""
    return (chain[0].entity or chain[0].name.casefold()) if chain else ""


def _counted(statement: Statement) -> frozenset[Counted]:
    """Return the exact figures, each with who gives it: its own speaker, else the statement's."""
    return frozenset(
        ((one.measure, _speaker(one.said_by or statement.said_by)), one.low, one.high)
        for one in statement.figures
        if not one.approximate and not one.part_of
    )


def _long_words(*some: str | None) -> frozenset[str]:
    """Return the words of names by which a text that names them at all can be known."""
    found = (word for one in some if one for word in one.split() if word[:1].isupper() and len(word) > 3)
    return frozenset(word.casefold() for word in found) - _AT_LARGE


def days(when: When) -> Span:
    """Return the days that a date allows."""
    return Span(_ordinal(when.start), _ordinal(when.end))


def _trigger(quote: str) -> list[str]:
    """Return the stems of a trigger's words, those that build the sentence only where there is no other."""
    found = words(quote)
    return [stem(one) for one in found if len(one) > 2] or [stem(one) for one in found]


def _party(participants: Iterable[Participant]) -> Party:
    some = tuple(participants)
    return Party(
        frozenset(one.entity for one in some if one.entity),
        frozenset(one.country for one in some if one.country),
        frozenset(word for one in some for word in stems(f"{one.name} {one.mention.quote}")),
        frozenset(filter(None, map(_camp, some))),
    )


def _camp(one: Participant) -> str | None:
    """Return the state that a participant is an organ of, or what a known one is part of; None for others."""
    if one.entity and not one.entity.startswith("x-"):
        return side_of(one.entity, one.country, one.sector)
    state = one.sector in STATE and len(one.country or "") == len("AFG")
    return side_of("", one.country, one.sector) if state else None


def _definite(statement: Statement) -> bool:
    """Whether the trigger is a noun that takes up what was told before: "the raid", "that second attack"."""
    at = statement.trigger.start - statement.sentence.start
    return bool(_TAKES_UP.search(statement.sentence.quote[:at]))


def _series(statement: Statement) -> bool:
    """Whether several happenings are told as one: over weeks, since a month, a number of attacks."""
    first, slash, last = (statement.when.edtf or "").partition("/")
    span = days(statement.when)
    if slash and last == "..":
        period = len(first.strip("~?%")) < len("2022-01-01")
    else:
        period = span.first is not None and span.last is not None and span.last - span.first >= _SERIES
    return (bool(slash) and period) or any(
        one.measure == "attacks" and (one.low or 0) > 1 for one in statement.figures
    )


def _digest(agreeing: Hashable) -> int:
    """Return what must agree in a copy as one number, the same in every process."""
    parts = agreeing if isinstance(agreeing, tuple) else (agreeing,)
    plain = repr([sorted(part) if isinstance(part, frozenset) else part for part in parts])
    return int.from_bytes(hashlib.blake2b(plain.encode(), digest_size=8).digest())


def _ordinal(day: str | None) -> int | None:
    if not day:
        return None
    try:
        return date.fromisoformat(day if len(day) == 10 else f"{day}-01-01"[:10]).toordinal()
    except ValueError:
        return None
