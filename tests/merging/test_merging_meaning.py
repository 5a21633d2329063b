"""What a trigger means where it stands: beside the words where both statements have it, else nothing."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from merging_statements import told

from jirga.merging import linking, marks
from jirga.merging.meaning import likeness, unpacked
from jirga.merging.pairs import features
from jirga.model import Document, Reading, Statement
from jirga.store import Store

AROUND = marks.setting(Document("d", "d", "1", "d.txt", "Gunmen raided and stormed the post."))
ONE, ASKEW, OPPOSITE = bytes([127, 0]), bytes([127, 127]), bytes([129, 0])  # 129: -127 as a signed byte


def seen(trigger: str, vector: bytes | None) -> marks.Marks:
    return marks.marks(told("d", f"Gunmen {trigger} the post.", trigger), AROUND, vector)


def test_vectors_come_out_at_length_one() -> None:
    vector = unpacked(ASKEW)
    assert vector is not None
    assert [*vector] == pytest.approx([math.sqrt(0.5), math.sqrt(0.5)])
    assert unpacked(None) is unpacked(bytes(2)) is None


def test_likeness_is_their_cosine_and_nothing_between_two_models() -> None:
    one, askew, opposite, other = map(unpacked, (ONE, ASKEW, OPPOSITE, bytes([127, 0, 0])))
    assert one and askew and opposite and other
    assert likeness(one, askew) == likeness(askew, one) == pytest.approx(math.sqrt(0.5))
    assert likeness(one, opposite) == pytest.approx(-1)
    assert likeness(one, other) == 0


def test_one_word_told_twice_and_two_words_are_weighed_apart() -> None:
    raided, again, stormed = seen("raided", ONE), seen("raided", ASKEW), seen("stormed", ASKEW)
    assert features(raided, stormed)["alike in meaning, two words"] == pytest.approx(math.sqrt(0.5))
    assert features(raided, again)["alike in meaning, one word"] == pytest.approx(math.sqrt(0.5))


def test_where_one_has_no_vector_nothing_is_other_than_without() -> None:
    raided, stormed = seen("raided", ONE), seen("stormed", ASKEW)
    bare = replace(stormed, meaning=None)
    assert features(raided, bare) == features(replace(raided, meaning=None), bare)
    assert linking.thousandths(raided, bare) == linking.thousandths(replace(raided, meaning=None), bare)


def test_two_words_that_mean_the_same_where_they_stand_count_for_more() -> None:
    assert linking.weights(meaning=True) != linking.weights()
    raided = seen("raided", ONE)
    near, far = (linking.thousandths(raided, seen("stormed", vector)) for vector in (ONE, OPPOSITE))
    assert near > far


TEXT = "Gunmen raided the post. They stormed it."
DOCUMENT = Document("a" * 64, "a" * 64, "1", "d.txt", TEXT, language="en")
READING = Reading("rd_1", DOCUMENT.id, "1", "hand-1", "lexicon-1", "usual")


def said(trigger: str) -> Statement:
    return replace(told(DOCUMENT.id, DOCUMENT.text, trigger, at=0), reading=READING.id)


def test_a_record_keeps_the_vectors_of_those_statements_that_have_one(tmp_path: Path) -> None:
    first, second = said("raided"), said("stormed")
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(DOCUMENT, READING, [first, second], meanings={first.id: ASKEW, "st_another": ONE})
        assert store.meanings([first.id, second.id]) == {first.id: ASKEW}
        with store.merging() as tables:
            assert [*tables.meanings([1, 2]).values()] == [ASKEW]
