"""Reporting cues: the words by which a text hands a content over to a source, and what they commit it to.

The classes below follow the literature on event factuality (FactBank's certain, probable, possible and its
source-introducing predicates): *confirm that P* commits its source more than *believe that P*; *deny that P*
to the contrary; *hope that P* to nothing that happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from jirga.lexicon.tables import rows
from jirga.model import Certainty, Modality, Polarity, SpeakerKind


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a cue commits its source to about its content; the default is a plain assertion."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    certainty: Certainty = "unstated"


#: What a plain "said" leaves: an assertion.
PLAIN = Commitment()
#: What "had no doubt" leaves.
CERTAIN = Commitment(certainty="certain")

#: Classes of cues. `act` is a promise, threat or ruling put as a that-clause; `attitude` takes its object for
#: granted and says what the source thinks of it, so that the source is no witness to the object; `deed` is an
#: act of speech or will over what it is of ("refused to leave"), whose outcome the act itself decides.
COMMITMENTS = MappingProxyType(
    {
        "say": Commitment(),
        "confirm": Commitment(certainty="certain"),
        "claim": Commitment(certainty="possible"),
        "hearsay": Commitment(certainty="probable"),
        "deny": Commitment(polarity="negated"),
        "believe": Commitment(certainty="probable"),
        "suspect": Commitment(certainty="possible"),
        "suggest": Commitment(certainty="possible"),
        "imagine": Commitment(polarity="unknown", modality="possible"),
        "fear": Commitment(modality="feared"),
        "wish": Commitment(modality="wished"),
        "demand": Commitment(modality="demanded"),
        "intend": Commitment(modality="intended"),
        "act": Commitment(modality="intended"),
        "expect": Commitment(modality="possible", certainty="probable"),
        "question": Commitment(polarity="unknown", modality="questioned"),
        "doubt": Commitment(polarity="negated", certainty="possible"),
        "attitude": Commitment(),
        "deed": Commitment(),
    }
)
#: Those by which somebody says that it was so.
AFFIRMING = frozenset({"say", "confirm", "claim"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of the lexicon: its class, and for a verb the frames in which it takes a content."""

    lemma: str
    kind: str
    frames: frozenset[str] = frozenset()

    @property
    def commitment(self) -> Commitment:
        """What the cue commits its source to."""
        return COMMITMENTS[self.kind]


@lru_cache(maxsize=1)
def _table() -> MappingProxyType[tuple[str, str], tuple[Cue, ...]]:
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for row in rows("cues.tsv"):
        cue = Cue(row["lemma"], row["class"], frozenset(row["frames"].split()))
        key = (row["part"], row["lemma"])
        found[key] = (*found.get(key, ()), cue)
    return MappingProxyType(found)


def verb_cues(lemma: str) -> tuple[Cue, ...]:
    """Return the readings of a reporting verb ("say", "point out"); empty for any other word."""
    return _table().get(("verb", lemma), ())


def cue(part: str, lemma: str) -> Cue | None:
    """Return the noun, adjective ("adj") or adverb cue of this lemma, None for any other word."""
    return next(iter(_table().get((part, lemma), ())), None)


def holdings(noun: str) -> tuple[Cue, ...]:
    """Return what a noun says somebody wills or thinks of what its frames lead to ("plan to")."""
    return _table().get(("holding", noun), ())


def openings(verb: str) -> Cue | None:
    """Return how a verb says no more than that somebody speaks up, None for any other.

    Its frames are the complements that make it do so: "-" none, "office" none where an office or a body is
    the subject, "*" any ("denied the charge").
    """
    return next(iter(_table().get(("opening", verb), ())), None)


def source_kind(noun: str) -> SpeakerKind | None:
    """Return the kind of source a common noun names ("police": organisation), None where it tells none."""
    for kind in ("document", "media", "organisation", "person"):
        if (kind, noun) in _table():
            return kind
    return None


def word_set(words: str) -> frozenset[str]:
    """Return the space-separated words of a short list that a rule names."""
    return frozenset(words.split())
