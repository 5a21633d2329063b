"""Which words make a cue, and what hedges and quoted cues hand over."""

from __future__ import annotations

import pytest

from jirga.coding.attribution import Attribution, attributions, speakers_of
from jirga.language import Analysis, analyse
from jirga.model import Document


def read(text: str) -> tuple[Analysis, tuple[Attribution, ...]]:
    analysis = analyse(Document("d", "h", "1", "test", text, language="en"))
    return analysis, attributions(analysis)


def cues(text: str) -> list[str]:
    found = read(text)[1]
    return [one.speaker.cue.quote for one in found if one.speaker.cue is not None]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The general said: “We left the valley before dawn.”", "said:"),
        ("The rain stopped.\n\nMr Orlan continued:\n\n“We left the valley before dawn.”", "continued:"),
        ("The truce was, as the envoy put it, a broken bridge.", "put it"),
        ("The ministry made it clear that the talks had failed.", "made it clear"),
        ("The envoy expressed regret over the raid.", "expressed regret over"),
        ("The envoy voiced support for the truce.", "voiced support for"),
        ("The envoy said later that the truce held.", "said later"),
        ("The ministry was asked about the raid on the camp.", "was asked about"),
    ],
)
def test_a_cue_runs_as_far_as_what_leads_to_its_content(text: str, cue: str) -> None:
    assert cue in cues(text)


def test_what_only_seems_so_is_nobodys_and_joins_no_chain() -> None:
    analysis, found = read("The talks in Doha seem to have collapsed.")
    (seeming,) = [one for one in found if analysis.doc[one.cue_head or 0].lemma_ == "seem"]
    assert seeming.source_head is None and not seeming.voices
    collapsed = next(t.i for t in analysis.doc if t.text == "collapsed")
    assert speakers_of(found, 0, 1, collapsed) == ()


def test_a_short_question_between_paired_single_marks_is_its_askers() -> None:
    _, found = read("''Can we win here?'' Mr. Khan asked.")
    assert [one.speaker.mention.quote for one in found if one.speaker.mention] == ["Mr. Khan"]


def test_a_joined_verb_of_saying_is_his_whose_verb_is_of_its_form() -> None:
    text = "Ann Li said the plan would fail and called it a farce."
    analysis, found = read(text)
    called = next(one for one in found if analysis.doc[one.cue_head or 0].text == "called")
    assert called.parent is None
    assert called.speaker.name == "Ann Li"


def test_a_persons_words_stand_behind_the_name_and_a_colon() -> None:
    _, found = read(
        "The raid did not surprise the diplomat Daron Shaw: “The rebels had warned of it for weeks.”"
    )
    assert [one.speaker.name for one in found if one.kind == "quote"] == ["Daron Shaw"]


def test_a_quoted_cue_holds_nothing_outside_its_quote() -> None:
    text = "Asked whether soldiers had fired, the minister said: “I hope not. I hope not.”"
    analysis, found = read(text)
    opened = text.index("“")
    hopes = [one for one in found if analysis.doc[one.cue_head or 0].text == "hope"]
    assert all(start >= opened for one in hopes for start, _ in one.parts)


def test_no_two_attributions_are_nested_in_each_other() -> None:
    _, found = read(
        "He called the governor a “serial liar.” Ann Li said Khan “says whatever he needs to say.”"
    )
    for index, one in enumerate(found):
        assert one.parent is None or found[one.parent].parent != index


def test_what_somebody_was_asked_is_a_question() -> None:
    analysis, found = read("Asked if she believed the army wanted a truce, Khan said she was not sure.")
    asked = next(one for one in found if analysis.doc[one.cue_head or 0].text == "Asked")
    assert asked.commitment.modality == "questioned"
    wanted = next(t.i for t in analysis.doc if t.text == "wanted")
    assert wanted in asked.tokens
