"""One training run: seeded, on the processor, with bfloat16 where the processor has it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from training.coder.batches import Batch, batches
from training.coder.examples import Example
from training.coder.losses import WEIGHTS, losses
from training.coder.network import Network
from training.coder.scores import scores
from training.coder.start import start

#: How much of the moving mean of the weights stays at each step: it spans some 300 steps, an epoch or so.
MEMORY = 0.997
#: Share of pieces hidden from the network at each step, so that it learns sentences less by heart.
HIDDEN = 0.08
_OPENS, _CLOSES = 101, 102  # [CLS] and [SEP] of BERT's vocabulary


def train(
    encoder: str,
    tokens: Tokenizer,
    examples: Sequence[Example],
    held_out: dict[str, Sequence[Example]],
    *,
    epochs: int,
    seed: int,
    size: int = 16,
    rate: float = 6e-5,
    extra: Sequence[tuple[Sequence[Example], int]] = (),
    starts: Sequence[Path] = (),
    state: Path | None = None,
) -> Network:
    """Return a network trained on `examples` and, in each epoch, a fresh draw from each `extra`.

    It starts from the encoder as it was published, or from the mean of the networks in the folders `starts`.
    What is returned is the moving mean of its weights over the last steps, which errs less than the last.
    `state` is a file where all that the next epoch needs is written after each; where it exists, the run
    goes on from there, and ends as it would have without a break.
    """
    torch.manual_seed(seed)
    np.random.seed(seed)
    random = Random(seed)
    network = Network(encoder)
    if starts:
        start(network, starts)
    mask = tokens.token_to_id("[MASK]")
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW(
        [{"params": network.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 8}],
        weight_decay=0.01,
        fused=True,  # a fifth of each step's time less, on the processor too
    )
    drawn = sum(min(many, len(some)) for some, many in extra)
    steps = epochs * ((len(examples) + drawn) // size + 2)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / (0.08 * steps)) * max(0.0, 1 - step / steps)
    )
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(MEMORY)
    )
    kept = {"network": network, "mean": mean, "optimiser": optimiser, "plan": plan}
    for epoch in range(_resumed(state, kept, random), epochs):
        begun, total = time.monotonic(), 0.0
        network.train()
        shown = list(examples)
        for some, many in extra:
            shown += random.sample(list(some), min(many, len(some)))
        for batch in batches(shown, tokens, size, random):
            total += _step(network, _masked(batch, mask), optimiser)
            plan.step()
            mean.update_parameters(network)
        print(
            f"epoch {epoch + 1}: loss {total / len(shown) * size:.3f}, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        for name, some in held_out.items():
            if epoch + 1 == epochs or epoch % 2:
                told = scores(mean.module, some, tokens)
                print(f"  {name}: " + " ".join(f"{k} {v:.3f}" for k, v in told.items()), flush=True)
        if state is not None:
            _write(state, epoch + 1, kept, random)
    return mean.module


def _write(state: Path, done: int, kept: dict[str, Any], random: Random) -> None:
    """Write what the next epoch needs, in one move: a run cut off while it writes keeps the file before."""
    written = state.with_suffix(".part")
    it = {name: one.state_dict() for name, one in kept.items()}
    torch.save({"done": done, "torch": torch.get_rng_state(), "random": random.getstate(), **it}, written)
    written.replace(state)


def _resumed(state: Path | None, kept: dict[str, Any], random: Random) -> int:
    """Set what `state` holds, if it is there; return how many epochs were done."""
    if state is None or not state.exists():
        return 0
    it = torch.load(state, weights_only=False)
    for name, one in kept.items():
        one.load_state_dict(it[name])
    torch.set_rng_state(it["torch"])
    random.setstate(it["random"])
    print(f"{state}: {it['done']} epochs were done; goes on", flush=True)
    return int(it["done"])


def _masked(batch: Batch, mask: int) -> Batch:
    """The batch with some of its pieces hidden; those that open and close a window stay."""
    hidden = (torch.rand(batch.ids.shape) < HIDDEN) & (batch.mask == 1)
    hidden &= (batch.ids != _OPENS) & (batch.ids != _CLOSES)
    return replace(batch, ids=batch.ids.masked_fill(hidden, mask))


def _step(network: Network, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
    optimiser.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(batch.ids, batch.mask, batch.places)
    terms = losses(out, batch)
    loss = sum(WEIGHTS[name] * term for name, term in terms.items())
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())
