"""`jirga contests`: where what is told differs, and who says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from jirga.cli.options import filter_options, json_option, opened, record_option
from jirga.cli.screen import Screen, clean, plural, short

if TYPE_CHECKING:
    from jirga.model import Contest, Document, Position, Statement, Voice

_EPILOG = """\b
Examples:
  jirga contests --entity TTP
  jirga contests --about "how many" --type killed
  jirga contests --about who,whether --since 2021-11
  jirga contests --json | jq -r '[.question, .positions[].value] | @tsv'

\b
Every answer stands with those who give it; nothing is averaged, and nobody is
held to be right. Figures that can be one number are one answer; killed and
casualties, a part and its total, one year and another are different questions.
--all adds what contradicts nothing: a figure that its own speaker corrected,
and figures that differ for a reason, with the reason.
"""

FAINT = "dim"

#: Voices named after an answer; the number of the rest follows.
_NAMED = 3

#: Characters of a quote below an answer.
_QUOTED = 140

#: Characters around a figure that stands outside its statement's clause.
_AROUND = 60

#: Characters below which a clause says too little without its sentence.
_FEW = 40


@click.command("contests", epilog=_EPILOG)
@click.option("--about", metavar="WHAT[,…]", help="About: how many, who, whether, when.")
@click.option("--all", is_flag=True, help="Also what was corrected, and figures that differ for a reason.")
@filter_options
@json_option
@record_option
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """Where reports contradict each other, and who says what."""
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        found = opened_record.contests(**filters)
        if as_json:
            put(found)
            return
        store = opened_record.store
        draw(Screen(), found, store.document, store.statement)


def draw(
    screen: Screen,
    found: Sequence[Contest],
    document: Callable[[str], Document],
    statement: Callable[[str], Statement] | None = None,
) -> None:
    """Print the contests, then what only stands side by side, and how many there were.

    With `statement` each answer has the words of the first who gives it below.
    """
    for heading, some in _parted(found):
        if heading:
            screen.heading(heading)
        draw_entries(screen, some, document, statement)
    if not found:
        screen.note("Nothing in the record is told in two ways here. Next: ask with fewer filters, or --all.")
        return
    contested = sum(one.contested for one in found)
    also = f", {len(found) - contested:,} only side by side" if contested < len(found) else ""
    screen.note(f"\n{plural(contested, 'contest')}{also}. The evidence behind one: jirga show ID")


def draw_entries(
    screen: Screen,
    found: Sequence[Contest],
    document: Callable[[str], Document],
    statement: Callable[[str], Statement] | None = None,
) -> None:
    """Print contests, each with what it is about and its id beside it."""
    for one in found:
        screen.line()
        told = list(lines(one, document, statement))
        screen.block(Text(one.about, style=FAINT), told, under=Text(short(one.id), style=FAINT))


def _parted(found: Sequence[Contest]) -> Iterator[tuple[str, list[Contest]]]:
    contested = [one for one in found if one.contested]
    if contested:
        yield "", contested
    if rest := [one for one in found if not one.contested]:
        yield "Side by side: corrected, or different for a reason", rest


def lines(
    it: Contest,
    document: Callable[[str], Document],
    statement: Callable[[str], Statement] | None = None,
) -> Iterator[Text]:
    """Yield a contest as lines: the question, each answer with its voices, changes, what stands beside."""
    yield Text(clean(it.question), style="bold")
    for one in it.positions:
        yield _answer(one, document)
        if statement:
            first = one.voices[0]
            yield Text(f"  “{_cut(statement(first.statement), first, document)}”", style="italic")
    for change in it.changes:
        text = Text(f"changed: {clean(change.earlier.value)} → {clean(change.later.value)}")
        yield text.append(
            f"  {_source(change.earlier, document)}, then {_source(change.later, document)}", style=FAINT
        )
    for beside in it.beside:
        text = Text(f"beside: {clean(beside.voice.value)}")
        yield text.append(f"  {_source(beside.voice, document)}: {clean(beside.why)}", style=FAINT)


def _cut(it: Statement, voice: Voice, document: Callable[[str], Document]) -> str:
    """The words of a voice as one line, cut where many: around its figure, else its clause or sentence."""
    mention = it.figures[voice.figure].mention if voice.figure is not None else None
    if mention is not None and not it.start <= mention.start < it.end:
        text = document(voice.document).text
        before = text[max(0, mention.start - _AROUND) : mention.start].rpartition("\n")[2]
        after = text[mention.end : mention.end + _AROUND].partition("\n")[0]
        return clean(f"… {before.partition(' ')[2]}{mention.quote}{after.rpartition(' ')[0]} …")
    words = clean(it.quote if len(it.quote) >= _FEW else it.sentence.quote)
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]} …"


def _answer(it: Position, document: Callable[[str], Document]) -> Text:
    """One answer, with its speakers: `41 people  head of information (The Eastern Post, 2022-04-18)`."""
    text = Text("· ").append(clean(it.value), style="bold")
    told = list(dict.fromkeys(_words(voice, it.value, document) for voice in it.voices))
    more = f"; {len(told) - _NAMED:,} more" if len(told) > _NAMED else ""
    text.append(f"  {'; '.join(told[:_NAMED])}{more}")
    if it.independent_sources > 1:
        text.append(f"  [{it.independent_sources:,} independent sources]", style=FAINT)
    return text


def _words(voice: Voice, value: str, document: Callable[[str], Document]) -> str:
    """Who says so, with the words where they are not those of the answer."""
    own = (
        "" if clean(voice.value) in (clean(value), clean(value).split(" ")[0]) else f"“{clean(voice.value)}” "
    )
    return f"{own}{_source(voice, document)}"


def _source(voice: Voice, document: Callable[[str], Document]) -> str:
    """Return the nearest speaker with the paper, or the paper in its own voice."""
    it = document(voice.document)
    paper = clean(it.publisher or it.title or it.source)
    dated = f"{paper}, {it.published}" if it.published else paper
    return (
        f"{_speaker(voice.said_by[0])} ({dated})"
        if voice.said_by
        else f"{paper} itself ({it.published or 'undated'})"
    )


def _speaker(name: str) -> str:
    return "an unnamed source" if name == "unnamed" else clean(name)
