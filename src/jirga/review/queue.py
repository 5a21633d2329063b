"""What a person should look at first: lost decisions, doubtful merges, weighty statements."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from jirga.as_json import decision_to_json, to_json
from jirga.errors import NotFoundError
from jirga.model import Decision, Event, Statement

if TYPE_CHECKING:
    from jirga.store import Store
    from jirga.store.doubts import Doubt

Reason = Literal["lost", "date", "merge", "statement"]

#: How much hangs on an event of a type, 0 to 1, for who keeps a record of conflict and of talks: what is
#: agreed, ended or done with force weighs most, words least. Ours; only the order of the queue is by it.
WEIGHTS: Mapping[str, float] = {
    "ASSAULT": 1.0,
    "RETREAT": 1.0,
    "AGREE": 0.9,
    "CONCEDE": 0.9,
    "COERCE": 0.7,
    "MOBILIZE": 0.7,
    "SANCTION": 0.6,
    "THREATEN": 0.6,
    "REJECT": 0.6,
    "PROTEST": 0.5,
    "CONSULT": 0.5,
    "COOPERATE": 0.4,
    "AID": 0.4,
    "ACCUSE": 0.4,
    "REQUEST": 0.4,
    "SUPPORT": 0.3,
}
#: The same for relations and quantities.
_OTHER = 0.5
#: What a statement gains where its event is contested, and where only one source tells it.
_CONTESTED, _SINGLE = 1.5, 1.2
#: What a doubtful merge weighs beside a statement: there are many, and less hangs on each.
_PAIR = 0.5
#: Below this nothing hangs on a statement, or it is sure: it is no matter for a person.
_LEAST = 0.05
#: Statements looked at for each that is shown, since many may say again what another does.
_COPIES = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that may tell of one happening: the probability that they do, and why."""

    one: str
    other: str
    probability: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One matter for a person: why it stands here, in words, and what it is about.

    `lost`: `decision` means nothing in the current reading (`statement` is what still stands of it, if any).
    `date`: the `document` was read before its date was corrected. `merge`: whether `statement` and `other`
    tell of one happening. `statement`: whether it is right.
    """

    reason: Reason
    why: str
    document: str
    statement: Statement | None = None
    other: Statement | None = None
    decision: Decision | None = None
    weight: float = 0.0

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the item as a JSON object."""
        return {
            "reason": self.reason,
            "why": self.why,
            "weight": round(self.weight, 4),
            "document": self.document,
            "statement": to_json(self.statement, text=text) if self.statement else None,
            "other": to_json(self.other, text=text) if self.other else None,
            "decision": decision_to_json(self.decision, text=text) if self.decision else None,
        }


def queue(
    store: Store, limit: int, *, events: Iterable[Event] = (), pairs: Iterable[Pair] = ()
) -> list[Item]:
    """Return up to `limit` matters, the weightiest first.

    First decisions that lost their anchor and documents to be read again; then doubtful merges (`pairs`) and
    statements together, by how unsure they are and how much hangs on them. `events` tell which are contested
    and which have one source.
    """
    first = [*_lost(store), *_dates(store)][:limit]
    wanted = limit - len(first)
    if wanted <= 0:
        return first
    by_statement = {one: event for event in events for one in event.statements}
    most = heapq.nlargest(
        wanted * _COPIES, _weighed(store, by_statement), key=lambda it: (it[0], it[1].statement)
    )
    found = (_doubtful(store, weight, it, by_statement.get(it.statement)) for weight, it in most)
    statements = list(islice(_once(found), wanted))
    merges = list(_merges(store, pairs))
    return first + sorted([*merges, *statements], key=lambda it: -it.weight)[:wanted]


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """Leave out what the same words told before: what copies say again is judged with the first."""
    seen = set()
    for item in items:
        it = item.statement
        words = it and (it.kind, it.sentence.quote, it.trigger.quote, it.trigger.start - it.sentence.start)
        if words not in seen:
            seen.add(words)
            yield item


def weighty(store: Store, number: int) -> list[str]:
    """Return the ids of so many event statements on which most hangs, however sure the coder is of them."""
    told = (it for it in store.doubts() if it.kind == "event")
    most = heapq.nlargest(number, told, key=lambda it: (_stake(it), it.statement))
    return [it.statement for it in most]


def _lost(store: Store) -> Iterator[Item]:
    for decision, position in store.lost():
        anchor = decision.anchors[position]
        yield Item(
            "lost",
            f"{decision.kind} by {decision.by}, {decision.at[:10]}: what it was about is no longer told",
            anchor.document,
            statement=_standing(store, decision),
            decision=decision,
        )


def _standing(store: Store, decision: Decision) -> Statement | None:
    """What stands of a decision whose anchor is lost: a statement that a person accepted or edited."""
    for identifier in store.means(decision.id):
        if identifier is not None and decision.kind in ("accept", "edit"):
            return store.statement(identifier)
    return None


def _dates(store: Store) -> Iterator[Item]:
    for document in store.to_read_again():
        why = "its date of publication was corrected after it was read: relative dates are those of before"
        yield Item("date", why, document)


def _weighed(store: Store, events: Mapping[str, Event]) -> Iterator[tuple[float, Doubt]]:
    for it in store.doubts():
        weight = _weight(it, events.get(it.statement))
        if weight >= _LEAST:
            yield weight, it


def _weight(it: Doubt, event: Event | None) -> float:
    weight = (1 - it.confidence) * _stake(it)
    if event is not None:
        weight *= _CONTESTED if event.status == "contested" else 1.0
        weight *= _SINGLE if event.independent_sources == 1 else 1.0
    return weight


def _stake(it: Doubt) -> float:
    """How much hangs on a statement: its type, and how many were killed."""
    weight = WEIGHTS.get(it.type or "", _OTHER) if it.kind == "event" else _OTHER
    return weight * (1 + math.log10(1 + it.killed))


def _doubtful(store: Store, weight: float, it: Doubt, event: Event | None) -> Item:
    statement = store.statement(it.statement)
    parts = [
        it.type or it.kind,
        f"{it.killed:,.0f} killed" if it.killed else "",
        "contested" if event and event.status == "contested" else "",
        "one source" if event and event.independent_sources == 1 else "",
        f"confidence {it.confidence:.2f}",
    ]
    why = ", ".join(part for part in parts if part)
    return Item("statement", why, statement.document, statement=statement, weight=weight)


def _merges(store: Store, pairs: Iterable[Pair]) -> Iterator[Item]:
    """Pairs on which nobody has judged yet; the nearer to even, the more doubtful."""
    known = store.constraints()
    judged = known.same | known.apart
    for pair in pairs:
        if (min(pair.one, pair.other), max(pair.one, pair.other)) in judged:
            continue
        try:
            one, other = store.statement(pair.one), store.statement(pair.other)
        except NotFoundError:
            continue  # worked out before the last decision: it is gone by now
        code = one.event.type if one.event else ""
        weight = (1 - 2 * abs(pair.probability - 0.5)) * WEIGHTS.get(code, _OTHER) * _PAIR
        told = f"one happening or two? probability {pair.probability:.2f}"
        why = "; ".join(part for part in (told, pair.why) if part)
        yield Item("merge", why, one.document, statement=one, other=other, weight=weight)
