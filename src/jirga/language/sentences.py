"""Sentence borders that punctuation settles before the parser looks: it keeps what is set here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Abbreviations that a name or number follows: no sentence ends with one of them.
TITLES = frozenset(
    re.findall(
        r"\S+",
        "Gen. Maj. Lt. Col. Brig. Capt. Cmdr. Adm. Sgt. Cpl. Pvt. Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. "
        "Pres. Rev. Hon. St. Mt. No. Nos. Art. Amb. Insp. Supt. Sub. vs. cf. e.g. i.e. Messrs. Min. Fr. Sr.",
    )
)
#: Those of them that stand before a person's name.
RANKS = TITLES - frozenset(re.findall(r"\S+", "St. Mt. No. Nos. Art. vs. cf. e.g. i.e. Sub. Min."))
#: Verbs that introduce a quotation, in the forms in which they follow or precede it.
SAYING = frozenset(
    re.findall(
        r"\w+",
        "said says asked told added shouted wrote tweeted asks adds replied stated "
        "declared continued saying adding",
    )
)
_ENDS = frozenset(".!?…:;") | frozenset("\"'”’)]»")
_CLOSING = frozenset("\"'”’)]»")
_OPENING = frozenset("\"'“‘([«")


def mark_borders(doc: Doc, written: Sequence[str]) -> None:
    """Set the sentence starts of an unparsed `doc` that are certain, and rule out those that cannot be.

    `written` are its words as the text has them, whose capitals count.
    """
    for token in doc[:-1]:
        following = token.nbor()
        if token.text in TITLES or token.text.capitalize() in TITLES:
            following.is_sent_start = False
        elif following.text in {"[", "("} and token.text not in _ENDS:
            following.is_sent_start = False  # a gloss: "the Christian Democratic Party [PDC]"
        elif token.text in {".", "!", "?", "…"}:
            _after_stop(token, following, written)


def _says(token: Token) -> bool:
    """Whether a verb of saying follows within the next few words, as after a quotation that it introduces."""
    return any(near.text in SAYING for near in token.doc[token.i : token.i + 5])


def _after_stop(stop: Token, following: Token, written: Sequence[str]) -> None:
    quoted = following.text in _CLOSING and not stop.whitespace_
    if quoted:
        following.is_sent_start = False
        if following.i + 1 >= len(following.doc):
            return
        following = following.nbor()
    first = written[following.i][:1]
    if first.islower():
        following.is_sent_start = False
    elif quoted and _says(following):
        following.is_sent_start = False  # "Stop!" Khan said
    elif first.isupper() or (following.text in _OPENING and not quoted):
        following.is_sent_start = True
