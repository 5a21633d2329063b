"""How good a network is on held-out examples, by head: what training prints after each epoch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from training.coder.batches import batches
from training.coder.examples import Example
from training.coder.network import Network

from jirga.coding.labels import PAIRS

#: A word answers a question where it holds this share of the mass.
SHARE = 0.3


@torch.no_grad()
def scores(network: Network, examples: Sequence[Example], tokens: Tokenizer) -> dict[str, float]:
    """Return F1 of kinds end to end; of the other heads what is right at the gold triggers."""
    network.eval()
    count: Counter[str] = Counter()
    told: list[tuple[float, float]] = []
    for batch in batches(examples, tokens, 32):
        kinds, modes, polarity, modality, happened, pairs = (
            one.float() for one in network(batch.ids, batch.mask, batch.places)
        )
        gold, best = batch.kinds, kinds.argmax(-1)
        sentence, event = gold >= 0, gold > 0
        count["gold"] += int(event.sum())
        count["found"] += int(((best > 0) & sentence).sum())
        count["met"] += int(((best > 0) & event).sum())
        count["right"] += int(((best == gold) & event).sum())
        count["polarity"] += int(((polarity.argmax(-1) == batch.polarity) & event).sum())
        count["modality"] += int(((modality.argmax(-1) == batch.modality) & event).sum())
        both = (polarity.argmax(-1) == batch.polarity) & (modality.argmax(-1) == batch.modality)
        count["stance"] += int((both & event).sum())
        count["modes both"] += int((((modes > 0) & (batch.modes > 0)) * event.unsqueeze(-1)).sum())
        count["modes found"] += int(((modes > 0) * event.unsqueeze(-1)).sum())
        count["modes gold"] += int(((batch.modes > 0) * event.unsqueeze(-1)).sum())
        real = torch.cat([torch.ones_like(batch.mask[:, :1]), (batch.places > 0).long()], dim=1)
        share = pairs.masked_fill(real[:, None, None, :] == 0, -1e4).softmax(-1)
        for i, name in enumerate(PAIRS):
            asked = batch.asked[:, i].bool()
            answer = (share[:, i] > SHARE)[asked][:, 1:]
            wanted = (batch.pairs[:, i] > 0)[asked][:, 1:]
            count[f"{name} both"] += int((answer & wanted).sum())
            count[f"{name} found"] += int(answer.sum())
            count[f"{name} gold"] += int(wanted.sum())
        known = ~torch.isnan(batch.happened)
        told += list(zip(batch.happened[known].tolist(), happened[known].tolist(), strict=True))
    out = {}
    if count["gold"]:
        out["trigger"] = f1(count["met"], count["found"], count["gold"])
        out["type"] = f1(count["right"], count["found"], count["gold"])
        for name in ("polarity", "modality", "stance"):
            out[name] = count[name] / count["gold"]
        for name in ("modes", *PAIRS):
            out[name] = f1(count[f"{name} both"], count[f"{name} found"], count[f"{name} gold"])
    if told:
        out["happened r"] = float(np.corrcoef(np.array(told).T)[0, 1])
    return out


def f1(both: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * both / max(found + gold, 1)
