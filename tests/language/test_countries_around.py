"""Of which country somebody is whom only the words around them tell."""

from __future__ import annotations

import pytest

from jirga.coding import Coder
from jirga.language import analyse
from jirga.language.belonging import is_from_elsewhere
from jirga.language.parse import parse
from jirga.model import Document


def _document(text: str) -> Document:
    return Document(id="d", text_hash="d", text_version="1", source="d.txt", text=text, language="en")


AROUND = [
    # a pronoun nobody is known for
    ("Mali is at war. On Monday they shelled Gao again.", "they", "MLI"),
    # several persons are at home where two governments are not
    ("The FARC on Thursday released three deputies.", "three deputies", "COL"),
    # a body with a state's name in another's division
    ("Pupils were freed, the Niger State governor declared.", "the Niger State governor", "NGA"),
    # whom the NER takes for a person is a land where it has bishops
    ("The bishops of Guerrero met the capos.", "the capos", "MEX"),
    # somebody named whom no lexicon has
    (
        "Mamadbokir Sharipov, once a border officer, was shot near his house in Khorog.",
        "Mamadbokir Sharipov",
        "TJK",
    ),
    ("Police in Dhaka fired as Jamaat-e-Islami called a strike.", "Jamaat-e-Islami", "BGD"),
    # who is of somebody whose country only the text tells, is of it too
    ("The Maute group let five teachers of Dansalan College go in Marawi.", "five teachers", "PHL"),
    # a state that only demands something weighs less than those at home
    (
        "In Bogotá the ELN bombed a school, and President Iván Duque demanded that Cuba hand over envoys. "
        "The rebels kept silent; Havana said little.",
        "The rebels",
        "COL",
    ),
    # where bodies of the world have their seats they only meet
    ("They met in Geneva twice. Police in Kandy said that the talks in Geneva had failed.", "Police", "LKA"),
    # the foreign minister is none from abroad
    ("Gunmen shot at the convoy in Kabul. The foreign minister was unhurt.", "The foreign minister", "AFG"),
    ("Ten peacekeepers were killed in Haskanita, in Sudan.", "Ten peacekeepers", "UNO"),
    # an acronym or name that two bodies share is that of the country the text is about
    ("Delhi fell quiet. Congress on Monday called a strike in Mumbai.", "Congress", "IND"),
]


@pytest.mark.parametrize(("text", "name", "country"), AROUND)
def test_the_surroundings_tell_the_country(text: str, name: str, country: str) -> None:
    assert next(m.country for m in analyse(_document(text)).mentions if m.name == name) == country


def test_a_surname_is_that_of_the_only_one_known_where_the_text_speaks_of_his_country() -> None:
    text = "Russia and Ukraine, and France and Germany, met; Poroshenko signed for the fourth time."
    assert "petro-poroshenko" in {m.entity for m in analyse(_document(text)).mentions}


def test_the_government_is_not_that_of_another_state_named_before() -> None:
    text = "Men of the Sinaloa Cartel fired in Culiacán. Washington asked for him. The government agreed."
    mentions = analyse(_document(text)).mentions
    assert next(m.country for m in mentions if m.name == "The government") == "MEX"


def test_a_sea_puts_nobody_into_a_country() -> None:
    mentions = analyse(_document("Rebels shelled the port on the Black Sea; the crews fled.")).mentions
    assert {m.country for m in mentions} == {None}


def test_an_unknown_body_may_be_a_company_or_a_charity() -> None:
    mentions = analyse(_document("Acme Holdings sued the army in Colombo.")).mentions
    assert [m.country for m in mentions if m.name == "Acme Holdings"] == [None]


def test_two_ministers_may_be_of_one_country_each() -> None:
    mentions = analyse(_document("The two ministers met. Kenya was not among those invited.")).mentions
    assert next(m.country for m in mentions if m.name == "The two ministers") is None


def test_a_labour_congress_is_no_parliament() -> None:
    mentions = analyse(_document("The Nigeria Labour Congress struck in Ibadan on Tuesday.")).mentions
    assert {m.country for m in mentions if "Congress" in m.name} == {"NGA"}


def test_whom_no_lexicon_knows_is_of_the_country_that_the_text_is_about() -> None:
    (strike,) = [
        s
        for s in Coder().code(_document("Crane drivers went on strike in Colombo on Monday.")).statements
        if s.event is not None and s.actor
    ]
    assert [p.country for p in strike.actor] == ["LKA"]


@pytest.mark.parametrize(
    ("phrase", "elsewhere"),
    [("foreign monitors", True), ("the donors", True), ("West African leaders", True), ("villagers", False)],
)
def test_who_is_from_elsewhere_by_name(phrase: str, elsewhere: bool) -> None:
    assert is_from_elsewhere(parse(phrase)[:]) is elsewhere
