"""Judgements of statements and of pairs of them, from the ids that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING, get_args

from jirga.errors import UsageError
from jirga.model import Anchor, Decision, DecisionKind, Statement
from jirga.review.parties import Passage
from jirga.review.values import Changes, changes

if TYPE_CHECKING:
    from jirga.store import Store

#: What can be said of a statement, or of the statements of an event, each by the word that says it.
JUDGEMENTS = ("accept", "reject", "set", "same", "apart", "split")
KINDS: tuple[str, ...] = get_args(DecisionKind)


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
    """Return decisions that these statements are right as they stand."""
    found = [statement_shown(store, one) for one in statements]
    return [Decision("accept", (store.anchor(one.id),), by, why, statement=one) for one in found]


def reject(store: Store, statements: Iterable[str], *, by: str, why: str = "") -> list[Decision]:
    """Return decisions that these statements are wrong and leave the lists."""
    found = [statement_shown(store, one) for one in statements]
    return [Decision("reject", (store.anchor(one.id),), by, why) for one in found]


def edit(
    store: Store, statements: Iterable[str], settings: Sequence[str], *, by: str, why: str = ""
) -> list[Decision]:
    """Return decisions that set fields of these statements; MistakesError tells every wrong setting."""
    return [
        Decision("edit", (store.anchor(it.id),), by, why, changes=_changes(store, it, settings), statement=it)
        for it in (statement_shown(store, one) for one in statements)
    ]


def _changes(store: Store, statement: Statement, settings: Sequence[str]) -> Changes:
    document = store.document(statement.document)
    return changes(settings, Passage(statement, document.text, document.published))


def same(
    store: Store, ones: Iterable[str], others: Iterable[str], *, by: str, why: str = ""
) -> list[Decision]:
    """Return the decision that all these statements tell of one happening."""
    anchors = _anchors(store, [*ones, *others])
    _need_two(anchors, "the same")
    return [Decision("same" if len(anchors) == 2 else "merge", anchors, by, why)]


def apart(
    store: Store, ones: Iterable[str], others: Iterable[str], *, by: str, why: str = ""
) -> list[Decision]:
    """Return decisions that each of `ones` tells of another happening than each of `others`."""
    known, rest = _anchors(store, ones), _anchors(store, others)
    if set(known) & set(rest):
        raise UsageError("a statement cannot be told apart from itself", next_step="name two that differ")
    if len(known) == len(rest) == 1:
        return [Decision("apart", (*known, *rest), by, why)]
    return [Decision("split", (one, *rest), by, why) for one, _ in product(known, (None,)) if rest]


def _anchors(store: Store, statements: Iterable[str]) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(store.anchor(statement_shown(store, one).id) for one in statements))


def _need_two(anchors: Sequence[Anchor], what: str) -> None:
    if len(anchors) < 2:
        raise UsageError(
            f"one statement alone is not {what} as another",
            stage="deciding",
            next_step="name two: jirga decide ID same OTHER-ID",
        )


def undo(store: Store, decision_id: str | None, *, by: str, why: str = "") -> Decision:
    """Return the decision that undoes this one, or where None is named the last that is live.

    An undo can be undone, too. Raises UsageError where there is nothing to undo, or it is undone already.
    """
    if decision_id is None:
        alive = [one for one, live in store.decisions() if live]
        if not alive:
            raise UsageError(
                "there is no decision to undo", next_step="jirga decisions lists what was decided"
            )
        return _undo_of(alive[-1], by, why)
    wanted = store.decision(decision_id)
    known = dict(store.decisions())
    if not known[wanted] and not (wanted.kind == "undo" and _stands(wanted, known)):
        raise UsageError(
            f"{wanted.id} is undone already", next_step="undo the undo to bring it back: jirga decisions"
        )
    return _undo_of(wanted, by, why)


def _undo_of(decision: Decision, by: str, why: str) -> Decision:
    return Decision("undo", decision.anchors, by, why, undoes=decision.id)


def _stands(undo: Decision, known: Iterable[Decision]) -> bool:
    """Whether an undo is not itself undone by one that stands."""
    decisions = list(known)
    return not any(one.undoes == undo.id and _stands(one, decisions) for one in decisions)
