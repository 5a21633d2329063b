"""Who did it, by MUC-4's slots: individuals, organisations, how sure the report is of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.muc.reading import Known, Text
from bench.muc.tellings import Telling
from bench.muc.vocabulary import BARE_NUMBERS, FACILITIES, INSTRUMENTS, NOBODY, OUTLAWS, PRONOUNS, STATE
from bench.muc.wording import description_of, mention_of, name_of, phrase_of, plain
from jirga.lexicon.cues import word_set
from jirga.model import Participant, Speaker

_BODY = re.compile(
    r"\b(?:FRONT|ARMY|MOVEMENT|FORCES?|PARTY|CARTEL|POLICE|GUARD|BATTALION|BRIGADE|GOVERNMENT|ALLIANCE|COMMITTEE"
    r"|NAVY|MILITARY|CORPS|STAFF"
    r"|UNITY|ORGANIZATION|COMMAND|PATH|SQUADS?|DEATH SQUAD|MAFIA|REGIME|MINISTRY)S?$"
)
#: Bodies that the keys take for one though they are several: "drug mafias", "the security forces".
_PLURAL_BODIES = ("POLICE", "FORCES", "MAFIAS", "CARTELS", "SQUADS")
_BELONGS = re.compile(r"\s+(?:of|from|belonging to)\s+(?:the\s+)?(?:\w+\s+){0,2}", re.IGNORECASE)
#: Words in front of a doer that keep him from being a fact.
_HEDGED = re.compile(
    r"\b(?:alleged|presumed|suspected|supposed|apparently|presumably|possibly|probably|believed)",
    re.IGNORECASE,
)
#: Words for members of a band, which a text that names one band means by them.
_BANDS = re.compile(r"\b(?:GUERR?ILLA|TERRORIST|REBEL|SUBVERSIVE|EXTREMIST|INSURGENT)")
_UNSURE = frozenset({"probable", "possible"})
_KINDS = frozenset({"group", "party", "organisation", "force", "government", "state"})
#: The order of what is known of a perpetrator, the surest last; a later telling does not unsay a claim.
_ORDER = (
    "POSSIBLE",
    "SUSPECTED OR ACCUSED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "REPORTED AS FACT",
    "CLAIMED OR ADMITTED",
)


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """A doer in a template: its string, its confidence where it is an organisation; `state`: whether it acts
    for one, None where that is unknown."""

    string: str
    organisation: bool
    confidence: str
    state: bool | None = None
    entity: str | None = None


def perpetrators(text: Text, told: Sequence[Telling]) -> list[Perpetrator]:
    """Return the doers of an incident, each once."""
    found: dict[str, Perpetrator] = {}
    for telling in told:
        for one in telling.statement.actor:
            for made in _made(text, telling, one):
                key = made.entity or made.string
                before = found.get(key)
                if before is None or _surer(text, one, made, before):
                    found[key] = made
    whole = list(one_side(found.values(), [one for t in told for one in t.statement.actor]))
    if any(one.organisation for one in whole):
        return whole
    return [*whole, *_only_group(text, whole)]


def _surer(text: Text, one: Participant, made: Perpetrator, before: Perpetrator) -> bool:
    """Whether a later telling is surer of a doer; "the terrorists" of whom some were suspected is not."""
    known = mention_of(text, one)
    taken_up = known is None or known.kind != "name"
    if made.confidence == "REPORTED AS FACT" and taken_up and before.confidence.startswith("SUSPECTED"):
        return False
    return _ORDER.index(made.confidence) > _ORDER.index(before.confidence)


def one_side(doers: Iterable[Perpetrator], told: Iterable[Participant]) -> Iterator[Perpetrator]:
    """Yield the doers without those of the side that is named less often, where both sides are named.

    A report of fighting names army and rebels; of one incident only one of them is the perpetrator, the
    rebels where both are named alike.
    """
    named = [one.sector for one in told if one.entity is not None]
    outlaws, state = sum(one in OUTLAWS for one in named), sum(one in STATE for one in named)
    both, by_state = bool(outlaws and state), state > outlaws
    yield from (one for one in doers if not both or one.state in {None, by_state})


def _only_group(text: Text, doers: Sequence[Perpetrator]) -> Iterator[Perpetrator]:
    """Yield the one band that a text names, where an incident's doers are "the guerrillas" or the like.

    Nothing connects it with the incident in so many words, so that it is no more than possible (part 2), but
    for a suspicion or claim of theirs.
    """
    members = next((one for one in doers if one.state is False and _BANDS.search(one.string)), None)
    named = the_band(text)
    if members is not None and named is not None:
        name = plain(text.text[named.start : named.end])
        sure = "POSSIBLE" if members.confidence == "REPORTED AS FACT" else members.confidence
        yield Perpetrator(name, True, sure, False, named.entity)


def the_band(text: Text) -> Known | None:
    """Return the first mention of the one band that a text names; None where it names none or several.

    Where it names several, those count not that the lexicon lacks, nor those of another country than its
    dateline's.
    """
    named = bands(text)
    known = [one for one in named if one.entity and not one.entity.startswith("x-")]
    named = known or named
    if len({one.entity for one in named}) > 1 and text.country is not None:
        named = [one for one in named if one.country == text.country]
    return named[0] if len({one.entity for one in named}) == 1 else None


def shared(text: Text, found: Sequence[Sequence[Perpetrator]]) -> list[Sequence[Perpetrator]]:
    """Return the doers of a text's incidents, those of incidents without any taken from the others.

    A report on what one band did tells of its further deeds without a doer ("a bridge was destroyed too"),
    and is as sure of it there: the keys seldom call one only possible (38 of 580 in muc4/dev).
    """
    band = the_band(text)
    doing = [one for doers in found for one in doers if band is not None and one.entity == band.entity]
    likely = [one for one in doing if one.organisation][:1]
    return [doers or likely for doers in found]


def _made(text: Text, telling: Telling, one: Participant) -> Iterator[Perpetrator]:
    state = _of_state(one)
    if names_nobody(text, one):
        return
    name = name_of(text, one)
    sure = confidence(text, telling, one)
    if name is not None:
        yield Perpetrator(name, False, sure, state, one.entity)
        return
    either = _either(text, one)
    if len(either) > 1:
        yield from (Perpetrator(words, True, sure, state, of) for of, words in either.items())
        return
    body = _body(text, one)
    if body is not None:
        yield Perpetrator(body, True, sure, state, one.entity)
    members = description_of(text, one)
    if members and members != body and not _is_body(text, one, members):
        yield Perpetrator(members, False, sure, state)


_DEEDS = word_set(
    "attack action war operation offensive explosion bomb fighting violence blast shot bullet those who"
)


def names_nobody(text: Text, one: Participant) -> bool:
    """Whether a doer is a vehicle, a deed, a weapon, a pronoun: nobody that a template could name."""
    phrase = phrase_of(text, one.mention.start, one.mention.end)
    words = plain(text.text[one.mention.start : one.mention.end]).lower().split()
    heads = {phrase.lemma} if phrase is not None and phrase.head < one.mention.end + 20 else set()
    heads |= {form for word in words[-1:] for form in (word, word.rstrip("s"))}
    if not words or heads & (_DEEDS | NOBODY | BARE_NUMBERS | FACILITIES.keys() | INSTRUMENTS.keys()):
        return True
    return words[-1] in PRONOUNS and one.entity is None


def _of_state(one: Participant) -> bool | None:
    if one.sector in OUTLAWS:
        return False
    return True if one.sector in STATE else None


def _body(text: Text, one: Participant) -> str | None:
    """Return the name of the organisation that a participant is or belongs to."""
    known = mention_of(text, one)
    if known is not None and known.kind == "place":
        return None
    within = plain(text.text[one.mention.start : one.mention.end])
    armed = one.sector in OUTLAWS | STATE or bool(_BODY.search(within))
    at_arms = armed or (known is not None and known.entity_kind in {"group", "party"})
    if known is not None and known.kind == "name" and known.entity_kind in _KINDS and at_arms:
        return within
    if one.entity is not None and armed:
        named = [
            other
            for other in text.mentions
            if other.entity == one.entity and other.kind == "name" and other.entity_kind in _KINDS
        ]
        if named:
            nearest = min(named, key=lambda other: abs(other.start - one.mention.start))
            return plain(text.text[nearest.start : nearest.end])
    if _is_body(text, one, within):
        return within
    return _inside(text, one) or _whose(text, one) or _served(text, one, within)


def _served(text: Text, one: Participant, words: str) -> str | None:
    """Return the body whose members a doer's phrase names: "army troops", "officers of the armed forces"."""
    if one.sector not in STATE and not _MEMBERS.search(words):
        return None
    found = _COMPOUND.match(words)
    if found is not None:
        return found[1]
    after = _OF.match(text.text, one.mention.end)
    phrase = phrase_of(text, after.end(), after.end() + 1) if after is not None else None
    whole = plain(text.text[phrase.start : phrase.head_end(text.text)]) if phrase is not None else ""
    return whole if _BODY.search(whole) else None


_MEMBERS = re.compile(
    r"\b(?:MEMBER|TROOP|SOLDIER|OFFICER|AGENT|ELEMENT|UNIT|MEN|PERSONNEL|FIGHTER|COMMANDO)S?$"
)
#: A body in front of its members; "the military" alone is no name of one.
_COMPOUND = re.compile(
    r"(.*\b(?:ARMY|ARMED FORCES|SECURITY FORCES|POLICE|GUARD|NAVY|AIR FORCE|BRIGADE|FRONT|MOVEMENT))\s+\w+$"
)
_OF = re.compile(r"\s+(?:of|from|in)\s+(?:the\s+)?", re.IGNORECASE)


def _either(text: Text, one: Participant) -> dict[str | None, str]:
    """Return the bands that one phrase names, by id: "the Shining Path group or the MRTA group"."""
    span = one.mention
    within = (m for m in bands(text) if span.start <= m.start and m.end <= span.end)
    return {m.entity: plain(text.text[m.start : m.end]) for m in within}


def _inside(text: Text, one: Participant) -> str | None:
    """Return the name of the band that stands in a doer's phrase: "cowardly FMLN killers"."""
    span = one.mention
    within = (m for m in bands(text) if span.start <= m.start and m.end <= span.end)
    return next((plain(text.text[m.start : m.end]) for m in within), None)


def bands(text: Text) -> list[Known]:
    """Return the mentions by name of those whom a text names as bearing arms against or outside the law."""
    return [
        one
        for one in text.mentions
        if one.kind == "name" and one.entity_kind in _KINDS and one.sector in OUTLAWS
    ]


def _whose(text: Text, one: Participant) -> str | None:
    """Return the name of the body that a doer's phrase goes on with: "members of the Shining Path"."""
    for other in text.mentions:
        between = text.text[one.mention.end : other.start]
        if other.kind == "name" and other.entity_kind in _KINDS and _BELONGS.fullmatch(between):
            return plain(text.text[other.start : other.end])
    return None


def _is_body(text: Text, one: Participant, words: str) -> bool:
    phrase = phrase_of(text, one.mention.start, one.mention.end)
    plural = phrase is not None and phrase.plural and not words.endswith(_PLURAL_BODIES)
    return bool(_BODY.search(words)) and not plural


def confidence(text: Text, telling: Telling, one: Participant) -> str:
    """Return how sure the report is of a doer, by the decision tree of the documentation's part 2."""
    statement = telling.statement
    speakers = (*one.said_by, *statement.said_by)
    own = one.mention.quote.upper().split()[0] in {"WE", "OUR"}
    if own or any(_same(text, one, speaker) for speaker in speakers):
        return "CLAIMED OR ADMITTED" if telling.stage != "THREATENED" else "REPORTED AS FACT"
    before = text.text[max(one.mention.start - 40, 0) : one.mention.end]
    unsure = bool(_UNSURE & {one.certainty, statement.factuality.certainty}) or _HEDGED.search(before)
    # what others than its own authorities say of a state they accuse it of
    hostile = _of_state(one) and speakers and not any(_authority(text, speaker) for speaker in speakers)
    if not (telling.accused or one.said_by or unsure or hostile):
        return "REPORTED AS FACT"
    if any(_authority(text, speaker) for speaker in speakers):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return "SUSPECTED OR ACCUSED"


def _same(text: Text, one: Participant, speaker: Speaker) -> bool:
    """Whether a doer speaks of his own deed: he, his band ("FMLN columns"), or one of the only band named."""
    span = speaker.mention
    if span is not None and span.start < one.mention.end and one.mention.start < span.end:
        return True
    if speaker.entity is None:
        return False
    if speaker.entity == one.entity or speaker.entity in _either(text, one):
        return True
    known = {m.sector for m in text.mentions if m.entity == speaker.entity}
    return one.sector in OUTLAWS & known and the_band(text) is not None


_AUTHORITIES = re.compile(
    r"\b(?:police|army|military|armed forces|government|minist|authorit|president|official|general|colonel"
    r"|judge|court|prosecutor|commander|garrison|brigade|battalion|spokesman|security|intelligence|ambassador|embassy)",
    re.IGNORECASE,
)


def _authority(text: Text, speaker: Speaker) -> bool:
    """Whether somebody speaks for a state, by what he is called or by what the text tells of him."""
    known = (one for one in text.mentions if speaker.entity is not None and one.entity == speaker.entity)
    return bool(_AUTHORITIES.search(speaker.name)) or any(one.sector in STATE for one in known)


def category(found: Sequence[Perpetrator]) -> str:
    """Return the PERP: INCIDENT CATEGORY; terrorism is presumed of unknown doers (1.0, 3), as the keys do."""
    kinds = {one.state for one in found if one.state is not None}
    return "STATE-SPONSORED VIOLENCE" if kinds == {True} else "TERRORIST ACT"
