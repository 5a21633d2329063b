from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import sample_record as made
from jirga.model import When
from jirga.questions import Entry, highlights, rivals
from jirga.questions.quantities import gather
from jirga.record import Record

ENTRIES = [
    Entry(one, {each.id: each for each in made.DOCUMENTS}[one.document])
    for one in made.STATEMENTS
    if one.happened
]


@given(st.permutations(ENTRIES), st.integers(0, 10))
def test_highlights_are_some_of_the_entries_in_their_order(entries: list[Entry], number: int) -> None:
    chosen = highlights(entries, number)
    assert len(chosen) == min(number, len(entries))
    assert chosen == [one for one in entries if one in chosen]


def test_every_document_has_its_turn_before_one_has_its_second() -> None:
    assert {one.document.id for one in highlights(ENTRIES, 3)} == {one.id for one in made.DOCUMENTS}


def test_what_names_sides_and_a_day_goes_before_what_does_not() -> None:
    of_dawn = [one for one in ENTRIES if one.document == made.DAWN]
    (chosen,) = highlights(of_dawn, 1)
    assert chosen.statement == made.RELEASE


def test_a_second_event_of_a_type_and_day_is_put_off() -> None:
    again = replace(made.ATTACK, id="st_again")
    attacks = [Entry(made.ATTACK, made.WIRE), Entry(again, made.WIRE), Entry(made.LEADS, made.WIRE)]
    assert {one.statement.kind for one in highlights(attacks, 2)} == {"event", "relation"}


def test_rivals_are_figures_of_one_measure_by_different_speakers(record: Record) -> None:
    rows = record.quantities()
    assert [(row.said_by[0].name, row.figure.low) for row in rivals(rows, 5)] == [
        ("Police", 9),
        ("a TTP statement", 14),
    ]


def test_figures_of_one_day_in_different_documents_stand_against_each_other() -> None:
    day = When("2022-04-06", "2022-04-06", "2022-04-06", "stated")
    police, ttp = (
        replace(made.ATTACK, id=name, figures=(one,))
        for name, one in zip("ab", made.ATTACK.figures, strict=True)
    )
    elsewhere = replace(ttp, document=made.KABUL.id, when=day)
    assert len(rivals(list(gather([police, elsewhere])), 5)) == 2
    undated = replace(elsewhere, when=When())
    assert rivals(list(gather([police, undated])), 5) == []


def test_one_speaker_or_one_number_is_no_rivalry() -> None:
    nine, fourteen = made.ATTACK.figures
    same_speaker = replace(made.ATTACK, figures=(nine, replace(fourteen, said_by=nine.said_by)))
    assert rivals(list(gather([same_speaker])), 5) == []
    same_number = replace(made.ATTACK, figures=(nine, replace(fourteen, low=9, high=9)))
    assert rivals(list(gather([same_number])), 5) == []
