"""Whether the confidence means something: on the real sentences of our corpus, which nothing was fitted on.

A predicted event statement is right where the corpus has one with an overlapping trigger, the same type,
polarity and modality, the same actors and recipients (by overlapping mentions) and the same nearest speaker.
Expected calibration error over ten bins of equal count; Brier skill against always saying the base rate; area
under the ROC curve. Intervals are not given: bins are not sums over items.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from corpus.agreement import match, overlap
from corpus.loading import load
from corpus.nouns import CorpusError, Part
from numpy.typing import NDArray

from bench.corpus import data_of
from bench.results import Figure, Result
from bench.sources import AbsentError
from jirga.coding import Coder
from jirga.model import Participant, Statement

COMMAND = "python -m bench confidence"
_BINS = 10


def run(_: Path, part: Part = "real") -> Result:
    """Return calibration on a part that nothing was fitted on; AbsentError where it is not here."""
    try:
        passages = list(load(part, allow_frozen=part == "test"))
    except CorpusError as error:
        raise AbsentError(str(error)) from error
    coder = Coder()
    given, truth = [], []
    for passage in passages:
        mine = [s for s in coder.code(passage.document).statements if s.kind == "event"]
        gold = [s for s in passage.statements if s.kind == "event"]
        met = {b.id: a for a, b in match(gold, mine)}
        for one in mine:
            given.append(one.confidence)
            truth.append(one.id in met and right(met[one.id], one))
    figures = {
        name: Figure(value)
        for name, value in calibration(np.array(given), np.array(truth, dtype=float)).items()
    }
    command = COMMAND + ("" if part == "real" else f" --part {part}")
    return Result("confidence", command, (data_of(part, len(passages)),), figures)


def right(gold: Statement, told: Statement) -> bool:
    """Whether type, roles, nearest speaker and factuality are all those of the gold."""
    if gold.event is None or told.event is None or gold.event.type != told.event.type:
        return False
    one, other = gold.factuality, told.factuality
    if (one.polarity, one.modality) != (other.polarity, other.modality):
        return False
    if not (_alike(gold.actor, told.actor) and _alike(gold.recipient, told.recipient)):
        return False
    if bool(gold.said_by) != bool(told.said_by):
        return False
    if not gold.said_by:
        return True
    mine, theirs = told.said_by[0], gold.said_by[0]
    return overlap(mine.mention or mine.cue, theirs.mention or theirs.cue)


def _alike(gold: tuple[Participant, ...], told: tuple[Participant, ...]) -> bool:
    met = [any(overlap(a.mention, b.mention) for b in told) for a in gold]
    found = [any(overlap(a.mention, b.mention) for a in gold) for b in told]
    return all(met) and all(found)


def calibration(given: NDArray[Any], truth: NDArray[Any]) -> dict[str, float]:
    """Return expected calibration error, Brier skill and AUROC of probabilities against 0 or 1."""
    order = np.argsort(given, kind="stable")
    bins = [part for part in np.array_split(order, _BINS) if len(part)]
    error = sum(abs(given[part].mean() - truth[part].mean()) * len(part) for part in bins) / len(given)
    base = truth.mean()
    brier = ((given - truth) ** 2).mean()
    return {
        "calibration error": float(error),
        "Brier skill": float(1 - brier / (base * (1 - base))),
        "AUROC": _auroc(given, truth),
        "statements": float(len(given)),
        "right in all": float(base),
    }


def _auroc(given: NDArray[Any], truth: NDArray[Any]) -> float:
    """The share of pairs of a right and a wrong statement in which the right one is given more; ties half."""
    yes, no = given[truth == 1], given[truth == 0]
    above = (yes[:, None] > no[None, :]).sum() + 0.5 * (yes[:, None] == no[None, :]).sum()
    return float(above / (len(yes) * len(no)))
