"""`jirga relations`: who stands in which relation to whom, and since and until when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import list_options, opened
from jirga.cli.screen import Column, plural, put_list, short

if TYPE_CHECKING:
    from jirga.questions.changes import RelationChange
    from jirga.questions.relations import Dated, Party, RelationRow

_EPILOG = """\b
Examples:
  jirga relations --type leads,splinter_of
  jirga relations --entity TTP
  jirga relations --entity TTP --changes    what began and ended, by date
  jirga relations --all                     also what is only denied or feared

\b
Types: leads, member_of, part_of, splinter_of, ally_of, shelters, supports,
funds, fights, at_truce_with, banned_by, controls, holds, based_in,
mediates_between, holds_office. Every date told is given, side by side (EDTF).
Contested: somebody says so and somebody denies it; jirga show ID tells who.
"""

_COLUMNS = (
    Column("who"),
    Column("relation"),
    Column("whom", leading=True),
    Column("since"),
    Column("until"),
    Column("status", lesser=True),
    Column("documents", number=True, wrap=False, lesser=True),
    Column("id", wrap=False, lesser=True),
    Column("statements", lesser=True),
)
_CHANGES = (
    Column("date", wrap=False),
    Column("who"),
    Column("relation"),
    Column("whom", leading=True),
    Column("begins or ends", wrap=False),
    Column("said by"),
    Column("id", wrap=False, lesser=True),
)

#: Statement ids shown in a row; `show` and --json give all.
_IDS = 2


@click.command("relations", epilog=_EPILOG)
@list_options
@click.option("--changes", is_flag=True, help="Onsets and ends, by date, instead of relations.")
def command(record: str | None, as_json: bool, changes: bool, **filters: Any) -> None:
    """Who leads, shelters, backs, fights or split from whom."""
    with opened(record) as opened_record:
        if changes:
            _put_changes(opened_record.relations(changes=True, **filters), as_json)
        else:
            _put_rows(opened_record.relations(**filters), as_json)


def _put_rows(rows: list[RelationRow], as_json: bool) -> None:
    note = f"{plural(len(rows), 'relation')}. The evidence behind one: jirga show ID"
    put_list(rows, _COLUMNS, _row, note, as_json=as_json)


def _put_changes(found: list[RelationChange], as_json: bool) -> None:
    note = f"{plural(len(found), 'change')}. The evidence behind one: jirga show ID"
    put_list(found, _CHANGES, _change, note, as_json=as_json)


def _row(row: RelationRow) -> list[str]:
    return [
        row.actor.name,
        row.type.replace("_", " "),
        _name(row.recipient),
        _dates(row.since),
        _dates(row.until),
        "" if row.status == "reported" else row.status,
        f"{row.documents:,}",
        short(row.id),
        _some(row.statements),
    ]


def _change(one: RelationChange) -> list[str]:
    row = one.relation
    return [
        one.told.edtf,
        row.actor.name,
        row.type.replace("_", " "),
        _name(row.recipient),
        one.turn if row.status == "reported" else f"{one.turn} ({row.status})",
        ", ".join(one.told.said_by) or "the document itself",
        short(row.id),
    ]


def _name(party: Party | None) -> str:
    return party.name if party else "unknown"


def _dates(told: Iterable[Dated]) -> str:
    return " or ".join(one.edtf for one in told)


def _some(statements: tuple[str, ...]) -> str:
    more = f" +{len(statements) - _IDS}" if len(statements) > _IDS else ""
    return " ".join(short(one) for one in statements[:_IDS]) + more
