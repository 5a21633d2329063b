"""Statements → events, all of them at once: what a record keeps of events, built anew.

`update` keeps a record's events step by step; both give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from jirga.merging import clusters, composing
from jirga.merging.copies import NO_COPIES, Copies
from jirga.merging.eligible import tells_of_an_event
from jirga.merging.imprint import Imprints
from jirga.merging.independence import Sources, sources
from jirga.merging.linking import Rules
from jirga.merging.marks import Marks, Setting, marks, printed, setting
from jirga.merging.why import reasons
from jirga.model import Constraints, Document, Event, Statement

_NOTHING_JUDGED = Constraints()
_NO_MEANINGS: Mapping[str, bytes] = MappingProxyType({})
#: How the sources of what a single report tells are counted.
_ONE_REPORT = Sources(1, ("1 independent source in 1 report",))
#: Documents whose setting is kept at hand: some 15 KB each.
_AT_HAND = 4_000


@dataclass(frozen=True, slots=True)
class Reports:
    """What merging needs of documents, looked at once each: their setting and whose reports they are."""

    document: Callable[[str], Document]
    imprints: Imprints = field(init=False)
    settings: dict[str, Setting] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the imprints of the same documents."""
        object.__setattr__(self, "imprints", Imprints(self.document))

    def setting(self, identifier: str) -> Setting:
        """Return the setting of a document."""
        if identifier not in self.settings:
            self.learn(self.document(identifier))
        return self.settings[identifier]

    def learn(self, document: Document) -> None:
        """Look at a document that is at hand; the one looked at longest ago may be let go of."""
        if document.id not in self.settings:
            if len(self.settings) >= _AT_HAND:
                del self.settings[next(iter(self.settings))]
            self.settings[document.id] = setting(document)
            self.imprints.learn(document)

    def marks(self, statement: Statement, meaning: bytes | None = None) -> Marks:
        """Return what is compared of a statement, with the vector of its trigger where there is one."""
        return marks(statement, self.setting(statement.document), meaning)


def events(
    statements: Iterable[Statement],
    document: Callable[[str], Document],
    copies: Copies = NO_COPIES,
    judged: Constraints = _NOTHING_JUDGED,
    meanings: Mapping[str, bytes] = _NO_MEANINGS,
) -> list[Event]:
    """Return the events that statements tell of, by the first statement's place in publication.

    `document` gives a document by its id, `meanings` are the vectors of triggers by statement. What neither
    asserts nor denies an event (a threat's content, a wish) is left out. The result does not depend on the
    order of the statements.
    """
    by_id = {one.id: one for one in statements if tells_of_an_event(one)}
    reports, rules = Reports(document), Rules(copies, judged)
    seen = {one.id: reports.marks(one, meanings.get(one.id)) for one in by_id.values()}
    found = [
        composed(cluster, by_id, seen, reports, rules)
        for cluster in clusters.clustered([*seen.values()], rules)
    ]
    return sorted(found, key=lambda one: printed(seen[one.statements[0]]))


def alone(statements: Iterable[Statement]) -> Iterator[Event]:
    """Yield an event for each event statement that is no mere content of another; nothing is put together.

    Which statements count as having happened is for the query that chose them to say.
    """
    for one in statements:
        if one.event and one.content_of is None:
            yield lone(one)


def lone(statement: Statement) -> Event:
    """Return the event of which nothing but `statement` tells: `composed` of one, without its marks."""
    return composing.event([statement], [""], _ONE_REPORT)


def composed(
    cluster: Sequence[str],
    statements: Mapping[str, Statement],
    seen: Mapping[str, Marks],
    reports: Reports,
    rules: Rules,
) -> Event:
    """Return the event of one cluster of ids."""
    ordered = sorted((seen[one] for one in cluster), key=printed)
    told = [statements[one.id] for one in ordered]
    why = reasons([(one, it.trigger.quote) for one, it in zip(ordered, told, strict=True)], rules)
    place = {name: at for at, name in enumerate(dict.fromkeys(it.document for it in told))}
    counted = sources(told, reports.imprints, Copies(rules.copies.of, place))
    return composing.event(told, why, counted)
