"""The made record of the merging bench: as reading would leave it, and its figures."""

from __future__ import annotations

from pathlib import Path

from bench.filling import fill
from bench.merging import made, run

from jirga import merging
from jirga.model import Reading
from jirga.store import Query, Store

SIZE = 150


def test_a_filled_record_has_the_events_of_one_that_was_saved(tmp_path: Path) -> None:
    fill(tmp_path / "filled.db", made(SIZE))
    with Store.open(tmp_path / "saved.db", writing=True) as saved:
        for document, statements, _ in made(SIZE):
            saved.save(document, Reading(f"rd_{document.id}", document.id, "1", "bench", "", ""), statements)
        with Store.open(tmp_path / "filled.db", writing=True) as filled:
            assert list(filled.statements(Query(all=True))) == list(saved.statements(Query(all=True)))
            assert [(one.one, one.other) for one in filled.copies()] == [
                (one.one, one.other) for one in saved.copies()
            ]
            assert merging.update(filled) == merging.update(saved)
            assert list(filled.kept_events()) == list(saved.kept_events())


def test_the_same_size_is_made_of_the_same() -> None:
    assert [one.id for one, _, _ in made(SIZE)] == [one.id for one, _, _ in made(SIZE)]
    assert SIZE <= sum(len(statements) for _, statements, _ in made(SIZE)) < 2 * SIZE


def test_time_memory_and_growth_are_told_for_each_size(tmp_path: Path) -> None:
    figures = run(tmp_path, (60, 120)).figures
    assert {"growth exponent", "growth exponent, contests and truces"} < figures.keys()
    assert figures["120 statements: events"].value > figures["60 statements: events"].value > 0
    assert all(figures[f"{size} statements: peak memory, MB"].value > 0 for size in (60, 120))
