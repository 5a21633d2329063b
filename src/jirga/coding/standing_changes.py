"""Onsets and ends of a state: "split from the TTP in 2014", "was ousted as leader", "lifted the ban on".

What begins or ends is a relation with that day as its `since` or `until`; the deed itself stays an event of
its own, where PLOVER has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.roles_held import role_of
from jirga.coding.standing import GROUND
from jirga.coding.standing_parties import is_body, is_party, is_person, is_place, kind_of, mention
from jirga.coding.standing_verbs import lasts
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis
    from jirga.model import Aspect

Turn = Literal["begun", "ended"]

_NAMING = word_set(
    "name appoint elect choose make install declare anoint nominate crown pick select proclaim"
)
_OUSTING = word_set("oust remove depose replace dismiss sack fire topple resign quit")
_TAKING = word_set("capture seize overrun recapture retake conquer")
_BANS = word_set("ban outlaw proscribe blacklist")
_LISTING = word_set("designate list declare label brand name")
_LISTS = word_set("list register roster schedule")
_UNLISTING = word_set("strike remove take drop delete delist")
_FORMING = word_set("form forge make enter seal join")
_WHEN = frozenset({"after", "since", "before", "upon", "on", "by", "from"})
_TYING = _FORMING | word_set("pledge swear declare cut sever break end")
_MOVING = word_set("split break secede splinter join rejoin merge leave quit defect")
_BANNING = _BANS | _LISTING | _UNLISTING | word_set("place put add lift revoke rescind")
_TRUCES = word_set("truce ceasefire cease-fire armistice")
_TRUCE_BEGINS = word_set("begin start sign agree conclude reach enter come take")
_TRUCE_ENDS = word_set("collapse end expire lapse break unravel fail crumble")
_LINKS = frozenset({"compound", "poss", "amod", "nmod"})


def by_change(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """Yield the onsets and ends that a word tells."""
    if token.pos_ in {"VERB", "AUX"}:
        lemma = token.lemma_.lower()
        yield from _membership(analysis, token, lemma)
        yield from _office(analysis, token, lemma)
        yield from _succession(analysis, token, lemma)
        yield from _ban(analysis, token, lemma)
        yield from _taken(analysis, token, lemma)
        yield from _ties(analysis, token, lemma)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in _TRUCES:
        yield from _truce(analysis, token)


def _bodies(analysis: Analysis, tokens: list[Token]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if is_body(analysis, t))


def _parties(analysis: Analysis, tokens: list[Token]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if is_party(analysis, t))


def _under(verb: Token, *names: str) -> list[Token]:
    return [t for name, t in syntax.prepositions(verb) if name in names]


def _membership(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    """Splits, joins, leaves, merges."""
    if lemma not in _MOVING:
        return
    who = _parties(analysis, syntax.subjects(verb))
    if not who:
        return
    if lemma in {"split", "break", "secede", "splinter"} and not syntax.objects(verb):
        whole = _bodies(analysis, _under(verb, "from", "away_from", "off_from"))
        if whole:
            yield RelationDraft("splinter_of", who, whole, verb, verb, "begun")
    kind = "part_of" if is_body(analysis, who[0]) else "member_of"
    turn: Turn | None = None
    whole = ()
    if lemma in {"join", "rejoin"} and not syntax.is_passive(verb):  # "was joined by": in one deed
        turn, whole = "begun", _bodies(analysis, syntax.objects(verb))
    elif lemma == "merge":
        turn, whole = "begun", _bodies(analysis, _under(verb, "with", "into"))
    elif lemma in {"leave", "quit"}:
        turn, whole = (
            "ended",
            _bodies(analysis, [t for t in syntax.objects(verb) if not is_place(analysis, t)]),
        )
    elif lemma == "defect":
        turn, whole = "ended", _bodies(analysis, _under(verb, "from"))
    whole = tuple(w for w in whole if _joinable(analysis, w) and w not in who)
    if turn is not None and whole:
        yield RelationDraft(kind, who, whole, verb, verb, turn)


def _joinable(analysis: Analysis, token: Token) -> bool:
    """Whether one can be a member of it: a named body that is no state ("joined Jordan in an exercise")."""
    return mention(analysis, token) is not None and kind_of(analysis, token) not in {"state", "government"}


def _office(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    """ "was named leader of X", "names Y as its chief", "became president", "was ousted as leader"."""
    if lemma not in _NAMING | _OUSTING | {"become", "step", "serve"}:
        return
    post = _post(verb)
    role = role_of(post) if post is not None else None
    if post is None or role is None or role.type not in {"leads", "holds_office"}:
        return
    turn: Turn = "begun" if lemma in _NAMING | {"become"} else "ended"
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "acl"} and verb.head.lower_ not in _WHEN:
        return  # "someone like him becoming minister" has become nothing
    if lemma in {"serve"} or (
        lemma == "step" and not any(c.lower_ in {"down", "aside"} for c in verb.children)
    ):
        return
    moved = lemma in (_NAMING | _OUSTING) - {"resign", "quit"}
    who = syntax.objects(verb) if moved else syntax.subjects(verb)
    whole = [t for name, t in syntax.prepositions(post) if name in {"of", "for", "to"}]
    whole += [c for c in post.children if c.dep_ in _LINKS and is_party(analysis, c) and c.dep_ != "poss"]
    whole += syntax.possessors(post)
    whole = [t for t in whole if t.lower_ not in {"its", "their"}]
    if not whole and moved:
        whole = syntax.subjects(verb)
    people = tuple(t for t in who if is_person(analysis, t) and t is not post)
    if people:
        yield RelationDraft(role.type, people, _parties(analysis, whole), verb, verb, turn)


def _post(verb: Token) -> Token | None:
    """The noun for the post: after "as", or the verb's complement."""
    for name, thing in syntax.prepositions(verb):
        if name == "as":
            return thing
    for child in verb.children:
        if child.dep_ in {"attr", "oprd", "xcomp"} and child.i > verb.i:
            return child
    objects = [c for c in verb.children if c.dep_ in {"dobj", "appos"}]
    return next((c for c in objects if role_of(c) is not None), None)


def _succession(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    """ "succeeds him", "takes over", "took command of the group", "inherited the movement"."""
    if lemma not in {"succeed", "take", "assume", "inherit"}:
        return
    who = tuple(t for t in syntax.subjects(verb) if is_person(analysis, t))
    if not who:
        return
    if lemma == "succeed":
        before = tuple(t for t in syntax.objects(verb) if is_person(analysis, t))
        whole = tuple(t for name, t in _of_post(verb) if is_party(analysis, t))
        if before:
            yield RelationDraft("leads", who, whole, verb, verb, "begun")
            yield RelationDraft("leads", before, whole, verb, verb, "ended")
    elif lemma == "take" and any(
        c.lower_ == "over" and c.dep_ in {"prt", "prep", "advmod"} for c in verb.children
    ):
        things = syntax.objects(verb) + _under(verb, "over")
        whole = _bodies(analysis, things) or tuple(t for _, t in _of_post(verb) if is_party(analysis, t))
        if whole or not things:
            yield RelationDraft("leads", who, whole, verb, verb, "begun")
    elif lemma in {"take", "assume"}:
        for noun in (
            c
            for c in verb.children
            if c.dep_ == "dobj" and c.lower_ in {"command", "leadership", "charge", "helm"}
        ):
            whole = _bodies(analysis, [t for name, t in syntax.prepositions(noun) if name == "of"])
            if whole:
                yield RelationDraft("leads", who, whole, verb, verb, "begun")
    elif lemma == "inherit":
        whole = _bodies(analysis, syntax.objects(verb))
        if whole:
            yield RelationDraft("leads", who, whole, verb, verb, "begun")


def _of_post(verb: Token) -> Iterator[tuple[str, Token]]:
    post = _post(verb)
    if post is not None:
        yield from ((n, t) for n, t in syntax.prepositions(post) if n == "of")
        yield from (("", t) for t in syntax.possessors(post))


def _ban(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    if lemma not in _BANNING:
        return
    objects = syntax.objects(verb)
    if lemma in _LISTING and syntax.is_passive(verb):  # "is designated a terrorist group": what it is called
        objects = [t for t in objects if t.dep_ != "dobj"]
    whom = tuple(t for t in _bodies(analysis, objects) if not is_place(analysis, t))
    by = _parties(analysis, syntax.subjects(verb))
    if lemma in _BANS and whom and not lasts(verb):
        yield RelationDraft("banned_by", whom, by, verb, verb, "begun")
    elif lemma in _LISTING and whom and by and (_as_terrorist(verb) or _listed(analysis, verb, whom)):
        yield RelationDraft("banned_by", whom, by, verb, verb, "unstated" if lasts(verb) else "begun")
    elif lemma in {"place", "put", "add"} and _on_list(verb, {"on", "to"}):
        whom = whom or tuple(t for t in syntax.objects(verb) if t.lower_ in {"it", "them"})
        if whom and "wanted" not in {t.lower_ for t in verb.subtree}:
            yield RelationDraft("banned_by", whom, by, verb, verb, "begun")
    elif lemma in _UNLISTING and whom and _on_list(verb, {"from", "off"}):
        yield RelationDraft("banned_by", whom, by, verb, verb, "ended")
    elif lemma in {"lift", "revoke", "rescind"}:
        for ban in (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_ == "ban"):
            hung = [*syntax.prepositions(ban), *syntax.prepositions(verb)]
            on = _bodies(analysis, [t for name, t in hung if name == "on"]) or _banned(analysis, ban)
            if on:
                yield RelationDraft("banned_by", on, by, verb, verb, "ended")


def _listed(analysis: Analysis, verb: Token, whom: tuple[Token, ...]) -> bool:
    """Whether a group is said to be listed and no more: "long before it was listed by the UN"."""
    if verb.lemma_ not in {"list", "designate"} or not syntax.is_passive(verb):
        return False
    bare = not any(c.dep_ in {"oprd", "attr", "dobj", "xcomp"} or c.lower_ == "as" for c in verb.children)
    return bare and all(kind_of(analysis, t) in {"group", "party"} for t in whom)


def _banned(analysis: Analysis, ban: Token) -> tuple[Token, ...]:
    """Whose a ban is that is lifted, where it is a group's: "the TLP's ban was lifted"."""
    own = [*syntax.possessors(ban), *(c for c in ban.children if c.dep_ in _LINKS)]
    return tuple(t for t in own if kind_of(analysis, t) in {"group", "party", "organisation"})


def _as_terrorist(verb: Token) -> bool:
    beside = [t for name, t in syntax.prepositions(verb) if name == "as"]
    beside += [c for c in verb.children if c.dep_ in {"oprd", "attr", "dobj", "xcomp"}]
    return any(t.lower_ in {"terrorist", "terrorists", "proscribed"} for b in beside for t in b.subtree)


def _on_list(verb: Token, prepositions: set[str]) -> bool:
    for name, thing in syntax.prepositions(verb):
        if name.split("_")[-1] in prepositions and thing.lemma_.lower() in _LISTS:
            return True
    on_which = any(
        name.split("_")[-1] in prepositions and t.pos_ != "VERB" for name, t in syntax.prepositions(verb)
    )
    before = verb.doc[max(verb.left_edge.i - 8, verb.sent.start) : verb.left_edge.i]
    return verb.dep_ == "relcl" and on_which and any(t.lemma_.lower() in _LISTS for t in before)


def _taken(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    """Named places captured, lost, fallen: who controls them from then on, or no longer."""
    if lemma not in _TAKING | {"take", "fall", "lose"}:
        return
    taken = lemma in _TAKING or (lemma == "take" and _takes_place(analysis, verb))
    things = syntax.objects(verb)
    if lemma == "take":
        for noun in (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lower_ == "control"):
            things, taken = [t for name, t in syntax.prepositions(noun) if name == "of"], True
    places = tuple(t for t in things if _named_place(analysis, t))
    who = _parties(analysis, syntax.subjects(verb))
    if taken and places and who:
        yield RelationDraft("controls", who, places, verb, verb, "begun")
    if lemma == "fall" and any(_named_place(analysis, t) for t in syntax.subjects(verb)):
        takers = _parties(analysis, _under(verb, "to"))
        if takers:
            yield RelationDraft("controls", takers, tuple(syntax.subjects(verb)), verb, verb, "begun")
    if lemma == "lose" and places and who:
        yield RelationDraft("controls", who, places, verb, verb, "ended")


def _takes_place(analysis: Analysis, verb: Token) -> bool:
    return any(_named_place(analysis, t) for t in syntax.objects(verb))


def _named_place(analysis: Analysis, token: Token) -> bool:
    found = analysis.mention_at(token.i)
    if token.lemma_.lower() in GROUND and any(
        c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children
    ):
        return True  # "the Ruzizi dam"
    state = found is not None and found.entity_kind in {"state", "government"} and found.name != token.text
    return is_place(analysis, token) and token.pos_ == "PROPN" and not state


def _ties(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    """Alliances formed, allegiance pledged, ties cut."""
    if lemma not in _TYING:
        return
    who = _parties(analysis, syntax.subjects(verb))
    nouns = [c for c in verb.children if c.dep_ == "dobj"]
    for noun in nouns if who else ():
        hung = [*syntax.prepositions(noun), *syntax.prepositions(verb)]
        other = _parties(analysis, [t for name, t in hung if name in {"with", "to"}])
        other = tuple(t for t in other if t not in who)
        aspect = _turn_of_ties(noun.lower_, lemma, verb)
        if other and aspect is not None:
            yield RelationDraft("ally_of", who, other, verb, verb, aspect)


def _turn_of_ties(noun: str, lemma: str, verb: Token) -> Aspect | None:
    if noun == "alliance" and lemma in _FORMING:
        return "begun"
    if noun in {"allegiance", "loyalty", "bayah"} and lemma in {"pledge", "swear", "declare"}:
        return "unstated" if lasts(verb) else "begun"
    if noun in {"ties", "links", "alliance"} and lemma in {"cut", "sever", "break", "end"}:
        return "ended"
    return None


def _truce(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "A ceasefire between A and B took effect": at truce since; "collapsed": until."""
    sides = [t for name, t in syntax.prepositions(noun) if name in {"between", "with"}]
    verb = noun.head if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} else None
    if verb is None or not sides:
        return
    if len(sides) < 2:
        own = [*syntax.possessors(noun), *(syntax.subjects(verb) if noun.dep_ == "dobj" else [])]
        sides = [*own[:1], *sides]
    sides = [t for t in sides if is_party(analysis, t)]
    lemma = verb.lemma_.lower()
    if len(sides) < 2 or sides[0] == sides[1]:
        return
    aspect: Literal["begun", "ended", "unstated"] | None = None
    if lemma in _TRUCE_ENDS:
        aspect = "ended"
    elif lemma in {"hold", "last", "endure", "remain", "be", "observe"}:
        aspect = "unstated"
    elif lemma in _TRUCE_BEGINS:
        aspect = "begun"
    if aspect is not None:
        yield RelationDraft("at_truce_with", (sides[0],), tuple(sides[1:]), noun, verb, aspect)
