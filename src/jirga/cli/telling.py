"""A statement as lines on the screen: who to whom, what, how many, where, who says so, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from jirga.cli.screen import clean, plural, short
from jirga.model import Document, Event, Figure, Participant, Speaker, Statement
from jirga.questions import ClaimRow, words
from jirga.questions.naming import is_pronoun

MARK = "bold red"
WHO = "bold"
FAINT = "dim"


#: Documents that say the same again named in one line; the number of the rest follows.
_NAMED = 3


def lines(
    statement: Statement, document: Document, also: Sequence[Document] = (), event: Event | None = None
) -> list[Text]:
    """Return the statement as lines for a list: what is told, by whom, where it stands, the quote.

    `also` are other documents that tell it; of the `event` that it tells of stand what is disputed and how
    many independent sources there are, where it has more than one statement.
    """
    told = [headline(statement), detail(statement), speech(statement.said_by), origin(statement, document)]
    counted = sources(event) if event else Text()
    return [line for line in (*told, again(also), counted, quotation(statement.quote)) if line]


def sources(event: Event) -> Text:
    """Return how many independent sources tell of an event, and that it is denied, too; empty for one."""
    disputed = "denied by some · " if event.status == "contested" else ""
    if event.documents == 1 and not disputed:
        return Text()
    independent = plural(event.independent_sources, "independent source")
    return Text(f"{disputed}{independent} in {plural(event.documents, 'report')}", style=FAINT)


def headline(statement: Statement) -> Text:
    """Return the mark if any, who → whom, and what in plain words with PLOVER's code."""
    marked = words.mark(statement)
    text = Text()
    if marked:
        text.append(f"{marked.upper()} ", style=MARK)
    if statement.actor or statement.recipient or statement.kind == "event":
        text.append_text(sides(statement)).append(" · ")
    return text.append_text(what(statement))


def sides(statement: Statement) -> Text:
    """Return who → whom; what the text does not say is `unknown`."""
    text = parties(statement.actor)
    if statement.recipient or statement.kind == "relation":  # "banned by" tells nothing without by whom
        text.append(" → ").append_text(parties(statement.recipient))
    return text


def parties(participants: tuple[Participant, ...]) -> Text:
    """Return names joined, each with the speakers of its own ("blamed on the TTP by police")."""
    if not participants:
        return Text("unknown", style=FAINT)
    return Text(", ").join(_party(one) for one in participants)


def _party(participant: Participant) -> Text:
    text = Text(_named(participant.name), style=WHO)
    sure = "" if participant.certainty in ("unstated", "certain") else f"{participant.certainty}, "
    if participant.said_by:
        text.append(f" ({sure}according to {chain(participant.said_by)})", style="")
    elif sure:
        text.append(f" ({sure.rstrip(', ')})", style="")
    return text


def described(participant: Participant) -> Text:
    """Return a participant with what is known of it: name, as the text calls it, country, sector, id."""
    quote = clean(participant.mention.quote)
    known = [
        f"“{quote}” in the text" if quote != participant.name else "",
        participant.country or "country unknown",
        participant.sector or "sector unknown",
        participant.entity or "not in the lexicon",
    ]
    return _party(participant).append(f" · {' · '.join(one for one in known if one)}", style=FAINT)


def what(statement: Statement) -> Text:
    """Return what is told: an event's words and code, a relation, a quantity, how a claim argues."""
    if statement.event:
        code = words.event_code(statement.event.type, statement.event.modes)
        return Text(words.event_words(statement.event)).append(f" ({code})", style=FAINT)
    if statement.relation:
        return Text(words.relation_words(statement.relation)).append(" (relation)", style=FAINT)
    code = f" ({statement.kind}: “{clean(statement.trigger.quote)}”)"
    return Text(_argued(statement) if statement.kind == "claim" else _counted(statement)).append(
        code, style=FAINT
    )


def _argued(statement: Statement) -> str:
    """The way a claim argues: `argues an effect`."""
    way = ClaimRow(statement).argues
    return f"argues {'an' if way[:1] in 'aeiou' else 'a'} {way}" if way else "argues"


def _counted(statement: Statement) -> str:
    """A quantity's figures and the way it goes: `about 46 attacks in 2022`, `rising`."""
    trend = statement.quantity.trend if statement.quantity else None
    told = [figure_line(figure) for figure in statement.figures]
    return ", ".join([*told, *([words.TREND_WORDS[trend]] if trend else [])]) or "a number"


def detail(statement: Statement) -> Text:
    """Return figures, the place, and how sure the speaker is; empty where none is given."""
    certainty = statement.factuality.certainty
    parts = [
        *(figure_line(figure) for figure in statement.figures if statement.kind != "quantity"),
        clean(words.where_words(statement.where)),
        {"probable": "probably", "possible": "possibly"}.get(certainty, ""),
        "told as history" if statement.factuality.historical else "",
    ]
    return Text(" · ".join(part for part in parts if part))


def figure_line(figure: Figure) -> str:
    """Return a figure with its own speakers, if it has some."""
    said = f" according to {chain(figure.said_by)}" if figure.said_by else ""
    return clean(words.figure_words(figure)) + said


def speech(speakers: tuple[Speaker, ...]) -> Text:
    """Return the chain of speakers with their cues; empty for the document's own voice."""
    return Text(f"according to {chain(speakers)}") if speakers else Text()


def chain(speakers: Iterable[Speaker]) -> str:
    """Return speakers nearest first: `the governor (“said”), as told by Dawn (“reported”)`."""
    return ", as told by ".join(_speaker(one) for one in speakers)


def speaker_name(speaker: Speaker) -> str:
    """Return the speaker's name; one that the text leaves open is `an unnamed source`."""
    named = "" if speaker.kind == "unnamed" and speaker.mention is None else _named(speaker.name)
    return named or "an unnamed source"


def _named(name: str) -> str:
    """A name as it is shown: a pronoun that the text leaves open stands in quotation marks, as its words."""
    shown = clean(name)
    return f"“{shown}”" if is_pronoun(shown) else shown


def _speaker(speaker: Speaker) -> str:
    name = speaker_name(speaker)
    cue = clean(speaker.cue.quote) if speaker.cue else ""
    spoken = cue.casefold() != "according to" and any(letter.isalpha() for letter in cue)
    return f"{name} (“{cue}”)" if spoken else name


def date(statement: Statement) -> str:
    """Return the date of what is told, for the margin; never that of publication."""
    return clean(statement.when.edtf or "no date")


def reference(statement: Statement) -> Text:
    """Return the id that `jirga show` takes, for the margin."""
    return Text(short(statement.id), style=FAINT)


def origin(statement: Statement, document: Document) -> Text:
    """Return the document behind a line, and whether it speaks for itself."""
    voice = "" if statement.said_by else " · in its own voice"
    return Text(f"{source(document)}{voice}", style=FAINT)


def because(why: str) -> Text:
    """Return why a statement stands in an event; empty where nothing is given."""
    return Text(f"put together: {clean(why)}", style=FAINT) if why else Text()


def again(documents: Sequence[Document]) -> Text:
    """Return where the same is said again; empty where it is not."""
    if not documents:
        return Text()
    more = len(documents) - _NAMED
    rest = f" and {more:,} more" if more > 0 else ""
    return Text(f"also in {', '.join(map(source, documents[:_NAMED]))}{rest}", style=FAINT)


def source(document: Document) -> str:
    """Return a document as one names a source: publisher, title, date of publication."""
    named = [document.publisher, f"“{document.title}”" if document.title else None]
    known = [clean(part) for part in named if part] or [clean(document.source)]
    published = document.published or "publication date unknown"
    return f"{', '.join(known)} ({published})"


def quotation(quote: str) -> Text:
    """Return words of the text in quotation marks."""
    return Text(f"“{clean(quote)}”", style="italic")
