"""The options that verbs share, and the record they speak of."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from jirga.record import Record

RECORD_VARIABLE = "JIRGA_RECORD"
DEFAULT_RECORD = "jirga.db"

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands before the verb: the record named there, if any."""

    record: str | None = None


def location(named: str | None) -> str:
    """Return the record to use: named after the verb, before it, by the environment, or the usual one."""
    settings = click.get_current_context().find_object(Settings) or Settings()
    return named or settings.record or os.environ.get(RECORD_VARIABLE) or DEFAULT_RECORD


def opened(named: str | None) -> Record:
    """Return the record to use; it is opened when first asked."""
    from jirga.record import Record

    return Record(location(named))


def record_option(command: Command) -> Command:
    """Add `--record`."""
    return click.option(
        "--record",
        metavar="FILE|URL",
        help=f"The record; by default ${RECORD_VARIABLE}, else {DEFAULT_RECORD}.",
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json`."""
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        help="One JSON object a line, and nothing else, on standard output.",
    )(command)


_FILTERS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--entity", metavar="NAME|ID", help="That takes part or speaks: a name, an id, or a country code."
    ),
    click.option(
        "--type", metavar="TYPE[,…]", help="PLOVER types (ASSAULT,RETREAT), relations, or measures."
    ),
    click.option("--kind", metavar="KIND[,…]", help="Kinds of statement: event, relation, quantity, claim."),
    click.option(
        "--since", metavar="DATE", help="Not before this year, month or day (2022, 2022-06, 2022-06-02)."
    ),
    click.option(
        "--until", metavar="DATE", help="Not after it. What has no date matches no bounded question."
    ),
    click.option(
        "--place", metavar="NAME", help="Where it happened: a place, or a country code such as AFG."
    ),
    click.option("--document", metavar="ID|FILE", help="Told in this document."),
    click.option("--said-by", metavar="NAME|ID", help="Said by this speaker."),
    click.option("--publisher", metavar="NAME", help="Published by this publisher."),
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N entries."),
)


def all_option(command: Command) -> Command:
    """Add `--all`."""
    return click.option(
        "--all", is_flag=True, help="Also what is denied, demanded, feared, conditional …, so marked."
    )(command)


def deciding_options(command: Command) -> Command:
    """Add `--by` and `--why`, which stand with every decision."""
    by = click.option("--by", metavar="NAME", help="Who decides; by default $JIRGA_BY, else your user name.")
    return by(
        click.option("--why", metavar="WORDS", default="", help="Why, for whoever reads it later.")(command)
    )


def copies_option(command: Command) -> Command:
    """Add `--copies`."""
    return click.option(
        "--copies",
        is_flag=True,
        help="Nothing put together: each statement, each copy of a report for itself.",
    )(command)


def filter_options(command: Command) -> Command:
    """Add the filters of every list (`jirga.record.Filters`), `--all` excepted."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def list_options(command: Command) -> Command:
    """Add the filters with `--all`, `--json` and `--record`."""
    return filter_options(all_option(json_option(record_option(command))))
