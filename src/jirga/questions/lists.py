"""The plain lists: statements, events, and the timeline with the document behind each line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga import merging
from jirga.merging import tells_of_an_event
from jirga.model import Document, Event, Statement, When

if TYPE_CHECKING:
    from jirga.store import Query, Store

#: Documents kept at hand while a list is put together; a long text is about 50 KB.
_DOCUMENTS_AT_HAND = 256

#: Sorts after every ISO date: what has no date comes last.
_NO_DATE = "~"


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with the document it stands in; on a timeline also the event it tells of.

    `also` are the other statements of that event, or for what is no event those of copies that say it again.
    """

    statement: Statement
    document: Document
    also: tuple[Entry, ...] = ()
    event: Event | None = None

    @property
    def when(self) -> When:
        """When it happened: as the event has it, else as the statement says."""
        return self.event.when if self.event else self.statement.when


def statements(store: Store, query: Query) -> Iterator[Statement]:
    """Yield the statements that answer `query`, in the store's order."""
    return store.statements(query)


def events(store: Store, query: Query, *, copies: bool = False) -> Iterator[Event]:
    """Yield the events of which a statement answers `query`, whole; with `copies` each statement by itself.

    With `query.all` the denied ones come too, with that status; what was only demanded, feared, wished or
    conditional is no event: it stands among the statements.
    """
    if query.kinds and "event" not in query.kinds:
        return
    asked = replace(query, kinds=("event",))
    if copies:
        yield from merging.alone(filter(tells_of_an_event, store.statements(asked)))
    else:
        yield from merging.Events(store).of(store.statement_ids(asked))


def timeline(store: Store, query: Query, *, copies: bool = False) -> list[Entry]:
    """Return what the statements that answer `query` tell, by date; what has no date comes last.

    An event is one entry: the statement that told of it first among those that answer, the others in
    `Entry.also`. What is no event (relations, what is only demanded) is told once for all copies. With
    `copies` every statement is an entry of its own.
    """
    document = documents_of(store)
    found = list(store.statements(replace(query, kinds=query.kinds or ("event",))))
    if copies:
        return sorted((Entry(one, document(one.document)) for one in found), key=_place_in_time)
    entries = list(_of_events(store, [one for one in found if tells_of_an_event(one)], document))
    rest = (one for one in found if not tells_of_an_event(one))
    for told in merging.fold(rest, merging.copies_in(store)):
        also = tuple(Entry(one, document(one.document)) for one in told.copies)
        entries.append(Entry(told.statement, document(told.statement.document), also))
    return sorted(entries, key=_place_in_time)


def _of_events(store: Store, found: list[Statement], document: Callable[[str], Document]) -> Iterator[Entry]:
    """Yield an entry for each event, told by that of the statements found which came first."""
    answering = {one.id: one for one in found}
    for event in merging.Events(store).of(answering):
        first = next(one for one in event.statements if one in answering)
        others = (one for one in event.statements if one != first)
        told = (answering.get(one) or store.statement(one) for one in others)
        also = tuple(Entry(one, document(one.document)) for one in told)
        yield Entry(answering[first], document(answering[first].document), also, event)


def documents_of(store: Store) -> Callable[[str], Document]:
    """Return a function from a document's id to the document, which remembers the last few hundred."""
    return lru_cache(maxsize=_DOCUMENTS_AT_HAND)(store.document)


def _place_in_time(entry: Entry) -> tuple[str, str, str, str, int]:
    when = entry.when
    first, last = when.start or when.end or _NO_DATE, when.end or when.start or _NO_DATE
    return first, last, entry.document.published or _NO_DATE, entry.document.id, entry.statement.start
