"""Which mentions tell of one event: ECB+ dev, gold mentions, beside the lemma baseline.

With gold topics every pair of a topic's mentions is compared, with gold subtopics every pair of a subtopic's
(ECB's event or the one that ECB+ added to it). The baseline joins mentions of a topic, or subtopic, whose
head has the same lemma. Ours are the weights, the constraints and the clustering that `jirga.merging` uses;
blocking plays no part here, since ECB+ has neither our types nor dates of publication. Scores are MUC, B³,
CEAFe (`coreference_scores`) and their mean, the CoNLL F1; single mentions count. Intervals resample topics.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from bench.bootstrap import BOUNDS, resamples
from bench.coreference_scores import Clusters, Score, all_scores, conll
from bench.ecb import Mention
from bench.ecb_statements import Told, marks_of, meanings_of, told
from bench.results import Data, Figure, Result
from bench.sources import checksum
from jirga.coding.learned import model
from jirga.merging import clusters
from jirga.merging.linking import Rules

COMMAND = "python -m bench coreference"
_FILE = "ecbplus/ECB_Dev_Event_gold_mentions.json"
Grouping = Callable[[Mention], str]
_SETTINGS: dict[str, Grouping] = {
    "topics": lambda mention: mention.topic,
    "subtopics": lambda mention: mention.subtopic,
}


def run(corpora: Path) -> Result:
    """Return CoNLL F1 of ours and of the lemma baseline with gold topics and with gold subtopics."""
    part = told(corpora, "Dev")
    figures: dict[str, Figure] = {}
    rows: list[tuple[str, ...]] = [("", "MUC", "B³", "CEAFe", "CoNLL F1")]
    for setting, grouping in _SETTINGS.items():
        for name, found in (("ours", ours(part, grouping)), ("lemma", lemma(part, grouping))):
            texts = by_topic(part, found)
            scores = all_scores(texts)
            figure = interval(texts, gated=name == "ours")
            figures[f"{setting} {name}"] = figure
            each = (f"{one.f1:.3f}" for one in scores.values())
            rows.append((f"gold {setting}, {name}", *each, str(figure)))
    data = Data(_FILE, checksum(corpora / _FILE), len(part.mentions))
    return Result("coreference", COMMAND, (data,), figures, tuple(rows))


def ours(part: Told, grouping: Grouping) -> list[frozenset[Hashable]]:
    """Return our clusters: those of `jirga.merging`, every pair of a group compared."""
    seen = marks_of(part, meanings_of(part, model()))
    found: list[frozenset[Hashable]] = []
    for some in _groups(part.mentions, grouping):
        by_id = {one.id: seen[one.id] for one in some}
        scores = clusters.scored(combinations(sorted(by_id), 2), by_id, Rules())
        for component in clusters.components(by_id, (both for both, score in scores.items() if score > 0)):
            cut = clusters.split([by_id[one] for one in component], scores, Rules())
            found += map(frozenset, cut)
    return found


def lemma(part: Told, grouping: Grouping) -> list[frozenset[Hashable]]:
    """Return the baseline's clusters: one head lemma, one event."""
    found: defaultdict[tuple[str, str], set[Hashable]] = defaultdict(set)
    for one in part.mentions:
        found[grouping(one), part.lemmas[one.id]].add(one.id)
    return [frozenset(some) for some in found.values()]


def by_topic(part: Told, found: Iterable[frozenset[Hashable]]) -> list[tuple[Clusters, Clusters]]:
    """Return gold and told clusters topic by topic; no chain and no cluster crosses topics."""
    topic = {one.id: one.topic for one in part.mentions}
    chains: defaultdict[str, set[Hashable]] = defaultdict(set)
    for one in part.mentions:
        chains[one.chain].add(one.id)
    gold: defaultdict[str, list[frozenset[Hashable]]] = defaultdict(list)
    told: defaultdict[str, list[frozenset[Hashable]]] = defaultdict(list)
    for some, into in [*((one, gold) for one in chains.values()), *((one, told) for one in found)]:
        into[topic[str(next(iter(some)))]].append(frozenset(some))
    return [(gold[name], told[name]) for name in sorted(gold)]


def interval(texts: Sequence[tuple[Clusters, Clusters]], *, gated: bool) -> Figure:
    """Return the CoNLL F1 with the interval of resampled topics."""
    each = [all_scores([text]) for text in texts]
    none = Score(0, 0, 0, 0)

    def of(picked: Iterable[int]) -> float:
        summed = dict.fromkeys(each[0], none)
        for at in picked:
            summed = {name: summed[name] + each[at][name] for name in summed}
        return conll(summed)

    low, high = np.percentile([of(picks) for picks in resamples(len(each))], BOUNDS)
    return Figure(of(range(len(each))), float(low), float(high), gated)


def _groups(mentions: Iterable[Mention], grouping: Grouping) -> Iterable[list[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        found[grouping(one)].append(one)
    return found.values()
