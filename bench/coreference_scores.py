"""How well clusters agree with gold ones: MUC, B³, CEAFe and their mean, as in CoNLL-2012.

After the reference definitions: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF with
the φ4 similarity, CEAFe), Pradhan et al. 2014 (which implementation counts). Both clusterings are of the
same mentions; a mention that stands in no cluster is one by itself. Scores are sums over numerators and
denominators, so that several topics add up as the reference scorer adds documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Numerators and denominators of recall and precision; scores of several texts add up."""

    met: float
    gold: float
    right: float
    told: float

    def __add__(self, other: Score) -> Score:
        """Return the score over both texts."""
        return Score(
            self.met + other.met, self.gold + other.gold, self.right + other.right, self.told + other.told
        )

    @property
    def recall(self) -> float:
        """The share of the gold that was met."""
        return self.met / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """The share of what was told that is right."""
        return self.right / self.told if self.told else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def muc(gold: Clusters, told: Clusters) -> Score:
    """Return the MUC score: links kept of those that a cluster needs; a cluster of one needs none."""
    return Score(_kept(gold, told), _needed(gold), _kept(told, gold), _needed(told))


def b_cubed(gold: Clusters, told: Clusters) -> Score:
    """Return B³: for each mention the share of its cluster that both clusterings put with it."""
    mentions = sum(map(len, gold))
    met = right = 0.0
    of = _cluster_of(told)
    for cluster in gold:
        for other, shared in Counter(of[one] for one in cluster).items():
            met += shared * shared / len(cluster)
            right += shared * shared / len(told[other])
    return Score(met, mentions, right, mentions)


def ceaf_e(gold: Clusters, told: Clusters) -> Score:
    """Return CEAFe: the best one-to-one pairing of clusters by φ4 = 2·|shared| / (|one| + |other|)."""
    alike = np.zeros((len(gold), len(told)))
    of = _cluster_of(told)
    for at, cluster in enumerate(gold):
        for other, shared in Counter(of[one] for one in cluster).items():
            alike[at, other] = 2 * shared / (len(cluster) + len(told[other]))
    rows, columns = linear_sum_assignment(alike, maximize=True)
    best = float(alike[rows, columns].sum())
    return Score(best, len(gold), best, len(told))


def all_scores(texts: Iterable[tuple[Clusters, Clusters]]) -> dict[str, Score]:
    """Return MUC, B³ and CEAFe summed over texts, each given as its gold and its told clusters."""
    none = Score(0, 0, 0, 0)
    found = {"MUC": none, "B³": none, "CEAFe": none}
    for gold, told in texts:
        for name, measure in (("MUC", muc), ("B³", b_cubed), ("CEAFe", ceaf_e)):
            found[name] += measure(gold, told)
    return found


def conll(scores: Mapping[str, Score]) -> float:
    """Return the CoNLL F1: the mean of the three F1."""
    return sum(one.f1 for one in scores.values()) / len(scores)


def _cluster_of(clusters: Clusters) -> dict[Hashable, int]:
    return {one: at for at, cluster in enumerate(clusters) for one in cluster}


def _needed(clusters: Clusters) -> int:
    return sum(len(cluster) - 1 for cluster in clusters)


def _kept(clusters: Clusters, others: Clusters) -> int:
    of = _cluster_of(others)
    return sum(len(cluster) - len({of[one] for one in cluster}) for cluster in clusters)
