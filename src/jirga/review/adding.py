"""What a person adds: a statement that the coder missed, with the words of the text that say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.errors import DocumentError, MistakesError, UsageError
from jirga.model import (
    EVENT_TYPES,
    RELATION_TYPES,
    Decision,
    Document,
    EventCode,
    Factuality,
    RelationCode,
    Span,
    Statement,
)
from jirga.review.parties import Passage
from jirga.review.spans import around, nearest, places
from jirga.review.values import changes

if TYPE_CHECKING:
    from jirga.store import Store

#: Letters of a quote shown where it is not found.
_SHOWN = 60


def add(
    store: Store,
    document_id: str,
    *,
    quote: str,
    type_: str,
    settings: Sequence[str] = (),
    trigger: str | None = None,
    by: str,
    why: str = "",
) -> Decision:
    """Return the decision to add an event or a relation that the words `quote` of this document tell.

    `trigger` are the words of the quote that carry it (the whole quote where none are named), `settings`
    fields as in `values.changes`. Raises DocumentError where the words are not found in the text, or in
    several places; UsageError where the record tells it there already; MistakesError for wrong values.
    """
    from jirga.store import edited

    document = store.document_named(document_id)
    clause = located(document, quote)
    word = clause if trigger is None else _within(document, clause, trigger)
    bare = _bare(document, clause, word, type_)
    passage = Passage(bare, document.text, document.published)
    told = edited(bare, changes([f"type={type_}", *settings], passage))
    _check_new(store, told)
    return Decision("add", (store.anchor_for(told, document.text_version),), by, why, statement=told)


def located(document: Document, quote: str) -> Span:
    """Return where a quote stands in the text; DocumentError where it does not, or more than once."""
    found = list(places(document.text, quote))
    if len(found) == 1:
        return found[0]
    shown = quote.strip()[:_SHOWN] + ("…" if len(quote.strip()) > _SHOWN else "")
    if not found:
        raise DocumentError(
            f"“{shown}” does not stand in its text",
            document=document.source,
            stage="adding",
            next_step="copy the words as they stand there: jirga show DOCUMENT --json has the text",
        )
    where = ", ".join(str(one.start) for one in found[:3]) + (" …" if len(found) > 3 else "")
    raise DocumentError(
        f"“{shown}” stands in its text {len(found)} times (at {where})",
        document=document.source,
        stage="adding",
        next_step="quote more of the words around it",
    )


def _within(document: Document, clause: Span, words: str) -> Span:
    found = nearest(clause.quote, words, 0)
    if found is None:
        raise DocumentError(
            f"the trigger “{words}” does not stand in the quote",
            document=document.source,
            stage="adding",
            next_step="name words of the quote with --trigger",
        )
    return Span.of(document.text, clause.start + found.start, clause.start + found.end)


def _bare(document: Document, clause: Span, trigger: Span, type_: str) -> Statement:
    """The statement with nothing set but its words and its type."""
    from jirga.store import passages

    relation, event = type_.lower() in RELATION_TYPES, type_.upper() in EVENT_TYPES
    if not relation and not event:
        raise MistakesError(
            (f"type: {type_!r} is neither of an event nor a relation",),
            document=document.source,
            stage="adding",
            next_step=f"choose among {', '.join((*EVENT_TYPES, *RELATION_TYPES))}",
        )
    return Statement(
        id="",
        kind="relation" if relation else "event",
        document=document.id,
        reading="",
        start=clause.start,
        end=clause.end,
        quote=clause.quote,
        sentence=around(document.text, clause, passages(document.text)),
        trigger=trigger,
        factuality=Factuality(),
        event=EventCode(type_.upper()) if event else None,
        relation=RelationCode(type_.lower()) if relation else None,
    )


def _check_new(store: Store, told: Statement) -> None:
    """Refuse what the record tells already by the same words: that is to be edited, or accepted."""
    from jirga.store import Query

    for one in store.statements(Query(document=told.document, all=True)):
        alike = (one.kind, one.event and one.event.type, one.relation and one.relation.type)
        ours = (told.kind, told.event and told.event.type, told.relation and told.relation.type)
        if alike == ours and one.trigger.start < told.trigger.end and told.trigger.start < one.trigger.end:
            raise UsageError(
                f"the record tells this already, by {one.id}",
                stage="adding",
                next_step=f"jirga decide {one.id} accept, or set what is wrong of it",
            )
