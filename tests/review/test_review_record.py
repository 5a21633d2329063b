"""The verbs of judgement on a record: what they do, refuse, and leave as it was."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

import jirga
import sample_record as made
from jirga.errors import DocumentError, JirgaError, MistakesError, NotFoundError, RecordError, UsageError
from jirga.model import EventCode
from jirga.record import Record
from jirga.store import Store


def exported(record: Record, *whats: str) -> list[bytes]:
    """The lists as they are exported, to the byte."""
    found = []
    for what in whats or ("statements", "events", "entities", "relations", "quantities", "documents"):
        out = io.BytesIO()
        record.export(out, what=what, all=True)
        found.append(out.getvalue())
    return found


@pytest.mark.parametrize(
    "decide",
    [
        lambda record: record.decide(made.RELEASE.id, "accept", by="A"),
        lambda record: record.decide(made.DEMAND.id, "reject", by="A"),
        lambda record: record.decide(made.DEMAND.id, "set", ["actor=ttp", "polarity=negated"], by="A"),
        lambda record: record.decide(made.ATTACK.id, "same", [made.MEETING.id], by="A"),
        lambda record: record.withdraw("wire", by="A"),
        lambda record: record.correct("dawn", publisher="Dusk", title="unknown", by="A"),
        lambda record: record.add("wire", quote="put the dead at 14", type="ACCUSE", actor="ttp", by="A"),
    ],
)
def test_undone_every_export_is_what_it_was_to_the_byte(record: Record, decide: object) -> None:
    before = exported(record)
    (decision,) = decide(record).decisions  # type: ignore[operator]
    if decision.kind not in ("same",):
        assert exported(record) != before
    (undo,) = record.undo(by="B").decisions
    assert undo.undoes == decision.id
    assert exported(record) == before
    assert record.decisions() == []
    assert [row.decision.kind for row in record.decisions(all=True)] == [decision.kind, "undo"]


def test_an_event_is_judged_by_its_statements(record: Record) -> None:
    (event,) = record.events(type="RETREAT")
    (decision,) = record.decide(event.id, "reject", by="A").decisions
    assert decision.kind == "reject"
    assert record.events(type="RETREAT") == []


def test_two_that_are_one_and_two_that_are_not(record: Record) -> None:
    pair = tuple(sorted((made.ATTACK.id, made.MEETING.id)))
    (decision,) = record.decide(made.ATTACK.id, "same", [made.MEETING.id], by="A").decisions
    assert decision.kind == "same"
    assert record.store.constraints().same == {pair}
    record.decide(made.ATTACK.id, "apart", [made.MEETING.id], by="B")
    assert record.store.constraints().apart == {pair}
    merged = record.decide(made.ATTACK.id, "same", [made.MEETING.id, made.RELEASE.id], by="A").decisions
    assert merged[0].kind == "merge"
    assert len(record.store.constraints().same) == 3
    with pytest.raises(UsageError, match="nothing that it could be told apart from"):
        record.decide(made.UNDATED.id, "split")
    with pytest.raises(UsageError, match="told apart from itself"):
        record.decide(made.ATTACK.id, "apart", [made.ATTACK.id])
    with pytest.raises(UsageError, match="one statement alone"):
        record.decide(made.ATTACK.id, "same", [made.ATTACK.id])


@pytest.mark.parametrize(
    ("judgement", "values", "told"),
    [
        ("bless", [], "'bless' is no judgement"),
        (None, [], "there is no judgement"),
        ("accept", ["type=X"], "accept takes nothing"),
        ("set", [], "set needs FIELD=VALUE"),
        ("same", [], "same needs the other"),
    ],
)
def test_a_wrong_judgement_is_told(record: Record, judgement: str, values: list[str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        record.decide(made.ATTACK.id, judgement, values)


def test_what_is_not_there_is_told_and_no_record_is_made(record: Record, tmp_path: Path) -> None:
    for ask in (
        lambda: record.decide("st_none", "accept"),
        lambda: record.undo("de_none"),
        lambda: record.correct("none.txt", title="x"),
        lambda: record.withdraw("none.txt"),
    ):
        with pytest.raises(NotFoundError):
            ask()
    with pytest.raises(UsageError, match="no decision to undo"):
        record.undo()
    with pytest.raises(RecordError, match="there is no record"):
        jirga.open(tmp_path / "none.db").decide("st_1", "accept")
    assert not (tmp_path / "none.db").exists()


def test_a_decision_is_undone_once_and_its_undo_brings_it_back(record: Record) -> None:
    (decision,) = record.decide(made.ATTACK.id, "reject").decisions
    (undo,) = record.undo(decision.id).decisions
    with pytest.raises(UsageError, match="undone already"):
        record.undo(decision.id)
    record.undo(undo.id)
    assert record.timeline(type="ASSAULT") == []
    with pytest.raises(UsageError, match="undone already"):
        record.undo(undo.id)


def test_an_entry_of_an_earlier_reading_is_refused(record: Record) -> None:
    newer = replace(made.reading(made.WIRE), id="rd_newer", coder="hand-2")
    with Store.open(record.location, writing=True) as store:
        store.save(made.WIRE, newer, [])
    with pytest.raises(UsageError, match="earlier reading"):
        record.decide(made.ATTACK.id, "accept")


def test_show_tells_what_was_decided_and_what_stands_instead(record: Record) -> None:
    record.decide(made.ATTACK.id, "set", ["type=COERCE"], by="A", why="a blockade")
    shown = record.show(made.ATTACK.id)
    assert shown.instead is not None
    assert [one.why for one in shown.decisions] == ["a blockade"]
    now = record.show(shown.instead)
    assert (now.instead, [one.why for one in now.decisions]) == (None, ["a blockade"])
    assert now.to_json()["statement"]["event"]["type"] == "COERCE"
    record.withdraw("wire", why="retracted")
    assert [one.why for one in record.show("wire").decisions] == ["retracted"]


# --- documents ------------------------------------------------------------------------------------------


def test_a_description_is_corrected_and_what_it_has_already_is_no_decision(record: Record) -> None:
    done = record.correct("wire", published="2022-04-07", publisher="The Wire", url="unknown")
    assert {name for name, _ in done.decisions[0].changes} == {"published", "publisher"}
    document = record.show("wire").subject.document  # type: ignore[union-attr]
    assert (document.published, document.published_basis) == ("2022-04-07", "corrected")
    assert record.correct("wire", published="2022-04-07").decisions == ()
    assert [row.document.source for row in record.documents(since="2022-04-07", until="2022-04-07")] == [
        "reports/wire.txt"
    ]


def test_what_another_coder_read_is_left_and_told_after_a_corrected_date(record: Record) -> None:
    done = record.correct("wire", published="2022-04-07")
    assert (done.read_again, done.left) == (0, ("reports/wire.txt",))
    assert [item.reason for item in record.review().items[:1]] == ["date"]


def test_wrong_corrections_are_all_told(record: Record) -> None:
    with pytest.raises(MistakesError) as caught:
        record.correct("wire", published="yesterday", title="one\ntwo")
    assert len(caught.value.mistakes) == 2


def test_a_withdrawn_document_is_in_no_list(record: Record) -> None:
    record.withdraw("wire")
    assert made.ATTACK.id not in {one.id for one in record.statements(all=True)}
    assert len(record.documents()) == 2
    assert record.search("convoy") == []
    assert record.withdraw("wire").decisions == ()
    assert record.relations() == []


# --- added ----------------------------------------------------------------------------------------------


def test_what_was_missed_is_added_with_its_evidence(record: Record) -> None:
    record.add(
        "wire",
        quote="a TTP statement put the dead at 14",
        type="accuse",
        trigger="put",
        actor="ttp@a TTP statement",
        figures="killed 14..@14",
        said_by="ttp@a TTP statement",
        factuality="probable",
        by="A",
    )
    (it,) = record.statements(type="ACCUSE")
    assert (it.event, it.coder, it.confidence) == (EventCode("ACCUSE"), "person", 1.0)
    assert (it.trigger.quote, it.figures[0].mention.quote) == ("put", "14")
    assert it.sentence.quote.startswith("Police said nine") and it.sentence.quote.endswith("at 14.")
    with pytest.raises(UsageError, match=f"tells this already, by {it.id}"):
        record.add("wire", quote="put the dead at 14", type="ACCUSE")


def test_a_relation_is_added(record: Record) -> None:
    record.add("kabul", quote="Pakistani officials met TTP commanders", type="mediates_between", since="2022")
    (it,) = record.statements(kind="relation", type="mediates_between")
    assert it.relation is not None and it.relation.since == "2022"


@pytest.mark.parametrize(
    ("quote", "more", "told"),
    [
        ("no such words", {}, r"wire\.txt: adding: “no such words” does not stand in its text"),
        ("TTP", {}, r"stands in its text 2 times \(at \d+, \d+\)"),
        ("gunmen attacked", {"trigger": "bombed"}, "trigger “bombed” does not stand in the quote"),
    ],
)
def test_words_that_cannot_be_located_are_no_evidence(
    record: Record, quote: str, more: dict[str, str], told: str
) -> None:
    with pytest.raises(DocumentError, match=told):
        record.add("wire", quote=quote, type="PROTEST", **more)  # type: ignore[arg-type]
    assert record.decisions() == []


def test_a_type_that_is_none_is_told_with_those_there_are(record: Record) -> None:
    with pytest.raises(MistakesError, match="PROTEST"):
        record.add("wire", quote="gunmen attacked", type="WAR")


# --- from one record to another -------------------------------------------------------------------------


def test_decisions_go_from_one_record_to_another_and_twice_is_once(record: Record, tmp_path: Path) -> None:
    record.decide(made.ATTACK.id, "set", ["type=COERCE", "actor=ttp@gunmen"], by="A", why="x\u2028y")
    record.decide(made.RELEASE.id, "reject", by="B")
    record.undo(by="A")
    record.withdraw("kabul", by="C")
    file = tmp_path / "decisions.jsonl"
    record.export(file, what="decisions")
    with jirga.open(made.make(tmp_path / "other.db")) as other:
        for _ in range(2):
            other.decide(file=file)
            assert exported(other) == exported(record)
            assert exported(other, "decisions") == [file.read_bytes()]


def test_a_file_with_mistakes_is_refused_whole_and_all_are_told(record: Record, tmp_path: Path) -> None:
    record.decide(made.ATTACK.id, "reject", by="A")
    file = tmp_path / "decisions.jsonl"
    record.export(file, what="decisions")
    good = file.read_text()
    obj = json.loads(good)
    wrong = ["{", "[]", "{}", json.dumps(obj | {"kind": "bless"}), json.dumps(obj | {"why": "changed"})]
    wrong.append(json.dumps(obj | {"at": "yesterday"}))
    file.write_text("\n".join([good.strip(), *wrong]))
    with jirga.open(made.make(tmp_path / "other.db")) as other:
        with pytest.raises(MistakesError) as caught:
            other.decide(file=file)
        assert len(caught.value.mistakes) == len(wrong)
        assert caught.value.mistakes[0].startswith("line 2: ")
        assert other.decisions() == []
        record.export(file, what="decisions", text=False)
        with pytest.raises(MistakesError):
            other.decide(file=file)
        with pytest.raises(JirgaError, match="cannot be read"):
            other.decide(file=tmp_path / "none.jsonl")
        with pytest.raises(UsageError, match="its own decisions"):
            other.decide("st_1", "accept", file=file)


def test_without_the_words_of_texts_decisions_hold_none(record: Record, tmp_path: Path) -> None:
    record.decide(made.ATTACK.id, "set", ["actor=ttp@gunmen"], by="A")
    file = tmp_path / "d.jsonl"
    record.export(file, what="decisions", text=False)
    assert "gunmen" not in file.read_text().replace('"name":"gunmen"', "").replace('"name": "gunmen"', "")
    assert "convoy in Khost" not in file.read_text()


def test_decisions_are_listed_by_document_and_person(record: Record) -> None:
    record.decide(made.ATTACK.id, "reject", by="Amina")
    record.decide(made.RELEASE.id, "accept", by="Bilal")
    assert [row.decision.by for row in record.decisions(document="wire")] == ["Amina"]
    assert [row.decision.kind for row in record.decisions(by="bilal")] == ["accept"]
    assert len(record.decisions(limit=1)) == 1


def test_who_decides_is_named_or_the_environment_or_the_user(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIRGA_BY", "Desk")
    assert record.decide(made.ATTACK.id, "accept").decisions[0].by == "Desk"
    assert record.decide(made.ATTACK.id, "accept", by="Amina").decisions[0].by == "Amina"
    monkeypatch.delenv("JIRGA_BY")
    assert record.undo().decisions[0].by


# --- copies ---------------------------------------------------------------------------------------------


@pytest.fixture
def reprinted(record: Record) -> Record:
    """The record with another print of the wire's report, a line before it."""
    text = f"By our desk.\n{made.TOLL}"
    document = made.document(text, "reports/reprint.txt", publisher="Reprint")
    again = [
        made.statement(document, f"{words} again", sentence, words, event=EventCode("ASSAULT"))
        for sentence, words in ((made.ATTACK.sentence.quote, "attacked"),)
    ]
    with Store.open(record.location, writing=True) as store:
        store.save(document, made.reading(document), again)
    record.close()
    assert list(record.store.copies())
    return record


def test_what_copies_say_again_is_judged_with_it_as_one_act(reprinted: Record) -> None:
    record, before = reprinted, exported(reprinted)
    done = record.decide(made.ATTACK.id, "set", ["actor=ttp@gunmen", "where=AFG"], by="A")
    assert len({one.anchors[0].document for one in done.decisions}) == 2
    assert len({one.at for one in done.decisions}) == 1
    changed = record.statements(entity="ttp", type="ASSAULT")
    assert [one.actor[0].mention.quote for one in changed] == ["gunmen", "gunmen"]
    assert len(record.undo().decisions) == 2
    assert exported(record) == before


def test_only_this_one_may_be_meant(reprinted: Record) -> None:
    assert len(reprinted.decide(made.ATTACK.id, "reject", only=True).decisions) == 1
    assert [one.document for one in reprinted.statements(type="ASSAULT")] != [made.WIRE.id]


def test_the_queue_shows_the_same_words_once(reprinted: Record) -> None:
    triggers = [one.statement.trigger.quote for one in reprinted.review().items if one.statement]
    assert triggers.count("attacked") == 2  # the attack and its denial, not the reprint


def test_one_decision_of_an_act_is_undone_by_its_id(reprinted: Record) -> None:
    first, _ = reprinted.decide(made.ATTACK.id, "reject").decisions
    assert len(reprinted.undo(first.id).decisions) == 1
    assert len(reprinted.decisions()) == 1
