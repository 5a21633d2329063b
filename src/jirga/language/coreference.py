"""Coreference of the simplest kinds: aliases, surnames, appositions, pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.language.agreement import agrees, is_male, is_plural
from jirga.language.analysis import text_of
from jirga.language.identity import Draft, Identity
from jirga.language.owners import belongs_to, is_of, lends_its_name
from jirga.language.selection import (
    accused_before,
    is_asked_for,
    kinds_asked,
    owner_of_thing,
    speaks_on,
    subjects_of,
    takes_a_body,
    told_of_itself,
)
from jirga.lexicon.agents import agent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 2
_BRACKETED = re.compile(r"\s*\((?:the\s+)?(?P<alias>[A-Z][\w&-]{1,9})\)")
_ARTICLE = re.compile(r"^(?:al|el)-(?=\w)")
SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})
#: What is done to somebody: "his arrest" is hardly that of the official who tells of it.
_SUFFERED = frozenset(
    re.findall(
        r"\w+",
        "arrest detention release trial conviction sentence sentencing death killing murder assassination "
        "extradition imprisonment indictment capture execution burial funeral kidnapping abduction "
        "disappearance deportation transfer injury wound body escape custody "
        "prosecution interrogation torture",
    )
)


def merge_aliases(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Give an abbreviation bracketed after a name that name's identity, here and from here on.

    Returns new drafts for where the abbreviation stands and nothing was found before.
    """
    aliases: dict[str, Draft] = {}
    whole = text_of(doc)
    for draft in sorted(drafts, key=lambda one: one.first):
        if draft.kind not in {"name", "agent"}:
            continue
        text = doc[draft.first : draft.last + 1].text
        owner = aliases.get(text)
        if owner is not None and (draft.antecedent is None and not draft.ids):
            take(draft, owner)
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
    take(draft, owner)
    return draft


def merge_surnames(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Give a person named by last name alone the identity of the only fuller name before that ends in it.

    So too where the NER takes the bare last name ("Ham", "Brown") for an organisation or a place.
    Returns new drafts for where such a name stands and nothing was found before.
    """
    full: dict[str, dict[str | None, Draft]] = {}
    for draft in sorted(drafts, key=lambda one: one.first):
        unsure = draft.kind in {"name", "place"} and not draft.ids and draft.identity.country is None
        if draft.kind != "name" and not unsure:
            continue
        words = doc[draft.first : draft.last + 1].text.split()
        last = _ARTICLE.sub("", words[-1].casefold())
        if len(words) > 1 and draft.person:
            full.setdefault(last, {}).setdefault(draft.identity.entity, draft)
        elif len(words) == 1 and len(full.get(last, {})) == 1 and (draft.person or unsure):
            draft.kind, draft.person, draft.plural = "name", True, False
            take(draft, next(iter(full[last].values())))
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
        if name.kind != "name" or noun.kind != "agent" or is_plural(doc[noun.head]) != bool(name.plural):
            continue
        if bool(name.person) == bool(noun.person):
            name.identity = name.identity.filled(noun.identity)
            take(noun, name)


def resolve_pronouns(doc: Doc, drafts: list[Draft]) -> None:
    """Give pronouns the identity of the nearest mention they agree with, and "its fighters" that of "its"."""
    sentence_of = sentence_numbers(doc)
    before: list[Draft] = []
    owners: dict[int, Draft] = {}
    gender: dict[str, str] = {}
    at = {draft.head: draft for draft in drafts if draft.kind in {"name", "agent"}}
    for draft in sorted(drafts, key=lambda one: (one.first, one.kind != "pronoun")):
        if draft.kind == "pronoun":
            antecedent = coming(doc, draft, at) or _for_pronoun(doc, draft, before, sentence_of, gender)
            if antecedent is not None:
                take(draft, antecedent)
                owners[draft.head] = draft
        elif draft.kind == "agent" and draft.identity.entity is None:
            _owned(doc, draft, owners)
        before.append(draft)


def _owned(doc: Doc, draft: Draft, owners: dict[int, Draft]) -> None:
    """Give "its fighters", "their spokesman" the identity of the body that "its" stands for.

    "His men" are of the country and the sector of him whom they follow.
    """
    owner = next((owners[t.i] for t in doc[draft.head].lefts if t.dep_ == "poss" and t.i in owners), None)
    said = agent(doc[draft.head].text)
    if owner is None or said is None:
        return
    if not belongs_to(said, doc[draft.head], owner.identity):
        if draft.identity.country is None and is_of(doc[draft.head]):
            draft.identity = replace(draft.identity, country=owner.identity.country)
        return
    if lends_its_name(owner.identity):
        draft.identity = owner.identity
    else:
        who = owner.identity
        draft.identity = Identity(None, None, who.country, who.sector, who.other_sectors)


def take(draft: Draft, antecedent: Draft) -> None:
    """Give a draft the identity of an earlier one."""
    draft.antecedent = antecedent
    draft.identity = antecedent.identity
    draft.person = antecedent.person if draft.person is None else draft.person


def sentence_numbers(doc: Doc) -> Callable[[int], int]:
    """Return a function from a token's number to that of its sentence."""
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            numbers[token.i] = number
    return lambda token: numbers[token]


def back(before: list[Draft], here: int, reach: int, sentence_of: Callable[[int], int]) -> Iterator[Draft]:
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
    if token.lower_ == "it" and token.dep_ not in SUBJECT and not takes_a_body(token):
        return None  # as an object "it" takes up what was said as often as who
    accused = accused_before(doc, token, before)
    if accused is not None and agrees(doc, draft, accused):
        return accused.antecedent if accused.kind == "pronoun" else accused
    if not draft.person:
        first = (_only_others, _sufferers) if draft.plural else ()
        ways = (*first, _subject_before, _asked_for)
        return next((one for way in ways if (one := way(doc, draft, before, sentence_of))), None)
    sex = "male" if is_male(token) else "female"
    here = sentence_of(draft.head)
    fits = [
        one
        for one in back(before, here, PRONOUN_REACH, sentence_of)
        if agrees(doc, draft, one) and not _same_clause(doc, draft, one)
    ]
    if token.dep_ == "poss" and token.head.lemma_.lower() in _SUFFERED:
        fits = [one for one in fits if not _reports(doc[one.head], token)]
        if _unknown_subject(doc, token, fits):
            return None
    fits = [one for one in fits if gender.get(one.identity.entity or "", sex) == sex]
    fits.sort(
        key=lambda one: (
            here - sentence_of(one.head),
            doc[one.head].dep_ not in SUBJECT,
            one.identity.entity is None,
            -one.head,
        )
    )
    if not fits:
        return None
    if fits[0].identity.entity is not None:
        gender.setdefault(fits[0].identity.entity, sex)
    return fits[0].antecedent if fits[0].kind == "pronoun" else fits[0]


def coming(doc: Doc, draft: Draft, at: dict[int, Draft]) -> Draft | None:
    """Return the subject that a pronoun in a fronted phrase looks ahead to: "During her visit, Clinton …"."""
    token = doc[draft.head]
    top = next((a for a in token.ancestors if a.dep_ in {"prep", "advcl"} and a.head.pos_ in _VERBAL), None)
    if top is None or top.i > top.head.i or top.head.dep_ == "ccomp":
        return None
    subject = next((c for c in top.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i), None)
    one = at.get(subject.i) if subject is not None else None
    if one is None or one.first <= draft.first or one.identity.entity is None or not agrees(doc, draft, one):
        return None
    return one


def _unknown_subject(doc: Doc, token: Token, fits: list[Draft]) -> bool:
    """Whether a proper noun that is no person we know is the subject of the clause of "his arrest"."""
    heads = {one.head for one in fits}
    verb = doc[_clause(token)]
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i), None)
    return subject is not None and subject.pos_ == "PROPN" and subject.i not in heads


def _reports(subject: Token, token: Token) -> bool:
    """Whether `subject` only says what `token` is part of: who tells of an arrest is not arrested."""
    if subject.dep_ not in {"nsubj", "nsubjpass"} or subject.i > token.i:
        return False
    saying = subject.head
    return saying in token.ancestors and any(
        child.dep_ == "ccomp" and (child == token or child.is_ancestor(token)) for child in saying.children
    )


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
    itself = told_of_itself(token, at) or speaks_on(token, at)
    if itself is not None and agrees(doc, draft, itself):
        return itself.antecedent if itself.kind == "pronoun" else itself
    for subject in reversed(doc[: draft.first]):
        if here - sentence_of(subject.i) > PRONOUN_REACH:
            return None
        if subject.dep_ not in _SUBJECTS or (token.dep_ != "poss" and _clause(subject) == _clause(token)):
            continue
        one = at.get(subject.i) or owner_of_thing(subject, token, at)
        if (
            one is not None
            and agrees(doc, draft, one)
            and is_asked_for(token, one)
            and not _same_clause(doc, draft, one)
        ):
            return one.antecedent if one.kind == "pronoun" else one
        if one is None and subject.pos_ != "PRON" and is_plural(subject) == bool(draft.plural):
            return None
    return None


def _only_others(
    doc: Doc, draft: Draft, before: list[Draft], sentence_of: Callable[[int], int]
) -> Draft | None:
    """Return the only people near whom "them" can mean, where who comes first does it to them.

    "The ELN freed two soldiers. The guerrillas handed them over": no guerrillas.
    """
    token = doc[draft.head]
    if token.lower_ != "them" or token.dep_ not in {"dobj", "dative"}:
        return None
    here, doers = sentence_of(draft.head), set(subjects_of(token))
    known = {one.identity.entity for one in before if one.head in doers} - {None}
    near = [one for one in before if here - sentence_of(one.head) <= 1 and agrees(doc, draft, one)]
    if not known or all(one.identity.entity not in known for one in near):
        return None  # the subject before it may be meant
    others = [one for one in near if one.identity.entity not in known and not _same_clause(doc, draft, one)]
    return others[0] if len(others) == 1 else None


def _sufferers(
    doc: Doc, draft: Draft, before: list[Draft], sentence_of: Callable[[int], int]
) -> Draft | None:
    """Return whose "their arrest" is that somebody asks for: people named before it, not who asks."""
    token = doc[draft.head]
    if token.dep_ != "poss" or token.head.lemma_.lower() not in _SUFFERED:
        return None
    here, doers = sentence_of(draft.head), set(subjects_of(token))
    near = (one for one in reversed(before) if sentence_of(one.head) == here and one.head not in doers)
    return next((one for one in near if one.kind == "agent" and one.plural), None)


def _asked_for(
    doc: Doc, draft: Draft, before: list[Draft], sentence_of: Callable[[int], int]
) -> Draft | None:
    """Return the only body near, of whatever role, to which one does what is done to "it": rejoined it."""
    token = doc[draft.head]
    if kinds_asked(token) is None and not (token.lower_ == "it" and takes_a_body(token)):
        return None
    fits = [
        one
        for one in back(before, sentence_of(draft.head), PRONOUN_REACH, sentence_of)
        if agrees(doc, draft, one) and is_asked_for(token, one) and not _same_clause(doc, draft, one)
    ]
    fits = [one for one in fits if one.identity.entity_kind not in {None, "state", "government", "person"}]
    if len({one.identity.entity for one in fits}) != 1:
        return None
    return fits[0].antecedent if fits[0].kind == "pronoun" else fits[0]


def _is_empty(token: Token) -> bool:
    """Whether "it" only stands for a clause to come: "it is clear that", "it rained"."""
    verb = token.head
    complements = {child.dep_ for child in verb.children}
    clause = complements & {"ccomp", "xcomp", "advcl", "csubj"}
    return verb.lemma_ in {"be", "seem", "appear", "become"} and bool(clause or complements & {"acomp"})


def _same_clause(doc: Doc, pronoun: Draft, one: Draft) -> bool:
    """Whether both stand in one clause, where a pronoun cannot mean the other ("the army fought them")."""
    here, there = doc[pronoun.head], doc[one.head]
    if here.dep_ == "poss":
        return one.first <= pronoun.first <= one.last
    return _clause(there) == _clause(here) or (there.dep_ in SUBJECT and there.head.i in _shared(here))


def _shared(token: Token) -> Iterator[int]:
    """Yield the verbs whose subject is also that of the verb over `token`: "X came and urged him"."""
    verb = token.doc[_clause(token)]
    while verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        verb = verb.head
        yield verb.i


def _clause(token: Token) -> int:
    """Return the number of the verb whose clause `token` stands in, else of the sentence's root."""
    return next((t.i for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token.sent.root.i)


def settle_officers(doc: Doc, drafts: list[Draft]) -> None:
    """Read a bare "officer" as one of the police where those were the last armed service spoken of."""
    last: str | None = None
    for draft in sorted(drafts, key=lambda one: one.first):
        if draft.kind == "pronoun":
            continue
        head = doc[draft.head]
        noun = draft.kind == "agent" and draft.identity.entity is None and head.lemma_.lower() == "officer"
        bare = noun and all(t.dep_ in {"det", "nummod", "amod"} for t in head.lefts)
        if bare and agent(doc[draft.first : draft.last + 1].text) == agent("officer"):
            if last == "COP":
                draft.identity = replace(draft.identity, sector="COP", other_sectors=())
        elif draft.identity.sector in {"COP", "MIL"}:
            last = draft.identity.sector
