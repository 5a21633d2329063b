"""Where mentions are: the lexicon's names first, then the NER's, nouns for actors, pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from jirga.language.analysis import token_finder
from jirga.language.identity import Draft
from jirga.lexicon.agents import agent
from jirga.lexicon.entities import Match, entities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAMES = frozenset({"PERSON", "ORG", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PERSONAL = frozenset(
    {"he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs", "it", "its"}
)
#: Dependencies by which a word belongs to the name or noun on its right.
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
#: Words that make a name that of a body, whatever the NER says.
_BODY = re.compile(
    r"\b(?:party|movement|front|army|council|ministry|committee|organi[sz]ation|union|group|brigades?|forces?|"
    r"league|alliance|network|agency|commission|court|university|association|foundation|congress|assembly|"
    r"coalition|battalion|corps|police|department|institute|bank|company|times|news|post|tribune)\b",
    re.IGNORECASE,
)


def find_drafts(doc: Doc, matches: list[Match]) -> list[Draft]:
    """Return the drafts of all mentions: names, places, nouns for actors, pronouns; names do not overlap."""
    named = _names(doc, matches)
    heads = {draft.head for draft in named}
    nouns = [draft for draft in _nouns(doc) if draft.head not in heads]
    return [*named, *nouns, *_pronouns(doc)]


def lexicon_matches(doc: Doc) -> list[Match]:
    """Return the names that the lexicon knows in the text of `doc`."""
    return entities().find(doc.text)


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
    draft = Draft(first, last, head.i, kind, match.ids, match.form)  # type: ignore[arg-type]
    if match.form == "surname" or entities().standing(match.ids[0]).kind == "person":
        draft.person, draft.plural = True, False
    return draft


def _is_state(match: Match) -> bool:
    return match.form == "name" and entities().standing(match.ids[0]).kind == "state"


def _recognised(entity: Span) -> Draft | None:
    """Return the draft of a named entity without its article and possessive; None for dates and sums."""
    if entity.label_ not in _NAMES | _PLACES:
        return None
    first, last = entity.start, entity.end - 1
    while first < last and (entity.doc[first].lower_ in {"the", "a", "an"} or entity.doc[first].is_space):
        first += 1
    while last > first and (entity.doc[last].tag_ == "POS" or not entity.doc[last].text.strip(".,-' \n")):
        last -= 1
    span = entity.doc[first : last + 1]
    if not any(c.isalpha() for c in span.text) or not any(token.text[:1].isupper() for token in span):
        return None
    body = _BODY.search(span.text) is not None
    label = "ORG" if body and entity.label_ == "PERSON" else entity.label_
    draft = Draft(first, last, span.root.i, "place" if label in _PLACES else "name", label=label)
    if label == "PERSON":
        draft.person, draft.plural = True, False
    return draft


def _without_overlap(known: list[Draft], seen: list[Draft]) -> list[Draft]:
    """Return the lexicon's drafts with those of the NER that add to them.

    A longer name of the NER swallows a state, capital or surname inside it ("Bank of Pakistan"); any other
    name of the lexicon drives out what overlaps it.
    """
    weak = {"capital", "surname", "people", "adjective"}
    at = {token: draft for draft in known for token in range(draft.first, draft.last + 1)}
    kept = {id(draft): draft for draft in known}
    for draft in seen:
        over = {id(at[t]): at[t] for t in range(draft.first, draft.last + 1) if t in at}.values()
        swallows = draft.kind == "name" and all(
            draft.covers(one) and not one.covers(draft) and (one.form in weak or one.kind == "place")
            for one in over
        )
        if not over or swallows:
            for one in over:
                kept.pop(id(one), None)
            kept[id(draft)] = draft
    return list(kept.values())


def _nouns(doc: Doc) -> Iterator[Draft]:
    """Yield noun phrases whose head names an actor: militants, the interior minister, a suicide bomber."""
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or agent(token.text) is None:
            continue
        if token.ent_type_ and token.ent_type_ not in _NAMES:
            continue
        yield _noun(token)


def _noun(head: Token) -> Draft:
    left = [head.i, *(t.left_edge.i for t in head.lefts if t.dep_ in _BEFORE | {"det", "advmod", "quantmod"})]
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
