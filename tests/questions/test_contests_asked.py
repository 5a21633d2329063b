from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import jirga
import sample_record as made
from jirga.errors import UsageError
from jirga.model import EventCode, Factuality, Span, When
from jirga.record import Record, as_json
from jirga.store import Store

TEXT = (
    "The government announced a ceasefire with the TTP on 8 November 2021. "
    "The ceasefire took effect on 9 November 2021, the ministry said. "
    "An elder said the ceasefire began on 1 November 2021. "
    "The TTP declared an end to the ceasefire on 9 December 2021."
)
REPORT = made.document(TEXT, "truce.txt", publisher="Messenger", published="2021-12-10")


def said(name: str, sentence: str, trigger: str, code: EventCode, day: str, **more: object) -> object:
    when = When(day, day, day, "stated", Span.of(TEXT, 0, 3))
    return made.statement(REPORT, name, sentence, trigger, event=code, when=when, **more)


CEASEFIRE = EventCode("RETREAT", ("ceasefire",))
GOVERNMENT = made.party(REPORT, "The government", "pakistan-government")
TTP = made.party(REPORT, "the TTP", "ttp")
SENTENCES = [f"{one}." for one in TEXT.rstrip(".").split(". ")]
STATEMENTS = [
    said(
        "announced",
        SENTENCES[0],
        "announced",
        EventCode("CONCEDE"),
        "2021-11-08",
        actor=(GOVERNMENT,),
        recipient=(TTP,),
    ),
    said(
        "force",
        SENTENCES[1],
        "took effect",
        CEASEFIRE,
        "2021-11-09",
        said_by=(made.speaker(REPORT, "the ministry", "said"),),
    ),
    said(
        "elder",
        SENTENCES[2],
        "began",
        CEASEFIRE,
        "2021-11-01",
        said_by=(made.speaker(REPORT, "An elder", "said"),),
    ),
    said("ended", SENTENCES[3], "declared", EventCode("CONCEDE"), "2021-12-09", actor=(TTP,)),
]


@pytest.fixture
def truce_record(tmp_path: Path) -> Iterator[Record]:
    with Store.open(tmp_path / "truce.db", writing=True) as store:
        store.save(REPORT, made.reading(REPORT), STATEMENTS)  # type: ignore[arg-type]
    with jirga.open(tmp_path / "truce.db") as opened:
        yield opened


def test_a_truce_is_found_with_its_differing_dates_and_its_statements(truce_record: Record) -> None:
    (truce,) = truce_record.truces()
    assert truce.status == "ended"
    assert {one.value for one in truce.effective} == {"2021-11-01", "2021-11-09"}
    shown = truce_record.show(truce.id[:11])
    assert shown.kind == "truce"
    assert {one.statement.id for one in shown.evidence} == set(truce.statements)
    assert shown.to_json()["truce"] == as_json(truce)


def test_its_contest_is_found_by_subject_speaker_and_date(truce_record: Record) -> None:
    (contest,) = truce_record.contests()
    assert contest.about == "when"
    assert truce_record.contests(said_by="elder") == [contest]
    assert truce_record.contests(about="when", since="2021-11", until="2021-11") == [contest]
    assert not truce_record.contests(about="who,how many")
    assert not truce_record.contests(since="2022")
    assert truce_record.show(contest.id).kind == "contest"


def test_what_a_contest_is_about_is_checked(truce_record: Record) -> None:
    with pytest.raises(UsageError, match="how many, who, whether, when"):
        truce_record.contests(about="why")


def test_an_offer_comes_only_when_all_is_asked_for(tmp_path: Path) -> None:
    wish = Factuality(modality="demanded")
    offer = said("offer", SENTENCES[0], "announced", EventCode("CONCEDE"), "2021-11-08", factuality=wish)
    with Store.open(tmp_path / "offer.db", writing=True) as store:
        store.save(REPORT, made.reading(REPORT), [offer])  # type: ignore[list-item]
    with jirga.open(tmp_path / "offer.db") as record:
        assert not record.truces()
        assert [one.status for one in record.truces(all=True)] == ["offered"]


def test_rival_figures_of_the_sample_record_are_a_contest(record: Record) -> None:
    (contest,) = record.contests(about="how many")
    assert {one.value for one in contest.positions} == {"9 soldiers", "at least 14"}
    assert [one["question"] for one in record.objects("contests")] == [contest.question]
