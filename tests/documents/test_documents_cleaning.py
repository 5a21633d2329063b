from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.documents.cleaning import clean, one_line

# Text with far more of what the cleaner acts on than chance would give.
TROUBLE = st.text(
    st.sampled_from(
        "ab e\u0301é\n\r\t\x0b\x0c\x85\u2028\u2029\xa0\u2009"
        "\u200b\u200c\u200dز\xad\ufeff\u202e\x00\ud800\U000e0041"
    )
)


@given(st.one_of(TROUBLE, st.text()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TROUBLE)
def test_clean_text_can_be_stored_and_holds_nothing_unseen(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not set(cleaned) & set("\r\t\x00\xad\u200b\u202e\ufeff\xa0\U000e0041")
    assert "\n\n\n" not in cleaned


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("one\r\n\r\n\r\n \r\ntwo\rthree", "one\n\ntwo\nthree"),
        ("a\xa0b\t c", "a b c"),
        ("nego\xadtiations\u200b", "negotiations"),
        ("Cafe\u0301", "Café"),
        ("\u202eevil\u202c", "evil"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("pay\u200cload", "payload"),
        ("“Yes” — ‘no’…", "“Yes” — ‘no’…"),
    ],
)
def test_words_and_paragraphs_stay_while_unseen_characters_go(raw: str, wanted: str) -> None:
    assert clean(raw) == wanted


def test_a_title_is_one_line() -> None:
    assert one_line(" Truce\n  extended\u2028again ") == "Truce extended again"
