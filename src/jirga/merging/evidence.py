"""What contests and truces are worked out from: statements by id, and whose report each document is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jirga.merging.allegiance import Sides
from jirga.merging.copies import NO_COPIES, Copies
from jirga.merging.imprint import Imprint
from jirga.merging.independence import sources
from jirga.model import Speaker, Statement, Voice

#: Sorts after every ISO date: what has no date comes last.
_NO_DATE = "~"


@dataclass(frozen=True)
class Evidence:
    """Statements by id, a way from a document's id to its imprint, and which documents are copies."""

    statements: Mapping[str, Statement]
    imprint: Callable[[str], Imprint]
    copies: Copies = NO_COPIES
    _contents: dict[str, list[Statement]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, statements: Iterable[Statement], imprint: Callable[[str], Imprint], copies: Copies = NO_COPIES
    ) -> Evidence:
        """Return the evidence that `statements` give, whatever their order."""
        it = cls({one.id: one for one in statements}, imprint, copies)
        for one in sorted(it.statements.values(), key=it.place):
            if one.content_of:
                it._contents.setdefault(one.content_of, []).append(one)
        return it

    @cached_property
    def sides(self) -> Sides:
        """On which side parties and speakers stand."""
        return Sides.known_from(self.statements.values())

    def place(self, one: Statement) -> tuple[str, str, int, str]:
        """Return the key by which statements stand in the order of publication, then of the text."""
        return self.imprint(one.document).published or _NO_DATE, one.document, one.start, one.id

    def contents(self, act: str) -> list[Statement]:
        """Return what an act puts forward, in the order of the text."""
        return self._contents.get(act, [])

    @cached_property
    def by_sentence(self) -> Mapping[tuple[str, int], Sequence[Statement]]:
        """The statements of each sentence, by document and where it begins."""
        found: dict[tuple[str, int], list[Statement]] = {}
        for one in self.statements.values():
            found.setdefault((one.document, one.sentence.start), []).append(one)
        return found

    @cached_property
    def accusing(self) -> Mapping[str, Sequence[Statement]]:
        """The accusations that each document reports as made."""
        found: dict[str, list[Statement]] = {}
        for one in self.statements.values():
            if one.event is not None and one.event.type == "ACCUSE" and one.factuality.happened:
                found.setdefault(one.document, []).append(one)
        return found

    def sources(self, statements: Iterable[Statement]) -> int:
        """Return how many independent sources stand behind statements."""
        return sources(statements, self.imprint, self.copies).count

    def voice(
        self, one: Statement, value: str, *, said_by: tuple[Speaker, ...] = (), figure: int | None = None
    ) -> Voice:
        """Return the statement as a voice: its speakers, or those given, with what it says in words."""
        speakers = said_by or one.said_by
        return Voice(one.id, one.document, value, tuple(speaker.name for speaker in speakers), figure)

    def speaker(self, one: Statement, said_by: tuple[Speaker, ...] = ()) -> str:
        """Return who speaks, comparably: the nearest speaker's id or name, else the outlet itself."""
        for speaker in said_by or one.said_by:
            return speaker.entity or " ".join(speaker.name.casefold().split())
        imprint = self.imprint(one.document)
        return f"outlet {imprint.outlet or imprint.document}"

    def speaker_name(self, one: Statement, said_by: tuple[Speaker, ...] = ()) -> str:
        """Return what to call who speaks: the nearest speaker, else the outlet."""
        return next((speaker.name for speaker in said_by or one.said_by), self.imprint(one.document).name)
