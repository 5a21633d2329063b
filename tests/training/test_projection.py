"""The projection of meaning: what is folded into the network gives what was fitted."""

from __future__ import annotations

import numpy as np
from training.projection import Projection


def made_up() -> tuple[Projection, np.ndarray]:
    some = np.random.default_rng(2026)
    head = Projection(some.normal(size=6), some.uniform(0.5, 2, size=6), some.normal(size=(6, 3)), np.ones(3))
    return head, some.normal(size=(5, 6))


def test_vectors_have_length_one() -> None:
    head, numbers = made_up()
    assert np.allclose(np.linalg.norm(head(numbers), axis=1), 1)


def test_the_folded_matrix_gives_the_same_vectors_of_raw_numbers() -> None:
    head, numbers = made_up()
    matrix, bias = head.folded()
    told = numbers @ matrix + bias
    assert np.allclose(told / np.linalg.norm(told, axis=1, keepdims=True), head(numbers), atol=1e-5)


def test_where_the_mean_is_the_bias_alone_speaks() -> None:
    head, _ = made_up()
    assert np.allclose(head(head.mean[None]), head.bias / np.linalg.norm(head.bias))
