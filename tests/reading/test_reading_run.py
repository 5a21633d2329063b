from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from small_coder import FragileCoder, SmallCoder, article, no_coder

from jirga.errors import JirgaError, RecordError, UsageError
from jirga.reading import Report, read
from jirga.reading.run import _usual_jobs
from jirga.store import Query, Store


class Watch:
    def __init__(self) -> None:
        self.total = -1
        self.bytes = 0
        self.documents = 0
        self.lines: list[str] = []
        self.finished = 0

    def start(self, total_bytes: int) -> None:
        self.total = total_bytes

    def advance(self, bytes: int, documents: int) -> None:  # noqa: A002
        self.bytes += bytes
        self.documents += documents

    def problem(self, line: str) -> None:
        self.lines.append(line)

    def finish(self) -> None:
        self.finished += 1


def articles(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    for one in range(number):
        (folder / f"{one:02}.txt").write_text(article(one))
    return folder


def said(record: Path) -> list[str]:
    with Store.open(record) as store:
        return [one.id for one in store.statements(Query(all=True))]


def small(report: Report) -> Report:
    return replace(report, seconds=0.0)


def test_a_folder_is_read_and_counted(tmp_path: Path) -> None:
    watch = Watch()
    report = read(tmp_path / "r.db", [articles(tmp_path / "in", 4)], progress=watch, coder=SmallCoder)
    assert (report.seen, report.new, report.unchanged, report.failed) == (4, 4, 0, 0)
    assert report.statements == len(said(tmp_path / "r.db")) == 4 * 12
    assert report.words == sum(len(article(one).split()) for one in range(4))
    assert report.seconds > 0
    assert (watch.documents, watch.finished, watch.lines) == (4, 1, [])
    assert watch.bytes == watch.total == sum(path.stat().st_size for path in (tmp_path / "in").iterdir())


def test_what_was_read_before_is_not_coded_again(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 3)
    read(tmp_path / "r.db", [folder], coder=SmallCoder)
    before = said(tmp_path / "r.db")

    class Untouched(SmallCoder):
        def code(self, document: object) -> object:  # type: ignore[override]
            raise AssertionError(f"coded again: {document}")

    report = read(tmp_path / "r.db", [folder], coder=Untouched)  # type: ignore[arg-type]
    assert small(report) == Report(seen=3, unchanged=3)
    assert said(tmp_path / "r.db") == before


def test_another_coder_reads_anew_and_going_back_costs_nothing(tmp_path: Path) -> None:
    class Stricter(SmallCoder):
        configuration = "strict"

    folder = articles(tmp_path / "in", 2)
    read(tmp_path / "r.db", [folder], coder=SmallCoder)
    first = said(tmp_path / "r.db")
    assert read(tmp_path / "r.db", [folder], coder=Stricter).new == 2
    assert not set(first) & set(said(tmp_path / "r.db"))
    assert read(tmp_path / "r.db", [folder], coder=SmallCoder).unchanged == 2
    assert said(tmp_path / "r.db") == first


def test_problems_are_told_in_order_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 3)
    (folder / "00.txt").write_bytes(b"")
    (folder / "01.txt").write_text("FAIL at this. Army killed 3 men.")
    (folder / "02b.txt").write_text("ERR on this one. Army killed 4 men near the post today.")
    watch = Watch()
    report = read(tmp_path / "r.db", [folder, "gone.txt"], progress=watch, coder=FragileCoder)
    assert [Path(one.document).name for one in report.problems] == ["00.txt", "01.txt", "02b.txt", "gone.txt"]
    assert [one.line() for one in report.problems] == watch.lines
    assert (report.seen, report.new, report.failed) == (2, 2, 4)
    with Store.open(tmp_path / "r.db") as store:
        assert len(list(store.documents())) == 2
        assert [one.what for one in store.problems()] == ["too hard"]


def test_what_failed_is_tried_and_told_again(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 1)
    (folder / "00.txt").write_text("FAIL at this. Army killed 3 men.")
    for new in (1, 0):
        report = read(tmp_path / "r.db", [folder], coder=FragileCoder)
        assert (report.failed, report.new, report.unchanged) == (1, new, 1 - new)
        assert len(report.problems) == 1


def test_a_language_that_is_not_read_is_kept_unread_and_told(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(
        "Le gouvernement a annoncé vendredi que les négociations avec les rebelles reprendraient la semaine "
        "prochaine dans la capitale, selon un porte-parole du ministère des affaires étrangères.\n" * 3
    )
    report = read(tmp_path / "r.db", [tmp_path / "fr.txt"], coder=SmallCoder)
    assert report.failed == 1
    assert "'fr', and only en" in report.problems[0].line()
    with Store.open(tmp_path / "r.db") as store:
        (document,) = store.documents()
        reading = store.reading_of(document.id)
        assert reading is not None
        assert (document.language, reading.status) == ("fr", "failed")
        assert len(list(store.search("négociations", 5))) == 3


def test_a_file_that_vanishes_before_its_turn_is_told(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 3)

    class Vanishing(Watch):
        def start(self, total_bytes: int) -> None:  # called when the files are known and none is read
            assert total_bytes > 0
            (folder / "01.txt").unlink()

    report = read(tmp_path / "r.db", [folder], progress=Vanishing(), coder=SmallCoder)
    assert (report.new, report.failed) == (2, 1)
    assert report.problems[0].document.endswith("01.txt")
    assert report.problems[0].next_step


def test_rows_of_a_table_are_documents_and_its_bytes_add_up(tmp_path: Path) -> None:
    rows = [json.dumps({"text": article(one)}) for one in range(5)]
    rows.insert(2, "{ this is no JSON")
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    watch = Watch()
    report = read(tmp_path / "r.db", [tmp_path / "in.jsonl"], progress=watch, coder=SmallCoder)
    assert (report.new, report.failed) == (5, 1)
    assert watch.bytes == watch.total == (tmp_path / "in.jsonl").stat().st_size
    assert watch.documents == 5


def test_copies_are_counted(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 2)
    for ends in ("\n", "\n\n", "\n\n\n"):
        (folder / f"copy{len(ends)}.txt").write_text((folder / "01.txt").read_text() + ends)
    report = read(tmp_path / "r.db", [folder], coder=SmallCoder)
    assert report.copies == 3  # of one text, each counted once


def test_a_record_that_fills_up_names_the_document_and_keeps_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, watch = tmp_path / "r.db", Watch()
    folder = articles(tmp_path / "in", 30)
    connect = sqlite3.connect

    def small_disk(*args: object, **options: object) -> sqlite3.Connection:
        made = connect(*args, **options)  # type: ignore[call-overload]
        made.execute("PRAGMA max_page_count = 64")
        return made  # type: ignore[no-any-return]

    monkeypatch.setattr("jirga.store.connection.sqlite3.connect", small_disk)
    with pytest.raises(RecordError, match=r"\d\d\.txt: storing: .*disk is full"):
        read(record, [folder], progress=watch, coder=SmallCoder)
    monkeypatch.undo()
    assert watch.finished == 1
    assert 0 < watch.documents < 30
    assert len(said(record)) == watch.documents * 12
    assert read(record, [folder], coder=SmallCoder).unchanged == watch.documents
    assert len(said(record)) == 30 * 12


def test_a_record_that_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_text("no record")

    class NotBegun(Watch):
        def start(self, total_bytes: int) -> None:
            raise AssertionError(f"begun: {total_bytes}")

    with pytest.raises(RecordError, match="no Jirga record"):
        read(tmp_path / "r.db", [tmp_path], progress=NotBegun(), coder=SmallCoder)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_coder_that_cannot_start_ends_the_run_with_one_line(tmp_path: Path, jobs: int) -> None:
    with pytest.raises(JirgaError, match="language model is not installed"):
        read(tmp_path / "r.db", [articles(tmp_path / "in", 3)], jobs=jobs, coder=no_coder)


def test_jobs_must_be_one_or_more_and_little_is_read_in_one_process(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(tmp_path / "r.db", [], jobs=0, coder=SmallCoder)
    assert not (tmp_path / "r.db").exists()
    assert _usual_jobs(10_000) == 1
    assert _usual_jobs(10**9) >= 1
