from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the sample record is shared by several folders

import jirga
import sample_record
from jirga.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record of its own for each test, which may decide in it."""
    with jirga.open(sample_record.make(tmp_path / "sample.db")) as opened:
        yield opened
