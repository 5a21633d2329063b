"""Who says so: sources, their cues and contents, nested, and the chain of speakers over a passage.

The text's own voice is the empty chain. An attribution whose source only holds an attitude ("plans to",
"condemned the raid") or does a deed of will or speech ("refused to leave") commits nobody as a witness: it is
kept, with `voices` False, and joins no chain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from jirga.lexicon.cues import PLAIN, Commitment, word_set
from jirga.model import Speaker

if TYPE_CHECKING:
    from jirga.language import Analysis

AttributionKind = Literal[
    "quote", "reported", "according", "adverb", "noun", "title", "label", "attitude", "deed", "indirect"
]
_PRONOUNS = word_set("he she they it we i who")
#: What a cue that was not uttered (negated, future, refused) leaves of its content: nothing said either way.
UNSAID = Commitment(polarity="unknown", modality="possible", certainty="unstated")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source held to one content by one cue.

    `cue_head` and `source_head` are tokens of `Analysis.doc`. `parts` are the content's stretches in code
    points, `tokens` the same as token numbers; `content` runs from the first to the last of them. `parent` is
    the index of the attribution whose content holds this one's cue. `asserted` is False where the saying
    itself did not take place ("did not say", "would say", "refused to say"). `commitment` is the cue's.
    """

    speaker: Speaker
    cue_head: int | None
    source_head: int | None
    parts: tuple[tuple[int, int], ...]
    tokens: frozenset[int]
    kind: AttributionKind
    commitment: Commitment = PLAIN
    asserted: bool = True
    voices: bool = True
    own_voice: bool = False
    parent: int | None = None

    @property
    def content(self) -> tuple[int, int]:
        """The content from its first to its last code point, half-open."""
        return self.parts[0][0], self.parts[-1][1]

    def covers(self, start: int, end: int, token: int | None) -> bool:
        """Whether the content holds `token`, or where that is None the code points from `start` to `end`."""
        if token is not None:
            return token in self.tokens
        return any(first <= start and end <= last for first, last in self.parts)


def attributions(analysis: Analysis) -> tuple[Attribution, ...]:
    """Return the attributions of a document in order of their contents, each with its parent's index."""
    from jirga.coding.adjuncts import adjuncts
    from jirga.coding.indirect import going_on
    from jirga.coding.opinions import opinions
    from jirga.coding.quoted import with_quotes
    from jirga.coding.rebinding import rebound
    from jirga.coding.reported import reported
    from jirga.coding.transcripts import turns

    found = [*reported(analysis), *adjuncts(analysis), *opinions(analysis), *turns(analysis)]
    spoken = rebound(analysis, _distinct(with_quotes(analysis, found)))
    return _nested(_distinct([*spoken, *going_on(analysis, spoken)]))


def covering(
    found: tuple[Attribution, ...], start: int, end: int, token: int | None
) -> tuple[Attribution, ...]:
    """Return the attributions over a passage, the nearest (the shortest content) first.

    `token` is the number of the token that carries the passage (its trigger); where it is None the passage's
    code points decide.
    """
    over = [one for one in found if one.covers(start, end, token) and one.cue_head != token]
    return tuple(
        sorted(over, key=lambda one: (len(one.tokens), one.kind != "according", -(one.cue_head or 0)))
    )


def speakers_of(
    found: tuple[Attribution, ...], start: int, end: int, token: int | None, *, granted: bool = False
) -> tuple[Speaker, ...]:
    """Return the chain of speakers over a passage, nearest first; empty is the document's own voice.

    Left out: who did not say it, who only holds an attitude to it, and the author saying "I". What is
    `granted` is not said by who denies his part in it ("denied that it had to do with the bombing").
    """
    chain: list[Speaker] = []
    for one in covering(found, start, end, token):
        if granted and one.commitment.polarity == "negated":
            continue
        if one.asserted and one.voices and not one.own_voice and not _repeats(chain, one.speaker):
            chain.append(one.speaker)
    return tuple(chain)


def commitment_of(
    found: tuple[Attribution, ...], start: int, end: int, token: int | None
) -> Commitment | None:
    """Return what the nearest cue over a passage commits its source to; None in the text's own voice.

    A cue that was never uttered leaves `UNSAID`; an act of will or speech ("refused to leave")
    decides what becomes of what it is of, whoever reports or denies the act. A denial within a denial stays
    with the nearer one: the chain is the reader's to follow.
    """
    for one in covering(found, start, end, token):
        if not one.asserted:
            return UNSAID
        if one.kind == "deed":
            return None
        if one.kind != "attitude" or one.commitment != PLAIN:
            return one.commitment
    return None


def _repeats(chain: list[Speaker], speaker: Speaker) -> bool:
    """Whether a source stands in the chain already: "I believe" in its own quote, "they had found".

    Unnamed sources of one name may be different people, unless one of the two is only a pronoun.
    """
    return any(
        (one.name, one.entity) == (speaker.name, speaker.entity)
        and (
            speaker.kind != "unnamed"
            or _is_pronoun(one)
            or _is_pronoun(speaker)
            or (one.mention is not None and one.mention == speaker.mention)
        )
        for one in chain
    )


def _is_pronoun(speaker: Speaker) -> bool:
    return speaker.mention is not None and speaker.mention.quote.casefold() in _PRONOUNS


def _distinct(found: Iterable[Attribution]) -> list[Attribution]:
    """One attribution a cue and content, in order."""
    kept: dict[tuple[int | None, tuple[int, int]], Attribution] = {}
    for one in found:
        kept.setdefault((one.cue_head, one.content), one)
    return sorted(kept.values(), key=lambda one: (one.content, one.cue_head or 0))


def _nested(found: list[Attribution]) -> tuple[Attribution, ...]:
    def parent(index: int) -> int | None:
        one = found[index]
        holders = [i for i, other in enumerate(found) if i != index and _holds(other, one)]
        return min(holders, key=lambda i: len(found[i].tokens), default=None)

    return tuple(replace(one, parent=parent(index)) for index, one in enumerate(found))


def _holds(over: Attribution, one: Attribution) -> bool:
    """Whether `one` is nested in `over`; of two that hold each other's cue the wider is over."""
    if one.cue_head not in over.tokens:
        return False
    mutual = over.cue_head in one.tokens
    return not mutual or (len(over.tokens), over.cue_head or 0) > (len(one.tokens), one.cue_head or 0)
