"""What a statement looks like on the screen where it is no plain event."""

from __future__ import annotations

from dataclasses import replace

import sample_record as made
from jirga.cli import telling
from jirga.model import Figure, QuantityCode, Span, Speaker

ITS = Span(0, 3, "its")


def test_a_quantity_is_told_by_its_figure_once() -> None:
    assert telling.headline(made.YEAR).plain == "70 attacks in 2021, rising (quantity: “70 attacks”)"
    assert telling.detail(made.YEAR).plain == ""


def test_a_trend_without_a_number_is_told_by_where_it_goes() -> None:
    falling = replace(made.YEAR, figures=(), quantity=QuantityCode(trend="down"))
    assert telling.headline(falling).plain == "falling (quantity: “70 attacks”)"


def test_a_claim_tells_how_it_argues() -> None:
    claim = replace(made.YEAR, kind="claim", quantity=None, figures=(), decided_by=("claim: effect",))
    assert telling.headline(claim).plain == "argues an effect (claim: “70 attacks”)"
    added = replace(claim, decided_by=())
    assert telling.headline(added).plain == "argues (claim: “70 attacks”)"


def test_a_relation_to_nobody_named_says_so() -> None:
    assert telling.headline(replace(made.LEADS, recipient=())).plain.startswith(
        "Noor Wali Mehsud → unknown · leads"
    )


def test_a_pronoun_left_open_is_shown_as_words_of_the_text() -> None:
    attack = replace(made.DENIAL, actor=(replace(made.DENIAL.actor[0], name="its", entity=None),))
    assert telling.sides(attack).plain == "“its”"
    assert telling.speaker_name(Speaker("He", "person", mention=ITS)) == "“He”"


def test_the_figures_of_an_event_stand_below_it() -> None:
    dead = (Figure("killed", ITS, low=9, high=9, of="soldiers"),)
    assert telling.detail(replace(made.DENIAL, figures=dead)).plain == "9 soldiers killed"
