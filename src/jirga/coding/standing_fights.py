"""Wars that stand: "the fight against ISIL", "the campaign to defeat Daesh", "support for X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.standing_parties import FELLOWS, is_body, is_party
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Nouns of a war that goes on, over "against" or "on".
WARS = word_set(
    "fight war struggle campaign battle insurgency rebellion jihad operation effort offensive mission "
    "defence defense resistance"
)
#: Of these "X's operations against Y" only in the plural; one operation is an event.
_SINGLE = word_set("operation offensive battle effort mission")
#: What one sets out to do to an enemy.
_AIMS = word_set(
    "defeat destroy degrade eliminate eradicate crush dismantle exterminate annihilate combat counter fight"
)
_EFFORTS = WARS | word_set("strategy determination resolve commitment drive push aim goal")
_HELPING = frozenset({"assist", "help", "support", "enable"})
_WILLING = word_set("commit work help assist unite join continue")
#: Of these, whoever one does it with has the same aim.
_WITH_OTHERS = word_set("work unite join")
#: What tells of a campaign without being in it.
_SPEAKING = word_set("discuss review debate assess describe condemn criticise criticize oppose mention note")
_SUPPORT = word_set("support backing assistance")
#: Blows that many of, dealt up to now, tell a war.
_BLOWS = word_set("strike airstrike raid attack assault")
_DEALING = word_set("conduct launch mount stage carry wage fly")
#: What is hit of an enemy and stands for him.
_TARGETS = word_set("target position stronghold hideout objective")
#: People who are supported as a state is, where they are named by their nation.
_PEOPLES = word_set("people nation population")
#: Nouns of help in "with the help of X", "aided by strong support from X".
_HELP = _SUPPORT | word_set("aid help")
_HELPED = word_set("aid help assist support back")
_BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
#: Phrases of whoever shares an aim, before "of".
_SIDE_BY_SIDE = frozenset({("as", "part"), ("in", "support")})
_SUPPORTING = word_set(
    "have provide give offer continue express reiterate reaffirm maintain conduct remain fly"
)


def by_fight(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """Yield who fights whom, and who supports whom, as nouns and aims tell it."""
    if token.pos_ == "NOUN" and token.lemma_ in WARS:
        yield from _war(analysis, token)
    elif token.tag_ == "NNS" and token.lemma_ in _BLOWS:
        yield from _dealt(analysis, token)
    elif token.pos_ == "VERB" and token.lemma_ in _AIMS:
        yield from _aim(analysis, token)
    if token.lemma_ in _SUPPORT and token.pos_ == "NOUN":
        yield from _support(analysis, token)
    if token.lemma_ in _HELP and token.pos_ == "NOUN" and token.dep_ == "pobj":
        yield from _with_help(analysis, token)


def _war(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    enemies = _enemies(analysis, noun)
    if not enemies or (noun.lemma_ in _SINGLE and noun.tag_ == "NN"):
        return
    holders = [t for t in _owners(analysis, noun) if t not in enemies]
    if holders:
        yield RelationDraft("fights", tuple(holders), enemies, noun)


def _dealt(analysis: Analysis, blows: Token) -> Iterator[RelationDraft]:
    """ "has launched some 8,000 strikes against X": one blow is an event, those up to now are a war."""
    verb = blows.head
    up_to_now = any(c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve"} for c in verb.children)
    if blows.dep_ != "dobj" or verb.lemma_ not in _DEALING or not up_to_now:
        return
    enemies = _enemies(analysis, blows)
    sides = tuple(t for t in syntax.subjects(verb) if is_party(analysis, t) and t not in enemies)
    if enemies and sides:
        yield RelationDraft("fights", sides, enemies, blows, verb)


def _enemies(analysis: Analysis, noun: Token) -> tuple[Token, ...]:
    """Whom it goes against: a body, or the one whose targets are named."""
    found = []
    for name, thing in syntax.prepositions(noun):
        if name not in {"against", "on"}:
            continue
        if is_body(analysis, thing):
            found.append(thing)
        elif thing.lemma_ in _TARGETS:
            found += [c for c in thing.children if c.dep_ in _BEFORE and is_body(analysis, c)]
    return tuple(found)


def _owners(analysis: Analysis, noun: Token) -> list[Token]:
    """Whose war it is: possessor, modifier, "by X", or who is in it ("X in the fight against Y")."""
    found = [t for t in syntax.possessors(noun) if t.pos_ != "PRON"]
    found += [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and is_body(analysis, c)]
    found += [t for name, t in syntax.prepositions(noun) if name in {"by", "between"}]
    if not found and noun.dep_ == "pobj" and noun.head.lower_ in {"in", "to"}:
        found = [t for t in _engaged(noun.head.head) if is_party(analysis, t)]
    if not found and noun.dep_ == "dobj" and noun.head.lemma_ not in _SPEAKING:
        found += syntax.subjects(noun.head)
    return [t for t in found or _pronouns(analysis, noun) if is_party(analysis, t)]


def _engaged(over: Token) -> list[Token]:
    """Who is in a war, by the word that it hangs on; of "support for X and Y in their fight", X and Y."""
    if over.pos_ not in {"NOUN", "PROPN"}:
        return syntax.objects(over)
    first = syntax.first_conjunct(over)
    if first.lemma_ in _SUPPORT:
        return [t for name, t in syntax.prepositions(first) if name in {"for", "of", "to"}]
    return syntax.with_conjuncts(first)


def _pronouns(analysis: Analysis, noun: Token) -> list[Token]:
    """Whose it is by a pronoun: the subject of its clause, where one is told ("The UK in its support")."""
    own = syntax.possessors(noun)
    third = any(t.lower_ in {"its", "their", "his", "her"} for t in own)
    above = _above(analysis, noun) if third and noun.dep_ in {"pobj", "dobj"} else []
    if len(above) == 1 and above[0].i < noun.i:
        return above
    return (_named_by(analysis, own[0]) if third else []) or own


def _named_by(analysis: Analysis, pronoun: Token) -> list[Token]:
    """Whom a pronoun takes up, where its sentence names them."""
    found = analysis.mention_at(pronoun.i)
    if found is None or found.antecedent is None:
        return []
    before = analysis.mentions[found.antecedent]
    head = pronoun.doc[before.head]
    return [head] if before.kind != "pronoun" and head.sent == pronoun.sent else []


def _aim(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "is working to defeat ISIL", "the campaign to defeat Daesh": the fight stands, its end is the aim."""
    enemies = tuple(t for t in syntax.objects(verb) if is_body(analysis, t))
    governor = _governor(verb)
    if not enemies or governor is None:
        return
    if governor.pos_ in {"NOUN", "PROPN"}:
        holders = [t for t in _owners(analysis, governor) if t not in enemies]
        if not holders and governor.dep_ in {"pobj", "dobj"}:
            holders = _above(analysis, governor)
    else:
        holders = _unity(governor) or syntax.subjects(verb) or syntax.subjects(governor)
        holders = [one for t in holders for one in (t, *syntax.beside(t))]
        if governor.lemma_ in _WITH_OTHERS:
            holders += [t for name, t in syntax.prepositions(governor) if name in {"with", "alongside"}]
        holders += _with_whom(analysis, governor)
        if governor.lemma_ in _HELPING:  # who helps them fights too
            holders = [*syntax.objects(governor), *syntax.subjects(governor)]
        holders = [t for t in holders if is_party(analysis, t)]
    holders = [t for t in holders if t not in enemies]
    if holders:
        yield RelationDraft("fights", tuple(holders), enemies, verb, None)


def _unity(governor: Token) -> list[Token]:
    """Who is at it by the noun that a gerund hangs on: "the unity of the community in working to"."""
    over = governor.head.head
    if governor.dep_ != "pcomp" or governor.head.lower_ != "in" or over.pos_ != "NOUN":
        return []
    return [*syntax.possessors(over), *(t for name, t in syntax.prepositions(over) if name == "of")]


def _with_whom(analysis: Analysis, governor: Token) -> list[Token]:
    """With whom one is at it: "as part of the Coalition", "in support of our partners"."""
    ways = [t for name, t in syntax.prepositions(governor) if (name, t.lower_) in _SIDE_BY_SIDE]
    found = [t for way in ways for name, t in syntax.prepositions(way) if name == "of"]
    return [t for t in found if _is_helped(analysis, t)]


def _governor(verb: Token) -> Token | None:
    """The word of effort or will that an aim hangs on, through what is coordinated and "to", "in"."""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ == "VERB":
        top = top.head
    over = top.head
    if over.pos_ == "ADP":
        over = over.head
    if over.lower_ == "order" and over.head.lower_ == "in":
        return over.head.head if over.head.head.pos_ == "VERB" else None
    if over.pos_ in {"NOUN", "PROPN"} and over.lemma_.lower() in _EFFORTS:
        return over
    if over.pos_ in {"VERB", "ADJ"} and over.lemma_.lower() in _WILLING:
        return over
    purpose = top.dep_ == "advcl" and syntax.is_infinitive(top) and over.pos_ == "VERB"
    return over if purpose else None  # "strikes ISIL to defeat it", "to defeat X we work with many"


def _above(analysis: Analysis, noun: Token) -> list[Token]:
    """Who is at the effort: the noun it modifies, or the subject of the verb it hangs on."""
    over = noun.head if noun.dep_ == "dobj" else noun.head.head
    for _ in range(5):
        if over.pos_ in {"VERB", "AUX"}:
            who = [] if over.lemma_ in _SPEAKING else syntax.subjects(over)
            who = [t for t in who if is_party(analysis, t)]
            if who or over.dep_ != "acl":  # "strikes coordinated in support of": whose strikes they are
                return who
        elif is_party(analysis, over):
            return syntax.with_conjuncts(syntax.first_conjunct(over))
        over = over.head
    return []


def _support(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "Iran's support for the Houthis", "strikes in support of the SDF"."""
    whom = tuple(
        one
        for name, t in syntax.prepositions(noun)
        if name in {"for", "of", "to"}
        for one in ([c for c in t.children if c.dep_ in _BEFORE] if t.lemma_ in WARS else [t])
        if _is_helped(analysis, one)
    )
    owners = syntax.possessors(noun)
    owners = _pronouns(analysis, noun) if any(t.pos_ == "PRON" for t in owners) else owners
    givers = [*owners, *(t for name, t in syntax.prepositions(noun) if name == "from")]
    givers += [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and is_body(analysis, c)]
    read = None
    if not givers and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        givers = _above(analysis, noun)
    elif not givers and noun.dep_ == "dobj" and noun.head.lemma_ in _SUPPORTING:
        givers, read = syntax.subjects(noun.head), noun.head
    givers = [t for t in givers if t not in whom and is_party(analysis, t)]
    if whom and givers:
        yield RelationDraft("supports", tuple(givers), whom, noun, read)


def _is_helped(analysis: Analysis, token: Token) -> bool:
    """Whether it is a body, a people by its nation ("the Iraqi people"), or fellows by whose they are."""
    if is_body(analysis, token):
        return True
    if token.lemma_ in FELLOWS:
        return bool(syntax.possessors(token))
    return token.lemma_ in _PEOPLES and _of_a_body(analysis, token)


def _with_help(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "took the town with the help of the army"; "held it, aided by strong support from Iran"."""
    verb = noun.head.head
    if verb.pos_ != "VERB":
        return
    if noun.head.lower_ == "with":
        whom = syntax.subjects(verb)
    elif noun.head.lower_ == "by" and verb.lemma_ in _HELPED:
        whom = _helped_there(analysis, verb)
    else:
        return
    givers = [*syntax.possessors(noun), *(t for n, t in syntax.prepositions(noun) if n in {"of", "from"})]
    named = [next((c for c in t.children if c.dep_ == "appos"), t) for t in givers]  # "our ally France"
    givers = [one for t in named for one in syntax.with_conjuncts(t)]
    givers = [t for t in givers if _of_a_body(analysis, t) and t not in whom]
    whom = [t for t in whom if is_party(analysis, t)]
    if givers and whom:
        yield RelationDraft("supports", tuple(givers), tuple(whom), noun, verb)


def _helped_there(analysis: Analysis, verb: Token) -> list[Token]:
    """Who is helped: the participle's noun, or after a comma the subject of the clause that it closes."""
    whom = syntax.objects(verb)
    closing = verb.dep_ == "acl" and verb.i > 0 and verb.nbor(-1).text == ","
    if not closing or any(is_party(analysis, t) for t in whom):
        return whom
    before = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ == "VERB")
    return next((who for t in before if (who := syntax.subjects(t))), [])


def _of_a_body(analysis: Analysis, token: Token) -> bool:
    """Whether somebody is a body or its people: "Chadian officers", no "help from friends"."""
    return is_body(analysis, token) or any(c.ent_type_ in {"NORP", "GPE", "ORG"} for c in token.children)
