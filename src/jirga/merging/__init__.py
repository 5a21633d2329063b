"""Statements → events. For now one statement makes one event; nothing is merged yet."""

from __future__ import annotations

from jirga.merging.events import events

__all__ = ["events"]
