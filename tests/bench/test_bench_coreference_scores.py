from __future__ import annotations

import pytest
from bench.coreference_scores import all_scores, b_cubed, ceaf_e, conll, muc


def clusters(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_equal_clusterings_score_one_everywhere() -> None:
    same = clusters("abc", "de", "f")
    for score in all_scores([(same, same)]).values():
        assert (score.recall, score.precision, score.f1) == (1, 1, 1)


def test_muc_counts_the_links_that_a_cluster_needs() -> None:
    # Vilain et al.: gold {abcd}, told {ab}{cd}: two of three links are there, and both told are right
    score = muc(clusters("abcd"), clusters("ab", "cd"))
    assert (score.recall, score.precision) == (2 / 3, 1)


def test_b_cubed_of_the_example_of_bagga_and_baldwin() -> None:
    # gold {12345}{67}{89ABC}; told {12345}{6789ABC}: precision 16/21 (for the example with 1-5, 6-7, 8-C)
    gold, told = clusters("12345", "67", "89ABC"), clusters("12345", "6789ABC")
    score = b_cubed(gold, told)
    assert score.recall == 1
    assert score.precision == pytest.approx((5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12)


def test_ceaf_pairs_each_cluster_with_one_other() -> None:
    # φ4({abc},{ab}) = 4/5, φ4({de},{cde}) = 4/5; each of two clusters has its partner
    score = ceaf_e(clusters("abc", "de"), clusters("ab", "cde"))
    assert score.recall == pytest.approx(0.8)
    assert score.precision == pytest.approx(0.8)
    one = ceaf_e(clusters("ab", "cd"), clusters("abcd"))  # only one of the two can have it: 4/6
    assert (one.recall, one.precision) == (pytest.approx(2 / 3 / 2), pytest.approx(2 / 3))


def test_everything_apart_has_no_links_and_full_precision() -> None:
    gold, told = clusters("abc"), clusters("a", "b", "c")
    assert muc(gold, told).f1 == 0
    assert (b_cubed(gold, told).recall, b_cubed(gold, told).precision) == (pytest.approx(1 / 3), 1)
    assert ceaf_e(gold, told).recall == pytest.approx(2 / 4)


def test_texts_add_up_before_they_are_divided() -> None:
    first, second = (clusters("ab"), clusters("a", "b")), (clusters("cd"), clusters("cd"))
    scores = all_scores([first, second])
    assert scores["MUC"].recall == 0.5
    assert conll(scores) == pytest.approx(sum(one.f1 for one in scores.values()) / 3)
