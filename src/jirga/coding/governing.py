"""Which word gives a count its measure: the verb it belongs to, the noun over it, or the counted noun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.coding.befalling import befallen, first_of_series
from jirga.coding.clauses import is_bare_object, is_set_off, passive, under_reduced
from jirga.coding.counted import Count, is_person
from jirga.coding.headlines import headline_passive, is_signature
from jirga.coding.measures import (
    BODIES,
    COLLECTIVE,
    COUNTING_DEEDS,
    DWELLING,
    FINDING,
    HARM,
    HITTING,
    LIVES,
    OF_ADJECTIVE,
    OF_CROWDS,
    OF_DEED,
    OF_NOUN,
    OF_OBJECT,
    OF_PERSONS,
    OF_SUBJECT,
    OF_VICTIMS,
    STRENGTH,
    TAKING,
    gives_life,
    has_object,
    is_thing,
)
from jirga.coding.rivals import TOLLS
from jirga.lexicon.agents import agent

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many coordinations, "including" and "of" a search climbs through before it gives up.
CLIMB = 6
_CONDITIONS = frozenset({"critical", "serious", "stable", "fair", "grave", "guarded", "good"})
_BRINGING = frozenset({"take", "rush", "transport", "send", "airlift", "bring", "evacuate", "fly", "put"})
_HOSPITALS = frozenset({"hospital", "clinic", "infirmary"})


@dataclass(frozen=True, slots=True)
class Governed:
    """A measure, the token that gives it (None: the counted noun itself) and the first head of the series."""

    measure: str
    token: Token | None
    series: Token


def govern(count: Count) -> Governed | None:
    """Return what a count measures, None where nothing tells."""
    head = count.head
    if count.unit is not None:
        return Governed("money", None, head)
    found = _governed(count)
    if found is None or (count.single and found.measure in OF_CROWDS and count.high == 1):
        return None
    if count.definite and (found.measure not in OF_VICTIMS or found.token is None):
        return None
    if count.high == 0 and found.measure in OF_PERSONS and not _countable(head):
        return None  # "no information was released"
    if found.measure in OF_PERSONS and is_thing(head):
        return None  # buses are not killed
    if head.lemma_.lower() in BODIES and found.measure in OF_VICTIMS:
        return replace(found, measure="killed")  # "14 bodies and 30 injured"
    return found


def _picked_from(head: Token) -> bool:
    """Whether others are counted out of those: "freed 14 of the 25 hostages" frees no 25."""
    of = head.head
    return (
        (head.dep_, of.lower_) == ("pobj", "of")
        and of.head.like_num
        and any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
    )


def _countable(head: Token) -> bool:
    """Whether a noun under "no" can be one of the persons a measure counts."""
    lemma = head.lemma_.lower()
    named = is_person(lemma) or lemma in OF_NOUN or lemma in OF_SUBJECT or agent(lemma) is not None
    return head.pos_ != "NOUN" or named or lemma in {"one", "none", "nobody", "other"}


def _governed(count: Count) -> Governed | None:
    head = count.head
    beside = _beside(count)
    if beside is not None:
        return Governed(beside[0], beside[1], first_of_series(head))
    if _picked_from(head):
        return None
    deed = head.lemma_.lower() in COUNTING_DEEDS and head.pos_ == "NOUN"
    if deed and count.high != 0:
        return Governed(OF_NOUN[head.lemma_.lower()], head, first_of_series(head))
    top = head
    for _ in range(CLIMB):
        if _spared(top):
            return None
        found = _here(top, head) or _by_relative(top, head)
        if found is not None:
            return Governed(found[0], found[1], first_of_series(head))
        up = _up(top)
        if up is None:
            break
        top = up
    if (later := _set_off(head)) is not None:
        return Governed(later[0], later[1], first_of_series(head))
    own = OF_NOUN.get(head.lemma_.lower())
    if own == "attacks" and count.high == 0:
        return None  # "no attack was carried out" denies an event, it counts none
    return Governed(own, None, first_of_series(head)) if own is not None and head.pos_ == "NOUN" else None


def _beside(count: Count) -> tuple[str, Token] | None:
    """The participle or adjective right after a count: "459 killed and 478 wounded", "30 missing"."""
    head = count.head
    if head.i + 1 >= len(head.doc):
        return None
    after = head.doc[head.i + 1]
    if after.tag_ not in {"VBN", "VBD", "JJ"} or any(
        (c.dep_ == "dobj" and not is_signature(c))
        or (c.dep_ == "nsubj" and not c.is_ancestor(head) and c != head)
        for c in after.children
    ):
        return None
    measure = OF_ADJECTIVE.get(after.lower_) or (
        OF_OBJECT.get(after.lemma_.lower()) if after.pos_ == "VERB" else None
    )
    return (measure, after) if measure is not None else None


def _spared(token: Token) -> bool:
    """Whether a negation says that those counted were not befallen: "two children were not injured"."""
    verb = token.head
    return token.dep_ in {"nsubj", "nsubjpass"} and any(c.dep_ == "neg" for c in verb.children)


def _up(token: Token) -> Token | None:
    """The next phrase that shares this one's fate: a coordination's head, the total before "including"."""
    head = token.head
    if token.dep_ in {"conj", "appos", "nummod"} and head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return head
    if token.dep_ == "nsubj" and head.dep_ in {"appos", "npadvmod"} and head.pos_ == "NOUN":
        return head  # "five of them children"
    if token.dep_ == "npadvmod" and any(c.dep_ == "nsubj" and c.like_num for c in token.children):
        return _whole(head, token)  # "31 surrendered, 12 of them foreigners"
    if token.dep_ == "pobj" and head.head.pos_ == "VERB" and _along(token, head):
        return _whole(head.head, head)
    if among_them(token) and head.pos_ in {"VERB", "AUX"}:
        return _whole(head, token)
    if token.dep_ == "compound" and token.tag_ == "NNS":
        return head  # "three people police arrested": the parse takes the plural for a modifier
    if token.dep_ in {"pobj", "pcomp"} and head.dep_ == "prep" and _keeps(head):
        whole = head.head
        if whole.like_num and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children):
            return None  # "24 of the two thousand men": of these, only so many
        return whole if whole.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} or whole.lower_ == "upwards" else None
    return None


def among_them(noun: Token) -> bool:
    """Whether a count is said to be among those before it: "dozens died, among them twelve civilians"."""
    before = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "among" and c.i < noun.i)
    return any(g.lower_ in {"them", "whom", "these", "those", "which"} for c in before for g in c.children)


def _whole(verb: Token, part: Token) -> Token | None:
    """Those counted before a part: the object or subject of a fate, or the number that a toll rose to."""
    before = [c for c in verb.children if c.i < part.i]
    found = [c for c in before if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() not in TOLLS]
    found += [g for c in before if c.lower_ in {"to", "at"} for g in c.children if g.pos_ == "NUM"]
    found += [c for c in before if c.dep_ == "nsubj" and verb.lemma_.lower() in OF_SUBJECT]
    return next(iter(found), None)


def _along(token: Token, prep: Token) -> bool:
    """ "arrested with twenty others", "freed all, among them six children": the object's fate."""
    if prep.lower_ in {"including", "among"}:
        return prep.i > 0 and prep.nbor(-1).is_punct
    return prep.lower_ == "with" and token.lower_ == "others" and passive(prep.head)


def _keeps(prep: Token) -> bool:
    """Whether what stands under a preposition shares the fate of the noun before it."""
    if prep.lower_ in {"including", "among"}:
        return True
    return prep.lower_ == "of" and (prep.head.pos_ == "NUM" or prep.head.lemma_.lower() in COLLECTIVE)


def _here(token: Token, counted: Token) -> tuple[str, Token] | None:
    """The measure that the word over `token`, or a participle or adjective beside it, gives."""
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and not is_set_off(child):
            found = befallen(child, counted)
            if found:
                return found, child
        if (
            child.dep_ in {"amod", "acl", "relcl", "appos"}
            and child.i > token.i
            and not (child.dep_ == "acl" and is_set_off(child))
            and child.lower_ in OF_ADJECTIVE
        ):
            return OF_ADJECTIVE[child.lower_], child
    if token.lower_ in OF_ADJECTIVE and token.pos_ in {"ADJ", "VERB", "NOUN"}:
        return OF_ADJECTIVE[token.lower_], token
    head = token.head
    if head.pos_ in {"VERB", "AUX"}:
        return _by_verb(token, head, counted)
    if token.dep_ == "nummod" and head.lower_ in OF_ADJECTIVE:
        return OF_ADJECTIVE[head.lower_], head
    return _by_noun(token)


def _set_off(counted: Token) -> tuple[str, Token] | None:
    """What befell them by an afterthought, where their own clause counts nothing: "saw 12 men, shot by …"."""
    added = (c for c in counted.children if c.dep_ == "acl" and c.tag_ == "VBN" and is_set_off(c))
    return next(((found, c) for c in added if (found := befallen(c, counted)) is not None), None)


def _by_relative(token: Token, counted: Token) -> tuple[str, Token] | None:
    """ "two men who were shot", "12 people who had died"."""
    for clause in (c for c in token.children if c.dep_ == "relcl"):
        pronoun = next((c for c in clause.children if c.tag_ in {"WP", "WDT"}), None)
        if pronoun is not None and not _spared(pronoun):
            return _by_verb(pronoun, clause, counted)
    return None


def _by_verb(token: Token, verb: Token, counted: Token) -> tuple[str, Token] | None:
    main = under_reduced(token)
    if main is not None:
        measure = befallen(main, counted)
        return (measure, main) if measure is not None else None
    object_ = token.dep_ in {"nsubjpass", "dobj"} or (token.dep_ == "conj" and token.tag_ == "PRP")
    object_ = object_ or is_bare_object(token) or _loose_subject(token, verb)
    if object_ or (token.dep_ == "nsubj" and _bare_participle(verb)):
        found = befallen(verb, counted)
        found_here = (found, verb) if found else _small_clause(verb)
        if found_here is not None:
            return found_here
    if token.dep_ in {"nsubj", "nsubjpass", "dobj"} and _taken_to_hospital(verb):
        return ("killed" if token.lemma_.lower() in BODIES else "injured"), verb
    left = verb.lemma_.lower() in FINDING | {"leave"} and token.dep_ in {"dobj", "nsubjpass"}
    if left and (_hurt(token) or _hurt(verb)):
        return "injured", verb
    if token.dep_ in {"nsubj", "attr", "oprd"}:
        lemma = verb.lemma_.lower()
        if lemma in OF_SUBJECT:
            return OF_SUBJECT[lemma], verb
        if lemma in {"suffer", "sustain"} and (
            _hurt(verb) or has_object(verb, HARM)
        ):  # also "is suffering from"
            return "injured", verb
        if gives_life(verb):
            return "killed", verb
        if lemma in DWELLING and counted.lemma_.lower() in STRENGTH:
            return STRENGTH[counted.lemma_.lower()], verb
        if lemma == "succumb" or (lemma == "be" and _in_condition(verb)):
            return ("killed" if lemma == "succumb" else "injured"), verb
        return _small_clause(verb)
    return None


def _loose_subject(token: Token, verb: Token) -> bool:
    """ "between 50 and 60 people, most of them students, were killed": the parse leaves it hanging."""
    return token.dep_ == "dep" and token.i < verb.i and passive(verb) and token.tag_ == "NNS"


def _in_condition(word: Token) -> bool:
    """ "is in critical condition", "were in hospital"; of a noun "a man in critical condition"."""
    under = (g for c in word.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children)
    return any(
        g.lemma_.lower() == "hospital"
        or (g.lemma_.lower() == "condition" and any(m.lower_ in _CONDITIONS for m in g.children))
        for g in under
    )


def _hurt(word: Token) -> bool:
    """Whether a noun or the verb over it has wounds: "a man with a gunshot wound", "left in hospital"."""
    holders = [c for c in word.children if (c.dep_, c.lower_) in {("prep", "with"), ("prep", "from")}]
    holders += [g for c in word.children if c.lemma_.lower() in {"suffer", "bleed"} for g in c.children]
    return _in_condition(word) or any(
        g.dep_ == "pobj" and g.lemma_.lower() in HARM for c in holders for g in c.children
    )


def _taken_to_hospital(verb: Token) -> bool:
    """ "rushed to hospital", "sent 12 people to the hospital", "treated for wounds"."""
    for child in (c for c in verb.children if c.dep_ == "prep"):
        goals = {g.lemma_.lower() for g in child.children if g.dep_ in {"pobj", "conj"}}
        if verb.lemma_.lower() in _BRINGING and child.lower_ in {"to", "in"} and goals & _HOSPITALS:
            return True
        if verb.lemma_.lower() == "treat" and child.lower_ == "for" and goals & HARM:
            return True
    return False


def _bare_participle(verb: Token) -> bool:
    """A headline's participle: "12 killed in blast"; with an object of its own the verb is active."""
    if verb.tag_ not in {"VBN", "VBD"} or passive(verb):
        return False
    if verb.lemma_.lower() in HITTING and any(c.lower_ == "at" and c.dep_ == "prep" for c in verb.children):
        return False  # "nobody shot at anybody"
    joined = (c for c in verb.children if c.dep_ == "conj")
    return not any(c.dep_ in {"dobj", "aux"} for c in verb.children) and not any(
        g.dep_ == "dobj" for c in joined for g in c.children
    )


def _small_clause(verb: Token) -> tuple[str, Token] | None:
    """ "left 12 people dead", "left 12 killed", "12 were injured", "30 remain missing"."""
    state = next((c for c in verb.children if c.dep_ == "oprd" and c.lemma_.lower() in OF_OBJECT), None)
    if state is not None and verb.lemma_ == "leave":
        return OF_OBJECT[state.lemma_.lower()], state
    for child in verb.children:
        if child.dep_ in {"acomp", "oprd", "attr", "advcl", "xcomp"} and child.lower_ in OF_ADJECTIVE:
            return OF_ADJECTIVE[child.lower_], child
        if child.dep_ in {"oprd", "xcomp"} and headline_passive(child):  # "five soldiers reported killed"
            return OF_OBJECT[child.lemma_.lower()], child
    if verb.lower_ in OF_ADJECTIVE:
        return OF_ADJECTIVE[verb.lower_], verb
    return None


def _by_noun(token: Token) -> tuple[str, Token] | None:
    """ "the killing of 12 men", "a death toll of 12", "the toll rose to 12"."""
    prep = token.head
    if token.dep_ != "pobj" or prep.dep_ not in {"prep", "agent"}:
        return None
    over = prep.head
    if over.head.pos_ == "VERB" and (over.pos_ == "ADV" or over.lower_ == "from"):
        over = over.head  # "revised the toll down to 84", "rose from 27 to 34"
    if over.pos_ == "NOUN" and prep.lower_ == "of" and over.lemma_.lower() in OF_DEED:
        deadly = any(c.lower_ in {"fatal", "deadly"} for c in over.children)
        return "killed" if deadly else OF_DEED[over.lemma_.lower()], over
    if over.pos_ == "NOUN" and over.lemma_.lower() == "toll" and _of_death(over):
        return "killed", over
    if over.lemma_.lower() in BODIES and prep.lower_ == "of" and over.head.lemma_.lower() in FINDING:
        return "killed", over.head
    if over.dep_ == "acl" and over.tag_ == "VBN" and prep.lower_ in {"at", "to"} and token.pos_ == "NUM":
        killed = OF_OBJECT.get(over.lemma_.lower())  # "puts the number of men killed at eight"
        if killed is not None:
            return killed, over
    if over.pos_ == "NOUN" and over.lemma_.lower() in LIVES and over.head.lemma_.lower() in TAKING:
        return "killed", over.head  # "took the lives of 14 people"
    lowered = prep.lower_ == "from" and any(c.lower_ == "to" for c in token.children)  # "from 27 to 20"
    if over.pos_ == "VERB" and (prep.lower_ in {"to", "at", "as"} or lowered):
        tolls = [c for c in over.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c.tag_ != "WDT"]
        tolls += [over.head] if over.dep_ == "relcl" else []  # "the toll, which medics put at 15"
        return next((m for c in tolls if (m := _toll(c)) is not None), None)
    return None


def _toll(noun: Token) -> tuple[str, Token] | None:
    """What a toll counts and the word that says so: "the number of people *killed* in the raid"."""
    if noun.lemma_.lower() in TOLLS:
        of = (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
        for fate in (f for word in (noun, *of) for f in word.children if f.dep_ == "acl" and f.tag_ == "VBN"):
            measure = OF_OBJECT.get(fate.lemma_.lower())
            if measure is not None:
                return measure, fate
    found = _toll_of(noun)
    return (found, noun) if found is not None else None


def _toll_of(noun: Token) -> str | None:
    """What a toll counts: "the death toll", "the number of wounded", "the number of arrests"."""
    if noun.lemma_.lower() == "strength":
        return "fighters"
    if noun.lower_ in OF_ADJECTIVE and any(c.lower_ == "the" for c in noun.children):
        return OF_ADJECTIVE[noun.lower_]  # "put the dead at 12"
    if noun.lemma_.lower() == "toll":
        return "killed" if _of_death(noun) else None
    if noun.lemma_.lower() in OF_NOUN and not any(c.dep_ == "nummod" for c in noun.children):
        found = OF_NOUN[noun.lemma_.lower()]  # "put casualties at 40"
        return found if found in OF_VICTIMS else None
    if noun.lemma_.lower() not in TOLLS:
        return None
    counted = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    known = (OF_ADJECTIVE.get(g.lower_) or OF_NOUN.get(g.lemma_.lower()) for g in counted)
    return next((measure for measure in known if measure is not None), None)


def _of_death(toll: Token) -> bool:
    before = {c.lower_ for c in toll.children}
    return not before & {"injury", "casualty", "road", "heavy"}
