"""Figures: how many were killed, held, freed, displaced, within which bounds, and who is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.counted import Count, counts
from jirga.coding.governing import govern
from jirga.model import Figure, Span, Speaker

if TYPE_CHECKING:
    from jirga.language import Analysis

_INCLUDING = re.compile(
    r"\b(?:including|among them|most of them|some of them|of whom)\b[^.;]{0,40}$", re.IGNORECASE
)


#: How many characters after a figure its own source may begin.
NEAR = 30


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure with where it stands in the parse.

    `head` is the token counted (the noun, or the numeral where none stands), `verb` the token that gives the
    measure (a verb or a noun of a deed), None where the counted noun gives it itself. `start`, `end` are the
    mention's code points. `series` is the first head of a coordination ("two soldiers and a civilian"): the
    figures of one series, measure and verb add up.
    """

    figure: Figure
    head: int
    verb: int | None
    start: int
    end: int
    series: int


def figures(analysis: Analysis, found: Sequence[Attribution] = ()) -> tuple[FoundFigure, ...]:
    """Return the figures of a document in order.

    With attributions in `found`, a figure with a source apart from its clause's has it as `said_by`.
    Ages, dates, shares, distances, ranks and unit numbers are no figures.
    """
    made = [figure for count in counts(analysis) if (figure := _figure(analysis, count)) is not None]
    return tuple(_spoken(found, [_part(analysis, one, made) for one in made]))


def _figure(analysis: Analysis, count: Count) -> FoundFigure | None:
    governed = govern(count)
    if governed is None:
        return None
    mention = Span.of(analysis.document.text, count.start, count.end)
    known = analysis.mention_at(count.head.i)
    figure = Figure(
        governed.measure,
        mention,
        count.low,
        count.high,
        count.approximate,
        of=count.of,
        entity=known.entity if known is not None and known.head == count.head.i else None,
        unit=count.unit,
    )
    verb = governed.token.i if governed.token is not None else None
    return FoundFigure(figure, count.head.i, verb, count.start, count.end, governed.series.i)


def _part(analysis: Analysis, one: FoundFigure, made: Sequence[FoundFigure]) -> FoundFigure:
    """`one` with the total it is a part of: the nearest figure of its measure before an "including"."""
    sentence = analysis.doc[one.head].sent.start_char
    if _INCLUDING.search(analysis.document.text, sentence, one.start) is None:
        return one
    for other in reversed(made):
        same = other.figure.measure == one.figure.measure and other.figure.part_of is None
        if same and sentence <= other.start < one.start and _larger(other.figure, one.figure):
            return replace(one, figure=replace(one.figure, part_of=other.figure.mention.quote))
    return one


def _larger(total: Figure, part: Figure) -> bool:
    return total.low is None or part.low is None or total.low >= part.low


def _spoken(found: Sequence[Attribution], made: Sequence[FoundFigure]) -> Iterator[FoundFigure]:
    """The figures, each of several rivals under one verb with the source that follows it.

    "killed 12 people (15, according to medics)": the 15 is the medics' and adds to nothing. A lone figure's
    source is its clause's, and stays there.
    """
    for index, one in enumerate(made):
        rivals = [
            o for o in made if o != one and (o.verb, o.figure.measure) == (one.verb, one.figure.measure)
        ]
        after = made[index + 1].start if index + 1 < len(made) else one.end + NEAR
        own = _follows(found, one, min(after, one.end + NEAR)) if rivals and one.verb is not None else None
        if own is None:
            yield one
        else:
            yield replace(one, figure=replace(one.figure, said_by=(own,)), series=one.head)


def _follows(found: Sequence[Attribution], one: FoundFigure, limit: int) -> Speaker | None:
    """The source of an "according to" that begins right after a figure, before the next one."""
    for other in found:
        cue = other.speaker.cue
        if other.kind == "according" and cue is not None and one.end <= cue.start < limit:
            return other.speaker
    return None
