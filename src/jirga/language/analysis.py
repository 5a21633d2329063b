"""What the language room hands on: a document's parse with its mentions, times and places.

Every offset is a code point into `Analysis.document.text`, half-open, and since `doc.text` equals that text,
`token.idx` is such an offset too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from jirga.model import Document, Problem

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from jirga.language.chronology import Heading

MentionKind = Literal["name", "agent", "pronoun", "place"]
TimeKind = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of somebody, and who that is as far as the text and lexicon tell.

    `head` is a token index in `Analysis.doc`. `kind` is `place` for a place name, which may stand for its
    government. `entity` is the lexicon's id, or `x-…` for a named entity it lacks, or None for an unnamed one
    ("gunmen"). `antecedent` is the index of the earlier mention this one takes its identity from.
    """

    index: int
    start: int
    end: int
    head: int
    kind: MentionKind
    name: str
    entity: str | None = None
    entity_kind: str | None = None
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    antecedent: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: EDTF with the first and last day it allows (ISO dates; None if open or unknown).

    `edtf` is None where nothing in the text fixes it (a relative date in a text with no publication date),
    and an ISO 8601 duration (`P3M`) for a duration. `basis` is `resolved` where it was read off another date.
    """

    start: int
    end: int
    kind: TimeKind
    edtf: str | None = None
    first: str | None = None
    last: str | None = None
    basis: Literal["stated", "resolved", "narrative", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name with the place it most likely is (`jirga.lexicon.places.Place`), None if unknown."""

    start: int
    end: int
    head: int
    name: str
    place: Any = None


@dataclass(slots=True)
class Analysis:
    """One document as the language room reads it.

    `skipped` are the stretches that are no prose, `headings` the dates that head what follows them;
    `country_at` tells of a token's number the country that the words around it, or the whole text, are about,
    None where they tell none.
    """

    document: Document
    doc: Doc
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    skipped: tuple[tuple[int, int], ...] = ()
    headings: tuple[Heading, ...] = ()
    problems: tuple[Problem, ...] = ()
    country_at: Callable[[int], str | None] = lambda _: None
    _by_token: dict[int, int] | None = field(default=None, repr=False)
    _skips: tuple[object, Callable[[int], bool]] | None = field(default=None, repr=False)

    def mention_at(self, token: int) -> Mention | None:
        """Return the mention whose head is token number `token`, else the shortest that covers it."""
        if self._by_token is None:
            self._by_token = _index(self)
        position = self._by_token.get(token)
        return None if position is None else self.mentions[position]

    def is_skipped(self, offset: int) -> bool:
        """Whether the code point at `offset` lies in a stretch that is no prose."""
        if self._skips is None or self._skips[0] is not self.skipped:
            self._skips = (self.skipped, covering(self.skipped))
        return self._skips[1](offset)


#: What a Doc keeps of itself, since spaCy puts its text together anew each time.
_STARTS, _TEXT = "jirga: starts", "jirga: text"


def text_of(doc: Doc) -> str:
    """Return the text of a Doc, put together once."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def token_finder(doc: Doc) -> Callable[[int], int]:
    """Return a function from a code-point offset to the number of the token there (or before the space)."""
    starts = doc.user_data.get(_STARTS)
    if starts is None:
        starts = doc.user_data[_STARTS] = [token.idx for token in doc]
    return lambda offset: max(bisect_right(starts, offset) - 1, 0)


def covering(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Return a function that says of an offset whether any of `spans`, which do not overlap, covers it."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]

    def covered(offset: int) -> bool:
        position = bisect_right(starts, offset) - 1
        return position >= 0 and offset < ordered[position][1]

    return covered


def _index(analysis: Analysis) -> dict[int, int]:
    """Map token numbers to positions in `mentions`: covering tokens, longest first, then heads over them."""
    find = token_finder(analysis.doc)
    order = sorted(range(len(analysis.mentions)), key=lambda i: -_length(analysis.mentions[i]))
    index: dict[int, int] = {}
    for position in order:
        mention = analysis.mentions[position]
        for token in range(find(mention.start), find(mention.end - 1) + 1):
            index[token] = position
    for position in order:
        index[analysis.mentions[position].head] = position
    return index


def _length(mention: Mention) -> int:
    return mention.end - mention.start
