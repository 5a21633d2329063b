"""A relation as its words tell it, before it is settled who the parties are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.model import Aspect

#: How the id of a named entity begins that the lexicon lacks.
UNLISTED = "x-"


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """A relation from `actor` to `recipient`, tokens of one sentence; one side may be empty.

    `trigger` is the word that says it. `read` is the verb whose clause decides whether it holds, None where
    the text takes it for granted (an apposition, a title, a modifier). `aspect` is `begun` or `ended` where
    the words tell the relation's onset or end.
    """

    type: str
    actor: tuple[Token, ...]
    recipient: tuple[Token, ...]
    trigger: Token
    read: Token | None = None
    aspect: Aspect = "unstated"
