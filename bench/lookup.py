"""Lexicon and gazetteer: how long they take to load in a fresh process, how many look-ups they do a second.

Each round is a process of its own; medians count. Times are of the processor, so that a busy machine counts
little, and each load stands beside that of spaCy's pipeline in the same process, as a share of it. `first`
looks up every name once, in a shuffled order; `again` the same names once more, as the names of a text come
again. The names are a sample of the gazetteer's places and all of the lexicon's.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.results import Data, Figure, Result
from bench.sources import CHECKOUT, FailedError

COMMAND = "python -m bench lookup"
SEED = 2026
#: How many names each is asked for.
NAMES = 20_000

Measures = dict[str, float]


def run(_: Path, *, rounds: int = 3) -> Result:
    """Return load times in seconds of processor, also as shares of spaCy's, and look-ups a second."""
    runs = [child() for _ in range(rounds)]
    middle = {name: statistics.median(one[name] for one in runs) for name in runs[0]}
    pipeline = middle.pop("spacy: load, s")
    places, names = int(middle.pop("places")), int(middle.pop("entities"))
    figures = {name: Figure(value) for name, value in middle.items()}
    figures["spacy: load, s"] = Figure(pipeline)
    for name in ("gazetteer", "lexicon", "both"):
        figures[f"{name} / spacy: load"] = Figure(middle[f"{name}: load, s"] / pipeline)
    from jirga.lexicon.tables import version

    note = f"{places} places, {names} entities; medians of {rounds} processes, times of the processor"
    return Result(
        "lookup", COMMAND, (Data("jirga/lexicon/data", version(), places + names),), figures, notes=(note,)
    )


def child() -> Measures:
    """Return what one fresh process measured; FailedError with its last line where it failed."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.lookup"], capture_output=True, text=True, cwd=CHECKOUT, check=False
    )
    if done.returncode:
        raise FailedError(f"lookup: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    found: Measures = json.loads(done.stdout)
    return found


def measure() -> Measures:
    """Return the measures of this process, in which nothing has been loaded yet."""
    from jirga.lexicon.entities import entities
    from jirga.lexicon.places import gazetteer

    loads = {"gazetteer": seconds(gazetteer), "lexicon": seconds(entities)}
    places = [gazetteer().place(n).name for n in range(len(gazetteer()))]
    known = [entities().standing(one).name for one in entities().ids()]
    found = {f"{name}: load, s": value for name, value in loads.items()}
    found["both: load, s"] = sum(loads.values())
    found |= {f"gazetteer: {name}": rate for name, rate in rates(gazetteer().named, places).items()}
    found |= {f"lexicon: {name}": rate for name, rate in rates(entities().find, known).items()}
    from jirga.language.parse import pipeline

    found["spacy: load, s"] = seconds(pipeline)
    return found | {"places": len(places), "entities": len(known)}


def rates(look_up: Callable[[str], object], names: Sequence[str]) -> Measures:
    """Return look-ups a second: of every name for the first time, and of the same names again."""
    asked = random.Random(SEED).sample(names, min(NAMES, len(names)))

    def ask() -> None:
        for name in asked:
            look_up(name)

    return {f"look-ups/s, {what}": len(asked) / seconds(ask) for what in ("first", "again")}


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that `work` takes, never nought."""
    began = time.process_time()
    work()
    return max(time.process_time() - began, 1e-9)


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
