"""What somebody is accused of, told beside the happening that it may be of.

The content of an accusation is no event: nobody has said that it happened but the accuser. It still is a
position on who did what, so it joins the event of its passage that it can be of, or stands alone.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jirga.merging import dates, wording
from jirga.merging.evidence import Evidence
from jirga.merging.stems import stems
from jirga.model import Event, Statement

#: Code points between a charge and the event of its passage that it is of.
_NEAR = 400

#: What is done and may be denied in a reproach ("Nothing was surrendered", he scoffed).
_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE", "MOBILIZE", "SANCTION", "AID"})

#: Hexadecimal digits of an event's id.
_DIGITS = 20


def with_charges(events: Sequence[Event], evidence: Evidence) -> list[Event]:
    """Return `events` with the charges that may be of each among their statements, and charges of none alone.

    The result does not depend on the order of `events`; an event keeps its id.
    """
    within = {one for event in events for one in event.statements}
    by_document: defaultdict[str, list[tuple[Statement, Event]]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.id):
        for one in (evidence.statements[it] for it in event.statements if it in evidence.statements):
            by_document[one.document].append((one, event))
    more: defaultdict[str, list[str]] = defaultdict(list)
    alone: list[Statement] = []
    for one in sorted(evidence.statements.values(), key=evidence.place):
        if one.id in within or not _is_charge(one, evidence):
            continue
        home = _home(one, by_document[one.document], evidence)
        if home is None:
            alone.append(one)
        else:
            more[home.id].append(one.id)
    kept = [
        replace(event, statements=(*event.statements, *more[event.id])) if event.id in more else event
        for event in events
    ]
    return kept + [made for one in alone if (made := by_itself(one))]


def _is_charge(one: Statement, evidence: Evidence) -> bool:
    """Whether a statement is what an accusation accuses somebody of, or what who scoffs at it denies."""
    act = evidence.statements.get(one.content_of or "")
    accused = act is not None and act.event is not None and act.event.type == "ACCUSE"
    if not accused or one.event is None:
        return False
    return one.factuality.happened or (wording.deny(one) and one.event.type in _DEEDS)


def _home(one: Statement, near: Iterable[tuple[Statement, Event]], evidence: Evidence) -> Event | None:
    """The event told closest to a charge that it can be of."""
    fitting = [
        (_distance(one, other), event.id, event)
        for other, event in near
        if _distance(one, other) <= _NEAR and _same(one, other, evidence)
    ]
    return min(fitting, key=lambda it: it[:2])[2] if fitting else None


def _same(one: Statement, other: Statement, evidence: Evidence) -> bool:
    """Whether two statements can be of one deed: its type, time, place, and whom it befell."""
    if one.event is None or other.event is None or one.event.type != other.event.type:
        return False
    if dates.apart(dates.known(one.when), dates.known(other.when), dates.LEEWAY):
        return False
    if one.where.name and other.where.name and one.where.name != other.where.name:
        return False
    modes = set(one.event.modes), set(other.event.modes)
    if all(modes) and not modes[0] & modes[1]:
        return False
    actors, victims = (
        [{side for party in parties if (side := evidence.sides.of(party))} for parties in pair]
        for pair in ((one.actor, other.actor), (one.recipient, other.recipient))
    )
    crossed = bool(actors[0] & victims[1]) or bool(actors[1] & victims[0])
    if crossed or (all(victims) and not victims[0] & victims[1]):
        return False
    return bool(victims[0] & victims[1] or actors[0] & actors[1]) or _in_common(one, other)


def _in_common(one: Statement, other: Statement) -> bool:
    """Whether two deeds share more than their type: the way, the word, the place, or a word for the victims.

    "He accuses Washington of having murdered peace" is no charge of the ambush told in the next sentence.
    """
    if one.event is None or other.event is None:
        return False
    ways = set(one.event.modes) & set(other.event.modes)
    place = one.where.name and one.where.name == other.where.name
    befell = (stems(" ".join(party.name for party in it.recipient)) for it in (one, other))
    return bool(
        ways
        or place
        or stems(one.trigger.quote) & stems(other.trigger.quote)
        or frozenset.intersection(*befell)
    )


def by_itself(one: Statement) -> Event | None:
    """Return the event that one statement makes alone, None where it tells of none."""
    if one.event is None:
        return None
    digest = hashlib.sha256(f"event\n{one.id}".encode()).hexdigest()
    return Event(
        id=f"ev_{digest[:_DIGITS]}",
        type=one.event.type,
        modes=one.event.modes,
        actor=one.actor,
        recipient=one.recipient,
        when=one.when,
        where=one.where,
        figures=one.figures,
        status="reported",
        statements=(one.id,),
        documents=1,
        independent_sources=1,
    )


def _distance(one: Statement, other: Statement) -> int:
    return max(0, max(one.start, other.start) - min(one.end, other.end))
