"""The annotation file, the gold, and the peer's answers, whose documented figures come out."""

from __future__ import annotations

import json
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from bench.answers import CROSSWALK, Answer, Crosswalk, ours, universalpetrarch
from bench.bootstrap import estimate
from bench.gold import ANNOTATED, RECORDS, SLIPS, annotated, records
from bench.results import Figure
from bench.sources import AbsentError, corpora, needed, peers
from bench.types import GOLD, run, score

from bench import markup
from jirga.model import EVENT_TYPES, MODES

ROWS: list[dict[str, Any]] = [json.loads(line) for line in ANNOTATED.read_text("utf-8").splitlines()]
EVENTS = [event for row in ROWS for event in row["events"]]
GOLD_HERE = (corpora() / RECORDS).exists()
PEERS_HERE = (peers(corpora()) / "universalpetrarch").exists() and (corpora() / CROSSWALK).exists()
needs_gold = pytest.mark.skipif(not GOLD_HERE, reason="plover/gold_dev is absent (JIRGA_CORPORA)")
needs_peer = pytest.mark.skipif(not (GOLD_HERE and PEERS_HERE), reason="the peers' answers are absent")


def test_a_hundred_sentences_are_annotated_with_labels_of_plover_and_no_text() -> None:
    assert len({row["id"] for row in ROWS}) == 100
    assert all(set(row) == {"id", "text_sha256", "events"} for row in ROWS)
    for event in EVENTS:
        assert {event["type"], *event["alternatives"]} <= set(EVENT_TYPES)
        types = [event["type"], *event["alternatives"]]
        assert set(event["modes"]) <= {mode for one in types for mode in MODES.get(one, frozenset())}
        assert event["triggers"], "an event without a trigger cannot be shown"


def test_every_sentence_has_an_event_that_a_careful_coder_must_find() -> None:
    assert all(any(event["core"] for event in row["events"]) for row in ROWS)


def test_factuality_is_of_the_labels_described() -> None:
    labels = {"happened", "intended", "demanded", "wished", "conditional", "possible", "denied"}
    assert {event["factuality"] for event in EVENTS} == labels


def test_no_event_stands_twice_in_a_sentence() -> None:
    for row in ROWS:
        for one, other in combinations(row["events"], 2):
            same = (one["type"], one["triggers"][0], one["factuality"])
            assert same != (other["type"], other["triggers"][0], other["factuality"]), row["id"]


@needs_gold
def test_offsets_fit_the_texts_at_word_borders() -> None:
    texts = {record.id: record.text for record in records(corpora())}
    assert set(annotated(texts)) == {row["id"] for row in ROWS}  # compares every text's hash
    for row in ROWS:
        text = texts[row["id"]]
        spans = [span for event in row["events"] for span in event["triggers"]]
        spans += [p["mention"] for e in row["events"] for p in e["actor"] + e["recipient"] if p["mention"]]
        for start, end in spans:
            assert 0 <= start < end <= len(text)
            assert not (text[start - 1 : start].isalnum() and text[start].isalnum())
            assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


@needs_gold
def test_a_changed_text_is_refused() -> None:
    texts = {record.id: record.text + " " for record in records(corpora())}
    with pytest.raises(ValueError, match="not the one that was annotated"):
        annotated(texts)


@needs_gold
def test_gold_types_and_countries_are_all_of_plover_2() -> None:
    gold = records(corpora())
    assert len(gold) == 165
    assert {record.type for record in gold} == set(EVENT_TYPES)
    codes = {code for record in gold for code in record.source | record.target}
    assert not codes & {"JAP", "ITL", "VTN", "UNO", "EUR"}


@needs_peer
@pytest.mark.parametrize(
    ("dictionary", "recall", "precision", "f", "both"),
    [("petrarch1", 0.38, 0.38, 0.38, 0.24), ("petrarch2", 0.48, 0.28, 0.35, 0.22)],
)
def test_the_peer_s_documented_figures_come_out(
    dictionary: str, recall: float, precision: float, f: float, both: float
) -> None:
    figures = peer_figures(dictionary)
    assert figures["recall of the gold type"].value == pytest.approx(recall, abs=0.005)
    assert figures["strict precision"].value == pytest.approx(precision, abs=0.005)
    assert figures["strict F"].value == pytest.approx(f, abs=0.0075)  # as printed, of the rounded P and R
    assert figures["type and both countries"].value == pytest.approx(both, abs=0.005)


def peer_figures(dictionary: str) -> dict[str, Figure]:
    path = peers(corpora()) / "universalpetrarch" / f"plover_gold_dev.{dictionary}_dictionary.jsonl"
    found = universalpetrarch(path, Crosswalk(corpora() / CROSSWALK), as_documented=True)
    items, _ = score(records(corpora()), {}, found, dictionary)
    return {name: estimate(ratio, items) for name, ratio in GOLD.items()}


@needs_peer
def test_the_peer_is_scored_no_worse_than_documented() -> None:
    figures = run(corpora(), coder=lambda texts: {id_: [] for id_ in texts}).figures
    for name, documented in (
        ("UP petrarch1", peer_figures("petrarch1")),
        ("UP petrarch2", peer_figures("petrarch2")),
    ):
        for metric in ("recall of the gold type", "strict precision", "type and both countries"):
            assert figures[f"{name}: {metric}"].value >= documented[metric].value


@needs_gold
def test_an_oracle_that_answers_the_gold_scores_one() -> None:
    gold = {r.id: [Answer(r.type, r.source, r.target)] for r in records(corpora())}
    figures = run(corpora(), coder=lambda _: gold).figures
    for metric in GOLD:
        kept = 1 - len(SLIPS) / len(gold) if "slips" in metric else 1.0
        assert figures[f"Jirga: {metric}"].value == pytest.approx(kept), metric
    assert figures["Jirga: precision (100)"].value > 0.9, "the annotation must hold the gold's own event"


@cache
def coded() -> dict[str, list[Answer]]:
    return ours({"one": "The army released 100 prisoners. It did not attack the town."})


def test_ours_come_with_triggers_and_mark_what_did_not_happen() -> None:
    answers = coded()["one"]
    assert {one.type for one in answers if one.happened} == {"RETREAT"}
    assert all(one.trigger for one in answers)


def test_a_missing_corpus_is_told_in_one_line() -> None:
    with pytest.raises(AbsentError, match=r"plover/gold_dev/none\.json is absent: set JIRGA_CORPORA"):
        needed(corpora() / "plover" / "gold_dev" / "none.json")


def test_phrases_become_offsets_and_ambiguous_ones_are_refused() -> None:
    text = "Israel said that Israeli troops left; Israel denied it."
    assert markup.locate(text, "israeli troops") == [17, 31]
    assert markup.locate(text, "Israel#2") == [38, 44]
    with pytest.raises(ValueError, match="2 times"):
        markup.locate(text, "Israel")
    with pytest.raises(ValueError, match="0 times"):
        markup.locate(text, "troop")
