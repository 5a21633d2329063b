"""Figures that can be set against each other: what they count, which range they allow, why they may differ.

A count of a class ("civilians") is not one of all; a part is not its total; killed are not casualties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jirga.lexicon.agents import agent, singulars
from jirga.model import Figure, Speaker, Statement

#: How far "about 100" may lie from a number that it still agrees with.
_ABOUT = 0.1

#: Heads under which everybody is counted: they tell no class apart.
_ALL_WORDS = """
person people individual human soul life dead death fatality victim body casualty toll total other
number man name killing wounded injured captive hostage prisoner detainee inmate one attack incident
raid displaced
"""
_ALL = frozenset(_ALL_WORDS.split())
#: Measures in which one counted thing differs from the next by what it is called ("weapons", "lorries").
_OF_THINGS = frozenset({"other", "money", "attacks"})

_DETAIL = re.compile(r"\s+(?:of|from|in|at|with|who|whom|that|which|by|and)\s+", re.I)
_PER_CENT = re.compile(r"\s*(?:per ?cent|percentage|%)", re.I)
_EXCHANGE = re.compile(r"(?:exchang|swap)", re.I)
_FLOOR = re.compile(r"\W*at least\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

#: Measures that are counted in one breath, and what sets them apart, in words.
_KIN = {
    frozenset({"killed", "casualties"}): "casualties are dead and injured together",
    frozenset({"injured", "casualties"}): "casualties are dead and injured together",
    frozenset({"killed", "injured"}): "the dead are not the injured",
    frozenset({"killed", "missing"}): "the missing are not counted as dead",
    frozenset({"detained", "abducted"}): "arrests are not abductions",
    frozenset({"released", "detained"}): "those released are not those held",
    frozenset({"released", "surrendered"}): "those released are not those who gave themselves up",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A figure: `index` among its statement's figures, `counted` the class that it counts."""

    figure: Figure
    statement: Statement
    index: int
    counted: str

    @property
    def said_by(self) -> tuple[Speaker, ...]:
        """The figure's own speakers, else its statement's."""
        return self.figure.said_by or self.statement.said_by

    @property
    def low(self) -> float:
        """The lowest number that the words allow."""
        figure = self.figure
        if figure.low is None:
            return 0.0
        return figure.low * (1 - _ABOUT) if figure.approximate and figure.high is not None else figure.low

    @property
    def high(self) -> float:
        """The highest number that the words allow."""
        figure = self.figure
        if figure.high is None:
            return float("inf")
        return figure.high * (1 + _ABOUT) if figure.approximate else figure.high

    @property
    def exact(self) -> bool:
        """Whether the figure is one number, not a bound or a range."""
        return self.figure.low == self.figure.high and not self.figure.approximate


def counts(statement: Statement) -> list[Count]:
    """Return the figures of a statement that hold a number; of a statement that denies, only a nought."""
    denies = statement.factuality.polarity == "negated"
    return [
        Count(figure, statement, index, _meant(figure, statement))
        for index, figure in enumerate(statement.figures)
        if (figure.low is not None or figure.high is not None)
        and (not denies or figure.high == 0)
        and not _is_share(figure, statement)
    ]


def _is_share(figure: Figure, statement: Statement) -> bool:
    """Whether a number is a share or a rate of change: "an increase of 84 per cent in attacks"."""
    after = statement.sentence.quote[figure.mention.end - statement.sentence.start :]
    return _PER_CENT.match(after) is not None or _PER_CENT.search(figure.mention.quote) is not None


def counted(figure: Figure) -> str:
    """Return the class that a figure counts: empty where it counts all, else a sector or the noun itself."""
    words = _DETAIL.split((figure.of or "").strip(), maxsplit=1)[0]
    return _class_of(words, figure.measure in _OF_THINGS) if words else ""


def _meant(figure: Figure, statement: Statement) -> str:
    """What a figure counts: "nine soldiers, by their statement 14" counts soldiers twice."""
    if figure.of or figure.part_of:
        return counted(figure)
    named = (one for one in statement.figures if one.measure == figure.measure and one.of and not one.part_of)
    return next(map(counted, named), "")


@lru_cache(maxsize=1 << 12)
def _class_of(words: str, things: bool) -> str:
    found = _WORD.findall(words.casefold())
    if not found:
        return ""
    forms = set(singulars(found[-1]))
    if forms & _ALL:
        return ""
    known = None if things else agent(words)
    if known and known.sector and known.sector != "CVL":
        return known.sector
    return "civilian" if forms & {"civilian", "noncombatant", "non-combatant"} else min(forms, key=len)


def agree(one: Count, other: Count) -> bool:
    """Whether one number can satisfy both, and nobody's count ends below the other's.

    "At least 30" allows 33, but it is a count as far as it goes: a reader wants both side by side.
    """
    overlap = one.low <= other.high and other.low <= one.high
    return overlap and not (_counted_less(one, other) or _counted_less(other, one))


def _counted_less(one: Count, other: Count) -> bool:
    """Whether the first is a count as far as it goes ("at least 30") and the second a higher count."""
    counted_on = other.exact or _is_floor(other)
    return _is_floor(one) and counted_on and (other.figure.low or 0.0) > (one.figure.low or 0.0)


def _is_floor(one: Count) -> bool:
    return one.figure.high is None and _FLOOR.match(one.figure.mention.quote) is not None


def rivals(one: Count, other: Count) -> bool:
    """Whether two figures answer one question differently: no number is both, and they count the same.

    Of a class and of all, they are rivals only where the class would be larger than the whole ("at least 47
    civilians", where another counts at least 36 people).
    """
    if one.figure.measure != other.figure.measure or one.figure.unit != other.figure.unit:
        return False
    if _both_ways(one) != _both_ways(other):
        return False
    part, whole = (one, other) if _narrower(one, other) else (other, one)
    if _same_count(one, other):
        return not agree(one, other)
    return _narrower(part, whole) and (part.low > whole.high or _counted_less(whole, part))


def _both_ways(one: Count) -> bool:
    """Whether a figure counts those of both sides: "exchanged 400 prisoners"; each got back but some."""
    return _EXCHANGE.match(one.statement.trigger.quote) is not None


def comparable(one: Count, other: Count) -> bool:
    """Whether two figures count the same measure of the same people."""
    same = one.figure.measure == other.figure.measure and one.figure.unit == other.figure.unit
    return same and _both_ways(one) == _both_ways(other) and _same_count(one, other)


def difference(one: Count, other: Count) -> str:
    """Return in words why two figures of one subject differ without contradiction, empty where they may."""
    if one.figure.measure != other.figure.measure:
        return _KIN.get(frozenset({one.figure.measure, other.figure.measure}), "")
    if one.figure.part_of or other.figure.part_of:
        return ""  # a part stands in one breath with its total
    if not _same_count(one, other):
        names = [(count.counted and count.figure.of) or "all" for count in (one, other)]
        return f"{names[1]} are not {names[0]}" if names[0] != names[1] else ""
    return ""


def _same_count(one: Count, other: Count) -> bool:
    """Whether both count the same class, and are both totals or both parts."""
    parts = bool(one.figure.part_of), bool(other.figure.part_of)
    return one.counted == other.counted and parts[0] == parts[1]


def _narrower(one: Count, other: Count) -> bool:
    """Whether the first counts a class, or a part, of what the second counts.

    A part of one class is none of another: thirty of the dead were children, and twenty rebels died.
    """
    same = not other.counted or one.counted == other.counted
    part = bool(one.figure.part_of) and not other.figure.part_of and same
    return part or (bool(one.counted) and not other.counted and not other.figure.part_of)
