"""Bare counts: what only counts the dead or hurt of a deed, and says nothing else of it.

"Another 22 were wounded", "thirty of the dead were children", "a hospital put the deaths at 36": no doer, no
place, no day, and nobody but those counted.
"""

from __future__ import annotations

import re

from jirga.model import Participant, Statement

#: Measures of those who fell.
_VICTIMS = frozenset({"killed", "injured", "casualties"})

#: A trigger that tells of no more than that somebody fell.
_FATE = re.compile(
    r"(?:the |official |death )*(?:deaths?|toll|dead|casualties|fatalities|losses|number|figure|count|tally|"
    r"killed|died|perished|wounded|injured|hurt)$",
    re.I,
)


def is_bare_count(statement: Statement) -> bool:
    """Whether a statement of an assault only counts those who fell."""
    code = statement.event
    if code is None or code.type != "ASSAULT" or not statement.factuality.happened:
        return False
    if statement.actor or statement.where.name or statement.when.basis not in ("unknown", "narrative"):
        return False
    if not _FATE.match(statement.trigger.quote) or not statement.figures:
        return False
    fallen = all(one.measure in _VICTIMS for one in statement.figures)
    return fallen and not any(one.entity or not is_counted(one, statement) for one in statement.recipient)


def is_counted(party: Participant, statement: Statement) -> bool:
    """Whether a recipient is only those whom a statement counts."""
    its = party.mention
    return any(it.mention.start < its.end and its.start < it.mention.end for it in statement.figures)
