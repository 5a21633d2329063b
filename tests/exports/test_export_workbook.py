"""Excel workbooks, opened with openpyxl: every list a sheet, text never a formula, the columns explained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.errors import JirgaError
from jirga.exports import LISTS, Asked, xlsx
from jirga.exports.columns import COLUMNS
from jirga.record import Record


def book(record: Record, tmp_path: Path, **more: Any) -> openpyxl.Workbook:
    path = tmp_path / "record.xlsx"
    record.export(path, format="xlsx", **more)
    return openpyxl.load_workbook(path)


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.values
    return [dict(zip(header, row, strict=True)) for row in rows]


def written(tmp_path: Path, rows: list[dict[str, Any]]) -> Any:
    path = tmp_path / "made.xlsx"
    with path.open("wb") as out:
        xlsx.write(Asked("novelties", lambda _: iter(rows), lambda _: {}), out)
    return openpyxl.load_workbook(path)["novelties"]


@pytest.fixture(autouse=True)
def another_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LISTS, "novelties", "made for these tests")


def test_every_list_has_a_sheet_with_frozen_header_and_filters(record: Record, tmp_path: Path) -> None:
    opened = book(record, tmp_path, all=True)
    assert opened.sheetnames == [*(one for one in LISTS if one != "novelties"), "codebook"]
    for sheet in opened:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.max_row > 1 or sheet.title in {"truces", "claims"}  # the sample record tells of none


def test_a_workbook_holds_what_the_record_does(record: Record, tmp_path: Path) -> None:
    rows = rows_of(book(record, tmp_path, what="statements", all=True)["statements"])
    expected = list(record.objects("statements", all=True))
    assert [row["id"] for row in rows] == [one["id"] for one in expected]
    assert [row["lat"] for row in rows] == [one["where"]["lat"] for one in expected]
    assert [row["quote"].replace("_x001B_", "") for row in rows] == [
        one["quote"].replace("\x1b", "\N{REPLACEMENT CHARACTER}") for one in expected
    ]


def test_the_codebook_explains_every_column_of_every_sheet(record: Record, tmp_path: Path) -> None:
    explained = {(row["sheet"], row["column"]) for row in rows_of(book(record, tmp_path)["codebook"])}
    assert explained >= {(what, one.name) for what, columns in COLUMNS.items() for one in columns}
    assert all(row["holds"] for row in rows_of(book(record, tmp_path)["codebook"]))


DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", '=HYPERLINK("http://x.example")', "{=1}")


def test_what_looks_like_a_formula_or_a_link_is_text(tmp_path: Path) -> None:
    sheet = written(tmp_path, [{"quote": text} for text in (*DANGEROUS, "http://x.example/a")])
    for (cell,), text in zip(sheet.iter_rows(min_row=2), DANGEROUS, strict=False):
        assert (cell.data_type, cell.value) == ("s", text)
        assert cell.hyperlink is None
        assert cell.quotePrefix or text.startswith("{")  # stays text where somebody edits the cell


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(st.text(max_size=30), max_size=20))
def test_any_text_can_be_opened_and_none_is_a_formula(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    sheet = written(tmp_path_factory.mktemp("book"), [{"n": 1, "quote": text} for text in texts])
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n", "inlineStr"}


def test_a_number_below_zero_is_a_number(tmp_path: Path) -> None:
    assert written(tmp_path, [{"lon": -70.5, "n": 0}])["A2"].value == -70.5


def test_a_text_too_long_for_a_cell_is_cut_and_told(tmp_path: Path) -> None:
    with (tmp_path / "long.xlsx").open("wb") as out:
        told = xlsx.write(Asked("novelties", lambda _: iter([{"quote": "x" * 40_000}]), lambda _: {}), out)
    assert told.notes == ("Cells cut at 32,767 characters, Excel's limit: 1",)
    assert len(openpyxl.load_workbook(tmp_path / "long.xlsx")["novelties"]["A2"].value) == 32_767


def test_more_rows_than_a_sheet_holds_are_refused_and_leave_no_file(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    with pytest.raises(JirgaError, match="a sheet of a workbook holds 3 rows"):
        record.export(tmp_path / "big.xlsx", format="xlsx", all=True)
    assert not list(tmp_path.iterdir())
