"""What a bench gives back: figures with intervals, the data they are of, and the command that made them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One score; `low`, `high` bound its 95% bootstrap interval, None where it has none.

    `gated`: higher is better, it is ours and does not hang on the machine, so that floors.json may hold it.
    """

    value: float
    low: float | None = None
    high: float | None = None
    gated: bool = False

    def __str__(self) -> str:
        """Return `.512 [.436, .588]`, a plain number where it is no share."""
        if self.low is None or self.high is None:
            return _short(self.value)
        return f"{_short(self.value)} [{_short(self.low)}, {_short(self.high)}]"


@dataclass(frozen=True, slots=True)
class Data:
    """A file or folder measured with: its name among the corpora, SHA-256, number of items."""

    name: str
    sha256: str
    items: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one bench measured; `rows` is its table as printed, first the heading."""

    bench: str
    command: str
    data: tuple[Data, ...]
    figures: Mapping[str, Figure]
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """Return the result as JSON types."""
        return asdict(self) | {"figures": {name: asdict(figure) for name, figure in self.figures.items()}}

    def lines(self) -> Iterator[str]:
        """Yield the result as text: command, data, table or figures, notes."""
        yield f"{self.bench}: {self.command}"
        for data in self.data:
            yield f"  {data.name}: {data.items} items, sha256 {data.sha256[:16]}…"
        yield from _table(self.rows or [(name, str(one)) for name, one in self.figures.items()])
        for note in self.notes:
            yield f"  {note}"


def flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, float]:
    """Return the numbers of nested mappings under joined names: {"cue": {"f1": .8}} → {"cue f1": .8}."""
    found: dict[str, float] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{prefix}{name} ")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found[f"{prefix}{name}"] = float(value)
    return found


def _short(value: float) -> str:
    if value == int(value) and abs(value) > 1:
        return f"{value:,.0f}"
    if abs(value) > 1:
        return f"{value:,.1f}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else "1.000"


def _table(
    rows: Iterator[tuple[str, ...]] | list[tuple[str, ...]] | tuple[tuple[str, ...], ...],
) -> Iterator[str]:
    rows = list(rows)
    widths = [max(len(row[i]) for row in rows if i < len(row)) for i in range(max(map(len, rows), default=0))]
    for row in rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
