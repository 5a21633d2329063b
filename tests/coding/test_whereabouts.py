"""Where an event took place: by how the place's phrase hangs on the event, not by how near it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def mention(found: tuple[Statement, ...], trigger: str) -> str | None:
    (statement,) = [s for s in found if s.kind == "event" and s.trigger.quote == trigger]
    return statement.where.mention.quote if statement.where.mention else None


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Jets bombed the market of Kano on Friday.", "bombed", "Kano"),
        ("Rebels overran Goma on Friday.", "overran", "Goma"),
        ("Rebels kidnapped a teacher on the road above Kano.", "kidnapped", "Kano"),
        ("The army pulled two battalions out of Mosul.", "pulled", "Mosul"),
        ("Officers of a police station in Kano tortured a student.", "tortured", "Kano"),
        ("Two rockets that fell on the port of Odesa killed seven sailors.", "killed", "Odesa"),
        ("Six traders were killed when shells hit a bus station in Omdurman.", "killed", "Omdurman"),
        ("Rebels torched a clinic in Kano and carried off a dozen girls.", "carried", "Kano"),
        ("At Kano rebels executed five captured soldiers.", "executed", "Kano"),
        ("Rebels blockaded the people of Kano for a month.", "blockaded", "Kano"),
        ("Nine people were killed and four wounded in an attack in Mosul.", "killed", "Mosul"),
        ("Rebels shelled the army in the Colombo suburb of Nugegoda.", "shelled", "Nugegoda"),
        ("Gunmen stormed the village of Bama and shot nine traders.", "shot", "Bama"),
        ("Gunmen attacked Bama and abducted a cleric.", "abducted", "Bama"),
        ("Rebels raided a Mosul cafe on Friday and abducted the owner.", "abducted", "Mosul"),
        ("Rebels raided Yelwu village and burned the market.", "burned", "Yelwu"),
        ("Residents of Goma demonstrated against the army.", "demonstrated", "Goma"),
        ("Soldiers patrolled the banks of the Niger River.", "patrolled", "Niger River"),
        ("Troops patrolled Bangladesh's cities on Friday.", "patrolled", "Bangladesh"),
        ("Two bombs hit the U.S. embassies in Kenya and Tanzania.", "hit", "Kenya"),
        ("They will pull out of Goma, the city they overran a week ago.", "overran", "Goma"),
        ("The visit of the bishop to Juba was put off.", "visit", "Juba"),
        ("The withdrawal of Eritrean troops from Goma has begun.", "withdrawal", "Goma"),
        ("The garrison of Skardu surrendered to the scouts.", "surrendered", "Skardu"),
        ("The company withdrew all its staff from Goma.", "withdrew", "Goma"),
        ("They drove from Goma to the court, and a teacher was shot there.", "shot", "Goma"),
        ("At Kano rebels of the Free Army executed five conscripts, alleges Amnesty.", "executed", "Kano"),
        ("A convoy was ambushed by insurgents west of Baghdad.", "ambushed", "Baghdad"),
        ("Soldiers shot a policeman in the West Bank town of Tulkarm.", "shot", "Tulkarm"),
    ],
)
def test_a_place_of_the_deed_or_of_what_it_befell_is_the_events(
    code: Code, text: str, trigger: str, place: str
) -> None:
    assert mention(code(text), trigger) == place


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A family in Kano accused the army of murder.", "accused"),
        ("The government appealed to Canberra for soldiers.", "appealed"),
        ("A militia from Kano blocked the bridge.", "blocked"),
        ("The governor of Kano demonstrated against the tax.", "demonstrated"),
        ("Troops attacked Israel's president and shot a guard.", "shot"),
        ("France deported the trader to Spain.", "deported"),
        ("The minister must deport the Somali refugees in Garissa.", "deport"),
        ("Thousands demonstrated against Israel.", "demonstrated"),
        ("Rebels killed two traders born in Kano.", "killed"),
        ("The council threatened the generals in Niamey with war.", "threatened"),
    ],
)
def test_a_place_of_who_speaks_or_comes_or_goes_is_not_the_events(
    code: Code, text: str, trigger: str
) -> None:
    assert mention(code(text), trigger) is None


def test_a_place_that_the_gazetteer_lacks_keeps_its_name_and_gets_no_country(code: Code) -> None:
    (where,) = [s.where for s in code("A drone hit the refinery at Yazgul.") if s.trigger.quote == "hit"]
    assert (where.name, where.country, where.lat, where.precision) == ("Yazgul", None, None, "unknown")
