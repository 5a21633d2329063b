"""Whose report a document is: the outlet that prints it, and the agency or paper that it took it from.

An agency shows in the byline ("Frontier Wire"), in the dateline ("KABUL, Nov 9 (Reuters) -") or in the
sign-off ("- AFP" at the end). Initials in a dateline that are those of the publisher are the publisher's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from jirga.lexicon.agencies import agencies
from jirga.model import Document

#: Code points at a text's head and foot where a dateline and a sign-off stand.
HEAD, FOOT = 200, 80

_DATELINE = re.compile(
    r"^\W{0,3}[A-ZÀ-Þ][^\n(]{0,90}\(\s*(?P<mark>[A-Z][\w .'-]{1,40}?)\s*\)\s*(?:[-–—:]|$)", re.M
)
_SIGN_OFF = re.compile(r"(?:[-–—/(]\s*|©\s*(?:\d{4}\s*)?)(?P<mark>[A-Za-z][\w .'-]{1,40}?)\s*[).]?\s*$")
_ARTICLE = re.compile(r"^(?:the|el|la|le|al|die|der)\s+", re.I)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a report comes from.

    `document` is its id; `outlet` the publisher as the document gives it, None where unknown; `byline` the
    author; `published` the date of publication (EDTF); `taken_from` the agency named in byline, dateline or
    sign-off, where it is not the outlet itself, and `shown_by` where it stands.
    """

    document: str
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    taken_from: str | None = None
    shown_by: str = ""

    @property
    def name(self) -> str:
        """What to call the report: its outlet, else the first digits of its id."""
        return self.outlet or f"document {self.document[:8]}"


def imprint(document: Document) -> Imprint:
    """Return whose report a document is, from its publisher, its author and the ends of its text."""
    outlet = (document.publisher or "").strip() or None
    byline = (document.author or "").strip() or None
    for where, mark in _marks(document, byline):
        name = agencies().get(mark)
        if name and not _same(name, mark, outlet):
            return Imprint(document.id, outlet, byline, document.published, name, where)
    return Imprint(document.id, outlet, byline, document.published)


def fold_name(name: str) -> str:
    """Return an outlet's name as it is compared: without article, case and punctuation."""
    return " ".join(_WORD.findall(_ARTICLE.sub("", name.strip()).casefold()))


@dataclass(slots=True)
class Imprints:
    """From a document's id to its imprint; each document is looked at once, and its text is not kept."""

    document: Callable[[str], Document]
    _known: dict[str, Imprint] = field(default_factory=dict)

    def __call__(self, identifier: str) -> Imprint:
        """Return the imprint of the document with this id."""
        if identifier not in self._known:
            self.learn(self.document(identifier))
        return self._known[identifier]

    def learn(self, document: Document) -> None:
        """Take the imprint of a document that is at hand."""
        self._known[document.id] = imprint(document)


def _marks(document: Document, byline: str | None) -> list[tuple[str, str]]:
    """Where an agency may be named, and the words that stand there, the surest place first."""
    found = [("byline", byline)] if byline else []
    if dateline := _DATELINE.search(document.text[:HEAD]):
        found.append(("dateline", dateline["mark"]))
    if sign_off := _SIGN_OFF.search(document.text[-FOOT:].rstrip()):
        found.append(("sign-off", sign_off["mark"].strip()))
    return found


def _same(name: str, mark: str, outlet: str | None) -> bool:
    """Whether the agency is the outlet itself, or the mark stands for the outlet's initials."""
    if outlet is None:
        return False
    initials = "".join(word[0] for word in _WORD.findall(_ARTICLE.sub("", outlet)))
    known = agencies().get(outlet)
    return name == known or fold_name(name) == fold_name(outlet) or mark.upper() == initials.upper()
