from __future__ import annotations

import pytest

from jirga.coding.relations import relations
from jirga.coding.roles_held import role_of
from jirga.language import Analysis, analyse
from jirga.model import RELATION_TYPES, Document


def read(text: str) -> Analysis:
    return analyse(Document("d", "h", "1", "test", text, language="en"))


def drawn(text: str) -> list[tuple[str, str, str]]:
    """Type, subject and object of each relation of a text, the ends by the text's last word for them."""
    analysis = read(text)
    ends = analysis.mentions
    return [
        (
            one.type,
            text[ends[one.subject].start : ends[one.subject].end].split()[-1],
            text[ends[one.object].start : ends[one.object].end].split()[-1],
        )
        for one in relations(analysis)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noor Wali Mehsud, the leader of the TTP, spoke.", ("leads", "Mehsud", "TTP")),
        ("Noor Wali Mehsud leads the TTP.", ("leads", "Mehsud", "TTP")),
        ("TTP chief Noor Wali Mehsud spoke.", ("leads", "Mehsud", "TTP")),
        ("Mufti Noor Wali, a TTP commander, spoke.", ("member_of", "Wali", "TTP")),
        ("Jamaat-ul-Ahrar, a splinter group of the TTP, spoke.", ("splinter_of", "Jamaat-ul-Ahrar", "TTP")),
        ("The Haqqani network is allied with the Taliban.", ("ally_of", "network", "Taliban")),
        ("Afghanistan has sheltered the TTP for years.", ("shelters", "Afghanistan", "TTP")),
        ("Kabul gave sanctuary to the TTP.", ("shelters", "Kabul", "TTP")),
        ("Hezbollah is funded by Iran.", ("funds", "Iran", "Hezbollah")),
        ("Iran backs the Houthis.", ("supports", "Iran", "Houthis")),
        ("The TTP is holding 30 soldiers captive.", ("holds", "TTP", "soldiers")),
        ("Imran Khan, the prime minister of Pakistan, spoke.", ("holds_office", "Khan", "Pakistan")),
        ("The town of Raqqa is under Islamic State control.", ("controls", "State", "Raqqa")),
        ("Mosul has been under the control of Islamic State.", ("controls", "State", "Mosul")),
        ("The Taliban are in control of Kandahar.", ("controls", "Taliban", "Kandahar")),
        ("Most of Raqqa province is controlled by ISIL.", ("controls", "ISIL", "province")),
    ],
)
def test_a_standing_relation_is_drafted_with_its_ends_the_right_way_round(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert drawn(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Iran did not back the Houthis.",
        "Iran would back the Houthis if it could.",
        "The TLP was banned by Pakistan in April.",
        "Iran backed the proposal.",
        "The army fought on Monday.",
        "It was a match to Lovelle Mixon, police spokesman Jeff Thomason said.",
    ],
)
def test_what_is_denied_conditional_or_a_single_deed_is_no_relation(text: str) -> None:
    assert drawn(text) == []


def test_half_a_town_is_not_the_town() -> None:
    assert drawn("Iraq now controls half of Mosul.") == []


def test_an_apposition_belongs_to_the_name_before_its_comma() -> None:
    talks = "The government of Ethiopia agreed to talks led for the African Union by Olusegun Obasanjo, "
    text = talks + "the former president of Nigeria, with Uhuru Kenyatta of Kenya."
    assert drawn(text) == [("holds_office", "Obasanjo", "Nigeria")]


def test_mediation_stands_to_each_side() -> None:
    found = drawn("The Haqqanis are mediating between the TTP and Pakistan.")
    assert found == [
        ("mediates_between", "Haqqanis", "TTP"),
        ("mediates_between", "Haqqanis", "Pakistan"),
    ]


def test_a_former_role_is_ended() -> None:
    (draft,) = relations(read("Former TTP spokesman Ehsanullah Ehsan escaped."))
    assert draft.ended
    assert draft.type == "member_of"


def test_since_and_until_are_the_texts_time_expressions() -> None:
    text = "Iran has funded Hezbollah since 1982."
    (draft,) = relations(read(text))
    assert draft.since is not None
    assert "1982" in text[draft.since.start : draft.since.end]
    assert draft.until is None


def test_drafts_have_types_of_the_record_and_quote_the_text() -> None:
    text = "Noor Wali Mehsud, the leader of the TTP, and Iran, which backs the Houthis, met in Kabul."
    for draft in relations(read(text)):
        assert draft.type in RELATION_TYPES
        assert text[draft.trigger.start : draft.trigger.end] == draft.trigger.quote
        assert draft.start < draft.end <= len(text)
        assert draft.subject != draft.object


def test_one_leader_among_several_is_a_member() -> None:
    doc = read("A Taliban leader met the leader of the army.").doc
    several, only = [role_of(t) for t in doc if t.lower_ == "leader"]
    assert several is not None and several.type == "member_of"
    assert only is not None and only.type == "leads"
