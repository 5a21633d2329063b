"""Names that the sentence tells to be places, though gazetteer and NER do not: "the refinery at Yazgul".

A capitalised name after a preposition of place, or under a verb of what is done to towns, is a place unless
lexicon or NER know it for something else. A preposition that also leads to people ("from Kabir") tells only
under a verb of movement ("withdrew from Yazgul").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set
from jirga.lexicon.places import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Prepositions that seldom stand before anything named but a place.
_PLACING = word_set("in at near outside inside around above below opposite beyond")
#: Prepositions that lead to places and people alike.
_LEADING = word_set("from to into toward towards off of through across along")
#: Verbs after which those lead to a place.
_MOVES = word_set(
    """
    withdraw retreat pull march drive flee go come travel move return advance evacuate escape leave
    fly sail cross wave expel drive push chase retire head walk ride deploy rush transfer bring
    enter roll expel
    """
)
#: Nouns of movement, after which those lead to a place: "the visit of the envoy to Juba".
_MOVEMENTS = word_set(
    """
    visit withdrawal pullout retreat return trip journey expulsion evacuation deployment arrival
    departure flight advance march eviction exodus
    """
)
#: What joins those who move to the noun of their movement.
_OF_THOSE = frozenset({"of", "by"})
#: Verbs of what is done to towns rather than to people.
_DONE_TO = word_set(
    """
    overrun besiege shell bombard storm retake recapture strafe encircle patrol vacate pound
    blockade
    """
)
#: Verbs of what is done to towns and people alike: they tell of a place where its name is hardly anybody's.
_DONE_TO_ANY = word_set(
    "capture seize liberate control enter leave reach attack hit target invade abandon bomb raid take quit"
)
#: Nouns whose "of" leads to a place.
_OF = word_set(
    """
    people resident villager inhabitant bishop archbishop diocese mayor stronghold
    capital headquarters base enclave bastion commune
    constituency siege blockade bombing shelling bombardment capture occupation storming recapture
    fall battle city town village district province port bazaar market street outskirt suburb
    airport region area valley camp quarter neighbourhood neighborhood hamlet municipality
    settlement island harbour harbor
    """
)
#: Nouns that follow the name of a place of their kind.
_KINDS = word_set(
    """
    village town city district province region area neighbourhood neighborhood quarter suburb camp
    commune constituency governorate county township municipality island valley checkpoint crossing
    airport countryside
    """
)
#: Last words of the names of places, whatever stands before them.
_FEATURES = word_set(
    """
    governorate district province region county village mountains mountain valley river desert hills
    heights fields field farms airport airbase crossing quarter island islands lake peninsula plain
    plains coast countryside camp
    """
)
#: Last words of the names of places that are called after people.
_CALLED_AFTER = word_set("city town village district province airport island camp valley")
#: Nouns of attacks, which are "on" places as on people.
_STRIKES = word_set("attack assault raid offensive strike airstrike bombardment march advance")
#: Words that tell which part of a place is meant.
_BEARINGS = word_set(
    """
    northern southern eastern western central north south east west northeastern northwestern
    southeastern southwestern downtown rural nearby
    """
)
#: Labels of the NER that it also gives to places it does not know; what it calls a date or a number is none.
_UNSURE = frozenset({"", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "ORG", "EVENT", "GPE", "LOC", "FAC"})
#: Last words of names that are no places, however they are led up to ("at Harvard University").
_INSTITUTIONS = word_set(
    """
    university college school hospital church court parliament congress senate council committee
    commission assembly party league association institute academy company corporation inc ltd corp
    group club team union bank ministry department office agency house act treaty accord agreement
    agreements convention protocol law bill amendment times post news radio television tv magazine
    press series cup championship championships games festival award awards conference summit forum
    programme program project board authority foundation fund service services force forces army
    navy police guard front movement brigade day week month christmas easter ramadan eid islam
    christianity god facebook twitter google youtube english french arabic airlines airways society
    center centre museum library theatre theater
    """
)
#: How many tokens a name has before its last, and how many letters in all.
_LONGEST, _SHORTEST = 4, 3
#: What hangs on a common noun rather than on a place's name.
_DESCRIBED = frozenset({"det", "poss", "amod", "nummod", "relcl"})


def placed_names(doc: Doc, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches (code points) of names that a preposition of place says are places.

    `covered` are the numbers of tokens that already name something else.
    """
    for token in doc:
        if token.pos_ != "PROPN":
            continue
        first = _first(token)
        if (_is_placed(token) or _is_feature(token, first)) and _is_new(doc, first, token.i, covered):
            yield doc[first].idx, token.idx + len(token)


def names_more(doc: Doc, last: int) -> bool:
    """Whether the tokens only begin the name of a place, called after somebody: "Sadr" in "Sadr City"."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    return after is not None and after.pos_ == "PROPN" and after.lower_ in _CALLED_AFTER


def _is_feature(token: Token, first: int) -> bool:
    """Whether a name ends with a word for a feature of the land: "the Hama Governorate"."""
    return first < token.i and token.lower_ in _FEATURES


def _is_placed(token: Token) -> bool:
    """Whether a name stands where a place is named: after such a preposition, or under such a verb."""
    if token.dep_ == "compound" and token.head.i == token.i + 1:
        return token.head.lemma_ in _KINDS and token.head.pos_ == "NOUN"
    if token.dep_ in {"pobj", "conj"} and _is_between(token):
        return True
    if token.dep_ == "pobj":
        struck = token.head.lower_ == "on" and _over_those(token.head).lemma_ in _STRIKES
        return token.head.i < token.i and (_leads_to_place(token.head) or (struck and not _is_person(token)))
    if _opens_before_a_number(token):
        return True
    if token.dep_ not in {"dobj", "nsubjpass"}:
        return False
    known = token.head.lemma_ in _DONE_TO_ANY and gazetteer().find(token.text)
    return token.head.lemma_ in _DONE_TO or bool(known)


def _is_between(token: Token) -> bool:
    """Whether a name is one of two, both known for places: "between Estelí and Jinotega"."""
    first = token.head if token.dep_ == "conj" else token
    pair = [first, *(c for c in first.children if c.dep_ == "conj")]
    known = len(pair) > 1 and all(gazetteer().named(one.text) for one in pair)
    return known and first.dep_ == "pobj" and first.head.lower_ == "between"


def _over_those(prep: Token) -> Token:
    """Return what a preposition hangs on, beyond those who take part: "the strike by the army on Biri"."""
    above = prep.head
    led = above.pos_ in {"NOUN", "PROPN"} and above.head.lower_ in _OF_THOSE and above.dep_ == "pobj"
    return above.head.head if led and above.lemma_ not in _STRIKES | _MOVEMENTS else above


def _opens_before_a_number(token: Token) -> bool:
    """Whether a name stands between an opening preposition and a number: "In Kadisau fifty people …"."""
    first = token.i - 1
    if first != token.sent.start or token.doc[first].lower_ not in _PLACING or token.i + 1 >= len(token.doc):
        return False
    return token.doc[token.i + 1].tag_ in {"CD", "DT"} and token.ent_type_ in _UNSURE


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON"


def _leads_to_place(prep: Token) -> bool:
    if prep.lower_ in _PLACING:
        return True
    if prep.lower_ == "of" and prep.head.lemma_.lower() in _OF:
        return True
    above = prep.head if prep.lower_ != "of" else prep.head.head if prep.head.lower_ == "out" else prep
    above = above.head if above.dep_ in {"prt", "advmod"} else above
    moved = above.lemma_ in _MOVES or (above.dep_ == "dobj" and above.head.lemma_ in _MOVES)
    moved = moved or _over_those(prep).lemma_.lower() in _MOVEMENTS
    return prep.lower_ in _LEADING and moved


def _first(token: Token) -> int:
    """Return the number of the first token of the name that ends with `token`."""
    first = token.i
    while first and token.i - first < _LONGEST:
        step = 2 if _is_hyphened(token.doc, first) else 1
        if not _goes_on(token.doc[first - step], token):
            break
        first -= step
    return first


def _is_hyphened(doc: Doc, at: int) -> bool:
    """Whether a hyphen without spaces stands before a token: "Cuvette-Ouest"."""
    return at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_


def _goes_on(before: Token, last: Token) -> bool:
    return before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i == last.i


def _is_new(doc: Doc, first: int, last: int, covered: set[int]) -> bool:
    """Whether the tokens are a whole name, of nothing known, without words that tell it to be no place."""
    part = doc[first : last + 1]
    if covered & set(range(first, last + 1)) or part[-1].lower_ in _INSTITUTIONS:
        return False
    feature = part[-1].lower_ in _FEATURES
    if part[-1].tag_ == "NNPS" and not feature:
        return False
    if len(part.text) < _SHORTEST or part.text.isupper() or not all(map(_is_named, part)):
        return False
    if _goes_beyond(doc, last):
        return False
    told = [c for c in doc[last].children if c.dep_ in _DESCRIBED and c.lower_ not in _BEARINGS]
    return not told or (feature and all(c.lower_ == "the" for c in told))


def _is_named(token: Token) -> bool:
    capital = token.text[:1].isupper() or "-" in token.text
    return capital and token.ent_type_ in _UNSURE and not token.like_num


def _goes_beyond(doc: Doc, last: int) -> bool:
    after = doc[last + 1] if last + 1 < len(doc) else None
    return after is not None and (after.tag_ == "POS" or (after.pos_ == "PROPN" and after.ent_iob_ != "B"))
