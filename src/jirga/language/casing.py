"""Which words English writes with a capital, where a text in capitals does not tell.

The model's strings hold nearly every word in lower case too, names among them ("garcia"), so being there says
little. What it also met with a capital is a name unless WordNet, of which its lemmatizer has the words, knows
it as a common one; a common noun that is also what a person or a city is called ("maria", "medellin") is a
name where English has no plural of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set
from jirga.lexicon.entities import entities, using
from jirga.lexicon.places import gazetteer

if TYPE_CHECKING:
    from spacy.language import Language

#: So many persons of the lexicon called so make a word a name that is no more than a noun otherwise.
PERSONS = 2
#: From this many people on, a place is known well enough by its bare name.
CITY = 100_000
#: Names of one letter, and particles ("de", "al"), keep to lower case.
SHORTEST = 4
_ABSTRACT = re.compile(r"(?:tion|sion|ness|ity|ment|ance|ence|ism|ship|dom)$")
_OPEN = ("verb", "adj", "adv")
#: Words that are neither WordNet's nor the model's stop words, and no names.
_CLOSED = word_set(
    "amid amidst anybody anyhow everybody nobody somebody whoever whichever et vs per via del los las y"
)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of the model in lower case, which of them it met with a capital, and WordNet's by class."""

    small: frozenset[str]
    both: frozenset[str]
    stop: frozenset[str]
    index: dict[str, frozenset[str]]
    irregular: dict[str, frozenset[str]]
    rules: dict[str, tuple[tuple[str, str], ...]]

    def classes(self, word: str) -> frozenset[str]:
        """Return the word classes that WordNet knows a word or its base form in."""
        return frozenset(
            name
            for name, words in self.index.items()
            if word in words
            or word in self.irregular.get(name, ())
            or any(base in words for base in self._bases(word, name))
        )

    def _bases(self, word: str, name: str) -> list[str]:
        return [word.removesuffix(end) + new for end, new in self.rules.get(name, ()) if word.endswith(end)]

    def is_common(self, word: str) -> bool:
        """Whether a word is one of a class that names do not come from, or an inflected noun."""
        if word in self.stop or word in _CLOSED or agent(word) is not None:
            return True
        found = self.classes(word)
        return bool(found & set(_OPEN)) or ("noun" in found and word not in self.index["noun"])

    def has_plural(self, word: str) -> bool:
        """Whether the model met the plural of a word."""
        return bool({f"{word}s", f"{word}es", f"{word.removesuffix('y')}ies"} & self.small)


@dataclass(frozen=True, slots=True)
class Casing:
    """How words are written: `lower` in lower case, `unsure` in lower case unless they stand by a name.

    `words` says which of `lower` are names or unsure after all, and which of the rest are common.
    """

    lower: frozenset[str]
    unsure: frozenset[str] = frozenset()
    words: Words | None = None

    def is_small(self, word: str) -> bool:
        """Whether English writes a word, given in lower case, without a capital."""
        if word in self.lower:
            return self.words is None or _judged(self.words, word) != "name"
        if not word.isalpha():
            return False
        if agent(word) is not None:
            return True
        if self.words is None or word in self.words.small:
            return False
        return self.words.is_common(word) or (word in self.words.index["noun"] and not _is_name(word))

    def is_unsure(self, word: str) -> bool:
        """Whether a word, given in lower case, has a capital only beside a name."""
        return word in self.unsure or (self.words is not None and _judged(self.words, word) == "unsure")


@lru_cache(maxsize=2)
def words_of(nlp: Language) -> Words:
    """Return the words that the model knows, as far as its strings were when this was first asked."""
    strings = [word for word in nlp.vocab.strings if word.isalpha()]
    small = frozenset(word for word in strings if word.islower())
    titled = {word.lower() for word in strings if word.istitle()}
    return Words(small, frozenset(small & titled), frozenset(nlp.Defaults.stop_words), *_wordnet(nlp))


def _wordnet(
    nlp: Language,
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, tuple[tuple[str, str], ...]]]:
    """Return the lemmatizer's base forms, irregular forms and endings by word class, none without it."""
    tables: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    if tables is None or not tables.lookups.has_table("lemma_index"):
        return {"noun": frozenset()}, {}, {}
    index, irregular, rules = (
        tables.lookups.get_table(f"lemma_{name}", {}) for name in ("index", "exc", "rules")
    )
    names = ("noun", *_OPEN)
    return (
        {name: frozenset(index.get(name, ())) for name in names},
        {name: frozenset(irregular.get(name, ())) for name in names},
        {name: tuple((end, new) for end, new in rules.get(name, ())) for name in names},
    )


@lru_cache(maxsize=2)
def casing(nlp: Language) -> Casing:
    """Return how the model's words are written in running English."""
    words = words_of(nlp)
    return Casing(words.small, words=words)


@lru_cache(maxsize=65536)
def _judged(words: Words, word: str) -> Literal["name", "unsure", "common"]:
    """Return what a word is that the model knows in lower case; asked of the few words of a text alone."""
    if word not in words.both or words.is_common(word):
        return "common"
    with using(None):  # the same for every user
        persons = entities().person_words.get(word, 0)
    called = not words.has_plural(word) and _is_called(word, persons)
    if word not in words.index["noun"] or called:
        return "name"
    return "unsure" if len(word) >= SHORTEST and persons else "common"


@lru_cache(maxsize=4096)
def _is_name(noun: str) -> bool:
    """Whether any person or place is called so."""
    with using(None):
        return noun in entities().person_words or bool(gazetteer().named(noun.capitalize()))


def _is_called(noun: str, persons: int) -> bool:
    """Whether persons or a city are called so."""
    if len(noun) < SHORTEST or _ABSTRACT.search(noun):
        return False
    return persons >= PERSONS or any(one.population >= CITY for one in gazetteer().named(noun.capitalize()))
