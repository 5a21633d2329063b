"""`jirga add`: what the coder missed."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import deciding_options, opened, record_option
from jirga.cli.screen import Screen

_EPILOG = """\b
Examples:
  jirga add wire.txt --quote "gunmen struck the convoy" --type ASSAULT \\
      --actor gunmen --recipient "the convoy" --when 2022-04-06
  jirga add wire.txt --quote "He has led the group since 2018" --type leads \\
      --trigger led --actor "Noor Wali Mehsud@He" --recipient ttp --since 2018

\b
The quote must stand in the text, word by word. Values are written as for
jirga decide ID set (see there); what is not given is unknown.
"""

#: The fields that can be given, each with what its option says.
_FIELDS = {
    "modes": "PLOVER modes of the type.",
    "actor": "Who did it; several parted by ;.",
    "recipient": "To whom.",
    "when": "When it happened (EDTF).",
    "where": "Where: a place, with ', AFG' the country.",
    "figures": "How many: 'killed 9 soldiers; injured 20..'.",
    "said_by": "Who says so, nearest first; without it the document itself.",
    "factuality": "negated, wished, probable …; without it asserted.",
    "since": "Of a relation: since when.",
    "until": "Of a relation: until when.",
}


def _field_options(command: Any) -> Any:
    for name, about in reversed(_FIELDS.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, metavar="VALUE", help=about)(command)
    return command


@click.command("add", epilog=_EPILOG)
@click.argument("document", metavar="DOCUMENT")
@click.option("--quote", metavar="WORDS", required=True, help="The clause that tells it, as it stands there.")
@click.option("--type", metavar="TYPE", required=True, help="A PLOVER type (ASSAULT) or a relation (leads).")
@click.option("--trigger", metavar="WORDS", help="The words of the quote that carry it.")
@_field_options
@deciding_options
@record_option
def command(record: str | None, **options: Any) -> None:
    """Add an event or a relation that the coder missed."""
    from jirga.cli.judged import tell

    with opened(record) as opened_record:
        tell(Screen(), opened_record.add(**options), opened_record)
