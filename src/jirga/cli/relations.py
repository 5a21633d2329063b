"""`jirga relations`: who stands in which relation to whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import list_options, opened
from jirga.cli.screen import Column, Screen, plural, short

if TYPE_CHECKING:
    from jirga.questions.relations import Dated, Party, RelationRow

_EPILOG = """\b
Examples:
  jirga relations --type leads,splinter_of
  jirga relations --entity TTP

\b
Types: leads, member_of, part_of, splinter_of, ally_of, shelters, supports,
funds, fights, at_truce_with, banned_by, controls, holds, based_in,
mediates_between, holds_office. Every date told is given, side by side (EDTF).
"""

_COLUMNS = (
    Column("who"),
    Column("relation"),
    Column("whom", leading=True),
    Column("since"),
    Column("until"),
    Column("documents", number=True, wrap=False, lesser=True),
    Column("id", wrap=False, lesser=True),
    Column("statements", lesser=True),
)

#: Statement ids shown in a row; `show` and --json give all.
_IDS = 2


@click.command("relations", epilog=_EPILOG)
@list_options
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """Who leads, shelters, backs, fights or split from whom."""
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        rows = opened_record.relations(**filters)
    if as_json:
        put(rows)
        return
    screen = Screen()
    if rows:
        screen.table(_COLUMNS, (_row(row) for row in rows))
    screen.note(f"\n{plural(len(rows), 'relation')}. The evidence behind one: jirga show ID")


def _row(row: RelationRow) -> list[str]:
    return [
        row.actor.name,
        row.type.replace("_", " "),
        _name(row.recipient),
        _dates(row.since),
        _dates(row.until),
        f"{row.documents:,}",
        short(row.id),
        _some(row.statements),
    ]


def _name(party: Party | None) -> str:
    return party.name if party else "unknown"


def _dates(told: Iterable[Dated]) -> str:
    return " or ".join(one.edtf for one in told)


def _some(statements: tuple[str, ...]) -> str:
    more = f" +{len(statements) - _IDS}" if len(statements) > _IDS else ""
    return " ".join(short(one) for one in statements[:_IDS]) + more
