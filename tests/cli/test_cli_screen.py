from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from jirga.cli.evidence import Stretch, highlighted
from jirga.cli.screen import Screen, clean, plural
from jirga.cli.tables import Column, fitted, plain


@given(st.text())
def test_cleaned_words_are_one_line_without_commands_for_a_terminal(words: str) -> None:
    cleaned = clean(words)
    assert len(cleaned.splitlines()) <= 1
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(
    st.text(alphabet="abcdef ", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5),
)
def test_bringing_words_out_changes_no_word(text: str, ends: list[tuple[int, int]]) -> None:
    stretches = [Stretch(start, end, "bold", "[", "]") for start, end in ends]
    shown = highlighted(text, stretches, plain=True).plain
    assert "".join(shown.replace("[", "").replace("]", "").split()) == "".join(text.split())


def test_of_stretches_that_cross_the_first_named_is_kept() -> None:
    first, second = Stretch(4, 8, "bold", "[[", "]]"), Stretch(0, 6, "bold", "[", "]")
    assert highlighted("one four six", [first, second], plain=True).plain == "one [[four]] six"


def test_a_date_too_long_for_the_margin_stands_on_a_line_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    screen = Screen()
    screen.block("2022-06", [Text("one"), Text("two")])
    screen.block("2014-06-21~/2014-06-30~", [Text("three")])
    assert capsys.readouterr().out.splitlines() == [
        "2022-06      one",
        "             two",
        "2014-06-21~/2014-06-30~",
        "             three",
    ]


COLUMNS = [Column("id", lesser=True), Column("name", leading=True), Column("n", number=True, wrap=False)]
ROWS = [[Text("pakistan-foreign-ministry"), Text("Ministry of Foreign Affairs"), Text("12")]]


def drawn(width: int) -> str:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    with console.capture() as capture:
        console.print(fitted(COLUMNS, ROWS, width))
    return capture.get()


def test_a_table_that_fits_keeps_its_columns() -> None:
    assert drawn(80).split()[:3] == ["id", "name", "n"]


def test_one_that_does_not_fit_tells_the_lesser_columns_below() -> None:
    lines = drawn(33).splitlines()
    assert lines[0].split() == ["name", "n"]
    assert "id" in lines[2]


@given(st.integers(12, 100))
def test_at_no_width_is_anything_lost(width: int) -> None:
    words = "".join(drawn(width).split())
    for told in ("Ministry", "Foreign", "12"):
        assert told in words
    assert sorted(words.replace("12", "")) == sorted(
        "idnamenMinistryofForeignAffairspakistan-foreign-ministry"
    )
    assert max(len(line.rstrip()) for line in drawn(width).splitlines()) <= width


RANGES = [
    [Text("2021-11-09/2021-12-09"), Text("../2014-06-30~"), Text("a truce kept in 2014-06-21~/2014-06-30~")]
]


@given(st.integers(62, 100))
def test_no_date_and_no_range_is_broken_over_lines(width: int) -> None:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    with console.capture() as capture:
        console.print(fitted([Column("when"), Column("until"), Column("what", leading=True)], RANGES, width))
    for date in ("2021-11-09/2021-12-09", "../2014-06-30~", "2014-06-21~/2014-06-30~"):
        assert date in capture.get()


def test_without_a_terminal_columns_are_padded_and_nothing_is_cut() -> None:
    lines = list(plain(COLUMNS, ROWS))
    assert lines[1] == "pakistan-foreign-ministry  Ministry of Foreign Affairs  12"
    assert lines[0].index("name") == lines[1].index("Ministry")


def test_one_and_many_are_told_apart() -> None:
    assert (plural(1, "copy", "copies"), plural(1200, "copy", "copies")) == ("1 copy", "1,200 copies")
