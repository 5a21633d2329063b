"""The words that tell of events: each verb and noun whose frame the event lexicon knows, once a happening."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from jirga.coding import syntax
from jirga.coding.acts import ACTS, is_content_noun
from jirga.coding.clauses import lemma_of
from jirga.coding.event_nouns import is_asked, is_eventful, is_lifted, is_owned
from jirga.coding.factuality import read_noun, read_verb
from jirga.coding.frames import Framer
from jirga.coding.nominals import with_particle
from jirga.coding.stance import Reader
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import effect
from jirga.lexicon.events import Meaning, event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Nouns of speech acts and states: an event only where somebody is named who did it.
_NEEDS_ACTOR = word_set(
    """
    THREATEN REJECT AID ACCUSE SUPPORT CONCEDE AGREE REQUEST MOBILIZE
    """
)
#: Verbs of harm that tell the outcome of an attack named beside them ("a blast killed nine").
_OUTCOMES = word_set(
    """
    kill wound injure maim destroy damage martyr hit strike murder leave claim target die perish
    """
)
#: Of these, those that tell harm and not the means to it, the dead before the hurt.
_FATAL = word_set("kill die perish slay murder")
_HURTS = word_set("wound injure hurt maim damage")
_HARMS = _FATAL | _HURTS | {"destroy", "martyr"}
#: Who was shot and wounded was shot; who was shot and killed was killed.
_DEADLY = frozenset({"kill", "die"})
#: Verbs of harm, of which two together tell what one attack did.
TOLLS = word_set("kill martyr slay wound injure hurt maim destroy damage engage")
#: Verbs that only carry the event noun they take.
_EMPTY = word_set(
    "hold impose launch conduct stage carry undertake make grant slap clamp mount wage give pay reach "
    "express voice conclude provide"
)
#: Verbs of standing by a truce that there is.
_KEEPING = word_set("keep hold observe respect honour honor uphold abide stick adhere stay")
#: Nouns that say what is done, whichever verb takes them: "returned fire", "was granted asylum".
_SAYING = word_set(
    "fire asylum refuge emergency siege curfew charge complaint alert aid assistance help support gas"
)
#: Nouns of aid that tell of one only as what is asked for or promised, or with more said about them.
_ASKED_FOR = word_set("help aid assistance support protection asylum refuge")
#: What leads from a verb to the noun that says what it does: "came under fire", "went on strike".
_INTO = frozenset({"under", "on", "into", "to"})
#: Verbs that say what a deed was for, and those over which they are deeds of their own ("agreed to discuss").
_WHY = word_set("discuss protest")
_WANTING = word_set(
    "agree want plan refuse decide vow promise threaten ask urge begin continue intend have be"
)
_LINKS = frozenset({"in", "by", "during", "from", "with", "after", "when"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event; `carrier` is the light verb that carries a noun, `also` merged words.

    `judge` says what saw the event and decided its type: the lexicon's frames, or the learned model alone.
    """

    token: Token
    pos: str
    type: str
    modes: tuple[str, ...]
    meaning: Meaning
    reader: Reader
    carrier: Token | None = None
    also: tuple[Token, ...] = field(default=())
    judge: Literal["rules", "model"] = "rules"

    @property
    def words(self) -> list[Token]:
        """All words that tell of it, its carrier among them."""
        found = (self.token, self.word, self.carrier, *self.also)
        return [one for one in found if one is not None]

    @property
    def word(self) -> Token:
        """The word that carries it: the noun where the verb is empty ("held talks", "imposed sanctions").

        Of an attack and what it did, it is the latter: "a bomb exploded, killing two".
        """
        left = next((c for c in self.token.children if _left_dead(c)), None)
        if left is not None:
            return left
        if self.token.lemma_ not in _HARMS:
            harms = _DEADLY if self.token.lemma_ == "shoot" else _HARMS
            harm = next(
                (t for t in self.also if (t.pos_ == "VERB" and t.lemma_ in harms) or _left_dead(t)), None
            )
            if harm is not None:
                return harm
        if self.pos == "n":
            return _of_state(self.token)
        named = (_of_state(self.token.doc[f.token]) for f in self.meaning.named if f.token >= 0)
        return next(filter(self._says, named), self.token)

    def _says(self, noun: Token) -> bool:
        """Whether the noun says what the verb does: an event after an empty verb, else one of its type."""
        name = noun.lemma_.lower()
        if self.type == "RETREAT" and self.token.lemma_ in _KEEPING:
            return False  # "kept the truce", "held their fire": the deed is the keeping
        if name == "death" or (self.type == "CONCEDE" and name in _SAYING):
            return False  # "put to death" is all of it the deed
        senses = event_lexicon().senses(name, "n")
        if self.token.lemma_ in _EMPTY:
            return bool(senses) or name in _SAYING
        taken = noun.dep_ in {"dobj", "nsubjpass"} or (noun.dep_ == "pobj" and noun.head.lower_ in _INTO)
        if self.token.lemma_ in _OUTCOMES or not (taken or noun.head.head.lemma_ == "state"):
            return False
        if name in event_lexicon().classes["bomb"]:
            return False  # "placed a bomb" tells of placing it
        return any(sense.type == self.type for sense in senses) or (name in _SAYING and not senses)

    @property
    def consumed(self) -> frozenset[int]:
        """Tokens that the frame named and that therefore are no events of their own.

        A noun that a participle is added to is one: "the truce, brokered by clerics, lapsed".
        """
        added = self.token.head.i if self.token.dep_ == "acl" and self.word == self.token else -1
        return frozenset(f.token for f in self.meaning.named if f.token >= 0 and f.token != added)


def _of_state(noun: Token) -> Token:
    """What a state is one of, which says more: "a state of emergency"; any other noun as it is."""
    if noun.lemma_.lower() != "state":
        return noun
    return next((t for name, t in syntax.prepositions(noun) if name == "of"), noun)


def _left_dead(word: Token) -> bool:
    """ "The blast left 12 people dead", "left two killed"."""
    told = word.lower_ == "dead" or (word.dep_ == "oprd" and word.lemma_ in _HARMS)
    return told and "leave" in {word.head.lemma_, word.head.head.lemma_}


def triggers(analysis: Analysis) -> list[Trigger]:
    """Return the triggers of a document in the order of the text, linked words of one attack merged."""
    lexicon = event_lexicon()
    framer = Framer(analysis, lexicon)
    found = [t for token in analysis.doc if (t := _trigger(token, framer, analysis)) is not None]
    return merged(_unconsumed(found))


def _trigger(token: Token, framer: Framer, analysis: Analysis) -> Trigger | None:
    if analysis.is_skipped(token.idx) or token.is_punct or token.is_space:
        return None
    if _in_a_name(token, analysis):
        return None
    noun = _as_noun(token, framer)
    if noun is not None:
        return _noun_trigger(token, noun, framer)
    if token.pos_ != "VERB" or not framer.lexicon.knows(lemma_of(token), "v"):
        return None
    if token.dep_ in {"amod", "compound"}:  # "the banned outfit", "advancing troops": a description
        return None
    if token.dep_ == "acl" and token.lower_ == "backed":
        return None  # "the army, backed by Hezbollah, …": who stands with whom
    if token.dep_ == "acl" and token.head.lower_ == "those" and not any(token.children):
        return None  # "of those killed": whoever they are, it has been told
    meaning = framer.lexicon.match(framer.verb(token))
    if meaning is None or _only_why(token):
        return None
    if meaning.entry.type == "THREATEN" and token.lemma_ == "warn" and _of_no_party(token, framer):
        return None
    found = Trigger(token, "v", meaning.entry.type, meaning.entry.modes, meaning, read_verb(token))
    return found if found.word == token else _in_its_phase(found)


def _in_its_phase(found: Trigger) -> Trigger:
    """A verb and the noun that says what it does, the verb telling the phase: "resumed talks"."""
    told = effect(with_particle(found.token), "v", "noun")
    if told is not None and told.transparent and found.reader.aspect == "unstated":
        found.reader.aspect = told.aspect
    return found


def _only_why(verb: Token) -> bool:
    """Whether a verb only says what a meeting or a march was for: "met to discuss", "marched to protest"."""
    if verb.lemma_ not in _WHY or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    return verb.dep_ in {"advcl", "xcomp", "acl", "relcl"} and verb.head.lemma_ not in _WANTING


def _of_no_party(warning: Token, framer: Framer) -> bool:
    """Whether what is warned of is nobody's deed: "officials warned that a storm could flood the town"."""
    subjects = [
        s for c in syntax.finite_complements(warning) for s in syntax.subjects(c) or syntax.objects(c)
    ]
    return bool(subjects) and not any(framer.kinds(s) & {"actor", "event", "person"} for s in subjects)


def _in_a_name(token: Token, analysis: Analysis) -> bool:
    """Whether the word is part of somebody's name ("Save the Children")."""
    mention = analysis.mention_at(token.i)
    if mention is None or mention.kind != "name" or token.pos_ not in {"PROPN", "ADJ", "VERB"}:
        return False
    return mention.start <= token.idx < mention.end and token.is_title | token.is_upper


def _as_noun(token: Token, framer: Framer) -> str | None:
    """Return the lemma under which the token is an event noun: nouns, and gerunds that stand as nouns."""
    if token.dep_ in {"compound", "amod", "nmod"}:
        return None
    lemma, low = token.lemma_.lower(), token.lower_
    if token.pos_ in {"NOUN", "PROPN"}:
        mention_like = token.ent_type_ in {"PERSON", "NORP"}
        known = next((word for word in (lemma, low) if framer.lexicon.knows(word, "n")), None)
        return None if mention_like else known
    if token.tag_ == "VBG" and token.pos_ == "VERB" and framer.lexicon.knows(low, "n"):
        determined = any(c.dep_ in {"det", "poss", "amod"} or c.lower_ == "of" for c in token.children)
        return low if determined else None
    return None


def _noun_trigger(token: Token, lemma: str, framer: Framer) -> Trigger | None:
    frame = framer.noun(token, lemma)
    meaning = framer.lexicon.match(frame)
    if meaning is None:
        return None
    carrier = syntax.host(token, framer.lexicon.classes["light"])
    asked = lemma in _ASKED_FOR and is_asked(token, framer)
    if lemma in _ASKED_FOR and not asked and not meaning.entry.conditions:
        return None
    if meaning.entry.type in _NEEDS_ACTOR and not (
        asked or is_owned(token, carrier, framer) or is_lifted(meaning)
    ):
        return None
    if not is_eventful(token, carrier):
        return None
    reader = read_noun(token, carrier)
    return Trigger(token, "n", meaning.entry.type, meaning.entry.modes, meaning, reader, carrier)


def _unconsumed(found: list[Trigger]) -> list[Trigger]:
    """Drop nouns that only fill another trigger's frame, unless they are what that act asks or promises.

    What an act is to do is its content, and stays: "refused to lift the ban".
    """
    types = {t.token.i: t.type for t in found}
    to_do = {t.token.i for t in found if t.pos == "v" and t.token.dep_ == "xcomp"}
    consumed = {
        i
        for t in found
        if t.pos == "v"
        for i in t.consumed
        if not (
            is_content_noun(t.type, types.get(i))
            or (i in to_do and t.type in ACTS)
            or (types.get(i) == "RETREAT" and _hangs_on(t, i))
        )
    }
    kept = [t for t in found if t.token.i not in consumed]
    carriers = {t.carrier.i for t in kept if t.carrier is not None}
    return [t for t in kept if not (t.pos == "v" and t.token.i in carriers and t.type not in ACTS)]


def _hangs_on(trigger: Trigger, noun: int) -> bool:
    """Whether a participle only adds who saw to a happening: "the ceasefire brokered by Angola held"."""
    token = trigger.token
    return token.dep_ == "acl" and token.head.i == noun and trigger.word == token


def merged(found: list[Trigger]) -> list[Trigger]:
    """Return the triggers with the words that tell means and outcome of one attack made one."""
    by_token = {t.token.i: t for t in found}
    carried = {t.carrier.i: t for t in found if t.carrier is not None and t.carrier.i not in by_token}
    into: dict[int, int] = {}
    merged = dict(by_token)
    for trigger in found:
        other = _same_attack(trigger, by_token | carried)
        if other is None or trigger.token.i in into:
            continue
        at = other.token.i
        while at in into:  # "six were killed and ten hurt in an attack": the attack goes where "hurt" went
            at = into[at]
        if at == trigger.token.i:
            continue
        keep, drop = merged[at], merged[trigger.token.i]
        if keep.token.lemma_ in _HURTS and drop.token.lemma_ in _FATAL:  # the dead come before the hurt
            keep, drop = drop, keep
        modes = tuple(dict.fromkeys((*keep.modes, *drop.modes)))
        merged[at] = replace(keep, modes=modes, also=(*keep.also, drop.token, *drop.also))
        into[trigger.token.i] = at
    return [merged[t.token.i] for t in found if t.token.i not in into]


def _same_attack(trigger: Trigger, known: dict[int, Trigger]) -> Trigger | None:
    """Return the trigger that tells of the same attack, of which this one tells the means or the outcome."""
    if trigger.type != "ASSAULT":
        return None
    for other in _linked(trigger.token):
        found = known.get(other.i)
        if found is not None and found.type == "ASSAULT" and found.token.i != trigger.token.i:
            outcome = {trigger.token.lemma_, found.token.lemma_} & _OUTCOMES
            if outcome and _alike(trigger.reader, found.reader):
                return found
    return None


def _alike(one: Reader, other: Reader) -> bool:
    return (one.polarity, one.modality) == (other.polarity, other.modality)


def _shares_object(verb: Token, head: Token) -> bool:
    """Whether two coordinated verbs have one object, or one subject that suffers both; or tell two tolls."""
    objects = [sum(c.dep_ in {"dobj", "obj", "nsubjpass"} for c in v.children) for v in (verb, head)]
    return 0 in objects or _two_tolls(verb, head)


def _two_tolls(verb: Token, head: Token) -> bool:
    """Whether two verbs of harm tell what one attack did: "killed nine and wounded twenty".

    Not so where each has a doer, a place or a time of its own.
    """
    if not {verb.lemma_, head.lemma_} <= TOLLS or verb.lemma_ == head.lemma_:
        return False
    if any(c.dep_ == "nsubj" for c in verb.children) and not _elided(verb):
        return False
    own = [any(c.dep_ in {"prep", "npadvmod", "advcl", "agent"} for c in v.children) for v in (verb, head)]
    return not all(own)


def _elided(verb: Token) -> bool:
    """Whether a participle shares the auxiliary before it: "were killed and 90 others injured"."""
    helped = any(c.dep_ in {"aux", "auxpass", "dobj"} for c in verb.children)
    return verb.tag_ in {"VBN", "VBD"} and not helped and any(c.dep_ == "auxpass" for c in verb.head.children)


def _linked(token: Token) -> list[Token]:
    """Words to which `token` is bound as means or outcome of one attack."""
    head = token.head
    if token.dep_ in {"nsubj", "pobj", "agent"} and token.pos_ in {"NOUN", "PROPN", "VERB"}:
        if token.dep_ == "nsubj":
            return [head]
        if head.lower_ in _LINKS:
            return [head.head]
    if token.dep_ == "advcl" and token.pos_ == "VERB" and head.pos_ == "VERB":
        return [] if _at_another_time(token) else [head]
    if token.dep_ == "conj" and token.pos_ == "VERB" and head.pos_ == "VERB":
        return [head] if _shares_object(token, head) else []  # "killed or wounded fifty"
    if token.dep_ in {"acl", "relcl"} and token.pos_ == "VERB":
        counted = head.pos_ == "NUM" or any(c.dep_ == "nummod" for c in head.children)
        reduced = counted and head.dep_ == "conj"  # "six were killed and ten injured"
        return [head.head] if reduced else [head, *_told_of(token, head)]
    return []


def _at_another_time(clause: Token) -> bool:
    """Whether a clause tells what was before, after or why: "struck after gunmen had killed seven"."""
    return any(c.dep_ == "mark" and c.lower_ in _APART for c in clause.children)


#: What leads to a clause that tells of another deed.
_APART = frozenset({"after", "before", "since", "until", "because", "although", "though", "unless", "if"})


def _told_of(clause: Token, noun: Token) -> list[Token]:
    """The verb whose deed a clause about one of its nouns goes on with.

    "The bomb, detonated at noon, wounded two"; "set off two bombs in the market, which killed one".
    """
    if clause.dep_ == "acl":
        return [noun.head] if noun.dep_ == "nsubj" else []
    which = any(c.lower_ == "which" and c.dep_ == "nsubj" for c in clause.children)
    if not which or clause.left_edge.i == 0 or clause.nbor(clause.left_edge.i - clause.i - 1).lower_ != ",":
        return []
    return [t for t in noun.ancestors if t.pos_ == "VERB"][:1]
