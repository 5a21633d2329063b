"""The plain lists: statements, events, and the timeline with the document behind each line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga import merging
from jirga.merging import Copies
from jirga.model import Document, Event, Statement

if TYPE_CHECKING:
    from jirga.store import Query, Store

#: Documents kept at hand while a list is put together; a long text is about 50 KB.
_DOCUMENTS_AT_HAND = 256

#: Sorts after every ISO date: what has no date comes last.
_NO_DATE = "~"


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with the document it stands in, and the same of the copies that say it again."""

    statement: Statement
    document: Document
    also: tuple[Entry, ...] = ()


def statements(store: Store, query: Query) -> Iterator[Statement]:
    """Yield the statements that answer `query`, in the store's order."""
    return store.statements(query)


def events(store: Store, query: Query, *, copies: bool = False) -> Iterator[Event]:
    """Yield the events told by the statements that answer `query`, those of copies once, or each (`copies`).

    With `query.all` the denied ones come too, with that status; what was only demanded, feared, wished or
    conditional is no event: it stands among the statements.
    """
    known = merging.NO_COPIES if copies else copies_in(store)
    return events_of(store.statements(replace(query, kinds=("event",))), known)


def events_of(statements: Iterable[Statement], copies: Copies = merging.NO_COPIES) -> Iterator[Event]:
    """Yield the events told by `statements`, leaving out those that neither assert nor deny one."""
    return merging.events((one for one in statements if one.happened or _denied(one)), copies)


def timeline(store: Store, query: Query, *, copies: bool = False) -> list[Entry]:
    """Return the events told, a statement each, by date of the event; those without a date come last.

    What copies of a document say again stands in `Entry.also`, or with `copies` as entries of its own.
    """
    document = documents_of(store)
    found = store.statements(replace(query, kinds=query.kinds or ("event",)))
    known = merging.NO_COPIES if copies else copies_in(store)
    entries = (
        Entry(
            told.statement,
            document(told.statement.document),
            tuple(Entry(one, document(one.document)) for one in told.copies),
        )
        for told in merging.fold(found, known)
    )
    return sorted(entries, key=_place_in_time)


def copies_in(store: Store) -> Copies:
    """Return which documents of the record are copies of which, as `merging.fold` takes it."""
    pairs = [(one.one, one.other) for one in store.copies()]
    if not pairs:
        return merging.NO_COPIES
    of: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        of[one].add(other)
        of[other].add(one)
    return Copies({one: frozenset(others) for one, others in of.items()}, store.publication_order())


def documents_of(store: Store) -> Callable[[str], Document]:
    """Return a function from a document's id to the document, which remembers the last few hundred."""
    return lru_cache(maxsize=_DOCUMENTS_AT_HAND)(store.document)


def _denied(statement: Statement) -> bool:
    said = statement.factuality
    return said.polarity == "negated" and said.modality == "asserted" and statement.content_of is None


def _place_in_time(entry: Entry) -> tuple[str, str, str, str, int]:
    when = entry.statement.when
    first, last = when.start or when.end or _NO_DATE, when.end or when.start or _NO_DATE
    return first, last, entry.document.published or _NO_DATE, entry.document.id, entry.statement.start
