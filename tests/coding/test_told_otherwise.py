"""What was kept short of, put off, told wrongly or called another thing did not happen; nor is it lost."""

from __future__ import annotations

import pytest
from conftest import Code


def stances(code: Code, text: str, trigger: str) -> set[tuple[str, str]]:
    found = [s.factuality for s in code(text) if s.kind == "event" and s.trigger.quote == trigger]
    assert found, [(s.trigger.quote, s.event) for s in code(text)]
    return {(one.polarity, one.modality) for one in found}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The soldiers stopped just short of storming Tarnow.", "storming"),
        ("The bishops fell short of condemning the raid on Tarnow.", "condemning"),
        ("The rebels had nothing to do with burning a bus.", "burning"),
        ("The grenade narrowly missed killing the mayor.", "killing"),
        ("The villagers falsely claimed to have ambushed the soldiers.", "ambushed"),
        ("The minister was told in error that rebels had ambushed the soldiers.", "ambushed"),
        ("Gorna called claims that it shelled a camp at Tarnow absurd.", "shelled"),
        ("The minister denied reports of the shelling of Tarnow by the army.", "shelling"),
        ("The shelling of the island that the radio announced never took place.", "shelling"),
        ("The deportation of the villagers was halted by a court before it began.", "deportation"),
        ("What looked like soldiers shooting a mayor was a film crew.", "shooting"),
        ("The massacre of villagers at Tarnow was a hoax.", "massacre"),
        ("The shooting of a mayor in Orsk was a rehearsal.", "shooting"),
        ("The villagers were not, the coroner found, killed by the soldiers.", "killed"),
    ],
)
def test_what_was_not_as_it_was_told_is_denied(code: Code, text: str, trigger: str) -> None:
    assert stances(code, text, trigger) == {("negated", "asserted")}


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "modality"),
    [
        ("A police raid on Tarnow was in the offing.", "raid", "affirmed", "intended"),
        ("A strike by the nurses' union is on the cards.", "strike", "affirmed", "intended"),
        ("The talks with the rebels are off.", "talks", "negated", "intended"),
        ("A would-be exchange of prisoners at Tarnow fell apart.", "exchange", "affirmed", "intended"),
        ("The rebel made to shoot the minister.", "shoot", "affirmed", "intended"),
        ("That the soldiers massacred villagers is far from proven.", "massacred", "unknown", "possible"),
        ("Nowhere does the letter say that soldiers shelled Tarnow.", "shelled", "unknown", "possible"),
    ],
)
def test_what_is_still_ahead_or_open_is_told_so(
    code: Code, text: str, trigger: str, polarity: str, modality: str
) -> None:
    assert stances(code, text, trigger) == {(polarity, modality)}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The soldiers did not stop short of shelling Tarnow.", "shelling"),
        ("The massacre of villagers at Tarnow was not a hoax.", "massacre"),
        ("That the soldiers massacred villagers is not in doubt.", "massacred"),
        ("It was a mistake to invade Orsk.", "invade"),
        ("The attack on the army base at Tarnow was claimed by no one.", "attack"),
        ("The navy regrets that its gunboats shelled Tarnow.", "shelled"),
    ],
)
def test_what_such_words_only_seem_to_take_back_happened(code: Code, text: str, trigger: str) -> None:
    assert stances(code, text, trigger) == {("affirmed", "asserted")}


def test_a_deed_regretted_is_no_content_of_the_regret(code: Code) -> None:
    (deed,) = [s for s in code("The navy regrets that its gunboats shelled Tarnow.") if s.code == "ASSAULT"]
    assert deed.content_of is None
