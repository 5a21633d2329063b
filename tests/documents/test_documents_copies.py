from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.documents.copies import NEAR_COPY, bands, signature, similarity

WIRE = """ISLAMABAD (Wire) - The government and the group agreed on Tuesday to halt fire for a
month, a minister said, after weeks of talks in the Afghan city of Khost that elders from both sides
of the border had helped to arrange.

The minister told reporters that the truce would begin on Wednesday and could be extended if both
sides agreed, and that committees would meet to work out what he called a road map, without saying
who would sit on them.

A spokesman for the group confirmed the truce in a message and said that fighters had been told to
hold their positions, but denied that it had dropped its demand that prisoners be freed before any
lasting settlement.

Relatives of soldiers killed in earlier attacks protested outside the press club, holding pictures
of the dead and asking why parliament had not been consulted before the talks began in a foreign
country.

The group has fought the state since 2007, and at least four earlier truces between them broke down
within months."""

OTHER = """PESHAWAR - A month-long ceasefire between Islamabad and the militants came into force on
Wednesday, the first since their last deal collapsed, with police in three districts reporting a
quiet night.

Shopkeepers in the bazaar welcomed the pause but few expected it to last. "We have seen these papers
before," said a cloth merchant whose brother was killed by a bomb, adding that nobody had asked
people like him what they wanted.

The minister had announced the halt a day earlier. The group's spokesman said in a message that
fighters had been told to hold their positions, while an opposition senator demanded that parliament
see the terms."""


def edited(text: str, seed: int) -> str:
    """Return `text` as another paper prints it: new headline, last paragraph cut, every 50th word changed."""
    chance = random.Random(seed)
    words = " ".join(text.split("\n\n")[:-1]).split()
    kept = [word if chance.random() > 0.02 else "reportedly" for word in words]
    return "Guns fall silent\n\n" + " ".join(kept)


@pytest.mark.parametrize("seed", range(5))
def test_a_wire_report_reprinted_with_edits_is_a_near_copy(seed: int) -> None:
    one, two = signature(WIRE), signature(edited(WIRE, seed))
    assert similarity(one, two) >= NEAR_COPY
    assert set(bands(one)) & set(bands(two))


def test_two_reports_on_one_event_are_not_copies() -> None:
    assert similarity(signature(WIRE), signature(OTHER)) < NEAR_COPY / 2


def test_case_line_ends_and_punctuation_make_no_difference() -> None:
    assert signature(WIRE) == signature(WIRE.upper().replace("\n", " ").replace(",", ";"))


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_similarity_is_symmetric_and_one_for_the_same(a: list[str], b: list[str]) -> None:
    one, two = signature(" ".join(a)), signature(" ".join(b))
    assert similarity(one, two) == similarity(two, one)
    assert similarity(one, one) == 1
    assert (similarity(one, two) == 1) >= (a == b)


@given(st.text())
def test_any_text_has_a_signature_of_fixed_size(text: str) -> None:
    assert len(signature(text)) == 512
    assert len(set(bands(signature(text)))) == 42


def test_the_estimate_is_near_the_true_share_of_word_runs() -> None:
    texts = [WIRE, edited(WIRE, 1), edited(WIRE, 2), OTHER]
    for a, b in combinations(texts, 2):
        assert abs(similarity(signature(a), signature(b)) - true_share(a, b)) < 0.15


def true_share(a: str, b: str) -> float:
    one, two = ({tuple(w[i : i + 5]) for i in range(len(w) - 4)} for w in (words(a), words(b)))
    return len(one & two) / len(one | two)


def words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()
