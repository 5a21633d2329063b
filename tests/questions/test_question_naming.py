from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.questions.naming import called, is_pronoun


@pytest.mark.parametrize(
    "name",
    [
        "TTP",
        "Tehreek-e-Labbaik Pakistan",
        "Abu Musab al-Barnawi",
        "Ministry of Foreign Affairs",
        "Islamabad",
        "M23",
    ],
)
def test_a_name_is_a_name(name: str) -> None:
    assert called([name]) == ((name,), ())


@pytest.mark.parametrize(
    "words",
    [
        "the group",
        "The militants",
        "its fighters",
        "Police",
        "TTP commanders",
        "Both the TTP and the Army",
        "he himself",
    ],
)
def test_a_description_is_no_name(words: str) -> None:
    assert called([words]) == ((), (words,))


@pytest.mark.parametrize("word", ["it", "They", "His", "whom", "Both", "its"])
def test_a_pronoun_is_neither(word: str) -> None:
    assert called([word]) == ((), ())


def test_a_name_stands_once_whatever_its_article_and_case_ending() -> None:
    assert called(["The TTP", "TTP", "the TTP's", "the TTP’s"]) == (("TTP",), ())
    assert called(["the troops", "The troops"]) == ((), ("the troops",))


@given(st.lists(st.text(alphabet="The itsTTPof and's’ ", max_size=12), max_size=6))
def test_nothing_is_called_anything_blank_or_twice(mentions: list[str]) -> None:
    names, descriptions = called(mentions)
    assert all(one.strip() for one in (*names, *descriptions))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("words", ["its", "He", "They "])
def test_a_pronoun_names_nobody(words: str) -> None:
    assert is_pronoun(words)
    assert not is_pronoun("the group")
