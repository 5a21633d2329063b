"""Which of a sentence's places an event took place in, by how the place's phrase hangs on the event's word.

A place is the event's where its phrase hangs on the event ("killed in Kano"), on what was done to ("shelled
the clinic in Kano"), or where it is itself what was done to ("overran Goma"). Places of those who speak, or
where a party comes from, are not the event's. Where several remain, the closest bound, then the narrowest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from jirga.coding.sharedtimes import hosts
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, PlaceMention

#: Types of saying: the places of those who are spoken to or of are not where it was said.
_SAYINGS = word_set("REQUEST ACCUSE REJECT SUPPORT THREATEN SANCTION")
#: Types in which somebody goes: where to and where from are places of theirs.
_GOINGS = word_set("RETREAT MOBILIZE CONCEDE CONSULT ASSAULT PROTEST COERCE") | {""}
_TO, _FROM = word_set("to toward towards into onto"), word_set("from off out")
#: Prepositions that hold a place fast to the noun before them, so that a doer so described acts there.
_FAST = word_set(
    "in at near around outside inside across along throughout within above below beyond opposite"
)
_BESIDE = word_set("on over beneath behind past through upon under against amid among beside of")
_BEARINGS = word_set("north south east west northeast northwest southeast southwest")
_OVER = word_set("through on into over past")
_LOCATIVE = _FAST | _TO | _FROM | _BESIDE | _BEARINGS
#: What is done before or after something else, or for it, need not be done where that is.
_ELSEWHERE = word_set("before since until than like as despite because for")
_LOOSE = word_set("against about over with concerning after")
#: Verbs of what is done to people, under which a name that the gazetteer lacks is hardly a place's.
_TO_PEOPLE = word_set(
    "kill shoot wound injure arrest detain abduct kidnap murder execute deport behead torture"
)
#: What leads to the event noun that a deed was part of: "killed in an attack".
_WITHIN = word_set("in during by with amid at")
#: Clauses that tell of the same happening: "were killed when shells hit a market in Kano".
_SAME = word_set("when as while where in")
#: Finest first; between a town and a city stand districts. A name that the gazetteer lacks is a small place.
_FINENESS = {"place": 1, "district": 2, "city": 3, "province": 4, "country": 5, "region": 6}
#: From so many people on, a place is a city, which may have districts.
_CITY = 100_000
#: How closely a place is bound: to the event, to what it is about, to who does it.
_CLOSE, _LOOSELY, _OF_DOER = 0, 2, 3
#: Words for a kind of place after which its name may stand bare: "the capital Lome".
_KINDS = word_set("capital city town village suburb district port hamlet commune region area settlement")
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
    patrol seize besiege ambush burn rock shake
    """
)
#: Nouns of what kills or hurts, which a clause may tell more of: "a blast in Kano that killed nine".
_ATTACKS = word_set(
    """
    attack blast explosion bombing shooting raid strike airstrike assault ambush clash fighting
    battle offensive operation protest demonstration rally riot violence shelling incident massacre
    """
)
#: Verbs that only say how far the deed below them has gone.
_ASPECTS = word_set(
    "launch mount begin start continue try attempt manage proceed resume stop cease seek threaten"
)
#: Verbs of what befalls people, told one beside the other of one happening.
_HARM = word_set("kill wound injure hurt die shoot arrest detain abduct kidnap capture burn destroy damage")
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PATIENTS = frozenset({"dobj", "obj", "nsubjpass", "dative"})
#: Clauses that tell of something else than what they hang on.
_APART = frozenset({"ccomp", "conj", "advcl", "parataxis", "xcomp"})
_MODIFIERS = frozenset({"compound", "nmod"})
#: Types in which somebody is taken from where he was.
_REMOVALS = word_set("RETREAT CONCEDE MOBILIZE COERCE")
#: Verbs of sending somebody, who need not be where he is said to be of ("extradited a man of Kano").
_SENDS = word_set("extradite deport repatriate")
_PROTESTING = word_set("protest demonstrate rally march agitate")
#: Who is of a place because he is there.
_DWELLERS = word_set(
    """
    people resident villager inhabitant population dweller parishioner townsfolk citizen civilian
    trader shopper farmer household family
    """
)


@dataclass(frozen=True, slots=True)
class _Link:
    """How a place hangs on the word `at`: by the dependency `dep`, over prepositions and nouns.

    `nouns` are the nouns between and the verbs that describe them, both lists from the place upwards.
    """

    at: Token
    dep: str
    preps: tuple[str, ...]
    nouns: tuple[Token, ...]


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
            whose = root.dep_ in _MODIFIERS | {"poss", "amod"} and _is_state(place)
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
            return None
        ranked = [
            (rank, _fineness(place), abs(root.i - event.i), n, place)
            for n, (root, place) in enumerate(here)
            if (rank := self._rank(root, place, words, kind, parties)) is not None
        ]
        if ranked:
            return min(ranked, key=lambda one: one[:4])[-1]
        if kind in _SAYINGS:
            return None
        return self._of_clause(here, event) or self._shared(here, event, words) or self._below(here, words)

    def _rank(
        self,
        root: Token,
        place: PlaceMention,
        words: set[int],
        kind: str,
        parties: Collection[tuple[int, int]],
    ) -> int | None:
        """Return how loosely a place is bound to an event (0 closest), None where it is not the event's."""
        for link in _links(root):
            if link.at.i in words:
                party = (place.start, place.end) in parties
                return None if self._nearer(root, link, kind) else self._bound(link, place, kind, party)
            if link.at.i in self._stops or (
                link.at.i in self._own and not self._brought_about(link.at, words)
            ):
                return None
            if link.at.pos_ in {"VERB", "AUX"} and not self._describes(link.at):
                return None
        return None

    def _brought_about(self, noun: Token, words: set[int]) -> bool:
        """Whether an event noun is what the event brings about, or is itself: "killed in a raid in Rome"."""
        if noun.pos_ != "NOUN":
            return False
        within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN and noun.head.head.i in words
        return within or (noun.dep_ in _PATIENTS and noun.head.i in words)

    def _nearer(self, root: Token, link: _Link, kind: str) -> bool:
        """Whether an event noun between a verb of saying and the place is meant: "put off talks in Rome"."""
        if kind not in _SAYINGS or link.nouns:
            return False
        between = root.doc[link.at.i + 1 : root.i] if link.at.i < root.i else ()
        return any(t.i in self._own and t.pos_ == "NOUN" and link.at.is_ancestor(t) for t in between)

    def _bound(self, link: _Link, place: PlaceMention, kind: str, party: bool) -> int | None:
        if not link.preps:
            return self._patient(link, place, kind, party)
        first = next((prep for prep in link.preps if prep != "of"), "of")
        if first not in _LOCATIVE or any(prep in _ELSEWHERE for prep in link.preps):
            return None
        if first in _TO | _FROM and kind not in _GOINGS:
            return None
        against = first == "against" and link.at.lemma_ in _PROTESTING
        if against or (kind == "COERCE" and first in _TO):
            return None
        if not link.nouns:
            return None if first == "of" and kind in _SAYINGS else _CLOSE
        if (
            kind in _SAYINGS
            or link.at.lemma_ in _SENDS
            or (first not in _FAST and not self._passes(first, link, kind))
        ):
            return None
        if link.dep in _SUBJECTS:
            there = first in _FAST or any(
                noun.pos_ == "VERB" or noun.lemma_ in _DWELLERS for noun in link.nouns
            )
            return _OF_DOER if there else None
        return _LOOSELY if any(prep in _LOOSE for prep in link.preps) else _CLOSE

    def _patient(self, link: _Link, place: PlaceMention, kind: str, party: bool) -> int | None:
        """Rank a place that is itself what is done to ("overran Goma"), or names it ("the Goma road")."""
        if kind in _SAYINGS or link.dep in _SUBJECTS:
            return None
        if link.nouns:
            of_state = _is_state(place) and not all(one.lemma_ in _KINDS | _PARTS for one in link.nouns)
            return None if of_state or any(map(self._is_party, link.nouns)) else _CLOSE
        if place.place is None and link.at.lemma_ in _TO_PEOPLE:
            return None
        if link.dep in _PATIENTS:
            return None if party and _is_state(place) else _CLOSE
        return _CLOSE if link.dep in _MODIFIERS and not _is_state(place) else None

    def _passes(self, first: str, link: _Link, kind: str) -> bool:
        """Whether a place that hangs loosely on nouns is the event's: of people, where those are there."""
        parties = [noun for noun in link.nouns if self._is_party(noun)]
        if first == "of":
            return all(noun.lemma_.lower() in _DWELLERS | _KINDS for noun in parties)
        return not parties or (first in _FROM and kind in _REMOVALS and link.dep in _PATIENTS)

    def _is_party(self, noun: Token) -> bool:
        if noun.lemma_ in _KINDS | _PARTS:
            return False
        found = self._analysis.mention_at(noun.i)
        return found is not None and found.head == noun.i and found.kind in {"agent", "name"}

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
        for host, before in [*hosts(event, others), *((one, False) for one in _same_happening(event))]:
            apart = before and any(child.dep_ in _SUBJECTS for child in event.children)
            found = [
                place
                for root, place in here
                if (not before or root.i < event.i)
                and self._hangs_on(root, host)
                and (not apart or _opens(root))
            ]
            if found:
                return min(found, key=_fineness)
        return None

    def _below(self, here: list[tuple[Token, PlaceMention]], words: set[int]) -> PlaceMention | None:
        """Return the place of a clause about those to whom it was done: "shot men who had met in Kano"."""
        found = []
        for root, place in here:
            path = list(takewhile(lambda one: one.i not in words, root.ancestors))
            if len(path) == len(list(root.ancestors)) or not _FAST.intersection(t.lower_ for t in path[:3]):
                continue
            told = any(
                one.i in self._stops or one.i in self._own or one.dep_ in _SUBJECTS | _APART for one in path
            )
            if not told and any(one.dep_ in {"acl", "relcl"} and one.lemma_ != "bear" for one in path):
                found.append(place)
        return min(found, key=_fineness, default=None)

    def _hangs_on(self, root: Token, host: Token) -> bool:
        """Whether a place hangs on the verb whose circumstances the event shares."""
        if host.dep_ == "ROOT" and _opens(root):
            return True
        link = next(
            (one for one in _links(root) if one.at.pos_ in {"VERB", "AUX"} or one.at.i == host.i), None
        )
        if link is None or link.at.i != host.i:
            return False
        if self._is_struck(root, link):
            return True
        if not (_FAST | _OVER).intersection(link.preps):
            return False
        return link.dep not in _SUBJECTS and not _ELSEWHERE.intersection(link.preps)

    def _is_struck(self, root: Token, link: _Link) -> bool:
        """Whether a place, or a thing of it, is what the deed is done to: "stormed the village of Giza"."""
        if link.dep not in _PATIENTS or link.at.lemma_ not in _DONE_THERE or not set(link.preps) <= {"of"}:
            return False
        return not any(map(self._is_party, link.nouns)) and root.tag_ not in {"JJ", "NNPS"}


def _same_happening(event: Token) -> Iterator[Token]:
    """Yield the words beside the event that tell of the same happening, nearest first, two steps far."""
    near = list(_beside(event))
    yield from near
    for one in near:
        yield from (other for other in _beside(one) if other.i != event.i)
    if event.i == event.sent.root.i:
        yield event


def _beside(event: Token) -> Iterator[Token]:
    """Yield what tells of the same: "died when shells hit …", "…, killing six", "a blast that killed six"."""
    if event.dep_ == "advcl" and _tells_the_same(event):
        yield event.head
    yield from (child for child in event.children if child.dep_ == "advcl" and _tells_the_same(child))
    if event.lemma_ in _ASPECTS:
        objects = [child for child in event.children if child.dep_ in _PATIENTS]
        below = [child for one in [event, *objects] for child in one.children]
        yield from (child for child in below if child.dep_ in {"xcomp", "acl"})
    for child in event.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            yield from (one for one in child.children if one.dep_ == "pcomp")
    if event.dep_ == "conj":
        yield event.sent.root
    if event.dep_ in {"relcl", "acl"} and event.head.pos_ == "NOUN" and event.head.lemma_ in _ATTACKS:
        yield event.head
    if event.lemma_ in _HARM:
        joined = [event.head, *(child for child in event.children if child.dep_ == "conj")]
        yield from (one for one in joined if one.i != event.i and one.lemma_ in _HARM)


def _tells_the_same(clause: Token) -> bool:
    """Whether an adverbial clause tells of its head's happening: by its mark, or as a bare participle."""
    marks = [c.lower_ for c in clause.lefts if c.dep_ == "mark" or c.tag_ == "WRB"]
    return marks[0] in _SAME if marks else clause.tag_ == "VBG"


def _opens(root: Token) -> bool:
    """Whether a place opens its sentence: "At Kano rebels …", wherever the parse hung that."""
    first = root.sent.start
    return root.i - first in {1, 2} and root.doc[first].lower_ in _FAST


def _links(root: Token) -> Iterator[_Link]:
    """Yield each word above a place's phrase that is no preposition, with the way there."""
    before = root.nbor(-1) if root.i > root.sent.start else root
    named = before.pos_ == "NOUN" and before.lemma_ in _KINDS and before.dep_ == "pobj"
    current = before if named and root.dep_ not in _PATIENTS else root
    preps: list[str] = []
    nouns: list[Token] = []
    while current.head.i != current.i:
        head = current.head
        dep = current.dep_
        if dep in {"appos", "conj"} and head.pos_ in {"PROPN", "NOUN"} and not nouns and not preps:
            current = head
            continue
        if head.pos_ == "ADP" or dep == "pobj":
            if not preps or not (head.lower_ == "of" and preps[-1] == "of"):
                preps.append(head.lower_)
            current = head
            continue
        yield _Link(head, current.dep_ if current.pos_ != "ADP" else "prep", tuple(preps), tuple(nouns))
        nouns.append(head)
        current = head


def _is_state(place: PlaceMention) -> bool:
    return place.place is not None and place.place.precision == "country"


def _fineness(found: PlaceMention) -> int:
    place = found.place
    if place is None:
        return 0
    is_city = place.precision == "place" and place.population >= _CITY
    return _FINENESS["city" if is_city else place.precision]
