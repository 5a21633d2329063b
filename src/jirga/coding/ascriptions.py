"""Who is said to have done it: blame, accusation, claimed responsibility, whose work it was.

"A bomb killed nine; police blamed the TTP for the attack": the attack is the paper's, its perpetrator the
police's. An ascription gives that participant its own speaker, apart from the event's. Where the text itself
says whose deed it was ("the TTP is responsible for the attack") there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.coding.clauses import object_of, passive, performed, subject_of
from jirga.coding.nominals import may_have, only_doer_is_open
from jirga.coding.reported import RESPONSIBILITY, claimed_deed, cue_span
from jirga.coding.sources import speaker
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import COMMITMENTS, PLAIN, Commitment, verb_cues, word_set
from jirga.model import Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Verb → the preposition before the deed. "hold X responsible for" is read off its adjective.
_CHARGES = {
    "blame": "for",
    "accuse": "of",
    "suspect": "of",
    "charge": "with",
    "implicate": "in",
    "fault": "for",
}
#: Of them those that need not name the deed: "police blamed the TTP", "the army suspects the rebels".
_WITHOUT_DEED = frozenset({"blame", "suspect"})
#: Verbs of which the deed is the object and the doer stands after the preposition.
_LAYING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}
#: Verbs that lay what stands in `_BURDEN` "on" the doer "for" the deed.
_PLACING = word_set("place lay put pin")
_BURDEN = word_set("responsibility blame guilt")
#: Adjectives of whoever did it → the preposition before the deed.
_ANSWERABLE = {"responsible": "for", "accountable": "for", "guilty": "of"}
#: "The attack was the work of X".
_WORK = word_set("work handiwork doing deed")
#: What one is believed, thought … to be.
_HELD_TO_BE = word_set("believe think say suspect allege consider presume report assume")
#: Verbs that are done to nothing but a deed, wherever their participle hangs.
_DOING = word_set("perpetrate commit")
#: Between "holds" and "responsible" stands at most so long a name, with its abbreviation in brackets.
_FAR = 16
_CLAIMING = word_set("claim accept take admit acknowledge assume")
_DENYING = word_set("deny disclaim reject disown disavow")
_REFUTING = word_set("dismiss refute rebut repudiate dispute")
#: "The bombing was ours".
_OWNED = frozenset({"theirs", "ours", "mine", "his", "hers"})


@dataclass(frozen=True, slots=True)
class Ascription:
    """One participant made the doer of a deed by one speaker.

    `actor` and `deed` are tokens of `Analysis.doc`: the head of the one blamed and of what was done (None
    where no word stands for it: "the group claimed responsibility"; "no group has" yields nothing at all).
    `speaker` is None where the text itself says so. `own` is True where the speaker speaks of itself.
    `commitment` is negated for a denial of responsibility, and for "X is not responsible".
    """

    speaker: Speaker | None
    actor: int
    deed: int | None
    cue_head: int
    own: bool = False
    commitment: Commitment = PLAIN


def ascriptions(analysis: Analysis) -> tuple[Ascription, ...]:
    """Return the blame, accusations and claims of responsibility that a text reports as made."""
    found: list[Ascription] = []
    for token in analysis.doc:
        if token.pos_ == "VERB" and may_have(token):
            found.extend(_may_have_done(analysis, token))
        elif token.pos_ in {"VERB", "AUX"} and performed(token):
            found.extend(_charge(analysis, token))
            found.extend(_responsibility(analysis, token))
            found.extend(_held(analysis, token))
            found.extend(_blamed_on(analysis, token))
            found.extend(_told(analysis, token, PLAIN))
        elif token.lemma_ == "be" and _reputed(token):
            found.extend(_told(analysis, token, replace(PLAIN, certainty="probable")))
        elif token.lemma_ == "be" and any(c.dep_ == "neg" for c in token.children):
            found.extend(_told(analysis, token, COMMITMENTS["deny"]))
    return tuple(found)


def _charge(analysis: Analysis, verb: Token) -> Iterator[Ascription]:
    """ "X blamed Y for Z", "Y was accused of Z by X"."""
    preposition = _CHARGES.get(verb.lemma_.lower())
    if preposition is None or _after(verb, "on") is not None:
        return
    deed = _after(verb, preposition)
    target = _target(verb)
    bare = verb.lemma_ in _WITHOUT_DEED
    if target is not None and not _no_doer(analysis, target) and (deed is not None or bare):
        yield from _made(analysis, verb, target, deed, COMMITMENTS["claim"])


def _target(verb: Token) -> Token | None:
    if passive(verb):
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        return verb.head if subject is None and verb.dep_ == "acl" else subject
    return object_of(verb)


def _after(head: Token, preposition: str) -> Token | None:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
    target = object_of(head) if head.pos_ == "VERB" else None
    return _after(target, preposition) if target is not None else None


def _blamed_on(analysis: Analysis, verb: Token) -> Iterator[Ascription]:
    """ "X blamed the attack on Y", "an attack attributed to Y", "X laid the blame for it on Y"."""
    preposition = _LAYING.get(verb.lemma_.lower())
    burden = _target(verb) if verb.lemma_.lower() in _PLACING else None
    if burden is not None and burden.lemma_.lower() in _BURDEN:
        target, deed = _laid_on(verb), _after(burden, "for") or _after(verb, "for")
    elif preposition is None:
        return
    else:
        target, deed = _after(verb, preposition), _target(verb)
    if deed is not None and deed.tag_ == "WDT" and verb.dep_ == "relcl":
        deed = verb.head
    if target is not None and not _no_doer(analysis, target):
        yield from _made(analysis, verb, target, deed, COMMITMENTS["claim"])


def _laid_on(verb: Token) -> Token | None:
    """Return whom a burden is laid on, wherever the parse hangs "on" after it."""
    on = (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in {"on", "upon"} and t.i > verb.i)
    return next((c for preposition in on for c in preposition.children if c.dep_ == "pobj"), None)


def _may_have_done(analysis: Analysis, verb: Token) -> Iterator[Ascription]:
    """ "The murder may have been committed by X": it is open whether he did it, not whether it was done."""
    deed, doer = _target(verb), subject_of(verb)
    if deed is None or doer is None or not only_doer_is_open(deed, verb) or _no_doer(analysis, doer):
        return
    yield Ascription(None, doer.i, deed.i, verb.i, commitment=replace(PLAIN, certainty="possible"))


def _reputed(verb: Token) -> bool:
    """Whether it is what somebody is held to be: "is believed to be responsible"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _HELD_TO_BE and passive(verb.head)


def _told(analysis: Analysis, verb: Token, commitment: Commitment) -> Iterator[Ascription]:
    """ "X is responsible for the attack", "it was the work of X", "X was behind it", "it was theirs"."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    subject = next((c for c in over.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    for word in verb.children if verb.lemma_ == "be" and subject is not None else ():
        doer, deed = subject, None
        if word.dep_ == "acomp" and word.lower_ in _ANSWERABLE:
            deed = _after(word, _ANSWERABLE[word.lower_]) or _after(verb, _ANSWERABLE[word.lower_])
        elif word.dep_ == "attr" and word.lemma_.lower() in _WORK:
            doer, deed = _after(word, "of") or _owner(word, over), subject
        elif word.lower_ in _OWNED and subject != word:
            doer, deed = _owner(word, over), subject
        elif word.dep_ == "prep" and word.lower_ == "behind":
            deed = next((c for c in word.children if c.dep_ == "pobj"), None)
        else:
            continue
        if doer is not None and not _no_doer(analysis, doer):
            yield from _stated(analysis, verb, doer, deed, commitment)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in _DOING:
        doer = subject_of(verb)
        if doer is not None:
            yield Ascription(None, doer.i, verb.head.i, verb.i)


def _owner(word: Token, verb: Token) -> Token | None:
    """Whose work a speaker says it was: "ISKP said the attack was its work", "that it was theirs"."""
    own = word.lower_ in _OWNED or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in word.children)
    return subject_of(verb.head) if own and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" else None


def _stated(
    analysis: Analysis, verb: Token, doer: Token, deed: Token | None, commitment: Commitment
) -> Iterator[Ascription]:
    """What a clause says of a doer; of a deed told before ("was behind it"), by whoever says the clause."""
    if _denied_above(verb):
        commitment = COMMITMENTS["deny"]
    if deed is not None and deed.pos_ != "PRON":
        yield Ascription(None, doer.i, deed.i, verb.i, commitment=commitment)
    elif verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and verb_cues(verb.head.lemma_.lower()):
        yield from _made(analysis, verb.head, doer, deed, commitment)
    elif deed is not None:
        yield Ascription(None, doer.i, deed.i, verb.i, commitment=commitment)


def _denied_above(verb: Token) -> bool:
    """Whether what a clause says is denied: "rejected claims that it was behind the blast"."""
    over = verb.head
    if verb.dep_ in {"acl", "ccomp", "relcl"} and over.pos_ == "NOUN" and over.dep_ == "dobj":
        over = over.head
    clause = verb.dep_ in {"acl", "ccomp", "relcl"}
    return clause and over.pos_ == "VERB" and over.lemma_.lower() in _DENYING | _REFUTING


def _no_doer(analysis: Analysis, noun: Token) -> bool:
    """Whether what is blamed is no one: "the split in the insurgency", "bad weather"."""
    mention = analysis.mention_at(noun.i)
    somebody = mention is not None and mention.head == noun.i and mention.kind != "place"
    return noun.pos_ == "NOUN" and not somebody and agent(noun.lemma_.lower()) is None


def _held(analysis: Analysis, verb: Token) -> Iterator[Ascription]:
    """ "X held Y responsible for Z", "Y is held responsible"."""
    if verb.lemma_.lower() != "hold":
        return
    for word in verb.subtree:
        if word.lower_ in {"responsible", "accountable"} and word.i - verb.i < _FAR:
            target = _target(verb) or next(
                (c for c in verb.subtree if c.dep_ == "nsubj" and c.i > verb.i), None
            )
            if target is not None:
                deed = _after(word, "for") or _after(verb, "for")
                yield from _made(analysis, verb, target, deed, COMMITMENTS["claim"])
            return


def _responsibility(analysis: Analysis, verb: Token) -> Iterator[Ascription]:
    """ "The group claimed responsibility for the attack", and its denial."""
    lemma = verb.lemma_.lower()
    thing = _target(verb)
    deed = claimed_deed(verb)
    who = subject_of(verb)
    if deed is not None and who is not None:
        yield from _made(analysis, verb, who, deed, COMMITMENTS["say"], own=True)
        return
    if thing is None or thing.lemma_.lower() not in RESPONSIBILITY or lemma not in _CLAIMING | _DENYING:
        return
    if who is None:
        return
    deed = _after(thing, "for") or _after(thing, "in") or _after(verb, "for")
    if deed is not None and deed.tag_ == "WDT" and verb.dep_ == "relcl":
        deed = verb.head  # "the attack, for which the TTP claimed responsibility"
    commitment = COMMITMENTS["deny" if lemma in _DENYING else "say"]
    yield from _made(analysis, verb, who, deed, commitment, own=True)


def _made(
    analysis: Analysis,
    verb: Token,
    actor: Token,
    deed: Token | None,
    commitment: Commitment,
    *,
    own: bool = False,
) -> Iterator[Ascription]:
    text = analysis.document.text
    source = subject_of(verb)
    last = max(verb.right_edge.i, verb.i)
    content = Span.of(text, verb.idx, analysis.doc[last].idx + len(analysis.doc[last]))
    who = speaker(analysis, source, Span.of(text, *cue_span(verb)), content, at=verb)
    yield Ascription(who, actor.i, deed.i if deed is not None else None, verb.i, own, commitment)
