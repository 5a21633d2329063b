"""Who did it, to whom: through passives, clauses and coordination."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.coding.slots import phrase
from jirga.language.parse import parse
from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]

ROLES = [
    ("The Pakistani army attacked the Taliban.", "attacked", {"PAK"}, {"AFG"}),
    ("Israeli soldiers were killed by Syrian troops.", "killed", {"SYR"}, {"ISR"}),
    ("Turkey, which borders Syria, attacked Greece.", "attacked", {"TUR"}, {"GRC"}),
    ("Indian troops killed by Chinese soldiers were buried on Monday.", "killed", {"CHN"}, {"IND"}),
    ("Kenyan soldiers came under attack near the border.", "attack", set(), {"KEN"}),
    ("A Kenyan patrol came under fire from Somali militants.", "fire", {"SOM"}, {"KEN"}),
    ("France condemned Russia's invasion of Georgia.", "invasion", {"RUS"}, {"GEO"}),
    ("The killing of Kenyan soldiers by Somali militants was condemned.", "killing", {"SOM"}, {"KEN"}),
    ("Iran launched an attack on Iraq.", "attack", {"IRN"}, {"IRQ"}),
    ("Ethiopia and Kenya attacked Somalia.", "attacked", {"ETH", "KEN"}, {"SOM"}),
    ("Turkey urged Syria to release the prisoners.", "urged", {"TUR"}, {"SYR"}),
    ("Chad demanded that Sudan withdraw its troops.", "demanded", {"TCD"}, {"SDN"}),
    ("The Kenyan soldiers' slaying was condemned.", "slaying", set(), {"KEN"}),
    ("Japan accused China of threatening Vietnam.", "accused", {"JPN"}, {"CHN"}),
    ("Peru rejected calls by Chile for an election.", "rejected", {"PER"}, {"CHL"}),
    ("Thousands of Kenyans protested against Uganda.", "protested", {"KEN"}, {"UGA"}),
    ("In a letter to Chad, France condemned Sudan.", "condemned", {"FRA"}, {"SDN"}),
    ("Kenya extradited two men to Uganda.", "extradited", {"KEN"}, {"UGA"}),
    ("World leaders denounced North Korea.", "denounced", {None}, {"PRK"}),
    ("Serbia lifted a curfew in Montenegro.", "lifted", {"SRB"}, {"MNE"}),
]


@pytest.mark.parametrize(("text", "trigger", "actor", "recipient"), ROLES)
def test_countries_of_actor_and_recipient(
    code: Code, text: str, trigger: str, actor: set[str | None], recipient: set[str]
) -> None:
    (statement,) = [s for s in code(text) if s.trigger.quote == trigger and s.kind == "event"]
    assert {p.country for p in statement.actor} == actor
    assert {p.country for p in statement.recipient} == recipient


def test_all_parties_of_a_meeting_are_actors(code: Code) -> None:
    (statement,) = code("The Egyptian president met the Ethiopian prime minister in Geneva.")
    assert {p.country for p in statement.actor} == {"EGY", "ETH"}
    assert statement.recipient == ()


def test_an_agentless_passive_has_no_actor(code: Code) -> None:
    (statement,) = [s for s in code("Four Kenyan soldiers were killed on Monday.") if s.kind == "event"]
    assert statement.actor == ()
    assert [p.country for p in statement.recipient] == ["KEN"]


def test_who_is_blamed_is_so_by_the_one_who_blames(code: Code) -> None:
    found = code("A bomb killed nine people in Peshawar. Police blamed the TTP for the attack.")
    blamed = [p for s in found for p in s.actor if p.entity == "ttp" and p.said_by]
    assert blamed
    assert "olice" in blamed[0].said_by[0].name


BESIDE = [
    ("Four Kenyan policemen were wounded when Somali rebels attacked them.", {"SOM"}, {"KEN"}),
    ("Six Chadian rebels were wounded during a clash with Sudanese soldiers.", {"SDN"}, {"TCD"}),
    ("There was a clash in which Kenyan soldiers killed two Somalis.", {"KEN"}, {"SOM"}),
]


@pytest.mark.parametrize(("text", "actor", "recipient"), BESIDE)
def test_who_did_the_harm_is_told_beside_it(
    code: Code, text: str, actor: set[str], recipient: set[str]
) -> None:
    (statement,) = [s for s in code(text) if s.kind == "event"]
    assert {p.country for p in statement.actor} == actor
    assert {p.country for p in statement.recipient} == recipient


def test_where_a_condemned_attack_was_is_nobody_condemned(code: Code) -> None:
    for found in code("France condemned the attacks in Baghdad and Najaf."):
        assert found.recipient == ()


def test_nobody_stands_on_both_sides(code: Code) -> None:
    for text, *_ in ROLES:
        for statement in code(text):
            assert not {p.mention for p in statement.actor} & {p.mention for p in statement.recipient}


def test_a_participant_is_named_and_stands_as_on_the_day_of_the_event(code: Code) -> None:
    text = (
        "The Afghan Taliban attacked Kandahar on 3 May 2019. The Afghan Taliban arrested him on 3 May 2022."
    )
    before, after = [s for s in code(text, "2022-06-01") if s.kind == "event"]
    assert (before.actor[0].entity, before.actor[0].sector) == ("afghan-taliban", "REB")
    assert (after.actor[0].entity, after.actor[0].sector) == ("afghan-taliban", "GOV")
    assert before.actor[0].name == after.actor[0].name


SIDES = [
    ("Two men were held after his arrest by Kenyan police.", "arrest", "KEN"),
    ("An attack carried out by Syrian soldiers shocked the city.", "attack", "SYR"),
    ("The town was targeted by Israeli air strikes.", "targeted", "ISR"),
    ("Villagers fled from Burmese troops.", "fled", "MMR"),
]


@pytest.mark.parametrize(("text", "trigger", "actor"), SIDES)
def test_who_did_it_is_found_beside_the_noun_and_the_participle(
    code: Code, text: str, trigger: str, actor: str
) -> None:
    (statement,) = [s for s in code(text) if s.trigger.quote == trigger]
    assert [p.country for p in statement.actor] == [actor]


def test_the_arrested_are_not_who_arrests(code: Code) -> None:
    (statement,) = [s for s in code("The bombers' arrest surprised the town.") if s.trigger.quote == "arrest"]
    assert statement.actor == ()
    assert [p.name for p in statement.recipient] == ["The bombers"]


@pytest.mark.parametrize("text", ["Kenya urged Rabat to talk.", "Kenya appealed to Rabat for help."])
def test_a_capital_spoken_to_is_its_government(code: Code, text: str) -> None:
    (asked,) = [s for s in code(text) if s.event is not None and s.event.type == "REQUEST" and s.happened]
    assert [(p.entity, p.country, p.sector) for p in asked.recipient] == [
        ("morocco-government", "MAR", "GOV")
    ]


def test_a_capital_that_is_shelled_is_a_city(code: Code) -> None:
    (shelled,) = [s for s in code("Rebels shelled Rabat on Monday.") if s.event is not None]
    assert [(p.country, p.sector) for p in shelled.recipient] == [("MAR", None)]


def test_a_place_that_opens_a_sentence_did_nothing(code: Code) -> None:
    for found in code(
        "Near Ar Raqqah, five strikes hit two units and destroyed a loader, a tank and a tunnel."
    ):
        assert found.actor == ()


def test_a_document_that_speaks_of_itself_is_we(code: Code) -> None:
    (found,) = [
        s for s in code("We condemn the attack on the bakers of Tolm.") if s.trigger.quote == "condemn"
    ]
    assert [p.name for p in found.actor] == ["We"]


def test_victims_are_not_who_did_it(code: Code) -> None:
    (found,) = [s for s in code("Two peasants were killed when they set off a mine.") if s.kind == "event"]
    assert found.actor == ()


def test_a_source_beside_its_words_is_nobody_to_whom_it_was_done(code: Code) -> None:
    found = code("Twelve Arab nations voted for a force, according to diplomatic sources in Riyadh.")
    (vote,) = [s for s in found if s.trigger.quote == "voted"]
    assert "diplomatic sources" not in [one.mention.quote for one in vote.recipient]
    assert [one.name for one in vote.said_by] == ["diplomatic sources"]


@pytest.mark.parametrize(
    "text",
    [
        "An attack on a military convoy in North Waziristan killed nine soldiers.",
        "A bomb attack on a packed mosque in Peshawar killed at least 11 people.",
        "The bombing of the court killed eleven lawyers.",
    ],
)
def test_what_was_attacked_did_not_kill(code: Code, text: str) -> None:
    found = [s for s in code(text) if s.kind == "event" and s.trigger.quote == "killed"]
    assert all(not s.actor for s in found)


def test_whose_attack_it_was_killed(code: Code) -> None:
    (killed,) = [s for s in code("A Taliban attack on a convoy killed nine soldiers.") if s.actor]
    assert killed.actor[0].entity is not None


def test_certain_men_are_no_total(code: Code) -> None:
    (captured,) = code("The two men were captured last year by the police in Karachi.")
    assert captured.kind == "event"


def test_troops_of_two_nations_are_two_parties_however_the_first_is_tagged(code: Code) -> None:
    (deed,) = [s for s in code("Rwandan and Mozambican soldiers freed two nurses.") if s.kind == "event"]
    assert [(one.country, one.entity) for one in deed.actor] == [
        ("RWA", "rwanda-military"),
        ("MOZ", "mozambique-military"),
    ]
    (deed,) = [s for s in code("Thai and Cambodian troops clashed.") if s.kind == "event"]
    assert {one.country for one in deed.actor} == {"THA", "KHM"}


def test_a_date_before_a_name_is_no_part_of_it() -> None:
    text = "On 26 April Totalia withdrew all its staff."
    name = next(token for token in parse(text) if token.text == "Totalia")
    start, end = phrase(name)
    assert text[start:end] == "Totalia"


def test_who_was_killed_along_with_somebody_was_killed_too(code: Code) -> None:
    found = code("Ten rebels were killed along with three of their guides in an attack by the army.")
    [one] = [s for s in found if s.trigger.quote == "killed"]
    assert len(one.recipient) == 2


def test_how_far_off_it_was_is_nobody(code: Code) -> None:
    found = code(
        "Troops captured five suspected rebels on Jolo, about 940 kilometers (580 miles) south of Manila."
    )
    assert not any("Manila" in p.name for s in found for p in s.recipient)


def test_a_name_in_marks_keeps_both_of_them(code: Code) -> None:
    found = code('The army said eleven "bandits" were killed near the bridge.')
    assert [p.name for s in found for p in s.recipient] == ['eleven "bandits"']


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kenyan raids in which ten traders were killed shook Uganda.", "KEN"),
        ("The attack by Kenyan rebels in which five teachers were killed was condemned.", "KEN"),
        ("The raids by Kenyan soldiers in which two policemen were killed were condemned.", None),
        ("The clash in which five soldiers were killed was condemned.", None),
    ],
)
def test_what_was_done_in_somebodys_attack_he_did(code: Code, text: str, doer: str | None) -> None:
    (statement,) = [s for s in code(text) if s.trigger.quote == "killed"]
    assert {one.country for one in statement.actor} == ({doer} if doer else set())
