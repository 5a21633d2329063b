"""Time expressions of a parsed text, each with its EDTF date where text or publication date tell it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jirga.language import dates, durations, edtf, relative
from jirga.language.analysis import TimeExpression, token_finder
from jirga.language.anchor import Anchor
from jirga.language.timerules import Context, TimeReading, with_year

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RULES = (*dates.RULES, *relative.RULES, *durations.RULES)
#: How many sentences back "the next day" may reach for its day, and a bare "5 August" for its year.
_REACH = 2
_STORY_REACH = 4
_TO = re.compile(r"\s*(?:-|‑|–|—|to|until|till|through|and|up to)\s*(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<lead>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"\b(?P<word>since|until|till|before|after|by|prior to)\s+(?:the\s+)?$", re.IGNORECASE)
_FUTURE = frozenset({"will", "shall", "’ll", "'ll", "would", "may", "might"})
_PLANS = frozenset(
    {"expect", "schedule", "due", "set", "plan", "slate", "intend", "vow", "promise", "prepare"}
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    reading: TimeReading


class _Scene:
    """Where in the text one is: which sentence, what was told before, whether the clause looks ahead."""

    def __init__(self, doc: Doc, published: Anchor | None) -> None:
        self.doc, self.text, self.published = doc, doc.text, published
        self.token_at = token_finder(doc)
        self.starts = [sentence.start_char for sentence in doc.sents]
        self.told: tuple[int, Anchor] | None = None
        self.story: tuple[int, Anchor] | None = None
        self.seen: Anchor | None = None

    def context(self, offset: int) -> Context:
        """Return what a rule may lean on at `offset`."""
        token = self.doc[self.token_at(offset)]
        told = self.told[1] if self.told and self._near(self.told[0], offset) else None
        story = self.story[1] if self.story and self._same_paragraph(self.story[0], offset) else None
        return Context(self.published, looks_ahead(token), story, told, self.seen, _in_the_past(token))

    def _near(self, before: int, offset: int, reach: int = _REACH) -> bool:
        return bisect_right(self.starts, offset) - bisect_right(self.starts, before) <= reach

    def _same_paragraph(self, before: int, offset: int) -> bool:
        return self._near(before, offset, _STORY_REACH) and "\n\n" not in self.text[before:offset]

    def note(self, found: _Found) -> None:
        """Remember what was just read."""
        anchor = Anchor.of((found.reading.edtf or "").split("/")[0])
        if found.reading.kind != "date" or anchor is None:
            return
        self.told = (found.start, anchor)
        if found.reading.basis == "narrative" and self.story is not None:
            self.story = (found.start, anchor)  # the story goes on from here
        if found.reading.basis == "stated":
            self.seen = anchor
            phrase = self.doc[self.token_at(found.start) : self.token_at(found.end - 1) + 1]
            if _carries_the_story(phrase.root):
                self.story = (found.start, anchor)


def find_times(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of `doc` in order, relative ones reckoned from the EDTF date `published`.

    With no publication date a relative expression has no EDTF: it is never guessed.
    """
    scene = _Scene(doc, Anchor.of(published))
    found = _joined(list(_scan(scene)), scene.text)
    return tuple(_expression(_opened(one, scene)) for one in found)


def stated_day(text: str) -> str | None:
    """Return the first day that a dateline or header states in full, as an ISO date."""
    for rule in dates.RULES:
        for match in rule.pattern.finditer(text):
            reading = rule.read(match, Context())
            if reading is not None and reading.edtf and edtf.precision(reading.edtf) == "day":
                return reading.edtf
    return None


def _scan(scene: _Scene) -> Iterator[_Found]:
    """Yield leftmost, then longest readings that do not overlap."""
    matches = [(match, rule) for rule in _RULES for match in rule.pattern.finditer(scene.text)]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    cursor = 0
    for match, rule in matches:
        if match.start() < cursor:
            continue
        reading = rule.read(match, scene.context(match.start()))
        if reading is not None:
            found = _Found(match.start(), match.end(), reading)
            scene.note(found)
            cursor = match.end()
            yield found


def _joined(found: list[_Found], text: str) -> list[_Found]:
    """Join `from X to Y`, `between X and Y`, `X–Y` into intervals."""
    result: list[_Found] = []
    for one in found:
        joined = _range(result[-1], one, text) if result else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(one)
    return result


def _range(first: _Found, last: _Found, text: str) -> _Found | None:
    between = text[first.end : last.start]
    if (
        len(between) > 20
        or not _TO.match(between)
        or first.reading.kind != "date"
        or last.reading.kind != "date"
    ):
        return None
    lead = _FROM.search(text, max(first.start - 14, 0), first.start)
    word = between.strip().lower().split()[0] if between.strip() else ""
    if word == "and" and (lead is None or lead["lead"].lower() != "between"):
        return None
    opened = _with_year_of(first.reading, last.reading)
    value = edtf.interval(opened, last.reading.edtf) if opened and last.reading.edtf else None
    if value is None:
        return None
    start = lead.start() if lead else first.start
    return _Found(start, last.end, TimeReading("date", value, last.reading.basis))


def _with_year_of(first: TimeReading, last: TimeReading) -> str | None:
    """Return the first date in the year of the last (or the year before) where it had none of its own."""
    anchor = Anchor.of((last.edtf or "").split("/")[-1])
    if first.yearless is None or anchor is None or anchor.month is None:
        return first.edtf
    month, day = first.yearless
    runs_over = (month, day or 1) > (anchor.month, anchor.day or 31)
    return with_year(month, day, anchor.year - runs_over)


def _opened(found: _Found, scene: _Scene) -> _Found:
    """Return `since 2022` as 2022/.., `until March` as ../2022-03; other expressions as they are."""
    value, start = found.reading.edtf, found.start
    lead = _OPENS.search(scene.text, max(start - 14, 0), start)
    if lead is None or value is None or found.reading.kind != "date" or "/" in value:
        return found
    if not _governed(scene.doc[scene.token_at(found.end - 1)], scene.doc[scene.token_at(lead.start())]):
        return found
    since = lead["word"].lower() in {"since", "after"}
    opened = edtf.interval(value, None) if since else edtf.interval(None, value)
    return replace(found, reading=replace(found.reading, edtf=opened))


def _governed(last: Token, lead: Token) -> bool:
    """Whether what ends in `last` is the whole object of `lead` ("after Monday's attack" is not)."""
    following = last.nbor() if last.i + 1 < len(last.doc) else None
    if following is not None and following.tag_ in {"POS", "NN", "NNS", "NNP", "NNPS", "JJ"}:
        return False
    return lead.pos_ in {"ADP", "SCONJ", "ADV"}


def _expression(found: _Found) -> TimeExpression:
    reading = found.reading
    first, last = edtf.bounds(reading.edtf) if reading.kind == "date" else (None, None)
    return TimeExpression(found.start, found.end, reading.kind, reading.edtf, first, last, reading.basis)


def looks_ahead(token: Token) -> bool:
    """Whether the clause of `token` speaks of what is to come: "will", "is due to", "is scheduled for"."""
    verb = _clause(token)
    if verb is None:
        return False
    marks = {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if marks & _FUTURE and "have" not in marks:
        return True
    if verb.lemma_ in _PLANS and verb.dep_ != "amod" and verb.tag_ == "VBN":
        return True
    return "to" in marks and verb.head.lemma_ in _PLANS


def _in_the_past(token: Token) -> bool:
    """Whether `token` dates a verb in the past tense: it hangs on that verb by at most a preposition."""
    above = [token, *token.ancestors][:5]
    verb = next((t for t in above if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or any(t.pos_ == "NOUN" for t in above[: above.index(verb)]):
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
    return _clause(token) is not None and not any(one.dep_ in asides for one in (token, *token.ancestors))
