"""Sentences built on one frame: what is left of a sentence when its content words are masked.

A skeleton keeps function words and punctuation as they are and turns every other word into `X`, every number
into `N`. Two sentences of at least `SHORTEST` words with one skeleton look like one template filled twice
(the shorter ones are alike in any prose: "He did not elaborate."). Sentences of one pair set, and those of a
copy and its original, are meant to be alike and are not held against each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from corpus.nouns import Passage

#: Words a sentence must have to be held against others.
SHORTEST = 6
#: The share of sentences that may share their skeleton (issue 3: no more than 2%).
LIMIT = 0.02

_WORD = re.compile(r"\d[\d.,:]*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Twin:
    """Sentences (passage id, words) of different families that share a skeleton."""

    skeleton: str
    sentences: tuple[tuple[str, str], ...]


def skeleton(sentence: str) -> str:
    """Return the sentence's frame: function words and punctuation kept, content words `X`, numbers `N`."""
    parts = []
    for match in _WORD.finditer(sentence):
        word = match.group()
        lower = word.lower().replace("’", "'")
        if word[0].isdigit():
            parts.append("N")
        elif word[0].isalpha() and not _is_function_word(lower):
            parts.append("X")
        else:
            parts.append(lower)
    return " ".join(parts)


def _is_function_word(word: str) -> bool:
    return not STOP_WORDS.isdisjoint({word, word.partition("'")[0], word.removesuffix("n't")})


def twins(passages: Sequence[Passage]) -> list[Twin]:
    """Return the skeletons that sentences of more than one family share, most shared first."""
    families = _families(passages)
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for passage in passages:
        for words in held(passage):
            found[skeleton(words)].append((families[passage.id], passage.id, words))
    shared = []
    for frame, group in found.items():
        if len({(family, words) for family, _, words in group}) > 1 and _apart(group):
            shared.append(Twin(frame, tuple((id_, words) for _, id_, words in group)))
    return sorted(shared, key=lambda twin: (-len(twin.sentences), twin.skeleton))


def share(passages: Sequence[Passage]) -> tuple[int, int]:
    """Return how many sentences share their skeleton with another's, of how many that are held against it."""
    return sum(len(twin.sentences) for twin in twins(passages)), sum(len(held(one)) for one in passages)


def held(passage: Passage) -> list[str]:
    """Return a passage's sentences of at least `SHORTEST` words."""
    words = (passage.text[start:end] for start, end in passage.sentences)
    return [one for one in words if len(one.split()) >= SHORTEST]


def _apart(group: Iterable[tuple[str, str, str]]) -> bool:
    """Whether two of the sentences come from different families, or are two of one passage."""
    members = list(group)
    families = {family for family, _, _ in members}
    passages = [id_ for _, id_, _ in members]
    return len(families) > 1 or len(set(passages)) < len(passages)


def _families(passages: Sequence[Passage]) -> dict[str, str]:
    """Return for each passage the family it may be alike with: pair set, or the original it copies."""
    by_id = {passage.id: passage for passage in passages}

    def root(passage: Passage) -> str:
        seen = {passage.id}
        while (origin := passage.copy_of or passage.draws_on) in by_id and origin not in seen:
            seen.add(str(origin))
            passage = by_id[str(origin)]
        return f"pair {passage.pair.id}" if passage.pair else passage.id

    return {passage.id: root(passage) for passage in passages}
