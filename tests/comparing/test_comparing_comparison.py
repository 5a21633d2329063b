"""What a comparison counts: matched, missed, extra, outside; the best assignment; the verb itself."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from comparing_helpers import ACLED, GED, a_party, an_event, killed, written
from hypothesis import given, settings
from hypothesis import strategies as st

import jirga
import sample_record as made
from jirga.cli.app import run
from jirga.comparing import Comparison, Pair, Settings, Table, compare, read
from jirga.comparing.assignment import assign
from jirga.comparing.pairs import pairs
from jirga.comparing.told import told
from jirga.model import Event, Where


def table(tmp_path: Path, *rows: dict[str, str]) -> Table:
    return read(written(tmp_path / "events.csv", *rows))


def a_row(number: int, day: str = "2022-04-06", **more: str) -> dict[str, str]:
    return GED | {"id": str(number), "date_start": day, "date_end": day} | more


def compared(rows: Table, *events: Event, **more: Any) -> Comparison:
    return compare(rows, [(one, "2022-04-08") for one in events], **more)


def ids(comparison: Comparison, status: str) -> list[str]:
    """The ids of the rows, or of the events that have none."""
    lines = [line for line in comparison.lines if line.status == status]
    return [line.row.id if line.row else line.event.id if line.event else "" for line in lines]


def test_matched_missed_extra_and_outside(tmp_path: Path) -> None:
    rows = (
        a_row(1),
        a_row(2, "2022-04-03", best="30", high="30", low="30"),  # days before the report: missed
        a_row(3, "2022-06-01"),  # no report of those days
        a_row(4, country="Nigeria", latitude="9", longitude="7"),  # nor of that country
    )
    found = compared(
        table(tmp_path, *rows),
        an_event("ev_1"),
        an_event("ev_2", "2022-05-01"),  # a deadly event that the file lacks
        an_event("ev_3", "2022-05-01", figures=()),  # nobody killed: not in such a file
        an_event("ev_4", "2023-05-01"),  # after the file's end
        an_event("ev_5", "2022"),
        an_event("ev_6", type="CONSULT"),  # of no type that the file has
    )
    counts = {status: ids(found, status) for status in found.summary()["counts"]}
    assert counts == {
        "matched": ["1"],
        "missed": ["2"],
        "extra": ["ev_2"],
        "outside the record": ["4", "3"],
        "outside the file": ["ev_3", "ev_4"],
        "undated": ["ev_5"],
    }
    assert found.share == 0.5


def test_deaths_stand_side_by_side(tmp_path: Path) -> None:
    other = {"latitude": "34.5", "longitude": "69.2", "where_coordinates": "Kabul", "adm_1": "Kabul"}
    found = compared(
        table(tmp_path, a_row(1), a_row(2, best="20", low="18", high="25", **other)),
        an_event("ev_1", figures=(killed(7), killed(9))),
        an_event("ev_2", where=Where("Kabul", "AFG", 34.5, 69.2, "place"), figures=(killed(30),)),
    )
    assert found.deaths() == {
        "pairs": 2,
        "overlapping": 1,
        "file": {"low": 27, "best": 29, "high": 39},
        "record": {"low": 37, "high": 39},
    }


def test_an_event_that_would_fit_another_row_as_well_says_so(tmp_path: Path) -> None:
    found = compared(table(tmp_path, a_row(1), a_row(2)), an_event())
    (line,) = found.of("matched")
    assert line.row and line.pair
    assert (line.row.id, line.pair.others) == ("1", 1)
    assert line.pair.why[-1] == "1 other row fits as well"
    assert found.summary()["matched_unclear"] == 1


def test_bounds_hold_on_both_sides(tmp_path: Path) -> None:
    rows = table(tmp_path, a_row(1), a_row(2, "2022-07-01"), a_row(3, country="Pakistan"))
    events = (an_event("ev_1"), an_event("ev_2", "2022-07-01"))
    found = compared(rows, *events, since="2022-06-01", until="2022-12-31", countries=["AFG"])
    assert ids(found, "matched") == ["2"]
    assert len(found.lines) == 1


def test_nothing_compared_with_nothing(tmp_path: Path) -> None:
    found = compared(table(tmp_path, a_row(1)))
    assert (found.share, len(found.of("outside the record"))) == (None, 1)


# --- the assignment -------------------------------------------------------------------------------------


def test_all_pairs_together_fit_best_not_each_for_itself(tmp_path: Path) -> None:
    # the second event fits only the first row; the first fits both, the first row a little better
    rows = table(tmp_path, a_row(1), a_row(2, "2022-04-07"))
    nearby = Where("Khost", "AFG", 33.5, 69.92, "place")
    events = (an_event("ev_1"), an_event("ev_2", "2022-04-04", where=nearby))
    found = compared(rows, *events)
    assert {(line.row.id, line.event.id) for line in found.of("matched") if line.row and line.event} == {
        ("1", "ev_2"),
        ("2", "ev_1"),
    }


def best_by_trying(found: list[Pair]) -> float:
    """The best sum of scores, by trying every assignment."""
    events, lines = sorted({p.told.event.id for p in found}), sorted({p.row.line for p in found})
    score = {(p.told.event.id, p.row.line): p.score for p in found}
    slots = [*lines, *(-1 - at for at in range(len(events)))]
    return max(
        sum(score[event, line] for event, line in zip(events, chosen, strict=True) if (event, line) in score)
        for chosen in permutations(slots, len(events))
    )


@settings(max_examples=40, deadline=None)
@given(
    scores=st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(2, 5)), st.integers(10, 40), min_size=1, max_size=10
    ),
    seed=st.integers(0, 99),
)
def test_no_assignment_is_better_and_order_does_not_matter(
    scores: dict[tuple[int, int], int], seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = table(tmp_path_factory.mktemp("made"), *(a_row(n) for n in range(4))).rows
    known = {row.line: row for row in rows}
    one = told(an_event(), None, Settings())
    assert one is not None
    found = [
        Pair(replace(one, event=an_event(f"ev_{event}")), known[line], score / 4, (), 0, None)
        for (event, line), score in scores.items()
    ]
    taken = assign(found)
    assert sum(pair.score for pair in taken) == pytest.approx(best_by_trying(found))
    assert len({pair.row.line for pair in taken}) == len({pair.told.event.id for pair in taken}) == len(taken)
    random.Random(seed).shuffle(found)
    assert assign(found) == taken


def test_the_outcome_does_not_depend_on_the_order_of_events_or_rows(tmp_path: Path) -> None:
    rows = [a_row(n, f"2022-04-0{1 + n % 7}") for n in range(8)]
    events = [an_event(f"ev_{n}", f"2022-04-0{1 + n % 6}") for n in range(7)]
    first = compared(table(tmp_path, *rows), *events)
    again = compared(table(tmp_path, *rows), *reversed(events))
    assert first.lines == again.lines


def test_no_pairs_are_no_assignment() -> None:
    assert assign([]) == []
    assert list(pairs([], [], Settings())) == []


# --- the verb -------------------------------------------------------------------------------------------


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    yield made.make(tmp_path / "sample.db")


def test_a_record_is_compared_with_ucdp(record: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "ged.csv", GED)
    with jirga.open(record) as opened:
        found = opened.compare(path)
    (line,) = found.of("matched")
    assert line.event and line.event.statements == (made.ATTACK.id,)
    assert line.pair and "9 to 14 dead, as in the file" in line.pair.why


def test_the_screen_the_lines_and_the_file(
    record: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "acled.csv", ACLED, ACLED | {"event_date": "01 June 2022", "fatalities": "40"})
    out = tmp_path / "compared.csv"
    where = ["--record", str(record)]
    assert run(["compare", str(path), "-o", str(out), *where]) == 0
    told_ = capfd.readouterr()
    assert "Matched: 50% of the file's 2 events that the record could have." in told_.out
    assert "Dead in 1 pair where both tell a number: the file 9 (9 to 9), the record 9 to 14" in told_.out
    assert "40 dead" in told_.out  # missed
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    assert [row["status"] for row in rows] == ["matched", "missed"]
    assert (rows[0]["row_best"], rows[0]["killed_high"], rows[0]["place"]) == ("9", "14", "Khost")
    assert run(["compare", str(path), "--json", *where]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [one["status"] for one in lines] == ["matched", "missed"]
    assert lines[0]["event"]["statements"] == [made.ATTACK.id]


def test_a_mistake_is_one_line(record: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.csv").write_text("when,what\nnow,this\n")
    for arguments in (["notes.csv"], ["missing.csv"], ["notes.csv", "--since", "soon"]):
        arguments = [str(tmp_path / arguments[0]), *arguments[1:]]
        assert run(["compare", *arguments, "--record", str(record)]) == 2
        assert len(capfd.readouterr().err.splitlines()) == 1


def test_an_unnamed_party_of_a_country_may_be_where_it_happened(tmp_path: Path) -> None:
    event = an_event(where=Where(), actor=(a_party("gunmen", None, "AFG", "REB"),))
    assert ids(compared(table(tmp_path, a_row(1)), event), "matched") == ["1"]
