"""The coder as others call it: ids, languages, failures."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding import Coder

TEXT = "Militants attacked a police post in Peshawar on Friday, killing four officers, police said."


def test_the_same_document_reads_the_same(coder: Coder) -> None:
    first, second = (
        coder.code(document(TEXT, "2021-11-10")),
        Coder(learned=False).code(document(TEXT, "2021-11-10")),
    )
    assert first == second
    assert first.reading.id == coder.reading_id(document(TEXT, "2021-11-10"))


def test_another_date_is_another_reading(coder: Coder) -> None:
    assert coder.reading_id(document(TEXT, "2021-11-10")) != coder.reading_id(document(TEXT, "2021-11-11"))


def test_another_configuration_is_another_reading(coder: Coder) -> None:
    assert Coder(configuration="x", learned=False).reading_id(document(TEXT)) != coder.reading_id(
        document(TEXT)
    )


def test_a_language_we_do_not_read_is_a_failed_reading_that_says_so(coder: Coder) -> None:
    coded = coder.code(document("Los rebeldes atacaron el pueblo.", language="es"))
    assert (coded.reading.status, coded.statements) == ("failed", ())
    assert "es" in coded.reading.problems[0].what


def test_an_empty_text_has_nothing_to_say(coder: Coder) -> None:
    assert coder.code(document(" \n ")).statements == ()


def test_ids_are_distinct_within_a_document(coder: Coder) -> None:
    found = coder.code(document(" ".join([TEXT] * 3), "2021-11-10")).statements
    assert len({s.id for s in found}) == len(found) >= 3


@pytest.mark.parametrize("word", ["March ", "$1 ", "KUNDUZ, ", "(", "A.B. "])
def test_a_column_of_one_word_is_read_like_any_text(coder: Coder, word: str) -> None:
    """A table chains hundreds of words; they may neither go too deep nor cost the cube of their number."""
    coded = coder.code(document("Troops shelled two villages. " + word * 400 + "The mayor fled."))
    assert coded.reading.status == "complete"
