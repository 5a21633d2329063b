from __future__ import annotations

from dataclasses import replace

import pytest

import sample_record as made
from jirga.model import EVENT_TYPES, MODES, Factuality, Figure, QuantityCode, Span
from jirga.questions import words


def figure(low: float | None, high: float | None, **more: object) -> Figure:
    return Figure("killed", Span(0, 1, "x"), low=low, high=high, **more)  # type: ignore[arg-type]


def test_every_type_and_every_mode_of_the_model_has_its_words() -> None:
    assert set(words.TYPE_WORDS) == set(EVENT_TYPES)
    assert set(words.MODE_WORDS) == {(type_, mode) for type_, modes in MODES.items() for mode in modes}


@pytest.mark.parametrize(
    ("factuality", "spoken", "marked"),
    [
        (Factuality(), True, ""),
        (Factuality(polarity="negated"), True, "denied"),
        (Factuality(polarity="negated"), False, "negated"),
        (Factuality(modality="conditional"), False, "if"),
        (Factuality(modality="possible"), True, "may"),
        (Factuality(modality="feared"), True, "feared"),
        (Factuality(modality="demanded", polarity="negated"), True, "demanded not"),
        (Factuality(polarity="unknown"), True, "unclear whether"),
    ],
)
def test_what_did_not_plainly_happen_is_marked(factuality: Factuality, spoken: bool, marked: str) -> None:
    assert words.mark_of(factuality, spoken=spoken) == marked


def test_whatever_did_not_happen_according_to_its_speaker_has_a_mark() -> None:
    for one in (*made.STATEMENTS, replace(made.DEMANDED, factuality=Factuality())):
        assert bool(words.mark(one)) == (not one.happened)


@pytest.mark.parametrize(
    ("low", "high", "approximate", "told"),
    [
        (9, 9, False, "9"),
        (100, 100, True, "about 100"),
        (9, 12, False, "9 to 12"),
        (20, None, False, "at least 20"),
        (None, 5, False, "at most 5"),
        (None, None, False, "an unstated number"),
        (1_500_000, 1_500_000, False, "1,500,000"),
        (2.5, 2.5, False, "2.5"),
    ],
)
def test_bounds_are_told_in_words(
    low: float | None, high: float | None, approximate: bool, told: str
) -> None:
    assert words.bounds(figure(low, high, approximate=approximate)) == told


def test_a_trend_stands_beside_its_number_or_alone() -> None:
    rising = QuantityCode(trend="up")
    assert words.quantity_words(figure(70, 70), rising) == "70, rising"
    assert words.quantity_words(figure(None, None), rising) == "rising"
    assert words.quantity_words(figure(None, None), None) == "an unstated number"


def test_a_figure_tells_of_whom_and_over_which_period() -> None:
    assert words.figure_words(figure(9, 9, of="soldiers", period="2021")) == "9 soldiers killed in 2021"


@pytest.mark.parametrize(
    ("measure", "of", "told"),
    [
        ("fighters", "fighters", "4 fighters"),
        ("fighters", "men", "4 men fighting"),
        ("attacks", "airstrikes", "4 airstrikes"),
        ("casualties", "casualties", "4 casualties"),
        ("troops", "Egyptian troops", "4 Egyptian troops"),
        ("killed", "soldiers", "4 soldiers killed"),
    ],
)
def test_a_figure_does_not_say_what_it_counts_twice(measure: str, of: str, told: str) -> None:
    assert words.figure_words(replace(figure(4, 4, of=of), measure=measure)) == told


def test_beside_a_measure_stands_only_what_it_does_not_say() -> None:
    assert words.counted_words(replace(figure(4, 4, of="fighters"), measure="fighters")) == ""
    assert words.counted_words(figure(4, 4, of="soldiers")) == "soldiers"
