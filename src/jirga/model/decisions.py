"""What people decide: judgements of statements, of pairs of them and of documents, and what they aim at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jirga.model.codes import Kind
from jirga.model.statements import Span, Statement

DecisionKind = Literal[
    "accept", "reject", "edit", "add", "same", "apart", "merge", "split", "correct", "withdraw", "undo"
]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision is aimed at, told by the text, so that it is found again after another reading.

    `trigger` and `sentence` are spans into the text of `text_version`; both are None, and `kind` too, where
    the document itself is meant. `code` (event type, relation or measure) and `content` (whether it is the
    content of an act) tell apart statements that share a trigger.
    """

    document: str
    text_version: str
    kind: Kind | None = None
    code: str | None = None
    content: bool = False
    trigger: Span | None = None
    sentence: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement: who, when, why, of what; kept for ever, and retired only by an `undo`.

    `anchors` is one for accept, reject, edit, add, correct and withdraw; all of `same` and `merge` tell of
    one happening, the first of `apart` and `split` tells of another than the rest; an undo has those of the
    decision that it `undoes`. `changes` are pairs of a field and its new value as JSON text, of an edit or a
    correction. `statement` is what was accepted or added, or looked at when it was edited. `at` is UTC, ISO
    8601 to the microsecond, and of two that contradict each other the later stands. `id` (`de_…`) hashes all
    the rest; it and `at` are empty until the record has taken the decision.
    """

    kind: DecisionKind
    anchors: tuple[Anchor, ...]
    by: str
    why: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    statement: Statement | None = None
    undoes: str | None = None
    at: str = ""
    id: str = ""
