"""GraphML: entities as nodes, relations and the dyads of events as edges, for programs that draw networks.

An edge of a relation has every date told for it; one of a dyad (who to whom, of one type and status) how many
events there are, the first and the last day. The parties of a reciprocal event are joined in both directions,
as in `jirga counts`. A party that the text leaves unnamed is no node: its edges are left out and counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations, product
from typing import Any, BinaryIO

from jirga.exports.asked import Asked, Written
from jirga.exports.columns import join
from jirga.exports.lists import ALL
from jirga.exports.plain import xml_text

Json = dict[str, Any]


@dataclass(slots=True)
class _Dyad:
    """What happened between two, of one type and status."""

    events: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write the graph; the rows counted are its edges."""
    import networkx

    graph = networkx.MultiDiGraph()
    left_out = 0
    if asked.what in (ALL, "relations"):
        left_out += _add_relations(graph, asked.rows("relations"))
    if asked.what in (ALL, "events"):
        left_out += _add_dyads(graph, asked.rows("events"))
    _describe(graph, asked.rows("entities"), everyone=asked.what == ALL)
    networkx.write_graphml(_sorted(graph), out, encoding="utf-8")
    notes = (f"{left_out:,} edges left out: a party is unnamed",) if left_out else ()
    return Written(graph.number_of_edges(), notes)


def _add_relations(graph: Any, rows: Iterable[Json]) -> int:
    left_out = 0
    for row in rows:
        one, other = row["actor"]["entity"], (row["recipient"] or {}).get("entity")
        if one is None or other is None:
            left_out += 1
            continue
        edge = {
            "kind": "relation",
            "type": row["type"],
            "since": join(one["edtf"] for one in row["since"]),
            "until": join(one["edtf"] for one in row["until"]),
            "count": len(row["statements"]),
            "status": row.get("status"),
            "documents": row["documents"],
            "independent_sources": row.get("independent_sources"),
            "statements": join(row["statements"]),
        }
        _add_edge(graph, (one, other), row["id"], edge)
    return left_out


def _add_dyads(graph: Any, rows: Iterable[Json]) -> int:
    dyads: dict[tuple[str, str, str, str], _Dyad] = {}
    left_out = 0
    for event in rows:
        for one, other in sides(event):
            if one is None or other is None:
                left_out += 1
                continue
            dyad = dyads.setdefault((one, other, event["type"], event["status"]), _Dyad())
            dyad.events.append(event["id"])
            dyad.first += [event["when"]["start"]] if event["when"]["start"] else []
            dyad.last += [event["when"]["end"]] if event["when"]["end"] else []
    for (one, other, kind, status), dyad in dyads.items():
        edge = {"kind": "events", "type": kind, "status": status, "count": len(dyad.events)}
        edge |= {"since": min(dyad.first, default=""), "until": max(dyad.last, default="")}
        _add_edge(
            graph, (one, other), _dyad_id(one, other, kind, status), edge | {"events": join(dyad.events)}
        )
    return left_out


def _dyad_id(*parts: str) -> str:
    return f"dy_{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"


def sides(event: Json) -> Iterator[tuple[str | None, str | None]]:
    """Yield who to whom, by entity id, None for one unnamed; an event with one side has no pair."""
    actors = [one["entity"] for one in event["actor"]]
    recipients = [one["entity"] for one in event["recipient"]]
    pairs = product(actors, recipients) if recipients else permutations(actors, 2)
    yield from dict.fromkeys((one, other) for one, other in pairs if one is None or one != other)


def _add_edge(graph: Any, ends: tuple[str, str], key: str, edge: Json) -> None:
    graph.add_edge(*map(xml_text, ends), key=key, **_attributes(edge))


def _describe(graph: Any, rows: Iterable[Json], *, everyone: bool) -> None:
    """Give the nodes what is known of the entities; `everyone` adds those that no edge touches."""
    for row in rows:
        if everyone or xml_text(row["id"]) in graph:
            known = ("name", "kind", "country", "sector", "wikidata", "statements", "documents")
            names = {"names": join(row["names"])} if "names" in row else {}
            graph.add_node(xml_text(row["id"]), **_attributes({key: row[key] for key in known} | names))


def _attributes(values: Json) -> Json:
    """What GraphML can hold: no unknown values, no characters that XML lacks."""
    return {
        key: xml_text(value) if isinstance(value, str) else value
        for key, value in values.items()
        if value is not None and value != ""
    }


def _sorted(graph: Any) -> Any:
    """Return it with nodes and edges in the order of the alphabet, so that files are the same twice."""
    ordered = type(graph)()
    ordered.add_nodes_from(sorted(graph.nodes(data=True), key=lambda node: str(node[0])))
    ordered.add_edges_from(sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    return ordered
