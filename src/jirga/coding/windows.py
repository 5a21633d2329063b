"""What the learned model reads at once: a sentence's words, with the words that precede them as context.

Training and reading cut texts by the same function, so that the model meets in use what it was trained on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Words before the sentence that are read with it: who "he" is, who spoke last.
CONTEXT = 32
#: Words of a sentence that are read at once; what is longer is cut, each piece with what precedes it.
LONGEST = 96


@dataclass(frozen=True, slots=True)
class Window:
    """Words to read together; those from `first` on are the sentence, those before it are context."""

    words: tuple[str, ...]
    tokens: tuple[int, ...]
    first: int


def windows(doc: Doc) -> Iterator[Window]:
    """Yield the windows of a document in the order of the text; each word is in one sentence."""
    seen: list[int] = []
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        for start in range(0, len(words), LONGEST):
            here = words[start : start + LONGEST]
            before = seen[-CONTEXT:]
            tokens = (*before, *here)
            yield Window(tuple(doc[i].text for i in tokens), tokens, len(before))
            seen += here
