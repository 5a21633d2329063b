from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.coding.roles_held import role_of
from jirga.language import Analysis, analyse
from jirga.model import RELATION_TYPES, Document, Statement

Code = Callable[..., tuple[Statement, ...]]


def read(text: str) -> Analysis:
    return analyse(Document("d", "h", "1", "test", text, language="en"))


def told(code: Code, text: str, published: str | None = "2022-06-12") -> list[Statement]:
    return [s for s in code(text, published) if s.kind == "relation"]


def ends(found: list[Statement]) -> list[tuple[str, str, str]]:
    """Type and the ends of each relation, by the text's last words for them."""
    return [
        (
            s.relation.type if s.relation else "",
            " ".join(p.mention.quote.split()[-1] for p in s.actor),
            " ".join(p.mention.quote.split()[-1] for p in s.recipient),
        )
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noor Wali Mehsud, the leader of the TTP, spoke.", ("leads", "Mehsud", "TTP")),
        ("Noor Wali Mehsud leads the TTP.", ("leads", "Mehsud", "TTP")),
        ("TTP chief Noor Wali Mehsud spoke.", ("leads", "Mehsud", "TTP")),
        ("Naim Qassem, Hezbollah's secretary-general, spoke.", ("leads", "Qassem", "Hezbollah")),
        ("The leader of the TTP, Noor Wali Mehsud, will be arrested.", ("leads", "Mehsud", "TTP")),
        ("It was the work of a cell led by Hakimullah Mehsud.", ("leads", "Mehsud", "cell")),
        ("Mufti Noor Wali, a TTP commander, spoke.", ("member_of", "Wali", "TTP")),
        ("Jamaat-ul-Ahrar, a splinter group of the TTP, spoke.", ("splinter_of", "Jamaat-ul-Ahrar", "TTP")),
        ("Jamaat-ul-Ahrar, an offshoot of the TTP, spoke.", ("splinter_of", "Jamaat-ul-Ahrar", "TTP")),
        ("The Mohmand chapter of the TTP claimed the raid.", ("part_of", "chapter", "TTP")),
        ("The Haqqani network is allied with the Taliban.", ("ally_of", "network", "Taliban")),
        ("The al-Qaeda-linked group claimed the raid.", ("ally_of", "group", "al-Qaeda")),
        ("Eritrea has fought alongside the Ethiopian army for years.", ("ally_of", "Eritrea", "army")),
        ("Afghanistan has sheltered the TTP for years.", ("shelters", "Afghanistan", "TTP")),
        ("Kabul gave sanctuary to the TTP.", ("shelters", "Kabul", "TTP")),
        ("The TTP enjoys sanctuary in Afghanistan.", ("shelters", "Afghanistan", "TTP")),
        ("Hezbollah is funded by Iran.", ("funds", "Iran", "Hezbollah")),
        ("Iran backs the Houthis.", ("supports", "Iran", "Houthis")),
        ("The Iran-backed militia spoke.", ("supports", "Iran", "militia")),
        ("Iran's support for the Houthis is no secret.", ("supports", "Iran", "Houthis")),
        ("The army's war on the Houthis goes on.", ("fights", "army", "Houthis")),
        ("The coalition is working to defeat ISIL.", ("fights", "coalition", "ISIL")),
        ("The TTP, which Washington lists as a terrorist group, spoke.", ("banned_by", "TTP", "Washington")),
        ("The banned TTP spoke.", ("banned_by", "TTP", "")),
        ("The TTP is holding 30 soldiers captive.", ("holds", "TTP", "soldiers")),
        ("The rebels still hold two sergeants.", ("holds", "rebels", "sergeants")),
        ("Five negotiators are behind bars in Banda Aceh.", ("holds", "", "negotiators")),
        ("Planes struck IS-held Mosul.", ("holds", "IS", "Mosul")),
        ("Imran Khan, the prime minister of Pakistan, spoke.", ("holds_office", "Khan", "Pakistan")),
        ("The town of Raqqa is under Islamic State control.", ("controls", "State", "Raqqa")),
        ("Mosul has been under the control of Islamic State.", ("controls", "State", "Mosul")),
        ("The Taliban are in control of Kandahar.", ("controls", "Taliban", "Kandahar")),
        ("Most of Raqqa province is controlled by ISIL.", ("controls", "ISIL", "province")),
        ("Raqqa, a stronghold of Islamic State, was shelled.", ("controls", "State", "Raqqa")),
        ("Al-Shabaab has bases in Somalia.", ("based_in", "Al-Shabaab", "Somalia")),
        ("The TTP has sanctuaries in Kunar.", ("based_in", "TTP", "Kunar")),
        ("The TTP operates from Afghan soil.", ("based_in", "TTP", "Afghan")),
        ("The TTP operates from sanctuaries in Afghanistan.", ("based_in", "TTP", "Afghanistan")),
        ("The TTP uses Afghan soil to attack Pakistan.", ("based_in", "TTP", "Afghan")),
        ("TTP leaders live in Kabul.", ("based_in", "leaders", "Kabul")),
        ("Afghanistan has become a haven for the TTP.", ("shelters", "Afghanistan", "TTP")),
        ("The Afghan Taliban have given the TTP refuge.", ("shelters", "Taliban", "TTP")),
        ("The TTP enjoys the protection of the Afghan Taliban.", ("shelters", "Taliban", "TTP")),
        ("Jamaat-ul-Ahrar broke away from the TTP in 2014.", ("splinter_of", "Jamaat-ul-Ahrar", "TTP")),
        ("Sison, in exile in Utrecht, spoke.", ("based_in", "Sison", "Utrecht")),
        (
            "The Haqqanis are mediating between the TTP and Pakistan.",
            ("mediates_between", "Haqqanis", "TTP Pakistan"),
        ),
        ("The truce between the army and the ELN has held.", ("at_truce_with", "army", "ELN")),
        ("The front, which includes Hamas, spoke.", ("part_of", "Hamas", "front")),
        ("Kenya's army is working with its partners to defeat JNIM.", ("fights", "army partners", "JNIM")),
        ("Nigeria, along with other countries, is fighting JNIM.", ("fights", "Nigeria countries", "JNIM")),
        (
            "London promised support for the Malian army, the guard and others in the fight against JNIM.",
            ("fights", "army guard", "JNIM"),
        ),
        (
            "Kenya remains steadfast in its support of the Malian army and the Malian people in their fight "
            "against JNIM.",
            ("fights", "army people", "JNIM"),
        ),
        ("With the support of the Chadian army, the militia retook Gao.", ("supports", "army", "militia")),
        (
            "He was caught by a Nigerian battalion with the aid of Chadian officers.",
            ("supports", "officers", "battalion"),
        ),
        (
            "Rebels liberated the Malian town of Kidal from JNIM control, aided by strong support from our "
            "ally France.",
            ("supports", "France", "Rebels"),
        ),
        (
            "The RSD, made up in part by farmers and its trained wing, the Sultan Battalion, attacked.",
            ("part_of", "Battalion", "RSD"),
        ),
        ("The M23 has captured the Ruzizi dam.", ("controls", "M23", "dam")),
        ("Relatives of a nun whom the rebels still hold spoke.", ("holds", "rebels", "nun")),
        ("Aldo Ruiz, chairman of a body that Paris had set up, spoke.", ("leads", "Ruiz", "body")),
    ],
)
def test_a_standing_relation_is_told_with_its_ends_the_right_way_round(
    code: Code, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in ends(told(code, text))


@pytest.mark.parametrize(
    "text",
    [
        "Iran backed the proposal.",
        "The army fought on Monday.",
        "It was a match to Lovelle Mixon, police spokesman Jeff Thomason said.",
        "School was held in the cellar.",
        "He held both men by the wrist.",
        "The two sides held talks in Doha.",
        "A sound engineer, his arm in plaster, spoke.",
        "The minister banned every broadcaster from airing the claims.",
        "President Ruto spoke.",
        "Iraq now controls half of Mosul.",
        "Two soldiers live in the house.",
        "Residents of the valley live in tents.",
        "The two presidents discussed the campaign to defeat JNIM.",
        "He made the speech with help from friends.",
        "Kenya has offered to mediate between Chad and Sudan.",
        "Norway and Cuba had mediated.",
        "He asked that the hostages be kept out and the crew be kept from the port.",
        "Their guest, Luckson Elan, held in a message that the inhabitants had fed a gang.",
    ],
)
def test_what_is_no_state_between_two_parties_is_no_relation(code: Code, text: str) -> None:
    assert told(code, text) == []


@pytest.mark.parametrize(
    ("text", "polarity", "modality", "speaker"),
    [
        ("Iran did not back the Houthis, as everybody knows.", None, None, None),
        ("MUJAO does not hold the geologist.", "negated", "asserted", None),
        ("Kabul denied that it shelters the TTP.", "negated", "asserted", None),
        ("Pakistan says Kabul shelters the TTP.", "affirmed", "asserted", "Pakistan"),
        ("A family fears that MUJAO may be holding their geologist.", "affirmed", "possible", None),
        ("If Iran backs the Houthis, the war will go on.", "affirmed", "conditional", None),
    ],
)
def test_a_relation_is_told_as_surely_as_its_speaker_says(
    code: Code, text: str, polarity: str | None, modality: str | None, speaker: str | None
) -> None:
    found = told(code, text)
    if polarity is None:
        assert not any(s.happened for s in found)
        return
    (one,) = found
    assert (one.factuality.polarity, one.factuality.modality) == (polarity, modality)
    if speaker is not None:
        assert speaker in {s.name for s in one.said_by}


def test_what_a_clause_takes_for_granted_stands_though_the_clause_is_denied(code: Code) -> None:
    (one,) = told(code, "Noor Wali Mehsud, the leader of the TTP, was not killed.")
    assert one.happened


def test_an_apposition_belongs_to_the_name_before_its_comma(code: Code) -> None:
    talks = "The government of Ethiopia agreed to talks led for the African Union by Olusegun Obasanjo, "
    text = talks + "the former president of Nigeria, with Uhuru Kenyatta of Kenya."
    assert ("holds_office", "Obasanjo", "Nigeria") in ends(told(code, text))


def test_a_former_role_is_ended(code: Code) -> None:
    (one,) = told(code, "Former TTP spokesman Ehsanullah Ehsan escaped.")
    assert one.factuality.aspect == "ended"
    assert one.relation is not None and one.relation.type == "member_of"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Iran has funded Hezbollah since 1982.", "1982", None),
        ("Noor Wali Mehsud led the TTP from 2018 to 2021.", "2018", "2021"),
        ("Fazlullah led the TTP until June 2018.", None, "2018-06"),
        (
            "Eritrea has fought beside the Ethiopian army since the war began in November 2020.",
            "2020-11",
            None,
        ),
        ("The UN envoy has pleaded since February with Iran, which backs the Houthis.", None, None),
    ],
)
def test_since_and_until_are_those_of_the_relations_own_clause(
    code: Code, text: str, since: str | None, until: str | None
) -> None:
    codes = {(s.relation.since, s.relation.until) for s in told(code, text) if s.relation}
    assert codes == {(since, until)}


def test_the_day_at_which_a_state_is_told_to_stand_bounds_nothing(code: Code) -> None:
    (one,) = told(code, "In May 2014 Baghdad was under the control of the Iraqi army.")
    assert one.relation is not None and (one.relation.since, one.relation.until) == (None, None)
    assert one.when.edtf == "2014-05"


def test_relations_have_types_of_the_record_and_quote_the_text(code: Code) -> None:
    text = "Noor Wali Mehsud, the leader of the TTP, and Iran, which backs the Houthis, met in Kabul."
    for one in told(code, text):
        assert one.relation is not None and one.relation.type in RELATION_TYPES
        assert text[one.trigger.start : one.trigger.end] == one.trigger.quote
        assert text[one.start : one.end] == one.quote


def test_nobody_is_his_own_ally(code: Code) -> None:
    for one in told(code, "The FARC did not leave the FARC. The TTP is an ally of the TTP."):
        assert not {p.entity for p in one.actor} & {p.entity for p in one.recipient}


def test_one_leader_among_several_is_a_member() -> None:
    doc = read("A Taliban leader met the leader of the army.").doc
    several, only = [role_of(t) for t in doc if t.lower_ == "leader"]
    assert several is not None and several.type == "member_of"
    assert only is not None and only.type == "leads"
