"""Whole incidents: MUC-4's templates, slot by slot, filled from our statements and scored as in 1992.

`templates` reads the keys, `scorer` scores by the rules that its docstring names. `reading` reads a text with
the coder; `tellings` says which statements tell of an incident that MUC-4 wants, `merging` which tell of the
same one, and `answers` makes a template of it with `perpetrators`, `victims` and `things`. All of that is the
benchmark's view of our statements and no part of the program.

tst1 and tst2, MUC-4's development test, are scored; what the mapping was fitted on is a sample of muc4/dev.
The best of 1992 beside it was scored on tst3 and tst4, which are kept apart, with mismatches judged by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from bench.articles import muc
from bench.bootstrap import SEED, Counts, estimate, share
from bench.muc import templates
from bench.muc.answers import answers
from bench.muc.reading import read
from bench.muc.scorer import MATCHED, MISSING, PLACES, f_ratio, precision_ratio, recall_ratio, score
from bench.muc.slots import NAMES, SLOTS
from bench.muc.templates import Template
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from bench.sources import needed
from jirga.coding.coder import Coder

COMMAND = "python -m bench muc"
FOLDER = Path("muc4")
#: How many texts of muc4/dev `--part dev` reads.
SAMPLE = 200
PARTS = {"test": ("tst1", "tst2"), "dev": ("dev",)}
_BODY, _SURE = "PERP: ORGANIZATION ID", "PERP: ORGANIZATION CONFIDENCE"
#: The best site's figures of 1992 (GE), as published: recall/precision on tst4; F on tst3, tst4.
BEST_OF_1992 = {_SURE: "R24 P30", "all templates": "F .559 (tst3), .572 (tst4)"}
#: Rows over several slots: name, slots, templates counted.
ROWS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("perpetrator organisation and confidence", (_BODY, _SURE), PLACES),
    ("set fills only", tuple(one.name for one in SLOTS if one.kind == "set"), PLACES),
    ("string fills only", tuple(one.name for one in SLOTS if one.kind == "string"), PLACES),
    ("matched templates only", NAMES, (MATCHED,)),
    ("matched or missing templates", NAMES, (MATCHED, MISSING)),
    ("all templates", NAMES, PLACES),
)


def run(corpora: Path, part: Literal["test", "dev"] = "test") -> Result:
    """Return each slot's recall, precision and F with its interval over texts, and the rows over all."""
    coder, items, data = Coder(), list[Counts](), list[Data]()
    for folder in (needed(corpora / FOLDER / name) for name in PARTS[part]):
        key = keys(folder)
        articles = list(muc(folder))
        if part == "dev":
            articles = sorted(articles, key=lambda one: _hash(one.name))[:SAMPLE]
        items += [score(key.get(one.name, []), answers(read(one, coder))) for one in articles]
        data.append(Data((FOLDER / folder.name).as_posix(), folder_checksum(folder), len(articles)))
    command = COMMAND if part == "test" else f"{COMMAND} --part {part}"
    return Result("muc", command, tuple(data), *table(items), NOTES)


NOTES = (
    "mismatches are judged by rule, not by hand as in 1992; a fill whose cross-reference is wrong is wrong",
    "1992: the best site, on tst3 and tst4, which stay apart here",
)


def keys(folder: Path) -> dict[str, list[Template]]:
    """Return the templates of all keys of a folder by message id."""
    return {
        name: found for path in sorted(folder.glob("key*")) for name, found in templates.load(path).items()
    }


def table(items: Sequence[Counts]) -> tuple[dict[str, Figure], tuple[tuple[str, ...], ...]]:
    """Return the figures, and the same as rows of a table."""
    figures: dict[str, Figure] = {}
    rows = [("", "recall", "precision", "F", "best of 1992")]
    for name, slots, places in (*((one, (one,), PLACES) for one in NAMES), *ROWS):
        recall, precision = (
            estimate(ratio(slots, places), items).value for ratio in (recall_ratio, precision_ratio)
        )
        figures[name] = found = estimate(f_ratio(slots, places), items, gated=name in _FLOORED)
        rows.append((name, _short(recall), _short(precision), str(found), BEST_OF_1992.get(name, "–")))
    for name, below in (("recall", "possible"), ("precision", "actual")):
        one = estimate(share("filtering right", f"filtering {below}"), items)
        figures[f"text filtering: {name}"] = one
        rows.append((f"text filtering: {name}", "", "", str(one), "–"))
    return figures, tuple(rows)


#: What a floor may be set for.
_FLOORED = frozenset({"all templates", "perpetrator organisation and confidence"})


def _short(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1) if value < 1 else "1.000"


def _hash(name: str) -> bytes:
    return hashlib.sha256(f"{SEED}\n{name}".encode()).digest()
