"""Which of a sentence's places an event took place in, by how the place's phrase hangs on the event's word.

A place is the event's where its phrase hangs on the event ("killed in Kano"), on what was done to ("shelled
the clinic in Kano"), or where it is itself what was done to ("overran Goma"). Places of those who speak, or
where a party comes from, are not the event's. Where several remain, the closest bound, then the narrowest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from jirga.coding.placelinks import (
    BEARINGS,
    FAST,
    KINDS,
    PATIENTS,
    Link,
    fineness,
    is_reckoned_from,
    is_state,
    links,
    opens,
)
from jirga.coding.samehappening import same_happening
from jirga.coding.sharedtimes import hosts
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, PlaceMention

#: Types of saying: the places of those who are spoken to or of are not where it was said.
_SAYINGS = word_set("REQUEST ACCUSE REJECT SUPPORT THREATEN SANCTION")
#: Types in which somebody goes: where to and where from are places of theirs.
_GOINGS = word_set("RETREAT MOBILIZE CONCEDE CONSULT ASSAULT PROTEST COERCE AID SANCTION") | {""}
_TO, _FROM = word_set("to toward towards into onto"), word_set("from off out")
_BESIDE = word_set("on over beneath behind past through upon under against amid among beside of")
_OVER = word_set("through on into over past")
_LOCATIVE = FAST | _TO | _FROM | _BESIDE | BEARINGS
#: What is done before or after something else, or for it, need not be done where that is.
_ELSEWHERE = word_set("before since until than like as despite because for")
_LOOSE = word_set("against about over with concerning after")
#: Verbs of what is done to people, under which a name that the gazetteer lacks is hardly a place's.
_TO_PEOPLE = word_set(
    "kill shoot wound injure arrest detain abduct kidnap murder execute deport behead torture"
)
#: What leads to the event noun that a deed was part of: "killed in an attack".
_WITHIN = word_set("in during by with amid at")
#: How closely a place is bound: to the event, to what it is about, to who does it.
_CLOSE, _LOOSELY, _OF_DOER = 0, 2, 3
#: Words for parts of a place, which are no parties whatever else they mean ("the banks of the Yangtze").
_PARTS = word_set(
    """
    bank coast coastline shore street road outskirt countryside border edge side part half centre
    center heart quarter neighbourhood neighborhood waters airspace
    """
)
#: Verbs of what is done to a place, where then also is what the same sentence tells of it.
_DONE_THERE = word_set(
    """
    attack storm raid hit strike shell bomb bombard destroy invade overrun target enter capture
    patrol seize besiege ambush burn rock shake penetrate infiltrate
    """
)
#: Verbs of going into a country, which then is where it was done, whoever is there.
_ENTERED = word_set("enter infiltrate penetrate patrol")
_SUBJECTS = frozenset({"nsubj", "csubj"})
#: Clauses that tell of something else than what they hang on.
_APART = frozenset({"ccomp", "conj", "advcl", "parataxis", "xcomp"})
_MODIFIERS = frozenset({"compound", "nmod"})
#: Types in which somebody is taken from where he was.
_REMOVALS = word_set("RETREAT CONCEDE MOBILIZE COERCE SANCTION")
#: Verbs of sending somebody, who need not be where he is said to be of ("extradited a man of Kano").
_SENDS = word_set("extradite deport repatriate extradition deportation repatriation")
#: Verbs of speaking about a happening, which then is what took place there: "accepted a truce in Marib".
_TOLD_ABOUT = word_set(
    "accept declare proclaim announce offer propose promise pledge order plan reject welcome"
)
#: Nouns under whose "by" and "of" stand those who take part: "the visit of the envoy to Juba".
_TAKING_PART = frozenset({"of", "by"})
_PROTESTING = word_set("protest demonstrate rally march agitate")
#: Who is of a place because he is there.
_DWELLERS = word_set(
    """
    people resident villager inhabitant population dweller parishioner townsfolk citizen civilian
    trader shopper farmer household family garrison defender displaced miner worker
    """
)


class Whereabouts:
    """Finds the places of events over one document's analysis."""

    def __init__(
        self,
        analysis: Analysis,
        rooted: Collection[tuple[Token, PlaceMention]],
        own: Mapping[int, set[int]],
        stops: Collection[int],
    ) -> None:
        """Keep the places with the roots of their phrases; `own` maps words to events, `stops` are cues."""
        self._analysis = analysis
        self._places: dict[int, list[tuple[Token, PlaceMention]]] = {}
        for root, place in rooted:
            whose = root.dep_ in _MODIFIERS | {"poss", "amod"} and is_state(place)
            if root.dep_ in _MODIFIERS and (_is_region(place) or root.head.lower_ == "time"):
                continue  # "a Gulf capital", "12:30 Moscow time"
            if whose and (root.head.pos_ == "PROPN" or self._is_party(root.head)):
                continue  # "US troops", "the U.S. embassy in Nairobi": whose they are, not where
            self._places.setdefault(root.sent.start, []).append((root, place))
        self._own = own
        self._stops = frozenset(stops)

    def of(self, event: Token, kind: str, parties: Collection[tuple[int, int]] = ()) -> PlaceMention | None:
        """Return the place of the event told of by `event`, of PLOVER type `kind`; None where none is named.

        `parties` are the stretches (start, end) of those who take part.
        """
        words = {i for i, events in self._own.items() if event.i in events} | {event.i}
        here = self._places.get(event.sent.start, [])
        if not here:
            return self._there(event)
        ranked = [
            (rank + is_reckoned_from(root), fineness(place), abs(root.i - event.i), n, place)
            for n, (root, place) in enumerate(here)
            if (rank := self._rank(root, place, words, kind, parties)) is not None
        ]
        if ranked:
            return min(ranked, key=lambda one: one[:4])[-1]
        if (there := self._there(event)) is not None:
            return there
        if kind in _SAYINGS:
            return None
        return (
            self._of_clause(here, event)
            or self._shared(here, event, words)
            or self._below(here, words)
            or self._opening(here, event, words)
        )

    @staticmethod
    def _right_behind(root: Token, words: set[int]) -> bool:
        """Whether a place stands right behind an event noun, whatever its preposition was hung on."""
        prep = root.head
        fast = root.dep_ == "pobj" and prep.lower_ in FAST and prep.i - 1 in words
        return fast and root.doc[prep.i - 1].pos_ == "NOUN" and root.doc[prep.i - 1].dep_ in PATIENTS

    def _there(self, event: Token) -> PlaceMention | None:
        """Return the place that "there" beside the event stands for: the last named before it, no country."""
        there = next((c for c in event.children if c.lower_ == "there" and c.dep_ == "advmod"), None)
        if there is None:
            return None
        before = event.doc[event.sent.start - 1].sent.start if event.sent.start else -1
        spoken = [*self._places.get(before, []), *self._places.get(event.sent.start, [])]
        named = [place for root, place in spoken if root.i < there.i and not is_state(place)]
        return named[-1] if named else None

    def _rank(
        self,
        root: Token,
        place: PlaceMention,
        words: set[int],
        kind: str,
        parties: Collection[tuple[int, int]],
    ) -> int | None:
        """Return how loosely a place is bound to an event (0 closest), None where it is not the event's."""
        if self._right_behind(root, words):
            return _CLOSE
        for link in links(root):
            if self._is_put_under(link, words) and place.place is not None:
                return _CLOSE
            if link.at.i in words:
                party = (place.start, place.end) in parties
                return None if self._nearer(root, link, kind) else self._bound(root, link, place, kind, party)
            if link.at.i in self._stops or (
                link.at.i in self._own and not self._brought_about(link.at, words)
            ):
                return None
            if link.at.pos_ in {"VERB", "AUX"} and not self._describes(link.at):
                return None
        return None

    @staticmethod
    def _is_put_under(link: Link, words: set[int]) -> bool:
        """Whether a place is what an event is put over: "Pulwama was placed under curfew"."""
        held = link.dep in PATIENTS | _SUBJECTS and not link.preps and not link.nouns
        below = [c for c in link.at.children if c.lower_ == "under" and c.dep_ == "prep"] if held else []
        return any(noun.i in words for prep in below for noun in prep.children)

    def _brought_about(self, noun: Token, words: set[int]) -> bool:
        """Whether an event noun is what the event brings about, or is itself: "killed in a raid in Rome"."""
        if noun.pos_ != "NOUN":
            return False
        within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN and noun.head.head.i in words
        return within or (noun.dep_ in PATIENTS and noun.head.i in words)

    def _nearer(self, root: Token, link: Link, kind: str) -> bool:
        """Whether an event noun between a verb of saying and the place is meant: "put off talks in Rome"."""
        if link.nouns or not (kind in _SAYINGS or link.at.lemma_ in _TOLD_ABOUT):
            return False
        between = root.doc[link.at.i + 1 : root.i] if link.at.i < root.i else ()
        return any(t.i in self._own and t.pos_ == "NOUN" and link.at.is_ancestor(t) for t in between)

    def _bound(self, root: Token, link: Link, place: PlaceMention, kind: str, party: bool) -> int | None:
        if not link.preps:
            return self._patient(link, place, kind, party)
        first = next((prep for prep in link.preps if prep != "of"), "of")
        if self._of_those_taking_part(first, link, place, kind):
            return _CLOSE
        if is_reckoned_from(root) and kind not in _SAYINGS and link.dep not in _SUBJECTS:
            return _CLOSE
        if first not in _LOCATIVE or any(prep in _ELSEWHERE for prep in link.preps):
            return None
        if first in _TO | _FROM and kind not in _GOINGS:
            return None
        against = first == "against" and link.at.lemma_ in _PROTESTING
        if against or (kind == "COERCE" and first in _TO):
            return None
        if not link.nouns:
            if link.at.lemma_ in _SENDS and first in FAST and self._follows_party(root):
                return None
            return None if first == "of" and kind in _SAYINGS else _CLOSE
        if (
            kind in _SAYINGS
            or link.at.lemma_ in _SENDS
            or (first not in FAST and not self._passes(first, link, kind))
        ):
            return None
        if link.dep in _SUBJECTS:
            there = first in FAST or any(
                noun.pos_ == "VERB" or noun.lemma_ in _DWELLERS for noun in link.nouns
            )
            return _OF_DOER if there else None
        return _LOOSELY if any(prep in _LOOSE for prep in link.preps) else _CLOSE

    def _of_those_taking_part(self, first: str, link: Link, place: PlaceMention, kind: str) -> bool:
        """Whether a place goes with an event noun, though it hangs on those who take part in that.

        "The visit of the envoy to Juba", "a strike by the army on Biri", "the departure of troops from Goma".
        """
        if link.at.pos_ != "NOUN" or len(link.nouns) != 1 or not set(link.preps[1:]) <= _TAKING_PART:
            return False
        if len(link.preps) < 2 or is_state(place):
            return False
        going = first in _TO and kind in _GOINGS and kind != "COERCE"
        return going or (first in _FROM and kind in _REMOVALS) or (first == "on" and kind == "ASSAULT")

    def _patient(self, link: Link, place: PlaceMention, kind: str, party: bool) -> int | None:
        """Rank a place that is itself what is done to ("overran Goma"), or names it ("the Goma road")."""
        if kind in _SAYINGS or link.dep in _SUBJECTS:
            return None
        if link.nouns:
            of_state = is_state(place) and not all(one.lemma_ in KINDS | _PARTS for one in link.nouns)
            return None if of_state or any(map(self._is_party, link.nouns)) else _CLOSE
        if place.place is None and link.at.lemma_ in _TO_PEOPLE:
            return None
        if link.dep in PATIENTS:
            entered = link.at.lemma_ in _ENTERED
            return None if party and is_state(place) and not entered else _CLOSE
        return _CLOSE if link.dep in _MODIFIERS and not is_state(place) else None

    def _passes(self, first: str, link: Link, kind: str) -> bool:
        """Whether a place that hangs loosely on nouns is the event's: of people, where those are there."""
        parties = [noun for noun in link.nouns if self._is_party(noun)]
        if first == "of":
            return all(noun.lemma_.lower() in _DWELLERS | KINDS for noun in parties)
        return not parties or (first in _FROM and kind in _REMOVALS and link.dep in PATIENTS)

    def _is_party(self, noun: Token) -> bool:
        if noun.lemma_ in KINDS | _PARTS:
            return False
        found = self._analysis.mention_at(noun.i)
        return found is not None and found.head == noun.i and found.kind in {"agent", "name"}

    def _follows_party(self, root: Token) -> bool:
        """Whether a place's preposition stands right behind those of whom it may tell: "refugees in Goma"."""
        before = root.head.i - 1
        return root.dep_ == "pobj" and before >= 0 and self._is_party(root.doc[before])

    def _describes(self, verb: Token) -> bool:
        """Whether a verb tells of a thing before it: "rockets that fell on the market"."""
        if verb.dep_ not in {"relcl", "acl"} or verb.head.pos_ not in {"NOUN", "PROPN"}:
            return False
        found = self._analysis.mention_at(verb.head.i)
        return found is None or found.kind not in {"agent", "name", "pronoun"}

    def _of_clause(self, here: list[tuple[Token, PlaceMention]], event: Token) -> PlaceMention | None:
        """Return the place that the event's clause tells of: "Goma, which they overran"."""
        above = event
        while above.dep_ in {"conj", "xcomp"} and above.head.i != above.i:
            above = above.head
        if above.dep_ != "relcl":
            return None
        named = {above.head.i} | ({above.head.head.i} if above.head.dep_ == "appos" else set())
        return next((place for root, place in here if root.i in named), None)

    def _shared(
        self, here: list[tuple[Token, PlaceMention]], event: Token, words: set[int]
    ) -> PlaceMention | None:
        others = set(self._stops | set(self._own)) - words
        for host, before in [*hosts(event, others), *((one, False) for one in same_happening(event))]:
            apart = before and any(child.dep_ in _SUBJECTS for child in event.children)
            found = [
                place
                for root, place in here
                if (not before or root.i < event.i)
                and self._hangs_on(root, host)
                and (not apart or opens(root))
            ]
            if found:
                return min(found, key=fineness)
        return None

    def _opening(
        self, here: list[tuple[Token, PlaceMention]], event: Token, words: set[int]
    ) -> PlaceMention | None:
        """Return the place that opens a sentence before its first event: "At Salma rebels shot five"."""
        others = (set(self._own) | self._stops) - words
        found = [
            place
            for root, place in here
            if opens(root) and root.i < event.i and others.isdisjoint(range(root.i, event.i))
        ]
        return min(found, key=fineness, default=None)

    def _below(self, here: list[tuple[Token, PlaceMention]], words: set[int]) -> PlaceMention | None:
        """Return the place of a clause about those to whom it was done: "shot men who had met in Kano"."""
        found: list[PlaceMention] = []
        if any(here_is.doc[i].lemma_ in _SENDS for here_is, _ in here[:1] for i in words):
            return None
        for root, place in here:
            path = list(takewhile(lambda one: one.i not in words, root.ancestors))
            if len(path) == len(list(root.ancestors)) or not FAST.intersection(t.lower_ for t in path[:3]):
                continue
            told = any(
                one.i in self._stops or one.i in self._own or one.dep_ in _SUBJECTS | _APART for one in path
            )
            if not told and any(one.dep_ in {"acl", "relcl"} and one.lemma_ != "bear" for one in path):
                found.append(place)
        return min(found, key=fineness, default=None)

    def _hangs_on(self, root: Token, host: Token) -> bool:
        """Whether a place hangs on the verb whose circumstances the event shares."""
        if host.dep_ == "ROOT" and opens(root):
            return True
        link = next(
            (one for one in links(root) if one.at.pos_ in {"VERB", "AUX"} or one.at.i == host.i), None
        )
        if link is None or link.at.i != host.i:
            return False
        if self._is_struck(root, link):
            return True
        if host.lemma_ in _SENDS and (link.nouns or self._follows_party(root)):
            return False
        if not (FAST | _OVER).intersection(link.preps):
            return False
        return link.dep not in _SUBJECTS and not _ELSEWHERE.intersection(link.preps)

    def _is_struck(self, root: Token, link: Link) -> bool:
        """Whether a place, or a thing of it, is what the deed is done to: "stormed the village of Giza"."""
        if link.dep not in PATIENTS or link.at.lemma_ not in _DONE_THERE or not set(link.preps) <= {"of"}:
            return False
        return not any(map(self._is_party, link.nouns)) and root.tag_ not in {"JJ", "NNPS"}


def _is_region(place: PlaceMention) -> bool:
    return place.place is not None and place.place.precision == "region"
