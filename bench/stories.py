"""Events out of several reports: our own stories, gold statements in, clusters out; and end to end.

All stories of a part go in at once, as a record would hold them. `gold statements` takes the annotated
statements and scores B³ over those that the stories name (a happening told once counts, too); `that tell of
it` leaves out those that are no event of their own (the content of an act, what is intended or asked), which
merging never joins. `end to end` has our coder read the reports: a gold statement is where ours with an
overlapping trigger is; one that ours missed stands alone. `no denial lost` is the share of gold denials of a
happening, met by ours, that stand in the event with an affirmation of it or stand as denied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from corpus.agreement import match

from bench import storylines
from bench.bootstrap import BOUNDS, estimate, resamples, share
from bench.results import Data, Figure, Result
from bench.sources import checksum
from bench.storylines import Part, Story
from jirga.coding import Coder
from jirga.coding.learned import model
from jirga.coding.meanings import meanings
from jirga.language.parse import parse
from jirga.merging import NO_COPIES, clusters, linking, marks
from jirga.merging.eligible import denies, tells_of_an_event
from jirga.model import Document, Statement

_RATIOS = {"recall": share("met", "count"), "precision": share("right", "count")}
COMMAND = "python -m bench stories"


def run(_: Path, part: Part = "dev") -> Result:
    """Return B³ of the events of one part; `test` is frozen, for a final measurement only."""
    found = storylines.stories(part, allow_frozen=part == "test")
    gold = list(chain.from_iterable(story.statements for story in found))
    documents = [one for story in found for one in story.documents]
    figures = _scores("gold statements", found, cluster(gold, documents, vectors(gold, documents)), gold)
    told, theirs = read(documents)
    figures |= _scores("end to end", found, _laid_over(gold, told, cluster(told, documents, theirs)), gold)
    command = COMMAND + (f" --part {part}" if part != "dev" else "")
    data = Data(f"corpus/stories, {part}", checksum(storylines.data()), len(found))
    return Result("stories", command, (data,), figures)


def cluster(
    statements: Iterable[Statement], documents: Iterable[Document], meanings: Mapping[str, bytes]
) -> list[list[str]]:
    """Return the clusters of the statements that tell of an event; `meanings` are the vectors of triggers."""
    around = {one.id: marks.setting(one) for one in documents}
    telling = filter(tells_of_an_event, statements)
    seen = [marks.marks(one, around[one.document], meanings.get(one.id)) for one in telling]
    return clusters.clustered(seen, linking.Rules(NO_COPIES))


def read(documents: Iterable[Document]) -> tuple[list[Statement], dict[str, bytes]]:
    """Return the event statements that our coder finds, and the vectors of their triggers by id."""
    coder = Coder()
    coded = [coder.code(document) for document in documents]
    events = [one for it in coded for one in it.statements if one.kind == "event"]
    return events, {name: vector for it in coded for name, vector in it.meanings.items()}


def vectors(statements: Iterable[Statement], documents: Iterable[Document]) -> dict[str, bytes]:
    """Return what the model makes of the triggers of annotated statements: their vectors by id."""
    of: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        of[one.document].append(one)
    found: dict[str, bytes] = {}
    for document in documents:
        doc = parse(document.text)
        found |= meanings(doc, model().scores(doc), of[document.id])
    return found


def _scores(
    name: str, found: Sequence[Story], told: Sequence[Sequence[str]], gold: Sequence[Statement]
) -> dict[str, Figure]:
    by_id = {one.id: one for one in gold}
    named = {one for story in found for ids in story.events.values() for one in ids}
    telling = {one for one in named if tells_of_an_event(by_id[one])}
    figures: dict[str, Figure] = {}
    for what, kept in (("all", named), ("that tell of it", telling)):
        items = [_counts(story, told, kept) for story in found]
        figures |= {f"{name}, {what}: B³ {score}": estimate(of, items) for score, of in _RATIOS.items()}
        figures[f"{name}, {what}: B³ F1"] = _f1(items, gated=what == "that tell of it")
    figures[f"{name}: no denial lost"] = Figure(_denials_kept(found, told, by_id))
    return figures


def _f1(items: Sequence[Mapping[str, float]], *, gated: bool) -> Figure:
    """The harmonic mean of recall and precision, with the interval of resampled stories."""
    sums = {name: np.array([one[name] for one in items]) for name in items[0]}
    recall, precision = (sums[one][resamples(len(items))].sum(axis=1) for one in ("met", "right"))
    count = sums["count"][resamples(len(items))].sum(axis=1)
    low, high = np.percentile(2 * recall * precision / (recall + precision) / count, BOUNDS)
    met, right, whole = (float(sums[one].sum()) for one in ("met", "right", "count"))
    return Figure(2 * met * right / (met + right) / whole, float(low), float(high), gated)


def _counts(story: Story, told: Sequence[Sequence[str]], kept: set[str]) -> Mapping[str, float]:
    """The sums of B³ over one story's statements; what a cluster holds of other stories is wrong."""
    gold = {one: set(ids) & kept for ids in story.events.values() for one in ids if one in kept}
    ours = {one: set(some) & kept for some in told for one in some if one in gold}
    met = right = 0.0
    for one, cluster in gold.items():
        shared = len(cluster & ours.get(one, {one}))
        met += shared / len(cluster)
        right += shared / len(ours.get(one, {one}))
    return {"met": met, "right": right, "count": len(gold)}


def _denials_kept(
    found: Sequence[Story], told: Sequence[Sequence[str]], by_id: Mapping[str, Statement]
) -> float:
    """The share of gold denials that stand in an event of ours: with an affirmation, or denied by itself."""
    standing = set(chain.from_iterable(told))
    denials = [one for story in found for ids in story.events.values() for one in ids if denies(by_id[one])]
    return sum(one in standing for one in denials) / len(denials) if denials else 1.0


def _laid_over(
    gold: Sequence[Statement], told: Sequence[Statement], ours: Sequence[Sequence[str]]
) -> list[list[str]]:
    """Return our clusters in the ids of the gold statements whose triggers ours overlap, each used once."""
    names: dict[str, str] = {}
    for document in {one.document for one in gold}:
        here = [one for one in gold if one.document == document]
        there = [one for one in told if one.document == document]
        names |= {theirs.id: mine.id for mine, theirs in match(here, there)}
    return [[names[one] for one in some if one in names] for some in ours]
