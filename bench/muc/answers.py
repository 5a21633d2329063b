"""A text as we read it → the templates we answer: the benchmark's view of our statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bench.muc.merging import Incident, incidents
from bench.muc.perpetrators import Perpetrator, category, perpetrators, shared
from bench.muc.reading import Text
from bench.muc.slots import INAPPLICABLE
from bench.muc.tellings import tellings
from bench.muc.templates import Fill, Template
from bench.muc.things import Thing, instruments, targets
from bench.muc.victims import Victim, nation, unharmed, victims
from bench.muc.vocabulary import COUNTRIES, NATIONS
from bench.muc.whereabouts import backed, focus
from bench.muc.wording import plain
from jirga.language.anchor import MONTHS
from jirga.model import Statement


def answers(text: Text) -> list[Template]:
    """Return the templates of a text, in the order of its incidents."""
    found = incidents(text, tellings(text))
    doers = shared(text, [perpetrators(text, one.tellings) for one in found])
    made = (template(text, one, whose) for one, whose in zip(found, doers, strict=True))
    return [one for one in made if one is not None]


def template(text: Text, incident: Incident, doers: Sequence[Perpetrator]) -> Template | None:
    """Return an incident's template, None where too little is told of it for one (1.0, 7)."""
    told = incident.tellings
    people = victims(text, told)
    things = targets(text, told)
    if not civilian(people, things):
        return None
    if not _is_specific(text, incident, doers, people, things):
        return None
    country = _country(text, incident, people)
    slots: dict[str, Sequence[Fill]] = {
        "INCIDENT: DATE": _fills([day(text, incident)]),
        "INCIDENT: LOCATION": _fills([location(incident, country)]),
        "INCIDENT: TYPE": _fills([incident.type]),
        "INCIDENT: STAGE OF EXECUTION": _fills([incident.stage]),
        "PERP: INCIDENT CATEGORY": _fills([category(doers)]),
    }
    slots |= _doers(doers) | _weapons(instruments(text, told)) | _things(things)
    slots |= _people(people, country, text.country)
    spared = unharmed(text, told) if not any(one.effects for one in people) else None
    if spared:
        slots["HUM TGT: EFFECT OF INCIDENT"] = [Fill((spared,))]
    gone = INAPPLICABLE.get(incident.type, frozenset())
    kept = {slot: tuple(fills) for slot, fills in slots.items() if fills and slot not in gone}
    return Template(text.name, kept)


def civilian(people: Sequence[Victim], things: Sequence[Thing]) -> bool:
    """Whether anybody or anything but soldiers, police and what is theirs was hit (1.0, 1b)."""
    others = [one for one in people if one.type not in _UNIFORMED]
    return bool(others) or any(not _OF_FORCES.search(one.string or "") for one in things)


_UNIFORMED = frozenset({"ACTIVE MILITARY", "LAW ENFORCEMENT"})
#: Words for things that are an army's or the police's.
_OF_FORCES = re.compile(
    r"\b(?:MILITARY|ARMY|ARMORED|POLICE|COMBAT|PATROL|BARRACKS|GARRISON|GUARD|TANK|HELICOPTER|CONVOY|BASE|BATTALION"
    r"|BRIGADE|DEFENSE|WARSHIP|GUNSHIP)S?\b"
)


def _is_specific(
    text: Text,
    incident: Incident,
    doers: Sequence[Perpetrator],
    people: Sequence[Victim],
    things: Sequence[Thing],
) -> bool:
    """Whether a day, a place or a name is told, or enough else.

    A doer, a thing hit, several tellings and "the murder", known to the reader, speak for it, a number of
    victims twice, and against it that those hit are "the people" or the like.
    """
    when = day(text, incident) or "-"
    placed = any(one.where.name and one.where.precision != "country" for one in incident.statements)
    if not when.startswith("-") or placed or any(one.name for one in people):
        return True
    counted = any(one.number not in {None, "1", "PLURAL"} for one in people)
    known = any(_KNOWN.search(_before(one)) for one in incident.statements)
    anybody = bool(people) and not things and all(_ANYBODY.search(one.string) for one in people)
    told = bool(doers) + bool(things) + (len(incident.tellings) > 1) + known
    return told + 2 * counted - anybody >= LEAST


def _before(statement: Statement) -> str:
    """Return what stands in a sentence before a statement's trigger."""
    return statement.sentence.quote[: statement.trigger.start - statement.sentence.start]


_KNOWN = re.compile(r"\b(?:the|this|that|his|her|their)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_ANYBODY = re.compile(
    r"\b(?:PEOPLE|POPULATION|NATION|PERSONS?|CIVILIANS?|YOUTH|VICTIMS?|COUNTRY|OTHERS|LEADERS|TARGETS)$"
)


#: So many of the lesser details make an incident specific; fitted on muc4/dev.
LEAST = 2


def _fills(values: Iterable[str | None]) -> list[Fill]:
    return [Fill((value,)) for value in values if value]


def _doers(found: Sequence[Perpetrator]) -> dict[str, Sequence[Fill]]:
    bodies = [one for one in found if one.organisation]
    return {
        "PERP: INDIVIDUAL ID": _fills(one.string for one in found if not one.organisation),
        "PERP: ORGANIZATION ID": _fills(one.string for one in bodies),
        "PERP: ORGANIZATION CONFIDENCE": [Fill((one.confidence,), (one.string,)) for one in bodies],
    }


def _weapons(found: Sequence[Thing]) -> dict[str, Sequence[Fill]]:
    return {
        "INCIDENT: INSTRUMENT ID": _fills(one.string for one in found),
        "INCIDENT: INSTRUMENT TYPE": [Fill((one.type,), _of(one.string)) for one in found],
    }


def _things(found: Sequence[Thing]) -> dict[str, Sequence[Fill]]:
    return {
        "PHYS TGT: ID": _fills(one.string for one in found),
        "PHYS TGT: TYPE": [Fill((one.type,), _of(one.string)) for one in found],
        "PHYS TGT: NUMBER": [Fill((one.number,), _of(one.string)) for one in found],
        "PHYS TGT: EFFECT OF INCIDENT": [Fill((one.effect,), _of(one.string)) for one in found if one.effect],
    }


def _of(string: str | None) -> tuple[str, ...]:
    return (string,) if string else ()


def _people(found: Sequence[Victim], country: str | None, dateline: str | None) -> dict[str, Sequence[Fill]]:
    """Return the slots of those hit; that somebody is of the dateline's country is often but supposed."""
    described = [Fill((words,), (one.string,)) for one in found for words in one.descriptions]
    foreign = [(one, nation(one.country, country)) for one in found if one.country != dateline]
    return {
        "HUM TGT: NAME": _fills(one.string for one in found if one.name),
        "HUM TGT: DESCRIPTION": [*described, *_fills(one.string for one in found if not one.name)],
        "HUM TGT: TYPE": [Fill((one.type,), (one.string,)) for one in found],
        "HUM TGT: NUMBER": [Fill((one.number,), (one.string,)) for one in found if one.number],
        "HUM TGT: FOREIGN NATION": [Fill((name,), (one.string,)) for one, name in foreign if name],
        "HUM TGT: EFFECT OF INCIDENT": [Fill((e,), (one.string,)) for one in found for e in one.effects],
    }


def _country(text: Text, incident: Incident, people: Sequence[Victim]) -> str | None:
    """Return where an incident took place (alpha-3).

    Its place's country if others speak of it too, else that of those hit or of the doers, else the report's.
    """
    others = [one.country for one in people if one.country in COUNTRIES]
    others += [p.country for one in incident.statements for p in one.actor if p.country in COUNTRIES]
    told = [country for one in incident.deeds if (country := backed(one, text))]
    about = focus(text)
    sure = [one for one in told if one in {*others, text.country, about}]
    return next((one for one in (*sure, *others) if one in NATIONS), about)


def location(incident: Incident, country: str | None) -> str | None:
    """Return the LOCATION: the country, and the finest place told in it."""
    if country is None or country not in NATIONS:
        return None
    ranks = ("province", "district", "place")
    places = [
        one.where
        for one in incident.deeds
        if one.where.country == country and one.where.precision in ranks and one.where.name
    ]
    ordered = sorted(places, key=lambda where: ranks.index(where.precision))
    names = [plain(where.mention.quote if where.mention else where.name or "") for where in ordered[-1:]]
    return ": ".join([NATIONS[country], *names])


def day(text: Text, incident: Incident) -> str | None:
    """Return the DATE in the form that 7.3 asks for: a day, days, or "on or before the report's"."""
    whens = [one.when for one in incident.deeds if one.when.start and one.when.end]
    days = [when for when in whens if when.start == when.end and len(when.start or "") == 10]
    if days:
        return written(days[0].start or "")
    spans = [when for when in whens if len(when.start or "") == 10 and len(when.end or "") == 10]
    if spans:
        last = min(spans[0].end or "", text.published or spans[0].end or "")
        return f"{written(spans[0].start or '')} - {written(last)}"
    return f"- {written(text.published)}" if text.published else None


def written(iso: str) -> str:
    """Return an ISO day as `03 JAN 90`."""
    found = date.fromisoformat(iso[:10])
    return f"{found.day:02} {MONTHS[found.month - 1].upper()} {found.year % 100:02}"
