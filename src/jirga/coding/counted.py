"""What is counted: numbers tied to their noun, and nouns that count one or none ("a man", "no one")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.coding.headlines import is_signature
from jirga.coding.measures import COLLECTIVE, CURRENCIES, NO_COUNT, OF_OBJECT, OF_SUBJECT
from jirga.coding.numbers import Number, find_numbers
from jirga.coding.rivals import TOLLS
from jirga.language.analysis import text_of
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from jirga.language import Analysis

_CURRENCY = re.compile(r"(?:(?P<sign>[$€£₹¥])|\b(?P<code>Rs|PKR|USD|US\$|INR|Afs)\.?)\s?$")
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", "Rs": "rupees"}
#: What before a numeral makes it a name or a place in an order: "Section 144", "No. 7", "Phase 2".
_NAMED = re.compile(
    r"(?:\b(?:No|Nos|section|article|phase|route|unit|room|flight|resolution|battalion|brigade|chapter|page|age|"
    r"aged|highway|district|block|channel|group|sector|act|article|part|rule|number)\.?|#)\s?$",
    re.IGNORECASE,
)
#: What after one makes it an age, a calibre, a share, a clock time, a score.
_UNIT_AFTER = re.compile(
    r"^(?:-|\s)?(?:year|month|week|day|hour|minute|km|kilomet|mile|mm\b|cm\b|kg\b|ft\b|per\s?cent|percent|%|pm\b|"
    r"am\b|p\.m|a\.m|[-–](?!odd|strong)[a-z]|°|m\b)",
    re.IGNORECASE,
)
_PEOPLE = word_set(
    "person man woman child boy girl soldier policeman policewoman officer civilian militant "
    "fighter terrorist "
    "insurgent guard teacher student worker driver cleric commander journalist official "
    "lawmaker trooper constable "
    "resident passer-by passerby labourer farmer doctor nurse leader activist victim suspect "
    "rebel gunman attacker "
    "bystander teenager toddler baby infant villager tribesman paramilitary peacekeeper "
    "contractor aid foreigner "
    "engineer pilot crew member sailor marine prisoner hostage protester pedestrian father "
    "mother son daughter "
    "brother sister wife husband teen juvenile youth adult minor dad mom mum uncle aunt nephew niece cousin "
    "grandfather grandmother grandson granddaughter fiance boyfriend girlfriend roommate neighbor neighbour"
)
#: A clock time that heads an entry: "09.41 Ankara threatens".
_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d\b")
#: Nouns for all who fell, however many: "buried their dead".
_FALLEN = frozenset({"dead", "wounded", "injured", "missing"})
_OF = re.compile(r"^of (?:(?:them|whom|these|those) )?", re.IGNORECASE)
_NOBODY = word_set("nobody none")
_REFLEXIVE = word_set("himself herself")
#: Determiners under which a singular counts no one person.
_NO_ONE_OF = word_set("no any every each some what which whatever whichever either neither this that")
#: Endings of nouns for persons; those of nouns that look alike and are things.
_TRADES = (
    "er",
    "or",
    "ist",
    "ian",
    "eer",
    "man",
    "woman",
    "keeper",
    "monger",
    "maid",
    "boy",
    "girl",
    "wright",
    "smith",
)
_NO_TRADES = (
    "paper",
    "ower",
    "tter",
    "pter",
    "arter",
    "enter",
    "our",
    "oor",
    "tainer",
    "ther",
    "umber",
    "urder",
    "order",
    "aughter",
    "mputer",
)
#: The measures of those whom a headline counts without an article.
_HARMED = frozenset({"killed", "injured"})
#: Ordinals that stand for one more person: "two were killed and a third wounded".
_ONE_MORE = word_set("second third fourth fifth sixth")
#: The highest number between commas after a person's name that can be an age.
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Count:
    """A number tied to what it counts: `head` is the noun or, where none stands, the numeral itself.

    `single` is a count that no numeral states ("a nurse", "nobody", "both"), `definite` one of somebody known
    ("the driver", "her son", "himself"): a count only of those who were hurt, killed or taken.
    """

    head: Token
    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    of: str | None
    unit: str | None = None
    single: bool = False
    definite: bool = False


def counts(analysis: Analysis) -> tuple[Count, ...]:
    """Return what a document counts, in order; numbers that count nothing (ages, dates, names) left out."""
    text = analysis.document.text
    found = [c for number in find_numbers(text) for c in _of_number(analysis, number)]
    taken = {i for c in found for i in range(c.start, c.end)}
    found += [c for c in _singles(analysis.doc) if not taken.intersection(range(c.start, c.end))]
    return tuple(sorted(found, key=lambda c: c.start))


def _of_number(analysis: Analysis, number: Number) -> Iterator[Count]:
    text = analysis.document.text
    money = _CURRENCY.search(text, max(0, number.numeral - 6), number.numeral)
    span = analysis.doc.char_span(number.numeral, number.end, alignment_mode="expand")
    if span is None:
        return
    if money is not None:
        sign = money["sign"] or money["code"]
        start = min(number.start, money.start())
        yield Count(
            span.root,
            start,
            number.end,
            number.low,
            number.high,
            number.approximate,
            None,
            _SIGNS.get(sign, sign),
        )
        return
    if _UNIT_AFTER.match(text[number.end : number.end + 12]) or _NAMED.search(text[: number.numeral][-14:]):
        return
    head = _counted(_numeral(span), span.start)
    if (head.tag_ == "NN" and _year(number)) or _is_age(span, head, number) or _is_weight(head):
        return
    if text.startswith((" after another", " after the other"), number.end):
        return
    if _CLOCK.match(text, number.numeral) and head.sent.start_char == number.start:
        return
    if head.lemma_.lower() in NO_COUNT or _is_date(analysis, number, bare=head.pos_ == "NUM"):
        return
    yield _count(text, number, head)


def _numeral(span: Span) -> Token:
    """The last word of a numeral, "odd" left out: "ninety-odd"."""
    words = [t for t in span if t.lower_ not in {"odd", "-", "more", "or", "so"}]
    return words[-1] if words else span[-1]


def _is_age(span: Span, head: Token, number: Number) -> bool:
    """Whether a bare number stands beside a name: "Scott Dayton, 42, of Woodbridge", "Dayton (42)"."""
    bare = head in span and number.low == number.high and (number.low or 0.0) < OLDEST
    if not bare or span.start < 2 or span.end >= len(span.doc):
        return False
    before, name, after = span.doc[span.start - 1], span.doc[span.start - 2], span.doc[span.end]
    named = name.pos_ == "PROPN" and name.ent_type_ not in {"GPE", "LOC", "DATE", "TIME", "FAC"}
    if before.text == "(":
        return named and after.text == ")"
    return named and before.text == "," and (after.is_punct or after.dep_ in {"cc", "prep"})


def _is_weight(noun: Token) -> bool:
    """ "330 pounds of explosives" is no money."""
    return noun.lemma_.lower() == "pound" and any(c.lower_ == "of" for c in noun.children)


def _count(text: str, number: Number, head: Token) -> Count:
    unit = head.lemma_.lower() if head.lemma_.lower() in CURRENCIES else None
    noun = head.idx >= number.end
    end = head.idx + len(head) if noun and head.idx - number.end < 60 else number.end
    of = _OF.sub("", " ".join(text[number.end : end].split())).strip() if noun else ""
    return Count(head, number.start, end, number.low, number.high, number.approximate, of or None, unit)


def _counted(numeral: Token, first: int) -> Token:
    """The noun that a numeral counts: its head, or what follows "of" ("dozens of people"), else itself."""
    token = numeral.head if numeral.dep_ == "conj" and numeral.head.pos_ == "NUM" else numeral
    while (
        token.dep_ in {"nummod", "quantmod", "compound", "amod", "nmod", "advmod"} and token.head.i > token.i
    ):
        token = token.head
        modifies = token.dep_ in {"compound", "nmod", "quantmod"} and token.lower_ != "people"
        if token.pos_ in {"NOUN", "PROPN"} and not modifies:
            return token
    if token is not numeral and token.pos_ in {"NOUN", "PROPN"}:
        return token
    for own in numeral.doc[first : numeral.i + 1]:
        for child in own.children:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == numeral.i + 1:
                thing = next((c for c in child.children if c.dep_ == "pobj"), None)
                if thing is not None and thing.pos_ in {"NOUN", "PROPN"} and not _definite(thing):
                    return thing
    return numeral


def _definite(noun: Token) -> bool:
    """Whether "of" picks from a known whole: "two of the men"; then the numeral is what is counted."""
    return any(
        (c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"}) or c.dep_ == "nummod"
        for c in (*noun.children, *(g for c in noun.children if c.dep_ == "compound" for g in c.children))
    )


def _year(number: Number) -> bool:
    """Whether four digits are more likely a year than a count ("the 2014 attack")."""
    low = number.low or 0.0
    return low == number.high and 1800 <= low <= 2100 and number.end - number.numeral == 4


def _is_date(analysis: Analysis, number: Number, *, bare: bool) -> bool:
    """Whether a number stands in a date or clock time; a bare one in any time expression."""
    before = analysis.document.text[max(0, number.start - 7) : number.start].lower().split()
    if _year(number) and (bare or before[-1:] in (["in"], ["since"], ["during"])):
        return True
    kinds = {"date", "time"} | ({"duration", "set"} if bare else set())
    return any(t.start <= number.numeral < t.end and t.kind in kinds for t in analysis.times)


def _singles(doc: Doc) -> Iterator[Count]:
    """One of a kind ("a policeman", "another soldier") and nobody ("no one", "no civilians")."""
    for token in doc:
        if token.pos_ == "NOUN" and token.tag_ == "NN" and is_person(token.lemma_.lower()):
            article = next((c for c in token.children if c.dep_ in {"det", "poss"}), None)
            if article is not None and article.lower_ in {"a", "an", "another"}:
                yield _single(doc, article, token, 1.0)
            elif article is not None and article.lower_ not in _NO_ONE_OF:
                first = doc[article.left_edge.i]
                yield replace(_single(doc, first, token, 1.0), definite=True)
            elif article is None and _is_bare_victim(token):
                yield _bare(doc, token)
        elif token.tag_ == "NNP" and is_person(token.lower_) and _is_bare_victim(token):
            yield _bare(doc, token)  # "Civilian killed in raid": the first word, taken for a name
        elif token.lower_ in _REFLEXIVE and token.dep_ in {"dobj", "conj"}:
            yield Count(token, token.idx, token.idx + len(token), 1.0, 1.0, False, None, None, True, True)
        elif token.lower_ == "both" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            yield Count(token, token.idx, token.idx + len(token), 2.0, 2.0, False, None, None, True, True)
        elif token.tag_ == "NNS" and any(
            c.lower_ == "both" and c.dep_ in {"det", "predet"} for c in token.children
        ):
            first = next(c for c in token.children if c.lower_ == "both")
            yield replace(_single(doc, first, token, 2.0), definite=True)
        elif _is_one_more(token):
            first = next((c for c in token.children if c.dep_ == "det"), token)
            yield Count(token, first.idx, token.idx + len(token), 1.0, 1.0, False, None, None, True)
        elif token.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ == "no" for c in token.children):
            article = next(c for c in token.children if c.lower_ == "no")
            yield _single(doc, article, token, 0.0)
        elif token.lower_ in _NOBODY or (
            token.lower_ == "one" and token.i > 0 and doc[token.i - 1].lower_ == "no"
        ):
            first = doc[token.i - 1] if token.lower_ == "one" else token
            yield Count(token, first.idx, token.idx + len(token), 0.0, 0.0, False, None, None, True)


def _is_bare_victim(noun: Token) -> bool:
    """Whether a headline's noun without an article is one hurt or killed ("Soldier killed in raid")."""
    if any(c.dep_ in {"nummod", "predet", "conj", "cc"} or c.pos_ == "NUM" for c in noun.children):
        return False
    dies = noun.head.pos_ == "VERB" and OF_SUBJECT.get(noun.head.lemma_.lower()) == "killed"
    if dies and noun.dep_ == "nsubj" and noun.head.i == noun.i + 1:
        return True  # "Soldier dies in ambush"
    if noun.dep_ == "dobj" and noun.head.tag_ in {"VBZ", "VBP", "VBG"}:
        return OF_OBJECT.get(noun.head.lemma_.lower()) in _HARMED
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if (
        after is None
        or after.tag_ not in {"VBN", "VBD"}
        or any(c.dep_ == "dobj" and not is_signature(c) for c in after.children)
    ):
        return False
    return OF_OBJECT.get(after.lemma_.lower()) in _HARMED and (after.head == noun or noun.head == after)


def _bare(doc: Doc, noun: Token) -> Count:
    start, end = doc[noun.left_edge.i].idx, noun.idx + len(noun)
    of = " ".join(text_of(doc)[start:end].split())
    return Count(noun, start, end, 1.0, 1.0, False, of, None, True)


def is_person(noun: str) -> bool:
    """Whether a noun names one human being."""
    found = agent(noun)
    if noun in TOLLS | COLLECTIVE | _FALLEN:
        return False
    return noun in _PEOPLE or (found.kind == "person" if found is not None else _by_trade(noun))


def _by_trade(noun: str) -> bool:
    """Whether an unknown noun is built like the name of a doer or a trade ("surveyor", "joiner")."""
    return len(noun) > 4 and noun.endswith(_TRADES) and not noun.endswith(_NO_TRADES)


def _is_one_more(token: Token) -> bool:
    """Whether a word stands for one more person: "and injuring another", "and a third wounded"."""
    if token.dep_ not in {"dobj", "nsubj", "nsubjpass", "npadvmod"}:
        return False
    article = any(c.dep_ == "det" and c.lower_ == "a" for c in token.children)
    return (token.lower_ == "another" and token.pos_ in {"PRON", "DET"}) or (
        token.lower_ in _ONE_MORE and article and token.tag_ in {"NN", "JJ"}
    )


def _single(doc: Doc, article: Token, noun: Token, amount: float) -> Count:
    of = " ".join(doc[article.i + 1 : noun.i + 1].text.split())
    return Count(noun, article.idx, noun.idx + len(noun), amount, amount, False, of, None, True)
