"""What was decided, told in lines: for the verbs that decide, and for lists and entries."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.text import Text

from jirga.cli.screen import Screen, clean, plural, short

if TYPE_CHECKING:
    from jirga.model import Decision
    from jirga.questions import DecisionRow
    from jirga.record import Record
    from jirga.review import Decided

#: What a decision did, by its kind, before what it did it to.
_DID = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "add": "added",
    "same": "judged one happening",
    "merge": "judged one happening",
    "apart": "kept apart",
    "split": "kept apart",
    "correct": "corrected",
    "withdraw": "withdrawn",
    "undo": "undone",
}


#: Where no other decisions are at hand.
NONE_KNOWN: Mapping[str, DecisionRow] = MappingProxyType({})

#: What stands behind the file of a document that is a row of a table.
_ROW = re.compile(r":\d+\Z")


def tell(screen: Screen, decided: Decided, record: Record) -> None:
    """Print what came of deciding, and how to take it back; an undo names what it took back."""
    known = {row.decision.id: row for row in record.decisions(all=True)} if decided.decisions else {}
    outcome(screen, decided, known)
    if not decided.decisions and not decided.read_again:
        screen.note("Nothing changed: the record has this already.")
    elif decided.decisions:
        screen.note("To take it back: jirga undo")


def outcome(screen: Screen, decided: Decided, known: Mapping[str, DecisionRow] = NONE_KNOWN) -> None:
    """Print a line for each decision, and what was read again for its date, or could not be."""
    for one in decided.decisions:
        screen.line(line(one, known))
    if decided.read_again:
        again = plural(decided.read_again, "document")
        screen.line(f"{again} read again for the date; relative dates are reckoned from it now.")
    for problem in decided.problems:
        screen.note(problem.line())
    for source in decided.left:
        file = _ROW.sub("", clean(source))
        screen.note(
            f"{source}: it was read by another coder, or with a lexicon of yours; its relative dates "
            f"are still those of before. Next: read it again in the same way: jirga read {file}"
        )


def line(decision: Decision, known: Mapping[str, DecisionRow] = NONE_KNOWN) -> Text:
    """Return a decision as one line: what it did, to which words, its id.

    `known` are decisions by their ids: of those an undo tells what it took back, and an act on a document
    which one it was.
    """
    told = Text(_DID[decision.kind].capitalize(), style="bold")
    row, undone = known.get(decision.id), known.get(decision.undoes or "")
    taken = " ".join((undone.decision.kind, changed(undone.decision))).strip() if undone else ""
    words = about(decision) or (", ".join(row.sources) if row else "")
    because = f"because {decision.why}" if decision.why else ""
    for part in (taken, words, changed(decision), because):
        if part:
            told.append(f" · {clean(part)}")
    return told.append(f" · {short(decision.id)}", style="dim")


def about(decision: Decision) -> str:
    """Return the words that a decision is about; empty where it is about a document."""
    words = [f"“{one.trigger.quote}”" for one in decision.anchors if one.trigger]
    return ", ".join(words[:3]) + (" …" if len(words) > 3 else "")


def changed(decision: Decision) -> str:
    """Return the fields that a decision sets, with their values in short."""
    return "; ".join(f"{name}: {_short(json.loads(value))}" for name, value in decision.changes)


def _short(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_short(one) for one in value) or "none"
    if isinstance(value, dict):
        keys = ("name", "edtf", "measure")
        told = next((str(value[key]) for key in keys if value.get(key)), "unknown")
        bounds = [f"{value[key]:,.10g}" for key in ("low", "high") if value.get(key) is not None]
        return " ".join([told, "–".join(dict.fromkeys(bounds))]).strip()
    return "unknown" if value is None else str(value)
