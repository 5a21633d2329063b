"""Tokens: spaCy's English tokenizer, taught that some hyphens belong to a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jirga.language.sentences import TITLES

if TYPE_CHECKING:
    from spacy.language import Language

#: Articles that a transliterated name writes before its noun: al-Qaeda, el-Sisi, ash-Shabaab.
ARTICLES = frozenset(re.findall(r"\w+", "al el ad ar as ash at az an ul abu abd bin ibn ben umm hizb"))
#: Linking words between two parts of one name: Tehrik-i-Taliban, Jamaat-ul-Ahrar, Port-au-Prince.
LINKS = frozenset(
    re.findall(
        r"\w+",
        "e i o ye ul ur ud us uz un ut ush al el ad ar as ash an au aux de del des du la le les en sur es",
    )
)
#: Words of this field that some write with a hyphen, by the form the lexicon and the parser know.
JOINED = {
    "cease-fire": "ceasefire",
    "air-strike": "airstrike",
    "counter-attack": "counterattack",
    "counter-offensive": "counteroffensive",
    "counter-terrorism": "counterterrorism",
    "counter-insurgency": "counterinsurgency",
    "crack-down": "crackdown",
    "take-over": "takeover",
    "shoot-out": "shootout",
    "stand-off": "standoff",
    "gun-battle": "gunbattle",
    "gun-fight": "gunfight",
    "clamp-down": "clampdown",
    "cross-fire": "crossfire",
    "hand-over": "handover",
    "lock-down": "lockdown",
    "sit-in": "sit-in",  # one word though it keeps its hyphen
    "walk-out": "walkout",
}
_JOINED = re.compile(rf"\b(?P<word>{'|'.join(JOINED)})(?P<ending>s|ed|ing)?\b", re.IGNORECASE)
_LETTERS_BEFORE = re.compile(r"[^\W\d_’']+$")
_LETTERS_AFTER = re.compile(r"[^\W\d_]+")
_HYPHENS = "-‐‑"


def keep_names_whole(nlp: Language) -> None:
    """Change the tokenizer of `nlp` so that a hyphen inside a name no longer splits it."""
    tokenizer: Any = nlp.tokenizer
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    tokenizer.infix_finditer = _name_keeping(tokenizer.infix_finditer)


def joined(word: str) -> str:
    """Return a word in the form that the parser knows: "cease-fires" as "ceasefires"; else as it is."""
    found = _JOINED.fullmatch(word) if "-" in word else None
    if found is None:
        return word
    whole = JOINED[found["word"].lower()] + (found["ending"] or "").lower()
    return whole.upper() if word.isupper() else whole.capitalize() if word[0].isupper() else whole


def _name_keeping(
    finditer: Callable[[str], Iterable[re.Match[str]]],
) -> Callable[[str], Iterator[re.Match[str]]]:
    def find(text: str) -> Iterator[re.Match[str]]:
        for match in finditer(text):
            if match.group() not in _HYPHENS or not kept_whole(text, match.start()):
                yield match

    return find


def kept_whole(text: str, position: int) -> bool:
    """Whether the hyphen at `position` stands in a name, or in a word that is one for all its hyphen."""
    spelled = any(one.start() < position < one.end() for one in _JOINED.finditer(text))
    return spelled or inside_name(text, position)


def inside_name(text: str, position: int) -> bool:
    """Whether the hyphen at `position` of `text` joins parts of one name (al-Qaeda; not Pakistan-based)."""
    left = _LETTERS_BEFORE.search(text, 0, position)
    right = _LETTERS_AFTER.match(text, position + 1)
    if left is None or right is None:
        return False
    before, after = left.group(), right.group()
    if before.lower() in ARTICLES and after[0].isupper():
        return True
    return _links_on(text, after, right.end()) or _linked_before(text, before, left.start(), after)


def _links_on(text: str, after: str, end: int) -> bool:
    """Whether what follows the hyphen is a linking word with a further capitalised part behind it."""
    return after.lower() in LINKS and text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isupper()


def _linked_before(text: str, before: str, start: int, after: str) -> bool:
    """Whether what precedes the hyphen is a linking word that itself follows a hyphen."""
    return before.lower() in LINKS and start > 1 and text[start - 1] in _HYPHENS and after[0].isupper()
