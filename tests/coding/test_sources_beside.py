"""Sources that stand beside a report, within it or behind another source."""

from __future__ import annotations

import pytest
from coding_documents import chain


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("The Tribune, quoting sources, reported that nine were killed.", "killed", ["sources", "Tribune"]),
        ("Jets bombed a school, the daily reported, citing residents.", "bombed", ["residents", "daily"]),
        (
            "An Arabic channel reported, on the word of activists, that security men had taken two men.",
            "taken",
            ["activists", "Arabic channel"],
        ),
        (
            "Witnesses quoted by Radio Dabanga said troops killed nine.",
            "killed",
            ["Witnesses", "Radio Dabanga"],
        ),
        ("The party would, on one broker's reading, accept the truce.", "accept", ["one broker"]),
        ("To hear the junta tell it, rebels burned the village.", "burned", ["junta"]),
        (
            "Some 900 people have died since 2001, according to official figures.",
            "died",
            ["official figures"],
        ),
        ("The insurgency has claimed thousands of lives since 2007.", "claimed", []),
        ("The captain, to hear him tell it, apologised to a widow.", "apologised", ["captain"]),
        ("Gunmen believed to be from the TTP shot an elder.", "shot", []),
        ("The story goes that the general shot the messenger.", "shot", ["unnamed"]),
        (
            "According to the daily El Tiempo, a priest says that gunmen fired.",
            "fired",
            ["priest", "El Tiempo"],
        ),
        ("The general, who analysts say ordered the raid, was away.", "ordered", ["analysts"]),
        ("In his version, the officer fired in the air.", "fired", ["he"]),
        ("Survivors recall seeing soldiers shoot old men.", "shoot", ["Survivors"]),
        ("On account of the rain the army withdrew.", "withdrew", []),
        ("Rebel fighters, the governor told the radio, took the town.", "took", ["governor"]),
        ("Kabul shelters nobody, the Taliban answer.", "shelters", ["Taliban"]),
        ("Guerrillas boast of having shot down two helicopters.", "shot", ["Guerrillas"]),
        ("The police version is that the students attacked the patrol.", "attacked", ["police"]),
        ("Yerevan takes the position that the villages were burned.", "burned", ["Yerevan"]),
        ("The accord provides that both armies withdraw.", "withdraw", ["accord"]),
        ("The army will leave provided that the rebels release the hostages.", "release", []),
        ("Moscow has denied Kyiv's claims that its troops shelled the plant.", "shelled", ["Moscow"]),
        ("Footage appeared to show soldiers shooting the men.", "shooting", ["Footage"]),
        ("The colonel, asked whether his men had killed the boy, shrugged.", "killed", ["unnamed"]),
        ("The colonel asked whether his men had killed the boy.", "killed", ["colonel"]),
    ],
)
def test_the_chain_holds_each_source_once_nearest_first(text: str, word: str, speakers: list[str]) -> None:
    assert chain(text, word) == speakers


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Soldiers fired first, they say.", "fired", ["they"]),
        ("Villagers met the envoy. Soldiers fired first, they say.", "fired", ["Villagers"]),
        ("The two sides will meet in Doha, they said.", "meet", ["two sides"]),
        ("The parties met in Doha, they said in a statement.", "met", ["parties"]),
    ],
)
def test_they_who_speak_are_not_those_told_of(text: str, word: str, speakers: list[str]) -> None:
    assert chain(text, word) == speakers


def test_bodies_are_speakers_of_a_transcript_but_no_entries_of_a_form() -> None:
    text = "Ministry of Defence: Our forces held the town.\nGeneral Staff: Troops shelled Kherson."
    assert chain(text, "held") == ["Ministry of Defence"]
    assert chain(text, "shelled") == ["General Staff"]
    assert chain("Party: PPP\nProvince: Sindh\nOrganisation: United Nations", "Province") == []


def test_he_in_a_quote_is_not_who_is_quoted() -> None:
    text = "“My brother was there,” Ahmad Khan said. “He says that they killed nine men.”"
    assert chain(text, "killed") == ["He", "Ahmad Khan"]
