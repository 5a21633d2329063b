"""`jirga timeline`: what happened, by date."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import list_options, opened
from jirga.cli.screen import Screen, clean, plural

if TYPE_CHECKING:
    from jirga.questions import Entry

_EPILOG = """\b
Examples:
  jirga timeline --entity TTP --since 2021-11 --until 2022-06
  jirga timeline --type RETREAT --place Khost
  jirga timeline --said-by "Foreign Office" --all
  jirga timeline --json | jq -r .quote

\b
Dates are those of the events (EDTF), never those of publication; what has no
date comes last, under a heading of its own. --json gives statement objects.
"""


@click.command("timeline", epilog=_EPILOG)
@list_options
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """What happened, by date, and who says so in which words."""
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        entries = opened_record.timeline(**filters)
    if as_json:
        put(entries)
    else:
        draw(Screen(), entries)


def draw(screen: Screen, entries: Sequence[Entry]) -> None:
    """Print the entries under headings by year, those without a date last, and how many there were."""
    draw_entries(screen, entries)
    closing(screen, entries)


def draw_entries(screen: Screen, entries: Sequence[Entry]) -> None:
    """Print the entries under headings by year, those without a date last."""
    from jirga.cli.telling import lines

    for heading, group in groupby(entries, key=_heading):
        screen.heading(heading)
        for entry in group:
            margin = clean(entry.statement.when.edtf or "no date")
            screen.line()
            screen.block(margin, lines(entry.statement, entry.document))


def closing(screen: Screen, entries: Sequence[Entry]) -> None:
    """Say how many entries of how many documents were shown, and how to see the evidence."""
    documents = {entry.document.id for entry in entries}
    if not entries:
        screen.note("Nothing in the record answers this. Next: ask with fewer filters, or with --all.")
        return
    found = f"{plural(len(entries), 'entry', 'entries')} from {plural(len(documents), 'document')}"
    screen.note(f"\n{found}. The evidence behind one: jirga show ID")


def _heading(entry: Entry) -> str:
    day = entry.statement.when.start or entry.statement.when.end
    return day[:4] if day else "Date unknown"
