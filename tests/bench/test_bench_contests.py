"""The benches of contests and truces: matching worked by hand, and keys that fit their reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench import contests, keys
from jirga import documents
from jirga.model import Document, Position


@pytest.fixture(scope="module")
def story() -> contests.Story:
    return next(one for one in contests.stories(("train",)) if one.name == "kalma-market")


def test_gold_clusters_become_events_and_the_rest_stand_alone(story: contests.Story) -> None:
    told = contests.gold_events(story)
    assert set(story.events) <= {one.statements for one in told}
    ids = [one for event in told for one in event.statements]
    assert len(ids) == len(set(ids))


def test_a_question_is_found_only_where_its_answers_are_set_apart(story: contests.Story) -> None:
    told, evidence = contests.by_gold(story)
    question, answers = story.contests[1]
    hits = [one for one in contests.found_in(told, evidence) if contests.is_found(answers, one, evidence)]
    assert question == "Who fired first at Kalma?"
    (hit,) = hits
    together = tuple(voice for position in hit.positions for voice in position.voices)
    one_position = hit.__class__(hit.id, hit.about, hit.question, (Position("all", together),))
    assert not contests.is_found(answers, one_position, evidence)


def test_dependent_reports_are_counted_by_kind(story: contests.Story) -> None:
    assert dict(contests.dependent(story)) == {"copy": [True], "rewrite": [False]}


# --- the keys -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reports() -> dict[str, Document]:
    found: dict[str, Document] = {}
    for source in documents.discover([keys.HERE / "reports"]):
        assert isinstance(source, documents.Source)
        for one in documents.read(source):
            assert isinstance(one, Document)
            found[Path(one.source).name] = one
    return found


def passages(obj: Any) -> Iterator[tuple[str, str]]:
    """Every pair of a report and a stretch of it."""
    if isinstance(obj, dict):
        for value in obj.values():
            yield from passages(value)
    elif isinstance(obj, list) and isinstance(next(iter(obj), None), str) and _names_a_report(obj[0]):
        yield obj[0], obj[1]
    elif isinstance(obj, list):
        for value in obj:
            yield from passages(value)


def _names_a_report(words: str) -> bool:
    return words.partition(":")[0].endswith(tuple(f".{ending}" for ending in keys.ENDINGS))


@pytest.mark.parametrize("name", ["truces.json", "contests.json"])
def test_every_passage_of_a_key_stands_once_in_its_report(name: str, reports: dict[str, Document]) -> None:
    told = list(passages(json.loads((keys.HERE / "keys" / name).read_text(encoding="utf-8"))))
    assert len(told) > 30
    wrong = [(report, near) for report, near in told if reports[report].text.count(near) != 1]
    assert not wrong


def test_values_are_right_missed_or_wrong_and_a_sharper_date_fits() -> None:
    score = keys.Score()
    score.compare("dates", "t", {"2014-04", "2014-03-01"}, {"2014-04-15", "2014-02-01"}, {"2014-02-01"})
    assert (score.right["dates"], score.missed["dates"], score.wrong["dates"]) == (1, 1, 0)
    assert score.rate("dates") == (0.5, 1.0)
