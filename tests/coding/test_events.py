"""What happened: types and modes by frame, one statement a happening, acts with their content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]

TYPES = [
    ("The gunners answered with artillery.", "ASSAULT", ()),
    ("Seven soldiers fell in combat.", "ASSAULT", ()),
    ("The rebels fell upon the convoy.", "ASSAULT", ()),
    ("A patrol boat sank the trawler.", "ASSAULT", ()),
    ("The army suspended its bombing campaign.", "ASSAULT", ()),
    ("Gunmen bundled the editor into a van.", "ASSAULT", ("abduct",)),
    ("Police bundled the editor into a van.", "COERCE", ("arrest",)),
    ("Guards clubbed the prisoners.", "ASSAULT", ("beat",)),
    ("Youths smashed the windows of the mosque.", "ASSAULT", ("destroy",)),
    ("Detectives launched a manhunt.", "COERCE", ("arrest",)),
    ("The emir has forbidden music at weddings.", "COERCE", ("restrict",)),
    ("Soldiers surrounded the village.", "COERCE", ("restrict",)),
    ("Bandits stole two hundred cows.", "COERCE", ("seize",)),
    ("The coast guard boarded the tanker.", "COERCE", ("seize",)),
    ("Pirates hijacked a tanker.", "COERCE", ("seize",)),
    ("The ministry switched the internet off.", "COERCE", ("censor",)),
    ("The army posted sentries at the bridge.", "MOBILIZE", ("troops",)),
    ("The shepherds took up arms.", "MOBILIZE", ("troops",)),
    ("The court-martial punished three sergeants.", "SANCTION", ()),
    ("Ten thousand villagers were displaced.", "SANCTION", ("expel",)),
    ("The rebels chased the villagers out of the town.", "SANCTION", ("expel",)),
    ("The garrison fled at dawn.", "RETREAT", ("withdraw",)),
    ("The militia disbanded in April.", "RETREAT", ("disarm",)),
    ("The two sides traded forty prisoners.", "RETREAT", ("release",)),
    ("The general granted the nurses safe passage.", "RETREAT", ("access",)),
    ("The president amnestied the mutineers.", "CONCEDE", ()),
    ("The rebels prolonged their truce.", "CONCEDE", ()),
    ("Peacekeepers escorted a food convoy.", "AID", ()),
    ("Nuns sheltered the family and hid the mayor.", "AID", ()),
    ("Chad participated in the talks.", "CONSULT", ()),
    ("The bishop leaned on the government.", "REQUEST", ()),
    ("The council called the shelling a massacre.", "ACCUSE", ("disapprove",)),
    ("The party disowned its founder.", "ACCUSE", ("disapprove",)),
    ("The rebels disowned the accord.", "REJECT", ("yield",)),
    ("Kenyan police raided a radio station.", "COERCE", ()),
    ("Police dispersed the demonstrators.", "ASSAULT", ("crowd-control",)),
    ("Protesters clashed with police in Nairobi.", "ASSAULT", ()),
    ("The crowd pelted soldiers with stones.", "ASSAULT", ("primitive",)),
    ("Officers ousted the government in June.", "COERCE", ("seize",)),
    ("The army allowed monitors to visit the camp.", "RETREAT", ("access",)),
    ("Kenyan troops arrived in Mogadishu.", "MOBILIZE", ("troops",)),
    ("Chad expelled the aid agency's coordinator.", "SANCTION", ("expel",)),
    ("Chad froze the accounts of two generals.", "SANCTION", ("discontinue",)),
    ("Sudan summoned the British high commissioner.", "ACCUSE", ("disapprove",)),
    ("Soldiers took away the headmen of two villages.", "COERCE", ("arrest",)),
    ("The bishop repudiated the killings.", "ACCUSE", ("disapprove",)),
    ("Japan offered its support to the president.", "SUPPORT", ()),
    ("Militants attacked a police post in the valley.", "ASSAULT", ()),
    ("Gunmen assassinated the mayor.", "ASSAULT", ("targeted",)),
    ("Rebels kidnapped four engineers.", "ASSAULT", ("abduct",)),
    ("A drone strike killed two commanders.", "ASSAULT", ("drone",)),
    ("The army shelled the port.", "ASSAULT", ("heavy-weapons",)),
    ("Helicopters rocketed the village.", "ASSAULT", ("heavy-weapons",)),
    ("Residents of the town were machinegunned by soldiers.", "ASSAULT", ("firearms",)),
    ("Rebels dynamited a power tower.", "ASSAULT", ("explosives",)),
    ("Rebels set fire to a store.", "ASSAULT", ("destroy",)),
    ("Police arrested the leader of the party.", "COERCE", ("arrest",)),
    ("The government banned the group.", "COERCE", ("restrict",)),
    ("Authorities imposed a curfew in the city.", "COERCE", ("curfew",)),
    ("Thousands of workers protested against the government.", "PROTEST", ("demo",)),
    ("Activists began a hunger strike.", "PROTEST", ("hunger",)),
    ("Farmers blocked the main highway.", "PROTEST", ("obstruct",)),
    ("The president deployed troops to the border.", "MOBILIZE", ("troops",)),
    ("The United States imposed sanctions on Iran.", "SANCTION", ("discontinue",)),
    ("Switzerland expelled two Russian diplomats.", "SANCTION", ("expel",)),
    ("The court convicted the general.", "SANCTION", ("convict",)),
    ("The rebels freed six hostages.", "RETREAT", ("release",)),
    ("Israel withdrew its troops from the town.", "RETREAT", ("withdraw",)),
    ("The minister resigned.", "RETREAT", ("resign",)),
    ("The group laid down its arms.", "RETREAT", ("disarm",)),
    ("The rebels declared a ceasefire.", "CONCEDE", ()),
    ("The government lifted the ban on the party.", "CONCEDE", ()),
    ("Both governments agreed to a truce.", "AGREE", ()),
    ("Egypt and Qatar signed a treaty.", "SUPPORT", ()),
    ("Germany sent food to Ethiopia.", "AID", ()),
    ("The two presidents met in Geneva.", "CONSULT", ()),
    ("The envoy held talks with the rebels.", "CONSULT", ()),
    ("The minister visited Kabul.", "CONSULT", ("visit",)),
    ("The opposition demanded the release of its leader.", "REQUEST", ("yield",)),
    ("Rebels accused the army of torture.", "ACCUSE", ("allege",)),
    ("France condemned the attack.", "ACCUSE", ("disapprove",)),
    ("The prosecutor opened an investigation into the killings.", "ACCUSE", ("investigate",)),
    ("The rebels rejected the offer of talks.", "REJECT", ()),
    ("The army refused to release the prisoners.", "REJECT", ("yield",)),
    ("The militants threatened to attack the capital.", "THREATEN", ("violence",)),
]


@pytest.mark.parametrize(("text", "kind", "modes"), TYPES)
def test_type_and_mode_of_a_plain_report(code: Code, text: str, kind: str, modes: tuple[str, ...]) -> None:
    first = [s for s in code(text) if s.event and s.event.type == kind and s.content_of is None]
    assert first, [(s.trigger.quote, s.event) for s in code(text)]
    assert first[0].happened
    assert set(modes) <= set(first[0].event.modes if first[0].event else ())


NO_EVENTS = [
    "The speech rocketed the party to power.",
    "The batsman attacked the bowling from the first ball.",
    "Share prices exploded on Monday.",
    "The minister attacked the budget deficit problem.",
    "The company released its annual report.",
    "The market rallied after three days of losses.",
    "He suffered a heart attack on the pitch.",
    "The film was shot in the old city.",
    "The club released a new album.",
    "The law was killed in committee, and the bill died.",
    "The talk of the town was the weather.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_metaphor_sport_and_markets_are_no_events(code: Code, text: str) -> None:
    wrong = [
        s
        for s in code(text)
        if s.kind == "event" and s.event and s.event.type in {"ASSAULT", "RETREAT", "PROTEST", "CONSULT"}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The general hails from Amarah, a city in southern Iraq.", "SUPPORT"),
        ("The command is charged with securing the capital.", "ACCUSE"),
    ],
)
def test_where_one_comes_from_and_what_one_is_charged_with_doing_are_no_events(
    code: Code, text: str, kind: str
) -> None:
    assert not [s for s in code(text) if s.event and s.event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The general hailed the deal with Iraq.", "SUPPORT"),
        ("Prosecutors charged the commander with killing two soldiers.", "ACCUSE"),
    ],
)
def test_hailing_a_deal_and_charging_with_a_crime_are_events(code: Code, text: str, kind: str) -> None:
    assert [s for s in code(text) if s.event and s.event.type == kind]


def test_means_and_outcome_are_one_happening(code: Code) -> None:
    found = [s for s in code("A suicide bombing killed nine people in Lahore.") if s.kind == "event"]
    assert len(found) == 1
    assert found[0].event is not None
    assert "suicide-attack" in found[0].event.modes


def test_two_deeds_in_a_sentence_are_two(code: Code) -> None:
    found = code("Rebels kidnapped four engineers and the army shelled the port.")
    assert sorted(s.trigger.quote for s in found if s.kind == "event") == ["kidnapped", "shelled"]


def test_what_is_demanded_is_content_of_the_demand(code: Code) -> None:
    act, content = [
        s for s in code("The opposition demanded the release of its leader.") if s.kind == "event"
    ]
    assert act.event is not None
    assert act.event.type == "REQUEST"
    assert content.content_of == act.id
    assert not content.happened


def test_what_is_threatened_is_content_of_the_threat(code: Code) -> None:
    act, content = code("The militants threatened to attack the capital.")
    assert content.content_of == act.id


def test_an_accusation_leaves_its_content_to_the_accuser(code: Code) -> None:
    found = code("Rebels accused the army of killing villagers.")
    (content,) = [s for s in found if s.trigger.quote == "killing"]
    assert content.content_of is not None


def test_what_is_condemned_is_taken_for_granted(code: Code) -> None:
    found = code("France condemned the killing of the monks.")
    (deed,) = [s for s in found if s.trigger.quote == "killing"]
    assert deed.happened


def test_totals_over_a_period_are_no_event(code: Code) -> None:
    found = code("More than 80,000 people have been killed since 2001.", "2021-06-01")
    assert {s.kind for s in found} == {"quantity"}


def test_every_statement_says_what_decided_it(code: Code) -> None:
    found = code("Militants attacked a police post and threatened to kill the governor.")
    assert found
    assert all(s.decided_by and s.coder for s in found)


TOLLS = [
    "Two Kenyans were wounded and one Somali was killed in a raid.",
    "Six Kenyans were killed and at least eight injured in a car bomb attack on Friday.",
    "A roadside bomb killed two soldiers and wounded a farmer.",
    "An airstrike killed two soldiers, wounded a farmer and destroyed a bridge.",
]


@pytest.mark.parametrize("text", TOLLS)
def test_the_dead_and_the_hurt_of_one_attack_are_one_event(code: Code, text: str) -> None:
    (event,) = [s for s in code(text) if s.kind == "event"]
    assert sorted(f.measure for f in event.figures) == ["injured", "killed"]


def test_two_tolls_with_places_or_doers_of_their_own_are_two_events(code: Code) -> None:
    for text in (
        "Rebels killed two soldiers in Kano and wounded three in Jos.",
        "Rebels killed two farmers, and soldiers wounded three.",
    ):
        assert len([s for s in code(text) if s.kind == "event"]) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "happened"),
    [
        (
            "At the NATO summit, Chad agreed to resume contacts with Sudan.",
            "summit",
            "CONSULT",
            True,
        ),
        ("The rebels said that they stopped two hundred cars to meet the drivers.", "meet", "CONSULT", False),
        (
            "The radars were there to intercept missiles fired by Iran.",
            "fired",
            "ASSAULT",
            False,
        ),
        (
            "She faced anger for failing to tackle violence against Kurdish farmers.",
            "violence",
            "ASSAULT",
            True,
        ),
        ("The council pledged to impose further sanctions on Chad.", "pledged", "THREATEN", True),
        ("The regime has used chemical weapons against the Syrian people.", "used", "ASSAULT", True),
        ("Helicopters fired on the rebels' positions.", "fired", "ASSAULT", True),
        ("Pyongyang fired three missiles into the sea.", "fired", "MOBILIZE", True),
        ("The government declined Cairo's bid.", "declined", "REJECT", True),
        ("The guerrillas occupied eight kilometres of the road.", "occupied", "COERCE", True),
        ("The armed forces defeated the Taliban in the north.", "defeated", "ASSAULT", True),
        ("He promised to release soldiers captured during the war.", "captured", "ASSAULT", True),
        ("Talks ended without agreements being reached.", "agreements", "AGREE", False),
        ("Kenya handed two suspects over to Uganda.", "handed", "COOPERATE", True),
    ],
)
def test_what_the_words_around_make_of_it(
    code: Code, text: str, trigger: str, type_: str, happened: bool
) -> None:
    (found,) = [s for s in code(text) if s.kind == "event" and s.trigger.quote == trigger]
    assert found.event is not None
    assert (found.event.type, found.happened) == (type_, happened)


@pytest.mark.parametrize(
    "text",
    [
        "Weather officials warned that a storm system could drop rain over the area.",
        "The guards of the Supreme Court tried to surprise them.",
        "Experts offered their assessments.",
        "The government expressed its condolences to the families.",
        "The president reaffirmed his confidence in the voters.",
    ],
)
def test_what_only_sounds_like_an_event_is_none(code: Code, text: str) -> None:
    assert [s for s in code(text) if s.kind == "event"] == []


def test_why_it_was_done_is_no_deed_of_its_own(code: Code) -> None:
    found = code("The pilot was hanged in retaliation for the burning of a village.")
    assert "retaliation" not in {s.trigger.quote for s in found}


def test_those_killed_are_told_once(code: Code) -> None:
    (event,) = code("Of those killed, eleven were killed in Tanzania.")
    assert event.trigger.start > 10


def test_a_murder_is_not_one_of_the_killed(code: Code) -> None:
    found = [s for s in code("The murder of another congressman shocked Peru.") if s.figures]
    assert [figure.of for s in found for figure in s.figures] == ["congressman"]


def test_what_went_before_a_deed_is_a_deed_of_its_own(code: Code) -> None:
    found = [
        s
        for s in code("The army struck Khost after gunmen killed seven soldiers in North Waziristan.")
        if s.kind == "event"
    ]
    assert [s.trigger.quote for s in found] == ["struck", "killed"]
    assert [p.mention.quote for p in found[1].actor] == ["gunmen"]


@pytest.mark.parametrize("text", ["Kyiv offered a ceasefire.", "Kyiv offered a truce; Moscow rejected it."])
def test_an_offered_truce_has_not_happened(code: Code, text: str) -> None:
    truce = next(s for s in code(text) if s.event and s.event.modes == ("ceasefire",))
    assert not truce.factuality.happened
    assert truce.content_of is not None


def test_a_broker_is_no_party_to_the_truce(code: Code) -> None:
    found = code("Sudan's army and the RSF agreed to a truce brokered by Saudi Arabia.")
    agreed = next(s for s in found if s.trigger.quote == "agreed")
    assert agreed.recipient == ()


def test_a_town_is_not_abducted(code: Code) -> None:
    (taken,) = [s for s in code("M23 rebels captured Goma in January.") if s.kind == "event"]
    assert taken.event is not None
    assert (taken.event.type, taken.event.modes) == ("COERCE", ("seize",))


def test_the_bomber_of_another_clause_is_not_the_armys_mode(code: Code) -> None:
    found = code("The army killed 14 men in a raid, a day after a suicide bomber struck a post in Bannu.")
    killed = next(s for s in found if s.event is not None and s.trigger.quote == "killed")
    assert killed.event is not None and "suicide-attack" not in killed.event.modes


def test_who_mediated_a_truce_did_not_announce_it(code: Code) -> None:
    found = code("The ceasefire, announced in June and mediated by Qatar, collapsed.")
    announced = next(s for s in found if s.event is not None and s.trigger.quote == "announced")
    assert not announced.actor


def test_what_has_a_day_is_told_in_the_present_and_not_of_every_time(code: Code) -> None:
    found = code(
        "May 2014. Gunmen enter the Girls' College in Lamitan on May 6, 2014. Nine pupils are killed."
    )
    assert all(s.happened for s in found if s.event is not None and s.when.edtf == "2014-05-06")


def test_who_died_in_a_deed_is_counted_with_it(code: Code) -> None:
    found = code(
        "The bombing of a market in Lamitan, in which about 40 people died, was condemned by the mayor."
    )
    assert [f.low for s in found if s.event is not None and s.event.type == "ASSAULT" for f in s.figures] == [
        40
    ]
