"""Write `regions.tsv` beside this script: seas, islands, mountains, rivers, lakes, middles of divisions.

Run in a scratch environment, outside the checkout, on Natural Earth (public domain) as GeoJSON, one file a
layer (its 1:10m physical layers, the 1:50m countries and divisions, the 1:10m label points of divisions):

    pip install shapely==2.2.0
    PYTHONPATH=src python training/lexicon/regions.py FOLDER

What lies in one country has the middle of its shape. What lies in several, or at sea, is of no country, and
has a point only where all of it is near that. Nothing is random: the same layers give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely import STRtree
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from jirga.lexicon.words import key

OUT = Path(__file__).with_name("regions.tsv")
HEADER = "name\tnames\tcountry\tlat\tlon\tprecision"
#: Layers with the fields of name and other names.
LAYERS = {
    "ne_10m_geography_marine_polys": ("name", "namealt"),
    "ne_10m_geography_regions_polys": ("name", "namealt"),
    "ne_10m_geography_regions_points": ("name", "name_alt"),
    "ne_10m_geography_regions_elevation_points": ("name", "name_alt"),
    "ne_10m_lakes": ("name", "name_alt"),
    "ne_10m_lakes_north_america": ("name", "name_alt"),
    "ne_10m_rivers_lake_centerlines": ("name_en", "name_alt"),
    "ne_10m_rivers_north_america": ("name_full", "name_alt"),
}
#: Kinds that are left out: continents come from GeoNames, lakes along rivers from the layer of lakes.
NOT = frozenset({"continent", "lake centerline", "lake centerline (intermittent)", "dragons-be-here", "pole"})
NOT |= frozenset({"generic", "spot elevation"})
SEA = frozenset(
    ["sea", "ocean", "gulf", "bay", "strait", "sound", "channel", "fjord", "inlet", "reef", "lagoon"]
)
#: Words of names that stay small.
SMALL = frozenset(["of", "the", "and", "de", "la", "du", "da", "do", "di", "del", "des", "le", "el", "al"])
#: How the layers shorten words of names.
WRITTEN = {
    "Mts.": "Mountains",
    "Mt.": "Mount",
    "Ra.": "Range",
    "Pk.": "Peak",
    "Plat.": "Plateau",
    "Pen.": "Peninsula",
    "I.": "Island",
    "Is.": "Islands",
    "R.": "River",
    "L.": "Lake",
    "Cord.": "Cordillera",
}
#: Shares of a shape in one country, from which on it is of that country.
ONE = 0.97
#: Extents in degrees up to which a shape is a place, a district; and one of no country has a point.
PLACE, DISTRICT, POINTED = 0.4, 1.5, 3.0
#: From which extent on a river is known by its bare name ("the Indus").
KNOWN_RIVER = 5.0
#: How far off, in degrees, the country of an islet may be.
OFFSHORE = 1.0
#: How far, in degrees, a division's label may lie from the middle of its places.
AWAY = 4.0


@dataclass
class Shape:
    """A named shape on its way into the table."""

    name: str
    names: set[str]
    kind: str
    form: BaseGeometry


def features(folder: Path, layer: str) -> list[dict[str, Any]]:
    """Return the features of a layer."""
    found: list[dict[str, Any]] = json.loads((folder / f"{layer}.json").read_text(encoding="utf-8"))[
        "features"
    ]
    return found


def titled(name: str) -> str:
    """Return a name with capitals as in a text: some layers write them all large."""
    if not name.isupper():
        return " ".join(name.split())
    words = [w.capitalize() if w.casefold() not in SMALL else w.lower() for w in name.split()]
    return " ".join(words)


def shapes(folder: Path) -> Iterator[Shape]:
    """Yield the named shapes of all layers, parts of one name and number together."""
    for layer, (named, also) in LAYERS.items():
        parts: dict[tuple[str, object], list[dict[str, Any]]] = defaultdict(list)
        for one in features(folder, layer):
            told = one["properties"]
            kind = str(told.get("featurecla") or "").lower()
            name = told.get(named) or told.get("name") or ""
            if one["geometry"] and name and kind not in NOT and not any(c.isdigit() for c in name):
                parts[titled(name), told.get("rivernum", one["geometry"]["type"] and id(one))].append(one)
        for (name, _), ones in parts.items():
            told = ones[0]["properties"]
            kind = str(told["featurecla"]).lower()
            others = {titled(o.strip()) for o in str(told.get(also) or "").split("/") if o.strip()}
            form = unary_union([shape(one["geometry"]) for one in ones])
            yield Shape(*spelled(name, others, kind), kind, form)


def spelled(name: str, others: set[str], kind: str) -> tuple[str, set[str]]:
    """Return a name in full, and its other names: "Indus River", also Indus and River Indus."""
    name = " ".join(WRITTEN.get(word, word) for word in name.split())
    if kind.startswith("river") and not name.endswith((" River", " Creek", " Fork", " Bayou", " Canal")):
        return f"{name} River", {name, f"River {name}", *others}
    if kind == "island" and " " not in name and not name.endswith("Island"):
        return name, {f"{name} Island", *others}
    if "lake" in kind and " " not in name:
        return f"Lake {name}", others
    return name, others


class Countries:
    """Which country a shape lies in."""

    def __init__(self, folder: Path) -> None:
        """Read the countries' shapes."""
        rows = features(folder, "ne_50m_admin_0_countries")
        self._codes = [code(row["properties"]) for row in rows]
        self._forms = [shape(row["geometry"]).buffer(0) for row in rows]
        self._tree = STRtree(self._forms)

    def of(self, one: Shape) -> str:
        """Return the country that nearly all of a shape lies in, an empty string where none does."""
        if one.kind in SEA:
            return ""
        form = one.form if one.form.geom_type != "Polygon" else one.form.buffer(0)
        shares: dict[str, float] = defaultdict(float)
        for at in self._tree.query(form):
            both = self._forms[at].intersection(form)
            shares[self._codes[at]] += both.area or both.length or float(not both.is_empty)
        shares = {code: share for code, share in shares.items() if share}
        if not shares:
            at = int(self._tree.nearest(form))
            return self._codes[at] if self._forms[at].distance(form) <= OFFSHORE else ""
        best = max(shares, key=shares.__getitem__)
        return best if shares[best] >= ONE * sum(shares.values()) else ""


def code(told: dict[str, Any]) -> str:
    """Return a country's ISO alpha-3 code."""
    found = str(told.get("ISO_A3") or told.get("iso_a3"))
    other = {"KOS": "XKX", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "SOL": "SOM", "CYN": "CYP"}
    short = str(told.get("ADM0_A3") or told.get("adm0_a3"))
    return other.get(short, short) if found == "-99" else found


def row(one: Shape, country: str) -> str:
    """Return the table's row of a shape."""
    west, south, east, north = one.form.bounds
    size = max(east - west, north - south)
    middle = one.form.centroid
    precision = "place" if size <= PLACE else "district" if size <= DISTRICT else "province"
    point = ("", "") if not country and size > POINTED else (f"{middle.y:.2f}", f"{middle.x:.2f}")
    names = one.names - {one.name}
    if one.kind.startswith("river") and size < KNOWN_RIVER:
        names -= {one.name.removesuffix(" River")}
    others = "|".join(sorted(names))
    return "\t".join((one.name, others, country, *point, precision if country else "region"))


def divisions(folder: Path) -> Iterator[str]:
    """Yield rows of first-level divisions with the middle of their shapes, or their labels' points."""
    seen = set()
    for one in features(folder, "ne_50m_admin_1_states_provinces"):
        told, middle = one["properties"], shape(one["geometry"]).centroid
        if told["name"]:
            seen.add(told["adm1_code"])
            yield division(told["name"], told["adm0_a3"], middle)
    points: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for one in features(folder, "ne_10m_admin_1_label_points"):
        told = one["properties"]
        if told["name"] and told["featurecla"] != "Admin-1 minor island" and told["adm1_code"] not in seen:
            points[told["adm1_code"]].append((int(told["scalerank"]), one))
    for ones in points.values():
        best = min(rank for rank, _ in ones)
        first = [one for rank, one in ones if rank == best]
        if len(first) == 1:
            told = first[0]["properties"]
            yield division(told["name"], told["sr_adm0_a3"], shape(first[0]["geometry"]))


def division(name: str, country: str, point: Point) -> str:
    """Return the row of a division's middle."""
    return "\t".join((name, "", country, f"{point.y:.2f}", f"{point.x:.2f}", "middle"))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    countries = Countries(folder)
    kept: dict[tuple[str, str], str] = {}
    for one in shapes(folder):
        if key(one.name) and not one.name.endswith("."):
            country = countries.of(one)
            kept.setdefault((key(one.name), country), row(one, country))
    lines = [*sorted(kept.values()), *sorted(divisions(folder))]
    head = ["# Made by regions.py from Natural Earth (public domain), see there. Input of places.py.", HEADER]
    OUT.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(kept)} regions, {len(lines) - len(kept)} middles of divisions")


if __name__ == "__main__":
    main()
