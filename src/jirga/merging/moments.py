"""What a statement says of a truce: offered, agreed, announced, in force, kept, extended, broken, ended.

A truce that is demanded, offered, wished or conditional is an offer. Which words stand for a truce, its end
or its extension is a matter of the language and stands here; who makes truces is not.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from jirga.merging import dates
from jirga.merging.evidence import Evidence
from jirga.model import Participant, Statement, When

Role = Literal[
    "offered",
    "agreed",
    "announced",
    "effective",
    "kept",
    "extended",
    "not extended",
    "ended",
    "expired",
    "collapsed",
    "refused",
    "violated",
    "denied",
    "mentioned",
]

TRUCE = re.compile(
    r"\b(?:cease-?\s?fires?|truces?|armistices?|lulls?|humanitarian pauses?|stand-?downs?"
    r"|(?:cessation|suspension|halt|end) (?:of|to) (?:all )?(?:military )?"
    r"(?:hostilities|operations|fighting|fire)"
    r"|(?:hold|holds|held|holding|halt\w*|stop\w*|ceas\w+) (?:their |its |his |all )?fir(?:e|ing)"
    r"|(?:guns?|weapons) \w+ ?(?:have )?(?:fall\w*|fell|silent|to fall) ?silent"
    r"|firing (?:was|were|is|are) to (?:have )?stop\w*)\b",
    re.I,
)
#: An accord that ends some violence, told without the word truce.
ACCORD = re.compile(
    r"\b(?:agreement|accord|deal|pact|protocol|understanding|settlement|peace)s?\b"
    r".{0,40}\b(?:end|ends|ending|halt|halts|stop|stops|cease|close|closes)\b.{0,40}"
    r"\b(?:war|wars|fighting|hostilities|violence|clashes|attacks|protests?|strikes?|siege|blockade|insurgency|conflict)\b",
    re.I | re.S,
)
#: An accord of whatever kind: it counts only beside a truce.
ANY_ACCORD = re.compile(r"\b(?:agreement|accord|deal|pact|protocol|understanding|settlement|peace)s?\b", re.I)

_EXTEND = re.compile(r"\b(?:exten[ds]\w*|extension|prolong\w*|renew\w*)\b", re.I)
#: What right before the noun makes a state of a truce its extension: "renewed their two-month truce".
_EXTENDED = re.compile(
    r"\b(?:extended|prolonged|renewed|extending|prolonging|renewing)\s+(?:the|their|its|a|this|that)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_OVER = r"(?:cease-?\s?fire|truce|armistice|lull|pause|cessation)\w*"
_ENDING = re.compile(
    rf"\b(?:(?:end|ends|ended|ending|off|over|renounc\w+|abrogat\w+|suspend\w*|scrap\w*|annul\w*|cancel\w*|abandon\w*"
    rf"|terminat\w+|disown\w*)\b.{{0,50}}\b{_OVER}|{_OVER}\b.{{0,40}}\b(?:end|ends|ended|over|off|dead))\b",
    re.I | re.S,
)
_EXPIRY = re.compile(r"\b(?:laps\w+|expir\w+|r[au]ns? out)\b", re.I)
_COLLAPSE = re.compile(
    r"\b(?:collaps\w+|br(?:eak|oke|oken|eaks) down|fall\w* apart|fell apart|fail\w*|unravel\w*)\b", re.I
)
#: What was done in its time: "during the truce", "truce or no truce".
_DURING = re.compile(
    r"\b(?:(?:during|despite|in spite of|in the middle of|throughout) "
    rf"(?:the |a |this |that )?(?:\w+ )?{_OVER}|{_OVER} or no {_OVER})",
    re.I,
)
#: What is told of a truce in passing: "the truce that ended last week".
_THAT_ENDED = re.compile(
    r"^\W*(?:that|which) (?:has |had )?(?:just )?"
    r"(?:(ended)|(laps\w+|expired|ran out)|(collapsed|broke down|fell apart))\b",
    re.I,
)
_OVER_THEN: tuple[tuple[Role, re.Pattern[str]], ...] = (("expired", _EXPIRY), ("collapsed", _COLLAPSE))
_MONTHS = tuple(month.casefold() for month in month_name[1:])
_ENDS_IN = re.compile(
    r"\b(?:laps\w+|expir\w+|r[au]ns? out|collaps\w+|broke down|fell apart) (?:in|by|at the end of) "
    rf"(?:(?:early|mid|late)[- ])?({'|'.join(_MONTHS)})\b",
    re.I,
)
_BREACH = re.compile(
    r"\b(?:br(?:eak|eaks|eaking|oke|oken)|violat\w+|breach\w*|infring\w+|flout\w*|trampl\w+|disregard\w*|defi\w+"
    r"|sabotag\w+)\b",
    re.I,
)
_KEEP = re.compile(
    r"\b(?:kept?|keep\w*|observ\w+|honou?r\w*|respect\w*|h[eo]ld|holds|holding|rest\w*|calm|quiet|abid\w+|adher\w+|stuck)\b",
    re.I,
)
_BEGIN = re.compile(
    r"\b(?:t(?:ake|akes|ook|aken|aking) (?:effect|hold)|c(?:ame|omes?|oming) into (?:force|effect)"
    r"|beg[aiu]n\w*|start\w*|enter\w* into force|came on|in force)\b",
    re.I,
)
_FROM = re.compile(r"\b(?:as of|as from|from|effective|starting|beginning|to begin)\b[^,.;]{0,25}$", re.I)
#: What was agreed to come, told later: "the guns should have fallen silent on the first".
_PLANNED = re.compile(r"\b(?:should|ought to|was to|were to) have\b", re.I)
_RESUMED = re.compile(r"\b(?:resum\w+|flared (?:up )?again|broke out again)\b", re.I)
_FIGHTING = re.compile(r"\b(?:fighting|hostilities|war|clashes|shelling|offensive|battles?|attacks?)\b", re.I)
_REFUSE = re.compile(
    r"\b(?:refus\w+|reject\w*|declin\w+|turn\w* down|rul\w+ out|said no|no part|spurn\w*)\b", re.I
)
_SIGN = re.compile(
    r"\b(?:sign\w*|ratif\w+|seal\w*|initial\w*|conclud\w+|reach\w*|agree\w*|settl\w+|struck|accept\w*)\b",
    re.I,
)

_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: How far what stands before it lies from what is told: "… on Wednesday, two days after the rebels …".
_COUNTED = re.compile(rf"({'|'.join(_NUMBERS)}|[1-9]\d?) (day|week)s? (after|before)\b", re.I)

#: Who does not do this to a truce keeps it.
_CALL_OFF = re.compile(
    r"(?:denounc|renounc|call\w* (?:it )?off|suspend|scrap|abandon|terminat|end(?:s|ed|ing)?$)", re.I
)

#: Of no truce in particular: "has never broken a truce".
_ANY_TRUCE = re.compile(rf"\bnever\b.{{0,40}}\b(?:a|any)\b (?:\w+ )?{_OVER}", re.I | re.S)

#: What is declared, announced or ordered right after the trigger is the end of a truce.
_END_OF = re.compile(
    rf"^\W*(?:\w+\W+){{0,4}}?(?:end|ending|termination|suspension) (?:of|to)\b.{{0,40}}\b{_OVER}", re.I | re.S
)

#: Code points before and after the trigger in which the words of a truce must stand.
_BEFORE, _AFTER = 70, 90
#: Code points from the trigger of a ceasefire in which its own verb stands: "the truce … lapsed".
_SOON = 110
#: Code points after a trigger in which its object stands.
_NEXT = 40
#: Code points around the trigger of a retreat in which it is called a ceasefire.
_CLOSE = 25

_ACTS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "REJECT", "SANCTION", "COOPERATE"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A statement in its role in a truce, with the statement of its content if that tells the truce's dates.

    `accord` marks one that speaks of an accord without the word truce: it belongs to a truce beside it.
    """

    statement: Statement
    role: Role
    content: Statement | None = None
    accord: bool = False

    @property
    def told(self) -> tuple[Statement, ...]:
        """The statement and, where there is one, its content."""
        return (self.statement, self.content) if self.content else (self.statement,)


def moments(one: Statement, evidence: Evidence) -> list[Moment]:
    """Return what a statement says of a truce, nothing where it says nothing of one.

    One that "came on March 1 and lapsed in April" is told twice. What an act puts forward is told with the
    act, not again.
    """
    found = _moment(one, evidence)
    if found is None:
        return []
    if one.when.edtf is None and (day := _counted_day(one, evidence)):
        found = replace(found, statement=replace(one, when=day))
    then = after(one)
    over = next((role for role, words in _OVER_THEN if words.search(then)), None)
    if found.role != "effective" or over is None or one.factuality.modality != "asserted":
        return [found]
    return [found, Moment(replace(one, when=_month_of_end(one, then)), over)]


def _counted_day(one: Statement, evidence: Evidence) -> When | None:
    """The day of what is told as "two days after" it: counted from the day of the rest of its sentence."""
    counted = _COUNTED.match(one.quote)
    beside = evidence.by_sentence[one.document, one.sentence.start] if counted else ()
    days = {it.when.edtf for it in beside if it.id != one.id and it.trigger.end <= one.start} - {None}
    if counted is None or len(days) != 1:
        return None
    edtf = days.pop()
    first, last = dates.days(edtf)
    if first is None or first != last:
        return None
    number = _NUMBERS.index(counted[1].casefold()) if counted[1].casefold() in _NUMBERS else int(counted[1])
    span = timedelta(max(1, number) * (7 if counted[2].casefold() == "week" else 1))
    day = (first - span if counted[3].casefold() == "after" else first + span).isoformat()
    return When(day, day, day, "resolved")


def _month_of_end(one: Statement, then: str) -> When:
    """The month of an end told behind the day of the beginning: "came on March 1 and lapsed in mid-April"."""
    first, ends = dates.first_day(one.when.edtf), _ENDS_IN.search(then)
    if first is None or ends is None:
        return When()
    month = _MONTHS.index(ends[1].casefold()) + 1
    told = f"{first.year + (month < first.month)}-{month:02}"
    day, last = dates.days(told)
    return replace(one.when, edtf=told, start=f"{day}", end=f"{last}", mention=None)


def _moment(one: Statement, evidence: Evidence) -> Moment | None:
    code = one.event
    if code is None:
        return None
    cease = code.type == "RETREAT" and ("ceasefire" in code.modes or _in_other_words(one))
    if one.content_of:
        return _alleged(one)
    content = next((it for it in evidence.contents(one.id) if _is_ceasefire(it)), None)
    words = around(one)
    if not cease and content is None and not TRUCE.search(words):
        return _resumed(one) or _ended_it(one) or _accord(one, words)
    role = _role(one, words, cease)
    return Moment(one, role, content) if role else None


def _in_other_words(one: Statement) -> bool:
    """Whether a retreat is a ceasefire by its words: "the guns should have fallen silent"."""
    at, end = one.trigger.start - one.sentence.start, one.trigger.end - one.sentence.start
    found = TRUCE.search(one.sentence.quote[max(0, at - _CLOSE) : end + _CLOSE])
    return found is not None


def is_from(one: Statement) -> bool:
    """Whether an act's date is that from which its truce is to hold: "proclaimed a truce as of the 15th"."""
    mention = one.when.mention
    if mention is None or not one.sentence.start <= mention.start <= one.sentence.end:
        return False
    return _FROM.search(one.sentence.quote[: mention.start - one.sentence.start]) is not None


def around(one: Statement) -> str:
    """Return the words around the trigger, within its sentence."""
    at, end = one.trigger.start - one.sentence.start, one.trigger.end - one.sentence.start
    return one.sentence.quote[max(0, at - _BEFORE) : end + _AFTER]


def after(one: Statement) -> str:
    """Return the words after the trigger, within its sentence."""
    end = one.trigger.end - one.sentence.start
    return one.sentence.quote[end : end + _AFTER]


def parties(of: Moment) -> tuple[Participant, ...]:
    """Return the participants a moment names as parties of the truce: who made it, with or to whom."""
    found = [party for one in of.told for party in (*one.actor, *one.recipient)]
    if of.role in ("violated", "kept"):
        found = [party for one in of.told for party in one.actor]
    return tuple(found)


def _is_ceasefire(one: Statement) -> bool:
    return one.event is not None and one.event.type == "RETREAT" and "ceasefire" in one.event.modes


def _alleged(one: Statement) -> Moment | None:
    """A breach that is the content of an accusation; other contents are told with their acts."""
    accused = one.event is not None and one.event.type in _HOSTILE and one.factuality.modality == "asserted"
    words = around(one)
    return Moment(one, "violated") if accused and TRUCE.search(words) and _BREACH.search(words) else None


def _resumed(one: Statement) -> Moment | None:
    """Fighting that resumed: it ends the truce told beside it."""
    fact = one.factuality
    again = fact.aspect == "resumed" or _RESUMED.search(after(one)[:20])
    fighting = one.event is not None and one.event.type == "ASSAULT" and _FIGHTING.search(one.trigger.quote)
    return Moment(one, "collapsed", accord=True) if again and fighting and fact.happened else None


def _ended_it(one: Statement) -> Moment | None:
    """A truce called off in a pronoun: "the rebels began a ceasefire. The rebels suspended it."."""
    breaks_off = one.event is not None and one.event.type in ("REJECT", "SANCTION")
    pointing = re.match(r"\W*(?:it|this one)\b", after(one), re.I)
    ends = breaks_off and pointing and one.factuality.happened and not _REFUSE.search(one.trigger.quote)
    return Moment(one, "ended", accord=True) if ends else None


def _accord(one: Statement, words: str) -> Moment | None:
    """An accord that ends violence, or one that may stand beside a truce, signed or agreed."""
    code, fact = one.event, one.factuality
    if code is None or code.type not in ("AGREE", "SUPPORT", "CONCEDE") or not fact.happened:
        return None
    if ACCORD.search(words):
        return Moment(one, "agreed")
    signed = _SIGN.search(one.trigger.quote) or code.type == "AGREE"
    return Moment(one, "agreed", accord=True) if signed and ANY_ACCORD.search(words) else None


def _role(one: Statement, words: str, cease: bool) -> Role | None:
    fact = one.factuality
    code = one.event
    if code is None or fact.modality in ("feared", "generic", "questioned"):
        return None
    if cease and (over := _THAT_ENDED.search(after(one))):
        return "ended" if over[1] else "expired" if over[2] else "collapsed"
    if fact.polarity != "affirmed":
        return _negated(one, words, cease)
    if fact.modality != "asserted":
        return _not_yet(one, words, cease)
    if code.type in _HOSTILE:
        return "violated" if _is_breach(words) else None
    if cease:
        return _state(one, words)
    if code.type not in _ACTS:
        return "offered" if code.type == "REQUEST" and TRUCE.search(after(one)) else None
    return _act(one, words)


def _is_breach(words: str) -> bool:
    return bool(_DURING.search(words) or (TRUCE.search(words) and _BREACH.search(words)))


def _negated(one: Statement, words: str, cease: bool) -> Role | None:
    if one.factuality.modality not in ("asserted", "intended") or one.event is None:
        return None
    if _EXTEND.search(words):
        return "not extended"
    if one.factuality.modality == "intended":
        return None
    if one.event.type in _HOSTILE:
        return "kept" if _is_breach(words) and not _ANY_TRUCE.search(words) else None
    if _CALL_OFF.match(one.trigger.quote):
        return "kept"
    if cease and _KEEP.search(one.trigger.quote):
        return "violated"
    return "denied" if one.factuality.polarity == "negated" else None


def _not_yet(one: Statement, words: str, cease: bool) -> Role | None:
    """What is intended and dated is to begin then; the rest is an offer, a wish, a demand, a condition."""
    if one.event is None or one.event.type in _HOSTILE or _EXTEND.search(words):
        return None
    if cease and (one.factuality.modality == "intended" or _PLANNED.search(words)):
        return "effective" if one.when.edtf or _BEGIN.search(words) else "offered"
    return "offered" if cease or one.event.type in _ACTS else None


def _state(one: Statement, words: str) -> Role:
    """A ceasefire as a state: it began, held, ended; the aspect says so, else the words around it."""
    end = one.trigger.end - one.sentence.start
    then = f"{one.trigger.quote}{one.sentence.quote[end : end + _SOON]}"
    if _EXTENDED.search(one.sentence.quote[: max(0, one.trigger.start - one.sentence.start)]):
        return "extended"
    if one.factuality.aspect == "ongoing":
        return "kept"
    begun = _BEGIN.search(then)
    over = next((found for found in (_EXPIRY.search(then), _COLLAPSE.search(then)) if found), None)
    if over and not (begun and begun.start() < over.start()):
        return "expired" if _EXPIRY.search(then) else "collapsed"
    if one.factuality.aspect == "ended" or _ENDING.search(words):
        return "ended"
    if _BEGIN.search(words) or one.factuality.aspect in ("begun", "resumed"):
        return "effective"
    if _KEEP.search(then):
        return "kept"
    return "effective" if one.when.edtf else "mentioned"


def _act(one: Statement, words: str) -> Role | None:
    code = one.event
    if code is None:
        return None
    if code.type in ("REJECT", "SANCTION"):
        if _EXTEND.search(words) and _REFUSE.search(words):
            return "not extended"
        return "refused" if _REFUSE.search(one.trigger.quote) else "ended"
    if _EXTEND.search(f"{one.trigger.quote} {after(one)[:_NEXT]}"):
        return "extended"
    if _END_OF.search(after(one)):
        return "ended"
    if code.type == "SUPPORT":
        return "agreed" if _SIGN.search(one.trigger.quote) else None
    return "agreed" if code.type in ("AGREE", "COOPERATE") else "announced"
