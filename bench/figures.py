"""How many: killed and injured in news articles, exact match where the truth is above zero (GVA dev)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jirga.coding.figures import FoundFigure, figures
from jirga.language import analyse
from jirga.model import Document

MEASURES = {"n_killed": "killed", "n_injured": "injured"}


def first_plausible(found: tuple[FoundFigure, ...], measure: str) -> float | None:
    """Return the first figure of a measure above zero that is no part of another, its series added up."""
    of_measure = [
        f for f in found if f.figure.measure == measure and f.figure.part_of is None and f.figure.low
    ]
    if not of_measure:
        return None
    first = of_measure[0]
    same = [f for f in of_measure if (f.series, f.verb) == (first.series, first.verb)]
    return sum(f.figure.low or 0.0 for f in same)


def run(corpora: Path) -> dict[str, object]:
    """Return for killed and injured: articles with a true figure above zero, and the share found exactly."""
    articles = json.loads((corpora / "gva" / "data-dev" / "X_val.json").read_text("utf-8"))
    truths = json.loads((corpora / "gva" / "data-dev" / "y_val.json").read_text("utf-8"))
    result: dict[str, object] = {"articles": len(articles)}
    answers = [_answers(article) for article in articles]
    for key, measure in MEASURES.items():
        cases = [(t[key], a[measure]) for t, a in zip(truths, answers, strict=True) if t[key] > 0]
        zeros = [a[measure] for t, a in zip(truths, answers, strict=True) if t[key] == 0]
        result[measure] = {
            "above zero": len(cases),
            "exact": round(sum(true == ours for true, ours in cases) / max(len(cases), 1), 3),
            "answered": round(sum(ours is not None for _, ours in cases) / max(len(cases), 1), 3),
            "zero kept zero": round(sum(not ours for ours in zeros) / max(len(zeros), 1), 3),
        }
    return result


def _answers(article: dict[str, Any]) -> dict[str, float | None]:
    document = Document(
        id="", text_hash="", text_version="", source="gva", text=article["text"], language="en"
    )
    found = figures(analyse(document))
    killed, injured = first_plausible(found, "killed"), first_plausible(found, "injured")
    hit = first_plausible(found, "casualties") if killed is None and injured is None else None
    return {"killed": killed, "injured": injured if injured is not None else hit}
