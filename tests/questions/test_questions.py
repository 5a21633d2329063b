from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

import sample_record as made
from jirga.errors import NotFoundError, UsageError
from jirga.model import Statement
from jirga.questions import documents
from jirga.record import Record
from jirga.store import Query, Store


def ids(entries: list[object]) -> list[str]:
    return [entry.statement.id for entry in entries]  # type: ignore[attr-defined]


def test_the_timeline_runs_by_the_date_of_the_event_and_ends_with_the_undated(record: Record) -> None:
    entries = record.timeline()
    assert ids(entries[:3]) == [made.ATTACK.id, made.MEETING.id, made.RELEASE.id]
    assert {entry.statement.when.start for entry in entries[3:]} == {None}
    assert entries[0].document == made.WIRE


def test_the_timeline_shows_what_happened_and_all_shows_the_rest(record: Record) -> None:
    assert made.DENIAL.id not in ids(record.timeline())
    assert made.DEMANDED.id not in ids(record.timeline())
    assert {made.DENIAL.id, made.DEMANDED.id} <= set(ids(record.timeline(all=True)))


def test_the_timeline_holds_events_only_unless_other_kinds_are_asked_for(record: Record) -> None:
    assert {entry.statement.kind for entry in record.timeline()} == {"event"}
    assert {entry.statement.kind for entry in record.timeline(kind="relation,quantity")} == {
        "relation",
        "quantity",
    }


def test_with_all_events_are_those_that_happened_or_were_denied(record: Record) -> None:
    told = {event.statements[0]: event.status for event in record.events(all=True)}
    assert told[made.DENIAL.id] == "denied"
    assert told[made.ATTACK.id] == "reported"
    assert made.DEMANDED.id not in told


def test_an_entity_counts_the_statements_in_which_it_acts_receives_and_speaks(record: Record) -> None:
    ttp = next(row for row in record.entities(all=True) if row.id == "ttp")
    assert set(ttp.as_actor) == {made.DENIAL.id, made.DEMANDED.id, made.MEETING.id}
    assert set(ttp.as_recipient) == {made.RELEASE.id, made.DEMAND.id, made.LEADS.id}
    assert set(ttp.as_speaker) == {made.DENIAL.id, made.ATTACK.id}
    assert (ttp.statements, ttp.documents) == (7, 3)
    assert ttp.name == "Tehrik-i-Taliban Pakistan"
    assert "TTP commanders" in ttp.mentioned_as


def test_the_most_named_entity_comes_first(record: Record) -> None:
    counts = [row.statements for row in record.entities()]
    assert counts == sorted(counts, reverse=True)


def test_a_relation_keeps_its_dates_with_the_statements_behind_them(record: Record) -> None:
    (row,) = record.relations()
    assert (row.actor.entity, row.type) == ("noor-wali-mehsud", "leads")
    assert row.recipient is not None
    assert row.recipient.entity == "ttp"
    assert [(one.edtf, one.statements) for one in row.since] == [("2018", (made.LEADS.id,))]
    assert row.until == ()


def test_rival_figures_stand_side_by_side_with_their_own_speakers(record: Record) -> None:
    rows = record.quantities(type="ASSAULT")
    assert [(row.figure.low, row.figure.high, row.said_by[0].name) for row in rows] == [
        (9, 9, "Police"),
        (14, None, "a TTP statement"),
    ]


def test_a_figure_without_a_speaker_of_its_own_has_its_statements(record: Record) -> None:
    released = next(row for row in record.quantities() if row.figure.measure == "released")
    assert released.said_by == made.RELEASE.said_by


def test_documents_tell_their_status_and_how_many_statements_they_hold(record: Record) -> None:
    rows = {row.document.publisher: row for row in record.documents()}
    assert rows["Dawn"].statements == 4
    assert rows["Dawn"].status == "complete"
    assert [row.document.published for row in record.documents()] == ["2022-06-03", "2022-06-20", None]


def test_a_statement_is_shown_with_the_act_whose_content_it_is(record: Record) -> None:
    shown = record.show(made.DEMANDED.id[:11])
    assert shown.subject == made.DEMANDED
    assert shown.act is not None
    assert shown.act.statement == made.DEMAND
    assert [entry.statement for entry in record.show(made.DEMAND.id).contents] == [made.DEMANDED]


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("event", lambda record: record.events(type="RETREAT")[0].id),
        ("relation", lambda record: record.relations()[0].id),
        ("entity", lambda _: "noor-wali-mehsud"),
        ("document", lambda _: made.WIRE.id[:9]),
    ],
)
def test_every_kind_of_entry_is_shown_with_its_evidence(record: Record, kind: str, of: object) -> None:
    shown = record.show(of(record))  # type: ignore[operator]
    assert shown.kind == kind
    assert shown.evidence
    assert shown.to_json()["statements"][0]["quote"]


@pytest.mark.parametrize(
    "name", ["TTP", "the TTP", "tehrik-i-taliban pakistan", "The Government of Pakistan"]
)
def test_an_entity_is_shown_by_a_name_of_it(record: Record, name: str) -> None:
    shown = record.show(name)
    assert shown.kind == "entity"
    assert shown.evidence


def test_a_name_that_several_have_is_told_with_their_ids(tmp_path: Path) -> None:
    sides = [replace(made.LEADS.recipient[0], entity=one, name=one) for one in ("x-one", "x-two")]
    both = replace(made.LEADS, recipient=tuple(sides))
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(made.WIRE, made.reading(made.WIRE), [both])
    with Record(tmp_path / "r.db") as opened, pytest.raises(UsageError, match="fits 2 entries: x-one, x-two"):
        opened.show("TTP")


def test_an_id_that_nothing_has_and_one_that_several_have_are_told_apart(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.show("st_nothing")
    with pytest.raises(UsageError, match="several"):
        record.show("st_")


def test_search_finds_sentences_and_where_the_words_stand(record: Record) -> None:
    (hit,) = record.search("checkpost")
    assert hit.document == made.DAWN.id
    assert [made.DAWN.text[start:end] for start, end in hit.matches] == ["checkpost"]


def test_a_limit_is_kept_and_a_senseless_one_refused(record: Record) -> None:
    assert len(record.timeline(limit=2)) == 2
    assert record.timeline(limit=0) == []
    with pytest.raises(UsageError):
        record.timeline(limit=-1)


def test_a_codebook_names_columns_rules_bounds_and_what_made_the_record(record: Record) -> None:
    table = record.counts(["month", "type"], since="2022-04")
    book = record.codebook(table, since="2022-04")
    for told in ("`month`", "`type`", "since: 2022-04", "hand-1", "lexicon-1", "unknown", "CONSULT"):
        assert told in book


def test_a_table_of_counts_never_counts_what_did_not_happen(record: Record) -> None:
    with pytest.raises(UsageError):
        record.counts(["type"], all=True)
    counted = {cell.values: cell.events for cell in record.counts(["type"]).rows()}
    assert counted[("ASSAULT",)] == 1  # the denied one is not counted


def test_spans_of_the_sample_are_those_of_its_texts() -> None:
    texts = {document.id: document.text for document in made.DOCUMENTS}
    for one in made.STATEMENTS:
        assert isinstance(one, Statement)
        assert texts[one.document][one.start : one.end] == one.quote


def test_documents_take_as_many_queries_however_many_there_are(tmp_path: Path) -> None:
    asked = []
    for count in (2, 40):
        with Store.open(tmp_path / f"{count}.db", writing=True) as store:
            for at in range(count):
                one = made.document(f"{made.TOLL} Edition {at}.", f"{at}.txt")
                store.save(one, made.reading(one), [])
            queries: list[str] = []
            event.listen(
                store._engine, "before_cursor_execute", lambda *told, into=queries: into.append(told[2])
            )
            assert len(documents(store, Query())) == count
            asked.append(len(queries))
    assert asked[0] == asked[1]


def test_events_are_of_no_other_kind(record: Record) -> None:
    assert record.events(kind="event")
    assert record.events(kind="quantity") == []
