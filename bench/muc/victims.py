"""Whom it hit, by MUC-4's slots: name, description, type, number, effect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.muc.reading import Text
from bench.muc.tellings import Telling
from bench.muc.vocabulary import (
    BARE_NUMBERS,
    FACILITIES,
    NATIONS,
    NOBODY,
    OUTLAWS,
    TARGET_TYPES,
    TARGET_WORDS,
)
from bench.muc.wording import description_of, mention_of, name_of, phrase_of, plain, same_person
from jirga.model import Figure, Participant, Statement

_KILLING = re.compile(
    r"kill|murder|assassinat|massacr|slain|slay|execut|dead|death|die[ds]?$|dying|behead|lynch", re.IGNORECASE
)
_HURTING = re.compile(r"wound|injur|hurt|maim|burned", re.IGNORECASE)
_EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
#: Within so many characters of a mention another word for the same person is taken for a description.
_NEAR = 150
#: Sentences that begin within so many characters of each other are taken for one passage.
_CLOSE = 500
_FORMER = re.compile(r"\b(?:FORMER|EX-|RETIRED)")


@dataclass(slots=True)
class Victim:
    """Somebody hit: string of name or description, further descriptions, type, number, effects, nation."""

    string: str
    name: bool
    key: str
    type: str = "CIVILIAN"
    number: str | None = None
    effects: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    country: str | None = None


def victims(text: Text, told: Sequence[Telling]) -> list[Victim]:
    """Return those hit in an incident, each once, in the order of the text."""
    found: dict[str, Victim] = {}
    for telling in told:
        for one in _of(text, telling):
            key = _described(found, one) or one.key
            before = found.setdefault(key, one)
            if before is not one:
                _join(before, one)
    return list(found.values())


def _described(found: dict[str, Victim], one: Victim) -> str | None:
    """Return the key of a victim who is the same: "the judge" named before, "Jesuits" as "Jesuit priests"."""
    if one.name:
        return next((key for key, other in found.items() if other.name and same_person(key, one.key)), None)
    for key, other in found.items():
        if other.name and any(one.key in words.split() for words in other.descriptions):
            return key
        if not other.name and _same_words(other.string, one.string):
            return key
    return None


def _same_words(one: str, other: str) -> bool:
    """Whether the words of one description are among the other's: "Jesuits", "Jesuit priests"."""
    mine, theirs = ({word.removesuffix("S") for word in words.split()} for words in (one, other))
    return mine <= theirs or theirs <= mine


def _join(before: Victim, one: Victim) -> None:
    before.effects += [effect for effect in one.effects if effect not in before.effects]
    before.descriptions += [words for words in one.descriptions if words not in before.descriptions]
    if before.number in {None, "PLURAL"} and one.number is not None:
        before.number = one.number
    if before.type == "CIVILIAN":
        before.type = one.type


def _of(text: Text, telling: Telling) -> Iterator[Victim]:
    statement = telling.statement
    taken: set[int] = set()
    before: tuple[Participant, Victim] | None = None
    for person in sorted(statement.recipient, key=lambda one: one.mention.start):
        figure = _figure_of(statement, person)
        if figure is not None:
            taken.add(id(figure))
        made = _victim(text, telling, person, figure)
        if made is None:
            continue
        if before is not None and _beside(text, before[0], person) and before[1].name != made.name:
            _one(before[1], made)
            continue
        before = (person, made)
        yield made
    for figure in statement.figures:
        if (
            id(figure) in taken
            or figure.measure not in _EFFECTS
            or (figure.low in {None, 0} and figure.high == 0)
        ):
            continue
        yield from _counted(figure)


def _beside(text: Text, one: Participant, other: Participant) -> bool:
    """Whether nothing but a comma or a space parts two mentions: a name and what its bearer is."""
    between = text.text[one.mention.end : other.mention.start]
    return bool(re.fullmatch(r"[\s,]{0,4}", between))


def _one(before: Victim, made: Victim) -> None:
    """Make a name and its apposition one victim, in place."""
    if made.name:
        words = before.string
        before.string, before.name, before.key, before.number = made.string, True, made.key, "1"
        made.descriptions = [words, *made.descriptions][:1]
    else:
        made.descriptions = [made.string]
        made.number = None
    _join(before, made)


def _victim(text: Text, telling: Telling, person: Participant, figure: Figure | None) -> Victim | None:
    name = name_of(text, person)
    words = description_of(text, person)
    effect = _effect(telling, figure)
    if name is not None:
        made = Victim(name, True, name, number="1", descriptions=_titles(text, person, name))
    elif words is None or _no_person(text, person, words):
        return None
    else:
        made = Victim(words, False, words.split()[-1], number=_number(text, person, figure))
    made.type = _type(person, " ".join([*made.descriptions, "" if made.name else made.string]))
    made.country = person.country
    if effect:
        made.effects.append(effect)
    return made


def _counted(figure: Figure) -> Iterator[Victim]:
    words = plain(figure.of or figure.mention.quote) if figure.of else plain(figure.mention.quote)
    if not re.search(r"[A-Z]{3}", words) or BARE_NUMBERS.issuperset(words.lower().split()):
        return
    effect = _EFFECTS[figure.measure]
    yield Victim(words, False, f"{words.split()[-1]}", number=number_of(figure), effects=[effect])


def _no_person(text: Text, person: Participant, words: str) -> bool:
    """Whether what was acted on is a thing, a state, or bears arms itself (1.0: then no victim of terror)."""
    last = words.split()[-1].lower()
    known, phrase = mention_of(text, person), phrase_of(text, person.mention.start, person.mention.end)
    if {last, phrase.lemma if phrase is not None else last} & (NOBODY | FACILITIES.keys()):
        return True
    if BARE_NUMBERS.issuperset(words.lower().split()):
        return True
    if person.sector in {"MIL", *OUTLAWS}:
        return True
    return known is not None and known.entity_kind in {"state", "government", "population", "force", "place"}


def _titles(text: Text, person: Participant, name: str) -> list[str]:
    """Return what a named person is called besides: the words before the name, appositions nearby."""
    found: list[str] = []
    for one in text.mentions:
        if one.entity != person.entity or abs(one.start - person.mention.start) > _NEAR:
            continue
        phrase = phrase_of(text, one.start, one.end)
        if phrase is None or one.kind not in {"name", "agent"}:
            continue
        whole = plain(text.text[phrase.start : phrase.head_end(text.text)])
        at = next((whole.find(word) for word in name.split() if word in whole), len(whole))
        before = whole[:at]
        words = plain(before)
        if re.search(r"[A-Z]{2}", words) and not same_person(words, name) and words not in found:
            found.append(words)
    return found[:1]


def _type(person: Participant, words: str) -> str:
    former = bool(_FORMER.search(words))
    for word in words.lower().split():
        if word in TARGET_WORDS:
            return _once(TARGET_WORDS[word], former)
    return _once(TARGET_TYPES.get(person.sector or "", "CIVILIAN"), former)


def _once(kind: str, former: bool) -> str:
    if not former:
        return kind
    return {
        "GOVERNMENT OFFICIAL": "FORMER GOVERNMENT OFFICIAL",
        "ACTIVE MILITARY": "FORMER ACTIVE MILITARY",
    }.get(kind, kind)


def _figure_of(statement: Statement, person: Participant) -> Figure | None:
    span = person.mention
    for figure in statement.figures:
        if figure.mention.start < span.end and span.start < figure.mention.end:
            return figure
        near = figure.of is not None and figure.of.upper() in person.mention.quote.upper()
        if near and abs(figure.mention.start - span.start) < 40:
            return figure
    return None


def _number(text: Text, person: Participant, figure: Figure | None) -> str | None:
    if figure is not None and (figure.low is not None or figure.high is not None):
        return number_of(figure)
    phrase = phrase_of(text, person.mention.start, person.mention.end)
    return "PLURAL" if phrase is not None and phrase.plural else "1"


def number_of(figure: Figure) -> str:
    """Return a figure as a template has it: `6`, `~50`, `10-`, `6-8`, PLURAL where no number is told."""
    if figure.low is None and figure.high is None:
        return "PLURAL"
    low = f"{figure.low:g}" if figure.low is not None else ""
    if figure.low == figure.high:
        return f"~{low}" if figure.approximate else low
    if (
        not figure.mention.quote[:1].isdigit()
        and figure.high is None
        and figure.low in {2.0, 3.0}
        and "LEAST" not in figure.mention.quote.upper()
    ):
        return "PLURAL"
    return f"{low}-{figure.high:g}" if figure.high is not None else f"{low}-"


def _effect(telling: Telling, figure: Figure | None) -> str | None:
    if figure is not None and figure.measure in _EFFECTS:
        return _EFFECTS[figure.measure] if figure.high != 0 else "NO INJURY OR DEATH"
    if telling.stage != "ACCOMPLISHED":
        return None
    words = telling.statement.trigger.quote
    if telling.freed:
        return "REGAINED FREEDOM"
    if _KILLING.search(words):
        return "DEATH"
    if _HURTING.search(words):
        return "INJURY"
    return (
        "DEATH"
        if telling.statement.event is not None and "targeted" in telling.statement.event.modes
        else None
    )


def unharmed(text: Text, told: Sequence[Telling]) -> str | None:
    """Return the effect where a text says near an incident that nobody was hurt, None where it does not."""
    for statement in text.statements:
        near = any(abs(statement.sentence.start - one.statement.sentence.start) <= _CLOSE for one in told)
        for figure in statement.figures if near else ():
            if figure.high == 0 and figure.measure in {"killed", "injured", "casualties"}:
                return "NO INJURY" if figure.measure == "injured" else "NO INJURY OR DEATH"
    return None


def nation(victim_country: str | None, where: str | None) -> str | None:
    """Return the FOREIGN NATION of somebody, None where it is that of the incident or unknown."""
    if victim_country is None or where is None or victim_country == where:
        return None
    return NATIONS.get(victim_country)
