"""Bare counts and refused figures: what a number told without a deed of its own answers.

"A hospital had put the deaths at 36" tells no attack anew: it counts the dead of the one told before. Who
"rejected the figure" takes a position on the number told before it, without one of his own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jirga.merging import wording
from jirga.merging.charges import by_itself
from jirga.merging.disputes import Dispute, position
from jirga.merging.evidence import Evidence
from jirga.merging.stems import names
from jirga.model import Event, Participant, Statement

#: Code points behind a deed in which a bare count is of it: a paragraph.
_NEAR = 600
#: Code points between two sentences of which the second answers the first.
_ANSWER = 5
#: Code points behind a figure in which "the figure" is that one: two sentences.
_CLOSE = 350

#: A trigger that counts, and tells nothing of what was done.
_COUNTS = re.compile(r"(?:the |official |death )*(?:deaths?|toll|dead|casualties|fatalities|losses)$", re.I)

#: A verb of death, of which somebody else's count may be all that a sentence tells.
_DEATH = re.compile(r"(?:killed|died|dead|slain|perished|murdered|massacred|martyred)$", re.I)

#: What is refused is a number, or called invented.
_FIGURE = re.compile(
    r"\W*(?:(?:the|that|this|those|these|such|its|their|his)\s+)?(?:\w+\s+)?"
    r"(?:figures?|numbers?|toll|counts?|estimates?|tally|tallies|claim of \d+)\b"
    r"|\W*(?:it|this|that) as (?:an? )?"
    r"(?:invent|exaggerat|inflat|fabricat|fantas|absurd|too (?:high|low))",
    re.I,
)


def with_tolls(events: Sequence[Event], evidence: Evidence) -> list[Event]:
    """Return `events` with bare counts among the statements of the deed that each is of; no event is lost.

    A count that merging has found a deed for stays there. Of the deeds told before a count, one whose
    sentence shares a name with it is taken, else the nearest.
    """
    of_event = {one: event for event in events for one in event.statements}
    by_document: defaultdict[str, list[Statement]] = defaultdict(list)
    for it in (evidence.statements[one] for one in of_event if one in evidence.statements):
        by_document[it.document].append(it)
    more: defaultdict[str, list[str]] = defaultdict(list)
    told = (it for some in by_document.values() for it in some)
    alone = (it for it in told if len(of_event[it.id].statements) == 1 and _is_toll(it))
    for one in sorted(alone, key=evidence.place):
        before = [it for it in by_document[one.document] if _may_be_of(one, it, evidence)]
        called = names(one.sentence.quote)
        home = max(
            before, key=lambda it: (bool(called & names(it.sentence.quote)), it.start, it.id), default=None
        )
        if home is not None and of_event[home.id] is not of_event[one.id]:
            more[of_event[home.id].id].append(one.id)
    return [
        replace(event, statements=(*event.statements, *more[event.id])) if event.id in more else event
        for event in events
    ]


def _is_toll(one: Statement) -> bool:
    """Whether a statement only counts the dead of a deed told elsewhere: it has no parties, day or place."""
    named = [party for party in one.recipient if party.entity or not _is_counted(party, one)]
    bare = not (one.actor or named or one.where.name) and one.when.basis in ("unknown", "narrative")
    counts = one.event is not None and one.event.type == "ASSAULT" and bool(one.figures)
    told = _COUNTS.match(one.trigger.quote) or (_DEATH.match(one.trigger.quote) and one.said_by)
    return bare and counts and one.factuality.happened and bool(told)


def _is_counted(party: Participant, one: Statement) -> bool:
    """Whether a recipient is only those whom a statement counts."""
    its = party.mention
    return any(it.mention.start < its.end and its.start < it.mention.end for it in one.figures)


def _may_be_of(toll: Statement, deed: Statement, evidence: Evidence) -> bool:
    """Whether a deed told before a count can be what it counts the dead of.

    Another verb of death is of a deed of its own, but where another speaker counts right after a count.
    """
    if deed.event is None or deed.event.type != "ASSAULT" or _is_toll(deed) or not deed.factuality.happened:
        return False
    measures = {one.measure for one in deed.figures}
    shared = bool(measures & {one.measure for one in toll.figures})
    if _COUNTS.match(toll.trigger.quote) is None:
        other = evidence.speaker(toll) != evidence.speaker(deed)
        return shared and other and 0 < toll.sentence.start - deed.sentence.end <= _ANSWER
    return (shared or not measures) and 0 < toll.start - deed.start <= _NEAR


def refused(statements: Iterable[Statement], evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions how many where somebody refuses the figure told right before."""
    by_document: defaultdict[str, list[Statement]] = defaultdict(list)
    refusals = []
    for one in sorted(statements, key=evidence.place):
        by_document[one.document].append(one)
        if _refuses(one):
            refusals.append(one)
    for one in refusals:
        told = _figure_before(one, by_document[one.document])
        if told is None or evidence.speaker(told[0]) == evidence.speaker(one):
            continue
        counted, index = told
        figure = counted.figures[index]
        value = wording.counting(figure)
        yes = evidence.voice(counted, value, said_by=figure.said_by, figure=index)
        no = evidence.voice(one, f"not {value}", said_by=one.said_by)
        if not no.said_by and one.actor:
            no = replace(no, said_by=(one.actor[0].name,))
        told_of = by_itself(counted)
        about = wording.happening(told_of) if told_of else counted.where.name or ""
        question = wording.how_many(figure.measure, figure.of or "", about, figure.period)
        positions = position(value, [yes], evidence), position(f"not {value}", [no], evidence)
        yield Dispute("how many", question, positions, ())


def _refuses(one: Statement) -> bool:
    if one.event is None or one.event.type != "REJECT" or not one.factuality.happened:
        return False
    return _FIGURE.match(one.sentence.quote[one.trigger.end - one.sentence.start :]) is not None


def _figure_before(one: Statement, around: Iterable[Statement]) -> tuple[Statement, int] | None:
    """The figure nearest before a refusal, as its statement and its place among the statement's figures."""
    found = [
        (figure.mention.start, it.id, index, it)
        for it in around
        for index, figure in enumerate(it.figures)
        if 0 < one.trigger.start - figure.mention.end <= _CLOSE
        and not figure.part_of
        and figure.measure not in ("other", "money")
    ]
    if not found:
        return None
    _, _, index, counted = max(found, key=lambda it: it[:3])
    return counted, index
