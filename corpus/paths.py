"""Where the corpus lies."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
PASSAGES, TEST, REAL, DATA = HERE / "passages", HERE / "test", HERE / "real", HERE / "data"
REAL_TRAIN = HERE / "real-train"
FROZEN = HERE / "FROZEN.txt"
