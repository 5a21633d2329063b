"""Warnings of what others would do are no threats; who is attacked for an opinion is blamed."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding.coder import Coder
from jirga.language import analyse


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(learned=False)


def types(coder: Coder, text: str) -> set[str]:
    return {s.event.type for s in coder.code(document(text, "2022-06-01")).statements if s.event}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts warned that the militants could attack schools.",
        "Human rights groups warned that the army would shell the town.",
        "The minister warned that the TTP would regroup and attack the cities.",
    ],
)
def test_who_foretells_what_others_would_do_threatens_nobody(coder: Coder, text: str) -> None:
    assert "THREATEN" not in types(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "The TTP warned that its fighters would attack the police.",
        "The army warned that it would shoot violators.",
        "The Taliban warned that the United States would regret the strike.",
        "The interior minister warned that the army would launch an operation in Bajaur.",
    ],
)
def test_who_warns_of_what_its_own_side_would_do_threatens(coder: Coder, text: str) -> None:
    assert "THREATEN" in types(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leaders attacked the government over its talks with the TTP.",
        "Imran Khan attacked Nawaz Sharif for his support of the operation.",
    ],
)
def test_who_is_attacked_for_an_opinion_is_blamed(coder: Coder, text: str) -> None:
    found = types(coder, text)
    assert "ACCUSE" in found
    assert "ASSAULT" not in found


@pytest.mark.parametrize(
    "text",
    [
        "The militants attacked the government convoy over the road in Swat.",
        "The army attacked the Taliban for three hours.",
        "Gunmen attacked the police for their support of the operation.",
    ],
)
def test_an_attack_by_the_armed_stays_one(coder: Coder, text: str) -> None:
    assert "ASSAULT" in types(coder, text)


def test_she_is_no_man_of_the_lexicon() -> None:
    analysis = analyse(
        document("Aung San Suu Kyi met Vice President Joe Biden. She visited Congress. He visited Yangon.")
    )
    told = {m.name if m.kind != "pronoun" else analysis.doc[m.head].text: m.entity for m in analysis.mentions}
    assert told["She"] == "aung-san-suu-kyi"
    assert told["He"] == "joe-biden"


def test_an_army_s_company_is_no_business(coder: Coder) -> None:
    (attack,) = coder.code(document("The guerrillas ambushed an infantry company near Usulutan.")).statements
    assert attack.recipient[0].sector == "MIL"
