"""GeoJSON (RFC 7946): a point for each row whose place has coordinates, with the columns of the CSV export.

A point is that of the place named, as precise as `place_precision` says: a place, or the middle of a district
or a province. What has no coordinates is left out; how much that was is told, in the file, too
(`without_coordinates`, a foreign member as section 6.1 allows).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from jirga.exports import jsonl
from jirga.exports.asked import Asked, Written
from jirga.exports.columns import COLUMNS

Json = dict[str, Any]

#: Told by the geometry.
_GEOMETRY = frozenset({"lat", "lon"})


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write the rows of the list as features, one a line; what has no coordinates is counted in the note."""
    count = without = 0
    out.write(b'{"type": "FeatureCollection", "features": [')
    for obj in asked.rows(asked.what):
        if obj["where"]["lat"] is None or obj["where"]["lon"] is None:
            without += 1
            continue
        out.write((",\n" if count else "\n").encode())
        out.write(jsonl.line(feature(obj, asked.what)).encode("utf-8", "backslashreplace"))
        count += 1
    out.write(b'\n], "without_coordinates": %d}\n' % without)
    return Written(count, tuple(_notes(asked.what, without)))


def feature(obj: Json, what: str) -> Json:
    """Return a row of the list `what`, whose place has coordinates, as a feature."""
    where = obj["where"]
    properties = {one.name: one.value(obj) for one in COLUMNS[what] if one.name not in _GEOMETRY}
    identity = {"id": obj["id"]} if "id" in obj else {}
    return {
        "type": "Feature",
        **identity,
        "geometry": {"type": "Point", "coordinates": [where["lon"], where["lat"]]},
        "properties": properties,
    }


def _notes(what: str, without: int) -> Iterator[str]:
    if without:
        yield f"{without:,} of the {what} left out: their place has no coordinates, or none is told"
