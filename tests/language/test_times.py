"""Time expressions: what is found, what it stands for, and what is left open rather than guessed."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.language.analysis import TimeExpression
from jirga.language.parse import parse
from jirga.language.times import find_times
from jirga.model import Document

WEDNESDAY = "2022-06-08"


def times(text: str, published: str | None = WEDNESDAY) -> dict[str, TimeExpression]:
    return {text[one.start : one.end]: one for one in find_times(parse(text), published)}


def values(text: str, published: str | None = WEDNESDAY) -> dict[str, str | None]:
    return {words: one.edtf for words, one in times(text, published).items()}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on 2021-11-09 in Oslo.", "2021-11-09", "2021-11-09"),
        ("Troops left on 10 November 2021.", "10 November 2021", "2021-11-10"),
        ("Troops left on Nov. 10, 2021, officials said.", "Nov. 10, 2021", "2021-11-10"),
        ("Clashes began on the 3rd of March 2014.", "the 3rd of March 2014", "2014-03-03"),
        ("The accord was signed in November 2016.", "November 2016", "2016-11"),
        ("In 1999 the junta fell.", "1999", "1999"),
        ("The war of the 1990s ended badly.", "1990s", "199X"),
        ("Attacks doubled in the late 1990s.", "late 1990s", "1997~/1999~"),
        ("Fighting eased in mid-2022.", "mid-2022", "2022-05~/2022-08~"),
        ("Fighting eased in early March 2015.", "early March 2015", "2015-03-01~/2015-03-10~"),
        ("The offensive of summer 2014 failed.", "summer 2014", "2014-22"),
        ("In the first half of 2014 exports fell.", "the first half of 2014", "2014-01/2014-06"),
        ("The civil war (1975-1990) left scars.", "1975-1990", "1975/1990"),
        ("The 9-12 November talks failed.", "9-12 November", "2021-11-09/2021-11-12"),
        ("The 2008 Mumbai attacks shocked many.", "2008", "2008"),
        ("A treaty of the 19th century.", "19th century", "18XX"),
        ("Dated 23.11.2019 in Tripoli.", "23.11.2019", "2019-11-23"),
        ("Dated 3/4/1980 in Tripoli.", "3/4/1980", "1980"),
        ("Between 2017 and 2021 exports grew.", "Between 2017 and 2021", "2017/2021"),
        (
            "It ran from 9 November to 9 December 2021.",
            "from 9 November to 9 December 2021",
            "2021-11-09/2021-12-09",
        ),
        ("It ran from December to March 2020.", "from December to March 2020", "2019-12/2020-03"),
    ],
)
def test_dates_that_the_text_gives(text: str, words: str, edtf: str) -> None:
    assert values(text).get(words) == edtf, values(text)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Gunmen struck yesterday.", "yesterday", "2022-06-07"),
        ("Gunmen struck last night.", "last night", "2022-06-07"),
        ("Gunmen struck the day before yesterday.", "the day before yesterday", "2022-06-06"),
        ("The rebels left on Tuesday.", "Tuesday", "2022-06-07"),
        ("The rebels left on Wednesday.", "Wednesday", "2022-06-08"),
        ("The rebels left on Thursday.", "Thursday", "2022-06-02"),
        ("The rebels left last Wednesday.", "last Wednesday", "2022-06-01"),
        ("The rebels will leave on Saturday.", "Saturday", "2022-06-11"),
        ("The summit is scheduled to open on Friday.", "Friday", "2022-06-10"),
        ("It began two weeks ago.", "two weeks ago", "2022-05-25~"),
        ("It began three months ago.", "three months ago", "2022-03"),
        ("Last month the road was cut.", "Last month", "2022-05"),
        ("Nothing changed this year.", "this year", "2022"),
        ("They met earlier this week.", "earlier this week", "2022-06-06/2022-06-08"),
        ("They met last week.", "last week", "2022-05-30/2022-06-05"),
        ("Over the past decade little changed.", "the past decade", "2012/2022"),
        ("For the past three years he hid.", "the past three years", "2019/2022"),
        ("Last November a truce was signed.", "Last November", "2021-11"),
        ("A truce was signed in November last year.", "November last year", "2021-11"),
        ("On 5 August the bridge fell.", "5 August", "2021-08-05"),
        ("In May the bridge fell.", "May", "2022-05"),
        ("They will vote in May.", "May", "2023-05"),
    ],
)
def test_dates_told_from_the_publication(text: str, words: str, edtf: str) -> None:
    found = times(text)
    assert words in found, found
    assert (found[words].edtf, found[words].basis) == (edtf, "resolved")


@pytest.mark.parametrize(
    "words", ["yesterday", "last Friday", "two weeks ago", "this year", "the past decade"]
)
def test_without_a_publication_date_nothing_relative_is_guessed(words: str) -> None:
    found = times(f"The camp was emptied {words}.", None)[words]
    assert (found.edtf, found.first, found.last, found.basis) == (None, None, None, "unknown")


def test_a_date_soon_to_come_is_meant_itself_unless_the_verb_is_past() -> None:
    assert values("The vote on July 3 worries many.")["July 3"] == "2022-07-03"
    assert values("They voted on July 3.")["July 3"] == "2021-07-03"


def test_a_dated_dateline_serves_as_the_day_of_publication() -> None:
    text = "BOGOTA, 4 FEB 90 (EFE) -- Rebels struck yesterday."
    found = analyse(Document("d", "h", "1", "text", text)).times
    assert [one.edtf for one in found] == ["1990-02-04", "1990-02-03"]


def test_a_year_of_publication_resolves_no_weekday() -> None:
    assert values("They met on Friday. This year was hard.", "2022") == {"Friday": None, "This year": "2022"}


def test_since_and_until_leave_an_end_open() -> None:
    found = times("They have fought since 2014, and a curfew stays until March 2023.")
    assert (found["2014"].edtf, found["2014"].first, found["2014"].last) == ("2014/..", "2014-01-01", None)
    assert found["March 2023"].edtf == "../2023-03"


def test_a_date_that_only_modifies_a_noun_stays_closed() -> None:
    assert values("He spoke after Monday's attack.")["Monday"] == "2022-06-06"


def test_what_counts_is_no_year() -> None:
    assert values("They sent 2000 troops and killed 1999 people.") == {}


def test_verbs_and_names_are_no_months() -> None:
    text = "They may march on. Theresa May spoke. The Long March passed. In March they left."
    assert values(text) == {"March": "2022-03"}


def test_the_year_of_the_story_holds_through_its_paragraph() -> None:
    text = "In 2009 the army entered the valley. On 5 August the commander was killed.\n\nOn 5 May it rained."
    found = times(text)
    assert (found["5 August"].edtf, found["5 August"].basis) == ("2009-08-05", "narrative")
    assert found["5 May"].edtf == "2022-05-05"


def test_an_aside_does_not_set_the_year() -> None:
    assert values("The group, which was founded in 2007, struck on 9 May.")["9 May"] == "2022-05-09"


def test_the_next_day_follows_the_date_told_before() -> None:
    text = "Rebels entered on 3 March 2013. The next day the king fled. Two years later he returned."
    assert values(text) == {
        "3 March 2013": "2013-03-03",
        "The next day": "2013-03-04",
        "Two years later": "2015",
    }


def test_a_day_cannot_be_reckoned_from_a_year() -> None:
    assert values("In 2013 they won. The next day they fled.")["The next day"] is None


@pytest.mark.parametrize(
    ("text", "words", "kind", "edtf"),
    [
        ("It lasted for three months.", "three months", "duration", "P3M"),
        ("A 48-hour ceasefire began.", "48-hour", "duration", "PT48H"),
        ("The week-long siege ended.", "week-long", "duration", "P1W"),
        ("It took several weeks.", "several weeks", "duration", None),
        ("Every Friday they march.", "Every Friday", "set", "P1W"),
        ("Shells fall daily.", "daily", "set", "P1D"),
        ("Shells fell at 5:30 p.m.", "5:30 p.m.", "time", None),
    ],
)
def test_what_is_no_date(text: str, words: str, kind: str, edtf: str | None) -> None:
    found = times(text)[words]
    assert (found.kind, found.edtf, found.first, found.last) == (kind, edtf, None, None)


def test_an_age_is_no_duration() -> None:
    assert values("A 12-year-old boy and a man aged 40 years died.") == {}


def test_a_wire_header_in_capitals() -> None:
    assert values("SAN SALVADOR, 13 JAN 90 -- \n", None) == {"13 JAN 90": "1990-01-13"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fall of Kabul on August 15 last year changed it.", "2021-08-15"),
        ("They attacked on 3 May this year.", "2022-05-03"),
        ("In early 2014 he named a committee. A truce came on March 1. On June 8 it was over.", "2014-06-08"),
    ],
)
def test_a_day_takes_the_year_that_the_text_gives_it(text: str, value: str) -> None:
    assert find_times(parse(text), "2022-06-12")[-1].edtf == value


def test_a_date_that_begins_a_group_s_name_dates_nothing() -> None:
    text = "The government met the 12 May Movement on 3 June 2021."
    read = analyse(Document(id="d", text_hash="", text_version="", source="x", text=text, language="en"))
    assert [one.edtf for one in read.times] == ["2021-06-03"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was born in December 2007 and banned the following August.", "the following August", "2008-08"),
        ("In early 2014 they talked. That December the TTP killed 132 children.", "That December", "2014-12"),
        (
            "In May 2022 a truce began. The previous November one had lapsed.",
            "The previous November",
            "2021-11",
        ),
    ],
)
def test_a_month_is_told_from_the_date_before(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The rebels strafed the hills this very night.", "this very night", "2022-06-08"),
        ("From September troops are to go on patrol.", "September", "2022-09/.."),
        ("Since 10 May villagers have blocked the road.", "10 May", "2022-05-10/.."),
        ("By Friday noon they had left.", "Friday noon", "../2022-06-03"),
        ("It began ten years ago.", "ten years ago", "2012~"),
        ("The guns should fall silent on Saturday.", "Saturday", "2022-06-11"),
        ("In the nineties rebels ruled the valley.", "the nineties", "199X"),
        ("In the late eighties rebels ruled the valley.", "the late eighties", "1987~/1989~"),
        ("The government freed ten men in spring.", "spring", "2022-21"),
        ("Fighting flared in the autumn.", "the autumn", "2021-23"),
        ("In 1972 soldiers burned the village.", "1972", "1972"),
    ],
)
def test_more_ways_to_tell_a_time(text: str, words: str, edtf: str) -> None:
    assert values(text).get(words) == edtf, values(text)


def test_hours_later_is_the_same_day_and_many_hours_later_left_open() -> None:
    found = values("Rebels struck on 9 May. An hour later a bomb fell. Thirty hours later they left.")
    assert found["An hour later"] == "2022-05-09"
    assert "Thirty hours later" not in found


def test_weeks_after_a_month_lie_in_one_of_the_months_they_may() -> None:
    found = values("The army left in May. A fortnight later two boys were shot.")
    assert found["A fortnight later"] == "2022-05/2022-06"


@pytest.mark.parametrize(
    "text", ["They left from the north.", "The fall of Kabul.", "The Winter Palace fell."]
)
def test_no_time_is_seen_where_there_is_none(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ninety have died since New Year's Day.", "2022-01-01/.."),
        ("He was killed on New Year's Day.", "2022-01-01"),
        ("The truce has held since Eid.", "2022-07-09~/.."),
        ("They were freed on Eid 2018.", "2018"),
        ("The Eid truce held.", None),
    ],
)
def test_what_is_told_as_past_is_dated_by_the_feast_before(text: str, value: str | None) -> None:
    document = Document(
        id="d", text_hash="d", text_version="t", source="t", text=text, language="en", published="2022-12-20"
    )
    assert [one.edtf for one in analyse(document).times] == ([value] if value else [])
