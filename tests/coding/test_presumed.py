"""Doers of whom the text says who they are held to be: that doubt is theirs, not the deed's."""

from __future__ import annotations

import pytest
from conftest import Code

from jirga.model import Statement


def deed(code: Code, text: str) -> Statement:
    return next(one for one in code(text) if one.event and one.event.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Suspected members of the TTP killed two teachers in Swat.", "possible"),
        ("Alleged Shining Path members murdered four farmers.", "possible"),
        ("Presumed guerrillas kidnapped an engineer in Arauca.", "probable"),
        ("Two teachers were killed by suspected militants in Swat.", "possible"),
    ],
)
def test_a_doer_who_is_only_held_to_be_one_has_that_certainty(code: Code, text: str, certainty: str) -> None:
    told = deed(code, text)
    assert [one.certainty for one in told.actor] == [certainty]
    assert told.factuality.happened


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Guerrillas presumed to be members of the ELN blew up a pipeline in Arauca.", "probable"),
        ("The mayor was shot by men thought to be from the ELN.", "probable"),
        ("The guerrillas, presumably members of the ELN, blew up a pipeline in Arauca.", "probable"),
        ("Gunmen said to belong to the ELN killed the mayor.", "possible"),
    ],
)
def test_the_body_that_doers_are_held_to_be_of_is_a_doer_too(code: Code, text: str, certainty: str) -> None:
    by_entity = {one.entity: one.certainty for one in deed(code, text).actor}
    assert by_entity["eln"] == certainty


def test_what_doers_are_held_not_to_be_is_no_doer(code: Code) -> None:
    told = deed(code, "The mayor was shot by men thought to be not from the ELN but from his own party.")
    assert "eln" not in {one.entity for one in told.actor}


@pytest.mark.parametrize(
    "text",
    [
        "Members of the TTP killed two teachers in Swat.",
        "Militants killed two teachers who were suspected of spying.",
        "Armed guerrillas kidnapped an engineer in Arauca.",
    ],
)
def test_whom_nothing_makes_doubtful_is_not(code: Code, text: str) -> None:
    assert {one.certainty for one in deed(code, text).actor} == {"unstated"}


@pytest.mark.parametrize(
    "text",
    [
        "The murder of the priests may have been committed by the army.",
        "The army may have carried out the massacre of the farmers.",
        "Police said the bombing could have been perpetrated by the army.",
    ],
)
def test_whose_deed_it_may_have_been_is_open_and_the_deed_is_not(code: Code, text: str) -> None:
    told = deed(code, text)
    assert told.factuality.happened
    (one,) = told.actor
    assert (one.certainty, one.name.endswith("army")) == ("possible", True)


@pytest.mark.parametrize(
    "text",
    [
        "An attack may have been carried out by the army.",
        "The attack may be carried out by the army.",
        "The murder may not have been committed.",
    ],
)
def test_a_deed_that_may_not_be_at_all_did_not_happen(code: Code, text: str) -> None:
    assert not any(one.factuality.happened for one in code(text) if one.event and one.event.type == "ASSAULT")
