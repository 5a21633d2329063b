"""The terms of a truce: what was to be given for it, and how that stands by what is told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from jirga.merging.evidence import Evidence
from jirga.merging.moments import TRUCE
from jirga.model import Statement, Term, TermState

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

#: What is given after a truce, in words that weigh from strongest to weakest where several are told.
_STATES: tuple[TermState, ...] = ("carried out", "denied", "refused", "agreed", "demanded", "offered")


def terms(
    near: Iterable[Statement], close: frozenset[str], sides: set[str], evidence: Evidence
) -> tuple[Term, ...]:
    """Return the terms told in statements near a truce of `sides`, one a kind, in the order of the texts.

    `close` are ids of those that stand so close to it that they need name no party ("none was released").
    """
    found: defaultdict[str, list[tuple[Statement, TermState]]] = defaultdict(list)
    for one in sorted(near, key=evidence.place):
        kind = _kind(one)
        state = _state(one, evidence) if kind else None
        if kind and state and _between(one, sides, evidence, close=one.id in close):
            found[kind].append((one, state))
    return tuple(_term(kind, told) for kind, told in found.items())


def _term(kind: str, told: list[tuple[Statement, TermState]]) -> Term:
    states = {state for _, state in told}
    disputed = "denied" in states and bool(states & {"carried out", "agreed"})
    state: TermState = "disputed" if disputed else next(one for one in _STATES if one in states)
    first = next(one for one, own in told if disputed or own == state)
    giver = next((party.name for one, _ in told for party in one.actor if party.entity), "")
    return Term(kind, state, first.quote, tuple(dict.fromkeys(one.id for one, _ in told)), giver)


def _kind(one: Statement) -> str | None:
    code = one.event
    if code is None:
        return None
    if code.type in _GIVING and _AID.search(f"{one.trigger.quote} {_after(one)}"[:60]):
        return "access"
    for mode in code.modes:
        if code.type == "RETREAT" and mode in _OF_MODE:
            return _OF_MODE[mode]
    if "ceasefire" in code.modes or code.type not in (*_GIVING, "CONSULT"):
        return None
    words = f"{one.trigger.quote} {_after(one)}"
    if TRUCE.search(words):
        return None
    kind = next((kind for kind, pattern in _OF_WORDS if pattern.search(words)), None)
    return kind if code.type != "CONSULT" or kind in (None, "talks") else None


def _after(one: Statement) -> str:
    end = one.trigger.end - one.sentence.start
    return one.sentence.quote[end : end + 70]


def _state(one: Statement, evidence: Evidence) -> TermState | None:
    """How one statement puts a term; talks that took place are no term, talks agreed on are."""
    code, fact = one.event, one.factuality
    if code is None or fact.historical:
        return None
    act = evidence.statements.get(one.content_of or "")
    if fact.polarity == "negated":
        refused = fact.modality == "intended" or (
            act is not None and act.event is not None and act.event.type == "REJECT"
        )
        return "refused" if refused else ("denied" if fact.modality == "asserted" else None)
    if fact.polarity == "unknown":
        return None
    if fact.modality == "demanded":
        return "demanded"
    if fact.modality == "conditional":
        return "offered"
    if fact.modality == "intended":
        return "agreed" if act is not None or code.type == "CONSULT" else "offered"
    if fact.modality != "asserted" or code.type == "CONSULT":
        return None
    return "agreed" if code.type == "AGREE" else "carried out"


def _between(one: Statement, sides: set[str], evidence: Evidence, *, close: bool) -> bool:
    """Whether a term lies between the parties: nobody else is named as the one who gives or gets."""
    named = [
        {side for party in parties if (side := evidence.sides.of(party)) and side[0] != "("}
        for parties in (one.actor, one.recipient)
    ]
    speaker = evidence.sides.speaking(one)
    own = any(some & sides for some in named) or (speaker in sides if speaker else False)
    own = own or (close and not any(named) and one.event is not None and one.event.type == "RETREAT")
    return own and all(not some or some & sides for some in named)
