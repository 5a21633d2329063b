"""Statements of invented reports → MUC-4's templates, and the bench over a corpus of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.__main__ import main
from bench.articles import Article
from bench.muc.answers import answers
from bench.muc.perpetrators import Perpetrator, names_nobody, one_side
from bench.muc.reading import Text, read
from bench.muc.templates import Template
from click.testing import CliRunner

from jirga.coding import Coder
from jirga.model import Participant, Span

KIDNAPPING = (
    "SAN SALVADOR, 3 JAN 90 -- [TEXT] THE ARMY REPORTED THAT 20 PEASANTS WERE KIDNAPPED YESTERDAY BY "
    "GUERRILLAS IN CHALATENANGO."
)
BOMBING = (
    "LIMA, 9 MAR 90 -- [TEXT] A CAR BOMB EXPLODED IN LIMA TODAY IN FRONT OF THE ECONOMY MINISTRY, KILLING "
    "TWO NUNS. POLICE BLAMED THE SHINING PATH FOR THE BOMBING."
)
MURDER = (
    "BOGOTA, 9 MAR 90 -- [TEXT] JUDGE MARIA ELENA DIAZ WAS MURDERED TODAY IN MEDELLIN. "
    "THE EXTRADITABLES CLAIMED RESPONSIBILITY FOR THE MURDER OF THE JUDGE."
)


def templates(text: str, published: str = "1990-03-09") -> list[Template]:
    return answers(read(Article("muc4/dev", "M", text, published), Coder()))


def values(template: Template, slot: str) -> list[str]:
    return [fill.values[0] for fill in template.of(slot)]


def test_a_kidnapping_has_its_victims_with_number_its_day_and_place() -> None:
    (found,) = templates(KIDNAPPING, "1990-01-03")
    assert values(found, "INCIDENT: TYPE") == ["KIDNAPPING"]
    assert values(found, "INCIDENT: STAGE OF EXECUTION") == ["ACCOMPLISHED"]
    assert values(found, "INCIDENT: DATE") == ["02 JAN 90"]
    assert values(found, "INCIDENT: LOCATION") == ["EL SALVADOR: CHALATENANGO"]
    assert values(found, "PERP: INDIVIDUAL ID") == ["GUERRILLAS"]
    assert values(found, "HUM TGT: DESCRIPTION") == ["PEASANTS"]
    assert values(found, "HUM TGT: NUMBER") == ["20"]


def test_a_bombing_and_the_blame_for_it_are_one_incident() -> None:
    (found,) = templates(BOMBING)
    assert values(found, "INCIDENT: TYPE") == ["BOMBING"]
    assert values(found, "INCIDENT: INSTRUMENT TYPE") == ["VEHICLE BOMB"]
    assert values(found, "PERP: ORGANIZATION ID") == ["SHINING PATH"]
    assert values(found, "PERP: ORGANIZATION CONFIDENCE") == ["SUSPECTED OR ACCUSED BY AUTHORITIES"]
    assert "ECONOMY MINISTRY" in values(found, "PHYS TGT: ID")
    assert values(found, "HUM TGT: EFFECT OF INCIDENT") == ["DEATH"]


def test_a_claim_of_responsibility_is_the_perpetrators_own() -> None:
    (found,) = templates(MURDER)
    assert values(found, "PERP: ORGANIZATION CONFIDENCE") == ["CLAIMED OR ADMITTED"]
    assert values(found, "HUM TGT: NAME") == ["MARIA ELENA DIAZ"]
    assert values(found, "HUM TGT: TYPE") == ["LEGAL OR JUDICIAL"]


@pytest.mark.parametrize(
    "text",
    [
        # armed sides against each other
        "SAN SALVADOR, 3 JAN 90 -- [TEXT] FIVE GUERRILLAS WERE KILLED IN A CLASH WITH THE ARMY YESTERDAY.",
        # denied, long ago, of no country of interest
        "LIMA, 9 MAR 90 -- [TEXT] THE ARMY DENIED THAT SOLDIERS KILLED TWO NUNS IN LIMA YESTERDAY.",
        "LIMA, 9 MAR 90 -- [TEXT] TWO NUNS WERE KILLED IN LIMA ON 3 MAY 1984 BY UNKNOWN MEN.",
        "PARIS (FRANCE), 9 MAR 90 -- [TEXT] TWO NUNS WERE KILLED BY UNKNOWN MEN IN PARIS YESTERDAY.",
    ],
)
def test_what_muc_4_wants_no_template_for_has_none(text: str) -> None:
    assert templates(text) == []


def test_two_deeds_on_different_days_are_two_incidents() -> None:
    text = (
        "LIMA, 9 MAR 90 -- [TEXT] TWO NUNS WERE KIDNAPPED IN CUZCO ON 3 MARCH. "
        "A JUDGE WAS KIDNAPPED IN LIMA ON 7 MARCH."
    )
    assert len(templates(text)) == 2


def test_who_lets_hostages_go_has_held_them() -> None:
    text = (
        "BOGOTA, 9 MAR 90 -- [TEXT] THE ELN RELEASED TWO ENGINEERS IN ARAUCA YESTERDAY. "
        "THE ENGINEERS HAD BEEN KIDNAPPED ON 3 MARCH."
    )
    (found,) = templates(text)
    assert values(found, "INCIDENT: TYPE") == ["KIDNAPPING"]
    assert values(found, "INCIDENT: DATE") == ["03 MAR 90"]  # of the deed, not of its end
    assert values(found, "PERP: ORGANIZATION ID") == ["ELN"]
    assert values(found, "HUM TGT: EFFECT OF INCIDENT") == ["REGAINED FREEDOM"]


def test_the_guerrillas_are_the_one_band_that_a_text_names() -> None:
    text = (
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] GUERRILLAS MURDERED THE MAYOR OF APOPA YESTERDAY. "
        "THE FMLN HAS BEEN FIGHTING THE GOVERNMENT FOR 10 YEARS."
    )
    (found,) = templates(text)
    assert values(found, "PERP: INDIVIDUAL ID") == ["GUERRILLAS"]
    assert values(found, "PERP: ORGANIZATION ID") == ["FMLN"]
    assert values(found, "PERP: INCIDENT CATEGORY") == ["TERRORIST ACT"]


def test_where_nobody_is_hurt_the_effect_says_so_of_nobody_in_particular() -> None:
    text = (
        "LIMA, 9 MAR 90 -- [TEXT] A BOMB EXPLODED AT A BANK IN LIMA YESTERDAY, CAUSING NO CASUALTIES. "
        "POLICE ARE LOOKING FOR THE TERRORISTS, ACCORDING TO RADIO REPORTS HEARD IN THE CAPITAL."
    )
    (found,) = templates(text)
    (effect,) = found.of("HUM TGT: EFFECT OF INCIDENT")
    assert (effect.values, effect.of) == (("NO INJURY OR DEATH",), ())
    assert values(found, "PHYS TGT: TYPE") == ["FINANCIAL"]


def test_a_bomb_made_harmless_is_an_attempt() -> None:
    text = (
        "LIMA, 9 MAR 90 -- [TEXT] TERRORISTS PLANTED A BOMB AT A BANK IN LIMA TODAY, BUT POLICE DEFUSED IT."
    )
    (found,) = templates(text)
    assert values(found, "INCIDENT: STAGE OF EXECUTION") == ["ATTEMPTED"]


def test_a_state_that_others_hold_responsible_is_suspected() -> None:
    text = (
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] ACCORDING TO LABOR LEADERS, THE ARMY IS RESPONSIBLE FOR THE MURDER "
        "OF TWO PRIESTS IN SAN SALVADOR YESTERDAY."
    )
    (found,) = templates(text)
    assert values(found, "PERP: ORGANIZATION ID") == ["ARMY"]
    assert values(found, "PERP: ORGANIZATION CONFIDENCE") == ["SUSPECTED OR ACCUSED"]
    assert values(found, "PERP: INCIDENT CATEGORY") == ["STATE-SPONSORED VIOLENCE"]


KEY = """
0.  MESSAGE: ID                     {name} (NCCOSC)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 JAN 90
3.  INCIDENT: LOCATION              EL SALVADOR: CHALATENANGO (DEPARTMENT)
4.  INCIDENT: TYPE                  KIDNAPPING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
9.  PERP: INDIVIDUAL ID             "GUERRILLAS"
19. HUM TGT: DESCRIPTION            "PEASANTS"
21. HUM TGT: NUMBER                 20: "PEASANTS"
"""


def test_the_command_scores_texts_beside_their_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, name in (("tst1", "TST1-MUC3-0001"), ("tst2", "TST2-MUC4-0001")):
        here = tmp_path / "muc4" / folder
        here.mkdir(parents=True)
        (here / f"key-{folder}.v1").write_text(KEY.format(name=name))
        (here / f"{folder}-muc{name[8]}").write_text(f"{name}\n\n   {KIDNAPPING}\n")
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path))
    output = CliRunner().invoke(main, ["muc"]).output
    row = next(line for line in output.splitlines() if line.lstrip().startswith("HUM TGT: NUMBER"))
    assert row.split()[3:6] == ["1.000", "1.000", "1.000"]
    assert "all templates" in output and "best of 1992" in output


def test_an_absent_corpus_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path))
    assert CliRunner().invoke(main, ["muc"]).output.startswith("muc: skipped: ")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("A BRIDGE WAS DESTROYED WITH DYNAMITE", "BOMBING"),
        ("THE GUERRILLAS SET TWO SCHOOLS AND SEVERAL HOUSES ON FIRE", "ARSON"),
        ("GUERRILLAS DESTROYED A BRIDGE", "ATTACK"),
    ],
)
def test_what_a_thing_was_destroyed_with_tells_the_type(told: str, kind: str) -> None:
    (found,) = templates(f"LIMA, 9 MAR 90 -- [TEXT] {told} IN AYACUCHO YESTERDAY.")
    assert values(found, "INCIDENT: TYPE") == [kind]


def test_a_deed_without_a_doer_is_that_of_the_one_band_whose_deeds_a_text_tells() -> None:
    found = templates(
        "LIMA, 9 MAR 90 -- [TEXT] THE SHINING PATH MURDERED THE MAYOR OF AYACUCHO YESTERDAY. "
        "A CAR BOMB EXPLODED IN FRONT OF A BANK IN LIMA ON WEDNESDAY."
    )
    assert [values(one, "PERP: ORGANIZATION ID") for one in found] == [["SHINING PATH"], ["SHINING PATH"]]
    (alone,) = templates(
        "LIMA, 9 MAR 90 -- [TEXT] THE SHINING PATH REJECTED THE OFFER. "
        "A CAR BOMB EXPLODED IN FRONT OF A BANK IN LIMA YESTERDAY."
    )
    assert values(alone, "PERP: ORGANIZATION ID") == []


def participant(name: str, sector: str) -> Participant:
    return Participant(name, Span(0, 1, "x"), entity=name, sector=sector)


def test_of_two_sides_in_one_incident_the_one_named_more_is_the_perpetrator() -> None:
    band = Perpetrator("FMLN", True, "REPORTED AS FACT", False, "fmln")
    army = Perpetrator("ARMY", True, "REPORTED AS FACT", True, "army")
    gunmen = Perpetrator("GUNMEN", False, "REPORTED AS FACT")
    rebels, soldiers = participant("fmln", "REB"), participant("army", "MIL")
    assert list(one_side([band, army, gunmen], [rebels, soldiers])) == [band, gunmen]
    assert list(one_side([band, army, gunmen], [rebels, soldiers, soldiers])) == [army, gunmen]
    assert list(one_side([army], [soldiers])) == [army]


def test_a_band_that_nothing_connects_with_a_deed_is_possible() -> None:
    (found,) = templates(
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] GUERRILLAS MURDERED THE MAYOR OF APOPA YESTERDAY. "
        "THE FMLN HAS BEEN FIGHTING THE GOVERNMENT FOR 10 YEARS."
    )
    assert values(found, "PERP: ORGANIZATION CONFIDENCE") == ["POSSIBLE"]


def test_members_of_a_force_are_of_that_force() -> None:
    (found,) = templates(
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] GUATEMALAN ARMY TROOPS MURDERED TWO PEASANTS IN COBAN YESTERDAY."
    )
    assert values(found, "PERP: ORGANIZATION ID") == ["GUATEMALAN ARMY"]
    assert values(found, "PERP: INDIVIDUAL ID") == ["GUATEMALAN ARMY TROOPS"]


def test_of_two_bands_that_one_phrase_names_each_is_told() -> None:
    (found,) = templates(
        "LIMA, 9 MAR 90 -- [TEXT] A BOMB EXPLODED AT A BANK IN LIMA TODAY. POLICE SAID THE ATTACK COULD HAVE "
        "BEEN CARRIED OUT BY THE SHINING PATH OR THE TUPAC AMARU REVOLUTIONARY MOVEMENT."
    )
    assert set(values(found, "PERP: ORGANIZATION ID")) == {
        "SHINING PATH",
        "TUPAC AMARU REVOLUTIONARY MOVEMENT",
    }


def test_soldiers_and_what_is_theirs_are_no_victims_of_terror() -> None:
    assert not templates(
        "LIMA, 9 MAR 90 -- [TEXT] UNKNOWN MEN DESTROYED TWO ARMY TRUCKS IN AYACUCHO YESTERDAY."
    )
    assert templates("LIMA, 9 MAR 90 -- [TEXT] UNKNOWN MEN DESTROYED TWO BUSES IN AYACUCHO YESTERDAY.")


def test_a_report_from_abroad_is_of_the_country_it_is_about() -> None:
    (found,) = templates(
        "HAVANA (CUBA), 9 MAR 90 -- [TEXT] SIX PRIESTS WERE MURDERED IN EL SALVADOR YESTERDAY. SALVADORAN "
        "PRESIDENT ALFREDO CRISTIANI HAS ORDERED AN INVESTIGATION OF THE SALVADORAN ARMY."
    )
    assert values(found, "INCIDENT: LOCATION")[0].startswith("EL SALVADOR")
    assert values(found, "HUM TGT: FOREIGN NATION") == []


def test_the_same_number_of_dead_is_the_same_deed() -> None:
    found = templates(
        "GUATEMALA CITY, 9 MAR 90 -- [TEXT] THE ARMY KILLED NINE PEASANTS IN COBAN YESTERDAY. RAIN IS "
        "EXPECTED. THE SOLDIERS STOPPED ONLY AFTER NINE CIVILIANS HAD BEEN KILLED."
    )
    assert len(found) == 1


def test_whom_a_text_tells_to_speak_for_a_state_is_an_authority() -> None:
    (found,) = templates(
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] ATTORNEY JUAN PEREZ WAS MURDERED IN SAN SALVADOR YESTERDAY. "
        "CRISTIANI BLAMED THE FMLN FOR THE MURDER. PRESIDENT ALFREDO CRISTIANI SPOKE ON TELEVISION."
    )
    assert values(found, "PERP: ORGANIZATION CONFIDENCE") == ["SUSPECTED OR ACCUSED BY AUTHORITIES"]


def test_what_a_band_tells_of_its_own_columns_it_admits() -> None:
    (found,) = templates(
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] THE FMLN SAID THAT FMLN COLUMNS MURDERED THE MAYOR OF APOPA "
        "YESTERDAY."
    )
    assert values(found, "PERP: ORGANIZATION CONFIDENCE") == ["CLAIMED OR ADMITTED"]


def test_a_weapon_is_no_perpetrator() -> None:
    words = "A SUBMACHINEGUN WAS FIRED."
    weapon = Participant("submachinegun", Span(2, 15, "SUBMACHINEGUN"))
    assert names_nobody(Text("M", words, None, ()), weapon)


def test_guerrillas_are_a_band_however_they_are_spelt() -> None:
    (found,) = templates(
        "SAN SALVADOR, 9 MAR 90 -- [TEXT] GUERILLAS MURDERED THE MAYOR OF APOPA YESTERDAY. "
        "THE FMLN HAS BEEN FIGHTING THE GOVERNMENT FOR 10 YEARS."
    )
    assert values(found, "PERP: ORGANIZATION ID") == ["FMLN"]
