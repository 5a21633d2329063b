"""`jirga withdraw`: a document out of every list."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import deciding_options, opened, record_option
from jirga.cli.screen import Screen

_EPILOG = """\b
Examples:
  jirga withdraw wire.txt --why "retracted by its publisher"
  jirga undo                       it is back

\b
Its statements leave every list, count and export with it. Nothing is deleted:
jirga show still has it, and reading its file again does not bring it back.
"""


@click.command("withdraw", epilog=_EPILOG)
@click.argument("document", metavar="DOCUMENT")
@deciding_options
@record_option
def command(record: str | None, **options: Any) -> None:
    """Take a document out of every list, and keep it."""
    from jirga.cli.judged import tell

    with opened(record) as opened_record:
        tell(Screen(), opened_record.withdraw(**options), opened_record)
