from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow import parquet

import jirga
import sample_record as made
from jirga.model import Factuality, Statement
from jirga.record import Record
from jirga.store import Store

CLAIM = replace(
    made.YEAR,
    id="st_claim00000000000000000001",
    kind="claim",
    quantity=None,
    figures=(),
    decided_by=("claim: trend",),
)
DENIED = replace(
    CLAIM, id="st_claim00000000000000000002", factuality=Factuality(polarity="negated"), decided_by=()
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "r.db"
    told: list[Statement] = [CLAIM, DENIED, made.ATTACK]
    with Store.open(path, writing=True) as store:
        store.save(made.WIRE, made.reading(made.WIRE), told)
    with jirga.open(path) as opened:
        yield opened


def test_claims_are_listed_with_the_way_they_argue_and_nothing_else(record: Record) -> None:
    assert [(row.statement.id, row.argues) for row in record.claims()] == [
        (CLAIM.id, "trend"),
        (DENIED.id, ""),
    ]
    assert record.claims(kind="event") == []


def test_claims_are_filtered_by_speaker(record: Record) -> None:
    assert record.claims(said_by="the institute")
    assert record.claims(said_by="the army") == []


def test_a_claim_as_json_is_its_statement_and_more(record: Record) -> None:
    (obj, _) = record.objects("claims")
    assert obj["argues"] == "trend"
    assert obj["kind"] == "claim"
    assert obj["quote"] == CLAIM.quote
    assert obj["also_in"] == []


def test_what_a_copy_says_again_stands_with_the_first(tmp_path: Path) -> None:
    copy = replace(made.WIRE, id="c" * 64, source="reports/copy.txt")
    again = replace(CLAIM, id="st_copy", document=copy.id, reading=made.reading(copy).id)
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(made.WIRE, made.reading(made.WIRE), [CLAIM])
        store.save(copy, made.reading(copy), [again])
    with jirga.open(tmp_path / "r.db") as opened:
        (row,) = opened.claims()
        assert len(row.also) == 1
        assert len(opened.claims(copies=True)) == 2


def test_claims_are_exported(record: Record, tmp_path: Path) -> None:
    assert record.export(tmp_path / "c.jsonl", format="jsonl", what="claims").rows == 2
    first = json.loads((tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["argues"] == "trend"
    record.export(tmp_path / "c.csv", format="csv", what="claims")
    with (tmp_path / "c.csv").open(encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    assert rows[0]["argues"] == "trend"
    assert rows[0]["quote"] == CLAIM.quote
    record.export(tmp_path / "c.parquet", format="parquet", what="claims")
    assert parquet.read_table(tmp_path / "c.parquet").column("argues").to_pylist() == ["trend", ""]


def test_without_text_no_words_are_left(record: Record) -> None:
    (obj, _) = record.objects("claims", text=False)
    assert "quote" not in obj
