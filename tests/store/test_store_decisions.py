"""Decisions laid over a reading: what they hide, add and correct; undone, re-read, imported in any order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from store_samples import TEXT, a_document, a_reading, a_statement

from jirga.errors import DocumentError, NotFoundError, RecordError
from jirga.model import Anchor, Decision, EventCode, Participant, Span, Statement
from jirga.store import Query, Store
from jirga.store.anchors import anchor_of
from jirga.store.targets import live

DOCUMENT = a_document()
READING = a_reading(DOCUMENT)
RELEASED = a_statement(DOCUMENT, READING)
ATTACKED = a_statement(DOCUMENT, READING, "attacked", event=EventCode("ASSAULT"))
DENIED = a_statement(DOCUMENT, READING, "denied", event=EventCode("REJECT"), content_of=RELEASED.id)
STATEMENTS = (RELEASED, ATTACKED, DENIED)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "r.db", writing=True) as opened:
        opened.save(DOCUMENT, READING, STATEMENTS)
        yield opened


def listed(store: Store) -> dict[str, Statement]:
    """The statements that the lists show, by the words of their triggers."""
    return {one.trigger.quote: one for one in store.statements(Query(all=True))}


def decide(store: Store, kind: str, *statements: Statement, **more: object) -> Decision:
    anchors = tuple(store.anchor(one.id) for one in statements)
    told = Decision(kind, anchors, "Amina", statement=statements[0], **more)  # type: ignore[arg-type]
    (made,) = store.decide([told])
    return made


def undo(store: Store, decision: Decision) -> Decision:
    (made,) = store.decide([Decision("undo", decision.anchors, "Amina", undoes=decision.id)])
    return made


def edit(store: Store, statement: Statement, **changes: object) -> Decision:
    told = tuple((name, json.dumps(value)) for name, value in changes.items())
    return decide(store, "edit", statement, changes=told)


def test_a_rejected_statement_leaves_every_list_and_stays_in_the_record(store: Store) -> None:
    made = decide(store, "reject", ATTACKED, why="a metaphor")
    assert "attacked" not in listed(store)
    assert store.statement_counts() == {DOCUMENT.id: 2}
    assert store.statement(ATTACKED.id) == ATTACKED
    assert store.decisions_about(ATTACKED.id) == [made]
    assert store.shown_as(ATTACKED.id) is None
    tool = sqlite3.connect(store.path)
    assert tool.execute("SELECT count(*) FROM said").fetchone() == (2,)


def test_an_edit_stands_beside_the_coders_statement_and_says_who_made_it(store: Store) -> None:
    made = edit(store, ATTACKED, type="THREATEN", polarity="negated")
    it = listed(store)["attacked"]
    assert it.event == EventCode("THREATEN")
    assert (it.factuality.polarity, it.coder, it.confidence) == ("negated", "person", ATTACKED.confidence)
    assert f"person Amina: type, polarity ({made.id})" in it.decided_by
    assert store.shown_as(ATTACKED.id) == it.id != ATTACKED.id
    assert store.statement(ATTACKED.id) == ATTACKED


def test_modes_that_a_new_type_does_not_have_are_dropped(store: Store) -> None:
    edit(store, RELEASED, type="AID")
    assert listed(store)["released"].event == EventCode("AID")


def test_what_is_accepted_is_certain(store: Store) -> None:
    decide(store, "accept", ATTACKED)
    assert listed(store)["attacked"].confidence == 1.0


def test_contents_follow_their_act_to_the_statement_that_stands_for_it(store: Store) -> None:
    edit(store, RELEASED, type="AID")
    found = listed(store)
    assert found["denied"].content_of == found["released"].id
    assert found["denied"].happened is False


def test_undone_everything_is_as_before_and_undoing_the_undo_brings_it_back(store: Store) -> None:
    before, counts, readings = (
        list(store.statements(Query(all=True))),
        store.statement_counts(),
        store.readings(),
    )
    made = edit(store, RELEASED, type="AID")
    after = list(store.statements(Query(all=True)))
    back = undo(store, made)
    assert list(store.statements(Query(all=True))) == before
    assert (store.statement_counts(), store.readings()) == (counts, readings)
    undo(store, back)
    assert list(store.statements(Query(all=True))) == after
    assert [one.kind for one, _ in store.decisions()] == ["edit", "undo", "undo"]
    assert [alive for _, alive in store.decisions()] == [True, False, False]


def test_of_two_that_contradict_the_later_stands_and_both_are_kept(store: Store) -> None:
    decide(store, "accept", ATTACKED)
    reject = decide(store, "reject", listed(store)["attacked"])
    assert "attacked" not in listed(store)
    undo(store, reject)
    assert listed(store)["attacked"].confidence == 1.0
    edit(store, listed(store)["attacked"], type="COERCE")
    edit(store, listed(store)["attacked"], type="PROTEST", aspect="ended")
    it = listed(store)["attacked"]
    assert (it.event, it.factuality.aspect) == (EventCode("PROTEST"), "ended")
    assert len(store.decisions()) == 5


def test_the_order_in_which_decisions_came_changes_nothing(store: Store, tmp_path: Path) -> None:
    edit(store, ATTACKED, type="COERCE")
    reject = decide(store, "reject", RELEASED)
    undo(store, reject)
    decide(store, "accept", listed(store)["attacked"])
    said = list(store.statements(Query(all=True)))
    decisions = [one for one, _ in store.decisions()]
    for at, order in enumerate(permutations(decisions)):
        with Store.open(tmp_path / f"{at}.db", writing=True) as other:
            for one in order[:2]:
                other.decide([one])  # before the document is there
            other.save(DOCUMENT, READING, STATEMENTS)
            other.decide(order)
            assert list(other.statements(Query(all=True))) == said
            assert [one for one, _ in other.decisions()] == decisions


def test_a_decision_is_never_changed_nor_deleted(store: Store) -> None:
    decide(store, "reject", ATTACKED)
    tool = sqlite3.connect(store.path)
    for query in ("UPDATE decision SET why = 'x'", "DELETE FROM decision"):
        with pytest.raises(sqlite3.IntegrityError, match="only undone by another"):
            tool.execute(query)
    tool.close()


# --- read again -----------------------------------------------------------------------------------------


def again(store: Store, *statements: tuple[str, str], configuration: str = "other") -> None:
    """Read the document again: another reading with these triggers and types."""
    reading = a_reading(DOCUMENT, configuration)
    made = [a_statement(DOCUMENT, reading, words, event=EventCode(code)) for words, code in statements]
    store.save(DOCUMENT, reading, made)


def test_decisions_survive_another_reading(store: Store) -> None:
    decide(store, "reject", ATTACKED)
    edit(store, RELEASED, polarity="negated")
    again(store, ("released 12", "RETREAT"), ("attacked", "ASSAULT"), ("denied", "REJECT"))
    found = listed(store)
    assert set(found) == {"released 12", "denied"}
    assert found["released 12"].factuality.polarity == "negated"
    assert store.lost() == []


def test_what_a_person_confirmed_stands_though_the_coder_no_longer_tells_it_and_is_queued(
    store: Store,
) -> None:
    accepted = decide(store, "accept", ATTACKED)
    again(store, ("released", "RETREAT"))
    it = listed(store)["attacked"]
    assert (it.event, it.coder) == (ATTACKED.event, "person")
    assert store.lost() == [(accepted, 0)]
    store.save(DOCUMENT, READING, STATEMENTS)
    assert store.lost() == []


def test_a_rejection_does_not_hide_what_the_coder_now_tells_as_something_else(store: Store) -> None:
    rejected = decide(store, "reject", ATTACKED)
    again(store, ("attacked", "PROTEST"))
    assert listed(store)["attacked"].event == EventCode("PROTEST")
    assert store.lost() == [(rejected, 0)]


def test_two_statements_on_one_word_keep_their_own_decisions(tmp_path: Path) -> None:
    both = [
        a_statement(DOCUMENT, READING, "attacked", event=EventCode(code)) for code in ("ASSAULT", "COERCE")
    ]
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(DOCUMENT, READING, both)
        rejected = decide(store, "reject", both[1])
        edit(store, both[0], polarity="negated")
        again(store, ("attacked", "ASSAULT"))
        assert [one.factuality.polarity for one in store.statements(Query(all=True))] == ["negated"]
        assert store.lost() == [(rejected, 0)]


def test_an_accepted_statement_moves_with_its_sentence_in_a_newly_cleaned_text(store: Store) -> None:
    whole = replace(RELEASED, sentence=Span.of(TEXT, 0, 77))
    store.save(DOCUMENT, a_reading(DOCUMENT, "whole"), [whole_of(whole, "whole")])
    decide(store, "accept", listed(store)["released"])
    moved = replace(DOCUMENT, text="Title.\n\n" + TEXT, text_version="clean-2")
    store.save(moved, a_reading(moved), [])
    it = listed(store)["released"]
    assert it.trigger == Span.of(moved.text, RELEASED.trigger.start + 8, RELEASED.trigger.end + 8)
    assert moved.text[it.start : it.end] == it.quote
    gone = replace(DOCUMENT, text="Nothing is left.", text_version="clean-3")
    store.save(gone, a_reading(gone), [])
    assert listed(store) == {}
    assert len(store.lost()) == 1


def whole_of(statement: Statement, configuration: str) -> Statement:
    return replace(statement, id="st_whole", reading=a_reading(DOCUMENT, configuration).id)


# --- added, pairs ---------------------------------------------------------------------------------------


def added(store: Store, words: str = "Fighters attacked a police post") -> Decision:
    span = Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))
    told = replace(ATTACKED, id="", trigger=span, start=span.start, end=span.end, quote=span.quote)
    anchor = anchor_of(told, DOCUMENT.text_version)
    (made,) = store.decide([Decision("add", (anchor,), "Amina", statement=told)])
    return made


def test_an_added_statement_is_listed_edited_and_stands_once_the_coder_finds_it_too(store: Store) -> None:
    again(store, ("released", "RETREAT"))
    made = added(store)
    edit(store, listed(store)[made.anchors[0].trigger.quote], aspect="ended")  # type: ignore[union-attr]
    assert store.lost() == []
    again(store, ("attacked", "ASSAULT"), configuration="third")
    (it,) = store.statements(Query(all=True))
    assert (it.coder, it.confidence, it.factuality.aspect) == ("person", 1.0, "ended")


def test_pairs_are_judged_by_the_statements_that_stand_now_and_the_later_judgement_counts(
    store: Store,
) -> None:
    decide(store, "same", RELEASED, ATTACKED)
    edit(store, ATTACKED, aspect="ended")
    found = listed(store)
    pair = tuple(sorted((found["released"].id, found["attacked"].id)))
    assert store.constraints().same == {pair}
    apart = decide(store, "apart", found["released"], found["attacked"])
    assert (store.constraints().same, store.constraints().apart) == (frozenset(), {pair})
    undo(store, apart)
    assert store.constraints().same == {pair}
    decide(store, "reject", found["attacked"])
    assert store.constraints().same == frozenset()
    assert store.lost() == []


def test_a_split_keeps_one_from_the_rest_and_a_merge_joins_all(store: Store) -> None:
    decide(store, "split", RELEASED, ATTACKED, DENIED)
    first, second = sorted((ATTACKED.id, DENIED.id))
    assert store.constraints().apart == {tuple(sorted((RELEASED.id, one))) for one in (first, second)}
    decide(store, "merge", RELEASED, ATTACKED, DENIED)
    assert len(store.constraints().same) == 3
    assert store.constraints().apart == frozenset()


def test_a_pair_of_which_one_is_no_longer_told_is_queued(store: Store) -> None:
    made = decide(store, "same", RELEASED, ATTACKED)
    again(store, ("released", "RETREAT"))
    assert store.lost() == [(made, 1)]
    assert store.constraints().same == frozenset()


# --- documents ------------------------------------------------------------------------------------------


def about_document(store: Store, kind: str, **changes: str | None) -> Decision:
    told = tuple((name, json.dumps(value)) for name, value in changes.items())
    anchor = Anchor(DOCUMENT.id, DOCUMENT.text_version)
    (made,) = store.decide([Decision(kind, (anchor,), "Amina", changes=told)])  # type: ignore[arg-type]
    return made


def test_a_corrected_document_stays_corrected_when_its_file_is_read_again(store: Store) -> None:
    made = about_document(store, "correct", published="2022-05-01", publisher="The Nation")
    told = store.document(DOCUMENT.id)
    assert (told.published, told.published_basis, told.publisher) == ("2022-05-01", "corrected", "The Nation")
    assert list(store.documents(Query(publisher="nation"))) == [told]
    assert store.to_read_again() == [DOCUMENT.id]
    assert store.corrected(DOCUMENT) == told
    store.save(told, a_reading(DOCUMENT, "again"), [], as_read=DOCUMENT)
    assert store.document(DOCUMENT.id) == told
    assert store.to_read_again() == []
    undo(store, made)
    assert store.document(DOCUMENT.id) == DOCUMENT
    assert store.to_read_again() == [DOCUMENT.id]


def test_a_reading_that_reckoned_from_a_date_corrected_meanwhile_is_not_stored(store: Store) -> None:
    about_document(store, "correct", published="2022-05-01")
    with pytest.raises(DocumentError, match=r"a\.txt: storing: its date of publication was corrected"):
        store.save(DOCUMENT, a_reading(DOCUMENT, "slow"), [])


def test_a_withdrawn_document_leaves_every_list_and_comes_back(store: Store) -> None:
    copy = a_document("b.txt")
    store.save(copy, a_reading(copy), [])
    before = list(store.statements(Query(all=True)))
    assert list(store.copies())
    made = about_document(store, "withdraw")
    assert [one.id for one in store.documents()] == [copy.id]
    assert (listed(store), list(store.copies())) == ({}, [])
    assert {hit.document for hit in store.search("soldiers", 9)} == {copy.id}
    assert store.document(DOCUMENT.id) == DOCUMENT
    assert store.withdrawn() == {DOCUMENT.id: made.id}
    store.save(DOCUMENT, a_reading(DOCUMENT, "again"), [])
    assert [one.id for one in store.documents()] == [copy.id]
    store.save(DOCUMENT, READING, STATEMENTS)
    undo(store, made)
    assert list(store.statements(Query(all=True))) == before
    assert len(list(store.copies())) == 1


# --- what else ------------------------------------------------------------------------------------------


def test_a_decision_about_a_document_that_is_not_there_waits_for_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db", writing=True) as store:
        anchor = anchor_of(ATTACKED, DOCUMENT.text_version)
        (made,) = store.decide([Decision("reject", (anchor,), "Amina")])
        assert store.lost() == [(made, 0)]
        store.save(DOCUMENT, READING, STATEMENTS)
        assert store.lost() == []
        assert "attacked" not in listed(store)


def test_only_a_store_opened_for_writing_decides(store: Store) -> None:
    with Store.open(store.path) as reader, pytest.raises(RecordError, match="reading only"):
        reader.decide([])


def test_a_decision_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    made = decide(store, "reject", ATTACKED)
    assert store.decision(made.id[:8]) == made
    with pytest.raises(NotFoundError, match="jirga decisions"):
        store.decision("de_none")


def test_time_goes_on_even_where_the_clock_does_not(store: Store) -> None:
    made = [decide(store, "reject", ATTACKED) for _ in range(5)]
    times = [one.at for one in made]
    assert times == sorted(set(times))


def test_an_undo_of_an_undo_of_an_undo_is_an_undo() -> None:
    first = Decision("reject", (), "A", id="a", at="1")
    undos = [
        Decision("undo", (), "A", id=str(n), at=str(n), undoes="a" if n == 2 else str(n - 1))
        for n in (2, 3, 4)
    ]
    assert [bool(live([first, *undos[:n]])) for n in range(4)] == [True, False, True, False]


def test_parties_of_an_edit_keep_their_evidence(store: Store) -> None:
    party = {"entity": "afghan-taliban", "name": "Afghan Taliban", "country": "AFG", "sector": "GOV"}
    span = {"start": 4, "end": 21, "quote": "Pakistani Taliban"}
    rest = {"mention": span, "other_sectors": [], "wikidata": None, "said_by": [], "certainty": "unstated"}
    edit(store, RELEASED, actor=[party | rest])
    (actor,) = listed(store)["released"].actor
    assert isinstance(actor, Participant)
    assert TEXT[actor.mention.start : actor.mention.end] == actor.mention.quote
    assert [one.trigger.quote for one in store.statements(Query(entity="afghan-taliban"))] == ["released"]
