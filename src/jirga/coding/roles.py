"""Who did it and to whom: actor and recipient of an event, from where its word's frame holds them.

A slot's filler that is itself no actor gives way to the actor it belongs to ("Serbia's suppression of …",
"calls by Belarus's rulers", "an Australian ultimatum").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.coding import reaching, syntax
from jirga.coding.headlines import is_signature
from jirga.coding.machines import is_machine
from jirga.coding.measures import LIVES, gives_life
from jirga.coding.metonyms import as_governments
from jirga.coding.nations import by_origin, of_nation
from jirga.coding.slots import (
    DONE_TO,
    GOES,
    MESSAGES,
    MUTUAL_LEMMAS,
    POSSESSIVES,
    RECIPIENT_SLOTS,
    SLOTS_OF_TYPE,
    adjectives_after,
    after_a_place_word,
    came_under,
    clause_subjects,
    companions,
    deeds_around,
    distinct,
    doers_after,
    doers_beside,
    engaged_in,
    gives_name,
    holders,
    is_account,
    is_force,
    is_named_operation,
    may_be,
    owned_by_doer,
    owner_by_verb,
    participant_of,
    phrase,
    reached,
    second_tolls,
    topics,
    undertaken_by,
)
from jirga.coding.tolls import only_counts
from jirga.language.belonging import is_from_elsewhere
from jirga.lexicon.entities import entities
from jirga.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger
    from jirga.language import Analysis, Mention

#: Types whose effect on a place is on whoever is there ("lifted a curfew in Montenegro").
_IN_PLACE = frozenset({"COERCE", "CONCEDE", "MOBILIZE", "AID", "ACCUSE"})
#: Nouns whose "of" names the doer ("the withdrawal of troops"), by type or by mode.
_OF_IS_ACTOR = frozenset({"PROTEST", "MOBILIZE", "THREATEN", "AGREE", "CONSULT"})
_OF_IS_ACTOR_MODES = frozenset({"withdraw", "resign", "disarm"})
#: Prepositions of place.
_WHERE = frozenset({"in", "at", "near", "around", "from", "into", "over", "on"})
OF_A_STATE = frozenset({"MIL", "COP", "SPY", "GOV"})
_ARMED = frozenset({"MIL", "REB", "COP", "GOV", "SPY", "UAF", "PRM", "IMG"})
#: Verbs whose subject suffers it.
_SUFFERED = frozenset({"die", "perish"})
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
_ACTS = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE", "ACCUSE", "SUPPORT"})
_NO_ACTOR_NOUNS = frozenset({"it", "there", "this", "that", "which", "what", "one"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The participants of one event."""

    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()


class RoleFinder:
    """Finds the participants of triggers over one document's analysis."""

    def __init__(
        self, analysis: Analysis, people: frozenset[str], counted: frozenset[int] = frozenset()
    ) -> None:
        """Keep the analysis; `people` are nouns that name persons though the lexicon lacks them.

        `counted` are the tokens of which a figure of persons is told: whoever is killed is somebody.
        """
        self.analysis = analysis
        self.people = people
        self.counted = counted

    def roles(self, trigger: Trigger) -> Roles:
        """Return actor and recipient of one trigger, each participant once and none in both."""
        found = self._roles(trigger)
        return Roles(
            as_governments(found.actor, trigger.type, recipient=False),
            as_governments(found.recipient, trigger.type, recipient=True),
        )

    def _roles(self, trigger: Trigger) -> Roles:
        actor = self._first(self._actor_slots(trigger))
        recipient = self._recipients(trigger, actor)
        if trigger.token.lemma_ == "flee":
            return self._driven_out(trigger)
        if trigger.token.lemma_ == "fall":  # "the city fell to the rebels"
            takers = [t for name, t in syntax.prepositions(trigger.token) if name == "to"]
            lost = self._first([syntax.subjects(trigger.token)])
            return Roles(distinct(self._first([takers])), distinct(lost))
        if (under := came_under(trigger) or reaching.received(trigger)) is not None:
            return Roles(*(distinct(self._first([slot])) for slot in under))
        if trigger.token.lemma_ in _SUFFERED or gives_life(trigger.token):
            return Roles((), distinct(self._first([syntax.subjects(trigger.token)])))
        if trigger.type == "COOPERATE" and trigger.token.lemma_ in {"extradite", "hand"}:
            takers = [t for name, t in syntax.prepositions(trigger.token) if name == "to"]
            return Roles(distinct(actor), distinct(self._first([takers, syntax.objects(trigger.token)])))
        if trigger.type == "CONSULT" and (hosts := distinct(self._first([reaching.go_betweens(trigger)]))):
            met = self._first([reaching.between(trigger)]) or [*actor, *recipient]
            return Roles(distinct(p for p in met if p not in hosts), hosts)
        if self._reciprocal(trigger, recipient):
            return Roles(distinct([*actor, *recipient]))
        taken = {p.mention for p in actor}
        doers = {p.entity for p in actor if p.entity}
        others = (p for p in distinct(recipient) if p.mention not in taken and p.entity not in doers)
        return Roles(distinct(actor), tuple(others))

    def _driven_out(self, trigger: Trigger) -> Roles:
        """Who flees is the recipient; who drives them out, where named and no place, the actor (PLOVER 2)."""
        sources = [t for name, t in syntax.prepositions(trigger.token) if name == "from"]
        sources += [c for c in trigger.token.children if c.dep_ == "dobj"]
        drivers = [t for t in sources if (m := self.analysis.mention_at(t.i)) and m.kind != "place"]
        return Roles(
            distinct(self._first([drivers])), distinct(self._first([syntax.subjects(trigger.token)]))
        )

    def participants(self, token: Token, depth: int = 2) -> list[Participant]:
        """Return the participants a slot's filler stands for: itself, or those it belongs to."""
        if is_signature(token) or is_account(token):
            return []
        if is_named_operation(token) and token.dep_ in {"dobj", "pobj", "nsubjpass", "npadvmod"}:
            return []
        for inner in syntax.measured(token) if depth else []:
            if found := self.participants(inner, depth - 1):
                return found
        own = self._own(token)
        if own is not None:
            return self._split(own, token)
        if depth == 0 or token.pos_ in {"VERB", "AUX"}:
            return []
        for holder in holders(token):
            owners = [t for t in holder if not gives_name(self.analysis, t)]
            found = [p for t in owners for p in self.participants(t, depth - 1)]
            if found:
                return found
        return []

    def _split(self, own: Participant, noun: Token) -> list[Participant]:
        """Return one participant a nation where one noun serves several ("French and Egyptian warships")."""
        before = (c for c in noun.children if c.dep_ in {"amod", "nmod", "compound"} and c.i < noun.i)
        first = next((c for c in before if adjectives_after(c)), None)
        if first is None:
            return by_origin(self.analysis, own, noun)
        nations = [self._by_adjective(t) for t in (first, *adjectives_after(first))]
        found = [n for n in nations if n is not None]
        if len(found) < 2:
            return [own]
        if own.entity is not None and own.country not in {n.country for n in found}:
            return [own]
        return [of_nation(nation, own, noun) for nation in found]

    def _own(self, token: Token) -> Participant | None:
        mention = self.analysis.mention_at(token.i)
        text = self.analysis.document.text
        # "Near Tolm, two strikes hit …": the parse makes the place a subject
        placed = token.dep_ == "nsubj" and token.pos_ == "PROPN" and after_a_place_word(token)
        if placed or only_counts(token) or is_machine(token) or token.lemma_ in LIVES:
            return None
        if mention is None and token.lower_ == "we" and token.dep_ == "nsubj":
            span = Span.of(text, token.idx, token.idx + len(token))
            return Participant(token.text, span, country=self.analysis.country_at(token.i))
        if mention is not None and (mention.head == token.i or mention.kind == "name"):
            if mention.kind == "pronoun" and mention.antecedent is None:
                return self._said_of_itself(token, mention)
            return participant_of(text, mention)
        if token.pos_ in {"ADJ", "PROPN"} and token.dep_ in {"amod", "nmod", "compound"}:
            return self._by_adjective(token)
        if token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass"} and mention is None:
            start, end = phrase(token)  # a name that neither lexicon nor tagger knows
            return Participant(text[start:end], Span.of(text, start, end))
        named = token.lemma_.lower() in self.people or token.i in self.counted
        number = token.pos_ == "NUM" and token.ent_type_ not in {"DATE", "TIME", "MONEY"}
        if number or (named and token.pos_ in {"NOUN", "PROPN"}):
            return self.unnamed(token)
        return None

    def unnamed(self, token: Token) -> Participant:
        """Return whoever a noun stands for of whom nothing is known but what its modifiers tell."""
        start, end = phrase(token)
        text = self.analysis.document.text
        stranger = is_from_elsewhere(self.analysis.doc[token.left_edge.i : token.i + 1])
        country = self._country(token) or (None if stranger else self.analysis.country_at(token.i))
        return Participant(text[start:end], Span.of(text, start, end), country=country)

    def _said_of_itself(self, token: Token, mention: Mention) -> Participant | None:
        """Who an unresolved pronoun is: the one speaking of itself ("NATO said it would …"), or open."""
        span = Span.of(self.analysis.document.text, mention.start, mention.end)
        verb = token.head
        if token.dep_ in {"nsubj", "nsubjpass"} and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
            for speaker in syntax.subjects(verb.head):
                found = self._own(speaker) if speaker.i != token.i and speaker.pos_ != "PRON" else None
                if found is not None and may_be(token.lower_, speaker):
                    return replace(found, mention=span)
        if token.lower_ in _NO_ACTOR_NOUNS:
            return None
        return Participant(mention.name, span, country=mention.country, sector=mention.sector)

    def _by_adjective(self, token: Token) -> Participant | None:
        """The state that an adjective stands for ("Israeli raids"), which is no mention of its own."""
        found = [m for m in entities().find(token.text) if m.form == "adjective"]
        if not found or found[0].start != 0 or found[0].end != len(token.text):
            return None
        state = entities().standing(found[0].ids[0])
        span = Span.of(self.analysis.document.text, token.idx, token.idx + len(token))
        return Participant(state.name, span, state.id, state.country, state.sector, wikidata=state.wikidata)

    def _country(self, token: Token) -> str | None:
        """The country that a modifier or place lends a bare noun ("children in Peshawar")."""
        lenders = [c for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod"}]
        lenders += [t for name, t in syntax.prepositions(token) if name in {"in", "from", "of"}]
        mentions = (self.analysis.mention_at(t.i) for t in lenders)
        return next((m.country for m in mentions if m is not None and m.country), None)

    def _first(self, slots: Iterable[Iterable[Token]]) -> list[Participant]:
        for tokens in slots:
            found = [p for t in tokens for p in self.participants(t)]
            if found:
                return found
        return []

    def _actor_slots(self, trigger: Trigger) -> Iterator[list[Token]]:
        token = trigger.token
        if trigger.pos == "v":
            doers = [*syntax.subjects(token), *reaching.fellows(token)]
            yield [t for t in doers if not is_force(t)]
            for deed in filter(is_force, doers):  # "an attack on a convoy killed two": the convoy did not
                yield [t for name, t in syntax.prepositions(deed) if name in {"by", "from"}]
                yield from self._owners(deed, trigger)
            yield [t for name, t in syntax.prepositions(token) if name == "by" and syntax.is_passive(token)]
            for word in (w for w in trigger.also if w.pos_ == "NOUN"):  # "a coalition air strike killed two"
                yield from self._owners(word, trigger)
            yield undertaken_by(token)
            yield from doers_beside(trigger)
            yield from self._around(trigger)
            return
        phrases = list(syntax.prepositions(token))
        yield from doers_after(token)
        yield reaching.came_from(token)
        carried = syntax.subjects(trigger.carrier) if trigger.carrier is not None else engaged_in(token)
        yield [t for t in carried if t.i != token.i]
        for word in (token, *(w for w in trigger.also if w.pos_ == "NOUN")):
            yield from self._owners(word, trigger)
        if self._of_is_actor(trigger):
            yield [t for name, t in phrases if name == "of"]
        yield [t for name, t in phrases if name == "among"]
        yield reaching.crowd(token) if trigger.type == "PROTEST" else []
        if trigger.type in _ACTS:
            yield owner_by_verb(token)
        yield from doers_beside(trigger)

    def _around(self, trigger: Trigger) -> Iterator[list[Token]]:
        """Whose the attacks are "in which ten buses were burned"; soldiers killed in an army raid aside."""
        hit = {own.sector for t in syntax.objects(trigger.token) if (own := self._own(t)) is not None}
        hit |= OF_A_STATE if hit & OF_A_STATE else set()
        for deed in deeds_around(trigger.token):
            by = [t for name, t in syntax.prepositions(deed) if name == "by"]
            for some in (by, *self._owners(deed, trigger)):
                yield [t for t in some if (own := self._own(t)) is None or own.sector not in hit]

    def _owners(self, noun: Token, trigger: Trigger) -> Iterator[list[Token]]:
        """Whose a deed's noun is by possessor or modifier ("Israel's raid", "a coalition air strike")."""
        if not self._possessed_is_done_to(trigger):
            yield syntax.possessors(noun)
        modifiers = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}]
        yield [c for c in modifiers if self._acts(c, trigger)]

    @staticmethod
    def _possessed_is_done_to(trigger: Trigger) -> bool:
        """Whether "his" in "his arrest" is whom it was done to; in "his killing of the guard" he did it."""
        if trigger.token.lemma_.lower() not in DONE_TO:
            return False
        return not any(name == "of" for name, _ in syntax.prepositions(trigger.token))

    def _acts(self, modifier: Token, trigger: Trigger) -> bool:
        """Whether a modifier names who did it: "Israeli raids", "TTP attacks", but not "embassy bombing"."""
        own = self._own(modifier)
        if own is None:
            return False
        mention = self.analysis.mention_at(modifier.i)
        if trigger.type != "ASSAULT" or mention is None or modifier.dep_ == "amod":
            return True
        return mention.kind != "place" and (own.sector in _ARMED or mention.entity_kind == "state")

    @staticmethod
    def _moves_its_own(trigger: Trigger) -> bool:
        """Whether the object is what the actor moves: troops sent or withdrawn, guns laid down."""
        return trigger.type == "MOBILIZE" or bool(set(trigger.modes) & {"withdraw", "disarm"})

    @staticmethod
    def _of_is_actor(trigger: Trigger) -> bool:
        return trigger.type in _OF_IS_ACTOR or bool(set(trigger.modes) & _OF_IS_ACTOR_MODES)

    def _recipients(self, trigger: Trigger, actor: list[Participant]) -> list[Participant]:
        taken = {p.mention for p in actor}
        doers = {p.entity for p in actor if p.entity and trigger.type not in _RECIPROCAL}
        spare: list[Participant] = []
        for tokens in self._recipient_slots(trigger):
            kept = [t for t in tokens if not owned_by_doer(t) and not self._only_where(t)]
            depth = 0 if trigger.type == "CONSULT" and trigger.pos == "v" and topics(trigger, kept) else 2
            found = [p for t in kept for p in self.participants(t, depth) if p.mention not in taken]
            if any(p.entity not in doers for p in found):
                beside = [*second_tolls(trigger), *companions(trigger)]
                others = [p for t in beside for p in self.participants(t, 1)]
                return [*found, *(p for p in others if p.mention not in taken)]
            spare = spare or [
                p
                for t in tokens
                if not self._only_where(t)
                for p in self.participants(t)
                if p.mention not in taken
            ]
        return [p for p in spare if p.mention.quote.casefold() not in POSSESSIVES]

    def _only_where(self, token: Token) -> bool:
        """Whether a name only tells where it happened: "deployed at Adré", "surrendered guns at Konculj".

        A country is one to deal with wherever it stands ("lifted the sanctions in Montenegro").
        """
        mention = self.analysis.mention_at(token.i)
        first = token
        while first.dep_ == "conj":  # "in Tolm and Varn"
            first = first.head
        if first.dep_ != "pobj" or mention is None or mention.kind != "place" or mention.head != token.i:
            return False
        onward = first.head.lower_ == "to" and first.head.head.lemma_ in GOES
        return (onward or first.head.lower_ in _WHERE) and mention.entity_kind == "place"

    def _recipient_slots(self, trigger: Trigger) -> Iterator[list[Token]]:
        for token in filter(None, (trigger.token, trigger.carrier, *trigger.also)):
            yield from self._slots_of(token, trigger)
        if trigger.type in _ACTS or trigger.type == "PROTEST":
            for token in filter(None, (trigger.token, trigger.carrier)):
                yield from reaching.complements(token)
            yield from reaching.further(trigger)
        if trigger.type in _IN_PLACE:
            for token in filter(None, (trigger.token, trigger.carrier)):
                spots = [t for name, t in reached(token) if name in {"in", "at", "near", "around"}]
                blamed = trigger.type == "ACCUSE"  # "condemned the attacks in Kenya" blames nobody there
                of_deeds = {c.i for o in syntax.objects(token) for c in o.subtree} if blamed else set()
                yield [t for t in spots if t.lemma_.lower() not in MESSAGES and t.i not in of_deeds]

    def _slots_of(self, token: Token, trigger: Trigger) -> Iterator[list[Token]]:
        phrases = list(reached(token))
        is_verb = token.pos_ in {"VERB", "AUX"}
        if token is trigger.token and self._possessed_is_done_to(trigger):
            yield syntax.possessors(token)
        if is_verb and not self._moves_its_own(trigger):
            yield syntax.objects(token)
            yield [c for c in token.children if c.dep_ == "dative"]
            if trigger.type in _ACTS:
                yield clause_subjects(token)
        for slot in SLOTS_OF_TYPE.get(trigger.type, RECIPIENT_SLOTS):
            if slot == "of" and not is_verb and token is trigger.token and self._of_is_actor(trigger):
                continue
            yield [t for name, t in phrases if name == slot]
        if not is_verb and trigger.type == "ASSAULT":
            yield [c for c in token.children if c.dep_ in {"compound", "amod"} and c.lemma_ in self.people]

    def _reciprocal(self, trigger: Trigger, others: list[Participant]) -> bool:
        """Whether all parties did it together: talks, and deeds "with" or "between" them."""
        if trigger.type in _RECIPROCAL:
            rung = trigger.pos == "v" and "phone" in trigger.modes and bool(syntax.objects(trigger.token))
            return "visit" not in trigger.modes and not rung  # "rang the general": one calls, one is called
        if trigger.token.lemma_.lower() not in MUTUAL_LEMMAS:
            return False
        phrases = [*reached(trigger.token)]
        if trigger.carrier is not None:
            phrases += syntax.prepositions(trigger.carrier)
        mentions = {p.mention for p in others}
        joint = [t for name, t in phrases if name in {"with", "between", "among"}]
        return any(p.mention in mentions for t in joint for p in self.participants(t))
