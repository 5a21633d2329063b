"""How a user names an entry: by its id or the beginning of it, a document also by its file."""

from __future__ import annotations

import re

from sqlalchemy import Connection, Table, func, select

from jirga.errors import NotFoundError, UsageError
from jirga.store import tables

#: Which command lists the entries of a table.
_LISTED_BY = {
    "document": "jirga documents",
    "statement": "jirga statements",
    "decision": "jirga decisions",
    "event": "jirga events",
}

#: Names of documents given where one fits several.
_NAMED = 3

#: What parts a path, and what a row of a table stands after.
_PARTS = re.compile(r"[/\\]")
_ROW = re.compile(r":\d+\Z")
_ENDING = re.compile(r"\.[^.:]+(?=(?::\d+)?\Z)")


def full_id(connection: Connection, table: Table, beginning: str) -> str:
    """Return the one id that is, or begins with, `beginning`; NotFoundError, or UsageError for several."""
    beginning = beginning.strip()
    if not beginning:
        raise UsageError("the id is blank", next_step="give an id or its beginning")
    last = beginning + "\U0010ffff"
    found = connection.scalars(
        select(table.c.id).where(table.c.id >= beginning, table.c.id < last).order_by(table.c.id).limit(3)
    ).all()
    if len(found) == 1 or (found and found[0] == beginning):
        return str(found[0])
    if not found:
        raise NotFoundError(
            f"there is no {table.name} {beginning!r}",
            next_step=f"{_LISTED_BY.get(table.name, 'jirga timeline')} lists what there is",
        )
    raise UsageError(
        f"{beginning!r} is the beginning of several ids ({', '.join(found)}{' …' * (len(found) > 2)})",
        next_step="give more of the id",
    )


def document_id(connection: Connection, name: str) -> str:
    """Return the id of the document of this name: its source, the last parts of it, or its id's beginning.

    The base name may lack its ending: `wire` is `reports/wire.txt`. The whole source goes before a part of
    it, a part before the beginning of an id. The name of a table fits each of its rows. Raises NotFoundError,
    or UsageError where it fits several.
    """
    named = name.strip()
    table = tables.document.c
    rows = connection.execute(
        select(table.id, table.source).where(func.instr(table.source, named) > 0).order_by(table.source)
    ).all()
    for fits in (_is, _ends_with):
        found = [row for row in rows if named and fits(row.source, named)]
        if len(found) == 1:
            return str(found[0].id)
        if found:
            raise UsageError(_several(named, [row.source for row in found]), next_step=_TELL_APART)
    return full_id(connection, tables.document, named)


_TELL_APART = "give more of its path, or its id, from jirga documents"


def _is(source: str, name: str) -> bool:
    return source == name


def _ends_with(source: str, name: str) -> bool:
    parts, wanted = _PARTS.split(source), _PARTS.split(name)
    *folders, base = parts[-len(wanted) :]
    file = _ROW.sub("", base)
    return folders == wanted[:-1] and wanted[-1] in (base, _ENDING.sub("", base), file, _ENDING.sub("", file))


def _several(name: str, sources: list[str]) -> str:
    some = ", ".join(sources[:_NAMED])
    return f"{name!r} fits {len(sources)} documents ({some}{' …' * (len(sources) > _NAMED)})"
