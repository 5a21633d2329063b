"""Our stories as statements with gold clusters: several reports of the same happenings, parts dev and train.

Statements that are no event on their own (the content of an act, what is only demanded, feared or asked) are
not merged; `eligible` tells them from those that are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.build import built, story_objects
from corpus.loading import load
from corpus.nouns import Passage

from jirga.model import Document, Statement

Part = Literal["train", "dev", "test"]


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its passages in order, its gold clusters by name, what it says of copies."""

    name: str
    passages: tuple[Passage, ...]
    events: dict[str, tuple[str, ...]]
    dependent: tuple[dict[str, Any], ...]
    contests: tuple[dict[str, Any], ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The reports' documents."""
        return tuple(one.document for one in self.passages)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The gold event statements of all reports."""
        return tuple(s for one in self.passages for s in one.statements if s.kind == "event")


def stories(part: Part, *, allow_frozen: bool = False) -> list[Story]:
    """Return the stories of one part; the frozen part only with `allow_frozen`, for a final measurement."""
    passages = {one.id: one for one in load(part, allow_frozen=allow_frozen)}
    return [
        Story(
            one["story"],
            tuple(passages[report] for report in one["reports"]),
            {name: tuple(ids) for name, ids in one["events"].items()},
            tuple(one["dependent"]),
            tuple(one["contests"]),
        )
        for one in rows(passages.values())
        if one["part"] == part
    ]


def rows(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """Return the stories that passages tell, as `stories.jsonl` has them, which leaves out the frozen.

    Of its events only what tells of one counts: a relation or total may bear an event's name too.
    """
    told = [one for one in passages if one.story is not None]
    telling = {s.id for one in told for s in one.statements if s.kind == "event"}
    found = list(story_objects(told))
    for one in found:
        kept = {name: [i for i in ids if i in telling] for name, ids in one["events"].items()}
        one["events"] = {name: ids for name, ids in kept.items() if ids}
    return found


def data() -> Path:
    """Return the file of the stories."""
    return built("stories")
