"""Reported speech: cues that govern their content in the parse ("X said P", "X's claim that P")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build
from jirga.coding.claims import by_adjective, by_noun, denied_claim
from jirga.coding.clauses import (
    clause_around,
    climbs_to,
    lemma_of,
    mistaken_for_noun,
    object_of,
    passive,
    performed,
    subject_of,
)
from jirga.coding.measures import OF_DEED
from jirga.coding.rivals import given_tolls, gives_toll, told_number
from jirga.coding.sources import mute
from jirga.lexicon.cues import COMMITMENTS, PLAIN, Commitment, Cue, verb_cues, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Verbs of reporting in a passive with an infinitive ("is said to have fled"); the rest need a that-clause.
_RAISING = word_set(
    "say believe report think allege understand suspect know presume claim estimate expect fear"
)
_CUE_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
#: What deeds and things do with a content, where they can say nothing: "the raid showed that".
_SHOWING = word_set(
    "show suggest indicate reveal mean prove demonstrate confirm underscore imply signal illustrate highlight"
)
_AGAINST = word_set("while whereas though although")
#: What is claimed or denied of a deed that the text takes for granted: "denied involvement in the blast".
RESPONSIBILITY = word_set("responsibility involvement role hand blame")
#: Verbs over an infinitive that belong to its cue ("continued to say", "declined to say").
_OVER = frozenset({"xcomp"})


def reported(analysis: Analysis) -> Iterator[Attribution]:
    """Yield the attributions whose cue (verb, noun, adjective) has its content in the parse."""
    yield from _tolls(analysis)
    for token in analysis.doc:
        if token.pos_ in {"VERB", "AUX"} or mistaken_for_noun(token):
            yield from _by_verb(analysis, token)
        elif token.pos_ == "NOUN":
            yield from by_noun(analysis, token)
        elif token.pos_ == "ADJ":
            yield from by_adjective(analysis, token)


def readings(verb: Token) -> tuple[Cue, ...]:
    """Return the cues a verb may be, its particle counted in ("point out" before "point")."""
    lemma = lemma_of(verb)
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return (verb_cues(f"{lemma} {particle}") if particle else ()) or verb_cues(lemma)


def _tolls(analysis: Analysis) -> Iterator[Attribution]:
    """ "medics put the toll at 15", "the governor's office gave a toll of 36"."""
    for verb, tokens in given_tolls(analysis):
        made = build(
            analysis,
            kind="reported",
            cue_head=verb,
            cue=cue_span(verb),
            source=subject_of(verb),
            content=tokens,
            commitment=PLAIN,
            asserted=performed(verb),
        )
        if made is not None:
            yield made


def _by_verb(analysis: Analysis, verb: Token) -> Iterator[Attribution]:
    for reading in readings(verb):
        content = _content(verb, reading)
        if content is None:
            continue
        tokens, frame = content
        source = subject_of(verb)
        if source is not None and source.i in tokens:
            source = None
        denied = denied_claim(verb)
        if source is not None and source.lower_ == "it" and any(c.tag_ == "TO" for c in verb.children):
            source = None  # "it is fair to say": nobody's
        shown = source is not None and mute(analysis, source)
        if shown and lemma_of(verb) not in _SHOWING:
            return
        attitude = not denied and (
            _for_granted(verb)
            or reading.kind == "attitude"
            or (frame == "to" and reading.kind in {"wish", "intend", "expect"})
        )
        made = build(
            analysis,
            kind="attitude" if attitude else "reported",
            cue_head=verb,
            cue=cue_span(verb, frame),
            source=source,
            content=tokens,
            commitment=_commitment(verb, reading, denied=denied),
            asserted=performed(verb),
            voices=not (attitude or shown),
        )
        if made is not None:
            yield made
            return


def _commitment(verb: Token, reading: Cue, *, denied: bool) -> Commitment:
    if denied:
        return COMMITMENTS["deny"]
    return PLAIN if _for_granted(verb) else reading.commitment


def _for_granted(verb: Token) -> bool:
    """Whether the object is the source's part in a deed, which itself is taken for granted."""
    target = object_of(verb)
    if target is None:
        return False
    return target.lemma_.lower() in RESPONSIBILITY or claimed_deed(verb) is not None


def claimed_deed(verb: Token) -> Token | None:
    """Return the deed a verb claims as its subject's own ("the group claimed the bombing"), else None."""
    target = object_of(verb) if verb.lemma_ == "claim" and not passive(verb) else None
    if target is None or target.lemma_.lower() not in OF_DEED.keys() | {"attack", "bombing", "blast", "raid"}:
        return None
    return target


def _content(verb: Token, reading: Cue) -> tuple[set[int], str] | None:
    """The tokens of a verb's content and the frame it stands in, the surest frame first."""
    if denied_claim(verb):
        return _object(verb), "obj"
    for frame in ("that", "to", "as", "obj", *sorted(reading.frames - {"that", "to", "as", "obj", "quote"})):
        if frame in reading.frames or (frame == "that" and "quote" in reading.frames):
            tokens = _FRAMES.get(frame, _by_preposition(frame))(verb)
            if tokens:
                return tokens, frame
    return None


def _clause(verb: Token) -> set[int]:
    """A clause under the verb, or the clause that the verb stands in as a parenthesis."""
    number = told_number(verb)
    if number:
        return number
    for child in verb.children:
        if child.dep_ == "ccomp" and not _adverbial(child) and not _apart(child, verb):
            return _subtree(child) - _climbing(child) - _aside(child) - _contrasted(child)
    if passive(verb) and verb.lemma_ in _RAISING:
        for child in verb.children:
            if child.dep_ == "xcomp":
                subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
                return _subtree(child) | (_subtree(subject) if subject is not None else set())
    if _inserted(verb):
        clause = clause_around(verb)
        return _subtree(clause) - _subtree(verb) - _contrasted(clause)
    return set()


def _climbing(clause: Token) -> set[int]:
    """Participles of saying that the parse hangs into a content but that go on with its source's words."""
    return {i for t in clause.subtree if climbs_to(t) is not None for i in _subtree(t)}


def _aside(clause: Token) -> set[int]:
    """A clause after a comma that ends a content ("…, which a court has stopped"): the reporter's own."""
    for t in clause.subtree:
        aside = t.dep_ == "relcl" and t.head != clause and t.right_edge.i == clause.right_edge.i
        if aside and t.left_edge.i > 0 and t.doc[t.left_edge.i - 1].text == ",":
            return _subtree(t)
    return set()


def _contrasted(clause: Token) -> set[int]:
    """A clause set against a content, with a source of its own: "…, but residents said"."""
    found: set[int] = set()
    for child in clause.children:
        word = _contrast(child) if child.dep_ in {"conj", "advcl"} and child.i > clause.i else None
        if word is not None and (readings(child) or gives_toll(child)) and subject_of(child) is not None:
            found |= _subtree(child) | {word.i}
    return found


def _contrast(clause: Token) -> Token | None:
    """The "but" or "while" that a clause begins with after a comma."""
    words = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in _AGAINST]
    words += [c for c in clause.head.children if c.dep_ == "cc" and c.lower_ == "but" and c.i < clause.i]
    return next((w for w in words if w.i > 0 and w.doc[w.i - 1].is_punct), None)


def _apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb after it: two sentences in one."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def _adverbial(child: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ in {"because", "although", "while", "so"} for c in child.children
    )


def _inserted(verb: Token) -> bool:
    """Whether the verb is a parenthesis in its own content ("the talks, officials said, failed")."""
    if verb.dep_ in {"parataxis", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return (
            any(c.dep_ == "nsubj" for c in verb.children)
            and (verb.i > verb.head.i or verb.dep_ == "parataxis")
            and _set_off(verb)
        )
    if verb.dep_ == "advcl":
        if any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.lower_ != "it" for c in verb.children):
            return False
        return any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return False


def _set_off(verb: Token) -> bool:
    edge = verb.left_edge
    return edge.is_punct or (edge.i > 0 and verb.doc[edge.i - 1].is_punct)


def _infinitive(verb: Token) -> set[int]:
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and any(c.tag_ == "TO" for c in child.children):
            return _subtree(child) | _object_before(verb, child)
    return set()


def _object_before(verb: Token, child: Token) -> set[int]:
    """The person urged, who is the subject of what is urged."""
    target = object_of(verb)
    return _subtree(target) if target is not None and target.i < child.i and not passive(verb) else set()


def _object(verb: Token) -> set[int]:
    if passive(verb):
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        return _subtree(subject) if subject is not None and subject_of(verb) is not None else set()
    target = object_of(verb)
    if target is None or target.lower_ == "nothing":
        return set()
    complements = (c for c in verb.children if c.i > target.i and (c.dep_ == "oprd" or c.lower_ == "for"))
    return _subtree(target).union(*(_subtree(c) for c in complements))


def _as(verb: Token) -> set[int]:
    """ "X as Y" with what is so called: "described the raid as a mistake"; also "quoted him as saying"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            target = object_of(verb)
            return _subtree(child) | (_subtree(target) if target is not None else set())
    return set()


_FRAMES = {"that": _clause, "to": _infinitive, "obj": _object, "as": _as}


def _by_preposition(word: str) -> Callable[[Token], set[int]]:
    def find(verb: Token) -> set[int]:
        target = object_of(verb) if verb.lemma_ == "accuse" else None
        for child in (*verb.children, *(target.children if target is not None else ())):
            if child.dep_ == "prep" and child.lower_ == word:
                rest = _subtree(child) - {child.i}
                if verb.lemma_ == "accuse":
                    rest |= _object(verb) | _passive_subject(verb)
                return rest | _following_infinitive(verb, child)
            if child.dep_ == "prt" and child.lower_ == word:
                return _object(verb) | _following_infinitive(verb, child)
        return set()

    return find


def _passive_subject(verb: Token) -> set[int]:
    return {t.i for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree}


def _following_infinitive(verb: Token, prep: Token) -> set[int]:
    """ "called on X to do": the infinitive belongs to the content."""
    for child in verb.children:
        if (
            child.i > prep.i
            and child.dep_ in {"xcomp", "advcl"}
            and any(c.tag_ == "TO" for c in child.children)
        ):
            return _subtree(child)
    return set()


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def cue_span(verb: Token, frame: str = "") -> tuple[int, int]:
    """Return the cue's code points: the verb with auxiliaries, negation, adverbs, particle, preposition."""
    doc = verb.doc
    left = right = verb.i
    top = verb
    while top.dep_ in _OVER and top.head.pos_ == "VERB" and top.head.i < top.i and top.i - top.head.i < 4:
        top = top.head
        left = top.i
    while left > 0 and doc[left - 1].dep_ in _CUE_LEFT and doc[left - 1].head in (top, verb):
        left -= 1
    while left < top.i and doc[left].dep_ == "advmod" and doc[left].tag_.startswith("W"):
        left += 1
    for child in verb.rights:
        if child.i == right + 1 and (child.dep_ == "prt" or (child.dep_ == "prep" and child.lower_ == frame)):
            right = child.i
    return doc[left].idx, doc[right].idx + len(doc[right])
