"""Which event an ascription is of: the one its deed names, else the latest deed of force told before.

"Police blamed the TTP for it", "for this incident", "the group claimed responsibility": the deed was told of
in the same passage, and those words stand for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.ascriptions import Ascription
from jirga.coding.triggers import Trigger
from jirga.lexicon.cues import word_set
from jirga.model import Participant, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words that stand for a deed told of before; "the blast, for which X is held responsible" among them.
_STANDING_FOR = word_set("incident crime act action deed event atrocity it this that which them these those")
#: So many sentences back, at most, such a word reaches.
REACH = 2


def blame(
    doc: Doc, triggers: Sequence[Trigger], ascriptions: Iterable[Ascription]
) -> Mapping[int, tuple[Ascription, ...]]:
    """Return the affirmed ascriptions by the token number of the trigger that they are of.

    Blame that is itself an act not done ("stopped short of blaming Rwanda for it") ascribes nothing.
    """
    by_word = _by_word(triggers)
    found: dict[int, list[Ascription]] = defaultdict(list)
    for one in ascriptions:
        blaming = by_word.get(one.cue_head)
        left_off = blaming is not None and not blaming.reader.result().happened
        if one.commitment.polarity != "affirmed" or left_off:
            continue
        trigger = _named(doc, one, by_word) or _before(doc, one, triggers)
        if trigger is not None and trigger.type != "ACCUSE":  # who is accused does not accuse
            found[trigger.token.i].append(one)
    return {token: tuple(ones) for token, ones in found.items()}


def cleared(
    doc: Doc, triggers: Sequence[Trigger], ascriptions: Iterable[Ascription]
) -> frozenset[tuple[int, int]]:
    """Return the pairs of trigger and actor, as token numbers, of which the text denies that he did it."""
    by_word = _by_word(triggers)
    denied = [one for one in ascriptions if one.commitment.polarity == "negated"]
    named = [(_named(doc, one, by_word), one) for one in denied]
    return frozenset(
        (trigger.token.i, token.i)
        for trigger, one in named
        if trigger is not None
        for token in (doc[one.actor], *doc[one.actor].conjuncts)
    )


def heard(one: Ascription, who: Participant) -> tuple[Speaker, ...]:
    """Return who says that a participant did it; of two who claim a deed each speaks for itself."""
    if one.speaker is None:
        return ()
    if one.own and who.entity is not None and who.entity != one.speaker.entity:
        return (replace(one.speaker, name=who.name, entity=who.entity, mention=who.mention),)
    return (one.speaker,)


def _by_word(triggers: Sequence[Trigger]) -> dict[int, Trigger]:
    return {word.i: trigger for trigger in triggers for word in (trigger.token, *trigger.also)}


def _named(doc: Doc, one: Ascription, by_word: Mapping[int, Trigger]) -> Trigger | None:
    """Return the trigger that the deed's noun is, or is of: "the murder of the priests committed by"."""
    if one.deed is None:
        return None
    word: Token = doc[one.deed]
    while word.i not in by_word and word.dep_ == "pobj" and word.head.lower_ == "of":
        word = word.head.head
    return by_word.get(word.i)


def _before(doc: Doc, one: Ascription, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the latest deed of force before an ascription that names none by a word of its own."""
    if one.speaker is None or (one.deed is not None and doc[one.deed].lemma_.lower() not in _STANDING_FOR):
        return None
    cue = doc[one.cue_head]
    start = cue.sent.start
    for _ in range(REACH):
        if start > 0:
            start = doc[start - 1].sent.start
    near = [
        t
        for t in triggers
        if t.type == "ASSAULT" and start <= t.token.i < cue.i and t.reader.result().happened
    ]
    return max(near, key=lambda t: t.token.i, default=None)
