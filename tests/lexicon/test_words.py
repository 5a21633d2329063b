"""Words are compared by what they share across spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.errors import JirgaError
from jirga.lexicon.tables import rows, text
from jirga.lexicon.words import fold, key, together, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad", "Muhammed"),
        ("Tehreek", "Tehrik"),
        ("Sana'a", "Sanaa"),
        ("Qa’ida", "Qaeda"),
        ("Zürich", "Zurich"),
        ("Bogotá", "BOGOTA"),
        ("Khōst", "Khost"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Iran", "Iraq"), ("Niger", "Nigeria"), ("Mali", "Malawi"), ("Austria", "Australia")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_key_has_its_words_in_order() -> None:
    assert (
        key("Tehreek-e-Taliban  Pakistan") == key("Tehrik-i-Taliban Pakistan") == "tehrik i taliban pakistan"
    )


@given(st.text())
def test_offsets_of_words_are_in_order_and_in_the_text(text_: str) -> None:
    last = 0
    for word in words(text_):
        assert last <= word.start < word.end <= len(text_)
        last = word.end


def test_a_missing_data_file_is_one_clear_line() -> None:
    with pytest.raises(JirgaError) as failure:
        text("no-such-file.tsv")
    assert "no-such-file.tsv: lexicon" in failure.value.line() and "\n" not in failure.value.line()


def test_a_row_of_a_table_reads_by_column() -> None:
    row = next(iter(rows("states.tsv")))
    assert row["code"] == "AFG" and row["no such column"] == "" and "Afghan" in row.many("adjectives")
    assert row.where.startswith("states.tsv:")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Jamaat-ul-Ahrar", "Jamaatul Ahrar"),
        ("Jamaat-ul-Ahrar", "Jamatul Ahrar"),
        ("Jamaat-ud-Dawa", "Jamaatud Dawa"),
        ("Lashkar-e-Taiba", "Lashkare Taiba"),
        ("Lashkar-e-Taiba", "Lashkar Taiba"),
        ("Hezb-i-Islami", "Hizbi Islami"),
    ],
)
def test_linking_words_are_also_written_on_to_the_word_before(name: str, other: str) -> None:
    assert key(other) in {key(one) for one in together(name)}


@pytest.mark.parametrize("name", ["Boko Haram", "al-Shabaab", "Army of God", "I-E", ""])
def test_names_without_linking_words_have_no_other_way(name: str) -> None:
    assert list(together(name)) == []
