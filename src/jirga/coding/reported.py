"""Reported speech: cues that govern their content in the parse ("X said P", "X's claim that P")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build
from jirga.coding.claims import by_adjective, by_noun, denied_claim, moved
from jirga.coding.clauses import (
    SEEMING,
    is_past,
    lemma_of,
    made_known,
    mistaken_for_noun,
    object_of,
    passive,
    performed,
    subject_of,
)
from jirga.coding.closing import closing_report, inverted_source, saying
from jirga.coding.contents import carried, content_of, readings, trailing_source
from jirga.coding.inserted import speaking_beside
from jirga.coding.measures import OF_DEED, takes_lives
from jirga.coding.rivals import could_count, given_tolls, own_counts
from jirga.coding.sources import mute, speaks
from jirga.lexicon.cues import COMMITMENTS, PLAIN, Commitment, Cue, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_CUE_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
#: What deeds and things do with a content, where they can say nothing: "the raid showed that".
_SHOWING = word_set(
    "show suggest indicate reveal mean prove demonstrate confirm underscore imply signal illustrate highlight"
)
#: What is claimed or denied of a deed that the text takes for granted: "denied involvement in the blast".
RESPONSIBILITY = word_set("responsibility involvement role hand blame credit authorship")
_QUOTING = word_set("quote cite interview")
_ASKING = word_set("who whom whose where when why how what which")
#: Verbs over an infinitive that belong to its cue ("continued to say", "declined to say").
_OVER = frozenset({"xcomp"})


def reported(analysis: Analysis) -> Iterator[Attribution]:
    """Yield the attributions whose cue (verb, noun, adjective) has its content in the parse."""
    yield from _tolls(analysis)
    for token in analysis.doc:
        if moved(token) or token.pos_ == "ADJ":
            yield from by_adjective(analysis, token)
        elif token.pos_ in {"VERB", "AUX"} or mistaken_for_noun(token):
            yield from _by_verb(analysis, token)
        elif token.pos_ == "NOUN" and not carried(token):
            yield from by_noun(analysis, token)
            yield from _closing(analysis, token)
        elif token.pos_ == "PROPN":
            yield from _closing(analysis, token)


def _tolls(analysis: Analysis) -> Iterator[Attribution]:
    """ "medics put the toll at 15", "the governor's office gave a toll of 36", "prosecutors list eight"."""
    for verb, tokens in chain(given_tolls(analysis), own_counts(analysis)):
        if takes_lives(verb):
            continue
        made = build(
            analysis,
            kind="reported",
            cue_head=verb,
            cue=cue_span(verb),
            source=subject_of(verb),
            content=tokens,
            commitment=PLAIN,
            asserted=performed(verb) or could_count(verb),
        )
        if made is not None:
            yield made


def _by_verb(analysis: Analysis, verb: Token) -> Iterator[Attribution]:
    for reading in () if takes_lives(verb) else readings(verb):
        content = content_of(verb, reading)
        if content is None:
            continue
        tokens, frame = content
        hedged = lemma_of(verb) in SEEMING
        if (reading.kind == "deed" or hedged) and frame == "to" and _leads_to_cue(verb):
            continue
        source = None if hedged else subject_of(verb)
        if source is not None and source.i in tokens:
            source = None
        if frame == "that":
            source, tokens = _found_source(verb, source, tokens)
            beside = speaking_beside(verb)
            source = beside if beside is not None and beside.i not in tokens else source
        denied = denied_claim(verb)
        if source is not None and source.lower_ == "it" and any(c.tag_ == "TO" for c in verb.children):
            source = None  # "it is fair to say": nobody's
        if source is None and not passive(verb):
            source = _named_before(verb) or _said_before(verb)
        if _is_asked(verb):
            source = None  # "the colonel, asked whether …, shrugged"
        if _granted(verb) or (source is None and not hedged and _commanded(verb)):
            return
        shown = source is not None and (mute(analysis, source) or _only_sees(analysis, verb, source))
        if shown and lemma_of(verb) not in _SHOWING:
            return
        attitude = not denied and (
            _for_granted(verb)
            or reading.kind in {"attitude", "deed"}
            or (frame == "to" and reading.kind in {"wish", "intend", "expect"})
        )
        own = _owns_up(verb)
        if own:
            tokens = tokens - _told_beside(verb)
        left = _left_open(verb, tokens) if source is not None else None
        made = build(
            analysis,
            kind="deed" if reading.kind == "deed" else "attitude" if attitude else "reported",
            cue_head=verb,
            cue=cue_span(verb, frame),
            source=source,
            content=tokens,
            commitment=left or _commitment(verb, reading, denied=denied),
            asserted=reading.kind == "deed" or left is not None or performed(verb),
            voices=not (attitude or shown or _is_expected(verb)) or own,
        )
        if made is not None:
            yield made
            yield from _quoted_by(analysis, verb, made)
            return
    yield from _closing(analysis, verb)


def _only_sees(analysis: Analysis, verb: Token, source: Token) -> bool:
    """Whether "saw" tells when or where something happened, and of no witness: "a night that saw raids"."""
    return verb.lemma_ == "see" and source.pos_ == "NOUN" and not speaks(analysis, source)


def _is_expected(verb: Token) -> bool:
    """Whether a passive only looks ahead, by nobody's word: "the talks are expected to resume"."""
    return verb.lemma_ == "expect" and passive(verb) and subject_of(verb) is None


def _owns_up(verb: Token) -> bool:
    """Whether somebody says that a deed was his own: "claimed responsibility for the blast"."""
    target = object_of(verb)
    if verb.lemma_ not in {"claim", "admit", "acknowledge", "accept"} or target is None:
        return False
    return target.lemma_.lower() in RESPONSIBILITY - {"blame"}


def _told_beside(verb: Token) -> set[int]:
    """What the text itself adds on a deed that somebody owns up to: "for the blast, in which two died"."""
    added = (t for t in verb.subtree if t.dep_ in {"relcl", "advcl"} and t.left_edge.nbor(-1).text == ",")
    return {i.i for t in added if t.i > verb.i for i in t.subtree}


def _named_before(verb: Token) -> Token | None:
    """The person whose name stands right before a finite verb that the parse gave to no one."""
    name = next((e for e in verb.sent.ents if e.end == verb.i and e.label_ == "PERSON"), None)
    return name.root if name is not None and verb.tag_ in {"VBD", "VBZ"} else None


def _said_before(verb: Token) -> Token | None:
    """Who speaks on: "the consul said that houses were burnt, and said that" people were hit."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    over = (a for a in verb.ancestors if a.lemma_ == verb.lemma_ and a.tag_ == verb.tag_ and not passive(a))
    return next((who for a in over if (who := subject_of(a)) is not None), None)


def _left_open(verb: Token, content: set[int]) -> Commitment | None:
    """What is left by who will not or cannot say "whether" or "who"; None where something is said.

    Also of who will "neither confirm nor deny" it.
    """
    if performed(verb) or passive(verb) or not content:
        return None
    first = verb.doc[min(content)].lower_
    alike = {c.lemma_ for c in (verb.head, *verb.children, *verb.head.children) if c.pos_ == "VERB"}
    if first in {"whether", "if"} or {"confirm", "deny"} <= alike | {verb.lemma_}:
        return Commitment(polarity="unknown")
    return COMMITMENTS["question"] if first in _ASKING else None


def _quoted_by(analysis: Analysis, verb: Token, one: Attribution) -> Iterator[Attribution]:
    """Who quotes the source: "witnesses quoted by Radio Dabanga said that P"."""
    source = analysis.doc[one.source_head] if one.source_head is not None else verb
    quoted = next((c for c in source.children if c.dep_ == "acl" and c.lemma_ in _QUOTING), None)
    medium = subject_of(quoted) if quoted is not None and quoted.tag_ == "VBN" else None
    if quoted is None or medium is None or not one.voices:
        return
    beside = {t.i for t in quoted.subtree}
    made = build(
        analysis,
        kind="reported",
        cue_head=quoted,
        cue=(quoted.idx, quoted.idx + len(quoted)),
        source=medium,
        content={*one.tokens, verb.i, *(t.i for t in source.subtree)} - beside,
        commitment=PLAIN,
    )
    if made is not None:
        yield made


def _found_source(verb: Token, source: Token | None, tokens: set[int]) -> tuple[Token | None, set[int]]:
    """A verb's source that the parse took for something else, and the content without it.

    "…," added the source: for its object; "…, an activist, who stayed unnamed, told a station": for a part of
    what was said, so that whom the verb speaks to seems to be its subject.
    """
    if not tokens or max(tokens) > verb.i or passive(verb):
        return source, tokens
    if source is not None and source.i < verb.i:
        return source, tokens
    closing = closing_report(verb)
    if closing is not None:
        return closing
    if source is not None:
        return source, tokens
    source, tokens = trailing_source(verb, tokens)
    return source if source is not None else inverted_source(verb), tokens


def _closing(analysis: Analysis, verb: Token) -> Iterator[Attribution]:
    """What a verb that closes its sentence says, where the parse gave it nothing."""
    found = closing_report(verb)
    if found is None or mute(analysis, found[0]):
        return
    source, tokens = found
    reading = saying(verb)
    made = build(
        analysis,
        kind="reported",
        cue_head=verb,
        cue=cue_span(verb),
        source=source,
        content=tokens,
        commitment=reading.commitment if reading is not None else PLAIN,
        asserted=performed(verb),
    )
    if made is not None:
        yield made


def _leads_to_cue(verb: Token) -> bool:
    """Whether the infinitive is itself a cue with a content ("refused to endorse it"): one cue, not two."""
    below = (c for c in verb.children if c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children))
    return any(content_of(one, cue) is not None for one in below for cue in readings(one))


def _commanded(verb: Token) -> bool:
    """Whether the reader is told to suppose it, so that nobody does: "Imagine that the truce fails"."""
    return verb.tag_ in {"VB", "VBP"} and verb.dep_ == "ROOT" and not passive(verb)


def _is_asked(verb: Token) -> bool:
    """Whether "asked", right behind its subject's comma, tells what that one was asked by somebody else."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lower_ != "asked" or subject is None or verb.nbor(-1).text != ",":
        return False
    return subject.i == verb.i - 2


def _granted(verb: Token) -> bool:
    """Whether a participle only makes a condition: "Assuming that they agree, staff will be sent"."""
    given = {"assuming", "supposing", "granting", "provided", "providing"}
    return verb.lower_ in given and not any(c.dep_ == "nsubj" for c in verb.children)


def _commitment(verb: Token, reading: Cue, *, denied: bool) -> Commitment:
    if denied:
        return COMMITMENTS["deny"]
    past = reading.kind == "act" and any(c.dep_ == "ccomp" and is_past(c) for c in verb.children)
    found = PLAIN if past or _for_granted(verb) else reading.commitment  # "swore that they had fled"
    seems = verb.dep_ == "xcomp" and verb.head.lemma_ in SEEMING  # "appears to show that"
    return replace(found, certainty="probable") if seems else found


def _for_granted(verb: Token) -> bool:
    """Whether the object is the source's part in a deed, which itself is taken for granted."""
    target = object_of(verb)
    if target is None:
        return False
    return target.lemma_.lower() in RESPONSIBILITY or claimed_deed(verb) is not None


def claimed_deed(verb: Token) -> Token | None:
    """Return the deed a verb claims as its subject's own ("the group claimed the bombing"), else None."""
    up_to = (
        g
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ == "to"
        for g in c.children
        if g.dep_ == "pobj"
    )
    if verb.lemma_ == "own" and any(c.lower_ == "up" for c in verb.children):
        target = next(up_to, None)  # "owned up to the bombing"
    elif verb.lemma_ in {"claim", "admit"}:
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        target = subject if passive(verb) else object_of(verb)  # "the blast was claimed by"
    else:
        return None
    if verb.lemma_ == "claim" and verb.dep_ in {"acl", "relcl"} and (target is None or target.tag_ == "WDT"):
        target = _deed_told_of(verb.head)
    if target is None or target.lemma_.lower() not in OF_DEED.keys() | {"attack", "bombing", "blast", "raid"}:
        return None
    return target


def _deed_told_of(noun: Token) -> Token:
    """The deed that a relative clause is on, past where it was done: "the blast in Quetta, claimed by X"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "near", "on", "outside", "of"}:
        noun = noun.head.head
    return noun


def cue_span(verb: Token, frame: str = "") -> tuple[int, int]:
    """Return the cue's code points: the verb with auxiliaries, negation, adverbs, particle, preposition."""
    doc, leads = verb.doc, "to" if frame == "toward" else frame
    left = right = verb.i
    top = verb
    while top.dep_ in _OVER and top.head.pos_ == "VERB" and top.head.i < top.i and top.i - top.head.i < 4:
        top = top.head
        left = top.i
    if made_known(verb):
        top = verb.head
        left = top.i
    while left > 0 and _leads_cue(doc[left - 1]) and doc[left - 1].head in (top, verb):
        left -= 1
    while left < top.i and doc[left].dep_ == "advmod" and doc[left].tag_.startswith("W"):
        left += 1
    for child in verb.rights:
        idiom = verb.lemma_ == "put" and child.lower_ == "it"  # "as he put it"
        if child.i == right + 1 and (idiom or _follows_in_cue(child, leads)):
            right = child.i
    if right + 1 < len(doc) and doc[right + 1].text == ":":
        right += 1  # "said: “We left”": the colon hands the words over
    return doc[left].idx, doc[right].idx + len(doc[right])


def _follows_in_cue(child: Token, leads: str) -> bool:
    """Whether a word right after a verb belongs to its cue: particle, adverb, the content's preposition."""
    if child.dep_ == "advmod":
        return child.left_edge == child.right_edge and not child.tag_.startswith("W")
    return child.dep_ == "prt" or (child.dep_ == "prep" and child.lower_ == leads)


def _leads_cue(token: Token) -> bool:
    """Whether a word before a verb belongs to its cue; a name or noun taken for an adverb does not."""
    named = token.pos_ in {"NOUN", "PROPN", "NUM"} or (token.is_title and not token.is_sent_start)
    return token.dep_ in _CUE_LEFT and not named
