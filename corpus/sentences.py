"""Sentences of our own texts and of the real ones: one small splitter, independent of the coder's."""

from __future__ import annotations

import re

#: Words whose full stop ends no sentence: titles and ranks; before a number also months and references.
_TITLES = (
    "mr mrs ms dr prof gen lt col maj capt cpl sgt pvt brig adm cmdr gov sen rep rev hon st mt ft fr sr jr"
)
_BEFORE_NUMBERS = "jan feb mar apr jun jul aug sept sep oct nov dec no nos art sec para approx vol pp"
_SHORT = frozenset((_TITLES + " supt insp det amb spc vs u.s u.n u.k e.g i.e cf").split(" "))
_SHORT_BEFORE_NUMBERS = frozenset(_BEFORE_NUMBERS.split(" "))
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_BREAK = re.compile(r"\s*\n\s*")


def sentences(text: str, *, wrapped: bool = False) -> tuple[tuple[int, int], ...]:
    """Return the `(start, end)` of each sentence, in code points; every word of `text` is in one of them.

    A line break ends a sentence unless `wrapped`, where only a blank line does (texts broken at a width).
    """
    found: list[tuple[int, int]] = []
    position = 0
    for gap in (_BLANK if wrapped else _BREAK).finditer(text):
        found += _in_paragraph(text, position, gap.start())
        position = gap.end()
    found += _in_paragraph(text, position, len(text))
    return tuple(found)


def sentence_at(spans: tuple[tuple[int, int], ...], offset: int) -> int:
    """Return the index of the sentence that holds `offset` (of the nearest before it, where none does)."""
    index = 0
    for number, (start, _) in enumerate(spans):
        if start <= offset:
            index = number
    return index


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, position = [], start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, start, end):
            found.append(_trim(text, position, match.end()))
            position = match.end()
    found.append(_trim(text, position, end))
    return [span for span in found if span[0] < span[1]]


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    rest = text[match.end() : end].lstrip()
    if not rest:
        return True
    if rest[0].islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    if text[start : match.start()].strip().isdigit():  # the number of a list or of a paragraph
        return False
    word = _LAST_WORD.search(text[start : match.start()])
    last = word.group().lower() if word else ""
    if rest[0].isdigit() and last in _SHORT_BEFORE_NUMBERS:
        return False
    initial = len(last) == 1 and last.isalpha() and last != "i"
    return not (initial or last in _SHORT or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
