"""Headlines beside UCDP's rows: what is a usable headline, and what agrees, on rows of our own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from bench.__main__ import main
from click.testing import CliRunner

from bench import ged
from jirga.coding import Coder

ROW = {
    "year": "2019",
    "side_a": "Government of Nigeria",
    "side_b": "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad",
    "source_headline": "Nigerian troops kill nine Boko Haram fighters in Maiduguri on Tuesday",
    "source_date": "2019-03-06",
    "where_coordinates": "Maiduguri town",
    "adm_1": "Borno state",
    "latitude": "11.846440",
    "longitude": "13.160274",
    "iso3": "NGA",
    "date_start": "2019-03-05 00:00:00.000",
    "date_end": "2019-03-05 00:00:00.000",
    "low": "8.0",
    "high": "10.0",
}


def verdicts(**changed: str) -> dict[str, str]:
    (one,) = ged.items([ROW | changed])
    return dict(ged.verdicts(one, ged.answer(one, Coder())))


def test_a_row_that_the_headline_tells_agrees_in_all() -> None:
    assert set(verdicts().values()) == {"right"}


def test_other_sides_days_places_and_deaths_do_not() -> None:
    told = verdicts(
        side_a="Government of Chad",
        side_b="DPR",
        date_start="2019-03-02",
        date_end="2019-03-03",
        adm_1="Lagos state",
        latitude="6.5",
        longitude="3.4",
        low="2",
        high="3",
        iso3="TCD",
    )
    assert set(told.values()) == {"wrong"}


def test_one_participant_is_no_two_sides() -> None:
    (one,) = ged.items([ROW])
    (event, *_) = ged.answer(one, Coder()).events
    assert ged.matched(one.rows[0], event.actor) == {0}
    assert ged.matched(one.rows[0], [*event.actor, *event.recipient]) == {0, 1}


@pytest.mark.parametrize(
    "headline", ["Tolm town", "NORTHERN SITREP for the week of May 2", "В Толме погиб один солдат вчера"]
)
def test_titles_places_and_other_scripts_are_no_usable_headlines(headline: str) -> None:
    assert not list(ged.items([ROW | {"source_headline": headline}]))


def test_a_headline_of_several_rows_is_one_item_and_takes_its_own_day() -> None:
    two = ROW | {
        "source_headline": f"Tolm town;{ROW['source_headline']}",
        "source_date": "2019-03-09;2019-03-06",
    }
    (one,) = ged.items([ROW, two | {"low": "9"}])
    assert (one.published, len(one.rows)) == ("2019-03-06", 2)


@pytest.mark.parametrize(("option", "expected"), [([], "deaths right"), (["--misses", "1"], "no event")])
def test_the_command(
    option: list[str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [ROW, ROW | {"source_headline": "Calm returns to the old market"}]
    for file in ged.FILES.values():
        path = tmp_path / ged.FOLDER / file
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(ROW))
            writer.writeheader()
            writer.writerows(rows)
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path))
    assert expected in CliRunner().invoke(main, ["ged", *option]).output
