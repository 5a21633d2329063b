"""One document's analysis → its statements: the questions of this room put together, in text order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jirga.coding import acts
from jirga.coding.ascriptions import Ascription, ascriptions
from jirga.coding.attribution import Attribution, attributions, commitment_of, speakers_of
from jirga.coding.circumstances import Circumstances
from jirga.coding.factuality import read_noun, read_verb
from jirga.coding.figures import FoundFigure, figures
from jirga.coding.quantities import QuantityDraft, quantities
from jirga.coding.relations import relations
from jirga.coding.roles import RoleFinder, Roles
from jirga.coding.triggers import Trigger, triggers
from jirga.lexicon.contexts import contexts_of
from jirga.lexicon.events import event_lexicon
from jirga.model import (
    EventCode,
    Factuality,
    Figure,
    Kind,
    Participant,
    QuantityCode,
    Reading,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: An event dated this many days before publication is told as history (PLOVER's auxiliary mode `historical`).
HISTORICAL_DAYS = 365
_HARM = frozenset({"killed", "injured", "casualties"})
_CLAUSE_EDGES = frozenset({"punct", "cc", "mark"})
#: How sure a statement of this coder starts out, and what adds to or takes from it; set by hand and no more
#: than a rank until it is calibrated on annotated text.
_CONFIDENCE = {"start": 0.5, "actor": 0.12, "recipient": 0.08, "frame": 0.08, "noun": -0.08, "bare": -0.2}


@dataclass(slots=True)
class _Parts:
    """What the sentences of one document hold, found once."""

    analysis: Analysis
    reading: Reading
    attributions: tuple[Attribution, ...]
    figures: tuple[FoundFigure, ...]
    ascriptions: tuple[Ascription, ...]
    triggers: list[Trigger]
    roles: RoleFinder
    circumstances: Circumstances


def statements(analysis: Analysis, reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of one document in the order of their triggers, each id once."""
    found = attributions(analysis)
    marked = triggers(analysis)
    people = event_lexicon().classes["people"] | event_lexicon().classes["crowd"]
    cues = [a.cue_head for a in found if a.cue_head is not None and a.voices]
    parts = _Parts(
        analysis,
        reading,
        found,
        figures(analysis, found),
        ascriptions(analysis),
        marked,
        RoleFinder(analysis, people),
        Circumstances(analysis, marked, cues),
    )
    counted = quantities(analysis, parts.figures)
    parts.triggers = _without(parts.triggers, counted)
    made = [*_events(parts), *_quantities(parts, counted), *_relations(parts)]
    return tuple({s.id: s for s in sorted(made, key=lambda s: (s.trigger.start, s.start, s.id))}.values())


def _without(found: list[Trigger], counted: Sequence[QuantityDraft]) -> list[Trigger]:
    """Drop triggers that only carry a total or a trend: "80,000 have been killed in two decades" is no event."""
    heads = {d.head for d in counted}
    verbs = {f.verb for d in counted for f in d.figures if f.verb is not None}
    return [t for t in found if t.token.i not in heads | verbs]


def _quantities(parts: _Parts, counted: Sequence[QuantityDraft]) -> list[Statement]:
    text = parts.analysis.document.text
    made = []
    for draft in counted:
        head = parts.analysis.doc[draft.head]
        reader = read_verb(head) if head.pos_ in {"VERB", "AUX"} else read_noun(head, None)
        when = When(
            draft.period,
            *_days(parts, draft.period_span),
            "stated" if draft.period else "unknown",
            draft.period_span,
        )
        made.append(
            _statement(
                parts,
                "quantity",
                Span.of(text, draft.start, draft.end),
                draft.trigger,
                head,
                reader.result(),
                quantity=QuantityCode(draft.trend, draft.period),
                when=when,
                figures=tuple(f.figure for f in draft.figures),
                decided_by=("quantity: total or trend over a period",),
            )
        )
    return made


def _days(parts: _Parts, span: Span | None) -> tuple[str | None, str | None]:
    """Return the first and last day of the time expression at `span`."""
    for time in parts.analysis.times:
        if span is not None and time.start < span.end and span.start < time.end:
            return time.first, time.last
    return None, None


def _relations(parts: _Parts) -> list[Statement]:
    text = parts.analysis.document.text
    made = []
    for draft in relations(parts.analysis):
        ends = [
            parts.roles.participants(parts.analysis.doc[parts.analysis.mentions[i].head])
            for i in (draft.subject, draft.object)
        ]
        if not all(ends) or ends[0][0].mention == ends[1][0].mention:
            continue
        head = parts.analysis.doc[draft.head]
        since = draft.since.edtf if draft.since else None
        until = draft.until.edtf if draft.until else None
        code = RelationCode(draft.type, since, until)
        factuality = Factuality(aspect="ended" if draft.ended else "unstated", historical=draft.ended)
        made.append(
            _statement(
                parts,
                "relation",
                Span.of(text, draft.start, draft.end),
                draft.trigger,
                head,
                factuality,
                relation=code,
                actor=tuple(ends[0][:1]),
                recipient=tuple(ends[1][:1]),
                decided_by=(f"relation: {draft.trigger.quote}",),
            )
        )
    return made


def _statement(
    parts: _Parts, kind: Kind, clause: Span, trigger: Span, head: Token, factuality: Factuality, **rest: Any
) -> Statement:
    """Return a quantity or relation statement with its speakers and what their cue commits them to."""
    sentence = head.sent
    first, last = _trimmed(parts.analysis.document.text, sentence.start_char, sentence.end_char)
    made = Statement(
        id="",
        kind=kind,
        document=parts.analysis.document.id,
        reading=parts.reading.id,
        start=clause.start,
        end=clause.end,
        quote=clause.quote,
        sentence=Span.of(parts.analysis.document.text, first, last),
        trigger=trigger,
        factuality=_committed(parts, factuality, clause.start, clause.end, head.i),
        said_by=speakers_of(parts.attributions, clause.start, clause.end, head.i),
        confidence=_CONFIDENCE["start"],
        coder=parts.reading.coder,
        **rest,
    )
    return replace(made, id=statement_id(made))


def _events(parts: _Parts) -> list[Statement]:
    by_token = {word.i: t for t in parts.triggers for word in (t.token, *t.also)}
    made: dict[int, Statement] = {}
    enclosing: dict[int, int] = {}
    for trigger in parts.triggers:
        act = acts.enclosing_act(trigger, by_token)
        if act is not None:
            enclosing[trigger.token.i] = act.token.i
        statement = _event(parts, trigger, content=act is not None)
        if statement is not None:
            made[trigger.token.i] = statement
    return [
        _with_act(s, made.get(enclosing.get(i, -1)))
        for i, s in made.items()
        if not _orphan(i, enclosing, made)
    ]


def _orphan(token: int, enclosing: dict[int, int], made: dict[int, Statement]) -> bool:
    """Whether a statement is content of an act that came to nothing itself and so cannot be named."""
    return token in enclosing and enclosing[token] not in made


def _with_act(statement: Statement, act: Statement | None) -> Statement:
    return statement if act is None else replace(statement, content_of=act.id)


def _event(parts: _Parts, trigger: Trigger, *, content: bool) -> Statement | None:
    roles = parts.roles.roles(trigger)
    start, end = _clause(trigger)
    chain = speakers_of(parts.attributions, start, end, trigger.token.i)
    if not content:
        trigger = acts.folded(trigger, speaks_for_doer=_speaks_for(parts, trigger, roles, chain))
    own = _figures(parts, trigger)
    roles = _ascribed(parts, trigger, roles)
    if not (roles.actor or roles.recipient or own) and not _stands_alone(trigger):
        return None
    spans = frozenset(p.mention for p in (*roles.actor, *roles.recipient))
    when = parts.circumstances.when(trigger)
    text = parts.analysis.document.text
    sentence = trigger.token.sent
    first, last = _trimmed(text, sentence.start_char, sentence.end_char)
    statement = Statement(
        id="",
        kind="event",
        document=parts.analysis.document.id,
        reading=parts.reading.id,
        start=start,
        end=end,
        quote=text[start:end],
        sentence=Span.of(text, first, last),
        trigger=Span.of(text, trigger.token.idx, trigger.token.idx + len(trigger.token)),
        factuality=_factuality(parts, trigger, start, end, when),
        event=EventCode(trigger.type, trigger.modes, contexts_of(t.lemma_.lower() for t in sentence)),
        actor=roles.actor,
        recipient=roles.recipient,
        when=when,
        where=parts.circumstances.where(trigger, spans),
        figures=own,
        said_by=chain,
        confidence=_confidence(trigger, roles),
        coder=parts.reading.coder,
        decided_by=_decided(trigger),
    )
    return replace(statement, id=statement_id(statement))


def statement_id(statement: Statement) -> str:
    """Return the id that hashes a statement's document, kind, spans and reading."""
    people = [f"{p.mention.start}-{p.mention.end}" for p in (*statement.actor, *statement.recipient)]
    trigger = f"{statement.trigger.start}-{statement.trigger.end}"
    spans = [
        f"{statement.start}-{statement.end}",
        trigger,
        *people,
        *(f"{f.mention.start}" for f in statement.figures),
    ]
    whole = "\x1f".join((statement.document, statement.kind, statement.reading, *spans))
    return "st_" + hashlib.sha256(whole.encode()).hexdigest()[:24]


def _stands_alone(trigger: Trigger) -> bool:
    """Whether an event with nobody named is still worth keeping: a carried or verbal act of force or talks."""
    return trigger.carrier is not None or (
        trigger.pos == "v" and trigger.type in {"ASSAULT", "CONSULT", "RETREAT"}
    )


def _clause(trigger: Trigger) -> tuple[int, int]:
    """Return the code points of the words that say it: the clause of the trigger or of its carrier."""
    top = trigger.carrier if trigger.carrier is not None else trigger.token
    inside = sorted(_within(top, top), key=lambda t: t.i)
    words = [t for t in inside if not t.is_space]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    first, last = min(words[0].idx, trigger.token.idx), words[-1].idx + len(words[-1])
    return first, max(last, trigger.token.idx + len(trigger.token))


def _within(token: Token, top: Token) -> list[Token]:
    """The subtree of `top` without coordinated clauses and without clauses set beside it."""
    found = [token]
    for child in token.children:
        beside = child.dep_ in {"conj", "cc", "parataxis"} and token.i == top.i and top.pos_ == "VERB"
        if not beside:
            found.extend(_within(child, top))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _speaks_for(parts: _Parts, trigger: Trigger, roles: Roles, chain: Sequence[Speaker]) -> bool:
    """Whether whoever announces a future deed is the one who would do it."""
    if any(
        g.lemma_ in {"plan", "intend", "decide", "vow", "prepared", "ready"} for g in trigger.reader.governors
    ):
        return True
    doers = {(p.entity, p.country) for p in roles.actor}
    if any(p.mention.quote.casefold() == "we" for p in roles.actor):
        return True
    for speaker in chain[:1]:
        if speaker.entity is not None and any(speaker.entity == entity for entity, _ in doers):
            return True
        country = _country_of(parts.analysis, speaker)
        if country is not None and any(country == c for _, c in doers):
            return True
    return False


def _country_of(analysis: Analysis, speaker: Speaker) -> str | None:
    if speaker.mention is None:
        return None
    for mention in analysis.mentions:
        if mention.start < speaker.mention.end and speaker.mention.start < mention.end and mention.country:
            return mention.country
    return None


def _factuality(parts: _Parts, trigger: Trigger, start: int, end: int, when: When) -> Factuality:
    found = _committed(parts, trigger.reader.result(), start, end, trigger.token.i)
    return replace(found, historical=_historical(parts.analysis.document.published, when))


def _committed(parts: _Parts, found: Factuality, start: int, end: int, token: int) -> Factuality:
    """Add what the nearest reporting cue commits its source to."""
    cue = commitment_of(parts.attributions, start, end, token)
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


def _historical(published: str | None, when: When) -> bool:
    from datetime import date

    if not published or len(published) < 10 or when.end is None:
        return False
    try:
        gap = date.fromisoformat(published[:10]) - date.fromisoformat(when.end)
    except ValueError:
        return False
    return gap.days > HISTORICAL_DAYS


def _figures(parts: _Parts, trigger: Trigger) -> tuple[Figure, ...]:
    words = {w.i for w in (trigger.token, trigger.carrier, *trigger.also) if w is not None}
    doc = parts.analysis.doc
    found = []
    for one in parts.figures:
        if one.verb in words or (one.verb is None and any(a.i in words for a in doc[one.head].ancestors)):
            found.append(one.figure)
        elif one.figure.measure in _HARM and one.verb is not None and trigger.type == "ASSAULT":
            if any(a.i == one.verb for a in trigger.token.ancestors) and one.verb not in _others(
                parts, trigger
            ):
                found.append(one.figure)
    return tuple(found)


def _others(parts: _Parts, trigger: Trigger) -> set[int]:
    return {w.i for t in parts.triggers if t is not trigger for w in (t.token, *t.also)}


def _ascribed(parts: _Parts, trigger: Trigger, roles: Roles) -> Roles:
    """Give a deed the doer that somebody blames for it, with that speaker, where the text itself names none."""
    words = {w.i for w in (trigger.token, *trigger.also)}
    named: list[Participant] = []
    for one in parts.ascriptions:
        if one.deed not in words or one.commitment.polarity != "affirmed":
            continue
        for participant in parts.roles.participants(parts.analysis.doc[one.actor]):
            named.append(replace(participant, said_by=(one.speaker,), certainty=one.commitment.certainty))
    if not named:
        return roles
    spans = {p.mention for p in named}
    kept = tuple(p for p in roles.actor if p.mention not in spans)
    return Roles(
        (*kept, *named) if kept else tuple(named), tuple(p for p in roles.recipient if p.mention not in spans)
    )


def _confidence(trigger: Trigger, roles: Roles) -> float:
    value = _CONFIDENCE["start"] + min(len(trigger.meaning.entry.conditions), 2) * _CONFIDENCE["frame"]
    value += _CONFIDENCE["actor"] * any(p.entity for p in roles.actor)
    value += _CONFIDENCE["recipient"] * any(p.entity or p.country for p in roles.recipient)
    value += _CONFIDENCE["noun"] * (trigger.pos == "n")
    value += _CONFIDENCE["bare"] * (not roles.actor and not roles.recipient)
    return round(min(max(value, 0.05), 0.95), 2)


def _decided(trigger: Trigger) -> tuple[str, ...]:
    """Say what decided type, roles and factuality, for a person to check."""
    by = [f"event lexicon: {trigger.meaning.entry.name}"]
    by += [f"factuality: {g.text}" for g in trigger.reader.governors]
    if trigger.meaning.entry.type != trigger.type:
        by.append(f"folded: {trigger.meaning.entry.type} intended → {trigger.type} (PLOVER 2)")
    return tuple(by)


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
