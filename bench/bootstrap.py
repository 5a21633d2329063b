"""95% intervals by resampling items: percentile bootstrap, paired for differences, with a fixed seed.

A score is a ratio of sums over items (recall = hits / gold; F = 2 hits / (found + gold)), so an item is a row
of counts, and a resample of items re-sums the rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.results import Figure

SEED = 2026
RESAMPLES = 2000
#: Percentiles that bound a 95% interval.
BOUNDS = (2.5, 97.5)

Counts = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A score: the weighted sum of some counts over the weighted sum of others, each a {count: weight}."""

    above: Mapping[str, float]
    below: Mapping[str, float]

    def of(self, items: Sequence[Counts], picks: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return the score of every resample: one row of `picks` holds the indices of its items."""
        over = np.array([_weighted(item, self.above) for item in items], dtype=float)[picks].sum(axis=1)
        under = np.array([_weighted(item, self.below) for item in items], dtype=float)[picks].sum(axis=1)
        shares: NDArray[np.float64] = np.divide(over, under, out=np.zeros_like(over), where=under > 0)
        return shares


def share(above: str, below: str) -> Ratio:
    """Return the ratio of one count to another."""
    return Ratio({above: 1.0}, {below: 1.0})


def f_score(right: str, found: str, gold: str) -> Ratio:
    """Return F1 as a ratio of sums: 2 right / (found + gold)."""
    return Ratio({right: 2.0}, {found: 1.0, gold: 1.0})


def estimate(ratio: Ratio, items: Sequence[Counts], *, gated: bool = False) -> Figure:
    """Return the score over all items with its interval."""
    value = ratio.of(items, np.arange(len(items))[None, :])[0]
    low, high = np.percentile(ratio.of(items, resamples(len(items))), BOUNDS)
    return Figure(float(value), float(low), float(high), gated)


def difference(ratio: Ratio, ours: Sequence[Counts], theirs: Sequence[Counts]) -> Figure:
    """Return our score less theirs, both resampled on the same items."""
    if len(ours) != len(theirs):
        raise ValueError(f"paired scores need the same items: {len(ours)} and {len(theirs)}")
    whole, picks = np.arange(len(ours))[None, :], resamples(len(ours))
    value = ratio.of(ours, whole)[0] - ratio.of(theirs, whole)[0]
    low, high = np.percentile(ratio.of(ours, picks) - ratio.of(theirs, picks), BOUNDS)
    return Figure(float(value), float(low), float(high))


def resamples(items: int) -> NDArray[np.intp]:
    """Return RESAMPLES rows of `items` indices drawn with replacement, the same for the same number."""
    return np.random.default_rng(SEED).integers(0, items, size=(RESAMPLES, items), dtype=np.intp)


def _weighted(item: Counts, weights: Mapping[str, float]) -> float:
    return sum(weight * item[name] for name, weight in weights.items())
