"""JSON objects back as nouns; a statement or a document needs its text, an event the quotes of its spans."""

from __future__ import annotations

from jirga.as_json.out import Json
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
