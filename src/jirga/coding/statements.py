"""One document's analysis → its statements: the questions of this room put together, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.coding.acts import yielding
from jirga.coding.argument_statements import claim_statements
from jirga.coding.denials import PRONOUNS, denials
from jirga.coding.events import EventMaker
from jirga.coding.judging import judged
from jirga.coding.parts import Parts, each_once
from jirga.coding.quantities import QuantityDraft, quantities
from jirga.coding.roles import RoleFinder
from jirga.coding.standing_statements import quantity_statements, relation_statements
from jirga.coding.tolls import tolled
from jirga.coding.triggers import Trigger, triggers
from jirga.coding.warnings import only_words
from jirga.lexicon.events import event_lexicon
from jirga.model import Reading, Statement

if TYPE_CHECKING:
    from jirga.coding.learned import Scores
    from jirga.language import Analysis

_OF_PERSONS = frozenset(
    {"killed", "injured", "casualties", "detained", "released", "abducted", "surrendered"}
)


def statements(analysis: Analysis, reading: Reading, scores: Scores | None = None) -> tuple[Statement, ...]:
    """Return the statements of one document in the order of their triggers, each id once.

    Without `scores` the rules stand alone; with them the learned model has its say.
    """
    parts = Parts.of(analysis, reading)
    totals = quantities(analysis, parts.figures)
    people = event_lexicon().classes["people"] | event_lexicon().classes["crowd"]
    counted = frozenset(
        f.head
        for f in parts.figures
        if f.figure.measure in _OF_PERSONS
        and not event_lexicon().knows(analysis.doc[f.head].lemma_.lower(), "n")
    )
    roles = RoleFinder(analysis, people, counted)
    found = triggers(analysis)
    if scores is not None:
        found = judged(found, scores, analysis)
    found = yielding(tolled(only_words(found, analysis), parts.figures, analysis))
    kept = _without(found, totals)
    deeds = [t for t in found if t not in kept]
    events = EventMaker(parts, roles, kept, scores).statements()
    denied = denials(parts, roles, events)
    pronouns = {one.trigger for one in denied if one.trigger.quote.lower() in PRONOUNS}
    made = [
        *(one for one in events if one.trigger not in pronouns),
        *denied,
        *quantity_statements(parts, totals, roles, deeds),
        *relation_statements(parts, roles),
        *claim_statements(parts, roles),
    ]
    return each_once(made)


def _without(found: list[Trigger], counted: Sequence[QuantityDraft]) -> list[Trigger]:
    """Drop triggers that only carry a total or a trend ("80,000 were killed in two decades")."""
    heads = {d.head for d in counted}
    verbs = {f.verb for d in counted for f in d.figures if f.verb is not None}
    return [t for t in found if t.token.i not in heads | verbs]
