"""The labels of the learned model, in the order of its outputs. A change of order needs new weights."""

from __future__ import annotations

from typing import get_args

from jirga.model import EVENT_TYPES, Modality, Polarity
from jirga.model import MODES as MODES_OF_TYPE

#: What a word carries: nothing, an event of a type, a relation, a quantity.
KINDS: tuple[str, ...] = ("none", *EVENT_TYPES, "relation", "quantity")
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
#: PLOVER's modes of all types, each name once.
MODES: tuple[str, ...] = tuple(sorted({mode for modes in MODES_OF_TYPE.values() for mode in modes}))
#: What binds a statement's word to another word, or to none.
PAIRS: tuple[str, ...] = ("actor", "recipient", "speaker", "time", "place", "act")
