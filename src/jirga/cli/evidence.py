"""Sentences with the words that matter brought out: bold on a terminal, brackets elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from jirga.cli.screen import clean
from jirga.model import Span, Statement

#: How each kind of span is shown, on a terminal and elsewhere.
TRIGGER = ("bold reverse", "[[", "]]")
PARTICIPANT = ("bold underline", "[", "]")
FIGURE = ("underline", "{", "}")
CUE = ("italic cyan", "<", ">")

#: What the styles mean, for below a sentence.
LEGEND = "[[what is told]]  [who]  {how many}  <who says so, and how>"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text to bring out: offsets into it, a style, and brackets where there are no styles."""

    start: int
    end: int
    style: str
    opening: str
    closing: str


def sentence(statement: Statement, *, plain: bool) -> Text:
    """Return the statement's sentence with its trigger, parties, figures and speakers brought out."""
    at = statement.sentence.start
    marked = [
        Stretch(span.start - at, span.end - at, *kind)
        for kind, spans in _kinds(statement)
        for span in spans
        if span is not None and at <= span.start and span.end <= statement.sentence.end
    ]
    return highlighted(statement.sentence.quote, marked, plain=plain)


def legend(*, plain: bool) -> Text:
    """Return what the brackets or styles mean."""
    if plain:
        return Text(LEGEND)
    parts = (("what is told", TRIGGER), ("who", PARTICIPANT), ("how many", FIGURE), ("who says so", CUE))
    return Text("  ").join(Text(words, style=kind[0]) for words, kind in parts)


def highlighted(text: str, stretches: Sequence[Stretch], *, plain: bool) -> Text:
    """Return `text` with `stretches` brought out; one that crosses an earlier one is left as it is."""
    shown, at = Text(), 0
    for stretch in _apart(stretches, len(text)):
        shown.append(_clean(text[at : stretch.start]))
        words = _clean(text[stretch.start : stretch.end])
        if plain:
            shown.append(f"{stretch.opening}{words}{stretch.closing}")
        else:
            shown.append(words, style=stretch.style)
        at = stretch.end
    return shown.append(_clean(text[at:]))


def _apart(stretches: Iterable[Stretch], length: int) -> Iterator[Stretch]:
    """The stretches in order, those dropped that cross one named before them."""
    kept: list[Stretch] = []
    for one in stretches:
        inside = 0 <= one.start < one.end <= length
        if inside and not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)


def _kinds(statement: Statement) -> Iterator[tuple[tuple[str, str, str], list[Span | None]]]:
    """Kinds of span, the most telling first: it keeps its place where two cross."""
    yield TRIGGER, [statement.trigger]
    yield FIGURE, [figure.mention for figure in statement.figures]
    yield PARTICIPANT, [one.mention for one in (*statement.actor, *statement.recipient)]
    speakers = [
        *statement.said_by,
        *(one for party in (*statement.actor, *statement.recipient) for one in party.said_by),
        *(one for figure in statement.figures for one in figure.said_by),
    ]
    yield CUE, [span for one in speakers for span in (one.mention, one.cue)]


def _clean(text: str) -> str:
    """Like `clean`, keeping the spaces at both ends, which part one stretch from the next."""
    if not text.strip():
        return " " if text else ""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{' ' if before else ''}{clean(text)}{' ' if after else ''}"
