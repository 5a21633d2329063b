"""What the sentences of one document hold, found once, and what every statement made from it shares."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jirga.coding.ascriptions import Ascription, ascriptions
from jirga.coding.attribution import Attribution, attributions, commitment_of, speakers_of
from jirga.coding.figures import FoundFigure, figures
from jirga.model import Factuality, Kind, Reading, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: How sure a statement of this coder starts out; set by hand and no more than a rank until it is calibrated.
CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Parts:
    """A document's analysis under one reading, with its attributions, figures and ascriptions."""

    analysis: Analysis
    reading: Reading
    attributions: tuple[Attribution, ...]
    figures: tuple[FoundFigure, ...]
    ascriptions: tuple[Ascription, ...]

    @classmethod
    def of(cls, analysis: Analysis, reading: Reading) -> Parts:
        """Return the parts of one document."""
        found = attributions(analysis)
        return cls(analysis, reading, found, figures(analysis, found), ascriptions(analysis))

    @property
    def text(self) -> str:
        """The document's text."""
        return self.analysis.document.text

    def statement(
        self,
        kind: Kind,
        clause: Span,
        trigger: Span,
        head: Token,
        factuality: Factuality,
        *,
        granted: bool = False,
        **rest: Any,
    ) -> Statement:
        """Return a statement with its sentence and speakers, and what their cue commits them to.

        `head` is the token that carries it; `rest` are the fields of its kind. No cue around what is
        `granted` commits anybody to it: "denied any part in the bombing" leaves the bombing as it was.
        """
        start, end = trimmed(self.text, head.sent.start_char, head.sent.end_char)
        made = Statement(
            id="",
            kind=kind,
            document=self.analysis.document.id,
            reading=self.reading.id,
            start=clause.start,
            end=clause.end,
            quote=clause.quote,
            sentence=Span.of(self.text, start, end),
            trigger=trigger,
            factuality=factuality if granted else self._committed(factuality, clause, head.i),
            said_by=speakers_of(self.attributions, clause.start, clause.end, head.i, granted=granted),
            coder=self.reading.coder,
            **{"confidence": CONFIDENCE, **rest},
        )
        return replace(made, id=statement_id(made))

    def _committed(self, found: Factuality, clause: Span, token: int) -> Factuality:
        """Add what the nearest reporting cue commits its source to."""
        cue = commitment_of(self.attributions, clause.start, clause.end, token)
        if cue is not None:
            if cue.polarity == "unknown" and found.modality == "asserted":
                found = replace(found, polarity="unknown", modality=cue.modality)
            elif cue.modality != "asserted" and found.modality == "asserted":
                found = replace(found, modality=cue.modality)
            elif cue.polarity == "negated" and found.polarity == "affirmed":
                found = replace(found, polarity="negated")
            if found.certainty == "unstated":
                found = replace(found, certainty=cue.certainty)
        return found


def each_once(made: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements in the order of their triggers, each once.

    Two of one id and code are one, and the later stands. Of two with other codes ("jailed": SANCTION and
    COERCE, with the same parties) both stand: the later keeps the id, the other's hashes its code too.
    """
    told = sorted(made, key=_place)
    last = {one.id: one for one in told}
    found: dict[str, Statement] = {}
    for one in told:
        alone = one.code == last[one.id].code
        kept = one if alone else replace(one, id=statement_id(one, one.code))
        found[kept.id] = kept
    return tuple(sorted(found.values(), key=_place))


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.trigger.start, statement.start, statement.id


def statement_id(statement: Statement, code: str | None = None) -> str:
    """Return the id that hashes a statement's document, kind, spans and reading, and a code where given."""
    people = [f"{p.mention.start}-{p.mention.end}" for p in (*statement.actor, *statement.recipient)]
    trigger = f"{statement.trigger.start}-{statement.trigger.end}"
    spans = [
        f"{statement.start}-{statement.end}",
        trigger,
        *people,
        *(f"{f.mention.start}" for f in statement.figures),
    ]
    told = (statement.document, statement.kind, statement.reading, *spans)
    whole = "\x1f".join(told if code is None else (*told, code))
    return "st_" + hashlib.sha256(whole.encode()).hexdigest()[:24]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of `text[start:end]` without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def spans_of(made: Iterable[Statement]) -> list[Span]:
    """Return every span that statements carry, for checking them against their document."""
    found: list[Span] = []
    for s in made:
        found += [Span(s.start, s.end, s.quote), s.sentence, s.trigger]
        found += [m for m in (s.when.mention, s.where.mention) if m is not None]
        speakers = list(s.said_by)
        for p in (*s.actor, *s.recipient):
            found.append(p.mention)
            speakers += p.said_by
        for f in s.figures:
            found.append(f.mention)
            speakers += f.said_by
        found += [x for k in speakers for x in (k.mention, k.cue, k.content) if x is not None]
    return found
