"""What keeps two statements apart whatever else they share."""

from __future__ import annotations

from dataclasses import replace

from merging_statements import ARMY, PAKISTAN, TTP, told

from jirga.merging import linking, marks, pairs
from jirga.model import Document, Participant, When


def printed(name: str, day: str) -> marks.Setting:
    text = "One soldier was killed in an attack."
    return marks.setting(
        Document(name, name, "1", name, text, published=day, published_basis="stated", language="en")
    )


def killing(name: str, day: str, when: When | None = None) -> marks.Marks:
    statement = told(name, "One soldier was killed in an attack.", "killed")
    statement = replace(statement, when=when) if when is not None else statement
    return marks.marks(statement, printed(name, day))


def test_undated_reports_printed_months_apart_stay_apart() -> None:
    assert linking.apart(killing("a", "2019-02-01"), killing("b", "2020-02-01")) is not None
    assert linking.apart(killing("a", "2019-02-01"), killing("b", "2019-02-03")) is None


def test_an_undated_report_long_after_a_date_is_not_of_it() -> None:
    day = When("2019-02-01", "2019-02-01", "2019-02-01", "stated")
    assert linking.apart(killing("a", "2019-02-02", day), killing("b", "2019-09-01")) is not None
    assert linking.apart(killing("a", "2019-02-02", day), killing("b", "2019-02-20")) is None


def test_within_one_report_print_says_nothing() -> None:
    assert linking.apart(killing("a", "2019-02-01"), killing("a", "2019-02-01")) is None


def struck(name: str, day: str, by: Participant, whom: Participant | None = None) -> marks.Marks:
    statement = told(
        name, "They struck at Bannu.", "struck", actor=(by,), recipient=(whom,) if whom else (), day=day
    )
    return marks.marks(statement, printed(name, "2022-12-21"))


def test_who_strikes_back_on_another_day_does_another_deed() -> None:
    first = struck("a", "2022-12-18", TTP, ARMY)
    assert linking.apart(first, struck("b", "2022-12-19", ARMY, TTP)) is not None
    assert linking.apart(first, struck("b", "2022-12-18", ARMY, TTP)) is None
    assert linking.apart(first, struck("b", "2022-12-19", TTP)) is None


def test_other_doers_two_days_later_do_another_deed() -> None:
    first = struck("a", "2022-12-18", TTP)
    assert linking.apart(first, struck("b", "2022-12-20", ARMY)) is not None
    assert linking.apart(first, struck("b", "2022-12-19", ARMY)) is None


def agreed(name: str, with_whom: str) -> marks.Marks:
    sides = (PAKISTAN, replace(TTP, entity=with_whom))
    statement = told(name, "Both sides agreed on a truce.", "agreed", "AGREE", actor=sides)
    return marks.marks(statement, printed(name, "2021-11-08"))


def test_what_is_agreed_with_one_group_is_not_what_is_with_another() -> None:
    assert linking.apart(agreed("a", "ttp"), agreed("b", "tlp")) is not None
    assert linking.apart(agreed("a", "ttp"), agreed("b", "jamaat-ul-ahrar")) is None
    assert linking.apart(agreed("a", "ttp"), agreed("b", "x-somebody")) is None


def looked_back(text: str, trigger: str, place: str | None = None) -> marks.Marks:
    document = Document("z", "z", "1", "z", text, published="2020-02-01", published_basis="stated")
    statement = told("z", text, trigger, at=0, place=place)
    return marks.marks(statement, marks.setting(document))


def test_a_look_back_that_names_the_month_and_the_place_may_be_of_a_deed_then() -> None:
    first = marks.marks(
        told("a", "Troops shelled Kapan.", "shelled", day="2019-06-12", place="Kapan"),
        printed("a", "2019-06-13"),
    )
    later = looked_back(
        "What June did to trade is told yet. The shelling of Kapan was the worst.", "shelling", "Kapan"
    )
    assert linking.apart(first, later) is None
    elsewhere = looked_back("What June did to trade is told yet. The shelling was the worst.", "shelling")
    assert linking.apart(first, elsewhere) is not None
    another = looked_back(
        "What May 2018 did is told yet. The shelling of Kapan was the worst.", "shelling", "Kapan"
    )
    assert linking.apart(first, another) is not None


def test_a_government_and_its_army_are_half_alike() -> None:
    state, army, rebels = (
        struck(name, "2022-12-18", by) for name, by in zip("abc", (PAKISTAN, ARMY, TTP), strict=True)
    )
    assert pairs.features(state, army)["same actor"] == 0.5
    assert "other actor" in pairs.features(state, rebels)


def test_reports_on_one_matter_need_name_nothing_in_common_in_their_words() -> None:
    def held(name: str, lead: str, sentence: str, trigger: str) -> marks.Marks:
        document = Document(name, name, "1", name, lead, published="2021-03-04", published_basis="stated")
        return marks.marks(told(name, sentence, trigger, "RETREAT:ceasefire", at=0), marks.setting(document))

    lead = "The truce that Oslo and Lomé brokered between Kara and Sokodé holds."
    first = held("a", lead, "And yet it held.", "held")
    other = held("b", f"Again {lead}", "The guns were still.", "still")
    aside = held("c", "The harvest near Tabligbo was poor.", "The guns were still.", "still")
    assert linking.related(first, other, pairs.features(first, other))
    assert not linking.related(first, aside, pairs.features(first, aside))
