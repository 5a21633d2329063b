"""What training makes small, one term a question."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as nn
from training.coder.batches import Batch
from training.coder.examples import NONE

#: Weight of each term. Kinds are a mean over all words, one in ten of which carries anything: hence eight.
WEIGHTS = {"kinds": 8.0, "modes": 1.0, "polarity": 0.7, "modality": 1.0, "happened": 0.3, "pairs": 1.0}


def losses(out: tuple[Tensor, ...], batch: Batch) -> dict[str, Tensor]:
    """Return the terms of the loss of one batch, each a mean over the labels it has."""
    kinds, modes, polarity, modality, happened, pairs = (one.float() for one in out)
    found: dict[str, Tensor] = {}
    for name, logits, gold in (
        ("kinds", kinds, batch.kinds),
        ("polarity", polarity, batch.polarity),
        ("modality", modality, batch.modality),
    ):
        if (gold != NONE).any():
            found[name] = nn.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=NONE)
    events = (batch.kinds > 0).unsqueeze(-1)
    if events.any():
        each = nn.binary_cross_entropy_with_logits(modes, batch.modes, reduction="none")
        found["modes"] = (each * events).sum() / events.sum()
    if batch.asked.any():
        found["pairs"] = _pairs(pairs, batch)
    told = ~torch.isnan(batch.happened)
    if told.any():
        found["happened"] = nn.smooth_l1_loss(happened[told], batch.happened[told])
    return found


def _pairs(logits: Tensor, batch: Batch) -> Tensor:
    """Softmax over the words and "none"; where several are right, they share the mass."""
    real = torch.cat([torch.ones_like(batch.mask[:, :1]), _words(batch)], dim=1)
    logits = logits.masked_fill(real[:, None, None, :] == 0, -1e4)
    gold = batch.pairs / batch.pairs.sum(-1, keepdim=True).clamp(min=1)
    each = -(gold * nn.log_softmax(logits, dim=-1)).sum(-1)
    return (each * batch.asked).sum() / batch.asked.sum() * 3


def _words(batch: Batch) -> Tensor:
    return (batch.places > 0).long()
