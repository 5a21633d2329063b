"""Offices and bodies of one state or body wherever they are."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.lexicon.offices import FILE, office_of
from jirga.lexicon.tables import rows
from jirga.model import Document


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("the pope", "VAT"),
        ("the Holy Father", "VAT"),
        ("two special rapporteurs", "UNO"),
        ("the father", None),
        ("", None),
    ],
)
def test_an_office_is_found_at_the_end_of_a_phrase(words: str, country: str | None) -> None:
    office = office_of(words)
    assert (office.country if office else None) == country


def test_every_row_has_a_country_and_a_source() -> None:
    for row in rows(FILE):
        assert row["phrase"] == row["phrase"].casefold() and row["country"] and row["source"], row.where


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        ("Relatives in Mali have appealed to the pope.", "the pope", ("VAT", "REL")),
        ("The junta in Niamey expelled the resident coordinator.", "the resident coordinator", ("UNO", None)),
        ("India gave rice to people made homeless by the storm.", "people", ("IND", "REF")),
    ],
)
def test_they_are_of_it_wherever_they_are(text: str, name: str, who: tuple[str, str | None]) -> None:
    document = Document(id="d", text_hash="d", text_version="1", source="d.txt", text=text, language="en")
    mention = next(m for m in analyse(document).mentions if m.name == name)
    assert (mention.country, mention.sector) == who
