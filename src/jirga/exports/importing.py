"""A record put in from the file that `export --what record` wrote: all of it, or nothing.

The file is somebody's, and believed in nothing: it is read through once, every line checked (the types of
all fields, each quote against its text, what belongs to what, the counts at the end), before the record is
touched, and then put in in one transaction.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from jirga.as_json import (
    decision_from_json,
    decision_to_json,
    document_from_json,
    reading_from_json,
    stamped,
    statement_from_json,
    to_json,
)
from jirga.errors import JirgaError, RecordError, UsageError
from jirga.exports.checking import check_codes, check_decision, check_evidence
from jirga.exports.container import COUNTED, VERSION
from jirga.exports.types import check_types
from jirga.model import Decision, Document, Statement

if TYPE_CHECKING:
    from jirga.store import Kept, Loaded, Store, WholeDocument

Json = dict[str, Any]

#: Bytes of one line at most: a document's text stands in one, some 50 KB as a rule.
LONGEST_LINE = 256 * 2**20

_WHOLE_FILE = "get the file whole again: jirga export --what record -o FILE"
_OTHER_FILE = "name a file that jirga export --what record wrote"


class _DamageError(ValueError):
    """A line that is not what it should be."""


def load(path: str | Path, opened: Callable[[], Store]) -> Loaded:
    """Put a file (`-`: standard input) into the record that `opened` opens; returns what was new.

    Raises UsageError for another kind of file or one without its text, JirgaError naming the line of a
    damaged one, RecordError where the record cannot be written; in each case the record is as it was.
    """
    name = "standard input" if str(path) == "-" else str(path)
    with _seekable(path) as file:
        for _ in parts(file, name):
            pass
        file.seek(0)
        with opened() as store:
            return _put_in(store, file, name)


def _put_in(store: Store, file: BinaryIO, name: str) -> Loaded:
    from sqlalchemy.exc import IntegrityError

    try:
        return store.load(parts(file, name))
    except RecordError as error:
        if isinstance(error.__cause__, IntegrityError):
            raise JirgaError(
                "an id in it belongs to something else in this record",
                document=name,
                stage="import",
                next_step="import it into a new record, with --record",
            ) from error
        raise


@contextlib.contextmanager
def _seekable(path: str | Path) -> Iterator[BinaryIO]:
    """Open the file; standard input is first copied to a place from which it can be read twice."""
    if str(path) == "-":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            copy.seek(0)
            yield copy
        return
    try:
        with Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}", stage="import", next_step=_OTHER_FILE
        ) from error


def parts(file: BinaryIO, name: str) -> Iterator[WholeDocument | Decision]:
    """Yield the documents of the file, whole and checked, and its decisions; UsageError or JirgaError."""
    reader = _Reader()
    number = 0
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
        try:
            done = reader.line(_parsed(line), first=number == 1)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise _damaged(error, f"{name}:{number}") from error
        except UsageError as error:
            raise UsageError(error.what, document=name, stage="import", next_step=error.next_step) from error
        yield from done
    if not reader.ended:
        raise JirgaError(
            f"it ends after line {number}, without the end that every export has: it was cut off",
            document=name,
            stage="import",
            next_step=_WHOLE_FILE,
        )


def _damaged(error: Exception, where: str) -> JirgaError:
    if isinstance(error, KeyError):
        what = f"{error.args[0]} is missing"
    elif isinstance(error, RecursionError):
        what = "it is nested too deeply"
    elif isinstance(error, ValueError):
        what = str(error)
    else:
        what = "it does not have the form of a line of a record"
    return JirgaError(what, document=where, stage="import", next_step=f"nothing was written; {_WHOLE_FILE}")


def _parsed(line: bytes) -> Json:
    if len(line) >= LONGEST_LINE:
        raise _DamageError(f"it is longer than {LONGEST_LINE:,} bytes")
    try:
        obj = json.loads(line.decode(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _DamageError("it is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise _DamageError(f"it is no JSON ({error.msg}, character {error.pos + 1})") from error
    except _DamageError:
        raise
    except ValueError as error:  # Python bounds the digits of a number
        raise _DamageError("it holds a number of too many digits") from error
    if not isinstance(obj, dict):
        raise _DamageError("it is no JSON object")
    return obj


def _no_number(name: str) -> float:
    raise _DamageError(f"{name} is no number")


@dataclass(slots=True)
class _Part:
    """A document as far as it has been read."""

    document: Document
    texts: dict[str, Document]
    readings: list[tuple[Kept, list[Statement]]] = field(default_factory=list)

    def whole(self) -> WholeDocument:
        from jirga.store import WholeDocument

        older = tuple(one for one in self.texts.values() if one is not self.document)
        return WholeDocument(
            self.document,
            older,
            tuple(replace(kept, statements=tuple(said)) for kept, said in self.readings),
        )


@dataclass(slots=True)
class _Reader:
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
            raise _DamageError("it stands behind the end")
        kind = next(iter(obj), "")
        if kind == "end":
            return self._end(obj)
        if kind not in COUNTED:
            raise _DamageError(f"it is none of {', '.join(COUNTED)} and end")
        self.counts[COUNTED[kind]] += 1
        if kind == "document":
            return self._document(obj)
        if kind == "decision":
            return self._decision(obj)
        if self.part is None:
            raise _DamageError(f"a {kind} stands where there is no document above it")
        {"text": self._text, "reading": self._reading, "statement": self._statement}[kind](self.part, obj)
        return ()

    def _document(self, obj: Json) -> Iterable[WholeDocument]:
        if self.counts[COUNTED["decision"]]:
            raise _DamageError("a document stands behind a decision")
        document = document_from_json(_only(obj, "document"))
        check_types(document)
        _check_same(to_json(document), obj["document"])
        if hashlib.sha256(document.text.encode()).hexdigest() != document.text_hash:
            raise _DamageError("its text is not the one that its text_hash names")
        self._new(document.id)
        return self._finished(_Part(document, {document.text_version: document}))

    def _decision(self, obj: Json) -> Iterable[WholeDocument | Decision]:
        decision = decision_from_json(_only(obj, "decision"))
        check_types(decision)
        check_decision(decision)
        _check_same(decision_to_json(decision), obj["decision"])
        if stamped(decision, decision.at).id != decision.id:
            raise _DamageError("its id is not that of what it says")
        self._new(decision.id)
        return (*self._finished(None), decision)

    def _text(self, part: _Part, obj: Json) -> None:
        given = _only(obj, "text")
        older = replace(part.document, text=given["text"], text_version=given["text_version"])
        check_types(older)
        if set(given) != {"document", "text_version", "text"} or given["document"] != part.document.id:
            raise _DamageError("it is no text of the document above")
        if older.text_version in part.texts:
            raise _DamageError(f"the document above has a text of version {older.text_version} already")
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
            raise _DamageError("it is no reading of the document above")
        if type(current) is not bool or (current and any(one.current for one, _ in part.readings)):
            raise _DamageError("a document has one current reading at most: true for it, false for others")
        self._new(reading.id)
        part.readings.append((Kept(reading, current, published, ()), []))

    def _statement(self, part: _Part, obj: Json) -> None:
        statement = statement_from_json(_only(obj, "statement"))
        check_types(statement)
        check_codes(statement)
        _check_same(to_json(statement), obj["statement"])
        if not part.readings:
            raise _DamageError("it stands where there is no reading above it")
        reading, statements = part.readings[-1][0].reading, part.readings[-1][1]
        if (statement.document, statement.reading) != (part.document.id, reading.id):
            raise _DamageError("it is no statement of the reading above")
        check_evidence(statement, part.texts[reading.text_version].text)
        self._new(statement.id)
        statements.append(statement)

    def _end(self, obj: Json) -> Iterable[WholeDocument]:
        counted = {plural: self.counts[plural] for plural in COUNTED.values()}
        if obj["end"] != counted or set(obj) != {"end"}:
            told = ", ".join(f"{number:,} {name}" for name, number in counted.items())
            raise _DamageError(f"the end counts otherwise than what stands before it ({told})")
        self.ended = True
        return self._finished(None)

    def _finished(self, then: _Part | None) -> Iterable[WholeDocument]:
        before, self.part = self.part, then
        return () if before is None else (before.whole(),)

    def _new(self, identifier: str) -> None:
        if not identifier or identifier in self.ids:
            raise _DamageError(f"the id {identifier} stands twice" if identifier else "the id is empty")
        self.ids.add(identifier)


def _check_head(obj: Json) -> None:
    if obj.get("jirga") != "record":
        raise UsageError("it is no export of a record", next_step=_OTHER_FILE)
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


def _only(obj: Json, *keys: str) -> Json:
    if set(obj) != set(keys) or not isinstance(obj[keys[0]], dict):
        raise _DamageError(f"a line of a {keys[0]} has {' and '.join(keys)}, and nothing else")
    found: Json = obj[keys[0]]
    return found


def _check_same(known: Json, given: Json) -> None:
    """Nothing may stand in the file beside what the noun holds."""
    if known != given:
        unknown = sorted(set(given) - set(known))
        more = f": {', '.join(unknown)}" if unknown else ""
        raise _DamageError(f"it holds what this Jirga does not know{more}")
