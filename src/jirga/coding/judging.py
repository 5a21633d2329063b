"""Rules and learned model put together: which words tell of events, of what type, and whether they happened.

The rules propose, the model weighs. What only the model sees becomes a statement where it is sure; what only
the rules see falls where the model is sure of nothing there; types of what both see are the rules', which
know more words, and so are modes where the rules give any. Each statement says which of the two decided.

The limits were set on the development parts of our corpus, invented (`dev`) and real (`real-dev`), and on
plover/gold_dev together: what helps on one and costs another was left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from jirga.coding.clauses import is_past
from jirga.coding.factuality import read_noun, read_verb
from jirga.coding.frames import IN_ARMS, Framer
from jirga.coding.granting import is_tensed
from jirga.coding.labels import MODALITIES, MODES, POLARITIES
from jirga.coding.negation import NEGATIONS, NOBODY, is_nobody
from jirga.coding.nominals import only_doer_is_open, with_particle, would_have
from jirga.coding.occurring import is_going_on
from jirga.coding.slots import operation_name
from jirga.coding.stance import came_near, neither_way
from jirga.coding.surely import is_plainly_reported
from jirga.coding.syntax import finite_complements, host
from jirga.coding.triggers import Trigger, merged
from jirga.coding.vouching import is_vouched_for
from jirga.language.denying import is_answer
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import Meaning, event_lexicon
from jirga.model import EVENT_TYPES, Factuality, Participant
from jirga.model import MODES as MODES_OF_TYPE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.learned import Scores
    from jirga.language import Analysis

#: A word of the rules falls where the model gives events less than this in all.
KEEP = 0.05
#: A word of the model's alone stands from this probability of events in all.
ADD = 0.65
#: … and from this one where the lexicon knows the word for no event of that type.
ADD_UNKNOWN = 0.75
#: … if it gives its type this much: an event of some type or other tells nobody anything.
TYPE = 0.5
#: How much likelier a type is that the lexicon knows the word by, in some frame or other.
KNOWN = 6.0
#: A mode of an event that only the model sees, or to which the rules give none, is told from here.
MODE = 0.5
#: The model's stance stands against that of the rules from this probability.
STANCE = 0.8
#: So does "happened" only from this one: nothing counts as having happened that its clause does not assert.
PROMOTE = 0.97
#: What the rules hold to have happened is held back where the model gives that less than this.
HAPPENED = 0.6
#: … less than this where a main clause says it and nothing stands about it ("The rebels declare a truce.").
PLAINLY = 0.2
#: Denied it is then only where the model gives that it happened less than this; else it is left open.
TORN = 0.4


#: Verbs that say nothing without what they take, and the modes that such an object tells.
_EMPTY = word_set("place set put go lay leave throw")
_UNDOING = word_set("call_off cancel scrap suspend postpone lift revoke withdraw overturn quash annul")
_DENYING_THAT = frozenset({"deny", "refute", "dispute"})
#: Verbs of taking somebody that do not say by what right.
_TAKING = word_set("take seize capture hold keep grab pick catch snatch")
_VIOLENT = frozenset({"explosives", "destroy"})
_DENYING = NEGATIONS | NOBODY | {"without"}


def judged(found: Iterable[Trigger], scores: Scores, analysis: Analysis) -> list[Trigger]:
    """Return the triggers of rules and model together, in the order of the text."""
    kept = [_with_modes(t, scores) for t in found if _is_seen(t, scores) or _plain(t)]
    taken = {word.i for t in kept for word in t.words}
    taken |= {i for t in kept for i in t.consumed}
    taken |= {c.i for i in tuple(taken) for c in operation_name(analysis.doc[i])}
    light = event_lexicon().classes["light"]
    seen = [
        _added(token, scores, light)
        for token in analysis.doc
        if token.i not in taken and scores.is_event(token.i) >= ADD and not analysis.is_skipped(token.idx)
    ]
    framer = Framer(analysis, event_lexicon())
    added = [t for t in seen if _stands(t, scores) and not _ruled_out(t, framer)]
    verbs = taken | {t.token.i for t in added}
    added = [t for t in added if not (t.token.lower_ == "free" and _is_set(t.token.head, verbs))]
    return merged(sorted([*kept, *added], key=lambda t: t.token.i))


def _is_set(verb: Token, known: Collection[int]) -> bool:
    """Whether a verb already tells that somebody was set free."""
    return verb.lemma_ == "set" and verb.i in known


def _is_seen(trigger: Trigger, scores: Scores) -> bool:
    """Whether the model sees an event at a trigger's words, or in the name of the operation it launches."""
    words = [*trigger.words, *operation_name(trigger.token)]
    return max(scores.is_event(word.i) for word in words) >= KEEP


def _with_modes(trigger: Trigger, scores: Scores) -> Trigger:
    """A trigger of the rules with the model's modes where it has none of its own."""
    if trigger.modes:
        return trigger
    return replace(trigger, modes=_modes(trigger.type, seat(trigger, scores), scores))


def _plain(trigger: Trigger) -> bool:
    """Whether an empty verb's object tells all, which the model hardly sees: "placed a bomb"."""
    if trigger.pos != "v" or not _VIOLENT & set(trigger.modes):
        return False
    return trigger.token.lemma_ in _EMPTY and bool(trigger.meaning.entry.conditions)


def _stands(added: Trigger, scores: Scores) -> bool:
    """Whether the model is sure enough of what only it sees."""
    at = added.token.i
    known = added.type in _types_known(added.token)
    return scores.is_event(at) >= (ADD if known else ADD_UNKNOWN) and scores.of_kind(at, added.type) >= TYPE


def _ruled_out(added: Trigger, framer: Framer) -> bool:
    """Whether the lexicon knows the word for no event in this frame ("fired the chief justice").

    Nor is it one to deny that something happened: the denial is of that; to insist that it did says so.
    """
    if added.token.lemma_ == "insist" and any(map(is_tensed, finite_complements(added.token))):
        return True
    if added.token.lemma_ in _DENYING_THAT and finite_complements(added.token):
        return True
    return added.pos == "v" and framer.lexicon.rules_out(framer.verb(added.token))


def seat(trigger: Trigger, scores: Scores) -> int:
    """Return the token at which the model sees a trigger's event: the likeliest of its words."""
    return max((word.i for word in trigger.words), key=scores.is_event)


def _modes(kind: str, at: int, scores: Scores) -> tuple[str, ...]:
    allowed = MODES_OF_TYPE.get(kind, frozenset())
    return tuple(m for i, m in enumerate(MODES) if m in allowed and scores.modes[at, i] >= MODE)


def _part(token: Token) -> Literal["v", "n"]:
    return "v" if token.pos_ in {"VERB", "AUX"} else "n"


def _type(token: Token, scores: Scores) -> str:
    """The likeliest type of a word, with a bonus for those the lexicon knows the word by."""
    known = _types_known(token)
    return max(EVENT_TYPES, key=lambda one: scores.of_kind(token.i, one) * (KNOWN if one in known else 1.0))


def _types_known(token: Token) -> frozenset[str]:
    """The types of event that the lexicon knows a word for, in whatever frame."""
    return frozenset(e.type for e in event_lexicon().senses(token.lemma_.lower(), _part(token)))


def _usual(token: Token, kind: str) -> tuple[str, ...]:
    """The modes that the lexicon's plainest entry of a word gives a type."""
    senses = event_lexicon().senses(token.lemma_.lower(), _part(token))
    return next((entry.modes for entry in senses if entry.type == kind), ())


def _added(token: Token, scores: Scores, light: frozenset[str]) -> Trigger:
    """A trigger that only the model sees."""
    kind = _type(token, scores)
    pos = _part(token)
    modes = _modes(kind, token.i, scores) or _usual(token, kind)
    carrier = host(token, light) if pos == "n" else None
    reader = read_verb(token) if pos == "v" else read_noun(token, carrier)
    meaning = Meaning.of_word(token.lemma_.lower(), pos, kind, modes)
    return Trigger(token, pos, kind, modes, meaning, reader, carrier, judge="model")


def by_doer(trigger: Trigger, actors: Sequence[Participant]) -> Trigger:
    """Return what the model took for an arrest as the abduction that it is where the armed opposition did it.

    So our guidelines (section 2); a verb that itself says "arrest" stands.
    """
    taken = trigger.judge == "model" and trigger.modes == ("arrest",) and trigger.token.lemma_ in _TAKING
    rebels = bool(actors) and all(p.sector in IN_ARMS for p in actors)
    return replace(trigger, type="ASSAULT", modes=("abduct",)) if taken and rebels else trigger


def is_performed(trigger: Trigger, at: int) -> bool:
    """Return whether a verb tells plainly of an act that the model, at `at`, sees only in what is granted.

    "The president offered an amnesty": the amnesty lies ahead, the offer was made.
    """
    granting = trigger.pos == "v" and trigger.type == "CONCEDE" and at != trigger.token.i
    return granting and trigger.token.lemma_ == "offer" and trigger.reader.result().happened


def stance(told: Factuality, token: Token, scores: Scores) -> Factuality:
    """Return the factuality of rules and model together, for the word `token`."""
    if told.happened and only_doer_is_open(token, token.head):
        return told  # what may have been is whose deed it was
    if told.modality == "conditional" and any(map(would_have, (token, token.head))):
        return told  # "there would have been no revolt": nothing is said to have been, or not
    if told.happened and token.dep_ == "dobj" and neither_way(token.head):
        return told  # "neither claimed nor disowned the attack"
    if told.happened and is_plainly_reported(token):
        return told  # "boast of having shot down two": who says so stands for it
    if told.happened and token.dep_ in {"nsubj", "csubj"} and is_going_on(token.head):
        return told  # "talks are under way"
    beyond_doubt = _undoes(token) or _done_by_them(token) or is_vouched_for(token) or is_answer(token)
    if told.happened and beyond_doubt and not _plainly_denied(token):
        return told  # the deed called off is not the calling off
    at = token.i
    polarity, modality = int(scores.polarity[at].argmax()), int(scores.modality[at].argmax())
    if told.modality == "asserted" and MODALITIES[modality] in _AHEAD and is_past(token):
        modality = MODALITIES.index("asserted")  # "denied that it had declared a truce"
    if told.polarity == "negated" and _plainly_denied(token):
        polarity = POLARITIES.index("negated")  # "must never release them"
    other = replace(told, polarity=POLARITIES[polarity], modality=MODALITIES[modality])
    doubted = told.happened and scores.happened(at) < (PLAINLY if _plainly_told(token) else HAPPENED)
    if other == told:
        if not doubted:
            return told
        second = _second(told, scores, at)
        elsewhere = second.polarity == "negated" and _denied_elsewhere(token)
        elsewhere = elsewhere or (second.modality in _AHEAD and is_past(token))
        return told if elsewhere else _torn(second, scores, at)
    if other.polarity == "negated" and told.happened and _denied_elsewhere(token):
        return told
    if other.happened and told.modality == "intended" and _is_purpose(token):
        return told
    if doubted:
        return _torn(other, scores, at)
    sure = float(scores.polarity[at, polarity] * scores.modality[at, modality])
    return other if sure >= (PROMOTE if other.happened else STANCE) else told


#: What is still to be done, which no past tense tells.
_AHEAD = frozenset({"intended", "demanded"})


def _is_purpose(token: Token) -> bool:
    """Whether an infinitive says what something was done for: "began a strike to demand their return"."""
    return token.dep_ == "advcl" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _plainly_told(token: Token) -> bool:
    """Whether a finite verb tells it as the main clause of a sentence without any other clause about it."""
    if (
        token.dep_ != "ROOT"
        or token.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}
        or token.sent.text.rstrip()[-1:] == "?"
    ):
        return False
    if any(c.dep_ in {"aux", "neg", "advcl", "ccomp", "mark", "parataxis"} for c in token.children):
        return False
    return token.tag_ != "VBN" or any(c.dep_ == "auxpass" for c in token.children)


def _torn(doubted: Factuality, scores: Scores, at: int) -> Factuality:
    """A denial that the model is not sure of, left open: no record says by halves that a deed was denied."""
    denied = (doubted.polarity, doubted.modality) == ("negated", "asserted")
    return replace(doubted, polarity="unknown") if denied and scores.happened(at) >= TORN else doubted


def _undoes(token: Token) -> bool:
    """Whether a finite verb tells of an act that undoes another: "called off the strike", "cancelled it"."""
    if token.pos_ != "VERB" or token.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return False
    return with_particle(token) in _UNDOING and any(c.dep_ in {"dobj", "nsubjpass"} for c in token.children)


def _done_by_them(token: Token) -> bool:
    """Whether a clause tells the past of those it is about: "ruled out an amnesty for those who killed"."""
    return token.dep_ == "relcl" and _of_whom(token)


def _of_whom(clause: Token) -> bool:
    """Whether a clause tells by "who" or "which" what its noun did; "that" may say what is told."""
    past = clause.tag_ == "VBD" and not any(c.dep_ == "aux" for c in clause.children)
    return past and any(c.lower_ in {"who", "whom", "which"} for c in clause.children)


def _plainly_denied(token: Token) -> bool:
    return came_near(token) or _failed_to(token) or any(_reaches(word, token) for word in _denying(token))


def _failed_to(token: Token) -> bool:
    """Whether somebody failed to do it: "failed to detonate his vest"."""
    failing = token.head
    if token.dep_ != "xcomp" or failing.lemma_ not in {"fail", "neglect", "omit", "escape"}:
        return False
    return not any(c.dep_ == "neg" for c in failing.children)


def _second(told: Factuality, scores: Scores, at: int) -> Factuality:
    """The likeliest stance but that it happened."""
    import numpy as np

    both = np.outer(scores.polarity[at], scores.modality[at])
    both[0, 0] = 0
    polarity, modality = np.unravel_index(int(both.argmax()), both.shape)
    return replace(told, polarity=POLARITIES[int(polarity)], modality=MODALITIES[int(modality)])


def _denied_elsewhere(token: Token) -> bool:
    """Whether all that denies anything in a sentence denies something else than the event at `token`.

    "Dozens were killed, and the government admits none"; "arrested without incident". A sentence without such
    words is left to the model: it may deny by what it calls a thing ("a myth").
    """
    words = _denying(token)
    return bool(words) and not any(_reaches(word, token) for word in words)


def _denying(token: Token) -> list[Token]:
    """The words of a sentence that deny something in it."""
    return [t for t in token.sent if t.dep_ == "neg" or t.lower_ in _DENYING]


def _reaches(word: Token, token: Token) -> bool:
    """Whether a denying word stands in the clause of an event, or in one that governs it."""
    if word.lower_ == "without":
        return word.is_ancestor(token)
    denied = next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"}), word.head)
    below, above = token, token
    while True:
        if above in (denied, word.head) and not _apart(below):
            return True
        if _told_of(below) and not is_nobody(above):
            return False  # "none of the prisoners freed in 2020 was to return"
        if above.head == above:
            return False
        below, above = above, above.head


def _told_of(clause: Token) -> bool:
    """Whether a clause tells the past of the noun that it hangs on."""
    if clause.dep_ == "relcl":
        return _of_whom(clause)
    dated = any(c.dep_ == "npadvmod" or (c.dep_ == "prep" and c.lower_ == "in") for c in clause.children)
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and dated


def _apart(below: Token) -> bool:
    """Whether a clause is only joined to the one above and has its own subject."""
    return below.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in below.children)
