"""Who can stand in a relation: bodies of people, persons, places, ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.drafts import UNLISTED
from jirga.coding.standing import BODIES, CAPTIVES, GROUND, WHOLES
from jirga.coding.syntax import measured
from jirga.lexicon.agents import agent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, Mention

_PERSONAL = frozenset({"he", "she", "him", "her", "who", "whom", "i", "me"})
#: Nouns of somebody only by whose they are: "our partners on the ground".
FELLOWS = frozenset({"partner", "ally"})
_PLURAL = frozenset({"they", "them", "we", "us", "it", "who"})


def mention(analysis: Analysis, token: Token) -> Mention | None:
    """Return the mention at a token where it says who it is: a name, a place, one with a known identity."""
    found = analysis.mention_at(token.i)
    if found is None:
        return None
    return found if found.kind in {"name", "place"} or found.entity or found.antecedent is not None else None


def kind_of(analysis: Analysis, token: Token) -> str | None:
    """Return the kind of entity a token stands for, through what a pronoun or description goes back to."""
    found = analysis.mention_at(token.i)
    for _ in range(4):
        if found is None or found.entity_kind is not None or found.antecedent is None:
            break
        found = analysis.mentions[found.antecedent]
    return found.entity_kind if found is not None else None


def is_body(analysis: Analysis, token: Token) -> bool:
    """Whether a token stands for a body of people: a group, force, party, government, state."""
    if token.lemma_.lower() in BODIES or token.lower_ in BODIES:
        return True
    kind = kind_of(analysis, token)
    if token.pos_ == "NOUN" and not _is_head(analysis, token):
        return False
    if kind is not None:
        return kind not in {"person", "place"}
    if token.pos_ != "PROPN" or token.ent_type_ in {"PERSON", "DATE", "EVENT", "LAW"}:
        return False
    return token.ent_type_ in {"ORG", "NORP"} or not is_place(analysis, token)


def _is_head(analysis: Analysis, token: Token) -> bool:
    """Whether a noun heads a mention of its own: "negotiations" between two governments is neither."""
    found = analysis.mention_at(token.i)
    return found is not None and found.head == token.i


def is_person(analysis: Analysis, token: Token) -> bool:
    """Whether a token may stand for one person: named so, a personal pronoun, or a noun that is no body."""
    if token.lower_ in {"he", "she", "him", "her"}:
        return True  # though it takes its identity from "the group's commander"
    kind = kind_of(analysis, token)
    if kind is not None:
        return kind == "person"
    if token.lower_ in _PERSONAL or token.ent_type_ == "PERSON":
        return True
    found = agent(token.lemma_.lower())
    return token.lemma_.lower() in CAPTIVES or (found is not None and token.lemma_.lower() not in BODIES)


def is_party(analysis: Analysis, token: Token) -> bool:
    """Whether a token stands for somebody at all: a body, a person, an agent noun, a pronoun for one."""
    if is_body(analysis, token) or mention(analysis, token) is not None:
        return not _is_mere_place(analysis, token)
    found = analysis.mention_at(token.i)
    if found is not None and found.head == token.i and found.kind == "agent":
        return True
    if token.lemma_.lower() in FELLOWS or token.lower_ == "two":
        return True
    return token.lower_ in _PLURAL | _PERSONAL | {"its", "their", "our"}


def _is_mere_place(analysis: Analysis, token: Token) -> bool:
    found = analysis.mention_at(token.i)
    return found is not None and found.kind == "place" and found.entity is None


def is_place(analysis: Analysis, token: Token) -> bool:
    """Whether a token names a place."""
    found = analysis.mention_at(token.i)
    if any(place.head == token.i for place in analysis.places):
        return True
    return token.ent_type_ in {"GPE", "LOC", "FAC"} or (found is not None and found.kind == "place")


def ground(analysis: Analysis, noun: Token) -> Token | None:
    """Return the ground that is held: a place, a noun of ground, or what a whole is of ("most of Raqqa").

    Half a town is not the town: a part stands for itself.
    """
    if is_place(analysis, noun):
        return noun
    inner = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if noun.lemma_.lower() in WHOLES:
        for place in inner:
            if is_place(analysis, place) or place.pos_ == "PROPN":
                return place
    if noun.lemma_.lower() in GROUND:
        return noun
    found = analysis.mention_at(noun.i)
    if found is None or found.kind != "name" or noun.ent_type_ in {"ORG", "NORP"}:
        return None
    unknown = found.entity is None or found.entity.startswith(UNLISTED)
    single = " " not in found.name  # what is ruled and has one unknown name is a place the gazetteer lacks
    return noun if unknown and single and found.entity_kind in {None, "person"} else None


def is_captive(analysis: Analysis, token: Token) -> bool:
    """Whether a token stands for people who can be held: soldiers, hostages, a person, "them", a number."""
    if token.pos_ == "PRON":
        return token.lower_ in {
            "he",
            "she",
            "they",
            "him",
            "her",
            "them",
            "whom",
            "who",
            "i",
            "we",
            "me",
            "us",
        }
    if token.pos_ == "NUM":
        return token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"}
    if token.lemma_.lower() in CAPTIVES:
        return True
    if any(is_captive(analysis, t) for t in measured(token)):
        return True
    if is_body(analysis, token) or is_place(analysis, token):
        return False
    return is_person(analysis, token)


def is_plainly_captive(analysis: Analysis, token: Token) -> bool:
    """Whether a token stands for people beyond doubt, so that "was held" needs nobody who holds them."""
    if token.pos_ in {"PRON", "NUM"} or token.lemma_.lower() in CAPTIVES:
        return True
    return kind_of(analysis, token) == "person" or any(is_captive(analysis, t) for t in measured(token))


def passes(analysis: Analysis, token: Token, test: str) -> Token | None:
    """Return the token that answers a frame's test (`standing.TESTS`), None where it does not."""
    if test == "ground":
        return ground(analysis, token)
    checks = {"body": is_body, "party": is_party, "people": is_captive, "place": is_place}
    return token if checks[test](analysis, token) else None
