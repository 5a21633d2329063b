"""Place names: which of the places so called, and what is no place."""

from __future__ import annotations

import pytest

from jirga.language import PlaceMention, analyse
from jirga.model import Document


def places(text: str) -> dict[str, PlaceMention]:
    analysis = analyse(Document("d", "h", "1", "text", text))
    return {one.name: one for one in analysis.places}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb went off in Karachi.", "Karachi", "PAK"),
        ("Clashes erupted in Goma.", "Goma", "COD"),
        ("Fighters fled to Khost, Afghanistan.", "Khost", "AFG"),
        (
            "Rebels shelled the port; Libya protested. Libyan boats left Tripoli.",
            "Tripoli",
            "LBY",
        ),
        ("The United States struck targets near Mosul.", "United States", "USA"),
        ("US jets struck.", "US", "USA"),
        ("Police stood at the gate of San Marcos in Lima.", "San Marcos", "PER"),
        ("Gunmen attacked a checkpoint in Tirah.", "Tirah", "PAK"),
    ],
)
def test_a_place_is_resolved(text: str, name: str, country: str) -> None:
    place = places(text)[name].place
    assert place is not None and place.country == country


def test_the_country_spoken_of_decides_between_namesakes() -> None:
    pakistani = places("Pakistani troops entered Hyderabad. Pakistan sent more.")["Hyderabad"].place
    indian = places("Indian troops entered Hyderabad. India sent more.")["Hyderabad"].place
    assert (pakistani.country, indian.country) == ("PAK", "IND")


def test_nationalities_persons_and_bodies_are_no_places() -> None:
    text = "Turkish police met Jordan Henderson of the Lahore High Court."
    assert not {"Turkish", "Jordan", "Lahore"} & set(places(text))


def test_a_name_that_nobody_lists_stays_open() -> None:
    found = places("Rebels burned the town of Qwxburg in Mali.")
    assert found["Mali"].place is not None
    assert "Qwxburg" not in found or found["Qwxburg"].place is None


def test_a_division_that_the_text_names_tells_which_town_is_meant() -> None:
    text = "Alexandria police held a man. He had lived in Virginia for years, and was moved to Alexandria."
    found = {
        one.name: one.place.country for one in analyse(Document("d", "h", "1", "t", text)).places if one.place
    }
    assert found == {"Alexandria": "USA", "Virginia": "USA"}


def test_a_square_is_not_the_town_it_is_called_after() -> None:
    text = "They marched to La Libertad Square in San Salvador. A bomb went off in Dar es Salaam."
    found = {one.name: one.place for one in analyse(Document("d", "h", "1", "t", text)).places}
    assert found.get("La Libertad Square") is None and "La Libertad" not in found
    assert found["Dar es Salaam"].country == "TZA"


def test_names_of_one_division_choose_each_others_places() -> None:
    text = "Police in Dublin called Columbus. The mayors of Cincinnati and Cleveland met in Dayton."
    found = {name: one.place for name, one in places(text).items()}
    assert found["Dublin"].country == "USA"
    assert found["Dublin"].parents[-1] == "Ohio"


def test_a_name_is_no_witness_of_its_own_country() -> None:
    text = "He drove from Atlanta to Savannah, Macon and Augusta, and knew all of Georgia."
    found = {name: one.place for name, one in places(text).items()}
    assert (found["Georgia"].country, found["Georgia"].precision) == ("USA", "province")


def test_a_state_is_not_taken_for_its_neighbours_province() -> None:
    found = places("The Nigerian army said that it had met troops in Niger.")
    assert (found["Niger"].place.country, found["Niger"].place.precision) == ("NER", "country")


def test_a_part_of_the_world_is_a_place_of_no_country() -> None:
    found = places("Fighting went on in the Middle East and in South America. Ships burned in the Black Sea.")
    assert [(one.place.precision, one.place.country) for one in found.values()] == [("region", "")] * 3
    assert set(found) == {"Middle East", "South America", "Black Sea"}


def test_a_capital_goes_before_the_counties_called_so() -> None:
    found = places("Egypt's envoy flew to Washington, and the army of Egypt waited.")["Washington"].place
    assert (found.country, found.parents) == ("USA", ("District of Columbia",))


def test_a_sum_of_dollars_names_no_state() -> None:
    assert "US" not in places("Libya paid US$460 million to the families.")


def test_a_noun_for_a_kind_of_place_tells_that_a_name_is_one() -> None:
    found = places("A policeman was killed in the capital Grozny when his vehicle hit a bomb.")
    assert found["Grozny"].place.country == "RUS"
