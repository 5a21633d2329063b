"""Number phrases of a text with the bounds they state: "at least 12", "dozens", "between 30 and 40", "no".

Conventions, for counts of people and events:
- "more than N", "over N": low N, no high, approximate: the press rounds N down, N + 1 would feign exactness;
- "up to N", "fewer than N": high N, no low;
- a plural of a unit ("dozens", "several hundred", "tens of thousands") is at least two of that unit, so that
  a later count can only confirm it; "several" and "a few" are at least three; no high, approximate;
- "many", "numerous" state no number: both bounds None, approximate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

_UNITS = MappingProxyType(
    {
        word: value
        for value, word in enumerate(
            re.findall(
                r"\w+",
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                "fifteen "
                "sixteen seventeen eighteen nineteen",
            )
        )
    }
)
_TENS = MappingProxyType(
    {
        word: 10 * value
        for value, word in enumerate(
            re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety"), start=2
        )
    }
)
_SCALES = MappingProxyType(
    {
        "dozen": 12.0,
        "score": 20.0,
        "hundred": 1e2,
        "thousand": 1e3,
        "lakh": 1e5,
        "million": 1e6,
        "crore": 1e7,
        "billion": 1e9,
        "trillion": 1e12,
    }
)
_SCALE = r"(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion)"
_DIGITS = r"(?<![\w.,/:\-])\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\w])|(?<![\w.,/:])\d+(?:\.\d+)?(?![\w/:]|[.,]\d)"
_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(list(_UNITS)[1:10])}))?|{'|'.join(reversed(_UNITS))})"
)
_WORDS = (
    rf"\b(?:half\sa\s(?:dozen|million)|(?:(?:an?\s)?{_SCALE}|{_SMALL}(?:[-\s]{_SCALE}\b)*)"
    rf"(?:[-\s](?:and\s)?{_SMALL}(?:[-\s]{_SCALE}\b)*)*)\b"
)
_NUMBER = rf"(?:(?:{_DIGITS})(?:\s{_SCALE}\b)?|{_WORDS})"
_VAGUE = (
    r"\b(?:tens|dozens|scores|hundreds|thousands|lakhs|millions|billions)"
    r"(?:\sof\s(?:thousands|millions))?\b"
    r"|\b(?:several|a\sfew|many)\s(?:dozen|hundred|thousand|lakh|million|billion)\b"
    r"|\ba\sscore(?=\sof\b)"
    r"|\b(?:a\scouple|a\sfew|several|a\shandful|many|numerous|countless|scores)\b"
)
_RANGE = re.compile(
    rf"(?:\b(?:between|from)\s)?(?P<a>{_NUMBER})(?:\s?[-–—]\s?|\s(?:to|and|or)\s)(?P<b>{_NUMBER})",
    re.IGNORECASE,
)
#: What goes from one number to another, and lies not between them.
_CHANGED = re.compile(
    r"\b(?:r[oi]se[ns]?|rising|climb\w*|jump\w*|increas\w*|gr[oe]wn?|growing|fell|fall\w*|dropp?\w*|lower\w*|raised?|"
    r"raising|revis\w*|reduc\w*|updat\w*|correct\w*|chang\w*|went|gone|up|down)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<n>{_NUMBER})(?P<after>\s?-?odd\b|\sor\s(?:more|so)\b|\+)?", re.IGNORECASE)
_MANY = re.compile(_VAGUE, re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?P<least>at\sleast|no\s(?:fewer|less)\sthan|not\sless\sthan|a\sminimum\sof|"
    r"(?:more|greater)\sthan\sor\sequal\sto)"
    r"|(?P<more>(?:well\s|far\s)?(?:more\sthan|over|above|upwards?\sof|in\sexcess\sof|exceeding))"
    r"|(?P<most>up\sto|as\smany\sas|no\smore\sthan|not\smore\sthan|at\s(?:the\s)?most|"
    r"a\smaximum\sof|fewer\sthan|less\sthan|under)"
    r"|(?P<about>about|around|some|nearly|almost|approximately|roughly|an\sestimated|estimated|close\sto|circa"
    r"|just\s(?:over|under)))\s(?:(?:the|a|an)\s(?=\d))?$",
    re.IGNORECASE,
)
#: The lowest count that each vague word allows; None where it states no number.
_LEAST = MappingProxyType(
    {
        "a couple": 2.0,
        "a score": 20.0,
        "a few": 3.0,
        "several": 3.0,
        "a handful": 3.0,
        "many": None,
        "numerous": None,
        "countless": None,
    }
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase: its code points, the numeral's own, and its inclusive bounds."""

    start: int
    end: int
    numeral: int
    low: float | None
    high: float | None
    approximate: bool = False


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the number phrases of `text` in order, the longest at each place, none overlapping."""
    found = [*_ranges(text), *_ones(text), *_vague(text)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)


def value(words: str) -> float | None:
    """Return the value of one numeral ("1,200", "two dozen", "3.5 million"), None where it is none."""
    plain = re.sub(r"[\s-]+", " ", words.lower().replace(",", "")).strip()
    if plain.startswith("half a "):
        return _SCALES.get(plain.removeprefix("half a "), 0.0) / 2 or None
    total = current = 0.0
    seen = False
    for word in plain.split():
        if word in {"and", "a", "an"}:
            continue
        seen = True
        if word in _SCALES:
            current = max(current, 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
            continue
        small = _small(word)
        if small is None:
            return None
        current += small
    return total + current if seen else None


def _small(word: str) -> float | None:
    if word in _UNITS:
        return float(_UNITS[word])
    if word in _TENS:
        return float(_TENS[word])
    return float(word) if re.fullmatch(r"\d+(?:\.\d+)?", word) and word.isascii() else None


def _ranges(text: str) -> Iterator[Number]:
    for match in _RANGE.finditer(text):
        low, high = value(match["a"]), value(match["b"])
        joined_by_and = re.search(r"\sand\s$", text[match.end("a") : match.start("b")]) is not None
        spoken = match.group().lower().startswith(("between ", "from "))
        if low is None or high is None or (joined_by_and and not spoken) or not low < high:
            continue
        if spoken and _CHANGED.search(text, max(0, match.start() - 60), match.start()):
            continue  # "the toll rose from 27 to 34": it is 34
        yield _with_prefix(text, Number(match.start(), match.end(), match.start("a"), low, high))


def _ones(text: str) -> Iterator[Number]:
    for match in _ONE.finditer(text):
        amount = value(match["n"])
        if amount is None or _is_article_only(match["n"]):
            continue
        after = (match["after"] or "").lower()
        rough = "odd" in after or "so" in after
        high = None if "more" in after or "+" in after else amount
        number = Number(match.start(), match.end(), match.start("n"), amount, high, rough)
        yield _with_prefix(text, number) if high is not None else number


def _is_article_only(words: str) -> bool:
    return words.lower() in {"a", "an"}


def _with_prefix(text: str, number: Number) -> Number:
    """The number with what stands before it ("at least") taken into its bounds and its stretch."""
    before = _BEFORE.search(text, max(0, number.start - 40), number.start)
    if before is None:
        return number
    start = before.start()
    if before["least"]:
        return replace(number, start=start, high=None)
    if before["more"]:
        return replace(number, start=start, high=None, approximate=True)
    if before["most"]:
        return replace(number, start=start, low=None)
    return replace(number, start=start, approximate=True)


def _vague(text: str) -> Iterator[Number]:
    for match in _MANY.finditer(text):
        word = " ".join(match.group().lower().split())
        if word == "scores" and text[match.end() : match.end() + 4] != " of ":
            continue
        low = _LEAST[word] if word in _LEAST else _plural(word)
        high = _LEAST[word] if word in {"a couple", "a score"} else None
        yield Number(match.start(), match.end(), match.start(), low, high, True)


def _plural(word: str) -> float:
    """Two of the unit ("several hundred": 200), times what follows "of" ("tens of thousands": 20,000)."""
    if word not in _SCALES and word.rsplit(" ", 1)[-1] in _SCALES:
        return 2.0 * _SCALES[word.rsplit(" ", 1)[-1]]
    least = 2.0
    for part in word.split(" of "):
        least *= 10.0 if part == "tens" else _SCALES[part.removesuffix("s")]
    return least
