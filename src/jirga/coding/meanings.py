"""What each statement's trigger means where it stands, as few bytes, for those who compare statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jirga.model import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from jirga.coding.learned import Floats, Scores

#: The largest number that a signed byte holds either way.
_LARGEST = 127


def meanings(doc: Doc, scores: Scores | None, statements: Iterable[Statement]) -> dict[str, bytes]:
    """Return the vectors of event statements by id; none where the weights have no head of meaning."""
    if scores is None or scores.meaning is None:
        return {}
    found = ((one.id, meaning(doc, scores, one.trigger)) for one in statements if one.kind == "event")
    return {name: vector for name, vector in found if vector is not None}


def meaning(doc: Doc, scores: Scores, trigger: Span) -> bytes | None:
    """Return the vector of the word that heads a trigger; None where the model did not see it."""
    span = doc.char_span(trigger.start, trigger.end, alignment_mode="expand")
    if span is None or scores.meaning is None:
        return None
    return packed(scores.meaning[span.root.i])


def packed(vector: Floats) -> bytes | None:
    """Return a vector as signed bytes, one a number, the largest of them 127; None for one of zeros.

    Its length is lost, and only its direction counts.
    """
    import numpy as np

    largest = float(np.abs(vector).max())
    if not largest:
        return None
    found: bytes = np.rint(vector * (_LARGEST / largest)).astype(np.int8).tobytes()
    return found
