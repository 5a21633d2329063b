"""Where the words of a person's decision stand in the text: what cannot be located is no evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jirga.model import Span

#: What stands between words of a text and those copied from a screen: any white space for any other.
_SPACE = re.compile(r"\s+")


def places(text: str, words: str) -> Iterator[Span]:
    """Yield every place of `words` in `text`: exactly so, else with other white space between them."""
    words = words.strip()
    if not words:
        return
    pattern = re.escape(words)
    if words not in text:
        pattern = r"\s+".join(re.escape(one) for one in _SPACE.split(words))
    for found in re.finditer(pattern, text):
        yield Span.of(text, found.start(), found.end())


def nearest(text: str, words: str, to: int, *, whole: bool = False) -> Span | None:
    """Return the place of `words` nearest to the offset `to`, None where there is none.

    With `whole` only places at word borders count, so that "he" is not found in "the".
    """
    found = [one for one in places(text, words) if not whole or _at_borders(text, one)]
    return min(found, key=lambda one: abs(one.start - to), default=None)


def _at_borders(text: str, span: Span) -> bool:
    before, after = text[: span.start][-1:], text[span.end :][:1]
    return not (before.isalnum() and span.quote[0].isalnum()) and not (
        after.isalnum() and span.quote[-1].isalnum()
    )


def around(text: str, quote: Span, sentences: Iterator[tuple[int, int]]) -> Span:
    """Return the sentence, or run of sentences, in which `quote` stands; itself where none holds it."""
    inside = [(start, end) for start, end in sentences if start < quote.end and quote.start < end]
    start = min([start for start, _ in inside] + [quote.start])
    end = max([end for _, end in inside] + [quote.end])
    return Span.of(text, start, end)
