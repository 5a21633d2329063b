"""The `Key: value` header that a plain text, or a Markdown text between `---` lines, may begin with."""

from __future__ import annotations

import re

from jirga.documents.draft import Draft

#: The keys that mean something, and the synonyms that other tools write in front matter.
KEYS: dict[str, str] = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "author": "author",
    "byline": "author",
    "published": "published",
    "date": "published",
    "url": "url",
    "link": "url",
}

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,29}):(?:[ \t]+(.*))?")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def split_plain(text: str) -> Draft:
    """Return the draft of a plain text; without a header, all of it is text.

    A header is a first block of which every line is `Key: value` (or continues one, indented) and at least
    one key is known, ended by a blank line: "KABUL: Five people died" at the head of a report is none.
    """
    text = _newlines(text).lstrip("\ufeff\n")
    block, blank, rest = _first_block(text)
    pairs = _pairs(block.split("\n"))
    if pairs is None or not any(key in KEYS for key, _ in pairs):
        first = _LINE.fullmatch(text.split("\n", 1)[0])
        if first and first[1].lower() in KEYS:
            return Draft(
                text, notes=("it begins like a header but a line of it is no `Key: value`; read as text",)
            )
        return Draft(text)
    return _draft(pairs, rest if blank else "")


def split_front_matter(text: str) -> Draft:
    """Return the draft of a Markdown text whose front matter, if any, stands between two `---` lines."""
    text = _newlines(text).lstrip("\ufeff\n")
    front = _FRONT.match(text)
    if not front:
        return split_plain(text)
    lines = [line for line in front[1].split("\n") if (m := _LINE.fullmatch(line.rstrip())) and m[2]]
    return _draft(_pairs(lines) or [], text[front.end() :])


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _first_block(text: str) -> tuple[str, bool, str]:
    match = re.search(r"\n[ \t]*(?:\n|$)", text)
    return (text[: match.start()], True, text[match.end() :]) if match else (text, False, "")


def _pairs(lines: list[str]) -> list[tuple[str, str]] | None:
    """Return the lines as (lower-case key, value), None where one is neither a pair nor a continuation."""
    pairs: list[tuple[str, str]] = []
    for line in lines:
        if match := _LINE.fullmatch(line.rstrip()):
            pairs.append((match[1].strip().lower(), _unquoted((match[2] or "").strip())))
        elif pairs and line[:1] in (" ", "\t"):
            key, value = pairs[-1]
            pairs[-1] = (key, f"{value} {line.strip()}")
        else:
            return None
    return pairs


def _unquoted(value: str) -> str:
    """Return a YAML scalar without its quotation marks."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _draft(pairs: list[tuple[str, str]], text: str) -> Draft:
    found: dict[str, str] = {}
    twice: list[str] = []
    for key, value in pairs:
        meaning = KEYS.get(key)
        if meaning is None or not value:
            continue
        if meaning in found:
            twice.append(meaning)
        found.setdefault(meaning, value)
    names = ("title", "publisher", "author", "published")
    title, publisher, author, published = (found.get(name) for name in names)
    notes = (f"the header gives {', '.join(twice)} twice; the first was taken",) if twice else ()
    return Draft(text, title, publisher, author, published, url=found.get("url"), notes=notes)
