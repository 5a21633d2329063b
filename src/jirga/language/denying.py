"""What who denies something says next: "denied that its army had shelled the town and blamed the rebels".

The parser joins the second verb to the first inside the denial, so that the blame seems denied too, and laid
by the army. Who denies answers in the same breath; what he denies does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DENYING = frozenset({"deny", "dispute", "reject", "refute", "dismiss"})
#: Words with which one answers a charge.
_ANSWERING = frozenset(
    {"accuse", "blame", "call", "claim", "condemn", "insist", "maintain", "say", "urge", "vow", "warn"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def rehang_answers(doc: Doc) -> None:
    """Hang a verb of answering, joined to what was denied, on the denial; changes `doc` in place."""
    for token in doc:
        denied = token.head
        if token.dep_ != "conj" or token.tag_ != "VBD" or token.lemma_ not in _ANSWERING:
            continue
        own = any(c.dep_ in _SUBJECTS for c in token.children)
        if denied.dep_ == "ccomp" and denied.head.lemma_ in _DENYING and not own and _past(denied.head):
            token.head = denied.head


def is_answer(token: Token) -> bool:
    """Return whether who denies one thing does another: "denied the charge and accused the rebels"."""
    return token.dep_ == "conj" and token.tag_ == "VBD" and token.head.lemma_ in _DENYING


def _past(verb: Token) -> bool:
    """Whether a denial is itself a past tense, as what is joined to it is."""
    return verb.tag_ == "VBD" or any(c.lower_ in {"has", "have", "had"} for c in verb.children)
