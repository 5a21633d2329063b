"""The tutorial, typed: every command in order; what it says is printed is printed, in that order."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs.blocks import CHECKOUT, ELISION, Step, scratch, steps, typed
from docs.fill import python_of

PAGE = (CHECKOUT / "docs" / "tutorial.md").read_text(encoding="utf-8")
STEPS = list(steps(PAGE))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scratch(tmp_path_factory.mktemp("tutorial") / "a folder of one's own")


def missing(step: Step, printed: str) -> list[str]:
    """Lines that the page shows and the program does not print after the ones before (spacing aside)."""
    lines = iter([" ".join(line.split()) for line in printed.splitlines()])
    wanted = [" ".join(line.split()) for line in step.printed if line.strip() and line.strip() != ELISION]
    return [line for line in wanted if not any(line in one for one in lines)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "step", STEPS, ids=[f"{n:02} {step.command[:40]}" for n, step in enumerate(STEPS, 1)]
)
def test_a_step_of_the_tutorial_does_what_the_page_says(step: Step, place: Path) -> None:
    done = typed(step.command, place)
    assert done.returncode == 0, done.stderr
    assert not missing(step, done.stdout + done.stderr), done.stdout + done.stderr


@pytest.mark.slow
def test_the_python_of_the_tutorial_runs_and_answers(place: Path) -> None:
    done = typed("python3 -", place, stdin=python_of(PAGE))
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_a_line_that_is_not_printed_is_missed() -> None:
    step = Step("", ("first", "…", "  second  thing", "third"))
    assert missing(step, "first\nand second thing\n") == ["third"]
    assert missing(step, "second thing\nfirst\nthird\n") == ["second thing", "third"]


def test_steps_keep_their_order_their_output_and_continued_lines() -> None:
    page = "```console\n$ one \\\n  more\nout\n$ two\n```\ntext\n```sh\n$ not this\n```\n"
    assert list(steps(page)) == [Step("one   more", ("out",)), Step("two", ())]
