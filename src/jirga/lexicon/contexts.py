"""PLOVER 2 contexts by the words that show them: `data/contexts.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """Return word or word pair → contexts."""
    text = files("jirga.lexicon").joinpath("data", "contexts.txt").read_text(encoding="utf-8")
    table: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        context, _, words = line.partition(":")
        for word in (w.strip() for w in words.split(",")):
            table[word] = (*table.get(word, ()), context.strip())
    return MappingProxyType(table)


def contexts_of(lemmas: Iterable[str]) -> tuple[str, ...]:
    """Return the contexts that a sentence's lemmas (lower case, in order) show, each once, sorted."""
    words = list(lemmas)
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    return tuple(sorted({c for word in (*words, *pairs) for c in _table().get(word, ())}))
