"""Judgements of statements and of pairs of them, from the ids that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from jirga.errors import UsageError
from jirga.model import Anchor, Decision, Statement
from jirga.review.parties import Passage
from jirga.review.values import Changes, changes
from jirga.store import Query

if TYPE_CHECKING:
    from jirga.store import Store

#: What can be said of a statement, or of the statements of an event, each by the word that says it.
JUDGEMENTS = ("accept", "reject", "set", "same", "apart", "split")


class Judge(Protocol):
    """What makes decisions of the statements named, against others where it judges pairs."""

    def __call__(
        self, store: Store, ones: Sequence[str], others: Sequence[str], *, by: str, why: str
    ) -> list[Decision]:
        """Return the decisions."""


def judgement(name: str | None, values: Sequence[str]) -> Judge:
    """Return what judges by this name; UsageError for an unknown one, or values that do not fit it."""
    if name not in JUDGEMENTS:
        raise UsageError(
            f"{name!r} is no judgement" if name else "there is no judgement",
            stage="deciding",
            next_step=f"choose among {', '.join(JUDGEMENTS)}: jirga decide ID accept",
        )
    takes = name in ("set", "same", "apart")
    if bool(values) != takes:
        what = "FIELD=VALUE" if name == "set" else "the other statement or event"
        raise UsageError(
            f"{name} needs {what}" if takes else f"{name} takes nothing behind it ({' '.join(values)})",
            stage="deciding",
            next_step="jirga decide --help shows how",
        )
    if name == "set":
        return lambda store, ones, _, *, by, why: edit(store, ones, values, by=by, why=why)
    if name in ("accept", "reject"):
        alone = accept if name == "accept" else reject
        return lambda store, ones, _, *, by, why: alone(store, ones, by=by, why=why)
    return same if name == "same" else apart


def statement_shown(store: Store, statement_id: str) -> Statement:
    """Return the statement that stands for this one now: itself, one by people, or itself though rejected.

    Raises NotFoundError, or UsageError for one of an earlier reading, which no list shows.
    """
    asked = store.statement(statement_id)
    shown = store.shown_as(asked.id)
    if shown is not None and shown != asked.id:
        return store.statement(shown)
    if shown is None and not store.is_current(asked.reading):
        raise UsageError(
            f"{asked.id} is of an earlier reading of its document",
            stage="deciding",
            next_step="take the id of what the record tells there now: jirga statements --document "
            f"{asked.document[:12]} --all",
        )
    return asked


def accept(store: Store, statements: Iterable[str], *, by: str, why: str = "") -> list[Decision]:
    """Return decisions that these statements are right as they stand.

    One that people confirmed and the coder no longer tells is added by this: then it needs no coder.
    """
    unfounded = {one.anchors[at] for one, at in store.lost()}
    return [
        Decision("add" if anchor in unfounded else "accept", (anchor,), by, why, statement=it)
        for it, anchor in _aimed(store, statements)
    ]


def reject(store: Store, statements: Iterable[str], *, by: str, why: str = "") -> list[Decision]:
    """Return decisions that these statements are wrong and leave the lists."""
    return [Decision("reject", (anchor,), by, why) for _, anchor in _aimed(store, statements)]


def edit(
    store: Store, statements: Iterable[str], settings: Sequence[str], *, by: str, why: str = ""
) -> list[Decision]:
    """Return decisions that set fields of these statements; MistakesError tells every wrong setting."""
    return [
        Decision("edit", (anchor,), by, why, changes=_changes(store, it, settings), statement=it)
        for it, anchor in _aimed(store, statements)
    ]


def told_again(store: Store, statement_id: str) -> list[str]:
    """Return the statements that say the same in copies of its document, in the same sentence."""
    it = statement_shown(store, statement_id)
    pairs = ((one.one, one.other) for one in store.copies())
    copies = {other for one in pairs if it.document in one for other in one} - {it.document}
    near = (
        one
        for document in sorted(copies)
        for one in store.statements(Query(document=document, kinds=(it.kind,), all=True))
    )
    return [one.id for one in near if _words(one) == _words(it)]


def _words(it: Statement) -> tuple[object, ...]:
    """What does not differ between a statement and the same one of a copy."""
    place = it.trigger.start - it.sentence.start
    return (
        it.sentence.quote,
        place,
        it.trigger.quote,
        it.event and it.event.type,
        it.relation and it.relation.type,
    )


def _aimed(store: Store, statements: Iterable[str]) -> Iterator[tuple[Statement, Anchor]]:
    for identifier in statements:
        it = statement_shown(store, identifier)
        yield it, store.anchor(it.id)


def _changes(store: Store, statement: Statement, settings: Sequence[str]) -> Changes:
    document = store.document(statement.document)
    return changes(settings, Passage(statement, document.text, document.published))


def same(
    store: Store, ones: Sequence[str], others: Sequence[str], *, by: str, why: str = ""
) -> list[Decision]:
    """Return the decision that all these statements tell of one happening."""
    anchors = _anchors(store, [*ones, *others])
    _need_two(anchors, "the same")
    return [Decision("same" if len(anchors) == 2 else "merge", anchors, by, why)]


def apart(
    store: Store, ones: Sequence[str], others: Sequence[str], *, by: str, why: str = ""
) -> list[Decision]:
    """Return decisions that each of `ones` tells of another happening than each of `others`."""
    known, rest = _anchors(store, ones), _anchors(store, others)
    if not rest:
        raise UsageError(
            "there is nothing that it could be told apart from",
            stage="deciding",
            next_step="its event has no other statement: name another with jirga decide ID apart OTHER-ID",
        )
    if set(known) & set(rest):
        raise UsageError("a statement cannot be told apart from itself", next_step="name two that differ")
    if len(known) == len(rest) == 1:
        return [Decision("apart", (*known, *rest), by, why)]
    return [Decision("split", (one, *rest), by, why) for one in known]


def _anchors(store: Store, statements: Iterable[str]) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(anchor for _, anchor in _aimed(store, statements)))


def _need_two(anchors: Sequence[Anchor], what: str) -> None:
    if len(anchors) < 2:
        raise UsageError(
            f"one statement alone is not {what} as another",
            stage="deciding",
            next_step="name two: jirga decide ID same OTHER-ID",
        )


def undo(store: Store, decision_id: str | None, *, by: str, why: str = "") -> list[Decision]:
    """Return the decision that undoes this one, or where None is named those that undo the last act.

    The last act is the last decision that is live, with what was decided at once with it: of an event's
    statements, or of a statement and of what copies say again.

    An undo can be undone, too. Raises UsageError where there is nothing to undo, or it is undone already.
    """
    if decision_id is None:
        alive = [one for one, live in store.decisions() if live]
        if not alive:
            raise UsageError("there is no decision to undo", next_step="jirga decisions lists them all")
        return [_undo_of(one, by, why) for one in alive if (one.at, one.by) == (alive[-1].at, alive[-1].by)]
    wanted = store.decision(decision_id)
    known = dict(store.decisions())
    if not known[wanted] and not (wanted.kind == "undo" and _stands(wanted, known)):
        raise UsageError(
            f"{wanted.id} is undone already", next_step="undo the undo to bring it back: jirga decisions"
        )
    return [_undo_of(wanted, by, why)]


def _undo_of(decision: Decision, by: str, why: str) -> Decision:
    return Decision("undo", decision.anchors, by, why, undoes=decision.id)


def _stands(undo: Decision, known: Iterable[Decision]) -> bool:
    """Whether an undo is not itself undone by one that stands."""
    decisions = list(known)
    return not any(one.undoes == undo.id and _stands(one, decisions) for one in decisions)
