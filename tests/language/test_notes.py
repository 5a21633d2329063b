"""Editors' notes in brackets are left out of the parse, and glosses are not."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.language.notes import notes
from jirga.language.parse import parse
from jirga.model import Document


@pytest.mark.parametrize(
    "note",
    [
        "[sic]",
        "[TEXT]",
        "[words indistinct]",
        "[3]",
        "[PASSAGE\nOMITTED]",
        "[name as received]",
        "[applause]",
    ],
)
def test_a_note_is_found(note: str) -> None:
    text = f"The army {note} left."
    assert [text[a:b].strip() for a, b in notes(text)] == [note]


@pytest.mark.parametrize("gloss", ["[the rebels]", "[PDC]", "[W]e", "(sic)", "[FARABUNDO MARTI FRONT]"])
def test_a_gloss_is_text(gloss: str) -> None:
    assert notes(f"The army {gloss} left.") == []


def test_a_note_neither_joins_nor_divides_sentences() -> None:
    doc = parse("He died.[3][4] A doctor said so. The army [words indistinct] left.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "He died.[3][4]",
        "A doctor said so.",
        "The army [words indistinct] left.",
    ]
    assert next(token for token in doc if token.text == "army").head.text == "left"


def test_a_note_mentions_nobody() -> None:
    text = "Rebels left the town. [TEXT] The army [PASSAGE OMITTED] said so. [END RECORDING]"
    analysis = analyse(Document("d", "h", "1", "text", text))
    assert {one.name for one in analysis.mentions} == {"Rebels", "The army"}
    assert analysis.is_skipped(text.index("PASSAGE"))


def test_a_gloss_stays_in_its_sentence() -> None:
    text = "They sang of the opposition, the Christian Democratic Party [PDC], which is in power. It lost."
    assert len(list(parse(text).sents)) == 2
