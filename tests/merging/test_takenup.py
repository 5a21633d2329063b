"""A bare count, a pronoun and "the bombing" are of the deed that stands before them in their report."""

from __future__ import annotations

from dataclasses import replace

from merging_statements import ARMY, DENIED, TTP, by, killed, told

from jirga.merging import linking, marks
from jirga.merging.clusters import clustered
from jirga.merging.takenup import leans, taken_up
from jirga.model import Document, Participant, Span, Statement, When

TEXT = "Two attacks in a day."
DAY = When("2022-06-01", "2022-06-01", "2022-06-01", "stated")
BOMB = "A bomb killed people in Khost."


def seen(statement: Statement) -> marks.Marks:
    name = statement.document
    document = Document(name, name, "1", name, TEXT, published="2022-06-02", published_basis="stated")
    return marks.marks(statement, marks.setting(document))


def deed(**more: object) -> marks.Marks:
    return seen(told("Dawn", BOMB, "killed", "ASSAULT:explosives", at=0, day="2022-06-01", **more))


def wounded(at: int = 40, document: str = "Dawn", **more: object) -> marks.Marks:
    hurt = (replace(killed(22), measure="injured"),)
    statement = told(document, "Another 22 were wounded.", "wounded", at=at, figures=hurt, **more)
    return seen(statement)


def test_a_bare_count_is_of_the_deed_before_it() -> None:
    assert leans(wounded())
    assert linking.thousandths(deed(figures=(killed(5),)), wounded()) > 0


def test_the_nearest_deed_is_taken_up_first_and_a_far_one_not_at_all() -> None:
    assert taken_up(deed(), wounded(at=40)) > taken_up(deed(), wounded(at=300)) > 0
    assert taken_up(deed(), wounded(at=2000)) == 0
    assert taken_up(deed(), wounded(document="Mail")) == 0


def test_a_count_with_a_doer_a_place_or_a_day_says_itself_what_it_is_of() -> None:
    for more in ({"actor": (TTP,)}, {"place": "Quetta"}, {"day": "2022-06-01"}, {"recipient": (ARMY,)}):
        assert not leans(wounded(**more))


def test_others_who_fell_by_another_word_are_of_another_deed() -> None:
    soldiers = (Participant("22 soldiers", Span(0, 2, "22 soldiers")),)
    rebels = (Participant("33 rebels", Span(0, 2, "33 rebels")),)
    one = deed(figures=(killed(22),), recipient=soldiers)
    two = seen(
        told(
            "Dawn",
            "33 rebels died.",
            "died",
            at=60,
            figures=(killed(33),),
            recipient=rebels,
            said_by=(by("a minister"),),
        )
    )
    assert taken_up(one, two) == 0


def test_a_pronoun_is_of_the_like_deed_before_it() -> None:
    it = seen(told("Dawn", "The TTP was behind it.", "it", "ASSAULT:explosives", at=40, actor=(TTP,)))
    assert linking.thousandths(deed(), it) > 0
    drone = seen(told("Dawn", "The TTP was behind it.", "it", "ASSAULT:arson", at=40, actor=(TTP,)))
    assert taken_up(deed(), drone) == 0


def test_the_bombing_is_what_was_told_and_a_bombing_is_not() -> None:
    the = seen(told("Dawn", "The TTP owned the bombing.", "bombing", "ASSAULT:suicide-attack", at=60))
    a = seen(told("Dawn", "The TTP owned a bombing.", "bombing", "ASSAULT:suicide-attack", at=60))
    assert taken_up(deed(), the) > 0
    assert taken_up(deed(), a) == 0


def test_what_leans_on_its_report_is_not_kept_from_another_report() -> None:
    other = seen(told("Mail", "Police searched homes.", "searched", "ASSAULT"))
    assert linking.thousandths(wounded(), other) >= 0


def test_a_count_that_stands_with_its_deed_leaves_the_deed_free_to_join_a_late_report() -> None:
    late = Document("UN", "UN", "1", "UN", TEXT, published="2022-07-20", published_basis="stated")
    there = marks.setting(late)
    day = {"day": "2022-06-01", "place": "Khost"}
    early = deed(place="Khost", figures=(killed(70),))
    killing = told("UN", BOMB, "killed", "ASSAULT:explosives", at=0, figures=(killed(36),), **day)
    parts = (killed(30, part_of="the dead"),)
    counting = told("UN", "Thirty of the dead were children.", "dead", at=40, figures=parts)
    told_late, count = (marks.marks(one, there) for one in (killing, counting))
    assert clustered([early, told_late, count], linking.Rules()) == [
        sorted([early.id, told_late.id, count.id])
    ]


def test_a_count_is_of_the_deed_whose_sentence_shares_a_name_with_it() -> None:
    first = seen(told("Dawn", "Jets killed people in Khost.", "killed", at=0))
    nearer = seen(told("Dawn", "A gunman killed people at home.", "killed", at=150))
    count = told("Dawn", "A hospital in Khost put the deaths at 36.", "deaths", at=250, figures=(killed(36),))
    assert taken_up(first, seen(count)) > taken_up(nearer, seen(count))


def test_the_shots_are_those_told_right_before() -> None:
    fired = told("Dawn", "Rebels opened fire.", "opened fire", "ASSAULT:firearms", at=0, actor=(TTP,))
    shots = told("Dawn", "The shots came from the army.", "shots", "ASSAULT:firearms", at=40, actor=(ARMY,))
    assert taken_up(seen(fired), seen(shots)) > 0


def test_another_speakers_denial_is_of_what_was_just_told() -> None:
    left = seen(told("Dawn", "Troops left Khost.", "left", "RETREAT", at=0))
    mayor = {"at": 30, "said_by": (by("the mayor"),)}
    kept = seen(told("Dawn", "No man moved, the mayor said.", "moved", "RETREAT", factuality=DENIED, **mayor))
    assert taken_up(left, kept) > 0
    assert taken_up(left, seen(told("Dawn", "They moved, the mayor said.", "moved", "RETREAT", **mayor))) == 0
    own = seen(told("Dawn", "No man moved.", "moved", "RETREAT", at=30, factuality=DENIED))
    assert taken_up(left, own) == 0
