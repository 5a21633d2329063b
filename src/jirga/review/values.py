"""The fields that a person may set, and how each value is read: `type=RETREAT`, `actor=ttp; Afghan Taliban`.

A value may name the words of the text that show it, behind an `@`: `when=2022-06-02@Thursday`. Where it does
not, the evidence is its own words if they stand in the text, else what stood there before, else the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from jirga.as_json import compact
from jirga.errors import MistakesError
from jirga.language import edtf
from jirga.lexicon.places import gazetteer
from jirga.lexicon.states import states
from jirga.model import (
    EVENT_TYPES,
    MEASURES,
    MODES,
    RELATION_TYPES,
    Aspect,
    Certainty,
    Figure,
    Modality,
    Polarity,
    Span,
    Statement,
)
from jirga.review.parties import PARTS, Json, Passage, participants, span_json, speaker_json, speakers
from jirga.review.spans import nearest

Changes = tuple[tuple[str, str], ...]

#: The parts of factuality, each with the words it may be.
_FACTUALITY: dict[str, tuple[str, ...]] = {
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    "certainty": get_args(Certainty),
    "aspect": get_args(Aspect),
    "historical": ("yes", "no"),
}

#: `killed 9 soldiers`, `killed 9..12`, `injured 20..`, `released ~100 militants`, `killed`.
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?P<measure>[a-z_]+)(?:\s+(?P<about>~)?(?P<low>{_NUMBER})?(?P<to>\.\.)?(?P<high>{_NUMBER})?)?"
    r"(?:\s+(?P<of>\D.*))?\Z"
)


def changes(settings: Iterable[str], of: Passage) -> Changes:
    """Return the changes that settings such as `type=RETREAT` make; MistakesError tells all mistakes."""
    made: dict[str, Any] = {}
    mistakes = []
    for setting in settings:
        name, equals, value = setting.partition("=")
        field = FIELDS.get(name.strip().replace("-", "_"))
        if not equals or field is None:
            mistakes.append(f"{setting!r}: not FIELD=VALUE with one of the fields {', '.join(FIELDS)}")
            continue
        try:
            made |= field(value.strip(), of)
        except ValueError as error:
            mistakes.append(f"{name.strip()}: {error}")
    mistakes += [] if mistakes else _misfits(made, of.statement)
    if mistakes or not made:
        raise MistakesError(
            tuple(mistakes) or ("nothing is set",),
            document=of.statement.id or of.statement.document[:12],
            stage="deciding",
            next_step="correct this and decide again; jirga decide --help shows how values are written",
        )
    return tuple((name, compact(value)) for name, value in made.items())


def _misfits(made: dict[str, Any], statement: Statement) -> list[str]:
    """Modes that the type, new or old, does not have."""
    code = made.get("type", statement.event.type if statement.event else "")
    known = sorted(MODES.get(code, ()))
    return [
        f"modes: {one!r} is no mode of {code or statement.kind} ({', '.join(known) or 'it has none'})"
        for one in made.get("modes", ())
        if one not in known
    ]


def _type(value: str, of: Passage) -> Json:
    known = RELATION_TYPES if of.statement.kind == "relation" else EVENT_TYPES
    if of.statement.kind not in ("event", "relation"):
        raise ValueError(f"a {of.statement.kind} has no type; set its figures")
    spelled = value.lower() if of.statement.kind == "relation" else value.upper()
    if spelled not in known:
        raise ValueError(f"{value!r} is no type of {of.statement.kind} (choose from: {', '.join(known)})")
    return {"type": spelled}


def _modes(value: str, of: Passage) -> Json:
    if of.statement.kind != "event":
        raise ValueError("only events have modes")
    return {"modes": [one for one in re.split(r"[;,\s]+", value.casefold()) if one]}


def _bound(name: str) -> Callable[[str, Passage], Json]:
    """The reader of a relation's `since` or `until`."""

    def read(value: str, of: Passage) -> Json:
        if of.statement.kind != "relation":
            raise ValueError("only relations have it; set when")
        return {name: _date(value) if value else None}

    return read


def _when(value: str, of: Passage) -> Json:
    told, evidence = of.evidence(value)
    if told.casefold() in ("", "unknown"):
        return {"when": {"edtf": None, "start": None, "end": None, "basis": "unknown", "mention": None}}
    date = _date(told)
    now = of.statement.when.mention
    stated = evidence is not None and date[:4] in evidence.quote
    basis = "stated" if stated else "resolved" if evidence or now else "narrative"
    first, last = edtf.bounds(date)
    mention = evidence or now or of.statement.trigger
    return {
        "when": {"edtf": date, "start": first, "end": last, "basis": basis, "mention": span_json(mention)}
    }


def _date(value: str) -> str:
    if edtf.bounds(value) == (None, None):
        raise ValueError(f"{value!r} is no date (2022, 2022-06, 2022-06-02, 2022-06-02/2022-06-05, 2022-06~)")
    return value


def _where(value: str, of: Passage) -> Json:
    told, evidence = of.evidence(value)
    if told.casefold() in ("", "unknown"):
        return {"where": _place(None, None, None)}
    now = of.statement.where
    mention = evidence or nearest(of.text, told.split(",")[0], of.statement.trigger.start, whole=True)
    mention = mention or now.mention or of.statement.trigger
    country = next((one for one in states() if one.code == told.upper()), None)
    if country:
        return {"where": _place(country.name, country.code, mention) | {"precision": "country"}}
    name, _, of_country = (part.strip() for part in told.partition(","))
    found = [one for one in gazetteer().named(name) if not of_country or one.country == of_country.upper()]
    best = min(found, key=lambda one: one.country != now.country, default=None)
    if best is None and of_country:
        raise ValueError(f"no place {name!r} is known in {of_country!r} (three letters: AFG)")
    if best is None:
        return {"where": _place(name, None, mention)}
    exact = {"lat": best.lat, "lon": best.lon, "precision": best.precision, "geonameid": best.geonameid}
    return {"where": _place(best.name, best.country, mention) | exact}


def _place(name: str | None, country: str | None, mention: Span | None) -> Json:
    unknown = {"lat": None, "lon": None, "precision": "unknown", "geonameid": None}
    return {"name": name, "country": country} | unknown | {"mention": span_json(mention)}


def _figures(value: str, of: Passage) -> Json:
    left = list(of.statement.figures)
    return {"figures": [_figure(one, of, left) for one in value.split(PARTS) if one.strip()]}


def _figure(value: str, of: Passage, left: list[Figure]) -> Json:
    """One figure; the first of its measure that is `left` lends what is not told, and is taken."""
    told, evidence = of.evidence(value)
    found = _FIGURE.match(told)
    if not found or found["measure"] not in MEASURES:
        measures = ", ".join(MEASURES)
        raise ValueError(f"{told!r} is no figure such as “killed 9 soldiers” (measures: {measures})")
    low, high = _number(found["low"]), _number(found["high"])
    if not found["to"]:
        high = low
    if low is not None and high is not None and low > high:
        raise ValueError(f"{told!r} runs from more to less")
    before = next((one for one in left if one.measure == found["measure"]), None)
    left[:] = [one for one in left if one is not before]
    digits = nearest(of.text, found["low"] or found["high"] or "", of.statement.trigger.start, whole=True)
    near = digits if digits and _inside(digits, of.statement.sentence) else None
    return {
        "measure": found["measure"],
        "low": low,
        "high": high,
        "approximate": found["about"] is not None,
        "of": found["of"] or (before.of if before else None),
        "entity": before.entity if before else None,
        "period": before.period if before else None,
        "part_of": before.part_of if before else None,
        "unit": before.unit if before else None,
        "said_by": [speaker_json(one) for one in before.said_by] if before else [],
        "mention": span_json(
            evidence or (before.mention if before else None) or near or of.statement.trigger
        ),
    }


def _number(digits: str | None) -> float | None:
    return float(digits.replace(",", "")) if digits else None


def _inside(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _factuality(value: str, of: Passage) -> Json:
    """Words of any of its parts: `negated`, `negated, asserted`; `possible` is the modality."""
    made: Json = {}
    for word in re.split(r"[;,\s]+", value.casefold()):
        name = next((name for name, words in _FACTUALITY.items() if word in words), None)
        if word == "historical":
            made["historical"] = True
        elif name is None or name == "historical":
            words = [one for name, words in _FACTUALITY.items() if name != "historical" for one in words]
            raise ValueError(f"{word!r} is none of its words ({', '.join(dict.fromkeys(words))}, historical)")
        else:
            made |= _part(name)(word, of)
    return made


def _part(name: str) -> Callable[[str, Passage], Json]:
    """The reader of one part of factuality."""

    def read(value: str, of: Passage) -> Json:  # noqa: ARG001 (the readers of all fields take both)
        word = value.casefold()
        if word not in _FACTUALITY[name]:
            raise ValueError(f"{value!r} is none of {', '.join(_FACTUALITY[name])}")
        return {name: word == "yes" if name == "historical" else word}

    return read


@dataclass(frozen=True, slots=True)
class _Parties:
    """The reader of `actor` or `recipient`."""

    role: str

    def __call__(self, value: str, of: Passage) -> Json:
        now = of.statement.actor if self.role == "actor" else of.statement.recipient
        return {self.role: participants(value, of, now)}


def _said_by(value: str, of: Passage) -> Json:
    return {"said_by": speakers(value, of, of.statement.said_by)}


#: What can be set, and what reads its value.
FIELDS: dict[str, Callable[[str, Passage], Json]] = {
    "type": _type,
    "modes": _modes,
    "actor": _Parties("actor"),
    "recipient": _Parties("recipient"),
    "when": _when,
    "where": _where,
    "figures": _figures,
    "said_by": _said_by,
    "factuality": _factuality,
    **{name: _part(name) for name in _FACTUALITY},
    "since": _bound("since"),
    "until": _bound("until"),
}


def settings(values: dict[str, Any]) -> Sequence[str]:
    """Return keyword values (`type="RETREAT"`) as `changes` reads them, without those of None."""
    return [f"{name}={value}" for name, value in values.items() if value is not None]
