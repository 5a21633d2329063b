"""What headlines tell of an event beside what UCDP coded from the articles: GED Ukraine and Nigeria.

An event of UCDP's Georeferenced Event Dataset has its sides, days, place and deaths beside the headline of a
report that it was coded from. The headline alone is read, as a document published on the report's day, and
what we list as having happened is laid beside the row. One headline is one item however many rows cite it,
and is right where it agrees with one of them; of our statements the assaults count, where there is none the
other events. A headline tells less than the row, which UCDP's coders made from whole articles, often several:
each share is therefore of the headlines for which we told something, with how many those are beside it.

- sides: one of our participants of known country or sector is side A or B: the entity of its name, or
  somebody of its country and of its kind (a state's: GOV, MIL, COP …; an armed group's: REB …; civilians:
  CVL …). Both: two for the two.
- date: ours lies within the row's days, or meets them: "in the past week", and one of its days coded.
- place: the country; where we have more, within 100 km of the point or in the same first-level division.
- deaths: a figure of ours for the killed lies between the row's low and high.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.bootstrap import SEED, Counts, estimate, share
from bench.results import Data, Figure, Result
from bench.sources import FailedError, checksum, needed
from jirga.coding import Coder
from jirga.comparing import sides
from jirga.comparing.places import distance, within
from jirga.model import Document, Participant, Statement, Where

FOLDER = Path("ucdp")
FILES: Mapping[str, str] = {"Ukraine": "ged_ukraine.csv", "Nigeria": "ged_nigeria.csv"}
COMMAND = "python -m bench ged"
SAMPLE = 400
NEAR_KM = 100.0
#: Fewer words are a place's name, a handle or a file's number.
_FEWEST_WORDS = 4
#: Standing titles of daily and weekly reports, which tell of no event; handles and numbers of databases.
_TITLES = re.compile(
    r"situation (?:north east|external|update|report)|\bsitrep\b|daily (?:report|update)|@\w|weekly"
    r"|euromaidan press|volume \d|appendix|^ukraine january|latest from (?:the )?osce|identifier"
    r"|report on the human rights|overview of the current|crisis ?watch|press review|digest|briefing"
    r"|summary of|\(p\. \d+\)|\(cont\.",
    re.IGNORECASE,
)
#: What some files put before and behind a headline.
_BEFORE = re.compile(r"^Title\s+|\[/?highlight[^\]]*\]")
_BEHIND = re.compile(r"\s+Read more (?:at|on)\b.*$", re.IGNORECASE)

#: Words by which a headline speaks of dead.
_DEAD = re.compile(r"\b(?:kill|slay|slain|dead\b|die[ds]?\b|deaths?\b)", re.IGNORECASE)
Verdict = Literal["right", "wrong", "untold"]


@dataclass(frozen=True, slots=True)
class Row:
    """An event as UCDP has it; days ISO, `point` in degrees, `deaths` lowest and highest."""

    sides: tuple[str, str]
    days: tuple[str, str]
    place: str
    division: str
    country: str
    point: tuple[float, float]
    deaths: tuple[float, float]

    def __str__(self) -> str:
        """Return the row in one line."""
        days = "..".join(dict.fromkeys(self.days))
        low, high = self.deaths
        where = f"{self.place}, {self.division}"
        return f"{self.sides[0]} – {self.sides[1]} | {days} | {where} | {low:g}–{high:g} dead"


@dataclass(frozen=True, slots=True)
class Item:
    """A headline, the day of its report if that is known, and the rows that cite it."""

    headline: str
    published: str | None
    rows: tuple[Row, ...]


def load(path: Path, size: int = SAMPLE) -> list[Item]:
    """Return `size` headlines with their rows, in the order of a seeded hash."""
    with path.open(encoding="utf-8", newline="") as file:
        found = list(items(csv.DictReader(file)))
    return sorted(found, key=lambda one: hashlib.sha256(f"{SEED}\n{one.headline}".encode()).digest())[:size]


def items(rows: Iterable[Mapping[str, str]]) -> Iterator[Item]:
    """Yield the usable headlines, each once with all rows that cite it as their first usable one."""
    cited: dict[str, list[Row]] = defaultdict(list)
    days: dict[str, str | None] = {}
    for raw in rows:
        first = next(headlines(raw), None) if raw["year"].isdigit() else None
        if first:
            cited[first[0]].append(_row(raw))
            days.setdefault(*first)
    for headline, own in cited.items():
        yield Item(headline, days[headline], tuple(dict.fromkeys(own)))


def headlines(raw: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Yield a row's usable headlines with their days; several are parted by semicolons, as their days are."""
    told = raw["source_headline"].split(";")
    days = raw["source_date"].split(";")
    for number, one in enumerate(told):
        lines = _BEHIND.sub("", one.strip()).splitlines()
        text = " ".join(_BEFORE.sub("", lines[0]).split()) if lines else ""
        words = re.findall(r"[^\W\d_]+", text)
        if len(words) >= _FEWEST_WORDS and _latin(text) and not _TITLES.search(text):
            day = days[number].strip() if len(days) == len(told) else ""
            yield text, day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def _latin(text: str) -> bool:
    return not re.search(r"[\u0400-\u04ff]", text)


def _row(raw: Mapping[str, str]) -> Row:
    return Row(
        (raw["side_a"], raw["side_b"]),
        (raw["date_start"][:10], raw["date_end"][:10]),
        raw["where_coordinates"],
        raw["adm_1"],
        raw["iso3"],
        (float(raw["latitude"]), float(raw["longitude"])),
        (float(raw["low"]), float(raw["high"])),
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What we list for a headline: the assaults, else the other events; what was told but did not happen."""

    events: tuple[Statement, ...]
    others: tuple[Statement, ...] = ()

    @property
    def assault(self) -> bool:
        """Whether an assault is listed."""
        return any(one.event and one.event.type == "ASSAULT" for one in self.events)


def answer(one: Item, coder: Coder) -> Answer:
    """Read one headline; FailedError where that failed."""
    name = hashlib.sha256(one.headline.encode()).hexdigest()
    coded = coder.code(
        Document(
            name,
            name,
            "bench",
            "ged",
            one.headline,
            published=one.published,
            published_basis="metadata",
            language="en",
        )
    )
    if coded.reading.status == "failed":
        raise FailedError(next((p.line() for p in coded.reading.problems), "a reading failed without a word"))
    told = [statement for statement in coded.statements if statement.event is not None]
    happened = [statement for statement in told if statement.happened]
    assaults = [one for one in happened if one.event and one.event.type == "ASSAULT"]
    return Answer(
        tuple(assaults or happened), tuple(statement for statement in told if not statement.happened)
    )


def verdicts(one: Item, found: Answer) -> dict[str, Verdict]:
    """Return for each question whether one of our events agrees with one of the rows, if it says anything."""
    pairs = [(row, event) for row in one.rows for event in found.events]
    people = [(row, [who for who in (*event.actor, *event.recipient) if _known(who)]) for row, event in pairs]
    wheres = [(row, event.where) for row, event in pairs if event.where.country]
    killed = [
        (row, figure.low, figure.high)
        for row, event in pairs
        for figure in event.figures
        if figure.measure == "killed" and figure.low is not None
    ]
    dated = [(row, event.when) for row, event in pairs if event.when.start]
    fine = [(row, where) for row, where in wheres if where.lat is not None and where.precision != "country"]
    return {
        "a side": _verdict([bool(matched(row, told)) for row, told in people if told]),
        "both sides": _verdict([len(matched(row, told)) > 1 for row, told in people if len(told) > 1]),
        "date": _verdict(
            [row.days[0] <= (w.start or "") and (w.end or "9999") <= row.days[1] for row, w in dated]
        ),
        "date meets": _verdict(
            [row.days[0] <= (w.end or "9999") and (w.start or "") <= row.days[1] for row, w in dated]
        ),
        "country": _verdict([where.country == row.country for row, where in wheres]),
        "place": _verdict([near(row, where) for row, where in fine]),
        "deaths": _verdict(
            [row.deaths[0] <= low <= row.deaths[1] for row, low, _ in killed if low is not None]
        ),
    }


def _known(who: Participant) -> bool:
    """Whether we say who somebody is; "18" of "18 killed" is nobody's side."""
    return bool(who.country or who.sector)


def _verdict(held: Sequence[bool]) -> Verdict:
    return ("right" if any(held) else "wrong") if held else "untold"


def matched(row: Row, told: Iterable[Participant]) -> frozenset[int]:
    """Return which sides (0, 1) some participant is; one participant is one side."""
    return sides.matched(told, row.sides, row.country)


def near(row: Row, where: Where) -> bool:
    """Whether a place lies within 100 km of the row's point or in its first-level division."""
    point = (where.lat, where.lon) if where.lat is not None and where.lon is not None else None
    if point is not None and distance(point, row.point) <= NEAR_KM:
        return True
    return within(where, row.division, row.country)


_QUESTIONS = ("a side", "both sides", "date", "date meets", "country", "place", "deaths")


def counts(one: Item, found: Answer) -> dict[str, float]:
    """Return the counts of one headline."""
    told = {"all": 1.0, "event": bool(found.events), "assault": found.assault}
    for question, verdict in verdicts(one, found).items():
        told[f"{question} told"] = verdict != "untold"
        told[question] = verdict == "right"
    return told


def run(corpora: Path) -> Result:
    """Return for both countries how many headlines give an event and what of it agrees with UCDP's row."""
    coder, figures, data = Coder(), dict[str, Figure](), list[Data]()
    table = [("", *FILES)]
    columns: list[list[Counts]] = []
    for file in FILES.values():
        path = needed(corpora / FOLDER / file)
        sample = load(path)
        data.append(Data((FOLDER / file).as_posix(), checksum(path), len(sample)))
        columns.append([counts(one, answer(one, coder)) for one in sample])
    for name, above, below in _shares():
        cells = []
        for place, rows in zip(FILES, columns, strict=True):
            if sum(row[below] for row in rows):
                figures[f"{place}: {name}"] = one = estimate(share(above, below), rows)
                cells.append(f"{one} of {int(sum(row[below] for row in rows))}")
            else:
                cells.append("–")
        table.append((name, *cells))
    silent = ", ".join(
        f"{place} {sum(not row['event'] for row in rows)}" for place, rows in zip(FILES, columns, strict=True)
    )
    notes = (
        f"without an event: {silent}",
        "a headline tells less than the row, coded from whole articles: what it leaves out is no mistake",
        "a total over several events can't lie between the deaths of one of them: such count as wrong",
    )
    return Result("ged", COMMAND, tuple(data), figures, tuple(table), notes)


def _shares() -> Iterator[tuple[str, str, str]]:
    yield "an event, of all headlines", "event", "all"
    yield "an ASSAULT, of all headlines", "assault", "all"
    for question in _QUESTIONS:
        if question == "date meets":
            yield "date meets the row's, where told", question, f"{question} told"
            continue
        yield f"{question} told, of those with an event", f"{question} told", "event"
        yield f"{question} right, where told", question, f"{question} told"


def misses(corpora: Path, limit: int) -> Iterator[str]:
    """Yield the mistakes grouped by kind, the commonest first, `limit` headlines of each."""
    coder = Coder()
    grouped: dict[str, list[str]] = defaultdict(list)
    for place, file in FILES.items():
        for one in load(needed(corpora / FOLDER / file)):
            found = answer(one, coder)
            for kind in kinds(one, found):
                grouped[kind].append(f"{place}: {told(one, found)}")
    sizes = Counter({kind: len(lines) for kind, lines in grouped.items()})
    for kind, number in sizes.most_common():
        yield f"{number:4} {kind}"
        yield from (f"     {line}" for line in grouped[kind][:limit])


def kinds(one: Item, found: Answer) -> Iterator[str]:
    """Yield the kinds of what is wrong with an answer."""
    if not found.events:
        yield "no event: held for what did not happen" if found.others else "no event: nothing found"
        return
    if not found.assault:
        types = sorted({event.event.type for event in found.events if event.event})
        yield f"no ASSAULT: {'+'.join(types)} instead"
    told_of = verdicts(one, found)
    if told_of["a side"] == "wrong":
        yield from _of_sides(one, found)
    if told_of["a side"] == "untold":
        yield "sides: nobody told"
    if told_of["date meets"] == "wrong":
        yield "date: outside the row's days"
    if told_of["country"] == "wrong":
        yield "place: another country"
    elif told_of["place"] == "wrong":
        yield "place: over 100 km off"
    if told_of["deaths"] == "wrong":
        lows = [f.low for e in found.events for f in e.figures if f.measure == "killed" and f.low is not None]
        under = max(lows) < min(row.deaths[0] for row in one.rows)
        yield f"deaths: {'under' if under else 'not within'} the row's"
    elif told_of["deaths"] == "untold" and _DEAD.search(one.headline):
        yield "deaths: none told, though the headline speaks of dead"


def _of_sides(one: Item, found: Answer) -> Iterator[str]:
    people = [who for event in found.events for who in (*event.actor, *event.recipient)]
    if all(who.country is None for who in people):
        yield "sides: nobody's country told"
    elif not any(who.country == one.rows[0].country for who in people):
        yield "sides: another country"
    else:
        yield "sides: right country, other sector or entity"


def told(one: Item, found: Answer) -> str:
    """Return a headline, a row and what we list, in one line."""
    ours = "; ".join(_told(event) for event in found.events) or "nothing"
    held = "; ".join(_told(event) for event in found.others)
    return f"{one.headline}  [{one.published}]  UCDP: {one.rows[0]}  OURS: {ours}" + (
        f"  HELD: {held}" if held else ""
    )


def _told(event: Statement) -> str:
    sides = " → ".join(
        "+".join(f"{who.name}({who.country or '–'} {who.sector or '–'})" for who in role) or "–"
        for role in (event.actor, event.recipient)
    )
    dead = [f"{f.low:g}" for f in event.figures if f.measure == "killed" and f.low is not None]
    where = f"{event.where.name or '–'} {event.where.country or '–'}, {event.when.edtf or '–'}"
    kind = event.event.type if event.event else ""
    return f"{kind} “{event.trigger.quote}” {sides} @ {where}, dead {'+'.join(dead) or '–'}"
