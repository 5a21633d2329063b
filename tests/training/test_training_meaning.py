"""Fitting the head of meaning, on made-up numbers; needs the environment of `make train` (torch, onnx)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from bench.ecb import Mention
from bench.ecb_statements import Told

pytest.importorskip("torch", reason="torch is installed by `make train` alone")
pytest.importorskip("onnx", reason="onnx is installed by `make train` alone")

from training.meaning import crossed, fitted  # after the packages that it needs

TOPICS, CHAINS, EACH, WIDE = 4, 6, 4, 40


def a_part() -> Told:
    """Each topic with chains of some mentions; every document of one subtopic."""
    mentions = [
        Mention(f"m{topic}-{chain}-{at}", f"{topic}_{at}ecb", 0, (0,), f"c{topic}-{chain}")
        for topic in range(TOPICS)
        for chain in range(CHAINS)
        for at in range(EACH)
    ]
    return Told(mentions, {}, {}, {}, {}, {})


def numbers_of(part: Told) -> np.ndarray:
    """Numbers of which ten tell the chain, and thirty louder ones tell nothing."""
    some = np.random.default_rng(2026)
    chains = {one.chain: some.normal(size=10) for one in part.mentions}
    noise = some.normal(size=(len(part.mentions), WIDE)) * np.r_[np.full(10, 0.2), np.full(30, 1.0)]
    noise[:, :10] += np.array([chains[one.chain] for one in part.mentions])
    return noise.astype(np.float32)


def gap(vectors: np.ndarray, part: Told) -> float:
    """How much closer mentions of one chain lie than others of their topic, in mean cosine."""
    cosines = vectors @ vectors.T
    chain = np.array([one.chain for one in part.mentions])
    topic = np.array([one.topic for one in part.mentions])
    same = (chain[:, None] == chain) & ~np.eye(len(chain), dtype=bool)
    other = (topic[:, None] == topic) & (chain[:, None] != chain)
    return float(cosines[same].mean() - cosines[other].mean())


def test_mentions_of_one_event_come_closer_than_they_were() -> None:
    part = a_part()
    seen = numbers_of(part)
    plain = (seen - seen.mean(0)) / seen.std(0)
    before = gap(plain / np.linalg.norm(plain, axis=1, keepdims=True), part)
    assert gap(fitted(seen, part, seed=1)(seen), part) > before + 0.2


def test_the_same_seed_gives_the_same_head_and_another_another() -> None:
    part = a_part()
    seen = numbers_of(part)
    one, again, other = (fitted(seen, part, seed=seed).matrix for seed in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_vectors_for_weighing_never_saw_the_events_of_their_own_topic() -> None:
    part = a_part()
    seen = numbers_of(part)
    mixed = [
        replace(one, chain=f"c0-{at % 5}") if one.topic == "0" else one
        for at, one in enumerate(part.mentions)
    ]
    told = crossed(seen, part, seed=1)
    retold = crossed(seen, replace(part, mentions=mixed), seed=1)
    own = np.array([one.topic == "0" for one in part.mentions])
    assert np.array_equal(told[own], retold[own])
    assert not np.array_equal(told[~own], retold[~own])
