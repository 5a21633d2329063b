"""How likely it is that a statement is right in type, roles, speaker and factuality, all of them.

A logistic regression over what the learned model gives each of the answers that the statement ends up with,
and whether the rules proposed it. Its coefficients are fitted on the development part of our corpus
(`python -m training.confidence`) and lie beside the weights; `python -m bench confidence` measures them on
data kept apart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.coding.labels import MODALITIES, POLARITIES

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from jirga.coding.learned import Scores
    from jirga.model import Span, Statement

#: Probabilities are kept this far from 0 and 1 before their log-odds are taken.
EDGE = 0.005
#: What the numbers of `features` are, in order.
FEATURES = ("type", "stance", "actor", "recipient", "speaker", "proposed by the rules")


def features(statement: Statement, at: int, scores: Scores, doc: Doc, *, proposed: bool) -> list[float]:
    """Return the features of a statement whose event the model sees at token `at`, in FEATURES' order.

    All but the last are log-odds of the model's probability for what the statement says.
    """
    told = statement.factuality
    stance = float(
        scores.polarity[at, POLARITIES.index(told.polarity)]
        * scores.modality[at, MODALITIES.index(told.modality)]
    )
    voice = statement.said_by[0] if statement.said_by else None
    heard = [span for span in (voice.mention, voice.cue) if span is not None][:1] if voice else []
    kind = scores.of_kind(at, statement.event.type) if statement.event else 0.0
    shares = (
        kind,
        stance,
        _share([p.mention for p in statement.actor], at, "actor", scores, doc),
        _share([p.mention for p in statement.recipient], at, "recipient", scores, doc),
        _share(heard, at, "speaker", scores, doc),
    )
    return [*(_log_odds(share) for share in shares), float(proposed)]


def confidence(found: Sequence[float], weights: Sequence[float]) -> float:
    """Return the probability for `features`; `weights` are the intercept and one coefficient a feature."""
    total = weights[0] + sum(a * b for a, b in zip(found, weights[1:], strict=True))
    return round(1 / (1 + math.exp(-total)), 2)


def _share(spans: Sequence[Span], at: int, question: str, scores: Scores, doc: Doc) -> float:
    """The mass that the model gives the words of all the spans, or to none where there is no span."""
    if not spans:
        return scores.share(at, question, None)
    tokens = {t.i for s in spans for t in doc.char_span(s.start, s.end, alignment_mode="expand") or ()}
    return scores.share(at, question, tokens)


def _log_odds(share: float) -> float:
    held = min(max(share, EDGE), 1 - EDGE)
    return math.log(held / (1 - held))
