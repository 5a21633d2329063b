"""What a format is asked to write, and what it says of it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """The list `what`, and `rows`, which gives the JSON objects of any list under the filters asked for.

    `text` says whether the words of the documents may be given. `statement` gives any statement by its id,
    filters or not.
    """

    what: str
    rows: Callable[[str], Iterable[Json]]
    statement: Callable[[str], Json]
    text: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows (features, entries, edges) were written; `notes` say in a sentence each what was not."""

    rows: int
    notes: tuple[str, ...] = ()
