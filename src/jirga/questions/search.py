"""Which sentences hold these words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jirga.store import Hit, Store

#: Sentences given where no limit is asked for.
USUAL_LIMIT = 20


def search(store: Store, words: str, limit: int | None = None) -> Iterator[Hit]:
    """Yield the sentences that hold all of `words`, best first, at most `limit` (by default 20).

    `"two words"` is a phrase, `begin*` a beginning. Raises UsageError where there is no word.
    """
    return store.search(words, USUAL_LIMIT if limit is None else limit)


def hit_json(hit: Hit, *, text: bool = True) -> dict[str, Any]:
    """Return a hit as a JSON object; offsets are code points of the document's text."""
    return {
        "document": hit.document,
        "source": hit.source,
        "start": hit.start,
        "end": hit.end,
        **({"quote": hit.text} if text else {}),
        "matches": [{"start": start, "end": end} for start, end in hit.matches],
    }
