"""Dead and wounded who are counted without a verb of harm: whose toll it is.

"The blast left 12 people dead", "12 dead in Quetta blast" tell what the attack beside them did; "the hospital
counts eleven dead", "put the toll at 36" tell of an attack by its dead alone. These last are events of their
own where the text speaks of force shortly before: people also die of fever and floods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jirga.coding.factuality import read_noun
from jirga.coding.measures import OF_NOUN, OF_VICTIMS
from jirga.coding.rivals import TOLLS, shortly_before
from jirga.coding.triggers import Trigger
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import Meaning

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.figures import FoundFigure
    from jirga.language import Analysis

#: Words that tell of harm without a verb of it.
_FATES = word_set("dead wounded injured hurt life lives") | frozenset(
    word for word, measure in OF_NOUN.items() if measure in OF_VICTIMS
)
#: Verbs between an attack and the fate it left: "left 12 dead", "cost 300 lives".
_LEAVING = word_set("leave cost take claim cause bring result have")
#: What leads from the dead to the attack they died in.
_IN = frozenset({"in", "after", "from", "by", "during", "when", "as", "with"})
_WHEN = frozenset({"after", "when", "as", "while"})

#: What may stand beside a number between two fates.
_LINKS = word_set("with more than over about some at least people others another further")

#: Nouns that only give a number.
_NUMBERS = word_set("dozen score hundred thousand dead wounded injured")


def only_counts(word: Token) -> bool:
    """Whether a word gives how many and names nobody: "killed forty", "dozens died"; not "the two"."""
    if word.pos_ != "NUM" and word.lemma_.lower() not in _NUMBERS and word.lower_ not in _NUMBERS:
        return False
    return not any(c.dep_ in {"det", "poss", "prep", "relcl", "acl"} for c in word.children)


def tolled(found: Sequence[Trigger], figures: Sequence[FoundFigure], analysis: Analysis) -> list[Trigger]:
    """Return the triggers, each attack with the words that count its dead, and those only such words tell."""
    kept = {t.token.i: t for t in found}
    words = {word.i for t in found for word in t.words}
    made: dict[int, Trigger] = {}
    for figure in figures:
        if figure.verb is None or figure.figure.measure not in OF_VICTIMS:
            continue
        fate = analysis.doc[figure.verb]
        own = kept.get(fate.i)
        inside = own is not None and own.judge == "model" and _in_which(fate)
        second = own if inside or _is_second(fate) else None
        if not (inside or _is_fate(fate)) or (figure.verb in words and second is None):
            continue
        attack = _attack(fate, kept)
        if attack is not None and attack is not second:
            if second is not None:
                del kept[fate.i]
            kept[attack.token.i] = replace(attack, also=(*attack.also, fate))
        elif second is None and _counts(figure) and fate.i not in made and _force_before(fate, found):
            made[fate.i] = _of_its_own(fate)
        words.add(fate.i)
    _in_one_breath(kept, made, analysis)
    return sorted([*kept.values(), *made.values()], key=lambda t: t.token.i)


def _in_one_breath(kept: dict[int, Trigger], made: dict[int, Trigger], analysis: Analysis) -> None:
    """Give a fate that stands alone to the one it is told in one breath with: "17 dead and 367 wounded"."""
    doc = analysis.doc
    alone = {**made, **{at: t for at, t in kept.items() if _is_bare(t)}}
    home = {word.i: t.token.i for t in kept.values() for word in t.words if _is_fate(word)} | {
        at: at for at in made
    }
    for first, second in pairwise(sorted(home)):
        if home[first] == home[second] or not _joined(doc[first], doc[second]):
            continue
        at, into = (second, home[first]) if second in alone else (first, home[second])
        if at not in alone:
            continue
        gone = (made if at in made else kept).pop(at)
        there = made if into in made else kept
        there[into] = replace(there[into], also=(*there[into].also, *gone.words))
        home |= {word.i: into for word in gone.words}


def _is_bare(trigger: Trigger) -> bool:
    """Whether a trigger is nothing but a fate without a verb: "25 people *dead*"."""
    return not trigger.also and trigger.token.pos_ in {"ADJ", "NOUN"} and _is_fate(trigger.token)


def _joined(first: Token, second: Token) -> bool:
    """Whether nothing but a number stands between two fates: "dead and 30 wounded", "dead, with 60 hurt"."""
    between = first.doc[first.i + 1 : second.i]
    linked = any(t.pos_ == "CCONJ" or t.lower_ in {"with", ","} for t in between)
    return linked and all(
        t.pos_ in {"CCONJ", "NUM", "ADV", "DET"} or t.lower_ in _LINKS or t.text == "," for t in between
    )


def _is_fate(word: Token) -> bool:
    lemma = word.lemma_.lower()
    return lemma in _FATES or word.lower_ in _FATES or lemma in TOLLS


def _is_second(word: Token) -> bool:
    """Whether a participle is the second fate that one attack left: "left 12 dead and 30 wounded"."""
    leaving = word.head.lemma_.lower() in _LEAVING | {"stand", "rise"}
    return word.dep_ == "conj" and word.tag_ in {"VBN", "VBD"} and leaving


def _in_which(fate: Token) -> bool:
    """Whether a clause tells who died in what stands before it: "the raid, in which nine died"."""
    inside = [c for p in fate.children if p.dep_ == "prep" and p.lower_ == "in" for c in p.children]
    return fate.dep_ == "relcl" and any(c.lower_ == "which" for c in inside)


def _meant(clause: Token) -> list[Token]:
    """The nouns that "which" can stand for, the nearest first: "the raid on a school in Bannu, in which"."""
    nouns = [clause.head] if clause.dep_ == "relcl" else []
    while nouns and nouns[-1].dep_ == "pobj" and nouns[-1].head.head.pos_ in {"NOUN", "PROPN"}:
        nouns.append(nouns[-1].head.head)
    return nouns


def _counts(figure: FoundFigure) -> bool:
    return bool(figure.figure.low or figure.figure.high)


def _of_its_own(fate: Token) -> Trigger:
    meaning = Meaning.of_word(fate.lemma_.lower(), "n", "ASSAULT")
    return Trigger(fate, "n", "ASSAULT", (), meaning, read_noun(fate, None))


def _force_before(fate: Token, found: Sequence[Trigger]) -> bool:
    """Whether an attack is told of in the sentence of a toll, or shortly before it."""
    near = range(shortly_before(fate), fate.sent.end)
    return any(t.type == "ASSAULT" and t.token.i in near for t in found)


def _attack(fate: Token, known: dict[int, Trigger]) -> Trigger | None:
    """The attack in a fate's own clause: what left it, what it was suffered in, what happened as it did."""
    seen = {word.i: t for t in known.values() for word in t.words}
    for word in _beside(fate):
        found = seen.get(word.i)
        if found is not None and found.type == "ASSAULT" and found.reader.polarity == "affirmed":
            return found
    return None


def _beside(fate: Token) -> list[Token]:
    """The words that can be the attack a fate belongs to, the nearest first."""
    near: list[Token] = []
    word = fate
    while True:
        near += _under(word)
        head = word.head
        if head.i == word.i:
            return near
        if word.dep_ == "pobj" and head.lower_ not in _IN | {"of", "at", "to"}:
            return near
        if head.pos_ in {"VERB", "AUX"} and head.lemma_.lower() in _LEAVING:
            near += [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        elif head.pos_ == "VERB":  # "the toll of the bombing rose to 92 dead"
            tolls = [c for c in head.children if c.dep_ == "nsubj" and c.lemma_.lower() in TOLLS]
            near += [one for toll in tolls for one in _under(toll)]
        near.append(head)
        if word.dep_ in {"ccomp", "conj"} and head.pos_ == "VERB":
            return [*near[:-1], *(near[-1:] if word.dep_ == "conj" else [])]
        word = head


def _under(word: Token) -> list[Token]:
    """What stands under a word by a preposition or a clause of time; of a toll, the attack it is of."""
    found: list[Token] = []
    toll = word.lemma_.lower() in TOLLS
    for child in word.children:
        if child.dep_ in {"prep", "agent"} and (child.lower_ in _IN or (toll and child.lower_ == "of")):
            within = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            found += within
            found += [noun for c in within if c.lower_ == "which" for noun in _meant(word)]
        if child.dep_ == "advcl" and any(c.lower_ in _WHEN for c in child.children):
            found.append(child)
        if toll and child.dep_ in {"compound", "poss"}:
            found.append(child)
    return found
