"""Truces and contests of the sample reports beside keys that were written from the texts alone.

A truce of the key is found where one of ours holds statements of its passages; then its fields are compared,
value by value. A contest is found where one of ours puts passages of two of its positions apart.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jirga
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from jirga.lexicon.entities import entities
from jirga.merging.allegiance import side_of
from jirga.model import Contest, Document, Statement, Truce, Voice

#: How the names of reports end: `wire.jsonl:2` is a row of one.
ENDINGS = ("txt", "md", "html", "jsonl", "csv")

HERE = Path(__file__).resolve().parents[1] / "examples"

#: Fields of a truce whose values are dates, as the key and as the record names them.
_DATES = {
    "agreed": "agreed",
    "announced": "announced",
    "effective": "effective",
    "runs_until": "until",
    "extended": "extended",
    "ended": "ended",
}


@dataclass(frozen=True, slots=True)
class Reports:
    """The sample reports as read: documents by report name, statements by id, and what was worked out."""

    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    truces: Sequence[Truce]
    contests: Sequence[Contest]


@dataclass(slots=True)
class Score:
    """Values of the key that ours has, those it lacks, and those of ours that the key has not; with words."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)

    def compare(self, what: str, of: str, key: set[str], ours: set[str], allowed: Iterable[str] = ()) -> None:
        """Count the values of one field; `allowed` ones are neither right nor wrong."""
        fitting = {one for one in key if any(_fits(one, other) for other in ours)}
        extra = {one for one in ours if not any(_fits(other, one) for other in (*key, *allowed))}
        self.right[what] += len(fitting)
        self.missed[what] += len(key - fitting)
        self.wrong[what] += len(extra)
        self.words += [f"missed {of} {what}: {one}" for one in sorted(key - fitting)]
        self.words += [f"wrong  {of} {what}: {one}" for one in sorted(extra)]

    def rate(self, *what: str) -> tuple[float, float]:
        """Return recall and precision over these fields, all where none are named."""
        chosen = what or tuple({*self.right, *self.missed, *self.wrong})
        right, missed, wrong = (
            sum(some[one] for one in chosen) for some in (self.right, self.missed, self.wrong)
        )
        return right / max(1, right + missed), right / max(1, right + wrong)


def _fits(key: str, ours: str) -> bool:
    """Whether a value is that of the key; a date may be told more exactly than the key has it."""
    return key == ours or (key[:1].isdigit() and len(key) >= len("2014-04") and ours.startswith(key))


def read_reports(folder: Path) -> Reports:
    """Read the sample reports into a record in `folder` and work out what is told in them."""
    with jirga.open(folder / "reports.db") as record:
        record.read([HERE / "reports"], jobs=1)
        documents = {Path(row.document.source).name: row.document for row in record.documents()}
        statements = {one.id: one for one in record.statements(all=True)}
        return Reports(documents, statements, record.truces(all=True), record.contests())


def truce_score(reports: Reports) -> Score:
    """Return how the truces told compare with the key: which are found, and their fields."""
    score = Score()
    keys = json.loads((HERE / "keys" / "truces.json").read_text(encoding="utf-8"))
    matched = _matched(keys["truces"], reports)
    for key in keys["truces"]:
        if key.get("optional"):
            continue
        ours = matched.get(key["id"])
        score.compare("truces", key["id"], {key["what"]}, {key["what"]} if ours else set())
        if ours:
            _fields(key, ours, score)
    for one in reports.truces:
        made = one.status not in ("offered", "refused", "unknown")
        if made and one.id not in {truce.id for truce in matched.values()}:
            score.compare("truces", one.name, set(), {one.name})
    for one in keys["no_truce_in_force"]:
        found = [truce for truce in reports.truces if _only_of(truce, one["near"], reports)]
        score.compare("no truce", one["near"][1], set(), {truce.name for truce in found})
    return score


def _only_of(truce: Truce, near: Sequence[str], reports: Reports) -> bool:
    """Whether a truce said to be in force is made of this passage alone."""
    span = _span(near, reports)
    return truce.status not in ("offered", "refused", "unknown") and all(
        _touches(reports.statements[one], span) for one in truce.status_statements
    )


def _matched(keys: Sequence[Any], reports: Reports) -> dict[str, Truce]:
    """Return the truce of ours for each key: the one that has most of its passages, each truce once."""
    weighed = [
        (-hits, -len(truce.statements), key["id"], truce)
        for key in keys
        for truce in reports.truces
        if (hits := _hits(key["near"], truce.statements, reports))
    ]
    found: dict[str, Truce] = {}
    for _, _, key, truce in sorted(weighed, key=lambda it: it[:3]):
        if key not in found and truce.id not in {one.id for one in found.values()}:
            found[key] = truce
    return found


def _hits(near: Sequence[Sequence[str]], ids: Iterable[str], reports: Reports) -> int:
    spans = [_span(one, reports) for one in near]
    told = [reports.statements[one] for one in ids]
    return sum(any(_beside(one, span) for one in told) for span in spans)


def _span(near: Sequence[str], reports: Reports) -> tuple[str, int, int]:
    document = reports.documents[near[0]]
    start = document.text.index(near[1])
    return document.id, start, start + len(near[1])


def _touches(one: Statement, span: tuple[str, int, int]) -> bool:
    document, start, end = span
    return one.document == document and one.start < end and start < one.end


def _beside(one: Statement, span: tuple[str, int, int]) -> bool:
    """Whether a statement stands in the sentence of a passage."""
    document, start, end = span
    return one.document == document and one.sentence.start < end and start < one.sentence.end


def _fields(key: Mapping[str, Any], ours: Truce, score: Score) -> None:
    name = key["id"]
    may = {_side(one) for one in (*key.get("may_also", ()), *key["mediators"])}
    score.compare("parties", name, {_side(one) for one in key["parties"]}, _sides(ours.parties), may)
    allowed = {_side(one) for one in key["parties"]}
    score.compare(
        "mediators", name, {_side(one) for one in key["mediators"]}, _sides(ours.mediators), allowed
    )
    for theirs, field_ in _DATES.items():
        told = {one.value for one in getattr(ours, field_)}
        allowed = set(key.get("agreed", ())) | set(key.get("announced", ())) | set(key.get("restored", ()))
        score.compare("dates", f"{name} {field_}", set(key.get(theirs, ())), told, allowed)
    kinds = {one.kind for one in ours.terms}
    score.compare("terms", name, set(key["terms"]), kinds)
    score.compare(
        "breaches", name, {"told"} if key["violations"] else set(), {"told"} if ours.violations else set()
    )
    right: set[str] = {key["status"], *key.get("or_status", ())}
    told_status: set[str] = {ours.status}
    score.compare("status", name, told_status & right or {key["status"]}, told_status)


def _sides(told: Iterable[Any]) -> set[str]:
    return {side_of(one.entity, None, None) if one.entity else _side(one.value) for one in told}


@cache
def _side(name: str) -> str:
    governing = name.startswith("Government of ")
    bare = name.removeprefix("Government of ").removeprefix("the ").removeprefix("a ")
    whole = [one for one in entities().find(bare) if one.end - one.start == len(bare)]
    if not whole:
        return bare.casefold()
    standing = entities().standing(whole[0].ids[0])
    stands = governing or standing.kind == "state"  # "Cuba" mediates by its government
    return f"state {standing.country}" if stands and standing.country else side_of(standing.id, None, None)


def contest_score(reports: Reports) -> Score:
    """Return which contests of the key are told; what is no contest by the key counts as wrong if told."""
    score = Score()
    keys = json.loads((HERE / "keys" / "contests.json").read_text(encoding="utf-8"))
    for key in keys["contests"]:
        if not key.get("optional") and not key.get("one_sentence"):
            found = any(_told(key, one, reports) for one in reports.contests)
            score.compare(key["about"], key["id"], {key["question"]}, {key["question"]} if found else set())
    for key in keys["no_contest"]:
        spans = [_span(near, reports) for near in key["near"]]
        told = {one.question for one in reports.contests if _apart(spans, one, reports)}
        score.compare("no contest", key["why"], set(), told)
    return score


def _voiced(voice: Voice, span: tuple[str, int, int], reports: Reports) -> bool:
    """Whether a voice speaks in a passage: with its figure where it is about a number, else its clause."""
    one = reports.statements[voice.statement]
    if voice.figure is None:
        return _touches(one, span)
    mention = one.figures[voice.figure].mention
    return one.document == span[0] and mention.start < span[2] and span[1] < mention.end


def _told(key: Mapping[str, Any], contest: Contest, reports: Reports) -> bool:
    spans = [[_span(near, reports) for near in position["near"]] for position in key["positions"]]
    placed = {
        (side, at)
        for side, some in enumerate(spans)
        for span in some
        for at, position in enumerate(contest.positions)
        for voice in position.voices
        if _voiced(voice, span, reports)
    }
    return any(a != b and x != y for a, x in placed for b, y in placed)


def _apart(spans: Sequence[tuple[str, int, int]], contest: Contest, reports: Reports) -> bool:
    placed = [
        {
            at
            for at, position in enumerate(contest.positions)
            for voice in position.voices
            if _voiced(voice, span, reports)
        }
        for span in spans
    ]
    return all(placed) and len(set().union(*placed)) > 1


def misses() -> Iterator[str]:
    """Yield a line for everything that differs from the keys."""
    with tempfile.TemporaryDirectory() as folder:
        reports = read_reports(Path(folder))
    for score in (truce_score(reports), contest_score(reports)):
        yield from score.words


def run(corpora: Path) -> Result:  # noqa: ARG001 (the reports are our own)
    """Return recall and precision of truces, of their fields, and of contests."""
    with tempfile.TemporaryDirectory() as folder:
        reports = read_reports(Path(folder))
    truces, contests = truce_score(reports), contest_score(reports)
    figures: dict[str, Figure] = {}
    asked = sum(sum(score.right.values()) + sum(score.missed.values()) for score in (truces, contests))
    data = Data("examples/keys", folder_checksum(HERE / "keys"), asked)
    for name, score, what in (
        ("truces", truces, ("truces",)),
        ("fields of truces", truces, ("parties", "mediators", "dates", "terms", "breaches", "status")),
        ("contests", contests, ("how many", "who", "whether", "when")),
    ):
        recall, precision = score.rate(*what)
        figures[f"{name} recall"] = Figure(recall, gated=True)
        figures[f"{name} precision"] = Figure(precision)
    figures["no contests told as one"] = Figure(contests.wrong["no contest"])
    return Result("keys", "python -m bench keys", (data,), figures)
