"""How far two annotations of the same passages agree: F1 a layer, kappa for factuality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.nouns import CorpusError, Passage
from jirga.model import Participant, Span, Statement

Item = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One layer's agreement: `both` items found by both, `first` and `second` items of each."""

    layer: str
    both: int
    first: int
    second: int

    @property
    def f1(self) -> float | None:
        """Twice the common items over the sum of both sides' items; None where neither has any."""
        total = self.first + self.second
        return 2 * self.both / total if total else None


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa of one label on the `count` statements that both have; None where chance agrees fully."""

    layer: str
    value: float | None
    agreed: float
    count: int


def compare(first: Sequence[Passage], second: Sequence[Passage]) -> tuple[list[Score], list[Kappa]]:
    """Return the agreement of two annotations, passage by passage of the same id and text.

    Spans agree where they overlap. Everything below a trigger is compared on the statements both have:
    those of one kind with overlapping triggers, paired nearest first. CorpusError where no passage is common
    or where a common one has two texts.
    """
    left, right = ({passage.id: passage for passage in side} for side in (first, second))
    common = sorted(left.keys() & right.keys())
    if not common:
        raise CorpusError("the two folders share no passage id")
    for name in common:
        if left[name].text != right[name].text:
            raise CorpusError(f"{name}: the two annotators have different texts")
    couples = [(left[name], right[name]) for name in common]
    matched = [pair for one, other in couples for pair in match(one.statements, other.statements)]
    scores = [_triggers(couples, matched)]
    scores += [_labels(name, matched, read) for name, read in _LABELS.items()]
    scores += [_spans(name, matched, read) for name, read in _SPANS.items()]
    scores.append(_attributions(couples))
    return scores, [_kappa(name, matched) for name in ("polarity", "modality", "certainty", "aspect")]


def match(first: Sequence[Statement], second: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Return statements of one kind whose triggers overlap, each used once, the best fit first."""
    fits = sorted(
        (_misfit(one, other), i, j)
        for i, one in enumerate(first)
        for j, other in enumerate(second)
        if one.kind == other.kind and overlap(one.trigger, other.trigger)
    )
    used: tuple[set[int], set[int]] = (set(), set())
    found = []
    for _, i, j in fits:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((first[i], second[j]))
    return found


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether two spans share a character."""
    return bool(one and other and one.start < other.end and other.start < one.end)


def _misfit(one: Statement, other: Statement) -> tuple[int, int]:
    apart = abs(one.trigger.start - other.trigger.start) + abs(one.trigger.end - other.trigger.end)
    return int(_code(one) != _code(other)), apart


def _code(statement: Statement) -> str:
    coded = statement.event or statement.relation
    return coded.type if coded else statement.kind


def _triggers(couples: Sequence[tuple[Passage, Passage]], matched: Sequence[Any]) -> Score:
    sides = (sum(len(couple[side].statements) for couple in couples) for side in (0, 1))
    return Score("statements", len(matched), *sides)


def _entities(parties: Sequence[Participant]) -> list[Item]:
    return [(party.country, party.sector) for party in parties]


_LABELS: dict[str, Callable[[Statement], list[Item]]] = {
    "type": lambda one: [(_code(one),)],
    "modes": lambda one: [(mode,) for mode in (one.event.modes if one.event else ())],
    "actor codes": lambda one: _entities(one.actor),
    "recipient codes": lambda one: _entities(one.recipient),
    "time (EDTF)": lambda one: [(one.when.edtf,)] if one.when.mention else [],
    "place": lambda one: [(one.where.name, one.where.precision)] if one.where.mention else [],
    "figures": lambda one: [(figure.measure, figure.low, figure.high) for figure in one.figures],
    "content of an act": lambda one: [(True,)] if one.content_of else [],
}
_SPANS: dict[str, Callable[[Statement], list[Span | None]]] = {
    "actor mention": lambda one: [party.mention for party in one.actor],
    "recipient mention": lambda one: [party.mention for party in one.recipient],
    "time mention": lambda one: [one.when.mention] if one.when.mention else [],
    "place mention": lambda one: [one.where.mention] if one.where.mention else [],
    "figure mention": lambda one: [figure.mention for figure in one.figures],
    "nearest speaker": lambda one: [one.said_by[0].mention or one.said_by[0].cue] if one.said_by else [],
}


def _labels(
    name: str, matched: Sequence[tuple[Statement, Statement]], read: Callable[[Statement], list[Item]]
) -> Score:
    both = first = second = 0
    for one, other in matched:
        left, right = Counter(read(one)), Counter(read(other))
        both += (left & right).total()
        first, second = first + left.total(), second + right.total()
    return Score(name, both, first, second)


def _spans(
    name: str,
    matched: Sequence[tuple[Statement, Statement]],
    read: Callable[[Statement], list[Span | None]],
) -> Score:
    both = first = second = 0
    for one, other in matched:
        left, right = read(one), read(other)
        both += _overlapping(left, right)
        first, second = first + len(left), second + len(right)
    return Score(name, both, first, second)


def _overlapping(left: Sequence[Span | None], right: Sequence[Span | None]) -> int:
    """Return how many spans of the left find one of the right to overlap with, each used once."""
    free = list(right)
    count = 0
    for span in left:
        partner = next((one for one in free if overlap(span, one)), None)
        if partner is not None:
            free.remove(partner)
            count += 1
    return count


def _attributions(couples: Sequence[tuple[Passage, Passage]]) -> Score:
    """Attributions agree where source (or its absence), cue and content all overlap."""
    both = first = second = 0
    for one, other in couples:
        left, right = ([chain[0] for chain in side.attributions] for side in (one, other))
        free = list(right)
        for speaker in left:
            partner = next((two for two in free if all(_parts_agree(speaker, two))), None)
            if partner is not None:
                free.remove(partner)
                both += 1
        first, second = first + len(left), second + len(right)
    return Score("attributions", both, first, second)


def _parts_agree(one: Any, other: Any) -> Iterator[bool]:
    for part in ("mention", "cue", "content"):
        mine, theirs = getattr(one, part), getattr(other, part)
        yield overlap(mine, theirs) or (mine is None and theirs is None)


def _kappa(name: str, matched: Sequence[tuple[Statement, Statement]]) -> Kappa:
    pairs = [(getattr(one.factuality, name), getattr(other.factuality, name)) for one, other in matched]
    count = len(pairs)
    if not count:
        return Kappa(name, None, 0.0, 0)
    agreed = sum(one == other for one, other in pairs) / count
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(left[label] * right[label] for label in left) / count**2
    return Kappa(name, None if chance == 1 else (agreed - chance) / (1 - chance), agreed, count)
