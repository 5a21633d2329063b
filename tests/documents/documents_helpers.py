from __future__ import annotations

from collections.abc import Callable

from jirga.model import Document, Problem

#: (file name, its bytes, limits) → what reading that file yields.
ReadFile = Callable[..., list[Document | Problem]]
