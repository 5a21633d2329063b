"""Statements → clusters: components of linked pairs, each clustered greedily by average score.

A cluster grows while the mean score over all pairs between two clusters is above zero; pairs that were never
compared count as UNMET. What must stand together is together from the beginning, what cannot is never put
together, not even by way of a third. Everything is sorted by id, so that the order of statements makes no
difference, and a component clustered by itself is what it is within the whole.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TypeVar

from jirga.merging.blocking import keys
from jirga.merging.linking import MUST, Pair, Rules, pair, thousandths
from jirga.merging.marks import Marks
from jirga.merging.takenup import leans

#: The score of a pair that cannot stand together.
APART = -MUST
#: What a pair counts that shares no key, in thousandths of log-odds: a little against.
UNMET = -500
#: Statements up to which each is compared with each by its keys; of more, those are looked up that share one.
_FEW = 50

Scores = dict[Pair, int]
#: What names a statement: its id, or its number in a record.
Id = TypeVar("Id", str, int)


def clustered(all_marks: Sequence[Marks], rules: Rules) -> list[list[str]]:
    """Return the ids of statements that tell of one happening, each list sorted, the lists too."""
    by_id = {one.id: one for one in all_marks}
    scores = scored(met(all_marks), by_id, rules)
    found = []
    for component in components(by_id, (both for both, told in scores.items() if told > 0)):
        found += split([by_id[one] for one in component], scores, rules)
    return sorted(found)


def met(all_marks: Iterable[Marks]) -> set[Pair]:
    """Return the pairs that share a key."""
    of = {one.id: keys(one) for one in all_marks}
    if len(of) <= _FEW:
        return {both for both in combinations(sorted(of), 2) if not of[both[0]].isdisjoint(of[both[1]])}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for one, its in of.items():
        for key in its:
            blocks[key].append(one)
    return {both for block in blocks.values() for both in combinations(sorted(block), 2)}


def scored(pairs: Iterable[Pair], by_id: Mapping[str, Marks], rules: Rules) -> Scores:
    """Return the score of each pair that may stand together, and of those that people put together."""
    people = {both for both in rules.judged.same if both[0] in by_id and both[1] in by_id}
    told = {both: judged(by_id[both[0]], by_id[both[1]], rules) for both in {*pairs, *people}}
    return {both: score for both, score in told.items() if score > APART}


def judged(one: Marks, other: Marks, rules: Rules) -> int:
    """Return the score of a pair: MUST where they must stand together, APART where they cannot."""
    if rules.must(one, other) and pair(one, other) not in rules.judged.apart:
        return MUST
    return APART if rules.cannot(one, other) else thousandths(one, other)


def components(ids: Iterable[Id], links: Iterable[tuple[Id, Id]]) -> Iterator[list[Id]]:
    """Yield the ids (names or numbers) that links join, directly or through others, each component sorted."""
    leader = {one: one for one in ids}

    def find(one: Id) -> Id:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for one, other in links:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    found: defaultdict[Id, list[Id]] = defaultdict(list)
    for one in sorted(leader):
        found[find(one)].append(one)
    yield from found.values()


def split(component: Sequence[Marks], scores: Mapping[Pair, int], rules: Rules) -> list[list[str]]:
    """Return the clusters of one component, each a sorted list of ids."""
    if len(component) == 1:
        return [[component[0].id]]
    growing = _Growing(component, scores, rules)
    growing.run()
    return sorted(sorted(members) for members in growing.members.values())


class _Growing:
    """Clusters by the smallest id of their members, and between each two the sum and number of scores."""

    def __init__(self, component: Sequence[Marks], scores: Mapping[Pair, int], rules: Rules) -> None:
        self.marks = {one.id: one for one in component}
        self.members = {one: [one] for one in self.marks}
        self.rules = rules
        self.near: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        self.forbidden: set[Pair] = set()
        self.heap: list[tuple[float, str, str, int]] = []
        self.age = dict.fromkeys(self.marks, 0)
        for (one, other), told in scores.items():
            if one in self.marks and other in self.marks:
                self.near[one][other] = self.near[other][one] = (told, 1)
        for one in sorted(self.near):
            for other in sorted(self.near[one]):
                if one < other:
                    self.push(one, other)

    def run(self) -> None:
        """Join the two clusters that are nearest, until none are near."""
        while self.heap:
            _, one, other, age = heapq.heappop(self.heap)
            fresh = one in self.members and other in self.members and self.age[one] + self.age[other] == age
            if fresh and not self.kept_apart(one, other):
                self.join(one, other)

    def push(self, one: str, other: str) -> None:
        """Queue two clusters, the smaller id first, where they are near on average."""
        told, count = self.near[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        mean = (told + (0 if told >= MUST // 2 else UNMET * (pairs - count))) / pairs
        if mean > 0 and (one, other) not in self.forbidden:
            heapq.heappush(self.heap, (-mean, one, other, self.age[one] + self.age[other]))

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether any two of their members cannot stand together; then the clusters never will.

        What must stand together does, unless people keep two of the members apart.
        """
        both = [(self.marks[a], self.marks[b]) for a in self.members[one] for b in self.members[other]]
        judged = any(pair(mine, theirs) in self.rules.judged.apart for mine, theirs in both)
        must = self.near[one][other][0] >= MUST // 2
        bound = product(self.standing(one), self.standing(other))
        if judged or (not must and any(self.rules.cannot(mine, theirs) for mine, theirs in bound)):
            self.forbidden.add((one, other))
            return True
        return False

    def standing(self, one: str) -> list[Marks]:
        """Return the members of a cluster that say what they are of, and those that nobody here says it for.

        A bare count that stands with its deed is of that deed, whatever else it leaves open.
        """
        members = [self.marks[it] for it in self.members[one]]
        told = {it.setting.document for it in members if not leans(it)}
        return [it for it in members if not leans(it) or it.setting.document not in told]

    def join(self, one: str, other: str) -> None:
        """Join `other` to `one`, the smaller id."""
        self.members[one] += self.members.pop(other)
        self.age[one] = self.age[one] + self.age[other] + 1
        for third, (told, count) in self.near.pop(other).items():
            del self.near[third][other]
            if third == one:
                continue
            before, number = self.near[one].get(third, (0, 0))
            self.near[one][third] = self.near[third][one] = (before + told, number + count)
        barred = {third for both in self.forbidden if other in both or one in both for third in both} - {
            one,
            other,
        }
        self.forbidden |= {(min(one, third), max(one, third)) for third in barred}
        for third in sorted(self.near[one]):
            self.push(min(one, third), max(one, third))
