"""The ratchet: the best score reached on each development set, under which none may fall significantly.

A figure fails where the upper end of its 95% interval lies under its floor; one without an interval, where
its value lies under the floor by more than SLACK. A floor whose figure is no longer measured fails too.
`lifted` never lowers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.results import Figure, Result
from bench.sources import CHECKOUT

FLOORS = CHECKOUT / "bench" / "floors.json"
#: What a figure without an interval may fall short of its floor: rounding and a handful of items.
SLACK = 0.01

Floors = dict[str, dict[str, float]]


def read(path: Path = FLOORS) -> Floors:
    """Return the floors, {bench: {figure: floor}}; none where the file is not there yet."""
    found: Floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def write(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted, so that a change shows as one line."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def failures(floors: Mapping[str, float], result: Result) -> Iterator[str]:
    """Yield one line for each floor of a bench that its result falls under."""
    for name, floor in floors.items():
        figure = result.figures.get(name)
        if figure is None:
            yield f"{result.bench}: {name}: has a floor of {floor:.3f} and is measured no more"
        elif reach(figure) < floor:
            yield f"{result.bench}: {name}: {figure} is under its floor of {floor:.3f}"


def reach(figure: Figure) -> float:
    """Return the highest floor that a figure still stands on."""
    return figure.value + SLACK if figure.high is None else max(figure.high, figure.value)


def lifted(floors: Floors, results: Iterable[Result]) -> Floors:
    """Return the floors raised to every gated figure that is above its own; others stay."""
    raised = {bench: dict(figures) for bench, figures in floors.items()}
    for result in results:
        own = raised.setdefault(result.bench, {})
        for name, figure in result.figures.items():
            if figure.gated:
                own[name] = max(own.get(name, 0.0), round(figure.value, 4))
    return {bench: own for bench, own in raised.items() if own}
