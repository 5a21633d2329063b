"""What the learned model reads at once: a sentence's words, with the words that precede them as context.

Training and reading cut texts by the same function, so that the model meets in use what it was trained on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

#: Words before the sentence that are read with it: who "he" is, who spoke last.
CONTEXT = 32
#: Words of a sentence that are read at once; what is longer is cut, each piece with what precedes it.
LONGEST = 96


def _break_after(sentence: Span) -> int | None:
    """Return the line break that ends a sentence without a full stop, as headlines and headings do."""
    words = [token for token in sentence if not token.is_space]
    if not words or words[-1].is_punct or words[-1].is_quote or words[-1].i + 1 >= len(sentence.doc):
        return None
    after = words[-1].nbor()
    return after.i if after.is_space and "\n" in after.text else None


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
            yield Window(tuple("." if doc[i].is_space else doc[i].text for i in tokens), tokens, len(before))
            seen += here
        if (ended := _break_after(sentence)) is not None:
            seen.append(ended)  # read as a full stop: what follows a headline does not go on from it
