from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jirga.cli.app import run

Told = tuple[int, str, str]

#: A report as one reads it, with a truce told from two days and a denial.
REPORT = """Title: Truce
Publisher: Frontier Wire
Published: 2021-12-11

The government announced a ceasefire with the Tehrik-i-Taliban Pakistan on November 8, 2021.
The ceasefire took effect on November 9, 2021, the interior ministry said.
The Pakistani Taliban ended the truce on December 9, 2021.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("truce")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run(["--record", str(folder / "truce.db"), "read", str(folder / "report.txt"), "--jobs", "1"]) == 0
    return folder / "truce.db"


@pytest.fixture
def ask(record: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    def asked(*words: str) -> Told:
        status = run(["--record", str(record), *words])
        out, err = capfd.readouterr()
        return status, out, err

    return asked


def test_a_truce_is_printed_field_by_field_with_how_it_stood(ask: Callable[..., Told]) -> None:
    status, out, err = ask("truces")
    assert status == 0
    assert "Tehrik-i-Taliban Pakistan and Government of Pakistan · ended" in out
    assert "(as told up to 2021-12-11)" in out
    assert "announced   2021-11-08" in out
    assert "in force    2021-11-09" in out
    assert "1 truce." in err


def test_a_truce_is_one_json_object_that_show_takes(ask: Callable[..., Told]) -> None:
    _, out, _ = ask("truces", "--json")
    (truce,) = [json.loads(line) for line in out.splitlines()]
    assert truce["effective"][0]["value"] == "2021-11-09"
    _, shown, _ = ask("show", truce["id"])
    assert "announced   2021-11-08" in shown
    assert "[[announced]]" in shown  # the passages follow, brought out


def test_nothing_found_is_told_with_a_next_step(ask: Callable[..., Told]) -> None:
    status, out, err = ask("contests", "--about", "how many")
    assert (status, out) == (0, "")
    assert "Next: ask with fewer filters" in err


def test_a_wrong_question_is_one_line(ask: Callable[..., Told]) -> None:
    status, _, err = ask("contests", "--about", "why")
    assert status == 2
    assert err.startswith("jirga: ") and "choose among how many, who, whether, when" in err
