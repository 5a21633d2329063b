"""Who a passive was done by, and of what, where the parser hangs it on the nearest noun or verb.

Of "was accused by monitors of shelling homes" it makes monitors of shelling; of "is designated a terrorist
group by Pakistan" a group by Pakistan; of "were ordered to leave by the governor" a leaving by the governor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.agents import agent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What leads from a verb with a doer to the deed that it is about: accused of, charged with, banned from.
_ABOUT = frozenset({"of", "with", "from", "for", "over"})
#: How the parser hangs a gerund after a preposition, right or wrong.
_GERUNDS = frozenset({"pcomp", "pobj", "amod", "compound"})
_COMPLEMENTS = frozenset({"dobj", "oprd", "attr", "xcomp"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def rehang_doers(doc: Doc) -> None:
    """Hang on a passive verb its doer and what the doer says it is about; changes `doc` in place."""
    for token in doc:
        if token.dep_ != "prep":
            continue
        if token.lower_ in _ABOUT and _leads_to_a_deed(token):
            verb = _done_by(token.head)
            if verb is not None:
                token.head = verb
                _part_the_deed(token)
        elif token.lower_ == "by" and _names_a_doer(token):
            verb = _without_doer(token.head, token)
            if verb is not None:
                token.head, token.dep_ = verb, "agent"


def _leads_to_a_deed(preposition: Token) -> bool:
    """Whether what follows is a gerund, which the parser may take for a word before its object."""
    after = preposition.i + 1
    first = preposition.doc[after] if after < len(preposition.doc) else None
    gerund = first is not None and first.tag_ == "VBG" and first.dep_ in _GERUNDS
    return gerund or any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in preposition.children)


def _part_the_deed(preposition: Token) -> None:
    """Make "shelling villages" the shelling of villages, not villages that shell."""
    gerund = preposition.nbor(1)
    noun = gerund.head
    if gerund.tag_ == "VBG" and gerund.dep_ == "pobj":
        gerund.dep_, gerund.pos_ = "pcomp", "VERB"
    if gerund.tag_ == "VBG" and gerund.dep_ in {"amod", "compound"} and noun.head == preposition:
        gerund.head, gerund.dep_, gerund.pos_ = preposition, "pcomp", "VERB"
        noun.head, noun.dep_ = gerund, "dobj"


def _done_by(noun: Token) -> Token | None:
    """Return the passive verb that a noun, or one it is joined to, is the doer of."""
    while noun.dep_ in {"conj", "appos"}:
        noun = noun.head
    by = noun.head
    verb = by.head
    passive = by.dep_ in {"agent", "prep"} and by.lower_ == "by" and noun.dep_ == "pobj"
    return verb if passive and verb.tag_ == "VBN" else None


def _names_a_doer(by: Token) -> bool:
    """Whether "by" leads to somebody: a name, or a noun for people with an article or in the plural."""
    noun = next((c for c in by.children if c.dep_ == "pobj"), None)
    if noun is None:
        return False
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in _NAMED
    told = noun.tag_ == "NNS" or any(c.dep_ in {"det", "poss", "compound"} for c in noun.children)
    return told and agent(noun.lemma_.lower()) is not None


def _without_doer(over: Token, by: Token) -> Token | None:
    """Return the passive without a doer that `over` completes as a noun or as an active infinitive."""
    called = over.dep_ == "pobj" and over.head.lower_ == "as"  # "designated as terrorists by Washington"
    verb = over.head.head if called else over.head
    if not (called or over.dep_ in _COMPLEMENTS) or over.i < verb.i or not _is_passive(verb):
        return None
    infinitive = over.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in over.children)
    noun = over.pos_ == "NOUN" and over.dep_ != "xcomp"
    if not (infinitive or noun) or _is_passive(over):
        return None
    doers = (c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"))
    return None if any(True for _ in doers) or by.i < over.i else verb


def _is_passive(verb: Token) -> bool:
    reduced = verb.tag_ == "VBN" and verb.dep_ == "acl"
    return reduced or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
