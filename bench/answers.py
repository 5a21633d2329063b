"""What a coder answers for one sentence, in the form that is scored: ours, and UniversalPetrarch's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bench.gold import Offsets, country
from bench.sources import FailedError, needed
from jirga.exports.plover import event_type

if TYPE_CHECKING:
    from jirga.model import Document, Statement

CROSSWALK = Path("plover") / "CAMEO2PLOVER-2021.txt"
#: CAMEO roots the crosswalk leaves out, as the peers' README maps them.
ROOTS = {"01": "STATEMENT", "02": "REQUEST", "04": "CONSULT", "09": "ACCUSE"}
#: Serbia and Montenegro as one state in the peer's dictionaries of 2003, its parts coded after it.
PARTS = {"SCGSRB": "SRB", "SCGMNE": "MNE"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One event found: type, countries by role, the trigger's offsets where the coder tells them."""

    type: str
    actor: frozenset[str] = frozenset()
    recipient: frozenset[str] = frozenset()
    happened: bool = True
    trigger: Offsets | None = None


def document(id: str, text: str) -> Document:  # noqa: A002  # the model's own field name
    """Return a sentence as a document without a date: the gold's dates are dummies."""
    from jirga.model import Document

    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=digest, text_hash=digest, text_version="bench", source=id, text=text, language="en")


def answer(statement: Statement) -> Answer:
    """Return an event statement as an answer; participants without a country count in neither role."""
    if statement.event is None:
        raise ValueError(f"{statement.id} is no event")
    roles = [
        frozenset(country(one.country) for one in role if one.country)
        for role in (statement.actor, statement.recipient)
    ]
    trigger = (statement.trigger.start, statement.trigger.end)
    told, content = statement.factuality, statement.content_of is not None
    kind = event_type(
        statement.event.type, told.polarity, told.modality, statement.decided_by, content=content
    )
    happened = statement.happened or kind != statement.event.type  # agreeing to it is no plan
    return Answer(kind, roles[0], roles[1], happened, trigger)


def ours(texts: Mapping[str, str]) -> dict[str, list[Answer]]:
    """Return our coder's events by record id, those that did not happen among them and marked so.

    FailedError with the reading's own line where one failed: a score must not hide it as an empty answer.
    """
    from jirga.coding import Coder

    coder = Coder()
    coded = {id_: coder.code(document(id_, text)) for id_, text in texts.items()}
    for one in coded.values():
        if one.reading.status == "failed":
            raise FailedError(
                next((p.line() for p in one.reading.problems), "a reading failed without a word")
            )
    return {
        id_: [answer(statement) for statement in one.statements if statement.kind == "event"]
        for id_, one in coded.items()
    }


class Crosswalk:
    """CAMEO code → PLOVER type, by the project's table of 2021, else by the two-digit root."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is read when first asked."""
        self.path = path

    @cached_property
    def table(self) -> dict[str, str]:
        """Return the table as read; a code listed twice keeps its first line."""
        found: dict[str, str] = {}
        for line in needed(self.path).read_text(encoding="utf-8").splitlines():
            code, colon, rest = line.partition(":")
            if colon and code[:2].isdigit():
                found.setdefault(code.strip(), rest.split("#")[0].split(",")[0].strip())
        return found

    def type_of(self, cameo: str) -> str:
        """Return the PLOVER type; KeyError for a code that has none."""
        for known in (cameo, cameo[:3], cameo[:2]):
            if known in self.table:
                return self.table[known]
        return ROOTS[cameo[:2]]


def universalpetrarch(
    path: Path, crosswalk: Crosswalk, *, as_documented: bool = False
) -> dict[str, list[Answer]]:
    """Return the peer's events by record id; without factuality, so each says that it happened.

    Its output is one row a pair of actors, so rows of one CAMEO code are one answer, the pairs merged into
    roles. Its 01 STATEMENT, which PLOVER has not, is left out, and its codes for Serbia and Montenegro are
    read: both to its advantage. `as_documented` does neither and keeps rows apart, as its README counted.
    """
    found: dict[str, list[Answer]] = {}
    for line in needed(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        codes = sorted({event["cameo"] for event in row["events"]})
        if as_documented:
            found[row["id"]] = [_merged(crosswalk.type_of(one["cameo"]), [one], {}) for one in row["events"]]
        else:
            merged = [
                _merged(crosswalk.type_of(code), [e for e in row["events"] if e["cameo"] == code], PARTS)
                for code in codes
            ]
            found[row["id"]] = [one for one in merged if one.type != "STATEMENT"]
    return found


def _merged(type_: str, rows: Iterable[Mapping[str, str]], parts: Mapping[str, str]) -> Answer:
    rows = list(rows)
    roles = [
        frozenset(_peer_country(row[role], parts) for row in rows) - {""} for role in ("source", "target")
    ]
    return Answer(type_, roles[0], roles[1])


def _peer_country(code: str, parts: Mapping[str, str]) -> str:
    return "" if code.startswith("---") else country(parts.get(code[:6], code))
