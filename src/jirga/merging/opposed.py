"""Contests across happenings: the accused answers by accusing, and who has left is said to be there still.

"The rebels opened fire, says the army; it was the army, say the rebels": two attacks by two actors, and one
question, who fired.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from jirga.merging import dates, wording
from jirga.merging.allegiance import sector_of
from jirga.merging.disputes import HOSTILE, Dispute, factual, position, whether
from jirga.merging.evidence import Evidence
from jirga.merging.stems import words
from jirga.model import Event, Participant, Statement

#: Ways of coercion that nobody disputes and that answer no shot.
_BANS = frozenset({"restrict", "ban", "censor", "curfew", "martial-law"})

#: Code points within which a charge and the answer to it stand in one text: two or three sentences.
_NEAR = 500

#: Days between a report that somebody left and one that he is there still, at most.
_DAYS = 60

#: Who is still there has been there before.
_STILL = re.compile(r"\b(?:still|yet|remain\w*|never left)\b", re.I)

#: Relations that contradict a withdrawal from the same place.
_STAYING = frozenset({"controls", "holds", "based_in"})


def accusations(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions who did it where each of two sides says that it was the other."""
    hostile = [
        one
        for event in events
        if event.type in HOSTILE and not _BANS & set(event.modes)
        for one in factual(event, evidence)
    ]
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
    held: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sorted(evidence.statements.values(), key=evidence.place):
        if one.relation and one.relation.type in _STAYING and one.factuality.happened:
            named = (one.sentence.quote, one.where.name or "", *(party.name for party in one.recipient))
            for word in {word for text in named for word in words(text)}:
                held[word].append(one)
    for event in events:
        place = event.where.name or ""
        near = min((held.get(word, []) for word in words(place)), key=len, default=[])
        left = [one for one in factual(event, evidence) if one.event and one.event.type == "RETREAT"]
        for side, party in sorted(_leaving(left, evidence).items() if near else ()):
            gone = [one for one in left if evidence.sides.one_of(one.actor) == side]
            staying = [
                one
                for one in near
                if _stays(one, side, party, place, evidence)
                and any(_of_one_time(one, other, evidence) for other in gone)
            ]
            question = f"Did it happen ({wording.happening(event, by=True)})?"
            if staying and (
                dispute := whether(gone, staying, evidence, question=question, events=(event.id,))
            ):
                yield dispute


def _leaving(left: Iterable[Statement], evidence: Evidence) -> dict[str, Participant]:
    """The sides that are said to have left, each with a party of it."""
    told = ((evidence.sides.one_of(one.actor), one.actor) for one in left)
    return {side: parties[0] for side, parties in told if side}


def _stays(one: Statement, side: str, party: Participant, place: str, evidence: Evidence) -> bool:
    """Whether a relation is that a side holds a place, or something of it that its sentence names.

    "The rebels" may be any known group of theirs that is said to have left, where they are "still" there.
    """
    holder = evidence.sides.one_of(one.actor)
    named = {one.where.name, *(it.name for it in one.recipient)}
    if holder == side:
        return place in named or place in one.sentence.quote
    bare = holder is None or holder.startswith("(")
    kin = bool(one.actor) and sector_of(one.actor[0]) == sector_of(party) and not one.actor[0].entity
    return bare and kin and place in one.sentence.quote and _STILL.search(one.sentence.quote) is not None


def _of_one_time(one: Statement, other: Statement, evidence: Evidence) -> bool:
    """Whether two reports are near enough in print that both are of one stay."""
    days = dates.gap(*(evidence.imprint(it.document).published for it in (one, other)))
    return days is None or days <= _DAYS


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
