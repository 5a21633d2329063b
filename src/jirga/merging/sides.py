"""The sides of an event out of its statements: one participant an entity, the best mention of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jirga.merging.stems import stems
from jirga.model import Participant, Statement

Participants = tuple[Participant, ...]
_SURE = {"certain": 0, "unstated": 1, "probable": 2, "possible": 3}


def sides(statements: Sequence[Statement]) -> tuple[Participants, Participants]:
    """Return the actors and the recipients that statements name, in the order of publication.

    Where any statement tells of a meeting or the like (all parties actors, none a recipient), nobody is told
    twice. Unnamed parties ("gunmen") are left out where the role is taken by a named one.
    """
    actors = _merged(one for it in statements for one in it.actor)
    recipients = _merged(one for it in statements for one in it.recipient)
    if any(len(it.actor) > 1 and not it.recipient for it in statements):
        known = {one.entity for one in actors if one.entity}
        recipients = tuple(one for one in recipients if one.entity not in known)
    return actors, recipients


def _merged(participants: Iterable[Participant]) -> Participants:
    named: dict[str, Participant] = {}
    unnamed: list[Participant] = []
    for one in participants:
        if one.entity:
            named[one.entity] = _better(named[one.entity], one) if one.entity in named else one
        else:
            unnamed.append(one)
    return tuple(named.values()) or tuple(_different(unnamed))


def _better(one: Participant, other: Participant) -> Participant:
    """The one told in a voice nearer to the document's own, then surer, then more fully; else the earlier."""
    return min(one, other, key=_rank)


def _rank(one: Participant) -> tuple[int, int, int]:
    return len(one.said_by), _SURE[one.certainty], -sum(bool(part) for part in (one.country, one.sector))


def _different(participants: Iterable[Participant]) -> Iterator[Participant]:
    """Each unnamed party once: the same words, or fewer of them, are the same party."""
    kept: list[tuple[frozenset[str], Participant]] = []
    for one in sorted(participants, key=lambda one: -len(stems(one.name))):
        called = stems(one.name)
        if not any(called <= other for other, _ in kept):
            kept.append((called, one))
    yield from (one for _, one in kept)
