"""`jirga events`: the events, each with the statements that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from jirga.cli.options import copies_option, list_options, opened
from jirga.cli.screen import Column, plural, put_list, short

if TYPE_CHECKING:
    from jirga.model import Event

_EPILOG = """\b
Examples:
  jirga events --type ASSAULT --since 2022
  jirga events --entity "Afghan Taliban" --place AFG
  jirga events --json | jq -r '[.when.edtf, .type] | @tsv'

\b
What several statements tell of one happening is one event, in one report or in
many; a denial of it, too, which makes the event CONTESTED. Independent sources are
counted, not reports: copies, one agency's text and mere quotation count once.
jirga show ID says why statements stand together. --copies puts nothing together.
"""

_COLUMNS = (
    Column("date", wrap=False),
    Column("who → whom"),
    Column("what", leading=True),
    Column("place", lesser=True),
    Column("sources", number=True, wrap=False, lesser=True),
    Column("documents", number=True, wrap=False, lesser=True),
    Column("id", wrap=False),
)


@click.command("events", epilog=_EPILOG)
@list_options
@copies_option
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """The events: who to whom, when, where, by how many sources."""
    with opened(record) as opened_record:
        events = opened_record.events(**filters)
    if not as_json:
        events = sorted(events, key=_date)
    note = f"{plural(len(events), 'event')}. The evidence behind one: jirga show ID"
    put_list(events, _COLUMNS, _row, note, as_json=as_json)


def _date(event: Event) -> tuple[str, str]:
    return event.when.start or event.when.end or "~", event.id


def _row(event: Event) -> list[Text | str]:
    from jirga.cli.telling import MARK, parties
    from jirga.model import EventCode
    from jirga.questions import words

    status = Text(f"{event.status.upper()} ", style=MARK) if event.status != "reported" else Text()
    who = parties(event.actor)
    if event.recipient:
        who.append(" → ").append_text(parties(event.recipient))
    return [
        event.when.edtf or "no date",
        status.append_text(who),
        words.event_words(EventCode(event.type, event.modes)),
        words.where_words(event.where),
        f"{event.independent_sources:,}",
        f"{event.documents:,}",
        short(event.id),
    ]
