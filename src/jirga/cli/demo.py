"""`jirga demo`: the sample reports, read and shown."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.screen import Screen
from jirga.errors import RecordError

if TYPE_CHECKING:
    pass

DEMO_RECORD = "jirga-demo.db"

#: Where the samples stand inside `examples/`; a wheel may carry that folder within the package.
_SAMPLES = Path("examples", "reports")

_EPILOG = """\b
The samples were written for Jirga and say so; each is in the manner of an
outlet, and as hard as a real one: rival figures, denials, demands, opinion.
"""


@click.command("demo", epilog=_EPILOG)
@click.option(
    "--record",
    metavar="FILE|URL",
    default=DEMO_RECORD,
    show_default=True,
    help="The record to read them into.",
)
def command(record: str) -> None:
    """Read the sample reports; print their timeline and entities."""
    from jirga.cli import entities, timeline
    from jirga.cli.read import read_into
    from jirga.record import Record

    screen = Screen()
    with Record(record) as opened_record:
        read_into(opened_record, (str(samples()),), jobs=1)
        screen.heading("Timeline")
        timeline.draw(screen, opened_record.timeline())
        screen.heading("Entities")
        entities.draw(screen, opened_record.entities(limit=25))
    screen.note(_what_next(record))


def samples() -> Path:
    """Return the folder of sample reports; raises RecordError where this installation has none."""
    package = Path(__file__).resolve().parents[1]
    for root in (package, package.parents[1]):  # in the package, or in the checkout beside src/
        if (root / _SAMPLES).is_dir():
            return root / _SAMPLES
    raise RecordError(
        "this installation has no sample reports",
        stage="demo",
        next_step="run it in a checkout of Jirga, or read files of your own: jirga read FOLDER",
    )


def _what_next(record: str) -> str:
    named = shlex.quote(record)
    return (
        f"\nAsk this record more, for example:\n"
        f"  jirga timeline --record {named} --entity TTP --all\n"
        f"  jirga quantities --record {named} --type killed\n"
        f"  jirga counts --record {named} --by dyad,type\n"
        f"Then read reports of your own: jirga read FOLDER"
    )
