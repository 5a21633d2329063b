"""Whatever the text, the analysis holds together."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.language import analyse
from jirga.model import Document

#: Pieces that wake the rules, between which anything may stand.
PIECES = st.sampled_from(
    re.split(
        r"\|",
        "In 2007|on 31 Feb. |9999 years ago|the army |Pakistan's |(TTP)|Khan, |they |KABUL: |\n\n|"
        "\r\n|By Ann Lee\n|“Stop!” |from 9 May to 3 April|al-|'s|the group |Joseph Lokuju |Lokuju |"
        "next Friday ",
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=14).map("".join)
DATES = st.sampled_from([None, "2022-06-08", "2022-06", "2022", "0001-01-01", "9999-12-31", "2017/2021", "?"])


@settings(max_examples=150, deadline=None)
@given(TEXTS, DATES)
def test_any_text_is_analysed_and_every_span_lies_in_it(text: str, published: str | None) -> None:
    analysis = analyse(Document("d", "h", "1", "text", text, published=published))
    assert analysis.doc.text == text
    for one in (*analysis.mentions, *analysis.times, *analysis.places):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
    for start, end in analysis.skipped:
        assert 0 <= start < end <= len(text)
    for position, one in enumerate(analysis.mentions):
        assert one.index == position and 0 <= one.head < len(analysis.doc)
        assert one.antecedent is None or one.antecedent != position
