"""Tellings of one text → incidents, by one plain rule.

A telling joins an incident that nothing in it contradicts (types that meet, the same stage, days that meet,
places of which one is in the other's name) if they name somebody or something hit in common, if one of them
names nothing hit, or if it tells more of the harm close by. Of several the one with most in common is taken,
then the latest. Where none is left it is an incident of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.muc.reading import Text
from bench.muc.tellings import Telling
from bench.muc.vocabulary import BARE_NUMBERS, FACILITIES, PRONOUNS
from bench.muc.wording import phrases_in
from jirga.lexicon.cues import word_set
from jirga.model import Statement

#: Types that a plain attack may be another word for.
_SPECIFIC = frozenset({"BOMBING", "ARSON", "ROBBERY"})
#: Within so many characters a statement of harm tells more of the same incident; fitted on muc4/dev.
NEAR = 250
#: Within so many, one that names those whom the other describes.
FAR = 600
_HARM = re.compile(r"kill|murder|wound|injur|dead|died|death|hurt|damag|destr|left", re.IGNORECASE)
#: Words in front of a deed that say it is a further one.
_FURTHER = re.compile(
    r"\b(?:another|other|second|third|also|meanwhile|previous(?:ly)?|earlier|last (?:year|month)|similar)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Incident:
    """What a text tells of one incident."""

    type: str
    stage: str
    tellings: list[Telling] = field(default_factory=list)
    hit: set[str] = field(default_factory=set)

    @property
    def statements(self) -> list[Statement]:
        """Its statements in text order."""
        return [one.statement for one in self.tellings]

    @property
    def deeds(self) -> list[Statement]:
        """Those of its statements that tell of the deed itself, not of those taken being let go."""
        return [one.statement for one in self.tellings if not one.freed]

    @property
    def counted(self) -> set[tuple[str, float]]:
        """How many its statements say were killed, hurt or taken."""
        return {figure for one in self.statements for figure in counted(one)}

    @property
    def end(self) -> int:
        """Where its last sentence so far ends."""
        return self.tellings[-1].statement.sentence.end if self.tellings else 0

    def add(self, one: Telling, hit: set[str]) -> None:
        """Take a telling in; a specific type stands over a plain attack, a deed done over one attempted."""
        self.tellings.append(one)
        self.hit |= hit
        if self.type == "ATTACK":
            self.type = one.type
        if one.stage == "ACCOMPLISHED":
            self.stage = one.stage


def incidents(text: Text, told: Iterable[Telling]) -> list[Incident]:
    """Return the incidents of a text in the order of their first tellings."""
    found: list[Incident] = []
    for one in told:
        named = hit(text, one.statement)
        open_ = [incident for incident in found if joins(incident, one, named)]
        if not open_:
            open_ = [Incident(one.type, one.stage)]
            found += open_
        best = max(open_, key=lambda incident: (_common(incident.hit, named), incident.end))
        best.add(one, named)
    return found


def joins(incident: Incident, one: Telling, named: set[str]) -> bool:
    """Whether a telling is of an incident: nothing contradicts it, and something speaks for it."""
    if not _types_meet(incident.type, one.type):
        return False
    if (incident.stage == "THREATENED") != (one.stage == "THREATENED"):
        return False
    if not one.freed and not all(_agree(other, one.statement) for other in incident.deeds):
        return False
    if (
        not named
        or not incident.hit
        or _common(incident.hit, named)
        or counted(one.statement) & incident.counted
    ):
        return True
    return _goes_on(incident, one, named)


def _goes_on(incident: Incident, one: Telling, named: set[str]) -> bool:
    """Whether a telling close by goes on about the same, though others are hit in it.

    It does where it tells of harm, or where one of them names who is hit and the other says what they are.
    """
    statement = one.statement
    if statement.sentence == incident.statements[-1].sentence:
        return True
    before = statement.sentence.quote[: statement.trigger.start - statement.sentence.start]
    away = statement.start - incident.end
    if _FURTHER.search(before) or away > FAR:
        return False
    if _kinds(incident.hit).isdisjoint(_kinds(named)) and incident.type == one.type:
        return True
    return away <= NEAR and bool(_HARM.search(statement.trigger.quote))


def _kinds(hit: set[str]) -> set[str]:
    """Whether persons are named, described, things hit."""
    return {"name" if one.startswith("x-") else "thing" if one in FACILITIES else "word" for one in hit}


def hit(text: Text, statement: Statement) -> set[str]:
    """Return who and what a statement says was hit: ids of the named, the words for the rest."""
    found = {one.entity or _words(one.mention.quote) for one in statement.recipient}
    found |= {
        one.lemma for one in phrases_in(text, statement.start, statement.end) if one.lemma in FACILITIES
    }
    return found - PRONOUNS - {""}


def _words(quote: str) -> str:
    """Return the last words of a description, at most three, without what only points or counts."""
    kept = [word for word in re.findall(r"[\w-]+", quote.casefold()) if word not in _POINTING]
    return " ".join(kept[-3:])


_POINTING = PRONOUNS | BARE_NUMBERS | word_set("the a an his her its two-thirds all both") | {"of", "other"}


def counted(statement: Statement) -> set[tuple[str, float]]:
    """Return how many a statement says were killed or hurt or taken, where it is more than one."""
    return {
        (one.measure, one.low)
        for one in statement.figures
        if one.measure in _OF_VICTIMS and one.low is not None and one.low > 1
    }


_OF_VICTIMS = frozenset({"killed", "injured", "abducted", "casualties"})


def _common(one: set[str], two: set[str]) -> int:
    return sum(any(_same(mine, theirs) for theirs in two) for mine in one)


def _same(one: str, two: str) -> bool:
    """Whether two are one: `x-galan` is `x-luis-carlos-galan`, "jesuits" are "jesuit priests"."""
    if one.startswith("x-") and two.startswith("x-"):
        mine, theirs = set(one[2:].split("-")), set(two[2:].split("-"))
        return mine <= theirs or theirs <= mine
    if one.startswith("x-") or two.startswith("x-"):
        name, words = (one, two) if one.startswith("x-") else (two, one)
        return words.split()[-1] in name[2:].split("-")
    first, second = ([word.rstrip("s") for word in some.split()] for some in (one, two))
    return first[-1] in second or second[-1] in first


def _types_meet(mine: str, other: str) -> bool:
    return mine == other or ("ATTACK" in {mine, other} and bool({mine, other} & _SPECIFIC))


def _agree(mine: Statement, other: Statement) -> bool:
    return _days_meet(mine, other) and _places_meet(mine, other)


def _days_meet(mine: Statement, other: Statement) -> bool:
    if not (mine.when.start and mine.when.end and other.when.start and other.when.end):
        return True
    return mine.when.start <= other.when.end and other.when.start <= mine.when.end


def _places_meet(mine: Statement, other: Statement) -> bool:
    one, two = mine.where, other.where
    if one.country and two.country and one.country != two.country:
        return False
    if "country" in {one.precision, two.precision} or not one.name or not two.name:
        return True
    if "unknown" in {one.precision, two.precision}:
        return True
    return one.name in two.name or two.name in one.name
