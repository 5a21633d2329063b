from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.coding.attribution import attributions
from jirga.coding.figures import FoundFigure, figures
from jirga.coding.numbers import find_numbers, value
from jirga.language import Analysis, analyse
from jirga.model import MEASURES, Document, Statement


def read(text: str) -> Analysis:
    return analyse(Document("d", "h", "1", "test", text, language="en"))


def found(text: str) -> tuple[FoundFigure, ...]:
    return figures(read(text))


def told(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(f.figure.measure, f.figure.low, f.figure.high) for f in found(text)]


@pytest.mark.parametrize(
    ("words", "low", "high", "approximate"),
    [
        ("12", 12, 12, False),
        ("1,200", 1200, 1200, False),
        ("twenty-three", 23, 23, False),
        ("a dozen", 12, 12, False),
        ("two dozen", 24, 24, False),
        ("three hundred and five", 305, 305, False),
        ("3.5 million", 3_500_000, 3_500_000, False),
        ("half a million", 500_000, 500_000, False),
        ("two lakh", 200_000, 200_000, False),
        ("at least 12", 12, None, False),
        ("no fewer than 12", 12, None, False),
        ("more than 12", 12, None, True),
        ("up to 12", None, 12, False),
        ("fewer than 12", None, 12, False),
        ("about 12", 12, 12, True),
        ("nearly 500", 500, 500, True),
        ("between 30 and 40", 30, 40, False),
        ("30 to 40", 30, 40, False),
        ("30-40", 30, 40, False),
        ("12 or more", 12, None, False),
        ("20-odd", 20, 20, True),
        ("dozens", 24, None, True),
        ("hundreds", 200, None, True),
        ("tens of thousands", 20_000, None, True),
        ("several hundred", 200, None, True),
        ("several", 3, None, True),
        ("a couple", 2, 2, True),
        ("many", None, None, True),
    ],
)
def test_a_number_phrase_has_the_bounds_it_states(
    words: str, low: float | None, high: float | None, approximate: bool
) -> None:
    text = f"They saw {words} people there."
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == words
    assert (number.low, number.high, number.approximate) == (low, high, approximate)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_and_without_commas_have_the_same_value(amount: int) -> None:
    assert value(f"{amount:,}") == value(str(amount)) == amount


@given(st.text(max_size=80))
def test_number_phrases_are_in_order_and_inside_the_text(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= n.start <= n.numeral < n.end <= len(text) for n in numbers)
    assert all(a.end <= b.start for a, b in pairwise(numbers))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bomb killed 12 people and injured 30 others.", [("killed", 12, 12), ("injured", 30, 30)]),
        ("Twelve people died and 40 were wounded.", [("killed", 12, 12), ("injured", 40, 40)]),
        ("12 killed, 30 wounded in market blast", [("killed", 12, 12), ("injured", 30, 30)]),
        ("The office gave 459 killed and 478 wounded.", [("killed", 459, 459), ("injured", 478, 478)]),
        ("The attack left nine people dead.", [("killed", 9, 9)]),
        ("The clashes claimed 15 lives.", [("killed", 15, 15)]),
        ("The death toll rose to 45.", [("killed", 45, 45)]),
        ("The death of five policemen was confirmed.", [("killed", 5, 5)]),
        ("Two men were shot dead.", [("killed", 2, 2)]),
        ("Two men were shot.", [("casualties", 2, 2)]),
        ("The strike killed or wounded 14 fighters.", [("casualties", 14, 14)]),
        ("Police arrested 23 suspects.", [("detained", 23, 23)]),
        ("The state freed 100 prisoners.", [("released", 100, 100)]),
        ("The release of 102 prisoners was agreed.", [("released", 102, 102)]),
        ("Hundreds of thousands of people fled.", [("displaced", 200_000, None)]),
        ("Gunmen kidnapped six engineers.", [("abducted", 6, 6)]),
        ("Two guards were taken hostage.", [("abducted", 2, 2)]),
        ("Dozens of militants surrendered.", [("surrendered", 24, None)]),
        ("The group has 6,000 fighters.", [("fighters", 6000, 6000)]),
        ("The state deployed 2,000 troops.", [("troops", 2000, 2000)]),
        ("Hundreds of protesters gathered in the square.", [("demonstrators", 200, None)]),
        ("A policeman was killed.", [("killed", 1, 1)]),
        ("No one was hurt.", [("injured", 0, 0)]),
        ("They freed a score of their brothers.", [("released", 20, 20)]),
        ("Rebels annihilated ninety-odd recruits.", [("killed", 90, 90)]),
        ("Riders cut down thirty villagers.", [("killed", 30, 30)]),
        ("A mine blew up four cadets.", [("killed", 4, 4)]),
        ("Raiders shot a Methodist joiner dead.", [("killed", 1, 1)]),
        ("They shot dead three guards and two cooks.", [("killed", 3, 3), ("killed", 2, 2)]),
        ("A vendor was shot in the knee.", [("injured", 1, 1)]),
        ("A vendor was shot in the chest.", [("casualties", 1, 1)]),
        ("A vendor was shot and killed on Monday night.", [("killed", 1, 1)]),
        ("A spokesman puts the number of sailors killed at eight.", [("killed", 8, 8)]),
        ("He was arrested in May with twenty others.", [("detained", 20, 20)]),
        ("Upwards of 200 students were arrested.", [("detained", 200, None)]),
        ("Soldiers drove some 3,000 farmers out of the valley.", [("displaced", 3000, 3000)]),
        ("The column kidnapped a land surveyor.", [("abducted", 1, 1)]),
        ("The ransom was $2 million.", [("money", 2_000_000, 2_000_000)]),
        ("655 rebels were killed and 491 were wounded.", [("killed", 655, 655), ("injured", 491, 491)]),
        ("Two men were killed and a third wounded.", [("killed", 2, 2), ("injured", 1, 1)]),
        ("They fired, killing one man and injuring another.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("A man was shot and killed in the camp.", [("killed", 1, 1)]),
        ("Police identified two men who were shot dead.", [("killed", 2, 2)]),
        ("The bodies of 12 policemen were found.", [("killed", 12, 12)]),
        ("Thirty people were taken to hospital with burns.", [("injured", 30, 30)]),
        ("Five people are in critical condition.", [("injured", 5, 5)]),
        ("The bomb killed a family of five.", [("killed", 5, 5)]),
        (
            "The arrest of 12 people and the destruction of five buses ended it.",
            [("detained", 12, 12), ("other", 5, 5)],
        ),
        ("He was one of three people police arrested on Monday.", [("detained", 3, 3)]),
        ("Officials put the number of wounded at 45.", [("injured", 45, 45)]),
    ],
)
def test_a_count_has_the_measure_of_the_word_over_it(
    text: str, expected: list[tuple[str, float, float]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldier was 24 years old when he was killed.",
        "The 2nd battalion killed him in 2014.",
        "Soldiers of the 7th brigade marched 5 km and fired 7.62mm rounds.",
        "Half of them, 50 per cent, died.",
        "Article 144 was imposed at 5 pm.",
        "He was killed on March 5, 2014.",
        "Scott Dayton, 42, of Woodbridge, died in the blast.",
        "Police seized 330 pounds of explosives.",
        "Two children in the house were not injured.",
    ],
)
def test_ages_dates_shares_and_names_are_no_figures(text: str) -> None:
    assert told(text) == []


def test_a_part_names_its_total() -> None:
    total, part = found("The bomb killed at least 12 people, including three children.")
    assert total.figure.part_of is None
    assert part.figure.part_of == "at least 12 people"
    assert part.figure.of == "children"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people: 10 soldiers and two civilians.",
        "Patrols killed three journalists: a photographer, a correspondent and a driver.",
        "Eleven people, none of them Americans, died in the blast.",
    ],
)
def test_a_list_that_adds_up_and_a_nought_detail_their_total(text: str) -> None:
    total, *parts = found(text)
    assert parts
    assert all(part.figure.part_of == total.figure.mention.quote for part in parts)


def test_a_coordination_is_one_series() -> None:
    soldiers, civilian = found("Two soldiers and a civilian were killed in the ambush.")
    assert (soldiers.figure.low, civilian.figure.low) == (2, 1)
    assert soldiers.series == civilian.series
    assert soldiers.verb == civilian.verb


def test_a_clause_speaker_is_not_repeated_on_its_figure() -> None:
    analysis = read("Officials said the bomb killed 12 people.")
    (one,) = figures(analysis, attributions(analysis))
    assert one.figure.said_by == ()  # the clause is the officials' as a whole


@pytest.mark.parametrize(
    "text",
    [
        "The bomb killed 12 people (15, according to medics).",
        "The bomb killed 12 people, or 15 by the hospital's account.",
    ],
)
def test_rival_figures_have_their_own_source_and_do_not_add_up(text: str) -> None:
    analysis = read(text)
    first, rival = figures(analysis, attributions(analysis))
    assert first.figure.said_by == ()
    assert [s.name for s in rival.figure.said_by] in (["medics"], ["hospital"])
    assert first.series != rival.series


def rivals(text: str) -> list[tuple[float | None, list[str]]]:
    """Low bound and own speakers of each figure that counts the first one's dead."""
    analysis = read(text)
    found = figures(analysis, attributions(analysis))
    return [(f.figure.low, [s.name for s in f.figure.said_by]) for f in found if f.verb == found[0].verb]


@pytest.mark.parametrize(
    ("text", "other", "source"),
    [
        ("The attack killed 12, according to police, and 15 according to medics.", 15, "medics"),
        ("The raid killed 12 people, police said, while medics put the toll at 15.", 15, "medics"),
        ("Police said the bomb killed 12 people; medics said 15.", 15, "medics"),
        ("The raid killed 12 people, police said. Medics put the toll at 15.", 15, "Medics"),
        ("The raid killed 12 people. The governor's office gave a toll of 36.", 36, "office"),
        ("The raid killed 12 people, police said. Prosecutors list eight.", 8, "Prosecutors"),
        ("The raid killed 12 people. The commissioner speaks of thirty-one.", 31, "commissioner"),
        ("The raid killed 12 people, police said. The ministry's list has 68 names.", 68, "list"),
        ("The raid killed 12 people. The mayor has only nine on his list.", 9, "mayor"),
        ("Police say 12 were killed. The opposition claims 40.", 40, "opposition"),
        ("The raid killed 12, the army says, but residents say the figure is 45.", 45, "residents"),
    ],
)
def test_a_rival_figure_counts_the_same_dead_for_another_speaker(
    text: str, other: float, source: str
) -> None:
    assert rivals(text) == [(12, []), (other, [source])]


def test_two_kinds_of_dead_of_one_source_are_no_rivals() -> None:
    analysis = read("The clashes killed 12 soldiers and 30 rebels, according to the army.")
    soldiers, rebels = figures(analysis, attributions(analysis))
    assert (soldiers.figure.said_by, rebels.figure.said_by) == ((), ())
    assert soldiers.series == rebels.series


def test_a_count_of_killings_belongs_to_that_noun() -> None:
    analysis = read("He was expelled for two killings.")
    (one,) = figures(analysis)
    assert one.verb is not None
    assert analysis.doc[one.verb].text == "killings"


def test_money_has_its_currency() -> None:
    (one,) = found("They paid Rs 500,000 to him.")
    assert one.figure.unit == "rupees"


_PIECES = st.sampled_from(
    [
        "12 ",
        "at least ",
        "two dozen ",
        "people ",
        "were killed ",
        "and ",
        "injured ",
        "a soldier ",
        ", ",
        ". ",
        "$5 ",
        "including ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join))
def test_any_text_gives_figures_that_quote_it(text: str) -> None:
    for one in found(text):
        mention = one.figure.mention
        assert text[mention.start : mention.end] == mention.quote
        assert one.figure.measure in MEASURES
        low, high = one.figure.low, one.figure.high
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The driver was shot in the face and later died.", [("killed", 1, 1)]),
        ("The victim was pronounced dead in hospital.", [("killed", 1, 1)]),
        ("Two clerks were shot. Both died that night.", [("casualties", 2, 2), ("killed", 2, 2)]),
        ("A baker shot his wife and then himself.", [("casualties", 1, 1), ("casualties", 1, 1)]),
        ("A tutor and her son were found dead.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("The mayor was arrested.", []),
        ("The victim spoke to the press.", []),
        ("Every victim was killed.", []),
    ],
)
def test_one_known_person_counts_only_where_hurt_or_killed(
    text: str, expected: list[tuple[str, float, float]]
) -> None:
    assert told(text) == expected


def test_somebody_told_of_before_is_marked_as_known() -> None:
    first, second = found("A teller was shot. The teller died in hospital.")
    assert not first.known
    assert second.known


@pytest.mark.parametrize(
    ("text", "mention", "total"),
    [
        ("At least 14 people, five of them children, were killed.", "five", "At least 14 people"),
        ("They freed 90 guests, among them the cook's six sons.", "six sons", "90 guests"),
        ("All 20 rebels were killed, two teenagers among them.", "two teenagers", "20 rebels"),
    ],
)
def test_a_part_told_beside_its_total_shares_its_fate(text: str, mention: str, total: str) -> None:
    parts = [one.figure for one in found(text) if one.figure.part_of]
    assert [(p.mention.quote, p.part_of) for p in parts] == [(mention, total)]


@pytest.mark.parametrize(
    "text",
    [
        "No information was released.",
        "09.41 Ankara was attacked.",
        "The two sides met.",
        "The truce began at eight in the evening.",
        "In 1972 soldiers left the tower.",
        "They blew up the pumps one after another.",
        "A minister protests that it was legal.",
        "Nobody shot at the crowd.",
    ],
)
def test_times_pairs_and_idioms_count_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The government and fourteen rebel groups signed an accord.", "SUPPORT", [("other", 14)]),
        ("Twelve opposition parties are boycotting the vote.", "PROTEST", [("other", 12)]),
        ("Four bishops have held talks with the capos.", "CONSULT", [("other", 4)]),
        ("Yesterday's deportation of 1,200 Chadians was harsh.", "COERCE", [("other", 1200)]),
        ("Five officers sat down to sign the accord.", "SUPPORT", [("other", 5)]),
        ("Police rounded up 859 suspects.", "COERCE", [("detained", 859)]),
        ("Armed men carried off a dozen pupils.", "ASSAULT", [("abducted", 12)]),
        ("The two states exchanged 215 prisoners.", "RETREAT", [("released", 215)]),
        ("Two rockets killed seven traders.", "ASSAULT", [("killed", 7)]),
        ("The gang killed two clerks after the state had refused 500 dollars.", "ASSAULT", [("killed", 2)]),
    ],
)
def test_a_deed_has_the_counts_of_its_parties_and_things(
    code: Callable[..., tuple[Statement, ...]], text: str, type_: str, expected: list[tuple[str, float]]
) -> None:
    (one,) = [s for s in code(text) if s.event is not None and s.event.type == type_]
    assert [(f.measure, f.low) for f in one.figures] == expected


def test_the_count_of_parties_has_its_own_speaker(code: Callable[..., tuple[Statement, ...]]) -> None:
    (one,) = [s for s in code("Rebels freed 12 sailors (15, according to medics).") if s.kind == "event"]
    assert [(f.low, [s.name for s in f.said_by]) for f in one.figures] == [(12, []), (15, ["medics"])]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The army killed 93 people. The diocese believes there are more than four hundred.", [93, 400]),
        ("Fighters handed over 112 rifles. The observer put the number at ninety-eight.", [112, 98]),
        ("Police released 225 people. A group of lawyers could confirm 107.", [225, 107]),
        ("The party says that dozens were massacred, and the government admits none.", [24, 0]),
    ],
)
def test_a_rival_count_may_be_of_a_total_of_arms_or_of_none(text: str, numbers: list[float]) -> None:
    told = found_with_sources(text)
    assert [one.figure.low for one in told] == numbers
    assert len({one.figure.measure for one in told}) == 1
    assert told[0].figure.part_of is None and told[1].figure.part_of is None


def test_none_of_its_own_is_no_count() -> None:
    text = "Three were killed, the party says. The minister rejected the figure and gave none of his own."
    assert [one.figure.low for one in found_with_sources(text)] == [3]


def test_a_bare_number_after_dead_and_wounded_is_of_the_dead() -> None:
    text = "The office gave 459 killed and 478 wounded. The prosecutor had admitted 108."
    assert [(one.figure.measure, one.figure.low) for one in found_with_sources(text)][-1] == ("killed", 108)


def found_with_sources(text: str) -> tuple[FoundFigure, ...]:
    analysis = read(text)
    return figures(analysis, attributions(analysis))


def test_hostages_let_go_are_counted_as_released(code: Callable[..., tuple[Statement, ...]]) -> None:
    (one,) = code("The Red Cross said that thirteen hostages were delivered to its drivers.")
    assert [it.measure for it in one.figures] == ["released"]


def test_a_bare_number_is_the_object_though_a_source_stands_between() -> None:
    assert told("The government freed, by my own list, 119 in November.") == [("released", 119, 119)]


def test_a_clause_without_its_pronoun_takes_no_count_from_the_verb() -> None:
    text = "Twenty-three women and children carried off in a raid were given back to their families."
    analysis = read(text)
    (one,) = figures(analysis)
    assert one.verb is not None and analysis.doc[one.verb].text == "given"


def test_their_dead_are_no_one_dead() -> None:
    assert told("Residents buried their dead on Sunday.") == []


def test_of_the_whole_told_with_the_its_only_a_part_befell() -> None:
    assert told("Our men annihilated twenty-four of the two thousand men sent against them.") == [
        ("killed", 24, 24)
    ]


def test_a_number_ascribed_to_somebody_is_no_rival() -> None:
    text = "The war killed 220,000 people. Of the massacres the centre attributes 1,166 to the army."
    killed = [one for one in found_with_sources(text) if one.figure.measure == "killed"]
    assert [one.figure.low for one in killed] == [220_000]
