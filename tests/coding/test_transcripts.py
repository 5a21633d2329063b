"""Who speaks in transcripts: labels in capitals and in common letters, and lines that only look like them."""

from __future__ import annotations

import pytest

from jirga.coding.attribution import attributions, speakers_of
from jirga.language import analyse
from jirga.model import Document


def chain(text: str, word: str) -> list[str]:
    """The names of who says what the first `word` of a text tells."""
    analysis = analyse(Document("d", "h", "1", "test", text, language="en"))
    token = next(t for t in analysis.doc if t.text == word)
    end = token.idx + len(token)
    return [one.name for one in speakers_of(attributions(analysis), token.idx, end, token.i)]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Shri P. ACHARJEE", "Shri P. ACHARJEE"),
        ("Ms McKEOWN", "Ms McKEOWN"),
        ("The MINISTER OF STATE FOR INTERIOR", "MINISTER OF STATE FOR INTERIOR"),
        ("Dr. Amina Farah", "Amina Farah"),
        ("Mr. Bains", "Bains"),
        ("THE GUERRILLA SIDE", "GUERRILLA SIDE"),
        ("The delegate of the party", "delegate of the party"),
    ],
)
def test_a_label_opens_the_turn_of_a_speaker_to_the_end_of_its_line(label: str, name: str) -> None:
    text = f"{label}: No convict was set free. The army shelled the town.\nSenator CABALLERO: Who fired?"
    assert chain(text, "shelled") == [name]
    assert chain(text, "fired") == ["CABALLERO"]


def test_one_label_is_enough_with_a_title_or_beside_a_question() -> None:
    assert chain("Dr. Amina Farah: The army shelled the town.", "shelled") == ["Amina Farah"]
    assert chain("Q. Who was it?\nLIEN: The army shelled the town.", "shelled") == ["LIEN"]


def test_what_the_medium_tells_under_a_label_is_the_documents_own_word() -> None:
    text = "HOST: The army shelled the town.\nDr. Amina Farah: The army burned it."
    assert chain(text, "shelled") == []
    assert chain(text, "burned") == ["Amina Farah"]


@pytest.mark.parametrize(
    "text",
    [
        "KABUL: The army shelled the town.",
        "Background: The army shelled the town.\nNext steps: The talks go on.",
        "The result: The army shelled the town.",
        "Kabul: The army shelled the town.\nHerat: Nothing.",
    ],
)
def test_a_dateline_or_a_heading_speaks_for_nobody(text: str) -> None:
    assert chain(text, "shelled") == []
