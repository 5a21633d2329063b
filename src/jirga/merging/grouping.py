"""Which moments belong to one truce: by its parties, its dates, the event and the passage they stand in.

The result does not depend on the order in which moments are given: they are taken by date, then by place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from jirga.merging import dates
from jirga.merging.evidence import Evidence
from jirga.merging.moments import Moment, Role, parties
from jirga.merging.named import named_parties
from jirga.model import Statement, When

#: Days between agreement, announcement and beginning of one truce, at most.
_START = 75

#: Days that a truce may last before an end is told that can still be its own.
_LONGEST = 550

#: Code points between an accord and the truce of the passage that it belongs to.
_NEAR = 500

_STARTS: tuple[Role, ...] = ("agreed", "announced", "effective")
_ENDS: tuple[Role, ...] = ("ended", "expired", "collapsed", "not extended")
#: Roles that make a truce, or an offer of one: what only mentions, denies or breaks one tells of none.
_MAKING: tuple[Role, ...] = (*_STARTS, "kept", "extended", "offered", *_ENDS)


@dataclass(slots=True, eq=False)
class Group:
    """The moments of one truce, with the sides that made it and the days of its beginnings and ends.

    `number` counts groups as they are made, so that of equals the first is taken.
    """

    number: int = 0
    moments: list[Moment] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    starts: list[date] = field(default_factory=list)
    ends: list[date] = field(default_factory=list)

    @property
    def documents(self) -> set[str]:
        """The documents that its moments stand in."""
        return {one.statement.document for one in self.moments}

    @property
    def start(self) -> date | None:
        """The first day that is told of it, None where none is."""
        return min(self.starts, default=None)

    @property
    def end(self) -> date | None:
        """The last day that is told as its end, None where none is."""
        return max(self.ends, default=None)

    def add(self, one: Moment, sides: set[str], day: date | None) -> None:
        """Take a moment in."""
        self.moments.append(one)
        self.sides |= sides
        if day and one.role in _ENDS:
            self.ends.append(day)
        elif day and one.role in (*_STARTS, "extended"):
            self.starts.append(day)


@dataclass(frozen=True, slots=True)
class Passages:
    """Where texts speak of which truce: starts of moments by document, each with its group's number."""

    by_document: Mapping[str, Sequence[tuple[int, int]]]

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Passages:
        """Return those of all groups; who only denies or mentions a truce speaks of none."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for group in groups:
            for one in group.moments:
                if one.role not in ("mentioned", "denied"):
                    found[one.statement.document].append((one.statement.start, group.number))
        return cls(found)

    def is_of(self, one: Statement, group: Group) -> bool:
        """Whether a statement stands nearest to a passage on this truce, those before it first."""
        told = [(_behind(one.start - at), number) for at, number in self.by_document.get(one.document, ())]
        nearest = min((far for far, _ in told), default=0)
        return not told or any(number == group.number for far, number in told if far == nearest)


def _behind(distance: int) -> int:
    """How far a passage lies before a place, or twice how far behind it: a text goes on with what it told."""
    return distance if distance >= 0 else -2 * distance


def grouped(moments: Iterable[Moment], event_of: Mapping[str, str], evidence: Evidence) -> list[Group]:
    """Return the truces that moments are of; `event_of` gives the event of a statement's id."""
    gathering = _Gathering(event_of, evidence)
    ordered = sorted(moments, key=lambda one: evidence.place(one.statement))
    told = [(one, gathering.sides(one), day_of(one) or _day_beside(one, ordered)) for one in ordered]
    firm = [it for it in told if not it[0].accord]
    for sided in (True, False):
        dated = [it for it in firm if it[2] is not None and bool(it[1]) == sided]
        for one, sides, day in sorted(dated, key=lambda it: (it[2], it[0].role not in _STARTS)):
            gathering.place_dated(one, sides, day)
    undated = [it for it in firm if it[2] is None]
    for one, sides, _ in sorted(undated, key=lambda it: (it[0].role not in _MAKING, not it[1])):
        gathering.place_undated(one, sides)
    for one, sides, day in (it for it in told if it[0].accord):
        gathering.place_accord(one, sides, day)
    return [group for group in gathering.groups if any(_makes(one) for one in group.moments)]


def _makes(one: Moment) -> bool:
    """Whether a moment tells of a truce, or of an offer of one; that nobody attacked tells of none."""
    code = one.statement.event
    hostile = code is not None and code.type in ("ASSAULT", "COERCE", "MOBILIZE")
    return one.role in _MAKING and not hostile


def day_of(one: Moment) -> date | None:
    """Return the first day that a moment tells of the truce: its own date, else that of its content."""
    inner = _told_day(one.content.when) if one.content else None
    return _told_day(one.statement.when) or inner


def _told_day(when: When) -> date | None:
    """The first day of a date; the period that heads a chapter ("January to April 2014") is none."""
    edtf = when.edtf or ""
    headed = when.basis == "narrative" and "/" in edtf and ".." not in edtf
    return None if headed else dates.first_day(when.edtf)


def _day_beside(one: Moment, ordered: Iterable[Moment]) -> date | None:
    """The day of an accord beside an agreement without a date: "signed on May 2. The two agreed to …"."""
    if one.role not in _STARTS or (one.content and one.content.when.edtf):
        return None
    near = [
        other
        for other in ordered
        if other.accord
        and other.role == "agreed"
        and other.statement.document == one.statement.document
        and abs(other.statement.start - one.statement.start) <= _NEAR // 2
        and day_of(other)
    ]
    nearest = min(near, key=lambda other: abs(other.statement.start - one.statement.start), default=None)
    return day_of(nearest) if nearest else None


@dataclass(slots=True)
class _Gathering:
    event_of: Mapping[str, str]
    evidence: Evidence
    groups: list[Group] = field(default_factory=list)
    _of_event: dict[str, Group] = field(default_factory=dict)
    _of_side: defaultdict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))
    _of_document: defaultdict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))
    _around: dict[str, set[str]] = field(default_factory=dict)

    def sides(self, one: Moment) -> set[str]:
        told = (*parties(one), *named_parties(one))
        return {side for party in told if (side := self.evidence.sides.of(party)) and side[0] != "("}

    def place_dated(self, one: Moment, sides: set[str], day: date | None) -> None:
        if day is None:
            return
        fitting = [group for group in self._near(one, sides) if self._may_join(one, sides, day, group)]
        same_event = self._of_event.get(self.event_of.get(one.statement.id, ""))
        if same_event is not None and same_event in fitting:
            fitting = [same_event]
        self._add(one, sides, day, max(fitting, key=lambda group: group.start or date.min, default=None))

    def place_undated(self, one: Moment, sides: set[str]) -> None:
        home = self._of_event.get(self.event_of.get(one.statement.id, ""))
        home = home or self._in_passage(one, sides) or self._by_publication(one, sides)
        self._add(one, sides, None, home)

    def place_accord(self, one: Moment, sides: set[str], day: date | None) -> None:
        """An accord without the word truce joins one beside it, or one of its day and parties."""
        near = self._in_passage(one, set() if one.role == "collapsed" else sides, _NEAR)
        fitting = [
            group
            for group in self._near(one, sides)
            if one.role == "agreed"
            and sides & group.sides
            and day
            and group.start
            and abs((day - group.start).days) <= _START
        ]
        home = near if near is not None and (day is None or self._in_time(one, day, near)) else None
        home = home or next(iter(fitting), None)
        if home is not None:
            self._add(one, sides if sides & home.sides else set(), day, home)

    def _add(self, one: Moment, sides: set[str], day: date | None, home: Group | None) -> None:
        if home is None:
            home = Group(len(self.groups))
            self.groups.append(home)
        for side in sides - home.sides:
            self._of_side[side].append(home)
        if home not in self._of_document[one.statement.document]:
            self._of_document[one.statement.document].append(home)
        home.add(one, sides, day)
        event = self.event_of.get(one.statement.id)
        if event:
            self._of_event.setdefault(event, home)

    def _near(self, one: Moment, sides: set[str]) -> list[Group]:
        """The groups that a moment may belong to: of its document, and of its sides or its document's."""
        document = one.statement.document
        found = [*self._of_document[document], *self._with(sides or self._mentioned(document))]
        return sorted({group.number: group for group in found}.values(), key=lambda group: group.number)

    def _with(self, sides: set[str]) -> list[Group]:
        found = (group for side in sorted(sides) for group in self._of_side[side])
        return sorted({group.number: group for group in found}.values(), key=lambda group: group.number)

    def _may_join(self, one: Moment, sides: set[str], day: date, group: Group) -> bool:
        if not self._in_time(one, day, group):
            return False
        if sides and group.sides:
            return _compatible(sides, group.sides)
        known = sides or group.sides
        document = one.statement.document
        if document in group.documents:
            return True
        return bool(known & self._mentioned(document)) if not sides else not group.sides

    @staticmethod
    def _in_time(one: Moment, day: date, group: Group) -> bool:
        """Whether a date can be one of this truce: starts lie close together, ends follow them."""
        start, end = group.start, group.end
        if one.role in _ENDS:
            if start is None:
                return end is None or abs((day - end).days) <= _LONGEST // 2
            return timedelta(-1) <= day - start <= timedelta(_LONGEST)
        if start is None:
            return end is None or (one.role != "effective" and day <= end) or day <= end
        if end is not None and day > end and one.role not in ("violated", "kept"):
            return False
        if one.role in ("extended", "violated", "kept", "offered", "refused", "denied", "mentioned"):
            return timedelta(-_START) <= day - start <= timedelta(_LONGEST)
        return abs((day - start).days) <= _START

    def _in_passage(self, one: Moment, sides: set[str], near: int | None = None) -> Group | None:
        """The truce of the nearest moment in the same text, those before it first."""
        best: tuple[int, int] | None = None
        home: Group | None = None
        at = one.statement.start
        for group in self._of_document[one.statement.document]:
            if sides and group.sides and not _compatible(sides, group.sides):
                continue
            for other in group.moments:
                if other.statement.document == one.statement.document:
                    key = (_behind(at - other.statement.start), group.number)
                    if (near is None or key[0] <= near) and (best is None or key < best):
                        best, home = key, group
        return home

    def _by_publication(self, one: Moment, sides: set[str]) -> Group | None:
        """The latest truce of these sides that had begun when the document was published."""
        published = dates.first_day(self.evidence.imprint(one.statement.document).published)
        known = sides or (self._mentioned(one.statement.document) if one.role != "offered" else set())
        if published is None or not known:
            return None
        fitting = [
            group
            for group in self._with(known)
            if (_compatible(sides, group.sides) if sides else bool(known & group.sides))
            and _lasts(group, published)
        ]
        return max(fitting, key=lambda group: group.start or date.min, default=None)

    def _mentioned(self, document: str) -> set[str]:
        """The sides that take part in anything a document tells."""
        if not self._around:
            around: defaultdict[str, set[str]] = defaultdict(set)
            for statement in self.evidence.statements.values():
                around[statement.document] |= _all_sides(statement, self.evidence)
            self._around = dict(around)
        return self._around.get(document, set())


def _lasts(group: Group, published: date) -> bool:
    """Whether what a report tells of no day can be of a truce: it had begun, or its end was not far."""
    if group.start is None:
        return group.end is not None and timedelta(0) <= group.end - published <= timedelta(_LONGEST // 2)
    begun = timedelta(-3) <= published - group.start <= timedelta(_LONGEST)
    return begun and (group.end is None or published - group.end <= timedelta(_START))


def _all_sides(one: Statement, evidence: Evidence) -> set[str]:
    return {side for party in (*one.actor, *one.recipient) if (side := evidence.sides.of(party))}


def _compatible(sides: set[str], others: set[str]) -> bool:
    """Whether two sets of parties can be those of one truce: they share one, or two where both name two."""
    shared = len(sides & others)
    return shared >= 2 or (shared == 1 and min(len(sides), len(others)) < 2)
