"""The fenced blocks of a page: what it tells a reader to type, and what it says is then printed.

A block is preceded, where `docs.fill` keeps it, by a comment `<!-- shows: COMMAND -->`: the lines below the
block's `$ ` line are what COMMAND prints (usually the command shown, piped through something that trims it).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]

#: A line that stands for output left out.
ELISION = "…"

_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWS = re.compile(r"<!-- shows: (?P<command>(?:(?!-->).)+?)\s-->\n\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: offsets of its body in the page, and the command of the comment before it, if any."""

    start: int
    end: int
    language: str
    body: str
    shows: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A command that a page has its reader type, with the lines that it says are printed."""

    command: str
    printed: tuple[str, ...]


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a Markdown page, in order."""
    return [_block(page, found) for found in _FENCE.finditer(page)]


def _block(page: str, found: re.Match[str]) -> Block:
    shows = _SHOWS.search(page, 0, found.start())
    command = shows["command"].replace("\n", " ") if shows else None
    return Block(found.start("body"), found.end("body"), found["language"], found["body"], command)


def steps(page: str) -> Iterator[Step]:
    """Yield what the `console` blocks of a page have typed, in order; a backslash carries a line on."""
    for block in blocks(page):
        if block.language == "console":
            yield from _steps(block.body.replace("\\\n", ""))


def _steps(body: str) -> Iterator[Step]:
    command, printed = "", list[str]()
    for line in body.splitlines():
        if line.startswith("$ "):
            if command:
                yield Step(command, tuple(printed))
            command, printed = line[2:], []
        else:
            printed.append(line)
    if command:
        yield Step(command, tuple(printed))


def scratch(folder: Path) -> Path:
    """Make `folder` what a page is typed in: `examples/` is there, and no record yet. Returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "examples").symlink_to(CHECKOUT / "examples", target_is_directory=True)
    return folder


def typed(command: str, folder: Path, *, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command as a reader types it: bash, in `folder`, with this environment's jirga and python3."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JIRGA_")}
    beside = str(Path(sys.executable).parent)
    environment = {
        **kept,
        "PATH": os.pathsep.join([beside, kept.get("PATH", os.defpath)]),
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
