"""Every list of the record by its name: a new list is one line here and one in `exports.lists`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from jirga.questions.claims import claims
from jirga.questions.contests import contests, truces
from jirga.questions.decisions import decisions
from jirga.questions.documents import documents
from jirga.questions.entities import entities
from jirga.questions.lists import events, statements
from jirga.questions.quantities import quantities
from jirga.questions.relations import relations

if TYPE_CHECKING:
    from jirga.store import Query, Store

#: The name of a list → how it is asked for: the store, the query, and whether copies get rows of their own.
LISTS: dict[str, Callable[[Store, Query, bool], Iterable[Any]]] = {
    "statements": lambda store, query, _: statements(store, query),
    "events": lambda store, query, copies: events(store, query, copies=copies),
    "entities": lambda store, query, _: entities(store, query),
    "quantities": lambda store, query, copies: quantities(store, query, copies=copies),
    "decisions": lambda store, query, _: decisions(store, document=query.document, everything=True),
    "documents": lambda store, query, _: documents(store, query),
    "relations": lambda store, query, _: relations(store, query),
    "truces": lambda store, query, _: truces(store, query),
    "contests": lambda store, query, _: contests(store, query),
    "claims": lambda store, query, copies: claims(store, query, copies=copies),
}
