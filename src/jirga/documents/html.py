"""A web page → its article and metadata, by trafilatura; a hostile page costs seconds and one Problem."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from jirga.documents import single
from jirga.documents.draft import Draft
from jirga.documents.format import Format, Opened
from jirga.errors import DocumentError
from jirga.model import Document, Problem

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# A tag with its attributes, as the HTML tokenizer takes them: a name, then perhaps a value, quoted or not.
_TAG = re.compile(
    r"""<[a-z][^\s/>]*+((?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)*+)""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_HIDDEN = ("script", "style", "noscript", "template", "head", "iframe", "object", "svg")
_AS_TEXT = "open it in a browser, save the article as plain text (.txt) and read that"

#: What is asked of htmldate: the date a page declares of itself, none that merely stands in its text.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the document of a web page saved as a file."""
    yield from single.documents(opened, "html", _draft, declared=_declared)


def looks_like(text: str) -> bool:
    """Return whether `text` opens as a web page does: a doctype, `<html>`, `<head>` or `<body>`."""
    return bool(_PAGE.match(text))


def visible_text(fragment: str) -> str:
    """Return the words of a piece of HTML without markup, scripts and styles; empty where it has none."""
    from lxml import etree
    from lxml.html import fromstring

    try:
        root = fromstring(f"<div>{fragment}</div>", parser=_parser())
    except (etree.LxmlError, ValueError):
        return ""
    etree.strip_elements(root, *_HIDDEN, with_tail=False)
    return "\n".join(part.strip() for part in root.itertext() if part.strip())


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _draft(text: str, opened: Opened) -> Draft:
    tree = _tree(text, opened)
    byline = _byline(tree)
    page = _extract(tree, opened)
    title, author, publisher, published, url = (
        (page.title, page.author, page.sitename or page.hostname, page.date, page.url)
        if page
        else (None,) * 5
    )
    body, notes = (page.text, ()) if page and page.text else _all_text(text)
    return Draft(
        body.replace("\n", "\n\n"),
        title,
        publisher,
        byline or author,
        published,
        "metadata",
        url=url,
        notes=notes,
    )


def _byline(tree: Any) -> str | None:
    """Return the author as the page declares it, since trafilatura takes "Correspondents in Kabul" apart."""
    for meta in tree.iter("meta"):
        if (meta.get("name") or "").lower() == "author" and "://" not in (meta.get("content") or "://"):
            return str(meta.get("content"))
    return None


def _all_text(text: str) -> tuple[str, tuple[str, ...]]:
    return visible_text(text), ("no article was found on the page, so all its visible text was taken",)


def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _tree(text: str, opened: Opened) -> Any:
    """Return the parsed page; raises DocumentError where libxml2 gave up or it has too many elements."""
    from lxml import etree
    from lxml.html import document_fromstring

    if _most_attributes(text) > opened.limits.max_attributes:
        what = f"a tag of the page has more than {opened.limits.max_attributes:,} attributes"
        raise opened.fault("parsing", what, _AS_TEXT)
    parser = _parser()
    try:
        tree = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise opened.fault("parsing", "there is no text in it", "leave it out") from error
    if parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        what = "the page is nested deeper than 255 elements, or one of its attributes is over 10 MB"
        raise opened.fault("parsing", what, _AS_TEXT)
    count = sum(1 for _ in tree.iter())
    if count > opened.limits.max_elements:
        what = f"the page has {count:,} elements, over the limit of {opened.limits.max_elements:,}"
        raise opened.fault("parsing", what, _AS_TEXT)
    return tree


def _most_attributes(text: str) -> int:
    """Return the number of attributes of the tag that has most."""
    return max((sum(1 for _ in _ATTRIBUTE.finditer(tag[1])) for tag in _TAG.finditer(text)), default=0)


def _extract(tree: Any, opened: Opened) -> Any:
    """Return trafilatura's document (text, title, author, sitename, hostname, date, url), None for none."""
    # Its complaints about a page are ours to tell, in one line; without a handler they land on the screen.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except (
        Exception
    ) as error:  # whatever a third-party parser raises on hostile input is a failure of this page
        raise _failed(opened, error) from error


def _failed(opened: Opened, error: Exception) -> DocumentError:
    return opened.fault("parsing", f"trafilatura failed on it ({type(error).__name__})", _AS_TEXT)


FORMAT = Format("html", (".html", ".htm", ".xhtml"), read, looks_like)
