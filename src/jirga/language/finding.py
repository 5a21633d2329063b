"""Where mentions are: the lexicon's names first, then the NER's, nouns for actors, pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga.language.analysis import PlaceMention, text_of, token_finder
from jirga.language.casing import words_of
from jirga.language.identity import Draft
from jirga.language.outcomes import is_outcome
from jirga.language.parse import pipeline
from jirga.language.sentences import RANKS, TITLES
from jirga.lexicon.agents import Agent, agent, phrases
from jirga.lexicon.entities import Match, entities
from jirga.lexicon.places import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAMES = frozenset({"PERSON", "ORG", "NORP"})
#: Prepositions that the NER takes for the beginning of a name of a place.
_PLACING = frozenset({"near", "around", "outside", "inside"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Parts of speech that no name alone is of, and how what is no party to its sentence hangs in it.
_NO_NAMES = frozenset({"VERB", "AUX", "PRON", "DET", "ADP", "INTJ", "SCONJ", "CCONJ"})
_LOOSE = frozenset({"ROOT", "npadvmod", "advcl", "ccomp", "intj", "dep"})
_PERSONAL = frozenset(
    {"he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs", "it", "its"}
)
#: Sectors whose common nouns are offices and ranks before a name; some titles are as good as part of it.
_OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI"})
_PART_OF_NAME = frozenset(
    {"king", "queen", "prince", "princess", "emir", "sultan", "sheikh", "mullah", "pope"}
)
#: Dependencies by which a word belongs to the name or noun on its right.
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
#: What makes of Americans those of a continent or of a descent, not of the state called so.
_OF_A_CONTINENT = re.compile(
    r"\b(?:central|latin|south|north|meso|african|ibero|pan)[ \n-]\Z",
    re.IGNORECASE,
)
#: Up to two capitalised words right before a name, and how far before it they are looked for (code points).
_NAMES_BEFORE = re.compile(r"(?:\b[^\W\d_a-z][\w'’.-]*\s+){1,2}\Z")
_LONGEST_NAME = 40
#: What makes of a state's name that of a part of another.
_DIVISION = re.compile(r" (?:State|Province|Region|District)\b")
#: What makes of a people's name one of descent, before it and after it; the form of such a draft.
_ETHNIC = re.compile(r"\bethnic[ \n-]\Z", re.IGNORECASE)
_OF_ORIGIN = re.compile(
    r"(?:-|\s)(?:speak|majority\b|minorit|population\b|communit|descent\b|diaspora\b|origin\b)"
)
DESCENT = "descent"
_PLURALS = frozenset({"NNS", "NNPS"})
#: Chambers that are called by a common noun with a capital, and how they are called in full.
CHAMBERS = {"House": "house of representatives", "Chamber": "lower house", "Commons": "house of commons"}
#: Words that make a name that of a body, whatever the NER says.
_BODY = re.compile(
    r"\b(?:party|movement|front|army|council|ministry|committee|organi[sz]ation|union|group|brigades?|forces?|"
    r"league|alliance|network|agency|commission|court|university|association|foundation|congress|assembly|"
    r"coalition|battalion|corps|police|department|institute|bank|company|times|news|post|tribune)\b",
    re.IGNORECASE,
)


def find_drafts(doc: Doc, matches: list[Match], places: tuple[PlaceMention, ...] = ()) -> list[Draft]:
    """Return the drafts of all mentions: names, places, nouns for actors, pronouns; names do not overlap.

    What is one of `places` is a place, whatever the NER calls it.
    """
    named = _as_places(doc, _names(doc, matches), places)
    heads = {draft.head for draft in named}
    nouns = [draft for draft in _nouns(doc) if draft.head not in heads]
    return [*named, *nouns, *_pronouns(doc)]


def _as_places(doc: Doc, drafts: list[Draft], places: tuple[PlaceMention, ...]) -> list[Draft]:
    find = token_finder(doc)
    spans = {(find(one.start), find(one.end - 1)): one for one in places if one.place is not None}
    covered = {token for draft in drafts for token in range(draft.first, draft.last + 1)}
    for draft in drafts:
        if (draft.first, draft.last) in spans and not draft.ids:
            draft.kind, draft.person, draft.plural = "place", None, None
    missed = [span for span in spans if not covered & set(range(span[0], span[1] + 1))]
    return drafts + [Draft(first, last, spans[first, last].head, "place") for first, last in missed]


def lexicon_matches(doc: Doc) -> list[Match]:
    """Return the names that the lexicon knows in `doc`; "Latin American" is none, nor is "US$460"."""
    text = text_of(doc)
    return [
        match
        for match in entities().find(text)
        if text[match.end : match.end + 1] != "$"
        if not _is_a_division(text, match)
        if not _ends_a_place(text, match)
        if not (_may_be_of_a_continent(text, match) and _OF_A_CONTINENT.search(text, 0, match.start))
    ]


def _is_a_division(text: str, match: Match) -> bool:
    """Whether a state's name is that of another's division: "Niger State", which is in Nigeria."""
    after = _DIVISION.match(text, match.end)
    if match.form != "name" or after is None:
        return False
    places = gazetteer().named(text[match.start : after.end()])
    return bool(places) and all(p.country != entities().standing(match.ids[0]).country for p in places)


def _ends_a_place(text: str, match: Match) -> bool:
    """Whether a person's name is the end of a longer one of a place: Ismail Khan in "Dera Ismail Khan"."""
    if entities().standing(match.ids[0]).kind != "person":
        return False
    before = _NAMES_BEFORE.search(text, max(0, match.start - _LONGEST_NAME), match.start)
    words = before[0].split() if before is not None else []
    name = text[match.start : match.end]
    return any(gazetteer().named(" ".join([*words[at:], name])) for at in range(len(words)))


#: What stands before one of a people.
_ONE = frozenset({"a", "an", "another", "one", "each", "every", "no"})


def _may_be_of_a_continent(text: str, match: Match) -> bool:
    return match.form in {"adjective", "people"} or text[match.start : match.end] == "America"


def of_descent(text: str, match: Match) -> bool:
    """Whether a people's name tells whose children somebody is: ethnic Albanians, the Serb minority."""
    if _ETHNIC.search(text, 0, match.start):
        return True
    return match.form == "adjective" and _OF_ORIGIN.match(text, match.end) is not None


def _names(doc: Doc, matches: list[Match]) -> list[Draft]:
    find = token_finder(doc)
    known = [draft for match in matches if (draft := _known(doc, match, find)) is not None]
    adjectives = {(find(m.start), find(m.end - 1)) for m in matches if m.form == "adjective"}
    seen = [draft for entity in doc.ents if (draft := _recognised(entity)) is not None]
    seen = [draft for draft in seen if (draft.first, draft.last) not in adjectives]
    return _without_overlap(known, seen)


def _known(doc: Doc, match: Match, find: Callable[[int], int]) -> Draft | None:
    """Return the draft of a lexicon match; None for an adjective that only says of which country."""
    first, last = find(match.start), find(match.end - 1)
    span = doc[first : last + 1]
    head = span.root
    if match.form == "adjective" and head.dep_ in _BEFORE | {"conj"} and head.head.i > head.i:
        return None
    if match.form == "adjective" and head.pos_ == "ADJ":
        return None
    kind = "place" if match.form == "capital" or _is_state(match) else "name"
    if match.form in {"people", "adjective"}:
        kind = "agent"
        if of_descent(text_of(doc), match):
            return Draft(first, last, head.i, "agent", form=DESCENT, plural=True, person=True)
        if match.form == "adjective" and any(t.lower_ in _ONE for t in head.lefts):  # "killed an Afghan"
            return Draft(first, last, head.i, "agent", form=DESCENT, plural=False, person=True)
    draft = Draft(first, last, head.i, kind, match.ids, match.form)  # type: ignore[arg-type]
    if entities().standing(match.ids[0]).kind == "person":
        draft.person, draft.plural = True, False
    return draft


def _is_state(match: Match) -> bool:
    return match.form == "name" and entities().standing(match.ids[0]).kind == "state"


def _recognised(entity: Span) -> Draft | None:
    """Return the draft of a named entity without its article and possessive; None for dates and sums."""
    if entity.label_ not in _NAMES | _PLACES:
        return None
    first, last = entity.start, _before_possessive(entity) - 1
    while first < last and (entity.doc[first].lower_ in {"the", "a", "an"} or entity.doc[first].is_space):
        first += 1
    while last > first and (entity.doc[last].tag_ == "POS" or not entity.doc[last].text.strip(".,-'( \n")):
        last -= 1
    label = entity.label_
    if first < last and entity.doc[first].lower_ in _PLACING:  # "Near Ar Raqqah" at a sentence's start
        first, label = first + 1, label if label in _PLACES else "LOC"
    span = entity.doc[first : last + 1]
    if not any(c.isalpha() for c in span.text) or not any(token.text[:1].isupper() for token in span):
        return None
    if entity.label_ != "PERSON" and _is_common(span):
        return None
    if (
        _is_a_word(span)
        or _is_part_of_a_word(span.root)
        or (entity.label_ == "NORP" and span.root.dep_ == "amod")
    ):
        return None
    label = "PERSON" if f"{span[0].text.rstrip('.').capitalize()}." in RANKS and last > first else label
    if label == "PERSON":
        first, last = _after_titles(span), _last_surname(span)
        span = entity.doc[first : last + 1]
    body = _BODY.search(span.text) is not None
    label = "ORG" if body and label == "PERSON" else label
    draft = Draft(first, last, span.root.i, "place" if label in _PLACES else "name", label=label)
    if label == "PERSON":
        draft.person, draft.plural = True, False
    return draft


def _is_a_word(span: Span) -> bool:
    """Whether what the NER took for a name is a verb, a pronoun or the like that merely has a capital.

    So "He" in the middle of a sentence, and "Flee" as a call that begins one.
    """
    head = span[0]
    if len(span) > 1:
        return False
    if head.pos_ in _NO_NAMES or head.lower_ in _PERSONAL:
        return True
    loose = head.is_sent_start and head.dep_ in _LOOSE
    return bool(loose) and words_of(pipeline()).is_common(head.lower_)


def _is_common(span: Span) -> bool:
    """Whether what the NER took for a name is a common noun with a capital, or part of one ("the Army").

    So in "Defense Secretary Carter", where the noun after it makes it an office.
    """
    head = span.root.head
    office = span.root.dep_ == "compound" and head.i == span.end
    if office and f"{span.text} {head.text}".casefold() in _phrases():
        return True
    if span.label_ == "NORP" and span[-1].tag_ in _PLURALS and _as_agent(span[-1]) is not None:
        return True  # "Sri Lankan Muslims"
    return len(span) == 1 and (_as_agent(span[0]) is not None)


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    return frozenset(phrases())


def _as_agent(token: Token) -> Agent | None:
    """Return what a noun says of an actor, a capitalised "House" as a chamber of parliament."""
    return agent(token.text) or agent(CHAMBERS.get(token.text, ""))


def _before_possessive(entity: Span) -> int:
    """Return where a name ends that the NER ran over a possessive ("Silva's van"): before it."""
    if entity.label_ != "PERSON":
        return entity.end
    return next((t.i for t in entity[1:] if t.tag_ == "POS" or t.lower_ in {"'s", "’s"}), entity.end)


def _after_titles(span: Span) -> int:
    """Return where a person's name begins behind ranks and offices: "Col Isaacs", "President Cerezo"."""
    begins = span.start
    while begins < span.end - 1:
        token = span.doc[begins]
        of_two = agent(span.doc[begins : begins + 2].text) if begins < span.end - 2 else None
        title = of_two or agent(token.text)
        rank = title is not None and title.sector in _OFFICES and token.lower_ not in _PART_OF_NAME
        if not (rank or f"{token.text.rstrip('.').capitalize()}." in TITLES or token.lower_ == "mr"):
            break
        begins += 2 if of_two is not None else 1  # "Field Marshal Haftar"
    return int(begins)


def _last_surname(span: Span) -> int:
    """Return the last token of a person's name, which the NER cuts short where somebody has two surnames.

    "Bernardo Jaramillo Ossa" ends in "Ossa": proper nouns that follow at once, of which the name found is a
    part, none of them found to be another's, nor a word that is no name; "the Obama Library" is no person.
    """
    last, head = span.end - 1, span.root.head
    built = span.start > 0 and span.doc[span.start - 1].lower_ in {"the", "a"}
    after = span.doc[last + 1 : head.i + 1] if span.root.dep_ == "compound" and not built else ()
    return int(head.i) if after and all(map(_may_be_surname, after)) else last


def _may_be_surname(token: Token) -> bool:
    name = token.pos_ == "PROPN" and token.text[:1].isupper() and token.is_alpha and not token.ent_type_
    known = agent(token.text) is not None or words_of(pipeline()).is_common(token.lower_)
    return name and not known and not _BODY.fullmatch(token.text)


def name_peoples(doc: Doc, drafts: list[Draft], peoples: list[tuple[int, int, str | None]]) -> list[Draft]:
    """Read names of peoples without a state as nouns for people; return drafts for those nobody had found."""
    at = {(first, last) for first, last, _ in peoples}
    for draft in drafts:
        beside = draft.kind == "name" and doc[draft.head].dep_ in _BEFORE  # "a Karen stronghold"
        people = beside or draft.label == "NORP" or doc[draft.last].tag_ in _PLURALS
        if people and not draft.ids and (draft.first, draft.last) in at:
            draft.kind, draft.form, draft.plural, draft.person = "agent", DESCENT, True, True
    covered = {token for draft in drafts for token in range(draft.first, draft.last + 1)}
    free = [(first, last) for first, last in at if last not in covered and doc[last].tag_ in _PLURALS]
    return [Draft(i, j, j, "agent", form=DESCENT, plural=True, person=True) for i, j in sorted(free)]


def _without_overlap(known: list[Draft], seen: list[Draft]) -> list[Draft]:
    """Return the lexicon's drafts with those of the NER that add to them.

    A longer name of the NER swallows a state, capital or surname inside it ("Bank of Pakistan"); any other
    name of the lexicon drives out what overlaps it.
    """
    weak = {"capital", "surname", "byname", "people", "adjective"}
    at = {token: draft for draft in known for token in range(draft.first, draft.last + 1)}
    kept = {id(draft): draft for draft in known}
    for draft in seen:
        over = {id(at[t]): at[t] for t in range(draft.first, draft.last + 1) if t in at}.values()
        swallows = draft.kind == "name" and all(
            draft.covers(one)
            and not one.covers(draft)
            and (one.form in weak or one.kind == "place" or _is_last_word(draft, one))
            for one in over
        )
        if not over or swallows:
            for one in over:
                kept.pop(id(one), None)
            kept[id(draft)] = draft
    return list(kept.values())


def _is_last_word(whole: Draft, one: Draft) -> bool:
    """Whether a body's short name is only the last word of another's: "the Nigeria Labour Congress"."""
    return one.first == one.last == whole.last and one.first > whole.first and len(one.ids) > 1


def _nouns(doc: Doc) -> Iterator[Draft]:
    """Yield noun phrases whose head names an actor: militants, the interior minister, a suicide bomber."""
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or _as_agent(token) is None:
            continue
        if (token.ent_type_ and token.ent_type_ not in _NAMES) or _is_part_of_a_word(token):
            continue
        yield _noun(token)


def _is_part_of_a_word(token: Token) -> bool:
    """Whether a noun only helps to make a word or title: state-designated, Secretary of State."""
    hyphenated = token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_
    return hyphenated or (token.lower_ == "state" and token.dep_ == "pobj" and not any(token.lefts))


def _noun(head: Token) -> Draft:
    before = (t for t in head.lefts if t.dep_ in _BEFORE | {"det", "advmod", "quantmod"})
    left = [head.i, *(t.left_edge.i for t in before if not is_outcome(t))]
    known = agent(head.text)
    draft = Draft(min(left), head.i, head.i, "agent")
    draft.plural = head.tag_ in {"NNS", "NNPS"} or head.morph.get("Number", []) == ["Plur"]
    draft.person = known is not None and known.kind == "person"
    return draft


def _pronouns(doc: Doc) -> Iterator[Draft]:
    for token in doc:
        if token.lower_ in _PERSONAL and token.pos_ in {"PRON", "DET"} and token.dep_ != "expl":
            draft = Draft(token.i, token.i, token.i, "pronoun")
            draft.plural = token.lower_.startswith("the")
            draft.person = None if draft.plural else token.lower_ not in {"it", "its"}
            yield draft
