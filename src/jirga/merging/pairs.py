"""How likely two statements tell of one happening: features with names, and weights fitted to them.

Each feature is told from the two alone; which of the two comes first makes no difference. What each weighs
stands in `data/weights.json`; `training.merging` fits them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from jirga.merging.marks import Marks, Party, Span
from jirga.merging.meaning import likeness
from jirga.merging.stems import alike, stem

Features = dict[str, float]

#: Features that say that two statements name the same thing.
_CONCRETE = (
    "same actor",
    "same recipient",
    "sides swapped",
    "same day",
    "dates overlap",
    "a day or two apart",
    "same place",
    "near place",
    "same figure",
    "shared names",
    "named in the other's report",
)

#: Mean radius of the earth, kilometres (IUGG).
_EARTH = 6_371.0
#: Kilometres within which two places are one neighbourhood, and beyond which they are two regions.
_NEAR, _FAR = 30.0, 150.0
#: From this likeness on two triggers are nearly synonyms ("arrest", "detain"); see `stems.alike`.
_VERY_ALIKE = 0.68
#: Code points within which a text tells its main event.
_BEGINNING = 160
#: Logarithms of days and of hundreds of code points are cut off here: further away is no further.
_LONG, _WIDE = 6.0, 4.0
#: How alike two parties of one state, or of one group, are at least: the government, and its army.
_CAMP = 0.5
#: Days.
_FORTNIGHT = 14

_PLAIN = """
add announce ask be begin believe call claim come confirm continue do expect follow get
give go happen have know make occur plan report say start state take tell think use want
"""
#: Stems of speech, being and doing at large: two of the same word are seldom the same event.
_COMMON = frozenset(map(stem, _PLAIN.split()))


def features(one: Marks, other: Marks) -> Features:
    """Return the features of a pair that are not zero, by name."""
    found: Features = {"bias": 1.0}
    near = _triggers(found, one, other)
    _meaning(found, one, other, near)
    _kinds(found, one, other)
    _sides(found, one, other)
    _times(found, one, other)
    _places(found, one, other)
    _figures(found, one, other)
    _words(found, one, other, near)
    return {name: value for name, value in found.items() if value}


def score(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the log-odds that the two tell of one happening."""
    return sum(value * weights.get(name, 0.0) for name, value in found.items())


def distance(one: Span, other: Span) -> int:
    """Return how many days lie between two dates, 0 where they overlap or one of them is open there."""
    first = one.first - other.last if one.first is not None and other.last is not None else 0
    second = other.first - one.last if other.first is not None and one.last is not None else 0
    return max(first, second, 0)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees), in kilometres."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def in_common(found: Mapping[str, float]) -> bool:
    """Whether two statements have anything in common but words: a side, a day, a place, a figure."""
    return any(name in found for name in _CONCRETE)


def _triggers(found: Features, one: Marks, other: Marks) -> float:
    """Return how alike the triggers are, 0 to 1, and note it."""
    if one.head == other.head:
        found["same trigger, a common word" if one.head in _COMMON else "same trigger"] = 1.0
        return 1.0
    if one.trigger & other.trigger:
        found["shared trigger word"] = 1.0
        return 1.0
    near = max((alike(a, b) for a in one.trigger for b in other.trigger), default=0.0)
    found["alike trigger"] = near
    found["very alike trigger"] = float(near > _VERY_ALIKE)
    return near


def _meaning(found: Features, one: Marks, other: Marks, near: float) -> None:
    """Note how alike the triggers are where they stand: what one word tells twice, or two words once."""
    if one.meaning is not None and other.meaning is not None:
        words = "one word" if near == 1.0 else "two words"
        found[f"alike in meaning, {words}"] = likeness(one.meaning, other.meaning)


def _kinds(found: Features, one: Marks, other: Marks) -> None:
    if one.type is None or other.type is None:
        return
    found["typed"] = 1.0
    found["same type" if one.type == other.type else "other type"] = 1.0
    if one.modes and other.modes:
        found["shared mode" if one.modes & other.modes else "other mode"] = 1.0


def _sides(found: Features, one: Marks, other: Marks) -> None:
    straight = 0.0
    for role, mine, theirs in (
        ("actor", one.actor, other.actor),
        ("recipient", one.recipient, other.recipient),
    ):
        likeness = _likeness(mine, theirs)
        straight += likeness
        if likeness > 0:
            found[f"same {role}"] = likeness
        elif mine.words and theirs.words:
            known = bool(mine.entities and theirs.entities)
            found[f"other {role}" if known else f"other {role} by its words"] = 1.0
    swapped = _likeness(one.actor, other.recipient) + _likeness(one.recipient, other.actor)
    if swapped > straight:
        found["sides swapped"] = min(swapped, 2.0) / 2


def _likeness(one: Party, other: Party) -> float:
    """1 for a known entity in both, else the share of the words of the one with fewer, or that of a camp."""
    if one.entities & other.entities:
        return 1.0
    return max(_worded_alike(one, other), _CAMP if one.camps & other.camps else 0.0)


def _worded_alike(one: Party, other: Party) -> float:
    if not one.words or not other.words:
        return 0.0
    if one.known and other.known:
        return 0.0
    shared = len(one.words & other.words) / min(len(one.words), len(other.words))
    return shared / 2 if one.entities and other.entities else shared


def _times(found: Features, one: Marks, other: Marks) -> None:
    a, b = one.days, other.days
    if not (a.known and b.known):
        if one.type is not None:
            found["one date unknown" if a.known or b.known else "dates unknown"] = 1.0
    elif (gap := distance(a, b)) > 2:
        found["dates apart"] = min(math.log1p(gap), _LONG)
    elif gap > 0:
        found["a day or two apart"] = 1.0
    else:
        found["same day" if a.short and b.short else "dates overlap"] = 1.0
    if not (a.known and b.known):
        found["printed close to it"] = _closeness(_told_on(one), _told_on(other))


def _told_on(one: Marks) -> int | None:
    """The day a statement is of as far as its date or its document's tells: its own, else that of print."""
    return one.days.first if one.days.first is not None else one.setting.published


def _closeness(one: int | None, other: int | None) -> float:
    """1 on one day, 0 from a fortnight on, or where a day is unknown."""
    return 0.0 if one is None or other is None else max(0.0, 1 - abs(one - other) / _FORTNIGHT)


def _places(found: Features, one: Marks, other: Marks) -> None:
    if one.country and other.country and one.country != other.country:
        found["other country"] = 1.0
    elif one.place is None or other.place is None:
        return
    elif one.place == other.place:
        found["same country" if one.precision == "country" else "same place"] = 1.0
    elif "country" in (one.precision, other.precision):
        found["same country"] = 1.0
    elif one.point and other.point:
        apart = kilometres(one.point, other.point)
        found["near place" if apart < _NEAR else "far place" if apart > _FAR else "other place"] = 1.0
    else:
        found["other place"] = 1.0


def _figures(found: Features, one: Marks, other: Marks) -> None:
    for measure in {name for name, _, _ in one.figures} & {name for name, _, _ in other.figures}:
        mine, theirs = ({one for one in it.figures if one[0] == measure} for it in (one, other))
        if mine & theirs:
            found["same figure"] = 1.0
        elif one.setting.document == other.setting.document:
            found["other figure, same document"] = 1.0


def _words(found: Features, one: Marks, other: Marks, near: float) -> None:
    found["shared words"] = _share(one.wording, other.wording)
    if names := one.names & other.names:
        found["shared names"] = math.log1p(len(names))
    if one.setting.document == other.setting.document:
        _within(found, one, other, near)
        return
    if both := bool(one.named_here & other.setting.names) + bool(other.named_here & one.setting.names):
        found["named in the other's report"] = both / 2
    around = one.setting, other.setting
    named = _share(around[0].names, around[1].names)
    worded = _cosine(around[0].words, around[1].words)
    found["leads alike"] = _share(*(frozenset(it.first_names) for it in around))
    found["documents' names alike"], found["documents' words alike"] = named, worded
    found["trigger and documents' words alike"] = near * worded
    found["trigger and documents' names alike"] = near * named
    if one.head != other.head:  # each text has both words: it tells of both, and they are two events
        crossed = (one.head in other.setting.words) + (other.head in one.setting.words)
        found["each trigger in the other's text"] = crossed * (1 - near)
    found["both at the beginning"] = float(max(one.start, other.start) < _BEGINNING)


def _within(found: Features, one: Marks, other: Marks, near: float) -> None:
    found["same document" if one.type is None else "same report"] = 1.0
    found["same trigger, same document" if one.type is None else "same trigger, same report"] = float(
        near == 1.0
    )
    later = max(one, other, key=lambda it: it.start)
    found["taken up with the"] = near * later.definite
    found["apart in all but the document"] = float(not in_common(found) and not later.definite)
    for role in ("actor", "recipient"):
        found[f"other {role}, same document"] = float(any(name.startswith(f"other {role}") for name in found))
    if one.sentence == other.sentence:
        found["same sentence"] = 1.0
    else:
        found["apart in the document"] = min(math.log1p(abs(one.start - other.start) / 100), _WIDE)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's share, smoothed so that one word that is all there is says little."""
    return len(one & other) / (len(one | other) + 2)


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (math.sqrt(len(one) * len(other)) + 1)
