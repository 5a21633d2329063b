"""Quoted words and who speaks them: the cue beside the quote, else whoever was speaking in this paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build, extended, inside_range, runs
from jirga.coding.clauses import passive, performed, subject_of
from jirga.coding.contents import readings
from jirga.coding.quotes import DOUBLE_MARKS, PAIRS, Quote, find_quotes
from jirga.coding.reported import cue_span
from jirga.coding.sources import mute, speaks
from jirga.lexicon.cues import AFFIRMING, PLAIN
from jirga.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: A quote of fewer words with no verb is a phrase set apart ("so-called"), not somebody's speech.
SPEECH_WORDS = 5
#: The marks that end a quote, a pair of single ones among them.
CLOSING = "".join(PAIRS.values())
#: Marks that end a sentence.
_ENDS = frozenset(".!?:")
#: How many tokens may stand between a quote and the cue that introduces or follows it.
NEAR = 12


def with_quotes(analysis: Analysis, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with contents grown to the quotes they touch, and the other quotes attributed."""
    quotes = find_quotes(analysis.document.text)
    known = [one for one in (_kept_within(analysis, quotes, one) for one in found) if one is not None]
    speaking: int | None = None
    last = -1
    for quote in quotes:
        holder = _holder(analysis, known, quote)
        same_paragraph = last >= 0 and "\n" not in analysis.document.text[last : quote.start]
        if holder is None and _is_speech(analysis, quote):
            beside = _beside(analysis, quote)
            holder = _of_cue(known, beside.cue_head) if beside is not None else None
            made = beside or _told_before(analysis, quote)
            if holder is None and made is not None:
                known.append(made)
                holder = len(known) - 1
            elif (
                holder is None
                and speaking is not None
                and (same_paragraph or _goes_on(analysis, known[speaking], quote, last))
            ):
                holder = speaking
        if holder is None:
            continue
        if _is_speech(analysis, quote) or _touches(known[holder], quote):
            known[holder] = _grown(analysis, known[holder], quote)
        if _is_speech(analysis, quote):
            speaking, last = holder, quote.end
    return known


def _kept_within(analysis: Analysis, quotes: Sequence[Quote], one: Attribution) -> Attribution | None:
    """An attribution whose cue is quoted, cut to that quote: quoted words hand nothing over outside it.

    None where nothing of its content stands within.
    """
    if one.cue_head is None:
        return one
    at = analysis.doc[one.cue_head].idx
    quote = next((q for q in quotes if q.start < at < q.end), None)
    if quote is None or all(quote.start <= start and end <= quote.end for start, end in one.parts):
        return one
    inside = set(_tokens(analysis, quote)) & one.tokens
    parts = runs(analysis.doc, inside)
    if not parts:
        return None
    content = Span.of(analysis.document.text, parts[0][0], parts[-1][1])
    return replace(one, parts=parts, tokens=frozenset(inside), speaker=replace(one.speaker, content=content))


def _of_cue(known: Sequence[Attribution], cue_head: int | None) -> int | None:
    """The attribution that a cue has already: "“We left,” he said, “and they came”" is one of them."""
    same = (i for i, one in enumerate(known) if one.cue_head == cue_head and one.voices)
    return next(same, None)


def _grown(analysis: Analysis, one: Attribution, quote: Quote) -> Attribution:
    grown = extended(analysis, one, [(quote.start, quote.end)])
    return replace(grown, kind="quote") if _is_speech(analysis, quote) else grown


def _touches(one: Attribution, quote: Quote) -> bool:
    return any(start < quote.end and quote.start < end for start, end in one.parts)


def _holder(analysis: Analysis, known: list[Attribution], quote: Quote) -> int | None:
    """The attribution whose content touches the quote while its cue stands outside: the widest of them."""
    best: int | None = None
    for index, one in enumerate(known):
        outside = one.cue_head is None or not quote.start <= analysis.doc[one.cue_head].idx < quote.end
        touching = outside and one.voices and _touches(one, quote)
        if touching and (best is None or len(one.tokens) > len(known[best].tokens)):
            best = index
    return best


def _tokens(analysis: Analysis, quote: Quote) -> list[int]:
    return sorted(inside_range(analysis.doc, [(quote.start, quote.end)]))


def _is_speech(analysis: Analysis, quote: Quote) -> bool:
    """Whether a quote is somebody's sentence: a few words with a verb among them."""
    words = [analysis.doc[i] for i in _tokens(analysis, quote)]
    words = [t for t in words if not t.is_punct and not t.is_space]
    if _is_title(words):
        return False
    said = analysis.document.text[quote.start : quote.end].rstrip(CLOSING if quote.closed else "")
    ends = len(said) > 1 and said[-1] in ".,!?"
    if ends and len(words) >= 2:
        return True
    return len(words) >= SPEECH_WORDS and any(t.pos_ in {"VERB", "AUX"} for t in words)


def _is_title(words: list[Token]) -> bool:
    """Whether a quote is the title of a book or a broadcast: its long words all begin with a capital."""
    long_words = [t for t in words if len(t) > 3 and t.is_alpha]
    return 2 <= len(words) <= 12 and len(long_words) > 1 and all(t.text[0].isupper() for t in long_words)


def _goes_on(analysis: Analysis, one: Attribution, quote: Quote, last: int) -> bool:
    """Whether a quote that opens a paragraph continues the speech that ended the paragraph before."""
    between = analysis.document.text[last : quote.start]
    return one.kind == "quote" and not between.strip()


def _beside(analysis: Analysis, quote: Quote) -> Attribution | None:
    """The cue verb next to a quote that the parse did not tie to it."""
    tokens = _tokens(analysis, quote)
    if not tokens:
        return None
    doc = analysis.doc
    after = range(tokens[-1] + 1, min(tokens[-1] + 1 + NEAR, len(doc)))
    before = range(tokens[0] - 1, max(tokens[0] - 1 - NEAR, -1), -1)
    verb = _cue_in(analysis, after) or _cue_in(analysis, before)
    if verb is None:
        return _after_name(analysis, tokens)
    return build(
        analysis,
        kind="quote",
        cue_head=verb,
        cue=cue_span(verb),
        source=subject_of(verb),
        content=tokens,
        commitment=readings(verb)[0].commitment,
        asserted=performed(verb),
    )


def _told_before(analysis: Analysis, quote: Quote) -> Attribution | None:
    """A quote that stands by itself behind a sentence in which somebody spoke.

    "A farmer told the court what he had seen. “They beat us.”": the words are the farmer's.
    """
    tokens = _tokens(analysis, quote)
    first = analysis.doc[tokens[0]] if tokens else None
    ended = first is not None and first.i > 0 and analysis.document.text[: quote.start].rstrip()[-1:] in _ENDS
    if first is None or not ended or not any(analysis.doc[i].text[:1].isupper() for i in tokens[:2]):
        return None
    words = next((t for t in reversed(analysis.doc[: first.i]) if not t.is_space), first).sent
    verb, source = words.root, subject_of(words.root)
    quoted = any(t.text in DOUBLE_MARKS for t in words) or words.end > first.i
    if quoted or source is None or not (_is_speaking(verb) and performed(verb)):
        return None
    somebody = speaks(analysis, source) or source.lower_ in {"he", "she", "they"}
    if not somebody or mute(analysis, source):
        return None
    return build(
        analysis,
        kind="quote",
        cue_head=verb,
        cue=cue_span(verb),
        source=source,
        content=tokens,
        commitment=PLAIN,
    )


def _is_speaking(verb: Token) -> bool:
    """Whether a verb tells in the active voice that somebody speaks."""
    said = any(one.kind in AFFIRMING for one in readings(verb)) or verb.lemma_ in {"speak", "talk"}
    return verb.pos_ == "VERB" and said and not passive(verb)


def _after_name(analysis: Analysis, tokens: list[int]) -> Attribution | None:
    """A person's words behind the name and a colon: "Asked why, he pointed to the general: “We had to.”"."""
    doc, first = analysis.doc, tokens[0]
    if first < 2 or doc[first - 1].text != ":" or doc[first - 2].ent_type_ != "PERSON":
        return None
    colon = doc[first - 1]
    return build(
        analysis,
        kind="quote",
        cue_head=colon,
        cue=(colon.idx, colon.idx + 1),
        source=doc[first - 2],
        content=tokens,
        commitment=PLAIN,
    )


def _cue_in(analysis: Analysis, window: range) -> Token | None:
    """The first verb of saying in a window that stops at a paragraph's or a sentence's end."""
    for i in window:
        token = analysis.doc[i]
        if "\n" in token.text or (token.text in {".", "!", "?"}):
            return None
        if token.text in DOUBLE_MARKS:
            return None
        if (
            token.pos_ == "VERB"
            and any("quote" in r.frames for r in readings(token))
            and _source_near(analysis, token)
        ):
            return token
    return None


def _source_near(analysis: Analysis, verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and abs(subject.i - verb.i) < NEAR + 4 and not mute(analysis, subject)
