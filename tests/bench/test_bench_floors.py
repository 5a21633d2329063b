"""The ratchet: what fails the gate, and that floors only rise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.results import Figure, Result
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bench import floors


def result(**figures: Figure) -> Result:
    return Result("types", "python -m bench types", (), figures)


def test_a_score_whose_interval_reaches_its_floor_passes() -> None:
    assert not list(floors.failures({"recall": 0.55}, result(recall=Figure(0.50, 0.43, 0.57))))


def test_a_score_whose_interval_ends_under_its_floor_fails_by_name() -> None:
    (line,) = floors.failures({"recall": 0.60}, result(recall=Figure(0.50, 0.43, 0.57)))
    assert line == "types: recall: .500 [.430, .570] is under its floor of 0.600"


def test_without_an_interval_only_the_slack_is_forgiven() -> None:
    found = result(near=Figure(0.595), far=Figure(0.58))
    assert [line.split(": ")[1] for line in floors.failures({"near": 0.6, "far": 0.6}, found)] == ["far"]


def test_a_figure_that_is_measured_no_more_fails() -> None:
    (line,) = floors.failures({"recall": 0.1}, result())
    assert "measured no more" in line


@given(st.floats(0, 1), st.floats(0, 1))
def test_floors_never_fall_and_take_new_bests(old: float, new: float) -> None:
    raised = floors.lifted({"types": {"recall": old}}, [result(recall=Figure(new, gated=True))])
    assert raised["types"]["recall"] == max(old, round(new, 4))


def test_floors_of_other_benches_stay_and_ungated_figures_get_none() -> None:
    raised = floors.lifted({"other": {"f1": 0.3}}, [result(speed=Figure(900.0))])
    assert raised == {"other": {"f1": 0.3}}


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert floors.read(path) == {}
    floors.write({"types": {"recall": 0.5}}, path)
    assert floors.read(path) == {"types": {"recall": 0.5}}


def test_without_corpora_the_gate_says_what_it_skips_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = tmp_path / "floors.json"
    known.write_text(json.dumps({"types": {"recall": 0.9}}))
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path / "none"))
    monkeypatch.setattr(floors.read, "__defaults__", (known,))
    done = CliRunner().invoke(main, ["gate"])
    assert done.exit_code == 0
    skipped, summary = done.output.splitlines()
    assert skipped.startswith("types: skipped: ") and "JIRGA_CORPORA" in skipped
    assert summary.startswith("gate: 0 of 1 benches ran")


def test_the_list_names_every_bench() -> None:
    listed = CliRunner().invoke(main, []).output.split()
    assert {"types", "attribution", "figures", "speed", "gate", "raise"} <= set(listed)


def test_raising_lifts_what_rose_and_fails_by_what_fell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = tmp_path / "floors.json"
    known.write_text(json.dumps({"types": {"precision": 0.2, "recall": 0.9}}))
    found = result(precision=Figure(0.4, gated=True), recall=Figure(0.5, gated=True))
    monkeypatch.setattr(floors.read, "__defaults__", (known,))
    monkeypatch.setattr(floors.write, "__defaults__", (known,))
    monkeypatch.setattr("bench.__main__.results", lambda _: iter([found]))
    done = CliRunner().invoke(main, ["raise"])
    assert done.exit_code == 1
    assert json.loads(known.read_text()) == {"types": {"precision": 0.4, "recall": 0.9}}
    assert done.output.splitlines() == [
        "raised: types: precision: 0.200 → 0.400",
        "types: recall: .500 is under its floor of 0.900",
    ]
