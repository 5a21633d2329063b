"""`python -m training.confidence`: fits what makes a statement's confidence, on our development parts.

What counts as right stands in `bench.confidence`, which measures it on data kept apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from bench.confidence import calibration, right
from corpus.agreement import match
from corpus.loading import load
from corpus.nouns import Passage

from jirga.coding import events
from jirga.coding.coder import Coder
from jirga.coding.confidence import FEATURES
from jirga.coding.learned import WEIGHTS, Model
from jirga.coding.statements import statements
from jirga.language import analyse
from jirga.model import Kind, Statement

#: Weight of the ridge on the coefficients: there are some hundred statements for seven of them.
RIDGE = 1.0
#: Kinds of statement that the model gives no answers about.
_UNWEIGHED: tuple[Kind, ...] = ("relation", "claim", "quantity")


def main() -> None:
    """Fit, print what is reached, and write `confidence.json` beside the weights."""
    asked = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    asked.add_argument("--out", type=Path, default=WEIGHTS)
    out = asked.parse_args().out / "confidence.json"
    if not out.exists():
        out.write_text(json.dumps({"weights": [0.0] * (len(FEATURES) + 1)}), "utf-8")
    read, seen = _read(Model(out.parent))
    weighed = [(seen[one.id], is_right) for one, is_right in _judged(read, "event", right)]
    rows = np.array([[1.0, *features] for features, _ in weighed])
    told = np.array([is_right for _, is_right in weighed], dtype=float)
    kinds = {kind: base_rate([ok for _, ok in _judged(read, kind, _same)]) for kind in _UNWEIGHED}
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


def _read(model: Model) -> tuple[list[tuple[Passage, list[Statement]]], dict[str, list[float]]]:
    """Return the passages of the parts with what is predicted of each, and each event's features by its id.

    Denials that point back have no features, and are left out.
    """
    seen: dict[str, list[float]] = {}
    plain = events.features

    def noted(statement, at, scores, doc, *, proposed):  # type: ignore[no-untyped-def]
        seen[statement.id] = plain(statement, at, scores, doc, proposed=proposed)
        return seen[statement.id]

    events.features = noted
    rules, read = Coder(learned=False), []
    for passage in (*load("dev"), *load("real-dev")):
        analysis = analyse(passage.document)
        reading = rules.code(passage.document).reading
        found = statements(analysis, reading, model.scores(analysis.doc))
        read.append((passage, [s for s in found if s.kind != "event" or s.id in seen]))
    events.features = plain
    return read, seen


def _judged(
    read: Iterable[tuple[Passage, list[Statement]]], kind: Kind, same: Callable[[Statement, Statement], bool]
) -> Iterator[tuple[Statement, bool]]:
    """Yield each predicted statement of a kind, and whether the gold one that it meets is the `same`."""
    for passage, found in read:
        mine = [s for s in found if s.kind == kind]
        met = {b.id: a for a, b in match([s for s in passage.statements if s.kind == kind], mine)}
        yield from ((one, one.id in met and same(met[one.id], one)) for one in mine)


def base_rate(told: Sequence[bool]) -> float:
    """Return the share that is right of some dozens, which no features of the model weigh.

    One more right and one more wrong than were seen stand for what was not (Laplace).
    """
    return round((sum(told) + 1) / (len(told) + 2), 3)


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
