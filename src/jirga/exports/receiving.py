"""The lines of a record's file, taken one by one, each checked by itself and by what stands before it."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from jirga.as_json import (
    decision_from_json,
    decision_to_json,
    document_from_json,
    reading_from_json,
    stamped,
    statement_from_json,
    to_json,
)
from jirga.errors import UsageError
from jirga.exports.checking import check_codes, check_decision, check_evidence
from jirga.exports.container import COUNTED, VERSION
from jirga.exports.types import check_types
from jirga.model import MEANING_WIDTH, Decision, Document, Statement

if TYPE_CHECKING:
    from jirga.store import Kept, WholeDocument

Json = dict[str, Any]

#: What to do about a file that is no record's.
OTHER_FILE = "name a file that jirga export --what record wrote"


class DamageError(ValueError):
    """A line that is not what it should be."""


@dataclass(slots=True)
class _Part:
    """A document as far as it has been read."""

    document: Document
    texts: dict[str, Document]
    readings: list[tuple[Kept, list[Statement]]] = field(default_factory=list)
    #: By the ids of statements, which stand in the file once, whatever the reading.
    meanings: dict[str, bytes] = field(default_factory=dict)

    def whole(self) -> WholeDocument:
        from jirga.store import WholeDocument

        older = tuple(one for one in self.texts.values() if one is not self.document)
        return WholeDocument(
            self.document,
            older,
            tuple(
                replace(kept, statements=tuple(said), meanings=self.meanings) for kept, said in self.readings
            ),
        )


@dataclass(slots=True)
class Receiver:
    """Takes one line after the other; knows where in the file it is."""

    ended: bool = False
    part: _Part | None = None
    counts: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)

    def line(self, obj: Json, *, first: bool) -> Iterable[WholeDocument | Decision]:
        """Take a line; returns what it shows to be whole: the document before it, a decision, or nothing."""
        if first:
            _check_head(obj)
            return ()
        if self.ended:
            raise DamageError("it stands behind the end")
        kind = next(iter(obj), "")
        if kind == "end":
            return self._end(obj)
        if kind not in COUNTED:
            raise DamageError(f"it is none of {', '.join(COUNTED)} and end")
        self.counts[COUNTED[kind]] += 1
        if kind == "document":
            return self._document(obj)
        if kind == "decision":
            return self._decision(obj)
        if self.part is None:
            raise DamageError(f"a {kind} stands where there is no document above it")
        {"text": self._text, "reading": self._reading, "statement": self._statement}[kind](self.part, obj)
        return ()

    def _document(self, obj: Json) -> Iterable[WholeDocument]:
        if self.counts[COUNTED["decision"]]:
            raise DamageError("a document stands behind a decision")
        document = document_from_json(_only(obj, "document"))
        check_types(document)
        _check_same(to_json(document), obj["document"])
        if hashlib.sha256(document.text.encode()).hexdigest() != document.text_hash:
            raise DamageError("its text is not the one that its text_hash names")
        self._new(document.id)
        return self._finished(_Part(document, {document.text_version: document}))

    def _decision(self, obj: Json) -> Iterable[WholeDocument | Decision]:
        from jirga.store import mistakes

        decision = decision_from_json(_only(obj, "decision"))
        check_types(decision)
        check_decision(decision)
        _check_same(decision_to_json(decision), obj["decision"])
        if stamped(decision, decision.at).id != decision.id:
            raise DamageError("its id is not that of what it says")
        if wrong := list(mistakes(decision)):
            raise DamageError("; ".join(wrong))
        self._new(decision.id)
        return (*self._finished(None), decision)

    def _text(self, part: _Part, obj: Json) -> None:
        given = _only(obj, "text")
        older = replace(part.document, text=given["text"], text_version=given["text_version"])
        check_types(older)
        if set(given) != {"document", "text_version", "text"} or given["document"] != part.document.id:
            raise DamageError("it is no text of the document above")
        if older.text_version in part.texts:
            raise DamageError(f"the document above has a text of version {older.text_version} already")
        part.texts[older.text_version] = older

    def _reading(self, part: _Part, obj: Json) -> None:
        from jirga.store import Kept

        reading = reading_from_json(_only(obj, "reading", "current", "published"))
        current, published = obj["current"], obj["published"]
        check_types(reading)
        _check_same(to_json(reading), obj["reading"])
        if published is not None:
            check_types(replace(part.document, published=published))
        if reading.document != part.document.id or reading.text_version not in part.texts:
            raise DamageError("it is no reading of the document above")
        if type(current) is not bool or (current and any(one.current for one, _ in part.readings)):
            raise DamageError("a document has one current reading at most: true for it, false for others")
        self._new(reading.id)
        part.readings.append((Kept(reading, current, published, ()), []))

    def _statement(self, part: _Part, obj: Json) -> None:
        meaning = _meaning(obj.pop("meaning")) if "meaning" in obj else None
        statement = statement_from_json(_only(obj, "statement"))
        check_types(statement)
        check_codes(statement)
        _check_same(to_json(statement), obj["statement"])
        if not part.readings:
            raise DamageError("it stands where there is no reading above it")
        reading, statements = part.readings[-1][0].reading, part.readings[-1][1]
        if (statement.document, statement.reading) != (part.document.id, reading.id):
            raise DamageError("it is no statement of the reading above")
        check_evidence(statement, part.texts[reading.text_version].text)
        self._new(statement.id)
        statements.append(statement)
        if meaning is not None:
            part.meanings[statement.id] = meaning

    def _end(self, obj: Json) -> Iterable[WholeDocument]:
        counted = {plural: self.counts[plural] for plural in COUNTED.values()}
        if obj["end"] != counted or set(obj) != {"end"}:
            told = ", ".join(f"{number:,} {name}" for name, number in counted.items())
            raise DamageError(f"the end counts otherwise than what stands before it ({told})")
        self.ended = True
        return self._finished(None)

    def _finished(self, then: _Part | None) -> Iterable[WholeDocument]:
        before, self.part = self.part, then
        return () if before is None else (before.whole(),)

    def _new(self, identifier: str) -> None:
        if not identifier or identifier in self.ids:
            raise DamageError(f"the id {identifier} stands twice" if identifier else "the id is empty")
        self.ids.add(identifier)


def _check_head(obj: Json) -> None:
    if obj.get("jirga") != "record":
        raise UsageError("it is no export of a record", next_step=OTHER_FILE)
    if obj.get("version") != VERSION or set(obj) != {"jirga", "version", "text"}:
        raise UsageError(
            f"it is of form {obj.get('version')}, and this Jirga knows {VERSION}",
            next_step="install a newer Jirga",
        )
    if obj["text"] is not True:
        raise UsageError(
            "it was exported with --no-text, and without the words of its documents no record can be made",
            next_step="export it again without --no-text",
        )


def _meaning(told: Any) -> bytes:
    """The vector of a trigger, as base64 has it."""
    vector = b64decode(told, validate=True) if isinstance(told, str) else b""
    if len(vector) != MEANING_WIDTH:
        raise DamageError(f"a meaning is {MEANING_WIDTH} numbers of a byte each, as base64")
    return vector


def _only(obj: Json, *keys: str) -> Json:
    if set(obj) != set(keys) or not isinstance(obj[keys[0]], dict):
        raise DamageError(f"a line of a {keys[0]} has {' and '.join(keys)}, and nothing else")
    found: Json = obj[keys[0]]
    return found


def _check_same(known: Json, given: Json) -> None:
    """Nothing may stand in the file beside what the noun holds."""
    if known != given:
        unknown = sorted(set(given) - set(known))
        more = f": {', '.join(unknown)}" if unknown else ""
        raise DamageError(f"it holds what this Jirga does not know{more}")
