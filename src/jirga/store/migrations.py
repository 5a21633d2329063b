"""The shape of a record, as an ordered list of migrations: migration n brings a record from n-1 to n.

A migration that was released never changes; a new one is added at the end. `tables.py` describes the
newest shape for queries, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

#: "JIRG" in ASCII: the SQLite application id by which a record is known.
APPLICATION_ID = 0x4A495247


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: what it does, and the SQL statements or functions that do it, in order."""

    what: str
    steps: tuple[str | Callable[[Connection], None], ...]


_FIRST = Migration(
    "documents, readings, statements, problems, copies, search",
    (
        """CREATE TABLE document (
            id TEXT PRIMARY KEY,
            text_hash TEXT NOT NULL,
            text_version TEXT NOT NULL,
            source TEXT NOT NULL,
            title TEXT, publisher TEXT, publisher_folded TEXT, author TEXT,
            published TEXT, published_start TEXT, published_end TEXT, published_basis TEXT NOT NULL,
            url TEXT, language TEXT NOT NULL, format TEXT NOT NULL, notes TEXT NOT NULL,
            signature BLOB NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX document_by_hash ON document (text_hash)",
        "CREATE INDEX document_by_source ON document (source)",
        """CREATE TABLE document_text (
            document TEXT NOT NULL REFERENCES document (id),
            text_version TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (document, text_version)
        )""",
        """CREATE TABLE reading (
            id TEXT PRIMARY KEY,
            document TEXT NOT NULL REFERENCES document (id),
            text_version TEXT NOT NULL, coder TEXT NOT NULL, lexicon TEXT NOT NULL,
            configuration TEXT NOT NULL, status TEXT NOT NULL,
            current INTEGER NOT NULL CHECK (current IN (0, 1)),
            statements INTEGER NOT NULL
        ) WITHOUT ROWID""",
        "CREATE UNIQUE INDEX one_current_reading ON reading (document) WHERE current = 1",
        "CREATE INDEX reading_by_document ON reading (document)",
        """CREATE TABLE problem (
            seq INTEGER PRIMARY KEY,
            reading TEXT NOT NULL REFERENCES reading (id),
            document TEXT NOT NULL, stage TEXT NOT NULL, what TEXT NOT NULL, next_step TEXT NOT NULL
        )""",
        "CREATE INDEX problem_by_reading ON problem (reading)",
        """CREATE TABLE statement (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            document TEXT NOT NULL REFERENCES document (id),
            reading TEXT NOT NULL REFERENCES reading (id),
            start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
            type TEXT,
            polarity TEXT NOT NULL, modality TEXT NOT NULL, certainty TEXT NOT NULL, aspect TEXT NOT NULL,
            historical INTEGER NOT NULL, asserted INTEGER NOT NULL, happened INTEGER NOT NULL,
            content_of TEXT,
            when_edtf TEXT, when_start TEXT, when_end TEXT, when_basis TEXT NOT NULL,
            place TEXT, place_folded TEXT, country TEXT, lat REAL, lon REAL,
            place_precision TEXT NOT NULL, geonameid INTEGER,
            confidence REAL NOT NULL, coder TEXT NOT NULL,
            json TEXT NOT NULL
        )""",
        "CREATE INDEX statement_by_reading ON statement (reading)",
        "CREATE INDEX statement_by_document ON statement (document)",
        "CREATE INDEX statement_by_type ON statement (kind, type)",
        "CREATE INDEX statement_by_content ON statement (content_of) WHERE content_of IS NOT NULL",
        """CREATE TABLE statement_participant (
            statement INTEGER NOT NULL REFERENCES statement (seq),
            role TEXT NOT NULL, position INTEGER NOT NULL,
            entity TEXT, name TEXT NOT NULL, name_folded TEXT NOT NULL, country TEXT, sector TEXT,
            PRIMARY KEY (statement, role, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX participant_by_entity ON statement_participant (entity)",
        "CREATE INDEX participant_by_country ON statement_participant (country)",
        """CREATE TABLE statement_speaker (
            statement INTEGER NOT NULL REFERENCES statement (seq),
            position INTEGER NOT NULL, of TEXT NOT NULL,
            entity TEXT, name TEXT NOT NULL, name_folded TEXT NOT NULL, kind TEXT NOT NULL,
            PRIMARY KEY (statement, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX speaker_by_entity ON statement_speaker (entity)",
        """CREATE TABLE copy (
            one TEXT NOT NULL REFERENCES document (id),
            other TEXT NOT NULL REFERENCES document (id),
            kind TEXT NOT NULL, similarity REAL NOT NULL,
            PRIMARY KEY (one, other)
        ) WITHOUT ROWID""",
        "CREATE INDEX copy_by_other ON copy (other)",
        """CREATE TABLE copy_band (
            band BLOB NOT NULL,
            document TEXT NOT NULL REFERENCES document (id),
            PRIMARY KEY (band, document)
        ) WITHOUT ROWID""",
        "CREATE INDEX band_by_document ON copy_band (document)",
        """CREATE TABLE passage (
            seq INTEGER PRIMARY KEY,
            document TEXT NOT NULL REFERENCES document (id),
            start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
            text TEXT NOT NULL
        )""",
        "CREATE INDEX passage_by_document ON passage (document)",
        """CREATE VIRTUAL TABLE passage_words USING fts5 (
            text, content = 'passage', content_rowid = 'seq',
            tokenize = 'porter unicode61 remove_diacritics 2'
        )""",
        """CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
            INSERT INTO passage_words (rowid, text) VALUES (new.seq, new.text);
        END""",
        """CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
            INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', old.seq, old.text);
        END""",
        """CREATE VIEW said AS
        SELECT s.id, s.kind, s.type, s.when_edtf, s.when_basis,
            (SELECT group_concat(p.name, '; ') FROM statement_participant p
              WHERE p.statement = s.seq AND p.role = 'actor') AS actor,
            (SELECT group_concat(p.name, '; ') FROM statement_participant p
              WHERE p.statement = s.seq AND p.role = 'recipient') AS recipient,
            s.place, s.country,
            (SELECT group_concat(k.name, ' < ') FROM statement_speaker k
              WHERE k.statement = s.seq AND k.of = 'statement') AS said_by,
            s.polarity, s.modality, s.certainty, s.aspect, s.happened, s.content_of, s.confidence,
            json_extract(s.json, '$.quote') AS quote, json_extract(s.json, '$.sentence') AS sentence,
            d.title, d.publisher, d.published, d.source, d.id AS document
        FROM statement s
        JOIN reading r ON r.id = s.reading AND r.current = 1
        JOIN document d ON d.id = s.document
        ORDER BY s.when_start IS NULL, s.when_start, d.published IS NULL, d.published, d.source,
            s.start_offset, s.id""",
        "CREATE VIEW happened AS SELECT * FROM said WHERE kind = 'event' AND happened = 1",
        """CREATE VIEW unread AS
        SELECT d.source, r.status, p.stage, p.what, p.next_step, d.language, d.id AS document
        FROM reading r JOIN document d ON d.id = r.document LEFT JOIN problem p ON p.reading = r.id
        WHERE r.current = 1 AND r.status <> 'complete'""",
    ),
)

_PEOPLE = Migration(
    "people's decisions, what they hide and add, corrected and withdrawn documents",
    (
        """CREATE TABLE decision (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL,
            undoes TEXT,
            json TEXT NOT NULL
        )""",
        """CREATE TRIGGER decision_stays_as_made BEFORE UPDATE ON decision BEGIN
            SELECT RAISE(ABORT, 'a decision is never changed, only undone by another');
        END""",
        """CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN
            SELECT RAISE(ABORT, 'a decision is never deleted, only undone by another');
        END""",
        """CREATE TABLE decision_anchor (
            decision TEXT NOT NULL REFERENCES decision (id),
            position INTEGER NOT NULL,
            document TEXT NOT NULL,
            live INTEGER NOT NULL,
            state TEXT NOT NULL,
            statement TEXT,
            PRIMARY KEY (decision, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX anchor_by_document ON decision_anchor (document)",
        "CREATE INDEX anchor_lost ON decision_anchor (state) WHERE live = 1 AND state = 'lost'",
        "ALTER TABLE document ADD COLUMN withdrawn_by TEXT",
        "ALTER TABLE document ADD COLUMN as_read TEXT",
        "ALTER TABLE reading ADD COLUMN published TEXT",
        "ALTER TABLE reading ADD COLUMN by_people INTEGER NOT NULL DEFAULT 0",
        "UPDATE reading SET published = (SELECT published FROM document d WHERE d.id = reading.document)",
        "ALTER TABLE statement ADD COLUMN hidden_by TEXT",
        "ALTER TABLE statement ADD COLUMN stands_for TEXT",
        "ALTER TABLE statement ADD COLUMN decided TEXT",
        "CREATE INDEX statement_hidden ON statement (document) WHERE hidden_by IS NOT NULL",
        "CREATE INDEX statement_standing_for ON statement (stands_for) WHERE stands_for IS NOT NULL",
        "DROP INDEX one_current_reading",
        "CREATE UNIQUE INDEX one_current_reading ON reading (document, by_people) WHERE current = 1",
        "DROP VIEW unread",
        "DROP VIEW happened",
        "DROP VIEW said",
        """CREATE VIEW said AS
        SELECT s.id, s.kind, s.type, s.when_edtf, s.when_basis,
            (SELECT group_concat(p.name, '; ') FROM statement_participant p
              WHERE p.statement = s.seq AND p.role = 'actor') AS actor,
            (SELECT group_concat(p.name, '; ') FROM statement_participant p
              WHERE p.statement = s.seq AND p.role = 'recipient') AS recipient,
            s.place, s.country,
            (SELECT group_concat(k.name, ' < ') FROM statement_speaker k
              WHERE k.statement = s.seq AND k.of = 'statement') AS said_by,
            s.polarity, s.modality, s.certainty, s.aspect, s.happened, s.content_of, s.confidence,
            json_extract(s.json, '$.quote') AS quote, json_extract(s.json, '$.sentence') AS sentence,
            d.title, d.publisher, d.published, d.source, d.id AS document
        FROM statement s
        JOIN reading r ON r.id = s.reading AND r.current = 1
        JOIN document d ON d.id = s.document AND d.withdrawn_by IS NULL
        WHERE s.hidden_by IS NULL
        ORDER BY s.when_start IS NULL, s.when_start, d.published IS NULL, d.published, d.source,
            s.start_offset, s.id""",
        "CREATE VIEW happened AS SELECT * FROM said WHERE kind = 'event' AND happened = 1",
        """CREATE VIEW unread AS
        SELECT d.source, r.status, p.stage, p.what, p.next_step, d.language, d.id AS document
        FROM reading r JOIN document d ON d.id = r.document LEFT JOIN problem p ON p.reading = r.id
        WHERE r.current = 1 AND r.status <> 'complete' AND d.withdrawn_by IS NULL""",
        """CREATE VIEW decided AS
        SELECT c.at, c.by, c.kind, c.why, a.state, a.live, a.statement, d.source, a.document, c.id, c.undoes
        FROM decision c JOIN decision_anchor a ON a.decision = c.id LEFT JOIN document d ON d.id = a.document
        ORDER BY c.at, c.id, a.position""",
    ),
)


def _touching(name: str, event: str, which: str, *, when: str = "") -> str:
    """A trigger that notes a document whose events are behind; `which` gives its id."""
    condition = f" WHEN {when}" if when else ""
    noted = "".join(f" INSERT OR IGNORE INTO event_touched VALUES ({one});" for one in which.split())
    return f"CREATE TRIGGER {name} AFTER {event}{condition} BEGIN{noted} END"


_CHANGED = " OR ".join(
    f"old.{column} IS NOT new.{column}"
    for column in ("text_hash", "source", "title", "publisher", "author", "published", "withdrawn_by")
)

_EVENTS = Migration(
    "events, worked out from statements",
    (
        """CREATE TABLE event (
            id TEXT PRIMARY KEY,
            type TEXT NOT NULL, status TEXT NOT NULL, when_start TEXT, when_end TEXT,
            documents INTEGER NOT NULL, independent_sources INTEGER NOT NULL,
            json TEXT NOT NULL
        )""",
        """CREATE TABLE event_statement (
            statement INTEGER PRIMARY KEY,
            document TEXT NOT NULL,
            event TEXT, position INTEGER
        )""",
        "CREATE INDEX event_statement_by_event ON event_statement (event)",
        "CREATE INDEX event_statement_by_document ON event_statement (document)",
        """CREATE TABLE event_key (
            statement INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (statement, key)
        ) WITHOUT ROWID""",
        "CREATE INDEX event_key_by_key ON event_key (key)",
        """CREATE TABLE event_link (
            one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)
        ) WITHOUT ROWID""",
        "CREATE INDEX event_link_by_other ON event_link (other)",
        """CREATE TABLE event_judged (
            one TEXT NOT NULL, other TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (one, other, same)
        ) WITHOUT ROWID""",
        "CREATE TABLE event_made (by TEXT NOT NULL)",
        "CREATE TABLE event_touched (document TEXT PRIMARY KEY) WITHOUT ROWID",
        "INSERT INTO event_touched SELECT id FROM document",
        _touching("event_said", "INSERT ON statement", "new.document", when="new.kind = 'event'"),
        _touching("event_unsaid", "DELETE ON statement", "old.document", when="old.kind = 'event'"),
        _touching("event_hidden", "UPDATE OF hidden_by ON statement", "new.document"),
        _touching("event_current", "UPDATE OF current ON reading", "new.document"),
        _touching("event_described", "UPDATE ON document", "new.id", when=_CHANGED),
        _touching("event_copied", "INSERT ON copy", "new.one new.other"),
        _touching("event_uncopied", "DELETE ON copy", "old.one old.other"),
    ),
)


def _counting(name: str, event: str, *, when: str = "") -> str:
    """A trigger that counts a change of what contests and truces are worked out from."""
    condition = f" WHEN {when}" if when else ""
    counted = "UPDATE composite_state SET changes = changes + 1;"
    return f"CREATE TRIGGER {name} AFTER {event}{condition} BEGIN {counted} END"


_COMPOSITES = Migration(
    "contests and truces, worked out from events and statements",
    (
        "CREATE TABLE contest (id TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL)",
        "CREATE TABLE truce (id TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL)",
        "CREATE TABLE composite_made (by TEXT NOT NULL, changes INTEGER NOT NULL)",
        "CREATE TABLE composite_state (changes INTEGER NOT NULL)",
        "INSERT INTO composite_state VALUES (0)",
        _counting("composite_said", "INSERT ON statement"),
        _counting("composite_unsaid", "DELETE ON statement"),
        _counting("composite_hidden", "UPDATE OF hidden_by ON statement"),
        _counting("composite_current", "UPDATE OF current ON reading"),
        _counting("composite_described", "UPDATE ON document", when=_CHANGED),
        _counting("composite_copied", "INSERT ON copy"),
        _counting("composite_uncopied", "DELETE ON copy"),
        _counting("composite_event", "INSERT ON event"),
        _counting("composite_no_event", "DELETE ON event"),
    ),
)

_MEANINGS = Migration(
    "what a statement's trigger means where it stands: a vector, signed bytes",
    (
        """CREATE TABLE statement_meaning (
            statement INTEGER PRIMARY KEY REFERENCES statement (seq),
            vector BLOB NOT NULL
        )""",
    ),
)

#: Every migration there is, oldest first; the version of a record is how many of them it has been through.
MIGRATIONS: tuple[Migration, ...] = (_FIRST, _PEOPLE, _EVENTS, _COMPOSITES, _MEANINGS)


def migrate(connection: Connection, version: int, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring a record of `version` (0: a new one) to the newest, inside the caller's transaction."""
    if version == 0:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(
            "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, what TEXT NOT NULL, at TEXT NOT NULL)"
        )
    for number, migration in enumerate(migrations[version:], start=version + 1):
        for step in migration.steps:
            connection.exec_driver_sql(step) if isinstance(step, str) else step(connection)
        connection.exec_driver_sql(
            "INSERT INTO schema_version VALUES (?, ?, ?)",
            (number, migration.what, datetime.now(UTC).isoformat(timespec="seconds")),
        )
