"""Why a statement stands in an event, in words: what it has in common with one that stood there before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jirga.merging.linking import MUST, Rules, pair, thousandths
from jirga.merging.marks import Marks, Span
from jirga.merging.pairs import distance, features

#: From this likeness on two triggers are told as alike (see `stems.alike`).
_ALIKE = 0.5


def reasons(members: Sequence[tuple[Marks, str]], rules: Rules) -> tuple[str, ...]:
    """Return why each stands here, in their order; nothing for the first.

    `members` are the marks of the statements with the words of their triggers.
    """
    found = [""]
    for at in range(1, len(members)):
        one, trigger = members[at]
        before = max(range(at), key=lambda other: (_bond(members[other][0], one, rules), -other))
        found.append(_told(members[before], (one, trigger), rules))
    return tuple(found)


def _bond(one: Marks, other: Marks, rules: Rules) -> int:
    if pair(one, other) in rules.judged.same:
        return 2 * MUST
    return MUST if rules.copied(one, other) else thousandths(one, other)


def _told(before: tuple[Marks, str], this: tuple[Marks, str], rules: Rules) -> str:
    (one, its), (other, trigger) = before, this
    if pair(one, other) in rules.judged.same:
        return "people judged it the same"
    if rules.copied(one, other):
        return "the same words in a copy of the report"
    return ", ".join(_common(one, its, other, trigger)) or "like the others in many small things"


def _common(one: Marks, its: str, other: Marks, trigger: str) -> Iterator[str]:
    found = features(one, other)
    if one.head == other.head or "shared trigger word" in found:
        yield f"same trigger “{trigger}”"
    elif max(found.get("alike trigger", 0.0), found.get("alike in meaning, two words", 0.0)) >= _ALIKE:
        yield f"“{trigger}” is close to “{its}”"
    for role, mine, theirs in (
        ("actor", one.actor, other.actor),
        ("recipient", one.recipient, other.recipient),
    ):
        shared = sorted(mine.entities & theirs.entities)
        if shared:
            yield f"same {role} {', '.join(shared)}"
        elif found.get(f"same {role}"):
            yield f"same {role} in words"
    if "sides swapped" in found:
        yield "the same sides the other way round"
    yield from _where(one, other, found)
    yield from _when(one.days, other.days)
    if "same figure" in found:
        yield f"same figure {_figure(one, other)}"
    if one.setting.document == other.setting.document:
        yield "in the same report"
    elif found.get("documents' names alike", 0.0) > 0:
        names = sorted(name for name in one.names & other.names if not name[0].isdigit())
        yield f"both name {', '.join(names[:3])}" if names else "reports that name the same people and places"


def _where(one: Marks, other: Marks, found: dict[str, float]) -> Iterator[str]:
    if "same place" in found:
        yield f"same place {one.name_of_place}"
    elif "near place" in found:
        yield f"{other.name_of_place} is near {one.name_of_place}"


def _when(one: Span, other: Span) -> Iterator[str]:
    if not (one.known and other.known):
        return
    days = distance(one, other)
    if days:
        yield "dates a day apart" if days == 1 else f"dates {days} days apart"
    elif one.short and other.short and other.first is not None:
        yield f"same day {date.fromordinal(other.first).isoformat()}"
    else:
        yield "dates that fit"


def _figure(one: Marks, other: Marks) -> str:
    measure, low, high = min(one.figures & other.figures, key=str)
    number = low if low is not None else high
    return f"{'' if number is None else f'{number:g} '}{measure}"
