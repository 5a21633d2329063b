"""Labels, speakers and typed lines of one passage → its statements in the record's nouns."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpus.definitions import EntityDef, FigureDef, PlaceDef, TimeDef
from corpus.edtf import bounds
from corpus.labels import Labels, entity_id
from corpus.markup import Bracket
from corpus.nouns import Position
from corpus.statement_lines import Part, StatementDef
from corpus.voices import Voices
from jirga.model import (
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


class Assembly:
    """One passage being put together; `events` and `positions` fill as `statements()` runs."""

    def __init__(self, labels: Labels, hand: str) -> None:
        """Take the passage's labels; nothing is resolved yet."""
        self.labels, self.hand = labels, hand
        self.voices = Voices(labels)
        self.events: dict[str, str] = {}
        self.positions: list[Position] = []

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements in the order of their triggers; faults are in `labels.faults`."""
        if self.labels.faults:  # labels that name nothing would only repeat themselves in every statement
            return ()
        lines = self.labels.lines
        made = {number: self._statement(line) for number, line in lines.items()}
        linked = [self._link(lines[number], made) for number in made]
        return tuple(sorted(linked, key=lambda one: (one.trigger.start, one.trigger.end, one.id)))

    def _statement(self, line: StatementDef) -> Statement:
        labels, text = self.labels, self.labels.document.text
        trigger = labels.brackets[line.number][0]
        sentence = labels.sentence(trigger.start)
        figures = self._figures(line, trigger)
        actor = self._participants(line, line.actor, trigger)
        recipient = self._participants(line, line.recipient, trigger)
        when, where = self._when(line, sentence), self._where(line, trigger)
        mentions = [party.mention for party in (*actor, *recipient)] + [figure.mention for figure in figures]
        mentions += [mention for mention in (when.mention, where.mention) if mention]
        start, end = self._clause(line, trigger, sentence, mentions)
        contents = self.voices.around(trigger) if line.by is None else line.by
        return Statement(
            id=self._id(line, trigger),
            kind=line.kind,  # type: ignore[arg-type]
            document=labels.document.id,
            reading="corpus",
            start=start,
            end=end,
            quote=text[start:end],
            sentence=Span.of(text, *sentence),
            trigger=labels.span(trigger),
            factuality=Factuality(**self._factuality(line)),
            event=EventCode(line.code, line.modes, line.contexts) if line.kind == "event" else None,
            relation=RelationCode(line.code, line.since, line.until) if line.kind == "relation" else None,
            quantity=_quantity(line, figures),
            actor=actor,
            recipient=recipient,
            when=when,
            where=where,
            figures=figures,
            said_by=self.voices.chain(contents, line.line),
            confidence=1.0,
            coder=f"hand:{self.hand}",
        )

    def _id(self, line: StatementDef, trigger: Bracket) -> str:
        document = self.labels.document.id
        key = "\x1f".join([document, line.kind, line.code, line.number, str(trigger.start), self.hand])
        return "st_" + hashlib.sha256(key.encode()).hexdigest()[:20]

    def _factuality(self, line: StatementDef) -> dict[str, Any]:
        act = self.labels.lines.get(line.content_of or "")
        return {**(CONTENT_OF.get(act.code, {}) if act else {}), **(line.factuality or {})}

    def _clause(
        self, line: StatementDef, trigger: Bracket, sentence: tuple[int, int], mentions: Sequence[Span]
    ) -> tuple[int, int]:
        """Return the clause: its `s` bracket, else trigger and mentions in the sentence, first to last."""
        own = self.labels.brackets.get(f"s{line.number}")
        if own:
            return own[0].start, own[0].end
        if line.kind == "claim":
            self.labels.fault(
                line.line, f"claim {line.number} has no clause", f"bracket it: `[s{line.number} …]`"
            )
        near = [one for one in mentions if sentence[0] <= one.start and one.end <= sentence[1]]
        starts, ends = [one.start for one in near], [one.end for one in near]
        return min(trigger.start, *starts, trigger.start), max(trigger.end, *ends, trigger.end)

    # --- participants, time, place, figures --------------------------------------------------------------

    def _participants(
        self, line: StatementDef, parts: Sequence[Part], trigger: Bracket
    ) -> tuple[Participant, ...]:
        made = (self._participant(line, part, trigger) for part in parts)
        return tuple(one for one in made if one is not None)

    def _participant(self, line: StatementDef, part: Part, trigger: Bracket) -> Participant | None:
        entity = self.labels.defined(part.label, EntityDef, line.line)
        mention = self.labels.nearest(part.label, part.nth, trigger, line.line)
        if entity is None or mention is None:
            return None
        span = self.labels.span(mention)
        return Participant(
            name=entity.name or span.quote,
            mention=span,
            entity=entity_id(entity),
            country=entity.country,
            sector=entity.sectors[0] if entity.sectors else None,
            other_sectors=entity.sectors[1:],
            said_by=self.voices.chain(part.by, line.line),
            certainty=part.certainty,  # type: ignore[arg-type]
        )

    def _when(self, line: StatementDef, sentence: tuple[int, int]) -> When:
        if line.time is None:
            return When()
        made = self.labels.defined(line.time, TimeDef, line.line)
        bracket = self.labels.one(line.time, "time", line.line)
        if made is None or bracket is None:
            return When()
        start, end = bounds(made.edtf) if made.edtf else (None, None)
        elsewhere = not sentence[0] <= bracket.start < sentence[1]
        basis = "narrative" if elsewhere and made.edtf else made.basis
        return When(made.edtf, start, end, basis, self.labels.span(bracket))  # type: ignore[arg-type]

    def _where(self, line: StatementDef, trigger: Bracket) -> Where:
        if line.place is None:
            return Where()
        made = self.labels.defined(line.place, PlaceDef, line.line)
        bracket = self.labels.nearest(line.place, line.place_nth, trigger, line.line)
        if made is None or bracket is None:
            return Where()
        span, precision = self.labels.span(bracket), made.precision
        return Where(made.name, made.country, precision=precision, mention=span)  # type: ignore[arg-type]

    def _figures(self, line: StatementDef, trigger: Bracket) -> tuple[Figure, ...]:
        made = (self._figure(label, line, trigger) for label in line.figures)
        return tuple(figure for figure in made if figure is not None)

    def _figure(self, label: str, line: StatementDef, trigger: Bracket) -> Figure | None:
        made = self.labels.defined(label, FigureDef, line.line)
        bracket = self.labels.one(label, "figure", line.line)
        if made is None or bracket is None:
            return None
        at = self.labels.defined_at[label]
        whole = self.labels.one(made.part, "figure", at) if made.part else None
        of, entity = self._counted(made.of, bracket, at)
        return Figure(
            measure=made.measure,
            mention=self.labels.span(bracket),
            low=made.low,
            high=made.high,
            approximate=made.approximate,
            of=of,
            entity=entity,
            period=made.period,
            part_of=self.labels.span(whole).quote if whole else None,
            unit=made.unit,
            said_by=self.voices.chain(self._counter(made, bracket, trigger), at),
        )

    def _counted(self, words: str | None, bracket: Bracket, line: int) -> tuple[str | None, str | None]:
        """Return what a figure counts in the text's words, and its entity where `of` is a label."""
        made = self.labels.definitions.get(words or "")
        if words and isinstance(made, EntityDef):
            mention = self.labels.nearest(words, None, bracket, line)
            return (self.labels.span(mention).quote if mention else None), entity_id(made)
        if words and words.lower() not in " ".join(self.labels.document.text.lower().split()):
            step = "use the text's own words, or an entity's label"
            self.labels.fault(line, f"`of {words}`: these words are not in the text", step)
        return words, None

    def _counter(self, made: FigureDef, figure: Bracket, trigger: Bracket) -> tuple[str, ...]:
        """Return whose count a figure is, if not the statement's speaker's: its own content."""
        if made.by is not None:
            return made.by
        inner = self.voices.around(figure)
        return inner[:1] if inner and inner[0] not in self.voices.around(trigger) else ()

    # --- between statements ------------------------------------------------------------------------------

    def _link(self, line: StatementDef, made: dict[str, Statement]) -> Statement:
        """Tie a statement to its act, its event and its contested question."""
        statement = made[line.number]
        if line.event:
            scope = self.labels.source.header.get("story", self.labels.source.id)
            self.events[statement.id] = f"ev-{scope}-{line.event}"
        self._place(line, statement)
        if line.content_of is None:
            return statement
        act, typed = made.get(line.content_of), self.labels.lines.get(line.content_of)
        if act is None or typed is None or typed.code not in CONTENT_OF or act.id == statement.id:
            what = f"statement {line.number} is content of {line.content_of}, which is no act"
            self.labels.fault(line.line, what, f"`of` names a statement of type {', '.join(CONTENT_OF)}")
            return statement
        if line.by is None and not any(speaker.cue == act.trigger for speaker in statement.said_by):
            statement = replace(statement, said_by=self._performer(typed, act, statement))
        return replace(statement, content_of=act.id)

    def _performer(self, typed: StatementDef, act: Statement, content: Statement) -> tuple[Speaker, ...]:
        """Return the chain of an act's content that no bracket marks: its actor, then who told of the act."""
        outward = tuple(one for one in content.said_by if one not in act.said_by) + act.said_by
        if not typed.actor or any(one.mention == act.actor[0].mention for one in outward):
            return outward
        span = Span.of(self.labels.document.text, content.start, content.end)
        who, anchor = typed.actor[0], self.labels.brackets[typed.number][0]
        first = self.voices.voice(who.label, who.nth, anchor, act.trigger, span, typed.line)
        return (first, *outward) if first else outward

    def _place(self, line: StatementDef, statement: Statement) -> None:
        """Note the contested questions that a statement, or one of its figures, is a position on."""
        if line.position:
            self.positions.append(Position(line.position, statement.id))
        for index, label in enumerate(line.figures):
            made = self.labels.definitions.get(label)
            if isinstance(made, FigureDef) and made.position:
                self.positions.append(Position(made.position, statement.id, index))


def _quantity(line: StatementDef, figures: Sequence[Figure]) -> QuantityCode | None:
    if line.kind != "quantity":
        return None
    period = line.period or next((figure.period for figure in figures if figure.period), None)
    return QuantityCode(line.code or None, period)  # type: ignore[arg-type]
