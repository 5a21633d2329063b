"""How the documents call an entity: names told apart from descriptions, pronouns left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jirga.lexicon.agents import agent

#: What may stand before a name without being part of it.
_BEFORE = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|its|his|her|their|our|some|both)\s+)+", re.IGNORECASE
)

#: What may stand within a name in small letters.
_WITHIN = frozenset(
    {"of", "for", "and", "the", "in", "on", "to", "de", "del", "la", "el", "al", "bin", "ibn", "von", "van"}
)

_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "who", "whom", "whose"}
    | {"which", "that", "this", "these", "those", "my", "our", "your", "his", "its", "their", "mine", "ours"}
    | {"theirs", "hers", "itself", "himself", "herself", "themselves", "both", "all", "one", "others", "some"}
)


def called(mentions: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names and the descriptions among `mentions`, in their order, each once.

    "The TTP" and "the TTP's" are the name TTP; "its fighters" and "Police" describe; a pronoun is neither.
    """
    names: dict[str, None] = {}
    described: dict[str, str] = {}
    for mention in mentions:
        bare = bare_name(mention)
        if not bare or is_pronoun(mention) or is_pronoun(bare):
            continue
        if _is_name(bare):
            names[bare] = None
        else:
            described.setdefault(mention.casefold(), mention)
    return tuple(names), tuple(described.values())


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun alone, which names nobody where the text leaves it open: "its", "He"."""
    return words.strip().casefold() in _PRONOUNS


def bare_name(words: str) -> str:
    """Return words without an article before them and a genitive's ending after them."""
    return _BEFORE.sub("", re.sub(r"['’]s?$", "", words.strip())).strip()


def _is_name(words: str) -> bool:
    """Every word has its capital, and one alone is no common noun that merely begins a sentence."""
    parts = words.split()
    if " and the " in words or not all(one in _WITHIN or _has_capital(one) for one in parts):
        return False
    return _has_capital(parts[0]) and (len(parts) > 1 or agent(words) is None or words.isupper())


def _has_capital(word: str) -> bool:
    return any(letter.isupper() or letter.isdigit() for letter in word)
