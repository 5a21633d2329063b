"""`jirga undo`: a decision taken back."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import deciding_options, opened, record_option
from jirga.cli.screen import Screen

_EPILOG = """\b
Examples:
  jirga undo                  the last act that is not undone
  jirga undo de_1a2b3c4d      this one
  jirga undo de_5e6f7a8b      an undo: what it undid stands again

\b
Nothing is deleted: an undo is a decision of its own (jirga decisions --all).
"""


@click.command("undo", epilog=_EPILOG)
@click.argument("decision", metavar="[DECISION]", required=False)
@deciding_options
@record_option
def command(record: str | None, **options: Any) -> None:
    """Take back a decision, a correction or a withdrawal."""
    from jirga.cli.judged import tell

    with opened(record) as opened_record:
        tell(Screen(), opened_record.undo(**options), opened_record)
