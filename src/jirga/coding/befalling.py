"""What a verb makes of those it is done to: killed, injured, held, freed, driven out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.measures import (
    BODIES,
    DEADLY,
    DRIVING,
    FINDING,
    HAVING,
    HITTING,
    LIMBS,
    LIVES,
    OF_OBJECT,
    OF_SUBJECT,
    STRENGTH,
    TAKING,
    is_thing,
)
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELD = frozenset({"hostage", "captive", "prisoner"})


def first_of_series(head: Token) -> Token:
    """Return the first head of a coordination: of "two soldiers and a civilian", "soldiers"."""
    while head.dep_ in {"conj", "appos"} and head.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        head = head.head
    return head


def befallen(verb: Token, counted: Token) -> str | None:
    """Return the measure of `counted`, to whom `verb` is done; None where it tells none."""
    lemma = verb.lemma_.lower()
    children = {
        c.lower_
        for c in verb.children
        if c.dep_ in {"oprd", "acomp", "advmod", "dobj", "xcomp", "ccomp", "prt"}
    }
    if (lemma in HITTING | {"wound", "injure", "hurt"} and (_fatal(verb) or children & {"dead", "down"})) or (
        lemma in HITTING and _left_dead(counted)
    ):
        return "killed"
    if lemma not in _DOOMING and _to_death(verb):
        return None if is_thing(counted) else "killed"  # "stoned to death", "put to death"
    if any((lemma, particle) in DEADLY for particle in children):
        return None if is_thing(counted) or counted.lower_.endswith("self") else "killed"
    if lemma in DRIVING and not is_thing(counted) and _out(verb):
        return "displaced"
    joined = {c.lemma_.lower() for c in _sharing(verb)}
    if lemma in HITTING and any("killed" in (OF_OBJECT.get(j), OF_SUBJECT.get(j)) for j in joined):
        return "killed"  # "shot and killed", "was shot and died"
    if lemma in FINDING and counted.lemma_.lower() in BODIES:
        return "killed"
    hit = next((c for c in verb.children if c.lemma_.lower() in HITTING and c.tag_ in {"VBN", "VBD"}), None)
    if lemma in FINDING and hit is not None:
        return "killed" if any(c.lower_ == "dead" for c in hit.children) else "casualties"
    if lemma in HITTING:
        return "injured" if _in_limb(verb) else "casualties"
    if lemma in {"take", "hold"} and children & _HELD:
        return "abducted"
    if lemma == "take" and any(
        c.lower_ == "into" and "custody" in {t.lower_ for t in c.subtree} for c in verb.children
    ):
        return "detained"
    if lemma == "set" and "free" in children:
        return "released"
    if lemma in OF_OBJECT:
        return _mixed(verb, OF_OBJECT[lemma])
    if lemma in TAKING and counted.lemma_.lower() in LIVES:
        return "killed"
    if lemma == "lose" and _mortal(counted):
        return "killed"
    if lemma in HAVING and counted.lemma_.lower() in STRENGTH:
        return STRENGTH[counted.lemma_.lower()]
    return next((OF_OBJECT[c.lemma_.lower()] for c in _sharing(verb) if c.lemma_.lower() in OF_OBJECT), None)


def _mortal(counted: Token) -> bool:
    """Whether whom one loses are people, who die: "lost 80,000 of its citizens", "lost nine soldiers"."""
    of = (g for c in counted.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    words = [t.lemma_.lower() for t in (counted, *of) if t.pos_ in {"NOUN", "PROPN"}]
    return any(w not in _LEAVING and _is_human(w) for w in words)


def _is_human(noun: str) -> bool:
    known = agent(noun)
    return noun in _HUMANS or (known is not None and known.kind == "person")


_HUMANS = word_set("man woman child son daughter brother")
#: Whom a body also loses to others, alive.
_LEAVING = word_set(
    "member supporter voter worker employee player leader minister ally partner client follower"
)


def _left_dead(counted: Token) -> bool:
    """ "shot a joiner dead", "shot dead three men and a guard": the parse hangs "dead" on the noun."""
    noun = first_of_series(counted)
    return any(c.lower_ == "dead" and c.dep_ in {"amod", "acomp", "oprd"} for c in noun.children)


def _in_limb(verb: Token) -> bool:
    goals = (
        g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "through"} for g in c.children
    )
    return any(g.lemma_.lower() in LIMBS for g in goals)


def _out(verb: Token) -> bool:
    """ "driven out of the valley", "driven from their homes"."""
    return any(c.lower_ in {"out", "from"} and c.dep_ in {"prt", "prep", "advmod"} for c in verb.children)


def _fatal(verb: Token) -> bool:
    """ "fatally shot", "shot to death"."""
    return any(c.lower_ in {"fatally", "mortally"} for c in verb.children) or _to_death(verb)


def _to_death(verb: Token) -> bool:
    return any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in verb.children)


#: Verbs that name a death to come, or none: "sentenced to death", "scared to death".
_DOOMING = word_set("sentence condemn doom scare frighten bore worry send drive bring compare")


def _sharing(verb: Token) -> list[Token]:
    """The verbs coordinated with this one that have nobody of their own: "killed or wounded 12"."""
    return [c for c in verb.children if c.dep_ == "conj" and not any(_has_fate(g) for g in c.children)]


def _has_fate(token: Token) -> bool:
    if token.dep_ == "npadvmod":
        return token.ent_type_ not in {"DATE", "TIME"}  # "shot and killed late on Tuesday night"
    return token.dep_ in {"dobj", "nsubj", "nsubjpass"}


def _mixed(verb: Token, measure: str) -> str:
    """ "killed or wounded 12": casualties, kept apart from either."""
    if (
        verb.dep_ == "conj"
        and OF_OBJECT.get(verb.head.lemma_, measure) != measure
        and not _governs(verb.head)
    ):
        return "casualties" if {measure, OF_OBJECT[verb.head.lemma_]} == {"killed", "injured"} else measure
    both = {measure} | {OF_OBJECT[c.lemma_] for c in _sharing(verb) if c.lemma_ in OF_OBJECT}
    return "casualties" if both >= {"killed", "injured"} else measure


def _governs(verb: Token) -> bool:
    return any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)
