from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga import as_json
from jirga.model import (
    EVENT_TYPES,
    Contest,
    Document,
    Event,
    EventCode,
    Factuality,
    Figure,
    Participant,
    Position,
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

_numbers = st.floats(allow_nan=False, allow_infinity=False)
for _noun in (Span, EventCode, Figure, Speaker, Participant, Factuality, When, Where, RelationCode, Problem):
    st.register_type_strategy(_noun, st.builds(_noun))
st.register_type_strategy(Position, st.builds(Position, low=st.none() | _numbers, high=st.none() | _numbers))
st.register_type_strategy(EventCode, st.builds(EventCode, type=st.sampled_from(EVENT_TYPES)))
st.register_type_strategy(
    Figure, st.builds(Figure, low=st.none() | _numbers, high=st.none() | _numbers, said_by=st.just(()))
)
st.register_type_strategy(Where, st.builds(Where, lat=st.none() | _numbers, lon=st.none() | _numbers))

STATEMENTS = st.builds(Statement, confidence=_numbers)


def through_text(obj: as_json.Json) -> as_json.Json:
    return json.loads(json.dumps(obj, ensure_ascii=False, allow_nan=False))


def keys_anywhere(obj: Any) -> set[str]:
    if isinstance(obj, dict):
        return set(obj).union(*(keys_anywhere(value) for value in obj.values()))
    return set().union(*map(keys_anywhere, obj)) if isinstance(obj, list) else set()


@given(STATEMENTS)
def test_a_statement_comes_back_exactly(statement: Statement) -> None:
    assert as_json.statement_from_json(through_text(as_json.to_json(statement))) == statement


@given(st.builds(Contest))
def test_a_contest_comes_back_exactly(contest: Contest) -> None:
    assert as_json.contest_from_json(through_text(as_json.to_json(contest))) == contest


@given(st.builds(Truce))
def test_a_truce_comes_back_exactly(truce: Truce) -> None:
    assert as_json.truce_from_json(through_text(as_json.to_json(truce))) == truce
    assert "words" not in keys_anywhere(as_json.to_json(truce, text=False))


@given(st.builds(Document))
def test_a_document_comes_back_exactly(document: Document) -> None:
    assert as_json.document_from_json(through_text(as_json.to_json(document))) == document


@given(st.builds(Reading), st.builds(Problem))
def test_a_reading_and_its_problems_come_back_exactly(reading: Reading, problem: Problem) -> None:
    assert as_json.reading_from_json(through_text(as_json.to_json(reading))) == reading
    assert as_json.problem_from_json(through_text(as_json.to_json(problem))) == problem


@given(st.builds(Event))
def test_an_event_comes_back_exactly(event: Event) -> None:
    assert as_json.event_from_json(through_text(as_json.to_json(event))) == event


@given(STATEMENTS)
def test_without_text_no_words_are_left_and_every_offset_is(statement: Statement) -> None:
    obj = as_json.to_json(statement, text=False)
    assert not {"quote", "sentence", "part_of"} & keys_anywhere(obj)
    assert obj["trigger"] == {"start": statement.trigger.start, "end": statement.trigger.end}
    assert (obj["sentence_start"], obj["sentence_end"]) == (statement.sentence.start, statement.sentence.end)
    with pytest.raises(ValueError, match="without its text"):
        as_json.statement_from_json(obj)


def test_keys_stand_in_the_order_of_the_contract() -> None:
    span = Span(0, 3, "TTP")
    speaker = Speaker("TTP", "organisation")
    statement = Statement(
        "st_1",
        "event",
        "d",
        "r",
        0,
        3,
        "TTP",
        span,
        span,
        Factuality(),
        event=EventCode("RETREAT", ("release",)),
        actor=(Participant("TTP", span),),
        figures=(Figure("released", span, low=100.0),),
        said_by=(speaker,),
    )
    obj = as_json.to_json(statement)
    expected = "id kind document reading start end quote sentence sentence_start sentence_end trigger"
    expected += " event relation quantity actor recipient when where figures said_by factuality"
    expected += " content_of confidence coder decided_by"
    assert " ".join(obj) == expected
    assert list(obj["event"]) == ["type", "modes", "contexts", "quad"]
    assert obj["event"]["quad"] == "material cooperation"
    participant = "entity name mention country sector other_sectors wikidata said_by certainty"
    assert " ".join(obj["actor"][0]) == participant
    assert list(obj["when"]) == ["edtf", "start", "end", "basis", "mention"]
    assert list(obj["where"]) == ["name", "country", "lat", "lon", "precision", "geonameid", "mention"]
    assert list(obj["said_by"][0]) == ["name", "entity", "kind", "mention", "cue", "content"]
    assert list(obj["factuality"]) == ["polarity", "modality", "certainty", "aspect", "historical"]
    assert json.dumps(obj["figures"][0]["low"]) == "100"
    assert obj["when"]["edtf"] is None
    assert obj["where"]["precision"] == "unknown"
    assert obj["relation"] is None


def test_a_relation_shows_its_bounds() -> None:
    span = Span(0, 3, "TTP")
    statement = Statement(
        "st_2",
        "relation",
        "d",
        "r",
        0,
        3,
        "TTP",
        span,
        span,
        Factuality(),
        relation=RelationCode("leads", "2018"),
    )
    obj = as_json.to_json(statement)
    assert obj["event"] is None
    assert obj["relation"] == {"type": "leads", "since": "2018", "until": None}


def test_a_document_without_text_cannot_be_read_back() -> None:
    document = Document("d", "h", "v", "a.txt", "Words.")
    obj = as_json.to_json(document, text=False)
    assert "text" not in obj
    with pytest.raises(ValueError, match="without its text"):
        as_json.document_from_json(obj)
