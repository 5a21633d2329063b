"""How long before or after another happening: "two days after the rebels took the town, they freed nine".

The parser hangs the two days on the clause that they are counted from. They date the clause above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COUNTED_FROM = frozenset({"before", "after"})


def rehang_lengths(doc: Doc) -> None:
    """Hang a length of time before "after" or "before" on the verb that it dates; changes `doc` in place."""
    for token in doc:
        clause = _counted_from(token) if token.dep_ == "npadvmod" else None
        if clause is not None:
            token.head = clause.head


def _counted_from(length: Token) -> Token | None:
    """Return the clause that a length is counted from, by the "before" or "after" right behind it."""
    mark = next((t for t in length.doc[length.i + 1 : length.i + 2] if t.lower_ in _COUNTED_FROM), None)
    if mark is None or mark.dep_ != "mark" or mark.head.dep_ != "advcl":
        return None
    return mark.head if length.head in {mark, mark.head} else None
