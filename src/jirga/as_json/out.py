"""Nouns as JSON objects, keys in the order of the contract."""

from __future__ import annotations

from typing import Any, assert_never

from jirga.as_json.composite import contest_to_json, truce_to_json
from jirga.as_json.numbers import whole
from jirga.model import (
    Contest,
    Document,
    Event,
    EventCode,
    Factuality,
    Figure,
    Participant,
    Problem,
    Reading,
    RelationCode,
    Span,
    Speaker,
    Statement,
    Truce,
    When,
    Where,
)

Json = dict[str, Any]
Noun = Statement | Document | Reading | Event | Contest | Truce | Problem


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
        case Contest():
            return contest_to_json(noun)
        case Truce():
            return truce_to_json(noun, text)
        case Problem():
            return _problem(noun)
    assert_never(noun)


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
    obj: Json = {"measure": it.measure, "low": whole(it.low), "high": whole(it.high)}
    obj |= {"approximate": it.approximate, "of": it.of, "entity": it.entity, "period": it.period}
    obj |= {"part_of": it.part_of} if text else {}  # the quote of a total: words of the text
    return obj | {"unit": it.unit, "said_by": _speakers(it.said_by, text), "mention": _span(it.mention, text)}


def _factuality(factuality: Factuality) -> Json:
    it = factuality
    obj: Json = {"polarity": it.polarity, "modality": it.modality, "certainty": it.certainty}
    return obj | {"aspect": it.aspect, "historical": it.historical}
