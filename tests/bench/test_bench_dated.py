"""The dated cases: their file is what was frozen, offsets hold, and what counts as right does."""

from __future__ import annotations

import hashlib

from bench.dated import CASES, answer, load


def test_the_cases_are_those_that_were_frozen() -> None:
    page = (CASES.parent / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(CASES.read_bytes()).hexdigest() in page


def test_each_case_marks_its_mention() -> None:
    cases = list(load())
    assert len(cases) == len({case["id"] for case in cases}) == 300
    for case in cases:
        assert case["text"][case["start"] : case["end"]] == case["mention"]


def test_no_sector_is_right_where_the_case_accepts_that_it_has_none() -> None:
    text = "The United Nations urged calm."
    case = {"text": text, "start": 0, "end": 18, "country": "IGO", "published": "2022-06-04"}
    assert answer({**case, "sector": "GOV", "also_sectors": ["UNK"]}).sector
    assert not answer({**case, "sector": "GOV"}).sector


def test_a_role_of_that_day_is_right_and_one_of_another_day_is_not() -> None:
    text = "The Taliban banned the party."
    case = {"text": text, "start": 0, "end": 11, "country": "AFG", "sector": "GOV"}
    assert answer({**case, "published": "2022-06-04"}).sector
    assert not answer({**case, "published": "2020-06-04"}).sector
    assert not answer({**case, "published": "2022-06-04", "country": "PAK"}).country
    assert answer({**case, "published": "2022-06-04", "country": "PAK", "also_countries": ["AFG"]}).country
