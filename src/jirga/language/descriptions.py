"""Definite descriptions that take up somebody named before: "the group", "the ministry", "the president"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from jirga.language.composing import state_of_country
from jirga.language.coreference import SUBJECT, back, sentence_numbers, take
from jirga.language.identity import Draft, Identity
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set
from jirga.lexicon.entities import entities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many sentences back a description may reach.
DESCRIPTION_REACH = 4
#: How many sentences back a name cut to one word ("the Front") may reach.
SHORT_NAME_REACH = 12
#: Bodies that a bare "the …" takes up again, with the kinds of entity they may be.
_BODIES: dict[str, frozenset[str]] = {
    "group": frozenset({"group", "organisation", "party"}),
    "outfit": frozenset({"group", "organisation", "party"}),
    "organisation": frozenset({"group", "organisation", "party"}),
    "organization": frozenset({"group", "organisation", "party"}),
    "movement": frozenset({"group", "party"}),
    "faction": frozenset({"group"}),
    "militia": frozenset({"group", "force"}),
    "network": frozenset({"group"}),
    "militant": frozenset({"group"}),
    "insurgent": frozenset({"group"}),
    "rebel": frozenset({"group"}),
    "guerrilla": frozenset({"group"}),
    "terrorist": frozenset({"group"}),
    "extremist": frozenset({"group"}),
    "subversive": frozenset({"group"}),
    "separatist": frozenset({"group"}),
    "party": frozenset({"party"}),
}
#: Persons that a bare "the …" takes up again, with what their office or title may be called.
_PERSONS: dict[str, tuple[str, ...]] = {
    "president": ("president",),
    "premier": ("prime minister", "premier"),
    "chancellor": ("chancellor",),
    "minister": ("minister",),
    "secretary": ("secretary",),
    "governor": ("governor",),
    "mayor": ("mayor",),
    "king": ("king",),
    "general": ("general", "gen"),
    "colonel": ("colonel", "col"),
    "commander": ("commander", "commander-in-chief"),
    "ambassador": ("ambassador",),
    "envoy": ("envoy",),
    "senator": ("senator", "sen"),
    "spokesman": ("spokesman",),
    "spokeswoman": ("spokeswoman",),
    "spokesperson": ("spokesperson",),
}
#: What may have happened to whoever "the slain judge" takes up.
_HAPPENED = word_set(
    "slain murdered assassinated dead late killed wounded injured kidnapped abducted missing freed"
)
#: Adjectives that say of a group what is said of any.
_ANY_SUCH = frozenset(
    re.findall(
        r"[\w-]+",
        "same banned outlawed proscribed armed militant rebel insurgent terrorist extremist islamist "
        "jihadist jihadi separatist secessionist radical hardline hard-line shadowy notorious violent "
        "deadly feared said so-called self-styled defunct main whole entire powerful former "
        "guerrilla paramilitary criminal ethnic sunni shiite shia religious political leftist marxist maoist",
    )
)
#: Organs that a bare "the …" takes up again, found by how the ids of such organs end.
_ORGANS = frozenset(
    {"ministry", "government", "army", "police", "parliament", "court", "embassy", "commission"}
)
#: Sectors of named bodies that the lexicon lacks and that any such noun takes up.
_BANDS = frozenset({"REB", "PRM", "PTY", "OPP", "CRM"})
#: From this share of the mentions of groups before it on, a text is about that group.
_DOMINANT, _AT_LEAST = 0.6, 3


def resolve_descriptions(doc: Doc, drafts: list[Draft], day: str | None, home: str | None = None) -> None:
    """Give definite descriptions ("the group") the identity of the mention they take up, if any.

    `day` (ISO) is the day as of which people hold offices; `home` the country that the text is at home in.
    """
    sentence_of = sentence_numbers(doc)
    before: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: one.first):
        if draft.kind == "agent" and draft.antecedent is None and draft.identity.entity is None:
            lemma = doc[draft.head].lemma_.lower()
            found = None
            if _is_bare(doc[draft.head]):
                found = _by_last_word(doc, draft, before, sentence_of)
                if found is not None:
                    pass
                elif lemma in _PERSONS:
                    found = _in_office(doc, lemma, before, draft.head, sentence_of, day)
                elif lemma == "administration":
                    draft.identity = _administration(doc, before, day) or draft.identity
                elif lemma in _ORGANS or (lemma in _BODIES and _is_plainly_called(doc[draft.head], draft)):
                    found = _body(doc, draft, lemma, before, sentence_of, home)
            if found is None and draft.person and not draft.plural and lemma not in _BODIES:
                found = _so_called(doc, doc[draft.head], before, sentence_of)
            if found is not None:
                take(draft, found)
        before.append(draft)


def _so_called(doc: Doc, noun: Token, before: list[Draft], sentence_of: Callable[[int], int]) -> Draft | None:
    """Return the only person near who was called so: "Judge Espinosa was shot. The judge had been warned".

    A title of two words is both: "the attorney general". An adjective may say no more than what happened to
    him ("the slain judge"), for any other may tell him from the one named.
    """
    title = [t for t in noun.lefts if t.dep_ == "compound"]
    others = [t for t in noun.lefts if t not in title and t.lower_ not in _HAPPENED]
    definite = [t.lower_ for t in others] in (["the"], ["this"], ["that"])
    if not definite or len(title) > 1 or any(t.dep_ not in {"punct", "cc", "conj"} for t in noun.rights):
        return None
    words = " ".join(t.lower_ for t in (*title, noun))
    people = [one for one in before if one.kind == "name" and one.person and one.identity.entity is not None]
    near = back(people, sentence_of(noun.i), DESCRIPTION_REACH, sentence_of)
    called = [one for one in near if words in _called(doc, one)]
    return called[0] if len({one.identity.entity for one in called}) == 1 else None


def _by_last_word(
    doc: Doc, draft: Draft, before: list[Draft], sentence_of: Callable[[int], int]
) -> Draft | None:
    """Return the body that "the Front", with a capital, stands for: the nearest whose name has that word."""
    word = doc[draft.head].text
    if not word[:1].isupper() or doc[draft.head].is_sent_start:
        return None
    near = back(before, sentence_of(draft.head), SHORT_NAME_REACH, sentence_of)
    return next((one for one in near if one.kind == "name" and word in _words_of(doc, one)), None)


def _words_of(doc: Doc, one: Draft) -> set[str]:
    """Return the words of a body's name as the text has it, and in full where the lexicon knows it."""
    if one.person or one.identity.entity is None:
        return set()
    full = entities().standing(one.identity.entity).name if one.identity.entity in entities() else ""
    return {token.text for token in doc[one.first : one.last + 1]} | set(full.split())


def _is_bare(head: Token) -> bool:
    """Whether a noun has a definite article and no more than adjectives beside it.

    An infinitive after it is what somebody is called on to do, not who it is.
    """
    definite = any(t.lower_ in {"the", "this", "that"} for t in head.lefts)
    free = all(
        t.dep_ in {"punct", "cc", "conj"} or (t.dep_ == "acl" and t.tag_ == "VB") or _is_set_off(t)
        for t in head.rights
    )
    return definite and free and all(t.dep_ in {"det", "amod"} or _is_nation(t) for t in head.lefts)


def _is_set_off(clause: Token) -> bool:
    """Whether a comma parts a clause from its noun: it says more of somebody known, not who is meant."""
    first = clause.left_edge
    return clause.dep_ in {"acl", "relcl"} and first.i > 0 and first.nbor(-1).text == ","


def _is_nation(word: Token) -> bool:
    """Whether a word before a noun says of which country: the parse has "Salvadoran" for a compound's."""
    return word.dep_ in {"amod", "compound"} and word.ent_type_ == "NORP"


def _is_plainly_called(noun: Token, draft: Draft) -> bool:
    """Whether the adjectives of "the banned group" say what any may be, not which other group it is.

    Of which country it is they may say ("the Salvadoran guerrillas"): that is compared (see `_described`).
    """
    told = draft.identity.country is not None
    adjectives = (t for t in noun.lefts if t.dep_ in {"amod", "compound"})
    return all(t.lower_ in _ANY_SUCH or (told and _is_nation(t)) for t in adjectives)


def _in_office(
    doc: Doc, noun: str, before: list[Draft], at: int, sentence_of: Callable[[int], int], day: str | None
) -> Draft | None:
    """Return the person whom "the president" takes up: one called so before, or known to hold that office.

    Who is only known to hold it must be the only one in the text so far: two presidents are told apart by who
    was called so last.
    """
    people = [one for one in before if one.kind == "name" and one.person and one.identity.entity is not None]
    here = sentence_of(at)
    near = [one for one in people if here - sentence_of(one.head) <= DESCRIPTION_REACH]
    called = [one for one in near if _called(doc, one) & set(_PERSONS[noun])]
    if called:
        return called[-1]
    holders = [one for one in people if _holds(one, noun, day)]
    return holders[-1] if len({one.identity.entity for one in holders}) == 1 else None


def _administration(doc: Doc, before: list[Draft], day: str | None) -> Identity | None:
    """Return the government of the president whom the text speaks of most, None where it names none."""
    presidents = {
        one.identity.entity: one.identity.country
        for one in before
        if one.kind == "name"
        and one.person
        and ("president" in _called(doc, one) or _holds(one, "president", day))
    }
    counts = Counter(one.identity.entity for one in before if one.identity.entity in presidents)
    first = counts.most_common(1)[0][0] if counts else None
    state = state_of_country().get(presidents.get(first) or "")
    return Identity.of(entities().standing(f"{state}-government", day)) if state else None


def _called(doc: Doc, name: Draft) -> set[str]:
    """Return the offices and ranks right before a name or in it, and the nouns in apposition to it."""
    start = max(name.first - 3, doc[name.first].sent.start)
    before = [t.lower_.rstrip(".") for t in doc[start : name.first]]
    inside = [t.lower_.rstrip(".") for t in doc[name.first : name.last]]
    beside = [t.lower_ for t in doc[name.head].children if t.dep_ == "appos"]
    if {"vice", "deputy", "former", "ex"} & {*before, *inside}:
        return set(beside)
    titles = {*before[-1:], " ".join(before[-2:]), *inside}
    return {*titles, *beside}


def _holds(one: Draft, noun: str, day: str | None) -> bool:
    """Whether the lexicon knows the person in such an office on the day, and not as a former one."""
    id_ = one.identity.entity or ""
    if id_ not in entities():
        return False
    standing = entities().standing(id_, day)
    office = f"{(standing.office or '').casefold()} "
    names = tuple(f"{name} " for name in _PERSONS[noun])
    return standing.sector != "ELI" and office.startswith(names)


def _body(
    doc: Doc,
    draft: Draft,
    lemma: str,
    before: list[Draft],
    sentence_of: Callable[[int], int],
    home: str | None,
) -> Draft | None:
    """Return the body that "the outfit" takes up: the nearest that is called so, or whom the text is about.

    Of the organs of several states "the government" is that of `home`, where the text has named it.

    The nearest goes first where it is the subject of the sentence before or of its own; else, where one
    group has most of the text's mentions so far, the description is of that one.
    """
    fits = [one for one in before if _is_called(lemma, one) and _described(doc, draft, one)]
    here = sentence_of(draft.head)
    near = list(back(fits, here, DESCRIPTION_REACH, sentence_of))
    if lemma in _ORGANS or not fits:
        at_home = (one for one in near if one.identity.country == home)
        return next(at_home, None if home else next(iter(near), None))
    subjects = [one for one in near if here - sentence_of(one.head) <= 1 and doc[one.head].dep_ in SUBJECT]
    if subjects:
        return None if _stands_beside_another(doc, subjects[0], fits) else subjects[0]
    counts = Counter(one.identity.entity for one in fits)
    first, number = counts.most_common(1)[0]
    if number >= _AT_LEAST and number >= _DOMINANT * counts.total():
        return next(one for one in reversed(fits) if one.identity.entity == first)
    return near[0] if near else None


def _stands_beside_another(doc: Doc, one: Draft, fits: list[Draft]) -> bool:
    """Whether a body is named in one breath with another that may be meant too: "the FMLN and the ELN"."""
    beside = {token.i for token in doc[one.head].conjuncts}
    return any(other.head in beside and other.identity.entity != one.identity.entity for other in fits)


def _is_called(noun: str, one: Draft) -> bool:
    """Whether a bare `noun` is said of such an entity."""
    who = one.identity
    if who.entity is None or one.kind == "pronoun":
        return False
    if noun in _ORGANS:
        return who.entity.endswith(f"-{noun}")
    armed = who.entity.startswith("x-") and who.sector in _BANDS and not one.person
    return who.entity_kind in _BODIES[noun] or armed


def _described(doc: Doc, draft: Draft, one: Draft) -> bool:
    who = one.identity
    said = agent(doc[draft.first : draft.last + 1].text)
    sector_fits = said is None or said.sector is None or who.sector is None or said.sector == who.sector
    country = draft.identity.country
    return sector_fits and (country is None or country == who.country)
