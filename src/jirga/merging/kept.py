"""A record's events for those who only read: those it keeps, or where they are behind, worked out now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga.merging.copies import NO_COPIES, Copies
from jirga.merging.events import events
from jirga.merging.keeping import version
from jirga.model import Event

if TYPE_CHECKING:
    from jirga.store import Store

#: Documents kept at hand while events are worked out; a long text is about 50 KB.
_DOCUMENTS_AT_HAND = 256


class Events:
    """The events of a record as it is now, whether or not they are kept up to date in it."""

    def __init__(self, store: Store) -> None:
        """Look whether the record's own events are up to date; work them out where they are not."""
        self._store = store
        self._made = None if store.merged_by() == version() else _worked_out(store)

    def every(self) -> Iterator[Event]:
        """Yield all events, denied ones among them, by id."""
        made = sorted(self._made or (), key=lambda one: one.id)
        yield from self._store.kept_events() if self._made is None else made

    def of(self, statements: Iterable[str]) -> Iterator[Event]:
        """Yield the events that hold any of these statements (ids), in the order of the statements."""
        if self._made is None:
            yield from self._store.kept_events(statements)
            return
        event = {one: it for it in self._made for one in it.statements}
        found = (event[one] for one in statements if one in event)
        yield from {one.id: one for one in found}.values()


def copies_in(store: Store) -> Copies:
    """Return which documents of a record are copies of which, and their order of publication."""
    of: defaultdict[str, set[str]] = defaultdict(set)
    for one in store.copies():
        of[one.one].add(one.other)
        of[one.other].add(one.one)
    if not of:
        return NO_COPIES
    return Copies({one: frozenset(others) for one, others in of.items()}, store.publication_order())


def _worked_out(store: Store) -> list[Event]:
    from jirga.store import Query

    told = list(store.statements(Query(kinds=("event",), all=True)))
    vectors = store.meanings(one.id for one in told)
    document = lru_cache(maxsize=_DOCUMENTS_AT_HAND)(store.document)
    return events(told, document, copies_in(store), store.constraints(), vectors)
