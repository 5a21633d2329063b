"""When a place of ours is the gold's."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.placemisses import listed, mistakes
from bench.places import Article, Toponym, distance

from jirga.lexicon.places import gazetteer


def test_degrees_become_kilometres() -> None:
    assert distance((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("title", "name", "right"),
    [
        ("Georgia (country)", "Georgia", True),
        ("Georgia (U.S. state)", "Georgia", False),
        ("The Gambia", "Gambia", True),
        ("Africa", "Africa", True),
        ("Europe", "Africa", False),
        ("Baltic Sea", "Baltic Sea", True),
    ],
)
def test_what_has_no_point_is_told_by_the_golds_page(title: str, name: str, right: bool) -> None:
    best = gazetteer().named(name)[0]
    assert best.lat is None and Toponym(0, 1, (1.0, 1.0), title=title).is_right(best) is right


def test_a_place_is_right_within_161_km_of_the_gold() -> None:
    quetta = gazetteer().named("Quetta")[0]
    assert Toponym(0, 1, (30.9, 67.5)).is_right(quetta)
    assert not Toponym(0, 1, (33.0, 67.5)).is_right(quetta)


def test_geonames_number_decides_where_the_gold_has_it() -> None:
    ontario = next(p for p in gazetteer().named("Ontario") if p.precision == "province")
    assert Toponym(0, 1, (43.0, -79.0), id=str(ontario.geonameid)).is_right(ontario)


def test_mistakes_tell_what_was_missed_and_what_was_put_elsewhere_and_why() -> None:
    text = "Troops left Hyderabad for Qwxburg. A bomb fell in Kano, not in India."
    gold = (
        Toponym(12, 21, (25.4, 68.4)),
        Toponym(26, 33, (1.0, 1.0)),
        Toponym(63, 68, (20.0, 77.0), title="India"),
    )
    found = {kind: name for (kind, name, _), _ in mistakes(Article(text, gold))}
    assert found["elsewhere, ambiguous"] == "Hyderabad"  # of Sindh, where the text speaks of India
    assert found["no toponym"] == "Kano" and "India" not in found.values()


def test_the_commonest_mistakes_of_a_kind_come_first() -> None:
    one, two = ("missed", "Wana", ""), ("missed", "Hit", "")
    lines = list(listed("X", Counter({one: 1, two: 3}), {one: "in Wana", two: "in Hit"}, 1))
    assert lines == ["X: missed: 4", "  3 Hit | in Hit"]
