"""Sources beside their content: "according to X", "in the words of X", "reportedly", "P: police"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build, inside_range
from jirga.coding.clauses import clause_around, object_of, subject_of
from jirga.coding.closing import closing_report
from jirga.coding.contents import readings, set_off_source
from jirga.coding.rivals import own_numbers
from jirga.coding.slots import ACCOUNTS, is_count
from jirga.coding.sources import kind_of, mute, speaks
from jirga.coding.transcripts import OWN
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import COMMITMENTS, cue, source_kind, word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Nouns of saying and seeing that other prepositions than "in" and "by" lead to: "on one broker's reading".
_SAYINGS = {
    "on": word_set("word view telling account reading showing testimony version"),
    "from": word_set("perspective standpoint viewpoint telling"),
}
#: Prepositions of when or upon what something happened.
_OCCASIONS = frozenset({"during", "after", "before", "since", "following", "amid"})
#: The numbers that single sources give, by the token that introduces each source.
Numbers = Mapping[int, tuple[int, ...]]
_HEADLINE = re.compile(
    r"^(?P<content>(?=[^\s:]+ )[^\n:]{12,160}): (?P<source>[^\n:.!?]{2,40})$", re.MULTILINE
)
#: The same behind a dash: "12 killed in blast - police".
_DASHED = re.compile(
    r"^(?P<content>[^\n]{12,160}) (?P<dash>--?|–|—) (?P<source>[^\n:.!?“”\"–—]{2,40})$", re.MULTILINE
)
#: A headline that names its speaker first: "Minister Khan: Talks will go on"; only the text's first line.
_OPENING = re.compile(r"\A(?P<source>[A-Z][^\n:.!?“\"]{2,40}): (?P<content>[^\n]{12,160})$", re.MULTILINE)
_SIGNED = re.compile(
    r"^(?P<content>[“\"][^\n]+[”\"])\s*(?P<dash>[―—–]|--?)\s*(?P<source>[A-Z](?:[^\n.!?]|(?<=\b[A-Z])\.){2,60})\.?\s*$",
    re.MULTILINE,
)

#: Kinds of line whose source stands behind a dash.
_DASHES = frozenset({"signed", "dashed"})


def adjuncts(analysis: Analysis) -> Iterator[Attribution]:
    """Yield the attributions whose source stands beside the clause, not over it."""
    numbers = own_numbers(analysis.doc)
    for token in analysis.doc:
        if token.lower_ == "according":
            yield from _according(analysis, token, numbers)
        elif token.lower_ == "per" and token.dep_ == "prep":
            yield from _per(analysis, token)
        elif token.lower_ in {"in", "by", *_SAYINGS} and token.dep_ in {"prep", "agent"}:
            yield from _account(analysis, token, numbers)
        elif token.lower_ in {"citing", "quoting"} and token.dep_ in {"advcl", "prep", "acl", "amod"}:
            yield from _citing(analysis, token)
        elif token.lower_ == "believed" and token.dep_ == "xcomp":
            yield from _believed(analysis, token, numbers)
        elif token.lower_ == "tell" and token.head.lower_ == "hear":
            yield from _to_hear(analysis, token, token.head, numbers)
        elif token.lower_ == "hear" and token.head.lower_ == "tell":
            yield from _to_hear(analysis, token.head, token, numbers)
        elif token.lower_ == "lest" and token.dep_ == "mark":
            yield from _lest(analysis, token)
        elif token.pos_ == "ADV":
            yield from _adverb(analysis, token)
    yield from _lines(analysis, _HEADLINE, "title")
    yield from _lines(analysis, _DASHED, "dashed")
    yield from _lines(analysis, _OPENING, "opening")
    yield from _lines(analysis, _SIGNED, "signed")


def _made(
    analysis: Analysis, cue_token: Token, last: Token, source: Token, out: Token, numbers: Numbers
) -> Iterator[Attribution]:
    """The attribution of the clause around the phrase headed by `out`, or of the number it gives."""
    left_out = {t.i for t in out.subtree}
    made = build(
        analysis,
        kind="according",
        cue_head=cue_token,
        cue=(cue_token.idx, last.idx + len(last)),
        source=source,
        content=numbers.get(out.i)
        or _number_beside(out)
        or {t.i for t in _own_part(_all_told(out), out)} - left_out - _rivals(out, numbers),
        commitment=COMMITMENTS["say"],
    )
    if made is not None:
        yield made


def _number_beside(out: Token) -> set[int]:
    """The number in apposition that a count is of: "they rallied, 900 strong by the mayor's count"."""
    if out.lower_ != "by":
        return set()
    first = out.left_edge.i - 1
    while (
        first >= out.sent.start and not out.doc[first].is_punct and out.doc[first].pos_ not in {"VERB", "AUX"}
    ):
        first -= 1
    words = out.doc[first + 1 : out.left_edge.i]
    set_off = first >= out.sent.start and out.doc[first].text in {",", "–", "—", "("}
    counted = any(t.like_num or (t.pos_ == "ADJ" and t.ent_type_ == "ORDINAL") for t in words)
    return {t.i for t in words} if set_off and counted else set()


def _all_told(out: Token) -> Token:
    """The head of what a source tells; set off at a sentence's end it tells the reports in it too."""
    clause = clause_around(out)
    said = next((c for c in clause.children if c.dep_ == "ccomp" and clause.i < out.i < c.left_edge.i), None)
    if said is not None and out.lower_ == "on" and readings(clause):
        return said  # "the channel reported, on the word of activists, that P"
    if out.i not in set_off_source(clause):
        return clause
    while clause.dep_ == "ccomp" and readings(clause.head):
        clause = clause.head
    return clause


def _own_part(clause: Token, out: Token) -> list[Token]:
    """The words of a clause up to the semicolons around a phrase: what stands beyond is somebody else's."""
    ends = [t.i for t in out.sent if t.text == ";"]
    first = max((i for i in ends if i < out.i), default=-1)
    if out.left_edge.i > 0 and out.left_edge.nbor(-1).dep_ == "cc":
        first = out.left_edge.i - 1  # "the truce ended, and by their count twenty died"
    last = min((i for i in ends if i > out.i), default=len(out.doc))
    return [t for t in clause.subtree if first < t.i < last]


def _rivals(out: Token, numbers: Numbers) -> set[int]:
    """The numbers that others give in the same sentence, with their sources."""
    mine = out.sent
    return {
        i
        for at, tokens in numbers.items()
        if mine.start <= at < mine.end
        for i in (*tokens, *(t.i for t in out.doc[at].subtree))
    }


def _according(analysis: Analysis, token: Token, numbers: Numbers) -> Iterator[Attribution]:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is not None and source is not None:
        yield from _made(analysis, token, to, source, token, numbers)


def _citing(analysis: Analysis, token: Token) -> Iterator[Attribution]:
    """ "Dawn, citing officials, said that P": P is the officials' first, then Dawn's."""
    source = object_of(token) or next((c for c in token.children if c.dep_ in {"pobj", "dobj"}), None)
    apposed = token.dep_ == "amod" and token.nbor(-1).text == ","
    if apposed:
        source = token.head  # "Dawn, quoting sources, said": the sources are what the parse took it for
    clause = clause_around(token)
    said = next((c for c in clause.children if c.dep_ == "ccomp"), clause)
    closing = closing_report(clause) if said is clause else None  # "P, Dawn reported, citing officials"
    if source is None or mute(analysis, source) or not speaks(analysis, source):
        return
    made = build(
        analysis,
        kind="according",
        cue_head=token,
        cue=(token.idx, token.idx + len(token)),
        source=source,
        content=(closing[1] if closing else {t.i for t in said.subtree}) - {t.i for t in token.subtree},
        commitment=COMMITMENTS["say"],
    )
    if made is not None:
        yield _without_cue(made) if apposed else made


def _without_cue(one: Attribution) -> Attribution:
    """An attribution whose source's name does not hold the cue, which the parse took for a part of it."""
    mention = one.speaker.mention
    return one if mention is None else replace(one, speaker=replace(one.speaker, name=mention.quote))


def _believed(analysis: Analysis, token: Token, numbers: Numbers) -> Iterator[Attribution]:
    """ "If the rebels are to be believed, P": P is the rebels'."""
    over = token.head
    source = next((c for c in over.children if c.dep_ == "nsubj"), None)
    conditional = any(c.dep_ == "mark" and c.lower_ == "if" for c in over.children)
    if source is not None and conditional and over.lemma_ == "be" and over.dep_ == "advcl":
        yield from _made(analysis, over, token, source, over, numbers)


def _to_hear(analysis: Analysis, tell: Token, hear: Token, numbers: Numbers) -> Iterator[Attribution]:
    """ "To hear the junta tell it, P": P is the junta's."""
    out = hear if tell in hear.children else tell
    who = next((c for c in tell.children if c.dep_ == "nsubj"), None)
    it = any(c.lower_ == "it" and c.i > tell.i for c in tell.children)
    if who is not None and it and any(c.tag_ == "TO" for c in hear.children):
        yield from _made(analysis, hear, tell, who, out, numbers)


def _per(analysis: Analysis, token: Token) -> Iterator[Attribution]:
    source = next((c for c in token.children if c.dep_ == "pobj"), None)
    start = token.head if token.head.lower_ == "as" else token
    if source is None or (start is token and kind_of(source) == "unnamed"):
        return
    yield from _made(analysis, start, token, source, start, {})


def _account(analysis: Analysis, token: Token, numbers: Numbers) -> Iterator[Attribution]:
    objects = (c for c in token.children if c.dep_ == "pobj")
    counted = token.lower_ == "by"
    named = _SAYINGS.get(token.lower_, ACCOUNTS)
    noun = next((c for c in objects if c.lemma_.lower() in named or (counted and is_count(c))), None)
    if noun is None:
        return
    beside = {c.dep_ for c in noun.children}
    if is_count(noun) and beside & {"amod", "compound"} and "poss" not in beside:
        yield from _made(analysis, token, token, noun, token, numbers)  # "by official figures": a source
    for child in noun.children:
        if child.dep_ == "poss":
            yield from _made(analysis, token, noun, child, token, numbers)
        elif child.dep_ == "prep" and child.lower_ == "of":
            source = next((c for c in child.children if c.dep_ == "pobj"), None)
            if source is not None and any(c.dep_ == "det" for c in noun.children):
                yield from _made(analysis, token, child, source, token, numbers)


def _lest(analysis: Analysis, token: Token) -> Iterator[Attribution]:
    """ "Traders left the town lest it be shelled": what they fear."""
    source = subject_of(token.head.head)
    made = build(
        analysis,
        kind="reported",
        cue_head=token,
        cue=(token.idx, token.idx + len(token)),
        source=source,
        content={t.i for t in token.head.subtree} - {token.i},
        commitment=COMMITMENTS["fear"],
    )
    if source is not None and made is not None:
        yield made


def _adverb(analysis: Analysis, token: Token) -> Iterator[Attribution]:
    found = cue("adverb", token.lower_)
    if found is None:
        return
    head = token.head
    made = build(
        analysis,
        kind="adverb",
        cue_head=token,
        cue=(token.idx, token.idx + len(token)),
        source=None,
        content=_hedged(head) - {token.i},
        commitment=found.commitment,
    )
    if made is not None:
        yield made


def _hedged(head: Token) -> set[int]:
    """What an adverb hedges: its clause, without the clauses and occasions that it takes for granted."""
    found = {t.i for t in head.subtree}
    for t in head.subtree:
        if t != head and (t.dep_ in {"relcl", "advcl"} or (t.dep_ == "prep" and t.lower_ in _OCCASIONS)):
            found -= {u.i for u in t.subtree}
    return found


def _lines(analysis: Analysis, pattern: re.Pattern[str], kind: str) -> Iterator[Attribution]:
    """Headlines ("12 killed in blast: police") and quotes with their speaker behind a dash."""
    for match in pattern.finditer(analysis.document.text):
        source = analysis.doc.char_span(*match.span("source"), alignment_mode="contract")
        if source is None or (kind in {"title", "dashed"} and not _is_source(analysis, source.root)):
            continue
        if kind == "opening" and (source.text.casefold() in OWN or not _opens(source)):
            continue
        colon = _mark(analysis, match, source, kind)
        made = build(
            analysis,
            kind="label" if kind in _DASHES else "title",
            cue_head=colon,
            cue=match.span("dash") if kind in _DASHES else (colon.idx, colon.idx + len(colon)),
            source=source.root,
            content=inside_range(analysis.doc, [match.span("content")]),
            commitment=COMMITMENTS["say"],
        )
        if made is not None:
            yield made


def _mark(analysis: Analysis, match: re.Match[str], source: Words, kind: str) -> Token:
    """The token of the colon or the dash that hands a line over to its source."""
    if kind in _DASHES:
        dash = analysis.doc.char_span(*match.span("dash"), alignment_mode="expand")
        if dash is not None:
            return dash.root
    return analysis.doc[source.end if kind == "opening" else source.start - 1]


def _opens(source: Words) -> bool:
    """Whether a headline's first words are somebody who speaks, and no dateline or subject: "Kabul: …".

    A last name alone counts where the text has it in somebody's full name.
    """
    head = source.root
    if len(source) == 1 and any(e.label_ == "PERSON" and e[-1].text == head.text for e in source.doc.ents):
        return True
    return head.ent_type_ == "PERSON" or (
        head.ent_type_ not in {"GPE", "LOC"} and source_kind(head.lower_) is not None
    )


def _is_source(analysis: Analysis, head: Token) -> bool:
    mention = analysis.mention_at(head.i)
    return agent(head.lower_) is not None or (
        mention is not None
        and (mention.kind == "name" or kind_of(head) != "unnamed" or head.lower_.endswith("s"))
    )
