"""Whole names of places, and places that a name cannot mean by what the text tells of it."""

from __future__ import annotations

import pytest

from jirga.language import PlaceMention, analyse
from jirga.model import Document


def places(text: str) -> list[PlaceMention]:
    return list(analyse(Document("d", "h", "1", "text", text)).places)


def test_a_name_of_several_words_is_not_taken_for_its_last_word_elsewhere() -> None:
    found = places("Rebels killed nine peasants in Santo Tomas de Pata, in the department of Ayacucho, Peru.")
    assert (found[0].name, found[0].place) == ("Santo Tomas de Pata", None)
    assert {one.place.country for one in found[1:]} == {"PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Aircraft struck Shelton in Kunar province on Monday.",
        "Fighters attacked a post in Shelton village in Kunar province, Afghanistan.",
        "Fighters burned the Afghan village of Shelton.",
    ],
)
def test_a_name_told_to_lie_where_no_place_so_called_lies_stays_open(text: str) -> None:
    assert {one.name: one.place for one in places(text)}["Shelton"] is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A man was shot in London, in the province of Ontario.", "London", "CAN"),
        ("Fighters burned the village of Shelton in Nebraska.", "Shelton", "USA"),
        ("Envoys met in Rio de Janeiro.", "Rio de Janeiro", "BRA"),
        ("Police shot a man in Rio Grande do Sul on Friday.", "Rio Grande do Sul", "BRA"),
    ],
)
def test_a_name_that_fits_what_is_told_of_it_keeps_its_place(text: str, name: str, country: str) -> None:
    assert {one.name: one.place for one in places(text)}[name].country == country


def test_an_abbreviation_that_the_text_gives_a_place_means_it() -> None:
    found = places("Police in New South Wales (NSW) held two men. A farmer in NSW was shot.")
    assert [(one.name, one.place.country) for one in found] == [
        ("New South Wales", "AUS"),
        ("NSW", "AUS"),
        ("NSW", "AUS"),
    ]


def test_a_state_of_millions_needs_no_sign_that_it_is_a_place() -> None:
    assert [one.name for one in places("A New Jersey woman was killed.")] == ["New Jersey"]
