"""The definitions under a passage's text: what `gov = …`, `t1 = …`, `l1 = …`, `f1 = …`, `k1 = …` stand for.

Checks each line by itself; what a label stands for in the text is `labels`' business. Grammar: MARKUP.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.codes import COUNTRY_EXTRAS, KINDS, PRECISIONS, SECTORS
from corpus.edtf import bounds
from jirga.model import MEASURES

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_RANGE = re.compile(
    rf"(?P<about>~)?(?:(?P<low>{_NUMBER})?(?P<dots>\.\.)?(?P<high>{_NUMBER})?|(?P<many>many))"
)
_REFERENCE = re.compile(r"(?P<label>[a-z][a-z0-9_-]*)(?:#(?P<nth>\d+))?")


class LineError(ValueError):
    """A line that cannot be read: what is wrong and what to write instead."""

    def __init__(self, what: str, next_step: str = "") -> None:
        """Take both, in words."""
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
    """`k1 = fo c1`: who says it, by which cue; `?` is unnamed, a number stands for that act's actor."""

    speaker: str
    nth: int | None
    cue: str | None


Definition = EntityDef | TimeDef | PlaceDef | FigureDef | ContentDef


def definition(label: str, words: str) -> Definition:
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
    """Return what a label stands for: t1 time, l1 place, f1 figure, c1 cue, k1 content, s1 clause, 1 trigger.

    Everything else is an entity.
    """
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
    words, _, basis = fields[0].partition(" ")
    if words == "?":
        return TimeDef(None, "unknown")
    if len(fields) > 1 or basis.strip() not in ("", "stated", "resolved"):
        raise LineError(
            f"{' | '.join(fields)!r} is no time",
            "`t1 = 2022-06-02`, or `t1 = 2022-06-02 resolved`, or `t1 = ?`",
        )
    return TimeDef(edtf(words), basis.strip() or "stated")


def edtf(text: str) -> str:
    """Return an EDTF string as it is; LineError where it is none."""
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
        edtf(values["period"]) if "period" in values else None,
        values.get("part"),
        values.get("unit"),
        chain(values["by"]) if "by" in values else None,
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


def chain(text: str) -> tuple[str, ...]:
    """Return the labels of `k2 < k1`, nearest first; none for `-`."""
    return () if text == "-" else tuple(part.strip() for part in text.split("<"))
