"""Free indirect speech: what somebody says goes on in sentences that have no cue of their own.

"The governor said that rebels had taken the town. They had burned the clinic.": the tense, one step further
back than the telling, shows that he is still speaking. "The general was unrepentant. His men had harmed
nobody.": no more than that somebody speaks up is told before. What has a date of the author's own, another
speaker or a mark of quotation is the author's or that speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build, runs
from jirga.coding.quotes import Quote, find_quotes
from jirga.coding.sources import kind_of, mute, speaks
from jirga.lexicon.cues import COMMITMENTS, openings, word_set
from jirga.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Auxiliaries of the tenses that only reported words have beside a telling in the past.
_SHIFTED = frozenset({"had", "would"})
#: Words by which an author dates from the day of writing, as nobody's reported words do.
_FROM_NOW = word_set("ago earlier previously recently since yesterday today tomorrow")
#: Words by which an author sets his own knowledge against what was said: "they had in fact fled".
_AUTHORS = word_set("fact actually really indeed")
#: Words that date from that day within a date, and names of months: what an author adds of what was before.
_IN_DATES = word_set(
    "last this next past january february march april may june july august september october november "
    "december"
)
#: Nouns for what is told, told by somebody in words of its own: "tell a different story".
_TELLING = word_set("story tale version account")
#: Cues that hand over no assertion ("hoped", "asked"), after which nothing goes on.
_ASSERTING = frozenset({"asserted"})


def going_on(analysis: Analysis, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield what speakers of `found`, or who speaks up without a content, say in the sentences after."""
    sentences = list(analysis.doc.sents)
    quotes = find_quotes(analysis.document.text)
    for index, sentence in enumerate(sentences):
        opened = _opened(analysis, sentence)
        if opened is not None:
            yield from _after_opening(analysis, quotes, found, sentences[index:], *opened)
            continue
        one = _report(analysis, found, sentence)
        if one is None:
            continue
        more = _behind_semicolon(quotes, found, sentence, one)
        if not more and any(
            _is_shifted(t) or _is_going_on(t) for t in map(analysis.doc.__getitem__, one.tokens)
        ):
            more = _following(quotes, found, sentences[index:])
        if more:
            yield from _continued(analysis, one, more)


def _report(analysis: Analysis, found: Sequence[Attribution], sentence: Words) -> Attribution | None:
    """The one report in the past that a sentence is; None for any other."""
    said = [one for one in found if one.voices and one.cue_head is not None and _is_in(one, sentence)]
    outer = [one for one in said if not any(one.cue_head in other.tokens for other in said if other != one)]
    if not outer or len({one.source_head for one in outer}) > 1:
        return None
    one = outer[-1]
    cue = analysis.doc[one.cue_head or 0]
    plain = one.asserted and not one.own_voice and one.commitment.modality in _ASSERTING
    whole = cue.dep_ == "ROOT" or sentence.root.i in one.tokens
    past = cue.tag_ == "VBD" and one.kind == "reported" and one.source_head is not None
    return one if plain and whole and past else None


def _is_in(one: Attribution, sentence: Words) -> bool:
    return one.cue_head is not None and sentence.start <= one.cue_head < sentence.end


def _is_shifted(word: Token) -> bool:
    """Whether a word is the "had" or "would" of a clause."""
    return word.dep_ in {"aux", "auxpass"} and word.lower_ in _SHIFTED and word.i < word.head.i


def _is_going_on(word: Token) -> bool:
    """Whether a word is the "was" of what went on as it was said: "insisted that it was winning"."""
    return word.dep_ == "aux" and word.lower_ in {"was", "were"} and word.head.tag_ == "VBG"


def _following(quotes: Sequence[Quote], found: Sequence[Attribution], sentences: Sequence[Words]) -> set[int]:
    """The tokens of the sentences after the first that go on with what is said there."""
    more: set[int] = set()
    for before, sentence in pairwise(sentences):
        if not (_adjoins(quotes, before, sentence) and _is_unclaimed(found, sentence) and _goes_on(sentence)):
            break
        more |= set(range(sentence.start, sentence.end))
    return more


def _behind_semicolon(
    quotes: Sequence[Quote], found: Sequence[Attribution], sentence: Words, one: Attribution
) -> set[int]:
    """What a report goes on with in its own sentence: "they were decoys, he said; no tank had been moved"."""
    last = next((t.i for t in reversed(sentence) if t.text == ";"), sentence.start)
    if one.cue_head is None or last < one.cue_head or any(i > last for i in one.tokens):
        return set()
    part = sentence.doc[last + 1 : sentence.end]
    claimed = any(o.voices and (o.cue_head in range(part.start, part.end)) for o in found)
    quoted = any(q.start < sentence.end_char and sentence.start_char < q.end for q in quotes)
    tops = [t for t in part if not part.start <= t.head.i < part.end or t.dep_ == "ROOT"]
    shifted = any(_is_shifted(c) for t in tops for c in t.children if c.i >= part.start)
    dated = any(t.lower_ in _FROM_NOW | _AUTHORS for t in part)
    goes_on = shifted and not (claimed or quoted or dated)
    return set(range(part.start, part.end)) if goes_on else set()


def _adjoins(quotes: Sequence[Quote], before: Words, sentence: Words) -> bool:
    """Whether two sentences stand in one paragraph, with no quotation in either of them."""
    parted = any("\n" in t.text for t in before) or "\n" in sentence[0].text
    quoted = any(q.start < sentence.end_char and before.start_char < q.end for q in quotes)
    return not parted and not quoted


def _is_unclaimed(found: Sequence[Attribution], sentence: Words) -> bool:
    """Whether nobody of its own says a sentence, or says something in it."""
    root = sentence.root.i
    return not any(
        one.voices and (root in one.tokens or (one.cue_head == root and one.kind != "deed")) for one in found
    )


def _goes_on(sentence: Words) -> bool:
    """Whether a sentence's main verb stands in a shifted tense, and no date in it is the author's."""
    root = sentence.root
    shifted = any(_is_shifted(c) for c in root.children)
    dated = any(
        t.lower_ in _FROM_NOW | _AUTHORS or (t.ent_type_ == "DATE" and (t.lower_ in _IN_DATES or _is_year(t)))
        for t in sentence
    )
    asked = sentence.text.rstrip().endswith("?")
    return shifted and not dated and not asked


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


def _continued(analysis: Analysis, one: Attribution, tokens: set[int]) -> Iterator[Attribution]:
    """What a speaker goes on to say, held to it as a plain assertion even after a denial."""
    parts = runs(analysis.doc, tokens)
    if not parts:
        return
    content = Span.of(analysis.document.text, parts[0][0], parts[-1][1])
    yield replace(
        one,
        parts=parts,
        tokens=frozenset(tokens),
        kind="indirect",
        commitment=replace(one.commitment, polarity="affirmed"),
        speaker=replace(one.speaker, content=content),
    )


def _opened(analysis: Analysis, sentence: Words) -> tuple[Token, Token, Token | None] | None:
    """Verb, speaker and complement of a sentence that says no more than that somebody speaks up."""
    verb = _before_colon(sentence)
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if who is None or any(c.dep_ in {"neg", "aux", "ccomp"} for c in verb.children):
        return None
    particle = next((f" {c.lower_}" for c in verb.children if c.dep_ == "prt"), "")
    reading = openings(verb.lemma_.lower() + particle)
    if reading is None:
        return None
    complement = next((c for c in verb.children if c.dep_ in {"dobj", "acomp", "attr", "xcomp"}), None)
    if complement is None:
        bare = all(c.lower_ == "to" for c in verb.children if c.dep_ == "prep")
        fits = bare and bool({"-", "office"} & reading.frames)
        able = kind_of(who) != "unnamed" if "office" in reading.frames else speaks(analysis, who)
    else:
        fits = bool({"*", complement.lemma_.lower()} & reading.frames)
        able = speaks(analysis, who)
    told = complement is not None and complement.lemma_.lower() in _TELLING
    other = told and complement is not None and _is_other(complement)
    return (verb, who, complement) if fits and able and (other or not told) else None


def _before_colon(sentence: Words) -> Token:
    """A sentence's main verb: of two that a colon parts the first, which may hang under the next."""
    root = sentence.root
    before = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    parted = before is not None and any(t.text == ":" for t in root.doc[before.i : root.i])
    return before if before is not None and parted else root


def _is_other(noun: Token) -> bool:
    """Whether a story is one told against another, or one's own: "a different story", "their version"."""
    return any(c.dep_ in {"amod", "poss"} or c.lower_ == "another" for c in noun.children)


def _after_opening(
    analysis: Analysis,
    quotes: Sequence[Quote],
    found: Sequence[Attribution],
    sentences: Sequence[Words],
    verb: Token,
    who: Token,
    complement: Token | None,
) -> Iterator[Attribution]:
    """What somebody who speaks up says: behind a colon, or in the sentences after."""
    colon = next((t.i for t in sentences[0] if t.text == ":" and t.i > verb.i), None)
    if colon is not None:
        tokens = set(range(colon + 1, sentences[0].end))
    else:
        told = complement is not None and complement.lemma_.lower() in _TELLING
        tokens = _following(quotes, found, sentences) or (_told(quotes, found, sentences) if told else set())
    last = complement if complement is not None else verb
    start, end = sorted((verb.idx, last.idx))
    made = build(
        analysis,
        kind="indirect",
        cue_head=verb,
        cue=(start, end + len(last)) if complement is not None else (verb.idx, verb.idx + len(verb)),
        source=who,
        content=tokens,
        commitment=COMMITMENTS["say"],
    )
    if made is not None and not mute(analysis, who):
        yield made


def _told(quotes: Sequence[Quote], found: Sequence[Attribution], sentences: Sequence[Words]) -> set[int]:
    """The sentence after one that only says that somebody has a story of his own, in whatever tense."""
    if len(sentences) < 2 or not _adjoins(quotes, sentences[0], sentences[1]):
        return set()
    next_one = sentences[1]
    return set(range(next_one.start, next_one.end)) if _is_unclaimed(found, next_one) else set()
