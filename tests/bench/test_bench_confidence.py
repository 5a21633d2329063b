"""Calibration, Brier skill and AUROC on cases worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from bench.confidence import calibration


def test_a_perfect_confidence() -> None:
    told = calibration(np.array([0.0, 0.0, 1.0, 1.0]), np.array([0.0, 0.0, 1.0, 1.0]))
    assert told["calibration error"] == 0
    assert told["Brier skill"] == 1
    assert told["AUROC"] == 1


def test_always_saying_the_base_rate_has_no_skill_and_no_order() -> None:
    told = calibration(np.full(20, 0.5), np.array([0.0, 1.0] * 10))
    assert told["Brier skill"] == pytest.approx(0)
    assert told["AUROC"] == pytest.approx(0.5)
    assert told["calibration error"] == pytest.approx(0)


def test_overconfidence_is_an_error_of_calibration() -> None:
    told = calibration(np.full(20, 0.9), np.array([0.0, 1.0] * 10))
    assert told["calibration error"] == pytest.approx(0.4)
    assert told["Brier skill"] < 0


def test_one_pair_of_four_the_wrong_way_round() -> None:
    told = calibration(np.array([0.2, 0.6, 0.5, 0.9]), np.array([0.0, 0.0, 1.0, 1.0]))
    assert told["AUROC"] == pytest.approx(0.75)
