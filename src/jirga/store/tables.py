"""The tables of a record, as SQLAlchemy knows them for queries (`migrations.py` makes them)."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _whole(*names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names]


document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("text_hash", "text_version", "source", "title", "publisher", "publisher_folded", "author"),
    *_text("published", "published_start", "published_end", "published_basis"),
    *_text("url", "language", "format", "notes"),
    Column("signature", LargeBinary),
    *_text("withdrawn_by", "as_read"),
)

document_text = Table("document_text", metadata, *_text("document", "text_version", "text"))

reading = Table(
    "reading",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("document", "text_version", "coder", "lexicon", "configuration", "status"),
    *_whole("current", "statements"),
    *_text("published"),
    *_whole("by_people"),
)

problem = Table(
    "problem",
    metadata,
    Column("seq", Integer, primary_key=True),
    *_text("reading", "document", "stage", "what", "next_step"),
)

statement = Table(
    "statement",
    metadata,
    Column("seq", Integer, primary_key=True),
    *_text("id", "kind", "document", "reading"),
    *_whole("start_offset", "end_offset"),
    *_text("type", "polarity", "modality", "certainty", "aspect"),
    *_whole("historical", "asserted", "happened"),
    *_text("content_of", "when_edtf", "when_start", "when_end", "when_basis"),
    *_text("place", "place_folded", "country"),
    Column("lat", Float),
    Column("lon", Float),
    *_text("place_precision"),
    *_whole("geonameid"),
    Column("confidence", Float),
    *_text("coder", "json", "hidden_by", "stands_for", "decided"),
)

participant = Table(
    "statement_participant",
    metadata,
    *_whole("statement"),
    *_text("role"),
    *_whole("position"),
    *_text("entity", "name", "name_folded", "country", "sector"),
)

speaker = Table(
    "statement_speaker",
    metadata,
    *_whole("statement", "position"),
    *_text("of", "entity", "name", "name_folded", "kind"),
)

meaning = Table(
    "statement_meaning",
    metadata,
    Column("statement", Integer, primary_key=True),
    Column("vector", LargeBinary),
)

copy = Table("copy", metadata, *_text("one", "other", "kind"), Column("similarity", Float))

copy_band = Table("copy_band", metadata, Column("band", LargeBinary), *_text("document"))

passage = Table(
    "passage",
    metadata,
    Column("seq", Integer, primary_key=True),
    *_text("document"),
    *_whole("start_offset", "end_offset"),
    *_text("text"),
)

decision = Table(
    "decision",
    metadata,
    Column("seq", Integer, primary_key=True),
    *_text("id", "kind", "by", "at", "why", "undoes", "json"),
)

decision_anchor = Table(
    "decision_anchor",
    metadata,
    *_text("decision"),
    *_whole("position"),
    *_text("document"),
    *_whole("live"),
    *_text("state", "statement"),
)

event = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("type", "status", "when_start", "when_end"),
    *_whole("documents", "independent_sources"),
    *_text("json"),
)

event_statement = Table(
    "event_statement",
    metadata,
    *_whole("statement"),
    *_text("document", "event"),
    *_whole("position"),
)

event_key = Table("event_key", metadata, *_whole("statement", "key"))

event_link = Table("event_link", metadata, *_whole("one", "other"))

event_judged = Table("event_judged", metadata, *_text("one", "other"), *_whole("same"))

event_made = Table("event_made", metadata, *_text("by"))

event_touched = Table("event_touched", metadata, *_text("document"))

contest = Table(
    "contest", metadata, Column("id", Text, primary_key=True), *_whole("position"), *_text("json")
)

truce = Table("truce", metadata, Column("id", Text, primary_key=True), *_whole("position"), *_text("json"))

composite_made = Table("composite_made", metadata, *_text("by"), *_whole("changes"))

composite_state = Table("composite_state", metadata, *_whole("changes"))
