"""Weights to go on from: networks trained before, read back from what was shipped of them, and averaged.

Two runs that differ by their seed or a little data err in other places; their mean is a better start than
either ("model soup", Wortsman et al. 2022), and what is trained on from it keeps the gain.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor
from training.coder.export import write_full
from training.coder.network import Network


def start(network: Network, folders: Sequence[Path]) -> None:
    """Set a network's weights to the mean of those in `folders`, each with a `coder.onnx` of int8.

    What stands in none of them (the encoder's pooler, which no head reads) stays. Raises KeyError where a
    file was not exported from such a network.
    """
    held = {k: v for k, v in network.state_dict().items() if v.is_floating_point() and v.numel() > 1}
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "full.onnx"
        write_full(network, full)
        named = _named(_read(full), held)
    read = [_read(folder / "coder.onnx") for folder in folders]
    for name, (key, turned) in named.items():
        mean = np.mean([_float(weights, name) for weights in read], axis=0)
        held[key].copy_(torch.from_numpy(np.ascontiguousarray(mean.T if turned else mean)))


def _named(graph: dict[str, Any], held: dict[str, Tensor]) -> dict[str, tuple[str, bool]]:
    """Which of the network's weights each of the graph's is, and whether turned: told by their values."""
    found = {}
    for name, values in graph.items():
        for key, tensor in held.items():
            array = tensor.detach().numpy()
            if array.shape == values.shape and np.array_equal(array, values):
                found[name] = (key, False)
            elif array.ndim == 2 and array.T.shape == values.shape and np.array_equal(array.T, values):
                found[name] = (key, True)
    return found


def _read(path: Path) -> dict[str, Any]:
    return {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}


def _float(weights: dict[str, Any], name: str) -> Any:
    """An array as it was before int8, up to rounding; scales are one a column, or one for all."""
    if name in weights:
        return weights[name]
    scale, zero = weights[f"{name}_scale"], weights[f"{name}_zero_point"]
    return (weights[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale
