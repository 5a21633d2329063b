"""Who those counted were: "thirty of the dead were children", "22 died: 15 civilians and seven soldiers"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.coding.counted import Count, is_person
from jirga.coding.measures import OF_ADJECTIVE, OF_OBJECT, OF_VICTIMS
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns for those who were killed or hurt, by the measure that counts them.
_VICTIMS = {"dead": "killed", "fatality": "killed", "casualty": "casualties", "slain": "killed"}
_RELATIVE = frozenset({"whom", "which", "who"})
#: Determiners and numbers that make one of many: no class.
_DEFINITE = word_set("the this that these those my our your his her its their")


@dataclass(frozen=True, slots=True)
class Among:
    """A count of some of those told of: its measure, the word that gives it, what they were, of which whole.

    `of` is the class in the text's words where the count names none itself; `whole` is the phrase for all.
    """

    measure: str
    token: Token
    of: str | None
    whole: str


def among(count: Count) -> Among | None:
    """Return of whom a count tells what they were, None where it does not.

    "Thirty of the dead were children", "of the 31 killed, nine were children", "ten women were among the
    dead". A relative clause ("five of whom were women") has its whole from the noun before it: `classed`.
    """
    first = _first(count.head)
    verb = first.head
    if first.dep_ not in {"nsubj", "nsubjpass"} or verb.lemma_ != "be" or not count.low:
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    beside = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "among"]
    if beside:
        return _of_victims(beside, None)
    told = classed(count)
    if told is None:
        return None
    own = [c for c in first.children if c.dep_ == "prep" and c.lower_ == "of"]
    before = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"of", "among"} and c.i < first.i]
    return _of_victims([*own, *before], told)


def classed(count: Count) -> str | None:
    """Return the class that a copula gives to a bare number: "five of whom were *women*"."""
    verb = count.head.head
    if count.head.pos_ != "NUM" or count.head.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in {"NOUN", "PROPN"}), None)
    if noun is None or not _is_class(noun) or any(c.lower_ in _DEFINITE for c in noun.children):
        return None
    doc, end = noun.doc, noun.i + 1
    return " ".join(doc[min(noun.left_edge.i, noun.i) : end].text.split())


def apposed(count: Count) -> str | None:
    """Return the class in an apposition of "them": "46 of them *girls*"; None where none stands there."""
    noun = count.head.head
    of_them = any(g.lower_ == "them" for c in count.head.children if c.lower_ == "of" for g in c.children)
    if count.of or not of_them or count.head.dep_ != "nsubj" or noun.pos_ != "NOUN":
        return count.of
    return " ".join(
        noun.doc[next(t.i for t in count.head.subtree if t.lower_ == "them") + 1 : noun.i + 1].text.split()
    )


def whole_of_relative(count: Count) -> Token | None:
    """Return the noun whose some are counted in a relative clause: "14 *worshippers*, five of whom were"."""
    head = count.head
    verb = head.head
    under = [g.lower_ for c in head.children if c.lower_ == "of" for g in c.children]
    of_whom = not _RELATIVE.isdisjoint(under)
    return verb.head if of_whom and verb.dep_ == "relcl" and head.dep_ == "nsubj" else None


def summands(total: float, end: int, found: Sequence[Count]) -> tuple[Count, ...]:
    """Return the counts of persons behind a colon that together make a total: "22 died: 15 men and …".

    `end` is where the total's mention ends, in code points; `found` are all counts of its sentence.
    """
    colon = next((t for t in _words(found) if t.text in {":", "–", "—"} and t.idx >= end), None)
    if colon is None:
        return ()
    rest = tuple(one for one in found if one.start > colon.idx and _is_class(one.head))
    return rest if len(rest) > 1 and sum(one.low or 0.0 for one in rest) == total else ()


def _words(found: Sequence[Count]) -> Iterable[Token]:
    return found[0].head.sent if found else ()


def _first(head: Token) -> Token:
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        head = head.head
    return head


def _is_class(noun: Token) -> bool:
    known = agent(noun.lemma_.lower())
    return is_person(noun.lemma_.lower()) or (known is not None and known.kind == "person")


def _of_victims(preps: Iterable[Token], of: str | None) -> Among | None:
    """What the phrase under a preposition says of the whole: "the dead", "those killed", "the 31 wounded"."""
    for noun in (g for prep in preps for g in prep.children if g.dep_ == "pobj"):
        phrase = " ".join(noun.doc[noun.left_edge.i : noun.i + 1].text.split())
        measure = _VICTIMS.get(noun.lemma_.lower()) or OF_ADJECTIVE.get(noun.lower_)
        if measure in OF_VICTIMS and any(c.lower_ in _DEFINITE for c in noun.children):
            return Among(measure, noun, of, phrase)
        for fate in (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"):
            measure = OF_OBJECT.get(fate.lemma_.lower())
            if measure in OF_VICTIMS:
                return Among(measure, fate, of, f"{phrase} {fate.text}")
    return None
