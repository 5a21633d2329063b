"""How many: figures that answer one question as positions, each with its speakers; what a speaker corrected
as a change; what differs for a reason beside them. Nothing is averaged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from jirga.merging import wording
from jirga.merging.counts import Count, agree, comparable, counts, difference, rivals
from jirga.merging.dates import gap
from jirga.merging.evidence import Evidence
from jirga.model import Beside, Change, Position, Statement, Voice

#: Code points within which two numbers of one report are told of one thing: a paragraph.
_NEAR = 600

#: What a speaker is called whom the text does not name.
_NOBODY = "unnamed"

#: Figures shown beside a question, at most: the nearest reasons, not every number of the record.
_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Answers:
    """What is told of one number: `counted` is what was counted, in the words of the first who says it."""

    measure: str
    counted: str
    positions: tuple[Position, ...]
    changes: tuple[Change, ...]
    beside: tuple[Beside, ...]


def of_statements(statements: Iterable[Statement], evidence: Evidence) -> list[Answers]:
    """Return, for each thing counted in statements about one happening, the answers that differ."""
    found = [count for one in statements for count in counts(one)]
    answers = [one for group in _groups(found) if (one := answered(group, found, evidence))]
    kept: list[Answers] = []
    for one in sorted(answers, key=lambda it: (len(it.positions) < 2, not it.changes)):
        shown = {beside.voice for other in kept for beside in other.beside}
        if len(one.positions) > 1 or one.changes or not shown.issuperset(one.positions[0].voices):
            kept.append(one)
    return kept


def answered(group: Sequence[Count], around: Iterable[Count], evidence: Evidence) -> Answers | None:
    """Return the answers that figures of one question give, None where nothing about them differs.

    `around` are other figures of the same subject: those that differ from these for a reason are told beside.
    """
    told, changes = _latest(sorted(group, key=lambda one: _order(one, evidence)), evidence)
    positions = _positions(told, evidence)
    if not _opposed(told, evidence):
        positions = [_joined(positions)] if positions else []
    parts = all(one.figure.part_of for one in told)  # what stands beside its total anyway
    beside = [] if parts else _beside(told, [one for one in around if one not in group], evidence)
    if len(positions) < 2 and not changes and not beside:
        return None
    return Answers(
        told[0].figure.measure,
        _counted(told),
        tuple(positions),
        tuple(changes),
        tuple(beside),
    )


def undisputed(group: Sequence[Count], evidence: Evidence) -> Answers:
    """Return figures that nobody disputes as one answer, for what can only be shown beside it."""
    told = sorted(group, key=lambda one: _order(one, evidence))
    return Answers(told[0].figure.measure, _counted(told), (_joined(_positions(told, evidence)),), (), ())


def _counted(told: list[Count]) -> str:
    """What was counted, in the words of one who counts several: "civilians", not "no civilian".

    Nothing where some count everybody: a class stands among them that is told larger than all.
    """
    if any(not one.counted for one in told):
        return ""
    several = (one.figure.of for one in told if one.counted and one.figure.of and (one.figure.high or 2) > 1)
    return next(several, "")


def voice(count: Count, evidence: Evidence) -> Voice:
    """Return a figure as a voice, with the period where it spans one."""
    period = count.figure.period or (count.statement.quantity.period if count.statement.quantity else None)
    words = wording.counting(count.figure) + (f" in {period}" if period else "")
    return evidence.voice(count.statement, words, said_by=count.figure.said_by, figure=count.index)


def _groups(found: list[Count]) -> list[list[Count]]:
    """Figures that count the same, and with them a class that some make larger than others make the whole."""
    by_kind: defaultdict[tuple[str, str, str, bool], list[Count]] = defaultdict(list)
    for one in found:
        by_kind[_kind(one)].append(one)
    joined = {kind: kind for kind in by_kind}
    for one, other in combinations(found, 2):
        if _kind(one) != _kind(other) and rivals(one, other) and not (_has_whole(one) or _has_whole(other)):
            part, whole = sorted((_kind(one), _kind(other)), key=lambda kind: (bool(kind[2]), kind[3]))[::-1]
            joined[part] = whole
    together: defaultdict[tuple[str, str, str, bool], list[Count]] = defaultdict(list)
    for kind, some in by_kind.items():
        together[joined[joined[kind]]].extend(some)
    return [together[kind] for kind in sorted(together)]


def _has_whole(one: Count) -> bool:
    """Whether a figure is a part of which its own statement tells the whole, which answers for it."""
    figures = one.statement.figures
    return bool(one.figure.part_of) and any(
        it.measure == one.figure.measure and not it.part_of for it in figures
    )


def _kind(one: Count) -> tuple[str, str, str, bool]:
    return one.figure.measure, one.figure.unit or "", one.counted, bool(one.figure.part_of)


def _order(one: Count, evidence: Evidence) -> tuple[tuple[str, str, int, str], int]:
    return evidence.place(one.statement), one.index


def _latest(told: list[Count], evidence: Evidence) -> tuple[list[Count], list[Change]]:
    """Leave out what its speaker has corrected in a later publication, and tell the change."""
    kept: list[Count] = []
    changes: list[Change] = []
    for at, one in enumerate(told):
        later = [other for other in told[at + 1 :] if _corrects(other, one, evidence)]
        if later:
            name = evidence.speaker_name(one.statement, one.figure.said_by)
            changes.append(Change(name, voice(one, evidence), voice(later[0], evidence)))
        else:
            kept.append(one)
    return kept, changes


def _corrects(later: Count, earlier: Count, evidence: Evidence) -> bool:
    """Whether the same speaker gives another number in a document that was published later."""
    speakers = {evidence.speaker(one.statement, one.figure.said_by) for one in (later, earlier)}
    published = [evidence.imprint(one.statement.document).published for one in (earlier, later)]
    days = gap(*published)
    after = (
        bool(days) and published[0] is not None and published[1] is not None and published[0] < published[1]
    )
    return len(speakers) == 1 and after and comparable(later, earlier) and not agree(later, earlier)


def _opposed(told: list[Count], evidence: Evidence) -> bool:
    """Whether two different speakers give numbers that cannot both be right."""
    return any(
        rivals(one, other)
        and not _told_apart(one, other)
        and not _of_one_mouth(one, other)
        and evidence.speaker(one.statement, one.figure.said_by)
        != evidence.speaker(other.statement, other.figure.said_by)
        for one, other in combinations(told, 2)
    )


def _of_one_mouth(one: Count, other: Count) -> bool:
    """Whether one statement gives both by one who is named: "49, police said, having first spoken of 64"."""
    same = one.statement.id == other.statement.id
    return same and any(it.figure.said_by[:1] and it.figure.said_by[0].name == _NOBODY for it in (one, other))


def _told_apart(one: Count, other: Count) -> bool:
    """Whether one report tells two numbers far from each other, of no one day and place.

    Where nothing but the type puts them in one event, it more likely tells of two.
    """
    first, second = one.statement, other.statement
    if first.document != second.document or abs(first.start - second.start) <= _NEAR:
        return False
    undated = not (first.when.edtf and second.when.edtf) and not (first.where.name and second.where.name)
    return undated and first.event is not None


def _positions(told: list[Count], evidence: Evidence) -> list[Position]:
    """Group figures into positions: exact numbers first, what is vaguer with the one that it agrees with."""
    groups: list[list[Count]] = []
    for one in sorted(told, key=lambda one: (not one.exact, one.high - one.low, one.low)):
        fitting = [group for group in groups if _fits(one, group)]
        if len(fitting) == 1:
            fitting[0].append(one)
        else:
            groups.append([one])
    ordered = [sorted(group, key=lambda one: _order(one, evidence)) for group in groups]
    return sorted((_position(group, evidence) for group in ordered), key=_by_support)


def _fits(one: Count, group: list[Count]) -> bool:
    if one.exact and group[0].exact:
        return one.figure.low == group[0].figure.low and comparable(one, group[0])
    return all(comparable(one, other) and agree(one, other) for other in group)


def _position(group: list[Count], evidence: Evidence) -> Position:
    sharpest = min(group, key=lambda one: (not one.exact, one.high - one.low, _order(one, evidence)))
    return Position(
        value=wording.counting(sharpest.figure) if sharpest.counted else wording.number(sharpest.figure),
        voices=tuple(voice(one, evidence) for one in group),
        low=sharpest.figure.low,
        high=sharpest.figure.high,
        entity=sharpest.figure.entity,
        independent_sources=evidence.sources(one.statement for one in group),
    )


def _joined(positions: list[Position]) -> Position:
    """What contradicts nothing is one position, however precisely each says it."""
    first = positions[0]
    if len(positions) == 1:
        return first
    voices = tuple(dict.fromkeys(voice for one in positions for voice in one.voices))
    sources = sum(one.independent_sources for one in positions)
    return Position(first.value, voices, first.low, first.high, None, first.entity, sources)


def _by_support(position: Position) -> tuple[int, int, float, str]:
    low = position.low if position.low is not None else position.high or 0.0
    return -position.independent_sources, -len(position.voices), low, position.value


def _beside(told: list[Count], around: Iterable[Count], evidence: Evidence) -> list[Beside]:
    found: list[Beside] = []
    for other in sorted(around, key=lambda one: _order(one, evidence)):
        others = [one for one in told if one.statement.id != other.statement.id and not agree(one, other)]
        why = next((why for one in others if (why := difference(one, other))), "")
        if why:
            found.append(Beside(voice(other, evidence), why))
    return list(dict.fromkeys(found))[:_BESIDE]
