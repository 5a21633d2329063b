"""Truces: every field from the statements that tell it, differing values side by side, never settled.

A truce is put together from moments (`moments`), grouped by parties, dates and passages (`grouping`), with
the talks, mediators and terms told beside it and the breaches alleged of it.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jirga.merging import dates
from jirga.merging.breaches import Hostile, breaches
from jirga.merging.evidence import Evidence
from jirga.merging.grouping import Group, Passages, grouped
from jirga.merging.independence import sources
from jirga.merging.moments import Moment, Role, around, is_from, moments, parties
from jirga.merging.named import named_mediators, named_parties
from jirga.merging.terms import terms
from jirga.model import Event, Participant, Statement, Told, Truce, TruceStatus

#: Hexadecimal digits of a truce's id: 64 bits.
_DIGITS = 16

#: Code points around a moment within which talks, mediators and terms are told of the truce.
_NEAR = 700
#: Code points within which a term needs name no party.
_CLOSE = 350

#: Days before and after its beginning in which talks and terms are those of a truce.
_BEFORE, _AFTER = 183, 366

_MEDIATES = re.compile(
    r"\b(?:broker\w*|mediat\w+|facilitat\w+|host\w*|conven\w+|sponsor\w*|guarant\w+|arrang\w+|go-between)\b",
    re.I,
)

_LED = re.compile(r"\b(?:led|chaired|overseen|mediated|brokered|facilitated|hosted) (?:by|for)\b", re.I)

#: What one side declares by itself: "begin an indefinite unilateral ceasefire".
_UNILATERAL = re.compile(r"\bunilateral(?:ly)?\b", re.I)

#: Who fights, where no name is known; "leaders" and "they" tell nobody apart.
_BODIES = re.compile(
    r"\b(?:tribes?|clans?|sides|factions?|groups?|militias?|communit\w+|parties|gangs?|rebels|fighters)\b",
    re.I,
)

#: Code points before the noun of talks within which stands the verb that takes it.
_CARRYING = 40

#: What each role says of how a truce stands, the last word first where several are told on one day.
_STANDING: dict[Role, TruceStatus] = {
    "ended": "ended",
    "expired": "expired",
    "collapsed": "collapsed",
    "not extended": "expired",
    "extended": "extended",
    "kept": "in force",
    "effective": "in force",
    "announced": "announced",
    "agreed": "announced",
    "refused": "refused",
    "offered": "offered",
}
_RANK = {role: rank for rank, role in enumerate(_STANDING)}
_OVER: frozenset[Role] = frozenset({"ended", "expired", "collapsed", "not extended"})


def truces(events: Iterable[Event], evidence: Evidence) -> list[Truce]:
    """Return the truces and offers of one that the statements tell, by date, undated ones last.

    `events` give which statements are of one happening; `evidence` holds all statements of the record.
    """
    event_of = {one: event.id for event in events for one in event.statements}
    found = [told for one in evidence.statements.values() for told in moments(one, evidence)]
    groups = grouped(found, event_of, evidence)
    if not groups:
        return []
    hostile = Hostile.of(evidence)
    by_document: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in evidence.statements.values():
        by_document[one.document].append(one)
    passages = Passages.of(groups)
    made = (_truce(group, hostile, by_document, passages, event_of, evidence) for group in groups)
    return sorted(made, key=lambda one: (_first_date(one) or "~", one.id))


def _truce(
    group: Group,
    hostile: Hostile,
    by_document: Mapping[str, list[Statement]],
    passages: Passages,
    event_of: Mapping[str, str],
    evidence: Evidence,
) -> Truce:
    told_moments = sorted(group.moments, key=lambda one: evidence.place(one.statement))
    beside = list(_beside(told_moments, by_document))
    close = frozenset(one.id for one in _beside(told_moments, by_document, _CLOSE))
    mediators, places = _talks([one for one in beside if _in_time(one, group)], group.sides, evidence)
    if any(_UNILATERAL.search(around(one.statement)) for one in told_moments):
        mediators = ()  # what one side declares by itself nobody has mediated
    violations = breaches(group, hostile, passages, event_of, evidence)
    told = _parties(told_moments, {one.entity for one in mediators if one.entity}, evidence)
    status, behind = _status(told_moments)
    given = [one for one in beside if _in_time(one, group) and passages.is_of(one, group)]
    given = [one for one in given if not _long_after(one, group, evidence)]
    agreed_terms = terms(given, close, group.sides, evidence)
    own = dict.fromkeys(one.id for it in told_moments for one in it.told)
    ids = [*own, *(s for part in (*told, *mediators, *places) for s in part.statements)]
    ids += [s for part in agreed_terms for s in part.statements] + [
        s for v in violations for s in v.statements
    ]
    statements = tuple(sorted(set(ids), key=lambda one: evidence.place(evidence.statements[one])))
    counted = sources((evidence.statements[one] for one in own), evidence.imprint, evidence.copies)
    published = (evidence.imprint(evidence.statements[one].document).published for one in own)
    dated = {role: _dates(told_moments, role) for role in ("agreed", "announced", "extended")}
    effective, until = _effective(told_moments)
    return Truce(
        id=f"tr_{hashlib.sha256(told_moments[0].statement.id.encode()).hexdigest()[:_DIGITS]}",
        name=_name(told, (*dated["announced"], *dated["agreed"], *effective, *dated["extended"])),
        status=status,
        as_of=max((one for one in published if one), default=None),
        status_statements=behind,
        parties=told,
        mediators=mediators,
        places=places,
        terms=agreed_terms,
        agreed=dated["agreed"],
        announced=dated["announced"],
        effective=effective,
        until=until,
        extended=dated["extended"],
        ended=tuple(_dates(told_moments, *_OVER)),
        kept=_by(told_moments, "kept"),
        refused=_by(told_moments, "refused"),
        violations=violations,
        events=tuple(dict.fromkeys(event_of[one] for one in own if one in event_of)),
        statements=statements,
        documents=len({evidence.statements[one].document for one in own}),
        independent_sources=counted.count,
        sources_how=counted.how,
    )


def _first_date(one: Truce) -> str | None:
    told = (*one.announced, *one.agreed, *one.effective, *one.extended, *one.ended)
    return min((it.value for it in told if it.value[:1].isdigit()), default=None)


def _name(told: Sequence[Told], dated: Sequence[Told]) -> str:
    """What to call a truce: its parties and the month in which it began."""
    who = " and ".join(one.value for one in told[:3]) or "unknown parties"
    when = min((month for one in dated if (month := dates.month_of(one.value))), default=None)
    return f"{who}, {when}" if when else who


# --- fields ---------------------------------------------------------------------------------------------


def _side_by_side(told: Iterable[tuple[str, str | None, str]]) -> tuple[Told, ...]:
    """Return values with all statements that tell each, the most told first."""
    values: defaultdict[tuple[str, str | None], dict[str, None]] = defaultdict(dict)
    for value, entity, statement in told:
        values[value, entity][statement] = None
    ordered = sorted(values.items(), key=lambda it: (-len(it[1]), it[0][0]))
    return tuple(Told(value, tuple(ids), entity) for (value, entity), ids in ordered)


def _dates(moments: Iterable[Moment], *roles: Role) -> tuple[Told, ...]:
    return _side_by_side(
        (edtf, None, one.statement.id)
        for one in moments
        if one.role in roles and (edtf := one.statement.when.edtf) and not _spans(edtf) and not _later(one)
    )


def _effective(moments: Iterable[Moment]) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """From when, and until when, the truce was to hold or held; an announced period tells both."""
    begin: list[tuple[str, str | None, str]] = []
    until: list[tuple[str, str | None, str]] = []
    for one in moments:
        if one.role not in ("effective", "announced", "agreed", "kept"):
            continue
        for it in one.told:
            edtf = dates.firm(it.when)
            inner = it is one.content or one.role == "effective" or bool(edtf and _spans(edtf)) or _later(one)
            if not edtf or not inner or one.role == "kept":
                continue
            first, _, last = edtf.partition("/")
            if first != "..":
                begin.append((first, None, it.id))
            if last and last != "..":
                until.append((last, None, it.id))
    return _side_by_side(begin), _side_by_side(until)


def _later(one: Moment) -> bool:
    """Whether an announcement is dated by what it announces."""
    return one.role in ("announced", "agreed") and is_from(one.statement)


def _spans(edtf: str) -> bool:
    """Whether a date is a span from one day to another, not a day, month or year."""
    return "/" in edtf


def _parties(moments: Iterable[Moment], mediators: set[str], evidence: Evidence) -> tuple[Told, ...]:
    """The parties by side, the one most told first; a side goes by the name that is told most."""
    names: defaultdict[str, defaultdict[Participant, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in moments:
        if one.role in ("violated", "denied"):
            continue
        for party in (*parties(one), *named_parties(one)):
            side = evidence.sides.of(party)
            if side and side[0] != "(" and party.entity not in mediators:
                names[side][party].append(one.statement.id)
    found = []
    for side, called in names.items():
        ids = tuple(dict.fromkeys(one for some in called.values() for one in some))
        best = min(called, key=lambda party: (-len(called[party]), party.name, party.mention.start))
        found.append(Told(_called(side, called, best, evidence), ids, best.entity))
    found = found or _described(moments)
    ordered = sorted(found, key=lambda one: (-len(one.statements), one.value))
    first = {one.value: one for one in reversed(ordered)}
    return tuple(one for one in ordered if first[one.value] is one)


def _described(moments: Iterable[Moment]) -> list[Told]:
    """The parties where none is known by name, as the texts call them: "rival tribes"."""
    called = (
        (party.name, None, it.statement.id)
        for it in moments
        if it.role not in ("violated", "denied", "mentioned")
        for party in parties(it)
        if _BODIES.search(party.name)
    )
    return list(_side_by_side(called))


def _called(side: str, called: Iterable[Participant], best: Participant, evidence: Evidence) -> str:
    """What to call a side: its government where that is named, else as the record mostly calls it."""
    government = next((one.name for one in called if (one.entity or "").endswith("-government")), None)
    return government or evidence.sides.names.get(side, best.name)


def _by(moments: Iterable[Moment], role: Role) -> tuple[Told, ...]:
    """Who kept the truce, or refused it."""
    return _side_by_side(
        (party.name, party.entity, one.statement.id)
        for one in moments
        if one.role == role
        for party in one.statement.actor
    )


def _status(moments: Sequence[Moment]) -> tuple[TruceStatus, tuple[str, ...]]:
    """How it stood when last told: an end outweighs what was told before it, an offer what never came.

    A truce that was made and then said to be kept is in force; one that some say ended has ended.
    """
    roles = {one.role for one in moments}
    made = roles & {"agreed", "announced", "effective", "kept", "extended", *_OVER}
    weighty = [one for one in moments if one.role in _STANDING and (one.role in made or not made)]
    if not weighty:
        return "unknown", ()
    over = [one for one in weighty if one.role in _OVER]
    chosen = min(over or weighty, key=lambda one: _RANK[one.role])
    behind = tuple(one.statement.id for one in moments if one.role == chosen.role)
    return _STANDING[chosen.role], behind


# --- beside -----------------------------------------------------------------------------------------------


def _beside(
    moments: Iterable[Moment], by_document: Mapping[str, list[Statement]], within: int = _NEAR
) -> Iterator[Statement]:
    """Statements told near the truce's moments, and what its acts put forward; each once."""
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    own = {one.id for it in moments for one in it.told}
    for it in moments:
        if it.role not in ("mentioned", "denied"):
            spans[it.statement.document].append((it.statement.start - within, it.statement.end + within))
    for document, near in spans.items():
        for one in by_document[document]:
            if one.id not in own and any(first <= one.start and one.end <= last for first, last in near):
                yield one


def _in_time(one: Statement, group: Group) -> bool:
    """Whether a term's date, if it has one, lies from half a year before the truce to a year after.

    Of a truce of which only the end is told, before is before that.
    """
    day, known = dates.first_day(one.when.edtf), group.start or group.end
    if day is None or known is None:
        return True
    return -_BEFORE <= (day - known).days <= _AFTER


def _long_after(one: Statement, group: Group, evidence: Evidence) -> bool:
    """Whether what is told as done, on no day, is of the time of a report long after the truce's end."""
    published = dates.first_day(evidence.imprint(one.document).published)
    if group.end is None or published is None or one.when.edtf or not one.factuality.happened:
        return False
    return (published - group.end).days > _AFTER


def _talks(
    beside: Iterable[Statement], sides: set[str], evidence: Evidence
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Who mediated, and where talks were held, by what is told near the truce."""
    mediators: list[tuple[str, str | None, str]] = []
    places: list[tuple[str, str | None, str]] = []
    for one in beside:
        code = one.event
        if one.relation and one.relation.type == "mediates_between":
            mediators += [(party.name, party.entity, one.id) for party in one.actor]
        if code is None or code.type != "CONSULT" or not one.happened:
            continue
        if one.where.name and one.where.precision != "country":
            places.append((one.where.name, None, one.id))
        told = one.quote[: max(0, one.trigger.end - one.start)][-_CARRYING:]  # "hosted the talks"
        if "third-party" in code.modes or _MEDIATES.search(told) or _LED.search(one.quote):
            mediators += [  # whom the sides go to is the recipient of a mediation
                (party.name, party.entity, one.id)
                for party in _each_once((*one.actor, *one.recipient, *named_mediators(one)))
                if evidence.sides.of(party) not in sides and (party.entity or evidence.sides.of(party))
            ]
    return _side_by_side(mediators), _side_by_side(places)


def _each_once(named: Iterable[Participant]) -> Iterator[Participant]:
    yield from {party.entity or party.name: party for party in named}.values()
