"""Answers against gold, the same code for ours and the peer's. Every function returns counts for a sentence.

Against the one gold event of a sentence:
- recall: the gold type is among the answered types;
- strict precision: of the distinct types answered, those that are the gold type (about a third of the
  sentences hold another codable event, so it tops out near .75);
- both countries: an answer of the gold type has a gold source for actor and a gold target for recipient; a
  role that the gold leaves empty asks nothing. An answer that lists two countries or more as actor and none
  as recipient is reciprocal: each pair of them counts. Of talks with a go-between the gold has him as source
  and those who talk as target (CAMEO's mediation), PLOVER 2 all who talk as actors: a CONSULT with two
  countries or more as actor and another as recipient counts either way;
- mended: the same, against the gold without the slips that `bench.gold.SLIPS` lists;
- exact countries: an answer of the gold type has just the gold's sets of countries; a reciprocal event, on
  either side, is compared as one set over both roles.

Against every event of the sentence (the hundred): answers and annotated happenings are matched one to one by
type, as many as can be; an answer left over is wrong. `content` counts those left over whose type fits only
something denied, wished, demanded, threatened or conditional there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations, product

from bench.answers import Answer
from bench.gold import Annotated, Record, mended


def against_gold(record: Record, answers: Sequence[Answer]) -> dict[str, float]:
    """Return counts: gold (1), hit, types, both, mended, exact."""
    types = {one.type for one in answers}
    same = [one for one in answers if one.type == record.type]
    return {
        "gold": 1,
        "hit": record.type in types,
        "types": len(types),
        "both": any(both_countries(record, one) for one in same),
        "mended": any(both_countries(mended(record), one) for one in same),
        "exact": any(exact_countries(record, one) for one in same),
    }


def both_countries(record: Record, one: Answer) -> bool:
    """Return whether some pair of actor and recipient is one of the gold's."""
    return any(
        (not record.source or actor in record.source) and (not record.target or recipient in record.target)
        for actor, recipient in _pairs(one)
    )


def _pairs(one: Answer) -> list[tuple[str, str]]:
    pairs = list(product(one.actor or {""}, one.recipient or {""}))
    if _is_mediated(one):
        pairs += product(one.recipient, one.actor)
    return pairs if one.recipient else pairs + list(permutations(one.actor, 2))


def _is_mediated(one: Answer) -> bool:
    """Whether an answer tells of talks that a third party brought about."""
    return one.type == "CONSULT" and len(one.actor) > 1 and bool(one.recipient - one.actor)


def exact_countries(record: Record, one: Answer) -> bool:
    """Return whether the sets of countries are the gold's; over both roles where either is reciprocal."""
    if (one.actor, one.recipient) == (record.source, record.target):
        return True
    if _is_mediated(one) and (one.recipient, one.actor) == (record.source, record.target):
        return True
    reciprocal = (len(one.actor) > 1 and not one.recipient) or (len(record.source) > 1 and not record.target)
    return reciprocal and one.actor | one.recipient == record.source | record.target


def against_all(
    events: Sequence[Annotated], answers: Sequence[Answer], *, content_too: bool = False
) -> dict[str, float]:
    """Return counts: answers, right, right_there (trigger overlaps too), content, core, found, met, told.

    `content_too` counts what is only content as right to answer, for a list that shows it (`--all`). Of the
    answers whose type and trigger meet an annotated event of whatever factuality (`met`), `told` are those
    that are right about whether it happened.
    """
    happened = [event for event in events if event.happened or content_too]
    core = [event for event in happened if event.core]
    pairing = matching([[one.type in event.types for event in happened] for one in answers])
    left = [one for row, one in enumerate(answers) if row not in pairing]
    met = matching(_there(events, answers))
    return {
        "answers": len(answers),
        "right": len(pairing),
        "right_there": len(matching(_there(happened, answers))),
        "content": sum(any(one.type in e.types for e in events if not e.happened) for one in left),
        "core": len(core),
        "found": len(matching([[one.type in event.types for event in core] for one in answers])),
        "met": len(met),
        "told": sum(answers[row].happened == events[column].happened for row, column in met.items()),
    }


def _there(events: Sequence[Annotated], answers: Sequence[Answer]) -> list[list[bool]]:
    return [[one.type in event.types and overlaps(one, event) for event in events] for one in answers]


def overlaps(one: Answer, event: Annotated) -> bool:
    """Return whether the answer's trigger shares a code point with one of the event's."""
    if one.trigger is None:
        return False
    start, end = one.trigger
    return any(start < stop and begin < end for begin, stop in event.triggers)


def matching(fits: Sequence[Sequence[bool]]) -> dict[int, int]:
    """Return a largest one-to-one matching {row: column} of a table of what fits what (Kuhn's algorithm)."""
    row_of: dict[int, int] = {}

    def place(row: int, tried: set[int]) -> bool:
        for column, fit in enumerate(fits[row]):
            if fit and column not in tried:
                tried.add(column)
                if column not in row_of or place(row_of[column], tried):
                    row_of[column] = row
                    return True
        return False

    for row in range(len(fits)):
        place(row, set())
    return {row: column for column, row in row_of.items()}
