"""The scorer on cases worked by hand."""

from __future__ import annotations

import pytest
from bench.answers import Answer
from bench.gold import Annotated, Record, country, mended
from bench.scoring import against_all, against_gold, both_countries, exact_countries, matching
from hypothesis import given
from hypothesis import strategies as st


def record(type_: str, source: str = "", target: str = "") -> Record:
    return Record("r", "text", type_, frozenset(source.split()), frozenset(target.split()))


def answered(type_: str, actor: str = "", recipient: str = "", **more: object) -> Answer:
    return Answer(type_, frozenset(actor.split()), frozenset(recipient.split()), **more)  # type: ignore[arg-type]


def event(types: str, *triggers: tuple[int, int], happened: bool = True, core: bool = True) -> Annotated:
    return Annotated(frozenset(types.split()), triggers, happened, core)


def test_strict_counts_distinct_types_and_both_needs_the_type() -> None:
    found = [answered("REJECT", "USA", "PSE"), answered("REJECT"), answered("CONSULT", "PSE", "USA")]
    counts = against_gold(record("REJECT", "PSE", "USA"), found)
    assert counts == {"gold": 1, "hit": True, "types": 2, "both": False, "mended": False, "exact": False}


@pytest.mark.parametrize(
    ("gold", "found", "both", "exact"),
    [
        (("PSE", "USA"), ("PSE", "USA"), True, True),
        (("PSE", "USA"), ("USA", "PSE"), False, False),  # the wrong way round
        (("PSE", "USA"), ("PSE", ""), False, False),  # no recipient where the gold has one
        (("GEO", ""), ("GEO", "RUS"), True, False),  # the gold asks for no recipient
        (("GEO", ""), ("", ""), False, False),
        (("", "IRQ"), ("", "IRQ"), True, True),  # perpetrator unknown in both
        (("SYR", "ISR PSE"), ("SYR", "PSE"), True, False),  # one of two targets
        (("JOR", "USA"), ("USA JOR", ""), True, True),  # reciprocal answer, directed gold
        (("USA JOR", ""), ("USA", "JOR"), True, True),  # directed answer, reciprocal gold
        (("USA JOR", ""), ("USA JOR", ""), True, True),
        (("USA JOR", ""), ("USA", ""), True, False),  # one party missing
        (("JOR", "USA"), ("JOR", "JOR"), False, False),
        (("QAT", "SDN TCD"), ("SDN TCD", "QAT"), True, True),  # a mediator, whom the gold has as source
        (("QAT", "SDN TCD"), ("SDN TCD", "ERI"), False, False),
    ],
)
def test_countries_by_role(gold: tuple[str, str], found: tuple[str, str], both: bool, exact: bool) -> None:
    one = answered("CONSULT", *found)
    assert both_countries(record("CONSULT", *gold), one) is both
    assert exact_countries(record("CONSULT", *gold), one) is exact


def test_only_talks_are_compared_past_their_go_between() -> None:
    assert not both_countries(record("AGREE", "QAT", "SDN TCD"), answered("AGREE", "SDN TCD", "QAT"))


def test_a_slip_of_the_gold_is_mended_beside_the_gold_as_it_stands() -> None:
    slip = Record("PLOVER-GSR01-DEMAND-0025", "t", "REQUEST", frozenset({"IGO"}), frozenset({"SDN"}))
    counts = against_gold(slip, [answered("REQUEST", "NGO", "SDN")])
    assert (counts["both"], counts["mended"]) == (False, True)
    assert mended(record("REQUEST", "IGO")) == record("REQUEST", "IGO")


def test_one_country_reciprocal_with_itself_is_no_pair() -> None:
    assert not both_countries(record("ASSAULT", "PHL", "PHL"), answered("ASSAULT", "PHL", ""))


def test_country_codes_are_mended_and_every_igo_is_alike() -> None:
    assert [country(code) for code in ("JAP", "ITL", "VTN", "UNO", "EUR", "IGOUNO", "USAGOV")] == [
        "JPN",
        "ITA",
        "VNM",
        "IGO",
        "IGO",
        "IGO",
        "USA",
    ]


def test_an_event_answered_twice_is_right_once() -> None:
    counts = against_all([event("ASSAULT")], [answered("ASSAULT"), answered("ASSAULT")])
    assert (counts["answers"], counts["right"], counts["found"]) == (2, 1, 1)


def test_optional_events_make_an_answer_right_but_are_not_asked_for() -> None:
    events = [event("REQUEST"), event("ACCUSE", core=False)]
    counts = against_all(events, [answered("ACCUSE")])
    assert (counts["right"], counts["core"], counts["found"]) == (1, 1, 0)


def test_alternatives_are_shared_out_so_that_most_answers_fit() -> None:
    events = [event("SANCTION COERCE"), event("COERCE")]
    assert against_all(events, [answered("COERCE"), answered("SANCTION")])["right"] == 2


def test_content_answered_as_happened_is_wrong_unless_content_is_shown() -> None:
    events = [event("REQUEST", (0, 8)), event("RETREAT", (10, 18), happened=False)]
    found = [answered("REQUEST", trigger=(0, 8)), answered("RETREAT", trigger=(10, 18))]
    counts = against_all(events, found)
    assert (counts["right"], counts["content"], counts["met"], counts["told"]) == (1, 1, 2, 1)
    assert against_all(events, found, content_too=True)["right"] == 2


def test_content_is_counted_only_among_answers_left_over() -> None:
    events = [event("CONSULT"), event("CONSULT", happened=False)]
    assert against_all(events, [answered("CONSULT")])["content"] == 0
    assert against_all(events, [answered("CONSULT"), answered("CONSULT")])["content"] == 1


def test_trigger_must_overlap_any_of_the_event_s_triggers_for_the_stricter_figure() -> None:
    events = [event("ASSAULT", (4, 10), (20, 26))]
    right = [
        against_all(events, [answered("ASSAULT", trigger=t)])["right_there"] for t in ((22, 30), (10, 20))
    ]
    assert right == [1, 0]
    assert against_all(events, [answered("ASSAULT")])["right_there"] == 0


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), max_size=5))
def test_matching_is_one_to_one_and_as_large_as_trying_everything(fits: list[list[bool]]) -> None:
    found = matching(fits)
    assert all(fits[row][column] for row, column in found.items())
    assert len(set(found.values())) == len(found) == best(fits, frozenset())


def best(fits: list[list[bool]], taken: frozenset[int]) -> int:
    if not fits:
        return 0
    placed = [1 + best(fits[1:], taken | {i}) for i, fit in enumerate(fits[0]) if fit and i not in taken]
    return max([best(fits[1:], taken), *placed])
