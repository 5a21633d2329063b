"""The tutorial, typed: every command in order; what it says is printed is printed, in that order."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs.blocks import CHECKOUT, ELISION, Step, scratch, steps, typed
from docs.fill import python_of

PAGE = (CHECKOUT / "docs" / "tutorial.md").read_text(encoding="utf-8")
STEPS = list(steps(PAGE))


def missing(step: Step, printed: str) -> list[str]:
    """Lines that the page shows and the program does not print after the ones before (spacing aside)."""
    lines = iter([" ".join(line.split()) for line in printed.splitlines()])
    wanted = [" ".join(line.split()) for line in step.printed if line.strip() and line.strip() != ELISION]
    return [line for line in wanted if not any(line in one for one in lines)]


def faults(step: Step, place: Path) -> list[str]:
    """What a step of the page does otherwise than the page says, as lines."""
    done = typed(step.command, place)
    if done.returncode:
        return [f"$ {step.command}: exit status {done.returncode}: {done.stderr}"]
    return [f"$ {step.command}: not printed: {line}" for line in missing(step, done.stdout + done.stderr)]


@pytest.mark.slow
def test_the_tutorial_does_what_it_says_in_a_folder_of_ones_own(tmp_path: Path) -> None:
    place = scratch(tmp_path / "a folder of one's own")
    found = [fault for step in STEPS for fault in faults(step, place)]
    assert not found, "\n".join(found)
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
