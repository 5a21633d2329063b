"""Statement → what it tells of an incident: type and stage, or nothing where MUC-4 wants no template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bench.muc.reading import Text
from bench.muc.vocabulary import ARMED, OUTLAWS, SERVICES
from bench.muc.whereabouts import elsewhere
from jirga.model import Participant, Statement

#: An incident longer ago than this before its report is history ("recent" is within two months: 1.0, 6).
RECENT_DAYS = 75
#: What we are less sure of than this is not put into a template; fitted on muc4/dev.
LEAST_CONFIDENCE = 0.05
_BLAST = re.compile(r"explo|blast|bomb|dynamit|detonat|bl[eo]w|mine", re.IGNORECASE)
_FIRE = re.compile(r"burn|fire|arson|torch|incendiar|ablaze", re.IGNORECASE)
#: Fire opened, unless it is set to something.
_SHOTS = re.compile(r"(?:fire[sd]?|firing)$", re.IGNORECASE)
_SET = re.compile(r"\bset|on\s+$", re.IGNORECASE)
#: What a deed of destruction was done with, or how something was set, in the rest of its clause.
_WITH_BLAST = re.compile(
    r"[^,;.]{0,80}\b(?:with|using)\s+(?:[\w-]+\s+){0,4}(?:dynamite|explosives?|bombs?)\b", re.IGNORECASE
)
_ABLAZE = re.compile(r"[^;.]{0,80}\b(?:on\s+fire|fire\s+to|ablaze|afire|alight)\b", re.IGNORECASE)
_ROBBERY = re.compile(r"\b(?:rob|stole|steal|loot|assault(?:ed)? .* bank)", re.IGNORECASE)
_COMBAT = re.compile(
    r"clash|fight|fought|combat|battle|skirmish|war\b|hostilit|offensive|confront", re.IGNORECASE
)
#: A bomb made harmless in time: its planting was an attempt (part 2, slot 5).
_DEFUSED = re.compile(r"\b(?:deactivat|defus|disarmed|failed to (?:explode|go off))", re.IGNORECASE)
_TRYING = re.compile(r"attempt|tried to|frustrated|foiled|thwarted", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one statement tells: the type and stage of an incident, in MUC-4's words."""

    statement: Statement
    type: str
    stage: str
    #: Whether it is the content of an accusation: its doer is what somebody accuses.
    accused: bool = False

    @property
    def freed(self) -> bool:
        """Whether it tells of those taken being let go."""
        return self.statement.event is not None and self.statement.event.type == "RETREAT"


def tellings(text: Text) -> list[Telling]:
    """Return what a text's statements tell of incidents that a template may be made of, in text order."""
    by_id = {one.id: one for one in text.statements}
    return [found for one in text.statements if (found := telling(one, by_id, text)) is not None]


def telling(one: Statement, by_id: Mapping[str, Statement], text: Text) -> Telling | None:
    """Return what a statement tells, None where it is no violent act or a template is not due.

    Left out are denials, conditions, plans (but for threats), acts long ago, acts outside the nine countries,
    acts of armed sides against each other.
    """
    act = by_id.get(one.content_of or "")
    kind = _type(one)
    stage = _stage(one, act) if kind else None
    if kind is None or stage is None or one.confidence < LEAST_CONFIDENCE:
        return None
    if one.factuality.historical or _long_ago(one, text.published) or _military(one) or elsewhere(one, text):
        return None
    accused = act is not None and act.event is not None and act.event.type == "ACCUSE"
    return Telling(one, kind, stage, accused)


def _type(one: Statement) -> str | None:
    if one.event is None:
        return None
    word, modes = one.trigger.quote, frozenset(one.event.modes)
    match one.event.type:
        case "ASSAULT":
            return _assault(one, word, modes)
        case "RETREAT":  # who lets hostages go has held them
            outlaws = any(doer.sector in OUTLAWS for doer in one.actor)
            return "KIDNAPPING" if "release" in modes and outlaws and one.recipient else None
        case "PROTEST":
            return "FORCED WORK STOPPAGE" if "ARMED STRIKE" in one.sentence.quote.upper() else None
        case "COERCE":
            return "ROBBERY" if "seize" in modes and _ROBBERY.search(word) else None
        case "THREATEN":
            return "ATTACK" if "violence" in modes else None
    return None


def _assault(one: Statement, word: str, modes: frozenset[str]) -> str:
    """Return the type of an assault: by its modes, else by the word for it, else ATTACK."""
    if "abduct" in modes:
        return "KIDNAPPING"
    if _ROBBERY.search(word):
        return "ROBBERY"
    after = one.sentence.quote[one.trigger.end - one.sentence.start :]
    if modes & {"explosives", "suicide-attack"} or (_BLAST.search(word) and "aerial" not in modes):
        return "BOMBING"
    if "destroy" in modes and _WITH_BLAST.match(after):
        return "BOMBING"
    if word.lower() == "set" and _ABLAZE.match(after):
        return "ARSON"
    if _FIRE.search(word) and "firearms" not in modes:
        at = one.trigger.start - one.sentence.start
        return "ATTACK" if _SHOTS.match(word) and not _SET.search(one.sentence.quote[:at][-20:]) else "ARSON"
    return "ATTACK"


def _stage(one: Statement, act: Statement | None) -> str | None:
    told = one.factuality
    kind = act.event.type if act is not None and act.event is not None else ""
    if one.event is not None and one.event.type == "THREATEN":
        return "THREATENED" if told.happened else None
    if kind == "THREATEN":
        return "THREATENED"
    accused = kind == "ACCUSE"
    if told.polarity == "negated" or (kind and not accused):
        return None
    if told.modality != "asserted" and not (accused and told.modality == "possible"):
        return None
    before = one.sentence.quote[: one.trigger.start - one.sentence.start][-30:]
    foiled = _TRYING.search(before) or _DEFUSED.search(one.sentence.quote)
    return "ATTEMPTED" if told.aspect == "attempted" or foiled else "ACCOMPLISHED"


def _long_ago(one: Statement, published: str | None) -> bool:
    if not published or not one.when.end:
        return False
    return date.fromisoformat(one.when.end[:10]) < date.fromisoformat(published[:10]) - timedelta(RECENT_DAYS)


def _military(one: Statement) -> bool:
    """Whether both sides bear arms, the one acted on is an outlaw, or it is a fight without anybody named."""
    hit = list(_sectors(one.recipient))
    doers = list(_sectors(one.actor))
    if _COMBAT.search(one.trigger.quote):
        return not any(sector not in ARMED for sector in hit if sector)
    if hit and all(sector in OUTLAWS for sector in hit):
        return True
    armed = bool(hit) and all(sector in ARMED for sector in hit)
    return (
        armed and (not doers or any(sector in ARMED for sector in doers)) and all(s in SERVICES for s in hit)
    )


def _sectors(people: tuple[Participant, ...]) -> Iterator[str]:
    return (one.sector or "" for one in people)
