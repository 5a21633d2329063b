"""When things were first reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.model import Event
from jirga.questions.lists import events
from jirga.store import Query
from jirga.store.days import bounds

if TYPE_CHECKING:
    from jirga.store import Store


def reported(store: Store) -> Iterator[tuple[Event, str | None]]:
    """Yield every event that happened according to someone, with the ISO day on which it was first reported.

    The day is None where a document that tells of the event has no day of publication: it may be the first.
    """
    query = Query(kinds=("event",))
    published = {one.id: _day(one.published) for one in store.documents()}
    told_on = {one.id: published.get(one.document) for one in store.statements(query)}
    for event in events(store, query):
        days = [told_on.get(statement) for statement in event.statements]
        known = [day for day in days if day is not None]
        yield event, min(known) if known and len(known) == len(days) else None


def _day(published: str | None) -> str | None:
    first, last = bounds(published)
    return first if first == last else None
