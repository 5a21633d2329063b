from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "sqlalchemy", "click", "rich", "pyarrow", "trafilatura", "numpy", "ahocorasick")


def loaded_by(code: str) -> set[str]:
    """The heavy packages that are loaded after `code` has run in a process of its own."""
    report = f"import sys\n{code}\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_jirga_loads_nothing_heavy() -> None:
    assert loaded_by("import jirga") == set()


def test_naming_a_record_opens_and_loads_nothing_heavy() -> None:
    assert loaded_by("import jirga; jirga.open('nowhere.db')") == set()


@pytest.mark.parametrize("module", ["jirga.model", "jirga.errors", "jirga.as_json", "jirga.questions.words"])
def test_nouns_and_words_load_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") == set()


def test_help_loads_neither_the_parser_nor_the_database() -> None:
    code = """
import contextlib, io
from jirga.cli.app import run
with contextlib.redirect_stdout(io.StringIO()):
    run(["timeline", "--help"])
"""
    assert loaded_by(code) <= {"click", "rich"}
