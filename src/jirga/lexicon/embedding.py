"""What a governing word does to what it governs: `data/embedding.txt`, and modal auxiliaries.

Sources: the implicative and factive classes of Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006),
folded into the polarities, modalities, certainties and aspects of the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, get_args

from jirga.lexicon.cues import verb_cues
from jirga.model import Aspect, Certainty, Modality, Polarity

Governed = Literal["noun", "clause", "subject"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a governor lends its complement; the default changes nothing.

    `granted` is True where no negation or condition over the governor reaches a complement with a tense.
    """

    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    certainty: Certainty = "unstated"
    aspect: Aspect = "unstated"
    granted: bool = False

    @property
    def transparent(self) -> bool:
        """Whether it leaves the complement asserted and affirmed."""
        return self.modality == "asserted" and self.polarity == "affirmed"


#: Modal auxiliaries; "would" is settled by its clause (a condition, a reported future).
AUXILIARIES: Mapping[str, Effect] = MappingProxyType(
    {
        **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo"), Effect("intended")),
        **dict.fromkeys(("may", "might", "could", "can", "ca"), Effect("possible", certainty="possible")),
        **dict.fromkeys(("should", "must", "ought", "need"), Effect("demanded")),
    }
)
_GROUPS: Mapping[str, Effect] = MappingProxyType(
    {
        "asserted": Effect(),
        "granted": Effect(granted=True),
        "negated": Effect(polarity="negated"),
        "probable": Effect("possible", certainty="probable"),
        "possible": Effect("possible", certainty="possible"),
        "questioned": Effect("questioned"),
    }
)


def _effect(words: list[str]) -> Effect:
    first = words[0]
    base = _GROUPS[first] if first in _GROUPS else Effect(next(m for m in get_args(Modality) if m == first))
    if len(words) == 1:
        return base
    aspect = next(a for a in get_args(Aspect) if a == words[1])
    return Effect(base.modality, base.polarity, base.certainty, aspect)


@cache
def _table() -> Mapping[tuple[str, str, str], Effect]:
    text = files("jirga.lexicon").joinpath("data", "embedding.txt").read_text(encoding="utf-8")
    table: dict[tuple[str, str, str], Effect] = {}
    effect = Effect()
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        if line.startswith("#"):
            continue
        if line.startswith("["):
            effect = _effect(line.strip("[]").split())
            continue
        for word in filter(None, (w.strip() for w in line[2:].split(","))):
            lemma, _, governed = word.partition(">")
            for kind in [governed] if governed in get_args(Governed) else ["noun", "clause"]:
                table.setdefault((lemma, line[0], kind), effect)
    return MappingProxyType(table)


def effect(lemma: str, part: Literal["v", "n", "a"], governed: Governed) -> Effect | None:
    """Return what the word does to a governed noun or clause, None where it is not known to do anything."""
    found = _table().get((lemma, part, governed))
    if found is None and part == "v" and governed == "clause" and (cues := verb_cues(lemma)):
        told = cues[0].commitment
        return Effect(told.modality, told.polarity, told.certainty)
    return found
