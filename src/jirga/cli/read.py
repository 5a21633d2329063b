"""`jirga read`: files into the record."""

from __future__ import annotations

import os
import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from jirga.cli.options import DEFAULT_RECORD, RECORD_VARIABLE, opened, record_option
from jirga.cli.screen import Screen, plural

if TYPE_CHECKING:
    from jirga.reading import Report
    from jirga.record import Record

#: Files of kinds not read that are named; the number of each kind is told of all.
_NAMED = 3

_EPILOG = """\b
Examples:
  jirga read reports/
  jirga read article.html notes.md wire.jsonl --record talks.db
  jirga read reports/ --lexicon ours.tsv
  cat article.txt | jirga read -

\b
Formats: .txt .md .html .jsonl .csv, and folders of them. A text file may begin
with lines such as "Publisher: Dawn" and "Published: 2022-06-03", ended by an
empty line. A row of a .jsonl or .csv file is a document: text, and any of
title, publisher, author, published, url.

\b
Reading never uses the network. Each finished document is kept at once: a run
that was stopped goes on where it stopped when the same command is run again.
Files of other kinds in a folder (.pdf, .docx, .jpg) are passed over and told in
one line; one that is named itself and cannot be read is a failure.
Exit status: 0 all was read; 1 some documents failed, each named; 2 wrong use.
"""


@click.command("read", epilog=_EPILOG)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that code side by side; by default one for little to read, else one a processor.",
)
@click.option(
    "--lexicon",
    metavar="FILE",
    help="Your own entities and names (a table, see docs/reference/lexicon.md); they go before Jirga's.",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object on standard output.")
@record_option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    jobs: int | None,
    lexicon: str | None,
    as_json: bool,
    record: str | None,
) -> None:
    """Read files, folders or standard input (-) into the record."""
    with opened(record) as opened_record:
        report = read_into(opened_record, paths, jobs=jobs, lexicon=lexicon, quiet=as_json)
        where = opened_record.location
    if as_json:
        from jirga.cli.objects import put_object

        put_object(asdict(report))
    else:
        Screen().line(_next(report, where))
    context.exit(1 if report.failed else 0)


def read_into(
    record: Record,
    paths: Sequence[str],
    *,
    jobs: int | None,
    lexicon: str | None = None,
    quiet: bool = False,
) -> Report:
    """Read `paths` into `record`, telling problems and progress as it goes and, unless quiet, a summary."""
    from jirga.cli.progress import watcher

    report = record.read(paths, jobs=jobs, lexicon=lexicon, progress=watcher())
    if not quiet:
        _summary(Screen(), report, record.location)
    return report


def _summary(screen: Screen, report: Report, location: str) -> None:
    parts = [
        f"{report.new:,} new",
        f"{report.unchanged:,} unchanged" if report.unchanged else "",
        f"{plural(report.copies, 'copy', 'copies')} of others" if report.copies else "",
        f"{report.partial:,} in part" if report.partial else "",
        f"{report.failed:,} failed" if report.failed else "",
    ]
    screen.line(f"Read {plural(report.seen, 'document')}: {', '.join(part for part in parts if part)}.")
    speed = (
        f" ({report.words / report.seconds:,.0f} words a second)" if report.words and report.seconds else ""
    )
    screen.line(f"{plural(report.statements, 'new statement')} in {_seconds(report.seconds)}{speed}.")
    if report.undated:
        screen.line(_undated(report))
    if report.passed_over:
        screen.line(_passed_over(report.passed_over))
    screen.line(f"Record: {location}")


def _undated(report: Report) -> str:
    """Tell how many documents do not say when they were published, and what that costs."""
    return (
        f"{plural(report.undated, 'document')} without a date of publication: what “on Tuesday” means there "
        'stays unknown. Next: begin the text with a line such as "Published: 2022-06-03" (jirga read --help) '
        "or jirga correct FILE --published 2022-06-03."
    )


def _passed_over(names: Sequence[str]) -> str:
    """Tell the files of kinds not read, as sums by their ending with the first of them."""
    kinds = Counter(PurePath(name).suffix.lower() or "without an ending" for name in names)
    told = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common())
    first = ", ".join(PurePath(name).name for name in names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return (
        f"Passed over {plural(len(names), 'file')} of kinds not read: {told} ({first}). "
        "Next: convert to text what you need, or name a text file itself."
    )


def _seconds(seconds: float) -> str:
    from jirga.cli.progress import duration

    return f"{seconds:.1f} s" if seconds < 10 else duration(seconds)


def _next(report: Report, location: str) -> str:
    """What to do now; `--record` is named where it is not the usual one."""
    usual = os.environ.get(RECORD_VARIABLE) or DEFAULT_RECORD
    named = "" if location == usual else f" --record {shlex.quote(location)}"
    if report.failed and not report.seen:
        return "Next: mend what is named above, and read it again."
    if not report.seen:
        return "Next: name files or folders with .txt, .md, .html, .jsonl or .csv in them."
    failed = f"; what failed is named above, and with jirga documents{named}" if report.failed else ""
    return f"Next: jirga timeline{named}{failed}"
