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


def windows(doc: Doc, together: int = 0, context: int = CONTEXT) -> Iterator[Window]:
    """Yield the windows of a document in the order of the text; each word is in one sentence.

    Each holds one sentence, or as many whole ones as have `together` words (training only: the program reads
    one by one, which finds the speakers better), and up to `context` words that precede them.
    """
    seen: list[int] = []
    start = end = 0  # where in `seen` the sentences of the next window begin, and where their last word ends
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        for at in range(0, len(words), LONGEST):
            piece = words[at : at + LONGEST]
            if end > start and end - start + len(piece) > together:
                yield _window(doc, seen, (start, end), context)
                start = len(seen)
            seen += piece
            end = len(seen)
        if (ended := _break_after(sentence)) is not None:
            seen.append(ended)  # read as a full stop: what follows a headline does not go on from it
    if end > start:
        yield _window(doc, seen, (start, end), context)


def _window(doc: Doc, seen: list[int], span: tuple[int, int], context: int) -> Window:
    start, end = span
    before = max(0, start - context)
    tokens = tuple(seen[before:end])
    return Window(tuple("." if doc[i].is_space else doc[i].text for i in tokens), tokens, start - before)
