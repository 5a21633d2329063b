"""The laws of the house: layers, sizes, docstrings, and no failure caught without a word why."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "src" / "jirga"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: Lines in a module, at most: beyond them it answers more than one question.
MOST_LINES = 400

#: Words that make a remark a reason rather than a label.
FEWEST_WORDS = 4


def named(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def test_data_moves_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_room_stands_in_the_layers() -> None:
    layers = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    rooms = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    missing = {room for room in rooms - {"__init__", "__main__"} if f"jirga.{room}" not in layers}
    assert not missing


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def reasonless(source: str) -> Iterator[int]:
    """Yield the lines of handlers that catch everything and say nowhere why, in a sentence."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler) and broad(node.type) and not said(node, lines):
            yield node.lineno


def broad(caught: ast.expr | None) -> bool:
    named = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        one is None or (isinstance(one, ast.Name) and one.id in {"Exception", "BaseException"})
        for one in named
    )


def said(node: ast.ExceptHandler, lines: list[str]) -> bool:
    """Whether a comment has words enough: above the handler, within its head, or on its first line."""
    around = lines[node.lineno - 2 : node.body[0].lineno]
    remarks = [line.partition("#")[2] for line in around]
    return any(len(re.sub(r"noqa(: *[A-Z0-9, ]+)?", "", one).split()) >= FEWEST_WORDS for one in remarks)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_what_catches_everything_says_why(path: Path) -> None:
    assert not list(reasonless(path.read_text(encoding="utf-8")))


def test_a_handler_without_a_reason_is_found() -> None:
    bare = "try:\n    x()\nexcept Exception:\n    pass\n"
    labelled = bare.replace("Exception:", "(ValueError, Exception):  # noqa: BLE001")
    reasoned = bare.replace("Exception:", "Exception:  # a parser may raise anything on hostile input")
    assert [list(reasonless(one)) for one in (bare, labelled, reasoned)] == [[3], [3], []]


def settings() -> str:
    return (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")


def test_types_are_checked_strictly_and_nothing_is_let_off() -> None:
    assert "strict = true" in settings()
    assert "ignore_errors" not in settings()
    waved_through = [
        named(one) for one in MODULES if re.search(r"#\s*mypy:|type: ignore(?!\[)", one.read_text("utf-8"))
    ]
    assert not waved_through


def test_public_names_need_a_docstring() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--select", "D1", "--ignore-noqa", str(PACKAGE)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
