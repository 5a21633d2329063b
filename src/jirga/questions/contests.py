"""Where what is told differs: contests on events, truces and totals; and the truces themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga import merging
from jirga.errors import UsageError
from jirga.model import Contest, Truce
from jirga.store import Query

if TYPE_CHECKING:
    from jirga.store import Store

#: What a contest may be about, as one asks for it.
ABOUT = ("how many", "who", "whether", "when")

#: How a truce stands that was never made: shown only with `all`.
_NOT_MADE = frozenset({"offered", "refused"})


def contests(store: Store, query: Query, *, about: str | None = None) -> list[Contest]:
    """Return the contests in which a statement takes part that answers `query`, most sources first.

    Denials always take part. With `query.all` the entries come too that contradict nothing: a speaker's
    corrected figure, or figures that differ for a reason. `about` keeps those on one or several (by
    commas) of ABOUT; UsageError where it names anything else.
    """
    wanted = _about(about)
    found = merging.contests_in(store)
    asked = _asked(store, query)
    return [
        one
        for one in found
        if (query.all or one.contested)
        and (not wanted or one.about in wanted)
        and (asked is None or asked.intersection(one.statements))
    ]


def truces(store: Store, query: Query) -> list[Truce]:
    """Return the truces told in statements that answer `query`, by date; with `query.all` offers too."""
    asked = _asked(store, query)
    return [
        one
        for one in everything(store)
        if (query.all or one.status not in _NOT_MADE)
        and (asked is None or asked.intersection(one.statements))
    ]


def everything(store: Store) -> list[Truce]:
    """Return all truces and offers of the record, by date."""
    return merging.truces_in(store)


def _about(about: str | None) -> Collection[str]:
    given = [one.strip().replace("-", " ") for one in (about or "").split(",") if one.strip()]
    wrong = [one for one in given if one not in ABOUT]
    if wrong:
        raise UsageError(
            f"{', '.join(wrong)} is nothing a contest is about", next_step=f"choose among {', '.join(ABOUT)}"
        )
    return frozenset(given)


def _asked(store: Store, query: Query) -> set[str] | None:
    """Ids of the statements that answer the filters; None where nothing is asked for in particular."""
    if query == Query(all=query.all):
        return None
    return set(store.statement_ids(replace(query, all=True)))
