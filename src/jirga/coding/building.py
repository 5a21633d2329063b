"""From tokens to an Attribution: content tokens to stretches of text, cue tokens to a span."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution, AttributionKind
from jirga.coding.quotes import CLOSERS, OPENERS
from jirga.coding.sources import speaker
from jirga.lexicon.cues import Commitment, word_set
from jirga.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from jirga.language import Analysis

_CLOSERS, _OPENERS = CLOSERS | {")"}, OPENERS | {"("}
_FIRST_PERSON = word_set("i we me us my our")


def runs(doc: Doc, tokens: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return the code-point stretches of a set of tokens, trimmed of punctuation that leads or trails."""
    stretches: list[list[int]] = []
    for i in sorted(tokens):
        if stretches and i == stretches[-1][-1] + 1:
            stretches[-1].append(i)
        else:
            stretches.append([i])
    trimmed = (_closed(doc, _trimmed(doc, run)) for run in stretches)
    return tuple((doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]])) for run in trimmed if run)


def _trimmed(doc: Doc, run: list[int]) -> list[int]:
    first, last = 0, len(run)
    while first < last and _idle(doc[run[first]], _OPENERS):
        first += 1
    while last > first and _idle(doc[run[last - 1]], _CLOSERS):
        last -= 1
    return run[first:last]


def _closed(doc: Doc, run: list[int]) -> list[int]:
    """A stretch with a quotation mark left open, carried on to the mark that closes it after a full stop."""
    words = [doc[i].text for i in run]
    left_open = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    if not left_open:
        return run
    following = [i for i in range(run[-1] + 1, min(run[-1] + 3, len(doc))) if not doc[i].is_space]
    for count, i in enumerate(following, 1):
        if doc[i].text in {"”", '"'}:
            return run + following[:count]
        if doc[i].text not in {".", ",", "!", "?"}:
            break
    return run


def _idle(token: Token, kept: frozenset[str]) -> bool:
    if token.dep_ == "cc" and kept is _CLOSERS:
        return True
    return token.is_space or (token.is_punct and token.text not in kept)


def build(
    analysis: Analysis,
    *,
    kind: AttributionKind,
    cue_head: Token,
    cue: tuple[int, int],
    source: Token | None,
    content: Iterable[int],
    commitment: Commitment,
    asserted: bool = True,
    voices: bool = True,
) -> Attribution | None:
    """Return the attribution of these pieces; None where no content is left."""
    doc = analysis.doc
    numbers = frozenset(content) - {cue_head.i}
    parts = runs(doc, numbers)
    if not parts:
        return None
    text = analysis.document.text
    who = speaker(
        analysis, source, Span.of(text, *cue), Span.of(text, parts[0][0], parts[-1][1]), at=cue_head
    )
    own = source is not None and source.lower_ in _FIRST_PERSON
    head = None if source is None else source.i
    return Attribution(
        who, cue_head.i, head, parts, numbers, kind, commitment, asserted, voices, own_voice=own
    )


def extended(analysis: Analysis, one: Attribution, more: Iterable[tuple[int, int]]) -> Attribution:
    """Return `one` with further stretches of text in its content, its speaker's span to match."""
    parts = _merged([*one.parts, *more], analysis.document.text)
    tokens = frozenset(inside_range(analysis.doc, parts)) | one.tokens
    cue = one.cue_head
    tokens = tokens - {cue} if cue is not None else tokens
    span = Span.of(analysis.document.text, parts[0][0], parts[-1][1])
    return replace(one, parts=parts, tokens=tokens, speaker=replace(one.speaker, content=span))


def inside_range(doc: Doc, parts: Iterable[tuple[int, int]]) -> set[int]:
    """Return the numbers of the tokens within stretches of text, found by alignment rather than by a scan."""
    numbers: set[int] = set()
    for start, end in parts:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            numbers.update(range(span.start, span.end))
    return numbers


def _merged(parts: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Stretches in order, those that overlap or that only space parts made one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if whole and (start <= whole[-1][1] or not text[whole[-1][1] : start].strip()):
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
