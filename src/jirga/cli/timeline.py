"""`jirga timeline`: what happened, by date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import copies_option, list_options, opened
from jirga.cli.screen import ASK_WIDER, Screen, clean, plural

if TYPE_CHECKING:
    from jirga.model import Document
    from jirga.questions import Entry
    from jirga.record import Record

_EPILOG = """\b
Examples:
  jirga timeline --entity TTP --since 2021-11 --until 2022-06
  jirga timeline --type RETREAT --place Khost
  jirga timeline --said-by "Foreign Office" --all
  jirga timeline --json | jq -r .quote

\b
Dates are those of the events, never those of publication, written as in EDTF:
2022-06 is some day of June, 2022-06-02/2022-06-05 from one to the other, ~ about.
What has no date comes last, under a heading of its own. What several reports tell
of one event is one entry, in the words of the first, "also in …" the others, with
the independent sources counted; --copies gives each statement an entry of its own.
--json gives statement objects, with "event_id" and "also_in".
"""


@click.command("timeline", epilog=_EPILOG)
@list_options
@copies_option
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """What happened, by date, and who says so in which words."""
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        entries = opened_record.timeline(**filters)
    if as_json:
        put(entries)
    else:
        draw(Screen(), entries, _unknown(opened_record, filters, entries))


def draw(screen: Screen, entries: Sequence[Entry], unknown: str = "") -> None:
    """Print the entries under headings by year, those without a date last, and how many there were."""
    draw_entries(screen, entries)
    closing(screen, entries, unknown)


def draw_entries(screen: Screen, entries: Sequence[Entry]) -> None:
    """Print the entries under headings by year, those without a date last."""
    from jirga.cli import telling

    for heading, group in groupby(entries, key=_heading):
        screen.heading(heading)
        for entry in group:
            it = entry.statement
            screen.line()
            told = telling.lines(it, entry.document, _also(entry), entry.event)
            screen.block(clean(entry.when.edtf or "no date"), told, under=telling.reference(it))


def _also(entry: Entry) -> list[Document]:
    """The other documents that tell it, each once."""
    others = {one.document.id: one.document for one in entry.also}
    return [one for identifier, one in others.items() if identifier != entry.document.id]


def _unknown(record: Record, filters: Mapping[str, Any], entries: Sequence[Entry]) -> str:
    """The entity asked for, where nothing was found and the record has nobody of that name."""
    entity = filters.get("entity") or ""
    known = entries or not entity or record.statements(entity=entity, all=True, limit=1)
    return "" if known else entity


def closing(screen: Screen, entries: Sequence[Entry], unknown: str = "") -> None:
    """Say how many entries of how many documents were shown, and how to see the evidence.

    `unknown` is an entity asked for of which the record has nothing at all.
    """
    documents = {one.document.id for entry in entries for one in (entry, *entry.also)}
    if not entries and unknown:
        screen.note(f"The record knows nobody called {unknown}. Next: jirga entities lists who is in it.")
        return
    if not entries:
        screen.note(f"Nothing in the record answers this. {ASK_WIDER}")
        return
    found = f"{plural(len(entries), 'entry', 'entries')} from {plural(len(documents), 'document')}"
    again = sum(len(entry.also) for entry in entries)
    folded = f"; {plural(again, 'more statement')} told with these (--copies shows each)" if again else ""
    screen.note(f"\n{found}{folded}. The evidence behind one: jirga show ID")


def _heading(entry: Entry) -> str:
    day = entry.when.start or entry.when.end
    return day[:4] if day else "Date unknown"
