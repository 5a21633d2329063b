"""Who takes part: the entities of a record, with the statements in which they act, receive or speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jirga.lexicon import entities as lexicon
from jirga.lexicon.slips import slips_of
from jirga.model import Participant, Speaker, Statement
from jirga.questions.naming import called

if TYPE_CHECKING:
    from jirga.store import Query, Store


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity with the ids of the statements behind it.

    `name` and `kind` are the lexicon's; an entity that it lacks has no kind and the name it is most often
    called by. `mentioned_as` are all its mentions, the most frequent first. `country` and `sector` are the
    ones it most often stands with: each statement keeps its own. `perhaps` are the ids of known people of
    whose name that of an unknown entity may be a slip ("Imram Khan"): a hint for a reader, no more.
    """

    id: str
    name: str
    kind: str | None
    country: str | None
    sector: str | None
    wikidata: str | None
    mentioned_as: tuple[str, ...]
    as_actor: tuple[str, ...]
    as_recipient: tuple[str, ...]
    as_speaker: tuple[str, ...]
    documents: int
    perhaps: tuple[str, ...] = ()

    @property
    def statements(self) -> int:
        """In how many statements it stands, in whatever part."""
        return len({*self.as_actor, *self.as_recipient, *self.as_speaker})

    @property
    def names(self) -> tuple[str, ...]:
        """The names among its mentions, the most frequent first."""
        return called(self.mentioned_as)[0]

    @property
    def descriptions(self) -> tuple[str, ...]:
        """What else it is called ("the group", "its fighters"), pronouns left out."""
        return called(self.mentioned_as)[1]

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the row as a JSON object; `text=False` leaves out the words of the documents."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "sector": self.sector,
            "wikidata": self.wikidata,
            "perhaps": list(self.perhaps),
            **({"names": list(self.names), "mentioned_as": list(self.mentioned_as)} if text else {}),
            "as_actor": list(self.as_actor),
            "as_recipient": list(self.as_recipient),
            "as_speaker": list(self.as_speaker),
            "statements": self.statements,
            "documents": self.documents,
        }


@dataclass(slots=True)
class _Gathered:
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    wikidata: str | None = None
    actor: dict[str, None] = field(default_factory=dict)
    recipient: dict[str, None] = field(default_factory=dict)
    speaker: dict[str, None] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)


def entities(store: Store, query: Query) -> list[EntityRow]:
    """Return the entities of the statements that answer `query`, those with most statements first."""
    return gather(store.statements(query))


def gather(statements: Iterable[Statement]) -> list[EntityRow]:
    """Return the entities that stand in `statements`, those with most statements first."""
    gathered: dict[str, _Gathered] = {}
    for statement in statements:
        for role, who in _who(statement):
            if who.entity is None:
                continue
            it = gathered.setdefault(who.entity, _Gathered())
            getattr(it, role)[statement.id] = None
            it.documents.add(statement.document)
            _describe(it, who)
    rows = [_row(entity, it) for entity, it in gathered.items()]
    return sorted(rows, key=lambda row: (-row.statements, row.name.casefold(), row.id))


def speakers(statement: Statement) -> Iterator[Speaker]:
    """Yield every speaker of a statement: its own, its participants' and its figures'."""
    yield from statement.said_by
    for participant in (*statement.actor, *statement.recipient):
        yield from participant.said_by
    for figure in statement.figures:
        yield from figure.said_by


def _who(statement: Statement) -> Iterator[tuple[str, Participant | Speaker]]:
    yield from (("actor", one) for one in statement.actor)
    yield from (("recipient", one) for one in statement.recipient)
    yield from (("speaker", one) for one in speakers(statement))


def _describe(it: _Gathered, who: Participant | Speaker) -> None:
    it.names[who.name] += 1
    if who.mention is not None:
        it.mentions[" ".join(who.mention.quote.split())] += 1
    if isinstance(who, Participant):
        it.countries.update([who.country] if who.country else [])
        it.sectors.update([who.sector] if who.sector else [])
        it.wikidata = it.wikidata or who.wikidata


def _row(entity: str, it: _Gathered) -> EntityRow:
    known = _known(entity)
    return EntityRow(
        id=entity,
        name=known.name if known else _usual(it.names) or entity,
        kind=known.kind if known else None,
        country=_usual(it.countries),
        sector=_usual(it.sectors),
        wikidata=it.wikidata,
        mentioned_as=tuple(sorted(it.mentions, key=lambda name: (-it.mentions[name], name))),
        as_actor=tuple(it.actor),
        as_recipient=tuple(it.recipient),
        as_speaker=tuple(it.speaker),
        documents=len(it.documents),
        perhaps=() if known else slips_of(_usual(it.names) or ""),
    )


def _usual(counter: Counter[str]) -> str | None:
    """The most frequent value; the alphabet decides between equals, so that a list prints the same twice."""
    return min(counter, key=lambda value: (-counter[value], value), default=None)


def _known(entity: str) -> lexicon.Standing | None:
    """The lexicon knows names and kinds; an entity that it lacks has no kind, rather than a guessed one."""
    known = lexicon.entities()
    return known.standing(entity) if entity in known else None
