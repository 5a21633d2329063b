"""From the numbers of the encoder to the vector of a word: a straight line, and its length made one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Projection:
    """What makes a vector of numbers of the encoder: (they - mean) / spread @ matrix + bias, length one."""

    mean: np.ndarray
    spread: np.ndarray
    matrix: np.ndarray
    bias: np.ndarray

    def __call__(self, numbers: np.ndarray) -> np.ndarray:
        """Return the vectors (rows, MEANING_WIDTH) of rows of numbers."""
        found = (numbers - self.mean) / self.spread @ self.matrix + self.bias
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    def folded(self) -> tuple[np.ndarray, np.ndarray]:
        """Return matrix and bias for numbers as the encoder gives them."""
        matrix = self.matrix / self.spread[:, None]
        return matrix.astype(np.float32), (self.bias - self.mean @ matrix).astype(np.float32)
