"""Slips in forenames: suggested where one letter is off, never for another name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.lexicon.entities import entities
from jirga.lexicon.slips import slips_of


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Imram Khan", "imran-khan"),
        ("Irman Khan", "imran-khan"),
        ("Shehbaaz Sharif", "shehbaz-sharif"),
        ("Benazr Bhutto", "benazir-bhutto"),
        ("Pervex Musharraf", "pervez-musharraf"),
    ],
)
def test_one_letter_off_in_a_forename_is_a_slip(name: str, known: str) -> None:
    assert known in slips_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "Imran Khan",
        "Shahbaz Sharif",
        "Khan",
        "Imran Khen",
        "Ilham Khan",
        "Asad Khan",
        "Imram Ahmed Khan",
        "",
    ],
)
def test_the_name_itself_another_name_and_less_than_a_name_are_none(name: str) -> None:
    assert "imran-khan" not in slips_of(name)
    assert "shehbaz-sharif" not in slips_of(name)


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for_and_only_known_people_are_answered(name: str) -> None:
    assert all(entities().standing(id_).kind == "person" for id_ in slips_of(name))
