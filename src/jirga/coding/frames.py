"""A token's frame for the event lexicon: its slots in the lexicon's terms, each filler with its kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.clauses import lemma_of
from jirga.coding.slots import is_named_operation
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import EventLexicon, Filler, Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_MODIFYING = frozenset({"amod", "compound", "punct", "npadvmod"})
_PARTICLES = frozenset({"back", "out", "off", "away", "down", "over", "up", "apart", "in", "home"})
#: Nouns whose compound says what they are.
_SHELLS = word_set(
    """
    agreement deal pact accord effort mission process talk offer proposal plan order campaign
    operation drive bid attempt attack rule regime measure action period announcement
    """
)
#: Sectors whose members do not speak or act for an organised side of their own.
_BYSTANDERS = frozenset({"CVL", "MED", "JRN", "EDU", "UNK", "UAF", None})
#: What goes on "when", "as" or "after" somebody dies, and so killed them.
_MEANWHILE = frozenset({"when", "as", "after", "while"})
_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_ARMED = frozenset({"MIL", "COP", "REB", "PRM", "UAF"})
#: Pronouns that stand for persons though they name nobody.
_SOMEBODY = frozenset(
    {"one", "nobody", "everyone", "someone", "anyone", "all", "those", "many", "others", "who", "whom"}
)
_PERSON_KINDS = frozenset({"person", "population"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ACTOR_LABELS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
#: Sectors of those who bear arms against a state, or nobody knows for whom.
IN_ARMS = frozenset({"REB", "UAF"})


class Framer:
    """Builds frames over one document's analysis."""

    def __init__(self, analysis: Analysis, lexicon: EventLexicon) -> None:
        """Keep the analysis and the lexicon whose classes tell what kind a noun is."""
        self.analysis = analysis
        self.lexicon = lexicon
        self._people = lexicon.classes["people"] | lexicon.classes["crowd"]

    def verb(self, token: Token) -> Frame:
        """Return the frame of a verb."""
        slots: dict[str, list[Filler]] = {}
        self._fill(slots, "subj", syntax.subjects(token))
        objects = syntax.objects(token)
        self._fill(slots, "obj", objects)
        ends = [t for o in objects for name, t in syntax.prepositions(o) if name in {"of", "to"}]
        self._fill(slots, "of_obj", ends)
        self._fill(slots, "obj", [c for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP"])
        for child in token.children:  # "held hostage", "shot dead", "set free"
            if child.dep_ in {"oprd", "acomp", "attr"} or (child.dep_ == "advmod" and child.pos_ == "ADJ"):
                slots.setdefault("obj", []).append(Filler(child.lemma_.lower(), token=child.i))
        self._fill(slots, "oprd", [c for c in token.children if c.dep_ == "oprd"])
        self._phrases(slots, token)
        self._fill(slots, "adv", [c for c in token.children if c.dep_ == "advmod"])
        self._fill(slots, "to", syntax.infinitives(token))
        self._fill(slots, "doing", [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VBG"])
        self._fill(
            slots,
            "must",
            [s for c in syntax.owed_clauses(token) for s in syntax.subjects(c) or syntax.objects(c)],
        )
        slots["when"] = [f for c in token.children if (f := self._meanwhile(c)) is not None]
        particles = frozenset(c.lower_ for c in token.children if _is_particle(c))
        return self._frame(lemma_of(token), "v", slots, particles, bool(syntax.finite_complements(token)))

    def _meanwhile(self, clause: Token) -> Filler | None:
        """What went on when something befell somebody: an event if it is one of force, or the armed act."""
        marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
        if clause.dep_ != "advcl" or not marks & _MEANWHILE:
            return None
        met = self.lexicon.match(self.verb(clause))
        mentions = (self.analysis.mention_at(t.i) for t in syntax.subjects(clause))
        armed = any(m is not None and m.sector in _ARMED for m in mentions)
        force = armed or (met is not None and met.entry.type in _FORCE)
        return Filler(clause.lemma_.lower(), frozenset({"event"} if force else ()), clause.i)

    def noun(self, token: Token, lemma: str) -> Frame:
        """Return the frame of a noun; the subject is that of the verb that carries it, or its possessor."""
        slots: dict[str, list[Filler]] = {}
        for child in token.children:
            if child.dep_ in {"amod", "compound", "nmod"}:
                slots.setdefault("mod", []).extend(_modifier(child))
        self._phrases(slots, token)
        verb = syntax.host(token, self.lexicon.classes["light"])
        self._fill(
            slots, "subj", syntax.possessors(token) or (syntax.subjects(verb) if verb is not None else [])
        )
        self._fill(slots, "to", syntax.infinitives(token))
        complements = [c for c in token.children if c.dep_ in {"acl", "ccomp"} and _has_that(c)]
        return self._frame(lemma, "n", slots, frozenset(), bool(complements))

    def kinds(self, token: Token) -> frozenset[str]:
        """Return the kinds of a filler: `person`, `actor`, `rebel`, `place`, `event`, `operation`."""
        kinds = set()
        if token.lower_ in _SOMEBODY:
            kinds |= {"person", "actor"}
        if token.lemma_.lower() in self._people or (token.pos_ == "NUM" and token.ent_type_ != "DATE"):
            kinds |= {"person", "actor"}
        kinds |= self._mentioned(token)
        if token.ent_type_ in _ACTOR_LABELS:
            kinds.add("actor")
        if token.ent_type_ in {"PERSON", "NORP"} and "place" not in kinds:
            kinds.add("person")
        if token.ent_type_ in _PLACE_LABELS:
            kinds.add("place")
        if self.lexicon.knows(token.lemma_.lower(), "n") and token.pos_ == "NOUN":
            kinds.add("event")
        if is_named_operation(token):
            kinds.add("operation")
        return frozenset(kinds)

    def _mentioned(self, token: Token) -> set[str]:
        mention = self.analysis.mention_at(token.i)
        if mention is None or mention.head != token.i:
            return set()
        if mention.kind == "place":
            return {"place", "actor", "party"}
        rebel = {"rebel"} if mention.sector in IN_ARMS else set()
        if mention.kind == "pronoun":
            return rebel | ({"actor"} if token.lower_ == "it" else {"actor", "person"})
        person = mention.kind == "agent" or mention.entity_kind in _PERSON_KINDS
        return rebel | ({"actor", "person"} if person else {"actor"})

    def _phrases(self, slots: dict[str, list[Filler]], token: Token) -> None:
        for name, filler in syntax.prepositions(token):
            self._fill(slots, name, [filler])

    def _fill(self, slots: dict[str, list[Filler]], name: str, tokens: Iterable[Token]) -> None:
        for token in tokens:
            for one in (token, *syntax.measured(token), *_named_by_compound(token)):
                slots.setdefault(name, []).append(Filler(one.lemma_.lower(), self.kinds(one), one.i))

    @staticmethod
    def _frame(
        lemma: str, pos: str, slots: dict[str, list[Filler]], particles: frozenset[str], that: bool
    ) -> Frame:
        whole = {name: tuple(fillers) for name, fillers in slots.items()}
        return Frame(lemma, "v" if pos == "v" else "n", whole, particles, that)


def _is_particle(child: Token) -> bool:
    """Whether a word belongs to its verb as a particle, whatever the parser calls it ("pulled back from")."""
    if child.dep_ == "prt":
        return True
    if child.dep_ == "prep" and any(c.dep_ == "pobj" for c in child.children):
        return False
    return child.dep_ in {"advmod", "prep", "acomp"} and child.lower_ in _PARTICLES


def _named_by_compound(token: Token) -> list[Token]:
    """The noun that says what an agreement, effort or act is ("ceasefire agreement", "mediation mission")."""
    if token.lemma_.lower() not in _SHELLS:
        return []
    return [c for c in token.children if c.dep_ == "compound"]


def _modifier(child: Token) -> list[Filler]:
    """The words that modify, each before what modifies it; a table may chain hundreds of them."""
    found: list[Filler] = []
    left = [child]
    while left:
        word = left.pop()
        found += [Filler(name, token=word.i) for name in sorted({word.lemma_.lower(), word.lower_})]
        left += [c for c in reversed(list(word.children)) if c.dep_ in _MODIFYING]
    return found


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
