"""Parquet with typed columns: the objects of record.md, nested lists and structures kept as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from jirga.as_json import TOLD

Json = dict[str, Any]

#: Rows a row group: a statement is about 2 KB, so a group fits in memory many times over.
_BATCH = 5_000

#: A type in short: `str`, `int`, `float`, `bool`, `[type]` for a list, a dict for a structure.
Shape = str | list[Any] | dict[str, Any]

_SPAN: Shape = {"start": "int", "end": "int", "quote": "str"}
_SPEAKERS: Shape = [
    {"name": "str", "entity": "str", "kind": "str", "mention": _SPAN, "cue": _SPAN, "content": _SPAN}
]
_PARTIES: Shape = [
    {
        "entity": "str",
        "name": "str",
        "mention": _SPAN,
        "country": "str",
        "sector": "str",
        "other_sectors": ["str"],
        "wikidata": "str",
        "said_by": _SPEAKERS,
        "certainty": "str",
    }
]
#: A value told for a field of a truce, and a voice in a contest.
_VALUE: dict[str, Shape] = {"value": "str", "entity": "str", "statements": ["str"]}
_VOICE: dict[str, Shape] = {
    "value": "str",
    "said_by": ["str"],
    "statement": "str",
    "figure": "int",
    "document": "str",
}
_WHEN: Shape = {"edtf": "str", "start": "str", "end": "str", "basis": "str", "mention": _SPAN}
_WHERE: Shape = {
    "name": "str",
    "country": "str",
    "lat": "float",
    "lon": "float",
    "precision": "str",
    "geonameid": "int",
    "mention": _SPAN,
}
_FIGURE: dict[str, Shape] = {
    "measure": "str",
    "low": "float",
    "high": "float",
    "approximate": "bool",
    "of": "str",
    "entity": "str",
    "period": "str",
    "part_of": "str",
    "unit": "str",
    "said_by": _SPEAKERS,
    "mention": _SPAN,
}
_FACTUALITY: Shape = {
    "polarity": "str",
    "modality": "str",
    "certainty": "str",
    "aspect": "str",
    "historical": "bool",
}
_SIDE: Shape = {"entity": "str", "name": "str"}
_TOLD: Shape = [{"edtf": "str", "statements": ["str"], "said_by": ["str"]}]

#: A statement's columns.
_STATEMENT: dict[str, Shape] = {
    "id": "str",
    "kind": "str",
    "document": "str",
    "reading": "str",
    "start": "int",
    "end": "int",
    "quote": "str",
    "sentence": "str",
    "sentence_start": "int",
    "sentence_end": "int",
    "trigger": _SPAN,
    "event": {"type": "str", "modes": ["str"], "contexts": ["str"], "quad": "str"},
    "relation": {"type": "str", "since": "str", "until": "str"},
    "quantity": {"trend": "str", "period": "str"},
    "actor": _PARTIES,
    "recipient": _PARTIES,
    "when": _WHEN,
    "where": _WHERE,
    "figures": [_FIGURE],
    "said_by": _SPEAKERS,
    "factuality": _FACTUALITY,
    "content_of": "str",
    "confidence": "float",
    "coder": "str",
    "decided_by": ["str"],
}

#: The columns of each list. What an object does not hold (`--no-text`) is null.
SHAPES: dict[str, dict[str, Shape]] = {
    "statements": _STATEMENT,
    "claims": _STATEMENT | {"argues": "str", "also_in": [{"document": "str", "statement": "str"}]},
    "events": {
        "id": "str",
        "type": "str",
        "modes": ["str"],
        "actor": _PARTIES,
        "recipient": _PARTIES,
        "when": _WHEN,
        "where": _WHERE,
        "figures": [_FIGURE],
        "status": "str",
        "statements": ["str"],
        "documents": "int",
        "independent_sources": "int",
        "sources_how": ["str"],
        "why": ["str"],
    },
    "entities": {
        "id": "str",
        "name": "str",
        "kind": "str",
        "country": "str",
        "sector": "str",
        "wikidata": "str",
        "perhaps": ["str"],
        "names": ["str"],
        "mentioned_as": ["str"],
        "as_actor": ["str"],
        "as_recipient": ["str"],
        "as_speaker": ["str"],
        "statements": "int",
        "documents": "int",
    },
    "relations": {
        "id": "str",
        "type": "str",
        "actor": _SIDE,
        "recipient": _SIDE,
        "since": _TOLD,
        "until": _TOLD,
        "statements": ["str"],
        "documents": "int",
        "status": "str",
        "held": _TOLD,
        "voices": [{"name": "str", "entity": "str", "stance": "str", "statements": ["str"]}],
        "independent_sources": "int",
    },
    "truces": {
        "id": "str",
        "name": "str",
        "status": "str",
        "as_of": "str",
        "status_statements": ["str"],
        **{field: [_VALUE] for field in TOLD},
        "terms": [{"kind": "str", "state": "str", "by": "str", "statements": ["str"], "words": "str"}],
        "violations": [
            {
                "what": "str",
                "by": "str",
                "entity": "str",
                "when": "str",
                "alleged_by": ["str"],
                "denied_by": ["str"],
                "statements": ["str"],
            }
        ],
        "events": ["str"],
        "statements": ["str"],
        "documents": "int",
        "independent_sources": "int",
        "sources_how": ["str"],
    },
    "contests": {
        "id": "str",
        "about": "str",
        "question": "str",
        "contested": "bool",
        "subject": "str",
        "entity": "str",
        "measure": "str",
        "period": "str",
        "events": ["str"],
        "truce": "str",
        "positions": [
            {
                "value": "str",
                "low": "float",
                "high": "float",
                "edtf": "str",
                "entity": "str",
                "independent_sources": "int",
                "voices": [_VOICE],
            }
        ],
        "changes": [{"speaker": "str", "earlier": _VOICE, "later": _VOICE}],
        "beside": [{**_VOICE, "why": "str"}],
        "statements": ["str"],
        "documents": "int",
    },
    "quantities": {
        **_FIGURE,
        "trend": "str",
        "type": "str",
        "actor": _PARTIES,
        "recipient": _PARTIES,
        "when": _WHEN,
        "where": _WHERE,
        "factuality": _FACTUALITY,
        "content_of": "str",
        "quote": "str",
        "sentence": "str",
        "statement": "str",
        "kind": "str",
        "document": "str",
        "also_in": [{"document": "str", "statement": "str"}],
    },
    "documents": {
        "id": "str",
        "text_hash": "str",
        "text_version": "str",
        "source": "str",
        "title": "str",
        "publisher": "str",
        "author": "str",
        "published": "str",
        "published_basis": "str",
        "url": "str",
        "language": "str",
        "format": "str",
        "notes": ["str"],
        "status": "str",
        "problems": ["str"],
        "statements": "int",
        "copies_of": ["str"],
        "characters": "int",
        "text": "str",
    },
}


def schema(what: str) -> Any:
    """Return the pyarrow schema of the list `what`; pyarrow loads here, when first used."""
    import pyarrow as pa

    plain = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}

    def typed(shape: Shape) -> Any:
        if isinstance(shape, dict):
            return pa.struct([(name, typed(inner)) for name, inner in shape.items()])
        return pa.list_(typed(shape[0])) if isinstance(shape, list) else plain[shape]

    return pa.schema([(name, typed(shape)) for name, shape in SHAPES[what].items()])


def write(objects: Iterable[Json], out: BinaryIO, what: str) -> int:
    """Write `objects`, rows of the list `what`; returns how many. No rows give a file with the schema."""
    import pyarrow as pa
    from pyarrow import parquet

    if what not in SHAPES:
        table = pa.Table.from_pylist(list(objects))  # with the types that its rows show
        parquet.write_table(table, out, compression="zstd")
        return int(table.num_rows)
    columns, count = schema(what), 0
    with parquet.ParquetWriter(out, columns, compression="zstd") as writer:
        for batch in _batches(objects):
            writer.write_table(pa.Table.from_pylist(batch, schema=columns))
            count += len(batch)
    return count


def _batches(objects: Iterable[Json]) -> Iterator[list[Json]]:
    rest = iter(objects)
    while batch := list(islice(rest, _BATCH)):
        yield batch
