"""Numbers as JSON holds them: whole ones without a fraction."""

from __future__ import annotations

#: Above this a float no longer holds every whole number (IEEE 754 double: 53 bits of fraction).
_WHOLE = 2.0**53


def whole(value: float | None) -> float | int | None:
    """Return `value` as an integer where it is one and exact; reading it back gives an equal number."""
    if value is None or abs(value) >= _WHOLE or value != int(value):
        return value
    return int(value)
