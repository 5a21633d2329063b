"""Whose judgement it is, where a clause's first words give it to somebody."""

from __future__ import annotations

import pytest
from coding_documents import chain


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("For the army, the raid was a success that killed forty militants.", "killed", "army"),
        ("To the generals, the ceasefire was a surrender.", "surrender", "generals"),
        ("To Islamabad registration meant he would hand over the Uzbeks.", "hand", "Islamabad"),
        ("To Kabul, the truce was a victory; to the army, it was a surrender.", "surrender", "army"),
    ],
)
def test_a_judgement_is_theirs_who_stand_first(text: str, word: str, speaker: str) -> None:
    assert chain(text, word) == [speaker]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("For the families, the release of the men came too late.", "release"),
        ("To the generals, the ceasefire was a disgrace.", "ceasefire"),
        ("For the army, it was the third attack in a week.", "attack"),
        ("For three days the army shelled the town.", "shelled"),
        ("For weeks, the truce was a dead letter after an attack.", "attack"),
    ],
)
def test_what_is_judged_or_counted_is_the_authors(text: str, word: str) -> None:
    assert chain(text, word) == []
