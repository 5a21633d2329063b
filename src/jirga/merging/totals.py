"""Totals on one subject, across documents: attacks of a year, the dead of a war.

Totals are set against each other where they count the same, of the same, over the same time. Those of another
period or another measure are shown near each other, with the reason why they differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from jirga.merging.counts import Count, counts
from jirga.merging.dates import days, gap
from jirga.merging.evidence import Evidence
from jirga.merging.howmany import Answers, answered, undisputed, voice
from jirga.model import Beside, Statement

#: Code points within which two totals of one document speak of one subject: a paragraph.
_NEAR = 400

#: Days that the ends of two periods may differ and still be one: "since Friday" said on other days.
_LEEWAY = 31

#: Totals of another period shown near a question, at most.
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Total:
    """The answers on one total: whose deed or loss it is, where, in which period (EDTF), as far as told."""

    answers: Answers
    subject: str
    entity: str | None
    period: str | None


def of_record(statements: Iterable[Statement], evidence: Evidence) -> Iterator[Total]:
    """Yield the totals that differ, each subject once, whatever the order of `statements`."""
    asserted = (one for one in statements if one.kind == "quantity" and one.happened)
    ordered = sorted(asserted, key=evidence.place)
    found = [count for one in ordered for count in counts(one)]
    for family in _families(found, evidence):
        for group in _by_period(family):
            answers = answered(group, [one for one in family if _same_time(one, group)], evidence)
            beside = _other_periods(group, family, evidence)
            if answers is None and beside:
                answers = undisputed(group, evidence)
            if answers is None:
                continue
            told = (*answers.beside, *beside)
            answers = Answers(answers.measure, answers.counted, answers.positions, answers.changes, told)
            if answers.changes or answers.beside or len(answers.positions) > 1:
                yield Total(answers, *_subject(group, evidence))


def period(count: Count) -> str | None:
    """Return what a total spans (EDTF): the figure's own period, the statement's, or when it was."""
    statement = count.statement
    total = statement.quantity
    return count.figure.period or (total.period if total else None) or statement.when.edtf


def _families(found: list[Count], evidence: Evidence) -> Iterator[list[Count]]:
    """Yield totals of one subject together: of one actor or people, in one place, or in one paragraph."""
    leader = list(range(len(found)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    first: dict[Hashable, int] = {}
    for at, one in enumerate(found):
        for key in _keys(one, evidence):
            leader[find(at)] = find(first.setdefault(key, at))
    for at, one in enumerate(found):
        for before in range(max(0, at - 3), at):
            if _in_one_paragraph(found[before], one):
                leader[find(at)] = find(before)
    families: defaultdict[int, list[Count]] = defaultdict(list)
    for at, one in enumerate(found):
        families[find(at)].append(one)
    return (some for some in families.values() if len(some) > 1)


def _keys(one: Count, evidence: Evidence) -> Iterator[Hashable]:
    """What makes two totals one subject wherever they stand: measure, class, and whose or where."""
    statement = one.statement
    what = one.figure.measure, one.counted
    sides = sorted({side for party in statement.actor if (side := evidence.sides.of(party))})
    whom = one.figure.entity or next((party.entity for party in statement.recipient if party.entity), None)
    if sides:
        yield "actor", what, sides[0], whom
    elif whom:
        yield "whom", what, whom
    if statement.where.name and statement.where.precision != "unknown":
        yield "where", what, statement.where.name, tuple(sides)
    if one.said_by and one.exact:
        yield "same word", what, evidence.speaker(statement, one.figure.said_by), one.figure.low


def _in_one_paragraph(one: Count, other: Count) -> bool:
    """Whether two totals of one measure stand together in a text and nothing says that they differ."""
    first, second = one.statement, other.statement
    together = first.document == second.document and abs(first.start - second.start) <= _NEAR
    same = one.figure.measure == other.figure.measure and one.counted == other.counted
    parties = [{p.entity or p.name for p in it.actor} for it in (first, second)]
    places = {it.where.name for it in (first, second) if it.where.name}
    return together and same and len(places) < 2 and (not all(parties) or bool(parties[0] & parties[1]))


def _by_period(family: list[Count]) -> list[list[Count]]:
    """Totals over one period together; one without a period goes with all of its document."""
    groups: list[list[Count]] = []
    dated = sorted(family, key=lambda one: period(one) is None)
    for one in dated:
        home = next((group for group in groups if _one_period(one, group[0])), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _one_period(one: Count, other: Count) -> bool:
    first, second = period(one), period(other)
    if first is None or second is None:
        return True
    (start, end), (begin, close) = days(first), days(second)
    starts = start is None or begin is None or abs((start - begin).days) <= _LEEWAY
    ends = end is None or close is None or abs((end - close).days) <= _LEEWAY
    return starts and ends and gap(first, second) == 0


def _same_time(one: Count, group: list[Count]) -> bool:
    """Whether a total is over the period of a group, which is that of its first."""
    return _one_period(one, group[0])


def _other_periods(group: list[Count], family: list[Count], evidence: Evidence) -> list[Beside]:
    own = next((told for one in group if (told := period(one))), None)
    found = [
        Beside(voice(one, evidence), f"{period(one)} is not {own}")
        for one in family
        if one not in group and own and period(one) and not _same_time(one, group)
    ]
    return list(dict.fromkeys(found))[:_SHOWN]


def _subject(group: list[Count], evidence: Evidence) -> tuple[str, str | None, str | None]:
    """What the totals are asked of: the first actor, those counted, or the place that is told."""
    first_period = next((told for one in group if (told := period(one))), None)
    for one in group:
        for party in one.statement.actor:
            if evidence.sides.of(party):
                return party.name, party.entity, first_period
    for one in group:
        where = one.statement.where
        if where.name:
            return where.name, one.figure.entity, first_period
    return "", next((one.figure.entity for one in group if one.figure.entity), None), first_period
