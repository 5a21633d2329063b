"""Corrected dates: the coder reckons from them, now and whenever the file is read again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from small_coder import Coded, SmallCoder

from jirga.model import Anchor, Decision, Document, When
from jirga.reading import Again, read, read_again
from jirga.store import Query, Store


class DatedCoder(SmallCoder):
    """Everything happens on the day of publication."""

    def code(self, document: Document) -> Coded:
        coded = super().code(document)
        when = When(document.published, document.published, document.published, "resolved")
        return Coded(coded.reading, tuple(replace(one, when=when) for one in coded.statements))


class StrictCoder(DatedCoder):
    configuration = "strict"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Published: 2022-06-03\n\nArmy killed 3 men near the post that day.\n")
    read(tmp_path / "r.db", [tmp_path / "a.txt"], coder=DatedCoder)
    return tmp_path / "r.db"


def days(record: Path) -> list[str | None]:
    with Store.open(record) as store:
        return [one.when.start for one in store.statements(Query(all=True))]


def correct(record: Path, published: str) -> Decision:
    with Store.open(record, writing=True) as store:
        (document,) = store.documents()
        anchor = Anchor(document.id, document.text_version)
        changes = (("published", json.dumps(published)),)
        return store.decide([Decision("correct", (anchor,), "Amina", changes=changes)])[0]


def test_a_corrected_date_is_reckoned_from_and_outlives_reading_the_file_again(record: Path) -> None:
    correct(record, "2021-01-05")
    assert days(record) == ["2022-06-03"]
    again = read_again(record, coder=DatedCoder)
    assert (again.report.new, again.left) == (1, ())
    assert days(record) == ["2021-01-05"]
    report = read(record, [record.parent / "a.txt"], coder=DatedCoder)
    assert (report.new, report.unchanged) == (0, 1)
    assert read(record, [record.parent / "a.txt"], coder=StrictCoder).new == 1
    assert days(record) == ["2021-01-05"]
    with Store.open(record) as store:
        assert [one.published for one in store.documents()] == ["2021-01-05"]


def test_a_correction_undone_brings_the_first_reading_back_without_coding(record: Path) -> None:
    made = correct(record, "2021-01-05")
    read_again(record, coder=DatedCoder)
    with Store.open(record, writing=True) as store:
        store.decide([Decision("undo", made.anchors, "Amina", undoes=made.id)])

    class Untouched(DatedCoder):
        def code(self, document: Document) -> Coded:
            raise AssertionError(document)

    assert read_again(record, coder=Untouched).report.unchanged == 1
    assert days(record) == ["2022-06-03"]


def test_where_no_date_was_corrected_no_coder_is_made(record: Path) -> None:
    def none() -> SmallCoder:
        raise AssertionError

    assert read_again(record, coder=none) == Again()


def test_what_another_coder_read_is_left_and_named(record: Path) -> None:
    correct(record, "2021-01-05")
    again = read_again(record, coder=StrictCoder)
    assert [Path(one).name for one in again.left] == ["a.txt"]
    assert days(record) == ["2022-06-03"]
    assert read_again(record, ["another"], coder=DatedCoder) == Again()


def test_a_newer_version_of_the_same_coder_reads_anew_but_none_with_another_lexicon(record: Path) -> None:
    class Newer(DatedCoder):
        name = "small 2"

    class WithModel(DatedCoder):
        name = "small 1+model 1"

    class WithLexicon(DatedCoder):
        lexicon = "none+ours"

    correct(record, "2021-01-05")
    for other in (WithModel, WithLexicon):
        assert read_again(record, coder=other).left
    assert read_again(record, coder=Newer).report.new == 1
    assert days(record) == ["2021-01-05"]
