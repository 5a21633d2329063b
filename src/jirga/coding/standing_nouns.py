"""States that a noun tells: "X, leader of Y", "Y chief X", "US ally Pakistan"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.roles_held import CALLING, ENDED, Role, role_of
from jirga.coding.standing_parties import is_body, is_captive, is_party, is_person, is_place, kind_of, mention
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis
    from jirga.model import Aspect

_COPULAS = frozenset({"be", "become", "remain", "serve", "act"})
_LINKS = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
_CUSTODY = word_set("custody bars detention captivity jail jails prison prisons gaol gaols")
#: Relations that a plain plural ("its allies") names of whoever is behind it.
_OF_KINDS = frozenset({"ally_of", "supports", "funds", "fights"})


def by_noun(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """Yield the states that a noun of a role tells, or one of custody."""
    yield from _one_of(analysis, noun)
    yield from _under_command(analysis, noun)
    yield from _custody(analysis, noun)
    role = role_of(noun)
    if role is None:
        return
    wholes = tuple(t for t in _wholes(analysis, noun, role) if _is_whole(analysis, t, role, noun))
    if not wholes and not role.alone:
        return
    alone = not wholes and role.alone
    for holder, read in _holders(analysis, noun, role):
        both = syntax.with_conjuncts(holder) if read is not None else [holder]  # a title is of one
        actors = tuple(t for t in both if t not in wholes)
        if not actors or not _may_hold(analysis, actors[0], role):
            continue
        if alone and read is None and not role.turned:
            continue
        aspect: Aspect = "ended" if _ended(noun, read) else "unstated"
        first, second = (wholes, actors) if role.turned else (actors, wholes)
        if not _same(analysis, first, second):
            yield RelationDraft(role.type, first, second, noun, read, aspect)


def _same(analysis: Analysis, first: tuple[Token, ...], second: tuple[Token, ...]) -> bool:
    """Whether both sides are one entity: nobody leads himself."""
    if not first or not second:
        return False
    one, other = (analysis.mention_at(side[0].i) for side in (first, second))
    if one is None or other is None:
        return False
    return one.index == other.index or (one.entity is not None and one.entity == other.entity)


def _may_hold(analysis: Analysis, token: Token, role: Role) -> bool:
    if role.person:
        return is_person(analysis, token) or token.lower_ in {"they", "who", "we"}
    if role.type in {"part_of", "splinter_of"}:
        return is_body(analysis, token) or token.lower_ in {"it", "they", "which"}
    if role.turned and role.type != "supports":
        return is_captive(analysis, token)
    return is_party(analysis, token) or (is_person(analysis, token) and token.pos_ != "NUM")


def _leads_less(analysis: Analysis, noun: Token) -> bool:
    """Whether a noun before it says what is led: "the state's campaign chairman" does not lead the state."""
    before = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
    return any(mention(analysis, c) is None and not is_body(analysis, c) for c in before)


def _is_whole(analysis: Analysis, token: Token, role: Role, noun: Token) -> bool:
    kind = kind_of(analysis, token)
    if role.person and kind == "person":
        return False
    if role.type == "leads" and _leads_less(analysis, noun):
        return False
    if role.type == "member_of" and token.lower_ in {"its", "their"}:
        return True
    if role.type in {"splinter_of", "part_of"} and kind == "place":
        return False
    if role.type == "holds_office":
        return mention(analysis, token) is not None or token.ent_type_ in {"NORP", "GPE"}
    if role.type in {"shelters", "holds"}:
        return is_body(analysis, token)
    return is_body(analysis, token) or (is_party(analysis, token) and not role.person) or kind == "state"


def _holders(analysis: Analysis, noun: Token, role: Role) -> Iterator[tuple[Token, Token | None]]:
    """Who has the role, and the verb whose clause decides whether: none in an apposition or a title."""
    if noun.dep_ == "appos":
        named = _before_comma(analysis, noun)
        if named is not None or role_of(noun.head) is None:  # "the army chief, the head of the ISI": a list
            yield named or noun.head, None
    elif noun.dep_ in {"nsubj", "nsubjpass"}:
        named = _before_comma(analysis, noun)
        if named is not None and (_set_off(noun) or named.dep_ in {"appos", "nsubj", "dep", "ROOT"}):
            yield named, None
    spokesman = noun.lemma_.startswith("spokes") and not _ended(noun, None)
    before_name = role.type != "holds_office" and not spokesman
    for child in noun.children if before_name else ():
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > noun.i:
            yield child, None
    after = _titled(noun) if before_name else None
    if after is not None:
        yield after, None
    yield from _called(noun)
    verb = noun.head if noun.dep_ == "attr" else noun.head.head if noun.head.lower_ == "as" else None
    if verb is not None and verb.lemma_ in _COPULAS:
        for subject in syntax.subjects(verb)[:1]:
            yield subject, verb
    if after is None and _names_itself(noun, role):
        yield noun, None
    for name, whole in syntax.prepositions(noun) if before_name else ():
        for child in whole.children if name == "of" else ():
            if child.dep_ == "appos" and kind_of(analysis, child) == "person":
                yield child, None  # "the leader of the TTP, Fazlullah"


def _called(noun: Token) -> Iterator[tuple[Token, Token | None]]:
    """Who is called so, and the verb of whoever calls them: "considers the YPG a branch of the PKK"."""
    verb = noun.head.head if noun.head.lower_ == "as" and noun.dep_ == "pobj" else noun.head
    if verb.lemma_ not in CALLING or (verb == noun.head and noun.dep_ not in {"oprd", "ccomp"}):
        return
    own = [c for c in noun.children if c.dep_ == "nsubj"]
    for one in (own or [t for t in syntax.objects(verb) if t != noun])[:1]:
        yield one, verb


def _names_itself(noun: Token, role: Role) -> bool:
    """Whether a modifier names who it is: "their Eritrean allies", "the Mohmand chapter of the TTP said"."""
    before = [c for c in noun.children if c.dep_ in {"amod", "compound"}]
    if role.type == "part_of":
        of = any(name == "of" for name, _ in syntax.prepositions(noun))
        return of and noun.dep_ not in {"appos", "attr"} and any(c.pos_ == "PROPN" for c in before)
    if role.type not in _OF_KINDS or any(c.dep_ == "appos" for c in noun.children):
        return False
    free = noun.dep_ in {"nsubj", "dobj", "pobj", "conj", "nsubjpass"}
    return free and any(c.ent_type_ in {"NORP", "GPE", "ORG"} for c in before)


def _set_off(noun: Token) -> bool:
    """Whether a noun phrase stands between commas, though the parse makes it a subject."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ","


def _before_comma(analysis: Analysis, noun: Token) -> Token | None:
    """The name right before an apposition, whatever the parse hangs it on."""
    at = noun.left_edge.i - 1
    if at < 1 or noun.doc[at].text != ",":
        return None
    end = noun.doc[at - 1].idx + len(noun.doc[at - 1])
    named = (m for m in analysis.mentions if m.end == end and m.kind == "name" and m.head != noun.i)
    return next((noun.doc[m.head] for m in named), None)


def _titled(noun: Token) -> Token | None:
    """The name right after a role that stands before it as a title ("TTP chief Noor Wali Mehsud")."""
    if noun.i + 1 >= len(noun.doc) or noun.dep_ not in {"compound", "nmod"}:
        return None
    after = noun.doc[noun.i + 1]
    return noun.head if noun.head.pos_ == "PROPN" and after.pos_ == "PROPN" and noun.head.i > noun.i else None


def _wholes(analysis: Analysis, noun: Token, role: Role) -> Iterator[Token]:
    """Of what: "of Y", "Y's", Y before the role ("TTP chief"), or Y after a comma ("commander, Y")."""
    leading = {"of", "for", "to", "in", "from", "with"} if role.type != "mediates_between" else {"between"}
    for name, thing in syntax.prepositions(noun):
        if name in leading and not (name in {"in", "from", "with"} and is_place(analysis, thing)):
            yield thing
    if role.type == "mediates_between":
        return
    for child in noun.children:
        own = analysis.mention_at(child.i)
        nation = child.ent_type_ in {"NORP", "GPE"} or child.dep_ == "poss"
        if own is not None and own.head == noun.i and not nation:
            continue  # a word of the role's own name: "splinter group"
        known = mention(analysis, child) is not None or child.ent_type_ in {"NORP", "GPE"}
        if child.dep_ == "poss" and child.lower_ in {"its", "their"} and noun.dep_ == "conj":
            yield noun.head  # "federal troops and their Eritrean allies"
        elif child.dep_ in _LINKS and (known or child.dep_ == "poss"):
            yield from syntax.with_conjuncts(child)
        elif child.dep_ == "appos" and child.i > noun.i and is_body(analysis, child):
            yield child
    if noun.dep_ in {"compound", "nmod"}:
        yield from _beside_title(analysis, noun)
    if noun.dep_ == "appos" and role.person:  # "Joseph Votel, commander, U.S. Central Command"
        after = (c for c in noun.head.children if c.dep_ == "appos" and c.left_edge.i == noun.i + 2)
        yield from (c for c in after if noun.nbor(1).text == "," and is_body(analysis, c))


def _beside_title(analysis: Analysis, noun: Token) -> Iterator[Token]:
    before = noun.i - 1
    while before >= max(0, noun.i - 2) and mention(analysis, noun.doc[before]) is None:
        before -= 1
    between = noun.doc[max(before, 0) : noun.i]
    if any(t.is_punct and t.text != "-" for t in between):
        return
    if before >= max(0, noun.i - 3) and noun.doc[before].dep_ in _LINKS:
        yield noun.doc[before]


def _ended(noun: Token, read: Token | None) -> bool:
    beside = [*noun.children, *([noun.doc[noun.i - 1]] if noun.i else [])]
    return any(c.lower_ in ENDED for c in beside) and (read is None or read.lemma_ == "be")


def _under_command(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "formed under Baitullah Mehsud's command", "under the leadership of X"."""
    if noun.lower_ not in {"command", "leadership"} or noun.dep_ != "pobj" or noun.head.lower_ != "under":
        return
    leaders = [*syntax.possessors(noun), *(t for name, t in syntax.prepositions(noun) if name == "of")]
    leaders = [t for t in leaders if is_person(analysis, t)]
    verb = noun.head.head
    led = [verb] if verb.pos_ in {"NOUN", "PROPN"} else syntax.objects(verb) or syntax.subjects(verb)
    led = [t for t in led if is_body(analysis, t)]
    if leaders and led:
        begun = verb.lemma_ in {"form", "found", "establish", "create", "unite"}
        read = verb if verb.pos_ in {"VERB", "AUX"} else None
        yield RelationDraft("leads", tuple(leaders), tuple(led), noun, read, "begun" if begun else "unstated")


def _one_of(analysis: Analysis, one: Token) -> Iterator[RelationDraft]:
    """ "The MNDAA, one of the three": part of what the many are."""
    if one.lower_ != "one" or one.dep_ not in {"appos", "attr"}:
        return
    many = [t for name, t in syntax.prepositions(one) if name == "of"]
    many = [t for t in many if not any(c.tag_ == "JJS" for c in t.children)]  # "one of the largest groups"
    who = [one.head] if one.dep_ == "appos" else syntax.subjects(one.head)
    counted = bool(many) and many[0].pos_ == "NUM"  # "one of the main organisations" is no whole
    named = bool(many) and (found := mention(analysis, many[0])) is not None and found.kind == "name"
    if who and is_body(analysis, who[0]) and (counted or named):
        yield RelationDraft("part_of", (who[0],), (many[0],), one, one.head if one.dep_ == "attr" else None)


def _custody(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "Saad Rizvi is still in custody", "are behind bars": held by whom the text leaves out."""
    if noun.lower_ not in _CUSTODY or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "behind"}:
        return
    verb = noun.head.head
    if verb.lemma_ not in {"be", "remain", "languish", "stay"}:
        return
    whom = [t for t in syntax.subjects(verb) if is_captive(analysis, t)]
    if whom:
        by = tuple(
            c for c in noun.children if c.dep_ in {"compound", "poss", "amod"} and is_party(analysis, c)
        )
        yield RelationDraft("holds", by, tuple(whom), noun, verb)
