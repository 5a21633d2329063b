"""The columns of each flat table: their names, what they hold, and where the JSON object has them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Cell = str | int | float | None

#: Parts several values in one cell.
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a flat table: `value` takes it from the row's JSON object, `about` goes into the docs."""

    name: str
    about: str
    value: Callable[[Json], Cell]


def _at(path: str) -> Callable[[Json], Cell]:
    """The value at a dotted path, None where a step is missing; lists are joined."""
    steps = path.split(".")

    def value(obj: Json) -> Cell:
        found: Any = obj
        for step in steps:
            found = found.get(step) if isinstance(found, dict) else None
        return _cell(found)

    return value


def _each(path: str, key: str) -> Callable[[Json], Cell]:
    """One value of each object in the list at `path`, joined; an empty value keeps its place."""
    return lambda obj: join(one.get(key) for one in obj.get(path) or ())


def _cell(found: Any) -> Cell:
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list):
        return join(found)
    if found is None or isinstance(found, str | int | float):
        return found
    raise TypeError(f"a {type(found).__name__} does not fit one cell")


def join(values: Iterable[Any]) -> str:
    """Return the values in one cell; an unknown one is empty and keeps its place beside the others."""
    return SEPARATOR.join("" if value is None else str(value) for value in values)


def figure(obj: Json) -> str:
    """Return a figure in one line: `killed 9..12 of civilians (police)`, `20..` for at least 20."""
    low, high = obj["low"], obj["high"]
    span = f"{'' if low is None else low}..{'' if high is None else high}"
    exact = f"{low}" if low is not None and low == high else span
    speakers = ", ".join(one["name"] for one in obj["said_by"])
    parts = [obj["measure"], f"~{exact}" if obj["approximate"] else exact]
    parts += [f"of {obj['of']}"] if obj["of"] else []
    parts += [f"({speakers})"] if speakers else []
    return " ".join(parts)


def _column(name: str, about: str, path: str | None = None) -> Column:
    return Column(name, about, _at(path or name))


def _party(role: str) -> tuple[Column, ...]:
    return (
        Column(f"{role}_entity", f"{role}s: entity ids, empty where unnamed", _each(role, "entity")),
        Column(f"{role}_name", f"{role}s: names", _each(role, "name")),
        Column(
            f"{role}_country", f"{role}s: countries, ISO 3166-1 alpha-3 or PLOVER's", _each(role, "country")
        ),
        Column(f"{role}_sector", f"{role}s: PLOVER sectors", _each(role, "sector")),
    )


def _values(field: str, about: str) -> tuple[Column, Column]:
    """Names and entity ids of what is told for a field of a truce."""
    return (
        Column(field, about, _each(field, "value")),
        Column(f"{field}_entity", f"{about}: entity ids, empty where unnamed", _each(field, "entity")),
    )


def _terms(obj: Json) -> Cell:
    return join(f"{one['kind']} ({one['state']})" for one in obj["terms"])


def _violations(obj: Json) -> Cell:
    return join(
        f"{one['when'] or 'no date'}: {one['by'] or 'unknown'}; "
        f"alleged by {', '.join(one['alleged_by']) or 'documents'}"
        + (f"; denied by {', '.join(one['denied_by'])}" if one["denied_by"] else "")
        for one in obj["violations"]
    )


def _voice(one: Json) -> str:
    return f"{one['value']} ({', '.join(one['said_by'][:1]) or 'document ' + one['document'][:8]})"


def _positions(obj: Json) -> Cell:
    return join(
        f"{one['value']}: {', '.join(_voice(voice) for voice in one['voices'])}" for one in obj["positions"]
    )


def _changes(obj: Json) -> Cell:
    return join(f"{_voice(one['earlier'])} → {_voice(one['later'])}" for one in obj["changes"])


def _beside(obj: Json) -> Cell:
    return join(f"{_voice(one)}: {one['why']}" for one in obj["beside"])


_WHEN = (
    _column("when", "date of the event, EDTF; empty where unknown", "when.edtf"),
    _column("when_start", "first day the date allows", "when.start"),
    _column("when_end", "last day the date allows", "when.end"),
    _column("when_basis", "stated, resolved, narrative or unknown", "when.basis"),
)
_WHERE = (
    _column("place", "where it happened", "where.name"),
    _column("country", "its country, ISO 3166-1 alpha-3", "where.country"),
    _column("lat", "latitude of the place named, degrees WGS 84", "where.lat"),
    _column("lon", "longitude of the place named, degrees WGS 84", "where.lon"),
    _column("place_precision", "place, district, province, country or unknown", "where.precision"),
    _column("geonameid", "GeoNames id", "where.geonameid"),
)
_FIGURES = Column(
    "figures",
    "measure, low..high (~ approximate), of whom, (speakers)",
    lambda obj: join(figure(one) for one in obj["figures"]),
)
_SAID_BY = (
    Column("said_by", "speakers, nearest first; empty is the document's own voice", _each("said_by", "name")),
    Column("said_by_entity", "their entity ids", _each("said_by", "entity")),
    Column("said_by_kind", "person, organisation, document, media, unnamed", _each("said_by", "kind")),
)
_FACTUALITY = tuple(
    _column(name, about, f"factuality.{name}")
    for name, about in (
        ("polarity", "affirmed, negated or unknown, by the nearest speaker"),
        (
            "modality",
            "asserted, intended, conditional, possible, demanded, wished, feared, questioned, generic",
        ),
        ("certainty", "certain, probable, possible, unstated"),
        ("aspect", "attempted, begun, ongoing, resumed, ended, completed, unstated"),
        ("historical", "true where told as history"),
    )
)

#: The columns of each list, by the name of the list.
COLUMNS: dict[str, tuple[Column, ...]] = {
    "statements": (
        _column("id", "id of the statement"),
        _column("kind", "event, relation, quantity or claim"),
        _column("type", "PLOVER event type", "event.type"),
        _column("modes", "PLOVER modes", "event.modes"),
        _column("contexts", "PLOVER contexts", "event.contexts"),
        _column("quad", "PLOVER quad category", "event.quad"),
        _column("relation", "type of relation", "relation.type"),
        _column("since", "the relation's beginning, EDTF", "relation.since"),
        _column("until", "the relation's end, EDTF", "relation.until"),
        _column("trend", "of a quantity: up, down or steady, where the text says", "quantity.trend"),
        _column("period", "of a quantity: over which period, EDTF", "quantity.period"),
        *_party("actor"),
        *_party("recipient"),
        *_WHEN,
        *_WHERE,
        _FIGURES,
        *_SAID_BY,
        *_FACTUALITY,
        _column("content_of", "id of the act whose content this is; such a row is no event that happened"),
        _column("confidence", "probability that type, roles, speaker and factuality are right"),
        _column("document", "id of the document"),
        _column("start", "offset of the quote in the document, code points"),
        _column("end", "end offset, exclusive"),
        _column("trigger_start", "offset of the word that carries it", "trigger.start"),
        _column("trigger_end", "its end, exclusive", "trigger.end"),
        _column("trigger", "the word or words that carry it (empty with --no-text)", "trigger.quote"),
        _column("quote", "the clause that says it (empty with --no-text)"),
        _column("sentence", "the sentence around it (empty with --no-text)"),
        _column("reading", "id of the reading"),
        _column("coder", "what coded it"),
    ),
    "events": (
        _column("id", "id of the event"),
        _column("type", "PLOVER event type"),
        _column("modes", "PLOVER modes"),
        *_party("actor"),
        *_party("recipient"),
        *_WHEN,
        *_WHERE,
        _FIGURES,
        _column("status", "reported, contested or denied"),
        _column("statements", "ids of the statements that tell of it"),
        _column("documents", "how many documents tell of it"),
        _column("independent_sources", "how many of them do not copy another"),
        _column("sources_how", "how the independent sources were counted"),
        _column("why", "why each statement stands here, in the order of `statements` (empty with --no-text)"),
    ),
    "entities": (
        _column("id", "id of the entity"),
        _column("name", "its usual name"),
        _column("kind", "state, armed group, person …"),
        _column("country", "ISO 3166-1 alpha-3 or PLOVER's"),
        _column("sector", "PLOVER sector"),
        _column("wikidata", "Wikidata id"),
        _column("perhaps", "ids of known people of whose name its own may be a slip; never joined by itself"),
        _column("names", "the names among its mentions, most frequent first (empty with --no-text)"),
        _column("mentioned_as", "how the documents call it, most frequent first (empty with --no-text)"),
        _column("as_actor", "ids of the statements in which it acts"),
        _column("as_recipient", "ids of those in which it is acted upon"),
        _column("as_speaker", "ids of those in which it speaks"),
        _column("statements", "how many statements in all"),
        _column("documents", "in how many documents"),
    ),
    "relations": (
        _column("id", "id of the relation"),
        _column("type", "leads, member_of, splinter_of, shelters …"),
        _column("actor_entity", "entity id of its subject, empty where unnamed", "actor.entity"),
        _column("actor_name", "its subject", "actor.name"),
        _column("recipient_entity", "entity id of its object, empty where unnamed", "recipient.entity"),
        _column("recipient_name", "its object", "recipient.name"),
        Column("since", "beginnings told, EDTF", _each("since", "edtf")),
        Column("until", "ends told, EDTF", _each("until", "edtf")),
        _column("statements", "ids of the statements that tell of it"),
        _column("documents", "in how many documents"),
        _column("status", "reported, contested (somebody denies it), denied, not asserted"),
        Column("held", "dates at which it is told to stand, EDTF", _each("held", "edtf")),
        Column(
            "voices", "who says so or denies it (empty: the documents themselves)", _each("voices", "name")
        ),
        Column("stances", "what each of them makes of it", _each("voices", "stance")),
        _column("independent_sources", "how many, with copies, agencies and quotation counted once"),
    ),
    "truces": (
        _column("id", "id of the truce"),
        _column("name", "its parties, and the month in which it began"),
        _column("status", "how it stood when last told: offered, announced, in force, ended …"),
        _column("as_of", "publication of the last document that tells of it, EDTF"),
        *_values("parties", "who made it"),
        *_values("mediators", "who mediated"),
        Column("places", "where talks were held", _each("places", "value")),
        Column("agreed", "days on which it was agreed, all that are told, EDTF", _each("agreed", "value")),
        Column("announced", "days on which it was announced", _each("announced", "value")),
        Column("effective", "from when it held", _each("effective", "value")),
        Column("until", "until when it was to hold", _each("until", "value")),
        Column("extended", "days on which it was extended", _each("extended", "value")),
        Column("ended", "days on which it ended", _each("ended", "value")),
        Column("kept", "who is said to have kept it", _each("kept", "value")),
        Column("refused", "who would not have it", _each("refused", "value")),
        Column("terms", "what was to be given: kind (how that stands)", _terms),
        Column("violations", "breaches as alleged: when, by whom; alleged by; denied by", _violations),
        _column("events", "ids of the events it is made of"),
        _column("statements", "ids of the statements behind it"),
        _column("status_statements", "ids of those behind its status"),
        _column("documents", "how many documents tell of it"),
        _column("independent_sources", "how many of them do not copy, carry or only quote another"),
        _column("sources_how", "how the independent sources were counted"),
    ),
    "contests": (
        _column("id", "id of the contest"),
        _column("about", "how many, who, whether or when"),
        _column("question", "the question in words"),
        _column("contested", "false where figures were only corrected, or differ for a reason"),
        _column("subject", "what it is asked of"),
        _column("entity", "entity id of that"),
        _column("measure", "what a number counts"),
        _column("period", "what a total spans, or when the event was, EDTF"),
        Column("positions", "the answers, each with who gives it", _positions),
        Column("low", "lowest number of each answer", _each("positions", "low")),
        Column("high", "highest number of each answer", _each("positions", "high")),
        Column("edtf", "date of each answer", _each("positions", "edtf")),
        Column("sources", "independent sources of each answer", _each("positions", "independent_sources")),
        Column("changes", "a speaker's earlier and later word", _changes),
        Column("beside", "what differs for a reason, with the reason", _beside),
        _column("events", "ids of the events it is about"),
        _column("truce", "id of the truce it is about"),
        _column("statements", "ids of the statements that take part"),
        _column("documents", "how many documents take part"),
    ),
    "quantities": (
        _column("measure", "what is counted: killed, injured, detained, released, fighters, attacks …"),
        _column("low", "lowest number, empty where only an upper bound is given"),
        _column("high", "highest number, empty for `at least`"),
        _column("approximate", "true for `about`, `some`, `nearly`"),
        _column("of", "of whom or what"),
        _column("entity", "their entity id"),
        _column("unit", "currency or the like"),
        _column("period", "over which period, EDTF"),
        _column("part_of", "the total that it is a part of"),
        _column("trend", "up, down or steady, where the text says"),
        *_SAID_BY,
        _column("type", "PLOVER type of the event it belongs to, empty for a total of its own"),
        *_party("actor"),
        *_party("recipient"),
        *_WHEN,
        *_WHERE,
        *_FACTUALITY,
        _column("statement", "id of the statement"),
        _column("kind", "kind of the statement"),
        _column("document", "id of the document"),
        Column(
            "also_in", "ids of documents that copy it and give the figure again", _each("also_in", "document")
        ),
        _column("quote", "the clause that says it (empty with --no-text)"),
        _column("sentence", "the sentence around it (empty with --no-text)"),
    ),
    "claims": (
        _column("id", "id of the statement"),
        _column("document", "id of the document"),
        _column("argues", "cause, effect, rule, what would have been, trend, comparison, origin"),
        *_party("actor"),
        *_party("recipient"),
        *_SAID_BY,
        *_FACTUALITY,
        _column("confidence", "how sure the coder is: a rank, not calibrated for claims"),
        Column("also_in", "ids of documents that copy it and say it again", _each("also_in", "document")),
        _column("trigger", "the word that carries it (empty with --no-text)", "trigger.quote"),
        _column("quote", "the clause that argues (empty with --no-text)"),
        _column("sentence", "the sentence around it (empty with --no-text)"),
    ),
    "documents": (
        _column("id", "SHA-256 of the original bytes, or of a table's row"),
        _column("source", "the file it was read from, with the row for a table"),
        _column("title", "title"),
        _column("publisher", "publisher"),
        _column("author", "author"),
        _column("published", "date of publication, EDTF"),
        _column("published_basis", "stated, metadata, filename or unknown"),
        _column("url", "address"),
        _column("language", "ISO 639-1, und where unknown"),
        _column("format", "format of the file"),
        _column("status", "complete, partial, failed or unread"),
        _column("problems", "what could not be done"),
        _column("statements", "how many statements its current reading holds, whatever their factuality"),
        _column("copies_of", "ids of documents with the same or nearly the same text"),
        _column("characters", "length of the text, code points"),
        _column("text_hash", "SHA-256 of the text, shared by verbatim copies"),
    ),
}


@dataclass(frozen=True, slots=True)
class Flat:
    """A list as a flat table: names of the columns, what each holds, the rows, which can be read once."""

    header: Sequence[str]
    about: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def table_of(what: str, objects: Iterable[Json]) -> Flat:
    """Return the list `what` as a flat table; one without columns above has those that its rows show."""
    columns = COLUMNS.get(what)
    if columns is None:
        return _shown(list(objects))
    rows = ([column.value(obj) for column in columns] for obj in objects)
    return Flat([one.name for one in columns], [one.about for one in columns], rows)


def _shown(objects: Sequence[Json]) -> Flat:
    header = list(dict.fromkeys(key for obj in objects for key in obj))
    return Flat(header, [""] * len(header), ([_any(obj.get(key)) for key in header] for obj in objects))


def _any(found: Any) -> Cell:
    """A value of any shape in one cell: what has a structure of its own as JSON."""
    nested = found if isinstance(found, list) else [found]
    if any(isinstance(one, dict | list) for one in nested):
        return json.dumps(found, ensure_ascii=False)
    return _cell(found)
