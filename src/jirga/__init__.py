"""Jirga reads reporting on armed conflict and talks, and keeps who says what happened."""

__version__ = "0.1.0"
