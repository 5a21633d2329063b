"""Whose deed it was: blame, claims, work, and the words that stand for a deed told of before."""

from __future__ import annotations

import hashlib

import pytest

from jirga.coding import Coder
from jirga.model import Document, Participant


def doers(text: str, *, learned: bool = False) -> list[Participant]:
    """The actors of all deeds of force in a text that nobody denies, each once."""
    name = hashlib.sha256(text.encode()).hexdigest()
    document = Document(name, name, "1", "-", text, published="1990-03-09", language="en")
    found = [
        one
        for statement in Coder(learned=learned).code(document).statements
        if statement.event and statement.event.type == "ASSAULT"
        if statement.factuality.polarity != "negated"
        for one in statement.actor
    ]
    return list({one.mention: one for one in found}.values())


BOMB = "A bomb killed nine people in Lima on Tuesday. "


@pytest.mark.parametrize(
    "text",
    [
        "According to the guerrillas, the army is responsible for the attack on the union.",
        "The attack on the bridge was the work of the army, police said.",
        "The army is guilty of the murder of six priests in the capital.",
        "The murder of six priests perpetrated in the capital on 16 November by the army caused dismay.",
    ],
)
def test_the_doer_that_the_text_itself_names(text: str) -> None:
    (one,) = doers(text)
    assert one.name.endswith("army") and one.said_by == ()


@pytest.mark.parametrize(
    "text",
    [
        "Police attributed the attack on the bus to the Shining Path.",
        BOMB + "Police blamed the Shining Path for the incident.",
        BOMB + "Police condemned the attack and blamed the Shining Path for it.",
        BOMB + "The Shining Path is being held responsible for this act.",
    ],
)
def test_the_doer_that_somebody_blames_has_that_speaker(text: str) -> None:
    (one,) = doers(text)
    assert one.entity == "shining-path"
    assert one.said_by and one.certainty == "possible"


def test_responsibility_claimed_without_naming_the_deed_is_for_the_deed_told_before() -> None:
    (one,) = doers(BOMB + "The Shining Path claimed responsibility.")
    assert one.entity == "shining-path"
    assert [speaker.entity for speaker in one.said_by] == ["shining-path"]


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "No group has claimed responsibility.",
        BOMB + "The Shining Path denied responsibility for the attack.",
        BOMB + "The ministry is responsible for security.",
        BOMB + "Talks went on in the capital. A week passed. Police blamed the Shining Path for it.",
    ],
)
def test_who_did_not_or_is_not_said_to_have_is_no_doer(text: str) -> None:
    assert not doers(text)


def test_all_who_are_blamed_together_are_doers() -> None:
    text = "The government blamed the attack on the Shining Path and the MRTA."
    assert [one.entity for one in doers(text)] == ["shining-path", "mrta"]


@pytest.mark.parametrize(
    "text",
    [
        "The Shining Path is believed to be responsible for the murder of two nuns.",
        "The attack on the bridge is thought to be the work of the Shining Path.",
    ],
)
def test_who_is_held_to_be_the_doer_is_so_with_less_certainty(text: str) -> None:
    (one,) = doers(text)
    assert (one.entity, one.certainty) == ("shining-path", "probable")


def test_a_deed_that_a_relative_clause_is_about() -> None:
    (one,) = doers("The bishop condemned an attack that police blamed on the Shining Path.")  # and not police
    assert one.entity == "shining-path" and one.said_by


@pytest.mark.parametrize(
    "text",
    [
        "The army is not guilty of the murder of two nuns.",
        "The army is not responsible for the murder of two nuns.",
        "The attack on the bridge was not the work of the army, police said.",
        "The army denied responsibility for the murder of two nuns.",
    ],
)
def test_who_did_not_do_it_is_no_doer_whatever_the_model_says(text: str) -> None:
    assert not doers(text, learned=True)


CAR = "A bomb destroyed two cars at the ministry on Tuesday. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CAR + "Nobody was hurt in this incident, for which the ELN guerrillas are held responsible.", "eln"),
        (CAR + "Police suspect the Shining Path.", "shining-path"),
        ("The FMLN has claimed credit for the murder of the mayor.", "fmln"),
        ("Police believe that the Cali Cartel was behind the murder of the judge.", "cali-cartel"),
        ("Troops foiled an attempt by the FMLN groups to kidnap the envoy.", "fmln"),
    ],
)
def test_a_band_held_to_have_done_it_is_the_doer(text: str, name: str) -> None:
    assert [one.entity for one in doers(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Police placed the responsibility for the murder of the mayor on the Shining Path.",
        BOMB + "The government put the blame for the bombing on the Shining Path.",
    ],
)
def test_a_burden_laid_on_somebody_makes_him_the_doer_by_whoever_lays_it(text: str) -> None:
    found = [one for one in doers(text) if one.entity == "shining-path"]
    assert found and all(one.said_by for one in found)


def test_a_deed_claimed_in_the_passive_is_the_claimants_own() -> None:
    (one,) = doers("The murder of the mayor was claimed by the Shining Path.")
    assert one.entity == "shining-path" and [who.entity for who in one.said_by] == ["shining-path"]


def test_a_long_name_may_stand_before_responsible() -> None:
    found = doers(
        "The president holds the Farabundo Marti National Liberation Front of El Salvador (FMLN) responsible "
        "for the murder of the mayor."
    )
    assert {one.entity for one in found} == {"fmln"} and all(one.said_by for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The attack, for which the Shining Path claimed responsibility, killed nine policemen.",
        "The attack, claimed by the Shining Path, killed nine policemen.",
        "The blast in Lima, which the Shining Path claimed, killed nine policemen.",
    ],
)
def test_a_claim_beside_the_deed_names_its_doer(text: str) -> None:
    (one,) = doers(text)
    assert one.entity == "shining-path"
    assert [s.entity for s in one.said_by] == ["shining-path"]


def test_of_two_who_claim_it_each_speaks_for_itself() -> None:
    text = "The attack, for which both the TTP and Islamic State claimed responsibility, killed 12 men."
    found = {one.entity: [s.entity for s in one.said_by] for one in doers(text)}
    assert found == {"ttp": ["ttp"], "islamic-state": ["islamic-state"]}


def test_whoever_is_accused_is_no_accuser() -> None:
    found = Coder(learned=False).code(
        Document("d", "h", "1", "-", "The BLA accuses Beijing of plundering Balochistan.", language="en")
    )
    told = [s for s in found.statements if s.event is not None and s.event.type == "ACCUSE"]
    assert [[p.entity for p in s.actor] for s in told] == [["baloch-liberation-army"]]


def test_who_denies_in_a_relative_clause_is_named_before_it() -> None:
    text = "A bomb killed nine people. Police suspect the Shining Path, which has denied involvement."
    found = Coder(learned=False).code(Document("e", "h", "1", "-", text, language="en"))
    (denial,) = [s for s in found.statements if s.factuality.polarity == "negated"]
    assert [s.entity for s in denial.said_by] == ["shining-path"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (BOMB + "The Shining Path said it was theirs.", "Shining Path"),
        (BOMB + "The Shining Path said that it was behind it.", "Shining Path"),
        (BOMB + "Officials said that the Shining Path was responsible.", "Officials"),
    ],
)
def test_whose_work_it_was_is_of_the_deed_told_before_by_whoever_says_so(text: str, by: str) -> None:
    (one,) = doers(text)
    assert one.name == "Shining Path"
    assert [speaker.name for speaker in one.said_by] == [by]


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "The Shining Path said the attack was its work.",
        BOMB + "The Shining Path owned up to the bombing.",
        BOMB + "The Shining Path admitted the bombing.",
    ],
)
def test_who_owns_a_named_deed_is_its_doer(text: str) -> None:
    assert {one.name for one in doers(text)} == {"Shining Path"}


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "The Shining Path rejected claims that it was behind the attack.",
        BOMB + "The army dismissed reports that its soldiers were behind the attack.",
        BOMB + "The Shining Path distanced itself from the attack.",
        BOMB + "The Shining Path owned up to the mistake.",
        BOMB + "The paper said the book was theirs.",
    ],
)
def test_who_refutes_it_or_owns_something_else_is_no_doer(text: str) -> None:
    assert doers(text) == []
