"""`jirga demo`: the sample reports, read, and a first look at what is in them."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.screen import Column, Screen, clean, plural, short
from jirga.errors import RecordError

if TYPE_CHECKING:
    from jirga.questions import Entry, QuantityRow
    from jirga.record import Record

DEMO_RECORD = "jirga-demo.db"

#: How many of each are shown: what one looks through in a minute or two.
_ENTRIES, _ENTITIES, _FIGURES, _CONTESTS = 18, 15, 5, 2

#: Where the samples stand inside `examples/`; a wheel may carry that folder within the package.
_SAMPLES = Path("examples", "reports")

_EPILOG = """\b
Examples:
  jirga demo
  jirga demo --record /elsewhere/samples.db

\b
The samples were written for Jirga and say so; each is in the manner of an
outlet, and as hard as a real one: rival figures, denials, demands, opinion.
A selection is printed, and the commands that print the whole.
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
    """Read the sample reports; show some of what is in them."""
    from jirga.cli.read import read_into
    from jirga.record import Record

    screen = Screen()
    with Record(record) as opened_record:
        read_into(opened_record, (str(samples()),), jobs=1)
        shown = _timeline(screen, opened_record)
        _entities(screen, opened_record)
        _truce(screen, opened_record)
        _contests(screen, opened_record)
        _figures(screen, opened_record)
    screen.note(what_next(record, shown))


def _timeline(screen: Screen, record: Record) -> Sequence[Entry]:
    from jirga.cli.timeline import draw_entries
    from jirga.questions import highlights

    entries = record.timeline()
    chosen = highlights(entries, _ENTRIES)
    documents = plural(len({one.document.id for one in entries}), "document")
    screen.heading(f"Timeline: {len(chosen)} of {plural(len(entries), 'entry', 'entries')} from {documents}")
    draw_entries(screen, chosen)
    return chosen


def _entities(screen: Screen, record: Record) -> None:
    from jirga.cli.entities import draw_rows

    rows = record.entities()
    chosen = rows[:_ENTITIES]
    screen.heading(f"Entities: the {len(chosen)} most told of, of {len(rows):,}")
    draw_rows(screen, chosen)


def _truce(screen: Screen, record: Record) -> None:
    """The truce that most sources tell of; nothing where none is told."""
    from jirga.cli.truces import draw_entries

    truces = record.truces()
    if truces:
        chosen = max(truces, key=lambda one: (one.independent_sources, len(one.statements), one.id))
        screen.heading(f"Truces: one of {len(truces):,}, with all that is told of it")
        draw_entries(screen, [chosen])


def _contests(screen: Screen, record: Record) -> None:
    """A few questions on which the reports differ, each about something else; nothing where none do."""
    from jirga.cli.contests import draw_entries

    contests = record.contests()
    chosen = list({one.about: one for one in reversed(contests)}.values())[::-1][:_CONTESTS]
    if chosen:
        screen.heading(f"Contests: {len(chosen)} of {len(contests):,}")
        draw_entries(screen, chosen, record.store.document, record.store.statement)


def _figures(screen: Screen, record: Record) -> None:
    """Some figures that differ; nothing where none do."""
    from jirga.questions import documents_of, rivals

    rows = record.quantities()
    chosen = rivals(rows, _FIGURES)
    if not chosen:
        return
    document = documents_of(record.store)
    measure = chosen[0].figure.measure
    screen.heading(f"Who counts what: {len(chosen)} of {plural(len(rows), 'figure')}, all of “{measure}”")
    screen.line("Told side by side, or of one day. None is averaged: who counts whom is for you to judge.")
    screen.table(
        (
            Column("how many"),
            Column("according to"),
            Column("in", leading=True),
            Column("statement", wrap=False),
        ),
        (_figure(row, document(row.statement.document).publisher) for row in chosen),
    )


def _figure(row: QuantityRow, publisher: str | None) -> list[str]:
    from jirga.cli.telling import speaker_name
    from jirga.questions import words

    said = ", as told by ".join(speaker_name(one) for one in row.said_by) or "the document itself"
    return [clean(words.figure_words(row.figure)), said, publisher or "", short(row.statement.id)]


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


def what_next(record: str, shown: Sequence[Entry]) -> str:
    """Commands that show all of what was shown in part, as they can be typed here."""
    named = f" --record {shlex.quote(record)}"
    quoted = next((one for one in shown if one.statement.said_by), None)
    one = short(quoted.statement.id) if quoted else "ID"
    wider = {
        "timeline": "all that happened, by date",
        "timeline --entity TTP --all": "with what is denied, demanded, feared …",
        "entities": "all who take part",
        "truces": "every truce with its terms, dates and breaches",
        "contests": "where the reports differ, and who says what",
        "quantities --type killed": "every figure of the killed, each with its speaker",
        "counts --by dyad,type": "the events as a table",
        f"show {one}": "the evidence behind one line",
    }
    width = max(map(len, wider)) + len(named) + len("jirga ")
    lines = [f"  {f'jirga {words}{named}':<{width}}  {what}" for words, what in wider.items()]
    return "\n".join(
        ["\nSee all of it:", *_where_jirga_is(), *lines, "Then read reports of your own: jirga read FOLDER"]
    )


def _where_jirga_is() -> list[str]:
    """What to type before, where the shell would not find `jirga`: it is in an environment not activated."""
    activate = Path(sys.prefix, "bin", "activate")
    if shutil.which("jirga") or not activate.exists():
        return []
    here = activate.relative_to(Path.cwd()) if activate.is_relative_to(Path.cwd()) else activate
    return [f"  . {shlex.quote(str(here))}    once in each terminal, so that it finds jirga"]
