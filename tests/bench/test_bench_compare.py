"""The bench of `jirga compare`: which headlines, which halves, what counts as right, on rows of our own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from bench.__main__ import main
from click.testing import CliRunner

from bench import compare
from jirga import comparing
from jirga.coding import Coder

ROW = {
    "id": "1.0",
    "year": "2019",
    "type_of_violence": "1",
    "side_a": "Government of Nigeria",
    "side_b": "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad",
    "source_headline": "Nigerian troops kill nine Boko Haram fighters in Maiduguri",
    "source_date": "2019-03-06",
    "where_prec": "1",
    "where_coordinates": "Maiduguri town",
    "adm_1": "Borno state",
    "latitude": "11.846440",
    "longitude": "13.160274",
    "iso3": "NGA",
    "date_start": "2019-03-05 00:00:00.000",
    "date_end": "2019-03-05 00:00:00.000",
    "best": "9",
    "low": "8.0",
    "high": "10.0",
}
OTHER = {
    "id": "2",
    "source_headline": "Gunmen on motorbikes kill four villagers near Jos",
    "best": "4",
    "low": "4",
}


def written(path: Path, *rows: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(ROW))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_every_headline_is_in_one_half_with_all_rows_that_cite_it(tmp_path: Path) -> None:
    path = written(tmp_path / "ged.csv", ROW, ROW | {"id": "3"}, ROW | OTHER)
    halves = [compare.sample(path, half) for half in ("tuned", "kept")]
    assert [len(one) for one in halves] == [1, 1]
    assert {one.text: one.rows for half in halves for one in half} == {
        ROW["source_headline"]: frozenset({"1", "3"}),
        OTHER["source_headline"]: frozenset({"2"}),
    }


@pytest.mark.parametrize(("cited", "right"), [({"1"}, 1.0), ({"7"}, 0.0)])
def test_a_pair_is_right_where_the_row_cites_the_headline(
    cited: set[str], right: float, tmp_path: Path
) -> None:
    table = comparing.read(written(tmp_path / "ged.csv", ROW))
    one = compare.Headline(ROW["source_headline"], "2019-03-06", frozenset(cited))
    (counted,) = compare.counts([one], compare.recorded([one], Coder()), table)
    assert (counted["pairs"], counted["right"], counted["clear"]) == (1.0, right, 1.0)
    assert counted["possible"] == 1.0


def test_two_headlines_of_one_row_could_have_one_pair(tmp_path: Path) -> None:
    table = comparing.read(written(tmp_path / "ged.csv", ROW))
    headlines = [
        compare.Headline(text, "2019-03-06", frozenset({"1"}))
        for text in (ROW["source_headline"], "Troops kill nine insurgents in Maiduguri, Nigeria")
    ]
    counted = compare.counts(headlines, compare.recorded(headlines, Coder()), table)
    assert sum(one["possible"] for one in counted) == sum(one["pairs"] for one in counted) == 1.0


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in compare.FILES.values():
        written(tmp_path / compare.FOLDER / file, ROW, ROW | OTHER)
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path))
    told = CliRunner().invoke(main, ["compare"]).output
    assert "precision" in told
    assert "Nigeria" in told
