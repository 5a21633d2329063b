"""Values as a person writes them: read, located in the text, and every mistake told at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

import sample_record as made
from jirga.errors import MistakesError
from jirga.model import Statement
from jirga.review.parties import Passage
from jirga.review.spans import nearest, places
from jirga.review.values import changes
from jirga.store import edited

TEXTS = {one.id: one.text for one in made.DOCUMENTS}


def told(statement: Statement, *settings: str) -> dict[str, Any]:
    passage = Passage(statement, TEXTS[statement.document], "2022-06-03")
    return {name: json.loads(value) for name, value in changes(settings, passage)}


def becomes(statement: Statement, *settings: str) -> Statement:
    passage = Passage(statement, TEXTS[statement.document], "2022-06-03")
    return edited(statement, changes(settings, passage))


def quotes(values: list[dict[str, Any]]) -> list[str]:
    return [one["mention"]["quote"] for one in values]


def test_a_type_is_spelled_as_the_record_spells_it() -> None:
    assert told(made.ATTACK, "type=retreat") == {"type": "RETREAT"}
    assert told(made.LEADS, "type=MEMBER_OF") == {"type": "member_of"}


def test_modes_are_those_of_the_type_old_or_new() -> None:
    assert told(made.ATTACK, "modes=aerial, drone") == {"modes": ["aerial", "drone"]}
    assert told(made.ATTACK, "type=RETREAT", "modes=release")["modes"] == ["release"]
    with pytest.raises(MistakesError, match="'aerial' is no mode of RETREAT"):
        told(made.ATTACK, "type=RETREAT", "modes=aerial")


def test_somebody_the_lexicon_knows_comes_with_what_it_knows_of_that_day() -> None:
    (actor,) = told(made.ATTACK, "actor=ttp@gunmen")["actor"]
    assert (actor["entity"], actor["country"], actor["sector"]) == ("ttp", "PAK", "REB")
    assert actor["mention"]["quote"] == "gunmen"


def test_a_state_is_its_government() -> None:
    (actor,) = told(made.RELEASE, "actor=Pakistan")["actor"]
    assert (actor["entity"], actor["sector"]) == ("pakistan-government", "GOV")


def test_somebody_the_lexicon_does_not_know_has_the_sector_of_the_noun() -> None:
    (actor,) = told(made.ATTACK, "actor=soldiers")["actor"]
    assert (actor["entity"], actor["country"], actor["sector"]) == (None, None, "MIL")
    assert actor["mention"]["quote"] == "soldiers"


def test_evidence_is_the_words_named_else_the_name_else_what_stood_there_else_the_trigger() -> None:
    found = told(made.ATTACK, "actor=ttp@gunmen; a convoy; Islamic State; Boko Haram")["actor"]
    assert quotes(found) == ["gunmen", "a convoy", "attacked", "attacked"]
    assert quotes(told(made.ATTACK, "actor=Islamic State")["actor"]) == ["gunmen"]


def test_an_empty_value_is_unknown() -> None:
    it = becomes(made.RELEASE, "actor=", "recipient=", "when=unknown", "where=", "said_by=", "figures=")
    assert (it.actor, it.recipient, it.when.edtf, it.when.basis) == ((), (), None, "unknown")
    assert (it.where.name, it.said_by, it.figures) == (None, (), ())


def test_a_date_has_its_bounds_and_its_basis() -> None:
    when = told(made.RELEASE, "when=2022-06-01/2022-06-02@Thursday")["when"]
    assert (when["start"], when["end"], when["basis"]) == ("2022-06-01", "2022-06-02", "resolved")
    assert told(made.MEETING, "when=2022-06-04@June 2022")["when"]["basis"] == "stated"
    assert told(made.UNDATED, "when=2022")["when"]["basis"] == "narrative"


def test_a_place_is_looked_up_in_its_country() -> None:
    where = told(made.RELEASE, "where=Kabul, AFG")["where"]
    assert (where["country"], where["lat"] is not None) == ("AFG", True)
    assert told(made.ATTACK, "where=AFG")["where"]["precision"] == "country"
    unknown = told(made.ATTACK, "where=Checkpost Nine")["where"]
    assert (unknown["name"], unknown["precision"], unknown["lat"]) == ("Checkpost Nine", "unknown", None)


def test_figures_keep_the_speakers_of_their_measure_in_order() -> None:
    found = becomes(made.ATTACK, "figures=killed 10 soldiers; killed 14..; injured ~20..30").figures
    assert [(one.measure, one.low, one.high, one.approximate) for one in found] == [
        ("killed", 10, 10, False),
        ("killed", 14, None, False),
        ("injured", 20, 30, True),
    ]
    assert [[one.name for one in it.said_by] for it in found] == [["Police"], ["a TTP statement"], []]
    assert found[0].mention.quote == "nine soldiers"


def test_a_figure_without_a_number_is_an_unstated_one() -> None:
    (figure,) = becomes(made.ATTACK, "figures=killed").figures
    assert (figure.low, figure.high) == (None, None)


def test_a_speaker_keeps_the_cue_that_stood_there() -> None:
    (speaker,) = becomes(made.RELEASE, "said_by=the minister").said_by
    assert speaker.cue is not None and speaker.cue.quote == "said"
    assert speaker.mention is not None and speaker.mention.quote == "the minister"


def test_factuality_is_said_in_its_own_words() -> None:
    assert told(made.ATTACK, "factuality=negated, wished historical") == {
        "polarity": "negated",
        "modality": "wished",
        "historical": True,
    }
    assert told(made.ATTACK, "certainty=possible", "historical=no") == {
        "certainty": "possible",
        "historical": False,
    }


def test_bounds_belong_to_relations() -> None:
    it = becomes(made.LEADS, "since=2018-06", "until=2022")
    assert it.relation is not None and (it.relation.since, it.relation.until) == ("2018-06", "2022")
    with pytest.raises(MistakesError, match="only relations"):
        told(made.ATTACK, "since=2018")


def test_all_mistakes_are_told_at_once_each_with_what_is_right() -> None:
    wrong = ["type=WAR", "actor=ttp@nobody", "when=yesterday", "where=Khost, XYZ", "figures=dead 9"]
    wrong += ["figures=killed 9..3", "polarity=no", "historical=maybe", "factuality=sure", "mood=x", "type"]
    with pytest.raises(MistakesError) as caught:
        told(made.ATTACK, *wrong)
    assert len(caught.value.mistakes) == len(wrong)
    lines = caught.value.line()
    for words in ("'WAR' is no type", "“nobody” does not stand", "2022-06-02", "three letters", "measures:"):
        assert words in lines
    assert "Next: correct this" in lines


def test_nothing_set_is_a_mistake() -> None:
    with pytest.raises(MistakesError, match="nothing is set"):
        told(made.ATTACK)


def test_a_quantity_has_no_type_of_its_own() -> None:
    with pytest.raises(MistakesError, match="set its figures"):
        told(made.YEAR, "type=ASSAULT")


def test_every_span_of_a_changed_statement_is_the_text_at_its_offsets() -> None:
    it = becomes(
        made.ATTACK, "actor=ttp; police", "where=Kabul", "when=2022", "figures=killed 3", "said_by=Dawn"
    )
    text = TEXTS[it.document]
    spans = [one.mention for one in (*it.actor, *it.figures, *it.said_by, it.when, it.where)]
    assert all(one is not None and text[one.start : one.end] == one.quote for one in spans)


def test_words_are_found_whatever_white_space_parts_them() -> None:
    text = "He said\n  that they\tmet. The men met."
    assert [one.quote for one in places(text, "said that they met")] == ["said\n  that they\tmet"]
    assert list(places(text, " ")) == []
    assert nearest(text, "met", 100) == list(places(text, "met"))[1]
    assert nearest("there he is", "he", 0, whole=True) == list(places("there he is", "he"))[1]
