"""Every noun of the record as the JSON object that record.md shows, and back.

Beside `model`, and knowing nothing else: the store keeps a statement as this JSON, the exports print it,
and a record can be rebuilt from either. Keys stand in the order of the contract. Whole numbers are written
without a fraction (`100`, not `100.0`); reading them back gives the same noun, field by field.
"""

from __future__ import annotations

from typing import Any, assert_never

from jirga.model import (
    Document,
    Event,
    EventCode,
    Factuality,
    Figure,
    Participant,
    Problem,
    QuantityCode,
    Reading,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)

Json = dict[str, Any]
Noun = Statement | Document | Reading | Event | Problem

#: Above this a float no longer holds every whole number (IEEE 754 double: 53 bits of fraction).
_WHOLE = 2.0**53


def to_json(noun: Noun, *, text: bool = True) -> Json:
    """Return the noun as a JSON object, keys in the order of the contract.

    With `text=False` every quote, every sentence and a document's text are left out, offsets are kept: the
    form that may be shared where copyright forbids to share the words. It cannot be read back.
    """
    match noun:
        case Statement():
            return _statement(noun, text)
        case Document():
            return _document(noun, text)
        case Reading():
            return _reading(noun)
        case Event():
            return _event(noun, text)
        case Problem():
            return _problem(noun)
    assert_never(noun)


# --- out ------------------------------------------------------------------------------------------------


def _statement(statement: Statement, text: bool) -> Json:
    it = statement
    obj: Json = {"id": it.id, "kind": it.kind, "document": it.document, "reading": it.reading}
    obj |= {"start": it.start, "end": it.end}
    obj |= {"quote": it.quote, "sentence": it.sentence.quote} if text else {}
    obj |= {"sentence_start": it.sentence.start, "sentence_end": it.sentence.end}
    obj |= {
        "trigger": _span(it.trigger, text),
        "event": _event_code(it.event),
        "relation": _relation_code(it.relation),
        "quantity": None
        if it.quantity is None
        else {"trend": it.quantity.trend, "period": it.quantity.period},
        "actor": [_participant(one, text) for one in it.actor],
        "recipient": [_participant(one, text) for one in it.recipient],
        "when": _when(it.when, text),
        "where": _where(it.where, text),
        "figures": [_figure(one, text) for one in it.figures],
        "said_by": _speakers(it.said_by, text),
        "factuality": _factuality(it.factuality),
        "content_of": it.content_of,
        "confidence": it.confidence,
        "coder": it.coder,
        "decided_by": list(it.decided_by),
    }
    return obj


def _document(document: Document, text: bool) -> Json:
    it = document
    obj: Json = {"id": it.id, "text_hash": it.text_hash, "text_version": it.text_version, "source": it.source}
    obj |= {"title": it.title, "publisher": it.publisher, "author": it.author}
    obj |= {"published": it.published, "published_basis": it.published_basis, "url": it.url}
    obj |= {"language": it.language, "format": it.format, "notes": list(it.notes)}
    return obj | ({"text": it.text} if text else {})


def _reading(reading: Reading) -> Json:
    it = reading
    obj: Json = {"id": it.id, "document": it.document, "text_version": it.text_version, "coder": it.coder}
    obj |= {"lexicon": it.lexicon, "configuration": it.configuration, "status": it.status}
    return obj | {"problems": [_problem(one) for one in it.problems]}


def _problem(problem: Problem) -> Json:
    it = problem
    return {"document": it.document, "stage": it.stage, "what": it.what, "next_step": it.next_step}


def _event(event: Event, text: bool) -> Json:
    it = event
    obj: Json = {
        "id": it.id,
        "type": it.type,
        "modes": list(it.modes),
        "actor": [_participant(one, text) for one in it.actor],
        "recipient": [_participant(one, text) for one in it.recipient],
        "when": _when(it.when, text),
        "where": _where(it.where, text),
        "figures": [_figure(one, text) for one in it.figures],
        "status": it.status,
        "statements": list(it.statements),
        "documents": it.documents,
        "independent_sources": it.independent_sources,
        "sources_how": list(it.sources_how),
    }
    return obj | ({"why": list(it.why)} if text else {})  # it names words of the texts


def _span(span: Span | None, text: bool) -> Json | None:
    if span is None:
        return None
    obj: Json = {"start": span.start, "end": span.end}
    return obj | ({"quote": span.quote} if text else {})


def _event_code(code: EventCode | None) -> Json | None:
    if code is None:
        return None
    return {"type": code.type, "modes": list(code.modes), "contexts": list(code.contexts), "quad": code.quad}


def _relation_code(code: RelationCode | None) -> Json | None:
    return None if code is None else {"type": code.type, "since": code.since, "until": code.until}


def _participant(participant: Participant, text: bool) -> Json:
    it = participant
    obj: Json = {"entity": it.entity, "name": it.name, "mention": _span(it.mention, text)}
    obj |= {"country": it.country, "sector": it.sector, "other_sectors": list(it.other_sectors)}
    obj |= {"wikidata": it.wikidata, "said_by": _speakers(it.said_by, text), "certainty": it.certainty}
    return obj


def _speakers(speakers: tuple[Speaker, ...], text: bool) -> list[Json]:
    return [
        {
            "name": it.name,
            "entity": it.entity,
            "kind": it.kind,
            "mention": _span(it.mention, text),
            "cue": _span(it.cue, text),
            "content": _span(it.content, text),
        }
        for it in speakers
    ]


def _when(when: When, text: bool) -> Json:
    obj: Json = {"edtf": when.edtf, "start": when.start, "end": when.end, "basis": when.basis}
    return obj | {"mention": _span(when.mention, text)}


def _where(where: Where, text: bool) -> Json:
    it = where
    obj: Json = {"name": it.name, "country": it.country, "lat": it.lat, "lon": it.lon}
    return obj | {"precision": it.precision, "geonameid": it.geonameid, "mention": _span(it.mention, text)}


def _figure(figure: Figure, text: bool) -> Json:
    it = figure
    obj: Json = {"measure": it.measure, "low": _number(it.low), "high": _number(it.high)}
    obj |= {"approximate": it.approximate, "of": it.of, "entity": it.entity, "period": it.period}
    obj |= {"part_of": it.part_of} if text else {}  # the quote of a total: words of the text
    return obj | {"unit": it.unit, "said_by": _speakers(it.said_by, text), "mention": _span(it.mention, text)}


def _number(value: float | None) -> float | int | None:
    if value is None or abs(value) >= _WHOLE or value != int(value):
        return value
    return int(value)


def _factuality(factuality: Factuality) -> Json:
    it = factuality
    obj: Json = {"polarity": it.polarity, "modality": it.modality, "certainty": it.certainty}
    return obj | {"aspect": it.aspect, "historical": it.historical}


# --- and back -------------------------------------------------------------------------------------------


def statement_from_json(obj: Json) -> Statement:
    """Return the statement that `to_json` gave `obj` for; raises ValueError where its text was left out."""
    if "quote" not in obj or "sentence" not in obj:
        raise ValueError("a statement without its text (exported with --no-text) cannot be read back")
    return Statement(
        id=obj["id"],
        kind=obj["kind"],
        document=obj["document"],
        reading=obj["reading"],
        start=obj["start"],
        end=obj["end"],
        quote=obj["quote"],
        sentence=Span(obj["sentence_start"], obj["sentence_end"], obj["sentence"]),
        trigger=_span_in(obj["trigger"]),
        factuality=Factuality(**obj["factuality"]),
        event=_event_code_in(obj["event"]),
        relation=RelationCode(**obj["relation"]) if obj["relation"] else None,
        quantity=QuantityCode(**obj["quantity"]) if obj.get("quantity") else None,
        actor=_participants_in(obj["actor"]),
        recipient=_participants_in(obj["recipient"]),
        when=_when_in(obj["when"]),
        where=_where_in(obj["where"]),
        figures=_figures_in(obj["figures"]),
        said_by=_speakers_in(obj["said_by"]),
        content_of=obj["content_of"],
        confidence=obj["confidence"],
        coder=obj["coder"],
        decided_by=tuple(obj["decided_by"]),
    )


def document_from_json(obj: Json) -> Document:
    """Return the document that `to_json` gave `obj` for; raises ValueError where its text was left out."""
    if "text" not in obj:
        raise ValueError("a document without its text (exported with --no-text) cannot be read back")
    return Document(**{**obj, "notes": tuple(obj["notes"])})


def reading_from_json(obj: Json) -> Reading:
    """Return the reading that `to_json` gave `obj` for."""
    return Reading(**{**obj, "problems": tuple(Problem(**one) for one in obj["problems"])})


def problem_from_json(obj: Json) -> Problem:
    """Return the problem that `to_json` gave `obj` for."""
    return Problem(**obj)


def event_from_json(obj: Json) -> Event:
    """Return the event that `to_json` gave `obj` for; raises KeyError where its quotes were left out."""
    return Event(
        id=obj["id"],
        type=obj["type"],
        modes=tuple(obj["modes"]),
        actor=_participants_in(obj["actor"]),
        recipient=_participants_in(obj["recipient"]),
        when=_when_in(obj["when"]),
        where=_where_in(obj["where"]),
        figures=_figures_in(obj["figures"]),
        status=obj["status"],
        statements=tuple(obj["statements"]),
        documents=obj["documents"],
        independent_sources=obj["independent_sources"],
        sources_how=tuple(obj["sources_how"]),
        why=tuple(obj["why"]),
    )


def _span_in(obj: Json) -> Span:
    return Span(obj["start"], obj["end"], obj["quote"])


def _span_or_none(obj: Json | None) -> Span | None:
    return None if obj is None else _span_in(obj)


def _event_code_in(obj: Json | None) -> EventCode | None:
    return None if obj is None else EventCode(obj["type"], tuple(obj["modes"]), tuple(obj["contexts"]))


def _participants_in(objs: list[Json]) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            name=obj["name"],
            mention=_span_in(obj["mention"]),
            entity=obj["entity"],
            country=obj["country"],
            sector=obj["sector"],
            other_sectors=tuple(obj["other_sectors"]),
            wikidata=obj["wikidata"],
            said_by=_speakers_in(obj["said_by"]),
            certainty=obj["certainty"],
        )
        for obj in objs
    )


def _speakers_in(objs: list[Json]) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(
            name=obj["name"],
            kind=obj["kind"],
            entity=obj["entity"],
            mention=_span_or_none(obj["mention"]),
            cue=_span_or_none(obj["cue"]),
            content=_span_or_none(obj["content"]),
        )
        for obj in objs
    )


def _when_in(obj: Json) -> When:
    return When(obj["edtf"], obj["start"], obj["end"], obj["basis"], _span_or_none(obj["mention"]))


def _where_in(obj: Json) -> Where:
    return Where(**{**obj, "mention": _span_or_none(obj["mention"])})


def _figures_in(objs: list[Json]) -> tuple[Figure, ...]:
    return tuple(
        Figure(**{**obj, "mention": _span_in(obj["mention"]), "said_by": _speakers_in(obj["said_by"])})
        for obj in objs
    )
