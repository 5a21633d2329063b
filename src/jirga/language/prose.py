"""Stretches of a text that are no prose: bylines, datelines, addresses, "Read more", notes on the author."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.language.analysis import covering
from jirga.language.layout import datelines, pieces
from jirga.language.notes import notes

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from jirga.language.analysis import TimeExpression
    from jirga.model import Document

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BYLINE = re.compile(
    r"\s*\(?(?:(?:(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|photos?|"
    r"photographs?|story|text|translated) by)|by)\s+[A-Z][\w.'’-]+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s*(?:e-?mail|twitter|x|web|website|url|source)?:?\s*(?:https?://\S+|www\.\S+|\S+@\S+|@\w+)\s*$",
    re.I,
)
_CAPTION = re.compile(
    r"\s*\W*(?:read (?:more|the rest|the full)|also read|see also|related(?: stories| articles| news)?:|"
    r"advertisement\b|share this|"
    r"follow us|subscribe|sign up|click here|photo(?:graph)?s?:|image:|file photo|picture:|caption:|video:|"
    r"watch:|listen:|©|copyright\b|all rights reserved|published in|"
    r"this (?:article|story) (?:was|is|has been) )",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"\s*(?:the (?:writer|author)s? (?:is|are|was|were|has|can|may|tweets?|teaches|works|heads|writes)\b)",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    r"\s*(?:[A-Z][\w.'’-]+\s){1,4}(?:is|was) (?:an? |the )[^.]{0,60}\b(?:journalist|columnist|fellow|"
    r"correspondent|contributor|professor|lecturer|researcher|analyst|editor|writer|author|reporter)\b"
)
_DATING = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|revised)|published|posted|issued|released|uploaded|dated|filed|"
    r"at|on|by|am|pm|[a-z]{2,4}t|utc|date|time|first|ago|hours?|minutes?)\b",
    re.IGNORECASE,
)
#: A line that carries only a date may hold this many other words ("Updated", "Published", a weekday).
_DATE_EXTRAS = 4


class _Within:
    """Spans in order, to be asked which of them begin in a line."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        """Take the spans in order."""
        self.spans = spans
        self.starts = [start for start, _ in spans]

    def of(self, line: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the spans that begin within the line."""
        return self.spans[bisect_left(self.starts, line[0]) : bisect_left(self.starts, line[1])]


def skipped(document: Document, doc: Doc, times: tuple[TimeExpression, ...]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of `document` that are no prose, in order, as offsets that do not overlap."""
    lines = [span for piece in pieces(document.text) if (span := _trimmed(document.text, piece))]
    finite = _Within([(token.idx, token.idx + len(token)) for token in doc if token.tag_ in _FINITE])
    dated = _Within([(t.start, t.end) for t in times if t.kind in {"date", "time"}])
    found = [line for line in lines if _is_furniture(document, line, finite, dated)]
    found += list(_author_note(document, lines))
    for more in (datelines(document.text), notes(document.text)):
        taken = covering(found)
        found += [span for span in more if not taken(span[0])]
    return tuple(sorted(set(found)))


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return `span` without the white space around its text, None where there is nothing else."""
    kept = text[span[0] : span[1]]
    start = span[0] + len(kept) - len(kept.lstrip())
    return (start, start + len(kept.strip())) if kept.strip() else None


def _is_furniture(document: Document, line: tuple[int, int], finite: _Within, dated: _Within) -> bool:
    text = document.text[line[0] : line[1]]
    verb = bool(finite.of(line))
    sentence = verb and text.rstrip().endswith((".", "!", "?", ".”", '."'))
    if _AUTHOR.match(text) or _ADDRESS.match(text):
        return True
    if sentence:
        return False
    plain = text.strip().casefold()
    if plain and plain in {(document.author or "").casefold(), (document.publisher or "").casefold()}:
        return True
    return bool(_CAPTION.match(text) or (_BYLINE.match(text) and not verb)) or _only_a_date(
        text, line, dated, verb
    )


def _only_a_date(text: str, line: tuple[int, int], dated: _Within, verb: bool) -> bool:
    inside = dated.of(line)
    if not inside:
        return False
    rest = text
    for start, end in reversed(inside):
        rest = rest[: start - line[0]] + rest[end - line[0] :]
    words = _DATING.sub(" ", rest) if verb else rest  # "officials reported today" tells more than a date
    return len(re.findall(r"[^\W\d_]{2,}", words)) <= (0 if verb else _DATE_EXTRAS) and len(text) < 60


def _author_note(document: Document, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the last line where it says of a person what writers say of themselves, names, trade and all."""
    for start, end in lines[-1:] if len(lines) > 2 else []:
        if _PROFESSION.match(document.text[start:end]):
            yield start, end
