"""Verbs that describe a standing relation between two entities, by where its second one stands."""

from __future__ import annotations

from types import MappingProxyType

from jirga.lexicon.cues import word_set

#: Verb → relation from its subject to its direct object.
OF_OBJECT = MappingProxyType(
    {
        **dict.fromkeys(("lead", "head", "command", "chair"), "leads"),
        **dict.fromkeys(("shelter", "harbour", "harbor"), "shelters"),
        **dict.fromkeys(("fund", "finance", "bankroll"), "funds"),
        **dict.fromkeys(("back", "support", "sponsor", "arm"), "supports"),
        **dict.fromkeys(("fight", "battle"), "fights"),
    }
)
#: Of these only the present, progressive and perfect describe a state; their simple past may be one deed.
LASTING = word_set("lead head command chair back support arm fight battle ban outlaw proscribe")
#: Verbs whose object is territory.
TERRITORY = word_set("control rule govern hold administer")
#: Preposition and noun of a place that somebody holds, and of the one who holds it.
HELD = frozenset({("under", "control"), ("in", "hands"), ("under", "rule"), ("in", "control")})
SETTLEMENTS = word_set("town city village district province county state region governorate island port")
#: Nouns whose "of" phrase is the place they mean; a half or a part of one would say too much.
WHOLES = SETTLEMENTS | word_set("most much all whole majority bulk rest")
CAPTIVE = word_set("captive captives hostage hostages prisoner prisoners custody")
#: Objects of "give", "provide", "offer" that make it sheltering.
SANCTUARY = word_set("sanctuary sanctuaries refuge haven havens shelter asylum safe-haven")

_Frames = tuple[tuple[frozenset[str], str], ...]
#: Verb → relation from its subject to what stands under a preposition (or under one of its object).
BY_PREPOSITION: MappingProxyType[str, _Frames] = MappingProxyType(
    {
        "mediate": ((word_set("between"), "mediates_between"),),
        "split": ((word_set("from"), "splinter_of"),),
        "break": ((word_set("from"), "splinter_of"),),
        "splinter": ((word_set("from"), "splinter_of"),),
        "ally": ((word_set("with to"), "ally_of"),),
        "belong": ((word_set("to"), "member_of"),),
        "operate": ((word_set("from"), "based_in"),),
        "fight": ((word_set("against"), "fights"),),
        "pledge": ((word_set("to"), "ally_of"),),
    }
)
#: Passive verb → relation, and whether it runs from the "by" phrase to the subject.
PASSIVE_BY = MappingProxyType(
    {
        **dict.fromkeys(("ban", "outlaw", "proscribe"), ("banned_by", False)),
        **dict.fromkeys(("fund", "finance", "bankroll"), ("funds", True)),
        **dict.fromkeys(("back", "support", "sponsor"), ("supports", True)),
        **dict.fromkeys(("lead", "head", "command"), ("leads", True)),
        **dict.fromkeys(("shelter", "harbour", "harbor"), ("shelters", True)),
        **dict.fromkeys(("control", "rule", "govern"), ("controls", True)),
        **dict.fromkeys(("hold",), ("holds", True)),
    }
)
#: Participle → relation from its subject to what stands under a preposition.
PASSIVE_WITH: MappingProxyType[str, _Frames] = MappingProxyType(
    {
        "ally": ((word_set("with to"), "ally_of"),),
        "allied": ((word_set("with to"), "ally_of"),),
        "affiliate": ((word_set("with to"), "ally_of"),),
        "affiliated": ((word_set("with to"), "ally_of"),),
        "align": ((word_set("with"), "ally_of"),),
        "base": ((word_set("in"), "based_in"),),
        "headquarter": ((word_set("in"), "based_in"),),
    }
)
