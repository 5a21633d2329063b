"""The lines under a passage's text → typed definitions and statements; see MARKUP.md for the grammar.

Checks each line by itself; what a label stands for in the text is `compile`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.edtf import bounds
from corpus.nouns import PRECISIONS
from jirga.model import EVENT_TYPES, MEASURES, MODES, RELATION_TYPES

COUNTRY_EXTRAS = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "KOS"})
SECTORS = frozenset(
    ["COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"]
)
KINDS = {
    "person": "person",
    "org": "organisation",
    "organisation": "organisation",
    "document": "document",
} | {
    "media": "media",
    "unnamed": "unnamed",
}
CONTEXTS = frozenset(
    ["military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking"]
)
#: The words of a statement line that say its factuality → field and value of `model.Factuality`.
FACTUALITY: dict[str, tuple[str, str | bool]] = {
    "affirmed": ("polarity", "affirmed"),
    "not": ("polarity", "negated"),
    "whether": ("polarity", "unknown"),
    "asserted": ("modality", "asserted"),
    "intended": ("modality", "intended"),
    "if": ("modality", "conditional"),
    "may": ("modality", "possible"),
    "demanded": ("modality", "demanded"),
    "wished": ("modality", "wished"),
    "feared": ("modality", "feared"),
    "asked": ("modality", "questioned"),
    "generic": ("modality", "generic"),
    "certain": ("certainty", "certain"),
    "probable": ("certainty", "probable"),
    "perhaps": ("certainty", "possible"),
    "attempted": ("aspect", "attempted"),
    "begun": ("aspect", "begun"),
    "ongoing": ("aspect", "ongoing"),
    "resumed": ("aspect", "resumed"),
    "ended": ("aspect", "ended"),
    "completed": ("aspect", "completed"),
    "historical": ("historical", True),
}
_HINTS = {
    "possible": "`may` for a possible event, `perhaps` for an uncertain one",
    "negated": "`not`",
    "unknown": "`whether`",
    "conditional": "`if`",
    "questioned": "`asked`",
}
#: Which way a quantity goes, where the text says so.
TRENDS = ("up", "down", "steady")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_RANGE = re.compile(
    rf"(?P<about>~)?(?:(?P<low>{_NUMBER})?(?P<dots>\.\.)?(?P<high>{_NUMBER})?|(?P<many>many))"
)
_REFERENCE = re.compile(r"(?P<label>[a-z][a-z0-9_-]*)(?:#(?P<nth>\d+))?")
_PART = re.compile(r"(?P<ref>[^\s(]+)\s*(?:\((?P<own>[^)]*)\))?")


class LineError(ValueError):
    """A line that cannot be read: what is wrong and what to write instead."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what, self.next_step = what, next_step


@dataclass(frozen=True, slots=True)
class EntityDef:
    """`gov = Government of Pakistan | PAK GOV | org`; `name` is None for an unnamed one (`-`)."""

    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class TimeDef:
    """`t1 = 2022-06-02 resolved`; `edtf` is None for `?`."""

    edtf: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class PlaceDef:
    """`l1 = Khost | AFG | province`."""

    name: str
    country: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class FigureDef:
    """`f1 = killed 9 | of farmers | part f2 | period 2021 | unit USD | by k1 | pos dead`."""

    measure: str
    low: float | None
    high: float | None
    approximate: bool
    of: str | None = None
    period: str | None = None
    part: str | None = None
    unit: str | None = None
    by: tuple[str, ...] | None = None
    position: str | None = None


@dataclass(frozen=True, slots=True)
class ContentDef:
    """`k1 = fo c1`: who says the content and by which cue; speaker `?` is unnamed, a number is an act's actor."""

    speaker: str
    nth: int | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """An actor or recipient as typed: label, which mention (`#2`), speakers and certainty of its own."""

    label: str
    nth: int | None = None
    by: tuple[str, ...] = ()
    certainty: str = "unstated"


@dataclass(slots=True)
class StatementDef:
    """A statement line as typed; `by` is None where the brackets decide, empty for the document's own voice."""

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


Definition = EntityDef | TimeDef | PlaceDef | FigureDef | ContentDef


def definition(label: str, words: str) -> Definition | None:
    """Return what `label = words` defines; LineError says what is wrong with it."""
    fields = [field.strip() for field in words.split("|")]
    role = role_of(label)
    if role == "entity":
        return _entity(label, fields)
    readers: dict[str, Callable[[list[str]], Definition]] = {
        "time": _time,
        "place": _place,
        "figure": _figure,
        "content": _content,
    }
    if role not in readers:
        raise LineError(
            f"label {label} needs no definition", "c1 (cues), s1 (clauses) and numbers are used as they are"
        )
    return readers[role](fields)


def role_of(label: str) -> str:
    """Return what a label stands for: t1 time, l1 place, f1 figure, c1 cue, k1 content, s1 clause, 1 trigger, else entity."""
    if label[0].isdigit():
        return "trigger"
    names = {"t": "time", "l": "place", "f": "figure", "c": "cue", "k": "content", "s": "clause"}
    return names[label[0]] if re.fullmatch(r"[tlfcks](?:\d+[a-z]?)?", label) else "entity"


def _entity(label: str, fields: list[str]) -> EntityDef:
    codes = fields[1].split() if len(fields) > 1 else []
    if not codes or len(fields) > 3:
        raise LineError(
            f"entity {label} lacks its country", f"`{label} = Name or - | PAK GOV | person` (`?` unknown)"
        )
    country, *sectors = codes
    if country != "?" and country not in COUNTRY_EXTRAS and not re.fullmatch(r"[A-Z]{3}", country):
        raise LineError(f"{country!r} is no country code", "ISO alpha-3, IGO UNO EUR NGO ISM IMG MNC, or `?`")
    for sector in sectors:
        if sector not in SECTORS:
            raise LineError(f"{sector!r} is no sector", f"one of {' '.join(sorted(SECTORS))}")
    name = None if fields[0] == "-" else fields[0]
    fallback = "media" if "JRN" in sectors and name else "organisation" if name else "unnamed"
    kind = fields[2] if len(fields) > 2 else fallback
    if kind not in KINDS:
        raise LineError(f"{kind!r} is no kind of speaker", f"one of {', '.join(KINDS)}")
    if not fields[0]:
        raise LineError(f"entity {label} has no name", "its canonical name, or `-` for an unnamed one")
    return EntityDef(name, None if country == "?" else country, tuple(sectors), KINDS[kind])


def _time(fields: list[str]) -> TimeDef:
    edtf, _, basis = fields[0].partition(" ")
    if edtf == "?":
        return TimeDef(None, "unknown")
    if len(fields) > 1 or basis.strip() not in ("", "stated", "resolved"):
        raise LineError(
            f"{' | '.join(fields)!r} is no time",
            "`t1 = 2022-06-02`, or `t1 = 2022-06-02 resolved`, or `t1 = ?`",
        )
    _edtf(edtf)
    return TimeDef(edtf, basis.strip() or "stated")


def _edtf(text: str) -> str:
    try:
        bounds(text)
    except ValueError as error:
        raise LineError(str(error), "EDTF such as 2022-06-02, 2022-06, 2017/2021, 2022/..") from error
    return text


def _place(fields: list[str]) -> PlaceDef:
    country = fields[1] if len(fields) > 1 else ""
    precision = fields[2] if len(fields) > 2 else "place"
    if (
        len(fields) > 3
        or not fields[0]
        or not re.fullmatch(r"[A-Z]{3}|\?", country)
        or precision not in PRECISIONS
    ):
        raise LineError(
            f"{' | '.join(fields)!r} is no place",
            "`l1 = Khost | AFG | province` (place, district, province, country)",
        )
    return PlaceDef(fields[0], None if country == "?" else country, precision)


def _figure(fields: list[str]) -> FigureDef:
    measure, _, amount = fields[0].partition(" ")
    if measure not in MEASURES:
        raise LineError(f"{measure!r} is no measure", f"one of {' '.join(MEASURES)}")
    low, high, about = _range(amount.strip())
    values: dict[str, str] = {}
    for field in fields[1:]:
        key, _, value = field.partition(" ")
        if key not in {"of", "period", "part", "unit", "by", "pos"} or not value.strip() or key in values:
            raise LineError(
                f"{field!r} says nothing of a figure",
                "`of words`, `period 2021`, `part f1`, `unit USD`, `by k1`, `pos dead`",
            )
        values[key] = value.strip()
    return FigureDef(
        measure,
        low,
        high,
        about,
        values.get("of"),
        _edtf(values["period"]) if "period" in values else None,
        values.get("part"),
        values.get("unit"),
        _chain(values["by"]) if "by" in values else None,
        values.get("pos"),
    )


def _range(text: str) -> tuple[float | None, float | None, bool]:
    match = _RANGE.fullmatch(text)
    step = "`9`, `~100`, `20..30`, `100..` (at least), `..50` (at most), `many`"
    if match is None or not (match["low"] or match["high"] or match["many"]):
        raise LineError(f"{text!r} is no amount", step)
    low, high = (float(match[end].replace(",", "")) if match[end] else None for end in ("low", "high"))
    if low is not None and not match["dots"]:
        high = low
    if low is not None and high is not None and low > high:
        raise LineError(f"{text!r} is upside down", step)
    return low, high, bool(match["about"])


def _content(fields: list[str]) -> ContentDef:
    words = fields[0].split()
    if (
        len(fields) > 1
        or not 1 <= len(words) <= 2
        or (len(words) == 2 and role_of(words[1]) not in ("cue", "trigger"))
    ):
        raise LineError(
            f"{' | '.join(fields)!r} is no speaker",
            "`k1 = fo c1`: speaker, then cue; `k1 = 2` for the actor of act 2",
        )
    cue = words[1] if len(words) == 2 else None
    if words[0][0].isdigit():
        return ContentDef(words[0], None, cue or words[0])
    if words[0] == "?":
        return ContentDef("?", None, cue)
    label, nth = reference(words[0])
    return ContentDef(label, nth, cue)


def reference(text: str) -> tuple[str, int | None]:
    """Return label and number of `ttp` or `ttp#2` (its second bracket in the text)."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        raise LineError(f"{text!r} is no label", "a label from the text, `ttp` or `ttp#2`")
    return match["label"], int(match["nth"]) if match["nth"] else None


def _chain(text: str) -> tuple[str, ...]:
    return () if text == "-" else tuple(part.strip() for part in text.split("<"))


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
            _once(found, "by", _chain(value))
        elif key in ("of", "ev", "pos") and value:
            _once(found, {"of": "content_of", "ev": "event", "pos": "position"}[key], value)
        elif key in ("since", "until", "period") and value:
            _once(found, key, _edtf(value))
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
                by = _chain(own[3:].strip())
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
            step = _HINTS.get(
                word,
                "a label (t1 l1 f1), a word of factuality, `+context`, or `a … | r … | by … | of … | ev … | pos …`",
            )
            raise LineError(f"{word!r} means nothing here", step)
