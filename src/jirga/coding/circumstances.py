"""When and where an event took place, as far as its own clause says so.

A time or place belongs to an event when its phrase hangs on the event's word with no other event or reporting
word between them. What hangs elsewhere (the day of the saying) is not the event's; then it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jirga.coding.headed import under_heading
from jirga.coding.sharedtimes import hosts
from jirga.coding.whereabouts import Whereabouts
from jirga.language.analysis import token_finder
from jirga.lexicon.cues import cue, word_set
from jirga.model import PlacePrecision, Span, When, Where

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger
    from jirga.language import Analysis, PlaceMention, TimeExpression

#: How many words at most stand before a time that opens its sentence ("for four days in").
_OPENING = 4
#: Prepositions that bound an event rather than date it.
_NOT_WHEN = frozenset({"before", "until", "till", "after"})
#: Prepositions that date the noun before them rather than what happened to it ("the posts of 14 May").
_SPANS = word_set("night morning afternoon evening day week month hour dawn midnight end start beginning")
_OF_A_NOUN = frozenset({"of", "since"})
#: Verbs of expelling that take place where people are driven from; others are spoken at a desk.
_DRIVING = word_set("drive force chase evict uproot displace")


class Circumstances:
    """Finds time and place of triggers over one document's analysis."""

    def __init__(self, analysis: Analysis, triggers: Iterable[Trigger], cues: Iterable[int]) -> None:
        """Keep the analysis; `cues` are the tokens of reporting cues, which hold their own times."""
        self.analysis = analysis
        self._find = token_finder(analysis.doc)
        self._stops = set(cues)
        self._own: dict[int, set[int]] = {}
        for trigger in triggers:
            for token in filter(None, (trigger.token, trigger.carrier, *trigger.also)):
                self._own.setdefault(token.i, set()).add(trigger.token.i)
        self._times = [(self._root(t.start, t.end), t) for t in analysis.times if t.kind == "date"]
        rooted = [(self._root(p.start, p.end), p) for p in analysis.places]
        self._whereabouts = Whereabouts(analysis, rooted, self._own, self._stops)

    def when(self, trigger: Trigger) -> When:
        """Return the event's time; unknown, never the publication date, where its clause gives none.

        In a chronology that is the date it stands under.
        """
        here = [(root, time) for root, time in self._times if root.sent == trigger.token.sent]
        here = [(root, time) for root, time in here if not self._bounds(root)]
        own = [time for root, time in here if trigger.token.i in self._holder(root)]
        own = own or [time for root, time in here if self._clause_of(root, trigger)]
        own = own or self._shared(here, trigger)
        if own:
            return self._when(_most_exact(own))
        return under_heading(self.analysis, trigger)

    def _clause_of(self, root: Token, trigger: Trigger) -> bool:
        """Whether the event stands in a clause on the time itself: "Friday, when they freed the last"."""
        return trigger.token.dep_ == "relcl" and trigger.token.head.i == root.i

    def _shared(self, here: list[tuple[Token, TimeExpression]], trigger: Trigger) -> list[TimeExpression]:
        others = (self._stops | set(self._own)) - {
            i for i, own in self._own.items() if trigger.token.i in own
        }
        above = [(self._verb(root) or _fronted(root), time) for root, time in here]
        for host, before in hosts(trigger.token, others):
            found = [
                time
                for verb, time in above
                if verb is not None and verb.i == host.i and (not before or time.start < trigger.token.idx)
            ]
            if found:
                return found
        return []

    def _verb(self, root: Token) -> Token | None:
        """Return the verb or event word that a time hangs on; None for the time of another noun."""
        below = root
        for ancestor in root.ancestors:
            if ancestor.i in self._own or ancestor.i in self._stops or ancestor.pos_ in {"VERB", "AUX"}:
                return ancestor
            if _dates_a_noun(below, ancestor):
                return None
            below = ancestor
        return None

    def where(self, trigger: Trigger, taken: frozenset[Span]) -> Where:
        """Return the event's place; `taken` are the spans of participants."""
        spans = {(span.start, span.end) for span in taken}
        driven = "expel" in trigger.modes and trigger.token.lemma_ in _DRIVING
        found = self._whereabouts.of(trigger.token, "COERCE" if driven else trigger.type, spans)
        return self._where(found) if found is not None else Where()

    def place(self, word: Token, kind: str) -> PlaceMention | None:
        """Return the place of what `word` tells of, an event of type `kind`; None where none is named."""
        return self._whereabouts.of(word, kind)

    def _root(self, start: int, end: int) -> Token:
        span = self.analysis.doc[self._find(start) : self._find(end - 1) + 1]
        return span.root

    def _holder(self, token: Token) -> frozenset[int]:
        """Return the triggers that a phrase hangs on, none where a cue or another verb comes first."""
        below = token
        for ancestor in token.ancestors:
            if ancestor.i in self._own:
                return frozenset(self._own[self._announcing(ancestor)])
            if ancestor.i in self._stops or (ancestor.pos_ == "VERB" and not self._describes(ancestor)):
                break
            if _dates_a_noun(below, ancestor):
                break
            below = ancestor
        return frozenset()

    def _announcing(self, word: Token) -> int:
        """Return the verb that a date after its object belongs to: "announced a ceasefire on Friday"."""
        verb = word.head
        said = word.pos_ == "NOUN" and word.dep_ == "dobj" and cue("verb", verb.lemma_) is not None
        return verb.i if said and verb.i in self._own else word.i

    def _describes(self, verb: Token) -> bool:
        """Whether a verb tells of the event noun that it hangs on ("talks that began on Friday")."""
        return verb.dep_ in {"relcl", "acl"} and verb.head.i in self._own and verb.head.pos_ != "VERB"

    @staticmethod
    def _bounds(root: Token) -> bool:
        return root.dep_ == "pobj" and root.head.lower_ in _NOT_WHEN

    def _when(self, time: TimeExpression) -> When:
        mention = Span.of(self.analysis.document.text, time.start, time.end)
        if time.edtf is None:
            return When(mention=mention)
        basis = time.basis if time.basis != "unknown" else "stated"
        return When(time.edtf, time.first, time.last, basis, mention)

    def _where(self, found: PlaceMention) -> Where:
        place = found.place
        mention = Span.of(self.analysis.document.text, found.start, found.end)
        if place is None:  # a name that the gazetteer lacks is kept as the text has it
            return Where(found.name, mention=mention)
        if place.precision == "region":  # in which country of several is not known
            return Where(place.name, geonameid=place.geonameid, mention=mention)
        precision: PlacePrecision = place.precision
        return Where(place.name, place.country, place.lat, place.lon, precision, place.geonameid, mention)


def _dates_a_noun(below: Token, noun: Token) -> bool:
    """Whether a time belongs to a noun that is no event: "the posts of 14 May", "in exile since 1987"."""
    is_noun = noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_ not in _SPANS
    return is_noun and below.dep_ == "prep" and below.lower_ in _OF_A_NOUN


def _most_exact(times: list[TimeExpression]) -> TimeExpression:
    """Return the first dated time, or one within it that is more exact: "three weeks later, on May 8"."""
    first = min(times, key=lambda time: time.edtf is None)
    within = [one for one in times if _within(one, first)]
    return min(within, key=lambda one: one.first != one.last, default=first)


def _within(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether a time lies within another one that is longer."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return (
        other.first <= one.first
        and one.last <= other.last
        and (one.first, one.last) != (other.first, other.last)
    )


def _fronted(root: Token) -> Token | None:
    """Return the main verb of a sentence that opens with a time phrase, wherever the parse hung that."""
    opening = root.doc[root.sent.start : root.i]
    plain = not any(t.pos_ in {"VERB", "AUX"} or t.dep_ == "nsubj" for t in opening)
    if not plain or len(opening) > _OPENING:
        return None
    main = root.sent.root
    told = next((c for c in main.rights if c.dep_ == "relcl"), None) if main.i == root.i else None
    return told or main  # "the following year the army struck" is parsed as a year in which it did
