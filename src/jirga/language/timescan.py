"""Where a text speaks of time, and what each expression means there: the one scan that all readings share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.language import (
    clock,
    dates,
    deedtimes,
    durations,
    feasts,
    quarters,
    references,
    relative,
    toldbefore,
)
from jirga.language.analysis import text_of, token_finder
from jirga.language.anchor import Anchor
from jirga.language.chronology import chronology, heading_at
from jirga.language.timerules import Context, Quarter, TimeReading
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_RULES = (
    *dates.RULES,
    *deedtimes.RULES,
    *relative.RULES,
    *toldbefore.RULES,
    *durations.RULES,
    *clock.RULES,
    *quarters.RULES,
    *references.RULES,
    *feasts.RULES,
)
#: How many sentences back "the next day" may reach for its day, and a bare "5 August" for its year.
_REACH = 2
_STORY_REACH = 4
#: How many sentences back "a year earlier" and "the quarter" may reach for the quarter they compare with.
_QUARTER_REACH = 4
_FUTURE = frozenset({"will", "shall", "’ll", "'ll", "would", "may", "might", "should"})
_PLANS = frozenset(
    {"expect", "schedule", "due", "set", "plan", "slate", "intend", "vow", "promise", "prepare"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text (code points) with what it means."""

    start: int
    end: int
    reading: TimeReading


class Scene:
    """Where in the text one is: which sentence, what was told before, whether the clause looks ahead."""

    def __init__(self, doc: Doc, published: Anchor | None) -> None:
        """Keep the text; `published` is what relative expressions are reckoned from.

        Under the heading of a chronology they are reckoned from that.
        """
        self.doc, self.text, self.published = doc, text_of(doc), published
        self.headings = chronology(text_of(doc), published.edtf if published else None)
        self.token_at = token_finder(doc)
        self.starts = [sentence.start_char for sentence in doc.sents]
        self.told: tuple[int, Anchor] | None = None
        self.story: tuple[int, Anchor] | None = None
        self.seen: Anchor | None = None
        self.quarter: tuple[int, Quarter] | None = None
        self._told_of: dict[int, frozenset[str]] = {}

    def context(self, offset: int) -> Context:
        """Return what a rule may lean on at `offset`."""
        token = self.doc[self.token_at(offset)]
        told = self.told[1] if self.told and self._near(self.told[0], offset) else None
        story = self.story[1] if self.story and self._same_paragraph(self.story[0], offset) else None
        quarter = (
            self.quarter[1] if self.quarter and self._near(self.quarter[0], offset, _QUARTER_REACH) else None
        )
        past, ahead = _in_the_past(token), looks_ahead(token)
        lead = (self.text[max(offset - 14, 0) : offset].lower().split() or [""])[-1]
        heading = heading_at(self.headings, offset)
        if heading is not None:
            here = heading.anchor
            told = told if self.told and self.told[0] >= heading.body else here
            year = None if here is None else Anchor(here.year)
            return Context(here, ahead, year, told, here, past, quarter, lead)
        deeds = self._deeds(self.told[0]) if self.told and told else frozenset[str]()
        return Context(self.published, ahead, story, told, self.seen, past, quarter, lead, deeds)

    def _deeds(self, offset: int) -> frozenset[str]:
        """Return the types of the events that the sentence around a code point may tell of."""
        sentence = self.doc[self.token_at(offset)].sent
        if sentence.start not in self._told_of:
            self._told_of[sentence.start] = frozenset(
                sense.type
                for token in sentence
                if token.pos_ in {"VERB", "NOUN"}
                for sense in event_lexicon().senses(
                    token.lemma_.lower(), "v" if token.pos_ == "VERB" else "n"
                )
            )
        return self._told_of[sentence.start]

    def _near(self, before: int, offset: int, reach: int = _REACH) -> bool:
        return bisect_right(self.starts, offset) - bisect_right(self.starts, before) <= reach

    def _same_paragraph(self, before: int, offset: int) -> bool:
        return self._near(before, offset, _STORY_REACH) and "\n\n" not in self.text[before:offset]

    def note(self, found: Found) -> None:
        """Remember what was just read."""
        if found.reading.quarter is not None:
            if self.quarter is None or found.reading.quarter >= self.quarter[1]:
                self.quarter = (found.start, found.reading.quarter)
            return
        anchor = Anchor.of((found.reading.edtf or "").split("/")[0])
        if found.reading.kind != "date" or anchor is None:
            return
        if found.reading.back:
            return
        self.told = (found.start, anchor)
        if found.reading.basis == "narrative" and self.story is not None:
            self.story = (found.start, anchor)  # the story goes on from here
        if found.reading.basis == "stated":
            self.seen = anchor
            phrase = self.doc[self.token_at(found.start) : self.token_at(found.end - 1) + 1]
            if _carries_the_story(phrase.root) or _opens(phrase):
                self.story = (found.start, anchor)


def scan(scene: Scene) -> Iterator[Found]:
    """Yield leftmost, then longest readings that do not overlap."""
    matches = [(match, rule) for rule in _RULES for match in rule.pattern.finditer(scene.text)]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    headings = [
        Found(one.start, one.end, TimeReading("date", one.edtf, "stated", heads=True))
        for one in scene.headings
    ]
    cursor = 0
    for match, rule in matches:
        while headings and headings[0].start <= match.start():
            yield headings[0]
            cursor = headings.pop(0).end
        if match.start() < cursor:
            continue
        reading = rule.read(match, scene.context(match.start()))
        if reading is not None:
            found = Found(match.start(), match.end(), reading)
            scene.note(found)
            cursor = match.end()
            yield found
    yield from headings


def looks_ahead(token: Token) -> bool:
    """Whether the clause of `token` speaks of what is to come: "will", "is due to", "is scheduled for"."""
    verb = _clause(token)
    if verb is None:
        return False
    marks = {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if marks & _FUTURE and "have" not in marks:
        return True
    if verb.lemma_ in _PLANS and verb.dep_ != "amod" and verb.tag_ == "VBN":
        return verb.lemma_ != "set" or verb.nbor().lower_ in {"to", "for"}
    return "to" in marks and verb.head.lemma_ in _PLANS


def _in_the_past(token: Token) -> bool:
    """Whether `token` dates a verb in the past tense: it hangs on that verb by at most a preposition."""
    above = [token, *token.ancestors][:6]
    verb = next((t for t in above if t.pos_ in {"VERB", "AUX"}), None)
    # a noun after it is its own ("New Year's Day"), one before it is what it dates ("the talks on Monday")
    if verb is None or any(t.pos_ == "NOUN" and t.i < token.i for t in above[: above.index(verb)]):
        return False
    return verb.tag_ == "VBD" or any(t.tag_ == "VBD" or t.lower_ in {"has", "have"} for t in verb.lefts)


def _clause(token: Token) -> Token | None:
    """Return the verb whose clause `token` stands in, None outside any."""
    for ancestor in (token, *token.ancestors):
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def _carries_the_story(token: Token) -> bool:
    """Whether a date belongs to the main line of its sentence, not to an aside or a relative clause."""
    asides = {"relcl", "acl", "appos", "advcl", "amod", "parataxis", "nummod", "compound"}
    return _clause(token) is not None and not any(
        one.dep_ in asides and not _goes_before(one) for one in (token, *token.ancestors)
    )


def _goes_before(verb: Token) -> bool:
    """Whether a clause is the first half of its sentence, up to a semicolon: it is no aside."""
    halved = any(token.text == ";" for token in verb.doc[verb.i : max(verb.i, verb.head.i)])
    return verb.dep_ == "parataxis" and verb.pos_ in {"VERB", "AUX"} and halved


def _opens(phrase: Span) -> bool:
    """Whether a date opens its sentence with its preposition: parsed, "In 2014 envoys met" is of envoys."""
    return phrase.start == phrase.sent.start + 1 and phrase.doc[phrase.start - 1].pos_ == "ADP"
