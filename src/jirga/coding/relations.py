"""Relations that stand between two mentions of a text: who leads, belongs to, shelters, backs or bans whom.

Precision first: a relation is drafted only where both ends are mentions, its words are affirmed and describe
a state. The onset of one ("was appointed") is an event and not ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.coding.clauses import object_of, passive, performed, subject_of
from jirga.coding.roles_held import ENDED, Role, role_of
from jirga.coding.standing import (
    BY_PREPOSITION,
    CAPTIVE,
    HELD,
    LASTING,
    OF_OBJECT,
    PASSIVE_BY,
    PASSIVE_WITH,
    SANCTUARY,
    SETTLEMENTS,
    TERRITORY,
    WHOLES,
)
from jirga.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, Mention, TimeExpression

#: How the id of a named entity begins that the lexicon lacks.
UNLISTED = "x-"
_COPULAS = frozenset({"be", "become", "remain", "serve"})


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """A relation from `subject` to `object`, both indexes into `Analysis.mentions`.

    `trigger` is the word that says it and `head` its token; `start`, `end` the clause in code points. `since`
    and `until` are the text's time expressions for its bounds; `ended` is True where the words put it in the
    past without a date ("the former leader").
    """

    type: str
    subject: int
    object: int
    trigger: Span
    head: int
    start: int
    end: int
    since: TimeExpression | None = None
    until: TimeExpression | None = None
    ended: bool = False


def relations(analysis: Analysis) -> tuple[RelationDraft, ...]:
    """Return the relation drafts of a document in order, one for each pair, type and trigger."""
    found: dict[tuple[str, int, int, int], RelationDraft] = {}
    for token in analysis.doc:
        drafts = [*_by_role(analysis, token), *_by_verb(analysis, token), *_by_location(analysis, token)]
        drafts += _by_control(analysis, token)
        for draft in drafts:
            found.setdefault((draft.type, draft.subject, draft.object, draft.head), draft)
    return tuple(sorted(found.values(), key=lambda d: (d.start, d.head)))


def _by_role(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "X, leader of Y", "X is a splinter group of Y", "Y chief X"."""
    role = role_of(noun)
    if role is None:
        return
    for holder in _holders(analysis, noun):
        for whole in (w for w in _wholes(analysis, noun) if w.ent_type_ != "PERSON"):
            yield from _draft(analysis, role.type, holder, whole, noun, ended=_ended(noun), role=role)


def _holders(analysis: Analysis, noun: Token) -> Iterator[Token]:
    """Who has the role: in apposition, across a copula, or the name behind the role as a title."""
    if noun.dep_ == "appos":
        yield _before_comma(analysis, noun) or noun.head
    for child in noun.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            yield child
    after = _titled(noun)
    if after is not None:
        yield after
    verb = noun.head if noun.dep_ == "attr" else noun.head.head if noun.head.lower_ == "as" else None
    if verb is not None and verb.lemma_ in _COPULAS and performed(verb):
        subject = subject_of(verb)
        if subject is not None:
            yield subject


def _before_comma(analysis: Analysis, noun: Token) -> Token | None:
    """The person named right before an apposition, whatever the parse hangs it on."""
    at = noun.left_edge.i - 1
    if at < 1 or noun.doc[at].text != ",":
        return None
    end = noun.doc[at - 1].idx + len(noun.doc[at - 1])
    named = (m for m in analysis.mentions if m.end == end and m.entity_kind == "person" and m.kind == "name")
    return next((noun.doc[m.head] for m in named), None)


def _titled(noun: Token) -> Token | None:
    """The name right after a role that stands before it as a title ("TTP chief Noor Wali Mehsud")."""
    if noun.dep_ not in {"compound", "nmod"} or noun.i + 1 >= len(noun.doc):
        return None
    after = noun.doc[noun.i + 1]
    return after if after.pos_ == "PROPN" and after.ent_type_ not in {"GPE", "NORP"} else None


def _wholes(analysis: Analysis, noun: Token) -> Iterator[Token]:
    """Of what: "of Y", "Y's", or Y before the role ("TTP chief")."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "to", "in"}:
            yield from (c for c in child.children if c.dep_ == "pobj" and _mention(analysis, c) is not None)
        elif child.dep_ in {"poss", "compound", "nmod", "amod"} and _mention(analysis, child) is not None:
            yield child
    if noun.dep_ in {"compound", "nmod"}:
        before = noun.i - 1
        while before >= max(0, noun.i - 2) and _mention(analysis, noun.doc[before]) is None:
            before -= 1
        between = noun.doc[max(before, 0) : noun.i]
        if any(t.is_punct and t.text != "-" for t in between):
            return
        if before >= max(0, noun.i - 3) and noun.doc[before].dep_ in {"compound", "amod", "nmod", "poss"}:
            yield noun.doc[before]


def _ended(noun: Token) -> bool:
    return any(c.lower_ in ENDED for c in noun.children) or (
        noun.i > 0 and noun.doc[noun.i - 1].lower_ in ENDED
    )


def _by_verb(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    if verb.pos_ not in {"VERB", "AUX", "ADJ"} or not performed(verb) or _coming(verb):
        return
    lemma = verb.lemma_.lower()
    if passive(verb) or verb.pos_ == "ADJ":
        yield from _passives(analysis, verb, lemma)
        return
    subject = subject_of(verb)
    if subject is None:
        return
    for kind, target in _targets(analysis, verb, lemma):
        yield from _draft(analysis, kind, subject, target, verb)


def _coming(verb: Token) -> bool:
    """Whether the verb is an order, an aim or an infinitive: no state yet."""
    return any(c.tag_ == "TO" for c in verb.children) and verb.dep_ != "xcomp"


def _targets(analysis: Analysis, verb: Token, lemma: str) -> Iterator[tuple[str, Token]]:
    target = object_of(verb)
    if target is not None and lemma in OF_OBJECT and (lemma not in LASTING or _lasts(verb)):
        yield OF_OBJECT[lemma], target
    ground = _territory(analysis, target) if target is not None and lemma in TERRITORY else None
    if ground is not None:
        yield "controls", ground
    if target is not None and lemma in {"hold", "keep"} and {t.lower_ for t in verb.subtree} & CAPTIVE:
        yield "holds", target
    if (
        target is not None
        and target.lemma_.lower() in SANCTUARY
        and lemma in {"give", "provide", "offer", "grant"}
    ):
        yield from (("shelters", t) for t in _under(verb, {"to", "for"}, target))
    for prepositions, kind in BY_PREPOSITION.get(lemma, ()):
        yield from ((kind, t) for t in _under(verb, prepositions, target))


def _territory(analysis: Analysis, noun: Token) -> Token | None:
    """The place that is controlled: the noun, or what a whole is of ("most of Raqqa", "the town of Goma")."""
    if _is_place(analysis, noun):
        return noun
    whole = noun.lemma_.lower() in WHOLES
    inner = (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    for place in inner if whole else ():
        if _is_place(analysis, place) or (place.pos_ == "PROPN" and noun.lemma_.lower() in SETTLEMENTS):
            return place
    found = analysis.mention_at(noun.i)
    if found is None or found.kind != "name" or noun.ent_type_ in {"ORG", "NORP"}:
        return None
    unknown = found.entity is None or found.entity.startswith(UNLISTED)
    single = " " not in found.name  # what is ruled and has one unknown name is a place the gazetteer lacks
    return noun if unknown and single and found.entity_kind in {None, "person"} else None


def _by_control(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "Raqqa is under ISIL control", "in the hands of ISIL"; "ISIL is in control of Raqqa"."""
    prep = noun.head
    if (prep.lower_, noun.lower_) not in HELD or noun.dep_ != "pobj" or prep.dep_ not in {"prep", "acomp"}:
        return
    verb = prep.head
    subject = verb if verb.pos_ in {"NOUN", "PROPN"} else subject_of(verb)
    if subject is None or (verb.pos_ in {"VERB", "AUX"} and not _stays(verb)):
        return
    of = (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    if prep.lower_ == "in" and noun.lower_ == "control":
        for place in of:
            if _territory(analysis, place) is not None:
                yield from _draft(analysis, "controls", subject, place, noun)
        return
    ground = _territory(analysis, subject)
    holders = [*of, *(c for c in noun.children if c.dep_ in {"compound", "poss", "amod", "nmod"})]
    for holder in holders if ground is not None else ():
        if ground is not None and _mention(analysis, holder) is not None:
            yield from _draft(analysis, "controls", holder, ground, noun)


def _stays(verb: Token) -> bool:
    return verb.lemma_.lower() in {"be", "remain", "stay"} and performed(verb) and not _coming(verb)


def _under(
    verb: Token, prepositions: frozenset[str] | set[str], target: Token | None = None
) -> Iterator[Token]:
    for holder in (verb, target):
        if holder is None:
            continue
        for child in holder.children:
            if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in prepositions:
                for thing in (c for c in child.children if c.dep_ == "pobj"):
                    yield thing
                    yield from (c for c in thing.subtree if c.dep_ == "conj" and c.head == thing)


def _lasts(verb: Token) -> bool:
    """Present, progressive or perfect: a standing state, where the simple past may be one deed."""
    if verb.tag_ in {"VBZ", "VBP"}:
        return True
    return any(c.dep_ == "aux" and c.lemma_ in {"be", "have"} for c in verb.children)


def _passives(analysis: Analysis, verb: Token, lemma: str) -> Iterator[RelationDraft]:
    """ "funded by Iran", "allied with the Taliban", "based in Khost", "banned by the state"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None and verb.dep_ in {"acl", "amod"}:
        subject = verb.head
    if subject is None and verb.dep_ == "acomp":
        subject = subject_of(verb.head)
    if subject is None:
        return
    if lemma in PASSIVE_BY and (lemma not in LASTING or _stands(verb)):
        kind, turned = PASSIVE_BY[lemma]
        whom = _territory(analysis, subject) or subject if kind == "controls" else subject
        for doer in _under(verb, {"by"}):
            yield from _draft(analysis, kind, *((doer, whom) if turned else (whom, doer)), verb)
    for prepositions, kind in PASSIVE_WITH.get(lemma, ()):
        for thing in _under(verb, prepositions):
            yield from _draft(analysis, kind, subject, thing, verb)


def _stands(verb: Token) -> bool:
    """Present or perfect passive, or a participle after its noun; "was banned" is the deed."""
    if verb.dep_ in {"acl", "amod"}:
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP"} for c in verb.children)


def _by_location(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """ "the Khost-based group"."""
    if token.lower_ != "based" or token.dep_ != "amod":
        return
    for child in token.children:
        if child.dep_ in {"npadvmod", "compound"} and _is_place(analysis, child):
            yield from _draft(analysis, "based_in", token.head, child, token)


def _mention(analysis: Analysis, token: Token) -> Mention | None:
    """The mention at a token, where it says who it is: a name, a place, or one with a known identity."""
    found = analysis.mention_at(token.i)
    if found is None:
        return None
    return found if found.kind in {"name", "place"} or found.entity or found.antecedent is not None else None


def _is_place(analysis: Analysis, token: Token) -> bool:
    found = analysis.mention_at(token.i)
    if any(place.head == token.i for place in analysis.places):
        return True
    return token.ent_type_ in {"GPE", "LOC", "FAC"} or (found is not None and found.kind == "place")


def _draft(
    analysis: Analysis,
    kind: str,
    subject: Token,
    target: Token,
    trigger: Token,
    *,
    ended: bool = False,
    role: Role | None = None,
) -> Iterator[RelationDraft]:
    one = _mention(analysis, subject)
    other = _mention(analysis, target) if kind != "holds" else analysis.mention_at(target.i)
    if one is None or other is None or one.index == other.index or not _fit(kind, one, other, role):
        return
    text = analysis.document.text
    start, end = min(one.start, other.start, trigger.idx), max(one.end, other.end, trigger.idx + len(trigger))
    since, until = _bounds(analysis, trigger, start)
    span = Span.of(text, trigger.idx, trigger.idx + len(trigger))
    yield RelationDraft(kind, one.index, other.index, span, trigger.i, start, end, since, until, ended)


def _is_body(one: Mention) -> bool:
    """Whether a mention is known to be no person."""
    return one.kind == "place" or one.entity_kind not in {None, "person"}


def _fit(kind: str, one: Mention, other: Mention, role: Role | None) -> bool:
    """Whether the two mentions can stand in this relation at all."""
    if role is not None and role.person and (_is_body(one) or other.entity_kind == "person"):
        return False
    if kind == "based_in":
        return other.kind == "place"
    if kind in {"splinter_of", "part_of"} and other.kind == "place":
        return False
    return one.entity is None or one.entity != other.entity


def _bounds(
    analysis: Analysis, trigger: Token, start: int
) -> tuple[TimeExpression | None, TimeExpression | None]:
    """The time expressions after "since" or "from", and after "until" or "to", in the trigger's sentence."""
    text, sentence = analysis.document.text, trigger.sent
    since = until = None
    for time in analysis.times:
        if not sentence.start_char <= time.start < sentence.end_char or time.start < start:
            continue
        before = text[max(sentence.start_char, time.start - 8) : time.start].split()
        word = before[-1].lower() if before else ""
        if word in {"since", "from"}:
            since = since or time
        elif word in {"until", "till"}:
            until = until or time
        elif word == "in" and trigger.head.lemma_ == "become":
            since = since or time
    return since, until
