"""Strings of the text for a template: the phrase around a mention, its name, its description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bench.muc.reading import Known, Phrase, Text
from bench.muc.vocabulary import PRONOUNS
from jirga.model import Participant

_LEAD = re.compile(
    r"^(?:(?:THE|A|AN|SOME|SEVERAL|VARIOUS|MANY|OTHER|ANOTHER|TWO OTHER|HIS|HER|THEIR|ITS|THIS|THAT|THESE"
    r"|THOSE|ALL|AT LEAST|LEAST|ABOUT|MORE THAN|APPROXIMATELY|NEARLY|ONLY|OVER|AROUND|BOTH|FEW|ALLEGED"
    r"|PRESUMED|SUSPECTED|[\d,.]+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|DOZENS? OF"
    r"|HUNDREDS OF|OR|WHEN|THOUSANDS OF|A GROUP OF|SO-CALLED)\s+)+(?=\S)"
)
#: Ranks and forms of address in front of a name, which the documentation wants under DESCRIPTION.
_TITLES = re.compile(
    r"^(?:(?:DR|DOCTOR|MR|MRS|MS|MSGR|MONSIGNOR|FATHER|REV|REVEREND|BISHOP|ARCHBISHOP|SISTER|BROTHER|GENERAL|GEN"
    r"|COLONEL|COL|LIEUTENANT|LT|MAJOR|MAJ|CAPTAIN|CAPT|SERGEANT|SGT|PRESIDENT|MINISTER|SENATOR|DEPUTY|JUDGE"
    r"|MAYOR|GOVERNOR|AMBASSADOR|ATTORNEY|ENGINEER|PRIEST|LEADER|DIRECTOR|FORMER|POLICE|ARMY|RECTOR|PROFESSOR"
    r"|JOURNALIST|CANDIDATE|MAGISTRATE|COMMANDER|RETIRED|DON|DONA)\.?\s+)+(?=\S)"
)


def plain(text: str) -> str:
    """Return a phrase as a template has it: capitals, single spaces, no determiner or number in front."""
    whole = " ".join(re.sub(r"\[[^\]]*\]?|\"", " ", text).upper().split()).strip(" ,.;:-'()[]")
    whole = re.sub(r"'S$|'$", "", whole)
    return _LEAD.sub("", whole)


def phrase_of(text: Text, start: int, end: int) -> Phrase | None:
    """Return the noun phrase that a stretch of text overlaps most of, None where it is in none."""
    over = [one for one in text.phrases if one.start < end and start < one.end]
    return max(over, key=lambda one: min(one.end, end) - max(one.start, start), default=None)


def mention_of(text: Text, person: Participant) -> Known | None:
    """Return the mention of a participant."""
    span = person.mention
    over = [one for one in text.mentions if one.start < span.end and span.start < one.end]
    return max(
        over,
        key=lambda one: (min(one.end, span.end) - max(one.start, span.start), -(one.end - one.start)),
        default=None,
    )


def name_of(text: Text, person: Participant) -> str | None:
    """Return the fullest name that a text has for a participant, without titles; None for all but persons."""
    own = mention_of(text, person)
    if own is None:
        return None
    named = own if _is_person(own) else _namesake(text, person.entity)
    if named is None or person.entity is None:
        return None
    bare = bare_name(text, named)
    return fullest(text, bare) if bare else None


def _is_person(one: Known) -> bool:
    return one.kind == "name" and one.entity_kind in {None, "person"}


def _namesake(text: Text, entity: str | None) -> Known | None:
    """Return the first mention by name of a person ("the candidate" was called so)."""
    return next((one for one in text.mentions if one.entity == entity and _is_person(one)), None)


def bare_name(text: Text, named: Known) -> str | None:
    """Return the run of proper nouns around a mention by name, without titles."""
    phrase = phrase_of(text, named.start, named.end)
    start, end = named.start, named.end
    if phrase is not None and phrase.name is not None and phrase.name <= named.start:
        start, end = phrase.name, max(named.end, phrase.head_end(text.text))
    return _TITLES.sub("", plain(text.text[start:end])) or None


def fullest(text: Text, name: str) -> str:
    """Return the longest name of a person in the text that has all words of this one in a row."""
    best = name
    for one in text.mentions:
        if _is_person(one):
            other = bare_name(text, one) or ""
            if len(other) > len(best) and re.search(rf"\b{re.escape(name)}\b", other):
                best = other
    return best


def same_person(one: str, other: str) -> bool:
    """Whether the words of one name are all among the other's."""
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine


def description_of(text: Text, person: Participant) -> str | None:
    """Return the phrase of an unnamed participant up to its head; None for pronouns, places, mere numbers."""
    known = mention_of(text, person)
    if known is not None and known.kind in {"pronoun", "place"}:
        return None
    start, end = person.mention.start, person.mention.end
    phrase = phrase_of(text, start, end)
    if phrase is not None and start <= phrase.head < end:
        end = phrase.head_end(text.text)
    found = plain(text.text[start:end])
    return found if re.search(r"[A-Z]{2}", found) and found.lower() not in PRONOUNS else None


def phrases_in(text: Text, start: int, end: int) -> Iterator[Phrase]:
    """Yield the noun phrases whose heads lie in a stretch of text."""
    return (one for one in text.phrases if start <= one.head < end)
