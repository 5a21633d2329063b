"""Wars and support that stand, as nouns of fighting and of help tell them: who with whom, and for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def states(code: Code, text: str, kind: str) -> set[tuple[str, str]]:
    """The last words of either side of each relation of a kind."""
    return {
        (a.mention.quote.split()[-1], b.mention.quote.split()[-1])
        for s in code(text, "2022-12-20")
        if s.relation is not None and s.relation.type == kind
        for a in s.actor
        for b in s.recipient
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has launched hundreds of raids against al-Shabaab.", set()),  # of hundreds: a total
        ("Kenya has launched 300 raids against al-Shabaab.", {("Kenya", "al-Shabaab")}),
        ("Kenya launched 12 raids against al-Shabaab on Monday.", set()),
        ("Mali strengthened the army's defences against JNIM.", {("army", "JNIM")}),
        (
            "Chad is working as part of the African Union to defeat Boko Haram.",
            {("Chad", "Haram"), ("Union", "Haram")},
        ),
        (
            "Kenya will continue to strike in support of the Somali army in order to defeat JNIM.",
            {("Kenya", "JNIM"), ("army", "JNIM")},
        ),
    ],
)
def test_who_fights_whom(code: Code, text: str, expected: set[tuple[str, str]]) -> None:
    assert states(code, text, "fights") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France flies sorties in support of its partners on the ground.", {("France", "partners")}),
        ("Kenya reiterates its support for the Somali people.", {("Kenya", "people")}),
        (
            "Kenyan forces flew nine sorties coordinated with and in support of the government of Somalia.",
            {("forces", "government")},
        ),
        (
            "Rebels of the MNLA seized Kidal, aided by support from our ally France and the European Union.",
            {("France", "Rebels"), ("Union", "Rebels")},
        ),
        (
            "Aid went to the Chadian army, the Nigerian army and others in support of the regional campaign.",
            set(),
        ),
    ],
)
def test_who_supports_whom(code: Code, text: str, expected: set[tuple[str, str]]) -> None:
    assert states(code, text, "supports") == expected


def test_a_person_is_a_member_though_described_by_his_group(code: Code) -> None:
    text = "The TTP commander Umar Wazir was buried on Friday. He was a member of the Shura Council."
    assert ("He", "Council") in states(code, text, "member_of")


def test_a_name_of_two_nouns_is_one_party(code: Code) -> None:
    text = "The Men and Women of the Somali National Army are working hard to defeat JNIM."
    assert states(code, text, "fights") == {("Army", "JNIM")}
