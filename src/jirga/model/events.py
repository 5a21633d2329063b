"""What is worked out from statements: events, and what people have judged of pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jirga.model.statements import Figure, Participant, When, Where


@dataclass(frozen=True, slots=True)
class Event:
    """Statements judged to be about the same happening; derived, rebuilt from statements and decisions.

    `statements` stand in the order of publication; `why` says of each, in the same order, in words, why it
    stands here (empty for the first). `sources_how` says how `independent_sources` were counted.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    actor: tuple[Participant, ...]
    recipient: tuple[Participant, ...]
    when: When
    where: Where
    figures: tuple[Figure, ...]
    status: Literal["reported", "contested", "denied"]
    statements: tuple[str, ...]
    documents: int
    independent_sources: int
    sources_how: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people have judged of pairs of statements: to be of the `same` happening, or to be kept `apart`.

    Pairs of ids of current statements, the smaller id first.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
