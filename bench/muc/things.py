"""What it was done with, and what things it hit: from the phrases of the statements' clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.muc.reading import Phrase, Text
from bench.muc.tellings import Telling
from bench.muc.vocabulary import COMPOUND_HEADS, COMPOUNDS, FACILITIES, INSTRUMENTS, KINDS_OF_OWNER
from bench.muc.wording import phrases_in, plain

_SHOT = re.compile(r"shot|shoot|gunned|gunfire|machine-?gunned|riddled|bullet", re.IGNORECASE)
_RUINED = re.compile(r"destroy|blew up|blown up|burned|demolish|set (?:on )?fire", re.IGNORECASE)
_HARMED = re.compile(r"damag|hit\b|struck|shattered", re.IGNORECASE)
#: What one goes to or comes from is not what was hit.
_AWAY = re.compile(r"\b(?:FROM|TO|TOWARD|INTO)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Thing:
    """A weapon or a target: its string (None: inferred from a verb), set fill, number, effect."""

    string: str | None
    type: str
    number: str = "1"
    effect: str | None = None


def instruments(text: Text, told: Sequence[Telling]) -> list[Thing]:
    """Return the weapons of an incident; a type alone where only a verb tells it."""
    found: dict[str, Thing] = {}
    for one in _phrases(text, told):
        kind = _weapon(text, one)
        if kind is not None:
            found.setdefault(kind, Thing(plain(text.text[one.start : one.head_end(text.text)]), kind))
    if found:
        return list(found.values())
    if any(_SHOT.search(telling.statement.quote) for telling in told):
        return [Thing(None, "GUN")]
    return [Thing(None, "BOMB")] if any(telling.type == "BOMBING" for telling in told) else []


def targets(text: Text, told: Sequence[Telling]) -> list[Thing]:
    """Return the things an incident hit, each once."""
    found: dict[str, Thing] = {}
    for telling in told:
        if telling.type == "KIDNAPPING":
            continue
        for one in _phrases(text, [telling]):
            kind = FACILITIES.get(one.lemma)
            if kind is None or _AWAY.search(text.text[: one.start][-12:]):
                continue
            words = plain(text.text[one.start : one.head_end(text.text)])
            if not words:
                continue
            owners = (KINDS_OF_OWNER[word] for word in words.split()[:-1] if word in KINDS_OF_OWNER)
            kind = next(owners, kind)
            number = "PLURAL" if one.plural else "1"
            effect = _effect(telling)
            found.setdefault(words.split()[-1], Thing(words, kind, number, effect))
    return list(found.values())


def _effect(telling: Telling) -> str | None:
    """Return what became of the things hit: by the clause, its sentence's damage, else as arson has it."""
    statement = telling.statement
    if _RUINED.search(statement.quote):
        return "DESTROYED"
    if _HARMED.search(statement.sentence.quote) or telling.type == "ARSON":
        return "SOME DAMAGE"
    return None


def _phrases(text: Text, told: Sequence[Telling]) -> Iterator[Phrase]:
    for telling in told:
        yield from phrases_in(text, telling.statement.start, telling.statement.end)


def _weapon(text: Text, one: Phrase) -> str | None:
    words = re.findall(r"[a-z]+", text.text[one.start : one.head_end(text.text)].lower())
    if not words:
        return None
    head = one.lemma if one.lemma in INSTRUMENTS or one.lemma in COMPOUND_HEADS else words[-1].rstrip("s")
    for word in words[:-1]:
        if (word, head) in COMPOUNDS:
            return COMPOUNDS[word, head]
    return INSTRUMENTS.get(head)
