"""Contests: on how many, who, whether and when, what is told differs; every position with its speakers.

Worked out from events and statements, whatever order they come in. Nothing here judges who is right.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from jirga.merging import denied, disputes, howmany, opposed, totals, trucecontests, wording
from jirga.merging.charges import with_charges
from jirga.merging.disputes import Dispute
from jirga.merging.evidence import Evidence
from jirga.merging.howmany import Answers
from jirga.merging.tolls import refused, with_tolls
from jirga.model import Contest, Event, Position, Truce

#: Hexadecimal digits of a contest's id: 64 bits, so that a million collide with a chance of 10⁻⁷.
_DIGITS = 16


def contests(events: Iterable[Event], evidence: Evidence, truces: Iterable[Truce] = ()) -> list[Contest]:
    """Return the contests on `events`, on `truces` and on the totals told, those with most sources first.

    `evidence` holds every statement that may take part, those of the events among them. Entries that are not
    `contested` only show a change, or figures that differ for a reason. The order of what is given is
    without consequence.
    """
    charged = sorted(with_charges(list(events), evidence), key=lambda event: event.id)
    told = with_tolls(charged, evidence)
    by_id = {event.id: event for event in told}
    homes = Counter(one for event in told for one in event.statements)
    found = [
        contest
        for event in told
        if len(event.statements) != 1 or homes[event.statements[0]] == 1  # a toll counts with its deed alone
        for contest in _of_event(event, evidence)
    ]
    settled = {
        statement for contest in found if contest.about != "how many" for statement in contest.statements
    }
    across = [*opposed.accusations(told, evidence), *denied.denials(told, evidence)]
    across += [*opposed.stayings(told, evidence), *refused(evidence.statements.values(), evidence)]
    found += [
        contest
        for dispute in across
        if (contest := _contest(dispute, by_id)) and not set(contest.statements) <= settled
    ]
    found += [
        _contest(dispute, by_id, truce)
        for truce in truces
        for dispute in trucecontests.of_truce(truce, evidence)
    ]
    found += [_total(total) for total in totals.of_record(evidence.statements.values(), evidence)]
    return sorted({one.id: one for one in found}.values(), key=_order)


def _of_event(event: Event, evidence: Evidence) -> Iterator[Contest]:
    statements = [evidence.statements[one] for one in event.statements if one in evidence.statements]
    if len(statements) > 1:
        for dispute in disputes.of_event(event, statements, evidence):
            yield _contest(dispute, {event.id: event})
    if len(statements) > 1 or (statements and len(statements[0].figures) > 1):
        for answers in howmany.of_statements(statements, evidence):
            yield _counted(event, answers)


def _contest(dispute: Dispute, events: Mapping[str, Event], truce: Truce | None = None) -> Contest:
    about = [events[one] for one in dispute.events if one in events]
    dated = next((event.when.edtf for event in about if event.when.edtf), None)
    subject = next((party for event in about for party in event.actor if party.entity), None)
    return Contest(
        id=_id(dispute.about, truce.id if truce else "", *_first(dispute.positions)),
        about=dispute.about,
        question=dispute.question,
        positions=dispute.positions,
        subject=truce.name if truce else wording.happening(about[0]) if about else "",
        entity=subject.entity if subject else None,
        period=dated,
        events=dispute.events,
        truce=truce.id if truce else None,
    )


def _counted(event: Event, answers: Answers) -> Contest:
    subject = wording.happening(event)
    return Contest(
        id=_id("how many", event.id, answers.measure, *_first(answers.positions)),
        about="how many",
        question=wording.how_many(answers.measure, answers.counted, subject),
        positions=answers.positions,
        subject=subject,
        entity=next((party.entity for party in event.actor if party.entity), None),
        measure=answers.measure,
        period=event.when.edtf,
        events=(event.id,),
        changes=answers.changes,
        beside=answers.beside,
    )


def _total(total: totals.Total) -> Contest:
    answers = total.answers
    return Contest(
        id=_id("total", answers.measure, total.period or "", *_first(answers.positions)),
        about="how many",
        question=wording.how_many(answers.measure, answers.counted, total.subject, total.period),
        positions=answers.positions,
        subject=total.subject,
        entity=total.entity,
        measure=answers.measure,
        period=total.period,
        changes=answers.changes,
        beside=answers.beside,
    )


def _first(positions: Iterable[Position]) -> list[str]:
    """The smallest statement of each position: what makes a contest the same in the next rebuild."""
    return sorted(min(voice.statement for voice in one.voices) for one in positions)


def _id(*parts: str) -> str:
    return f"co_{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:_DIGITS]}"


def _order(one: Contest) -> tuple[bool, int, int, str]:
    """Contested first, then by how many independent sources take part, then by voices."""
    sources = sum(position.independent_sources for position in one.positions)
    return not one.contested, -sources, -len(one.voices), one.id
