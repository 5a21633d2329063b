"""Where participants stand around an event's word, as tokens: reached phrases, clause subjects, holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.quotes import MARKS
from jirga.language.outcomes import is_outcome
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import event_lexicon
from jirga.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger
    from jirga.language import Analysis, Mention

#: What one speaks or writes in: whoever it is from or to is not thereby the one spoken of.
MESSAGES = word_set(
    """
    statement telegram letter message speech interview report communique note address broadcast article
    column editorial conference briefing tweet post resolution declaration telephone call reply response
    """
)
#: Where the recipient stands, by how soon one looks there.
RECIPIENT_SLOTS = (
    "obj",
    "dative",
    "against",
    "on",
    "upon",
    "at",
    "with",
    "toward",
    "towards",
    "to",
    "from",
    "for",
    "over",
    "of",
    "into",
)
#: The same, for the types that look elsewhere.
SLOTS_OF_TYPE = {
    "ACCUSE": (
        "obj",
        "dative",
        "against",
        "over",
        "about",
        "on",
        "into",
        "of",
        "at",
        "for",
        "with",
        "to",
        "from",
    ),
    "ASSAULT": (
        "obj",
        "dative",
        "against",
        "on",
        "upon",
        "at",
        "into",
        "toward",
        "towards",
        "with",
        "to",
        "over",
        "of",
    ),
    "PROTEST": ("against", "over", "at", "on", "with", "about", "to"),
    "CONSULT": ("obj", "with", "between", "to", "of", "among"),
} | dict.fromkeys(("AGREE", "REQUEST", "REJECT", "CONCEDE"), tuple(s for s in RECIPIENT_SLOTS if s != "at"))


def reached(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a word and of its object noun ("imposed sanctions on …")."""
    yield from syntax.prepositions(token)
    if token.pos_ in {"VERB", "AUX"}:
        for noun in syntax.objects(token):
            if noun.i > token.i or noun.dep_ == "nsubjpass":
                yield from syntax.prepositions(noun)


def clause_subjects(verb: Token) -> list[Token]:
    """The subjects of the clauses a verb takes: "demanded that Israel ease …", "urged them to go"."""
    clauses = [*syntax.finite_complements(verb), *syntax.infinitives(verb)]
    own = {t.i for t in syntax.subjects(verb)}
    return [s for clause in clauses for s in syntax.subjects(clause) if s.i not in own]


def topics(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether these are what is talked about, and no party ("discussed the raid on …")."""
    return any(t.dep_ in {"dobj", "obj", "nsubjpass"} and t.head.i == trigger.token.i for t in tokens)


def participles(token: Token) -> list[Token]:
    """The participles and conditions beside a verb: "marched, demanding …", "unless Israel rescinded …"."""
    return [c for c in token.children if c.dep_ == "advcl" and (c.tag_ == "VBG" or is_conditional(c))]


def is_conditional(clause: Token) -> bool:
    """Return whether a clause opens with if or unless."""
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children)


def doers_after(noun: Token) -> Iterator[list[Token]]:
    """Yield by turns who did what a noun tells, told behind it: "a raid by X", "a truce declared by X"."""
    yield [t for name, t in syntax.prepositions(noun) if name in {"by", "between"}]
    yield done_by(noun)


def doers_beside(trigger: Trigger) -> Iterator[list[Token]]:
    """Who did it where the words merged with a trigger tell: "hurt when rebels attacked"."""
    for word in trigger.also:
        if word.pos_ == "VERB" and not syntax.is_passive(word) and word.dep_ != "conj":
            yield [s for s in syntax.subjects(word) if s.i != trigger.token.i and s.pos_ != "PRON"]
        elif word.pos_ == "VERB":
            yield [t for name, t in syntax.prepositions(word) if name == "by" and syntax.is_passive(word)]
        else:
            yield [t for name, t in syntax.prepositions(word) if name in {"by", "with", "between"}]


def came_under(trigger: Trigger) -> tuple[list[Token], list[Token]] | None:
    """Return who attacked and who "came under fire" from them, the subject; None for other deeds."""
    if trigger.token.lemma_ != "come" or trigger.word.head.lower_ != "under":
        return None
    words = (trigger.token, trigger.word)
    doers = [t for word in words for name, t in syntax.prepositions(word) if name in {"from", "by"}]
    return doers, syntax.subjects(trigger.token)


def second_tolls(trigger: Trigger) -> list[Token]:
    """Whom a second verb of harm beside the trigger was done to ("killed nine and wounded twenty")."""
    words = [w for w in trigger.also if w.dep_ == "conj" and w.pos_ == "VERB"]
    return [t for w in words for t in syntax.objects(w) if t.pos_ != "NUM"]


def companions(trigger: Trigger) -> list[Token]:
    """Who shared it: "was killed along with three of his guards", "was captured with two Afghans"."""
    verb = trigger.token
    if trigger.pos != "v" or trigger.type not in {"ASSAULT", "COERCE", "RETREAT"}:
        return []
    along = any(c.lower_ in {"along", "together"} for c in verb.children)
    beside = [t for name, t in syntax.prepositions(verb) if name == "with"]
    return [t for t in beside if along or (syntax.is_passive(verb) and _is_counted(t))]


def _is_counted(noun: Token) -> bool:
    return noun.ent_type_ in {"PERSON", "NORP"} or any(c.dep_ == "nummod" for c in noun.children)


#: Nouns of whose telling it is, after "in" and "by": nobody does anything "by his own account".
ACCOUNTS = word_set(
    "word view opinion account estimate telling estimation reckoning judgement judgment version eye mind "
    "reading"
)
#: … and of who counted: "by the government's own count", "by official figures".
COUNTS = word_set(
    "count tally calculation figure record statistic datum data toll number assessment admission measure"
)


def is_account(token: Token) -> bool:
    """Return whether a noun after "by" says whose count or account it is, not who did it."""
    return token.head.lower_ == "by" and (token.lemma_.lower() in ACCOUNTS or is_count(token))


def is_count(noun: Token) -> bool:
    """Return whether a noun names somebody's count; one figure may be a person, official figures are none."""
    return noun.lemma_.lower() in COUNTS and (noun.lemma_.lower() != "figure" or noun.tag_ == "NNS")


#: Words of what two sides do to or with each other.
MUTUAL_LEMMAS = word_set(
    """
    clash skirmish fight fighting battle gunbattle gunfight firefight sign ratify agree agreement
    accord deal pact trade swap exchange war hostility settlement understanding compromise
    """
)
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my", "your"})


#: What is called after the place where it was made or held.
_CALLED_AFTER = word_set(
    "agreement accord deal pact treaty conference summit talk process declaration protocol truce ceasefire"
)


def gives_name(analysis: Analysis, modifier: Token) -> bool:
    """Return whether a place only gives a pact or a meeting its name: "the Doha agreement"."""
    mention = analysis.mention_at(modifier.i)
    place = mention is not None and mention.kind == "place" and mention.entity_kind != "state"
    return place and modifier.dep_ == "compound" and modifier.head.lemma_.lower() in _CALLED_AFTER


def owned_by_doer(token: Token) -> bool:
    """Whether it is the doer's own ("offered its troops to …"), so that somebody else receives."""
    return any(c.dep_ == "poss" and c.lower_ in POSSESSIVES for c in token.children)


def owner_by_verb(noun: Token) -> list[Token]:
    """Whose an act's noun is when a verb of having or making one says so ("made a call for …")."""
    if noun.dep_ in {"dobj", "obj"} and noun.head.lemma_ in {
        "make",
        "repeat",
        "reiterate",
        "issue",
        "renew",
        "voice",
        "have",
        "press",
    }:
        return syntax.subjects(noun.head)
    return []


def holders(token: Token) -> Iterator[list[Token]]:
    """Yield by turns whom a noun that is no actor belongs to: possessor, doer, of, modifiers."""
    phrases = list(syntax.prepositions(token))
    yield syntax.possessors(token)
    yield [t for name, t in phrases if name == "by"]
    yield [t for name, t in phrases if name in {"of", "between", "against", "on", "with", "for", "from"}]
    yield [c for c in token.children if c.dep_ in {"amod", "compound", "nmod", "appos"}]
    yield [t for name, t in phrases if name == "to"]
    yield done_by(token)


def done_by(noun: Token) -> list[Token]:
    """Return who did what a participle after a noun tells, other than seeing to it ("brokered by Riyadh")."""
    done = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ not in _BROKERING)
    return [t for c in done for t in syntax.subjects(c)]


#: What is done to an agreement by those who are no side of it: "a truce brokered by Riyadh".
_BROKERING = word_set("broker mediate facilitate host arrange oversee monitor sponsor guarantee")
#: Dependents before a noun that are none of its phrase, and kinds of entity that only tell when.
_NO_PART = frozenset({"det", "punct", "cc", "mark", "advmod", "npadvmod"})
_TIMES = frozenset({"DATE", "TIME"})


def participant_of(text: str, mention: Mention) -> Participant:
    """Return the participant that a mention in `text` is, as the language room has settled it."""
    return Participant(
        name=mention.name,
        mention=Span.of(text, mention.start, mention.end),
        entity=mention.entity,
        country=mention.country,
        sector=mention.sector,
        other_sectors=mention.other_sectors,
        wikidata=mention.wikidata,
    )


def phrase(noun: Token) -> tuple[int, int]:
    """The noun with its modifiers before it, in code points; a date or adverb before it is none."""
    before = [
        c
        for c in noun.children
        if c.i < noun.i and c.dep_ not in _NO_PART and c.ent_type_ not in _TIMES and not is_outcome(c)
    ]
    first = min([noun, *before], key=lambda token: token.i)
    start = first.idx if first.sent == noun.sent else noun.idx
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    opened = any(t.text in MARKS for t in noun.doc[first.i : noun.i])  # eleven "bandits"
    last = after if opened and after.text in MARKS else noun
    return start, last.idx + len(last)


def distinct(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return participants once each, by mention, in order; of two whose mentions cross, the first."""
    kept: dict[Span, Participant] = {}
    for participant in found:
        span = participant.mention
        if not any(span.start < other.end and other.start < span.end for other in kept):
            kept[span] = participant
    return tuple(kept.values())


def may_be(pronoun: str, noun: Token) -> bool:
    """Whether number and kind let a pronoun stand for a noun."""
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    if pronoun in {"they", "we"}:
        return plural
    if pronoun == "it":
        return not plural and noun.ent_type_ != "PERSON"
    return not plural and noun.ent_type_ not in {"GPE", "ORG", "LOC"}


def is_force(noun: Token) -> bool:
    """Return whether a noun tells of a deed of force ("attack", "raid"): what belongs to it did not do it."""
    return noun.pos_ == "NOUN" and any(
        one.type == "ASSAULT" for one in event_lexicon().senses(noun.lemma_.lower(), "n")
    )


def deeds_around(verb: Token) -> list[Token]:
    """Return the deed of force in which something was done, as a relative clause tells: "raids in which".

    Only for a passive: in "the raid in which police fought rebels" the doers are told. The parse may hang the
    clause on who did the deed ("an attack by rebels in which").
    """
    around = verb.head
    if around.dep_ == "pobj" and around.head.lower_ in {"by", "on", "against"}:
        around = around.head.head
    if verb.dep_ != "relcl" or not is_force(around) or not syntax.is_passive(verb):
        return []
    leads = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "during"})
    within = any(c.tag_ == "WDT" for preposition in leads for c in preposition.children)
    return [around] if within else []


#: Deeds whose possessor is whom they are done to, unless an "of" says whom else.
DONE_TO = word_set(
    """
    arrest detention killing murder slaying assassination abduction kidnapping execution release expulsion
    dismissal conviction deportation imprisonment trial indictment rescue capture beheading ouster
    overthrow sacking sentencing prosecution impeachment extradition torture beating death freeing
    removal acquittal casualty loss fatality
    """
)
#: Verbs after which "to" tells only where to ("marched to Lahore").
GOES = frozenset({"march", "walk", "drive", "flee", "return", "retreat"})
_BESIDE = frozenset({"near", "around", "outside", "inside"})


def after_a_place_word(name: Token) -> bool:
    """Return whether a name follows a word of place: "Near Tolm, two strikes hit …"."""
    first = name.left_edge
    return first.lower_ in _BESIDE or (first.i > first.sent.start and first.nbor(-1).lower_ in _BESIDE)


def adjectives_after(first: Token) -> list[Token]:
    """Return the adjectives joined to a first one ("French and Egyptian")."""
    return [t for c in first.children if c.dep_ == "conj" for t in (c, *adjectives_after(c))]


def operation_name(verb: Token) -> list[Token]:
    """Return the words of the name of the operation that a verb launches or ends; empty where it has none."""
    names = [c for c in verb.children if is_named_operation(c)]
    return [t for name in names for t in (name, *name.children)]


def is_named_operation(noun: Token) -> bool:
    """Return whether a name is that of an operation: a deed, to which nothing is done."""
    return noun.pos_ == "PROPN" and any(
        c.dep_ in {"compound", "nmod"} and c.lower_ == "operation" for c in noun.children
    )


#: Nouns of a deed still to be done, whose doer does the deed.
_UNDERTAKINGS = word_set("attempt bid effort plan plot conspiracy scheme try")


def undertaken_by(verb: Token) -> list[Token]:
    """Return whose an attempt or plan at a deed is: "an attempt by the rebels to kidnap", "their plan to"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or noun.lemma_.lower() not in _UNDERTAKINGS:
        return []
    by = [t for name, t in syntax.prepositions(noun) if name in {"by", "of"}]
    return by or syntax.possessors(noun)


def engaged_in(noun: Token) -> list[Token]:
    """Return who is "in talks": the subject of a verb of being or going that leads to the noun by "in".

    Who did something "after fighting with the rebels" is the other side in that fighting.
    """
    into = noun.head
    others = any(name in {"with", "against"} for name, _ in syntax.prepositions(noun))
    shared = noun.lemma_.lower() in MUTUAL_LEMMAS and noun.dep_ == "pobj" and others
    if shared and into.lower_ in _OCCASIONS and into.head.pos_ == "VERB":
        return syntax.subjects(into.head)
    if noun.dep_ != "pobj" or into.lower_ not in {"in", "into"} or into.head.lemma_ not in _BEING:
        return []
    return syntax.subjects(into.head)


_OCCASIONS = frozenset({"after", "in", "during", "following", "amid"})
_BEING = frozenset({"be", "remain", "stay", "engage", "enter"})
