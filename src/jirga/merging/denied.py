"""Denials that are events of their own, set against what they deny where both are told.

"Soldiers raided the village, elders say. … No house was entered, says the army": that both are of one type is
not enough, since a report denies one thing and tells of another in one breath. Within a text the two have to
share a party, a place or the word for the deed; across texts the doer, and whom it befell. Who denies
everything ("attacked nobody", "has not once fired") denies each such deed of his of that time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from jirga.merging import dates, wording
from jirga.merging.disputes import BESIDE, HOSTILE, Dispute, blame, factual, points_back, whether
from jirga.merging.evidence import Evidence
from jirga.merging.moments import TRUCE
from jirga.merging.stems import stems
from jirga.model import Event, Participant, Statement

#: Of words one doer speaks many.
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT", "SUPPORT"})

#: Code points within which a deed and its denial stand in one text: two or three sentences.
_NEAR = 500

#: Days between the publication of two reports, at most, for a denial to be of what the other affirms: where
#: both name both sides, and where only the doer is named of a deed that is rare enough.
_DAYS, _FEW_DAYS = 60, 14
_RARE = frozenset({"CONCEDE", "RETREAT", "SANCTION"})

#: Modes of what may be called a surrender.
_GIVING_UP = frozenset({"withdraw", "disarm"})
#: Modes of what may be called a bombing as well.
_BOMBING = frozenset({"aerial", "drone", "heavy-weapons", "suicide-attack"})

#: What leaves nothing of the kind undenied.
_NOTHING = re.compile(
    r"\b(?:nobody|no one|none|nothing|never|at no time|no \w+ (?:was|were|has|have)|"
    r"not (?:once|one|a single|any|a)\b|(?:not|denied|denies) .{0,60}\bany\b)",
    re.I | re.S,
)


def denials(events: Sequence[Event], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions whether it happened where a denial and what it denies are two events."""
    told = [one for event in events for one in factual(event, evidence, denied=True)]
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
            if of_event[other.id] is not of_event[one.id] and denies(one, other, evidence)
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
        yes = [*factual(event, evidence), *blame(denying, evidence)]
        if dispute := whether(yes, denying, evidence, question=question, events=ids):
            yield dispute


def _subjects(one: Statement, evidence: Evidence, *, around: bool = False) -> Iterator[Hashable]:
    """What a denial and what it denies have in common: the type, and the document, or the doer and the time.

    A raid may be an attack to one and a search to another: within a document both count as one type.

    Time is when it was published, in stretches of `_DAYS` days; `around` yields those beside it too.
    """
    if one.event is None:
        return
    yield "document", "hostile" if one.event.type in HOSTILE else one.event.type, one.document
    published = dates.first_day(evidence.imprint(one.document).published)
    if published and (actor := evidence.sides.one_of(one.actor)):
        stretch = published.toordinal() // _DAYS
        for at in (stretch - 1, stretch, stretch + 1) if around else (stretch,):
            yield "actor", one.event.type, actor, at


def denies(denied: Statement, affirmed: Statement, evidence: Evidence) -> bool:
    """Whether one statement denies what the other affirms: the same deed of the same parties and time."""
    if denied.event is None or affirmed.event is None:
        return False
    if denied.event.type != affirmed.event.type:
        if not stems(denied.trigger.quote) & stems(affirmed.trigger.quote):
            return False
    elif not _alike(set(denied.event.modes), set(affirmed.event.modes)):
        return False
    if dates.apart(dates.known(denied.when), dates.known(affirmed.when), dates.LEEWAY):
        return False
    if denied.where.name and affirmed.where.name and denied.where.name != affirmed.where.name:
        return False
    actors = evidence.sides.one_of(denied.actor), evidence.sides.one_of(affirmed.actor)
    if actors[0] != actors[1] and None not in actors:
        return False
    victims = _victims(denied.recipient, evidence), _victims(affirmed.recipient, evidence)
    if denied.document != affirmed.document and _denies_all(denied, actors, evidence, affirmed):
        return True
    if all(victims) and not victims[0] & victims[1]:
        return False
    if denied.document == affirmed.document:
        return _distance(denied, affirmed) <= _NEAR and _is_of(denied, affirmed, evidence)
    return _denies_other(denied, affirmed, victims, actors, evidence)


def _denies_all(
    denied: Statement, actors: tuple[str | None, str | None], evidence: Evidence, affirmed: Statement
) -> bool:
    """Whether one denies every deed of the kind by the same doer, and reports of one time are compared."""
    if denied.event is None or denied.event.type not in HOSTILE:
        return False
    if actors[0] is None or actors[0] != actors[1] or actors[0].startswith("("):
        return False
    days = _days_between(denied, affirmed, evidence)
    return days is not None and days <= _DAYS and _NOTHING.search(denied.quote) is not None


def _denies_other(
    denied: Statement,
    affirmed: Statement,
    victims: tuple[set[str], set[str]],
    actors: tuple[str | None, str | None],
    evidence: Evidence,
) -> bool:
    """Whether a denial is of what another report affirms: of the same doer and those whom it befell."""
    days = _days_between(denied, affirmed, evidence)
    if days is None or actors[0] is None or actors[0] != actors[1] or denied.event is None:
        return False
    if victims[0] & victims[1]:
        return days <= _DAYS
    own_entry = TRUCE.search(denied.quote) is not None  # a truce that is denied is told with truces
    return denied.event.type in _RARE and not own_entry and not all(victims) and days <= _FEW_DAYS


def _days_between(one: Statement, other: Statement, evidence: Evidence) -> int | None:
    return dates.gap(*(evidence.imprint(it.document).published for it in (one, other)))


def _is_of(denied: Statement, affirmed: Statement, evidence: Evidence) -> bool:
    """Whether a denial has more in common with what stands near it than its type.

    A pronoun or a noun that points back ("denied it") is of what it was read from, which stands before it.
    """
    if points_back(denied):
        before = affirmed.trigger.start < denied.trigger.start
        return before and affirmed.event == denied.event and affirmed.recipient == denied.recipient
    if stems(denied.trigger.quote) & stems(affirmed.trigger.quote):
        return True
    if denied.where.name and denied.where.name == affirmed.where.name:
        return True
    mine, theirs = evidence.sides.one_of(denied.actor), evidence.sides.one_of(affirmed.actor)
    whom, those = (stems(" ".join(party.name for party in it.recipient)) for it in (denied, affirmed))
    if whom & those:
        return True
    if denied.event is None or affirmed.event is None or denied.event.type in _WORDS:
        return False
    if denied.event.type in _RARE and _is_bare(denied):
        return affirmed.trigger.start < denied.trigger.start
    modes = set(denied.event.modes), set(affirmed.event.modes)
    same_way = all(modes) and _alike(*modes)
    return (mine is not None and mine == theirs) or (same_way and _distance(denied, affirmed) <= BESIDE)


def _is_bare(denied: Statement) -> bool:
    """Whether a denial names nobody and no place: "nothing was surrendered" is of what was just told."""
    return not (denied.actor or denied.recipient or denied.where.name)


def _alike(modes: set[str], others: set[str]) -> bool:
    """Whether two ways of doing it can be one: a bombing from the air, a surrender of arms or of ground."""
    if not modes or not others or modes & others or (modes <= _GIVING_UP and others <= _GIVING_UP):
        return True
    return any("explosives" in some and rest & _BOMBING for some, rest in ((modes, others), (others, modes)))


def _victims(parties: Iterable[Participant], evidence: Evidence) -> set[str]:
    return {side for party in parties if (side := evidence.sides.of(party))}


def _distance(one: Statement, other: Statement) -> int:
    """Code points between two statements of one document; of two documents a long way."""
    if one.document != other.document:
        return 1_000_000
    return max(0, max(one.start, other.start) - min(one.end, other.end))
