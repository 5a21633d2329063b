"""ECB+ as its gold mentions file has it: documents, sentences, event mentions and their chains."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.sources import needed

Part = Literal["Train", "Dev"]


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention: its document, sentence, token numbers within it, and the chain it belongs to.

    `topic` is the seminal event (`12`), `subtopic` the one event of it that the document tells (`12_ecb`).
    """

    id: str
    document: str
    sentence: int
    tokens: tuple[int, ...]
    chain: str

    @property
    def topic(self) -> str:
        """The topic's number."""
        return self.document.split("_")[0]

    @property
    def subtopic(self) -> str:
        """The topic's number and which of its two events: ECB's own, or that which ECB+ added."""
        return f"{self.topic}_{'ecbplus' if self.document.endswith('ecbplus') else 'ecb'}"


@dataclass(frozen=True, slots=True)
class Mentions:
    """One part of the corpus: the words of every sentence by (document, sentence), and the mentions."""

    words: dict[tuple[str, int], list[str]]
    mentions: list[Mention]


def load(corpora: Path, part: Part) -> Mentions:
    """Return a part of ECB+; AbsentError where it is not here."""
    folder = needed(corpora / "ecbplus")
    words: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for line in (folder / f"ECB_{part}_corpus.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 3:
            words[fields[0], int(fields[1])].append(fields[3])
    found = json.loads((folder / f"ECB_{part}_Event_gold_mentions.json").read_text(encoding="utf-8"))
    mentions = [
        Mention(f"m{at}", one["doc_id"], one["sent_id"], tuple(one["tokens_number"]), one["coref_chain"])
        for at, one in enumerate(found)
    ]
    return Mentions(dict(words), mentions)
