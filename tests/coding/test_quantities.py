from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.coding.figures import figures
from jirga.coding.quantities import QuantityDraft, quantities
from jirga.language import analyse
from jirga.model import Document, Statement

Code = Callable[..., tuple[Statement, ...]]


def read(text: str) -> tuple[QuantityDraft, ...]:
    document = Document(
        "d", "h", "1", "test", text, published="2022-03-05", published_basis="stated", language="en"
    )
    analysis = analyse(document)
    return quantities(analysis, figures(analysis))


@pytest.mark.parametrize(
    ("text", "measure", "low", "period"),
    [
        ("More than 80,000 people have been killed in the past two decades.", "killed", 80_000, "2002/2022"),
        ("Some 70 attacks took place this year.", "attacks", 70, "2022"),
        ("The group carried out 282 attacks in 2021.", "attacks", 282, "2021"),
        ("At least 294 people were killed between January and June 2017.", "killed", 294, "2017-01/2017-06"),
        ("The group has 6,000 fighters.", "fighters", 6000, None),
        ("Militant violence killed 973 people in 2021, the institute said.", "killed", 973, "2021"),
        ("Bombings killed 208 people in 2021.", "killed", 208, "2021"),
        ("About 90 people are still missing.", "missing", 90, None),
    ],
)
def test_a_figure_over_a_period_or_a_series_is_a_quantity(
    text: str, measure: str, low: float, period: str | None
) -> None:
    (draft,) = read(text)
    (one,) = draft.figures
    assert (one.figure.measure, one.figure.low, draft.period) == (measure, low, period)
    assert one.figure.period == period
    assert draft.trend is None


@pytest.mark.parametrize(
    "text",
    [
        "The bomb killed 12 people on Monday.",
        "In December 2014, militants killed 149 people.",
        "The bombing killed 149 people in 2014.",
        "A total of 132 children were killed in the 2014 attack on the school.",
        "Militants carried out two attacks on Sunday.",
        "The death toll rose to 45.",
        "The court jailed three leaders for ten years on Friday.",
        "A tribunal sentenced two men to five years in prison.",
        "It says it killed 23 soldiers whom it had held since 2010.",
        "The FARC released thirty deputies, kidnapped in 2001 on a mountain road, to the Red Cross.",
    ],
)
def test_one_event_is_no_quantity(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "trend", "change"),
    [
        ("Attacks rose by 56 per cent in 2021.", "up", 56),
        ("Attacks fell by 20 percent last year.", "down", -20),
        ("The number of attacks doubled after the takeover.", "up", 100),
        ("There was a 40 percent increase in violence last year.", "up", 40),
    ],
)
def test_a_trend_has_its_direction_and_its_signed_change(text: str, trend: str, change: float) -> None:
    (draft,) = read(text)
    assert draft.trend == trend
    assert [(f.figure.low, f.figure.unit) for f in draft.figures] == [(change, "percent")]


def test_a_trend_may_state_no_change() -> None:
    (draft,) = read("Terrorist violence has fallen since 2014.")
    assert (draft.trend, draft.figures) == ("down", ())


def test_spans_quote_the_text() -> None:
    text = "He added that 70 attacks took place this year, and that violence had risen."
    drafts = read(text)
    assert drafts
    for draft in drafts:
        assert text[draft.trigger.start : draft.trigger.end] == draft.trigger.quote
        assert draft.start <= draft.trigger.start < draft.trigger.end <= draft.end <= len(text)


def test_a_count_that_somebody_boasts_of_hangs_on_what_is_counted() -> None:
    (draft,) = read("The group boasted of 282 attacks in 2021.")
    assert draft.trigger.quote == "attacks"


def test_who_did_what_is_counted_stands_with_the_count(code: Code) -> None:
    (found,) = code("Kenyan forces have carried out nineteen raids since 3 September 2005.")
    assert found.quantity is not None
    assert [p.country for p in found.actor] == ["KEN"]


def test_a_handful_of_attacks_at_one_time_is_an_event(code: Code) -> None:
    (found,) = code("Kenyan forces conducted eight strikes against Somali militants.")
    assert found.event is not None and found.event.type == "ASSAULT"
    assert [p.country for p in (*found.actor, *found.recipient)] == ["KEN", "SOM"]
    assert [(f.measure, f.low) for f in found.figures] == [("attacks", 8)]


def test_the_attacks_that_did_it_are_counted_with_the_deed(code: Code) -> None:
    (found,) = code("Near Tolm, five strikes destroyed three oil wells.")
    assert found.event is not None and found.event.modes == ("destroy",)
    assert [(f.measure, f.low) for f in found.figures] == [("attacks", 5), ("other", 3)]


def test_deaths_of_no_told_cause_amid_unrest_are_a_total() -> None:
    (one,) = read("The accord closes eighteen days of strikes and roadblocks. Five people have died.")
    assert [(it.figure.measure, it.figure.low) for it in one.figures] == [("killed", 5)]
    assert not read("The cholera spread to the camps. Five people have died.")


@pytest.mark.parametrize(
    ("text", "low", "high", "whose"),
    [
        ("The TTP has between 3,000 and 5,000 fighters in Afghanistan.", 3000, 5000, "TTP"),
        ("An estimated 6,000 TTP fighters live in Afghanistan.", 6000, 6000, "TTP"),
        ("The UN puts the group's strength at 6,500 fighters.", 6500, 6500, "the group"),
    ],
)
def test_a_strength_says_whose_it_is(code: Code, text: str, low: float, high: float, whose: str) -> None:
    (told,) = [s for s in code(text) if s.kind == "quantity"]
    assert [(f.measure, f.low, f.high) for f in told.figures] == [("fighters", low, high)]
    assert [p.mention.quote.removesuffix("'s") for p in told.actor] == [whose]
