"""Markdown → clean text by markdown-it: paragraphs stay, marks of markup go, links leave their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jirga.documents import header, html, single
from jirga.documents.draft import Draft
from jirga.documents.format import SPLIT_IT, Format, Opened
from jirga.model import Document, Problem

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Nesting of lists and quotations beyond which the text is refused: markdown-it recurses, and drops the rest.
_DEEPEST = 50

#: Opening brackets beyond which a text is refused: each may begin a link, dear to rule out.
_MOST_BRACKETS = 20_000

_AS_TEXT = "save it as plain text (.txt) and read that"


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the document of a Markdown file."""
    yield from single.documents(opened, "markdown", _draft)


def _draft(text: str, opened: Opened) -> Draft:
    draft = header.split_front_matter(text)
    if len(draft.text) > 2 * opened.limits.max_characters:
        what = (
            f"{len(draft.text):,} characters, more than twice the limit of {opened.limits.max_characters:,}"
        )
        raise opened.fault("reading", what, SPLIT_IT)
    if draft.text.count("[") > _MOST_BRACKETS:
        what = f"more than {_MOST_BRACKETS:,} opening brackets"
        raise opened.fault("parsing", what, _AS_TEXT)
    tokens = _parse(draft.text, opened)
    blocks = [block for token in tokens if (block := _block(token))]
    return replace(draft, text="\n\n".join(blocks), title=draft.title or _first_heading(tokens))


def _parse(text: str, opened: Opened) -> list[Token]:
    from markdown_it import MarkdownIt

    try:
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        tokens = parser.parse(text)
    except (
        Exception
    ) as error:  # whatever a third-party parser raises on hostile input is a failure of this text
        reason = f"markdown-it failed on it ({type(error).__name__})"
        raise opened.fault("parsing", reason, _AS_TEXT) from error
    # Where it gives up it leaves no mark but the depth; a list item is two deeper than its list.
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        what = f"lists or quotations are nested more than {_DEEPEST} deep"
        raise opened.fault("parsing", what, _AS_TEXT)
    return tokens


def _block(token: Token) -> str:
    if token.type == "inline":
        return _words(token.children or [])
    if token.type in ("fence", "code_block"):
        return token.content
    return html.visible_text(token.content) if token.type == "html_block" else ""


def _words(children: list[Token]) -> str:
    """Return the words of a paragraph: a soft line end is a space, a hard one a line end, markup nothing."""
    words = {"softbreak": " ", "hardbreak": "\n"}
    shown = ("text", "code_inline", "text_special")
    return "".join(t.content if t.type in shown else words.get(t.type, "") for t in children)


def _first_heading(tokens: list[Token]) -> str | None:
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(following.children or []) or None
    return None


FORMAT = Format("markdown", (".md", ".markdown"), read)
