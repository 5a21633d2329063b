"""Free indirect speech: sentences with no cue of their own that somebody is still saying."""

from __future__ import annotations

import pytest
from coding_documents import chain


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("The governor said that rebels had taken the town. They had killed nine.", "killed", "governor"),
        ("Villagers said soldiers had come at dawn. They had shot nine men.", "shot", "Villagers"),
        ("Rebels had left, the mayor said. They would return and burn it.", "return", "mayor"),
        ("The junta insisted it was winning. Rebels had been routed.", "routed", "junta"),
        ("The envoy denied that his men had been there. They had killed nobody.", "killed", "envoy"),
    ],
)
def test_a_report_goes_on_in_the_tense_of_reported_words(text: str, word: str, speaker: str) -> None:
    assert chain(text, word) == [speaker]


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("The delegation protested. The other side had released nobody.", "released", "delegation"),
        ("The general was unrepentant. His men had killed no civilians.", "killed", "general"),
        ("The general denied any wrongdoing. His men had killed no civilians.", "killed", "general"),
        ("Kabul rejected the accusation. Pakistan had bombed its villages.", "bombed", "Kabul"),
        ("An adviser begged to differ. Aircraft had killed forty guests.", "killed", "adviser"),
        ("The elders complained to the envoy. Soldiers had killed nine.", "killed", "elders"),
        (
            "The Rangers' chief rejected the claim. Workers had fired first.",
            "fired",
            "Rangers' chief",
        ),
        ("The minister took exception: his men had killed nobody.", "killed", "minister"),
        ("Officials tell another story. Troops shelled the town.", "shelled", "officials"),
        ("Officials tell a different story. Troops shelled the town.", "shelled", "officials"),
    ],
)
def test_who_speaks_up_says_what_follows(text: str, word: str, speaker: str) -> None:
    assert [one.lower() for one in chain(text, word)] == [speaker.lower()]


def test_what_goes_on_is_asserted_even_after_a_denial() -> None:
    assert chain("The envoy denied it. His men had killed nobody. They would kill nobody.", "kill") == [
        "envoy"
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army said that it had killed nine. The group had broken its truce in November.", "broken"),
        ("Police said a bomb had gone off. The market had been shelled three days ago.", "shelled"),
        ("The army said that it killed nine. The group had attacked a post.", "attacked"),
        ("The army said it had taken the town. It had in fact lost it.", "lost"),
        ("The residents fled. The army had shelled the town.", "shelled"),
        ("Thousands protested in Lahore. The police had arrested their leader.", "arrested"),
        ("The minister resigned. The rebels had taken the port.", "taken"),
        ("The mayor said rebels had left.\nThe army had shelled the town.", "shelled"),
        ("Police tell stories. Troops shelled the town.", "shelled"),
    ],
)
def test_the_authors_own_past_is_nobodys(text: str, word: str) -> None:
    assert chain(text, word) == []


def test_the_next_speaker_ends_it() -> None:
    text = "The mayor said rebels had left. Police said they had killed nine. They had burned a shop."
    assert chain(text, "killed") == ["Police"]
    assert chain(text, "burned") == ["Police"]
