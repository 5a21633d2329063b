"""Reports that close their sentence, and speakers that the parse takes for something else."""

from __future__ import annotations

import pytest

from jirga.coding.attribution import Attribution, attributions, speakers_of
from jirga.language import Analysis, analyse
from jirga.model import Document


def read(text: str) -> tuple[Analysis, tuple[Attribution, ...]]:
    analysis = analyse(Document("d", "h", "1", "test", text, language="en"))
    return analysis, attributions(analysis)


def said(text: str) -> list[tuple[str, str]]:
    """Who says something in a text and by what cue; a source's name is in the text's words."""
    return [
        (one.speaker.mention.quote, one.speaker.cue.quote)
        for one in read(text)[1]
        if one.speaker.mention is not None and one.speaker.cue is not None
    ]


def chain(text: str, word: str) -> list[str]:
    analysis, found = read(text)
    token = next(t.i for t in analysis.doc if t.text == word)
    return [one.name for one in speakers_of(found, 0, 1, token)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Gunmen firing from two trucks and a taxi that sped through the district shot and killed nine "
            "people, Duarte told reporters.",
            "Duarte",
        ),
        (
            "Suspected members of an armed band shot to death at least nine people and seriously wounded a "
            "girl in attacks on Wednesday in the northern oil town of Barranca, authorities said.",
            "authorities",
        ),
        (
            "Eight men were killed in public by the fighters in Tal Rifat on Saturday, a monk, who asked "
            "not to be named, told Radio Zarga.",
            "a monk, who asked not to be named",
        ),
    ],
)
def test_a_verb_that_closes_its_sentence_says_what_stands_before_it(text: str, source: str) -> None:
    assert source in [who for who, _ in said(text)]
    assert chain(text, "killed" if "killed" in text else "wounded") != []


@pytest.mark.parametrize(
    "text",
    [
        "He met the elders, drank tea and said nothing.",
        "No date was given for the signature, which Mr Santos once promised for March.",
        "The accord was never broken, a fact its authors repeat at reunions.",
        "The minister called it historic, and the interpreters asked for more water.",
    ],
)
def test_what_only_follows_a_comma_reports_nothing(text: str) -> None:
    assert all(one.content[0] > 0 for one in read(text)[1])


def test_who_speaks_after_a_quote_is_no_object_of_the_verb() -> None:
    text = "“Soldiers have been called and they joined the patrols along with police,” added the source."
    assert ("the source", "added") in said(text)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "The minister let it be known that the state had agreed on a truce.",
            "The minister",
            "let it be known",
        ),
        ("The movement made it known that it would give up its arms.", "The movement", "made it known"),
    ],
)
def test_whoever_makes_a_thing_known_says_it(text: str, source: str, cue: str) -> None:
    assert (source, cue) in said(text)


def test_who_goes_on_saying_is_whoever_began_and_no_doer_between() -> None:
    text = "The chiefs said that clashes took place near Perquin and admitted that two soldiers were killed."
    assert chain(text, "killed") == ["chiefs"]


def test_a_source_set_off_at_the_end_tells_the_report_before_it() -> None:
    text = "The lawsuit alleges that the colonel was responsible for the killings, according to Radio Zarga."
    assert chain(text, "responsible") == ["lawsuit", "Radio Zarga"]


def test_a_hedge_stops_at_the_clauses_its_clause_takes_for_granted() -> None:
    text = "The army allegedly broke the law during the clashes that erupted last month."
    assert chain(text, "broke") == ["unnamed"]
    assert chain(text, "erupted") == []


def test_what_is_told_of_who_is_thought_something_is_not_thought() -> None:
    text = "The gunman, who was killed at the scene, was thought to be a student."
    assert chain(text, "killed") == []


def test_who_is_charged_is_charged_by_somebody_unnamed() -> None:
    assert chain("A man has been charged with the murder of two drivers.", "murder") == ["unnamed"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("His side will attend no further round in the capital, one mother sighs.", "one mother"),
        ("Shopkeepers will go on paying protection money all the same, the guild predicts.", "guild"),
    ],
)
def test_a_verb_taken_for_the_last_noun_still_reports(text: str, source: str) -> None:
    assert source in {who.removeprefix("the ") for who, _ in said(text)}


def test_a_name_that_ends_like_a_verb_reports_nothing() -> None:
    assert said("The rite was attended by envoys of Norway, the United States, France and Italy.") == []


def test_a_quote_that_opened_in_another_paragraph_ends_at_its_mark() -> None:
    text = 'One night the cops raided this house where I had been working a lot," she said.'
    assert ("she", "said") in said(text)
    assert chain(text, "raided") == ["she"]


def test_what_a_relative_clause_adds_to_a_content_is_the_speakers() -> None:
    text = "The report said that the raid hit the town, where other towers were blown up that morning."
    assert chain(text, "blown") == ["report"]
