"""How sure the text is of each predicate: the learned model's degree against UDS-IH2's, from -3 to 3.

Development part only; the model is trained on the training part. Pearson's r and the mean absolute error,
with bootstrap intervals over sentences.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.bootstrap import BOUNDS, resamples
from bench.results import Data, Figure, Result
from bench.sources import needed
from jirga.coding.learned import model
from jirga.coding.windows import LONGEST, Window

FOLDER = "factuality/UDS_IH2"
COMMAND = "python -m bench factuality"


def run(corpora: Path) -> Result:
    """Return r and MAE on the development part; AbsentError where it is not here."""
    path = needed(corpora / FOLDER) / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    sentences = [pairs for row in rows if len(pairs := _pairs(row))]
    figures = {
        "Pearson r": _figure(sentences, _r, gated=True),
        "mean absolute error": _figure(sentences, _mae),
    }
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Result("factuality", COMMAND, (Data(f"{FOLDER}/dev.jsonl", digest, len(sentences)),), figures)


def _pairs(row: dict[str, Any]) -> NDArray[np.float64]:
    """Return (gold, ours) of the predicates of one sentence, shape (predicates, 2)."""
    words = tuple(row["text"].split())[:LONGEST]
    told = model().over([Window(words, tuple(range(len(words))), 0)], len(words)).degree
    found = [(t["label"], told[t["span1"][0]]) for t in row["targets"] if t["span1"][0] < len(words)]
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _figure(sentences: list[NDArray[np.float64]], score: Any, *, gated: bool = False) -> Figure:
    value = score(np.concatenate(sentences))
    drawn = [score(np.concatenate([sentences[i] for i in row])) for row in resamples(len(sentences))[:500]]
    low, high = np.percentile(drawn, BOUNDS)
    return Figure(float(value), float(low), float(high), gated)


def _r(pairs: NDArray[np.float64]) -> float:
    return float(np.corrcoef(pairs[:, 0], pairs[:, 1])[0, 1])


def _mae(pairs: NDArray[np.float64]) -> float:
    return float(np.abs(pairs[:, 0] - pairs[:, 1]).mean())
