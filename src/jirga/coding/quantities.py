"""Quantity statements: totals and trends that are no single event.

The rule: a figure over a period, a series or an aggregate is a quantity ("70 attacks this year", "more than
80,000 people have been killed in the past two decades"), and so is a change ("attacks rose by 56 per cent").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from jirga.coding.clauses import is_set_off, passive
from jirga.coding.figures import FoundFigure
from jirga.coding.lasting import DYING, WAR, amid_unrest, by_violence, in_a_state, in_war, perfect
from jirga.coding.measures import OF_DEED, OF_NOUN
from jirga.coding.numbers import find_numbers
from jirga.coding.rivals import COUNTING
from jirga.language.analysis import text_of
from jirga.lexicon.cues import verb_cues, word_set
from jirga.model import Figure, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, TimeExpression

Trend = Literal["up", "down", "steady"]

_UP = word_set(
    "rise increase surge spike jump soar climb grow double triple quadruple escalate multiply swell mount"
)
_DOWN = word_set("fall drop decline decrease halve dip plummet plunge shrink subside diminish reduce slump")
_UP_NOUNS = word_set("rise increase surge spike jump upsurge uptick escalation growth upswing")
_DOWN_NOUNS = word_set("fall drop decline decrease reduction dip lull slump")
_SHARES = ("per cent", "percent", "per-cent", "%")
_FACTORS = {"double": 100.0, "triple": 200.0, "quadruple": 300.0, "halve": -50.0}
#: What besides the counted nouns can rise and fall.
_AGGREGATES = word_set(
    "violence militancy insurgency terrorism number toll death incident fatality casualty figure"
)
#: A period of at least this many days makes its count a total, not an event: two weeks.
LONG = 14
#: A year, less the days that a fiscal one may lack.
YEAR = 360
#: A count from this many up is a series where it has a period; within a day or a week, from `SINGLE_DAY` up:
#: "two attacks on Sunday" are two events.
SERIES = 2
SINGLE_DAY = 10
#: Verbs of having troops somewhere.
_KEEPING = frozenset({"have", "number", "maintain", "keep"})
_OF_WARS = frozenset({"killed", "injured", "casualties", "displaced", "missing"})
#: Prepositions of what goes on around a deed.
_AMID = frozenset({"amid", "amidst", "despite"})


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    """A total or a trend: its clause in code points, the word that carries it, its figures and its period.

    `head` is the trigger's token. `period` is EDTF where the text fixes it, `period_span` the words for it.
    A trend has its `trend`; its change stands as a figure with the unit "percent", negative for a fall.
    """

    start: int
    end: int
    trigger: Span
    head: int
    figures: tuple[FoundFigure, ...]
    period: str | None = None
    period_span: Span | None = None
    trend: Trend | None = None


def quantities(analysis: Analysis, found: Sequence[FoundFigure]) -> tuple[QuantityDraft, ...]:
    """Return the quantity drafts of a document in order; `found` are its figures."""
    drafts = [*_totals(analysis, found), *_trends(analysis)]
    return tuple(sorted(drafts, key=lambda d: (d.start, d.trigger.start)))


def _totals(analysis: Analysis, found: Sequence[FoundFigure]) -> Iterator[QuantityDraft]:
    groups: dict[tuple[int, str], list[FoundFigure]] = {}
    for one in found:
        own = one.verb is None or one.verb == one.head  # a noun that counts itself: "70 attacks"
        carrier = one.verb if one.verb is not None and not own else _carrier(analysis.doc[one.head]).i
        groups.setdefault((carrier, one.figure.measure), []).append(one)
    for (carrier, measure), members in groups.items():
        token = analysis.doc[carrier]
        start, end = _clause(token)
        period = _period(analysis, token, start, end)
        if measure not in {"money", "other", "fighters", "troops"} and _is_total(token, members, period):
            yield _draft(analysis, token, members, (start, end), period)
    yield from _strengths(analysis, groups)


def _strengths(
    analysis: Analysis, groups: dict[tuple[int, str], list[FoundFigure]]
) -> Iterator[QuantityDraft]:
    """ "has 6,000 fighters": a standing strength, no event."""
    for (carrier, measure), members in groups.items():
        token = analysis.doc[carrier]
        standing = measure == "troops" and token.lemma_ in _KEEPING
        if standing or (measure == "fighters" and token.lemma_ not in {"deploy", "send", "withdraw"}):
            yield _draft(analysis, token, members, _clause(token), None)


def _is_total(token: Token, members: Sequence[FoundFigure], period: TimeExpression | None) -> bool:
    first = members[0].figure
    low = first.low if first.low is not None else first.high or 0.0
    days = _days(period) if period is not None else 0.0
    if first.measure == "missing" and in_a_state(token):
        return True  # "about 90 are still missing"
    if first.measure == "attacks":
        return low >= (SERIES if days >= LONG or (period is None and perfect(_verb(token))) else SINGLE_DAY)
    if period is not None and days >= LONG:
        return low >= SERIES and _counted_over(token, period) and not _definite(token.doc[members[0].head])
    verb = _verb(token)
    lasting = any(c.lower_ in {"since", "annually", "far"} or _since(c) for c in verb.children)
    if first.measure in _OF_WARS and low >= SERIES and in_war(verb):
        return perfect(verb) or low >= WAR
    if first.measure in _OF_WARS and low >= WAR and perfect(verb):
        return True  # "has lost 80,000 lives"
    if first.measure == "killed" and verb.lemma_.lower() in DYING and amid_unrest(verb):
        return low >= SERIES and perfect(verb)
    return low >= SERIES and perfect(verb) and lasting


def _since(clause: Token) -> bool:
    """ "… have been killed since the conflict resumed"."""
    return clause.dep_ == "advcl" and any(c.lower_ == "since" and c.dep_ == "mark" for c in clause.children)


def _definite(noun: Token) -> bool:
    """Whether it is certain ones that are counted ("the two men"), and not how many there were in all."""
    return any(c.dep_ == "det" and c.lower_ in {"the", "these", "those", "both"} for c in noun.children)


def _counted_over(token: Token, period: TimeExpression) -> bool:
    """Whether a period is what one counts over, not when the one event was.

    "Since 2014", "in the past decade", "this year" say so; a bare "in 2014" does only under a verb with no
    doer ("509 were killed in 2014") or one that is no single deed ("violence killed 509 in 2014"), a bare
    month never, nor a comma's addition ("three, taken in 2001").
    """
    verb = _verb(token)
    words = text_of(token.doc)[period.start : period.end].lower()
    before = text_of(token.doc)[max(0, period.start - 12) : period.start].lower().split()
    last = before[-1] if before else ""
    if period.kind == "duration" and last in {"for", "to"}:  # a term: "jailed two for a year"
        return last == "for" and perfect(verb)
    if last in {"since", "between", "from", "during", "over", "within"} or period.kind == "duration":
        return True
    if any(
        words.startswith(start)
        for start in ("since", "between", "this year", "last year", "the past", "the last")
    ):
        return True
    plain = passive(verb) and not is_set_off(verb) and not any(c.dep_ == "agent" for c in verb.children)
    return (plain or by_violence(verb)) and last == "in" and _days(period) >= YEAR


def _carrier(noun: Token) -> Token:
    """The verb a counted noun depends on ("70 attacks took place"), else the noun itself."""
    token = noun
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        if token.dep_ == "pobj" and token.head.lower_ in _AMID:
            return noun  # "one killed amid 41 attacks"
        token = token.head
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX"} or (verb_cues(lemma) and lemma not in COUNTING):
        return noun  # a verb of saying is not what is counted: "boasted of 282 attacks"
    return token


def _verb(token: Token) -> Token:
    return token if token.pos_ in {"VERB", "AUX"} else _carrier(token)


def _clause(token: Token) -> tuple[int, int]:
    """The code points of the clause around a token, its trailing punctuation left out."""
    verb = _verb(token)
    inner = [t for t in verb.subtree if not _of_other_clause(t, verb)]
    last = max(inner, key=lambda t: t.i)
    while last.i > verb.i and (last.is_punct or last.is_space):
        last = verb.doc[last.i - 1]
    first = min(inner, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def _of_other_clause(token: Token, verb: Token) -> bool:
    """Whether a token belongs to a clause coordinated with the verb's."""
    while token != verb and token.head != token:
        if token.dep_ in {"conj", "parataxis"} and token.head == verb and token.pos_ in {"VERB", "AUX"}:
            return True
        token = token.head
    return False


def _period(analysis: Analysis, token: Token, start: int, end: int) -> TimeExpression | None:
    """The time expression of a clause nearest to a token, a long one before a short one."""
    verb = _verb(token)
    inside = [t for t in analysis.times if start <= t.start < end and t.kind in {"date", "duration"}]
    own = [t for t in inside if _belongs(analysis, t, verb)]
    long = [t for t in own if _days(t) >= LONG]
    return min(long or own, key=lambda t: abs(t.start - token.idx), default=None)


def _belongs(analysis: Analysis, time: TimeExpression, verb: Token) -> bool:
    """Whether a time expression depends on the verb itself, not on another verb or a participle under it."""
    span = analysis.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    while token != verb and token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token == verb or verb.pos_ not in {"VERB", "AUX"}


def _days(time: TimeExpression) -> float:
    """How many days a time expression spans; an unresolved one by its words ("this year": its unit)."""
    from datetime import date

    if time.first and time.last:
        return (date.fromisoformat(time.last) - date.fromisoformat(time.first)).days + 1
    if time.edtf and "/" in time.edtf:
        return 400.0
    units = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0}
    if time.edtf and time.edtf.startswith("P") and time.edtf[-1:] in units and time.edtf[1:-1].isdigit():
        return float(time.edtf[1:-1]) * units[time.edtf[-1]]
    return 0.0


def _draft(
    analysis: Analysis,
    token: Token,
    members: Sequence[FoundFigure],
    clause: tuple[int, int],
    period: TimeExpression | None,
) -> QuantityDraft:
    text = analysis.document.text
    edtf = _edtf(period)
    figures = tuple(replace(m, figure=replace(m.figure, period=m.figure.period or edtf)) for m in members)
    start, end = min(clause[0], members[0].start), max(clause[1], members[-1].end)
    return QuantityDraft(
        start,
        end,
        Span.of(text, token.idx, token.idx + len(token)),
        token.i,
        figures,
        edtf,
        _span(text, period),
    )


def _edtf(period: TimeExpression | None) -> str | None:
    """The period as EDTF; a bare duration ("P20Y") is no period, since nothing says when it lay."""
    if period is None or period.edtf is None or period.edtf.startswith("P"):
        return None
    return period.edtf


def _bounds(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _word(text: str, token: Token) -> Span:
    return Span.of(text, *_bounds(token))


def _span(text: str, period: TimeExpression | None) -> Span | None:
    return Span.of(text, period.start, period.end) if period is not None else None


def _trends(analysis: Analysis) -> Iterator[QuantityDraft]:
    for token in analysis.doc:
        trend = _trend_of(token)
        topic = _topic(token) if trend is not None else None
        if trend is None or topic is None:
            continue
        start, end = _clause(token)
        period = _period(analysis, token, start, end)
        if topic.lemma_.lower() == "toll" and period is None:
            continue  # the toll of one event that goes on being counted
        measure = OF_NOUN.get(topic.lemma_.lower()) or OF_DEED.get(topic.lemma_.lower()) or "other"
        figures = tuple(_changes(analysis, token, topic, measure, trend, _edtf(period)))
        trigger = _word(analysis.document.text, token)
        span = _span(analysis.document.text, period)
        yield QuantityDraft(start, end, trigger, token.i, figures, _edtf(period), span, trend)


def _trend_of(token: Token) -> Trend | None:
    lemma = token.lemma_.lower()
    up, down = (_UP, _DOWN) if token.pos_ == "VERB" else (_UP_NOUNS, _DOWN_NOUNS)
    if token.pos_ not in {"VERB", "NOUN"}:
        return None
    return "up" if lemma in up else "down" if lemma in down else None


def _topic(token: Token) -> Token | None:
    """What rises or falls: the subject of the verb, the "in" or "of" phrase of the noun."""
    if token.pos_ == "VERB":
        things = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    else:
        preps = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"in", "of"}]
        things = [g for c in preps for g in c.children if g.dep_ == "pobj"]
    for thing in things:
        for noun in (thing, *(g for c in thing.children if c.lower_ in {"of", "in"} for g in c.children)):
            if _countable(noun) and not (noun.lemma_.lower() == "number" and _deeper(noun) is not None):
                return noun
        deeper = _deeper(thing)
        if deeper is not None:
            return deeper
    return None


def _deeper(noun: Token) -> Token | None:
    """ "the number of attacks": attacks."""
    inner = (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    return next((g for g in inner if _countable(g)), None)


def _countable(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in OF_NOUN or lemma in OF_DEED or lemma in _AGGREGATES


def _changes(
    analysis: Analysis, token: Token, topic: Token, measure: str, trend: Trend, period: str | None
) -> Iterator[FoundFigure]:
    """The change as a figure in per cent, signed; "doubled" is 100."""
    text = analysis.document.text
    start, end = _clause(token)
    sign = -1.0 if trend == "down" else 1.0
    factor = _FACTORS.get(token.lemma_.lower())
    if factor is not None:
        yield _change(
            analysis,
            token,
            topic,
            measure,
            (factor, factor, False),
            (token.idx, token.idx + len(token)),
            period,
        )
        return
    for number in find_numbers(text[start:end]):
        after = text[start + number.end : start + number.end + 10].lstrip().lower()
        if after.startswith(_SHARES) and number.low is not None:
            unit = len(text[start + number.end : end]) - len(text[start + number.end : end].lstrip())
            share = next(u for u in _SHARES if after.startswith(u))
            where = (start + number.start, start + number.end + unit + len(share))
            bounds = (
                sign * number.low,
                sign * number.high if number.high is not None else None,
                number.approximate,
            )
            yield _change(analysis, token, topic, measure, bounds, where, period)


def _change(
    analysis: Analysis,
    token: Token,
    topic: Token,
    measure: str,
    bounds: tuple[float, float | None, bool],
    where: tuple[int, int],
    period: str | None,
) -> FoundFigure:
    mention = Span.of(analysis.document.text, *where)
    low, high, rough = bounds
    figure = Figure(measure, mention, low, high, rough, of=topic.text, unit="percent", period=period)
    return FoundFigure(figure, topic.i, token.i, where[0], where[1], topic.i)
