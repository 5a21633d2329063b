"""On whose side a party or a speaker stands: a state's organs are one side, a commander is of his group.

Who is left open ("gunmen", "he", "the two sides") is on no side: None, and compatible with any.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from jirga.lexicon.agents import agent
from jirga.lexicon.entities import entities
from jirga.model import Participant, Speaker, Statement

#: PLOVER sectors of a state's organs: whoever acts for one acts for the state.
STATE = frozenset({"GOV", "MIL", "COP", "LEG", "SPY", "JUD"})

#: Words that name somebody without saying who: pronouns, and what any armed or unarmed person may be called.
_ANYBODY_WORDS = """
he she it its their his our my your they we i you us me him her them this that these those who one ones
both each all some many none nobody people person man men woman women resident residents villager
villagers civilian civilians source gunman gunmen attacker attackers assailant assailants bomber bombers
shooter shooters suspect suspects force side sides party parties group groups fighter fighters militant
militants armed unknown unidentified masked body bodies member members troop troops jet jets aircraft
plane planes drone drones shell shells rocket rockets bomb bombs fire leader leaders commander
commanders official officials representative representatives negotiator negotiators delegate delegates
envoy envoys belligerents adversaries foes enemies rivals somebody someone anyone three two four five
six seven eight nine ten dozens scores hundreds thousands other others
"""
_ANYBODY = frozenset(_ANYBODY_WORDS.split())
#: What one is killed with: bare, it is nobody's, wherever the text is set.
_WEAPONS = frozenset(
    {"drone", "drones", "jet", "jets", "plane", "planes", "shell", "shells", "rocket", "rockets"}
)
_ARTICLE = re.compile(r"(?:an?|the|some|two|three|several) ")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Sides:
    """From parties and speakers to sides, as the statements at hand and the lexicon know them."""

    of_entity: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def known_from(cls, statements: Iterable[Statement]) -> Sides:
        """Learn from every participant with an id which side it is on, and what each side is called."""
        sides = cls()
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        called: defaultdict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
        for one in statements:
            for party in (*one.actor, *one.recipient):
                if party.entity:
                    side = side_of(party.entity, party.country, party.sector)
                    votes[party.entity][side] += 1
                    whole = party.sector == "GOV" or not side.startswith("state ")
                    called[side][not whole, party.name] += 1
        sides.of_entity = {entity: _most(some) for entity, some in votes.items()}
        sides.names = {
            side: min(some, key=lambda it: (it[0], -some[it], it[1]))[1] for side, some in called.items()
        }
        return sides

    def of(self, party: Participant) -> str | None:
        """Return the side of a participant; a description that names nobody in particular has none."""
        if party.entity:
            side = self.of_entity.get(party.entity) or side_of(party.entity, party.country, party.sector)
            return None if side.endswith("-people") else side  # a people is not who of it did something
        if _ARTICLE.sub("", party.name.casefold()) in _WEAPONS:
            return None
        if party.country and party.sector in STATE:
            return f"state {party.country}"
        return None if is_anybody(party.name) else f"({' '.join(party.name.casefold().split())})"

    def one_of(self, parties: Iterable[Participant]) -> str | None:
        """Return the one side of these who are on any, None where they are on none or on several."""
        sides = {side for party in parties if (side := self.of(party))}
        return next(iter(sides)) if len(sides) == 1 else None

    def of_speaker(self, speaker: Speaker) -> str | None:
        """Return the side of a speaker, None for one whom the text leaves open ("an official")."""
        if not speaker.entity:
            return None
        return self.of_entity.get(speaker.entity) or side_of(speaker.entity, None, None)

    def speaking(self, statement: Statement) -> str | None:
        """Return the side of the nearest speaker of a statement."""
        return self.of_speaker(statement.said_by[0]) if statement.said_by else None

    def name(self, side: str, party: Participant | None = None) -> str:
        """Return what to call a side: a party's own name where one is at hand, else its usual name."""
        return party.name if party else self.names.get(side, side.strip("()"))


def is_anybody(name: str) -> bool:
    """Whether a description names nobody in particular: its head, and all else in it, fits many."""
    words = [_GENITIVE.sub("", word) for word in _WORD.findall(name.casefold())]
    return not words or words[-1] in _ANYBODY or words[0] in _ANYBODY


def sector_of(party: Participant) -> str | None:
    """Return the PLOVER sector of a participant, by its description where the record has none."""
    if party.sector:
        return party.sector
    known = agent(party.name)
    return known.sector if known else None


def side_of(entity: str, country: str | None, sector: str | None) -> str:
    """A state's organ is the state; a person of a group, and a part of it, is that group."""
    part_of, known_country, known_sector = _standing(entity)
    country, sector = country or known_country, sector or known_sector
    if sector in STATE and country and len(country) == 3:
        return f"state {country}"
    return side_of(part_of, None, None) if part_of and part_of != entity else entity


@lru_cache(maxsize=1 << 14)
def _standing(entity: str) -> tuple[str | None, str | None, str | None]:
    """Part of what, country and sector of an entity of the lexicon as of its last standing."""
    table = entities()
    if entity not in table:
        return None, None, None
    it = table.standing(entity)
    return it.part_of, it.country, it.sector


def _most(some: Counter[str]) -> str:
    """The most frequent, of equals the first in the alphabet: nothing depends on the order of reading."""
    return min(some, key=lambda one: (-some[one], one))
