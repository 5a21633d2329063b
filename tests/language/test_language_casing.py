"""Which words are written with a capital, where the text is all in capitals."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.language.capitals import with_case
from jirga.language.casing import Casing, casing
from jirga.language.parse import pipeline
from jirga.model import Document


def cased(text: str) -> str:
    return " ".join(with_case(text.split(), casing(pipeline())))


@pytest.mark.parametrize(
    "names", ["JOSE GARCIA", "MARIA ELENA DIAZ", "LUIS LOPEZ", "SAN MIGUEL", "MEDELLIN", "LIMA", "CARLOS"]
)
def test_names_that_the_model_knows_in_lower_case_too_keep_their_capitals(names: str) -> None:
    assert cased(f"THE MAYOR MET {names}") == f"The mayor met {names.title()}"


@pytest.mark.parametrize(
    "common",
    [
        "BOMBS AND DYNAMITE WERE STOLEN",
        "PEASANTS DENIED THAT VIOLENCE TOOK PLACE",
        "THE PEACE AGREEMENT WAS BROUGHT BY EVERYBODY",
        "GUERRILLAS STRAFED PYLONS",  # no words of the model's: known by their base forms
    ],
)
def test_common_words_lose_them(common: str) -> None:
    assert cased(common) == common.capitalize()


def test_a_word_written_either_way_has_a_capital_beside_a_name_alone() -> None:
    known = Casing(frozenset({"the", "angel", "saw"}), frozenset({"angel"}))
    assert with_case(["THE", "ANGEL", "SAW", "ANGEL", "RAMIREZ"], known) == [
        "The",
        "angel",
        "saw",
        "Angel",
        "Ramirez",
    ]


def test_whole_names_are_mentions_in_a_text_in_capitals() -> None:
    text = "JUDGE MARIA ELENA DIAZ WAS KILLED IN MEDELLIN YESTERDAY, ACCORDING TO POLICE REPORTS."
    analysis = analyse(Document("x", "x", "1", "-", text, language="en"))
    assert "MARIA ELENA DIAZ" in [one.name for one in analysis.mentions if one.entity_kind == "person"]
    assert "MEDELLIN" in [one.name for one in analysis.places]
