from __future__ import annotations

import pytest
from bench.attribution import Gold
from bench.bootstrap import estimate

from bench import attribution, figures

SAID = Gold(((0, 6),), ((7, 11),), ((12, 30),))
LATER = Gold(((40, 46),), ((47, 51),), ((52, 70),))


def test_an_article_found_whole_scores_one_and_one_of_two_halves_recall() -> None:
    both = attribution.item([SAID, LATER], [SAID, LATER])
    half = attribution.item([SAID, LATER], [SAID])
    assert both["whole overlap hits"] == both["whole overlap gold"] == 2
    assert (half["cue exact hits"], half["cue exact gold"]) == (1, 2)
    assert (half["cue exact kept"], half["cue exact found"]) == (1, 1)


def test_a_span_that_only_overlaps_is_not_exact() -> None:
    near = Gold(((0, 5),), SAID.cue, SAID.content)
    counts = attribution.item([SAID], [near])
    assert (counts["source exact hits"], counts["source overlap hits"]) == (0, 1)


@pytest.mark.parametrize(
    ("truth", "answer", "exact", "answered", "kept"),
    [(2, 2.0, 1, 1, 0), (2, 3.0, 0, 1, 0), (2, None, 0, 0, 0), (0, None, 0, 0, 1), (0, 1.0, 0, 0, 0)],
)
def test_an_article_counts_for_its_side_of_zero(
    truth: float, answer: float | None, exact: int, answered: int, kept: int
) -> None:
    counts = figures.item(truth, answer)
    assert (counts["exact"], counts["answered"], counts["kept"]) == (exact, answered, kept)
    assert counts["above"] + counts["zero"] == 1


def test_a_share_over_articles_has_an_interval_around_it() -> None:
    counts = [figures.item(1, 1.0), figures.item(1, None), figures.item(0, None)] * 10
    figure = estimate(figures.SCORES["exact"], counts)
    assert figure.value == 0.5
    assert figure.low is not None and figure.high is not None
    assert figure.low < 0.5 < figure.high


def test_a_year_s_total_is_no_answer_for_an_article_s_event() -> None:
    text = "Two men were killed in the blast. Thirty people have been killed since January 2019."
    assert figures.answers(text)["killed"] == 2
    assert figures.answers("Thirty people have been killed since January 2019.")["killed"] is None
