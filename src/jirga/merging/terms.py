"""The terms of a truce: what was to be given for it, and how that stands by what is told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from jirga.merging.evidence import Evidence
from jirga.merging.termkinds import is_provided, kind_of, provisions
from jirga.model import Statement, Term, TermState

#: Words by which what was not done was to be done: without them, that nobody disarmed is no term.
_PROMISED = re.compile(
    r"\b(?:promis\w+|pledg\w+|agreed|undert\w+|accord|agreement|deal|should have"
    r"|understanding|(?:was|were) to|was due"
    r"|ask(?:ed|s|ing) for|demand\w*|sought|on (?:its|their|the) lists?|unless|until)\b",
    re.I,
)

#: What is given after a truce, in words that weigh from strongest to weakest where several are told.
_STATES: tuple[TermState, ...] = ("carried out", "denied", "refused", "agreed", "demanded", "offered")


def terms(
    near: Iterable[Statement], close: frozenset[str], sides: set[str], evidence: Evidence
) -> tuple[Term, ...]:
    """Return the terms told in statements near a truce of `sides`, one a kind, in the order of the texts.

    `close` are ids of those that stand so close to it that they need name no party ("none was released").
    """
    found: defaultdict[str, list[tuple[Statement, TermState]]] = defaultdict(list)
    own = [one for one in sorted(near, key=evidence.place) if _between(one, sides, evidence, one.id in close)]
    for one in own:
        kind = kind_of(one)
        state = _state(one, evidence) if kind else None
        if kind and state:
            found[kind].append((one, state))
    for one, kind in provisions(own):
        if one.factuality.polarity == "affirmed" and one.id not in {it.id for it, _ in found[kind]}:
            found[kind].append((one, "agreed"))
    return tuple(_term(kind, told) for kind, told in found.items() if _is_term(told, evidence))


def _is_term(told: list[tuple[Statement, TermState]], evidence: Evidence) -> bool:
    """Whether something was to be given: that it is not is told of what was promised, asked for or refused.

    "There will be no disarmament, he warned" says of none that it was asked for.
    """
    return any(
        state not in ("denied", "refused") or _refused(one, evidence) or _PROMISED.search(one.sentence.quote)
        for one, state in told
    )


def _refused(one: Statement, evidence: Evidence) -> bool:
    """Whether it is the content of a refusal."""
    act = evidence.statements.get(one.content_of or "")
    return act is not None and act.event is not None and act.event.type == "REJECT"


def _term(kind: str, told: list[tuple[Statement, TermState]]) -> Term:
    states = {state for _, state in told}
    disputed = "denied" in states and bool(states & {"carried out", "agreed"})
    state: TermState = "disputed" if disputed else next(one for one in _STATES if one in states)
    first = next(one for one, own in told if disputed or own == state)
    giver = next((party.name for one, _ in told for party in one.actor if party.entity), "")
    return Term(kind, state, first.quote, tuple(dict.fromkeys(one.id for one, _ in told)), giver)


def _state(one: Statement, evidence: Evidence) -> TermState | None:
    """How one statement puts a term; talks that took place are no term, talks agreed on are."""
    code, fact = one.event, one.factuality
    if code is None or (fact.historical and not one.when.edtf):
        return None  # the past is a truce's own time only where it is dated
    act = evidence.statements.get(one.content_of or "")
    if fact.polarity == "negated":
        refused = fact.modality == "intended" or _refused(one, evidence)
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
    ahead = any(it.factuality.modality == "intended" for it in evidence.contents(one.id))
    return "agreed" if code.type == "AGREE" or ahead or is_provided(one) else "carried out"


def _between(one: Statement, sides: set[str], evidence: Evidence, close: bool) -> bool:
    """Whether a term lies between the parties: nobody else is named as the one who gives or gets.

    Beside a truce that one side declared, a state that lets go or leaves does it for that side.
    """
    named = [
        {side for party in parties if (side := evidence.sides.of(party)) and side[0] != "("}
        for parties in (one.actor, one.recipient)
    ]
    speaker = evidence.sides.speaking(one)
    own = any(some & sides for some in named) or (speaker in sides if speaker else False)
    retreat = one.event is not None and one.event.type == "RETREAT"
    own = own or (close and not any(named) and retreat)
    if close and retreat and len(sides) == 1 and not named[1]:
        own = own or (len(named[0]) == 1 and min(named[0]).startswith("state "))
        named[0] = set()
    return own and all(not some or some & sides for some in named)
