"""What a clause's own words take from the bare assertion: negation, auxiliaries, tense, habit, question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jirga.coding.conditions import in_condition, leaves_open, marked, on_condition
from jirga.coding.negation import denials
from jirga.coding.nominals import with_particle
from jirga.coding.occurring import is_going_on
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import AUXILIARIES, Effect, effect
from jirga.lexicon.events import event_lexicon
from jirga.model import Aspect, Certainty, Factuality, Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


_HABITS = word_set(
    """
    often usually always typically generally routinely regularly frequently sometimes rarely
    habitually seasonally invariably
    """
)


#: Times that come again.
_SPELLS = word_set(
    "day night week month year season spring summer autumn winter morning evening harvest monsoon ramadan"
)
_HOURS = frozenset({"dawn", "dusk", "daybreak", "noon", "midnight", "nightfall", "sunrise", "sunset"})
_HEARSAY = word_set(
    """
    reportedly allegedly apparently purportedly supposedly probably possibly perhaps maybe
    """
)


#: Verbs that take a bare infinitive ("helped free", "saw them leave").
_BARE_TAKERS = frozenset(["help", "make", "let", "see", "hear", "watch", "have", "dare", "bid", "feel"])


@dataclass(slots=True)
class Reader:
    """What the climb has gathered so far; `governors` are the words that took something away.

    `granted` is True where the text takes the event for granted, so that no denial around it reaches it;
    `settled` where its words leave nothing to weigh ("failed to prevent the attack");
    `purpose` where it is only what something else was done for; `told_ahead` where nothing but a "will" makes
    it intended, which gives way to a fear, hope or doubt around it.
    """

    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    certainty: Certainty = "unstated"
    aspect: Aspect = "unstated"
    future: bool = False
    conditional: bool = False
    granted: bool = False
    settled: bool = False
    purpose: bool = False
    told_ahead: bool = False
    governors: list[Token] = field(default_factory=list)

    def take(self, change: Effect, governor: Token | None = None) -> None:
        """Let one governing word have its effect; what lies further in stands."""
        if self.modality == "asserted" or (
            self.told_ahead and change.modality not in {"asserted", "intended"}
        ):
            self.modality, self.told_ahead = change.modality, False
        if change.polarity == "negated" and governor is not None and neither_way(governor):
            self.polarity, self.settled = "unknown", True
        elif change.polarity == "negated":
            self.negate()
        elif change.polarity == "unknown":
            self.polarity = "unknown"
        if self.certainty == "unstated":
            self.certainty = change.certainty
        if self.aspect == "unstated":
            self.aspect = change.aspect
        if governor is not None and not change.transparent:
            self.governors.append(governor)

    def negate(self) -> None:
        """Turn the polarity round."""
        turned: dict[Polarity, Polarity] = {
            "affirmed": "negated",
            "negated": "affirmed",
            "unknown": "unknown",
        }
        self.polarity = turned[self.polarity]

    def result(self) -> Factuality:
        """Return what was found."""
        return Factuality(self.polarity, self.modality, self.certainty, self.aspect)


#: What is the contrary of denying.
_OWNING = frozenset({"confirm", "admit", "acknowledge", "affirm", "claim", "own"})
#: Forms that the parse takes for a helper in "the villages they wanted bombed".
_WANTING = frozenset({"want", "wants", "wanted"})


def neither_way(denial: Token) -> bool:
    """Return whether it is neither confirmed nor denied."""
    confirmed = denial.head
    joined = denial.dep_ == "conj" and confirmed.lemma_ in _OWNING
    words = {c.lower_ for verb in (denial, confirmed) for c in verb.children}
    return joined and bool(words & {"neither", "nor", "not", "n't", "n’t", "or"})


def own_words(reader: Reader, verb: Token) -> None:
    """Take in negations, auxiliaries and adverbs of a clause."""
    near = came_near(verb)
    denied = (denials(verb) + near) % 2
    if denied and not _until_then(verb):
        reader.negate()
        reader.settled |= near and reader.polarity == "negated"
    reader.settled |= bool(denied) and _until_then(verb)
    present = verb.tag_ in {"VBZ", "VBP"}
    again = present and _over_and_over(verb)
    for child in verb.children:
        low = child.lower_
        if child.dep_ == "aux":
            _auxiliary(reader, verb, child)
        elif child.dep_ == "advmod" and low in _HEARSAY:
            reader.take(Effect(certainty="probable" if low == "probably" else "possible"))
        elif again or (present and _habitual(child)):
            reader.take(Effect("generic"))
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children):
        reader.take(Effect(aspect="ongoing"))


def _until_then(verb: Token) -> bool:
    """Whether it was done in the end: "did not free them until Friday", "was not freed until he paid"."""
    past = verb.tag_ == "VBD" or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" and c.lemma_ in {"do", "be"} for c in verb.children
    )
    for child in verb.children:
        if past and child.dep_ == "prep" and child.lower_ in {"until", "till"}:
            return any(c.ent_type_ in {"DATE", "TIME"} or c.lower_ in _HOURS for c in child.children)
        if past and child.dep_ == "advcl" and marked(child, frozenset({"until", "till"})):
            had = any(c.dep_ == "aux" and c.lower_ == "had" for c in child.children)
            return child.tag_ == "VBD" or (child.tag_ == "VBN" and had)
    return False


def came_near(verb: Token) -> bool:
    """Whether it came near being done: "nearly attacked", "all but attacked", "did everything but attack"."""
    before = [t.lower_ for t in verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]]
    if before[-1:] in (["nearly"], ["almost"]) or before == ["all", "but"]:
        return True
    everything = {"everything", "anything"} & {c.lower_ for c in verb.head.children}
    return before[-1:] == ["but"] and verb.tag_ == "VB" and bool(everything)


def _habitual(child: Token) -> bool:
    """Whether a word beside a present tense makes it a habit: "often", "every spring"."""
    if child.dep_ == "advmod":
        return child.lower_ in _HABITS
    if child.dep_ == "prep" and child.lower_ == "on":
        return any(c.lower_.endswith("days") for c in child.children)  # "on Fridays"
    if child.dep_ in {"nsubj", "nsubjpass"}:  # "each dry season soldiers drive …": taken for one phrase
        return any(t.lower_ in {"every", "each"} and _of_times(t) for t in child.subtree)
    if child.dep_ not in {"npadvmod", "advmod", "prep"}:
        return False
    return any(c.lower_ in {"every", "each"} for c in child.children)


def _of_times(determiner: Token) -> bool:
    """Whether a time follows a determiner: "each dry season"."""
    return any(t.lemma_.lower() in _SPELLS for t in determiner.doc[determiner.i + 1 : determiner.i + 4])


def _over_and_over(verb: Token) -> bool:
    """Whether a sentence opens with "week after week", "harvest after harvest"."""
    first = verb.sent[:3]
    return len(first) == 3 and first[0].lower_ == first[2].lower_ and first[1].lower_ in {"after", "by"}


def _auxiliary(reader: Reader, verb: Token, auxiliary: Token) -> None:
    low = auxiliary.lower_
    if low in {"would", "'d", "’d"} and auxiliary.tag_ == "MD":
        perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
        reader.future = not perfect
        unreported = (
            verb.dep_ == "ROOT"
        )  # "Vanuatu would recognise it": under no condition told, but under one
        bare = perfect or unreported or on_condition(verb)
        before = reader.modality
        reader.take(Effect("conditional" if bare else "intended"), auxiliary)
        reader.told_ahead = before == "asserted" and not bare
    elif low in _WANTING:
        reader.take(Effect("demanded"), auxiliary)
    elif (found := AUXILIARIES.get(low)) and auxiliary.tag_ == "MD":
        before = reader.modality
        reader.future |= found.modality == "intended"
        reader.take(found, auxiliary)
        reader.told_ahead = before == "asserted" and found.modality == "intended"


def tense(reader: Reader, verb: Token) -> None:
    """Take in conditions, questions, commands, habits and bare forms."""
    if in_condition(verb) or on_condition(verb):
        reader.conditional = True
        reader.modality = "conditional"
    elif leaves_open(verb):
        reader.take(Effect("questioned" if _asks(verb.head) else "asserted", polarity="unknown"), verb)
    if marked(verb, frozenset({"lest"})):
        reader.take(Effect("feared"), verb)
    if verb.dep_ in {"ROOT", "conj"} and _asked(verb):
        reader.modality = "questioned"
    if (
        verb.tag_ == "VB"
        and verb.dep_ == "ROOT"
        and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
    ):
        reader.take(Effect("demanded"))
    if _generic(verb):
        reader.take(Effect("generic"))
    if _bare(verb):
        reader.take(Effect("possible"))


def _asks(governor: Token) -> bool:
    """Whether a word puts the question itself, rather than leaving it open ("unclear whether")."""
    if governor.lemma_ == "ask":
        return True
    found = effect(with_particle(governor), "v", "clause") if governor.pos_ == "VERB" else None
    return found is not None and found.modality == "questioned"


def _asked(verb: Token) -> bool:
    ending = verb.sent.text.rstrip().rstrip("”\"'’")
    return ending.endswith("?")


def _generic(verb: Token) -> bool:
    """A present simple over an indefinite subject says what is usual ("talks embolden them")."""
    if verb.tag_ not in {"VBP", "VBZ"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    if verb.dep_ == "relcl":
        return is_indefinite(verb.head)
    if _counts(verb) or _in_headline(verb) or is_going_on(verb) or is_act(verb):
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass"} and is_indefinite(c) for c in verb.children)


def performs(verb: Token, governor: Token) -> bool:
    """Return whether coming together is already the act it is for: "rallied to condemn the raid"."""
    if governor.lemma_ == "become":  # "became the latest state to expel them"
        return any(c.dep_ == "attr" and is_ranked(c) for c in governor.children)
    return governor.pos_ == "VERB" and governor.lemma_ in _GATHERING and is_act(verb)


#: Which one of those it was who did a thing.
_RANKS = word_set("first second third latest last only")
_STATES = word_set("capital city neighbour neighbor party member")


def is_ranked(noun: Token) -> bool:
    """Return whether an infinitive tells what those did whom it follows: "the latest state to bar them"."""
    low = {noun.lower_, *(c.lower_ for c in noun.children if c.dep_ in {"amod", "nummod"} and c.i < noun.i)}
    over = noun.head
    open_ = over.lemma_ == "be" and any(c.tag_ in {"MD", "TO"} or c.dep_ == "neg" for c in over.children)
    somebody = noun.pos_ == "ADJ" or agent(noun.lemma_.lower()) is not None or noun.lemma_ in _STATES
    return bool(low & _RANKS) and somebody and not open_


_GATHERING = word_set(
    """
    march rally demonstrate protest strike gather assemble picket converge walk go come travel fly meet
    convene write phone telephone
    """
)


def is_act(verb: Token) -> bool:
    """Return whether a verb is one of speech or will, done in the saying: "families reject any amnesty"."""
    senses = event_lexicon().senses(verb.lemma_.lower(), "v")
    return bool(senses) and all(sense.type in _ACTS for sense in senses)


#: Types of event that consist in saying something.
_ACTS = frozenset({"REJECT", "REQUEST", "ACCUSE", "THREATEN", "AGREE", "SUPPORT"})


def _in_headline(verb: Token) -> bool:
    """Whether a clause is all of a text without a full stop: a headline tells what happened."""
    whole = verb.sent.start == 0 and verb.sent.end == len(verb.doc)
    done = any(c.dep_ == "dobj" for c in verb.children)
    return whole and done and verb.dep_ in {"ROOT", "conj"} and not verb.doc[-1].is_punct


def _counts(verb: Token) -> bool:
    """Whether a verb's object has its number, as one deed's has ("Troops kill nine rebels"), no rate."""
    rate = any(c.dep_ == "npadvmod" or c.lower_ in {"per", "every", "each"} for c in verb.subtree)
    return not rate and any(
        c.dep_ == "dobj" and (c.pos_ == "NUM" or any(g.dep_ == "nummod" for g in c.children))
        for c in verb.children
    )


#: Plurals that without an article name one body ("police blame the rebels").
_BODIES = frozenset({"police", "authorities", "officials", "prosecutors"})


def is_indefinite(noun: Token) -> bool:
    """Return whether a noun names anyone of a kind ("a group", "men", "those") rather than somebody."""
    if noun.pos_ != "NOUN" or noun.ent_type_:
        return noun.lower_ in {"those", "anyone", "whoever", "everyone", "someone", "nobody"}
    determiners = [c for c in noun.children if c.dep_ in {"det", "nummod", "poss", "compound", "amod"}]
    articles = {c.lower_ for c in determiners if c.dep_ == "det"}
    if articles & {"a", "an", "any", "every", "each", "no"}:
        return True
    return noun.tag_ == "NNS" and not determiners and noun.lower_ not in _BODIES


def _bare(verb: Token) -> bool:
    """A base form with no auxiliary of its own asserts nothing ("what it must not do is negotiate")."""
    if (
        verb.tag_ != "VB"
        or verb.dep_ in {"conj", "ROOT", "ccomp"}
        or any(c.dep_ == "aux" for c in verb.children)
    ):
        return False
    cleft = verb.head.lemma_ == "be" and any(c.dep_ == "csubj" for c in verb.head.children)
    return not cleft and verb.head.lemma_ not in _BARE_TAKERS  # "what they did was shell the town"
