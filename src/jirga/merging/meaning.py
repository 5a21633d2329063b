"""How alike two triggers are in what they mean where they stand, by the vectors that reading left of them."""

from __future__ import annotations

import math
from array import array
from operator import mul
from typing import TypeAlias

#: A vector of length one; an array, for it takes a quarter of the room of a tuple.
Vector: TypeAlias = "array[float]"


def unpacked(kept: bytes | None) -> Vector | None:
    """Return a vector that is kept as signed bytes, brought to length one; None for none, or for zeros."""
    numbers = array("b", kept or b"")
    length = math.sqrt(sum(map(mul, numbers, numbers)))
    return array("f", (one / length for one in numbers)) if length else None


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors, from -1 to 1; 0 for those of two models, of other widths."""
    return sum(map(mul, one, other)) if len(one) == len(other) else 0.0
