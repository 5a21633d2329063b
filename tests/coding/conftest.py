"""Coding one short text, shared by the tests of this room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coding_documents import document

from jirga.coding import Coder
from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The rules alone, loaded once; what the learned model adds has tests of its own."""
    return Coder(learned=False)


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """A function from a text to its statements; a problem fails the test that meets it."""

    def run(text: str, published: str | None = None) -> tuple[Statement, ...]:
        coded = coder.code(document(text, published))
        assert coded.reading.status == "complete", coded.reading.problems
        return coded.statements

    return run
