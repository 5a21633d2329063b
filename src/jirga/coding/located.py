"""The place of an event that a given word tells of, whether or not the event lexicon knows that word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.circumstances import Circumstances
from jirga.coding.triggers import triggers
from jirga.language.analysis import token_finder
from jirga.lexicon.cues import cue

if TYPE_CHECKING:
    from jirga.language import Analysis, PlaceMention


def place_of(analysis: Analysis, start: int, end: int) -> PlaceMention | None:
    """Return the place of the event told of by the words from code point `start` to `end`, None where none.

    A word that the lexicon makes no event of is taken for a deed done somewhere.
    """
    find, doc = token_finder(analysis.doc), analysis.doc
    word = doc[find(start) : find(end - 1) + 1].root
    found = triggers(analysis)
    cues = [t.i for t in doc if t.i != word.i and t.pos_ == "VERB" and cue("verb", t.lemma_) is not None]
    kind = next((t.type for t in found if word.i in {w.i for w in (t.token, *t.also)}), "")
    return Circumstances(analysis, found, cues).place(word, kind)
