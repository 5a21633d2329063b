"""Headlines, which leave out articles and auxiliaries and put capitals on words: invented ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.language import analyse
from jirga.language.capitals import title_case, with_colons
from jirga.model import Document, Statement

Code = Callable[..., tuple[Statement, ...]]


def event(code: Code, text: str) -> Statement:
    return next(s for s in code(text) if s.kind == "event" and s.event and s.event.type == "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan soldier killed in raid near Garissa",
        "Blast kills policeman in Garissa",
        "Soldier Dies in Ambush",
    ],
)
def test_a_victim_without_an_article_is_one(code: Code, text: str) -> None:
    assert [(f.measure, f.low) for f in event(code, text).figures] == [("killed", 1)]


def test_capitals_on_every_word_are_undone() -> None:
    assert title_case("Gunmen Kill Seven Traders, Burn Houses in Garissa")
    assert not title_case("Gunmen kill seven traders in Garissa")
    assert not title_case("President Uhuru Kenyatta Visited Garissa County.")


def test_troops_who_kill_a_number_did_it_once(code: Code) -> None:
    assert event(code, "Troops kill seven rebels in Garissa battle").happened


def test_who_signs_a_headline_takes_no_part(code: Code) -> None:
    one = event(code, "Three Kenyan soldiers killed in raid - ministry")
    assert not one.actor and len(one.recipient) == 1


def test_a_quarter_of_the_sky_is_no_state_of_america() -> None:
    found = analyse(Document("d", "h", "1", "text", "Bandits kill five loggers in NE Kenya")).places
    assert {one.place.country for one in found if one.place} == {"KEN"}


@pytest.mark.parametrize(
    ("words", "edtf"), [("past week", "2022-06-01/2022-06-08"), ("past 24 hours", "2022-06-07/2022-06-08")]
)
def test_the_past_week_ends_on_the_day(words: str, edtf: str) -> None:
    text = f"Four traders were killed in the {words}."
    found = analyse(Document("d", "h", "1", "text", text, published="2022-06-08")).times
    assert [one.edtf for one in found] == [edtf]


@pytest.mark.parametrize("dash", ["-", "–", "--"])
def test_who_signs_a_headline_behind_a_dash_says_it(code: Code, dash: str) -> None:
    one = event(code, f"Two herders killed in attack by militants {dash} residents")
    assert [who.name for who in one.said_by] == ["residents"]
    assert [who.name for who in one.actor] == ["militants"]


def test_what_stands_before_a_headlines_dash_is_no_part_of_a_name(code: Code) -> None:
    one = event(code, "Garissa under siege - gunmen kill 30 herders")
    assert [who.name for who in one.actor] == ["gunmen"]
    assert not one.said_by


def test_a_dash_within_a_sentence_signs_nothing(code: Code) -> None:
    assert not event(code, "A herder was killed in Garissa - the third this week.").said_by
    assert with_colons(["north", "-", "east"], [True, False, True]) == ["north", "-", "east"]
    assert with_colons(["raid", "-", "army"], [True, True, False]) == ["raid", ":", "army"]


@pytest.mark.parametrize("reported", ["reported", "feared", "confirmed"])
def test_whoever_is_reported_killed_is_the_victim(code: Code, reported: str) -> None:
    one = event(code, f"Five soldiers {reported} killed in Garissa")
    assert not one.actor
    assert [who.name for who in one.recipient] == ["Five soldiers"]
    assert [(f.measure, f.low) for f in one.figures] == [("killed", 5)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gunmen raid villages after Kenyan offensive: residents", "residents"),
        ("Soldiers Kill Militant Commander, 15 Other Fighters - Official", "Official"),
        ("Four Herders Killed, Market, Houses Razed By Militants - Garissa Residents", "Garissa Residents"),
    ],
)
def test_who_signs_is_named_for_himself(code: Code, text: str, speaker: str) -> None:
    found = [one for one in code(text) if one.kind == "event" and one.said_by]
    assert {one.said_by[0].name for one in found} == {speaker}
    assert speaker not in {who.name for one in found for who in one.actor}
