"""Whether fitted weights are better than those that are there, on pairs that no weight was fitted to.

What is fitted anew need not be better: the plain weights were once overwritten by worse ones, and nobody was
told. Each set of weights is kept where it links the pairs held back better than what was fitted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from jirga.merging import pairs

#: The features of a pair, whether it is one happening, and how much it counts.
Row = tuple[dict[str, float], bool, float]
Weights = Mapping[str, float]
#: The sets of weights in the file: of pairs without vectors of their triggers, and of those with them.
PLAIN, WITH_MEANING = "weights", "weights with meaning"


def f1(rows: Sequence[Row], weights: Weights) -> float:
    """Return the F1, from 0 to 1, of the pairs linked (log-odds above zero); each counts by its weight."""
    linked = [pairs.score(found, weights) > 0 for found, _, _ in rows]
    told = list(zip(rows, linked, strict=True))
    right = sum(weight for (_, same, weight), link in told if same and link)
    wrong = sum(weight for (_, same, weight), link in told if same != link)
    return 2 * right / (2 * right + wrong) if right else 0.0


def there(path: Path) -> dict[str, Weights]:
    """Return the sets of weights that a file holds, by name; none where there is no file."""
    if not path.is_file():
        return {}
    card = json.loads(path.read_text(encoding="utf-8"))
    return {name: card[name] for name in (PLAIN, WITH_MEANING) if name in card}


def settled(
    before: Mapping[str, Weights], fitted: Mapping[str, Weights], held_out: Mapping[str, Sequence[Row]]
) -> tuple[dict[str, Weights], list[str]]:
    """Return the better of each set of weights by name, and a line on each that says which it is.

    `held_out` are the pairs that each set is measured on; of two equals what was fitted is taken.
    """
    kept: dict[str, Weights] = {}
    lines = []
    for name, new in fitted.items():
        score, old = f1(held_out[name], new), before.get(name)
        if old is None:
            kept[name] = new
            lines.append(f"{name}: fitted, F1 of pairs held out {score:.3f}; none were there")
            continue
        was = f1(held_out[name], old)
        better = score >= was
        kept[name] = new if better else old
        verdict = "fitted" if better else "kept as they were, for the fitted ones are worse"
        lines.append(f"{name}: {verdict}; F1 of pairs held out {was:.3f} before, {score:.3f} fitted")
    return kept, lines
