"""A user's own lexicon: its rows go before ours, and all its mistakes are told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.errors import MistakesError, UsageError
from jirga.lexicon.entities import entities, using
from jirga.lexicon.own import OwnLexicon, read_own

HEADER = "id\tkind\tname\tnames\tsurnames\tcountry\tsector\tsince\tuntil\toffice\tpart_of\n"
ROWS = (
    "river-guard\tgroup\tRiver Guard\tRG Front|Guard of the River\t\tMLI\tREB\t2019\t\t\t\n"
    "oda-tell\tperson\tOda Tell\t\tTell\tMLI\tREB\t2019\t2021-05\tcommander\triver-guard\n"
    "oda-tell\t\t\t\t\tMLI\tGOV\t2021-06\t\tminister of works\tmali-government\n"
    "ttp\t\t\tthe Northern Outfit\t\t\t\t\t\t\t\n"
)


def own(folder: Path, text: str) -> OwnLexicon:
    file = folder / "ours.tsv"
    file.write_text(text, encoding="utf-8")
    return read_own(file)


def mistakes(folder: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(MistakesError) as caught:
        own(folder, text)
    return caught.value.mistakes


def test_own_entities_are_found_and_stand_by_date(tmp_path: Path) -> None:
    with using(own(tmp_path, HEADER + ROWS)):
        known = entities()
        assert [m.ids for m in known.find("RG Front and Guard of the River")] == [("river-guard",)] * 2
        assert known.standing("oda-tell", "2020-01-01").part_of == "river-guard"
        assert known.standing("oda-tell", "2022-01-01").sector == "GOV"
        assert known.standing("oda-tell").name == "Oda Tell"
    assert "river-guard" not in entities()


def test_a_row_with_names_alone_adds_them_to_a_known_entity(tmp_path: Path) -> None:
    before = entities().standing("ttp", "2020-01-01")
    with using(own(tmp_path, HEADER + ROWS)):
        (match,) = entities().find("The Northern Outfit denied it")
        assert match.ids == ("ttp",)
        assert entities().standing("ttp", "2020-01-01") == before


def test_what_a_user_says_of_a_known_entity_goes_first_within_its_dates(tmp_path: Path) -> None:
    text = HEADER + "ttp\t\t\t\t\tAFG\tUAF\t2030\t2031\t\t\n"
    with using(own(tmp_path, text)):
        assert entities().standing("ttp", "2030-06-01").country == "AFG"
        assert entities().standing("ttp", "2020-06-01").country == "PAK"


def test_an_own_name_stands_for_its_entity_before_ours(tmp_path: Path) -> None:
    text = "id\tkind\tname\tcountry\tsector\nrebel-hamas\tgroup\tHamas\tNGA\tREB\n"
    with using(own(tmp_path, text)):
        (match,) = entities().find("Hamas said")
        assert match.ids[0] == "rebel-hamas"


def test_all_mistakes_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    wrong = (
        HEADER
        + "River Guard\tgroup\tRiver Guard\n"
        + "river-guard\tgruop\tRiver Guard\t\tGuard\tMALI\tREBEL\t2019-13\t\t\tnowhere\n"
        + "\n# a remark\n"
        + "new-one\n"
        + "hamas\tperson\t\t\t\t\t\t2021\t2019\n"
        + "too\tgroup\tToo\t\t\t\t\t\t\t\t\t\tmany\n"
    )
    told = mistakes(tmp_path, wrong.replace("too\tgroup\tToo\t\t\t\t\t\t\t\t\t\tmany\n", ""))
    assert [one.split(":")[0] for one in told] == ["line 2"] + ["line 3"] * 6 + ["line 6"] * 2 + [
        "line 7"
    ] * 2
    assert "did you mean group?" in told[1]
    assert "since 2021 is after until 2019" in told[-1]
    assert any("13 fields" in one for one in mistakes(tmp_path, wrong))


def test_the_lines_of_the_error_name_the_file_and_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(MistakesError) as caught:
        own(tmp_path, "id\tname\tsektor\na b\tName\t\n")
    lines = caught.value.line().splitlines()
    assert len(lines) == 2
    assert all("ours.tsv" in line for line in lines)
    assert "did you mean sector?" in lines[0]
    assert "Next:" in lines[-1]


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "no header"), ("id\tname\n", "no row"), ("name\nx\n", "no column id"), ("id\tid\na\tb\n", "twice")],
)
def test_a_table_of_no_shape_is_a_mistake(tmp_path: Path, text: str, told: str) -> None:
    assert told in mistakes(tmp_path, text)[0]


def test_a_row_that_stands_twice_is_a_mistake(tmp_path: Path) -> None:
    row = "river-guard\tgroup\tRiver Guard\n"
    assert mistakes(tmp_path, HEADER + row + row) == ("line 3: the same as line 2",)


def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_own(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes(b"id\tname\nx\tCaf\xe9\n")
    with pytest.raises(UsageError, match="line 2 is not UTF-8"):
        read_own(tmp_path / "latin.tsv")


def test_a_spreadsheet_s_mark_and_line_ends_make_no_difference(tmp_path: Path) -> None:
    plain = own(tmp_path, "id\tkind\tname\na\tgroup\tAbc\n")
    (tmp_path / "bom.tsv").write_bytes(b"\xef\xbb\xbfid\tkind\tname\r\na\tgroup\tAbc\r\n")
    other = read_own(tmp_path / "bom.tsv")
    assert [row.fields for row in plain.rows] == [row.fields for row in other.rows]
    assert plain != other  # another file is another lexicon: its readings have other ids
