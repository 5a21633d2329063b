"""Decisions from a file of JSON Lines, as `jirga export --what decisions` writes them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jirga.as_json import decision_from_json, stamped
from jirga.errors import JirgaError, MistakesError
from jirga.model import Decision
from jirga.store import mistakes

#: What a decision's time looks like: UTC to the microsecond, so that times sort as they follow each other.
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00\Z")


def decisions_in(path: str | Path) -> list[Decision]:
    """Return the decisions of a file, one a line; raises MistakesError telling every line that is none.

    A decision whose id does not follow from what it says was changed, and is a mistake.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise JirgaError(
            f"the decisions in {path} cannot be read: {why}",
            stage="deciding",
            next_step="name a file that jirga export --what decisions wrote",
        ) from error
    found, mistakes = list[Decision](), list[str]()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_decision(line))
            except ValueError as error:
                mistakes.append(f"line {number}: {error}")
    if mistakes:
        raise MistakesError(
            tuple(mistakes),
            document=str(path),
            stage="deciding",
            next_step="nothing was applied; mend these lines, or export the decisions again",
        )
    return found


def _decision(line: str) -> Decision:
    try:
        obj: Any = json.loads(line)
        decision = decision_from_json(obj)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no decision ({type(error).__name__}: {error})") from error
    if wrong := list(mistakes(decision)):
        raise ValueError("; ".join(wrong))
    if not _TIME.match(decision.at):
        raise ValueError(f"its time {decision.at!r} is not UTC to the microsecond")
    if stamped(decision, decision.at).id != decision.id:
        raise ValueError("it was changed since it was made: its id is that of another")
    return decision
