"""Breaches of a truce, as alleged, with who denies them; and attacks between its parties while it ran."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jirga.merging import dates
from jirga.merging.disputes import HOSTILE
from jirga.merging.evidence import Evidence
from jirga.merging.grouping import Group, Passages
from jirga.merging.moments import Moment, after
from jirga.model import Statement, Violation

#: Days for which attacks count as ones during a truce whose end is not told.
_OPEN = 120

#: Code points around a moment of the truce within which an undated charge is one of its breach.
_NEAR = 700

#: Code points behind a moment of the truce within which "it" is the truce.
_BEHIND = 300
_BROKEN = re.compile(
    r"\b(?:br(?:eak|oke|oken|eaking)|violat\w+|breach\w*)\b.{0,25}\b(?:it|truce|cease-?fire|agreement|accord)\b"
    r"|\b(?:fir\w+|shoot\w*|shot|attack\w*) first\b",
    re.I,
)
#: What was done in the time, or in spite, of the accord.
_SINCE = re.compile(
    r"\b(?:since|after|despite|during|in violation of) (?:the |this |that )?"
    r"(?:agreement|accord|deal|truce|cease-?fire|signing|pact)\b",
    re.I,
)

#: Words of a charge, without which a denial answers no charge of a breach.
_CHARGED = re.compile(
    r"\b(?:accus\w+|alleg\w+|charg\w+|blam\w+|breach\w*|violat\w+|br(?:eak|oke|oken|eaking))\b",
    re.I,
)


#: Who is spoken of without a name, as one speaks of the other side.
_POINTING = re.compile(r"(?:they|these|those|the (?:other side|enemy|adversary|foe))\b", re.I)


@dataclass(frozen=True, slots=True)
class Hostile:
    """The attacks, arrests and charges of a record, by document, and by side and day of who did them."""

    by_document: Mapping[str, list[Statement]]
    by_side: Mapping[str, list[tuple[date, str, Statement]]]

    @classmethod
    def of(cls, evidence: Evidence) -> Hostile:
        """Return those of all statements at hand."""
        by_document: defaultdict[str, list[Statement]] = defaultdict(list)
        by_side: defaultdict[str, list[tuple[date, str, Statement]]] = defaultdict(list)
        for one in evidence.statements.values():
            if is_charge(one):
                by_document[one.document].append(one)
            elif is_hostile(one):
                by_document[one.document].append(one)
                day = dates.first_day(dates.known(one.when))
                for side in _sides(one, evidence)[0] if day else ():
                    by_side[side].append((day, one.id, one))  # type: ignore[arg-type]
        return cls(by_document, {side: sorted(some, key=lambda it: it[:2]) for side, some in by_side.items()})

    def of_truce(self, group: Group) -> Iterator[Statement]:
        """Yield what stands in the truce's documents, and what its sides did in its time."""
        for document in sorted(group.documents):
            yield from self.by_document.get(document, ())
        span = window(group)
        for side in sorted(group.sides) if span else ():
            done = self.by_side.get(side, [])
            first = bisect_left(done, (span[0], ""), key=lambda it: it[:2]) if span else 0
            for day, _, one in done[first:]:
                if span and day > span[1]:
                    break
                yield one


def breaches(
    group: Group, hostile: Hostile, passages: Passages, event_of: Mapping[str, str], evidence: Evidence
) -> tuple[Violation, ...]:
    """Return the breaches told of a truce, those of one event together, by date, then in the order of texts.

    Of what is `hostile` those are of it that lie in its time between its parties, and charges beside its
    passages.
    """
    told = [one.statement for one in group.moments if one.role == "violated"]
    if not any(one.role in ("ended", "expired", "not extended") for one in group.moments):
        told += [
            one.statement for one in group.moments if one.role == "collapsed" and is_hostile(one.statement)
        ]
    for one in hostile.of_truce(group):
        if is_charge(one):
            told += [one] if _of_breach(one, group) else []
        elif _during(one, group, evidence) or (passages.is_of(one, group) and _charged(one, group, evidence)):
            told.append(one)
    by_event: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sorted({it.id: it for it in told}.values(), key=evidence.place):
        by_event[event_of.get(one.id, one.id)].append(one)
    found = [
        _violation(some, group.sides, evidence) for some in by_event.values() if any(map(_alleges, some))
    ]
    return tuple(sorted((one for one in found if one), key=lambda one: one.when or "~"))


def _alleges(one: Statement) -> bool:
    """Whether a statement tells of a breach, or denies one that is alleged: who only says that it was not he
    who attacked has been charged with nothing."""
    if one.factuality.polarity != "negated" or not is_hostile(one):
        return True  # "neither side ever kept it" tells of one
    return _CHARGED.search(one.sentence.quote) is not None


def is_hostile(one: Statement) -> bool:
    """Whether a statement affirms or denies, as a fact, an attack or an arrest."""
    return (
        one.event is not None
        and one.event.type in HOSTILE
        and one.factuality.modality == "asserted"
        and one.factuality.polarity != "unknown"
        and not one.factuality.historical
    )


def is_charge(one: Statement) -> bool:
    """Whether a statement is an accusation of a breach, or of having fired first."""
    charged = one.event is not None and one.event.type == "ACCUSE" and one.factuality.happened
    return charged and _BROKEN.search(after(one)) is not None


def _of_breach(one: Statement, group: Group) -> bool:
    """Whether a charge of breach stands right behind a passage on the truce, saying whose or who makes it."""
    named = bool(one.actor or one.recipient or one.said_by)
    return named and any(
        it.statement.document == one.document
        and it.statement.start <= one.start <= it.statement.end + _BEHIND
        for it in group.moments
    )


def window(group: Group) -> tuple[date, date] | None:
    """Return the first and last day on which an attack breaks the truce, None where no day is told."""
    if group.start is None:
        return (group.end - timedelta(_OPEN), group.end) if group.end else None
    return group.start, group.end or group.start + timedelta(_OPEN)


def _violation(told: list[Statement], sides: set[str], evidence: Evidence) -> Violation | None:
    affirmed = [one for one in told if one.factuality.polarity == "affirmed"]
    denied = [one for one in told if one.factuality.polarity == "negated"]
    first = affirmed[0] if affirmed else told[0]
    code = first.event
    if code is None:
        return None
    accused = next((it for one in (*affirmed, *denied) if (it := accused_in(one, sides, evidence))), None)
    return Violation(
        what=f"{code.type}: {', '.join(code.modes)}" if code.modes else code.type,
        statements=tuple(one.id for one in told),
        by=accused[1] if accused else "",
        entity=accused[2] if accused else None,
        when=next((one.when.edtf for one in affirmed if one.when.edtf), None),
        alleged_by=tuple(dict.fromkeys(_accusers(affirmed))),
        denied_by=tuple(_mouths(denied)) or (() if not denied else ("the document itself",)),
    )


def accused_in(
    one: Statement, sides: Collection[str], evidence: Evidence
) -> tuple[str, str, str | None] | None:
    """Return who is said to have broken a truce of these sides: side, name and id; None where nobody is.

    Of an accusation that is whom it is made against. "They were killing policemen all through the truce", a
    speaker says: of two sides the one that the victims are not on.
    """
    charge = one.event is not None and one.event.type == "ACCUSE"
    named = one.recipient if charge else one.actor
    for party in named:
        if side := evidence.sides.of(party):
            return side, party.name, party.entity
    befell = _sides(one, evidence)[1] & set(sides)
    pointing = any(_POINTING.match(party.name) for party in named)
    others = sorted(set(sides) - befell)
    if charge or not pointing or not one.said_by or len(befell) != 1 or len(others) != 1:
        return None
    return others[0], evidence.sides.name(others[0]), others[0] if " " not in others[0] else None


def _accusers(told: Iterable[Statement]) -> Iterator[str]:
    """Who alleges: of an accusation, whoever makes it."""
    for one in told:
        if one.event and one.event.type == "ACCUSE":
            yield from (party.name for party in one.actor)
        elif one.said_by:
            yield one.said_by[0].name


def _mouths(told: Iterable[Statement]) -> Iterator[str]:
    yield from dict.fromkeys(one.said_by[0].name for one in told if one.said_by)


def _sides(one: Statement, evidence: Evidence) -> tuple[set[str], set[str]]:
    actors, victims = (
        {side for party in parties if (side := evidence.sides.of(party)) and side[0] != "("}
        for parties in (one.actor, one.recipient)
    )
    return actors, victims


def _during(one: Statement, group: Group, evidence: Evidence) -> bool:
    """Whether an attack by a party, on another or on nobody else's side, lies in the truce's time."""
    span, day = window(group), dates.known(one.when)
    first = dates.first_day(day)
    if span is None or first is None:
        return False
    if one.factuality.polarity == "negated":
        return bool(_sides(one, evidence)[0] & group.sides) and span[0] <= first <= span[1]
    if day is None or "~" in day:
        return False
    last = dates.days(day)[1] or first  # a month that lies in it whole is in it
    actors, victims = _sides(one, evidence)
    own = bool(actors & group.sides) and (not victims or bool(victims & (group.sides - actors)))
    if not group.sides - actors and len(group.sides) < 2:
        own = own or bool(actors and victims & group.sides)
    beginning = span[0] if group.end != span[0] else span[0] + timedelta(1)
    return (
        own and beginning <= first and last <= span[1] and day not in {end.isoformat() for end in group.ends}
    )


def _charged(one: Statement, group: Group, evidence: Evidence) -> bool:
    """Whether one party charges another, or denies a charge, beside a passage on the truce."""
    if one.when.edtf and not _in_window(one, group):
        return False
    if _SINCE.search(one.sentence.quote) and one.factuality.polarity == "affirmed":
        return any(it.statement.document == one.document for it in group.moments)
    near = [
        it for it in group.moments if it.statement.document == one.document and _distance(one, it) <= _NEAR
    ]
    if not near:
        return False
    actors, victims = _sides(one, evidence)
    speaker = evidence.sides.speaking(one)
    if one.factuality.polarity == "negated":
        return bool(actors & group.sides) and bool(one.said_by)
    between = bool(actors & group.sides) and bool(victims & (group.sides - actors)) and bool(one.said_by)
    accused = speaker is not None and speaker in group.sides and bool(actors) and speaker not in actors
    return accused or between


def _in_window(one: Statement, group: Group) -> bool:
    span, day = window(group), dates.first_day(one.when.edtf)
    return span is not None and day is not None and span[0] <= day <= span[1]


def _distance(one: Statement, other: Moment) -> int:
    it = other.statement
    return max(0, max(one.start, it.start) - min(one.end, it.end))
