"""One sitting of review: the queue gone through, each matter judged or left, each judgement taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from jirga.errors import UsageError
from jirga.model import Decision, Problem
from jirga.review.queue import Item


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of deciding: the decisions as the record has them, and documents read again for their date.

    `left` are sources of documents that are to be read again and were not, since another coder or lexicon had
    read them; `problems` what reading them again could not do.
    """

    decisions: tuple[Decision, ...] = ()
    read_again: int = 0
    left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Decider(Protocol):
    """Who takes decisions: `jirga.record.Record`."""

    def decide(self, entry: str, judgement: str, values: Sequence[str], *, by: str, why: str) -> Decided:
        """Judge an entry."""

    def undo(self, decision: str, *, by: str, why: str) -> Decided:
        """Undo a decision."""

    def correct(self, document: str, *, by: str) -> Decided:
        """Correct nothing of a document, but read it again where that is due."""


#: What can be done with a matter, by why it stands in the queue.
CHOICES: dict[str, tuple[str, ...]] = {
    "statement": ("accept", "reject", "edit"),
    "merge": ("same", "apart"),
    "lost": ("accept", "undo"),
    "date": ("accept",),
}


@dataclass(slots=True)
class Session:
    """The matters of one sitting, and the decisions taken so far with the matter that each was about."""

    items: list[Item]
    decider: Decider
    by: str
    why: str = ""
    taken: list[tuple[int, tuple[Decision, ...]]] = field(default_factory=list)

    def choices(self, at: int) -> tuple[str, ...]:
        """Return what can be done with the matter at this place."""
        item = self.items[at]
        known = CHOICES[item.reason]
        return known if item.reason != "lost" or item.statement else ("undo",)

    def take(self, at: int, choice: str, settings: Sequence[str] = ()) -> Decided:
        """Judge the matter at this place; returns what came of it.

        Raises UsageError for a choice that it does not leave, MistakesError for wrong settings of an edit.
        """
        if choice not in self.choices(at):
            raise UsageError(f"{choice} is no choice here", next_step=f"choose {', '.join(self.choices(at))}")
        made = self._taken(self.items[at], choice, settings)
        self.taken.append((at, made.decisions))
        return made

    def back(self) -> int | None:
        """Take back the last judgement of this sitting; returns the place of its matter, None for none."""
        if not self.taken:
            return None
        at, made = self.taken.pop()
        for one in reversed(made):
            self.decider.undo(one.id, by=self.by, why="taken back in review")
        return at

    def _taken(self, item: Item, choice: str, settings: Sequence[str]) -> Decided:
        if item.reason == "date":
            return self.decider.correct(item.document, by=self.by)
        if choice == "undo" and item.decision:
            return self.decider.undo(item.decision.id, by=self.by, why=self.why)
        entry = item.statement.id if item.statement else ""
        values = (item.other.id,) if item.other else tuple(settings)
        judgement = "set" if choice == "edit" else choice
        return self.decider.decide(entry, judgement, values, by=self.by, why=self.why)
