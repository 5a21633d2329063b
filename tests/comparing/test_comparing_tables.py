"""Tables of events: which layout a file has, what a row says, what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from comparing_helpers import ACLED, GED, KHOST, written
from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.comparing import Row, Table, read
from jirga.comparing.layouts import country
from jirga.errors import JirgaError, UsageError


def row_of(path: Path, *rows: dict[str, str]) -> Row:
    (row,) = read(written(path / "events.csv", *rows)).rows
    return row


def test_a_row_of_ucdp(tmp_path: Path) -> None:
    row = row_of(tmp_path, GED)
    assert (row.id, row.line, row.country, row.days) == ("101", 2, "AFG", ("2022-04-06", "2022-04-06"))
    assert (row.sides, row.deaths, row.point) == (("Government of Afghanistan", "TTP"), (9, 9, 14), KHOST)
    assert row.what == "state-based violence"
    assert "ASSAULT" in row.types


def test_a_row_of_acled(tmp_path: Path) -> None:
    row = row_of(tmp_path, ACLED)
    assert (row.id, row.country, row.days) == ("AFG101", "AFG", ("2022-04-06", "2022-04-06"))
    assert (row.deaths, row.division, row.what) == ((9, 9, 9), "Khost", "Battles: Armed clash")
    assert row.types == {"ASSAULT"}


@pytest.mark.parametrize(
    ("day", "precision", "expected"),
    [
        ("2022-04-06", "1", ("2022-04-06", "2022-04-06")),
        ("06 April 2022", "1", ("2022-04-06", "2022-04-06")),
        ("06/04/2022", "1", ("2022-04-06", "2022-04-06")),
        ("06-04-2022", "1", ("2022-04-06", "2022-04-06")),
        ("06 April 2022", "2", ("2022-04-03", "2022-04-09")),
        ("20 December 2022", "3", ("2022-12-01", "2022-12-31")),
    ],
)
def test_days_of_acled_and_how_precise_they_are(
    day: str, precision: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    assert row_of(tmp_path, ACLED | {"event_date": day, "time_precision": precision}).days == expected


def test_a_protest_is_no_assault_and_an_agreement_is_one_of_talks(tmp_path: Path) -> None:
    protest = ACLED | {"event_type": "Protests", "sub_event_type": "Peaceful protest"}
    agreement = ACLED | {"event_type": "Strategic developments", "sub_event_type": "Agreement"}
    assert row_of(tmp_path, protest).types == {"PROTEST"}
    assert "CONSULT" in row_of(tmp_path, agreement).types
    assert "ASSAULT" not in row_of(tmp_path, agreement).types


def test_a_place_known_only_as_a_country_is_no_point(tmp_path: Path) -> None:
    assert row_of(tmp_path, GED | {"where_prec": "6"}).point is None
    assert row_of(tmp_path, GED | {"where_prec": "4"}).radius > 100


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Afghanistan", "AFG"),
        ("DR Congo (Zaire)", "COD"),
        ("Myanmar (Burma)", "MMR"),
        ("Russia (Soviet Union)", "RUS"),
        ("Yemen (North Yemen)", "YEM"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Ivory Coast", "CIV"),
        ("PAK", "PAK"),
        ("Gondor", None),
    ],
)
def test_countries_by_the_names_that_such_tables_use(name: str, code: str | None) -> None:
    assert country(name) == code


def test_semicolons_a_byte_order_mark_and_a_line_of_tags_are_no_hindrance(tmp_path: Path) -> None:
    path = written(tmp_path / "events.csv", dict.fromkeys(GED, "#tag+x"), GED, delimiter=";")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    table = read(path)
    assert (table.layout, len(table.rows), table.rows[0].line) == ("UCDP GED", 1, 3)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"date_start": "soon"}, "2: 'soon' is no day"),
        ({"date_start": "2022-04-31"}, "2: '2022-04-31' is no day"),
        ({"date_end": "2022-04-05"}, "2: it begins on 2022-04-06 and ends before, on 2022-04-05"),
        ({"best": "many"}, "2: best is 'many', and no number"),
        ({"best": "inf"}, "2: best is 'inf', and no number"),
        ({"latitude": "93"}, "2: 93.0, 69.92 is no point on earth"),
        ({"latitude": "nan"}, "2: nan, 69.92 is no point on earth"),
        ({"longitude": "east"}, "2: latitude and longitude are no numbers"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_others_are_read(
    changed: dict[str, str], why: str, tmp_path: Path
) -> None:
    table = read(written(tmp_path / "events.csv", GED | changed, GED))
    assert table.wrong == (why,)
    assert [one.line for one in table.rows] == [3]
    assert list(table.notes()) == [f"events.csv:{why}"]


def test_many_bad_rows_are_summed_up() -> None:
    notes = list(Table("events.csv", "ACLED", (), tuple(f"{n}: bad" for n in range(9))).notes())
    assert notes[-1] == "events.csv: 4 more rows could not be used"


def test_a_row_cut_short_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "events.csv", GED)
    path.write_text(path.read_text().replace("2022-04-06 00:00:00.000,9,9,14", "2022-04-06"))
    assert read(path).wrong == ("2: it has fewer cells than the header",)


def test_a_line_is_that_of_the_file_even_after_a_cell_of_several(tmp_path: Path) -> None:
    path = written(tmp_path / "events.csv", GED | {"side_b": "one\ntwo\nthree"}, GED)
    assert [one.line for one in read(path).rows] == [2, 5]


def test_a_table_without_countries_is_of_the_one_named(tmp_path: Path) -> None:
    path = written(tmp_path / "events.csv", {name: value for name, value in GED.items() if name != "country"})
    with pytest.raises(UsageError, match=r"no column of countries.*--country CODE"):
        read(path)
    assert read(path, country="AFG").rows[0].country == "AFG"


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b'id,date_start\n"unclosed'])
def test_what_is_no_such_table_is_one_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "events.csv")
    assert "\n" not in caught.value.line()


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_missing_file_and_a_folder_are_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path / name)


@settings(max_examples=60, deadline=None)
@given(cells=st.lists(st.text(max_size=20), min_size=1, max_size=20))
def test_any_cells_cost_a_line_at_most(cells: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "events.csv"
    made = {name: cells[at % len(cells)] for at, name in enumerate(GED)}
    try:
        table = read(written(path, {k: v.encode("utf-8", "replace").decode() for k, v in made.items()}, GED))
    except JirgaError as error:
        assert error.line()
    else:
        assert len(table.rows) + len(table.wrong) <= 2
