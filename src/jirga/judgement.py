"""The verbs by which people judge a record; `jirga.record.Record` has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from jirga import merging, questions
from jirga.errors import UsageError
from jirga.model import Decision, Event
from jirga.questions import DecisionRow, Shown
from jirga.store import Query

if TYPE_CHECKING:
    from jirga.review import Decided, Session
    from jirga.store import Store


class Settings(TypedDict, total=False):
    """Fields of a statement that a person adds, written as `jirga decide ID set` takes them."""

    modes: str | None
    actor: str | None
    recipient: str | None
    when: str | None
    where: str | None
    figures: str | None
    said_by: str | None
    factuality: str | None
    since: str | None
    until: str | None


#: Statements, the weightiest, of which it is asked whether they tell of the same as others.
_ASKED = 100


class Judgement:
    """What people do to a record: review, decide, undo, correct, withdraw, add."""

    location: str

    @property
    def store(self) -> Store:
        """The store behind the record."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the record."""
        raise NotImplementedError

    def show(self, entry: str) -> Shown:
        """Return the entry with this id."""
        raise NotImplementedError

    def review(self, *, limit: int = 20, by: str | None = None, why: str = "") -> Session:
        """Return a sitting over the matters that a person should look at first, the weightiest first."""
        from jirga import review

        events = questions.events(self.store, Query(all=True))
        doubts = merging.doubtful(self.store, review.weighty(self.store, _ASKED))
        pairs = [review.Pair(one.one, one.other, one.probability, one.why) for one in doubts]
        items = review.queue(self.store, limit, events=events, pairs=pairs)
        return review.Session(items, self, review.whoever(by), why)

    def decide(
        self,
        entry: str | None = None,
        judgement: str | None = None,
        values: Sequence[str] = (),
        *,
        file: str | Path | None = None,
        only: bool = False,
        by: str | None = None,
        why: str = "",
    ) -> Decided:
        """Judge a statement, or the statements of an event: accept, reject, set, same, apart, split.

        What copies of its document say again is judged with it, unless `only` this one is meant.

        `values` are settings such as `type=RETREAT` for `set`, the other entry for `same` and `apart`.
        Instead `file` takes in the decisions of a file that `export(what="decisions")` wrote; those that the
        record has add nothing. Raises UsageError, MistakesError telling every wrong value, NotFoundError.
        """
        from jirga import review

        if file is not None:
            if entry is not None:
                raise UsageError("a file holds its own decisions", next_step="name a file or an entry")
            return self._decided(lambda _: review.decisions_in(file))
        judge = review.judgement(judgement, values)
        ones, others = self._told_by(entry or ""), self._others(entry or "", judgement, values)
        if judgement in ("accept", "reject", "set") and not only and len(ones) == 1:
            ones = (*ones, *review.told_again(self.store, ones[0]))
        return self._decided(lambda store: judge(store, ones, others, by=review.whoever(by), why=why))

    def undo(self, decision: str | None = None, *, by: str | None = None, why: str = "") -> Decided:
        """Undo a decision, by default the last act that is not undone; the undoing can be undone, too."""
        from jirga import review

        return self._decided(lambda store: review.undo(store, decision, by=review.whoever(by), why=why))

    def correct(
        self,
        document: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        published: str | None = None,
        url: str | None = None,
        by: str | None = None,
        why: str = "",
    ) -> Decided:
        """Correct how a document is described; "unknown" empties a field. It stays so when it is read again.

        After a corrected date the document is read again from the text in the record, since relative dates
        ("on Tuesday") hang on it; so it is, too, where nothing is corrected and that is still to be done.
        """
        from jirga import review

        told = {"title": title, "publisher": publisher, "author": author, "published": published, "url": url}
        about = self.store.document_named(document).id
        return self._decided(
            lambda store: review.correct(store, about, told, by=review.whoever(by), why=why), about
        )

    def withdraw(self, document: str, *, by: str | None = None, why: str = "") -> Decided:
        """Take a document out of every list, and keep it; `undo` brings it back."""
        from jirga import review

        return self._decided(lambda store: review.withdraw(store, document, by=review.whoever(by), why=why))

    def add(
        self,
        document: str,
        *,
        quote: str,
        type: str,  # noqa: A002 (the option's name on the command line)
        trigger: str | None = None,
        by: str | None = None,
        why: str = "",
        **fields: Unpack[Settings],
    ) -> Decided:
        """Add an event or a relation that the words `quote` of a document tell, and the coder missed."""
        from jirga import review

        settings, who = review.settings(dict(fields)), review.whoever(by)
        words = partial(review.add, quote=quote, type_=type, settings=settings, trigger=trigger)
        return self._decided(lambda store: [words(store, document, by=who, why=why)])

    def decisions(
        self,
        *,
        document: str | None = None,
        by: str | None = None,
        all: bool = False,  # noqa: A002 (the option's name on the command line)
        limit: int | None = None,
    ) -> list[DecisionRow]:
        """Return what people decided, by time; with `all` what was undone and the undoing, too."""
        found = questions.decisions(self.store, document=document, by=by, everything=all)
        return list(islice(found, limit))

    def _decided(self, make: Callable[[Store], Sequence[Decision]], *also: str) -> Decided:
        """Let decisions be made, taken, and followed by all that hangs on them."""
        from jirga import reading, review
        from jirga.store import Store

        self.store  # noqa: B018 (a record that is not there is told, and not made)
        self.close()
        with Store.open(self.location, writing=True) as store:
            made = store.decide(make(store))
            about = {one.document for decision in made for one in decision.anchors} | set(also)
            due = about & set(store.to_read_again())
            merging.update(store)
        again = reading.read_again(self.location, sorted(due)) if due else reading.Again()
        return review.Decided(made, again.report.seen, again.left, again.report.problems)

    def _told_by(self, entry: str) -> tuple[str, ...]:
        """The statements of an event, or the one statement that an entry is."""
        return tuple(self._event(entry).statements) if entry.startswith("ev_") else (entry,)

    def _others(self, entry: str, judgement: str | None, values: Sequence[str]) -> tuple[str, ...]:
        """The statements that others are judged against: those named, or the rest of the event."""
        if judgement in ("same", "apart"):
            return tuple(one for value in values for one in self._told_by(value))
        if judgement != "split":
            return ()
        whole = self.store.statement(entry).id
        events = questions.events(self.store, Query(all=True), copies=False)
        return tuple(
            one for event in events if whole in event.statements for one in event.statements if one != whole
        )

    def _event(self, entry: str) -> Event:
        found = self.show(entry).subject
        if not isinstance(found, Event):
            raise UsageError(f"{entry} is no event", next_step="take an id from jirga events")
        return found
