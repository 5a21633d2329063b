"""What a document's live decisions make of a reading: what they hide, and what stands there instead.

Nothing here touches the database: from decisions, statements and a text it works out an overlay, the same
whatever the order in which the decisions came.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jirga.as_json import statement_from_json, to_json
from jirga.model import MODES, Anchor, Decision, Statement
from jirga.store.anchors import found, in_text

#: The coder that a statement by people names.
PEOPLE = "person"

#: Decisions about one statement, and about the document itself; the others are about pairs.
ABOUT_STATEMENTS = frozenset({"accept", "reject", "edit", "add"})
ABOUT_DOCUMENTS = frozenset({"correct", "withdraw"})

#: Fields of a change that stand within another object of a statement.
_WITHIN = {"type": "event", "modes": "event", "since": "relation", "until": "relation"} | dict.fromkeys(
    ("polarity", "modality", "certainty", "aspect", "historical"), "factuality"
)


#: The fields of a statement that an edit may set, and those of a document that can be corrected.
EDITABLE = frozenset({*_WITHIN, "actor", "recipient", "when", "where", "figures", "said_by"})
CORRECTABLE = ("title", "publisher", "author", "published", "url")


@dataclass(frozen=True, slots=True)
class Made:
    """A statement by people: the coder's that it stands for (None: none does), the decision it began with."""

    statement: Statement
    stands_for: str | None
    decided: str


@dataclass(slots=True)
class Overlay:
    """What decisions make of a reading.

    `hidden` has the ids of the coder's statements with the decision that hides each, `made` what stands
    beside or instead of them, `targets` by decision and position the statement an anchor means now (None
    where it is hidden), `lost` the decisions and positions that found nothing.
    """

    hidden: dict[str, str] = field(default_factory=dict)
    made: list[Made] = field(default_factory=list)
    targets: dict[tuple[str, int], str | None] = field(default_factory=dict)
    lost: set[tuple[str, int]] = field(default_factory=set)


def live(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that nothing live undoes, undos left out, by time; undos can be undone."""
    known = {one.id: one for one in decisions}
    undone_by: defaultdict[str, list[str]] = defaultdict(list)
    for one in known.values():
        if one.undoes:
            undone_by[one.undoes].append(one.id)

    def stands(identifier: str) -> bool:
        return not any(stands(other) for other in undone_by[identifier])

    standing = [one for one in known.values() if one.kind != "undo" and stands(one.id)]
    return sorted(standing, key=_time)


def overlay(
    decisions: Sequence[Decision], statements: Sequence[Statement], text: str, document: str, version: str
) -> Overlay:
    """Return what the live `decisions` make of the coder's `statements` of a document with this text."""
    meant = _meant(decisions, statements, text, document, version)
    result = Overlay()
    stands: dict[str | Anchor, str] = {}  # what was aimed at → the statement by people that stands there
    for key, some in _by_target(decisions, meant, document).items():
        coded = next((one for one in statements if one.id == key), None)
        _decide(result, key, coded, some, text, stands)
    _reissue_contents(result, statements)
    _aim(result, decisions, meant, stands, document)
    return result


def _time(decision: Decision) -> tuple[str, str]:
    return decision.at, decision.id


def _meant(
    decisions: Sequence[Decision], statements: Sequence[Statement], text: str, document: str, version: str
) -> Mapping[Anchor, Statement | None]:
    """The coder's statement that each anchor in this document means; of another type only if free."""
    anchors = dict.fromkeys(
        anchor
        for one in decisions
        for anchor in one.anchors
        if anchor.document == document and anchor.kind is not None
    )
    meant = {one: found(one, statements, text, version) for one in anchors}
    exact = {it.id for one, it in meant.items() if it is not None and it.code == one.code}
    return {
        one: None if it is None or (it.code != one.code and it.id in exact) else it
        for one, it in meant.items()
    }


def _by_target(
    decisions: Sequence[Decision], meant: Mapping[Anchor, Statement | None], document: str
) -> dict[str | Anchor, list[Decision]]:
    """Decisions about the same statement together, by time; a lost anchor is its own key."""
    groups: defaultdict[str | Anchor, list[Decision]] = defaultdict(list)
    for one in decisions:
        if one.kind in ABOUT_STATEMENTS and one.anchors[0].document == document:
            anchor = one.anchors[0]
            it = meant[anchor]
            if one.kind == "reject" and it is not None and it.code != anchor.code:
                it = None  # what the coder tells there now is something else than what was rejected
            groups[it.id if it is not None else anchor].append(one)
    return groups


def _decide(
    result: Overlay,
    key: str | Anchor,
    coded: Statement | None,
    decisions: Sequence[Decision],
    text: str,
    stands: dict[str | Anchor, str],
) -> None:
    """Put into the result what the decisions about one statement come to; the later stand."""
    base, last = _folded(coded, decisions, text)
    told_by_people = any(one.kind == "add" for one in decisions)
    if coded is None and not (told_by_people and (base is not None or last.kind == "reject")):
        result.lost |= {(one.id, 0) for one in decisions}
    if coded is not None:
        result.hidden[coded.id] = last.id
    if base is None:
        return
    digest = hashlib.sha256(f"{base.document}\n{decisions[0].id}".encode()).hexdigest()
    made = replace(
        base, id=f"st_{digest[:24]}", reading=reading_of(base.document), coder=PEOPLE,
        content_of=coded.content_of if coded is not None else base.content_of,
    )  # fmt: skip
    result.made.append(Made(made, coded.id if coded is not None else None, decisions[0].id))
    stands[key] = made.id


def _folded(
    coded: Statement | None, decisions: Sequence[Decision], text: str
) -> tuple[Statement | None, Decision]:
    """What the decisions make of the coder's statement, None where they reject it; and the last one."""
    base, rejected = coded, False
    for one in decisions:
        if one.kind in ("accept", "add") or (one.kind == "edit" and base is None):
            told = in_text(one.statement, text) if one.statement else None
            base = told if told is not None else base
        if base is not None and one.kind == "edit":
            base = edited(base, one.changes)
        if base is not None and one.kind != "reject":
            base = _signed(base, one)
        rejected = one.kind == "reject"
    return (None if rejected else base), decisions[-1]


def edited(statement: Statement, changes: Iterable[tuple[str, str]]) -> Statement:
    """Return the statement with these fields changed; modes that its type does not have are dropped."""
    obj = to_json(statement)
    for name, text in changes:
        value = json.loads(text)
        within = _WITHIN.get(name)
        if name == "type" and obj["relation"]:
            within = "relation"
        if within is None:
            obj[name] = value
        elif obj[within] is not None:
            obj[within] = obj[within] | {name: value}
    if obj["event"]:
        obj["event"]["modes"] = [one for one in obj["event"]["modes"] if one in _modes(obj["event"]["type"])]
    return statement_from_json(obj)


def _modes(code: str) -> frozenset[str]:
    return MODES.get(code, frozenset())


def _signed(statement: Statement, decision: Decision) -> Statement:
    """The statement with who decided what of it; what was accepted or added as a whole is certain."""
    what = ", ".join(name for name, _ in decision.changes) or decision.kind
    signed = (*statement.decided_by, f"{PEOPLE} {decision.by}: {what} ({decision.id})")
    whole = decision.kind in ("accept", "add")
    return replace(statement, decided_by=signed, confidence=1.0 if whole else statement.confidence)


def _reissue_contents(result: Overlay, statements: Sequence[Statement]) -> None:
    """Let contents of an act follow it to the statement that stands for it now."""
    now = {one.stands_for: one.statement.id for one in result.made if one.stands_for}
    result.made = [
        replace(one, statement=replace(one.statement, content_of=_of(one.statement, now)))
        for one in result.made
    ]
    for one in statements:
        if one.content_of in now and one.id not in result.hidden:
            digest = hashlib.sha256(f"{one.id}\n{now[one.content_of]}".encode()).hexdigest()
            content = replace(
                one, id=f"st_{digest[:24]}", content_of=now[one.content_of], reading=reading_of(one.document)
            )
            decided = result.hidden[one.content_of]
            result.hidden[one.id] = decided
            result.made.append(Made(content, one.id, ""))


def _of(statement: Statement, now: Mapping[str, str]) -> str | None:
    return now.get(statement.content_of or "", statement.content_of)


def _aim(
    result: Overlay,
    decisions: Sequence[Decision],
    meant: Mapping[Anchor, Statement | None],
    stands: Mapping[str | Anchor, str],
    document: str,
) -> None:
    """Say of every anchor in this document which statement it means now."""
    instead = {one.stands_for: one.statement.id for one in result.made if one.stands_for}
    for decision, position, anchor in _anchors(decisions, document):
        place = (decision.id, position)
        coded = meant.get(anchor)
        if place in result.lost:
            result.targets[place] = stands.get(anchor)
        elif coded is not None:
            shown = None if coded.id in result.hidden else coded.id
            result.targets[place] = instead.get(coded.id, shown)
        elif anchor in stands:
            result.targets[place] = stands[anchor]
        elif anchor.kind is not None and decision.kind not in ABOUT_STATEMENTS:
            result.lost.add(place)


def _anchors(decisions: Sequence[Decision], document: str) -> Iterator[tuple[Decision, int, Anchor]]:
    for decision in decisions:
        for position, anchor in enumerate(decision.anchors):
            if anchor.document == document:
                yield decision, position, anchor


def reading_of(document: str) -> str:
    """Return the id of the reading that holds a document's statements by people."""
    return f"rd_{PEOPLE}_{document[:24]}"


def corrections(decisions: Iterable[Decision]) -> dict[str, Any]:
    """Return the fields of a document that live decisions correct, with their values; the later stand."""
    values: dict[str, Any] = {}
    for one in decisions:
        if one.kind == "correct":
            values |= {name: json.loads(text) for name, text in one.changes}
    if "published" in values:
        values["published_basis"] = "corrected" if values["published"] else "unknown"
    return values


def withdrawal(decisions: Iterable[Decision]) -> str | None:
    """Return the id of the last live decision that withdraws the document, None where none does."""
    return next((one.id for one in reversed(list(decisions)) if one.kind == "withdraw"), None)
