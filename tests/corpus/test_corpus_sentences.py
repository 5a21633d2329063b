"""Our own sentence splitter, and EDTF as the guidelines use it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from corpus.edtf import bounds
from corpus.sentences import sentence_at, sentences
from hypothesis import given
from hypothesis import strategies as st


def split(text: str, *, wrapped: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences(text, wrapped=wrapped)]


def test_titles_initials_and_numbers_end_no_sentence() -> None:
    assert split("Gen. J. Musa spoke. He left on Dec. 5 at No. 10.") == [
        "Gen. J. Musa spoke.",
        "He left on Dec. 5 at No. 10.",
    ]
    assert split("3. The parties met. They said no. Talks go on.") == [
        "3. The parties met.",
        "They said no.",
        "Talks go on.",
    ]


def test_quotes_close_with_their_sentence() -> None:
    assert split('"We will stay." He paused. “Or not!” she said.') == [
        '"We will stay."',
        "He paused.",
        "“Or not!” she said.",
    ]


def test_a_line_ends_a_sentence_unless_lines_are_wrapped() -> None:
    text = "THE ARMY DENIED\nTHE RAID.\n\nIT WAS QUIET"
    assert split(text) == ["THE ARMY DENIED", "THE RAID.", "IT WAS QUIET"]
    assert split(text, wrapped=True) == ["THE ARMY DENIED\nTHE RAID.", "IT WAS QUIET"]


@given(st.text(alphabet='Ab1 .!?"\n', max_size=80), st.booleans())
def test_sentences_cover_every_word_in_order(text: str, wrapped: bool) -> None:
    spans = sentences(text, wrapped=wrapped)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for index, (start, end) in enumerate(spans):
        assert start < end
        assert sentence_at(spans, start) == index


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2022-06-02", ("2022-06-02", "2022-06-02")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2017/2021", ("2017-01-01", "2021-12-31")),
        ("2022/..", ("2022-01-01", None)),
        ("../2022-06", (None, "2022-06-30")),
        ("2022-06-02~", ("2022-06-02", "2022-06-02")),
        ("2022-21", ("2022-03-01", "2022-05-31")),
    ],
)
def test_edtf_allows_these_days(edtf: str, days: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == days


@pytest.mark.parametrize(
    "wrong", ["yesterday", "2022-13", "2022-02-30", "2022/2020", "../..", "2022/2023/2024", ""]
)
def test_what_is_no_edtf_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bounds(wrong)
