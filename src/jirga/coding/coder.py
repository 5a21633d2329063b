"""The coder: Document → Statements, a pure function named by its reading.

Rules over parse and lexicon propose, a small learned model weighs; either is said where it decided. With
JIRGA_CODER=rules the rules stand alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jirga.coding.learned import model
from jirga.errors import JirgaError
from jirga.model import Document, Problem, Reading, ReadingStatus, Statement

if TYPE_CHECKING:
    from jirga.lexicon.own import OwnLexicon

#: Name and version of the rules; a change that may change a statement changes it.
RULES = "jirga-rules-12"


@dataclass(frozen=True, slots=True)
class Coded:
    """What one reading found: the reading, with its status and problems, and its statements in text order.

    `meanings` are the vectors of their triggers by id, as `jirga.coding.meanings` packs them, if any.
    """

    reading: Reading
    statements: tuple[Statement, ...] = ()
    meanings: Mapping[str, bytes] = field(default_factory=dict)


class Coder:
    """Codes documents over the parse and the lexicon; holds no state between documents."""

    def __init__(
        self, *, configuration: str = "", own: OwnLexicon | None = None, learned: bool | None = None
    ) -> None:
        """Name the coder; `configuration` and the user's `own` lexicon go into every reading's id.

        `learned` is whether the learned model has its say; by default it has, unless JIRGA_CODER is "rules".
        Raises JirgaError where its weights cannot be loaded.
        """
        from jirga.language.parse import DEFAULT_MODEL
        from jirga.lexicon import version

        wanted = os.environ.get("JIRGA_CODER") != "rules" if learned is None else learned
        self._model = model() if wanted else None
        self.name = f"{RULES}+{self._model.version}" if self._model is not None else RULES
        self.own = own
        self.lexicon = f"{version()}+{own.version}" if own else version()
        self.configuration = ";".join(
            filter(None, (f"model={os.environ.get('JIRGA_SPACY_MODEL') or DEFAULT_MODEL}", configuration))
        )

    def reading_id(self, document: Document) -> str:
        """Return the id of the reading that coding `document` now would make."""
        parts = (
            document.id,
            document.text_version,
            document.published or "",
            self.name,
            self.lexicon,
            self.configuration,
        )
        return "rd_" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]

    def code(self, document: Document) -> Coded:
        """Return the reading of `document` with its statements; a failure is a failed reading."""
        reading = Reading(
            id=self.reading_id(document),
            document=document.id,
            text_version=document.text_version,
            coder=self.name,
            lexicon=self.lexicon,
            configuration=self.configuration,
        )
        from jirga.lexicon.entities import using

        try:
            with using(self.own):
                return self._code(document, reading)
        except JirgaError as error:
            return _failed(reading, document, error.what, error.next_step)
        # Any fault of ours in one document must not stop the others: it becomes that document's problem.
        except Exception as error:  # noqa: BLE001
            what = f"a fault in Jirga while coding ({type(error).__name__}: {error})"
            return _failed(reading, document, what, "report it with this document; the others were read")

    def _code(self, document: Document, reading: Reading) -> Coded:
        from jirga.coding.meanings import meanings
        from jirga.coding.statements import statements
        from jirga.language import LANGUAGES, analyse

        if document.language not in LANGUAGES | {"und"}:  # too short to tell: read it as what most is
            what = f"its language is {document.language}, which Jirga does not read"
            return _failed(reading, document, what, "it is stored as unread; translate it, or leave it")
        analysis = analyse(document)
        scores = self._model.scores(analysis.doc) if self._model is not None else None
        found = statements(analysis, reading, scores)
        if self._model is not None:
            rates = self._model.kinds
            found = tuple(replace(s, confidence=rates[s.kind]) if s.kind in rates else s for s in found)
        status: ReadingStatus = "partial" if analysis.problems else "complete"
        vectors = meanings(analysis.doc, scores, found)
        return Coded(replace(reading, status=status, problems=analysis.problems), found, vectors)


def _failed(reading: Reading, document: Document, what: str, next_step: str) -> Coded:
    problem = Problem(document.source, "coding", what, next_step)
    return Coded(replace(reading, status="failed", problems=(problem,)))
