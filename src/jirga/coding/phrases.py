"""What a reporting verb takes that is no clause: an infinitive, an object, a gerund, a phrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jirga.coding.claims import UTTERING, gives_content
from jirga.coding.clauses import SEEMING, lemma_of, object_of, passive, subject_of
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that give a thing a name or a judgement; without one they are other words ("called a meeting").
_NAMING = word_set("call dub brand label term")
#: Verbs whose object, or a passive's subject, is whom a charge is laid against.
_CHARGING = word_set("accuse charge")


def _infinitive(verb: Token) -> set[int]:
    if lemma_of(verb) in SEEMING:
        return _seeming(verb)
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and any(c.tag_ == "TO" for c in child.children):
            return _subtree(child) - _finite_beside(child) | _object_before(verb, child)
    return set()


def _finite_beside(infinitive: Token) -> set[int]:
    """A finite verb that the parse joins to an infinitive: "urged Oman to mediate and condemned the raid"."""
    found = (c for c in infinitive.children if c.dep_ == "conj" and c.tag_ in {"VBD", "VBZ"})
    return {
        i for c in found if not any(g.dep_ in {"nsubj", "nsubjpass"} for g in c.children) for i in _subtree(c)
    }


def _seeming(verb: Token) -> set[int]:
    """What seems to be so, with whom it is said of: "the talks seem to have failed", "he seemed tired"."""
    held = next(
        (c for c in verb.children if c.dep_ in {"xcomp", "acomp", "oprd", "ccomp"} and c.i > verb.i), None
    )
    return _subtree(held).union(*(_subtree(c) for c in verb.children if c.dep_ == "nsubj")) if held else set()


def _object_before(verb: Token, child: Token) -> set[int]:
    """The person urged, who is the subject of what is urged."""
    target = object_of(verb)
    return _subtree(target) if target is not None and target.i < child.i and not passive(verb) else set()


def _object(verb: Token) -> set[int]:
    if passive(verb):
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if subject is None or not (subject_of(verb) is not None or _is_reported(verb)):
            return set()
        more = (c for c in verb.children if c.dep_ in {"oprd", "acomp", "advcl"} and c.i > verb.i)
        return _subtree(subject).union(*(_subtree(c) for c in more if _is_reported(verb) and c.tag_ != "VBD"))
    target = object_of(verb)
    named = [c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i]
    if target is None and len(named) > 1:
        return {i for c in named for i in _subtree(c)}  # "called Khan a liar", with no object in the parse
    if target is None or target.lower_ == "nothing" or _summons(verb, target):
        return set()
    if verb.lemma_ in UTTERING and gives_content(target):
        return set()  # "expressed support for it": verb and noun are one cue
    leads = {"for", "as", "to"} if verb.lemma_ in {"compare", "liken"} else {"for", "as"}
    complements = (c for c in verb.children if c.i > target.i and (c.dep_ == "oprd" or c.lower_ in leads))
    return _subtree(target).union(*(_subtree(c) for c in complements))


def _is_reported(verb: Token) -> bool:
    """Whether a passive says that something happened, by nobody's name: "clashes were reported in Aru"."""
    named = any(c.dep_ == "agent" for c in verb.children)
    return verb.lemma_ == "report" and not named and any(c.dep_ == "auxpass" for c in verb.children)


def _summons(verb: Token, target: Token) -> bool:
    """Whether a verb of naming has nothing but its object, and so names nothing: "called a meeting"."""
    if verb.lemma_ not in _NAMING or _of_antecedent(verb):
        return False
    more = [
        c for c in verb.children if c.i > target.i and c.dep_ not in {"punct", "prep", "advcl", "npadvmod"}
    ]
    return not more and not any(t.is_quote or t.dep_ == "appos" for t in target.subtree)


def _of_antecedent(verb: Token) -> bool:
    """Whether a relative clause names what it hangs on: "a plan that the minister called a farce"."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return verb.dep_ == "relcl" and own is not None and own.tag_ not in {"WDT", "WP"}


def _as(verb: Token) -> set[int]:
    """ "X as Y" with what is so called: "described the raid as a mistake"; also "quoted him as saying"."""
    target = object_of(verb)
    for child in (*verb.children, *(target.children if target is not None else ())):
        if child.dep_ == "prep" and child.lower_ == "as":
            return _subtree(child) | (_subtree(target) if target is not None else set())
    return set()


def _gerund(verb: Token) -> set[int]:
    """ "described being beaten", "denied having fired"."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "pcomp"} and child.i > verb.i:
            first = child if child.tag_ == "VBG" else next(child.children, child)
            if first.tag_ == "VBG" and not _comma_between(verb, first):
                return _subtree(child)
    return set()


def _comma_between(verb: Token, other: Token) -> bool:
    """Whether a comma stands between a verb and what follows it."""
    return any(t.is_punct for t in verb.doc[verb.i + 1 : other.i])


def _named(verb: Token) -> set[int]:
    """What a thing is called where the thing itself is "what": "what she called a rout"."""
    if not any(c.dep_ == "dobj" and c.tag_ == "WP" and c.i < verb.i for c in verb.children):
        return set()
    return {i for c in verb.children if c.dep_ == "oprd" and c.i > verb.i for i in _subtree(c)}


def by_preposition(word: str) -> Callable[[Token], set[int]]:
    """Return what finds the tokens under this preposition after a verb: "called for talks"."""

    def find(verb: Token) -> set[int]:
        target = object_of(verb) if verb.lemma_ in _CHARGING else None
        for child in (*verb.children, *(target.children if target is not None else ())):
            if child.dep_ == "prep" and child.lower_ == word:
                rest = _subtree(child) - {child.i} - _added(child)
                if verb.lemma_ in _CHARGING:
                    rest |= _object(verb) | _passive_subject(verb)
                return rest | _following_infinitive(verb, child)
            if child.dep_ == "prt" and child.lower_ == word:
                return _object(verb) | _following_infinitive(verb, child)
        return set()

    return find


#: How the content of each frame but a clause and a preposition is found.
PHRASES: dict[str, Callable[[Token], set[int]]] = {
    "to": _infinitive,
    "obj": _object,
    "as": _as,
    "ing": _gerund,
    "name": _named,
    "toward": by_preposition("to"),
}


def _added(prep: Token) -> set[int]:
    """What the author adds on somebody named: "hinted at the Red Front, which bombed the mosque"."""
    named = (c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN")
    clauses = (c for name in named for c in name.children if c.dep_ == "relcl")
    return {i for c in clauses if c.left_edge.nbor(-1).text == "," for i in _subtree(c)}


def _passive_subject(verb: Token) -> set[int]:
    return {t.i for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree}


def _following_infinitive(verb: Token, prep: Token) -> set[int]:
    """ "called on X to do": the infinitive belongs to the content."""
    for child in verb.children:
        if (
            child.i > prep.i
            and child.dep_ in {"xcomp", "advcl"}
            and any(c.tag_ == "TO" for c in child.children)
        ):
            return _subtree(child)
    return set()


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
