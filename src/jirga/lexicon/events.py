"""What verbs and nouns mean as PLOVER events: the entries of `data/events.txt`, matched against a frame.

A frame is what stands around one word (subject, objects, prepositions, modifiers, complements), without any
parser's names, so that the lexicon knows of no parser. The grammar of the entries stands in the head of
`data/events.txt`; classes of nouns in `data/classes.txt`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from jirga.model import EVENT_TYPES, MODES

PartOfSpeech = Literal["v", "n"]
#: How much a met condition weighs: naming words says more than naming a kind, and that more than "anything".
WEIGHTS: dict[str, float] = {"words": 3.0, "kind": 2.0, "any": 1.0, "not": 0.25}


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler of a slot: its lemma and the kinds it belongs to (`person`, `actor`, `place`, `event`)."""

    lemma: str
    kinds: frozenset[str] = frozenset()
    token: int = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """A word with what stands around it: slot (`subj`, `obj`, `mod`, `to`, a preposition …) → fillers."""

    lemma: str
    pos: PartOfSpeech
    slots: Mapping[str, tuple[Filler, ...]] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()
    that: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of an entry: `slot` must (or must not) hold a filler among `words` or of `kinds`."""

    slot: str
    words: frozenset[str]
    kinds: frozenset[str]
    anything: bool
    wanted: bool

    def met(self, frame: Frame) -> tuple[Filler, ...] | None:
        """Return the fillers that meet it (none needed for a negative one), or None where it is not met."""
        found = self._found(frame)
        if self.wanted:
            return found or None
        return None if found else ()

    def _found(self, frame: Frame) -> tuple[Filler, ...]:
        if self.slot == "that":
            return (Filler("that"),) if frame.that else ()
        if self.slot == "prt":
            return tuple(Filler(p) for p in frame.particles & self.words)
        fillers = frame.slots.get(self.slot, ())
        if self.anything:
            return tuple(fillers)
        return tuple(f for f in fillers if f.lemma in self.words or f.kinds & self.kinds)

    @property
    def weight(self) -> float:
        """How much meeting it says for the entry."""
        if not self.wanted:
            return WEIGHTS["not"]
        if self.words or self.slot in {"that", "prt"}:
            return WEIGHTS["words"]
        return WEIGHTS["kind"] if self.kinds else WEIGHTS["any"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line's entry: a lemma in a frame means this type and these modes; type "-" means no event."""

    lemma: str
    pos: PartOfSpeech
    type: str
    modes: tuple[str, ...]
    conditions: tuple[Condition, ...]
    order: int

    @property
    def name(self) -> str:
        """Return the entry as one reads it, for saying what decided a statement."""
        slots = " ".join(c.slot if c.wanted else f"!{c.slot}" for c in self.conditions)
        return f"{self.lemma}/{self.pos}" + (f" [{slots}]" if slots else "")


@dataclass(frozen=True, slots=True)
class Meaning:
    """An entry that a frame met, with the fillers its conditions named (they belong to the trigger)."""

    entry: Entry
    named: tuple[Filler, ...]

    @classmethod
    def of_word(cls, lemma: str, pos: PartOfSpeech, kind: str, modes: tuple[str, ...] = ()) -> Meaning:
        """Return what a word means that no frame of the lexicon gives this type."""
        return cls(Entry(lemma, pos, kind, modes, (), 0), ())


class EventLexicon:
    """The entries by lemma and part of speech; `match` finds what a frame means."""

    def __init__(self, entries: Iterable[Entry], classes: Mapping[str, frozenset[str]]) -> None:
        """Index `entries`; `classes` are the noun classes by name, without their `@`."""
        self.classes = classes
        self._entries: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self._entries.setdefault((entry.lemma, entry.pos), []).append(entry)

    def knows(self, lemma: str, pos: PartOfSpeech) -> bool:
        """Return whether any entry is about this word."""
        return (lemma, pos) in self._entries

    def senses(self, lemma: str, pos: PartOfSpeech) -> tuple[Entry, ...]:
        """Return the entries of a word that tell of events, those with fewest conditions first."""
        found = (e for e in self._entries.get((lemma, pos), ()) if e.type != "-")
        return tuple(sorted(found, key=lambda entry: (len(entry.conditions), entry.order)))

    def match(self, frame: Frame) -> Meaning | None:
        """Return the most specific meaning that the frame meets, None for no event in this frame."""
        best = self._best(frame)
        return None if best is None or best.entry.type == "-" else best

    def rules_out(self, frame: Frame) -> bool:
        """Return whether the frame is one in which the word is known to tell of no event."""
        best = self._best(frame)
        return best is not None and best.entry.type == "-"

    def _best(self, frame: Frame) -> Meaning | None:
        best: tuple[float, int, Meaning] | None = None
        for entry in self._entries.get((frame.lemma, frame.pos), ()):
            met = _meet(entry, frame)
            if met is not None and (best is None or (met[0], entry.order) > best[:2]):
                best = (met[0], entry.order, Meaning(entry, met[1]))
        return best[2] if best is not None else None


def _meet(entry: Entry, frame: Frame) -> tuple[float, tuple[Filler, ...]] | None:
    weight = 0.0
    named: list[Filler] = []
    for condition in entry.conditions:
        found = condition.met(frame)
        if found is None:
            return None
        weight += condition.weight
        if condition.wanted and condition.words and condition.slot not in {"subj", "mod"}:
            named.extend(f for f in found if f.lemma in condition.words)
    return weight, tuple(named)


def _lines(name: str) -> list[str]:
    text = files("jirga.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#")]


def _read_classes() -> dict[str, frozenset[str]]:
    classes = {}
    for line in _lines("classes.txt"):
        name, _, words = line.partition(":")
        classes[name.removeprefix("@").strip()] = frozenset(w.strip() for w in words.split(",") if w.strip())
    return classes


def _condition(text: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    wanted = not text.startswith("!")
    slot, _, values = text.removeprefix("!").partition(":")
    if values.startswith("!"):  # "obj:!x" reads better than "!obj:x" in some lines and means the same
        wanted, values = not wanted, values[1:]
    words: set[str] = set()
    kinds: set[str] = set()
    for value in filter(None, values.split(",")):
        if value.startswith("@"):
            words |= classes[value[1:]]
        elif value.startswith("%"):
            kinds.add(value[1:])
        elif value != "*":
            words.add(value)
    anything = "*" in values.split(",") or not values
    return Condition(slot, frozenset(words), frozenset(kinds), anything, wanted)


def _group(line: str) -> tuple[str, tuple[str, ...]]:
    kind, *modes = line.strip("[]").split()
    if kind != "-" and (kind not in EVENT_TYPES or not set(modes) <= MODES.get(kind, frozenset())):
        raise ValueError(f"events.txt: no such type or mode: {line}")
    return kind, tuple(modes)


def _read_entries(classes: Mapping[str, frozenset[str]]) -> list[Entry]:
    entries: list[Entry] = []
    group: tuple[str, tuple[str, ...]] = ("-", ())
    for line in _lines("events.txt"):
        if line.startswith("["):
            group = _group(line)
            continue
        pos: PartOfSpeech = "v" if line.startswith("v:") else "n"
        for text in filter(None, (part.strip() for part in line[2:].split(";"))):
            lemma, *conditions = text.split()
            parsed = tuple(_condition(c, classes) for c in conditions)
            entries.append(Entry(lemma, pos, group[0], group[1], parsed, len(entries)))
    return entries


@cache
def event_lexicon() -> EventLexicon:
    """Return the packaged event lexicon, read once."""
    classes = _read_classes()
    return EventLexicon(_read_entries(classes), classes)
