from __future__ import annotations

from pathlib import Path

import pytest

import jirga
import sample_record as made
from jirga.errors import RecordError, UsageError
from jirga.record import Record


def test_open_names_a_record_and_the_block_closes_it(tmp_path: Path) -> None:
    path = made.make(tmp_path / "a.db")
    with jirga.open(path) as record:
        assert isinstance(record, Record)
        assert record.statements()
    path.rename(tmp_path / "b.db")  # nothing holds it open


def test_a_closed_record_opens_again_when_asked(tmp_path: Path) -> None:
    record = jirga.open(made.make(tmp_path / "a.db"))
    first = record.statements()
    record.close()
    assert record.statements() == first
    record.close()


def test_a_missing_record_is_told_when_asked_and_is_not_made(tmp_path: Path) -> None:
    record = jirga.open(tmp_path / "none.db")
    with pytest.raises(RecordError):
        record.events()
    assert not (tmp_path / "none.db").exists()


def test_wrong_filters_are_all_told_at_once(tmp_path: Path) -> None:
    with jirga.open(made.make(tmp_path / "a.db")) as record, pytest.raises(UsageError) as told:
        record.timeline(type="WAR", since="yesterday", kind="rumour")
    assert all(word in str(told.value).casefold() for word in ("war", "yesterday", "rumour"))


def test_reading_makes_the_record_and_its_answers_are_there_at_once(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Title: Attack in Khost\nPublisher: Frontier Wire\nPublished: 2022-04-07\n\n"
        "Gunmen attacked a convoy in Khost on Wednesday, police said.\n"
    )
    with jirga.open(tmp_path / "a.db") as record:
        first = record.read([article])
        assert (first.seen, first.new, first.failed) == (1, 1, 0)
        (document,) = record.documents()
        assert document.document.publisher == "Frontier Wire"
        again = record.read([article])
        assert (again.new, again.unchanged, again.statements) == (0, 1, 0)
        for entry in record.timeline(all=True):
            span = slice(entry.statement.start, entry.statement.end)
            assert entry.document.text[span] == entry.statement.quote


def test_objects_of_a_list_that_does_not_exist_are_refused(tmp_path: Path) -> None:
    with jirga.open(made.make(tmp_path / "a.db")) as record, pytest.raises(UsageError, match="rumours"):
        list(record.objects("rumours"))
