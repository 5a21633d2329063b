"""Whether a pronoun may stand for a mention: number, person or body, and what gender the titles tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jirga.lexicon.agents import agent
from jirga.lexicon.women import women

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from jirga.language.identity import Draft

_FEMALE = re.compile(
    r"\b(?:Ms|Mrs|Miss|Madam|Lady|Queen|Princess|Begum|spokeswoman|chairwoman|congresswoman)\b"
)
_MALE = re.compile(r"\b(?:Mr|Sir|King|Prince|Mullah|Maulana|Mufti|Sheikh|Imam|spokesman|chairman|Lord)\b")


def is_plural(token: Token) -> bool:
    """Whether a noun is tagged as a plural."""
    return token.tag_ in {"NNS", "NNPS"}


def agrees(doc: Doc, pronoun: Draft, one: Draft) -> bool:
    """Whether a pronoun may stand for a mention: number, person or body, and what gender the titles tell."""
    if one.kind == "pronoun":
        return one.antecedent is not None and doc[one.head].lower_[:2] == doc[pronoun.head].lower_[:2]
    if one.kind == "place" and one.identity.entity is None:
        return False
    if pronoun.plural:
        return bool(one.plural) or (
            not one.person and one.identity.entity is not None and one.kind != "place"
        )
    if pronoun.person:
        owner = doc[one.head].dep_ == "compound"  # in "the Asad regime" it is the regime that is spoken of
        return bool(one.person) and not one.plural and not owner and _gender_fits(doc, pronoun, one)
    if one.kind == "agent" and one.identity.entity_kind in {"group", "party", "organisation"}:
        return True  # its fighters, its spokesman: the body is meant
    if one.kind == "agent" and one.identity.entity is None and not one.plural:
        said = agent(doc[one.head].text)
        return said is not None and said.kind == "body"  # "a faction said that it …": unnamed, yet a body
    return not one.person and not one.plural and one.identity.entity is not None


def _gender_fits(doc: Doc, pronoun: Draft, one: Draft) -> bool:
    """Whether neither the lexicon nor a title tells the other gender."""
    who = one.identity
    if who.entity_kind == "person" and who.entity and not who.entity.startswith("x-"):
        return (who.entity in women()) != is_male(doc[pronoun.head])
    around = doc[max(one.first - 3, doc[one.head].sent.start) : one.last + 1].text
    wrong = _FEMALE if doc[pronoun.head].lower_.startswith("h") and is_male(doc[pronoun.head]) else _MALE
    return wrong.search(around) is None


def is_male(token: Token) -> bool:
    """Whether a pronoun is of a man."""
    return token.lower_ in {"he", "him", "his"}
