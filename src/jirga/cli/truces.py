"""`jirga truces`: every truce as one entry, with what was agreed, kept, broken and by whom it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from jirga.cli.options import filter_options, json_option, opened, record_option
from jirga.cli.screen import Screen, clean, plural, short

if TYPE_CHECKING:
    from jirga.model import Term, Told, Truce, Violation

_EPILOG = """\b
Examples:
  jirga truces --entity TTP
  jirga truces --since 2014 --until 2015 --all
  jirga truces --json | jq '{name, status, effective, violations}'

\b
A truce is put together from all that is told of it: who made it and who mediated,
the terms, the days on which it was agreed, announced, came into force, was
extended and ended, and the breaches, with who alleges and who denies them. What
is told differently stands side by side. Its status is how it stood when last
told. --all adds what was only demanded or offered.
"""

FAINT = "dim"

#: Breaches printed in a list; `show` prints all.
_SHOWN = 5


@click.command("truces", epilog=_EPILOG)
@click.option("--all", is_flag=True, help="Also what was only demanded, offered or refused.")
@filter_options
@json_option
@record_option
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """The truces: parties, terms, dates, breaches, how they stood."""
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        found = opened_record.truces(**filters)
    if as_json:
        put(found)
    else:
        draw(Screen(), found)


def draw(screen: Screen, found: Sequence[Truce]) -> None:
    """Print the truces by date, and how many there were."""
    draw_entries(screen, found)
    if not found:
        screen.note("The record tells of no truce here. Next: ask with fewer filters, or with --all.")
        return
    screen.note(f"\n{plural(len(found), 'truce')}. The evidence behind one: jirga show ID")


def draw_entries(screen: Screen, found: Sequence[Truce]) -> None:
    """Print the truces, each with its date and id beside it."""
    for one in found:
        screen.line()
        told = list(lines(one, shown=_SHOWN))
        screen.block(Text(_date(one)), told, under=Text(short(one.id), style=FAINT))


def lines(it: Truce, *, shown: int | None = None) -> Iterator[Text]:
    """Yield a truce as lines: its name and status, then each field that is told; `shown` breaches at most."""
    who = " and ".join(one.value for one in it.parties) or "unknown parties"
    head = Text(clean(who), style="bold").append(f" · {it.status}", style="bold red" if _over(it) else "bold")
    yield head.append(f" (as told up to {it.as_of})" if it.as_of else "", style=FAINT)
    yield from _fields(it)
    for one in it.terms:
        yield _named("term", f"{one.kind}: {one.state}{_by(one)}")
    told = it.violations[:shown]
    for breach in told:
        yield _named("breach", _breach(breach))
    if len(it.violations) > len(told):
        yield _named("", f"and {plural(len(it.violations) - len(told), 'breach', 'breaches')} more")
    how = "; ".join(it.sources_how)
    yield Text(f"{plural(it.documents, 'document')}; {clean(how)}", style=FAINT)


def _fields(it: Truce) -> Iterator[Text]:
    dated: Iterable[tuple[str, Sequence[Told]]] = (
        ("mediated by", it.mediators),
        ("talks in", it.places),
        ("agreed", it.agreed),
        ("announced", it.announced),
        ("in force", it.effective),
        ("until", it.until),
        ("extended", it.extended),
        ("ended", it.ended),
        ("kept by", it.kept),
        ("refused by", it.refused),
    )
    for name, told in dated:
        if told:
            joined = (
                ", ".join if name in ("mediated by", "talks in", "kept by", "refused by") else " or ".join
            )
            yield _named(name, joined(clean(one.value) for one in told))


def _named(name: str, value: str) -> Text:
    return Text(f"{name:<12}", style=FAINT).append(clean(value), style="not dim")


def _by(term: Term) -> str:
    return f", by {term.by}" if term.by else ""


def _breach(it: Violation) -> str:
    """`2021-11-20, attacked, by the army; alleged by the TTP; denied by an official`."""
    from jirga.model import EventCode
    from jirga.questions import words

    kind, _, modes = it.what.partition(": ")
    code = EventCode(kind, tuple(one for one in modes.split(", ") if one))
    did = "a breach" if kind == "ACCUSE" else words.event_words(code)
    told = ", ".join([it.when or "no date", did, *([f"by {it.by}"] if it.by else [])])
    alleged = f"; alleged by {_names(it.alleged_by)}" if it.alleged_by else ""
    denied = f"; denied by {_names(it.denied_by)}" if it.denied_by else ""
    return f"{told}{alleged}{denied}"


def _names(speakers: Sequence[str]) -> str:
    return ", ".join("an unnamed source" if one == "unnamed" else one for one in speakers)


def _over(it: Truce) -> bool:
    return it.status in ("ended", "collapsed", "expired", "refused")


def _date(it: Truce) -> str:
    told = (*it.effective, *it.announced, *it.agreed, *it.extended, *it.ended)
    return next((clean(one.value) for one in told), "no date")
