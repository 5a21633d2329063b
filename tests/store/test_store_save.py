from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import a_document, a_problem, a_reading, a_statement

from jirga.errors import DocumentError, RecordError
from jirga.model import Document
from jirga.store import Query, Saved, Store

EVERYTHING = Query(all=True)


def test_what_is_saved_comes_back_exactly(tmp_path: Path) -> None:
    document = a_document(title="Prisoners", url="https://example.org/1", notes=("decoded as cp1252",))
    reading = a_reading(document, status="partial", problems=(a_problem(document),))
    statement = a_statement(document, reading)
    with Store.open(tmp_path / "r.db", writing=True) as store:
        assert store.save(document, reading, [statement]) == Saved(new=True, statements=1)
    with Store.open(tmp_path / "r.db") as store:
        assert list(store.statements(EVERYTHING)) == [statement]
        assert list(store.documents()) == [document]
        assert store.document(document.id) == document
        assert store.statement(statement.id) == statement
        assert store.reading_of(document.id) == reading
        assert list(store.problems()) == list(reading.problems)
        assert store.has_reading(reading.id)
        assert not store.has_reading("another")


def test_the_same_reading_twice_adds_nothing_and_says_so(tmp_path: Path) -> None:
    document = a_document()
    reading = a_reading(document)
    statement = a_statement(document, reading)
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(document, reading, [statement])
        again = replace(statement, confidence=0.1)
        assert store.save(document, reading, [again]) == Saved(new=False)
        assert list(store.statements(EVERYTHING)) == [statement]
        assert len(list(store.search("released", 10))) == 1


def test_a_new_reading_becomes_current_and_the_old_one_stays(tmp_path: Path) -> None:
    document = a_document()
    first, second = a_reading(document, "one"), a_reading(document, "two")
    old, new = a_statement(document, first), a_statement(document, second, "attacked")
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(document, first, [old])
        store.save(document, second, [new])
        assert list(store.statements(EVERYTHING)) == [new]
        assert store.reading_of(document.id) == second
        assert store.statement(old.id) == old
        assert store.has_reading(first.id)
        assert not store.is_current(first.id)


def test_an_earlier_reading_made_again_is_current_again(tmp_path: Path) -> None:
    document = a_document()
    first, second = a_reading(document, "one"), a_reading(document, "two")
    old = a_statement(document, first)
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(document, first, [old])
        store.save(document, second, [])
        assert store.save(document, first, [old]) == Saved(new=False)
        assert list(store.statements(EVERYTHING)) == [old]


def test_a_newly_cleaned_text_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    before = a_document()
    text = "Entirely new words."
    after = replace(before, text=text, text_hash="new", text_version="clean-2")
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(before, a_reading(before), [a_statement(before, a_reading(before))])
        store.save(after, a_reading(after), [])
        assert store.document(before.id) == after
        assert list(store.search("soldiers", 10)) == []
        assert [hit.text for hit in store.search("entirely", 10)] == [text]
        assert list(store.statements(EVERYTHING)) == []


def test_a_failed_reading_is_replaced_when_it_later_succeeds(tmp_path: Path) -> None:
    document = a_document()
    failed = a_reading(document, status="failed", problems=(a_problem(document),))
    mended = a_reading(document)
    statement = a_statement(document, mended)
    with Store.open(tmp_path / "r.db", writing=True) as store:
        assert store.save(document, failed, []).new
        assert not store.save(document, failed, []).new
        assert store.save(document, mended, [statement]) == Saved(new=True, statements=1)
        assert list(store.problems()) == []
        assert store.reading_of(document.id) == mended


@pytest.mark.parametrize("wrong", ["twice", "of no reading"])
def test_what_does_not_fit_together_is_not_saved_at_all(tmp_path: Path, wrong: str) -> None:
    kept, document = a_document("kept.txt", "Kept. Released."), a_document("bad.txt")
    reading = a_reading(document)
    statement = a_statement(document, reading)
    second = statement if wrong == "twice" else replace(statement, id="st_x", reading="unheard of")
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(kept, a_reading(kept), [])
        with pytest.raises(DocumentError, match=r"bad\.txt: storing: .*do not fit together"):
            store.save(document, reading, [statement, second])
        assert list(store.documents()) == [kept]
        assert not store.has_reading(reading.id)
        assert list(store.search("fighters", 10)) == []


def test_a_text_that_is_no_unicode_is_refused_by_name(tmp_path: Path) -> None:
    document = Document("d", "h", "v", "odd.jsonl:3", "half a \ud83d character")
    with Store.open(tmp_path / "r.db", writing=True) as store:
        with pytest.raises(DocumentError, match=r"odd\.jsonl:3: storing: .*surrogates"):
            store.save(document, a_reading(document), [])
        assert list(store.documents()) == []


def test_a_record_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    document = a_document()
    Store.open(tmp_path / "r.db", writing=True).close()
    with (
        Store.open(tmp_path / "r.db") as store,
        pytest.raises(RecordError, match="opened for reading only"),
    ):
        store.save(document, a_reading(document), [])


def test_a_closed_record_is_one_file(tmp_path: Path) -> None:
    document = a_document()
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(document, a_reading(document), [])
    with Store.open(tmp_path / "r.db") as store:
        assert len(list(store.documents())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["r.db"]
