from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding import Coder
from jirga.model import Statement

RULES = Coder(learned=False)
BOMB = "A bomb went off in Peshawar on Monday. "


def told(text: str) -> list[Statement]:
    return [one for one in RULES.code(document(text)).statements if one.kind == "event"]


def counts(statement: Statement) -> dict[str, float | None]:
    return {one.measure: one.low for one in statement.figures}


@pytest.mark.parametrize(
    ("text", "trigger", "killed", "injured"),
    [
        ("The blast left 12 people dead and 30 wounded, police said.", "dead", 12, 30),
        ("A suicide bombing left at least 12 people dead.", "dead", 12, None),
        ("At least 12 dead in Quetta blast.", "blast", 12, None),
        ("Our team counted 33 dead after police fired on the market.", "fired", 33, None),
        ("The shelling took the lives of 14 people.", "shelling", 14, None),
    ],
)
def test_the_dead_an_attack_left_are_figures_of_the_attack(
    text: str, trigger: str, killed: float, injured: float | None
) -> None:
    (attack,) = told(text)
    assert attack.trigger.quote == trigger
    assert counts(attack).get("killed") == killed
    assert counts(attack).get("injured") == injured


@pytest.mark.parametrize(
    ("count", "speaker", "killed"),
    [
        ("Officials gave the toll as nine.", "Officials", 9),
        ("The hospital counts eleven dead.", "hospital", 11),
        ("Witnesses spoke of more than twenty dead.", "Witnesses", 20),
        ("The government put the number of dead at 36.", "government", 36),
    ],
)
def test_a_toll_after_an_attack_is_told_by_whoever_counts(count: str, speaker: str, killed: float) -> None:
    attack, toll = told(BOMB + count)
    assert attack.event is not None
    assert toll.event is not None
    assert toll.event.type == attack.event.type == "ASSAULT"
    assert counts(toll) == {"killed": killed}
    assert [one.name for one in toll.said_by] == [speaker]
    assert not toll.recipient


def test_the_dead_of_no_attack_are_no_assault() -> None:
    assert not told("Cholera broke out in Sana'a in May. The hospital counts eleven dead.")


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("The army freed 119 prisoners. By the lawyers' count, it was 107.", 107),
        ("Two hundred fighters laid down their arms, the army said. The rebels said 40.", 40),
    ],
)
def test_a_bare_number_of_another_speaker_stands_beside_the_first(text: str, rival: float) -> None:
    (deed,) = told(text)
    assert rival in [one.low for one in deed.figures]


def test_a_bare_number_is_nobody() -> None:
    (attack,) = told("The attack killed 12 and wounded 30.")
    assert not attack.actor
    assert not attack.recipient


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The toll from Monday's suicide bombing of a mosque in Peshawar rose to 92 dead.", 92, None),
        ("Police revised the number of people killed in the bombing down to 84.", 84, None),
        ("The number killed in the blast stood at 60, the rescue service said.", 60, None),
        ("The toll of the Kabul bombing rose from 27 to 34.", 34, None),
        ("The bus bombing in Karachi has 11 dead.", 11, None),
        ("The death toll in Friday's Mastung bombing has risen to 59, with more than 60 injured.", 59, 60),
        ("The clinic in Kunar had nine dead and 30 wounded after the shelling on Friday.", 9, 30),
        ("Friday's blast left 14 bodies and 30 injured.", 14, 30),
        ("Between 50 and 60 people, most of them students, were killed in the air strike.", 50, None),
    ],
)
def test_a_toll_and_the_fates_in_one_breath_are_figures_of_one_deed(
    text: str, killed: float, injured: float | None
) -> None:
    (deed,) = told(text)
    assert counts(deed).get("killed") == killed
    assert counts(deed).get("injured") == injured


def test_a_number_left_behind_is_none_of_a_lowered_toll() -> None:
    _, toll = told(BOMB + "The number of dead was lowered from 27 to 20.")
    assert [(one.low, one.high) for one in toll.figures] == [(20, 20)]
