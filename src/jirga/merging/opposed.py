"""Contests across happenings: the accused answers by accusing, and who has left is said to be there still.

"The rebels opened fire, says the army; it was the army, say the rebels": two attacks by two actors, and one
question, who fired.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from jirga.merging import dates, wording
from jirga.merging.disputes import Dispute, factual, position, whether
from jirga.merging.evidence import Evidence
from jirga.model import Event, Statement

#: Deeds with which sides answer each other's charge.
_HOSTILE = frozenset({"ASSAULT", "COERCE"})

#: Code points within which a charge and the answer to it stand in one text: two or three sentences.
_NEAR = 500

#: Relations that contradict a withdrawal from the same place.
_STAYING = frozenset({"controls", "holds", "based_in"})


def accusations(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions who did it where each of two sides says that it was the other."""
    hostile = [one for event in events if event.type in _HOSTILE for one in factual(event, evidence)]
    of_event = {one: event.id for event in events for one in event.statements}
    pairs = [
        (one, other)
        for one, other in _near(hostile, evidence)
        if of_event[one.id] != of_event[other.id] and _answers(one, other, evidence)
    ]
    told = {event.id: event for event in events}
    for ids in _joined((of_event[one.id], of_event[other.id]) for one, other in pairs):
        by_side: defaultdict[str, list[Statement]] = defaultdict(list)
        for one in sorted((one for it in ids for one in factual(told[it], evidence)), key=evidence.place):
            if (side := evidence.sides.one_of(one.actor)) and evidence.sides.of(one.actor[0]):
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


def stayings(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions whether somebody left a place that others say is still held."""
    held: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for one in sorted(evidence.statements.values(), key=evidence.place):
        if one.relation and one.relation.type in _STAYING and one.factuality.happened:
            for place in {one.where.name, *(party.name for party in one.recipient)} - {None}:
                held[evidence.sides.one_of(one.actor), place].append(one)
    for event in events:
        left = [one for one in factual(event, evidence) if one.event and one.event.type == "RETREAT"]
        place = event.where.name
        for side in sorted(
            {actor for one in left if (actor := evidence.sides.one_of(one.actor))} if place else ()
        ):
            staying = held.get((side, place), [])
            question = f"Did it happen ({wording.happening(event, by=True)})?"
            if staying and (
                dispute := whether(left, staying, evidence, question=question, events=(event.id,))
            ):
                yield dispute


def _answers(one: Statement, other: Statement, evidence: Evidence) -> bool:
    """Whether each says it was the other: the second's speaker, or victim, is whom the first accuses."""
    first, second = evidence.sides.one_of(one.actor), evidence.sides.one_of(other.actor)
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
        and bool(one.said_by and other.said_by)
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
