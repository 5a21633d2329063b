"""When and where: what hangs on the event, never what hangs on the saying, never the publication date."""

from __future__ import annotations

from collections.abc import Callable

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def only(found: tuple[Statement, ...], trigger: str) -> Statement:
    (statement,) = [s for s in found if s.trigger.quote == trigger]
    return statement


def test_a_stated_date_is_the_events(code: Code) -> None:
    when = only(code("Rebels attacked the town on 3 May 2021.", "2021-06-01"), "attacked").when
    assert (when.edtf, when.start, when.end, when.basis) == (
        "2021-05-03",
        "2021-05-03",
        "2021-05-03",
        "stated",
    )


def test_a_weekday_is_resolved_from_publication(code: Code) -> None:
    when = only(code("Rebels attacked the town on Friday.", "2021-11-10"), "attacked").when
    assert (when.edtf, when.basis) == ("2021-11-05", "resolved")


def test_the_day_of_the_saying_is_not_the_events(code: Code) -> None:
    statement = only(code("Rebels attacked the town, officials said on Monday.", "2021-11-10"), "attacked")
    assert statement.when.edtf is None
    assert statement.when.basis == "unknown"


def test_publication_never_stands_in_for_the_event(code: Code) -> None:
    assert only(code("Rebels attacked the town.", "2021-11-10"), "attacked").when.edtf is None


def test_a_place_is_kept_with_its_coordinates_and_precision(code: Code) -> None:
    where = only(code("Gunmen attacked a bus in Peshawar."), "attacked").where
    assert (where.name, where.country, where.precision) == ("Peshawar", "PAK", "place")
    assert where.lat is not None
    assert abs(where.lat - 34.0) < 0.2


def test_a_government_is_no_place(code: Code) -> None:
    assert only(code("Islamabad condemned the attack."), "condemned").where.name is None


def test_two_deeds_keep_their_own_days(code: Code) -> None:
    found = code(
        "Rebels attacked the town on 3 May 2021 and the army shelled the port on 7 May 2021.", "2021-06-01"
    )
    assert only(found, "attacked").when.edtf == "2021-05-03"
    assert only(found, "shelled").when.edtf == "2021-05-07"


def test_a_date_in_a_clause_about_somebody_is_not_the_events(code: Code) -> None:
    found = code("Rebels killed four soldiers whom they had held since 2010.", "2021-06-01")
    assert only(found, "killed").when.edtf is None


def test_nothing_told_as_done_is_dated_after_the_telling(code: Code) -> None:
    found = code("In 2013 the truce held. Rebels attacked the town on 3 December.", "2021-06-12")
    when = only(found, "attacked").when
    assert when.start is None or when.start <= "2021-06-12"


TIMELINE = (
    "2014: Rebels attacked a school in Bannu. Within weeks soldiers had shelled the village.\n"
    "12 June 2015: The army freed six nurses. It was later reported that rebels killed two guards.\n"
    "The two sides promised to release all captives.\n"
)


def test_in_a_chronology_an_event_has_the_date_it_stands_under(code: Code) -> None:
    when = only(code(TIMELINE, "2024-05-01"), "attacked").when
    assert (when.edtf, when.start, when.end, when.basis) == ("2014", "2014-01-01", "2014-12-31", "narrative")
    assert when.mention is not None
    assert when.mention.quote == "2014"
    assert only(code(TIMELINE, "2024-05-01"), "freed").when.edtf == "2015-06-12"


def test_what_came_after_or_before_has_not_the_date_it_stands_under(code: Code) -> None:
    found = code(TIMELINE, "2024-05-01")
    assert only(found, "shelled").when.edtf is None
    assert only(found, "killed").when.edtf is None


def test_what_is_only_promised_has_not_the_date_it_stands_under(code: Code) -> None:
    found = code(TIMELINE, "2024-05-01")
    assert only(found, "release").when.edtf is None
    assert only(found, "promised").when.edtf == "2015-06-12"


def test_its_own_date_goes_before_the_one_it_stands_under(code: Code) -> None:
    text = "2014: Rebels attacked a school on 3 May.\n2015: On 4 July 2013 they had abducted a nurse.\n"
    found = code(text, "2024-05-01")
    assert only(found, "attacked").when.edtf == "2014-05-03"
    assert only(found, "abducted").when.edtf == "2013-07-04"


def test_a_date_after_what_is_announced_is_that_of_the_announcement(code: Code) -> None:
    found = code("Both sides announced a ceasefire on Friday.", "2021-11-10")
    assert only(found, "announced").when.edtf == "2021-11-05"


def test_what_the_means_of_a_deed_did_dates_the_deed(code: Code) -> None:
    found = code("Two rockets that fell on the market on Tuesday killed seven traders.", "2021-11-10")
    assert only(found, "killed").when.edtf == "2021-11-09"
    found = code("A guard who came to the town on Tuesday killed seven traders.", "2021-11-10")
    assert only(found, "killed").when.edtf is None


def test_of_two_dates_for_one_deed_the_more_exact_is_kept(code: Code) -> None:
    text = "The militants seized Buner in April 2009. Three weeks later, on May 8, the army stormed the town."
    assert only(code(text, "2009-12-01"), "stormed").when.edtf == "2009-05-08"


def test_a_length_before_a_clause_dates_the_deed_and_not_the_clause(code: Code) -> None:
    found = code(
        "Two days after the rebels seized Wana on 15 August 2021, they freed nine prisoners.", "2022-01-01"
    )
    assert only(found, "freed").when.edtf == "2021-08-17"
    seized = [s for s in found if s.trigger.quote == "seized" and s.kind == "event"]
    assert [s.when.edtf for s in seized] == ["2021-08-15"]


def test_the_year_that_opens_a_sentence_dates_it_whatever_hangs_on_it(code: Code) -> None:
    text = "In 2013 the government offered talks. The following year the army launched an offensive in Swat."
    assert only(code(text, "2022-01-01"), "offensive").when.edtf == "2014"
