"""Reports that close their sentence: "…, the spokesman told reporters", "…, stressed the spokesman".

The parse often joins such a verb to the clause before it, or hangs its source on that clause's last noun;
words and commas still show who says what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.quotes import SURE_CLOSERS
from jirga.lexicon.cues import Cue, verb_cues, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs after which comes whom they speak to.
_SPOKEN_TO = word_set("tell inform assure remind warn")
#: Parts of speech of which a source's phrase is made, and the prepositions and joining words within it.
_OF_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
_WITHIN = word_set("of for in from at and with - . ' ’ (")
#: Words between a source and its verb.
_BEFORE_VERB = word_set("later also has have had then however meanwhile separately earlier")
#: Prepositions after the verb that lead to what is said, asked or spoken of.
_OF_CONTENT = word_set("for of about against into over as with out up")
#: What a noun is to the noun after it in one phrase.
_BEFORE_NOUN = frozenset({"compound", "poss", "nmod", "amod", "nummod", "npadvmod", "conj", "appos"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAYING = frozenset({"VBD", "VBZ", "VBP"})
#: What may be called a thing that somebody is said to have done.
CHARGES = word_set("allegation accusation charge claim report account assertion suggestion rumour rumor")
#: How long a source's phrase, and what may follow the verb, are at most, in tokens.
_LONGEST_SOURCE, _LONGEST_TAIL, _LONGEST_INSERTED = 12, 16, 9
#: Words that lead to when or upon what something was said.
_WHEN = word_set("after before following")
_STOPS = frozenset(".;,!?")
#: With these a sentence's first part is no statement: "Asked about the raid, the minister said".
_SUBORDINATE = word_set("when while as after before if although though because since asked speaking replying")


def closing_report(verb: Token) -> tuple[Token, set[int]] | None:
    """Return the source and the content of a verb of saying that closes its sentence; None for any other."""
    if disputed_name(verb) is not None or saying(verb) is None:
        return None
    if any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children):
        return None  # "guns had begun to shell it"
    start, end = _bounds(verb)
    comma, source = _source_before(verb, start)
    after: set[int] = set()
    if source is None:
        comma, source = _source_after(verb, start, end)
    elif not _idle_tail(verb, end):
        last = _next_comma(verb, end)
        if last is None or not _idle_tail(verb, last):
            return None
        after = _goes_on(verb, last, end)
    content = _content(verb, start, comma)
    return (source, content | after) if source is not None and content else None


def saying(token: Token) -> Cue | None:
    """Return the reading of a finite verb of saying; None for any other word.

    Also of one that the parse took for its clause's last noun: "one mother sighs."
    """
    lemmas: tuple[str, ...] = ()
    if token.tag_ in _SAYING or _mistagged(token):
        lemmas = (token.lemma_.lower(),)
    elif _ends_as_noun(token):
        word = token.lower_
        lemmas = tuple(word.removesuffix(end) for end in ("s", "es", "d", "ed") if word.endswith(end))
        lemmas += (word,) if token.i and token.nbor(-1).tag_ in {"NNS", "NNPS", "NNP"} else ()
    found = (one for lemma in lemmas for one in verb_cues(lemma))
    return next((one for one in found if "that" in one.frames or "quote" in one.frames), None)


def _mistagged(token: Token) -> bool:
    """Whether a participle right behind a noun is a past tense: "the plane fell, a guard related"."""
    if token.tag_ != "VBN" or token.i < 2:
        return False
    bare = not any(c.dep_ in {"aux", "auxpass", "agent"} for c in token.children)
    before = token.nbor(-2) if token.nbor(-1).text == "," else token.nbor(-1)
    return bare and (before.ent_type_ == "PERSON" or (before.i == token.i - 1 and _named(before)))


def _ends_as_noun(token: Token) -> bool:
    """Whether a noun that is no name's ends its clause, where a verb could stand."""
    noun = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and not token.ent_type_)
    return noun and token.i + 1 < len(token.doc) and token.nbor(1).text in _STOPS


def _next_comma(verb: Token, end: int) -> int | None:
    """The comma that closes a report set into its sentence: "the truce, officials said, holds"."""
    commas = (t.i for t in verb.doc[verb.i + 1 : min(end, verb.i + _LONGEST_INSERTED)] if t.text == ",")
    return next(commas, None)


def _goes_on(verb: Token, comma: int, end: int) -> set[int]:
    """What stands after an inserted report, where it is no clause set beside what was said."""
    rest = [t for t in verb.doc[comma + 1 : end] if not t.is_space]
    beside = {"CCONJ", "SCONJ"}
    if not rest or rest[0].pos_ in beside or rest[0].lower_ in _SUBORDINATE or rest[0].tag_ == "VBG":
        return set()
    return {t.i for t in rest if not (t == rest[-1] and t.is_punct)}


def disputed_name(verb: Token) -> Token | None:
    """Return what a sentence's last words call the rest, which some dispute: ", a charge Kabul denies"."""
    noun = verb.head if verb.dep_ == "relcl" else next((c for c in verb.lefts if c.dep_ == "dobj"), None)
    if noun is None or noun.i >= verb.i or noun.lemma_.lower() not in CHARGES:
        return None
    indefinite = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
    set_off = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).is_punct
    return noun if indefinite and set_off else None


def inverted_source(verb: Token) -> Token | None:
    """Return who speaks right after a verb that follows its quote, where the parse has them as its object."""
    follows = verb.i > 0 and (verb.nbor(-1).is_punct or verb.nbor(-1).is_quote)
    if not follows or verb.lemma_.lower() in _SPOKEN_TO:
        return None
    after = next((c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd"} and c.i > verb.i), None)
    beside = after is not None and after.left_edge.i == verb.i + 1 and _named(after)
    return after if beside else None


def _bounds(verb: Token) -> tuple[int, int]:
    """The first token of the verb's sentence, or of its part after a semicolon, and the one past its last."""
    start, end = verb.sent.start, verb.sent.end
    for token in verb.sent:
        if token.text == ";" or (token.is_space and "\n\n" in token.text):
            start, end = (token.i + 1, end) if token.i < verb.i else (start, min(end, token.i))
    return start, end


def _source_before(verb: Token, start: int) -> tuple[int, Token | None]:
    """The comma before a source's phrase that runs up to the verb, and the head of that phrase."""
    doc, last = verb.doc, verb.i - 1
    while last > start and (doc[last].lower_ in _BEFORE_VERB or doc[last].pos_ == "ADV"):
        last -= 1
    last = _before_relative(verb, last, start)
    apposed = doc[last].text == ","  # the comma that closes "Pashtoon, a spokesman,"
    last = first = last - apposed
    while first > start and (doc[first].pos_ in _OF_PHRASE or doc[first].lower_ in _WITHIN):
        first -= 1
    if doc[first].is_space:
        first -= 1
    opens = doc[first + 1]
    if doc[first].text in SURE_CLOSERS and doc[first - 1].text in {",", "!", "?"}:
        first -= 1  # "…," he said
    elif doc[first].text != ",":
        return first, None
    if not 0 < last - first <= _LONGEST_SOURCE:
        return first, None
    if opens.pos_ == "CCONJ" or opens.lower_ == "and" or opens.tag_.startswith("W"):
        return first, None
    named = _person_before(verb, first, start)
    if named is not None and opens.tag_ == "DT":
        return named.left_edge.i - 1, named
    if apposed:
        return _office_before(verb, first, last, start)
    return first, _head([doc[i] for i in range(first + 1, last + 1)])


def _office_before(verb: Token, comma: int, last: int, start: int) -> tuple[int, Token | None]:
    """The comma before, and the head of, the office that a name follows: "…, a pupil, Amina Sadr, said"."""
    doc = verb.doc
    if not all(t.pos_ == "PROPN" or t.text in {".", "-"} for t in doc[comma + 1 : last + 1]):
        return comma, None
    first = end = comma - 1
    while first > start and doc[first].text != "," and not doc[first].is_quote:
        first -= 1
    who = next((i for i in range(first + 1, end) if doc[i].lower_ == "who"), end + 1)
    words = list(doc[first + 1 : who])
    plain = all(t.pos_ in _OF_PHRASE or t.lower_ in _WITHIN for t in words)
    if not words or not plain or len(words) > _LONGEST_SOURCE or words[0].tag_ not in {"DT", "PRP$"}:
        return comma, None
    head = _head(words)
    before = first - 1 if doc[first].is_quote else first
    return before, head if head is not None and _named(head) else None


def _before_relative(verb: Token, last: int, start: int) -> int:
    """The last token of a source's phrase, before ", who stayed unnamed," where that precedes the verb."""
    doc = verb.doc
    if doc[last].text != ",":
        return last
    for i in range(last - 1, max(start, last - _LONGEST_SOURCE), -1):
        if doc[i].lower_ == "who" and doc[i - 1].text == ",":
            return i - 2
    return last


def _person_before(verb: Token, comma: int, start: int) -> Token | None:
    """The name that "a spokesman" stands in apposition to: "…, Pashtoon, a spokesman, told"."""
    doc = verb.doc
    name = next((e for e in verb.sent.ents if e.label_ == "PERSON" and e.end == comma), None)
    if name is None or name.start - 1 <= start or doc[name.start - 1].text != ",":
        return None
    return name.root if name.root.left_edge.i >= name.start else None


def _source_after(verb: Token, start: int, end: int) -> tuple[int, Token | None]:
    """The comma right before the verb, and the head of the phrase after it that ends the sentence."""
    doc = verb.doc
    tail = [t for t in doc[verb.i + 1 : end] if not t.is_space]
    while tail and (tail[-1].is_punct or tail[-1].ent_type_ == "DATE"):
        tail.pop()
    whole = all(t.pos_ in _OF_PHRASE or t.lower_ in _WITHIN for t in tail)
    whole = whole and 0 < len(tail) <= _LONGEST_SOURCE
    if verb.i - 1 <= start or doc[verb.i - 1].text != "," or not whole:
        return verb.i - 1, None
    head = _head(tail)
    return verb.i - 1, head if head is not None and _named(head) else None


def _head(phrase: list[Token]) -> Token | None:
    """The last noun before a phrase's first preposition; None where the words are no one phrase."""
    found = None
    for token in phrase:
        if token.pos_ == "ADP" and found is not None:
            break
        if found is not None and token.tag_ in {"DT", "PRP$"}:
            return None  # two phrases: "a fact its authors repeat"
        if token.pos_ in {"NOUN", "PROPN"} or (token.pos_ == "PRON" and len(phrase) == 1):
            if found is not None and found.dep_ not in _BEFORE_NOUN:
                return None  # "a figure railway guards think too low"
            found = token
    return found


def _named(head: Token) -> bool:
    """Whether a phrase after the verb names somebody rather than what is reported."""
    from jirga.lexicon.agents import agent
    from jirga.lexicon.cues import source_kind

    lemma = head.lemma_.lower()
    return head.ent_type_ in {"PERSON", "ORG"} or source_kind(lemma) is not None or agent(lemma) is not None


def _idle_tail(verb: Token, end: int) -> bool:
    """Whether nothing after the verb could be what is said: only to whom, when, where or how."""
    tail = [t for t in verb.doc[verb.i + 1 : end] if not t.is_space]
    when = next((i for i, t in enumerate(tail) if t.lower_ in _WHEN and t.dep_ in {"mark", "prep"}), None)
    tail = tail[:when]  # "said on Monday after its staff had been there"
    if len(tail) > _LONGEST_TAIL or any(t.tag_ in _FINITE or t.is_quote or t.text == ":" for t in tail):
        return False
    if tail and tail[0].pos_ == "ADV":
        tail = tail[1:]  # "said later in Kabul"
    if not tail or tail[0].is_punct or tail[0].ent_type_ in {"DATE", "TIME"}:
        return True
    if tail[0].pos_ == "ADP":
        return tail[0].lower_ not in _OF_CONTENT
    return verb.lemma_.lower() in _SPOKEN_TO


def _content(verb: Token, start: int, comma: int) -> set[int]:
    """The tokens before the comma where they make a statement, with a verb and under no other clause."""
    words = [t for t in verb.doc[start:comma] if not t.is_space]
    hanging = words[0].tag_ == "VBG" and words[0].dep_ not in {"nsubj", "nsubjpass"} if words else True
    if len(words) < 3 or words[0].lower_ in _SUBORDINATE or hanging:
        return set()
    return {t.i for t in words} if any(t.pos_ in {"VERB", "AUX"} for t in words) else set()
