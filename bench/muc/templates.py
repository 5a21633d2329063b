"""Templates: the fills of one incident, and the reader of MUC-4's answer keys.

A key separates alternatives by a slash, marks a fill that may be left out by a question mark, and a template
that may by OPTIONAL (template-doc-part1.v7, 4.2). A fill with a cross-reference has it behind a colon:
`DEATH: "PEASANTS" / "VILLAGERS"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.muc.slots import NAMES, SLOTS, Kind

_MESSAGE = "MESSAGE: ID"
_NUMBER = "MESSAGE: TEMPLATE"
_LINE = re.compile(r"^\s{0,3}\d{1,2}\.\s+(?P<slot>[A-Z:. ]+?)(?:\s{2,}|\s+(?=[*?\"(-]))(?P<fill>.*)$")
_NAMED = {name: name for name in (_MESSAGE, _NUMBER, *NAMES)}
#: What the keys write for no fill, and for a slot that a type of incident has not.
_NULL, _INAPPLICABLE = {"-", ""}, "*"
_KINDS: Mapping[str, Kind] = {slot.name: slot.kind for slot in SLOTS}


@dataclass(frozen=True, slots=True)
class Fill:
    """One filler: its alternatives, those of what it cross-refers to, whether it may be left out."""

    values: tuple[str, ...]
    of: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident; `fills` by slot name, without slots that are null or do not apply."""

    message: str
    fills: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False

    def of(self, slot: str) -> tuple[Fill, ...]:
        """Return the fills of a slot, none where it is null."""
        return self.fills.get(slot, ())


def load(path: Path) -> dict[str, list[Template]]:
    """Return the templates of a key by message id (`DEV-MUC3-0001`), none for an irrelevant message."""
    return parse(path.read_text("latin-1"))


def parse(text: str) -> dict[str, list[Template]]:
    """Return the templates in the text of a key, by message id in its order."""
    found: dict[str, list[Template]] = {}
    for raw in _raw(text):
        message = raw[_MESSAGE][0].split("(")[0].strip()
        number = " ".join(raw.get(_NUMBER, [_INAPPLICABLE]))
        templates = found.setdefault(message, [])
        if number.strip() != _INAPPLICABLE:
            fills = {slot: tuple(_fills(slot, raw.get(slot, []))) for slot in NAMES}
            kept = {slot: fill for slot, fill in fills.items() if fill}
            templates.append(Template(message, kept, "OPTIONAL" in number))
    return found


def _raw(text: str) -> Iterator[dict[str, list[str]]]:
    """Yield each template as its lines by slot."""
    current: dict[str, list[str]] = {}
    slot = ""
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith(";"):
            continue
        found = _LINE.match(line)
        name = _NAMED.get(" ".join(found["slot"].split())) if found else None
        if found and name:
            if name == _MESSAGE and current:
                yield current
                current = {}
            slot = name
            current[slot] = [found["fill"].strip()]
        elif slot:
            current[slot].append(line.strip())
    if current:
        yield current


def _fills(slot: str, lines: list[str]) -> Iterator[Fill]:
    for line in _joined(lines):
        fill = _fill(slot, line)
        if fill is not None:
            yield fill


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield one line a fill: a slash at the end or the beginning of a line goes on."""
    whole = ""
    for line in lines:
        if whole and (whole.endswith("/") or line.startswith("/")):
            whole = f"{whole} {line}"
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _fill(slot: str, line: str) -> Fill | None:
    kind = _KINDS[slot]
    optional = line.startswith("?")
    line = line.lstrip("? ").strip()
    own, of = (line, "") if kind in {"string", "date", "location"} else _parted(line)
    if kind == "string":
        own, _, refers = _cross(own)
        of = refers
    values = tuple(dict.fromkeys(filter(None, (_bare(one) for one in _alternatives(own)))))
    if _INAPPLICABLE in values or not values or set(values) <= _NULL:
        return None
    named = tuple(filter(None, (_bare(one) for one in _alternatives(of))))
    real = tuple(one for one in values if one not in _NULL)
    return Fill(real, tuple(one for one in named if one != "-"), optional or len(real) < len(values))


def _parted(line: str) -> tuple[str, str]:
    """Return a set or numeric fill and its cross-reference: parted by the colon before the first quote."""
    own, colon, of = line.partition(": ")
    return (own, of) if colon else (line.removesuffix(":"), "")


def _cross(line: str) -> tuple[str, str, str]:
    """Return a string fill and its cross-reference: parted by a colon between two quoted strings."""
    found = re.search(r'"\s*:\s*(?="|\()', line)
    return (line[: found.start() + 1], ":", line[found.end() :]) if found else (line, "", "")


def _alternatives(text: str) -> list[str]:
    """Return what slashes part, but for those within quotes."""
    if '"' not in text:
        return text.split("/")
    return [
        quoted or bare
        for quoted, bare in re.findall(r'("[^"]*")|([^"/]+)', text)
        if (quoted or bare).strip(" ()/")
    ]


def _bare(text: str) -> str:
    text = " ".join(text.split())
    if text.startswith("(") and text.endswith(")") and '"' not in text[1:2]:
        text = text[1:-1]
    return " ".join(text.strip('() "' if '"' in text else " ").split()).upper()
