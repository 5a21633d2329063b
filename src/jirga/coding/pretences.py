"""What a text says was only called or shown as a deed: "what was billed as a withdrawal was a rotation".

Who says what a thing was that others presented as something else says that it was not that. The parse rarely
holds such a sentence together, so the order of its words decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Participles and pasts of showing or calling a thing something.
_PRESENTED = word_set(
    """
    presented shown billed hailed advertised trumpeted touted portrayed depicted sold celebrated styled
    dressed filmed forwarded circulated broadcast reported passed paraded staged described announced
    """
)
_BEING = word_set("was were is are proved turned amounted amounts consisted")
#: Pasts by which a thing only looked like another ("what looked like", "what appeared to be").
_SEEMING = word_set("looked sounded seemed appeared")
#: With these after the verb it was that indeed.
_INDEED = word_set("indeed really just exactly precisely truly not no never nothing n't n’t")
#: How far apart they stand, at most, in tokens.
_FAR = 14


def is_pretence(event: Token) -> bool:
    """Return whether what an event is called is what others presented something as that was another thing."""
    before = [t.lower_ for t in event.doc[max(event.sent.start, event.i - _FAR) : event.i]]
    if "what" not in before:
        return False
    since = before[len(before) - 1 - before[::-1].index("what") :]
    if set(since[1:3]) & _SEEMING and any(word in {"like", "be"} for word in since[2:5]):
        finite = any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in event.doc[event.i - len(since) + 2 : event.i])
        return not finite and _was_otherwise(event)
    as_ = len(since) - 1 - since[::-1].index("as") if "as" in since else 0
    shown = [i for i, word in enumerate(since[:as_]) if word in _PRESENTED]
    if not shown or any(word in _BEING for word in since[as_:]):
        return False
    return _was_otherwise(event)


def _was_otherwise(event: Token) -> bool:
    """Whether it is said right after an event what it was, and not that it was that indeed."""
    after = [t.lower_ for t in event.doc[event.i + 1 : min(event.sent.end, event.i + 1 + _FAR)]]
    being = next((i for i, word in enumerate(after) if word in _BEING), None)
    return being is not None and not _INDEED & set(after[being + 1 : being + 3])
