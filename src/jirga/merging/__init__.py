"""Statements → events. Copies of a report are one report; else one statement makes one event."""

from __future__ import annotations

from jirga.merging.copies import NO_COPIES, Copies, Told, fold
from jirga.merging.events import events

__all__ = ["NO_COPIES", "Copies", "Told", "events", "fold"]
