"""What the learned model holds of each word of a document: kind, modes, stance, and what it is bound to.

The model is MiniLM-L6 with a head a question, trained on our corpus (`training/coder`), int8 in ONNX; it
runs on onnxruntime, without torch. It reads a sentence with what precedes it, all questions in one pass.
Where the weights have a head of meaning (`training.meaning`), the same pass gives each word a vector of what
it means where it stands, by which `jirga.merging` tells whether two words can tell of one happening.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jirga.coding.labels import KINDS, MODALITIES, MODES, PAIRS, POLARITIES
from jirga.coding.windows import Window, windows
from jirga.errors import JirgaError
from jirga.model import EVENT_TYPES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from tokenizers import Encoding

    Floats = NDArray[np.float32]

#: The weights that ship with the program, and their card.
WEIGHTS = Path(__file__).resolve().parents[1] / "weights"
#: Where the types of events stand among the kinds.
_EVENTS = slice(1, 1 + len(EVENT_TYPES))
#: Under this probability of an event the model's other answers about a word mean nothing.
SEEN = 0.003
#: Windows in one pass, at most.
_BATCH = 16
#: The longest of them is at most so many times as long as the shortest: padding is read like words.
_PADDED = 1.1


@dataclass(frozen=True, slots=True)
class Bond:
    """A word that a trigger is bound to, or none (`token` is None), with its share of the mass."""

    token: int | None
    share: float


class Scores:
    """The model's answers for one document, by token number; words it did not see are nothing."""

    def __init__(self, count: int, weights: Sequence[float] = (0, 0, 0, 0, 0, 0, 0)) -> None:
        """Make room for a document of `count` tokens; `weights` are those of `confidence`."""
        import numpy as np

        self.weights = weights
        self.kinds = np.zeros((count, len(KINDS)), dtype=np.float32)
        self.kinds[:, 0] = 1
        self.modes = np.zeros((count, len(MODES)), dtype=np.float32)
        self.polarity = np.zeros((count, len(POLARITIES)), dtype=np.float32)
        self.modality = np.zeros((count, len(MODALITIES)), dtype=np.float32)
        self.degree = np.zeros(count, dtype=np.float32)  # factuality from -3 to 3, as UDS-IH2 has it
        self.meaning: Floats | None = None  # (count, width), of length one; None where the weights have none
        self._bonds: dict[int, tuple[Window, Floats]] = {}

    def is_event(self, token: int) -> float:
        """Return the probability that a word tells of an event of any type."""
        return float(self.kinds[token, _EVENTS].sum())

    def sees(self, token: int) -> bool:
        """Return whether the model sees enough of an event there to be asked anything else about it."""
        return self.is_event(token) >= SEEN

    def of_kind(self, token: int, kind: str) -> float:
        """Return the probability of one kind."""
        return float(self.kinds[token, KINDS.index(kind)])

    def happened(self, token: int) -> float:
        """Return the probability that what the word tells is affirmed and asserted by its speaker."""
        return float(self.polarity[token, 0] * self.modality[token, 0])

    def bonds(self, token: int, question: str, least: float = 0.3) -> list[Bond]:
        """Return what a word is bound to by `question` (see PAIRS), the likeliest first.

        Only what holds at least the share `least` of the mass is listed; none of them is `Bond(None, …)`.
        """
        if token not in self._bonds:
            return []
        window, row = self._row(token, question)
        order = (-row).argsort()
        return [
            Bond(None if column == 0 else window.tokens[column - 1], float(row[column]))
            for column in order
            if row[column] >= least
        ]

    def reads(self, token: int, other: int) -> bool:
        """Return whether the model had `other` before it when it answered about `token`."""
        return token in self._bonds and other in self._bonds[token][0].tokens

    def share(self, token: int, question: str, others: Collection[int] | None) -> float:
        """Return the mass that a word's binding by `question` gives the words `others`, or none (None)."""
        if token not in self._bonds:
            return 0.5
        window, row = self._row(token, question)
        if others is None:
            return float(row[0])
        return float(sum(row[1 + column] for column, t in enumerate(window.tokens) if t in others))

    def _row(self, token: int, question: str) -> tuple[Window, Floats]:
        """A word's window, and the shares of none and of each word in it; few rows are ever asked for."""
        window, pairs = self._bonds[token]
        return window, _softmax(pairs[PAIRS.index(question)])

    def put(self, window: Window, out: Sequence[Floats]) -> None:
        """Write one window's answers in: kinds, modes, polarity, modality, degree, pairs, meaning.

        Pairs are logits still, meaning vectors, which weights may not have; the others are probabilities, but
        for degree.
        """
        kinds, modes, polarity, modality, degree, pairs, *meaning = out
        if meaning:
            self._put_meaning(window, meaning[0])
        for at in range(window.first, len(window.words)):
            token = window.tokens[at]
            self.kinds[token], self.modes[token] = kinds[at], modes[at]
            self.polarity[token], self.modality[token] = polarity[at], modality[at]
            self.degree[token] = degree[at]
            self._bonds[token] = (window, pairs[:, at, : len(window.words) + 1])

    def _put_meaning(self, window: Window, vectors: Floats) -> None:
        import numpy as np

        if self.meaning is None:
            self.meaning = np.zeros((len(self.kinds), vectors.shape[-1]), dtype=np.float32)
        here = slice(window.first, len(window.words))
        self.meaning[list(window.tokens[here])] = vectors[here]


class Model:
    """The loaded weights; `scores` reads a document."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """Load the weights of a folder; JirgaError with the next step where they cannot be loaded."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes of their own
        options.log_severity_level = 3
        try:
            self.card = json.loads((folder / "coder.json").read_text(encoding="utf-8"))
            told = json.loads((folder / "confidence.json").read_text(encoding="utf-8"))
            self.weights: tuple[float, ...] = tuple(told["weights"])
            self.kinds: dict[str, float] = dict(told.get("kinds", {}))  # confidence of what has no features
            self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "coder.onnx"), options, providers=["CPUExecutionProvider"]
            )
        # onnxruntime and tokenizers raise bare exceptions of their own for a file that is damaged
        except Exception as error:
            raise JirgaError(
                f"the learned model cannot be loaded ({str(error).splitlines()[0]})",
                stage="coding",
                next_step="install Jirga again, or read with JIRGA_CODER=rules",
            ) from error
        self._tokens.enable_truncation(256)
        self._tokens.no_padding()

    @property
    def version(self) -> str:
        """Name and hash of all weights, those of confidence among them, for the reading's id."""
        whole = hashlib.sha256(f"{self.card['sha256']} {self.weights} {self.kinds}".encode()).hexdigest()
        return f"{self.card['name']}-{whole[:12]}"

    def scores(self, doc: Doc) -> Scores:
        """Return what the model holds of every word of a document."""
        return self.over(windows(doc), len(doc))

    def over(self, read: Iterable[Window], count: int) -> Scores:
        """Return what the model holds of `count` tokens, over the windows that they stand in."""
        found = Scores(count, self.weights)
        todo = [(w, self._tokens.encode(_plain(w.words), is_pretokenized=True)) for w in read]
        for batch in _batches(sorted(todo, key=lambda pair: len(pair[1].ids))):
            self._read(batch, found)
        return found

    def _read(self, batch: Sequence[tuple[Window, Encoding]], found: Scores) -> None:
        import numpy as np

        read, encoded = zip(*batch, strict=True)
        rows, words = len(batch), max(len(one.words) for one in read)
        ids = np.zeros((rows, max(len(one.ids) for one in encoded)), dtype=np.int64)
        mask, places = np.zeros_like(ids), np.zeros((rows, words), dtype=np.int64)
        for row, one in enumerate(encoded):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
            for piece, word in reversed(list(enumerate(one.word_ids))):
                if word is not None:
                    places[row, word] = piece
        kinds, modes, polarity, modality, degree, *others = self._session.run(
            None, {"ids": ids, "mask": mask, "places": places}
        )
        stances = (_softmax(polarity), _softmax(modality), degree)
        out = (_softmax(kinds), _sigmoid(modes), *stances, *others)
        for row, window in enumerate(read):
            found.put(window, [one[row] for one in out])


def _batches(
    todo: Sequence[tuple[Window, Encoding]],
) -> Iterator[Sequence[tuple[Window, Encoding]]]:
    """Yield windows, sorted by length, in batches whose longest is hardly longer than their shortest."""
    start = 0
    for end in range(1, len(todo) + 1):
        full = end - start == _BATCH
        if end == len(todo) or full or len(todo[end][1].ids) > _PADDED * len(todo[start][1].ids):
            yield todo[start:end]
            start = end


def _plain(words: Sequence[str]) -> list[str]:
    """Return the words without half a surrogate pair, which no UTF-8 holds and the tokenizer cannot take."""
    return [one if one.isascii() else one.encode("utf-8", "replace").decode() for one in words]


def _softmax(logits: Floats) -> Any:
    import numpy as np

    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def _sigmoid(logits: Floats) -> Any:
    import numpy as np

    return 1 / (1 + np.exp(-logits))


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the shipped model, loaded once."""
    return Model()
