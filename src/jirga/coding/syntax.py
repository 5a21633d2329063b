"""Who does what in a parse: subjects, objects and prepositions of a verb or noun, through the constructions
that hide them (passives, relative clauses, control, coordination, participles).

Works on spaCy's English labels (ClearNLP style). Every function is pure and returns tokens of one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding.garden_paths import is_finite
from jirga.coding.headlines import headline_passive
from jirga.coding.occurring import is_occurring
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose object is the subject of their infinitive or gerund ("urged X to leave").
OBJECT_CONTROL = word_set(
    """
    ask urge order tell force compel allow permit enable help invite instruct direct command press
    pressure push require encourage persuade convince warn advise want expect beg implore cause let
    make see hear accuse blame charge suspect convict prevent stop bar ban prohibit keep deter
    criticise criticize condemn praise thank arrest sentence send dispatch deploy lead oblige summon
    challenge authorise authorize forbid get need order prod goad coerce implicate recruit
    """
)
#: Nouns that only measure or collect what their "of" names ("ten days of talks", "thousands of Kurds").
MEASURING = word_set(
    """
    day week month hour year series wave round spate string number hundred thousand dozen ten score
    million group part lot couple majority half third quarter rest portion handful batch member
    crowd pair bulk kind form sort type act majority most many some several all each none any one
    both remainder spell bout campaign barrage volley flurry succession contingent band team
    delegation scores
    """
)
#: Participles that describe and take no agent ("extremists opposed to the truce").
_ADJECTIVAL = frozenset(
    {
        "engage",
        "involve",
        "oppose",
        "commit",
        "dedicate",
        "determine",
        "interest",
        "concern",
        "prepare",
        "ally",
    }
)
#: Verbs of blame: what follows their "of" was done by their object.
_BLAMING = frozenset({"accuse", "suspect", "convict", "acquit"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "csubjpass")
#: What tells how far off, after a comma, is nobody beside who stands before it.
_LENGTHS = frozenset({"kilometer", "kilometre", "km", "mile", "meter", "metre", "yard", "foot"})


def with_conjuncts(token: Token) -> list[Token]:
    """Return `token` and the nouns coordinated with it, in order."""
    found = [token]
    for child in token.children:
        noun = child.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
        if child.dep_ == "conj" and noun and child.lemma_ not in _LENGTHS:
            found.extend(with_conjuncts(child))
    return found + [t for one in _joined_to_the_whole(token) for t in with_conjuncts(one)]


def _joined_to_the_whole(noun: Token) -> list[Token]:
    """Return what the parse hangs on the name in "the government of Ethiopia and the Liberation Front".

    What has an article of its own, after one noun "of" a name without one, is joined to that noun.
    """
    if noun.tag_ != "NN":
        return []
    names = [n for p in noun.children if p.lower_ == "of" for n in p.children if n.pos_ == "PROPN"]
    bare = [name for name in names if not any(c.dep_ == "det" for c in name.children)]
    joined = [c for name in bare for c in name.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"}]
    return [c for c in joined if c.left_edge.lower_ == "the"]


def beside(noun: Token) -> list[Token]:
    """Return who is named beside a noun without "and": "Kenya, along with X", "Y together with Z"."""
    found: list[Token] = []
    for child in noun.children:
        with_it = child.lower_ == "with" and any(c.lower_ in {"along", "together"} for c in child.children)
        if child.dep_ == "prep" and (child.lower_ == "along" or with_it):
            within = [child, *(c for c in child.children if c.dep_ == "prep")]
            found += [t for p in within for c in p.children if c.dep_ == "pobj" for t in with_conjuncts(c)]
    return found


def is_passive(verb: Token) -> bool:
    """Return whether `verb` is a passive, finite or reduced ("the men killed by police")."""
    if verb.lemma_ in _ADJECTIVAL and _agent(verb) is None:
        return False
    if any(c.dep_ in {"auxpass", *_PASSIVE} for c in verb.children):
        return True
    if headline_passive(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in {"acl", "amod"}:
        return not is_finite(verb)
    auxiliaries = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in {"VERB", "AUX"}
        and not auxiliaries
        and not _own(verb, _SUBJECTS)
    ):
        return is_passive(verb.head)
    return (
        verb.dep_ in {"advcl", "ccomp", "xcomp", "ROOT", "oprd"}
        and not auxiliaries
        and _agent(verb) is not None
    )


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does what `verb` says: the logical subject, empty where the text leaves it out."""
    if is_passive(verb):
        agent = _agent(verb)
        return with_conjuncts(agent) if agent is not None else []
    return _surface_subjects(verb, depth)


def objects(verb: Token, depth: int = 0) -> list[Token]:
    """Return whom or what it is done to: the direct object, or the subject of a passive."""
    found: list[Token] = []
    if is_passive(verb):
        found = (verb.dep_ == "acl" and [verb.head]) or _surface_subjects(verb, depth)
    for child in verb.children:
        if child.dep_ in {"dobj", "obj"}:
            found.extend(_resolved(c) for c in with_conjuncts(child))
        elif child.dep_ == "npadvmod" and _is_bare_name(child):  # "launched Operation Sherdil in August"
            found.append(child)
        elif child.dep_ == "prt":  # the parser hangs some objects on the particle: "called off the truce"
            found.extend(c for o in child.children if o.dep_ == "pobj" for c in with_conjuncts(o))
    if not found and verb.dep_ == "relcl" and _gapped(verb):
        found = [verb.head]
    if not found and depth < 2:
        found = _shared_object(verb, depth)
    return found


def _is_bare_name(token: Token) -> bool:
    """Whether the parse takes for an adverbial a name right after a verb that has no object."""
    verb = token.head
    timely = token.ent_type_ in {"DATE", "TIME"}
    return (
        token.pos_ == "PROPN"
        and not timely
        and token.left_edge.i == verb.i + 1
        and not _own(verb, ("dobj", "obj"))
    )


def _shared_object(verb: Token, depth: int) -> list[Token]:
    """The object that coordinated verbs share: "stormed and looted the embassy"."""
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and not _own(child, _SUBJECTS)
            and not _clausal(verb)
        ):
            shared = objects(child, depth + 1)
            between = [t for t in shared if t.i > child.i]
            if between and not any(c.dep_ == "prep" for c in verb.children):
                return between
    return []


def _clausal(verb: Token) -> bool:
    return any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)


def _surface_subjects(verb: Token, depth: int) -> list[Token]:
    own = _own(verb, _SUBJECTS + _PASSIVE)
    if own:
        return [_resolved(t) for o in own for t in with_conjuncts(o)]
    deed = any(c.dep_ in {"nsubj", "csubj"} for c in verb.children)  # "shelling killed nine, they said"
    return [] if depth > 4 or deed else _inherited(verb, depth)


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        return [head] if verb.tag_ in {"VBG", "VBN"} or verb.dep_ == "relcl" else possessors(head)
    if verb.dep_ == "pcomp" and head.dep_ in {"prep", "mark", "agent"}:
        governor = head.head
        if governor.pos_ not in {"VERB", "AUX"}:
            return possessors(governor) or _hosts(governor, depth)
        return _controlled(governor, depth)
    if head.i == verb.i or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return []
    if verb.dep_ in {"xcomp", "ccomp"}:
        return _controlled(head, depth)
    if verb.dep_ in {"conj", "advcl", "dep", "oprd"}:
        return _surface_subjects(head, depth + 1)
    if verb.dep_ == "acomp":
        return _surface_subjects(head, depth + 1)
    return []


def _hosts(noun: Token, depth: int) -> list[Token]:
    """The subject of the verb that hosts a noun ("faces charges of killing …").

    Whom one accuses of it does it, also where the parse hangs "of" on them.
    """
    if noun.dep_ == "dobj" and noun.head.lemma_ in _BLAMING:
        return with_conjuncts(noun)
    if noun.dep_ in {"dobj", "obj"} and noun.head.pos_ == "VERB" and depth < 4:
        return subjects(noun.head, depth + 1)
    return []


def _controlled(governor: Token, depth: int) -> list[Token]:
    if governor.pos_ in {"ADJ", "NOUN"}:
        if governor.dep_ in {"acomp", "attr", "oprd"}:
            return _surface_subjects(governor.head, depth + 1)
        return possessors(governor)
    if governor.lemma_ in OBJECT_CONTROL:
        patients = [c for c in governor.children if c.dep_ in {"dobj", "dative", "nsubjpass"}]
        if patients:
            return [_resolved(t) for p in patients for t in with_conjuncts(p)]
    return _surface_subjects(governor, depth + 1)


def _own(verb: Token, labels: tuple[str, ...]) -> list[Token]:
    return [c for c in verb.children if c.dep_ in labels and c.pos_ != "VERB"]


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def _resolved(token: Token) -> Token:
    """Return the noun a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVE or token.tag_ not in {"WDT", "WP", "WP$", "IN"}:
        return token
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor.head
    return token


def _gapped(verb: Token) -> bool:
    """Whether a relative clause lacks its object, so that its antecedent is the object."""
    own = _own(verb, _SUBJECTS)
    return bool(own) and own[0].lower_ not in RELATIVE and not _clausal(verb)


def possessors(noun: Token) -> list[Token]:
    """Return whose `noun` is: "Pakistan's", "their"."""
    return [_resolved(t) for c in noun.children if c.dep_ == "poss" for t in with_conjuncts(c)]


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, its object) for each phrase that hangs on `token`; "out of" is `out_of`."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {
            "ADP",
            "SCONJ",
            "ADV",
            "PART",
            "VERB",
        }:
            yield from _phrase(child, child.lower_)
        elif child.dep_ in {"advmod", "prt"} and child.lower_ in _PARTICLES:  # "broke away from"
            for onward in (c for c in child.children if c.dep_ == "prep"):
                yield from _phrase(onward, onward.lower_)


#: Particles on which the parse hangs a phrase of the verb's.
_PARTICLES = frozenset({"away", "back", "off", "apart", "up", "down", "over", "forward", "together", "home"})
#: What opens a phrase with "to" that names a source or a cause, nobody to whom something is done.
_OF_A_CAUSE = frozenset({"according", "owing", "due", "thanks", "prior"})


def _phrase(preposition: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            for one in with_conjuncts(child):
                yield name, _resolved(one)
        elif child.dep_ == "pcomp":
            yield name, child
        elif child.dep_ == "prep":
            yield from _phrase(child, f"{name}_{child.lower_}")
            if name not in _OF_A_CAUSE:  # "according to medics" is not to them
                yield from _phrase(child, child.lower_)


def infinitives(token: Token) -> list[Token]:
    """Return the infinitives that complete `token`: "refused to meet", "threat to kill"."""
    labels = {"xcomp", "ccomp", "advcl", "acl", "relcl"}
    found = [c for c in token.children if c.dep_ in labels and is_infinitive(c)]
    return found + [d for c in found for d in c.children if d.dep_ == "conj" and d.tag_ == "VB"]


def is_infinitive(verb: Token) -> bool:
    """Return whether `verb` is a "to" infinitive."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def owed_clauses(token: Token) -> list[Token]:
    """Return the clauses under `token` that say what must or should be done ("said that they must leave")."""
    return [c for c in finite_complements(token) if any(_owing(a) for a in c.children)]


def _owing(auxiliary: Token) -> bool:
    return auxiliary.dep_ == "aux" and auxiliary.lower_ in {"must", "should", "ought"}


def finite_complements(token: Token) -> list[Token]:
    """Return the clauses that `token` takes as "that" clauses, with or without "that"."""
    return [c for c in token.children if c.dep_ == "ccomp" and not is_infinitive(c) and c.tag_ != "VBG"]


def measured(token: Token) -> list[Token]:
    """Return what a measuring noun measures ("thousands of Kurds" → Kurds), empty for other nouns."""
    if token.lemma_.lower() not in MEASURING and token.pos_ != "NUM":
        return []
    return [t for name, t in prepositions(token) if name == "of"]


def above_measures(noun: Token) -> Token:
    """Return the measuring noun at the top of "ten days of talks", or the noun itself."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in MEASURING:
        top = top.head.head
    return top


def first_conjunct(noun: Token) -> Token:
    """Return the first of the nouns that a noun is coordinated with, or the noun itself."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def host(noun: Token, light: frozenset[str]) -> Token | None:
    """Return the verb that carries an event noun ("launched an attack", "a raid was carried out"), if any."""
    top = first_conjunct(above_measures(noun))
    if top.dep_ in {"dobj", "obj", "nsubjpass", "attr"} and top.head.lemma_ in light:
        return top.head
    if top.dep_ == "nsubj" and top.head.pos_ == "VERB" and is_occurring(top.head):
        return top.head
    if top.dep_ == "pobj" and top.head.lower_ in {"in", "into", "on", "under"}:
        verb = top.head.head
        if verb.pos_ == "VERB" and verb.lemma_ in {
            "engage",
            "involve",
            "take",
            "participate",
            "enter",
            "go",
            "step",
        }:
            return verb
    return None
