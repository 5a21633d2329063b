"""Which sentences hold these words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jirga.store import Hit, Store

#: Sentences given where no limit is asked for.
USUAL_LIMIT = 20


def search(store: Store, words: str, limit: int | None = None) -> Iterator[Hit]:
    """Yield the sentences that hold all of `words`, best first, at most `limit` (by default 20).

    Where no sentence does, those of documents that do, else those with any of the words: `Hit.holds` says
    which, the same for all. `"two words"` is a phrase, `begin*` a beginning. Raises UsageError where there
    is no word.
    """
    return store.search(words, USUAL_LIMIT if limit is None else limit)


#: What is told before hits that do not hold all the words asked for, by `Hit.holds`.
LOOSER = {
    "document": "No sentence holds all of the words; these are of documents that hold them all, "
    "the sentences nearest together first.",
    "some": "No document holds all of the words; these sentences hold some of them.",
}


def looser(hits: Sequence[Hit]) -> str:
    """Return one line saying how the hits fall short of what was asked for; empty where they do not."""
    return LOOSER.get(hits[0].holds, "") if hits else ""


def hit_json(hit: Hit, *, text: bool = True) -> dict[str, Any]:
    """Return a hit as a JSON object; offsets are code points of the document's text.

    `holds` says where all the words asked for stand together: this sentence, its document, or nowhere (it
    has some).
    """
    return {
        "document": hit.document,
        "source": hit.source,
        "start": hit.start,
        "end": hit.end,
        "holds": hit.holds,
        **({"quote": hit.text} if text else {}),
        "matches": [{"start": start, "end": end} for start, end in hit.matches],
    }
