"""Coreference of the simplest kinds: aliases, surnames, appositions, pronouns, "the group"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.language.composing import lends_its_name
from jirga.language.identity import Draft
from jirga.lexicon.agents import agent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many sentences back a pronoun, and a definite description, may reach.
PRONOUN_REACH, DESCRIPTION_REACH = 2, 4
_BRACKETED = re.compile(r"\s*\((?:the\s+)?(?P<alias>[A-Z][\w&-]{1,9})\)")
_FEMALE = re.compile(
    r"\b(?:Ms|Mrs|Miss|Madam|Lady|Queen|Princess|Begum|spokeswoman|chairwoman|congresswoman)\b"
)
_MALE = re.compile(r"\b(?:Mr|Sir|King|Prince|Mullah|Maulana|Mufti|Sheikh|Imam|spokesman|chairman|Lord)\b")
#: Bodies that a bare "the …" takes up again, with the kinds of entity they may be; None: any body.
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
    "party": frozenset({"party"}),
    "premier": frozenset({"person"}),
    "president": frozenset({"person"}),
    "minister": frozenset({"person"}),
    "general": frozenset({"person"}),
    "spokesman": frozenset({"person"}),
    "spokesperson": frozenset({"person"}),
}
#: Organs that a bare "the …" takes up again, found by how the ids of such organs end.
_ORGANS = frozenset(
    {"ministry", "government", "army", "police", "parliament", "court", "embassy", "commission"}
)
_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})


def merge_aliases(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Give an abbreviation bracketed after a name that name's identity, here and from here on.

    Returns new drafts for where the abbreviation stands and nothing was found before.
    """
    aliases: dict[str, Draft] = {}
    whole = doc.text
    for draft in sorted(drafts, key=lambda one: one.first):
        if draft.kind not in {"name", "agent"}:
            continue
        text = doc[draft.first : draft.last + 1].text
        owner = aliases.get(text)
        if owner is not None and (draft.antecedent is None and not draft.ids):
            _take(draft, owner)
        if draft.identity.entity is None:
            continue
        end = doc[draft.last].idx + len(doc[draft.last])
        following = _BRACKETED.match(whole, end)
        if following and sum(c.isupper() for c in following["alias"]) > 1:
            aliases.setdefault(following["alias"], draft)
    return _unseen(doc, drafts, aliases)


def _unseen(doc: Doc, drafts: list[Draft], owners: dict[str, Draft]) -> list[Draft]:
    """Return drafts for the words that `owners` know, after these, where nothing was found before."""
    names = [draft for draft in drafts if draft.kind in {"name", "place"}]
    covered = {token for draft in names for token in range(draft.first, draft.last + 1)}
    free = [t for t in doc if t.text in owners and t.i not in covered and t.i > owners[t.text].last]
    return [_alias(token, owners[token.text]) for token in free if token.pos_ == "PROPN"]


def _alias(token: Token, owner: Draft) -> Draft:
    draft = Draft(token.i, token.i, token.i, "name", label=owner.label)
    draft.plural = owner.plural
    _take(draft, owner)
    return draft


def merge_surnames(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Give a person named by last name alone the identity of the only fuller name before that ends in it.

    Returns new drafts for where such a name stands and nothing was found before.
    """
    full: dict[str, dict[str | None, Draft]] = {}
    for draft in sorted(drafts, key=lambda one: one.first):
        if not draft.person or draft.kind != "name":
            continue
        words = doc[draft.first : draft.last + 1].text.split()
        last = words[-1].casefold()
        if len(words) > 1:
            full.setdefault(last, {}).setdefault(draft.identity.entity, draft)
        elif len(full.get(last, {})) == 1:
            _take(draft, next(iter(full[last].values())))
    only = {doc[d.last].text: d for ds in full.values() if len(ds) == 1 for d in ds.values()}
    return _unseen(doc, drafts, only)


def merge_appositions(doc: Doc, drafts: list[Draft]) -> None:
    """Let a name and the noun set beside it ("X, the TTP spokesman") tell each other what they lack."""
    at = {draft.head: draft for draft in drafts if draft.kind in {"name", "agent"}}
    for token in doc:
        if token.dep_ != "appos" or token.i not in at or token.head.i not in at:
            continue
        left, right = at[token.head.i], at[token.i]
        name, noun = (left, right) if left.kind == "name" else (right, left)
        if name.kind != "name" or noun.kind != "agent" or _is_plural(doc[noun.head]) != bool(name.plural):
            continue
        if bool(name.person) == bool(noun.person):
            name.identity = name.identity.filled(noun.identity)
            _take(noun, name)


def _is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"}


def resolve_descriptions(doc: Doc, drafts: list[Draft]) -> None:
    """Give definite descriptions ("the group") the identity of the nearest mention they fit, if any."""
    sentence_of = _sentence_numbers(doc)
    before: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: one.first):
        if draft.kind == "agent" and draft.antecedent is None and draft.identity.entity is None:
            antecedent = _for_description(doc, draft, before, sentence_of)
            if antecedent is not None:
                _take(draft, antecedent)
        before.append(draft)


def resolve_pronouns(doc: Doc, drafts: list[Draft]) -> None:
    """Give pronouns the identity of the nearest mention they agree with, and "its fighters" that of "its"."""
    sentence_of = _sentence_numbers(doc)
    before: list[Draft] = []
    owners: dict[int, Draft] = {}
    gender: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda one: (one.first, one.kind != "pronoun")):
        if draft.kind == "pronoun":
            antecedent = _for_pronoun(doc, draft, before, sentence_of, gender)
            if antecedent is not None:
                _take(draft, antecedent)
                owners[draft.head] = draft
        elif draft.kind == "agent" and draft.identity.entity is None:
            _owned(doc, draft, owners)
        before.append(draft)


def _owned(doc: Doc, draft: Draft, owners: dict[int, Draft]) -> None:
    """Give "its fighters", "their spokesman" the identity of the body that "its" stands for."""
    owner = next((owners[t.i] for t in doc[draft.head].lefts if t.dep_ == "poss" and t.i in owners), None)
    if owner is None or not lends_its_name(owner.identity):
        return
    said = agent(doc[draft.head].text)
    if said is not None and said.sector in {None, owner.identity.sector}:
        draft.identity = owner.identity


def _take(draft: Draft, antecedent: Draft) -> None:
    draft.antecedent = antecedent
    draft.identity = antecedent.identity
    draft.person = antecedent.person if draft.person is None else draft.person


def _sentence_numbers(doc: Doc) -> Callable[[int], int]:
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            numbers[token.i] = number
    return lambda token: numbers[token]


def _back(before: list[Draft], here: int, reach: int, sentence_of: Callable[[int], int]) -> Iterator[Draft]:
    """Yield the earlier drafts within reach: nearest sentence first, in it subjects before the rest."""
    near = []
    for draft in reversed(before):
        if here - sentence_of(draft.head) > reach:
            break
        near.append(draft)
    return iter(near)


def _for_pronoun(
    doc: Doc,
    draft: Draft,
    before: list[Draft],
    sentence_of: Callable[[int], int],
    gender: dict[str, str],
) -> Draft | None:
    """Return the antecedent of a pronoun, None where none is safe; `gender` keeps who was "he", who "she"."""
    token = doc[draft.head]
    if token.lower_ == "it" and token.dep_ not in _SUBJECT:
        return None  # as an object "it" takes up what was said as often as who
    if not draft.person:
        return _subject_before(doc, draft, before, sentence_of)
    sex = "male" if _is_male(token) else "female"
    here = sentence_of(draft.head)
    fits = [
        one
        for one in _back(before, here, PRONOUN_REACH, sentence_of)
        if _agrees(doc, draft, one) and not _same_clause(doc, draft, one)
    ]
    fits = [one for one in fits if gender.get(one.identity.entity or "", sex) == sex]
    fits.sort(key=lambda one: (here - sentence_of(one.head), doc[one.head].dep_ not in _SUBJECT, -one.head))
    if not fits:
        return None
    if fits[0].identity.entity is not None:
        gender.setdefault(fits[0].identity.entity, sex)
    return fits[0].antecedent if fits[0].kind == "pronoun" else fits[0]


def _subject_before(
    doc: Doc, draft: Draft, before: list[Draft], sentence_of: Callable[[int], int]
) -> Draft | None:
    """Return what "it" or "they" takes up: the subject nearest before, if that agrees and is a mention.

    A nearer subject that is none of our mentions ("the report … it details") leaves the pronoun open.
    """
    at = {one.head: one for one in before}
    here, token = sentence_of(draft.head), doc[draft.head]
    if token.lower_ == "it" and _is_empty(token):
        return None
    for subject in reversed(doc[: draft.first]):
        if here - sentence_of(subject.i) > PRONOUN_REACH:
            return None
        if subject.dep_ not in _SUBJECT or (token.dep_ != "poss" and _clause(subject) == _clause(token)):
            continue
        one = at.get(subject.i)
        if one is not None and _agrees(doc, draft, one) and not _same_clause(doc, draft, one):
            return one.antecedent if one.kind == "pronoun" else one
        if one is None and subject.pos_ != "PRON" and _is_plural(subject) == bool(draft.plural):
            return None
    return None


def _is_empty(token: Token) -> bool:
    """Whether "it" only stands for a clause to come: "it is clear that", "it rained"."""
    verb = token.head
    complements = {child.dep_ for child in verb.children}
    clause = complements & {"ccomp", "xcomp", "advcl", "csubj"}
    return verb.lemma_ in {"be", "seem", "appear", "become"} and bool(clause or complements & {"acomp"})


def _agrees(doc: Doc, pronoun: Draft, one: Draft) -> bool:
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
        return bool(one.person) and not one.plural and _gender_fits(doc, pronoun, one)
    return not one.person and not one.plural and one.identity.entity is not None


def _gender_fits(doc: Doc, pronoun: Draft, one: Draft) -> bool:
    around = doc[max(one.first - 3, doc[one.head].sent.start) : one.last + 1].text
    wrong = _FEMALE if doc[pronoun.head].lower_.startswith("h") and _is_male(doc[pronoun.head]) else _MALE
    return wrong.search(around) is None


def _is_male(token: Token) -> bool:
    return token.lower_ in {"he", "him", "his"}


def _same_clause(doc: Doc, pronoun: Draft, one: Draft) -> bool:
    """Whether both stand in one clause, where a pronoun cannot mean the other ("the army fought them")."""
    here, there = doc[pronoun.head], doc[one.head]
    if here.dep_ == "poss":
        return one.first <= pronoun.first <= one.last
    return _clause(here) == _clause(there)


def _clause(token: Token) -> int:
    """Return the number of the verb whose clause `token` stands in, else of the sentence's root."""
    return next((t.i for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token.sent.root.i)


def _for_description(
    doc: Doc, draft: Draft, before: list[Draft], sentence_of: Callable[[int], int]
) -> Draft | None:
    """Return what "the group", "the ministry", "the militants" takes up: the nearest mention of that kind."""
    head = doc[draft.head]
    lemma = head.lemma_.lower()
    definite = any(t.lower_ in {"the", "this", "that"} for t in head.lefts) and not list(head.rights)
    bare = all(t.dep_ in {"det", "amod"} for t in head.lefts)
    if not definite or not bare or (lemma not in _BODIES and lemma not in _ORGANS):
        return None
    here = sentence_of(draft.head)
    for one in _back(before, here, DESCRIPTION_REACH, sentence_of):
        if _is_called(lemma, one) and _described(doc, draft, one):
            return one
    return None


def _is_called(noun: str, one: Draft) -> bool:
    """Whether a bare `noun` is said of such an entity."""
    who = one.identity
    if who.entity is None or one.kind == "pronoun":
        return False
    if noun in _ORGANS:
        return who.entity.endswith(f"-{noun}")
    return who.entity_kind in _BODIES[noun]


def _described(doc: Doc, draft: Draft, one: Draft) -> bool:
    who = one.identity
    said = agent(doc[draft.first : draft.last + 1].text)
    sector_fits = said is None or said.sector is None or who.sector is None or said.sector == who.sector
    country = draft.identity.country
    return sector_fits and (country is None or country == who.country)


def fill_country(drafts: list[Draft], country_at: Callable[[int], str | None], dateline: str | None) -> None:
    """Give nouns for actors without a country the one that their surroundings tell (`country_at` a token).

    A single office holder ("the foreign secretary") travels: for him only the text's dateline counts.
    """
    for draft in drafts:
        who = draft.identity
        if draft.kind == "agent" and who.country is None and who.entity is None and who.sector is not None:
            travels = draft.person and not draft.plural and who.sector == "GOV"
            draft.identity = replace(who, country=dateline if travels else country_at(draft.head))
