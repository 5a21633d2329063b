"""The Python API: a record and its verbs, the same as on the command line.

with jirga.open("jirga.db") as record:
    record.read(["reports/"])
    record.timeline(entity="ttp", since="2021-11", until="2022-06")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Self, TypedDict, TypeVar, Unpack, overload

from jirga import __version__, exports, questions
from jirga.as_json import to_json
from jirga.errors import UsageError
from jirga.judgement import Judgement
from jirga.model import Contest, Event, Statement, Truce
from jirga.questions import (
    ClaimRow,
    DocumentRow,
    EntityRow,
    Entry,
    QuantityRow,
    RelationChange,
    RelationRow,
    Shown,
    Table,
)
from jirga.store import Query

if TYPE_CHECKING:
    from jirga.comparing import Comparison
    from jirga.exports import Written
    from jirga.reading import Progress, Report
    from jirga.store import Hit, Loaded, Store

T = TypeVar("T")
Json = dict[str, Any]

#: How a table of counts is asked for where nothing is said: event data's usual panel.
USUAL_AXES = ("dyad", "month", "type")


class Filters(TypedDict, total=False):
    """What narrows a list; all that are given must hold. See `jirga.store.Query` for what each may hold.

    `kind` is one or several kinds of statement, by commas; `all` adds what is denied, demanded, feared,
    conditional and the like; `limit` is the most entries to give.
    """

    entity: str | None
    type: str | None
    kind: str | None
    since: str | None
    until: str | None
    place: str | None
    document: str | None
    said_by: str | None
    publisher: str | None
    all: bool
    limit: int | None


class Record(Judgement):
    """A record at a place, opened for reading when first asked; a context manager that closes it."""

    def __init__(self, location: str | Path = "jirga.db") -> None:
        """Name the record, a file or a URL; nothing is opened yet."""
        self.location = str(location)
        self._store: Store | None = None

    def __enter__(self) -> Self:
        """Return the record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close the database; the next question opens it again."""
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def store(self) -> Store:
        """The store behind the record; raises RecordError where it cannot be opened."""
        if self._store is None:
            from jirga.store import Store

            self._store = Store.open(self.location)
        return self._store

    # --- the verbs --------------------------------------------------------------------------------------

    def read(
        self,
        paths: Sequence[str | Path],
        *,
        jobs: int | None = None,
        progress: Progress | None = None,
        lexicon: str | Path | None = None,
    ) -> Report:
        """Read files, folders or `-` (standard input) into the record; returns what was read, new and failed.

        A document that fails is told in the report and does not stop the others. `jobs` processes code side
        by side; `progress` is told as documents are finished. The record is made where there is none.
        `lexicon` is a table of your own entities, read before Jirga's; MistakesError tells all its mistakes
        before anything is read.
        """
        from jirga import reading
        from jirga.lexicon.own import read_own

        coder = partial(reading.usual_coder, read_own(lexicon)) if lexicon else reading.usual_coder
        self.close()
        return reading.read(self.location, paths, jobs=jobs, progress=progress, coder=coder)

    def timeline(self, *, copies: bool = False, **filters: Unpack[Filters]) -> list[Entry]:
        """Return what happened, by date, each statement with its document; what has no date comes last.

        What copies of a document say again stands in `Entry.also`; `copies` gives it entries of its own.
        """
        return _first(questions.timeline(self.store, query(filters), copies=copies), filters)

    def events(self, *, copies: bool = False, **filters: Unpack[Filters]) -> list[Event]:
        """Return the events; what copies of a document tell is one, unless `copies` asks for each."""
        return _first(questions.events(self.store, query(filters), copies=copies), filters)

    def statements(self, **filters: Unpack[Filters]) -> list[Statement]:
        """Return the statements."""
        return _first(questions.statements(self.store, query(filters)), filters)

    def entities(self, **filters: Unpack[Filters]) -> list[EntityRow]:
        """Return who takes part, those with most statements first."""
        return _first(questions.entities(self.store, query(filters)), filters)

    @overload
    def relations(
        self, *, changes: Literal[False] = ..., **filters: Unpack[Filters]
    ) -> list[RelationRow]: ...

    @overload
    def relations(self, *, changes: Literal[True], **filters: Unpack[Filters]) -> list[RelationChange]: ...

    def relations(
        self, *, changes: bool = False, **filters: Unpack[Filters]
    ) -> list[RelationRow] | list[RelationChange]:
        """Return the relations told between pairs, with every date told for them and who says or denies it.

        With `changes` return their onsets and ends, by date.
        """
        if changes:
            return _first(questions.relation_changes(self.store, query(filters)), filters)
        return _first(questions.relations(self.store, query(filters)), filters)

    def truces(self, **filters: Unpack[Filters]) -> list[Truce]:
        """Return the truces, by date, each field with its statements; `all` adds mere offers."""
        return _first(questions.truces(self.store, query(filters)), filters)

    def contests(self, *, about: str | None = None, **filters: Unpack[Filters]) -> list[Contest]:
        """Return where what is told differs, every position with its speakers, most sources first.

        `about` is one or several (by commas) of how many, who, whether, when; `all` adds what was corrected
        and figures that differ for a reason.
        """
        return _first(questions.contests(self.store, query(filters), about=about), filters)

    def claims(self, *, copies: bool = False, **filters: Unpack[Filters]) -> list[ClaimRow]:
        """Return what is argued, and by whom; the same in copies once, unless `copies` asks for each."""
        return _first(questions.claims(self.store, query(filters), copies=copies), filters)

    def quantities(self, *, copies: bool = False, **filters: Unpack[Filters]) -> list[QuantityRow]:
        """Return every figure, with who gives it; those of copies once, unless `copies` asks for each."""
        return _first(questions.quantities(self.store, query(filters), copies=copies), filters)

    def documents(self, **filters: Unpack[Filters]) -> list[DocumentRow]:
        """Return the documents read."""
        return _first(questions.documents(self.store, query(filters)), filters)

    def counts(
        self, by: Sequence[str] = USUAL_AXES, *, copies: bool = False, **filters: Unpack[Filters]
    ) -> Table:
        """Return the table of events by the axes in `by`, zeros included (see `codebook`).

        A report counts once however often it was printed, unless `copies` counts each copy's too.
        """
        if filters.get("all"):
            raise UsageError(
                "a table counts only what happened according to someone",
                next_step="count without --all, and look at the rest with jirga timeline --all",
            )
        asked = query(filters)
        events = questions.events(self.store, asked, copies=copies)
        return questions.count(events, by, types=asked.types, since=asked.since, until=asked.until)

    def codebook(self, table: Table, *, copies: bool = False, **filters: Unpack[Filters]) -> str:
        """Return the codebook of a table that `counts` gave under the same filters, as Markdown."""
        asked = [f"asked with {name.replace('_', '-')}: {value}" for name, value in filters.items() if value]
        return questions.codebook(
            table, asked=asked, readings=self.store.readings().values(), version=__version__, copies=copies
        )

    def compare(
        self,
        file: str | Path,
        *,
        since: str | None = None,
        until: str | None = None,
        country: str | None = None,
        days: int = 2,
        km: float = 50.0,
        told_within: int = 3,
    ) -> Comparison:
        """Line the events up with a table that somebody else coded: UCDP GED, or one laid out as ACLED's.

        `since` and `until` (a year, month or day) and `country` (alpha-3 codes, by commas) bound both. `days`
        and `km` are how far apart an event and its row may be; an event without a date is lined up with what
        happened up to `told_within` days before it was first reported (below 0: not at all). One `country`
        is also that of a table which has no column for it. UsageError where the file is no such table.
        """
        from jirga import comparing

        asked = query({"since": since, "until": until})
        countries = [one.strip().upper() for one in (country or "").split(",") if one.strip()]
        return comparing.compare(
            comparing.read(file, country=countries[0] if len(countries) == 1 else None),
            questions.reported(self.store),
            settings=comparing.Settings(days, km, told_within),
            since=asked.first_day,
            until=asked.last_day,
            countries=countries,
        )

    def show(self, entry: str) -> Shown:
        """Return the entry with this id (or enough of its beginning) with its evidence."""
        return questions.show(self.store, entry)

    def search(self, words: str, limit: int | None = None) -> list[Hit]:
        """Return the sentences that hold all of `words`, best first."""
        return list(questions.search(self.store, words, limit))

    def export(
        self,
        output: str | Path | BinaryIO | None = None,
        *,
        format: str = "jsonl",  # noqa: A002 (the option's name on the command line)
        what: str | None = None,
        text: bool = True,
        copies: bool = False,
        **filters: Unpack[Filters],
    ) -> Written:
        """Write the list `what` in `format` to a file (None or `-`: standard output).

        Returns how many rows were written and, in words, what was not. Without `what` a format writes its
        usual list; `all` is every list (in a format that can hold several), `record` the record itself, for
        `import_`. A file appears whole or not at all. `text=False` leaves out the words of the documents.
        `copies` gives each copy's events and quantities rows of their own.
        """
        form, what = exports.format_named(format, what)

        def rows(what: str) -> Iterator[Json]:
            return self.objects(what, text=text, cite=format == "plover", copies=copies, **filters)

        def statement(identifier: str) -> Json:
            return to_json(self.store.statement(identifier), text=text)

        asked = exports.Asked(what, rows, statement, text)
        if output is None or isinstance(output, str | Path):
            with exports.target(output, binary=form.binary) as out:
                return form.write(asked, out)
        return form.write(asked, output)

    def import_(self, file: str | Path) -> Loaded:
        """Put in what `export(what="record")` wrote to a file (`-`: standard input); returns what was new.

        All of it comes in, or nothing: a file that is damaged, incomplete or without its text is refused with
        the line where. What the record has already stays as it is.
        """
        from jirga.exports import importing
        from jirga.store import Store

        self.close()
        return importing.load(file, partial(Store.open, self.location, writing=True))

    # --- as JSON ----------------------------------------------------------------------------------------

    def objects(
        self,
        what: str,
        *,
        text: bool = True,
        cite: bool = False,
        copies: bool = False,
        **filters: Unpack[Filters],
    ) -> Iterator[Json]:
        """Yield the list `what` as the JSON objects of record.md, one by one.

        `cite` adds `document_details`, the document without its text, to each statement.
        """
        asked, store = query(filters), self.store
        if what == exports.RECORD:
            yield from exports.container.lines(store, asked, text=text, limit=filters.get("limit"))
            return
        if what not in questions.LISTS:
            raise UsageError(
                f"no list is called {what}", next_step=f"choose among {', '.join(questions.LISTS)}"
            )
        document = questions.documents_of(store)
        for row in islice(questions.LISTS[what](store, asked, copies), filters.get("limit")):
            obj = as_json(row, text=text)
            if cite and isinstance(row, Statement):
                obj["document_details"] = to_json(document(row.document), text=False)
            yield obj


def query(filters: Filters) -> Query:
    """Return the store's query for these filters; raises UsageError telling every mistake."""
    given: dict[str, Any] = {name: value for name, value in filters.items() if name not in ("kind", "limit")}
    kinds = tuple(one.strip() for one in (filters.get("kind") or "").split(",") if one.strip())
    limit = filters.get("limit")
    if limit is not None and limit < 0:
        raise UsageError(f"limit: {limit} is below zero", next_step="give 0 or more")
    return Query(kinds=kinds, **given)


def as_json(row: Any, *, text: bool = True) -> Json:
    """Return a row of any list as its JSON object."""
    if isinstance(row, Statement | Event | Contest | Truce):
        return to_json(row, text=text)
    if isinstance(row, Entry):
        also = questions.also_in(one.statement for one in row.also)
        event = {"event_id": row.event.id} if row.event else {}
        return to_json(row.statement, text=text) | event | {"also_in": also}
    obj: Json = row.to_json(text=text)
    return obj


def _first(rows: Iterable[T], filters: Filters) -> list[T]:
    return list(islice(rows, filters.get("limit")))
