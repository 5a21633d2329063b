"""States that a verb tells: "leads the TTP", "is backed by Iran", "based in Khost", "holding three men"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.clauses import lemma_of
from jirga.coding.drafts import RelationDraft
from jirga.coding.reaching import sides_brought
from jirga.coding.standing import CAPTIVITY, VERBS, Frame
from jirga.coding.standing_parties import (
    is_body,
    is_captive,
    is_party,
    is_person,
    is_plainly_captive,
    passes,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_TELLING = frozenset(VERBS) | {"keep", "use"}
#: Where one leads others once.
_AWAY = frozenset({"out", "away", "off", "back"})


def by_verb(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """Yield the states that a verb tells of its subject and object, or of what hangs on it."""
    if verb.lemma_.lower() not in _TELLING and lemma_of(verb) not in _TELLING:
        return
    if not _is_verb(verb) or (verb.dep_ == "amod" and verb.i < verb.head.i):
        return
    yield from _each_other(analysis, verb)
    yield from _shields(analysis, verb)
    if verb.lemma_.lower() == "keep" and _captivity(verb):
        yield from _held(analysis, verb)
    for frame in VERBS.get(lemma_of(verb), ()):
        if not frame.lasting or lasts(verb):
            yield from _by_frame(analysis, verb, frame)


def _is_verb(token: Token) -> bool:
    """Whether a token is a verb, or stands as one though tagged a noun ("the Taliban shelter X")."""
    if token.pos_ in {"VERB", "AUX", "ADJ"}:
        return True
    return token.pos_ == "NOUN" and {"nsubj", "dobj"} <= {c.dep_ for c in token.children}


def _by_frame(analysis: Analysis, verb: Token, frame: Frame) -> Iterator[RelationDraft]:
    kind = frame.relation
    if kind == "holds" and _otherwise(verb):
        return
    if kind == "leads" and not lasts(verb) and verb.dep_ != "relcl" and _for_once(verb):
        return
    if kind == "banned_by" and any(name == "from" for name, _ in syntax.prepositions(verb)):
        return  # from doing something: no ban of the body itself
    second = _second(analysis, verb, frame)
    if not second and not (frame.open and _may_lack_second(verb, kind)):
        return
    first = tuple(t for t in _fill(verb, frame.actor) if t not in second)
    first = tuple(t for t in first if is_party(analysis, t) or kind in {"holds", "leads", "controls"})
    if not first:
        if not (frame.open and kind == "holds" and syntax.is_passive(verb)):
            return
        second = tuple(t for t in second if is_plainly_captive(analysis, t))
        if not second:
            return
    if kind == "shelters" and not any(is_body(analysis, t) for t in (*first, *second)):
        return  # nuns who shelter a family: aid, no state between two parties
    if frame.relation == "leads" and not any(is_party(analysis, t) or t.pos_ == "NOUN" for t in first):
        return
    if kind == "member_of" and is_body(analysis, first[0]):
        kind = "part_of"
    yield RelationDraft(kind, first, second, verb, granted_or(verb))


def _may_lack_second(verb: Token, kind: str) -> bool:
    if kind == "banned_by":
        return syntax.is_passive(verb)
    return kind == "mediates_between" and verb.tag_ in {"VBZ", "VBP", "VBG"}


def _for_once(verb: Token) -> bool:
    """ "led a team of doctors to Goma", "led the guests out": a journey, no standing lead."""
    if any(c.dep_ in {"prt", "advmod"} and c.lower_ in _AWAY for c in verb.children):
        return True
    if any(name == "out_of" for name, _ in syntax.prepositions(verb)):
        return True
    return any(t.lemma_.lower() in {"team", "delegation", "mission"} for t in syntax.objects(verb))


def _otherwise(verb: Token) -> bool:
    """ "held them by the wrist", "people held to be beyond talking to", "school was held", "held that"."""
    if any(c.dep_ in {"xcomp", "ccomp", "oprd"} and syntax.is_infinitive(c) for c in verb.children):
        return True
    if any(t.lower_ == "that" and t.dep_ == "mark" and t.i > verb.i for t in verb.subtree):
        return True
    names = {name for name, _ in syntax.prepositions(verb)}
    return "to" in names if syntax.is_passive(verb) else "by" in names  # "held to standards"


def _second(analysis: Analysis, verb: Token, frame: Frame) -> tuple[Token, ...]:
    things = _fill(verb, frame.recipient)
    if frame.test == "people":  # "soldiers of the corps, whom it had held": the soldiers
        things = [
            t.head.head
            if t.dep_ == "pobj" and t.head.lower_ == "of" and verb.head == t and not is_captive(analysis, t)
            else t
            for t in things
        ]
    found = [passes(analysis, t, frame.test) for t in things]
    if frame.relation == "leads" and syntax.is_passive(verb):
        found += [t for t in things if t.tag_ == "NNS" and t not in found and is_person(analysis, t)]
    if frame.relation == "supports":  # "supports their efforts": them
        found += [o for t in things if t.lemma_ in _CAUSES for o in syntax.possessors(t)]
    kept = tuple(t for t in found if t is not None)
    if frame.relation == "holds" and frame.test == "ground" and syntax.is_passive(verb):
        return kept if syntax.subjects(verb) else ()  # a school, a meeting "was held"
    return kept


def _fill(verb: Token, slots: tuple[str, ...]) -> list[Token]:
    if "subj" in slots:
        named = [one for t in syntax.subjects(verb) for one in (t, *syntax.beside(t))]
        return [_whose(t, verb) for t in named]
    if "obj" in slots:
        there = verb.dep_ == "relcl" and any(c.lower_ in {"where", "when"} for c in verb.children)
        found = syntax.objects(verb)
        return [_of_whom(t, verb) or t for t in found if not (there and t == verb.head)]
    if "between" in slots and (sides := sides_brought(verb)):
        return sides
    return [t for name, t in syntax.prepositions(verb) if name in slots]


def _whose(token: Token, verb: Token) -> Token:
    """Whoever a relative clause is about: "Eritrea, whose army fights", "the men, most of whom belong"."""
    relative = any(c.tag_ == "WP$" for c in token.children)
    if relative and verb.dep_ == "relcl":
        return verb.head
    return _of_whom(token, verb) or token


def _of_whom(token: Token, verb: Token) -> Token | None:
    """Of whom a relative clause counts some: "6,000 fighters, most of whom are based in Kunar"."""
    of = (c for p in token.children if p.lower_ == "of" for c in p.children)
    return verb.head if verb.dep_ == "relcl" and any(c.lower_ in {"whom", "which"} for c in of) else None


def granted_or(verb: Token) -> Token | None:
    """Return the verb whose clause is read, None where a participle after a noun takes it for granted."""
    return None if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN" else verb


def lasts(verb: Token) -> bool:
    """Whether a verb's form tells a standing state: present, progressive, perfect, a participle, or a length.

    The simple past may be one deed ("fought on Monday"); "for five years" and "since 2014" make it a state.
    """
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "continue":
        return True  # what one goes on with stands
    if verb.tag_ in {"VBZ", "VBP"} or verb.dep_ in {"acl", "amod"} or _laid_to(verb):
        return True
    if any(c.dep_ in {"aux", "auxpass"} and c.lower_ in _STATES for c in verb.children):
        return True
    phrases = (t for name, t in syntax.prepositions(verb) if name in {"for", "since", "from"})
    return any(t.lower_ in _LENGTHS or t.ent_type_ == "DATE" for t in phrases)


def _laid_to(verb: Token) -> bool:
    """Whether it is what somebody is accused of or denies: "denies backing them"; arming them is a deed."""
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.lemma_ not in _STANDING:
        return False
    return verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "xcomp"} and over.lemma_ in _CHARGING


#: What one supports of those whose it is.
_CAUSES = frozenset({"effort", "fight", "struggle", "cause", "campaign", "offensive", "war", "operation"})
#: Verbs of support and war whose gerund tells a state.
_STANDING = frozenset({"back", "support", "sponsor", "fight", "finance", "fund", "bankroll"})
_CHARGING = frozenset({"accuse", "suspect", "blame", "deny", "stop", "admit"})
_STATES = frozenset({"is", "are", "has", "have", "'s", "’s", "'ve", "been", "being", "had", "does", "do"})
_ELSEWHERE = frozenset({"out", "off", "away", "up", "down", "from", "to"})
_LENGTHS = frozenset({"years", "decades", "months", "weeks", "decade", "generation"})


def _captivity(verb: Token) -> bool:
    """Whether "keep" tells of captivity: "kept in a cell", "keeps them captive", not "kept out"."""
    if any(c.lower_ in _ELSEWHERE for c in verb.children):
        return False
    return bool({t.lower_ for t in verb.subtree} & CAPTIVITY) or syntax.is_passive(verb)


def _held(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "keeps them prisoner", "has been kept in Welikada"."""
    whom = tuple(t for t in syntax.objects(verb) if is_captive(analysis, t))
    if whom:
        yield RelationDraft("holds", tuple(syntax.subjects(verb)), whom, verb, verb)


def _each_other(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "had fought each other for years"."""
    each = any(c.dep_ == "dobj" and c.lower_ == "other" for c in verb.children)
    sides = syntax.subjects(verb) if each else []
    if len(sides) == 1:  # a relative clause on the last, or the first, of two names
        only = sides[0]
        sides = [only.head, only] if only.dep_ == "conj" else syntax.with_conjuncts(only)
    sides = [t for t in sides if is_party(analysis, t)]
    if verb.lemma_ in {"fight", "battle"} and len(sides) > 1:
        yield RelationDraft("fights", (sides[0],), tuple(sides[1:]), verb, verb)


def _shields(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "is using a hundred more as shields"."""
    as_shields = any(t.lower_ == "shields" for name, t in syntax.prepositions(verb) if name == "as")
    if verb.lemma_ == "use" and as_shields:
        yield from _held(analysis, verb)
