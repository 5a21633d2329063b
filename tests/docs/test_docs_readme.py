"""What the pages show of the program is what it prints; ids, which change with every lexicon, aside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.blocks import CHECKOUT, blocks
from docs.fill import PAGES, filled, python_of

pytestmark = pytest.mark.slow

#: Ids hash the lexicon and the coder.
_IDS = re.compile(r"\b(st|rd|ev)_[0-9a-f]+")

#: Numbers of a table, a confidence: they move with every improvement, and no word of a page becomes untrue.
_NUMBERS = re.compile(r"(?<=  )(?:\d[\d,]*|·)(?!\S)|\b0\.\d+")


def comparable(page: str) -> list[str]:
    """The page's stretches between fences, without what changes by itself."""
    settled = _NUMBERS.sub("#", _IDS.sub(r"\1_…", page))
    return " ".join(settled.split()).split("```")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_the_program_prints(name: str) -> None:
    page = (CHECKOUT / name).read_text(encoding="utf-8")
    for shown, printed in zip(comparable(page), comparable(filled(page)), strict=True):
        assert shown == printed, f"{name} is stale: make docs"


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_a_page_shows_has_its_output_printed_anew(name: str) -> None:
    page = (CHECKOUT / name).read_text(encoding="utf-8")
    assert all(block.shows for block in blocks(page) if block.language == "console")


def test_the_first_screen_holds_the_two_commands() -> None:
    first = (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()[:20]
    shown = [line.split()[:2] for line in first]
    assert ["make", "demo"] in shown
    assert ["make", "test"] in shown


def test_ci_runs_the_test_command_of_the_readme() -> None:
    last = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert last == "make test"


def test_the_python_of_the_readme_is_short() -> None:
    lines = python_of(Path(CHECKOUT, "README.md").read_text(encoding="utf-8")).strip().splitlines()
    assert len(lines) <= 8
