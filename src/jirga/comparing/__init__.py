"""The record's events beside a table that somebody else coded: UCDP GED, or one laid out as ACLED's.

A file's rows are read (`table`, `layouts`); pairs that may be one happening are found (`pairs`, `told`) and
weighed, with their reasons in words (`weights`, `sides`, `places`); the best assignment of events to rows is
taken (`assignment`); what is matched, missed, extra or outside of what each covers (`covering`) is counted.
"""

from __future__ import annotations

from jirga.comparing.comparison import Comparison, compare
from jirga.comparing.lines import STATUSES, Line
from jirga.comparing.pairs import Pair
from jirga.comparing.rows import Row
from jirga.comparing.table import Table, read
from jirga.comparing.told import Settings, Told

__all__ = ["STATUSES", "Comparison", "Line", "Pair", "Row", "Settings", "Table", "Told", "compare", "read"]
