"""Vectors of triggers: packed into signed bytes, of the word that heads the trigger, or absent."""

from __future__ import annotations

import numpy as np

from jirga.coding.learned import Scores
from jirga.coding.meanings import meaning, meanings, packed
from jirga.coding.windows import Window
from jirga.language.parse import parse
from jirga.model import Span

TEXT = "Gunmen opened fire on a convoy."
DOC = parse(TEXT)


def scores(width: int = 2) -> Scores:
    found = Scores(len(DOC))
    found.meaning = np.zeros((len(DOC), width), dtype=np.float32)
    found.meaning[1] = (0.5, -1)
    return found


def test_the_largest_number_becomes_127_and_direction_stays() -> None:
    vector = packed(np.array([0.5, -1, 0], dtype=np.float32))
    assert vector == bytes([64, 129, 0])  # 129: -127 as a signed byte
    assert packed(np.zeros(3, dtype=np.float32)) is None


def test_the_vector_of_a_trigger_is_that_of_its_head() -> None:
    assert meaning(DOC, scores(), Span.of(TEXT, 7, 18)) == bytes([64, 129])
    assert meaning(DOC, scores(), Span.of(TEXT, 24, 30)) is None


def test_weights_without_a_head_of_meaning_and_rules_alone_give_none() -> None:
    assert meanings(DOC, None, ()) == meanings(DOC, Scores(len(DOC)), ()) == {}


def test_only_the_words_of_the_sentence_are_written_not_its_context() -> None:
    found = Scores(3)
    window = Window(("a", "b", "c"), (0, 1, 2), 1)
    sized = (found.kinds, found.modes, found.polarity, found.modality, found.degree)
    out = [np.zeros_like(one) for one in sized]
    found.put(window, [*out, np.zeros((6, 3, 4), dtype=np.float32), np.ones((3, 2), dtype=np.float32)])
    assert found.meaning is not None
    assert found.meaning.tolist() == [[0, 0], [1, 1], [1, 1]]
