"""FollowTheMoney entities, held to the schema of its package (`followthemoney_schema.json` has the facts)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import sample_record as made
from jirga.exports.ftm import entity
from jirga.record import Record

SCHEMATA = json.loads(Path(__file__).with_name("followthemoney_schema.json").read_text(encoding="utf-8"))[
    "schemata"
]

#: What the package takes for each plain type; the rest is any text.
SHAPES = {
    "date": re.compile(r"\d{4}(-\d\d){0,2}"),
    "country": re.compile(r"[a-z]{2,4}"),
    "language": re.compile(r"[a-z]{3}"),
    "url": re.compile(r"https?://\S+"),
}


@pytest.fixture
def entities(record: Record, tmp_path: Path) -> dict[str, dict[str, Any]]:
    path = tmp_path / "out.ftm.json"
    record.export(path, format="ftm", all=True)
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({one["id"] for one in found}) == len(found)
    return {one["id"]: one for one in found}


def of_schema(entities: dict[str, dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [one["properties"] for one in entities.values() if one["schema"] == schema]


def test_every_entity_holds_to_its_schema(entities: dict[str, dict[str, Any]]) -> None:
    for one in entities.values():
        schema, properties = SCHEMATA[one["schema"]], one["properties"]
        assert set(one) == {"id", "schema", "properties"}
        assert set(properties) >= set(schema["required"])
        for name, values in properties.items():
            kind = schema["properties"][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert all(SHAPES[kind].fullmatch(value) for value in values if kind in SHAPES)


def test_what_points_to_another_entity_finds_one_of_the_right_schema(
    entities: dict[str, dict[str, Any]],
) -> None:
    for one in entities.values():
        for name, values in one["properties"].items():
            wanted = SCHEMATA[one["schema"]]["properties"][name]
            if wanted[0].isupper():
                assert all(wanted in SCHEMATA[entities[value]["schema"]]["is"] for value in values)


def test_the_package_itself_takes_every_entity_as_it_is(entities: dict[str, dict[str, Any]]) -> None:
    proxy = pytest.importorskip("followthemoney.proxy", reason="followthemoney is not installed")
    for one in entities.values():
        read = proxy.EntityProxy.from_dict(one, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in read.items()} == {
            name: sorted(values) for name, values in one["properties"].items()
        }


def test_an_event_has_its_parties_and_the_documents_as_proof(entities: dict[str, dict[str, Any]]) -> None:
    (release,) = [one for one in of_schema(entities, "Event") if one.get("date") == ["2022-06-02"]]
    assert release["involved"] == ["jirga-entity-pakistan-government", "jirga-entity-ttp"]
    assert release["proof"] == [f"jirga-document-{made.DAWN.id}"]
    assert (release["country"], release["location"]) == (["af"], ["Khost"])
    assert release["summary"] == ["released ~100 of militants (the Foreign Office spokesperson)"]


def test_a_relation_has_a_schema_of_its_own_where_there_is_one(entities: dict[str, dict[str, Any]]) -> None:
    (leads,) = of_schema(entities, "Directorship")
    assert leads["director"] == ["jirga-entity-noor-wali-mehsud"]
    assert leads["organization"] == ["jirga-entity-ttp"]
    assert leads["startDate"] == ["2018"]


def test_an_unknown_date_is_left_out_and_a_denial_says_so(entities: dict[str, dict[str, Any]]) -> None:
    denied = [one for one in of_schema(entities, "Event") if "denied" in one["keywords"]]
    assert len(denied) == 1
    assert "date" not in denied[0]
    assert denied[0]["name"][0].startswith("DENIED ASSAULT")


def test_without_text_nobody_is_mentioned(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "out.ftm.json"
    record.export(path, format="ftm", text=False)
    schemata = [json.loads(line)["schema"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert "Mention" not in schemata
    assert "Event" in schemata


def test_ids_are_the_same_from_export_to_export(record: Record, tmp_path: Path) -> None:
    for name in ("one", "other"):
        record.export(tmp_path / name, format="ftm")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_an_entity_that_the_lexicon_lacks_may_be_anybody() -> None:
    row = {
        "id": "x-1",
        "kind": None,
        "name": "Tolm Front",
        "country": "IGO",
        "sector": None,
        "wikidata": None,
    }
    made_of_it = entity(row)
    assert made_of_it["schema"] == "LegalEntity"
    assert made_of_it["properties"] == {"name": ["Tolm Front"]}
