"""A user's own lexicon: a table of the columns of our own data files, checked whole before anything is read.

Its rows add entities, or names and terms to entities that are known (a row with the id of one). They go
before Jirga's own: a name in it stands for its entity first.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from jirga.errors import MistakesError, UsageError
from jirga.lexicon.entities import EntityKind, entities, first_day, last_day
from jirga.lexicon.states import states
from jirga.lexicon.tables import Row
from jirga.lexicon.words import key

#: The columns there may be, in the order of our own files; only `id` must be.
COLUMNS = (
    *("id", "kind", "name", "names", "surnames", "country", "sector", "other_sectors"),
    *("since", "until", "office", "part_of", "based_in", "wikidata", "source"),
)
KINDS: tuple[str, ...] = get_args(EntityKind)
#: PLOVER 2's sectors (manual, "Sector Codes").
SECTORS = frozenset(
    [
        *("AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED"),
        *("MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK"),
    ]
)
#: PLOVER's codes for actors of no country.
NO_COUNTRY = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
#: An EDTF day, month or year.
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
#: Larger files are no lexicon made by hand, and would be held whole in memory.
MOST_BYTES = 20_000_000
STAGE = "lexicon"


@dataclass(frozen=True, slots=True)
class OwnLexicon:
    """A user's rows; two of the same bytes are equal. `version`: 16 hex digits of SHA-256."""

    version: str
    rows: tuple[Row, ...] = field(compare=False, repr=False)


def read_own(path: str | Path) -> OwnLexicon:
    """Return the lexicon in a tab-separated UTF-8 file.

    Raises UsageError where it cannot be read and MistakesError, with a line for each mistake, where it is not
    sound.
    """
    name = str(path)
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            raise _unusable(name, f"it is larger than {MOST_BYTES // 1_000_000} MB", "split it")
        raw = Path(path).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise _unusable(
            name, error.strerror or "it cannot be read", "check the path given to --lexicon"
        ) from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _unusable(name, f"line {line} is not UTF-8", "save it as UTF-8") from error
    found, mistakes = _rows(text)
    mistakes += [] if mistakes else _mistakes(found)
    if mistakes:
        in_order = tuple(f"line {line}: {what}" for line, what in sorted(mistakes, key=lambda one: one[0]))
        raise MistakesError(
            in_order, document=name, stage=STAGE, next_step="mend these lines; nothing was read"
        )
    return OwnLexicon(hashlib.sha256(raw).hexdigest()[:16], tuple(row for _, row in found))


def _unusable(name: str, what: str, next_step: str) -> UsageError:
    return UsageError(what, document=name, stage=STAGE, next_step=next_step)


_Numbered = list[tuple[int, Row]]
_Mistakes = list[tuple[int, str]]


def _rows(text: str) -> tuple[_Numbered, _Mistakes]:
    """Return the rows by line, with what is wrong in the shape of the table."""
    header: list[str] = []
    found: _Numbered = []
    mistakes: _Mistakes = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [part.strip() for part in line.split("\t")]
        if not header:
            header = fields
            mistakes += [(number, what) for what in _wrong_header(header)]
        elif len(fields) > len(header):
            mistakes.append((number, f"{len(fields)} fields, the header has {len(header)}"))
        else:
            found.append((number, Row(dict(zip(header, fields, strict=False)), f"line {number}")))
    if not header:
        mistakes.append((1, f"no header row; it names the columns, of {', '.join(COLUMNS)}"))
    elif not found and not mistakes:
        mistakes.append((1, "no row below the header"))
    return found, mistakes


def _wrong_header(header: Sequence[str]) -> Iterator[str]:
    if "id" not in header:
        yield f"no column id among {', '.join(header)}; columns are parted by tabs"
    for name in dict.fromkeys(header):
        if name not in COLUMNS:
            yield f"no column is called {name!r}{_meant(name, COLUMNS)}"
        elif header.count(name) > 1:
            yield f"the column {name} stands twice"


def _mistakes(found: _Numbered) -> _Mistakes:
    """Return what is wrong in the rows, each with its line."""
    ids = {row["id"] for _, row in found}
    kinds: dict[str, str] = {}
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    mistakes: _Mistakes = []
    for number, row in found:
        mistakes += [(number, what) for what in (*_wrong_entity(row, kinds), *_wrong_fields(row, ids))]
        same = seen.setdefault(tuple(row.fields.items()), number)
        if same != number:
            mistakes.append((number, f"the same as line {same}"))
    return mistakes


def _wrong_entity(row: Row, kinds: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong in a row's id, name and kind; `kinds` are those of the ids so far."""
    id_, kind, known = row["id"], row["kind"], entities()
    if not _ID.match(id_):
        yield f"the id {id_!r} is not of lower-case letters, digits and single hyphens"
        return
    if id_.startswith("x-"):
        yield f"the id {id_!r} begins with x-, which is for entities that no lexicon has"
    if kind and kind not in KINDS:
        yield f"no kind is called {kind!r}{_meant(kind, KINDS)}; kinds are {', '.join(KINDS)}"
    before = kinds.get(id_) or (known.standing(id_).kind if id_ in known else "")
    if kind and before and kind != before:
        yield f"{id_} is a {before}, here it is a {kind}"
    if not before:
        yield from (f"{id_} is new and has no {field}" for field in ("name", "kind") if not row[field])
    kinds.setdefault(id_, kind or before)
    for name in (row["name"], *row.many("names"), *row.many("surnames")):
        if name and not key(name):
            yield f"the name {name!r} has no letter or digit"
    if row["surnames"] and kinds[id_] != "person":
        yield f"surnames are for persons, {id_} is a {kinds[id_] or 'thing without a kind'}"


def _wrong_fields(row: Row, ids: set[str]) -> Iterator[str]:
    """Yield what is wrong in a row's codes, dates and references; `ids` are those of the whole file."""
    countries = {state.code for state in states()} | NO_COUNTRY
    if row["country"] and row["country"] not in countries:
        others = ", ".join(sorted(NO_COUNTRY))
        yield f"no country has the code {row['country']!r} (ISO 3166-1 alpha-3, or {others})"
    for sector in (row["sector"], *row.many("other_sectors")):
        if sector and sector not in SECTORS:
            yield f"no sector is called {sector!r}{_meant(sector, sorted(SECTORS))}"
    dates = [(column, row[column]) for column in ("since", "until") if row[column]]
    wrong = [(column, date) for column, date in dates if not DATE.match(date)]
    yield from (f"{column} {date!r} is no date such as 2021, 2021-08 or 2021-08-15" for column, date in wrong)
    if not wrong and first_day(row["since"]) > last_day(row["until"]):
        yield f"since {row['since']} is after until {row['until']}"
    if row["part_of"] and row["part_of"] not in ids and row["part_of"] not in entities():
        yield f"part_of names {row['part_of']!r}, which neither this file nor Jirga has"
    if row["wikidata"] and not re.fullmatch(r"Q\d+", row["wikidata"]):
        yield f"wikidata {row['wikidata']!r} is no id such as Q42"


def _meant(word: str, words: Sequence[str]) -> str:
    near = get_close_matches(word.casefold(), [one.casefold() for one in words], n=1)
    return f" (did you mean {next(one for one in words if one.casefold() == near[0])}?)" if near else ""
