"""Rival figures: a second number for the same happening, given by a speaker of its own.

"The raid killed 12 people, police said. Medics put the toll at 15": the 15 is the medics', counts the same
dead and adds to nothing. A number that names no measure of its own ("the opposition claims 40") has that of
the nearest figure before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding.clauses import object_of, passive
from jirga.lexicon.cues import verb_cues, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from jirga.language import Analysis

#: Nouns that stand for a number told before: "the toll", "a figure of 100".
TOLLS = word_set("toll figure number count tally total estimate")
#: Verbs that give a toll: with their object alone ("gave a toll of 36"), or with "at" and "to".
_GIVING = word_set("give report release offer provide publish cite claim announce boast trumpet")
_PUTTING = word_set("put place set estimate list revise raise lower peg")
#: Verbs with which somebody's own count is a bare number: "prosecutors list eight", "could confirm 107".
COUNTING = word_set("list count record name confirm register log document tally acknowledge admit give")
#: The same with a preposition: "speaks of thirty-one", "admits to a dozen".
_SPEAKING = {"speak": "of", "talk": "of", "admit": "to"}
#: What holds somebody's own count: "the ministry's list has 68 names", "has only 84 on his list".
_LISTS = word_set("list ledger register roll roster record tally book name")
#: Words for what befalls people that is counted.
_FATES = word_set(
    "kill die dead death perish slay injure wound hurt detain arrest hold free release abduct kidnap capture "
    "hostage missing displace flee surrender casualty victim toll lock jail imprison prisoner captive "
    "detainee martyr massacre"
)
#: What a number told alone may count without naming anything new: "the opposition claims 40 dead".
_COUNTED = word_set("person people dead death victim killing wounded injured casualty fatality name none")
#: Words beside a number that counts the dead, and how the parser hangs such a phrase on its verb.
_DEAD = word_set("dead deaths bodies fatalities casualties")
_COUNTED_AS = frozenset({"dobj", "ccomp", "attr", "oprd", "npadvmod", "advmod", "advcl"})
#: Those counted, as one puts them at a number: "put the dead at 12".
_THE_DEAD = word_set("dead wounded injured missing casualties")
#: How many sentences back a number may look for what it counts.
SENTENCES_BACK = 2
#: Verbs that give a number to somebody, and do not say it.
ASCRIBING = word_set("attribute ascribe")
#: Verbs with which a content says no more than a number: "the figure was 45".
_COPULAS = word_set("be stand exceed reach")


def own_numbers(doc: Doc) -> dict[int, tuple[int, ...]]:
    """Return by each "according" (or "by") token the number that its source gives, where it gives only that.

    "killed 12, according to police, and 15 according to medics": the 15 is all that the medics are held to.
    """
    found: dict[int, tuple[int, ...]] = {}
    for token in doc:
        if token.lower_ in {"according", "by"}:
            number = _number_before(token)
            if number is not None and _second(number):
                found[token.i] = tuple(range(_first(number).i, number.i + 1))
    return found


def _number_before(token: Token) -> Token | None:
    """The numeral, or the noun it counts, that ends right before a source phrase."""
    at = token.i - 1
    while at > token.sent.start and token.doc[at].text in {",", "(", "-", "–", "—"}:
        at -= 1
    last = token.doc[at]
    if last.ent_type_ in {"DATE", "TIME"}:
        return None  # "have died since 2001, according to official figures"
    if last.pos_ == "NUM":
        return last
    return last if any(c.dep_ == "nummod" for c in last.children) and last.pos_ == "NOUN" else None


def _first(number: Token) -> Token:
    return next((c for c in number.children if c.dep_ == "nummod"), number)


def _second(number: Token) -> bool:
    """Whether a number stands against one before it: in brackets, after "or", or after another's source."""
    doc, first = number.doc, _first(number)
    before = doc[number.sent.start : first.i]
    if not any(t.like_num for t in before):
        return False
    if before[-1].text == "(" or before[-1].lower_ == "or":
        return True
    numeral = next(t for t in reversed(before) if t.like_num)
    between = doc[numeral.i + 1 : first.i]
    return any(t.lower_ in {"according", "by"} or verb_cues(t.lemma_.lower()) for t in between)


def given_tolls(analysis: Analysis) -> Iterator[tuple[Token, set[int]]]:
    """Yield each verb that gives a toll, and the tokens of what it gives: "put [the toll at 15]"."""
    for verb in analysis.doc:
        if verb.pos_ == "VERB" and not passive(verb):
            toll = object_of(verb) or _relative(verb)
            if toll is not None and _is_toll(verb, toll):
                tokens = {t.i for t in toll.subtree} | _amount(verb)
                if any(analysis.doc[i].like_num for i in tokens):
                    yield verb, tokens


def own_counts(analysis: Analysis) -> Iterator[tuple[Token, set[int]]]:
    """Yield each verb by which somebody gives a count of his own, and the tokens of that count.

    It is a bare number, where people's fate was told before, or a number of dead: "counts eleven dead".
    """
    for verb in analysis.doc:
        if verb.pos_ in {"VERB", "AUX"} and not passive(verb):
            dead = next((c for c in verb.children if c.i > verb.i and _counts_dead(verb, c)), None)
            if dead is not None:
                tokens = {t.i for t in dead.subtree}
                yield verb, tokens | {i + 1 for i in tokens if verb.doc[i].nbor().lower_ in _DEAD}
                continue
            number = next((n for c in verb.children if c.i > verb.i and (n := _own_count(verb, c))), None)
            if number is not None and _fate_before(verb):
                yield verb, {t.i for t in number.subtree if t.i <= number.i}


def could_count(verb: Token) -> bool:
    """Whether somebody "could confirm 107": what he could count he has counted."""
    able = any(c.tag_ == "MD" and c.lower_ in {"could", "can"} for c in verb.children)
    return able and verb.lemma_.lower() in COUNTING and not any(c.dep_ == "neg" for c in verb.children)


def _counts_dead(verb: Token, child: Token) -> bool:
    """Whether what a verb of counting takes is a number of dead or wounded."""
    lemma = verb.lemma_.lower()
    if child.dep_ == "prep":
        counted = _SPEAKING.get(lemma) == child.lower_
    else:
        counted = lemma in COUNTING and child.dep_ in _COUNTED_AS
    words = [t for t in child.subtree if t.i > verb.i]
    if words and words[-1].i + 1 < len(verb.doc):
        words.append(words[-1].nbor())  # "spoke of more than twenty dead": hung on the verb
    if not counted or not any(t.like_num for t in words):
        return False
    return any(t.lower_ in _DEAD for t in words) and not any(t.pos_ == "VERB" for t in words)


def _fate_before(verb: Token) -> bool:
    """Whether people's fate is told before a number, which may count it: "nine were killed; … list 14"."""
    return any(t.lemma_.lower() in _FATES for t in verb.doc[shortly_before(verb) : verb.i])


def shortly_before(word: Token) -> int:
    """Return the number of the token with which the sentences begin that a count may look back to."""
    first: int = word.sent.start
    for _ in range(SENTENCES_BACK):
        first = word.doc[max(0, first - 1)].sent.start
    return first


def _own_count(verb: Token, child: Token) -> Token | None:
    """The number under a verb, or the noun of a list that it counts; None where it counts something new."""
    lemma = verb.lemma_.lower()
    if child.dep_ == "prep" and _SPEAKING.get(lemma) == child.lower_:
        return next((t for t in child.children if t.dep_ == "pobj" and t.pos_ == "NUM"), None)
    if child.dep_ not in {"dobj", "attr", "oprd", "npadvmod"}:
        return None
    if lemma == "have":
        listed = any(t.lemma_.lower() in _LISTS for t in verb.subtree)
        return _numeral(child) if listed else None
    none = child.lower_ == "none" and not any(
        c.dep_ == "prep" for c in child.children
    )  # not "none of its own"
    return child if lemma in COUNTING and (child.pos_ == "NUM" or none) else None


def _numeral(noun: Token) -> Token | None:
    """The number itself, or "sixty-eight names", or the seven of "the names of seven"."""
    if noun.pos_ == "NUM":
        return noun
    if noun.lemma_.lower() != "name":
        return None
    of = (t for c in noun.children if c.lower_ == "of" for t in c.children if t.pos_ == "NUM")
    return next(of, None) or (noun if any(c.dep_ == "nummod" for c in noun.children) else None)


def _relative(verb: Token) -> Token | None:
    """ "the toll, which medics put at 15": the pronoun before the verb."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() not in TOLLS:
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "WDT"), None)


def _is_toll(verb: Token, toll: Token) -> bool:
    lemma = verb.lemma_.lower()
    the_dead = toll.lower_ in _THE_DEAD and any(c.lower_ == "the" for c in toll.children)
    named = the_dead or toll.lemma_.lower() in TOLLS or toll.tag_ == "WDT" or toll.lower_ == "it"
    return named and (bool(_amount(verb)) if lemma in _PUTTING else lemma in _GIVING)


def _amount(verb: Token) -> set[int]:
    """What stands under "at" or "to", a numeral first of all."""
    below = (a for c in verb.children if c.i > verb.i for a in c.subtree if a.dep_ in {"advmod", "acl"})
    aside = [c for a in below for c in a.children]
    for child in (*verb.children, *aside):  # "killed overnight at eight": hung on the adverb
        if (
            child.dep_ == "prep"
            and child.lower_ in {"at", "to", "as"}
            and any(t.like_num for t in child.children)
        ):
            return {t.i for t in child.subtree}
    return set()


def gives_toll(verb: Token) -> bool:
    """Whether a verb gives a toll of its own ("while medics put it at 15")."""
    toll = object_of(verb) if verb.pos_ == "VERB" else None
    return toll is not None and _is_toll(verb, toll)


def told_number(verb: Token) -> set[int]:
    """Return the tokens of a bare number that is all a verb of saying has for content ("medics said 15")."""
    after = [c for c in verb.children if c.i > verb.i and not c.is_punct]
    if after and after[0].pos_ == "NUM" and after[0].dep_ in {"dobj", "npadvmod", "attr"}:
        return {t.i for t in after[0].subtree}
    return set()


def only_a_number(doc: Doc, tokens: frozenset[int]) -> bool:
    """Whether a content says nothing but a number: no noun but a toll, no verb but a copula under one."""
    words = [doc[i] for i in sorted(tokens)]
    nouns = {t.lemma_.lower() for t in words if t.pos_ in {"NOUN", "PROPN"}}
    verbs = {t.lemma_.lower() for t in words if t.pos_ in {"VERB", "AUX"}}
    stood_for = bool(nouns & TOLLS) or any(t.lower_ in {"it", "there"} for t in words)
    return nouns <= TOLLS | _COUNTED and verbs <= _COPULAS and (not verbs or stood_for)
