"""Print anew what the pages show of the program: `python -m docs.fill`, or `make docs`.

Every block under a `<!-- shows: COMMAND -->` comment gets what COMMAND prints below its first `$ ` line,
which stays, unless COMMAND prints one itself. A page's commands run in one scratch folder, in order: one
reads, the next ones ask. A COMMAND that begins with `python3 -` has the page's Python on its standard input.
Long lines are wrapped as a terminal would.

Lines between `<!-- table: MODULE -->` and `<!-- end -->` are what the function `table` of that module gives,
or stay as they are where it gives nothing (its corpora are absent).
"""

from __future__ import annotations

import importlib
import re
import sys
import tempfile
import textwrap
from pathlib import Path

from docs.blocks import CHECKOUT, Block, blocks, scratch, typed

#: The pages that show what the program prints.
PAGES = ("README.md", "docs/reference/record.md")

#: Columns of the terminal that the pages show.
WIDTH = 100

_TABLE = re.compile(r"(?P<head><!-- table: (?P<module>[\w.]+) -->\n).*?(?P<foot><!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """Return the page with what its commands print now; raises RuntimeError where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        place = scratch(Path(folder, "page"))
        parts, done = [], 0
        for block in blocks(page):
            if block.shows is not None:
                parts += [page[done : block.start], _shown(block, block.shows, page, place)]
                done = block.end
        return "".join([*parts, page[done:]])


def tabled(page: str) -> str:
    """Return the page with its tables computed anew."""
    return _TABLE.sub(_table, page)


def python_of(page: str) -> str:
    """Return the Python that the page shows, all blocks after one another."""
    return "\n".join(block.body for block in blocks(page) if block.language == "python")


def _shown(block: Block, command: str, page: str, place: Path) -> str:
    done = typed(command, place, stdin=python_of(page) if command.startswith("python3 -") else "")
    if done.returncode:
        raise RuntimeError(f"{command}: exit status {done.returncode}: {done.stderr.strip()}")
    first, _, _ = block.body.partition("\n")
    keep = first.startswith("$ ") and not done.stdout.startswith("$ ")
    lines = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    if block.language != "json":
        lines = [part for line in lines for part in _wrapped(line)]
    return "".join(f"{line}\n" for line in ([first] if keep else []) + lines)


def _wrapped(line: str) -> list[str]:
    """Return the line as a terminal shows it; a table's row (columns parted by spaces) stays whole."""
    indent = line[: len(line) - len(line.lstrip())]
    if "  " in line.strip() or len(line) <= WIDTH:
        return [line]
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _table(found: re.Match[str]) -> str:
    lines: list[str] = importlib.import_module(found["module"]).table()
    return found["head"] + "".join(f"{line}\n" for line in lines) + found["foot"] if lines else found[0]


def main() -> None:
    """Fill every page."""
    for name in PAGES:
        path = CHECKOUT / name
        path.write_text(tabled(filled(path.read_text(encoding="utf-8"))), encoding="utf-8")
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
