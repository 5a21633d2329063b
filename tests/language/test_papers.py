"""The country that a title or a paper's name tells, and when it is asked for."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.language.papers import only_country, told_beside
from jirga.model import Document


def text(words: str, title: str | None = None, publisher: str | None = None) -> Document:
    return Document("d", "h", "1", "text", words, title=title, publisher=publisher)


def country(document: Document, name: str) -> str | None:
    return next(one.country for one in analyse(document).mentions if one.name == name)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Gusau Courier", "NGA"),
        ("Kabul Gazette", "AFG"),
        ("Bandits strike again in Zamfara", "NGA"),
        ("Russia and Ukraine trade prisoners", None),
        ("Harbour Live", None),
        ("United Nations Bulletin", None),
        ("", None),
    ],
)
def test_a_few_words_tell_a_country_where_they_name_only_one(words: str, code: str | None) -> None:
    assert only_country(words) == code


def test_the_title_goes_before_the_paper() -> None:
    assert told_beside(text("", "Truce in Mali", "Kabul Gazette")) == "MLI"


@pytest.mark.parametrize("paper", ["The Washington Post", "London Daily News", None])
def test_the_world_s_papers_tell_nothing(paper: str | None) -> None:
    assert told_beside(text("", publisher=paper)) is None


def test_a_text_that_names_no_country_is_of_its_paper_s() -> None:
    words = "Soldiers freed nine pupils at dawn."
    assert country(text(words, publisher="Gusau Courier"), "Soldiers") == "NGA"
    assert country(text(words), "Soldiers") is None


def test_a_text_that_names_a_country_is_not_asked_for_its_paper() -> None:
    words = "In Mali the soldiers freed nine pupils at dawn."
    assert country(text(words, publisher="Gusau Courier"), "the soldiers") == "MLI"
