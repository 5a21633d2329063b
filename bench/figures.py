"""How many: killed and injured in news articles, exact match where the truth is above zero (GVA dev)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.bootstrap import Ratio, estimate, share
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from jirga.coding.figures import FoundFigure, figures
from jirga.coding.quantities import quantities
from jirga.language import analyse
from jirga.model import Document

COMMAND = "python -m bench figures"
FOLDER = "gva/data-dev"
MEASURES = {"n_killed": "killed", "n_injured": "injured"}
#: Scores by name, each a ratio of the counts of `item`.
SCORES: dict[str, Ratio] = {
    "exact": share("exact", "above"),
    "answered": share("answered", "above"),
    "zero kept zero": share("kept", "zero"),
}
GATED = frozenset({"exact", "zero kept zero"})

Items = list[dict[str, float]]


def first_plausible(found: Iterable[FoundFigure], measure: str) -> float | None:
    """Return the first figure of a measure above zero that is no part of another, its series added up."""
    of_measure = [
        f for f in found if f.figure.measure == measure and f.figure.part_of is None and f.figure.low
    ]
    if not of_measure:
        return None
    first = next((f for f in of_measure if not f.known), of_measure[0])
    same = [f for f in of_measure if (f.series, f.verb) == (first.series, first.verb)]
    return sum(f.figure.low or 0.0 for f in same)


def of_events(text: str) -> list[FoundFigure]:
    """Return the figures of a text that are no total over a period ("five killed so far this month")."""
    analysis = analyse(Document(id="", text_hash="", text_version="", source="gva", text=text, language="en"))
    found = figures(analysis)
    totals = {(f.start, f.end) for draft in quantities(analysis, found) for f in draft.figures}
    return [f for f in found if (f.start, f.end) not in totals]


def answers(text: str) -> dict[str, float | None]:
    """Return how many were killed and injured; of those hit, whoever was not killed counts as injured.

    Where some were killed, somebody known already ("the victim was taken to hospital") is no further one.
    """
    found = of_events(text)
    killed = first_plausible(found, "killed")
    injured = first_plausible([f for f in found if not (killed and f.known)], "injured")
    if injured is None:
        hit = first_plausible([f for f in found if not (killed and f.known)], "casualties") or 0.0
        injured = hit - (killed or 0.0) if hit > (killed or 0.0) else None
    return {"killed": killed, "injured": injured}


def item(truth: float, answer: float | None) -> dict[str, float]:
    """Return the counts of one article and measure."""
    above = truth > 0
    return {
        "above": above,
        "zero": not above,
        "exact": above and truth == answer,
        "answered": above and answer is not None,
        "kept": not above and not answer,
    }


def items(articles: Sequence[Mapping[str, Any]], truths: Sequence[Mapping[str, Any]]) -> dict[str, Items]:
    """Return by measure the counts of each article, in the corpus's order."""
    pairs = [(truth, answers(article["text"])) for truth, article in zip(truths, articles, strict=True)]
    return {
        measure: [item(truth[key], answer[measure]) for truth, answer in pairs]
        for key, measure in MEASURES.items()
    }


def run(corpora: Path) -> Result:
    """Return for killed and injured the share found exactly, with intervals over articles."""
    folder = corpora / FOLDER
    articles = json.loads((folder / "X_val.json").read_text("utf-8"))
    truths = json.loads((folder / "y_val.json").read_text("utf-8"))
    found: dict[str, Figure] = {}
    for measure, counts in items(articles, truths).items():
        found[f"{measure} above zero"] = Figure(sum(one["above"] for one in counts))
        for name, ratio in SCORES.items():
            found[f"{measure} {name}"] = estimate(ratio, counts, gated=name in GATED)
    return Result("figures", COMMAND, (Data(FOLDER, folder_checksum(folder), len(articles)),), found)
