"""A trained network → ONNX, int8 a channel, with its tokenizer and a card that says what it is."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from training.coder.network import Network

NAMES = ("kinds", "modes", "polarity", "modality", "happened", "pairs")


def _bilinear(path: Path) -> list[str]:
    """Return the products with a stack of matrices, which onnxruntime cannot do in int8."""
    graph = onnx.load(path).graph
    stacks = {one.name for one in graph.initializer if len(one.dims) == 3}
    return [node.name for node in graph.node if node.op_type == "MatMul" and stacks & set(node.input)]


def write_full(network: Network, path: Path) -> None:
    """Write a network as ONNX, its weights as they are."""
    network.eval()
    ids = torch.ones(2, 12, dtype=torch.long)
    torch.onnx.export(
        network,
        (ids, ids, torch.arange(1, 9).repeat(2, 1)),
        str(path),
        input_names=["ids", "mask", "places"],
        output_names=list(NAMES),
        dynamic_axes={
            "ids": {0: "batch", 1: "pieces"},
            "mask": {0: "batch", 1: "pieces"},
            "places": {0: "batch", 1: "words"},
            **{name: {0: "batch"} for name in NAMES},
        },
        opset_version=17,
        dynamo=False,
    )


def export(network: Network, encoder: str, folder: Path, card: Mapping[str, Any]) -> Path:
    """Write `coder.onnx`, `tokenizer.json` and `coder.json` into `folder`; return the first.

    Only the encoder's and heads' matrices become int8; the bilinear products stay as they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "coder.onnx"
    with tempfile.TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(place) / "full.onnx"
        write_full(network, full)
        quantize_dynamic(
            full, out, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=_bilinear(full)
        )
    shutil.copy(Path(encoder) / "tokenizer.json", folder / "tokenizer.json")
    told = {**card, "sha256": hashlib.sha256(out.read_bytes()).hexdigest()}
    (folder / "coder.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return out
