from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sample_record as made
from jirga import questions
from jirga.as_json import statement_from_json
from jirga.errors import JirgaError, UsageError
from jirga.exports import ALL, DECISIONS, FORMATS, LISTS, RECORD, WHATS, jsonl, lists, parquet, writing
from jirga.exports import csv as flat
from jirga.exports.columns import COLUMNS
from jirga.record import Record


def exported(record: Record, tmp_path: Path, format_: str, what: str = "statements", **more: object) -> Path:
    path = tmp_path / f"{what}.{format_}"
    record.export(path, format=format_, what=what, **more)  # type: ignore[arg-type]
    return path


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


#: Nobody has decided anything in the sample: decisions have tests of their own, in tests/review.
PAIRS = [(name, what) for name, form in FORMATS.items() for what in form.whats if what != DECISIONS]

#: Formats of one line or row an entry; the others have tests of their own beside this file.
ROW_BY_ROW = {"jsonl", "csv", "parquet", "plover", "ftm"}


@pytest.mark.parametrize(("format_", "what"), PAIRS)
def test_every_format_writes_every_list_that_it_holds(
    record: Record, tmp_path: Path, format_: str, what: str
) -> None:
    path = tmp_path / "out"
    count = record.export(path, format=format_, what=what).rows
    assert count > 0 or what in {"truces", "claims"}  # the sample record tells of none
    if format_ not in ROW_BY_ROW or what == RECORD:
        assert path.stat().st_size > 0
    elif format_ == "parquet":
        assert pq.read_table(path).num_rows == count
    elif format_ == "csv":
        assert len(list(csv.reader(path.open(encoding="utf-8-sig")))) == count + 1
    elif (format_, what) != ("plover", "statements"):
        assert len(lines(path)) == count


def test_statements_read_back_from_json_lines_are_those_of_the_record(record: Record, tmp_path: Path) -> None:
    objects = lines(exported(record, tmp_path, "jsonl", all=True))
    assert {statement_from_json(one) for one in objects} == set(made.STATEMENTS)


def words_of(path: Path, format_: str) -> str:
    if format_ == "parquet":
        return str(pq.read_table(path).to_pylist())
    if format_ == "xlsx":
        book = openpyxl.load_workbook(path)
        return str([list(sheet.values) for sheet in book])
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("format_", "what"), PAIRS)
def test_without_text_no_sentence_leaves_the_record(
    record: Record, tmp_path: Path, format_: str, what: str
) -> None:
    path = exported(record, tmp_path, format_, what, text=False, all=True)
    content = words_of(path, format_)
    for sentence in (one.sentence.quote for one in made.STATEMENTS):
        assert sentence not in content
    assert "70 attacks" not in content


def test_a_line_of_json_is_one_line_for_every_reader() -> None:
    line = jsonl.line({"quote": "one\u2028two\u2029three\x85four\nfive"})
    assert len(line.splitlines()) == 1
    assert json.loads(line)["quote"] == "one\u2028two\u2029three\x85four\nfive"


@given(st.text())
def test_no_cell_of_text_can_run_in_a_spreadsheet(text: str) -> None:
    cell = flat.safe(text)
    assert isinstance(cell, str)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs"])))
def test_a_harmless_cell_is_left_as_it_is(text: str) -> None:
    if not text.strip()[:1] or text.strip()[0].isalnum():
        assert flat.safe(text) == text


def test_numbers_below_zero_stay_numbers() -> None:
    out = io.BytesIO()
    flat.table(["lon"], [[-70.5]], out)
    assert out.getvalue().decode("utf-8-sig").split() == ["lon", "-70.5"]


def test_the_formula_in_the_sample_is_defused(record: Record, tmp_path: Path) -> None:
    rows = list(csv.DictReader(exported(record, tmp_path, "csv").open(encoding="utf-8-sig")))
    quotes = [row["quote"] for row in rows if "HYPERLINK" in row["quote"]]
    assert quotes
    assert all(quote.startswith("'=") and "\x1b" not in quote for quote in quotes)


def test_every_list_of_the_record_can_be_exported_and_says_what_it_holds() -> None:
    assert {*LISTS, DECISIONS} == set(questions.LISTS)
    assert all(LISTS.values())


@pytest.mark.parametrize("format_", list(FORMATS))
def test_without_a_list_named_a_format_writes_its_usual_one(
    record: Record, tmp_path: Path, format_: str
) -> None:
    usual = FORMATS[format_].whats[0]
    named = record.export(tmp_path / "named", format=format_, what=usual)
    assert record.export(tmp_path / "unnamed", format=format_) == named
    assert usual == ALL or usual in WHATS


def test_a_list_without_columns_of_its_own_shows_those_of_its_rows(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"id": "tr_1", "parties": ["TTP", "=x"], "terms": [{"term": "release"}]}, {"id": "tr_2", "n": 2}]
    for module in (lists, writing):
        monkeypatch.setattr(module, "WHATS", (*WHATS, "novelties"))
    monkeypatch.setitem(writing.FORMATS, "csv", replace(writing.FORMATS["csv"], whats=("novelties",)))
    monkeypatch.setattr(record, "objects", lambda *_, **__: iter(rows))
    record.export(tmp_path / "new.csv", format="csv", what="novelties")
    table = list(csv.reader((tmp_path / "new.csv").open(encoding="utf-8-sig")))
    assert table == [
        ["id", "parties", "terms", "n"],
        ["tr_1", "TTP; =x", '[{"term": "release"}]', ""],
        ["tr_2", "", "", "2"],
    ]
    out = io.BytesIO()
    parquet.write(rows, out, "novelties")
    assert pq.read_table(out).to_pylist()[0]["terms"] == [{"term": "release"}]


@pytest.mark.parametrize("what", WHATS)
def test_every_column_is_named_once_and_explained(what: str) -> None:
    names = [column.name for column in COLUMNS[what]]
    assert len(set(names)) == len(names)
    assert all(column.about for column in COLUMNS[what])


@pytest.mark.parametrize("what", WHATS)
def test_parquet_has_a_column_for_every_key_of_the_json(record: Record, what: str) -> None:
    for obj in record.objects(what, all=True):
        assert set(obj) <= set(parquet.SHAPES[what])


def test_parquet_keeps_what_json_says_with_its_types(record: Record, tmp_path: Path) -> None:
    rows = {row["id"]: row for row in pq.read_table(exported(record, tmp_path, "parquet")).to_pylist()}
    release = rows[made.RELEASE.id]
    assert release["event"]["modes"] == ["release"]
    assert release["actor"][0]["mention"]["start"] == made.RELEASE.actor[0].mention.start
    assert release["figures"][0]["low"] == 100.0
    assert release["where"]["geonameid"] == 1444362
    assert rows[made.LEADS.id]["event"] is None


def test_an_empty_list_is_a_parquet_file_with_its_columns(record: Record, tmp_path: Path) -> None:
    table = pq.read_table(exported(record, tmp_path, "parquet", place="Nowhere"))
    assert table.num_rows == 0
    assert "trigger" in table.column_names


def test_plover_records_use_the_manuals_names(record: Record, tmp_path: Path) -> None:
    records = {one["id"]: one for one in lines(exported(record, tmp_path, "plover", all=True))}
    attack = records[made.ATTACK.id]
    assert (attack["date"], attack["enddate"], attack["event"]) == ("2022-04-06", None, ["ASSAULT"])
    assert attack["size"] == {"dead": [9, "14-"]}
    assert attack["recipient"][0]["code"] == "PAK"  # type: ignore[index]
    assert attack["cite_info"]["publication"] == "Frontier Wire"  # type: ignore[index]
    assert (records[made.MEETING.id]["date"], records[made.MEETING.id]["enddate"]) == (
        "2022-06-01",
        "2022-06-30",
    )
    assert records[made.DENIAL.id]["context"] == ["negation"]
    assert records[made.DEMANDED.id]["context"] == ["hypothetical"]
    assert records[made.UNDATED.id]["date"] is None
    assert made.LEADS.id not in records


def test_a_folder_and_a_missing_folder_are_refused_with_a_line(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        record.export(tmp_path)
    with pytest.raises(JirgaError, match="cannot write"):
        record.export(tmp_path / "missing" / "out.jsonl")


def test_an_export_that_fails_leaves_the_file_that_was_there(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")

    def broken(*_: object, **__: object) -> object:
        yield {"id": "st_1"}
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record, "objects", broken)
    with pytest.raises(JirgaError, match="No space left"):
        record.export(path)
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize(
    ("format_", "what"), [("xml", "statements"), ("plover", "documents"), ("csv", "record")]
)
def test_what_a_format_does_not_hold_is_refused(record: Record, format_: str, what: str) -> None:
    with pytest.raises(UsageError):
        record.export(format=format_, what=what)
