"""A name with a slip in it stays an entity of its own; whom it may be is told beside it."""

from __future__ import annotations

import pytest

from jirga.cli.entities import slip
from jirga.coding import Coder
from jirga.model import Document
from jirga.questions import EntityRow
from jirga.questions.entities import gather


@pytest.fixture(scope="module")
def rows() -> dict[str, EntityRow]:
    text = "Imram Khan freed nine prisoners. Ashraf Ghani freed six nurses."
    document = Document("d", "h", "1", "text", text, published="2021-06-12", language="en")
    return {row.id: row for row in gather(Coder(learned=False).code(document).statements)}


def test_the_slip_is_suggested_and_not_put_right(rows: dict[str, EntityRow]) -> None:
    assert "imran-khan" not in rows
    assert rows["x-imram-khan"].perhaps == ("imran-khan",)
    assert rows["x-imram-khan"].to_json()["perhaps"] == ["imran-khan"]


def test_who_is_known_is_perhaps_nobody_else(rows: dict[str, EntityRow]) -> None:
    assert rows["ashraf-ghani"].perhaps == ()
    assert rows["ashraf-ghani"].to_json()["perhaps"] == []


def test_the_reader_is_told_what_to_do(rows: dict[str, EntityRow]) -> None:
    assert "jirga decide" in slip(rows["x-imram-khan"])
