"""Since when and until when a relation stands, by the dates of its own clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jirga.language import edtf
from jirga.model import Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.drafts import RelationDraft
    from jirga.language import Analysis, TimeExpression

#: Words that lead to the deed with which a state began or ended.
_LIMITS = frozenset({"since", "until", "till"})
_TIMES = frozenset({"DATE", "TIME"})
_HEDGES = frozenset({"about", "around", "early", "late", "the", "mid", "at", "least"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """EDTF of a relation's first and last day where told, and the date at which it is told to stand."""

    since: str | None = None
    until: str | None = None
    when: When = field(default_factory=When)


def bounds(analysis: Analysis, draft: RelationDraft) -> Bounds:
    """Return the bounds that the dates of the draft's clause give.

    A bare date is the day of an onset or an end; of a state it only says that it stood then.
    """
    since = until = None
    when = When()
    for time in _own_times(analysis, draft) or _around(analysis, draft):
        first, last = _ends(time)
        word = (
            _since_clause(analysis, time, draft)
            or _of_a_deed(analysis, time, draft)
            or _before(analysis, time)
        )
        if word == "since" or (word == "from" and last is None):
            since = since or first
        elif word in {"until", "till", "to"}:
            until = until or last or first
        elif word in {"from", "between"} and last is not None:
            since, until = since or first, until or last
        elif draft.aspect == "begun":
            since = since or time.edtf
        elif draft.aspect == "ended":
            until = until or time.edtf
        elif when.edtf is None and first is not None:
            span = Span.of(analysis.document.text, time.start, time.end)
            when = When(time.edtf, time.first, time.last, time.basis, span)
    return Bounds(since, until, when)


def stood_on(within: Bounds, draft: RelationDraft) -> str | None:
    """Return an ISO date on which a relation stood that is told of the past, None where it may stand still.

    Who its parties are is asked of that day: those whom Mullah Omar led until 2013 were no government.
    """
    if within.when.start is not None:
        return within.when.start
    if within.until is not None:
        return edtf.bounds(within.until)[0]
    return edtf.bounds(within.since)[0] if draft.aspect == "begun" else None


def _own_times(analysis: Analysis, draft: RelationDraft) -> list[TimeExpression]:
    """The dates that depend on the trigger or on the verb that carries it, and on no other verb."""
    sentence = draft.trigger.sent
    own = {draft.trigger.i} | ({draft.read.i} if draft.read is not None else set())
    found = []
    for time in analysis.times:
        if time.start >= sentence.end_char:
            break
        if time.start < sentence.start_char or time.edtf is None or time.edtf.startswith("P"):
            continue
        if _reaches(analysis, time, own):
            found.append(time)
    return found


def _reaches(analysis: Analysis, time: TimeExpression, own: set[int]) -> bool:
    span = analysis.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return False
    token: Token = span.root
    while token.i not in own:
        clause = token.pos_ in {"VERB", "AUX"} and not (_marked(token) and token.head.i in own)
        if token.head.i == token.i or clause:
            return False
        token = token.head
    return True


def _marked(verb: Token) -> str | None:
    """Whether a clause tells since or until when: "since the war began in 2020", "until he was killed"."""
    marks = (c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i)
    return next((m for m in marks if m in _LIMITS), None) if verb.dep_ == "advcl" else None


def _of_a_deed(analysis: Analysis, time: TimeExpression, draft: RelationDraft) -> str | None:
    """The word that limits a state by a dated deed: "until his death in 2013", "since the fall of Kabul"."""
    span = analysis.doc.char_span(time.start, time.end, alignment_mode="expand")
    own = {draft.trigger.i} | ({draft.read.i} if draft.read is not None else set())
    if span is None:
        return None
    for above in span.root.ancestors:
        if above.pos_ in {"VERB", "AUX"} or above.i in own:
            return None
        leads = above.dep_ == "prep" and above.lower_ in {*_LIMITS, "from"} and above.head.i in own
        if leads and any(
            c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"} and c.ent_type_ not in _TIMES
            for c in above.children
        ):
            return "since" if above.lower_ == "from" else str(above.lower_)
    return None


def _since_clause(analysis: Analysis, time: TimeExpression, draft: RelationDraft) -> str | None:
    span = analysis.doc.char_span(time.start, time.end, alignment_mode="expand")
    own = {draft.trigger.i} | ({draft.read.i} if draft.read is not None else set())
    if span is None:
        return None
    inside = (t for t in span.root.ancestors if t.pos_ in {"VERB", "AUX"})
    first = next(inside, None)
    return _marked(first) if first is not None and first.head.i in own else None


def _dated(verb: Token) -> bool:
    """Whether words of time hang on a verb itself."""
    near = list(verb.children) + [g for c in verb.children if c.dep_ == "prep" for g in c.children]
    return any(t.ent_type_ == "DATE" for t in near)


def _around(analysis: Analysis, draft: RelationDraft) -> list[TimeExpression]:
    """The date of an undated onset or end: the one before it in its sentence, or the paragraph's heading."""
    own = draft.read if draft.read is not None else draft.trigger
    if draft.aspect == "unstated" or _dated(own):
        return []  # "was banned the following August": its own date, though nothing fixes it
    sentence, at = draft.trigger.sent, draft.trigger.idx
    dates = [t for t in analysis.times if t.kind == "date" and t.edtf and not t.edtf.startswith("P")]
    here = [t for t in dates if sentence.start_char <= t.start < at]
    if own.dep_ not in {"ROOT", "conj", "parataxis", "ccomp"}:
        return []  # another clause's date dates no infinitive or participle
    if here:
        return here if len(here) == 1 and "/" not in (here[0].edtf or "") else []
    text = analysis.document.text
    opening = text.rfind("\n", 0, sentence.start_char) + 1
    heading = [t for t in dates if t.start == opening and text[t.end : t.end + 1] == "."]
    return heading[:1]


def _ends(time: TimeExpression) -> tuple[str | None, str | None]:
    """The first and last end of an EDTF interval; a date is its own first and has no last."""
    first, _, last = (time.edtf or "").partition("/")
    kept = [end if end and end != ".." else None for end in (first, last)]
    return kept[0], kept[1]


def _before(analysis: Analysis, time: TimeExpression) -> str:
    """The preposition that leads to a date."""
    span = analysis.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return ""
    if span[0].lower_ in {"since", "from", "until", "till", "between"}:
        return str(span[0].lower_)
    at = span.start - 1
    while at >= 0 and analysis.doc[at].lower_ in _HEDGES:
        at -= 1
    return str(analysis.doc[at].lower_) if at >= 0 else ""
