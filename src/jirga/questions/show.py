"""One entry of the record with its evidence: the sentences, each with its document and its speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jirga import merging
from jirga.as_json import decision_to_json, to_json
from jirga.errors import NotFoundError, UsageError
from jirga.model import Contest, Decision, Document, Event, Statement, Truce
from jirga.questions.contests import contests, everything
from jirga.questions.documents import DocumentRow, rows_of
from jirga.questions.entities import EntityRow
from jirga.questions.entities import gather as gather_entities
from jirga.questions.lists import Entry, documents_of
from jirga.questions.naming import bare_name
from jirga.questions.relations import RelationRow
from jirga.questions.relations import gather as gather_relations
from jirga.store import Query

if TYPE_CHECKING:
    from jirga.store import Store

#: Fewer letters of an id than this name too many entries to be worth looking for.
SHORTEST_PREFIX = 4

_KINDS: dict[type, str] = {
    Statement: "statement",
    Event: "event",
    EntityRow: "entity",
    RelationRow: "relation",
    Contest: "contest",
    Truce: "truce",
}

Derived = Event | EntityRow | RelationRow | Contest | Truce
Subject = Statement | Event | EntityRow | RelationRow | Contest | Truce | DocumentRow


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry (`subject`) with the statements behind it; for a statement also the act it belongs to.

    `evidence` of a statement is itself; `act` the act whose content it is; `contents` what it is the act of.
    `decisions` are people's about the statement or document; `instead` is the id of the statement that the
    lists show in this one's stead, None where they show this one, and empty where they show none.
    """

    subject: Subject
    evidence: tuple[Entry, ...]
    act: Entry | None = None
    contents: tuple[Entry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    instead: str | None = None

    @property
    def kind(self) -> str:
        """What the entry is: statement, event, entity, relation, contest, truce or document."""
        return _KINDS.get(type(self.subject), "document")

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return one object: the entry, the statements behind it, and their documents without their texts."""
        told = {one.document.id: to_json(one.document, text=False) for one in self._entries()}
        return {
            "entry": self.kind,
            self.kind: _json(self.subject, text),
            "statements": [to_json(one.statement, text=text) for one in self.evidence],
            "act": to_json(self.act.statement, text=text) if self.act else None,
            "contents": [to_json(one.statement, text=text) for one in self.contents],
            "documents": list(told.values()),
            "decisions": [decision_to_json(one, text=text) for one in self.decisions],
            "instead": self.instead,
        }

    def _entries(self) -> Iterator[Entry]:
        yield from self.evidence
        yield from self.contents
        if self.act:
            yield self.act


def show(store: Store, entry: str) -> Shown:
    """Return the entry with this id: a statement, event, relation, entity or document, by enough of its id.

    An entity is also found by its id of the lexicon (`ttp`) and by a name, in any case; a document by its
    file. Raises NotFoundError
    where nothing has that id and UsageError where several entries do.
    """
    document = documents_of(store)
    with suppress(NotFoundError):
        return _statement(store, store.statement(entry), document)
    with suppress(NotFoundError):
        return _document(store, store.document(entry))
    told = list(store.statements(Query(all=True)))
    try:
        subject = _one(entry, [*(_composite(store, entry) or _derived(store, told))])
    except NotFoundError:
        with suppress(NotFoundError):
            return _document(store, store.document_named(entry))
        raise
    return Shown(subject, tuple(Entry(one, document(one.document)) for one in _evidence(subject, told)))


def _statement(store: Store, statement: Statement, document: Callable[[str], Document]) -> Shown:
    near = list(store.statements(Query(document=statement.document, all=True)))
    entries = {one.id: Entry(one, document(one.document)) for one in near}
    contents = tuple(entries[one.id] for one in near if one.content_of == statement.id)
    itself = Entry(statement, document(statement.document))
    act, shown = entries.get(statement.content_of or ""), store.shown_as(statement.id)
    decisions = tuple(store.decisions_about(statement.id))
    instead = None if shown == statement.id else shown or ""
    return Shown(statement, (itself,), act, contents, decisions, instead)


def _document(store: Store, document: Document) -> Shown:
    asked = Query(document=document.id, all=True)
    (row,) = rows_of(store, [document])
    evidence = tuple(Entry(one, document) for one in store.statements(asked))
    return Shown(row, evidence, decisions=tuple(store.decisions_of(document.id)))


def _composite(store: Store, entry: str) -> list[tuple[str, Derived]]:
    """Contests or truces, where an id of theirs is asked for: no other entry begins like one."""
    if entry.startswith("co_"):
        return [(one.id, one) for one in contests(store, Query(all=True))]
    return [(one.id, one) for one in everything(store)] if entry.startswith("tr_") else []


def _derived(store: Store, statements: list[Statement]) -> Iterator[tuple[str, Derived]]:
    """What is worked out from statements has to be worked out to be found.

    An event of one statement alone, as `events --copies` lists it, comes under the id that it has there.
    """
    together = {one.id: one for one in merging.Events(store).every()}
    yield from together.items()
    yield from (
        (one.id, one)
        for one in merging.alone(filter(merging.tells_of_an_event, statements))
        if one.id not in together
    )
    yield from ((one.id, one) for one in gather_relations(statements))
    yield from ((one.id, one) for one in gather_entities(statements))


def _one(entry: str, subjects: list[tuple[str, Derived]]) -> Derived:
    exact = [subject for known, subject in subjects if known == entry]
    if exact:
        return exact[0]
    found = _by_name(entry, subjects)
    if not found and len(entry) >= SHORTEST_PREFIX:
        found = {known: subject for known, subject in subjects if known.startswith(entry)}
    if not found:
        raise NotFoundError(
            f"no entry has the id {entry}",
            next_step="take an id from a list (jirga timeline, events, entities, documents), or jirga search",
        )
    if len(found) > 1:
        some = f"{', '.join(sorted(found)[:3])}{' …' * (len(found) > 3)}"
        raise UsageError(f"{entry} fits {len(found)} entries: {some}", next_step="give one of these ids")
    return next(iter(found.values()))


def _by_name(name: str, subjects: list[tuple[str, Derived]]) -> dict[str, Derived]:
    """The entities of this name: the usual name of one goes before what others are called now and then."""
    asked = bare_name(name).casefold()
    entities = [one for _, one in subjects if isinstance(one, EntityRow)]
    usual = {one.id: one for one in entities if one.name.casefold() == asked}
    return dict(usual or {one.id: one for one in entities if asked in map(str.casefold, one.names)})


def _evidence(subject: Derived, told: list[Statement]) -> list[Statement]:
    """The statements behind an entry, in the order of the lists; those of an event as they were published."""
    behind = {one: at for at, one in enumerate(_behind(subject))}
    found = [one for one in told if one.id in behind]
    return sorted(found, key=lambda one: behind[one.id]) if isinstance(subject, Event) else found


def _behind(subject: Derived) -> tuple[str, ...]:
    if isinstance(subject, EntityRow):
        return (*subject.as_actor, *subject.as_recipient, *subject.as_speaker)
    return subject.statements


def _json(subject: Subject, text: bool) -> dict[str, Any]:
    if isinstance(subject, Statement | Event | Contest | Truce):
        return to_json(subject, text=text)
    if isinstance(subject, DocumentRow) and text:
        return subject.to_json() | {"text": subject.document.text}
    return subject.to_json(text=text)
