"""Who cannot be of the country of those they deal with: "the government expelled the Israeli ambassador".

An unnamed government that deals, in one clause, with another state, its government or its envoys is not that
state's own, whatever country the text is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from jirga.language.identity import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STATES = frozenset({"state", "government"})
#: Who stand for their state abroad; a country's ministers deal with its own president too.
_ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "consul", "attaché", "embassy"})
#: Prepositions that tell where, not with whom.
_WHERE = frozenset({"in", "at", "near", "on", "inside", "outside", "across", "around", "over", "through"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
#: How one verb hangs on another whose subject is its own: "denied having appealed", "refused to recognise".
_SAME_SUBJECT = frozenset({"xcomp", "pcomp", "advcl", "conj"})


def dealt_with(doc: Doc, drafts: Iterable[Draft]) -> Callable[[Draft], frozenset[str]]:
    """Return what tells for a draft the countries whose state stands on the other side of its clause.

    Only those count whose country the words already tell.
    """
    told = [
        (*_place(doc[one.head]), one.identity.country)
        for one in drafts
        if one.identity.country is not None and _speaks_for_a_state(doc, one)
    ]

    def countries(draft: Draft) -> frozenset[str]:
        if draft.identity.sector != "GOV":
            return frozenset()
        verb, subject = _place(doc[draft.head])
        return frozenset(
            country
            for at, is_subject, country in told
            if verb is not None and at == verb and is_subject != subject
        )

    return countries


def _speaks_for_a_state(doc: Doc, one: Draft) -> bool:
    named = one.identity.entity_kind in _STATES or one.form == "capital"
    return named if one.kind in {"name", "place"} else doc[one.head].lemma_.lower() in _ENVOYS


def _place(word: Token) -> tuple[int | None, bool]:
    """Return the verb that a word is an argument of, and whether as its subject; None outside any clause."""
    subject = word.dep_ in _SUBJECTS
    while word.head.i != word.i:
        above = word.head
        if above.pos_ in {"VERB", "AUX"}:
            return (above.i, subject) if subject else (_own_verb(above), False)
        if (
            above.lower_ in _WHERE
            or above.pos_ not in {"ADP", "NOUN", "PROPN"}
            or word.dep_ in {"relcl", "acl", "appos", "poss"}
        ):
            return None, False
        if above.pos_ != "ADP" and word.dep_ not in {"conj", "prep"}:
            return None, False
        subject = subject or above.dep_ in _SUBJECTS
        word = above
    return None, False


def _own_verb(verb: Token) -> int:
    """Return the verb whose subject does what `verb` says: "denied" in "denied having appealed to it"."""
    while verb.dep_ in _SAME_SUBJECT and not any(c.dep_ in _SUBJECTS for c in verb.children):
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if above.pos_ not in {"VERB", "AUX"} or above.i == verb.i:
            break
        verb = above
    return verb.i
