"""`jirga correct`: how a document is described."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import deciding_options, opened, record_option
from jirga.cli.screen import Screen

_EPILOG = """\b
Examples:
  jirga correct wire.txt --published 2022-06-03
  jirga correct 9f86d081 --publisher "Daily Observer" --why "masthead"
  jirga correct wire.txt --published unknown

\b
DOCUMENT is a file or the beginning of an id (jirga documents). The correction
stays when the file is read again; jirga undo takes it back. After a corrected
date the document is read again at once, from the text in the record, since "on
Tuesday" hangs on it; without any correction, if that is still to be done.
"""


@click.command("correct", epilog=_EPILOG)
@click.argument("document", metavar="DOCUMENT")
@click.option("--published", metavar="DATE", help="When it was published (2022, 2022-06, 2022-06-02).")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option("--title", metavar="WORDS", help="What it is called.")
@click.option("--author", metavar="NAME", help="Who wrote it.")
@click.option("--url", metavar="URL", help="Where it was published.")
@deciding_options
@record_option
def command(record: str | None, **options: Any) -> None:
    """Correct a document's date, publisher, title, author, address."""
    from jirga.cli.judged import tell

    with opened(record) as opened_record:
        tell(Screen(), opened_record.correct(**options), opened_record)
