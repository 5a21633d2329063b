"""The statement lines under a passage's text: `1 TYPE modes | a x | r y | …`. Grammar: MARKUP.md."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.codes import CONTEXTS, FACTUALITY, HINTS, TRENDS
from corpus.definitions import LineError, chain, edtf, reference, role_of
from jirga.model import EVENT_TYPES, MODES, RELATION_TYPES

_PART = re.compile(r"(?P<ref>[^\s(]+)\s*(?:\((?P<own>[^)]*)\))?")


@dataclass(frozen=True, slots=True)
class Part:
    """An actor or recipient as typed: label, which mention (`#2`), speakers and certainty of its own."""

    label: str
    nth: int | None = None
    by: tuple[str, ...] = ()
    certainty: str = "unstated"


@dataclass(slots=True)
class StatementDef:
    """A statement line as typed; `by` is None if the brackets decide, empty for the document's voice."""

    line: int
    number: str
    kind: str
    code: str = ""
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actor: tuple[Part, ...] = ()
    recipient: tuple[Part, ...] = ()
    time: str | None = None
    place: str | None = None
    place_nth: int | None = None
    figures: tuple[str, ...] = ()
    by: tuple[str, ...] | None = None
    content_of: str | None = None
    event: str | None = None
    position: str | None = None
    since: str | None = None
    until: str | None = None
    period: str | None = None
    factuality: dict[str, str | bool] | None = None


def statement(line: int, words: str) -> StatementDef:
    """Return a statement line `1 TYPE modes | a x | r y | …` as typed; LineError says what is wrong."""
    head, *fields = [field.strip() for field in words.split("|")]
    found = _head(line, head.split())
    found.factuality = {}
    for field in fields:
        key, _, value = field.partition(" ")
        value = value.strip()
        if key in ("a", "r") and value:
            _once(found, "actor" if key == "a" else "recipient", _parts(value))
        elif key == "by" and value:
            _once(found, "by", chain(value))
        elif key in ("of", "ev", "pos") and value:
            _once(found, {"of": "content_of", "ev": "event", "pos": "position"}[key], value)
        elif key in ("since", "until", "period") and value:
            _once(found, key, edtf(value))
        else:
            _bare(found, field)
    return found


def _head(line: int, words: list[str]) -> StatementDef:
    number, kind, *modes = [*words, ""] if len(words) < 2 else words
    if kind in EVENT_TYPES:
        allowed = MODES.get(kind, frozenset())
        wrong = [mode for mode in modes if mode not in allowed]
        if wrong:
            raise LineError(
                f"{kind} has no mode {wrong[0]!r}",
                f"one of {' '.join(sorted(allowed)) or '(none)'}; the rest goes after `|`",
            )
        return StatementDef(line, number, "event", kind, tuple(modes))
    if kind in ("rel", "relation"):
        if len(modes) != 1 or modes[0] not in RELATION_TYPES:
            raise LineError(f"{' '.join(modes)!r} is no relation", f"one of {' '.join(RELATION_TYPES)}")
        return StatementDef(line, number, "relation", modes[0])
    if kind == "claim" and not modes:
        return StatementDef(line, number, kind)
    if kind == "quantity" and len(modes) <= 1:
        if modes and modes[0] not in TRENDS:
            raise LineError(f"{modes[0]!r} is no trend", f"`quantity`, or with one of {' '.join(TRENDS)}")
        return StatementDef(line, number, kind, modes[0] if modes else "")
    raise LineError(
        f"{' '.join(words)!r} begins no statement",
        f"`1 TYPE modes | …` with a type of {' '.join(EVENT_TYPES)}, `rel`, `quantity` or `claim`",
    )


def _once(found: StatementDef, name: str, value: object) -> None:
    if getattr(found, name) not in (None, (), ""):
        raise LineError(f"{name} is given twice", "put all labels into one field, with commas")
    setattr(found, name, value)


def _parts(text: str) -> tuple[Part, ...]:
    parts = []
    for piece in re.split(r",\s*(?![^()]*\))", text):
        match = _PART.fullmatch(piece.strip())
        if match is None:
            raise LineError(f"{piece!r} is no participant", "`a ttp, hqn` or `a ttp (by k1, probable)`")
        label, nth = reference(match["ref"])
        by: tuple[str, ...] = ()
        certainty = "unstated"
        for own in filter(None, (word.strip() for word in (match["own"] or "").split(","))):
            if own.startswith("by "):
                by = chain(own[3:].strip())
            elif FACTUALITY.get(own, ("",))[0] == "certainty":
                certainty = str(FACTUALITY[own][1])
            else:
                raise LineError(
                    f"{own!r} says nothing of a participant", "`by k1`, `certain`, `probable`, `perhaps`"
                )
        parts.append(Part(label, nth, by, certainty))
    return tuple(parts)


def _bare(found: StatementDef, field: str) -> None:
    """Read a field of bare words: times, places, figures, factuality, contexts."""
    assert found.factuality is not None
    for word in field.replace(",", " ").split():
        role = role_of(word.partition("#")[0]) if re.fullmatch(r"[a-z]+\d*[a-z]?(?:#\d+)?", word) else ""
        if word in FACTUALITY:
            name, value = FACTUALITY[word]
            if name in found.factuality:
                raise LineError(
                    f"two words for {name}: {word} and another", "keep the one nearest to the verb"
                )
            found.factuality[name] = value
        elif word.startswith("+") and word[1:] in CONTEXTS:
            found.contexts = (*found.contexts, word[1:])
        elif role == "time":
            _once(found, "time", word)
        elif role == "place":
            label, nth = reference(word)
            _once(found, "place", label)
            found.place_nth = nth
        elif role == "figure":
            found.figures = (*found.figures, word)
        else:
            step = HINTS.get(
                word,
                "a label (t1 l1 f1), a word of factuality, `+context`, or `a …`, `r …`, `by …`, `of …`",
            )
            raise LineError(f"{word!r} means nothing here", step)
