"""Which statements meet: by their keys, which the record keeps as numbers in the order of time."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging_statements import ARMY, GUNMEN, TTP, told

from jirga.merging import clusters
from jirga.merging.blocking import hashed, keys
from jirga.merging.marks import Marks, marks, setting
from jirga.model import Document, Where

DAYS = ("2003-02-01", "2003-02-02", "2003-02-20", "2011-07-14", "2022-05-30", "2022/2023")


def seen(day: str | None, number: int = 0) -> Marks:
    document = Document(f"d{number}", "h", "1", "d.txt", "Gunmen killed nine men.", published="2023-01-05")
    statement = told(
        document.id,
        f"Gunmen killed nine men of Company {number}.",
        "killed",
        at=0,
        day=day,
        place=("Khost", "Quetta")[number % 2],
        actor=((TTP,), (GUNMEN,), (ARMY,))[number % 3],
    )
    return marks(statement, setting(document))


@given(st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_numbers_of_keys_are_equal_where_keys_are(one: str, other: str) -> None:
    first, second = keys(seen(one)), keys(seen(other))
    shared = {hashed(key) for key in first} & {hashed(key) for key in second}
    assert shared == {hashed(key) for key in first & second}
    assert all(0 <= hashed(key) < 1 << 63 for key in first | second)


def test_keys_of_one_time_lie_side_by_side_and_later_ones_behind_them() -> None:
    dated = [
        sorted(hashed(key) for key in keys(seen(day)) if key.split()[1][0] in "dwy") for day in DAYS[1:5]
    ]
    assert dated == sorted(dated)
    assert all(before[-1] < after[0] for before, after in pairwise(dated))


def test_keys_without_a_time_are_told_apart_too() -> None:
    timeless = {key for key in keys(seen(None)) if key.startswith("said ") or " in " in key}
    assert len({hashed(key) for key in timeless}) == len(timeless) == 2


def test_few_statements_and_many_meet_by_the_same_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    some = [seen(chance.choice(DAYS), number) for number in range(40)]
    each_with_each = clusters.met(some)
    monkeypatch.setattr(clusters, "_FEW", 0)
    assert clusters.met(some) == each_with_each
    assert 0 < len(each_with_each) < 40 * 39 // 2


def test_two_deeds_of_one_day_in_one_country_meet_whatever_they_are_called() -> None:
    def deed(number: int, sentence: str, trigger: str, country: str) -> Marks:
        document = Document(f"d{number}", "h", "1", "d.txt", "text", published="2023-01-05")
        where = Where(country=country, precision="country")
        return marks(told(document.id, sentence, trigger, day="2023-01-04", where=where), setting(document))

    first = deed(1, "Two boys perished.", "perished", "NER")
    assert clusters.met([first, deed(2, "A mine went off.", "went off", "NER")])
    assert not clusters.met([first, deed(2, "A mine went off.", "went off", "TCD")])
