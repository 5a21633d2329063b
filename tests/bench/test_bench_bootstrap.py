"""Intervals: what a resample is, what pairing does."""

from __future__ import annotations

import pytest
from bench.bootstrap import difference, estimate, f_score, share

HALF = [{"hit": float(i % 2), "gold": 1.0, "found": 2.0} for i in range(100)]


def test_value_is_the_plain_ratio_and_lies_in_its_interval() -> None:
    one = estimate(share("hit", "gold"), HALF)
    assert one.value == 0.5
    assert one.low is not None and one.high is not None
    # a share of .5 over 100 items has a standard error of .05, so a 95% interval of about .40 to .60
    assert one.low == pytest.approx(0.40, abs=0.02)
    assert one.high == pytest.approx(0.60, abs=0.02)


def test_the_same_items_give_the_same_interval() -> None:
    assert estimate(share("hit", "gold"), HALF) == estimate(share("hit", "gold"), HALF)


def test_f_is_the_harmonic_mean_of_precision_and_recall() -> None:
    precision, recall = 50 / 200, 50 / 100
    expected = 2 * precision * recall / (precision + recall)
    assert estimate(f_score("hit", "found", "gold"), HALF).value == pytest.approx(expected)


def test_nothing_answered_scores_zero() -> None:
    assert estimate(share("hit", "found"), [{"hit": 0.0, "found": 0.0}] * 3).value == 0.0


def test_a_coder_that_is_always_one_better_differs_without_doubt_though_both_vary() -> None:
    ours = [{"hit": item["hit"] + 1, "gold": 2.0} for item in HALF]
    theirs = [{"hit": item["hit"], "gold": 2.0} for item in HALF]
    apart = difference(share("hit", "gold"), ours, theirs)
    assert (apart.value, apart.low, apart.high) == pytest.approx((0.5, 0.5, 0.5))


def test_pairing_needs_the_same_items() -> None:
    with pytest.raises(ValueError, match="same items"):
        difference(share("hit", "gold"), HALF, HALF[1:])
