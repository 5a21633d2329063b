"""Recipients that stand further off than a word's own phrases: in its clauses, under what it is done to.

They are looked at last, where the frame itself holds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.slots import RECIPIENT_SLOTS, is_conditional, participles, reached
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger

#: What a protest is against, after "in protest" or "to protest".
_AT_ISSUE = ("against", "at", "over", "of", "about", "by")
#: What one asks of the state in which one seeks it.
_SHELTER = word_set("refuge asylum shelter sanctuary haven protection")
#: What somebody is urged by, and withstands: "refused to resign despite pressure by …".
_URGING = word_set("pressure call appeal demand plea request urging warning threat insistence ultimatum")
#: Things offered or asked, which are to do something with or somewhere: "an invitation to attend …".
_OFFERED = word_set("invitation call offer proposal request demand appeal plan bid motion resolution")
#: Who takes part in protests, and what is done there.
_CROWD = word_set("protester demonstrator marcher rioter striker picketer activist opponent supporter")
_RIOTING = word_set(
    "riot throw hurl pelt chant shout burn torch loot clash march block barricade stone vandalise"
)
#: What is done by whoever brings others together, and what they call it.
_BRINGING = word_set(
    "host mediate broker facilitate chair sponsor arrange oversee convene launch undertake moderate organise"
)
#: … and by whoever negotiates a truce between others.
_NEGOTIATING = _BRINGING | {"negotiate"}
#: What nobody does who is himself a side, whether or not the sides are told.
_HOSTING = word_set("host mediate broker facilitate sponsor moderate arbitrate")
#: What somebody is beside whom others talk: "with Oman as host", "with the bishop in the chair".
_HOSTS = word_set(
    "host mediator broker go-between intermediary facilitator guarantor chairman chair moderator"
)
_MEDIATION = word_set("mediation mediate")
#: Verbs of coming from somewhere, and kinds of entity that only tell where.
_COMING = word_set("come originate emanate issue stem")
_SPOTS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_UNARMED = frozenset({"CVL", "REF", "EDU", "LAB", "REL", "AGR"})
#: Prepositions of the protest at which one did something.
_AT_A_PROTEST = frozenset({"during", "following", "in", "at", "after", "amid"})
#: Participles that tell who else was there, not against whom.
_JOINING = word_set("join follow accompany back support")


def came_from(noun: Token) -> list[Token]:
    """Return from whom it came, where a deed is said to: "the shots came from army posts".

    A country or a place is where they stood who did it, and names nobody.
    """
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in _COMING:
        return []
    found = (t for name, t in syntax.prepositions(noun.head) if name == "from")
    return [t for t in found if t.ent_type_ not in _SPOTS]


def complements(token: Token) -> Iterator[list[Token]]:
    """Yield who stands in the clauses that `token` takes: "demanded to meet X", "marched, demanding …"."""
    beside = list(_participles(token))
    clauses = [*syntax.infinitives(token), *syntax.finite_complements(token), *beside]
    for clause in [*clauses, *(c for v in clauses for c in syntax.infinitives(v))]:
        yield syntax.objects(clause)
        for slot in RECIPIENT_SLOTS:
            yield [t for name, t in reached(clause) if name == slot]
        yield [t for name, t in reached(clause) if name == "in"]
        yield [s for c in participles(clause) if is_conditional(c) for s in syntax.subjects(c)]


def _participles(token: Token) -> Iterator[Token]:
    """The participles beside a word; who "joins demonstrators in demanding" protests against neither."""
    own = [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBG" and token.pos_ == "NOUN"]
    for clause in (*participles(token), *own):
        if clause.lemma_ in _JOINING:
            yield from (t for _, t in syntax.prepositions(clause) if t.dep_ == "pcomp" and t.tag_ == "VBG")
        else:
            yield clause


def further(trigger: Trigger) -> Iterator[list[Token]]:
    """Yield by turns where the recipient of an act or protest may stand, when the frame has none."""
    words = [w for w in (trigger.token, trigger.carrier) if w is not None]
    for word in words:
        if trigger.type == "PROTEST":
            yield from _at_issue(word)
        if trigger.type == "REQUEST":
            yield _sheltered_in(word)
        if trigger.type == "REJECT":
            yield from _withstood(word)
        if trigger.type in {"ACCUSE", "SUPPORT"}:
            yield _held_for(word)
        if trigger.type in {"REJECT", "AGREE"}:
            yield _under_a_participle(word)
            yield from _offered(word)


def _at_issue(word: Token) -> Iterator[list[Token]]:
    """What is protested against: "a strike in protest against …", "gathered for a rally to protest …"."""
    named = [t for name, t in syntax.prepositions(word) if name == "in" and t.lemma_ == "protest"]
    held = [t for name, t in syntax.prepositions(word) if name in {"for", "in"}]
    voiced = [v for t in (word, *held) for v in syntax.infinitives(t) if v.lemma_ == "protest"]
    yield [o for verb in voiced for o in syntax.objects(verb)]
    for slot in _AT_ISSUE:
        yield [t for noun in (*named, *voiced) for name, t in syntax.prepositions(noun) if name == slot]


def _sheltered_in(word: Token) -> list[Token]:
    """The state of which refuge is asked: "sought asylum in Germany"."""
    asked = any(o.lemma_.lower() in _SHELTER for o in syntax.objects(word))
    return [t for name, t in reached(word) if name == "in"] if asked else []


def _withstood(word: Token) -> Iterator[list[Token]]:
    """Whose pressure is withstood: "declined to resign despite pressure by the commission"."""
    for verb in (word, *syntax.infinitives(word)):
        urging = [t for name, t in syntax.prepositions(verb) if name in {"despite", "amid", "in_face", "of"}]
        for noun in (t for t in urging if t.lemma_.lower() in _URGING):
            yield syntax.possessors(noun)
            yield [t for name, t in syntax.prepositions(noun) if name in {"by", "from", "of"}]


def _held_for(word: Token) -> list[Token]:
    """What is called something before it is named: "denounced as a crime Serbia's suppression of …"."""
    called = [t for name, t in syntax.prepositions(word) if name == "as"]
    beside = [c for t in called for c in t.children if c.dep_ == "appos" and c.i > t.i]
    return beside or [t for t in called if _is_called_first(t)]


def _is_called_first(noun: Token) -> bool:
    """Whether what it is called stands before its owner: "as illegal Russia's annexation"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    return owner is not None and any(
        c.dep_ in {"amod", "nmod", "compound"} and c.i < owner.left_edge.i for c in noun.children
    )


def _under_a_participle(word: Token) -> list[Token]:
    """The noun that the parse hangs under its own participle: "vetoed a Council resolution censuring …"."""
    verbal = [t for t in syntax.objects(word) if t.tag_ == "VBG"]
    return [c for t in verbal for c in t.children if c.dep_ in {"compound", "nmod"} and c.i == t.i - 1]


def _offered(word: Token) -> Iterator[list[Token]]:
    """Whom an offer or a call would have one deal with: "rejected an invitation to a meeting of …"."""
    things = [t for t in syntax.objects(word) if t.lemma_.lower() in _OFFERED]
    for verb in (v for t in things for v in syntax.infinitives(t)):
        yield [t for t in syntax.objects(verb) if t not in things]
        yield [t for name, t in reached(verb) if name in {"with", "to", "in", "into"}]


def crowd(noun: Token) -> list[Token]:
    """Return whose a protest is by what they did at it: "youths threw stones during demonstrations"."""
    if noun.dep_ not in {"pobj", "dobj"} or noun.head.lower_ not in _AT_A_PROTEST:
        return []
    verb = noun.head.head
    if verb.pos_ != "VERB" or syntax.is_passive(verb):
        return []
    did = verb.lemma_ in _RIOTING
    return [t for t in syntax.subjects(verb) if t.lemma_.lower() in _CROWD or (did and _is_people(t))]


def _is_people(noun: Token) -> bool:
    """Whether a plural names people without office or arms."""
    who = agent(noun.lemma_.lower())
    return noun.tag_ in {"NNS", "NNPS"} and who is not None and who.sector in _UNARMED


def between(trigger: Trigger) -> list[Token]:
    """Return those between whom there are talks; of "a truce between A and B, brokered by C", A and B."""
    found = [t for name, t in reached(trigger.token) if name == "between"]
    return found or (sides_brought(trigger.token) if trigger.token.lemma_ in _NEGOTIATING else [])


def sides_brought(participle: Token) -> list[Token]:
    """Return between whom the noun is that a participle is said of, though the parse hangs it on a side."""
    gapped = participle.dep_ == "relcl" and any(
        c.tag_ == "WDT" and c.dep_ in {"dobj", "nsubjpass"} for c in participle.children
    )
    if not gapped and (participle.dep_ != "acl" or participle.tag_ != "VBN"):
        return []
    noun = participle.head
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "between":
        noun = noun.head.head
    return [t for name, t in syntax.prepositions(noun) if name == "between"]


def fellows(verb: Token) -> list[Token]:
    """Return with whom somebody agreed to do it together: "agreed with the coalition to swap prisoners"."""
    over = verb.head
    if verb.dep_ != "xcomp" or over.lemma_ != "agree" or not syntax.is_infinitive(verb):
        return []
    return [t for name, t in syntax.prepositions(over) if name == "with"]


def is_hosting(word: Token) -> bool:
    """Return whether a verb is one of bringing others together, which nobody does who is a side himself."""
    return word.pos_ == "VERB" and word.lemma_ in _HOSTING


def go_betweens(trigger: Trigger) -> list[Token]:
    """Return who only brought those together who talk: "Qatar hosted talks", "met with Oman as host"."""
    word, carrier = trigger.token, trigger.carrier or trigger.token
    verbs = _BRINGING if between(trigger) else _HOSTING
    brings = carrier.lemma_ in verbs or (carrier.lemma_ in _NEGOTIATING and bool(sides_brought(carrier)))
    if carrier.pos_ == "VERB" and brings:
        return [t for t in syntax.subjects(carrier) if t.i != word.i]
    brought = [v for v in word.subtree if v.lemma_ in _BRINGING and v.dep_ == "acl" and v.tag_ == "VBN"]
    hosts = [t for v in brought if v.head == word or sides_brought(v) for t in syntax.subjects(v)]
    if hosts:
        return hosts
    if word.lemma_.lower() in _MEDIATION:
        return syntax.possessors(word) or [t for name, t in syntax.prepositions(word) if name in {"by", "of"}]
    return [
        t
        for one in dict.fromkeys((word, carrier))
        for name, t in syntax.prepositions(one)
        if name == "with" and _hosts(t)
    ]


def _hosts(beside: Token) -> bool:
    """Whether what follows a name makes its bearer the host: "as mediator", "in the chair"."""
    after = [*beside.subtree, *(c for c in beside.head.head.children if c.i > beside.i)]
    roles = (c for t in after if t.lower_ in {"as", "in"} for c in t.children if c.dep_ == "pobj")
    return any(c.lemma_.lower() in _HOSTS for c in roles)


def received(trigger: Trigger) -> tuple[list[Token], list[Token]] | None:
    """Return who came and who received them, of a visit told from the host's side; None for other deeds."""
    if trigger.type != "CONSULT" or trigger.pos != "v" or trigger.token.lemma_ not in {"receive", "host"}:
        return None
    guests = [t for t in syntax.objects(trigger.token) if t.i not in {w.i for w in trigger.also}]
    return (guests, syntax.subjects(trigger.token)) if guests and trigger.word == trigger.token else None
