"""Contests and truces as JSON objects, and back."""

from __future__ import annotations

from typing import Any

from jirga.as_json.numbers import whole
from jirga.model import Beside, Change, Contest, Position, Term, Told, Truce, Violation, Voice

Json = dict[str, Any]

#: Fields of a truce that hold values told side by side, in the order of the contract.
TOLD = (
    "parties",
    "mediators",
    "places",
    "agreed",
    "announced",
    "effective",
    "until",
    "extended",
    "ended",
    "kept",
    "refused",
)


def contest_to_json(it: Contest) -> Json:
    """Return a contest as its JSON object; it holds names and numbers of the record, no quotation."""
    obj: Json = {"id": it.id, "about": it.about, "question": it.question, "contested": it.contested}
    obj |= {"subject": it.subject, "entity": it.entity, "measure": it.measure, "period": it.period}
    obj |= {"events": list(it.events), "truce": it.truce}
    obj |= {"positions": [_position(one) for one in it.positions]}
    changes = [
        {"speaker": one.speaker, "earlier": _voice(one.earlier), "later": _voice(one.later)}
        for one in it.changes
    ]
    obj |= {"changes": changes, "beside": [_voice(one.voice) | {"why": one.why} for one in it.beside]}
    return obj | {"statements": list(it.statements), "documents": it.documents}


def contest_from_json(obj: Json) -> Contest:
    """Return the contest that `contest_to_json` wrote."""
    plain = ("id", "about", "question", "subject", "entity", "measure", "period", "truce")
    return Contest(
        **{key: obj[key] for key in plain},
        positions=tuple(_position_in(one) for one in obj["positions"]),
        events=tuple(obj["events"]),
        changes=tuple(
            Change(one["speaker"], _voice_in(one["earlier"]), _voice_in(one["later"]))
            for one in obj["changes"]
        ),
        beside=tuple(Beside(_voice_in(one), one["why"]) for one in obj["beside"]),
    )


def truce_to_json(it: Truce, text: bool = True) -> Json:
    """Return a truce as its JSON object; without `text` the words quoted for terms are left out."""
    obj: Json = {"id": it.id, "name": it.name, "status": it.status, "as_of": it.as_of}
    obj |= {"status_statements": list(it.status_statements)}
    obj |= {key: [_told(one) for one in getattr(it, key)] for key in TOLD}
    obj |= {"terms": [_term(one, text) for one in it.terms]}
    obj |= {"violations": [_violation(one) for one in it.violations]}
    obj |= {"events": list(it.events), "statements": list(it.statements), "documents": it.documents}
    return obj | {"independent_sources": it.independent_sources, "sources_how": list(it.sources_how)}


def truce_from_json(obj: Json) -> Truce:
    """Return the truce that `truce_to_json` wrote with its text."""
    plain = ("id", "name", "status", "as_of", "documents", "independent_sources")
    ids = ("status_statements", "events", "statements", "sources_how")
    fields: Json = {key: obj[key] for key in plain} | {key: tuple(obj[key]) for key in ids}
    fields |= {key: tuple(_told_in(one) for one in obj[key]) for key in TOLD}
    fields["terms"] = tuple(Term(**{**one, "statements": tuple(one["statements"])}) for one in obj["terms"])
    fields["violations"] = tuple(_violation_in(one) for one in obj["violations"])
    return Truce(**fields)


def _voice(it: Voice) -> Json:
    obj: Json = {"value": it.value, "said_by": list(it.said_by), "statement": it.statement}
    return obj | {"figure": it.figure, "document": it.document}


def _voice_in(obj: Json) -> Voice:
    return Voice(obj["statement"], obj["document"], obj["value"], tuple(obj["said_by"]), obj["figure"])


def _position(it: Position) -> Json:
    obj: Json = {"value": it.value, "low": whole(it.low), "high": whole(it.high), "edtf": it.edtf}
    obj |= {"entity": it.entity, "independent_sources": it.independent_sources}
    return obj | {"voices": [_voice(one) for one in it.voices]}


def _position_in(obj: Json) -> Position:
    return Position(**{**obj, "voices": tuple(_voice_in(one) for one in obj["voices"])})


def _told(it: Told) -> Json:
    return {"value": it.value, "entity": it.entity, "statements": list(it.statements)}


def _told_in(obj: Json) -> Told:
    return Told(obj["value"], tuple(obj["statements"]), obj["entity"])


def _term(it: Term, text: bool) -> Json:
    obj: Json = {"kind": it.kind, "state": it.state, "by": it.by, "statements": list(it.statements)}
    return obj | ({"words": it.words} if text else {})


def _violation(it: Violation) -> Json:
    obj: Json = {"what": it.what, "by": it.by, "entity": it.entity, "when": it.when}
    obj |= {"alleged_by": list(it.alleged_by), "denied_by": list(it.denied_by)}
    return obj | {"statements": list(it.statements)}


def _violation_in(obj: Json) -> Violation:
    many = ("alleged_by", "denied_by", "statements")
    return Violation(**{**obj, **{key: tuple(obj[key]) for key in many}})
