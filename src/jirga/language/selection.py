"""What its clause asks of whoever a pronoun stands for: who is banned is a group, who denies was accused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from jirga.lexicon.cues import verb_cues, word_set
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from jirga.language.identity import Draft

_GROUPS = frozenset({"group", "party", "organisation", "force"})
#: What is done to groups and parties, and to no state or government.
_DONE_TO_GROUPS = word_set("ban outlaw proscribe blacklist delist disband")
#: What is done to groups, parties and states, and hardly to what was said.
_DONE_TO_BODIES = word_set(
    "fight ban outlaw proscribe join rejoin lead found fund arm shelter disarm dissolve disband court "
    "negotiate sanction recognise recognize infiltrate defeat crush disown"
)
#: What one has or does with somebody.
_DEALT_WITH = word_set(
    "sign talk deal meet reach conclude ally side cooperate clash truce ceasefire agreement pact accord "
    "negotiation war link tie alliance"
)
_DENYING = word_set("deny reject dismiss refute dispute repudiate")
_CHARGES = word_set("charge accusation allegation claim involvement role responsibility wrongdoing")
_ACCUSING = word_set("accuse blame charge suspect")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def kinds_asked(token: Token) -> frozenset[str] | None:
    """Return the kinds of entity that a pronoun may stand for by its verb, None where any will do."""
    done_to = token.dep_ in {"dobj", "nsubjpass"}
    return _GROUPS if done_to and token.head.lemma_.lower() in _DONE_TO_GROUPS else None


def is_asked_for(token: Token, one: Draft) -> bool:
    """Whether a mention is of a kind that the pronoun's verb takes."""
    kinds = kinds_asked(token)
    return kinds is None or one.identity.entity_kind in kinds


def takes_a_body(token: Token) -> bool:
    """Whether "it" is the object of what one does to a body only: fought it, negotiated with it."""
    over = token.head
    if token.dep_ == "pobj" and over.lower_ in {"with", "against"}:
        lemma = over.head.lemma_.lower()
        return lemma in _DONE_TO_BODIES or (over.lower_ == "with" and lemma in _DEALT_WITH)
    return token.dep_ in {"dobj", "pobj"} and over.lemma_.lower() in _DONE_TO_BODIES


def accused_before(doc: Doc, token: Token, before: Iterable[Draft]) -> Draft | None:
    """Return whom the latest accusation was against where a pronoun denies it: "It denied the charge"."""
    verb = token.head
    denied = token.dep_ == "nsubj" and verb.lemma_ in _DENYING
    if not denied or not any(c.dep_ == "dobj" and c.lemma_ in _CHARGES for c in verb.children):
        return None
    start = doc[verb.sent.start - 1].sent.start if verb.sent.start else 0
    accusing = next((t for t in reversed(doc[start : token.i]) if _accuses(t)), None)
    if accusing is None:
        return None
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in accusing.children)
    whom = {c.i for c in accusing.children if c.dep_ == ("nsubjpass" if passive else "dobj")}
    return next((one for one in before if one.head in whom), None)


def _accuses(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in _ACCUSING


def told_of_itself(token: Token, at: Mapping[int, Draft]) -> Draft | None:
    """Return who reports, where a pronoun in a further clause of what he reports is he.

    "Islamabad says Kabul must stop the TTP, which it says uses Afghan soil": Islamabad says so. So too in a
    second clause with "that": "they say that the TTP is Pakistan's problem and that they shelter nobody".
    """
    saying = token.head
    if token.dep_ != "nsubj":
        return None
    again = saying.dep_ == "relcl" and bool(verb_cues(saying.lemma_.lower()))
    further = saying.dep_ == "conj" and saying.head.dep_ == "ccomp" and _has_that(saying)
    for above in saying.ancestors if again or further else ():
        if above.pos_ == "VERB" and verb_cues(above.lemma_.lower()):
            subject = next((c for c in above.children if c.dep_ == "nsubj" and c.i < token.i), None)
            return at.get(subject.i) if subject is not None else None
    return None


def speaks_on(token: Token, at: Mapping[int, Draft]) -> Draft | None:
    """Return who spoke in the sentence before, where a pronoun closes another of his: "…, it said"."""
    saying = token.head
    said = [c for c in saying.children if c.dep_ == "ccomp" and c.i < token.i]
    if token.dep_ != "nsubj" or not said or not verb_cues(saying.lemma_.lower()) or not saying.sent.start:
        return None
    for before in reversed(saying.doc[saying.doc[saying.sent.start - 1].sent.start : saying.sent.start]):
        if before.pos_ == "VERB" and verb_cues(before.lemma_.lower()):
            return next((at[i] for i in subjects_of(before) if i in at), None)
    return None


def subjects_of(word: Token) -> Iterator[int]:
    """Yield the tokens that are the subjects of a verb, or of the clause that a word stands in."""
    verb = word if word.pos_ == "VERB" else next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    while verb is not None:
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        relative = verb.dep_ == "relcl"
        yield from (verb.head.i if relative and c.tag_ in {"WDT", "WP"} else c.i for c in own)
        verb = verb.head if not own and verb.dep_ in {"conj", "xcomp"} and verb.head != verb else None


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def owner_of_thing(subject: Token, token: Token, at: Mapping[int, Draft]) -> Draft | None:
    """Return whose the thing is that a clause before is about, where the pronoun acts: no thing does.

    "The TLP's ban was lifted after it promised to behave": the TLP promised.
    """
    if token.dep_ not in _SUBJECTS or token.dep_ == "nsubjpass" or subject.pos_ != "NOUN":
        return None
    lemma = token.head.lemma_.lower()
    if not (event_lexicon().knows(lemma, "v") or verb_cues(lemma)):
        return None
    owners = (c for c in subject.children if c.dep_ == "poss")
    return next((at[c.i] for c in owners if c.i in at), None)
