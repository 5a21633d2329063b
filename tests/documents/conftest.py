from __future__ import annotations

from pathlib import Path

import pytest
from documents_helpers import ReadFile

from jirga.documents import Limits, Source, discover, read
from jirga.model import Document, Problem


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadFile:
    """Return a function that writes bytes to a file of this name and reads what `discover` makes of it."""

    def reading(name: str, data: bytes | str, limits: Limits | None = None) -> list[Document | Problem]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        found: list[Document | Problem] = []
        for source in discover([path]):
            found += read(source, limits or Limits()) if isinstance(source, Source) else [source]
        return found

    return reading
