from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def claims(code: Code, text: str) -> list[Statement]:
    return [s for s in code(text, "2022-06-12") if s.kind == "claim"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The talks let the militants regroup.", "let"),
        ("Each of them let the militants regroup.", "let"),
        ("Every ransom buys the next kidnapping.", "buys"),
        ("The truce failed because nobody policed it.", "failed"),
        ("The June truce collapsed for want of a monitor.", "collapsed"),
        ("No deal has yet outlived its signature by a year.", "outlived"),
        ("Previous deals all broke down within months.", "broke"),
        ("The government negotiates only when the dollar runs short.", "negotiates"),
        ("Had the mediators insisted on a list, the truce would have lasted.", "lasted"),
        ("Attacks rose after the takeover.", "rose"),
        ("Deaths have fallen in most years since 2009.", "fallen"),
        ("The truce was followed by more violence than had preceded it.", "followed"),
        ("They are the only party that has never broken a truce.", "are"),
        ("The chief cause of the tragedy was the siege.", "was"),
        ("What ended the war was the embargo.", "was"),
        ("Officials blamed the split for the delay.", "blamed"),
        ("Officials blamed the rise in violence on the talks.", "blamed"),
        ("The group's return was caused by the fall of Kabul.", "caused"),
        ("Violence fell as a result of the ceasefire.", "fell"),
        ("Thanks to the truce, displaced families were able to go home.", "were"),
        ("The TTP has grown stronger owing to its havens in Khost.", "grown"),
        ("The surge in attacks is due to the takeover.", "is"),
        ("The militancy is a product of neglect.", "is"),
    ],
)
def test_an_argument_that_data_could_bear_out_is_a_claim(code: Code, text: str, trigger: str) -> None:
    assert [s.trigger.quote for s in claims(code, text)] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port on Friday.",
        "A bomb killed more than fifty prisoners in July.",
        "A mortar bomb killed a porter.",
        "Police arrested the leader because he had threatened the judge.",
        "The ceasefire ended on 30 December, when a bomb went off.",
        "No ransom had been paid.",
        "The state gave up 25 prisoners the same day.",
        "The attack was a disgrace.",
        "Did the truce let them regroup?",
        "We opened the gate because they paid.",
        "Attacks rose by 56 per cent.",
        "None of this means that we have given up.",
    ],
)
def test_an_event_an_opinion_or_a_figure_is_no_claim(code: Code, text: str) -> None:
    assert claims(code, text) == []


def test_a_claim_has_its_speaker_and_its_whole_clause(code: Code) -> None:
    text = "Critics say that each truce let the militants regroup, and the army agrees."
    (one,) = claims(code, text)
    assert one.quote == "each truce let the militants regroup"
    assert [s.name.lower() for s in one.said_by] == ["critics"]


def test_a_denied_claim_is_negated_by_whoever_denies_it(code: Code) -> None:
    (one,) = claims(code, "The ministry denied that the truce let the militants regroup.")
    assert one.factuality.polarity == "negated"
    assert one.said_by


def test_a_negation_inside_belongs_to_what_is_claimed(code: Code) -> None:
    (one,) = claims(code, "No deal has ever outlived its signature.")
    assert one.factuality.polarity == "affirmed"
    assert one.happened


def test_a_claim_about_an_event_stands_beside_the_event(code: Code) -> None:
    found = code("The truce failed because nobody policed it.")
    assert {"claim", "event"} <= {s.kind for s in found}
