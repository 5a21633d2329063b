"""The corpus's scorer on cases worked by hand."""

from __future__ import annotations

from dataclasses import replace

from corpus.nouns import Pair, Passage

from bench import corpus as bench
from jirga.coding import Coder
from jirga.model import Document, Factuality, Span, Statement, When, Where

TEXT = "Rebels attacked the town on Monday. The army released the prisoners."


def passage(*statements: Statement, stance: str = "") -> Passage:
    document = Document("d", "d", "v", "s", TEXT, language="en")
    pair = Pair("set", stance, "x") if stance else None
    return Passage("p", "h", "dev", "wire", "none", document, ((0, 35), (36, 68)), statements, pair=pair)


def coded() -> tuple[Statement, Statement]:
    first, second = Coder().code(passage().document).statements
    return first, second


def unreal(statement: Statement) -> Statement:
    return replace(statement, factuality=Factuality(polarity="negated"))


def test_what_both_have_counts_once_and_the_rest_on_its_side() -> None:
    first, second = coded()
    assert bench._statements(passage(first, second), passage(first)) == {"right": 1, "gold": 2, "found": 1}
    assert bench._types(passage(first), passage(first, second)) == {"right": 1, "gold": 1, "found": 2}


def test_an_event_is_dated_rightly_only_by_the_same_date() -> None:
    first, second = coded()
    undated = replace(first, when=When())
    other = replace(first, when=replace(first.when, edtf="1999"))
    assert first.when.mention is not None and second.when.mention is None
    assert bench._dates(passage(first), passage(first)) == {"right": 1, "gold": 1, "found": 1}
    assert bench._dates(passage(first), passage(other)) == {"right": 0, "gold": 1, "found": 1}
    assert bench._dates(passage(first, second), passage(undated, second)) == {
        "right": 0,
        "gold": 1,
        "found": 0,
    }


def test_a_happening_that_the_gold_denies_is_not_rightly_told() -> None:
    first, second = coded()
    assert bench._honest(passage(unreal(first), second), passage(first, second)) == {"right": 1, "gold": 2}
    assert bench._found(passage(first, second), passage(unreal(first), second)) == {"right": 1, "gold": 2}


def test_a_twin_is_held_back_only_where_its_clause_is_not_told_as_done() -> None:
    first, _ = coded()
    twin = passage(unreal(first), stance="negated")
    assert bench._twin_held_back(twin, passage(unreal(first))) == {"right": 1.0, "gold": 1}
    assert bench._twin_held_back(twin, passage(first)) == {"right": 0.0, "gold": 1}
    assert bench._affirmed_found(passage(first, stance="affirmed"), passage(first)) == {
        "right": 1.0,
        "gold": 1,
    }
    assert bench._affirmed_found(twin, passage(first)) == {"right": 0, "gold": 0}


def placed(statement: Statement, start: int, end: int, country: str, precision: str) -> Statement:
    where = Where("N", country, precision=precision, mention=Span.of(TEXT, start, end))  # type: ignore[arg-type]
    return replace(statement, where=where)


def test_an_event_is_placed_rightly_by_the_mention_whatever_the_spelling() -> None:
    first, second = coded()
    gold = placed(first, 17, 25, "PAK", "place")
    other = replace(gold, where=replace(gold.where, name="M", precision="district"))
    elsewhere = placed(first, 0, 6, "PAK", "place")
    assert bench._places(passage(gold), passage(gold)) == {"right": 1, "coded": 1, "gold": 1, "found": 1}
    assert bench._places(passage(gold), passage(other)) == {"right": 1, "coded": 0, "gold": 1, "found": 1}
    assert bench._places(passage(gold), passage(elsewhere)) == {"right": 0, "coded": 0, "gold": 1, "found": 1}
    assert bench._places(passage(second), passage(second)) == {"right": 0, "coded": 0, "gold": 0, "found": 0}
