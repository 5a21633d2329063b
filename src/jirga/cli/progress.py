"""How far reading has come: a bar on a terminal, now and then a line elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from jirga.cli.screen import clean, plural

if TYPE_CHECKING:
    from jirga.reading import Progress as Watcher

#: A plain line is printed when this much time has passed, or this share of the bytes and a moment.
_SECONDS, _SHARE, _MOMENT = 10.0, 0.10, 2.0


def watcher() -> Watcher:
    """Return who is told of the progress: a bar where standard error is a terminal, else plain lines."""
    return Bar() if sys.stderr.isatty() else Lines()


class Bar:
    """A bar with the documents done, their rate, and the time that remains."""

    def __init__(self) -> None:
        """Make the bar; it is drawn from `start` on."""
        self._bar = Progress(
            TextColumn("reading"),
            BarColumn(bar_width=None),
            TaskProgressColumn(),
            TextColumn("{task.fields[documents]} documents"),
            _Rate(),
            TimeRemainingColumn(compact=True),
            TextColumn("left"),
            console=Console(stderr=True, highlight=False, markup=False),
            transient=True,
        )
        self._documents = 0
        self._task = self._bar.add_task("", total=None, documents="0")

    def start(self, total_bytes: int) -> None:
        """Draw the bar; without a known size it only moves."""
        self._bar.update(self._task, total=total_bytes or None)
        self._bar.start()

    def advance(self, bytes: int, documents: int) -> None:  # noqa: A002  the seam's name
        """Move the bar on."""
        self._documents += documents
        self._bar.update(self._task, advance=bytes, documents=f"{self._documents:,}")

    def problem(self, line: str) -> None:
        """Print the problem above the bar."""
        self._bar.console.print(Text(clean(line)))

    def finish(self) -> None:
        """Take the bar away."""
        self._bar.stop()


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        """Return the rate since the start."""
        done = int(str(task.fields["documents"]).replace(",", ""))
        elapsed = task.elapsed or 0.0
        return Text(f"{done / elapsed:.1f}/s" if done and elapsed else "")


class Lines:
    """A line every ten seconds or ten per cent, for logs and pipes; none for a run of a moment."""

    def __init__(self) -> None:
        """Nothing is printed yet."""
        self._total = self._bytes = self._documents = 0
        self._begun = self._told_at = time.monotonic()
        self._told_share = 0.0

    def start(self, total_bytes: int) -> None:
        """Take the time."""
        self._total = total_bytes
        self._begun = self._told_at = time.monotonic()

    def advance(self, bytes: int, documents: int) -> None:  # noqa: A002  the seam's name
        """Print a line where it is time for one."""
        self._bytes += bytes
        self._documents += documents
        now = time.monotonic()
        share = min(1.0, self._bytes / self._total) if self._total else 0.0
        waited, moved = now - self._told_at, share - self._told_share
        if waited >= _SECONDS or (moved >= _SHARE and waited >= _MOMENT):
            self._told_at, self._told_share = now, share
            print(told(share, self._documents, now - self._begun), file=sys.stderr, flush=True)

    def problem(self, line: str) -> None:
        """Print the problem."""
        print(clean(line), file=sys.stderr, flush=True)

    def finish(self) -> None:
        """Print nothing: the summary follows."""


def told(share: float, documents: int, seconds: float) -> str:
    """Return a line of progress: `reading: 40%, 12 documents, 3.1 a second, about 6 s left`."""
    rate = f", {documents / seconds:.1f} a second" if seconds > 0 else ""
    left = f", about {duration(seconds * (1 - share) / share)} left" if share > 0 else ""
    percent = f"{share:.0%}, " if share > 0 else ""
    return f"reading: {percent}{plural(documents, 'document')}{rate}{left}"


def duration(seconds: float) -> str:
    """Return a time span in the largest fitting unit: `6 s`, `4 min`, `2 h 10 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{round(whole / 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
