"""The readers' room: files, folders and standard input → documents, or problems that say what to do."""

from __future__ import annotations

from jirga.documents.cleaning import TEXT_VERSION
from jirga.documents.finding import discover
from jirga.documents.format import PassedOver, Source
from jirga.documents.limits import Limits
from jirga.documents.reader import read

__all__ = ["TEXT_VERSION", "Limits", "PassedOver", "Source", "discover", "read"]
