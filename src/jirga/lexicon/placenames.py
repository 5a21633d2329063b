"""The index of place names: which places a folded name may mean, read block by block as names are asked for.

A line of the file holds a folded name, a tab and the numbers of the places so called, best first, with a `?`
before them where the name is also a word or a person's name. Lines are sorted by name; an empty line stands
between blocks, and all names that begin with one word stand in one block. Most of a reading's words are in
few blocks, so that loading costs no more than unpacking.
"""

from __future__ import annotations

from bisect import bisect_right

#: What stands before the numbers of a name that needs a cue.
CUED = "?"


class Names:
    """All names of the index."""

    def __init__(self, text: str) -> None:
        """Keep the text of the file in blocks."""
        self._blocks = text.removesuffix("\n").split("\n\n")
        self._firsts = [block[: block.index("\t")].partition(" ")[0] for block in self._blocks]
        self._read: dict[int, dict[str, str]] = {}
        self._longest: dict[str, int] = {}

    def block(self, word: str) -> dict[str, str]:
        """Return the block where names stand that begin with a folded word: numbers as written, by name."""
        at = bisect_right(self._firsts, word) - 1
        found = self._read.get(at)
        if found is None:
            found = self._read[at] = _block(self._blocks[at]) if at >= 0 else {}
        return found

    def longest(self, word: str) -> int:
        """Return how many words the longest name has that begins with a folded word, 1 where none does."""
        known = self._longest.get(word)
        if known is None:
            counts = (name.count(" ") + 1 for name in self.block(word) if name.startswith(word + " "))
            known = self._longest[word] = max(counts, default=1)
        return known

    def numbers(self, name: str) -> list[int]:
        """Return the numbers of the places of a folded name, best first; none where no place is so called."""
        known = self.block(name.partition(" ")[0]).get(name, "")
        return [int(number) for number in known.lstrip(CUED).split()]

    def everything(self) -> list[str]:
        """Return all names in order."""
        return [name for block in map(_block, self._blocks) for name in block]


def _block(text: str) -> dict[str, str]:
    fields = text.replace("\t", "\n").split("\n")
    return dict(zip(fields[::2], fields[1::2], strict=True))
