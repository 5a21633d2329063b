"""Contests across happenings: the accused answers by accusing, and what one affirms another denies.

"The rebels opened fire, says the army; it was the army, say the rebels": two attacks by two actors, and one
question, who fired. A denial that stands alone is set against what it denies where both are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from jirga.merging import dates, wording
from jirga.merging.disputes import Dispute, position, whether
from jirga.merging.evidence import Evidence
from jirga.merging.moments import TRUCE
from jirga.merging.stems import stems
from jirga.model import Event, Participant, Statement

#: Deeds with which sides answer each other's charge.
_HOSTILE = frozenset({"ASSAULT", "COERCE"})

#: Code points within which a charge and the answer to it stand in one text: two or three sentences.
_NEAR = 500

#: Days between the publication of two reports, at most, for a denial to be of what the other affirms: where
#: both name both sides, and where only the doer is named of a deed that is rare enough.
_DAYS, _FEW_DAYS = 60, 14
_RARE = frozenset({"CONCEDE", "RETREAT", "SANCTION"})

#: Modes of what may be called a bombing as well.
_BOMBING = frozenset({"aerial", "drone", "heavy-weapons", "suicide-attack"})

#: Relations that contradict a withdrawal from the same place.
_STAYING = frozenset({"controls", "holds", "based_in"})


def accusations(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions who did it where each of two sides says that it was the other."""
    hostile = [one for event in events if event.type in _HOSTILE for one in _told(event, evidence)]
    of_event = {one: event.id for event in events for one in event.statements}
    pairs = [
        (one, other)
        for one, other in _near(hostile, evidence)
        if of_event[one.id] != of_event[other.id] and _answers(one, other, evidence)
    ]
    told = {event.id: event for event in events}
    for ids in _joined((of_event[one.id], of_event[other.id]) for one, other in pairs):
        by_side: defaultdict[str, list[Statement]] = defaultdict(list)
        for one in sorted((one for it in ids for one in _told(told[it], evidence)), key=evidence.place):
            if (side := _actor(one, evidence)) and evidence.sides.of(one.actor[0]):
                by_side[side].append(one)
        positions = tuple(
            position(
                some[0].actor[0].name, [evidence.voice(one, one.actor[0].name) for one in some], evidence
            )
            for _, some in sorted(by_side.items())
        )
        if len(positions) > 1:
            question = f"Who attacked ({' or '.join(one.value for one in positions)})?"
            yield Dispute("who", question, positions, tuple(ids))


def denials(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions whether it happened where a denial and what it denies are two events."""
    told = [one for event in events for one in _told(event, evidence, denied=True)]
    of_event = {one: event for event in events for one in event.statements}
    denied = [one for one in told if wording.deny(one)]
    keys: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for one in told:
        if one.factuality.polarity == "affirmed":
            for key in _subjects(one, evidence):
                keys[key].append(one)  # one that denies looks into the months around its own
    by_event: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sorted(denied, key=evidence.place):
        found = {
            other.id: other
            for key in _subjects(one, evidence, around=True)
            for other in keys[key]
            if of_event[other.id] is not of_event[one.id] and _denies(one, other, evidence)
        }
        if not found:
            continue
        nearest = min(found.values(), key=lambda other: (_distance(one, other), other.id))
        by_event[of_event[nearest.id].id].append(one)
    told_of = {event.id: event for event in events}
    for about, denying in by_event.items():
        event = told_of[about]
        ids = tuple(dict.fromkeys((about, *(of_event[one.id].id for one in denying))))
        question = f"Did it happen ({wording.happening(event, by=True)})?"
        if dispute := whether(_told(event, evidence), denying, evidence, question=question, events=ids):
            yield dispute


def stayings(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions whether somebody left a place that others say is still held."""
    held: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for one in sorted(evidence.statements.values(), key=evidence.place):
        if one.relation and one.relation.type in _STAYING and one.factuality.happened:
            for place in {one.where.name, *(party.name for party in one.recipient)} - {None}:
                held[_actor(one, evidence), place].append(one)
    for event in events:
        left = [one for one in _told(event, evidence) if one.event and one.event.type == "RETREAT"]
        place = event.where.name
        for side in sorted({actor for one in left if (actor := _actor(one, evidence))} if place else ()):
            staying = held.get((side, place), [])
            question = f"Did it happen ({wording.happening(event, by=True)})?"
            if staying and (
                dispute := whether(left, staying, evidence, question=question, events=(event.id,))
            ):
                yield dispute


def _told(event: Event, evidence: Evidence, *, denied: bool = False) -> list[Statement]:
    """The factual statements of an event: affirmed ones, with `denied` also those that deny it."""
    found = [evidence.statements[one] for one in event.statements if one in evidence.statements]
    kept = ("affirmed", "negated") if denied else ("affirmed",)
    return [one for one in found if one.factuality.modality == "asserted" and one.factuality.polarity in kept]


def _actor(one: Statement, evidence: Evidence) -> str | None:
    sides = {side for party in one.actor if (side := evidence.sides.of(party))}
    return next(iter(sides)) if len(sides) == 1 else None


def _answers(one: Statement, other: Statement, evidence: Evidence) -> bool:
    """Whether each says it was the other: the second's speaker, or victim, is whom the first accuses."""
    first, second = _actor(one, evidence), _actor(other, evidence)
    if not first or not second or first == second:
        return False
    speakers = evidence.speaker(one), evidence.speaker(other)
    if speakers[0] == speakers[1] or dates.apart(
        dates.known(one.when), dates.known(other.when), dates.LEEWAY
    ):
        return False
    sides = evidence.sides
    victims = [{side for party in it.recipient if (side := sides.of(party))} for it in (one, other)]
    said = sides.speaking(one), sides.speaking(other)
    if said[0] == first or said[1] == second:
        return False  # who owns up to a deed charges nobody
    crossed = said[1] == first or said[0] == second
    return crossed or (
        first in victims[1]
        and (second in victims[0] or not victims[0])
        and bool(one.said_by or other.said_by)
    )


def _near(statements: list[Statement], evidence: Evidence) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of one document that stand close, and pairs of two documents about one day and place."""
    by_document: defaultdict[str, list[Statement]] = defaultdict(list)
    by_day: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for one in sorted(statements, key=evidence.place):
        by_document[one.document].append(one)
        if (day := dates.known(one.when)) and one.where.name and dates.exact(day):
            by_day[day, one.where.name].append(one)
    for some in by_document.values():
        for at, one in enumerate(some):
            for other in some[at + 1 :]:
                if other.start - one.end > _NEAR:
                    break
                yield one, other
    for some in by_day.values():
        yield from (
            (one, other) for one, other in combinations(some[:50], 2) if one.document != other.document
        )


def _joined(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Events that answer each other, directly or by way of others, together and sorted."""
    groups: list[set[str]] = []
    for pair in pairs:
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touching]
        groups.append(set(pair).union(*touching))
    return sorted(sorted(group) for group in groups)


def _subjects(one: Statement, evidence: Evidence, *, around: bool = False) -> Iterator[Hashable]:
    """What a denial and what it denies have in common: the type, and the document, or the doer and the time.

    A raid may be an attack to one and a search to another: within a document both count as one type.

    Time is when it was published, in stretches of `_DAYS` days; `around` yields those beside it too.
    """
    if one.event is None:
        return
    yield "document", "hostile" if one.event.type in _HOSTILE else one.event.type, one.document
    published = dates.first_day(evidence.imprint(one.document).published)
    if published and (actor := _actor(one, evidence)):
        stretch = published.toordinal() // _DAYS
        for at in (stretch - 1, stretch, stretch + 1) if around else (stretch,):
            yield "actor", one.event.type, actor, at


def _denies(denied: Statement, affirmed: Statement, evidence: Evidence) -> bool:
    """Whether one statement denies what the other affirms: the same deed of the same parties and time."""
    if denied.event is None or affirmed.event is None:
        return False
    if denied.event.type != affirmed.event.type:
        if not stems(denied.trigger.quote) & stems(affirmed.trigger.quote):
            return False
    elif not _alike(set(denied.event.modes), set(affirmed.event.modes)):
        return False
    actors = _actor(denied, evidence), _actor(affirmed, evidence)
    victims = [_victims(one.recipient, evidence) for one in (denied, affirmed)]
    parties = (actors[0] == actors[1] or None in actors) and (
        not all(victims) or bool(victims[0] & victims[1])
    )
    if not parties or dates.apart(dates.known(denied.when), dates.known(affirmed.when), dates.LEEWAY):
        return False
    if denied.where.name and affirmed.where.name and denied.where.name != affirmed.where.name:
        return False
    if denied.document == affirmed.document:
        return _distance(denied, affirmed) <= _NEAR
    published = [evidence.imprint(one.document).published for one in (denied, affirmed)]
    days = dates.gap(*published)
    if days is None or actors[0] is None or actors[0] != actors[1]:
        return False
    if victims[0] & victims[1]:
        return days <= _DAYS
    own_entry = TRUCE.search(denied.quote) is not None  # a truce that is denied is told with truces
    return denied.event.type in _RARE and not own_entry and not all(victims) and days <= _FEW_DAYS


def _alike(modes: set[str], others: set[str]) -> bool:
    """Whether two ways of doing it can be one: a bombing may be one from the air."""
    if not modes or not others or modes & others:
        return True
    return any("explosives" in some and rest & _BOMBING for some, rest in ((modes, others), (others, modes)))


def _victims(parties: Iterable[Participant], evidence: Evidence) -> set[str]:
    return {side for party in parties if (side := evidence.sides.of(party))}


def _distance(one: Statement, other: Statement) -> int:
    """Code points between two statements of one document; of two documents a long way."""
    if one.document != other.document:
        return 1_000_000
    return max(0, max(one.start, other.start) - min(one.end, other.end))
