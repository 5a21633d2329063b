"""`jirga show`: one entry with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from jirga.cli.options import opened, record_option
from jirga.cli.screen import Screen, clean, plural

if TYPE_CHECKING:
    from jirga.model import Contest, Document, Event, Statement, Truce
    from jirga.questions import DocumentRow, EntityRow, Entry, Shown
    from jirga.questions.relations import RelationRow

_EPILOG = """\b
Examples:
  jirga show st_1a2b3c4d           a statement: its sentence, speakers, figures
  jirga show ev_1a2b3c4d           an event: every passage that tells of it
  jirga show co_1a2b3c4d           a contest; tr_… a truce: every passage behind it
  jirga show ttp                   an entity: all statements it stands in
  jirga show "Afghan Taliban"      the same, by a name that the record has for it
  jirga show 9f86d081              a document: what was read out of it
  jirga show reports/wire.txt      the same, by its file
  jirga show st_1a2b3c4d --json    the same as one JSON object

\b
An id may be cut short as long as it fits one entry only. Brackets, where there
are no colours: [[what is told]] [who] {how many} <who says so, and how>.
"""

#: Width of the names of fields.
_NAMES = 13


@click.command("show", epilog=_EPILOG)
@click.argument("entry", metavar="ID")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object, and nothing else, on standard output."
)
@record_option
def command(entry: str, as_json: bool, record: str | None) -> None:
    """One entry with its evidence: sentences, sources, speakers."""
    from jirga.cli.objects import put_object

    with opened(record) as opened_record:
        shown = opened_record.show(entry)
    if as_json:
        put_object(shown.to_json())
    else:
        draw(Screen(), shown)


def draw(screen: Screen, shown: Shown) -> None:
    """Print the entry and its evidence."""
    from jirga.model import Contest, Event, Statement, Truce
    from jirga.questions import DocumentRow, EntityRow

    match shown.subject:
        case Statement():
            _statement(screen, shown, shown.subject, shown.evidence[0].document)
            return
        case Event():
            _event(screen, shown.subject)
        case EntityRow():
            _entity(screen, shown.subject)
        case DocumentRow():
            _document(screen, shown.subject)
            _judged(screen, shown)
        case Contest() | Truce():
            _composite(screen, shown.subject, shown.evidence)
        case _:
            _relation(screen, shown.subject)
    _evidence(screen, shown.evidence, _why(shown))


def _why(shown: Shown) -> dict[str, str]:
    """Why each statement of an event stands there, by its id."""
    from jirga.model import Event

    event = shown.subject
    if not isinstance(event, Event):
        return {}
    return {one: why for one, why in zip(event.statements, event.why, strict=False) if why}


def _field(screen: Screen, name: str, value: Text | str | None) -> None:
    """Print one field; a value that is not there prints nothing."""
    if value:
        text = value if isinstance(value, Text) else Text(clean(value))
        screen.block(Text(name, style="dim"), [text], width=_NAMES)


def _statement(screen: Screen, shown: Shown, it: Statement, document: Document) -> None:
    from jirga.cli import evidence, telling
    from jirga.questions import words

    screen.line(telling.headline(it))
    screen.line()
    screen.line(evidence.sentence(it, plain=screen.plain))
    screen.line(evidence.legend(plain=screen.plain))
    screen.line()
    _field(screen, "said by", telling.chain(it.said_by) or "the document, in its own voice")
    _field(screen, "factuality", words.factuality_words(it))
    for name, parties in (("who", it.actor), ("to whom", it.recipient)):
        for party in parties:
            _field(screen, name, telling.described(party))
    _field(screen, "when", f"{words.when_words(it.when)}{_basis(it)}")
    _field(screen, "where", _where(it))
    for figure in it.figures:
        _field(screen, "how many", telling.figure_line(figure))
    _acts(screen, shown)
    _field(screen, "source", telling.source(document))
    _field(screen, "", f"{document.source}, characters {it.start} to {it.end}")
    _field(screen, "", document.url)
    _field(
        screen, "confidence", f"{it.confidence:.2f} (that type, roles, speaker and factuality are all right)"
    )
    _judged(screen, shown)
    _field(screen, "id", it.id)
    _field(screen, "document", it.document)


def _judged(screen: Screen, shown: Shown) -> None:
    """What people decided of the entry, and what the lists show in its stead."""
    from jirga.cli.judged import line

    for one in shown.decisions:
        _field(screen, "decided", Text(f"{clean(one.by)}, {one.at[:10]}: ").append_text(line(one)))
    if shown.instead is not None:
        _field(screen, "in the lists", shown.instead or "not shown")


def _basis(it: Statement) -> str:
    told = {
        "stated": "stated",
        "resolved": "worked out from a relative date",
        "narrative": "from the passage around",
    }
    return f" ({told[it.when.basis]})" if it.when.basis in told else ""


def _where(it: Statement) -> str:
    from jirga.questions import words

    place = words.where_words(it.where)
    exact = it.where.lat is not None and it.where.lon is not None
    point = f", {it.where.lat:.2f} {it.where.lon:.2f}" if exact else ""
    return f"{place} (precision: {it.where.precision}{point})" if place else "unknown"


def _acts(screen: Screen, shown: Shown) -> None:
    from jirga.cli import telling

    if shown.act:
        _field(screen, "content of", _cited(telling.headline(shown.act.statement), shown.act))
    for entry in shown.contents:
        _field(screen, "its content", _cited(telling.headline(entry.statement), entry))


def _cited(line: Text, entry: Entry) -> Text:
    from jirga.cli.screen import short

    return line.append(f" · {short(entry.statement.id)}", style="dim")


def _event(screen: Screen, it: Event) -> None:
    from jirga.cli import telling
    from jirga.model import EventCode
    from jirga.questions import words

    who = telling.parties(it.actor)
    if it.recipient:
        who.append(" → ").append_text(telling.parties(it.recipient))
    screen.line(who.append(f" · {words.event_words(EventCode(it.type, it.modes))}"))
    screen.line()
    _field(screen, "type", words.event_code(it.type, it.modes))
    _field(screen, "status", it.status)
    _field(screen, "when", words.when_words(it.when))
    _field(screen, "where", words.where_words(it.where) or "unknown")
    for figure in it.figures:
        _field(screen, "how many", telling.figure_line(figure))
    sources = plural(it.independent_sources, "independent source")
    _field(screen, "told by", f"{plural(it.documents, 'document')}, {sources}")
    for how in it.sources_how[1:]:
        _field(screen, "", how)
    _field(screen, "id", it.id)


def _entity(screen: Screen, it: EntityRow) -> None:
    screen.line(Text(clean(it.name), style="bold"))
    screen.line()
    _field(screen, "kind", it.kind or "not in the lexicon")
    _field(screen, "country", it.country)
    _field(screen, "sector", it.sector)
    _field(screen, "called", ", ".join(it.names))
    _field(screen, "described as", "; ".join(it.descriptions))
    _field(screen, "perhaps", _slip(it))
    acts, receives, speaks = (len(ids) for ids in (it.as_actor, it.as_recipient, it.as_speaker))
    _field(screen, "statements", f"acts in {acts:,}, receives in {receives:,}, speaks in {speaks:,}")
    _field(screen, "documents", f"{it.documents:,}")
    _field(screen, "wikidata", it.wikidata)
    _field(screen, "id", it.id)


def _slip(it: EntityRow) -> str:
    """Return of whose name this one may be a slip; each stays itself until a person decides."""
    return f"a slip for {', '.join(it.perhaps)}, kept apart until decided" if it.perhaps else ""


def _relation(screen: Screen, it: RelationRow) -> None:
    other = it.recipient.name if it.recipient else "unknown"
    screen.line(Text(clean(f"{it.actor.name} · {it.type.replace('_', ' ')} · {other}"), style="bold"))
    screen.line()
    _field(screen, "status", it.status)
    for name, told in (("since", it.since), ("until", it.until), ("stood at", it.held)):
        for one in told:
            by = f", by {', '.join(one.said_by)}" if one.said_by else ""
            _field(screen, name, f"{one.edtf} ({plural(len(one.statements), 'statement')}{by})")
    for voice in it.voices:
        who = voice.name or "the documents themselves"
        _field(screen, voice.stance, f"{who} ({plural(len(voice.statements), 'statement')})")
    _field(screen, "documents", f"{it.documents:,}")
    _field(screen, "id", it.id)


def _composite(screen: Screen, it: Contest | Truce, evidence: Iterable[Entry]) -> None:
    """A contest with its positions, or a truce with its fields; the passages follow."""
    from jirga.cli import contests, truces
    from jirga.model import Truce

    if isinstance(it, Truce):
        told = list(truces.lines(it))
    else:
        documents = {one.document.id: one.document for one in evidence}
        told = list(contests.lines(it, documents.__getitem__))
    for line in told:
        screen.line(line)
    _field(screen, "id", it.id)


def _document(screen: Screen, it: DocumentRow) -> None:
    from jirga.cli import telling

    screen.line(Text(telling.source(it.document), style="bold"))
    screen.line()
    fields: Iterable[tuple[str, Any]] = (
        ("file", it.document.source),
        ("author", it.document.author),
        ("published", f"{it.document.published or 'unknown'} (basis: {it.document.published_basis})"),
        ("address", it.document.url),
        ("language", it.document.language),
        ("length", f"{len(it.document.text):,} characters"),
        ("status", it.status),
        *(("problem", one.line()) for one in it.problems),
        *(("note", one) for one in it.document.notes),
        *(("copy of", f"{one.document} ({one.kind}, {one.similarity:.2f})") for one in it.copies),
        ("statements", f"{it.statements:,} (with all that is denied, demanded, feared …)"),
        ("id", it.document.id),
    )
    for name, value in fields:
        _field(screen, name, value)


def _evidence(screen: Screen, entries: Iterable[Entry], why: Mapping[str, str]) -> None:
    """Every passage behind the entry: its mark, sentence, speaker, source, and why it stands here."""
    from jirga.cli import evidence, telling

    for entry in entries:
        screen.line()
        lines = [
            telling.headline(entry.statement),
            evidence.sentence(entry.statement, plain=screen.plain),
            telling.speech(entry.statement.said_by),
            telling.origin(entry.statement, entry.document),
            telling.because(why.get(entry.statement.id, "")),
        ]
        it = entry.statement
        screen.block(telling.date(it), [line for line in lines if line], under=telling.reference(it))
