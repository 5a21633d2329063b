"""Where a text falls apart before any sentence is read: paragraphs, meant line breaks, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from jirga.language.analysis import covering
from jirga.language.capitals import all_capitals
from jirga.language.headings import DateLine, date_lines
from jirga.language.notes import NOTE
from jirga.language.sentences import SAYING
from jirga.lexicon.agents import agent

#: Longest stretch parsed at once, in code points: bounds memory; a news paragraph is a tenth of it.
PIECE = 6_000
#: A text with longer lines was not wrapped by hand or machine: each of its line breaks is meant.
WRAPPED = 110
#: In a wrapped paragraph no line but the last is shorter than this share of the longest.
_RAGGED = 0.6
#: How far into a text a dateline may stand, in code points.
_DATELINES_UNTIL = 4_000
_TITLES = frozenset({"the", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady"})
_BLANK_LINES = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:(?:\r\n|\n|\r)[^\S\r\n]*)+|[\u2029\f]\s*")
_LINE_END = re.compile(r"\r\n|\n|\r|\u2028")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+")
_SENTENCE_OVER = re.compile(r"[.!?][\"'”’)]*\s*\Z")
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]+(?:[ -][A-ZÀ-Þ.'’]+){0,3}"
_TITLED = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DATED = (
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:,? [0-9]{4})?|[0-9]{1,2} [A-Za-z]{3,9}\.?(?: [0-9]{2,4})?))"
)
_AGENCY = r"(?: ?\((?P<agency>[A-Z][^()\n]{1,40})\))"
#: A hyphen alone parts a dateline only with a blank beside it: "US-backed rebels", "ISIS-K" are words.
_DASH = r"\s*(?:—|–|--+|(?<=\s)-|-(?=\s)|_(?=\s))\s*"
_COUNTRY = rf"(?: \({_TITLED}\)(?=,))"
#: What may follow a dateline in brackets: notes on the text, who sent it.
_BRACKETS = rf"(?:(?:{NOTE}|\[[^\]]{{0,80}}\b(?:CORRESPONDENT|REPORT|REPORTER|BY)\b[^\]]{{0,80}}\])\s*)*"
#: `PESHAWAR, Pakistan (AP) — `, `KABUL: `, `ISLAMABAD, Nov 9 (Reuters) - `, `Kabul, Afghanistan (CNN) — `.
_DATELINE = re.compile(
    rf"\s*(?P<dateline>(?:{_CAPITALS}{_COUNTRY}?(?:[,/] ?{_TITLED}){{0,2}}{_DATED}?(?:{_AGENCY}?{_DASH}|:))"
    rf"|(?:{_TITLED}(?:, {_TITLED}){{0,2}}{_DATED}?(?:\s*\([A-Z][^()\n]{{1,40}}\)){_DASH}))"
    rf"\s*(?i:{_BRACKETS})(?=\S)"
)


@lru_cache(maxsize=2)
def headed(text: str) -> tuple[DateLine, ...]:
    """Return the dates that head what follows them, in order: several readings of a text ask for them."""
    return date_lines(text, line_starts(text))


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches (start, end) that tile `text` and that no sentence crosses, none longer than PIECE."""
    heads = (at for one in headed(text) for at in (one.line, one.body))
    cuts = sorted({0, len(text), *breaks(text), *(end for _, end in datelines(text)), *heads})
    for start, end in pairwise(cuts):
        yield from _bounded(text, start, end)


@lru_cache(maxsize=4)
def breaks(text: str) -> tuple[int, ...]:
    """Return where paragraphs and headings end: after blank lines, and after line breaks that are meant.

    A break is meant where the next line's first word would still have fitted the longest line of the text,
    and that word could begin a sentence; in a text that was never wrapped, every break is. In a wrapped
    paragraph all in capitals every word looks as if it could: there only an indented line begins anew.
    """
    found = [match.end() for match in _BLANK_LINES.finditer(text)]
    lines = list(_lines(text))
    width = max((end - start for start, end in lines), default=0)
    shouted = covering(_wrapped_capitals(text))
    for (start, end), (following, last) in pairwise(lines):
        first = text[following:last].split(None, 1)
        if not first or first[0][0].islower() or _parted(text[start:end]):
            continue
        if shouted(start) and shouted(following) and not _indented(text, following):
            continue
        if width > WRAPPED or end - start + 1 + len(first[0]) < width - 1:
            found.append(following)
    return tuple(found)


def line_starts(text: str) -> Iterator[int]:
    """Yield where lines begin that were meant to: after `breaks`, and after a line that ends a sentence."""
    yield 0
    yield from breaks(text)
    for (start, end), (following, _) in pairwise(_lines(text)):
        if _SENTENCE_OVER.search(text, start, end):
            yield following


def _wrapped_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs all in capitals whose lines were broken for their length alone."""
    edges = [0, *(at for match in _BLANK_LINES.finditer(text) for at in match.span()), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        block = text[start:end]
        lengths = [last - first for first, last in _lines(block)]
        if len(lengths) < 2 or max(lengths) > WRAPPED or not all_capitals(block):
            continue
        if all(length >= _RAGGED * max(lengths) for length in lengths[:-1]):
            yield start, end


def _parted(line: str) -> bool:
    """Whether a line ends within a word that its hyphen parts: "the M-" before "19"."""
    return len(line) > 1 and line[-1] == "-" and line[-2].isalnum()


def _indented(text: str, start: int) -> bool:
    return text[start : start + 2].isspace()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def datelines(text: str) -> list[tuple[int, int]]:
    """Return the datelines that open paragraphs near the start of `text`, each up to its sentence."""
    starts = sorted({0, *breaks(text[:_DATELINES_UNTIL])})
    found = (_DATELINE.match(text, start) for start in starts)
    spans = {m.end(): (m.start("dateline"), m.end()) for m in found if m and not _speaks(m["dateline"])}
    return list(spans.values())


def _speaks(opening: str) -> bool:
    """Whether what stands before a colon says who speaks, no place: `THE SPEAKER:`, `ORTEGA SAID:`."""
    before, colon, _ = opening.rstrip().partition(":")
    words = before.casefold().split()
    return bool(colon) and (words[-1] in SAYING or words[0] in _TITLES or agent(before) is not None)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield `start:end` in parts of at most PIECE, cut after a sentence end, else a space, else anywhere."""
    while end - start > PIECE:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, start + PIECE)]
        space = text.rfind(" ", start + 1, start + PIECE)
        cut = ends[-1] if ends else space + 1 if space > start else start + PIECE
        yield start, cut
        start = cut
    if start < end:
        yield start, end
