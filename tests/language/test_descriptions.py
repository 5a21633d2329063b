"""Definite descriptions: the outfit a text is about, the one who holds the office, no one of many."""

from __future__ import annotations

import pytest

from jirga.language import Mention, analyse
from jirga.model import Document


def mentions(text: str, published: str = "2016-09-08") -> list[Mention]:
    return list(analyse(Document("d", "h", "1", "text", text, published=published)).mentions)


def entities_of(text: str, name: str) -> list[str | None]:
    return [one.entity for one in mentions(text) if one.name == name]


def test_the_president_is_who_is_called_so_and_no_lawmaker_or_nominee() -> None:
    text = (
        "President Barack Obama left. Rep. Adam Schiff called on Obama to act. "
        "Nominee Donald Trump objected. The president declined to act."
    )
    assert entities_of(text, "The president") == ["barack-obama"]


def test_the_administration_is_that_of_the_president_spoken_of() -> None:
    text = (
        "President Barack Obama left. Obama met Russian President Vladimir Putin. "
        "Schiff called on the administration to act against Russia."
    )
    assert entities_of(text, "the administration") == ["united-states-government"]


def test_the_outfit_is_the_group_the_text_is_about() -> None:
    text = (
        "The TTP killed nine men. The TTP was founded in 2007. The TTP has bases in Khost. "
        "Officials compared it to Lashkar-e-Taiba. Rain fell. The outfit was banned."
    )
    assert entities_of(text, "The outfit") == ["ttp"]


def test_the_group_is_the_subject_right_before() -> None:
    text = "The TTP left. The TTP lost a fort. The TTP wept. Boko Haram took a town. The group freed two."
    assert entities_of(text, "The group") == entities_of(text, "Boko Haram")


def test_another_state_is_no_government() -> None:
    text = "Kenya and Kenyan officials spoke in Nairobi, Kenya. Another state refused. The state agreed."
    assert entities_of(text, "Another state") == [None]
    assert entities_of(text, "The state") == ["kenya-government"]


def test_a_name_cut_to_its_last_word_is_that_body_again() -> None:
    text = (
        "The Ruvu Salvation Front seized a town in Sudan. Rain fell. On Monday the government and the Front "
        "signed a truce."
    )
    (front,) = [one for one in mentions(text) if one.name == "the Front"]
    assert (front.entity, front.country, front.sector) == ("x-ruvu-salvation-front", "SDN", "REB")


def test_such_a_word_in_lower_case_or_before_any_name_is_nobodys() -> None:
    text = "Troops left the front. The Ruvu Salvation Front is in Sudan."
    assert set(entities_of(text, "the front")) <= {None}


def test_a_movement_takes_up_an_armed_body_that_the_lexicon_lacks() -> None:
    text = "The Ruvu Liberation Army seized a town in Sudan. Later the movement freed two nurses."
    assert entities_of(text, "the movement") == ["x-ruvu-liberation-army"]


def test_the_guerrillas_are_the_band_spoken_of_of_whatever_nation_the_words_say() -> None:
    text = "The FMLN rejected the offer. The Salvadoran guerrillas burned a bus. The terrorists fled."
    (first,) = [one for one in mentions(text, "1989-05-10") if one.name == "The Salvadoran guerrillas"]
    assert (first.entity, first.sector) == ("fmln", "REB")
    other = text.replace("The Salvadoran", "The Colombian")
    (first,) = [one for one in mentions(other, "1989-05-10") if one.name == "The Colombian guerrillas"]
    assert (first.entity, first.country) == (None, "COL")


def test_of_two_bands_in_one_breath_neither_is_the_guerrillas() -> None:
    text = "The FMLN and the ELN met in Havana. The guerrillas killed two peasants."
    (one,) = [one for one in mentions(text, "1989-05-10") if one.name == "The guerrillas"]
    assert one.entity is None


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        (
            "Attorney General Ana Ruiz Paz was ill. Gunmen shot the attorney general.",
            "the attorney general",
            "x-ana-ruiz-paz",
        ),
        ("Judge Maria Espinosa was warned. The slain judge was 40.", "The slain judge", "x-maria-espinosa"),
        ("Carlos Vega, a candidate, arrived. Gunmen shot the candidate.", "the candidate", "x-carlos-vega"),
    ],
)
def test_whoever_was_called_so_is_taken_up(text: str, name: str, entity: str) -> None:
    assert entities_of(text, name) == [entity]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Judge Maria Espinosa and Judge Ana Lopez were warned. Gunmen shot the judge.", "the judge"),
        ("Judge Maria Espinosa was warned. The other judge fled.", "The other judge"),
        ("Judge Maria Espinosa was warned. Gunmen shot a judge.", "a judge"),
        ("Judge Maria Espinosa was warned. Gunmen shot the judge of Tacna.", "the judge"),
    ],
)
def test_one_of_two_or_another_takes_up_nobody(text: str, name: str) -> None:
    assert entities_of(text, name) == [None]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The TLP held a sit-in. The group, banned in 2021, called it off.", "tlp"),
        ("The TLP held a sit-in. The group, which was banned in 2021, called it off.", "tlp"),
        ("The TLP held a sit-in. The group that burned the buses was another.", None),
    ],
)
def test_a_clause_set_off_by_a_comma_says_more_of_the_same_group(text: str, entity: str | None) -> None:
    assert entities_of(text, "The group") == [entity]


def test_an_ethnic_armed_group_is_the_one_just_named() -> None:
    text = "The Arakan Army captured Paletwa. The ethnic armed group then offered talks."
    assert entities_of(text, "The ethnic armed group") == ["arakan-army"]
