"""How many sources tell of a happening, copies, syndication and quotation aside, and how it was counted.

Reports count once together where one copies the other, where both carry one agency, where one outlet
prints several, and where all that a paper says of the happening it quotes from another. A paper that quotes
another and also reports itself is a source of its own. That two papers name one speaker (both cite the
police) makes neither a copy: speakers are told with each position, not counted here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from jirga.lexicon.agencies import agencies
from jirga.merging.copies import NO_COPIES, Copies
from jirga.merging.imprint import Imprint, Imprints, fold_name
from jirga.model import Document, Speaker, Statement

#: Words in a run, and the share of the shorter passage's runs that two passages must have in common to be one
#: text printed twice. Passages below `_FEWEST` words say the same by chance ("killed nine soldiers").
_RUN, _SHARED, _FEWEST = 4, 0.6, 9

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sources:
    """How many independent sources there are, and in sentences how they were counted (names of outlets)."""

    count: int
    how: tuple[str, ...] = ()


def sources(
    statements: Iterable[Statement],
    documents: Mapping[str, Document] | Callable[[str], Imprint],
    copies: Copies = NO_COPIES,
) -> Sources:
    """Return how many independent sources stand behind `statements` (all of one happening), and why so many.

    `documents` gives the documents by id, or (an `Imprints`) whose report each is, without keeping texts.
    The result does not depend on the order of `statements`. None at all are 0 sources.
    """
    imprint = Imprints(documents.__getitem__) if isinstance(documents, Mapping) else documents
    told = sorted(statements, key=lambda one: (copies.place.get(one.document, 0), one.document, one.start))
    by_document: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in told:
        by_document[one.document].append(one)
    tied = _Tied([imprint(one) for one in by_document])
    _copied(tied, copies)
    _reprinted(tied, by_document)
    _carried(tied)
    _quoted(tied, by_document)
    return Sources(len(tied.groups()), tuple(_sentences(tied)))


@dataclass(slots=True)
class _Tied:
    """Reports, and which of them are tied into one source, with a sentence for each tie."""

    reports: list[Imprint]
    leader: dict[str, str] = field(default_factory=dict)
    why: list[str] = field(default_factory=list)

    def find(self, key: str) -> str:
        while (above := self.leader.get(key, key)) != key:
            key = above
        return key

    def tie(self, one: str, other: str, why: str) -> None:
        first, second = self.find(one), self.find(other)
        if first != second:
            self.leader[second] = first
            self.why.append(why)

    def groups(self) -> set[str]:
        return {self.find(one.document) for one in self.reports}


def _copied(tied: _Tied, copies: Copies) -> None:
    """Verbatim and near copies, as found when the documents were read."""
    for at, one in enumerate(tied.reports):
        for other in tied.reports[at + 1 :]:
            if other.document in copies.of.get(one.document, ()):
                tied.tie(one.document, other.document, f"{other.name} prints a copy of {one.name}'s report")


def _reprinted(tied: _Tied, told: Mapping[str, list[Statement]]) -> None:
    """The same passage printed in two reports that are otherwise too different to be copies."""
    names = {one.document: one.name for one in tied.reports}
    holders: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    runs = {one.id: _runs(one.quote) for some in told.values() for one in some}
    passages = [one for some in told.values() for one in some if runs[one.id]]
    by_id = {one.id: one for one in passages}
    for one in passages:
        for run in runs[one.id]:
            holders[run].add(one.id)
    for one in passages:
        near = {other for run in runs[one.id] for other in holders[run]}
        for other in (by_id[identifier] for identifier in sorted(near)):
            both = len(runs[one.id] & runs[other.id])
            if one.document != other.document and both >= _SHARED * min(
                len(runs[one.id]), len(runs[other.id])
            ):
                why = f"{names[other.document]} prints a passage of {names[one.document]} in the same words"
                tied.tie(one.document, other.document, why)


def _carried(tied: _Tied) -> None:
    """One outlet's reports, those that carry an agency, and a byline that names another outlet."""
    first: dict[str, Imprint] = {}
    for one in tied.reports:
        if one.outlet:
            before = first.setdefault(fold_name(one.outlet), one)
            tied.tie(before.document, one.document, f"{one.name} has several reports of it")
    for one in tied.reports:
        origin = first.get(fold_name(one.byline or ""))
        if origin and origin.document != one.document:
            tied.tie(origin.document, one.document, f"{one.name} carries {origin.name} (byline)")
    carriers: dict[str, Imprint] = {}
    for one in (report for report in tied.reports if report.taken_from):
        agency = str(one.taken_from)
        itself = first.get(fold_name(agency))
        origin = itself or carriers.setdefault(agency, one)
        if origin.document != one.document:
            also = "" if itself else f", as {origin.name} does"
            tied.tie(origin.document, one.document, f"{one.name} carries {agency}{also} ({one.shown_by})")


def _quoted(tied: _Tied, told: Mapping[str, list[Statement]]) -> None:
    """A report that says nothing of the happening but what it quotes from another outlet."""
    outlets = {fold_name(one.outlet): one for one in reversed(tied.reports) if one.outlet}
    quoting: dict[str, Imprint] = {}
    for one in tied.reports:
        quoted = [_outlet(statement, one, outlets) for statement in told[one.document]]
        names = {fold_name(name): name for name in quoted if name}
        if not names or not all(quoted):
            continue
        key, name = min(names.items())
        origin = outlets.get(key) or quoting.setdefault(key, one)
        if origin.document != one.document:
            tied.tie(origin.document, one.document, f"{one.name} only quotes {name}")


def _outlet(statement: Statement, report: Imprint, outlets: Mapping[str, Imprint]) -> str | None:
    """The outlet that a statement is quoted from: the nearest medium named among its speakers."""
    own = fold_name(report.outlet or "")
    for speaker in statement.said_by:
        key = fold_name(speaker.name)
        if key != own and (key in outlets or _is_medium(speaker)):
            return agencies().get(speaker.name, speaker.name)
    return None


def _is_medium(speaker: Speaker) -> bool:
    """Whether a speaker is a medium called by its name: "Frontier Wire", not "a national daily"."""
    return speaker.name in agencies() or (speaker.kind == "media" and speaker.name[:1].isupper())


def _runs(quote: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(quote.casefold())
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _sentences(tied: _Tied) -> list[str]:
    reports, groups = len(tied.reports), len(tied.groups())
    if not reports:
        return []
    one = "1 independent source" if groups == 1 else f"{groups} independent sources"
    papers = "1 report" if reports == 1 else f"{reports} reports"
    none = [] if tied.why or reports == 1 else ["no report copies, carries or only quotes another"]
    return [f"{one} in {papers}", *dict.fromkeys(tied.why), *none]
