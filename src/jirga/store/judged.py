"""The part of the store that people's decisions go into and come out of."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection, select

from jirga.errors import RecordError
from jirga.model import Anchor, Constraints, Decision, Document, Statement
from jirga.store import deciding, naming, tables, targets
from jirga.store.anchors import anchor_of
from jirga.store.doubts import Doubt, doubts
from jirga.store.failures import told


class Judged:
    """What a record keeps of people's judgement; `Store` is one of these."""

    path: Path
    writing: bool

    def _transaction(self, *, immediate: bool = False) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def statement(self, statement_id: str) -> Statement:
        """Return one statement, of any reading."""
        raise NotImplementedError

    def document(self, document_id: str) -> Document:
        """Return one document, with what people have corrected of it."""
        raise NotImplementedError

    def decide(self, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        """Append decisions and apply them, all in one transaction; returns them as the record has them.

        Those without a time are made now, as one act, which has one time. One that the record has already
        adds nothing. Raises RecordError where the record cannot be written; then none is there.
        """
        if not self.writing:
            raise RecordError(f"the record {self.path} was opened for reading only", stage="deciding")
        with told(self.path), self._transaction(immediate=True) as connection:
            at = deciding.now(connection)
            made = tuple(deciding.append(connection, one, at) for one in decisions)
            deciding.apply(connection, (anchor.document for one in made for anchor in one.anchors))
            return made

    def decisions(self) -> list[tuple[Decision, bool]]:
        """Return every decision there is by time, each with whether it is live: not undone, and no undo."""
        with told(self.path), self._transaction() as connection:
            return deciding.every(connection)

    def decision(self, decision_id: str) -> Decision:
        """Return one decision; NotFoundError, or UsageError where the beginning of an id fits several."""
        with told(self.path), self._transaction() as connection:
            return deciding.named(connection, naming.full_id(connection, tables.decision, decision_id))

    def decisions_about(self, statement_id: str) -> list[Decision]:
        """Return the live decisions that mean a statement now, or hide it, by time."""
        with told(self.path), self._transaction() as connection:
            return deciding.about(connection, statement_id)

    def decisions_of(self, document_id: str) -> list[Decision]:
        """Return the live decisions about a document itself: corrections of it, its withdrawal."""
        with told(self.path), self._transaction() as connection:
            found = targets.live(deciding.of_document(connection, document_id))
            return [one for one in found if one.kind in targets.ABOUT_DOCUMENTS]

    def decided(self) -> set[str]:
        """Return the ids of the statements that a live decision means now."""
        with told(self.path), self._transaction() as connection:
            return deciding.decided(connection)

    def means(self, decision_id: str) -> list[str | None]:
        """Return the statements that a decision's anchors mean now, in order; None for none."""
        anchor = tables.decision_anchor.c
        with told(self.path), self._transaction() as connection:
            found = select(anchor.statement).where(anchor.decision == decision_id).order_by(anchor.position)
            return list(connection.scalars(found))

    def doubts(self) -> list[Doubt]:
        """Return the statements by the coder that the lists show and nobody has decided on."""
        with told(self.path), self._transaction() as connection:
            return list(doubts(connection))

    def lost(self) -> list[tuple[Decision, int]]:
        """Return live decisions that no longer find what they mean, each with the position of that anchor."""
        with told(self.path), self._transaction() as connection:
            return deciding.lost(connection)

    def anchor(self, statement_id: str) -> Anchor:
        """Return the anchor of a statement; one by people has that of the decision it began with."""
        table = tables.statement.c
        statement = self.statement(statement_id)
        with told(self.path), self._transaction() as connection:
            begun = connection.scalar(select(table.decided).where(table.id == statement.id))
            version = connection.scalar(
                select(tables.reading.c.text_version).where(tables.reading.c.id == statement.reading)
            )
            if begun:
                return deciding.named(connection, begun).anchors[0]
            return anchor_of(statement, str(version))

    def anchor_for(self, statement: Statement, text_version: str) -> Anchor:
        """Return the anchor of a statement that the record does not have yet, told by this text."""
        return anchor_of(statement, text_version)

    def shown_as(self, statement_id: str) -> str | None:
        """Return the id of the statement that stands in the lists for this one: itself, or one by people.

        None where a decision hides it, or its reading is no longer current.
        """
        with told(self.path), self._transaction() as connection:
            return deciding.shown_as(connection, statement_id)

    def constraints(self) -> Constraints:
        """Return what people have judged of pairs of current statements: the same happening, or not."""
        with told(self.path), self._transaction() as connection:
            return deciding.constraints(connection)

    def corrected(self, document: Document) -> Document:
        """Return a document, as its file has it, with what people have corrected of its description."""
        with told(self.path), self._transaction() as connection:
            return deciding.corrected(connection, document)

    def as_read(self, document_id: str) -> Document:
        """Return a document as its file has it, without what people have corrected of its description."""
        document = self.document(document_id)
        with told(self.path), self._transaction() as connection:
            return deciding.as_read(connection, document)

    def to_read_again(self) -> list[str]:
        """Return the ids of documents whose statements reckon from another date than they now have."""
        with told(self.path), self._transaction() as connection:
            return deciding.to_read_again(connection)

    def sources(self) -> dict[str, str]:
        """Return the names by which the user knows the documents, withdrawn ones among them, by their ids."""
        table = tables.document.c
        with told(self.path), self._transaction() as connection:
            return {row.id: row.source for row in connection.execute(select(table.id, table.source))}

    def withdrawn(self) -> dict[str, str]:
        """Return the ids of withdrawn documents, each with the decision that withdrew it."""
        table = tables.document.c
        with told(self.path), self._transaction() as connection:
            found = connection.execute(
                select(table.id, table.withdrawn_by).where(table.withdrawn_by.is_not(None))
            )
            return {row.id: row.withdrawn_by for row in found}
