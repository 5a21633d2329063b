"""Words of a state between two parties: verbs with where their parties stand, nouns of bodies and ground."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from jirga.lexicon.cues import word_set

#: What a frame asks of who stands second: a body of people, any party, a person, land, a named place.
TESTS = frozenset({"body", "party", "people", "ground", "place"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's frame: the relation and the slots of its parties (subj, obj, or prepositions).

    `test` is what the second party must be; `lasting` where only the present, progressive or perfect tells a
    state (the simple past may be one deed); `open` where one of the two may be left out.
    """

    relation: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    test: str
    lasting: bool
    open: bool


#: Relation, slot of the actor, slot of the recipient with its test ("!" lasting, "?" may be open), verbs.
_VERBS = """
leads            subj  obj:body        lead head command chair run helm captain co-lead
shelters         subj  obj:party       shelter harbour harbor
funds            subj  obj:party       fund finance bankroll
supports         subj  obj:party!      back support sponsor arm assist aid
fights           subj  obj:party!      fight battle combat
fights           subj  against:party!  fight battle
ally_of          subj  with|to:party   ally align side
ally_of          obj   with|to:party   ally align affiliate link
ally_of          subj  alongside|beside:party!  fight battle operate
banned_by        obj   subj:party!?    ban outlaw proscribe blacklist
controls         subj  obj:ground      control rule govern administer
controls         subj  over:ground!    preside
holds            subj  obj:people?     hold
holds            subj  obj:ground!     hold occupy
mediates_between subj  between:party!?  mediate shuttle
member_of        subj  to:body         belong
member_of        obj   to:body         assign attach
based_in         obj   in|at|from|out_of:place   base headquarter exile
"""


def _frames() -> MappingProxyType[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for line in _VERBS.strip().splitlines():
        relation, actor, second, *verbs = line.split()
        slot, _, test = second.partition(":")
        frame = Frame(
            relation, (actor,), tuple(slot.split("|")), test.strip("!?"), "!" in test, test.endswith("?")
        )
        for verb in verbs:
            found[verb] = (*found.get(verb, ()), frame)
    return MappingProxyType(found)


#: Verb → its frames.
VERBS = _frames()
#: What a body of people is called.
BODIES = word_set(
    """
    group faction party movement militia organisation organization army force forces brigade network
    wing cell team committee front alliance coalition cartel gang insurgency rebellion government junta
    delegation unit battalion squadron command outfit guerrillas rebels insurgents militants separatists
    jihadists fighters troops mission council congress union federation confederation office agency
    division regiment corps regime opposition authority administration ministry militiamen tribe clan
    dissidents side fighter chapter body
    """
)
#: Ground that one can hold, by what it is called.
GROUND = word_set(
    """
    town city village district province region area territory land hill ridge post base camp airport
    port road bridge border crossing quarter neighbourhood neighborhood suburb island building hotel
    barracks silo dam mine oilfield field township capital valley position checkpoint hospital school
    clinic stronghold country zone corridor garrison airfield outpost factory plant swathe terrain
    ground north south east west centre center
    """
)
#: Nouns whose "of" phrase is the place they mean.
WHOLES = word_set(
    "most much all whole majority bulk rest town city village district province county state region "
    "governorate island port"
)
#: What a military unit is called: such names nest ("2nd Battalion, 5th Special Forces Group").
UNITS = word_set(
    "battalion brigade regiment squadron group wing division battery company corps command platoon detachment"
)
#: People who can be held.
CAPTIVES = word_set(
    """
    captive hostage prisoner detainee soldier policeman civilian crew crewman pilot worker villager man
    woman boy girl child people person journalist fighter pupil student official engineer guard warder
    neighbour neighbor passenger sailor fisherman geologist priest nun missionary sergeant officer
    colleague conscript activist leader commander suspect militant rebel trooper carrier aid driver
    tourist
    """
)
#: Words that make a holding one of people.
CAPTIVITY = word_set("captive captives hostage hostages prisoner prisoners custody incommunicado shields")
#: Nouns of a refuge that one gives, has or finds.
SANCTUARY = word_set("sanctuary sanctuaries refuge haven havens safe-haven hideout hideouts")
