"""Names that only their preposition tells to be places."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.model import Document


def places(text: str) -> list[str]:
    document = Document(id="", text_hash="", text_version="", source="t", text=text, language="en")
    return [one.name for one in analyse(document).places]


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit the refinery at Yazgul.",
        "Rebels blew up a bus outside Yazgul.",
        "The company withdrew its staff from Yazgul.",
        "The army lifted the siege of Yazgul.",
        "The withdrawal of Eritrean troops from Yazgul has begun.",
        "The company withdrew all its staff from Yazgul.",
    ],
)
def test_a_name_after_a_preposition_of_place_is_a_place(text: str) -> None:
    assert places(text) == ["Yazgul"]


@pytest.mark.parametrize(
    "text",
    [
        "She studied law at Yazgul University.",
        "The letter from Yazgul moved him.",
        "They read about it in the new Yazgul paper.",
        "He was elected to the seat in Parliament.",
    ],
)
def test_a_name_of_somebody_or_something_else_is_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops entered the Yazgul Governorate.", "Yazgul Governorate"),
        ("Gunmen raided Yazgul village at night.", "Yazgul"),
        ("A priest was shot in eastern Yazgul.", "Yazgul"),
    ],
)
def test_a_name_with_a_word_for_a_kind_of_place_is_a_place(text: str, name: str) -> None:
    assert places(text) == [name]


def test_an_illness_is_not_the_place_it_is_called_after() -> None:
    assert "Marburg" not in places("Three nurses died of Marburg virus in Luanda.")


def test_two_known_names_between_which_something_lies_are_places() -> None:
    assert places("Villages between Estelí and Jinotega were burned.") == ["Estelí", "Jinotega"]
    assert "Hassan" not in places("Talks between Kabir and Hassan failed.")
