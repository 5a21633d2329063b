"""`python -m training.confidence`: fits what makes a statement's confidence, on our development parts.

What counts as right stands in `bench.confidence`, which measures it on data kept apart.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from bench.confidence import calibration, right
from corpus.agreement import match
from corpus.loading import load

from jirga.coding import events
from jirga.coding.coder import Coder
from jirga.coding.confidence import FEATURES
from jirga.coding.learned import WEIGHTS, Model
from jirga.coding.statements import statements
from jirga.language import analyse
from jirga.model import Statement

#: Weight of the ridge on the coefficients: there are some hundred statements for seven of them.
RIDGE = 1.0


def main() -> None:
    """Fit, print what is reached, and write `confidence.json` beside the weights."""
    asked = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    asked.add_argument("--out", type=Path, default=WEIGHTS)
    out = asked.parse_args().out / "confidence.json"
    if not out.exists():
        out.write_text(json.dumps({"weights": [0.0] * (len(FEATURES) + 1)}), "utf-8")
    model = Model(out.parent)
    rows, told = _rows(model)
    kinds = base_rates(model)
    weights = fitted(rows, told)
    reached = 1 / (1 + np.exp(-(rows @ weights)))
    print(dict(zip(("intercept", *FEATURES), weights.round(3), strict=True)))
    print(kinds)
    print(f"{len(told)} statements, {told.mean():.3f} right; fitted on: {calibration(reached, told)}")
    out.write_text(
        json.dumps(
            {
                "weights": [round(float(w), 4) for w in weights],
                "features": ["intercept", *FEATURES],
                "kinds": kinds,
            }
        )
        + "\n",
        "utf-8",
    )


def _rows(model: Model) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of every predicted event statement of the parts, and whether it is right."""
    seen: dict[str, list[float]] = {}
    plain = events.features

    def noted(statement, at, scores, doc, *, proposed):  # type: ignore[no-untyped-def]
        seen[statement.id] = plain(statement, at, scores, doc, proposed=proposed)
        return seen[statement.id]

    events.features = noted
    rules, rows, told = Coder(learned=False), [], []
    for passage in (*load("dev"), *load("real-dev")):
        analysis = analyse(passage.document)
        reading = rules.code(passage.document).reading
        found = statements(analysis, reading, model.scores(analysis.doc))
        mine = [s for s in found if s.kind == "event" and s.id in seen]  # not denials that point back
        gold = replace(passage, statements=tuple(s for s in passage.statements if s.kind == "event"))
        met = {b.id: a for a, b in match(gold.statements, mine)}
        for one in mine:
            rows.append([1.0, *seen[one.id]])
            told.append(one.id in met and right(met[one.id], one))
    events.features = plain
    return np.array(rows), np.array(told, dtype=float)


def base_rates(model: Model) -> dict[str, float]:
    """Return of relations, claims and quantities, which the model does not weigh, the share that is right.

    One more right and one more wrong than were seen stand for what was not (Laplace): they are some dozens.
    """
    rules = Coder(learned=False)
    seen: dict[str, list[bool]] = {"relation": [], "claim": [], "quantity": []}
    for passage in (*load("dev"), *load("real-dev")):
        analysis = analyse(passage.document)
        reading = rules.code(passage.document).reading
        found = statements(analysis, reading, model.scores(analysis.doc))
        for kind, told in seen.items():
            mine = [s for s in found if s.kind == kind]
            gold = replace(passage, statements=tuple(s for s in passage.statements if s.kind == kind))
            met = {b.id: a for a, b in match(gold.statements, mine)}
            told += [one.id in met and _same(met[one.id], one) for one in mine]
    return {kind: round((sum(told) + 1) / (len(told) + 2), 3) for kind, told in seen.items()}


def _same(gold: Statement, told: Statement) -> bool:
    """Whether two statements of one kind say the same: type of relation, and whether it holds."""
    held = gold.factuality.polarity == told.factuality.polarity
    related = (gold.relation and gold.relation.type) == (told.relation and told.relation.type)
    return held and related


def fitted(rows: np.ndarray, told: np.ndarray) -> np.ndarray:
    """Return the coefficients of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    ridge = RIDGE * np.eye(rows.shape[1])
    ridge[0, 0] = 0
    for _ in range(50):
        reached = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (reached - told) + ridge @ weights
        bend = (rows * (reached * (1 - reached))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


if __name__ == "__main__":
    main()
