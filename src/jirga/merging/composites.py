"""A record's contests and truces: those it keeps, or where they do not hold, worked out now, and kept.

Not step by step, as events are: on whose side an entity stands is learnt from every statement of the record,
and truces are gathered from all moments of a side, so that one more statement may change any of them. They
are worked out whole by the first who asks after a change; who only reads a record that cannot be written
works them out for himself.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jirga.errors import RecordError
from jirga.lexicon import tables
from jirga.merging import keeping
from jirga.merging.contests import contests
from jirga.merging.evidence import Evidence
from jirga.merging.garbage import collected_rarely
from jirga.merging.imprint import FOOT, HEAD, Imprints
from jirga.merging.kept import Events, copies_in
from jirga.merging.truces import truces
from jirga.model import Contest, Event, Truce

if TYPE_CHECKING:
    from jirga.store import Store


def contests_in(store: Store) -> list[Contest]:
    """Return all contests of a record, and what is only told side by side, those with most sources first."""
    kept = store.kept_contests(version()) if _merged(store) else None
    return kept if kept is not None else _worked_out(store)[0]


def truces_in(store: Store) -> list[Truce]:
    """Return all truces and offers of a record, by date."""
    kept = store.kept_truces(version()) if _merged(store) else None
    return kept if kept is not None else _worked_out(store)[1]


@lru_cache(maxsize=1)
def version() -> str:
    """Return what names the rules and the lexicon by which contests and truces are made."""
    rules = [path.name for path in Path(__file__).parent.glob("*.py")]
    return f"contests {keeping.digest(rules, tables.version())}"


def _merged(store: Store) -> bool:
    return store.merged_by() == keeping.version()


def _worked_out(store: Store) -> tuple[list[Contest], list[Truce]]:
    merged, changes = _merged(store), store.changes()
    with collected_rarely():
        told = _told(store)
        found = truces(*told)
        differing = contests(*told, truces=found)
    if merged:
        _keep(store, changes, differing, found)
    return differing, found


def _told(store: Store) -> tuple[list[Event], Evidence]:
    """All events of the record, denied ones among them, and all its statements as evidence."""
    from jirga.store import Query

    imprints = Imprints(store.document)
    for document in store.ends(HEAD, FOOT):
        imprints.learn(document)
    evidence = Evidence.of(store.statements(Query(all=True)), imprints, copies_in(store))
    return list(Events(store).every()), evidence


def _keep(store: Store, changes: int, found: list[Contest], truces_found: list[Truce]) -> None:
    """Keep them for the next who asks, unless the record is read-only or somebody is writing."""
    from jirga.store import Store

    with suppress(RecordError):
        if store.writing:
            store.keep(version(), changes, found, truces_found)
            return
        with Store.open(store.path, writing=True, wait=0) as writer:
            writer.keep(version(), changes, found, truces_found)
