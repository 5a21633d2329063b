"""GeoJSON, iCalendar and GraphML, each opened with a library that did not write it or reads it anew."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import networkx
import pytest
from geojson_pydantic import FeatureCollection

import sample_record as made
from jirga.as_json import to_json
from jirga.exports import ical
from jirga.exports.graphml import sides
from jirga.model import Told, Truce
from jirga.record import Record

# --- GeoJSON --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["events", "statements", "quantities"])
def test_geojson_holds_to_its_standard(record: Record, tmp_path: Path, what: str) -> None:
    path = tmp_path / "out.geojson"
    written = record.export(path, format="geojson", what=what, all=True)
    collection = FeatureCollection.model_validate_json(path.read_text(encoding="utf-8"))
    assert len(collection.features) == written.rows > 0


def test_a_feature_stands_at_its_place_and_says_how_precise_that_is(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    record.export(path, format="geojson", what="statements", all=True)
    features = {one["id"]: one for one in json.loads(path.read_text(encoding="utf-8"))["features"]}
    attack = features[made.ATTACK.id]
    assert attack["geometry"] == {"type": "Point", "coordinates": [69.92, 33.34]}  # longitude first
    assert attack["properties"]["place_precision"] == "place"
    assert attack["properties"]["figures"] == "killed 9 of soldiers (Police); killed 14.. (a TTP statement)"


def test_what_has_no_coordinates_is_left_out_and_counted(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    written = record.export(path, format="geojson", what="events")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert written.rows == len(told["features"]) == 2
    assert told["without_coordinates"] == len(record.events()) - 2 == 2
    assert written.notes == ("2 of the events left out: their place has no coordinates, or none is told",)


def test_a_map_of_nothing_is_a_map(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    assert record.export(path, format="geojson", place="Nowhere").rows == 0
    assert FeatureCollection.model_validate_json(path.read_text(encoding="utf-8")).features == []


# --- iCalendar ------------------------------------------------------------------------------------------


def entries(path: Path) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(one["uid"]): one for one in calendar.walk("VEVENT")}


def test_an_event_with_a_day_is_an_all_day_entry(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    written = record.export(path, format="ical", what="statements")
    found = entries(path)
    assert written.rows == len(found) == 2
    attack = found[f"{made.ATTACK.id}@jirga"]
    assert (attack.decoded("dtstart"), attack.decoded("dtend")) == (date(2022, 4, 6), date(2022, 4, 7))
    assert attack["summary"] == "ASSAULT (firearms): gunmen → a convoy, Khost"
    assert attack["geo"].to_ical() == "33.34;69.92"
    assert made.ATTACK.quote in attack["description"]


def test_without_text_an_entry_has_no_sentence(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    record.export(path, format="ical", what="statements", text=False)
    assert all(made.ATTACK.quote not in one["description"] for one in entries(path).values())


def test_what_has_no_day_is_left_out_and_counted(record: Record, tmp_path: Path) -> None:
    written = record.export(tmp_path / "out.ics", format="ical")
    assert written.notes == ("2 of the events left out: no day is known (a month, a year, or no date)",)
    assert written.rows == 2


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-06-02", (date(2022, 6, 2), date(2022, 6, 2))),
        ("2022-06-02~", (date(2022, 6, 2), date(2022, 6, 2))),
        ("2022-06-02/2022-06-05", (date(2022, 6, 2), date(2022, 6, 5))),
        ("2022-06", None),
        ("2022", None),
        ("2022-06-02/..", None),
        ("2022-06/2022-07", None),
        ("2022-06-05/2022-06-02", None),
        ("2022-02-30", None),
        ("9999-12-31", None),
        (None, None),
    ],
)
def test_only_days_and_ranges_of_days_have_a_place_in_a_calendar(
    edtf: str | None, expected: tuple[date, date] | None
) -> None:
    assert ical.days(edtf) == expected


def test_a_truce_has_an_entry_for_each_day_that_is_told_of_it(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*values: str) -> tuple[Told, ...]:
        return tuple(Told(value, ("st_1",)) for value in values)

    dates = {
        "announced": told("2021-11-08", "2021-11-09"),
        "effective": told("2021-11-09"),
        "ended": told("2021"),
    }
    truce = Truce("tr_1", "a truce", "ended", None, (), told("TTP", "Pakistan"), **dates)
    empty = Truce("tr_2", "another", "offered", None, (), ())
    monkeypatch.setattr(record, "objects", lambda *_, **__: map(to_json, (truce, empty)))
    path = tmp_path / "out.ics"
    written = record.export(path, format="ical", what="truces")
    found = entries(path)
    assert sorted((str(one["summary"]), one.decoded("dtstart")) for one in found.values()) == [
        ("Truce announced: TTP, Pakistan", date(2021, 11, 8)),
        ("Truce announced: TTP, Pakistan", date(2021, 11, 9)),
        ("Truce begins: TTP, Pakistan", date(2021, 11, 9)),
    ]
    assert written.rows == 3
    assert written.notes[0].startswith("2 of the dates of truces left out: no day")


def test_a_range_ends_after_its_last_day_and_an_approximate_day_says_so(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (event,) = record.objects("events", type="ASSAULT", since="2022", until="2022")
    changed = event | {"when": event["when"] | {"edtf": "2022-12-30~/2023-01-02", "basis": "resolved"}}
    monkeypatch.setattr(record, "objects", lambda *_, **__: iter([changed]))
    path = tmp_path / "out.ics"
    record.export(path, format="ical")
    (entry,) = entries(path).values()
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2022, 12, 30), date(2023, 1, 3))
    assert str(entry["summary"]).startswith("(about this day) ASSAULT")
    assert "over these days, or on some of them" in entry["description"]
    assert "the date is resolved" in entry["description"]


# --- GraphML --------------------------------------------------------------------------------------------


def graph(record: Record, tmp_path: Path, **more: Any) -> Any:
    path = tmp_path / "out.graphml"
    record.export(path, format="graphml", **more)
    return networkx.read_graphml(path, force_multigraph=True)


def edges(of: Any, kind: str) -> set[tuple[str, str, str]]:
    return {(a, b, edge["type"]) for a, b, edge in of.edges(data=True) if edge["kind"] == kind}


def test_relations_and_dyads_are_edges_between_entities(record: Record, tmp_path: Path) -> None:
    found = graph(record, tmp_path)
    assert edges(found, "relation") == {("noor-wali-mehsud", "ttp", "leads")}
    assert edges(found, "events") == {
        ("pakistan-government", "ttp", "RETREAT"),
        ("pakistan-government", "ttp", "CONSULT"),
        ("ttp", "pakistan-government", "CONSULT"),  # a meeting has no direction
    }
    assert found.nodes["ttp"]["name"] == "Tehrik-i-Taliban Pakistan"
    release = next(edge for *_, edge in found.edges(data=True) if edge["type"] == "RETREAT")
    assert (release["count"], release["since"], release["until"]) == (1, "2022-06-02", "2022-06-02")


def test_every_edge_has_an_id_of_its_own(record: Record, tmp_path: Path) -> None:
    found = graph(record, tmp_path, all=True)
    ids = [key for *_, key in found.edges(keys=True)]
    assert len(ids) == len(set(ids)) == found.number_of_edges()


def test_a_party_without_a_name_is_no_node_and_is_counted(record: Record, tmp_path: Path) -> None:
    written = record.export(tmp_path / "out.graphml", format="graphml")
    assert written.notes == ("2 edges left out: a party is unnamed",)
    assert written.rows == 4


def test_the_same_record_gives_the_same_graph_twice(record: Record, tmp_path: Path) -> None:
    for name in ("one", "other"):
        record.export(tmp_path / name, format="graphml", all=True)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_one_list_alone_gives_its_edges_and_no_lone_nodes(record: Record, tmp_path: Path) -> None:
    found = graph(record, tmp_path, what="relations")
    assert set(found.nodes) == {"noor-wali-mehsud", "ttp"}
    assert edges(found, "events") == set()


def test_an_event_with_one_side_or_one_party_twice_has_no_pair() -> None:
    party = {"entity": "ttp"}
    assert list(sides({"actor": [party], "recipient": []})) == []
    assert list(sides({"actor": [party], "recipient": [party]})) == []
