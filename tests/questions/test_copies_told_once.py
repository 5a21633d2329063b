from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import jirga
import sample_record as made
from jirga.cli.app import run
from jirga.record import Record
from jirga.store import Store

#: The wire's report, printed again a month later with a line added, and once more word for word.
REPRINT = made.document(
    f"{made.TOLL} Elders mourned.", "reports/reprint.txt", publisher="Local Paper", published="2022-05-06"
)
VERBATIM = replace(
    made.WIRE, id="f" * 64, source="reports/again.txt", publisher="Another Paper", published="2022-05-07"
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = made.make(tmp_path_factory.mktemp("copied") / "copied.db")
    with Store.open(path, writing=True) as store:
        for document in (REPRINT, VERBATIM):
            reading = made.reading(document)
            again = [
                replace(
                    one, id=f"st_{document.id[:8]}{one.id[3:11]}", document=document.id, reading=reading.id
                )
                for one in made.STATEMENTS
                if one.document == made.WIRE.id
            ]
            store.save(document, reading, again)
    return path


@pytest.fixture
def record(copied: Path) -> Iterator[Record]:
    with jirga.open(copied) as opened:
        yield opened


def test_the_timeline_tells_copies_with_the_report_published_first(record: Record) -> None:
    (entry,) = record.timeline(type="ASSAULT")
    assert entry.document == REPRINT  # the wire's report has no date of publication
    assert [one.document.publisher for one in entry.also] == ["Another Paper", "Frontier Wire"]
    assert len(record.timeline(type="ASSAULT", copies=True)) == 3


def test_an_event_has_all_its_documents_and_one_source(record: Record) -> None:
    (event,) = record.events(type="ASSAULT")
    assert (event.documents, event.independent_sources, len(event.statements)) == (3, 1, 3)
    assert len(record.events(type="ASSAULT", copies=True)) == 3
    assert len(record.show(event.id).evidence) == 3


def test_an_event_of_one_copy_is_shown_too(record: Record) -> None:
    for event in record.events(type="ASSAULT", copies=True):
        assert record.show(event.id).kind == "event"


def test_a_figure_is_given_once(record: Record) -> None:
    assert [len(row.also) for row in record.quantities(type="killed")] == [2, 2]
    assert len(record.quantities(type="killed", copies=True)) == 6
    (told, _) = [row.to_json()["also_in"] for row in record.quantities(type="killed")]
    assert {one["document"] for one in told} == {made.WIRE.id, VERBATIM.id}


def test_each_report_counts_once_and_its_passages_are_told(record: Record) -> None:
    once, each = (record.counts(["type"], copies=copies) for copies in (False, True))
    assert (once.cell(("ASSAULT",)).events, once.cell(("ASSAULT",)).statements) == (1, 3)
    assert (each.cell(("ASSAULT",)).events, each.cell(("ASSAULT",)).statements) == (3, 3)


def test_the_codebook_says_how_copies_were_counted(record: Record) -> None:
    table = record.counts(["type"])
    assert "A report counts once however often it was printed" in record.codebook(table)
    assert "every copy of a report was counted for itself" in record.codebook(table, copies=True)


def test_asked_for_by_its_document_a_copy_tells_what_it_says_and_who_else_does(record: Record) -> None:
    (entry,) = record.timeline(type="ASSAULT", document="again.txt")
    assert (entry.document.publisher, len(entry.also)) == ("Another Paper", 2)
    assert entry.event == record.events(type="ASSAULT")[0]


def test_statements_are_given_as_they_stand(record: Record) -> None:
    assert len(record.statements(type="ASSAULT")) == 3


def test_the_screen_says_where_else_it_stands(copied: Path, capfd: pytest.CaptureFixture[str]) -> None:
    where = ["--record", str(copied), "--type", "ASSAULT"]
    assert run(["timeline", *where]) == 0
    out, err = capfd.readouterr()
    assert "also in Another Paper, “Attack in Khost” (2022-05-07), Frontier Wire" in out
    assert "2 more statements told with these (--copies shows each)" in err
    assert "1 independent source in 3 reports" in out
    assert run(["timeline", *where, "--copies"]) == 0
    assert "also in" not in capfd.readouterr().out
    assert run(["timeline", *where, "--json"]) == 0
    (entry,) = (json.loads(line) for line in capfd.readouterr().out.splitlines())
    assert len(entry["also_in"]) == 2
    for verb in ("events", "quantities", "counts"):
        assert run([verb, *where, "--copies"]) == 0


def test_an_export_gives_an_event_once_or_each_copy(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    assert record.export(path, format="csv", what="events", type="ASSAULT").rows == 1
    assert record.export(path, format="csv", what="events", type="ASSAULT", copies=True).rows == 3
