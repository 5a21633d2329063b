"""`python -m training.meaning`: gives the coder's model a head of meaning, after its own training.

The encoder stays as it is. What three of its layers make of a word (its first piece) is projected to
MEANING_WIDTH numbers, so that words of ECB+ train that tell of one event lie close, and the others of their
topic apart. The projection goes into `coder.onnx` as one more output, `meaning`, (batch, words,
MEANING_WIDTH), of length one; what stood there before is replaced. It is fitted to what the int8 network
gives, the one that the program runs. Seeded; a few minutes. Then run `python -m training.merging`, which
weighs it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from bench.ecb_statements import Told, told, windows_of
from bench.sources import checksum, corpora
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from training.projection import Projection

from jirga.coding.learned import WEIGHTS, Model
from jirga.model import MEANING_WIDTH

#: Layers of the encoder that are looked at, from 0.
LAYERS = (1, 3, 5)
#: Share of the numbers hidden at each step; steps; rates of the projection, and of scale and bias.
HIDDEN, STEPS, RATE, FAST = 0.4, 120, 3e-3, 0.03
#: Weight of a pair of one topic that is of two subtopics, as in `training.merging`.
ACROSS = 0.3
#: Parts of the topics, each of which is left out once where vectors for `training.merging` are made.
FOLDS = 5
_DATA = "ecbplus/ECB_Train_Event_gold_mentions.json"


def main() -> None:
    """Fit, put the head in, write the card."""
    asked = argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__)
    asked.add_argument("--weights", type=Path, default=WEIGHTS, help="the folder of coder.onnx and its card")
    asked.add_argument("--seed", type=int, default=2026)
    given = asked.parse_args()
    torch.set_num_threads(1)
    part = told(corpora(), "Train")
    head = fitted(numbers(part, given.weights), part, seed=given.seed)
    path = given.weights / "coder.onnx"
    with_head(onnx.load(path), head, path)
    card = json.loads((given.weights / "coder.json").read_text(encoding="utf-8"))
    command = f"python -m training.meaning --seed {given.seed}"
    card["meaning"] = {"command": command, "data": {_DATA: checksum(corpora() / _DATA)}}
    card["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (given.weights / "coder.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(path)


def numbers(part: Told, weights: Path = WEIGHTS) -> np.ndarray:
    """Return what the layers of the int8 network make of the head of each mention, in the mentions' order."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for one in weights.iterdir():
            if one.name != "coder.onnx":
                (folder / one.name).write_bytes(one.read_bytes())
        with_head(onnx.load(weights / "coder.onnx"), None, folder / "coder.onnx")
        seen = Model(folder).over(windows_of(part), sum(map(len, part.words.values()))).meaning
    if seen is None:
        raise ValueError("the network gave no numbers of its layers")
    return seen[[part.heads[one.id] for one in part.mentions]]


def crossed(seen: np.ndarray, part: Told, seed: int = 2026) -> np.ndarray:
    """Return the vectors of mentions, each by a projection that did not see the mention's topic."""
    topics = np.array([one.topic for one in part.mentions])
    names = sorted({one.topic for one in part.mentions})
    found = np.zeros((len(seen), MEANING_WIDTH), dtype=np.float32)
    for at in range(FOLDS):
        left_out = np.isin(topics, names[at::FOLDS])
        found[left_out] = fitted(seen, part, ~left_out, seed=seed)(seen[left_out])
    return found


def fitted(seen: np.ndarray, part: Told, chosen: np.ndarray | None = None, *, seed: int) -> Projection:
    """Return the projection that brings mentions of one event together, over all or the `chosen` mentions."""
    torch.manual_seed(seed)
    kept = np.arange(len(seen)) if chosen is None else np.flatnonzero(chosen)
    mean, spread = seen[kept].mean(0), seen[kept].std(0) + 1e-3
    plain = torch.from_numpy((seen[kept] - mean) / spread)
    topics = list(_topics(part, kept))
    layer = nn.Linear(plain.shape[1], MEANING_WIDTH)
    _begin(layer, plain)
    scale, border = nn.Parameter(torch.tensor(3.0)), nn.Parameter(torch.tensor(-4.0))
    groups = [{"params": layer.parameters(), "weight_decay": 1.0}]
    groups.append({"params": [scale, border], "weight_decay": 0.0, "lr": FAST})
    optimiser = torch.optim.AdamW(groups, lr=RATE)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, [RATE, FAST], total_steps=STEPS, pct_start=0.1)
    for _ in range(STEPS):
        vectors = nn.functional.normalize(layer(nn.functional.dropout(plain, HIDDEN)), dim=-1)
        loss = sum(_loss(vectors[rows], same, weight, scale, border) for rows, same, weight in topics)
        optimiser.zero_grad()
        (loss / sum(weight.sum() for _, _, weight in topics)).backward()
        optimiser.step()
        plan.step()
    return Projection(mean, spread, layer.weight.detach().numpy().T, layer.bias.detach().numpy())


def _begin(layer: nn.Linear, plain: Tensor) -> None:
    """Begin with the directions in which the numbers differ most, from which less is learnt by heart."""
    with torch.no_grad():
        layer.weight.copy_(torch.linalg.svd(plain[::2], full_matrices=False)[2][:MEANING_WIDTH])
        layer.bias.zero_()


def _topics(part: Told, kept: np.ndarray) -> Iterable[tuple[Tensor, Tensor, Tensor]]:
    """Yield for each topic its rows, which pairs of them tell of one event, and the weight of each pair."""
    of: defaultdict[str, list[int]] = defaultdict(list)
    for row, at in enumerate(kept):
        of[part.mentions[at].topic].append(row)
    for rows in of.values():
        some = [part.mentions[kept[row]] for row in rows]
        same = _equal([one.chain for one in some])
        near = _equal([one.subtopic for one in some])
        weight = torch.where(same | near, 1.0, ACROSS).triu(1)
        yield torch.tensor(rows), same.float(), weight


def _equal(names: Sequence[str]) -> Tensor:
    found = np.array(names)
    return torch.from_numpy(found[:, None] == found[None, :])


def _loss(vectors: Tensor, same: Tensor, weight: Tensor, scale: Tensor, border: Tensor) -> Tensor:
    odds = scale * (vectors @ vectors.T) + border
    return (weight * nn.functional.binary_cross_entropy_with_logits(odds, same, reduction="none")).sum()


def with_head(network: onnx.ModelProto, head: Projection | None, out: Path) -> None:
    """Write a network to `out` with the output `meaning`; without a head, the layers' own numbers.

    A head that it has is taken out first.
    """
    graph = network.graph
    kept = [node for node in graph.node if not node.name.startswith("meaning/")]
    last = f"/encoder/encoder/layer.{LAYERS[-1]}/output/LayerNorm/LayerNormalization_output_0"
    gather = next(node for node in kept if node.op_type == "GatherElements" and node.input[0] == last)
    nodes, constants, gathered = [], [], []
    for layer in LAYERS:
        layer_out = last.replace(f"layer.{LAYERS[-1]}", f"layer.{layer}")
        nodes.append(_node("GatherElements", [layer_out, gather.input[1]], f"layer{layer}", axis=1))
        gathered += nodes[-1].output
    name = "meaning" if head is None else "meaning/numbers"
    nodes.append(helper.make_node("Concat", gathered, [name], name="meaning/concat", axis=-1))
    if head is not None:
        matrix, bias = head.folded()
        constants = [
            numpy_helper.from_array(matrix, "meaning/matrix"),
            numpy_helper.from_array(bias, "meaning/bias"),
        ]
        nodes.append(_node("MatMul", [name, "meaning/matrix"], "product"))
        nodes.append(_node("Add", ["meaning/product", "meaning/bias"], "sum"))
        nodes.append(
            helper.make_node(
                "LpNormalization", ["meaning/sum"], ["meaning"], name="meaning/unit", axis=-1, p=2
            )
        )
    _replace(graph.node, [*kept, *nodes])
    held = [one for one in graph.initializer if not one.name.startswith("meaning/")]
    _replace(graph.initializer, [*held, *constants])
    told_of = [one for one in graph.output if one.name != "meaning"]
    meaning = helper.make_tensor_value_info("meaning", TensorProto.FLOAT, ["batch", "words", None])
    _replace(graph.output, [*told_of, meaning])
    onnx.save(network, out)


def _node(kind: str, inputs: Sequence[str], name: str, **more: int) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [f"meaning/{name}"], name=f"meaning/{name}", **more)


def _replace(field, values) -> None:  # type: ignore[no-untyped-def]
    kept = list(values)
    del field[:]
    field.extend(kept)


if __name__ == "__main__":
    main()
