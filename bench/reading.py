"""Our statements under the sentences of drawn articles, for an audit by eye: printed, never stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bench.answers import document
from bench.articles import SOURCES, Article, cleaned, draw
from jirga.coding.coder import Coder
from jirga.language import analyse
from jirga.model import Document, Figure, Participant, PublishedBasis, Statement


def run(
    corpora: Path,
    *,
    seed: int,
    count: int,
    names: Sequence[str] = tuple(SOURCES),
    sentences: int | None = None,
) -> Iterator[str]:
    """Yield lines: each drawn article's heading, its sentences (the first few), our statements under each."""
    for number, article in enumerate(draw(corpora, seed, count, names), 1):
        yield f"=== {number} {article.corpus} {article.name} ({article.published or 'no date'})"
        yield from told(as_document(article), sentences)


def as_document(article: Article) -> Document:
    """Return an article as a document, with its date."""
    basis: PublishedBasis = "metadata" if article.published else "unknown"
    made = document(article.name, cleaned(article))
    return replace(made, published=article.published, published_basis=basis)


def told(read: Document, sentences: int | None = None) -> Iterator[str]:
    """Yield a document's sentences, numbered, each with its statements; what is no prose is marked `~`."""
    analysis = analyse(read)
    under: dict[int, list[Statement]] = defaultdict(list)
    found = Coder().code(read).statements
    for one in found:
        under[one.sentence.start].append(one)
    short = {one.id: f"#{number}" for number, one in enumerate(found, 1)}
    for number, sentence in enumerate(islice(analysis.doc.sents, sentences), 1):
        mark = "~" if analysis.is_skipped(sentence.start_char) else ""
        yield f"{number}{mark}. {' '.join(sentence.text.split())}"
        for one in under.pop(sentence.start_char, ()):
            yield f"    {short[one.id]} {line(one, short)}"
    if sentences is None:
        yield from (f"    {short[one.id]} {line(one, short)}" for rest in under.values() for one in rest)


def line(one: Statement, short: dict[str, str]) -> str:
    """Return a statement on one line, nothing said of what is unknown or plain."""
    roles = f"{_parties(one.actor)} → {_parties(one.recipient)}"
    parts = [f"{_what(one)} “{one.trigger.quote}”", roles, _factuality(one, short)]
    if one.said_by:
        parts.append(
            "by " + " < ".join(f"{who.name} ({who.cue.quote if who.cue else ''})" for who in one.said_by)
        )
    if one.when.mention or one.when.edtf:
        worded = f" “{one.when.mention.quote}”" if one.when.mention else ""
        parts.append(f"when {one.when.edtf or '?'} {one.when.basis}{worded}")
    if one.where.name:
        parts.append(f"where {one.where.name} ({one.where.country or '?'})")
    parts += [_figure(figure) for figure in one.figures]
    return " ".join(" | ".join(parts).split())


def _what(one: Statement) -> str:
    if one.event:
        return " ".join((one.event.type, *one.event.modes))
    return f"{one.kind} {one.relation.type}" if one.relation else one.kind


def _parties(role: Iterable[Participant]) -> str:
    return " + ".join(_party(one) for one in role) or "–"


def _party(one: Participant) -> str:
    codes = "/".join(filter(None, (one.entity, one.country, one.sector)))
    speakers = f" by {', '.join(who.name for who in one.said_by)}" if one.said_by else ""
    return f"{one.mention.quote} [{codes}]{speakers}"


def _factuality(one: Statement, short: dict[str, str]) -> str:
    if one.happened:
        word = "HAPPENED" if one.kind == "event" else "so"
    else:
        content = f"content of {short.get(one.content_of, '?')}" if one.content_of else ""
        word = " ".join(filter(None, (one.factuality.polarity, one.factuality.modality, content)))
    added = (
        one.factuality.certainty,
        one.factuality.aspect,
        "historical" if one.factuality.historical else "",
    )
    return " ".join((word, *(entry for entry in added if entry and entry != "unstated")))


def _figure(one: Figure) -> str:
    low, high = (("?" if value is None else f"{value:g}") for value in (one.low, one.high))
    return f"{one.measure} {low if low == high else f'{low}..{high}'} of {one.of or '?'}"
