"""Runs documents through to the record: progress, resume, several processes, one transaction a document."""

from __future__ import annotations

from jirga.reading.again import Again, read_again
from jirga.reading.one import usual_coder
from jirga.reading.report import Progress, Report
from jirga.reading.run import read

__all__ = ["Again", "Progress", "Report", "read", "read_again", "usual_coder"]
