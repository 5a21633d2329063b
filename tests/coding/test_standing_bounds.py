"""Since when and until when: by a date, by a dated deed, by a clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Hakimullah Mehsud led the TTP until his death in 2013.", None, "2013"),
        ("Mullah Omar led the Taliban from 1994 until his death in April 2013.", "1994", "2013-04"),
        ("Noor Wali Mehsud has headed the TTP since the death of Mullah Fazlullah in 2018.", "2018", None),
        ("Baitullah Mehsud led the TTP until he was killed in August 2009.", None, "2009-08"),
        ("Noor Wali Mehsud has led the TTP since 2018.", "2018", None),
    ],
)
def test_a_state_ends_or_begins_with_a_dated_deed(
    code: Code, text: str, since: str | None, until: str | None
) -> None:
    (told,) = [s.relation for s in code(text, "2022-12-20") if s.relation is not None]
    assert (told.since, told.until) == (since, until)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Mullah Omar led the Afghan Taliban until his death in April 2013.", "REB"),
        ("Mullah Haibatullah has led the Afghan Taliban since May 2016.", "GOV"),
    ],
)
def test_parties_are_who_they_were_when_it_stood(code: Code, text: str, sector: str) -> None:
    (told,) = [s for s in code(text, "2022-12-20") if s.relation is not None]
    assert told.recipient[0].sector == sector
