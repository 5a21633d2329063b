"""Examples → padded batches of tensors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor
from training.coder.examples import NONE, Example

from jirga.coding.labels import MODES, PAIRS

#: Pieces of a window at most; a window of 128 words has some 170.
PIECES = 256


@dataclass(slots=True)
class Batch:
    """Tensors of one batch; labels that do not count are NONE (or NaN in `happened`)."""

    ids: Tensor
    mask: Tensor
    places: Tensor
    kinds: Tensor
    polarity: Tensor
    modality: Tensor
    happened: Tensor
    modes: Tensor
    pairs: Tensor
    asked: Tensor


def tokenizer(path: str) -> Tokenizer:
    """Return the tokenizer of a folder, truncating at PIECES."""
    found = Tokenizer.from_file(f"{path}/tokenizer.json")
    found.no_padding()
    found.enable_truncation(PIECES)
    return found


def batches(
    examples: Sequence[Example], tokens: Tokenizer, size: int, random: Random | None = None
) -> Iterator[Batch]:
    """Yield batches of windows of like length; `random` shuffles them, without it they keep their order."""
    order = list(range(len(examples)))
    if random is not None:
        order.sort(key=lambda i: len(examples[i].words) + random.random() * 12)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if random is not None:
        random.shuffle(groups)
    for group in groups:
        yield batch([examples[i] for i in group], tokens)


def batch(examples: Sequence[Example], tokens: Tokenizer) -> Batch:
    """Return one batch of the examples."""
    encoded = [tokens.encode(list(one.words), is_pretokenized=True) for one in examples]
    rows, words = len(examples), max(len(one.words) for one in examples)
    pieces = max(len(one.ids) for one in encoded)

    def full(*shape: int, value: float = 0, dtype: torch.dtype = torch.long) -> Tensor:
        return torch.full(shape, value, dtype=dtype)

    out = Batch(
        full(rows, pieces),
        full(rows, pieces),
        full(rows, words),
        full(rows, words, value=NONE),
        full(rows, words, value=NONE),
        full(rows, words, value=NONE),
        full(rows, words, value=float("nan"), dtype=torch.float32),
        full(rows, words, len(MODES), dtype=torch.float32),
        full(rows, len(PAIRS), words, words + 1, dtype=torch.float32),
        full(rows, len(PAIRS), words, dtype=torch.float32),
    )
    for row, (one, code) in enumerate(zip(examples, encoded, strict=True)):
        out.ids[row, : len(code.ids)] = torch.tensor(code.ids)
        out.mask[row, : len(code.ids)] = 1
        for piece, word in reversed(list(enumerate(code.word_ids))):
            if word is not None:
                out.places[row, word] = piece
        count = len(one.words)
        out.kinds[row, :count] = torch.tensor(one.kinds)
        out.polarity[row, :count] = torch.tensor(one.polarity)
        out.modality[row, :count] = torch.tensor(one.modality)
        if one.happened:
            out.happened[row, :count] = torch.tensor(one.happened)
        for at, mode in one.modes:
            out.modes[row, at, mode] = 1
        for question, at, column in one.pairs:
            out.pairs[row, question, at, column] = 1
            out.asked[row, question, at] = 1
    return out
