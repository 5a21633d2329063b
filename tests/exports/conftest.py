from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the sample record is shared by several folders

import jirga
import sample_record
from jirga.record import Record


@pytest.fixture(scope="session")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_record.make(tmp_path_factory.mktemp("record") / "sample.db")


@pytest.fixture
def record(record_file: Path) -> Iterator[Record]:
    with jirga.open(record_file) as opened:
        yield opened
