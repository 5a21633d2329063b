"""Clean text: what every document's offsets count in.

Changed are only what a reader of the page cannot see (line ends, control characters, soft hyphens, and
zero-width, direction and tag characters), the kinds of space, and canonical composition (NFC: an accent typed
apart from its letter would hide a name from the lexicon). Words, quotation marks and dashes stay.
"""

from __future__ import annotations

import re
import unicodedata

#: Names this cleaner; goes up whenever the same bytes would give another text, since offsets belong to it.
TEXT_VERSION = "clean-1"

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028]")

# Lone surrogates and noncharacters cannot be stored as UTF-8 or mean nothing; tag characters hide text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)

# Joiner and non-joiner spell words in Arabic and Indic scripts (U+0600 to U+109F); elsewhere they only hide.
_JOINERS = re.compile("(?<![\u0600-\u109f])[\u200c\u200d]+|(?<=[\u200c\u200d])[\u200c\u200d]+")

_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_EDGES = re.compile(" ?\n ?")
_BLANK_LINES = re.compile("\n{3,}")


def clean(text: str) -> str:
    """Return `text` cleaned: paragraphs parted by one blank line, single line breaks kept. Idempotent."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _JOINERS.sub("", _INVISIBLE.sub("", text))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return _BLANK_LINES.sub("\n\n", _LINE_EDGES.sub("\n", text)).strip(" \n")


def one_line(text: str) -> str:
    """Return `text` cleaned, on one line: for titles, names and addresses."""
    return " ".join(clean(text).split())
