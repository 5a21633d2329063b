"""Brackets and typed lines of one passage → statements, speakers and mentions as spans of its text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpus.edtf import bounds
from corpus.lines import (
    ContentDef,
    Definition,
    EntityDef,
    FigureDef,
    Part,
    PlaceDef,
    StatementDef,
    TimeDef,
    role_of,
)
from corpus.markup import Bracket, Source
from corpus.nouns import Chain, Fault, Position
from corpus.sentences import sentence_at
from jirga.model import (
    Document,
    EventCode,
    Factuality,
    Figure,
    Participant,
    QuantityCode,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)

#: What the content of an act is, where its line does not say otherwise (GUIDELINES, section 6).
CONTENT_OF: dict[str, dict[str, Any]] = {
    "REQUEST": {"modality": "demanded"},
    "THREATEN": {"modality": "intended"},
    "AGREE": {"modality": "intended"},
    "CONCEDE": {"modality": "intended"},
    "REJECT": {"polarity": "negated", "modality": "intended"},
    "ACCUSE": {},
    "SUPPORT": {},
}


def entity_id(name: str) -> str:
    """Return the corpus's own id of a named entity: `x-` and its canonical name in plain letters."""
    return "x-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


class Assembly:
    """One passage being put together; `faults`, `events` and `positions` fill as `statements()` runs."""

    def __init__(
        self,
        source: Source,
        document: Document,
        sentences: tuple[tuple[int, int], ...],
        definitions: dict[str, tuple[int, Definition]],
        lines: Sequence[StatementDef],
        hand: str,
    ) -> None:
        """Take what was parsed; nothing is resolved yet."""
        self.source, self.document, self.sentences, self.hand = source, document, sentences, hand
        self.definitions = {label: made for label, (_, made) in definitions.items()}
        self._defined_at = {label: line for label, (line, _) in definitions.items()}
        self.lines = {line.number: line for line in lines}
        self.brackets: dict[str, list[Bracket]] = {}
        for bracket in source.brackets:
            self.brackets.setdefault(bracket.label, []).append(bracket)
        self.faults: list[Fault] = []
        self.events: dict[str, str] = {}
        self.positions: list[Position] = []
        self._check(lines)

    # --- labels ------------------------------------------------------------------------------------------

    def _fault(self, line: int, what: str, step: str = "") -> None:
        self.faults.append(Fault(self.source.file, line, what, step))

    def _check(self, lines: Sequence[StatementDef]) -> None:
        """Check that brackets, definitions and statement lines name each other."""
        numbers = [line.number for line in lines]
        for line in lines:
            if numbers.count(line.number) > 1:
                self._fault(line.line, f"statement {line.number} stands twice", "number each statement once")
            if line.number not in self.brackets:
                self._fault(
                    line.line,
                    f"statement {line.number} has no trigger in the text",
                    f"bracket it: `[{line.number} word]`",
                )
        for label, found in self.brackets.items():
            role = role_of(label) if label != "?" else ""
            at = found[0].line
            if role == "trigger" and label not in self.lines:
                self._fault(
                    at, f"trigger [{label} …] has no statement line", f"add `{label} TYPE | …` under the text"
                )
            if role in ("entity", "time", "place", "figure", "content") and label not in self.definitions:
                self._fault(
                    at,
                    f"label {label} is not defined",
                    f"add `{label} = …` under the text, or `\\[` for a real bracket",
                )
            if role not in ("entity", "place", "") and len(found) > 1:
                self._fault(
                    found[1].line,
                    f"[{label} …] stands twice in the text",
                    "give the second a number of its own",
                )
        for label, line in self._defined_at.items():
            if label not in self.brackets and line > self.source.line:
                self._fault(
                    line,
                    f"label {label} is defined and stands nowhere in the text",
                    "bracket it or drop the line",
                )

    def _span(self, bracket: Bracket) -> Span:
        return Span.of(self.document.text, bracket.start, bracket.end)

    def _sentence(self, offset: int) -> int:
        return sentence_at(self.sentences, offset)

    def _nearest(self, label: str, nth: int | None, anchor: Bracket, line: int) -> Bracket | None:
        """Return the bracket of a label nearest to an anchor: same sentence first, then before, then after."""
        found = self.brackets.get(label, [])
        if not found or (nth is not None and not 1 <= nth <= len(found)):
            self._fault(
                line,
                f"{label}{f'#{nth}' if nth else ''} is bracketed nowhere in the text",
                f"bracket it: `[{label} words]`",
            )
            return None
        if nth is not None:
            return found[nth - 1]
        home = self._sentence(anchor.start)

        def distance(bracket: Bracket) -> tuple[int, int]:
            gap = max(bracket.start - anchor.end, anchor.start - bracket.end, 0)
            rank = 0 if self._sentence(bracket.start) == home else 1 if bracket.start < anchor.start else 2
            return rank, gap

        return min(found, key=distance)

    def _one(self, label: str, role: str, line: int) -> Bracket | None:
        if role_of(label) != role or label not in self.brackets:
            self._fault(line, f"{label} is no {role} bracketed in the text", f"bracket it: `[{label} words]`")
            return None
        return self.brackets[label][0]

    def _defined(self, label: str, kind: type[Any], line: int) -> Any:
        made = self.definitions.get(label)
        if not isinstance(made, kind):
            self._fault(line, f"{label} is not defined as one", f"add `{label} = …` under the text")
            return None
        return made

    # --- speakers ----------------------------------------------------------------------------------------

    def _contents(self) -> list[tuple[str, Bracket, ContentDef]]:
        """Return the content brackets, outermost first."""
        return [
            (bracket.label, bracket, made)
            for bracket in self.source.brackets
            if isinstance(made := self.definitions.get(bracket.label), ContentDef)
        ]

    def _cue(self, made: ContentDef) -> Bracket | None:
        return self.brackets.get(made.cue, [None])[0] if made.cue else None

    def _around(self, inner: Bracket) -> tuple[str, ...]:
        """Return the labels of the contents a bracket stands in, innermost first; a cue is not in its own."""
        labels = []
        for label, bracket, made in self._contents():
            cue = self._cue(made)
            if bracket is inner or not (bracket.start <= inner.start and inner.end <= bracket.end):
                continue
            if cue is not None and cue.start <= inner.start and inner.end <= cue.end:
                continue
            if inner.label[0] == "k" and (bracket.start, bracket.end) == (inner.start, inner.end):
                order = [one[0] for one in self._contents()]
                if order.index(label) > order.index(inner.label):
                    continue
            labels.append(label)
        return tuple(reversed(labels))

    def speaker(self, label: str, line: int) -> Speaker | None:
        """Return who says the content of that label."""
        made: ContentDef | None = self._defined(label, ContentDef, line)
        bracket = self._one(label, "content", line)
        if made is None or bracket is None:
            return None
        at = self._defined_at[label]
        cue = self._one(made.cue, role_of(made.cue), at) if made.cue else None
        cue_span, content = self._span(cue) if cue else None, self._span(bracket)
        if made.speaker == "?":
            return Speaker("unnamed", "unnamed", cue=cue_span, content=content)
        who, nth = made.speaker, made.nth
        if who[0].isdigit():
            act = self.lines.get(who)
            if act is None or not act.actor:
                self._fault(
                    at, f"{label} = {who}: statement {who} has no actor to be its speaker", "name the speaker"
                )
                return None
            who, nth = act.actor[0].label, act.actor[0].nth
        return self._voice(who, nth, cue or bracket, cue_span, content, at)

    def _voice(
        self, who: str, nth: int | None, anchor: Bracket, cue: Span | None, content: Span | None, line: int
    ) -> Speaker | None:
        entity: EntityDef | None = self._defined(who, EntityDef, line)
        mention = self._nearest(who, nth, anchor, line)
        if entity is None or mention is None:
            return None
        span = self._span(mention)
        name = entity.name or span.quote
        return Speaker(name, entity.kind, _id(entity), span, cue, content)  # type: ignore[arg-type]

    def _speakers(self, labels: Sequence[str], line: int) -> tuple[Speaker, ...]:
        """Return the chain that begins with the labels given and goes on with what they stand in."""
        chain = list(labels)
        if chain and chain[-1] in self.brackets:
            chain += [label for label in self._around(self.brackets[chain[-1]][0]) if label not in chain]
        return tuple(speaker for label in chain if (speaker := self.speaker(label, line)) is not None)

    def attributions(self) -> tuple[tuple[Speaker, ...], ...]:
        """Return every content of the passage with its chain of speakers."""
        return tuple(
            chain
            for label, _, _ in self._contents()
            if (chain := self._speakers([label], self._defined_at[label]))
        )

    def chains(self) -> tuple[Chain, ...]:
        """Return every entity with all brackets of its label."""
        return tuple(
            Chain(
                label,
                made.name or self._span(self.brackets[label][0]).quote,
                _id(made),
                made.country,
                made.sectors,
                made.kind,
                tuple(self._span(bracket) for bracket in self.brackets[label]),
            )
            for label, made in self.definitions.items()
            if isinstance(made, EntityDef) and label in self.brackets
        )

    # --- statements --------------------------------------------------------------------------------------

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements in the order of their triggers; faults are in `faults`."""
        if self.faults:  # labels that name nothing would only repeat themselves in every statement
            return ()
        made = {number: self._statement(line) for number, line in self.lines.items()}
        linked = [self._link(self.lines[number], made) for number in made]
        return tuple(sorted(linked, key=lambda one: (one.trigger.start, one.trigger.end, one.id)))

    def _statement(self, line: StatementDef) -> Statement:
        trigger = self.brackets[line.number][0]
        sentence = self.sentences[self._sentence(trigger.start)]
        when, where = self._when(line, sentence), self._where(line, trigger)
        figures = self._figures(line, trigger)
        actor, recipient = (
            self._participants(line, line.actor, trigger),
            self._participants(line, line.recipient, trigger),
        )
        mentions = [
            one.mention for one in (*actor, *recipient, *figures, when, where) if one.mention is not None
        ]
        start, end = self._clause(line, trigger, sentence, mentions)
        labels = self._around(trigger) if line.by is None else line.by
        key = "\x1f".join(
            [self.document.id, line.kind, line.code, line.number, str(trigger.start), self.hand]
        )
        return Statement(
            id="st_" + hashlib.sha256(key.encode()).hexdigest()[:20],
            kind=line.kind,  # type: ignore[arg-type]
            document=self.document.id,
            reading="corpus",
            start=start,
            end=end,
            quote=self.document.text[start:end],
            sentence=Span.of(self.document.text, *sentence),
            trigger=self._span(trigger),
            factuality=Factuality(**self._factuality(line)),
            event=EventCode(line.code, line.modes, line.contexts) if line.kind == "event" else None,
            relation=RelationCode(line.code, line.since, line.until) if line.kind == "relation" else None,
            quantity=self._quantity(line, figures),
            actor=actor,
            recipient=recipient,
            when=when,
            where=where,
            figures=figures,
            said_by=self._speakers(labels, line.line),
            confidence=1.0,
            coder=f"hand:{self.hand}",
        )

    @staticmethod
    def _quantity(line: StatementDef, figures: Sequence[Figure]) -> QuantityCode | None:
        if line.kind != "quantity":
            return None
        period = line.period or next((figure.period for figure in figures if figure.period), None)
        return QuantityCode(line.code or None, period)  # type: ignore[arg-type]

    def _factuality(self, line: StatementDef) -> dict[str, Any]:
        act = self.lines.get(line.content_of or "")
        return {**(CONTENT_OF.get(act.code, {}) if act else {}), **(line.factuality or {})}

    def _clause(
        self, line: StatementDef, trigger: Bracket, sentence: tuple[int, int], mentions: Sequence[Span]
    ) -> tuple[int, int]:
        own = self.brackets.get(f"s{line.number}")
        if own:
            return own[0].start, own[0].end
        if line.kind == "claim":
            self._fault(line.line, f"claim {line.number} has no clause", f"bracket it: `[s{line.number} …]`")
        near = [one for one in mentions if sentence[0] <= one.start and one.end <= sentence[1]]
        return min([trigger.start, *(one.start for one in near)]), max(
            [trigger.end, *(one.end for one in near)]
        )

    def _participants(
        self, line: StatementDef, parts: Sequence[Part], trigger: Bracket
    ) -> tuple[Participant, ...]:
        made = []
        for part in parts:
            entity: EntityDef | None = self._defined(part.label, EntityDef, line.line)
            mention = self._nearest(part.label, part.nth, trigger, line.line)
            if entity is None or mention is None:
                continue
            span = self._span(mention)
            made.append(
                Participant(
                    entity.name or span.quote,
                    span,
                    _id(entity),
                    entity.country,
                    entity.sectors[0] if entity.sectors else None,
                    entity.sectors[1:],
                    None,
                    self._speakers(part.by, line.line),
                    part.certainty,  # type: ignore[arg-type]
                )
            )
        return tuple(made)

    def _when(self, line: StatementDef, sentence: tuple[int, int]) -> When:
        if line.time is None:
            return When()
        made: TimeDef | None = self._defined(line.time, TimeDef, line.line)
        bracket = self._one(line.time, "time", line.line)
        if made is None or bracket is None:
            return When()
        start, end = bounds(made.edtf) if made.edtf else (None, None)
        elsewhere = not sentence[0] <= bracket.start < sentence[1]
        basis = "narrative" if elsewhere and made.edtf else made.basis
        return When(made.edtf, start, end, basis, self._span(bracket))  # type: ignore[arg-type]

    def _where(self, line: StatementDef, trigger: Bracket) -> Where:
        if line.place is None:
            return Where()
        made: PlaceDef | None = self._defined(line.place, PlaceDef, line.line)
        bracket = self._nearest(line.place, line.place_nth, trigger, line.line)
        if made is None or bracket is None:
            return Where()
        return Where(made.name, made.country, precision=made.precision, mention=self._span(bracket))  # type: ignore[arg-type]

    def _figures(self, line: StatementDef, trigger: Bracket) -> tuple[Figure, ...]:
        return tuple(
            figure for label in line.figures if (figure := self._figure(label, line, trigger)) is not None
        )

    def _figure(self, label: str, line: StatementDef, trigger: Bracket) -> Figure | None:
        made: FigureDef | None = self._defined(label, FigureDef, line.line)
        bracket = self._one(label, "figure", line.line)
        if made is None or bracket is None:
            return None
        at = self._defined_at[label]
        whole = self._one(made.part, "figure", at) if made.part else None
        of, entity = self._counted(made.of, bracket, at)
        own = made.by if made.by is not None else self._own_voice(bracket, trigger)
        return Figure(
            made.measure,
            self._span(bracket),
            made.low,
            made.high,
            made.approximate,
            of,
            entity,
            made.period,
            self._span(whole).quote if whole else None,
            made.unit,
            self._speakers(own, at),
        )

    def _counted(self, words: str | None, bracket: Bracket, line: int) -> tuple[str | None, str | None]:
        """Return what a figure counts in the text's words, and its entity where `of` is a label."""
        made = self.definitions.get(words or "")
        if words and isinstance(made, EntityDef):
            mention = self._nearest(words, None, bracket, line)
            return (self._span(mention).quote if mention else None), _id(made)
        if words and words.lower() not in " ".join(self.document.text.lower().split()):
            self._fault(
                line,
                f"`of {words}`: these words are not in the text",
                "use the text's own words, or an entity's label",
            )
        return words, None

    def _own_voice(self, figure: Bracket, trigger: Bracket) -> tuple[str, ...]:
        """Return the contents a figure stands in and its statement's trigger does not: someone else's count."""
        around = self._around(trigger)
        inner = self._around(figure)
        return inner[:1] if inner and inner[0] not in around else ()

    def _link(self, line: StatementDef, made: dict[str, Statement]) -> Statement:
        """Tie a statement to its act, its event and its contested question."""
        statement = made[line.number]
        if line.event:
            self.events[statement.id] = f"ev-{self.source.header.get('story', self.source.id)}-{line.event}"
        self._positions(line, statement)
        if line.content_of is None:
            return statement
        act, typed = made.get(line.content_of), self.lines.get(line.content_of)
        if act is None or typed is None or typed.code not in CONTENT_OF:
            step = f"`of` names a statement of type {', '.join(CONTENT_OF)}"
            self._fault(
                line.line, f"statement {line.number} is content of {line.content_of}, which is no act", step
            )
            return statement
        if line.by is None and not any(speaker.cue == act.trigger for speaker in statement.said_by):
            statement = replace(statement, said_by=self._performer(typed, act, statement))
        return replace(statement, content_of=act.id)

    def _performer(self, typed: StatementDef, act: Statement, content: Statement) -> tuple[Speaker, ...]:
        """Return the chain of an act's content that no bracket marks: its actor, then who told of the act."""
        outward = tuple(speaker for speaker in content.said_by if speaker not in act.said_by) + act.said_by
        if not typed.actor or any(speaker.mention == act.actor[0].mention for speaker in outward):
            return outward
        span = Span.of(self.document.text, content.start, content.end)
        anchor = self.brackets[typed.number][0]
        first = self._voice(typed.actor[0].label, typed.actor[0].nth, anchor, act.trigger, span, typed.line)
        return (first, *outward) if first else outward

    def _positions(self, line: StatementDef, statement: Statement) -> None:
        asked: list[tuple[str, int | None]] = [(line.position, None)] if line.position else []
        for index, label in enumerate(line.figures):
            made = self.definitions.get(label)
            if isinstance(made, FigureDef) and made.position:
                asked.append((made.position, index))
        self.positions += [Position(question, statement.id, index) for question, index in asked]


def _id(entity: EntityDef) -> str | None:
    return entity_id(entity.name) if entity.name else None
