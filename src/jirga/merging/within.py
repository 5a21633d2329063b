"""What keeps two statements of one report apart: one speaker tells of other victims, days, places, numbers.

Two speakers may differ about one happening, and a denial is of what another affirms: both belong together and
make it contested. But a report that says in its own words, or in one man's, that two were killed here and
five there tells of two happenings, however alike the words are. So it does with two verbs in one sentence, as
our guidelines code it: of eleven such pairs that are one happening, or that the weights alone would link, in
our train and dev parts, one is one happening ("the raid" and its like aside).
"""

from __future__ import annotations

from jirga.merging.marks import Counted, Marks, Party
from jirga.merging.pairs import distance, kilometres

#: Kilometres within which two names of places are one neighbourhood, as for the features.
_NEAR = 30.0
#: Measures of one happening of which one speaker gives one number.
_ONCE = frozenset(
    {"killed", "injured", "casualties", "detained", "released", "abducted", "missing", "surrendered"}
)


def other_happening(one: Marks, other: Marks) -> str | None:
    """Return in words why two statements of one report tell of two happenings; None where they may be one."""
    if one.speaker != other.speaker or one.denied != other.denied:
        return None
    if one.sentence == other.sentence and not _taken_up(one, other):
        return "one speaker tells of two things in one sentence"
    if _differ(one, other):
        return "one speaker tells of other victims in the same report"
    if one.days.short and other.days.short and distance(one.days, other.days) > 0:
        return "one speaker gives another day in the same report"
    if _elsewhere(one, other):
        return "one speaker gives another place in the same report"
    if _counted_otherwise(one.counted, other.counted):
        return "one speaker gives another number in the same report"
    return None


def _differ(one: Marks, other: Marks) -> bool:
    """Whether each names a recipient and none is both's; who strikes back is named on the other side."""
    crossed = _shared(one.actor, other.recipient) or _shared(one.recipient, other.actor)
    told = one.recipient.words and other.recipient.words
    shared = _shared(one.recipient, other.recipient)
    return bool(told) and not (crossed or shared or _taken_up(one, other))


def _taken_up(one: Marks, other: Marks) -> bool:
    """Whether the later of the two takes up what was told: "the raid", "that attack"."""
    return max(one, other, key=lambda it: it.start).definite


def _shared(one: Party, other: Party) -> bool:
    return bool(one.entities & other.entities or one.words & other.words)


def _elsewhere(one: Marks, other: Marks) -> bool:
    """Whether both name a place of one precision, below a country, and the two are not near each other."""
    if not one.place or not other.place or one.place == other.place:
        return False
    if one.precision != other.precision or one.precision == "country":
        return False
    return not (one.point and other.point and kilometres(one.point, other.point) < _NEAR)


def _counted_otherwise(one: frozenset[Counted], other: frozenset[Counted]) -> bool:
    """Whether a measure has numbers by one speaker on both sides, and no two of them fit."""
    for key in {it[0] for it in one} & {it[0] for it in other}:
        mine, theirs = ([it for it in some if it[0] == key] for some in (one, other))
        if key[0] in _ONCE and not any(_fit(a, b) for a in mine for b in theirs):
            return True
    return False


def _fit(one: Counted, other: Counted) -> bool:
    """Whether two ranges overlap; an end that is not told is open, and a bare mention fits everything."""
    (_, low, high), (_, least, most) = one, other
    below = high is not None and least is not None and high < least
    above = most is not None and low is not None and most < low
    return not (below or above)
