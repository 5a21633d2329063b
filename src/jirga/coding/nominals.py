"""How far a noun that names an event is committed to: presupposed, or only as far as what governs it.

"The attack" is taken for granted; "an attack" after "fears of" is not. A definite noun stands on its own feet
unless a word that creates or cancels its object governs it ("called for the talks", "cancelled the talks").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from jirga.coding.clauses import lemma_of
from jirga.coding.negation import is_called_false, is_nobody, is_not_false
from jirga.coding.occurring import is_occurring
from jirga.coding.syntax import above_measures
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = word_set(
    """
    their those that her both this his these the its
    """
)
_PAST = word_set(
    """
    recent latest last previous past deadly fatal bloody earlier first second third failed
    """
)
#: Prepositions that take their object for granted, and those that do not.
_GRANTED = word_set(
    """
    after since following during amid despite in over because given from through throughout like
    within including as besides
    """
)
_AHEAD = frozenset({"before", "until", "till", "towards", "toward", "pending", "ahead"})
#: Verbs that keep even a definite event from being ("cancelled the talks", "denied the attack").
_CANCELLING = word_set(
    """cancel call_off postpone put_off prevent avert thwart foil forestall scrap shelve abandon deny stop
    block preclude disprove debunk refute forgo rule_out delay stay defer avert avoid"""
)
#: Verbs whose object is only there as far as they are.
_MAKING = word_set(
    """
    be begin start resume hold launch organize organise stage mount conduct prepare secure obtain win gain
    negotiate achieve ensure arrange broker facilitate effect guarantee bring_about procure make carry_out
    sign undertake
    """
)
#: Nouns of what is told, which may be called false with all that they tell.
_TOLD = word_set("news report rumour rumor claim word story tale allegation talk tiding version account")
#: Verbs of what is said or thought of an event that has been.
_ABOUT = word_set("link connect relate tie compare describe attribute commemorate mourn avenge recall regret")
#: What one has, or denies, in a deed that has been.
_PARTS = word_set("responsibility involvement complicity culpability")
_WORDS_GIVEN = word_set("threat promise pledge vow offer commitment undertaking assurance ultimatum")
_KEEPING = word_set("carry_out keep honour honor fulfil fulfill implement break deliver redeem respect")
_SORRY = word_set("apologise apologize apology atone answer repent sorry")
#: Participles by which an event is still to come: "talks scheduled for Monday".
AHEAD = word_set("schedule plan propose request expect envisage foresee demand seek")
#: What an event may be called that has not been.
_STILL_OWED = word_set("precondition prerequisite condition demand requirement goal aim hope dream")
#: Phrases that say of a deed that it is still to be, or that it will not: "is in the offing".
_PREDICATES: Mapping[str, Mapping[str, Effect]] = MappingProxyType(
    {
        "in": dict.fromkeys(("offing", "work", "pipeline", "store", "prospect", "sight"), Effect("intended")),
        "on": dict.fromkeys(("card", "horizon", "agenda", "table", "hold", "ice"), Effect("intended")),
        "off": dict.fromkeys(("table", "agenda", "card"), Effect("intended", "negated")),
        "out": {"question": Effect("intended", "negated")},
        "without": dict.fromkeys(("date", "venue"), Effect("intended")),
        "under": dict.fromkeys(("discussion", "consideration", "study", "review"), Effect("intended")),
    }
)
#: Verbs that say of their subject what it is or seems.
_COPULAS = word_set("be remain seem appear become look stay prove")
#: Verbs of dealing with what is there already ("failed to address violence against …").
_DEALING = word_set("address tackle curb contain quell combat confront handle acknowledge condemn denounce")
#: What one does with a deed, and with nothing else.
COMMITTING = word_set("commit perpetrate execute carry_out")
_WITHOUT = frozenset({"without", "instead", "rather", "barring", "absent"})
_IN_CASE = frozenset({"case", "event"})


@dataclass(frozen=True, slots=True)
class Climb:
    """One step up from a noun: to `governor` with its `effect`, or on through a clause or another noun.

    `apart` is True where the clause tells something else of the event, whose denial leaves the event be.
    """

    governor: Token | None
    effect: Effect | None = None
    clause: bool = False
    apart: bool = False


def is_definite(noun: Token) -> bool:
    """Return whether the text takes the noun's event as known to have been."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in _DEFINITE):
            return True
        if child.dep_ == "amod" and child.lower_ in _PAST:
            return True
        if child.dep_ in {"nummod", "nmod", "compound", "npadvmod"} and child.ent_type_ in {"DATE", "TIME"}:
            return True
        if child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBD", "VBN"}:
            return child.lemma_ not in AHEAD
        if child.dep_ == "prep" and child.lower_ == "by":
            return True
    return noun.pos_ == "PROPN"


def is_thought_ahead(clause: Token) -> bool:
    """Return whether a clause beside a noun may tell what is planned or wanted of it.

    "The planned attack", "talks scheduled for Monday", "the talks that they want".
    """
    if clause.tag_ == "VBN":
        return clause.dep_ == "amod" or (clause.dep_ == "acl" and clause.lemma_ in AHEAD)
    theirs = any(c.dep_ == "nsubj" and c.lower_ not in {"that", "which", "who"} for c in clause.children)
    alone = not any(c.dep_ in {"xcomp", "ccomp", "dobj", "prep"} and c.tag_ != "WDT" for c in clause.children)
    return clause.dep_ == "relcl" and clause.tag_ in {"VBP", "VBZ"} and theirs and alone


def is_would_be(word: Token) -> bool:
    """Return whether it is the "be" of "a would-be exchange"."""
    return (
        word.lower_ == "be" and word.i > 1 and word.nbor(-2).lower_ == "would" and word.nbor(-1).text == "-"
    )


def is_only_told_of(noun: Token) -> bool:
    """Return whether an event is what a verb has feelings about, or answers for: "to avenge the killing"."""
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in _ABOUT
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and over.lemma_ in _SORRY


def is_word_given(noun: Token) -> bool:
    """Return whether a threat or promise was made, whatever came of it: "his threat was not carried out"."""
    if noun.lemma_ not in _WORDS_GIVEN or noun.dep_ not in {"nsubjpass", "dobj"}:
        return False
    owned = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these"} for c in noun.children)
    return owned and with_particle(noun.head) in _KEEPING


def is_ones_part(noun: Token) -> bool:
    """Return whether a deed is what one has a part in: "was not behind it", "responsibility for it"."""
    if noun.dep_ != "pobj":
        return False
    low, over = noun.head.lower_, noun.head.head
    return low == "behind" or (low in {"for", "in"} and over.lemma_ in _PARTS)


def is_unclaimed(noun: Token) -> bool:
    """Return whether it is only said that nobody owned up to a deed: "was claimed by no one"."""
    verb = noun.head
    if verb.lemma_ != "claim" or noun.dep_ not in {"dobj", "nsubjpass"}:
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    doers += [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    return any(map(is_nobody, doers))


def is_done_part(preposition: Token) -> bool:
    """Return whether a preposition leads to a deed that one has a part in: "responsibility for shooting"."""
    return preposition.dep_ == "prep" and preposition.head.lemma_ in _PARTS


def only_doer_is_open(noun: Token, carrier: Token | None) -> bool:
    """Return whether it is left open who did a deed, not whether it was done.

    "The murder may have been committed by the army": the murder is known, and somebody committed it.
    """
    if carrier is None or with_particle(carrier) not in COMMITTING:
        return False
    told = noun.dep_ in {"nsubjpass", "dobj"} and noun.head == carrier
    named = noun.dep_ == "dobj" or any(c.dep_ == "agent" for c in carrier.children)
    known = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in noun.children)
    return told and named and known and may_have(carrier)


def may_have(verb: Token) -> bool:
    """Return whether a verb tells what may have been: "may have killed", "could have been committed"."""
    return is_perfect_under(verb, frozenset({"may", "might", "could"}))


def would_have(verb: Token) -> bool:
    """Return whether a verb tells what would have been: "would have attacked", "would have been attacks"."""
    return is_perfect_under(verb, frozenset({"would", "'d", "’d"}))


def is_perfect_under(verb: Token, modals: frozenset[str]) -> bool:
    """Return whether "have" and one of `modals` stand before a verb."""
    helping = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "have" in helping and not helping.isdisjoint(modals)


def with_particle(verb: Token) -> str:
    """Return the verb's lemma with its particle: "rule out" is `rule_out`, and no rule."""
    particle = next((c.lower_ for c in verb.children if _is_particle(c)), "")
    return f"{lemma_of(verb)}_{particle}" if particle else lemma_of(verb)


def _is_particle(child: Token) -> bool:
    """Whether a word belongs to its verb: "fell through" is taken for a verb with an adverb."""
    falling = child.head.lemma_ == "fall" and child.dep_ == "advmod"
    return child.dep_ == "prt" or child.tag_ == "RP" or (falling and child.lower_ in {"through", "apart"})


def climb_noun(noun: Token, carrier: Token | None) -> Climb | None:
    """Return the next step up from an event noun, None where it stands as asserted."""
    if carrier is not None:
        return Climb(carrier, clause=True)
    top = above_measures(noun)
    while top.dep_ in {"conj", "appos"} and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    head, dep = top.head, top.dep_
    if dep in {"dobj", "obj", "nsubjpass", "attr", "dative", "oprd"}:
        return _object(noun, head)
    if dep in {"nsubj", "dobj"} and is_called_false(top):
        return Climb(head, effect=Effect(polarity="negated"))
    if dep == "nsubj":
        return None if is_not_false(top) else _subject(noun, head)
    if dep == "pobj":
        return _prepositional(noun, head)
    return None


def _subject(noun: Token, verb: Token) -> Climb | None:
    found = effect(with_particle(verb), "v", "subject") or _predicated(verb)
    if found is not None and not found.transparent:
        return Climb(verb, effect=found)
    if is_occurring(verb) or verb.pos_ == "AUX":
        return Climb(verb, clause=True)
    return None if is_definite(noun) else Climb(verb, clause=True, apart=True)


def _predicated(copula: Token) -> Effect | None:
    """What is said of an event: "the release is unlikely", "talks are due to open", "is a precondition"."""
    if copula.lemma_ not in _COPULAS:
        return None
    for child in copula.children:
        if copula.lemma_ == "be" and child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.children):
            undone = any(c.dep_ == "aux" and c.lower_ == "have" for c in child.children)
            return Effect("intended", "negated" if undone else "affirmed")  # "talks were to have begun"
        if child.dep_ in {"acomp", "oprd"}:
            return effect(child.lower_, "a", "clause")
        if child.dep_ == "prep" and (said := _PREDICATES.get(child.lower_)) is not None:
            words = (t.lemma_ for t in child.subtree if t.i - child.i < 4)
            if (found := next((said[w] for w in words if w in said), None)) is not None:
                return found
        if copula.lemma_ == "be" and child.lower_ == "off" and not any(child.children):
            return _PREDICATES["off"]["table"]  # "the talks are off"
        if child.dep_ == "attr" and (owed := _one_of(child)) in _STILL_OWED:
            return effect(owed, "n", "noun")
        if child.dep_ == "attr" and child.lemma_ in {"matter", "question"}:
            of_time = any(t.lower_ == "time" for t in child.subtree)
            return Effect("intended") if of_time else None  # "is only a matter of time"
    return None


def _one_of(noun: Token) -> str:
    """The lemma of a noun, or of what it is one of: "one of the party's main demands"."""
    of = (c for c in noun.children if c.lower_ == "of") if noun.lower_ in {"one", "part"} else ()
    return next((t.lemma_.lower() for c in of for t in c.children if t.dep_ == "pobj"), noun.lemma_.lower())


def _object(noun: Token, verb: Token) -> Climb | None:
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    found = effect(with_particle(verb), "v", "noun")
    if verb.lemma_ in _ABOUT:
        return None
    if (
        found is not None
        and not found.transparent
        and not (is_definite(noun) and _takes_for_granted(verb, found))
    ):
        return Climb(verb, effect=found)
    if found is not None and found.aspect in {"ended", "attempted"}:  # what is to cease has been
        return Climb(verb, effect=found)
    if verb.lemma_ in _DEALING and any(c.dep_ == "prep" for c in noun.children):
        return None
    if is_definite(noun) and verb.lemma_ not in _MAKING:
        return None
    return Climb(verb, clause=True)


def _takes_for_granted(verb: Token, change: Effect) -> bool:
    """Whether a definite object is there whatever the verb makes of it ("opposed the truce")."""
    if change.polarity == "negated":
        return with_particle(verb) not in _CANCELLING
    return change.modality in {"feared", "questioned"}


def _prepositional(noun: Token, preposition: Token) -> Climb | None:
    low, governor = preposition.lower_, preposition.head
    if governor.pos_ == "ADV" and governor.head.pos_ == "VERB":
        governor = governor.head  # "backed away from talks"
    if low in _WITHOUT and would_have(governor) and is_definite(noun):
        return None  # "without the ban there would have been no protests"
    if low in _WITHOUT:
        return Climb(preposition, effect=Effect(polarity="negated"))
    if low == "against" and governor.lemma_ in _COPULAS:
        return Climb(preposition, effect=Effect("wished", polarity="negated"))
    if low == "for" and governor.lemma_ in {"return", "exchange"} and not _is_past(governor):
        return Climb(governor, effect=Effect("intended"))
    if low == "of" and governor.lemma_.lower() in _TOLD and is_called_false(governor):
        return Climb(governor, effect=Effect(polarity="negated"))
    if low in _AHEAD:
        return Climb(preposition, effect=Effect("intended")) if not is_definite(noun) else None
    if governor.lower_ in _IN_CASE or (low == "of" and governor.lower_ == "short"):
        negated = Effect(polarity="negated") if governor.lower_ == "short" else Effect("conditional")
        return Climb(governor, effect=negated)
    if is_ones_part(noun):
        return None  # "neither claimed nor denied responsibility for the attack"
    if low in _GRANTED or (low in {"to", "of"} and governor.lower_ in {"end", "halt", "stop", "cessation"}):
        return None
    part = "n" if governor.pos_ in {"NOUN", "PROPN"} else "a" if governor.pos_ == "ADJ" else "v"
    lemma = lemma_of(governor) if part == "v" else governor.lemma_.lower()
    if low == "at" and part == "v" and effect(f"{lemma}_at", "v", "noun") is None:
        return None  # "agreed at a summit": where it was agreed
    word: Literal["v", "n", "a"] = "n" if part == "n" else "a" if part == "a" else "v"
    found = effect(f"{lemma}_{low}", word, "noun") or effect(lemma, word, "noun")
    if (
        found is not None
        and not found.transparent
        and not (is_definite(noun) and _takes_for_granted(governor, found))
    ):
        return Climb(governor, effect=found)
    if is_definite(noun):
        return None
    return Climb(governor, clause=part == "v")


def _is_past(phrase: Token) -> bool:
    """Whether the clause that a phrase stands in tells what was done, not what is wanted or would be."""
    verb = next((t for t in phrase.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.tag_ in {"VBD", "VBN"} and not any(c.tag_ == "MD" for c in verb.children)
