"""The network: MiniLM with a head a question. One pass answers all of them for every word of a window."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from transformers import AutoModel

from jirga.coding.labels import KINDS, MODALITIES, MODES, PAIRS, POLARITIES

#: Width of the vectors whose product binds two words (a biaffine scorer, Dozat and Manning 2017).
WIDTH = 64


class Network(nn.Module):
    """Encoder and heads; see `forward` for shapes."""

    def __init__(self, encoder: str, dropout: float = 0.15) -> None:
        """Load the encoder from a folder; the heads begin at random."""
        super().__init__()
        # drawing what attention drops takes a tenth of the time of training, and hidden pieces do as much
        self.encoder = AutoModel.from_pretrained(
            encoder, attn_implementation="eager", attention_probs_dropout_prob=0.0
        )
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.kinds = nn.Linear(size, len(KINDS))
        self.modes = nn.Linear(size, len(MODES))
        self.stance = nn.Sequential(nn.Linear(size, size), nn.GELU())
        self.polarity = nn.Linear(size, len(POLARITIES))
        self.modality = nn.Linear(size, len(MODALITIES))
        self.happened = nn.Linear(size, 1)
        self.left = nn.Sequential(nn.Linear(size, len(PAIRS) * WIDTH), nn.GELU())
        self.right = nn.Sequential(nn.Linear(size, len(PAIRS) * WIDTH), nn.GELU())
        self.bilinear = nn.Parameter(torch.randn(len(PAIRS), WIDTH, WIDTH) / WIDTH)
        self.bias = nn.Parameter(torch.zeros(len(PAIRS), 1, 1))
        self.alone = nn.Linear(WIDTH, 1)

    def forward(self, ids: Tensor, mask: Tensor, places: Tensor) -> tuple[Tensor, ...]:
        """Return what each word is, and how it is bound to the others.

        `ids` and `mask` are pieces (batch, pieces); `places` (batch, words) is each word's first piece. Out:
        kinds, modes, polarity, modality (batch, words, labels), happened (batch, words), pairs
        (batch, questions, words, 1 + words), whose first column is "none". All are logits but `happened`,
        which is on UDS's scale from -3 to 3.
        """
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        size = hidden.shape[-1]
        words = torch.gather(hidden, 1, places.unsqueeze(-1).expand(-1, -1, size))
        stance = self.dropout(self.stance(words))
        left = self._split(self.left(words))
        right = self._split(self.right(torch.cat([hidden[:, :1], words], dim=1)))
        bound = torch.matmul(torch.matmul(left, self.bilinear), right.transpose(2, 3)) / math.sqrt(WIDTH)
        pairs = bound + self.alone(right).transpose(2, 3) + self.bias
        return (
            self.kinds(words),
            self.modes(words),
            self.polarity(stance),
            self.modality(stance),
            self.happened(stance).squeeze(-1),
            pairs,
        )

    @staticmethod
    def _split(vectors: Tensor) -> Tensor:
        """(batch, words, questions * width) → (batch, questions, words, width)."""
        batch, words = vectors.shape[0], vectors.shape[1]
        return vectors.reshape(batch, words, len(PAIRS), WIDTH).transpose(1, 2)
