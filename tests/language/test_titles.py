"""Of whose body somebody is who is named behind it: "UN envoy Jan Molin" is the UN's wherever he goes."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.language.owners import above_states
from jirga.model import Document

WHOSE = [
    ("Hamas official Mahmoud Karim said Israel bombed Gaza.", "Mahmoud Karim", "PSE"),
    ("EU foreign policy chief Ida Karlsson urged Serbia to withdraw.", "Ida Karlsson", "EUR"),
    ("Arab League Secretary General Karim Hadid met rebels in Damascus.", "Karim Hadid", "IGO"),
    ("Human Rights Watch researcher Ida Karlsson urged Kenya to free them.", "Ida Karlsson", "NGO"),
    ("Kenyan minister Ida Mwangi met the rebels in Oslo.", "Ida Mwangi", "KEN"),
]


def _document(text: str) -> Document:
    return Document(id="d", text_hash="d", text_version="1", source="d.txt", text=text, language="en")


@pytest.mark.parametrize(("text", "name", "country"), WHOSE)
def test_a_person_is_of_the_body_named_in_the_title(text: str, name: str, country: str) -> None:
    mentions = analyse(_document(text)).mentions
    assert next(m.country for m in mentions if m.name == name) == country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Association of African Jurists", "NGO"),
        ("International Federation of Journalists", "NGO"),
        ("Kenyan Lawyers' Association", None),
        ("African Development Bank", None),
    ],
)
def test_a_body_that_people_of_many_countries_found_is_of_none(name: str, code: str | None) -> None:
    assert above_states(name) == code


def test_a_rank_of_two_words_is_no_part_of_a_name() -> None:
    mentions = analyse(_document("Field Marshal Haftar's forces shelled Tripoli.")).mentions
    assert ("Haftar", "khalifa-haftar") in {(m.name, m.entity) for m in mentions}


def test_troops_of_a_state_are_its_own_wherever_they_stand() -> None:
    mentions = analyse(_document("Turkey said its troops would stay in Cyprus.")).mentions
    assert next(m.country for m in mentions if m.name == "its troops") == "TUR"
