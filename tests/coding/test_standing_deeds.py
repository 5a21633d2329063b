"""States that a noun of doing tells: whose it is, and of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def states(code: Code, text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Type, the first entity of either side, and polarity of each relation."""
    return [
        (
            s.relation.type,
            s.actor[0].entity if s.actor else None,
            s.recipient[0].entity if s.recipient else None,
            s.factuality.polarity,
        )
        for s in code(text, "2022-12-20")
        if s.relation is not None
    ]


KABUL, YES, NO = "afghanistan-government", "affirmed", "negated"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabul's sheltering of the TTP has strained ties with Islamabad.", ("shelters", KABUL, "ttp", YES)),
        ("Iran's backing of the Houthis is no secret.", ("supports", "iran-government", "houthis", YES)),
        ("The TTP's alliance with al-Qaeda is old.", ("ally_of", "ttp", "al-qaeda", YES)),
        ("The TTP has close ties with al-Qaeda.", ("ally_of", "ttp", "al-qaeda", YES)),
        ("The TTP denies any links with al-Qaeda.", ("ally_of", "ttp", "al-qaeda", NO)),
        (
            "The Karen National Union has been at war with the Myanmar army for decades.",
            ("fights", "knu", "tatmadaw", YES),
        ),
        (
            "The Colombian government and the ELN have been observing a truce since May.",
            ("at_truce_with", "colombia-government", "eln", YES),
        ),
        ("Turkey considers the YPG a branch of the PKK.", ("part_of", "ypg", "pkk", YES)),
        (
            "Washington regards the Haqqani network as part of the Taliban.",
            (
                "part_of",
                "haqqani-network",
                "afghan-taliban",
                YES,
            ),
        ),
        ("Islamabad calls the TTP a proxy of India.", ("supports", "india-government", "ttp", YES)),
        ("The TTP's ceasefire with the army expired.", ("at_truce_with", "ttp", "pakistan-army", YES)),
        ("Gerry Adams has always denied membership of the IRA.", ("member_of", "gerry-adams", "ira", NO)),
        ("The TLP's ban was lifted in November.", ("banned_by", "tlp", None, YES)),
        ("Kabul lifted its ban on the TLP.", ("banned_by", "tlp", KABUL, YES)),
        ("Kigali denies backing the M23.", ("supports", "rwanda-government", "m23", NO)),
        ("Pakistan accuses Kabul of sheltering the TTP.", ("shelters", KABUL, "ttp", YES)),
    ],
)
def test_a_noun_of_doing_tells_a_state(
    code: Code, text: str, expected: tuple[str, str | None, str | None, str]
) -> None:
    assert states(code, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Islamabad has close ties with Beijing.",
        "The training of recruits goes on.",
        "Kinshasa accused Kigali of arming the M23.",
        "The attempt to split the Taliban from the TTP has failed.",
        "The army was joined by volunteers in the operation.",
        "The family's sheltering of two orphans was praised.",
    ],
)
def test_no_bond_between_states_and_no_kindness_is_one(code: Code, text: str) -> None:
    assert states(code, text) == []


def test_an_occupation_ends_on_its_day(code: Code) -> None:
    (told,) = [s for s in code("Russia's occupation of Kherson ended in November 2022.") if s.relation]
    assert told.relation is not None
    assert (told.relation.type, told.relation.until) == ("holds", "2022-11")


def test_those_who_list_a_group_ban_it_and_what_they_call_it_is_nobody(code: Code) -> None:
    text = "The BLA is designated a terrorist organisation by Pakistan and Britain."
    (told,) = [s for s in code(text, "2022-12-20") if s.relation]
    assert [p.entity for p in told.actor] == ["baloch-liberation-army"]
    assert [p.country for p in told.recipient] == ["PAK", "GBR"]


def test_a_group_with_ties_is_who_it_stands_beside(code: Code) -> None:
    text = "The ADF, a Ugandan rebel group with ties to Islamic State, killed 20 villagers."
    assert ("ally_of", "adf", "islamic-state", YES) in states(code, text)


def test_most_of_whom_are_those_counted(code: Code) -> None:
    text = "The TTP has 6,000 fighters, most of whom are based in eastern Afghanistan."
    (told,) = [s for s in code(text, "2022-12-20") if s.relation]
    assert [p.mention.quote for p in told.actor] == ["6,000 fighters"]


def test_whose_truce_it_was_in_a_relative_clause(code: Code) -> None:
    text = "The TTP, whose ceasefire with the government expired in November, has been blamed for it."
    assert ("at_truce_with", "ttp", "pakistan-government", YES) in states(code, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Turkey considers the YPG a branch of the PKK.", ["Turkey"]),
        ("Islamabad calls the TTP a proxy of India.", ["Islamabad"]),
        ("The YPG is considered a branch of the PKK.", ["unnamed"]),
    ],
)
def test_what_somebody_takes_a_party_for_is_his_word(code: Code, text: str, names: list[str]) -> None:
    (told,) = [s for s in code(text) if s.relation]
    assert [one.name for one in told.said_by] == names


def test_to_call_somebody_something_is_no_call(code: Code) -> None:
    assert [s for s in code("Islamabad calls the TTP a proxy of India.") if s.event] == []
