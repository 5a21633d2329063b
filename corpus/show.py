"""A passage with its annotations, for a person to check: colours on a terminal, plain words elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from corpus.nouns import Passage
from jirga.model import Figure, Participant, Span, Speaker, Statement

_STYLES = {
    "trigger": "bold red",
    "entity": "cyan",
    "cue": "bold magenta",
    "figure": "yellow",
    "time": "green",
}


def lines(passage: Passage) -> Iterator[Text]:
    """Yield the passage and, under its text, a block for each statement and attribution."""
    yield Text(
        f"{passage.id}  [{passage.part}] {passage.hand} · {passage.genre} · {passage.conflict}", style="bold"
    )
    about = (passage.document.publisher, passage.document.published, passage.document.title)
    yield Text(" · ".join(one or "-" for one in about))
    yield Text()
    yield from _text(passage).split("\n")
    for number, statement in enumerate(passage.statements, start=1):
        yield Text()
        yield from statement_lines(passage, number, statement)
    if passage.attributions:
        yield Text("\nattributions", style="bold")
    for chain in passage.attributions:
        yield Text(f"  {' < '.join(_speaker(one) for one in chain)}: {_short(chain[0].content)}")


def _text(passage: Passage) -> Text:
    text = Text(passage.text)
    for chain in passage.entities:
        for span in chain.mentions:
            text.stylize(_STYLES["entity"], span.start, span.end)
    for statement in passage.statements:
        for figure in statement.figures:
            text.stylize(_STYLES["figure"], figure.mention.start, figure.mention.end)
        if statement.when.mention:
            text.stylize(_STYLES["time"], statement.when.mention.start, statement.when.mention.end)
    for attribution in passage.attributions:
        if cue := attribution[0].cue:
            text.stylize(_STYLES["cue"], cue.start, cue.end)
    for statement in passage.statements:
        text.stylize(_STYLES["trigger"], statement.trigger.start, statement.trigger.end)
    return text


def statement_lines(passage: Passage, number: int, statement: Statement) -> Iterator[Text]:
    """Yield one statement: what it is, then each field that says something."""
    it = statement
    code = it.event.type if it.event else it.relation.type if it.relation else ""
    modes = " ".join((*it.event.modes, *(f"+{one}" for one in it.event.contexts))) if it.event else ""
    head = Text(f"{number} ", style="dim")
    head.append(it.trigger.quote, style=_STYLES["trigger"])
    head.append(f"  {it.kind} {code} {modes}".rstrip())
    yield head
    fact = it.factuality
    said: list[str] = [fact.polarity, fact.modality]
    said += [one for one in (fact.certainty, fact.aspect) if one != "unstated"]
    said += ["historical"] if fact.historical else []
    yield Text(f"    {'happened' if it.happened else 'not said to have happened'}: {' '.join(said)}")
    for name, parties in (("actor", it.actor), ("recipient", it.recipient)):
        yield from (Text(f"    {name}: {_party(party)}") for party in parties)
    if it.when.mention:
        yield Text(f"    when: {it.when.edtf or 'unknown'} ({it.when.basis}) “{it.when.mention.quote}”")
    if it.where.mention:
        where = f"{it.where.name}, {it.where.country} ({it.where.precision})"
        yield Text(f"    where: {where} “{it.where.mention.quote}”")
    yield from (Text(f"    figure: {_figure(figure)}") for figure in it.figures)
    if it.relation and (it.relation.since or it.relation.until):
        yield Text(f"    since {it.relation.since or '-'} until {it.relation.until or '-'}")
    yield Text(f"    said by: {' < '.join(_speaker(one) for one in it.said_by) or 'the document'}")
    if it.content_of:
        act = next(one for one in passage.statements if one.id == it.content_of)
        yield Text(f"    content of: {act.trigger.quote} ({act.event.type if act.event else ''})")
    if it.id in passage.events:
        yield Text(f"    event: {passage.events[it.id]}")
    for position in passage.positions:
        if position.statement == it.id:
            yield Text(f"    position on: {position.question}")


def _party(party: Participant) -> str:
    codes = " ".join(filter(None, (party.country or "?", party.sector, *party.other_sectors)))
    own = f" according to {' < '.join(_speaker(one) for one in party.said_by)}" if party.said_by else ""
    sure = f" {party.certainty}" if party.certainty != "unstated" else ""
    return f"{party.name} ({codes}) “{party.mention.quote}”{own}{sure}"


def _figure(figure: Figure) -> str:
    low, high = (f"{value:,.10g}" if value is not None else "" for value in (figure.low, figure.high))
    amount = low if low == high else f"{low}..{high}"
    said_by = " < ".join(_speaker(one) for one in figure.said_by)
    parts = [
        figure.measure,
        "about" if figure.approximate else "",
        amount or "many",
        figure.unit or "",
        f"“{figure.mention.quote}”",
        f"of {figure.of}" if figure.of else "",
        f"in {figure.period}" if figure.period else "",
        f"part of “{figure.part_of}”" if figure.part_of else "",
        f"according to {said_by}" if said_by else "",
    ]
    return " ".join(part for part in parts if part)


def _speaker(speaker: Speaker) -> str:
    cue = f" “{speaker.cue.quote}”" if speaker.cue else ""
    return f"{speaker.name} ({speaker.kind}){cue}"


def _short(span: Span | None) -> str:
    quote = " ".join(span.quote.split()) if span else "-"
    return f"“{quote}”" if len(quote) < 100 else f"“{quote[:60]} … {quote[-35:]}”"
