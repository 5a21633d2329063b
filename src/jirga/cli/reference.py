"""`python -m jirga.cli.reference`: docs/reference/commands.md and exports.md, written from the code itself.

    python -m jirga.cli.reference docs/reference    writes both pages into that folder

A test fails while they are stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from jirga.cli.app import app
from jirga.exports.columns import COLUMNS

#: Characters a line of help: what a page of documentation shows without scrolling.
_WIDTH = 96

_HEAD = "<!-- Written by `python -m jirga.cli.reference docs/reference`; edit the code, not this page. -->\n"


def commands() -> str:
    """Return the page of all commands: each one's `--help`, as the terminal shows it."""
    return "\n".join([_HEAD, "# Commands\n", *_sections()])


def tables() -> str:
    """Return the page of the columns of each flat table (`jirga export --format csv`)."""
    lines = [_HEAD, "# Columns of the CSV export\n", "Several values in one cell are parted by `; `.\n"]
    for what, columns in COLUMNS.items():
        lines += [f"## {what}\n", "| column | holds |", "|---|---|"]
        lines += [f"| `{column.name}` | {column.about} |" for column in columns]
        lines.append("")
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """Return the pages by the names of their files."""
    return {"commands.md": commands(), "exports.md": tables()}


def _sections() -> Iterator[str]:
    yield _help("jirga", app, None)
    parent = click.Context(app, info_name="jirga", max_content_width=_WIDTH, terminal_width=_WIDTH)
    for name in app.list_commands(parent):
        yield f"## jirga {name}\n"
        yield _help(name, app.commands[name], parent)


def _help(name: str, command: click.Command, parent: click.Context | None) -> str:
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        max_content_width=_WIDTH,
        terminal_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"```text\n{text}\n```\n"


def main(folder: str) -> None:
    """Write the pages into `folder`."""
    for name, page in pages().items():
        path = Path(folder, name)
        path.write_text(page, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "docs/reference")
