"""A first look at a record: a few telling entries of many, and figures that stand against each other.

Nothing here judges what is true or important; it chooses what shows at a glance what a record holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from jirga.model import Figure, Statement
from jirga.questions.lists import Entry
from jirga.questions.quantities import QuantityRow

#: Characters of a quote above which an entry is no glance.
_LONG = 180

#: Code points between two figures of one document that are still told side by side: a paragraph or two.
_NEAR = 500


def highlights(entries: Sequence[Entry], number: int) -> list[Entry]:
    """Return up to `number` of `entries`, in their order: the most telling ones, spread over the documents.

    Telling are those that name both sides, a day, a place, a number or a speaker. Every document has its turn
    before one has its second.
    """
    by_document: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=_telling):
        by_document[entry.document.id].append(entry)
    turns = zip_longest(*sorted(by_document.values(), key=lambda some: _telling(some[0])))
    in_turn = [entry for turn in turns for entry in turn if entry]
    chosen = {entry.statement.id for entry in _different(in_turn)[:number]}
    return [entry for entry in entries if entry.statement.id in chosen]


def rivals(rows: Sequence[QuantityRow], number: int) -> list[QuantityRow]:
    """Return up to `number` figures of one measure, told side by side, that differ: the most speakers win.

    Side by side are figures in one passage of a document, or of events of one day. Whether they count the
    same people is for the reader to judge. Empty where no two speakers differ.
    """
    found = [_one_each(group) for group in _groups(rows)]
    differing = [group for group in found if len({_number(row.figure) for row in group}) > 1]
    best = max(differing, key=lambda group: len({_speaker(row) for row in group}), default=[])
    return best[:number] if len({_speaker(row) for row in best}) > 1 else []


def _telling(entry: Entry) -> tuple[float, str]:
    """The key by which entries sort, the most telling first; the id decides between equals."""
    it = entry.statement
    marks = [
        2 * any(one.entity for one in it.actor),
        2 * any(one.entity for one in it.recipient),
        2 * bool(it.when.start and it.when.start == it.when.end),
        2 * bool(it.when.start),
        bool(it.figures),
        bool(it.said_by),
        bool(it.where.name),
        not it.factuality.historical,
        len(it.quote) <= _LONG,
    ]
    return -(sum(marks) + it.confidence), it.id


def _different(entries: Iterable[Entry]) -> list[Entry]:
    """Put off what seems told already: an event of a type on the same day as one before it."""
    seen: set[tuple[str | None, str]] = set()
    first, later = list[Entry](), list[Entry]()
    for entry in entries:
        key = (entry.statement.when.start, _type(entry.statement))
        (later if key in seen and key[0] else first).append(entry)
        seen.add(key)
    return first + later


def _type(statement: Statement) -> str:
    return statement.event.type if statement.event else statement.kind


# --- figures side by side -----------------------------------------------------------------------------


def _groups(rows: Sequence[QuantityRow]) -> Iterator[list[QuantityRow]]:
    """Yield, for each figure with a number, those of its measure beside it, in the order of the texts."""
    by_measure: defaultdict[str, list[QuantityRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.statement.document, row.figure.mention.start)):
        if row.figure.low is not None or row.figure.high is not None:
            by_measure[row.figure.measure].append(row)
    for some in by_measure.values():
        yield from ([row, *(other for other in some if _beside(row, other))] for row in some)


def _beside(one: QuantityRow, other: QuantityRow) -> bool:
    if one.statement.document == other.statement.document:
        return 0 < abs(one.figure.mention.start - other.figure.mention.start) <= _NEAR
    day, same = one.statement.when, other.statement.when
    return bool(day.start and day.start == day.end) and (day.start, day.end) == (same.start, same.end)


def _one_each(group: list[QuantityRow]) -> list[QuantityRow]:
    """One figure a speaker: the first that differs from those before it, else none of theirs."""
    kept: list[QuantityRow] = []
    for row in group:
        told = {_number(other.figure) for other in kept}
        if _speaker(row) not in {_speaker(other) for other in kept} and _number(row.figure) not in told:
            kept.append(row)
    return kept


def _number(figure: Figure) -> float | None:
    """The number that stands for a figure: "47" and "at least 47" differ in no way worth showing."""
    return figure.low if figure.low is not None else figure.high


def _speaker(row: QuantityRow) -> str:
    """Who gives the figure; a document in its own voice speaks for itself."""
    return row.said_by[0].name.casefold() if row.said_by else row.statement.document
