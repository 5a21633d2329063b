"""Figures: how many were killed, held, freed, displaced, within which bounds, and who is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.coding.among import among, apposed, classed, summands, whole_of_relative
from jirga.coding.attribution import Attribution, speakers_of
from jirga.coding.befalling import first_of_series
from jirga.coding.counted import Count, counts, is_person
from jirga.coding.governing import Governed, govern
from jirga.coding.measures import OF_ADJECTIVE, OF_OBJECT, OF_PERSONS, is_thing
from jirga.coding.rivals import ASCRIBING, SENTENCES_BACK, TOLLS, only_a_number
from jirga.coding.sharing import by_kind, share
from jirga.model import Figure, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_INCLUDING = re.compile(
    r"\b(?:including|among them|most of them|some of them|of whom)\b[^.;]{0,40}$", re.IGNORECASE
)

_OF_THEM = re.compile(
    r"[\w,.-]+(?:\s[\w-]+){0,2}\s(?:of\s(?:them|whom|these|those)|among\sthem)\b", re.IGNORECASE
)
#: Code points behind a number within which it is said whom it is of: "46 of them".
_AFTER = 12


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure with where it stands in the parse.

    `head` is the token counted (the noun, or the numeral where none stands), `verb` the token that gives the
    measure (a verb or a noun of a deed), None where the counted noun gives it itself. `start`, `end` are the
    mention's code points. `series` is the first head of a coordination ("two soldiers and a civilian"): the
    figures of one series, measure and verb add up. `befallen` marks a count of the measure `other` of those
    whom the deed was done to; `known` a count of somebody told of before ("the victim", "both"), who may be
    among those counted already.
    """

    figure: Figure
    head: int
    verb: int | None
    start: int
    end: int
    series: int
    befallen: bool = False
    known: bool = False


def figures(analysis: Analysis, found: Sequence[Attribution] = ()) -> tuple[FoundFigure, ...]:
    """Return the figures of a document in order.

    With attributions in `found`, a figure with a source apart from its clause's has it as `said_by`.
    Ages, dates, shares, distances, ranks and unit numbers are no figures.
    """
    made: list[FoundFigure] = []
    noughts: set[int] = set()
    counted = [replace(count, of=apposed(count)) for count in counts(analysis)]
    for count in counted:
        some = _of_whole(analysis, count)
        if some is not None:
            made.append(some)
            continue
        governed = govern(count)
        figure = _figure(analysis, count, governed) if governed is not None else None
        rival = _rival(analysis, count, figure, made, found)
        if rival is not None and rival.figure.high == 0:
            noughts.add(rival.start)
        one = rival or figure or _shared(analysis, count)
        if one is not None:
            made.append(one)
    made = _with_summands(analysis, made, counted)
    listed = [(total, frozenset(part.start for part in _list_of(analysis, total, made))) for total in made]
    whole = (one if one.start in noughts else _part(analysis, one, listed) for one in made)
    return tuple(_spoken(found, one) for one in whole)


def _of_whole(analysis: Analysis, count: Count) -> FoundFigure | None:
    """A count of what some of those told of were: "thirty of the dead were children", "five of whom were"."""
    told = among(count)
    if told is not None:
        governed = Governed(told.measure, told.token, count.head)
        found = _figure(analysis, replace(count, of=count.of or told.of), governed)
        return replace(found, figure=replace(found.figure, part_of=told.whole))
    noun = whole_of_relative(count)
    above = govern(replace(count, head=noun)) if noun is not None else None
    if above is None or above.measure not in OF_PERSONS:
        return None
    return _figure(analysis, replace(count, of=count.of or classed(count)), replace(above, series=count.head))


def _with_summands(
    analysis: Analysis, made: Sequence[FoundFigure], counted: Sequence[Count]
) -> list[FoundFigure]:
    """The figures with those behind a colon that make up a total of persons before it."""
    found = {one.start: one for one in made}
    for total in made:
        low, sentence = total.figure.low, analysis.doc[total.head].sent
        if total.figure.measure not in OF_PERSONS or not low or low != total.figure.high:
            continue
        near = [c for c in counted if sentence.start_char <= c.start < sentence.end_char]
        for count in summands(low, total.end, near):
            had = found.get(count.start)
            if had is None or had.figure.measure == "other":
                verb = analysis.doc[total.verb] if total.verb is not None else None
                part = _figure(analysis, count, Governed(total.figure.measure, verb, count.head))
                found[count.start] = replace(
                    part, figure=replace(part.figure, part_of=total.figure.mention.quote)
                )
    return [found[start] for start in sorted(found)]


def _shared(analysis: Analysis, count: Count) -> FoundFigure | None:
    """A count of the parties or things of a deed, with the measure `other`."""
    if count.single or not (count.low or count.high) or count.low == count.high == 1.0:
        return None
    if count.low == count.high == 2.0 and any(c.lower_ == "the" for c in count.head.children):
        return None  # "the two sides"
    part = share(count.head)
    if part is None or part.token.lemma_.lower() in TOLLS or (part.befallen and _spares(part.token)):
        return None
    figure = _figure(analysis, count, Governed("other", part.token, first_of_series(count.head)))
    return replace(figure, befallen=part.befallen)


def _spares(verb: Token) -> bool:
    """Whether a verb of harm has no count of its object, since it is denied: "two were not injured"."""
    return verb.lemma_.lower() in OF_OBJECT or verb.lower_ in OF_ADJECTIVE


def of_deed(found: FoundFigure, head: Token, kind: str, modes: Sequence[str]) -> Figure:
    """Return a figure as a deed of this type and modes has it: whom an arrest befell is detained."""
    verb = head.doc[found.verb] if found.verb is not None else None
    measure = by_kind(found.figure.measure, head, kind, modes, befallen=found.befallen, verb=verb)
    return replace(found.figure, measure=measure)


def _rival(
    analysis: Analysis,
    count: Count,
    figure: FoundFigure | None,
    made: Sequence[FoundFigure],
    found: Sequence[Attribution],
) -> FoundFigure | None:
    """A number that a source gives for what another figure counts; None where it is no such number."""
    if figure is not None and not _of_toll(analysis, figure):
        return None
    told = any(one.covers(count.start, count.end, count.head.i) and _tells(analysis, one) for one in found)
    anchor = _anchor(analysis, count, made, figure) if told else None
    if anchor is None or anchor.verb is None:
        return None
    governed = Governed(anchor.figure.measure, analysis.doc[anchor.verb], count.head)
    befallen = anchor.befallen and not is_thing(analysis.doc[anchor.head])
    return replace(_figure(analysis, count, governed), befallen=befallen)


def _of_toll(analysis: Analysis, figure: FoundFigure) -> bool:
    return figure.verb is not None and analysis.doc[figure.verb].lemma_.lower() in TOLLS


def _tells(analysis: Analysis, one: Attribution) -> bool:
    """Whether somebody gives a number of his own; who "attributes 1,166 to the army" says whose they are."""
    if one.cue_head is not None and analysis.doc[one.cue_head].lemma_.lower() in ASCRIBING:
        return False
    return one.asserted and one.voices and only_a_number(analysis.doc, one.tokens)


def _anchor(
    analysis: Analysis, count: Count, made: Sequence[FoundFigure], figure: FoundFigure | None
) -> FoundFigure | None:
    """The nearest figure before a number that counts the same: of its measure, or of any person measure."""
    starts = [sentence.start_char for sentence in analysis.doc.sents if sentence.start_char <= count.start]
    earliest = starts[max(0, len(starts) - 1 - SENTENCES_BACK)]
    before = [one for one in made if one.start >= earliest]
    near = [one for one in before if one.figure.measure in OF_PERSONS]
    stands_for = any(
        t.lemma_.lower() in TOLLS for t in count.head.sent
    )  # "put the number at 98": of arms too
    near = near or [
        one for one in before if one.figure.measure == "other" and (stands_for or _of_people(analysis, one))
    ]
    same = [one for one in near if one.figure.high != 0 and one.figure.part_of is None]
    if figure is not None:
        same = [one for one in same if one.figure.measure in {figure.figure.measure, "casualties"}]
    own = [one for one in same if not _of_toll(analysis, one)]
    last = next(reversed(own or same), None)
    if last is None or last.figure.measure != "injured" or count.head.pos_ != "NUM":
        return last
    sentence = analysis.doc[
        last.head
    ].sent.start_char  # "459 killed and 478 wounded": a bare number is of the dead
    return next(
        (one for one in own or same if one.figure.measure == "killed" and one.start >= sentence), last
    )


def _of_people(analysis: Analysis, figure: FoundFigure) -> bool:
    """Whether a count of parties is one of persons: "two hundred fighters laid down their arms"."""
    return is_person(analysis.doc[figure.head].lemma_.lower())


def _figure(analysis: Analysis, count: Count, governed: Governed) -> FoundFigure:
    mention = Span.of(analysis.document.text, count.start, count.end)
    named = analysis.mention_at(count.head.i)
    figure = Figure(
        governed.measure,
        mention,
        count.low,
        count.high,
        count.approximate,
        of=count.of,
        entity=named.entity if named is not None and named.head == count.head.i else None,
        unit=count.unit,
    )
    verb = governed.token.i if governed.token is not None else None
    known = count.definite
    return FoundFigure(figure, count.head.i, verb, count.start, count.end, governed.series.i, known=known)


def _part(
    analysis: Analysis, one: FoundFigure, listed: Sequence[tuple[FoundFigure, frozenset[int]]]
) -> FoundFigure:
    """`one` with the total it is a part of: the nearest figure of its measure before it that it details.

    `listed` are all figures, each with where those begin that follow it as a list and add up to it.
    It does after "including", as one of a list that adds up to the total, and as a nought ("none of them").
    """
    if one.figure.part_of is not None:
        return one
    sentence = analysis.doc[one.head].sent.start_char
    text = analysis.document.text
    told = _INCLUDING.search(text, sentence, one.start) or _OF_THEM.match(text, one.start, one.end + _AFTER)
    for other, parts in reversed(listed):
        same = other.figure.measure == one.figure.measure and other.figure.part_of is None
        if not (same and sentence <= other.start < one.start and _larger(other.figure, one.figure)):
            continue
        nought = one.figure.high == 0 and bool(other.figure.low) and other.verb == one.verb
        if told or nought or one.start in parts:
            return replace(one, figure=replace(one.figure, part_of=other.figure.mention.quote))
    return one


def _list_of(analysis: Analysis, total: FoundFigure, made: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The figures after a total that together make it: "three journalists: a photographer, …"."""
    sentence = analysis.doc[total.head].sent
    rest = [
        one
        for one in made
        if total.start < one.start < sentence.end_char
        and (one.figure.measure, one.verb) == (total.figure.measure, total.verb)
    ]
    adds_up = len(rest) > 1 and sum(one.figure.low or 0.0 for one in rest) == total.figure.low
    return rest if adds_up else []


def _larger(total: Figure, part: Figure) -> bool:
    return total.low is None or part.low is None or total.low >= part.low


def _spoken(found: Sequence[Attribution], one: FoundFigure) -> FoundFigure:
    """A figure with the speakers it has beyond those of its verb; then it adds to no other.

    "killed 12 people (15, according to medics)": the 15 is the medics'. A lone figure's source is its
    clause's, and stays there.
    """
    if one.verb is None:
        return one
    clause = speakers_of(tuple(found), one.start, one.end, one.verb)
    own = tuple(s for s in speakers_of(tuple(found), one.start, one.end, one.head) if s not in clause)
    return replace(one, figure=replace(one.figure, said_by=own), series=one.head) if own else one
