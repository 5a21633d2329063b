"""Peoples without a state: found by name, of the country in focus among theirs."""

from __future__ import annotations

import re

import pytest

from jirga.lexicon.peoples import FILE, find_peoples
from jirga.lexicon.tables import rows


@pytest.mark.parametrize(
    ("text", "focus", "country"),
    [
        ("Naga rebels", None, "IND"),
        ("the Tuaregs", "NER", "NER"),
        ("the Tuaregs", "FRA", "MLI"),
        ("Kurdish fighters", "SYR", "SYR"),
        ("Kurdish fighters", None, None),
    ],
)
def test_a_people_is_of_the_country_in_focus_else_of_its_own(
    text: str, focus: str | None, country: str | None
) -> None:
    ((_, _, people),) = find_peoples(text)
    assert people.country(focus) == country


def test_a_word_in_lower_case_is_no_people() -> None:
    assert find_peoples("a moro reflex, a shan, a wa") == []


def test_rows_are_sound() -> None:
    seen: set[str] = set()
    for row in rows(FILE):
        assert row.many("countries") and all(re.fullmatch("[A-Z]{3}", code) for code in row.many("countries"))
        assert not row["alone"] or row["alone"] in row.many("countries"), row.where
        assert not seen & set(row.many("names")), row.where
        seen |= set(row.many("names"))
