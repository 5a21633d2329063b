"""The loader of the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from corpus.apart import one_in
from corpus.build import built
from corpus.nouns import CorpusError, Origin, Part, Passage
from corpus.passage_json import passage_from_json
from corpus.paths import REAL, REAL_TRAIN
from corpus.real import text_at

#: One in so many of the real sources that train is `real-dev`: limits and confidence are set on it.
_SHARE = 6


def load(part: Part | Literal["real-dev"] = "train", *, allow_frozen: bool = False) -> Iterator[Passage]:
    """Yield the passages of one part: `train`, `dev`, `dev-2` to `dev-6`, `test` (frozen), or one apart.

    `dev-2` to `dev-6` are the development parts of later hands: the errors of `dev-3` and of the last two are
    not read, so that they tell how well what was tuned on the others carries over. `real`, `real-train` and
    `real-dev` stand off from public corpora, which must be there: `real` measures, `real-train` trains;
    `real-dev` is a sixth of the sources of `real-train`, which leaves it out: what is set after training is
    set on it.

    What our own passages are built into is built first where it is not there or no longer what they say.

    Raises CorpusError where `test` is asked for without `allow_frozen=True`, where the sources have errors,
    or where the text that a real passage stands off from is absent or another.
    """
    if part == "test" and not allow_frozen:
        raise CorpusError("the test part is frozen: only a final measurement reads it (allow_frozen=True)")
    standing_off = {"real": REAL, "real-train": REAL_TRAIN, "real-dev": REAL_TRAIN}
    files = sorted(standing_off[part].glob("*.jsonl")) if part in standing_off else [built(part)]
    if not files:
        raise CorpusError(f"part {part!r} is not there: {standing_off[part]} holds no file")
    found = _passages(files)
    if standing_off.get(part) == REAL_TRAIN:
        return (one for one in found if _set_apart(one) == (part == "real-dev"))
    return found


def _set_apart(passage: Passage) -> bool:
    source = passage.origin.source if passage.origin else passage.id
    return one_in(_SHARE, f"real-dev:{source}")


def _passages(files: list[Path]) -> Iterator[Passage]:
    for path in files:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                obj = json.loads(line)
                yield passage_from_json(obj, text_at(Origin(**obj["origin"])) if obj["origin"] else None)
