"""Who, whether, when: where the statements of one happening cannot all be right.

Only what a speaker stands for as a fact takes part: what is affirmed or denied, not what is feared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jirga.merging import dates, wording
from jirga.merging.allegiance import STATE, is_anybody, sector_of
from jirga.merging.evidence import Evidence
from jirga.merging.stems import stems
from jirga.model import About, Event, Participant, Position, Speaker, Statement, Voice

#: Deeds of force, of which one side may call an attack what another calls a search.
HOSTILE = frozenset({"ASSAULT", "COERCE"})

#: Types of event of which it can be disputed who did it.
_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION", "AID"})

#: PLOVER sectors of those who bear arms against a state.
_ARMED = frozenset({"REB", "CRM"})

#: Code points within which one sentence answers the other.
BESIDE = 250

#: A quotation that is not yet closed.
_OPEN = re.compile(r'["“][^"”]*$')

#: The answers to whether something happened.
HAPPENED, NOT = "it happened", "it did not"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question of one happening and the positions on it."""

    about: About
    question: str
    positions: tuple[Position, ...]
    events: tuple[str, ...]


def of_event(event: Event, statements: Sequence[Statement], evidence: Evidence) -> list[Dispute]:
    """Return what is disputed of one event: who did it or whether it happened, who suffered it, and when."""
    meant = [one for one in statements if one.factuality.modality == "asserted"]
    found = [_who(event, meant, evidence) or _whether(event, meant, evidence)]
    found += [_whom(event, meant, evidence), _when(event, meant, evidence)]
    return [one for one in found if one is not None]


def position(
    value: str,
    voices: Iterable[Voice],
    evidence: Evidence,
    *,
    edtf: str | None = None,
    entity: str | None = None,
) -> Position:
    """Return a position with its voices in the order given, each once, and its independent sources."""
    each = tuple(dict.fromkeys(voices))
    behind = (evidence.statements[voice.statement] for voice in each)
    return Position(value, each, edtf=edtf, entity=entity, independent_sources=evidence.sources(behind))


def speakers_differ(groups: Iterable[Iterable[Voice]]) -> bool:
    """Whether two of several groups of voices are not all of one mouth in one document."""
    mouths = [{(voice.said_by[:1], voice.document) for voice in group} for group in groups]
    return len(set().union(*mouths)) > 1 if mouths else False


def factual(event: Event, evidence: Evidence, *, denied: bool = False) -> list[Statement]:
    """Return what an event is told in as a fact: what affirms it, with `denied` what denies it too."""
    found = [evidence.statements[one] for one in event.statements if one in evidence.statements]
    kept = ("affirmed", "negated") if denied else ("affirmed",)
    return [one for one in found if one.factuality.modality == "asserted" and one.factuality.polarity in kept]


# --- who ------------------------------------------------------------------------------------------------


def _who(event: Event, meant: Sequence[Statement], evidence: Evidence) -> Dispute | None:
    """Who did it: several are named, or the one who is named denies it while the deed itself stands.

    It stands where others are told to have done it, or it is told by itself, without a doer.

    Of words (an accusation, talks) nobody asks who did it: two who spoke are two who spoke.
    """
    if event.type not in _DEEDS:
        return None
    named: defaultdict[str, list[Voice]] = defaultdict(list)
    denied: defaultdict[str, list[Voice]] = defaultdict(list)
    called: dict[str, Participant] = {}
    telling: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in meant:
        into = denied if wording.deny(one) else named
        if one.factuality.polarity == "unknown":
            continue
        for party in _named_alone(one, evidence):
            if side := evidence.sides.of(party):
                called.setdefault(side, party)
                into[side].append(_voice(one, party.name, party.said_by, evidence))
                telling[side].append(one)
    distinct = _distinct(named, called)
    rivals = _of_one_deed(distinct, telling, evidence)
    alone = any(one.factuality.polarity == "affirmed" and not one.actor for one in meant)
    rivals = rivals or [side for side in distinct if alone and side in denied]
    refusing = [side for side in denied if (side not in named and rivals) or (side in rivals and alone)]
    if len(rivals) + len(refusing) < 2:
        return None
    positions = [_named(side, named[side], called, evidence) for side in rivals]
    positions += [_not(side, denied[side], called, evidence) for side in sorted(denied)]
    if not speakers_differ(one.voices for one in positions):
        return None
    question = f"Who did it ({wording.happening(event)})?"
    return Dispute("who", question, tuple(sorted(positions, key=_by_support)), (event.id,))


def _named_alone(one: Statement, evidence: Evidence) -> Iterator[Participant]:
    """The doers whom nobody names together with another side: several named together did it together.

    "Islamabad blames Kabul, which blames Islamabad": each is named alone, by a speaker of its own.
    """
    by_mouth: defaultdict[tuple[Speaker, ...], list[Participant]] = defaultdict(list)
    for party in one.actor:
        by_mouth[party.said_by[:1]].append(party)
    for together in by_mouth.values():
        if len(_sides(together, evidence)) < 2:
            yield from together


def _sides(parties: Iterable[Participant], evidence: Evidence) -> set[str]:
    return {side for party in parties if (side := evidence.sides.of(party))}


def _distinct(named: dict[str, list[Voice]], called: dict[str, Participant]) -> list[str]:
    """Sides that cannot be one: a bare description ("rebels") may be any known side of its sector."""
    known = [side for side in sorted(named) if not side.startswith("(")]
    sectors = {sector_of(called[side]) for side in known}
    bare: dict[str, str] = {}
    for side in sorted(named):
        sector = sector_of(called[side]) or (side if called[side].country else "")
        if side not in known and sector and sector not in sectors:
            bare.setdefault(sector, side)
    return known + list(bare.values())


def _of_one_deed(
    rivals: Sequence[str], telling: Mapping[str, Sequence[Statement]], evidence: Evidence
) -> list[str]:
    """Rivals of whom something is told that another may have done instead: else it is another deed."""
    return [
        side
        for side in rivals
        if any(
            not _other_deed(one, another, evidence)
            for other in telling
            if other != side
            for one in telling[side]
            for another in telling[other]
        )
    ]


def _other_deed(one: Statement, other: Statement, evidence: Evidence) -> bool:
    """Whether each names whom it befell, neither the other's, and no day or place is both's.

    "The rebels attacked us; it was the army, they say": who accuses each other is whom it befell by turns.
    """
    victims = [stems(" ".join(party.name for party in it.recipient)) for it in (one, other)]
    if not all(victims) or victims[0] & victims[1]:
        return False
    befell, did = (
        [_sides(parties, evidence) for parties in pair]
        for pair in ((one.recipient, other.recipient), (one.actor, other.actor))
    )
    if befell[0] & befell[1] or befell[0] & did[1] or befell[1] & did[0]:
        return False
    if one.where.name and one.where.name == other.where.name:
        return False
    day = dates.known(one.when)
    return not (dates.exact(day) and day == dates.known(other.when))


def _named(side: str, voices: list[Voice], called: dict[str, Participant], evidence: Evidence) -> Position:
    party = called[side]
    return position(party.name, voices, evidence, entity=party.entity)


def _not(side: str, voices: list[Voice], called: dict[str, Participant], evidence: Evidence) -> Position:
    party = called[side]
    return position(f"not {party.name}", voices, evidence, entity=party.entity)


def _voice(one: Statement, value: str, said_by: tuple[Speaker, ...], evidence: Evidence) -> Voice:
    return evidence.voice(one, value, said_by=said_by)


# --- whom -----------------------------------------------------------------------------------------------


def _whom(event: Event, meant: Sequence[Statement], evidence: Evidence) -> Dispute | None:
    """Whom it befell: armed men by one account, civilians or others by another."""
    armed: list[Voice] = []
    unarmed: list[Voice] = []
    for one in meant:
        if one.factuality.polarity != "affirmed" or one.event is None or one.event.type != "ASSAULT":
            continue
        for party in one.recipient:
            sector = sector_of(party)
            if sector in _ARMED:
                armed.append(_voice(one, party.name, party.said_by, evidence))
            elif sector not in STATE and (sector or not (party.entity or is_anybody(party.name))):
                unarmed.append(_voice(one, party.name, party.said_by, evidence))
    if not armed or not unarmed or not _speak_apart(armed, unarmed):
        return None
    positions = [position(some[0].value, some, evidence) for some in (armed, unarmed)]
    question = f"Whom did it befall ({wording.happening(event)})?"
    return Dispute("who", question, tuple(sorted(positions, key=_by_support)), (event.id,))


def _speak_apart(some: Iterable[Voice], others: Iterable[Voice]) -> bool:
    """Whether nobody takes both positions: one report of dead rebels and dead farmers is no contest."""
    mouths = {(voice.said_by[:1], voice.document) for voice in some}
    return not mouths & {(voice.said_by[:1], voice.document) for voice in others}


# --- whether --------------------------------------------------------------------------------------------


def _whether(event: Event, meant: Sequence[Statement], evidence: Evidence) -> Dispute | None:
    affirmed = [one for one in meant if one.factuality.polarity == "affirmed"]
    denied = [one for one in meant if wording.deny(one)]
    if not affirmed or not denied:
        return None
    return whether(
        [*affirmed, *blame(denied, evidence)],
        denied,
        evidence,
        question=f"Did it happen ({wording.happening(event, by=True)})?",
        events=(event.id,),
    )


def whether(
    affirmed: Iterable[Statement],
    denied: Iterable[Statement],
    evidence: Evidence,
    *,
    question: str,
    events: tuple[str, ...],
) -> Dispute | None:
    """Return the question whether something happened, None where one mouth says both."""
    yes = [
        evidence.voice(one, HAPPENED, said_by=_accuser(one)) for one in sorted(affirmed, key=evidence.place)
    ]
    no = [evidence.voice(one, NOT) for one in sorted(denied, key=evidence.place)]
    if not _speak_apart(yes, no):
        both = {(voice.said_by[:1], voice.document) for voice in yes} & {
            (voice.said_by[:1], voice.document) for voice in no
        }
        yes = [one for one in yes if (one.said_by[:1], one.document) not in both] or yes
        no = [one for one in no if (one.said_by[:1], one.document) not in both] or no
        if not _speak_apart(yes, no):
            return None
    if _own_words(yes, [evidence.statements[voice.statement] for voice in no]):
        return None
    positions = position(HAPPENED, yes, evidence), position(NOT, no, evidence)
    return Dispute("whether", question, tuple(sorted(positions, key=_by_support)), events)


def _own_words(yes: Iterable[Voice], denied: Iterable[Statement]) -> bool:
    """Whether a document denies in its own words what nobody tells but itself: it means another deed.

    "Fighters left on Saturday, monitors say; since December neither side had given up anything."
    """
    told_in = {voice.document for voice in yes}
    return all(not one.said_by and not _in_quotes(one) and told_in == {one.document} for one in denied)


def _in_quotes(one: Statement) -> bool:
    """Whether a quotation is open where a statement's trigger stands: somebody says it, named or not."""
    before = one.sentence.quote[: max(0, one.trigger.start - one.sentence.start)]
    return _OPEN.search(before) is not None


def points_back(denied: Statement) -> bool:
    """Whether a denial is one in a pronoun or a noun for what stands before it."""
    return any(reason.startswith("denial:") for reason in denied.decided_by)


def blame(denying: Iterable[Statement], evidence: Evidence) -> list[Statement]:
    """Return who blames him for the deed who denies it next: "The government blames X. X denies it"."""
    return [
        act
        for one in denying
        if points_back(one)
        for act in evidence.accusing.get(one.document, ())
        if 0 < one.trigger.start - act.trigger.end <= BESIDE
        and {party.name for party in act.recipient} & {party.name for party in one.actor}
    ]


def _accuser(one: Statement) -> tuple[Speaker, ...]:
    """Who says that it happened by accusing somebody of it; nobody of his own where it is no accusation."""
    accuses = one.event is not None and one.event.type == "ACCUSE" and not one.said_by
    made = one.actor if accuses else ()
    return tuple(Speaker(party.name, "organisation", party.entity, party.mention) for party in made)


# --- when -----------------------------------------------------------------------------------------------


def _when(event: Event, meant: Sequence[Statement], evidence: Evidence) -> Dispute | None:
    """When it was: days, or months, that lie apart; beginnings and ends are not set against each other."""
    dated: defaultdict[bool, list[Statement]] = defaultdict(list)
    for one in sorted(meant, key=evidence.place):
        if one.factuality.polarity == "affirmed" and dates.exact(dates.known(one.when)):
            dated[one.factuality.aspect == "ended"].append(one)
    for ended in (False, True):
        positions = when_positions([(one, one.when.edtf or "") for one in dated[ended]], evidence)
        if len(positions) > 1:
            word = "end" if ended else "happen"
            question = f"When did it {word} ({wording.happening(event)})?"
            return Dispute("when", question, tuple(positions), (event.id,))
    return None


def when_positions(told: Iterable[tuple[Statement, str]], evidence: Evidence) -> list[Position]:
    """Return dates that cannot be one as positions, the vaguer with the sharper date that it allows.

    One position, or none, where all can be the same day, or only one mouth in one document speaks.
    """
    groups: list[list[tuple[Statement, str]]] = []
    for one, edtf in sorted(
        told, key=lambda pair: (len(pair[1]) < len("2022-06-02"), evidence.place(pair[0]))
    ):
        fitting = [group for group in groups if not dates.apart(edtf, group[0][1], dates.LEEWAY)]
        if fitting:
            fitting[0].append((one, edtf))
        else:
            groups.append([(one, edtf)])
    positions = [
        position(group[0][1], [evidence.voice(one, edtf) for one, edtf in group], evidence, edtf=group[0][1])
        for group in groups
    ]
    if len(positions) > 1 and not speakers_differ(one.voices for one in positions):
        return positions[:1]
    return sorted(positions, key=_by_support)


def _by_support(one: Position) -> tuple[int, int, str]:
    return -one.independent_sources, -len(one.voices), one.value
