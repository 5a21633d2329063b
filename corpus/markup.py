"""A source file in the inline markup → its passages with brackets as offsets; see MARKUP.md.

Knows brackets, headers and line numbers, nothing of what the labels mean. Collects every fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.nouns import Fault

_TITLE = re.compile(r"===\s*(?P<id>\S+)\s*$")
_HEADER = re.compile(r"(?P<key>[a-z-]+):\s*(?P<value>.*)$")
_RULE = re.compile(r"-{3,}\s*$")
_LABELS = re.compile(
    r"(?P<labels>(?:[a-z][a-z0-9_-]*|\d+[a-z]?)(?:,(?:[a-z][a-z0-9_-]*|\d+[a-z]?))*)(?P<gap>[ \t]|\n)"
)
_COMMENT = re.compile(r"(?:^|\s)//.*$")

#: Header keys a passage may have; `question` may be repeated.
HEADERS: frozenset[str] = frozenset(
    [
        "genre",
        "conflict",
        "title",
        "publisher",
        "author",
        "published",
        "url",
        "story",
        "question",
        "copy-of",
        "draws-on",
        "pair",
        "source",
        "hand",
        "note",
    ]
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A labelled stretch `text[start:end]` of the plain text; `line` is where it opens in the source file."""

    label: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line under the text: its number in the file and its words, comment taken off."""

    number: int
    text: str


@dataclass(slots=True)
class Source:
    """One passage as typed: header, plain text, brackets in order of opening, lines under the text."""

    file: str
    line: int
    id: str
    header: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    text: str = ""
    brackets: tuple[Bracket, ...] = ()
    lines: tuple[Line, ...] = ()


def parse(file: str, content: str) -> tuple[list[Source], list[Fault]]:
    """Return the passages of a source file and every fault in it; `file` is the name faults will carry.

    Headers and definitions above the first `===` hold for all passages of the file.
    """
    lines = list(enumerate(content.split("\n"), start=1))
    starts = [index for index, (_, line) in enumerate(lines) if line.startswith("===")]
    faults: list[Fault] = []
    if not starts:
        return [], [Fault(file, 1, "no passage in this file", "begin each passage with a line `=== its-id`")]
    common = Source(file, 1, "")
    shared = _preamble(common, lines[: starts[0]], faults)
    sources = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        source = _passage(file, lines[start:end], common, faults)
        source.lines = (*shared, *source.lines)
        sources.append(source)
    return sources, faults


def _preamble(common: Source, lines: list[tuple[int, str]], faults: list[Fault]) -> tuple[Line, ...]:
    found = []
    for number, line in lines:
        plain = _COMMENT.sub("", line).strip()
        if re.match(r"[a-z][a-z0-9_-]*\s*=", plain):
            found.append(Line(number, plain))
        elif plain:
            _header(common, number, plain, faults)
    return tuple(found)


def _passage(file: str, lines: list[tuple[int, str]], common: Source, faults: list[Fault]) -> Source:
    number, title = lines[0]
    match = _TITLE.match(title)
    if match is None or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", match["id"]):
        faults.append(
            Fault(file, number, f"{title!r} names no passage", "write `=== lower-case-words-and-digits`")
        )
    source = Source(
        file, number, match["id"] if match else title, dict(common.header), dict(common.questions)
    )
    body = _split(source, lines[1:], faults)
    source.lines = tuple(Line(at, plain) for at, line in body if (plain := _COMMENT.sub("", line).strip()))
    return source


def _split(source: Source, lines: list[tuple[int, str]], faults: list[Fault]) -> list[tuple[int, str]]:
    """Read header and text into `source`; return the lines under the rule."""
    at = 0
    while at < len(lines) and lines[at][1].strip():
        number, line = lines[at]
        if not line.startswith("//"):
            _header(source, number, line.strip(), faults)
        at += 1
    rule = next((index for index in range(at, len(lines)) if _RULE.match(lines[index][1])), None)
    if rule is None:
        what = f"passage {source.id} has no line `---` under its text"
        faults.append(
            Fault(source.file, source.line, what, "put a blank line before the text and `---` after it")
        )
        return []
    typed = [(number, line) for number, line in lines[at:rule] if not line.startswith("//")]
    while typed and not typed[0][1].strip():
        typed.pop(0)
    while typed and not typed[-1][1].strip():
        typed.pop()
    source.text, source.brackets = strip(source.file, typed, faults)
    if not source.text:
        faults.append(
            Fault(source.file, source.line, f"passage {source.id} has no text", "write it above `---`")
        )
    return lines[rule + 1 :]


def _header(source: Source, number: int, line: str, faults: list[Fault]) -> None:
    match = _HEADER.match(line)
    if match is None or match["key"] not in HEADERS:
        what = f"{line[:60]!r} is no header line"
        step = f"use one of {', '.join(sorted(HEADERS))}, and a blank line before the text"
        faults.append(Fault(source.file, number, what, step))
    elif match["key"] == "question":
        name, _, words = match["value"].partition("|")
        source.questions[name.strip()] = words.strip()
        if not words.strip():
            faults.append(
                Fault(source.file, number, "a question has no words", "`question: dead | How many died?`")
            )
    else:
        source.header[match["key"]] = match["value"].strip()


def strip(file: str, lines: list[tuple[int, str]], faults: list[Fault]) -> tuple[str, tuple[Bracket, ...]]:
    """Return the plain text of typed lines and their brackets; `\\[`, `\\]` and `\\\\` are literal."""
    plain: list[str] = []
    length = 0
    open_: list[tuple[int, tuple[str, ...], int, int]] = []  # order, labels, start, line
    done: list[tuple[int, Bracket]] = []
    for kind, words, number in _tokens(file, lines, faults):
        if kind == "text":
            plain.append(words)
            length += len(words)
        elif kind == "open":
            open_.append((len(open_) + len(done), tuple(words.split(",")), length, number))
        elif not open_:
            faults.append(
                Fault(file, number, "a `]` closes nothing", "remove it, or write `\\]` for a real one")
            )
        else:
            order, labels, start, opened = open_.pop()
            _close(file, labels, start, length, opened, "".join(plain), order, done, faults)
    for _, labels, _, number in open_:
        faults.append(Fault(file, number, f"bracket [{','.join(labels)} … is never closed", "add its `]`"))
    ordered = sorted(done, key=lambda item: (item[1].start, -item[1].end, item[0]))
    return "".join(plain), tuple(bracket for _, bracket in ordered)


def _close(
    file: str,
    labels: tuple[str, ...],
    start: int,
    end: int,
    line: int,
    plain: str,
    order: int,
    done: list[tuple[int, Bracket]],
    faults: list[Fault],
) -> None:
    words = plain[start:end]
    if words != words.strip() or not words:
        what = f"bracket [{','.join(labels)} {words[:30]}] is empty or has blanks at an end"
        faults.append(Fault(file, line, what, "one blank after the label, none before `]`"))
    done.extend((order, Bracket(label, start, end, line)) for label in labels)


def _tokens(file: str, lines: list[tuple[int, str]], faults: list[Fault]) -> Iterator[tuple[str, str, int]]:
    """Yield ("text", words, line), ("open", labels, line) and ("close", "", line)."""
    for index, (number, line) in enumerate(lines):
        whole = line.rstrip() + ("\n" if index + 1 < len(lines) else "")
        at = 0
        for match in re.finditer(r"\\[\[\]\\]|[\[\]]", whole):
            if match.start() < at:
                continue
            yield "text", whole[at : match.start()], number
            at = match.end()
            if match.group()[0] == "\\":
                yield "text", match.group()[1], number
            elif match.group() == "]":
                yield "close", "", number
            else:
                labels = _LABELS.match(whole, at)
                if labels is None:
                    what = f"{whole[match.start() : at + 20].strip()!r} opens a bracket without a label"
                    faults.append(Fault(file, number, what, "`[label words]`, or `\\[` for a real bracket"))
                    yield "open", "?", number
                else:
                    yield "open", labels["labels"], number
                    at = labels.end()
        yield "text", whole[at:], number
