"""Common nouns for actors and their PLOVER sectors: "militants", "police officers", "the tribal elders"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from jirga.lexicon.tables import rows

FILE = "agents.tsv"
AgentKind = Literal["person", "body", "materiel"]

#: Nouns whose plural no rule below undoes.
IRREGULAR = {"children": "child", "wives": "wife", "thieves": "thief"}
#: What may lead a noun phrase without changing whom it names.
LEADING = re.compile(
    r"^(?:(?:the|a|an|some|many|several|few|all|both|more|most|other|another|these|those|this|that|any|no|his|"
    r"her|its|their|our|dozens of|scores of|hundreds of|thousands of|tens of|at least|about|around|nearly|"
    r"[\d,.]+)\s+)+"
)
#: Where a noun phrase's head ends and its complement begins.
COMPLEMENT = re.compile(
    r"\s+(?:of|for|from|in|at|with|to|on|by|who|that|which|and|against|near|belonging to)\s+"
)
#: Those who held an office and hold it no more are PLOVER's ELI.
FORMER = re.compile(r"^(?:former|ex-|ex |retired|ousted|deposed|toppled|exiled)\s*(?=\w)")
OFFICES = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})
#: Words before a noun that say whose it is: "a rebel envoy", "a police sergeant".
_OF_REBELS = frozenset(
    {"rebel", "separatist", "insurgent", "guerrilla", "secessionist", "jihadist", "jihadi"}
)
_OF_POLICE = frozenset({"police", "gendarmerie"})
#: Sectors of a noun that give way to such a word: whoever serves somebody is of those he serves.
_YIELDS_TO_REBELS = frozenset({None, "MIL", "LAB", "GOV", "PRM", "BUS", "PTY", "SPY", "ELI"})
_YIELDS_TO_POLICE = frozenset({None, "MIL", "LAB", "BUS"})


@dataclass(frozen=True, slots=True)
class Agent:
    """What a common noun says of an actor.

    `sector` is None for a noun that has none of its own ("leader", "group"): its complement or modifier has
    it. `kind` is `body` for an organised whole and `materiel` for machines that stand for those who use them.
    """

    sector: str | None
    other_sectors: tuple[str, ...]
    kind: AgentKind


@lru_cache(maxsize=1)
def _agents() -> dict[str, Agent]:
    return {
        row["phrase"]: Agent(row["sector"] or None, row.many("other_sectors"), row["kind"])  # type: ignore[arg-type]
        for row in rows(FILE)
    }


def phrases() -> tuple[str, ...]:
    """Return all phrases of the table, in the singular."""
    return tuple(_agents())


def singulars(word: str) -> Iterator[str]:
    """Yield the forms that an English plural may come from, likeliest first, and at last the word itself."""
    if word in IRREGULAR:
        yield IRREGULAR[word]
    if word.endswith("men"):
        yield word[:-2] + "an"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes", "oes", "zes")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    yield word


def _known(phrase: str) -> Agent | None:
    table = _agents()
    if phrase in table:
        return table[phrase]
    before, space, last = phrase.rpartition(" ")
    first, gap, rest = phrase.partition(" ")
    forms = [before + space + form for form in singulars(last)]
    if re.match(r"(?:of|in|for)\b", rest) or "-" in phrase:  # members of parliament, commanders-in-chief
        stem, hyphen, tail = first.partition("-")
        forms += [form + hyphen + tail + gap + rest for form in singulars(stem)]
    return next((table[form] for form in forms if form in table), None)


def _longest(phrase: str) -> Agent | None:
    """The longest end of a phrase that is known: "senior provincial police officers" by "police officers"."""
    parts = phrase.split(" ")
    return next((found for at in range(len(parts)) if (found := _known(" ".join(parts[at:])))), None)


@lru_cache(maxsize=1 << 14)
def agent(phrase: str) -> Agent | None:
    """Return what a noun phrase says of an actor, None where its head is no known agent.

    Case, articles, numbers and plurals make no difference. A phrase that is not known whole is read by its
    head: the longest known end of what stands before a preposition; where that head has no sector of its own
    ("members of the security forces"), the complement's is taken.
    """
    bare = " ".join(phrase.replace("’", "'").casefold().removesuffix("'s").rstrip("'").split())
    bare = LEADING.sub("", bare)
    former = FORMER.match(bare)
    if former and (gone := _known(bare)):
        return gone
    found = _by_head(bare[former.end() :] if former else bare)
    if former and found and found.sector in OFFICES:
        return replace(found, sector="ELI", other_sectors=())
    return found


def _by_head(phrase: str) -> Agent | None:
    whole = _known(phrase)
    if whole is not None:
        return whole
    head, *complement = COMPLEMENT.split(phrase, maxsplit=1)
    found = _longest(head)
    if found is not None:
        found = _served(head, found)
    if found is None or found.sector is not None or not complement:
        return found
    rest = _by_head(LEADING.sub("", complement[0]))
    return replace(rest, kind=found.kind) if rest else found


def _served(head: str, found: Agent) -> Agent:
    """Return what a noun is once the words before it say whom it serves: rebels, the police, a body."""
    words = head.split(" ")[:-1]
    before = frozenset(words)
    if before & _OF_REBELS and found.sector in _YIELDS_TO_REBELS:
        return replace(found, sector="REB", other_sectors=())
    if before & _OF_POLICE and found.sector in _YIELDS_TO_POLICE:
        return replace(found, sector="COP", other_sectors=())
    body = _known(words[-1]) if words and found.sector is None else None
    if body is not None and body.kind == "body" and body.sector is not None:
        return replace(body, kind=found.kind)  # a junta spokesman, the party leader
    return found
