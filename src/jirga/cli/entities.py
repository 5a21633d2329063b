"""`jirga entities`: who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import list_options, opened
from jirga.cli.screen import ASK_WIDER, Column, Screen, plural

if TYPE_CHECKING:
    from jirga.questions import EntityRow

_EPILOG = """\b
Examples:
  jirga entities --since 2021 --limit 20
  jirga entities --place AFG
  jirga entities --json | jq -r '[.id, .name, .statements] | @tsv'

\b
The numbers count statements in which the entity acts, is acted upon, or speaks.
Sectors are PLOVER's (GOV, MIL, REB, OPP …), countries ISO 3166-1 alpha-3.
"""

_COLUMNS = (
    Column("id", lesser=True),
    Column("name", leading=True),
    Column("kind", lesser=True),
    Column("country", wrap=False),
    Column("sector", wrap=False, lesser=True),
    Column("acts", number=True, wrap=False),
    Column("receives", number=True, wrap=False),
    Column("speaks", number=True, wrap=False),
    Column("documents", number=True, wrap=False),
)


@click.command("entities", epilog=_EPILOG)
@list_options
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """Who takes part: states, forces, groups, office holders."""
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        rows = opened_record.entities(**filters)
    if as_json:
        put(rows)
        return
    draw(Screen(), rows)


def draw(screen: Screen, rows: Sequence[EntityRow]) -> None:
    """Print the table of entities, of whose names some may be slips, and how many there were."""
    draw_rows(screen, rows)
    for row in rows:
        if row.perhaps:
            screen.note(f"{row.id}: {slip(row)}")
    found = plural(len(rows), "entity", "entities")
    screen.note(f"\n{found}. All about one: jirga show ID" if rows else f"{found}. {ASK_WIDER}")


def slip(row: EntityRow) -> str:
    """Return the words that say of whose name an entity's may be a slip; it stays itself until decided."""
    return (
        f"perhaps a slip for {', '.join(row.perhaps)}; kept apart. "
        f"If it is: jirga decide ID set actor={row.perhaps[0]}"
    )


def draw_rows(screen: Screen, rows: Sequence[EntityRow]) -> None:
    """Print the table of entities."""
    if rows:
        screen.table(
            _COLUMNS,
            (
                [
                    row.id,
                    row.name,
                    row.kind or "",
                    row.country or "",
                    row.sector or "",
                    f"{len(row.as_actor):,}",
                    f"{len(row.as_recipient):,}",
                    f"{len(row.as_speaker):,}",
                    f"{row.documents:,}",
                ]
                for row in rows
            ),
        )
