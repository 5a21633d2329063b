"""The date of an event that stands under a dated heading, where its own sentence gives none.

Only what the heading plainly dates: what is told as done, not what came before or after it ("within weeks he
was dead"), what was so far or had been, nor what is promised, feared or asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.language import edtf
from jirga.language.chronology import heading_at
from jirga.lexicon.cues import word_set
from jirga.model import Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger
    from jirga.language import Analysis

#: Adverbs and prepositions that put a clause at another time than the one spoken of.
_AT_ANOTHER_TIME = word_set(
    "later since afterwards afterward eventually meanwhile soon once now after before until till following "
    "within ago earlier previously formerly already always ever today still"
)
#: In a chronology the present tense tells what happened, though elsewhere it may tell a habit.
_TOLD = frozenset({"asserted", "generic"})
_HAVE = word_set("have has had 've 's 'd")


def under_heading(analysis: Analysis, trigger: Trigger) -> When:
    """Return the date that an event stands under, with its heading as mention; unknown where it has none."""
    heading = heading_at(analysis.headings, trigger.token.idx)
    told = trigger.reader.result()
    if heading is None or told.modality not in _TOLD or _elsewhen(trigger.carrier or trigger.token):
        return When()
    first, last = edtf.bounds(heading.edtf)
    mention = Span.of(analysis.document.text, heading.start, heading.end)
    return When(heading.edtf, first, last, "narrative", mention)


def _elsewhen(word: Token) -> bool:
    """Whether a word or a verb over it is set at another time, by its tense or by what stands beside it."""
    current = word
    while not _is_elsewhen(current):
        apart = any(token.text == ";" for token in word.doc[current.i : current.head.i])
        if current.head.i == current.i or apart:
            return False
        current = current.head
    return True


def _is_elsewhen(word: Token) -> bool:
    marks = [c for c in word.children if c.dep_ in {"advmod", "prep", "mark", "npadvmod"}]
    marks += [c for mark in marks for c in mark.children if c.dep_ == "advmod"]
    if any(mark.lower_ in _AT_ANOTHER_TIME for mark in marks):
        return True
    perfect = any(c.dep_ in {"aux", "auxpass"} and c.lower_ in _HAVE for c in word.children)
    return word.tag_ == "VBN" and perfect
