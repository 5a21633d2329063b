"""Verbs that the parse has for participles where a sentence has no other: "Doctors from Lyon gave beds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs with two objects, one of which stays when they are passive ("Minister given ten years").
_OF_TWO_OBJECTS = word_set(
    """
    give offer grant award hand deny promise pay send show teach tell ask fine sentence charge deal
    serve lend allow spare cost guarantee owe name appoint elect call declare dub brand find
    """
)


def is_finite(participle: Token) -> bool:
    """Return whether what hangs on a noun as a participle is the verb of a sentence that has no other.

    It, or a verb joined to it, has an object of its own, which a passive of one object has not.
    """
    root = participle.sent.root
    if (
        participle.dep_ != "acl"
        or participle.tag_ not in {"VBN", "VBD"}
        or root.pos_ not in {"NOUN", "PROPN"}
    ):
        return False
    if participle.lemma_ in _OF_TWO_OBJECTS or root.i > participle.i:
        return False
    joined = [participle, *(c for c in participle.children if c.dep_ == "conj" and c.pos_ == "VERB")]
    return any(c.dep_ == "dobj" and c.i > verb.i for verb in joined for c in verb.children)
