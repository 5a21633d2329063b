"""Which sentences hold these words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.errors import UsageError

if TYPE_CHECKING:
    from jirga.store import Hit, Store

#: Sentences given where no limit is asked for.
USUAL_LIMIT = 20


def search(store: Store, words: str, limit: int | None = None) -> Iterator[Hit]:
    """Yield the sentences that hold all of `words`, best first, at most `limit`."""
    if not words.strip():
        raise UsageError("no words to search for", next_step='name some: jirga search "ceasefire Khost"')
    return iter(store.search(words, USUAL_LIMIT if limit is None else limit))
