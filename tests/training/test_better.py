"""Weights of merging: what is fitted anew never replaces what links pairs held out better."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.merging.better import PLAIN, WITH_MEANING, Row, f1, settled, there

ROWS: list[Row] = [
    ({"same trigger": 1.0}, True, 1.0),
    ({"same trigger": 1.0, "other place": 1.0}, False, 1.0),
    ({"other place": 1.0}, False, 0.5),
]
GOOD = {"same trigger": 2.0, "other place": -3.0}
WORSE = {"same trigger": 2.0, "other place": -1.0}  # links the second pair too
NOTHING = {"same trigger": -1.0}


def test_f1_counts_what_is_linked_rightly_by_its_weight() -> None:
    assert f1(ROWS, GOOD) == 1.0
    assert f1(ROWS, WORSE) == pytest.approx(2 / 3)
    assert f1(ROWS, NOTHING) == 0.0
    missed: list[Row] = [*ROWS, ({"other place": 1.0}, True, 0.5)]
    assert f1(missed, GOOD) == pytest.approx(2 / 2.5)


def test_worse_weights_do_not_replace_better_ones_and_it_says_so() -> None:
    kept, lines = settled({PLAIN: GOOD}, {PLAIN: WORSE}, {PLAIN: ROWS})
    assert kept == {PLAIN: GOOD}
    assert lines == [
        "weights: kept as they were, for the fitted ones are worse; "
        "F1 of pairs held out 1.000 before, 0.667 fitted"
    ]


def test_better_weights_replace_worse_ones_each_set_by_itself() -> None:
    before, fitted = {PLAIN: GOOD, WITH_MEANING: WORSE}, {PLAIN: WORSE, WITH_MEANING: GOOD}
    kept, lines = settled(before, fitted, {PLAIN: ROWS, WITH_MEANING: ROWS})
    assert kept == {PLAIN: GOOD, WITH_MEANING: GOOD}
    assert lines[1] == "weights with meaning: fitted; F1 of pairs held out 0.667 before, 1.000 fitted"


def test_where_there_are_none_the_fitted_ones_are_taken(tmp_path: Path) -> None:
    assert there(tmp_path / "weights.json") == {}
    assert settled({}, {PLAIN: WORSE}, {PLAIN: ROWS})[0] == {PLAIN: WORSE}


def test_what_is_there_is_read_from_the_file_that_training_writes(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"command": "x", PLAIN: GOOD, WITH_MEANING: WORSE}), encoding="utf-8")
    assert there(path) == {PLAIN: GOOD, WITH_MEANING: WORSE}
