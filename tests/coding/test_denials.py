"""Denials that only point back: what is denied, by whom, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def denied(statements: tuple[Statement, ...]) -> list[Statement]:
    return [
        one
        for one in statements
        if one.factuality.polarity == "negated" and any(by.startswith("denial:") for by in one.decided_by)
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "speaker"),
    [
        (
            "Soldiers said that four captives had been released. The information minister denied it.",
            "it",
            "RETREAT",
            "information minister",
        ),
        (
            "Witnesses accused troops of shelling the town. A spokesman dismissed the allegations.",
            "allegations",
            "ASSAULT",
            "spokesman",
        ),
        (
            "The navy shelled the port, fishermen said; the admiral disputed that.",
            "that",
            "ASSAULT",
            "admiral",
        ),
        (
            "An officer said that rebels had abducted nine men. The rebels rejected the claim.",
            "claim",
            "ASSAULT",
            "rebels",
        ),
    ],
)
def test_a_denial_that_points_back_denies_the_deed_told_last(
    code: Code, text: str, trigger: str, type_: str, speaker: str
) -> None:
    (one,) = denied(code(text))
    assert one.trigger.quote == trigger
    assert one.event is not None and one.event.type == type_
    assert [by.name for by in one.said_by] == [speaker]
    assert one.factuality.modality == "asserted"


def test_who_denies_responsibility_denies_having_done_it(code: Code) -> None:
    (one,) = denied(code("Gunmen attacked the courts. The TTP denied responsibility."))
    assert [party.entity for party in one.actor] == ["ttp"]
    assert one.recipient


def test_who_distances_himself_from_a_deed_denies_having_done_it(code: Code) -> None:
    (one,) = denied(code("Gunmen attacked the courts. The TTP distanced itself from the attack."))
    assert [party.entity for party in one.actor] == ["ttp"]


def test_what_is_denied_keeps_whom_when_and_where(code: Code) -> None:
    told = code("Jets bombed a clinic in Kunduz on 3 October 2015, doctors said. The army denied it.")
    (one,) = denied(told)
    deed = next(s for s in told if s.trigger.quote == "bombed")
    assert (one.recipient, one.when, one.where) == (deed.recipient, deed.when, deed.where)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels bombed the bridge. The minister did not deny it.",
        "Rebels bombed the bridge. The minister neither confirmed nor denied it.",
        "Rebels bombed the bridge. No spokesman could deny it.",
        "The rebels offered to release her. The minister rejected it.",
        "The minister denied it.",
        "Rebels bombed the bridge. The court dismissed the charge of theft.",
        "He denied them a visa. The army freed nine men.",
    ],
)
def test_what_is_no_denial_of_a_deed_told_before(code: Code, text: str) -> None:
    assert not denied(code(text))


def test_a_deed_of_another_paragraph_is_not_what_is_denied(code: Code) -> None:
    fair = "The fair opened on Monday."
    far = f"Rebels bombed the bridge.\n\n{fair}\n\nAsked about his salary, the minister denied it."
    assert not denied(code(far))


def test_a_name_with_an_article_is_joined_to_the_government_and_not_to_its_country(code: Code) -> None:
    (one, *_) = code("The government of Colombia and the National Liberation Army agreed on a truce.")
    assert {party.entity for party in one.actor} == {"colombia-government", "eln"}
    (one, *_) = code("The government of Serbia and Montenegro condemned the attack.")
    assert len(one.actor) == 1


def test_a_presence_that_is_denied_is_no_deed(code: Code) -> None:
    assert not denied(
        code("Its troops have fought since the war began, a presence that both governments denied.")
    )


def test_who_is_blamed_for_what_stands_before_may_deny_it(code: Code) -> None:
    text = "Gunmen killed the minister in Karachi. The government blames Mehsud. "
    text += "His spokesman denies any involvement."
    (one,) = denied(code(text))
    assert (one.trigger.quote, one.event and one.event.type) == ("involvement", "ASSAULT")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers killed twelve villagers in Bara on Friday, a charge the army denies.", "charge"),
        ("The rebels say soldiers killed twelve villagers, a claim the army has rejected.", "claim"),
    ],
)
def test_what_a_sentence_calls_a_charge_at_its_end_is_denied_beside_it(
    code: Code, text: str, word: str
) -> None:
    told = {s.trigger.quote: s for s in code(text)}
    assert told["killed"].happened
    assert "army" not in [one.name for one in told["killed"].said_by]
    assert told[word].factuality.polarity == "negated"
    assert [one.name for one in told[word].said_by] == ["army"]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban denied any role in the bombing.",
        "The Taliban have denied involvement in Monday's bombing in Kabul.",
        "The Taliban denied responsibility for the bombing.",
    ],
)
def test_who_denies_a_part_in_a_named_deed_denies_having_done_it(code: Code, text: str) -> None:
    (denial,) = denied(code(text))
    assert denial.trigger.quote == "bombing"
    assert [p.entity for p in denial.actor] == ["afghan-taliban"]
    assert [one.name for one in denial.said_by] == ["Taliban"]


def test_the_deed_itself_stands_in_the_document_s_voice(code: Code) -> None:
    found = code("The Taliban denied any role in Monday's bombing in Kabul.")
    (told,) = [s for s in found if s.factuality.happened]
    assert told.trigger.quote == "bombing"
    assert told.said_by == ()
