"""Verbs hung on the wrong one: "urged it to lift the siege and free …", "asked them to go and met them".

The parser often reads "urged Israel to lift the blockade, release prisoners and withdraw" as if the speaker
urged, released and withdrew. English does not allow that reading: a bare infinitive is joined to another
infinitive, never to a past tense or a participle. Nor is a past tense joined to an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Tags of verbs that no bare infinitive can be joined to, unless a modal or "do" stands before them.
_NOT_BARE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
#: What a verb has of its own when it opens a clause of its own.
_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "csubj", "expl", "mark"})
_INFINITIVE = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "conj", "ROOT"})


def rehang_finites(doc: Doc) -> None:
    """Hang a past tense joined to an infinitive on the finite verb over it; changes `doc` in place.

    Of "asked the army to withdraw and met the elders" the parser makes a meeting that was asked for.
    """
    for token in doc:
        head = token.head
        if token.dep_ != "conj" or token.tag_ != "VBD" or head.tag_ != "VB" or not _is_infinitive(head):
            continue
        if any(c.dep_ in _OWN for c in token.children) or any(c.dep_ == "auxpass" for c in head.children):
            continue
        finite = next((v for v in head.ancestors if v.tag_ in {"VBD", "VBZ", "VBP"}), None)
        if finite is not None and finite.i < head.i:
            token.head = finite


def rehang_infinitives(doc: Doc) -> None:
    """Hang infinitives joined to a finite verb on the last infinitive before them; changes `doc` in place."""
    for token in doc:
        if token.dep_ == "conj" and _is_bare(token) and not _takes_bare(token.head, token):
            infinitive = _last_infinitive(token)
            if infinitive is not None:
                token.head = infinitive
        if token.dep_ == "conj" and _is_bare(token) and _is_infinitive(token.head):
            token.tag_ = "VB"  # the tagger takes it for a present where it takes the verb for a finite one


def _is_bare(token: Token) -> bool:
    """Whether a verb has the form of an infinitive and nothing that would make it a clause of its own."""
    return (
        token.tag_ in {"VB", "VBP"}
        and token.pos_ in {"VERB", "AUX"}
        and not any(child.dep_ in _OWN for child in token.children)
    )


def _takes_bare(head: Token, token: Token) -> bool:
    """Whether such a verb may well be joined to `head`: an infinitive, a present, or after a modal."""
    if head.tag_ not in _NOT_BARE or head.tag_ == token.tag_:
        return True
    return any(
        child.dep_ == "aux" and (child.tag_ == "MD" or child.lemma_ == "do") for child in head.children
    )


def _last_infinitive(token: Token) -> Token | None:
    """Return the nearest infinitive before `token` under the verb it hangs on, else further up."""
    for above in token.ancestors:
        under = [t for t in above.subtree if t.i < token.i and _is_infinitive(t)]
        if under:
            return under[-1]
        if token.tag_ != "VB":
            return None
    return None


def _is_infinitive(token: Token) -> bool:
    if token.tag_ != "VB" or token.dep_ not in _INFINITIVE:
        return False
    if any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children):
        return True
    return token.dep_ == "conj" and token.head.tag_ == "VB" and _is_infinitive(token.head)
