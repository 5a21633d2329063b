"""What each label of a passage stands for: its brackets in the text, its definition, its statement line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from corpus.definitions import Definition, EntityDef, role_of
from corpus.markup import Bracket, Source
from corpus.nouns import Fault
from corpus.sentences import sentence_at
from corpus.statement_lines import StatementDef
from jirga.model import Document, Span

_Kind = TypeVar("_Kind")

#: Roles whose label needs a definition line, and those that may stand in the text more than once.
_DEFINED = frozenset({"entity", "time", "place", "figure", "content"})
_REPEATED = frozenset({"entity", "place", ""})


def entity_id(entity: EntityDef) -> str | None:
    """Return the corpus's own id of a named entity: `x-` and its name in plain letters; None if unnamed."""
    return "x-" + re.sub(r"[^a-z0-9]+", "-", entity.name.lower()).strip("-") if entity.name else None


class Labels:
    """The labels of one passage. Looking one up that is not there adds to `faults` and returns None."""

    def __init__(
        self,
        source: Source,
        document: Document,
        sentences: tuple[tuple[int, int], ...],
        definitions: Mapping[str, tuple[int, Definition]],
        lines: Sequence[StatementDef],
    ) -> None:
        """Take what was parsed, and check that text and lines name each other."""
        self.source, self.document, self.sentences = source, document, sentences
        self.definitions = {label: made for label, (_, made) in definitions.items()}
        self.defined_at = {label: line for label, (line, _) in definitions.items()}
        self.lines = {line.number: line for line in lines}
        self.brackets: dict[str, list[Bracket]] = {}
        for bracket in source.brackets:
            self.brackets.setdefault(bracket.label, []).append(bracket)
        self.faults: list[Fault] = []
        self._check_lines(lines)
        self._check_brackets()
        self._check_definitions()

    def fault(self, line: int, what: str, step: str = "") -> None:
        """Note what is wrong in a line of the file."""
        self.faults.append(Fault(self.source.file, line, what, step))

    def _check_lines(self, lines: Sequence[StatementDef]) -> None:
        numbers = [line.number for line in lines]
        for line in lines:
            name = f"statement {line.number}"
            if numbers.count(line.number) > 1:
                self.fault(line.line, f"{name} stands twice", "number each statement once")
            if line.number not in self.brackets:
                self.fault(
                    line.line, f"{name} has no trigger in the text", f"bracket it: `[{line.number} word]`"
                )

    def _check_brackets(self) -> None:
        for label, found in self.brackets.items():
            role = role_of(label) if label != "?" else ""
            if role == "trigger" and label not in self.lines:
                step = f"add `{label} TYPE | …` under the text"
                self.fault(found[0].line, f"trigger [{label} …] has no statement line", step)
            if role in _DEFINED and label not in self.definitions:
                step = f"add `{label} = …` under the text, or `\\[` for a real bracket"
                self.fault(found[0].line, f"label {label} is not defined", step)
            if role not in _REPEATED and len(found) > 1:
                step = "give the second a label of its own"
                self.fault(found[1].line, f"[{label} …] stands twice in the text", step)

    def _check_definitions(self) -> None:
        """Definitions above the file's first passage need not be used by every one."""
        for label, line in self.defined_at.items():
            if label not in self.brackets and line > self.source.line:
                what = f"label {label} is defined and stands nowhere in the text"
                self.fault(line, what, "bracket it or drop the line")

    def span(self, bracket: Bracket) -> Span:
        """Return a bracket as a span of the document."""
        return Span.of(self.document.text, bracket.start, bracket.end)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence at an offset."""
        return self.sentences[sentence_at(self.sentences, offset)]

    def one(self, label: str, role: str, line: int) -> Bracket | None:
        """Return the only bracket of a label that must have that role."""
        if role_of(label) != role or label not in self.brackets:
            self.fault(line, f"{label} is no {role} bracketed in the text", f"bracket it: `[{label} words]`")
            return None
        return self.brackets[label][0]

    def defined(self, label: str, kind: type[_Kind], line: int) -> _Kind | None:
        """Return the definition of a label that must be of that kind."""
        made = self.definitions.get(label)
        if isinstance(made, kind):
            return made
        self.fault(line, f"{label} is not defined as it is used here", f"add `{label} = …` under the text")
        return None

    def nearest(self, label: str, nth: int | None, anchor: Bracket, line: int) -> Bracket | None:
        """Return the bracket of a label nearest to an anchor, or its `nth` one (from 1) where given.

        One in the anchor's sentence comes first, then one before it, then one after it.
        """
        found = self.brackets.get(label, [])
        if not found or (nth is not None and not 1 <= nth <= len(found)):
            name = f"{label}#{nth}" if nth else label
            self.fault(line, f"{name} is bracketed nowhere in the text", f"bracket it: `[{label} words]`")
            return None
        return found[nth - 1] if nth is not None else min(found, key=lambda one: self._distance(one, anchor))

    def _distance(self, bracket: Bracket, anchor: Bracket) -> tuple[int, int]:
        gap = max(bracket.start - anchor.end, anchor.start - bracket.end, 0)
        if self.sentence(bracket.start) == self.sentence(anchor.start):
            return 0, gap
        return (1 if bracket.start < anchor.start else 2), gap
