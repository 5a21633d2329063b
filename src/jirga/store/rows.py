"""Nouns as rows of the tables: the columns one filters by, beside the whole statement as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jirga.as_json import statement_from_json, to_json
from jirga.model import Document, Problem, Reading, Speaker, Statement
from jirga.store.days import bounds

Row = dict[str, Any]


def document_row(document: Document, signature: bytes) -> Row:
    """Return the row of a document, without its text."""
    obj = to_json(document, text=False)
    start, end = bounds(document.published)
    return obj | {
        "notes": json.dumps(list(document.notes), ensure_ascii=False),
        "publisher_folded": folded(document.publisher),
        "published_start": start,
        "published_end": end,
        "signature": signature,
    }


def document_from_row(row: Any) -> Document:
    """Return the document of a row of `document` joined with its text."""
    return Document(
        id=row.id,
        text_hash=row.text_hash,
        text_version=row.text_version,
        source=row.source,
        text=row.text,
        title=row.title,
        publisher=row.publisher,
        author=row.author,
        published=row.published,
        published_basis=row.published_basis,
        url=row.url,
        language=row.language,
        format=row.format,
        notes=tuple(json.loads(row.notes)),
    )


def reading_row(reading: Reading, statements: int) -> Row:
    """Return the row of a reading, made current, with how many statements it has."""
    obj = to_json(reading)
    del obj["problems"]
    return obj | {"current": 1, "statements": statements}


def reading_from_row(row: Any, problems: tuple[Problem, ...]) -> Reading:
    """Return the reading of a row and of its problems."""
    return Reading(
        row.id,
        row.document,
        row.text_version,
        row.coder,
        row.lexicon,
        row.configuration,
        row.status,
        problems,
    )


def problem_row(reading: str, problem: Problem) -> Row:
    """Return the row of a problem of a reading."""
    return to_json(problem) | {"reading": reading}


def statement_row(seq: int, statement: Statement) -> Row:
    """Return the row of a statement."""
    it = statement
    start, end = _days(it)
    place = it.where
    return {
        "seq": seq,
        "id": it.id,
        "kind": it.kind,
        "document": it.document,
        "reading": it.reading,
        "start_offset": it.start,
        "end_offset": it.end,
        "type": _type(it),
        "polarity": it.factuality.polarity,
        "modality": it.factuality.modality,
        "certainty": it.factuality.certainty,
        "aspect": it.factuality.aspect,
        "historical": it.factuality.historical,
        "asserted": it.factuality.happened,
        "happened": it.happened,
        "content_of": it.content_of,
        "when_edtf": it.when.edtf,
        "when_start": start,
        "when_end": end,
        "when_basis": it.when.basis,
        "place": place.name,
        "place_folded": folded(place.name),
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "place_precision": place.precision,
        "geonameid": place.geonameid,
        "confidence": it.confidence,
        "coder": it.coder,
        "json": json.dumps(to_json(it), ensure_ascii=False, separators=(",", ":")),
    }


def statement_from_row(text: str) -> Statement:
    """Return the statement whose JSON the record keeps."""
    return statement_from_json(json.loads(text))


def participant_rows(seq: int, statement: Statement) -> Iterator[Row]:
    """Yield a row for each actor and each recipient."""
    for role, participants in (("actor", statement.actor), ("recipient", statement.recipient)):
        for position, one in enumerate(participants):
            yield {
                "statement": seq,
                "role": role,
                "position": position,
                "entity": one.entity,
                "name": one.name,
                "name_folded": folded(one.name),
                "country": one.country,
                "sector": one.sector,
            }


def speaker_rows(seq: int, statement: Statement) -> Iterator[Row]:
    """Yield a row for each speaker: of the statement (nearest first), of its participants and its figures."""
    for position, (of, speaker) in enumerate(_speakers(statement)):
        yield {
            "statement": seq,
            "position": position,
            "of": of,
            "entity": speaker.entity,
            "name": speaker.name,
            "name_folded": folded(speaker.name),
            "kind": speaker.kind,
        }


def folded(name: str | None) -> str | None:
    """Return the name as filters compare it: case folded, one space before each word's beginning."""
    return None if name is None else " " + " ".join(name.casefold().replace("-", " ").split())


def _speakers(statement: Statement) -> Iterator[tuple[str, Speaker]]:
    yield from (("statement", one) for one in statement.said_by)
    for participant in statement.actor:
        yield from (("actor", one) for one in participant.said_by)
    for participant in statement.recipient:
        yield from (("recipient", one) for one in participant.said_by)
    for figure in statement.figures:
        yield from (("figure", one) for one in figure.said_by)


def _type(statement: Statement) -> str | None:
    if statement.event:
        return statement.event.type
    if statement.relation:
        return statement.relation.type
    return statement.figures[0].measure if statement.figures else None


def _days(statement: Statement) -> tuple[str | None, str | None]:
    """Return the days by which a statement is found and ordered; a relation has those of its bounds."""
    when, relation = statement.when, statement.relation
    if when.start or when.end:
        return when.start, when.end
    if relation and (relation.since or relation.until):
        return bounds(relation.since)[0], bounds(relation.until)[1]
    if statement.kind == "quantity" and statement.figures:
        return bounds(statement.figures[0].period)
    return None, None
