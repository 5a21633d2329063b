"""A MUC text as we read it: our statements, and the noun phrases and mentions that name what they speak of.

A template wants strings of the text ("SIX JESUIT PRIESTS"), a statement has the mention of a participant.
The noun phrases of the same parse say how far the phrase around a mention reaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.articles import Article, muc
from bench.reading import as_document
from bench.sources import FailedError
from jirga.coding.coder import Coder
from jirga.language import analyse
from jirga.model import Statement

if TYPE_CHECKING:
    from jirga.language import Analysis


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without what follows its head; `lemma` of its head, in lower case.

    `name` is where the run of proper nouns that ends it begins, None where its head is no proper noun.
    """

    start: int
    end: int
    head: int
    lemma: str
    plural: bool
    name: int | None = None

    def head_end(self, text: str) -> int:
        """Return where the head word ends."""
        at = self.head
        while at < self.end and not text[at].isspace():
            at += 1
        return at


@dataclass(frozen=True, slots=True)
class Known:
    """A mention: who it is as far as known. `kind` as in `jirga.language.analysis.Mention`."""

    start: int
    end: int
    kind: str
    entity: str | None
    entity_kind: str | None
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """One text with what we made of it; `country` is where its dateline is from (ISO 3166 alpha-3)."""

    name: str
    text: str
    published: str | None
    statements: tuple[Statement, ...]
    phrases: tuple[Phrase, ...] = ()
    mentions: tuple[Known, ...] = ()
    country: str | None = None


def read(article: Article, coder: Coder) -> Text:
    """Return an article as we read it; FailedError where the reading failed."""
    document = as_document(article)
    coded = coder.code(document)
    if coded.reading.status == "failed":
        raise FailedError(next((p.line() for p in coded.reading.problems), "a reading failed without a word"))
    analysis = analyse(document)
    mentions = tuple(
        Known(m.start, m.end, m.kind, m.entity, m.entity_kind, m.country, m.sector) for m in analysis.mentions
    )
    return Text(
        article.name,
        document.text,
        article.published,
        coded.statements,
        tuple(_phrases(analysis)),
        mentions,
        _dateline(analysis),
    )


def read_all(folder: Path, coder: Coder) -> Iterator[Text]:
    """Yield the texts of a folder of the corpus, read."""
    for article in muc(folder):
        yield read(article, coder)


def _phrases(analysis: Analysis) -> Iterator[Phrase]:
    for chunk in analysis.doc.noun_chunks:
        root, name = chunk.root, None
        if root.pos_ == "PROPN":
            name = root.i
            while name > chunk.start and analysis.doc[name - 1].pos_ == "PROPN":
                name -= 1
        yield Phrase(
            chunk.start_char,
            chunk.end_char,
            root.idx,
            root.lemma_.lower(),
            root.tag_ in {"NNS", "NNPS"},
            None if name is None else analysis.doc[name].idx,
        )


def _dateline(analysis: Analysis) -> str | None:
    """Return the country of the first place named, which in these texts is the dateline's."""
    end = analysis.document.text.find("--")
    return next((one.place.country for one in analysis.places if one.start < end and one.place), None)
