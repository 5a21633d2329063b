"""Statements made by hand for tests of contests and truces: short to write, whole to read."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jirga.merging import Evidence, Imprints
from jirga.merging.charges import by_itself
from jirga.model import (
    Document,
    Event,
    EventCode,
    Factuality,
    Figure,
    Participant,
    QuantityCode,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)

_NUMBER = itertools.count()

TTP = Participant("Tehrik-i-Taliban Pakistan", Span(0, 3, "TTP"), "ttp", "PAK", "REB")
PAKISTAN = Participant("Government of Pakistan", Span(0, 3, "gov"), "pakistan-government", "PAK", "GOV")
ARMY = Participant("Pakistan army", Span(0, 3, "the"), "pakistan-army", "PAK", "MIL")
FARC = Participant("FARC", Span(0, 4, "FARC"), "farc", "COL", "REB")
GUNMEN = Participant("gunmen", Span(0, 6, "gunmen"))

DENIED = Factuality(polarity="negated")


def by(name: str, entity: str | None = None) -> Speaker:
    return Speaker(name, "person", entity)


def killed(low: float | None, high: float | None = -1, **more: object) -> Figure:
    """A figure of the killed; one number is exact."""
    bound = low if high == -1 else high
    return replace(Figure("killed", Span(0, 2, "no"), low, bound), **more)  # type: ignore[arg-type]


def told(
    document: str,
    sentence: str,
    trigger: str,
    code: str = "ASSAULT",
    *,
    at: int | None = None,
    **more: object,
) -> Statement:
    """A statement of `document` in a sentence that begins `at` (else each after the last)."""
    number = next(_NUMBER)
    start = at if at is not None else 1000 * number
    begin = start + sentence.index(trigger)
    type_, _, modes = code.partition(":")
    base = Statement(
        id=f"st_{number:06d}",
        kind="event",
        document=document,
        reading="r",
        start=start,
        end=start + len(sentence),
        quote=sentence,
        sentence=Span(start, start + len(sentence), sentence),
        trigger=Span(begin, begin + len(trigger), trigger),
        factuality=Factuality(),
        event=EventCode(type_, tuple(one for one in modes.split(",") if one)),
    )
    day = more.pop("day", None)
    place = more.pop("place", None)
    if isinstance(day, str):
        more["when"] = When(day, day[:10], day[-10:], "stated")
    if isinstance(place, str):
        more["where"] = Where(place, "PAK", precision="place")
    return replace(base, **more)  # type: ignore[arg-type]


def total(document: str, sentence: str, figure: Figure, **more: object) -> Statement:
    """A statement of a total: no event."""
    one = told(document, sentence, sentence.split()[0], **more)
    return replace(one, kind="quantity", event=None, quantity=QuantityCode(), figures=(figure,))


def relation(document: str, sentence: str, trigger: str, kind: str, **more: object) -> Statement:
    return replace(
        told(document, sentence, trigger, **more), kind="relation", event=None, relation=RelationCode(kind)
    )


def together(*statements: Statement) -> Event:
    """One event of several statements, as merging would make it of them."""
    first = by_itself(statements[0])
    assert first is not None
    return replace(first, statements=tuple(one.id for one in statements))


def alone(statements: Iterable[Statement]) -> list[Event]:
    told = [one for one in statements if one.content_of is None]
    return [event for one in told if (event := by_itself(one))]


def evidence(statements: Sequence[Statement], published: dict[str, str] | None = None) -> Evidence:
    """Evidence over documents named after their outlets."""
    dates = published or {}

    def document(name: str) -> Document:
        return Document(name, name, "1", name, "text", publisher=name, published=dates.get(name))

    return Evidence.of(statements, Imprints(document))
