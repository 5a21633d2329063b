"""Pairs of statements of which it is doubtful whether they tell of one happening: what a person is asked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jirga.merging.clusters import judged
from jirga.merging.events import Reports
from jirga.merging.kept import copies_in
from jirga.merging.linking import Rules
from jirga.merging.marks import Marks
from jirga.merging.why import reasons
from jirga.model import Statement

if TYPE_CHECKING:
    from jirga.store import Store

#: Thousandths of log-odds around even between which a pair is doubtful: a probability of 0.3 to 0.7.
_BETWEEN = 850


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A pair by the ids of its statements, the smaller first: how likely it is one happening, and why."""

    one: str
    other: str
    probability: float
    why: str


def doubtful(store: Store, statements: Iterable[str]) -> Iterator[Doubtful]:
    """Yield the doubtful pairs of these statements (ids) with any of the record that may tell of the same.

    People's judgements and copies are no doubt. Which statements may tell of the same is looked up among the
    events that the record keeps: of documents not yet merged there is nothing.
    """
    reports, rules = Reports(store.document), Rules(copies_in(store), store.constraints())

    @cache
    def compared(identifier: str) -> tuple[Marks, Statement]:
        it = store.statement(identifier)
        return reports.marks(it, store.meanings([it.id]).get(it.id)), it

    for one, other in store.meeting(statements):
        (mine, this), (theirs, that) = compared(one), compared(other)
        told = judged(mine, theirs, rules)
        if abs(told) <= _BETWEEN:
            said = reasons([(mine, this.trigger.quote), (theirs, that.trigger.quote)], rules)[1]
            yield Doubtful(one, other, round(1 / (1 + math.exp(-told / 1000)), 2), said)
