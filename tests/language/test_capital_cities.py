"""Capitals that stand for governments: whoever is accused or urged is no city."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.model import Document


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Pakistan accuses Kabul of sheltering the TTP.", "afghanistan-government"),
        ("Washington and Delhi urged Kabul to arrest them.", "afghanistan-government"),
        ("The rebels shelled Kabul for a day.", None),
        ("He flew to Kabul for a day.", None),
    ],
)
def test_a_capital_is_its_government_where_one_deals_with_it(text: str, entity: str | None) -> None:
    read = analyse(Document("d", "h", "1", "text", text, published="2022-12-20"))
    assert [m.entity for m in read.mentions if m.name in {"Kabul", "Government of Afghanistan"}] == [entity]
