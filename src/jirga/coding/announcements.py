"""A deed that its doer announces: the announcement is an act of its own, and the deed what it puts forward.

"We will meet the envoy" agrees to meet, "they will be freed, the ministry said" yields (PLOVER 2, sections
AGREE, CONCEDE, RETREAT). The act's trigger is the word that announces; the deed stays what it is, intended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.parts import statement_id
from jirga.model import EventCode, Factuality, Participant, Span, Speaker, Statement, When, Where

if TYPE_CHECKING:
    from jirga.coding.triggers import Trigger
    from jirga.language import Analysis, Mention

#: Acts that are turned to nobody in particular.
_TO_NOBODY = frozenset({"CONCEDE"})
#: Sectors of parties for which, where they are known, nobody else of their country speaks.
_OF_NO_STATE = frozenset({"REB", "PRM", "CRM", "OPP", "PTY"})
#: Sectors that speak for one another.
_OF_A_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "PRM", "JUD", "LEG"})


def is_announced(plan: Statement) -> bool:
    """Whether a deed's nearest speaker announces it in the sentence that tells it."""
    cue = plan.said_by[0].cue if plan.said_by else None
    return cue is not None and plan.sentence.start <= cue.start and cue.end <= plan.sentence.end


def speaks_for(analysis: Analysis, actors: Sequence[Participant], chain: Sequence[Speaker]) -> bool:
    """Return whether whoever announces a future deed is the one who would do it, or of the same side.

    Of one country alone is not enough: an opposition's leader does not announce what the army will do.
    """
    if any(p.mention.quote.casefold() == "we" for p in actors):
        return True
    for speaker in chain[:1]:
        if speaker.entity is not None and any(speaker.entity == p.entity for p in actors):
            return True
        who = _mention_of(analysis, speaker)
        if who is not None and any(who.country == p.country and _one_side(who, p) for p in actors):
            return True
    return False


def _mention_of(analysis: Analysis, speaker: Speaker) -> Mention | None:
    """The mention of a known country that a speaker is named by."""
    span = speaker.mention
    if span is None:
        return None
    overlapping = (m for m in analysis.mentions if m.start < span.end and span.start < m.end)
    return next((m for m in overlapping if m.country), None)


def _one_side(who: Mention, doer: Participant) -> bool:
    one, other = who.sector, doer.sector
    if other == "CVL" or (doer.entity is not None and other in _OF_NO_STATE):
        return False
    return one is None or other is None or one == other or {one, other} <= _OF_A_STATE


def announcement(text: str, plan: Statement, act: Trigger) -> Statement:
    """Return the act that announcing `plan` is, folded as `act` has it; `plan` must be announced."""
    speaker, *others = plan.said_by
    cue = speaker.cue
    assert cue is not None
    start, end = min(plan.start, cue.start), max(plan.end, cue.end)
    performer = _performer(plan)
    made = replace(
        plan,
        start=start,
        end=end,
        quote=text[start:end],
        trigger=cue,
        factuality=Factuality(certainty=plan.factuality.certainty),
        event=EventCode(act.type, act.modes, plan.event.contexts if plan.event else ()),
        actor=(performer,),
        recipient=() if act.type in _TO_NOBODY else _addressed(plan, performer),
        when=When(),
        where=Where(),
        figures=(),
        said_by=tuple(others),
        decided_by=(f"announced by its doer: {act.meaning.entry.type} intended → {act.type} (PLOVER 2)",),
    )
    return replace(made, id=statement_id(made))


def _performer(plan: Statement) -> Participant:
    """Whoever announces, coded as the doer for whom they speak."""
    speaker, doer = plan.said_by[0], plan.actor[0]
    if speaker.mention is None:
        return doer
    if speaker.entity in {None, doer.entity}:
        return replace(doer, mention=speaker.mention)
    return Participant(speaker.name, speaker.mention, speaker.entity, doer.country, doer.sector)


def _addressed(plan: Statement, performer: Participant) -> tuple[Participant, ...]:
    """Those with or to whom the deed would be done, but for the doer."""
    own: Span = performer.mention
    return tuple(
        p
        for p in (*plan.actor[1:], *plan.recipient)
        if p.entity is None or p.entity != performer.entity
        if not (p.mention.start < own.end and own.start < p.mention.end)
    )
