"""Small numbers as English writes them before a unit of time: `3`, `three`, `twenty-one`, `a couple of`."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_WORDS = {word: value for value, word in enumerate(re.findall(r"\w+", _ONES))}
_NAMES = list(_WORDS)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SPECIAL = {
    "a": 1,
    "an": 1,
    "one": 1,
    "a couple of": 2,
    "couple of": 2,
    "a dozen": 12,
    "dozen": 12,
    "a pair of": 2,
}
#: The ordinals of the days of a month in words: {"first": 1, … "thirty-first": 31}, hyphens for blanks.
ORDINALS = {
    word: value
    for value, word in enumerate(
        re.findall(
            r"[a-z]+",
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        ),
        start=1,
    )
}
ORDINALS |= {f"twenty-{word}": 20 + value for word, value in ORDINALS.items() if value < 10}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
#: A regular expression (for IGNORECASE) of what `number` understands.
PATTERN = (
    r"(?:[0-9]{1,4}|a\scouple\sof|couple\sof|a\spair\sof|a\sdozen|an?"
    rf"|(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_NAMES[1:10])}))?"
    rf"|{'|'.join(reversed(_NAMES[1:]))})"
)


def number(words: str) -> int | None:
    """Return the value of a small number in digits or words, None where it is none."""
    plain = " ".join(words.lower().split())
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain in _SPECIAL:
        return _SPECIAL[plain]
    parts = plain.replace("-", " ").split()
    values = [_TENS.get(part, _WORDS.get(part)) for part in parts]
    return sum(value for value in values if value is not None) if values and None not in values else None
