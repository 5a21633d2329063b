"""`jirga compare`: the record's events beside a table that somebody else coded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import json_option, opened, record_option
from jirga.cli.screen import Column, Screen, plural, short

if TYPE_CHECKING:
    from jirga.comparing import Comparison, Line, Row
    from jirga.model import Event

_EPILOG = """\b
Examples:
  jirga compare GEDEvent_v25_1.csv --country NGA --since 2014 --until 2015
  jirga compare acled.csv --days 1 --km 25 -o compared.csv
  jirga compare pakistan.csv --country PAK --json | jq 'select(.status == "missed")'

\b
FILE is a CSV of UCDP GED, or one with the columns that ACLED publishes
(event_date, event_type, sub_event_type, actor1, actor2, country, admin1,
location, latitude, longitude, fatalities …).

\b
matched  an event and a row are taken for one happening: why is told
missed   a row without an event, though the record has a report on that country
         of the days after it
extra    an event without a row, in a country and on days that the file covers
         (beside UCDP, which keeps deadly events only, if it tells of dead)
outside  a row or an event where the other covers nothing: no mistake of either
undated  an event dated too widely (a year), or not dated or published on a day

\b
Each event is paired with one row at most, such that all pairs together fit
best: by day, place, sides, type and how many died. An event without a date is
lined up with what happened shortly before it was first reported, and says so.
"""

_COUNTS = (Column(""), Column("the file", number=True), Column("the record", number=True))
_HEADER = (
    *("status", "score", "days_apart", "km_apart", "other_rows", "why"),
    *("line", "row", "start", "end", "what", "sides", "row_place", "row_division", "row_country", "row_lat"),
    *("row_lon", "row_low", "row_best", "row_high"),
    *("event", "type", "when", "actor", "recipient", "place", "country", "killed_low", "killed_high"),
    *("event_status", "independent_sources", "statements"),
)
#: Missed rows, extra events and countries shown on screen.
_SHOWN = 5


@click.command("compare", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@click.option("--since", metavar="DATE", help="Not before this year, month or day.")
@click.option("--until", metavar="DATE", help="Not after it.")
@click.option("--country", metavar="CODE[,…]", help="Only these countries (ISO alpha-3, such as NGA).")
@click.option("--days", type=click.IntRange(0, 31), default=2, show_default=True, help="Days apart at most.")
@click.option(
    "--km", type=click.FloatRange(0, 1000), default=50.0, show_default=True, help="Kilometres apart at most."
)
@click.option(
    "--told-within",
    type=click.IntRange(-1, 31),
    default=3,
    show_default=True,
    help="Days before its first report in which an event without a date is looked for; -1: not at all.",
)
@click.option("-o", "--output", metavar="FILE", help="Write every line as CSV to this file.")
@json_option
@record_option
def command(record: str | None, as_json: bool, output: str | None, **options: Any) -> None:
    """Line the events up with UCDP GED or an ACLED table."""
    with opened(record) as opened_record:
        compared = opened_record.compare(**options)
    screen = Screen()
    for note in compared.table.notes():
        screen.note(note)
    if as_json:
        from jirga.cli.objects import put_object

        for obj in compared.objects():
            put_object(obj)
    else:
        _show(screen, compared)
    if output:
        _write(output, compared)
        screen.note(f"Wrote {plural(len(compared.lines), 'line')} to {output}")


def _show(screen: Screen, compared: Comparison) -> None:
    summary = compared.summary()
    screen.line(f"{summary['file']}: {plural(summary['rows'], 'row')}, laid out as {summary['layout']}")
    theirs, ours = summary["file_covers"], summary["record_covers"]
    screen.line(f"the file covers: {_covered(theirs)}")
    screen.line(f"the record covers, of that: {_covered({one: ours[one] for one in theirs if one in ours})}")
    screen.line()
    screen.table(_COUNTS, _counts(summary["counts"]))
    screen.line()
    for line in _sentences(summary):
        screen.line(line)
    _some(screen, "Matched, what fits best first", sorted(compared.of("matched"), key=_fitting))
    _some(screen, "Missed, most deaths first", sorted(compared.of("missed"), key=_deadliest))
    _some(screen, "Extra, most killed first", sorted(compared.of("extra"), key=_most_killed))
    screen.note("\nEvery line, with its reasons: --json, or -o FILE. The evidence of an event: jirga show ID")


def _covered(covered: dict[str, Any]) -> str:
    """The countries most days are covered of, with how many and between which."""
    most = sorted(covered, key=lambda country: (-covered[country]["days"], country))
    told = [
        f"{country} {plural(it['days'], 'day')} of {it['first']} to {it['last']}"
        for country, it in ((one, covered[one]) for one in most[:_SHOWN])
    ]
    more = [plural(len(most) - _SHOWN, "more country", "more countries")] if len(most) > _SHOWN else []
    return "; ".join([*told, *more]) or "nothing"


def _counts(counts: dict[str, int]) -> list[tuple[str, str, str]]:
    def told(number: int) -> str:
        return f"{number:,}"

    return [
        ("matched", told(counts["matched"]), told(counts["matched"])),
        ("missed", told(counts["missed"]), ""),
        ("extra", "", told(counts["extra"])),
        ("outside", told(counts["outside the record"]), told(counts["outside the file"])),
        ("undated", "", told(counts["undated"])),
    ]


def _sentences(summary: dict[str, Any]) -> Iterator[str]:
    counts, share, dead = summary["counts"], summary["share_matched"], summary["deaths"]
    within = counts["matched"] + counts["missed"]
    if share is None:
        yield "The file has no event that the record could have."
        return
    unclear = summary["matched_unclear"]
    yield (
        f"Matched: {share:.0%} of the file's {within:,} events that the record could have"
        + (f"; {unclear:,} of the {counts['matched']:,} would fit another row as well." if unclear else ".")
    )
    if dead["pairs"]:
        file, ours = dead["file"], dead["record"]
        yield (
            f"Dead in {plural(dead['pairs'], 'pair')} where both tell a number: the file {file['best']:,} "
            f"({file['low']:,} to {file['high']:,}), the record {ours['low']:,g} to {ours['high']:,g}; "
            f"{dead['overlapping']:,} overlap."
        )


def _deadliest(line: Line) -> tuple[int, int]:
    row = line.row
    return (-(row.deaths[1] if row and row.deaths else 0), row.line if row else 0)


def _most_killed(line: Line) -> tuple[float, str]:
    killed = [one.low or 0 for one in line.event.figures if one.measure == "killed"] if line.event else []
    return -max(killed, default=0), line.event.id if line.event else ""


def _fitting(line: Line) -> tuple[float, int]:
    return (-line.pair.score, line.pair.row.line) if line.pair else (0.0, 0)


def _some(screen: Screen, heading: str, lines: list[Line]) -> None:
    if not lines:
        return
    screen.heading(heading)
    for line in lines[:_SHOWN]:
        if line.row:
            screen.line(f"  {_row(line.row)}")
        if line.event:
            screen.line(f"  {'  ' if line.row else ''}{_event(line.event)}")
        if line.pair:
            screen.line(f"    {'; '.join(line.pair.why)}")


def _row(row: Row) -> str:
    low, best, high = row.deaths or (0, 0, 0)
    dead = f"{best:,} dead" if low == high else f"{best:,} dead ({low:,} to {high:,})"
    place = ", ".join(part for part in (row.place, row.country) if part)
    days = "/".join(dict.fromkeys(row.days))
    told = f"{' – '.join(row.sides)}: {place}, {dead if row.deaths else 'no number of dead'}"
    return f"{days}  {told}  line {row.line:,}"


def _event(event: Event) -> str:
    from jirga.as_json import to_json
    from jirga.exports.columns import figure
    from jirga.exports.plain import headline

    obj = to_json(event)
    killed = [figure(one) for one in obj["figures"] if one["measure"] == "killed"]
    told = ", ".join([headline(obj), *killed])
    return f"{event.when.edtf or 'no date'}  {told}  {short(event.id)}"


def _write(output: str, compared: Comparison) -> None:
    from jirga.exports import target
    from jirga.exports.csv import table

    with target(output) as out:
        table(list(_HEADER), (_cells(obj) for obj in compared.objects()), out)


def _cells(obj: dict[str, Any]) -> list[str | int | float | None]:
    row, event = obj["row"] or {}, obj["event"] or {}
    dead, killed = row.get("deaths") or {}, event.get("killed") or {}
    return [
        *(obj[name] for name in ("status", "score", "days_apart", "km_apart", "other_rows")),
        "; ".join(obj["why"]),
        *(row.get(name) for name in ("line", "id", "start", "end", "what")),
        "; ".join(row.get("sides", ())),
        *(row.get(name) for name in ("place", "division", "country", "lat", "lon")),
        *(dead.get(name) for name in ("low", "best", "high")),
        *(event.get(name) for name in ("id", "type", "when")),
        *("; ".join(event.get(name, ())) for name in ("actor", "recipient")),
        *(event.get(name) for name in ("place", "country")),
        *(killed.get(name) for name in ("low", "high")),
        *(event.get(name) for name in ("status", "independent_sources")),
        "; ".join(event.get("statements", ())),
    ]
