"""Who is who: states, governments, forces, armed groups, parties, organisations, people in public office.

An entity's name may stand for several (candidates, best first); what an entity is — its country, its PLOVER
sectors, its office — is known as of a day, since governments fall and commanders follow one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal, Protocol

from jirga.errors import NotFoundError
from jirga.lexicon.names import Names
from jirga.lexicon.organs import ORGAN_FILE, Organ, organs
from jirga.lexicon.states import STATE_FILE, State, states, with_article
from jirga.lexicon.tables import Row, digest, rows
from jirga.lexicon.words import WORD, fold, together

#: Tables of one shape (see `Entities._read`), in order of precedence: earlier rows lead a name's candidates.
ENTITY_FILES = (
    "organisations.tsv",
    "groups.tsv",
    "people.tsv",
    "leaders.tsv",
    "groups_ucdp.tsv",
    "people_phoenix.tsv",
)
FILES = (STATE_FILE, ORGAN_FILE, "spellings.tsv", *ENTITY_FILES)
#: Sectors that are no office: whoever fell as a rebel is spoken of as one.
_FOR_LIFE = frozenset({"REB", "CRM", "PRM", "REL"})
#: Columns that say what an entity is as of a time; a row without any of them only adds names.
_STANDING = ("country", "sector", "other_sectors", "since", "until", "office", "part_of")

EntityKind = Literal["state", "government", "force", "group", "party", "organisation", "person", "population"]
#: How a name stands for its entity: its own name, its adjective ("Pakistani"), its people ("the Afghans"),
#: its capital as a metonym ("Islamabad"), a bare surname ("Zardari") that needs backing from the text, or one
#: that does not ("Arafat"), which the tables mark with ANYWHERE.
#: Or people of one name whom nothing tells apart ("namesakes": see `jirga.language.namesakes`).
Form = Literal["name", "adjective", "people", "capital", "surname", "byname", "namesakes"]
ANYWHERE = "!"


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text: offsets in code points, `[start, end)`, and candidate ids, best first."""

    start: int
    end: int
    ids: tuple[str, ...]
    form: Form = "name"


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entity is as of a day. `since` and `until` (EDTF days, months or years; empty where open or
    unknown) bound this standing; `office` is the office held then, in words; `part_of` the id of the body
    it belongs to then; `country` an alpha-3 or PLOVER code, None where it has none.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None
    sector: str | None
    other_sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    office: str | None = None
    part_of: str | None = None
    since: str = ""
    until: str = ""


def first_day(edtf: str) -> str:
    """Return the first day that an EDTF year, month or day allows; an empty date is before all."""
    return (edtf + "-01-01"[len(edtf) - 4 :]) if edtf else ""


def last_day(edtf: str) -> str:
    """Return a day not before the last one that an EDTF date allows; an empty date is after all."""
    return (edtf + "-12-31"[len(edtf) - 4 :]) if edtf else "9999"


class Own(Protocol):
    """A user's own rows (`jirga.lexicon.own.OwnLexicon`), already checked; hashable by their version."""

    @property
    def version(self) -> str:
        """A hash of the rows."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, with the columns of our own files."""

    def __hash__(self) -> int:
        """A hash of the version: lexicons are read once."""


class Entities:
    """The known entities. `version` is a hash of the data they were read from."""

    def __init__(self, own: Own | None = None) -> None:
        """Read the data files, and a user's `own` rows; JirgaError naming file and line of a damaged one."""
        self.version = digest(*FILES) + (f"+{own.version}" if own else "")
        self._names: Names[tuple[str, Form]] = Names()
        self._standings: dict[str, list[Standing]] = {}
        self._over: dict[str, list[Standing]] = {}
        self._organs = organs()
        self._people: list[tuple[str, str]] = []
        for row in own.rows if own else ():
            self._name_of(row)
        for state in states():
            self._add_state(state)
        for file in ENTITY_FILES:
            for row in rows(file):
                self._name_of(row)
                self._stand(row, self._standings)
        self._add_own(own.rows if own else ())

    def __contains__(self, id: str) -> bool:  # noqa: A002 — the field's word, as in the seam
        """Return whether `standing` knows this id."""
        return id in self._standings or self._part(id) is not None

    def ids(self) -> tuple[str, ...]:
        """Return all ids that have rows of their own, in the order of the files."""
        return tuple(self._standings)

    def find(self, text: str) -> list[Match]:
        """Return the names in `text`: longest leftmost, at word borders, never overlapping, in order."""
        matches = []
        for found in self._names.find(text):
            ids = tuple(dict.fromkeys(one for one, _ in found.items))
            matches.append(Match(found.start, found.end, ids, found.items[0][1]))
        return matches

    def standing(self, id: str, day: str | None = None) -> Standing:  # noqa: A002
        """Return what the entity is as of `day` (ISO), by default as of its last row.

        Outside all of its terms a person is a former office holder (PLOVER's ELI) after the last of them, if
        that was an office, and without a sector before the first; any other entity keeps its nearest
        standing. Raises NotFoundError for an unknown id. Ids of a state's organs
        (`pakistan-foreign-ministry`) are known for every state.
        What a user's own lexicon says of a known entity goes before what ours says, within its dates.
        """
        over = self._over.get(id)
        if over and (day is None or _held(over, day)):
            return over[-1] if day is None else _held(over, day)[0]
        rows_of = self._standings.get(id)
        if rows_of is None:
            part = self._part(id)
            if part is None:
                raise NotFoundError(
                    f"no entity {id!r} in the lexicon", stage="lexicon", next_step="check the id"
                )
            return part
        return rows_of[-1] if day is None else _as_of(rows_of, day)

    def standings(self, id: str) -> tuple[Standing, ...]:  # noqa: A002
        """Return all standings of an entity in the order of the data, none for an unknown id."""
        return (*self._over.get(id, ()), *self._standings.get(id, ()))

    def by_last_name(self, name: str) -> tuple[str, ...]:
        """Return the ids of the people whose name ends in this word, in the order of the files."""
        return self._last_names.get(fold(name), ())

    @cached_property
    def _last_names(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for name, id_ in self._people:
            for last in WORD.findall(name)[-1:]:
                found.setdefault(fold(last), {}).setdefault(id_)
        return {last: tuple(ids) for last, ids in found.items()}

    @cached_property
    def person_words(self) -> dict[str, int]:
        """Return how many names of persons each word is part of, folded as names are looked up."""
        found: Counter[str] = Counter()
        for name, _ in self._people:
            found.update({fold(word) for word in WORD.findall(name)})
        return dict(found)

    def part(self, state: str, phrase: str) -> str | None:
        """Return the id of a state's organ named by a common noun ("foreign ministry"), None for no organ."""
        organ = self._organs.get(" ".join(phrase.casefold().split()))
        if organ is None or state not in self._standings:
            return None
        return f"{state}-{organ.suffix}"

    def _part(self, id: str) -> Standing | None:  # noqa: A002
        for organ in self._organs.values():
            state = id.removesuffix(f"-{organ.suffix}")
            if state != id and state in self._standings and self._standings[state][0].kind == "state":
                return _organ_of(self._standings[state][-1], organ)
        return None

    def _add_state(self, state: State) -> None:
        whole = Standing(
            state.id,
            state.name,
            "state",
            state.code,
            None,
            (),
            state.wikidata,
            since=state.since,
            until=state.until,
        )
        government = f"{state.id}-government"
        people = f"{state.id}-people"
        self._standings[state.id] = [whole]
        self._standings[government] = [
            replace(
                whole,
                id=government,
                name=f"Government of {with_article(state.name)}",
                kind="government",
                sector="GOV",
                wikidata=None,
            )
        ]
        self._standings[people] = [
            replace(
                whole,
                id=people,
                name=f"People of {with_article(state.name)}",
                kind="population",
                sector="CVL",
                wikidata=None,
            )
        ]
        self._name(state.names, (state.id,), "name")
        self._name(state.adjectives, (state.id,), "adjective")
        self._name(state.people, (people, state.id), "people")
        self._name(state.capitals, (government,), "capital")

    def _name(self, names: Iterable[str], ids: tuple[str, ...], form: Form) -> None:
        for name in names:
            bare = name.removeprefix("the ")  # the article is none of it, unless written with a capital
            written = (bare, *together(bare)) if "-" in bare else (bare,)
            for one in written:
                for id_ in ids:
                    self._names.add(one, (id_, form))

    def _name_of(self, row: Row) -> None:
        self._name((row["name"], *row.many("names")), (row["id"],), "name")
        for name in row.many("surnames"):
            form: Form = "byname" if name.endswith(ANYWHERE) else "surname"
            self._name((name.removesuffix(ANYWHERE),), (row["id"],), form)
        if row["kind"] == "person":
            names = (row["name"], *(name.removesuffix(ANYWHERE) for name in row.many("surnames")))
            self._people.extend((name, row["id"]) for name in names)

    def _stand(self, row: Row, into: dict[str, list[Standing]], first: Standing | None = None) -> None:
        known = into.setdefault(row["id"], [])
        first = known[0] if known else first
        known.append(
            Standing(
                row["id"],
                row["name"] or (first.name if first else ""),
                row["kind"] or (first.kind if first else "organisation"),  # type: ignore[arg-type]
                row["country"] or None,
                row["sector"] or None,
                row.many("other_sectors"),
                row["wikidata"] or (first.wikidata if first else None),
                row["office"] or None,
                row["part_of"] or None,
                row["since"],
                row["until"],
            )
        )

    def _add_own(self, own: Iterable[Row]) -> None:
        """Take a user's rows; one that only gives names to a known entity is no standing."""
        new = {row["id"] for row in own if row["id"] not in self}
        for row in own:
            if row["id"] in new:
                self._stand(row, self._standings)
            elif any(row[column] for column in _STANDING):
                self._over.setdefault(row["id"], [])
                self._stand(row, self._over, self.standing(row["id"]))


def _held(standings: list[Standing], day: str) -> list[Standing]:
    return [s for s in standings if first_day(s.since) <= day <= last_day(s.until)]


def _as_of(standings: list[Standing], day: str) -> Standing:
    held = _held(standings, day)
    if held:
        return held[0]
    past = [s for s in standings if last_day(s.until) < day]
    nearest = (
        max(past, key=lambda s: last_day(s.until))
        if past
        else min(standings, key=lambda s: first_day(s.since))
    )
    if nearest.kind != "person" or (past and nearest.sector in _FOR_LIFE):
        return nearest
    gone = Standing(nearest.id, nearest.name, "person", nearest.country, None, wikidata=nearest.wikidata)
    return replace(gone, sector="ELI", since=last_day(nearest.until)) if past else gone


def _organ_of(state: Standing, organ: Organ) -> Standing:
    return Standing(
        f"{state.id}-{organ.suffix}",
        organ.name.format(state=with_article(state.name)),
        organ.kind,  # type: ignore[arg-type]
        state.country,
        organ.sector,
        organ.other_sectors,
        part_of=f"{state.id}-government",
    )


@lru_cache(maxsize=2)
def _entities(own: Own | None) -> Entities:
    return Entities(own)


#: The user's own lexicon, for as long as `using` holds: one reading's, whatever others do in other threads.
_own: ContextVar[Own | None] = ContextVar("own lexicon", default=None)


@contextmanager
def using(own: Own | None) -> Iterator[None]:
    """Let `entities()` hold a user's own lexicon too, within the block and in this context alone."""
    token = _own.set(own)
    try:
        yield
    finally:
        _own.reset(token)


def entities() -> Entities:
    """Return the known entities, those of a user's own lexicon among them within `using`; read once."""
    return _entities(_own.get())
