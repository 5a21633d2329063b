"""What kind of term words tell of, and which terms the provisions of an accord list.

Kinds are a matter of the language and stand here; how a term stands by what is told is told in `terms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jirga.merging.moments import TRUCE
from jirga.model import Statement

#: Kinds of term by the mode of a retreat.
_OF_MODE = {
    "release": "release",
    "withdraw": "withdrawal",
    "disarm": "disarmament",
    "access": "access",
}

#: Kinds of term by words, for what has no mode of its own; the first that fits.
_OF_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.I))
    for kind, words in (
        ("amnesty", r"amnest\w+|pardon\w*|forgiv\w+"),
        (
            "lifting of a ban",
            r"(?:lift\w*|remov\w+|revok\w+|drop\w*|end\w*|str[iu]ck|strik\w+) .{0,40}"
            r"(?:ban|proscription|blacklist|list of)"
            r"|de-?list\w*|de-?proscri\w+|unban\w*",
        ),
        (
            "release",
            r"(?:prisoner|captive|hostage|detainee)s?.{0,20}(?:releas\w+|exchang\w+|freed|swap\w*)|releas\w+",
        ),
        ("withdrawal", r"withdraw\w*|pull\w* (?:back|out)"),
        ("disarmament", r"disarm\w*|la(?:y|id) down (?:their |its )?(?:arms|weapons)"),
        ("law", r"law|laws|legislation|bill|regulation|constitution\w*|sharia|islamic courts|special status"),
        ("compensation", r"compensat\w+|blood money|reparation\w*"),
        ("monitoring", r"monitor\w*|observers?|verification"),
        ("services", r"restor\w+ services|services|banks|telephones|electricity"),
        ("talks", r"talks?|negotiat\w+|committees?|dialogue"),
    )
)

#: What is let in is aid, whatever the verb is coded as.
_AID = re.compile(
    r"\b(?:let|allow|admit|open|permit)\w*\b.{0,20}\b(?:aid|relief|convoys?|food|medicines?)\b", re.I
)

_GIVING = frozenset({"AGREE", "CONCEDE", "RETREAT", "AID", "COOPERATE"})

#: Who gives himself up withdraws from nowhere.
_SURRENDERS = re.compile(r"surrender|capitulat", re.I)

#: What follows is what an accord, or who signed it, is bound to.
_PROVIDES = re.compile(
    r"\b(?:provid(?:e|es|ed|ing) (?:\w+ )?for|stipulat(?:e|es|ed|ing)|undert(?:ook|ak(?:e|es|en|ing))"
    r"|(?:is|are|was|were) (?:bound|obliged|committed) to|commit(?:s|ted|ting)? (?:\w+ ){1,5}?to)\b",
    re.I,
)


def kind_of(one: Statement) -> str | None:
    """Return the kind of term that a statement's own trigger tells of, None where it tells of none."""
    code = one.event
    if code is None:
        return None
    if code.type in _GIVING and _AID.search(f"{one.trigger.quote} {_after(one)}"[:60]):
        return "access"
    for mode in code.modes:
        if code.type == "RETREAT" and mode in _OF_MODE:
            return None if _SURRENDERS.search(one.trigger.quote) else _OF_MODE[mode]
    if "ceasefire" in code.modes or code.type not in (*_GIVING, "CONSULT"):
        return None
    words = f"{one.trigger.quote} {_after(one)}"
    if TRUCE.search(words):
        return None
    kind = next((kind for kind, pattern in _OF_WORDS if pattern.search(words)), None)
    return kind if code.type != "CONSULT" or kind in (None, "talks") else None


def is_provided(one: Statement) -> bool:
    """Whether a statement is put as what is provided for: "it provided for the release of hostages"."""
    return _PROVIDES.search(one.sentence.quote[: one.trigger.end - one.sentence.start]) is not None


def provisions(near: Iterable[Statement]) -> Iterator[tuple[Statement, str]]:
    """Yield the kinds of term that sentences list as provided for, each with the statement told before it.

    "It provided for the release of hostages, for monitoring of the border and for a law" tells of three,
    whether or not each of them is a statement of its own.
    """
    by_sentence: dict[tuple[str, int], list[Statement]] = {}
    for one in near:
        if _PROVIDES.search(one.sentence.quote):
            by_sentence.setdefault((one.document, one.sentence.start), []).append(one)
    for told in by_sentence.values():
        ordered = sorted(told, key=lambda one: (one.trigger.start, one.id))
        for one, then in zip(ordered, [*ordered[1:], None], strict=True):
            words = _until(one, then)
            if one.event is not None and (_PROVIDES.search(one.trigger.quote) or is_provided(one)):
                yield from ((one, kind) for kind, pattern in _OF_WORDS if pattern.search(words))


def _until(one: Statement, then: Statement | None) -> str:
    """The words from a statement's trigger to the next statement's, or to the end of the sentence."""
    end = then.trigger.start if then is not None else one.sentence.end
    return one.sentence.quote[one.trigger.start - one.sentence.start : end - one.sentence.start]


def _after(one: Statement) -> str:
    end = one.trigger.end - one.sentence.start
    return one.sentence.quote[end : end + 70]
