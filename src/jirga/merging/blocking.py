"""Which statements are compared at all: those that share a key.

A key joins a family of types, an anchor (an entity, a place, a country, a name, a figure) and a time. Keys
are told from one statement alone, so that which pairs meet does not depend on what else the record holds. A
date is keyed by its days and the two after it: statements up to two days apart meet. What has no date is
keyed by the weeks around its publication and the months told beside it, and meets what is dated then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from jirga.merging.marks import Marks

#: Types that different texts, or our coder, give to one happening; every other type stands alone.
FAMILIES: dict[str, str] = {"COERCE": "ASSAULT", "CONCEDE": "RETREAT", "AGREE": "CONSULT"}
#: Days that two dates of one happening may differ by and always meet.
REACH = 2
#: Days of the spans in which undated statements are looked for, and how many of them back from publication.
_SPAN, _BACK = 14, 3
#: Spans that a date of low precision may cover ("in June") and still be looked up one by one.
_LONGEST = 4
#: Days that each kind of time stands for, by its letter.
_DAYS = {"d": REACH + 1, "w": _SPAN, "y": 365}
#: Bits of a key that tell it from others of its time, and the shelves of `_SPAN` days on which keys stand.
_DIGITS, _SHELVES = 44, (1 << 19) - 1
#: Names of a statement's sentence that are anchors.
_NAMES = 4


def keys(one: Marks) -> set[str]:
    """Return the keys of a statement."""
    family = FAMILIES.get(one.type or "", one.type or "")
    times, places = list(_times(one)), list(_anchors(one))
    found = {f"{family} {time} {anchor}" for time in times for anchor in places}
    found.add(f"{family} in {one.setting.document}")
    found.add(f"said {one.agreeing} {' '.join(one.setting.first_names[:2])}")
    return found


def hashed(key: str) -> int:
    """Return a key as a whole number of 63 bits, as the record keeps it: keys of one time lie side by side.

    So an index of keys is read and written in few places at once where documents come by their dates; two
    different keys of one time are the same number with a chance of 2⁻⁴⁴.
    """
    digest = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest())
    return _shelf(key.split(" ", 2)[1]) << _DIGITS | digest >> (64 - _DIGITS)


@lru_cache(maxsize=1 << 12)
def _shelf(time: str) -> int:
    """Return the number of the `_SPAN` days in which a key's time begins; 0 for a key that has none."""
    days = int(time[1:]) * _DAYS.get(time[:1], 0) if time[1:].isdecimal() else 0
    return days // _SPAN & _SHELVES


def _anchors(one: Marks) -> Iterator[str]:
    named = sorted(one.actor.entities | one.recipient.entities)
    yield from named
    if one.place and one.precision != "country":
        yield f"@{one.place}"
        named.append(one.place)
    countries = {one.country} if one.country else one.actor.countries | one.recipient.countries
    yield from sorted(filter(None, countries))
    for measure, low, high in sorted(one.figures, key=str):
        if low is not None and low == high and low > 1:
            yield f"{measure} {low:g}"
    found = sorted(name for name in one.names if not name[0].isdigit())
    yield from found[:_NAMES]
    undated = one.days.first is None and one.days.last is None
    yield from one.setting.first_names[: None if undated else _NAMES]


def _times(one: Marks) -> Iterator[str]:
    first, last = one.days.first, one.days.last
    if first is not None and last is not None:
        if one.days.short:
            width = REACH + 1
            yield from {f"d{first // width}", f"d{(last + REACH) // width}"}
            yield f"w{first // _SPAN}"
        elif last // _SPAN - first // _SPAN <= _LONGEST:
            yield from (f"w{span}" for span in range(first // _SPAN, last // _SPAN + 1))
        else:
            yield f"y{first // 365}"
    elif first is not None or last is not None:
        yield f"w{(first or last or 0) // _SPAN}"
    elif one.setting.published is not None:
        span = one.setting.published // _SPAN
        yield from (f"w{span - back}" for back in range(_BACK + 1))
        for begun, ended in one.beside:
            if ended // _SPAN - begun // _SPAN <= _LONGEST:
                yield from (f"w{at}" for at in range(begun // _SPAN, ended // _SPAN + 1))
    else:
        yield "undated"
