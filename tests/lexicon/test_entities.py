"""Names of the world are found where they stand, and what they stand for is known as of a day."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.errors import NotFoundError
from jirga.lexicon.entities import entities

E = entities()


def found(text: str) -> dict[str, tuple[str, ...]]:
    return {text[m.start : m.end]: m.ids for m in E.find(text)}


def first(text: str) -> str | None:
    matches = E.find(text)
    return matches[0].ids[0] if matches else None


STATES = """
Pakistan PAK|Pakistani PAK|Pakistanis PAK|Islamabad PAK|Afghanistan AFG|Afghan AFG|Afghans AFG|Kabul AFG
India IND|Indian IND|New Delhi IND|United States USA|U.S. USA|US USA|America USA|Americans USA
Washington USA|Britain GBR|British GBR|UK GBR|London GBR|Russia RUS|Russians RUS|Moscow RUS|China CHN
Chinese CHN|Beijing CHN|France FRA|French FRA|Paris FRA|Germany DEU|West Germany DEU|East Germany DDR
Soviet Union SUN|USSR SUN|Soviets SUN|Yugoslavia YUG|Czechoslovakia CSK|Zaire COD|DR Congo COD|Burma MMR
Myanmar MMR|Rangoon MMR|Kampuchea KHM|Cambodia KHM|Upper Volta BFA|Burkina Faso BFA|Iran IRN
Iranians IRN|Tehran IRN|Iraq IRQ|Baghdad IRQ|Syria SYR|Damascus SYR|Israel ISR|Israelis ISR
Palestinians PSE|Palestine PSE|Kosovo XKX|Taiwan TWN|Taiwanese TWN|Turkey TUR|Türkiye TUR|Turks TUR
Ankara TUR|Ukraine UKR|Kyiv UKR|Kiev UKR|Ukrainian UKR|North Korea PRK|Pyongyang PRK|South Korean KOR
Ivory Coast CIV|Côte d'Ivoire CIV|Niger NER|Nigeria NGA|Abuja NGA|Somalis SOM|Sudan SDN
South Sudanese SSD|Eritrean ERI|Tigray |Swiss CHE|Danes DNK|Poles POL|Dutch NLD|Spaniards ESP|Saudis SAU
Riyadh SAU|Emirati ARE|Yemeni YEM|Libyan LBY|Egyptians EGY|Filipino PHL|Jordan JOR|Chad TCD
"""


@pytest.mark.parametrize("line", [one for one in STATES.replace("\n", "|").split("|") if one.strip()])
def test_a_state_is_known_by_name_adjective_people_and_capital(line: str) -> None:
    name, _, code = line.rpartition(" ")
    id_ = first(f"Yesterday {name} said so.")
    assert (E.standing(id_).country if id_ else "") == code


WHO = """
TTP = ttp|Tehrik-i-Taliban Pakistan = ttp|Tehreek-e-Taliban Pakistan = ttp
Tehrik-e-Taliban Pakistan = ttp|Tehreek e Taliban Pakistan = ttp|Pakistani Taliban = ttp
Afghan Taliban = afghan-taliban|Taliban = afghan-taliban|Taleban = afghan-taliban
Tehreek-e-Labbaik Pakistan = tlp|Tehrik-i-Labbaik Pakistan = tlp|TLP = tlp
Jamaat-ul-Ahrar = jamaat-ul-ahrar|Lashkar-e-Jhangvi = lashkar-e-jhangvi
Lashkar-i-Jhangvi = lashkar-e-jhangvi|Lashkar-e-Taiba = lashkar-e-taiba
Lashkar-e-Tayyiba = lashkar-e-taiba|Jaish-e-Mohammed = jaish-e-mohammed
Jaish-e-Muhammad = jaish-e-mohammed|Hizbul Mujahideen = hizbul-mujahideen
Hizb-ul-Mujahidin = hizbul-mujahideen|al-Qaeda = al-qaeda|Al Qaida = al-qaeda|al-Qa'ida = al-qaeda
ISIS-K = iskp|IS-K = iskp|ISKP = iskp|Islamic State Khorasan Province = iskp
Islamic State = islamic-state|ISIS = islamic-state|Isis = islamic-state|Daesh = islamic-state
Haqqani network = haqqani-network|BLA = baloch-liberation-army
Baluchistan Liberation Army = baloch-liberation-army|TNSM = tnsm|Boko Haram = boko-haram
al-Shabaab = al-shabaab|Al Shabab = al-shabaab|Hezbollah = hezbollah|Hizbullah = hezbollah
Hizballah = hezbollah|Hamas = hamas|Houthis = houthis|Tamil Tigers = ltte|FARC = farc
Shining Path = shining-path|Sendero Luminoso = shining-path|FMLN = fmln|PKK = pkk
Lord's Resistance Army = lra|M23 = m23|United Nations = united-nations|U.N. = united-nations
UN = united-nations|NATO = nato|Nato = nato|European Union = european-union|ICRC = icrc
Doctors Without Borders = msf|Amnesty International = amnesty-international|ECOWAS = ecowas
Organisation of African Unity = african-union|OIC = oic|WHO = world-health-organization
Security Council = un-security-council|White House = white-house|Pentagon = pentagon
State Department = us-state-department|Kremlin = kremlin|Knesset = knesset|Lok Sabha = lok-sabha
Downing Street = downing-street|Élysée = elysee|Elysee = elysee|IDF = idf|FSB = fsb|ISI = isi
ISPR = ispr|Pakistan Army = pakistan-army|Pakistani army = pakistan-army|Frontier Corps = frontier-corps
PTI = pti|PML-N = pml-n|Imran Khan = imran-khan|Mullah Fazlullah = mullah-fazlullah
Maulana Fazlullah = mullah-fazlullah|Hakimullah Mehsud = hakimullah-mehsud
Hakeemullah Mehsud = hakimullah-mehsud|Baitullah Mehsud = baitullah-mehsud
Noor Wali Mehsud = noor-wali-mehsud|Sirajuddin Haqqani = sirajuddin-haqqani|Mullah Omar = mullah-omar
Mullah Umar = mullah-omar|Taqi Usmani = taqi-usmani|Mufti Taqi Osmani = taqi-usmani
Saad Rizvi = saad-hussain-rizvi|Khadim Hussain Rizvi = khadim-hussain-rizvi
Muammar Gaddafi = muammar-gaddafi|Muammar Qaddafi = muammar-gaddafi|Vladimir Putin = vladimir-putin
Putin = vladimir-putin|Zelenskyy = volodymyr-zelensky|Osama bin Laden = osama-bin-laden
Usama bin Ladin = osama-bin-laden|Benazir Bhutto = benazir-bhutto|Zardari = asif-ali-zardari
"""


@pytest.mark.parametrize("line", [one for one in WHO.replace("\n", "|").split("|") if one.strip()])
def test_a_name_and_its_variants_lead_to_one_entity(line: str) -> None:
    name, _, id_ = line.partition(" = ")
    text = f"On Friday, {name} said so."
    assert [text[m.start : m.end] for m in E.find(text)] == [name]
    assert first(text) == id_


STANDINGS = """
afghan-taliban 1999-06-01 GOV|afghan-taliban 2005-06-01 REB|afghan-taliban 2020-02-29 REB
afghan-taliban 2021-08-14 REB|afghan-taliban 2021-08-15 GOV|afghan-taliban 2022-06-01 GOV
ttp 2009-01-01 REB|imran-khan 2017-01-01 PTY|imran-khan 2019-05-01 GOV|imran-khan 2023-05-01 PTY
nawaz-sharif 1998-05-28 GOV|nawaz-sharif 2008-01-01 PTY|nawaz-sharif 2015-01-01 GOV
pervez-musharraf 2005-01-01 GOV|pervez-musharraf 2010-01-01 ELI|barack-obama 2012-01-01 GOV
barack-obama 2018-01-01 ELI|sirajuddin-haqqani 2015-01-01 REB|sirajuddin-haqqani 2022-01-01 GOV
hamid-karzai 2005-01-01 GOV|hamid-karzai 2018-01-01 ELI|tlp 2020-11-17 PTY|tlp 2021-04-20 OPP
tlp 2022-01-01 PTY|farc 2010-01-01 REB|farc 2018-01-01 PTY|charles-taylor 1995-01-01 REB
charles-taylor 2000-01-01 GOV|charles-taylor 2010-01-01 ELI|nelson-mandela 1990-02-11 OPP
nelson-mandela 1995-01-01 GOV|rsf-sudan 2020-01-01 PRM|rsf-sudan 2023-05-01 REB|hts 2020-01-01 REB
tplf 2019-01-01 PTY|tplf 2021-01-01 REB|asim-munir 2019-01-01 SPY|asim-munir 2023-01-01 MIL
ahmed-al-sharaa 2016-01-01 REB|ahmed-al-sharaa 2025-01-01 GOV
"""


@pytest.mark.parametrize("line", STANDINGS.replace("\n", "|").strip("|").split("|"))
def test_a_standing_is_that_of_its_day(line: str) -> None:
    id_, day, sector = line.split(" ")
    assert E.standing(id_, day).sector == sector


def test_bare_taliban_may_be_either() -> None:
    assert found("The Taliban denied it.")["Taliban"] == ("afghan-taliban", "ttp")


def test_the_kremlin_stands_for_the_state_of_its_day() -> None:
    assert E.standing("kremlin", "1985-01-01").country == "SUN"
    assert E.standing("kremlin", "2015-01-01").country == "RUS"


def test_without_a_day_the_last_standing_is_told() -> None:
    assert E.standing("afghan-taliban").sector == "GOV"


def test_before_a_first_term_a_person_has_no_sector() -> None:
    assert E.standing("barack-obama", "1990-01-01").sector is None


def test_the_office_is_told_with_the_body_it_belongs_to() -> None:
    held = E.standing("noor-wali-mehsud", "2022-06-01")
    assert (held.office, held.part_of) == ("Emir of the TTP", "ttp")


def test_every_state_has_its_organs() -> None:
    assert E.standing("india-police").sector == "COP"
    assert E.standing("pakistan-foreign-ministry").country == "PAK"
    assert E.part("afghanistan", "interior ministry") == "afghanistan-interior-ministry"
    assert E.part("pakistan", "bakery") is None


def test_an_unknown_id_is_an_error_that_names_it() -> None:
    with pytest.raises(NotFoundError, match="nobody-at-all"):
        E.standing("nobody-at-all")


@pytest.mark.parametrize(
    "text",
    [
        "He told us it is over; who knows.",
        "They ate turkey off the china.",
        "An Islamic state was their aim.",
        "The sudanitised Omanesque malice of Chadwick's iranic niger-like prose",
        "WHO KILLED US TODAY",
        "The raw facts mend the model.",
    ],
)
def test_common_words_and_parts_of_words_are_no_names(text: str) -> None:
    assert found(text) == {}


def test_a_possessive_ends_before_its_apostrophe() -> None:
    assert list(found("Pakistan’s capital and Afghanistan's people")) == ["Pakistan", "Afghanistan"]


def test_a_possessive_may_be_part_of_a_name() -> None:
    assert found("Pakistan's army said")["Pakistan's army"] == ("pakistan-army",)


def test_a_plural_may_own_the_rest_of_a_name() -> None:
    assert found("The Kurdistan Workers' Party said")["Kurdistan Workers' Party"] == ("pkk",)
    assert found("Kurdistan Workers’ Party fighters") == {"Kurdistan Workers’ Party": ("pkk",)}
    assert found("Kurdistan 'Workers' Party") == {}


def test_the_longest_name_wins() -> None:
    assert list(found("Islamic State Khorasan Province and Islamic State")) == [
        "Islamic State Khorasan Province",
        "Islamic State",
    ]


def test_a_name_may_run_over_a_line_but_not_over_a_comma() -> None:
    assert first("the United\nNations") == "united-nations"
    assert "united-nations" not in {i for ids in found("United, Nations").values() for i in ids}


def test_the_form_tells_adjective_capital_people_and_surname() -> None:
    text = "Pakistani Afghans Islamabad Zardari Hamas"
    assert [m.form for m in E.find(text)] == ["adjective", "people", "capital", "surname", "name"]


PIECES = st.sampled_from(
    [
        "Pakistan",
        "’s",
        "'s",
        "U.S.",
        "us",
        "Taliban",
        "al-Qaeda",
        "Tehrik-i-",
        " ",
        "\n",
        "-",
        ",",
        "x",
        "İ",
        "ß",
        "🙂",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_matches_lie_in_the_text_at_word_borders_and_never_overlap(text: str) -> None:
    last = 0
    for match in E.find(text):
        assert last <= match.start < match.end <= len(text)
        assert match.ids and all(id_ in E for id_ in match.ids)
        assert not re.search(r"[^\W_]\Z", text[: match.start]) and text[match.start].isalnum()
        assert not re.match(r"[^\W_]", text[match.end :])
        last = match.end


@pytest.mark.parametrize(
    ("name", "day", "country", "sector"),
    [
        ("Gyanendra", "2005-02-01", "NPL", "GOV"),
        ("Daniel Noboa", "2024-01-09", "ECU", "GOV"),
        ("Ariel Henry", "2024-03-11", "HTI", "GOV"),
        ("Ariel Henry", "2025-01-01", "HTI", "ELI"),
        ("Mahamadou Issoufou", "2015-01-01", "NER", "GOV"),
        ("Velupillai Prabhakaran", "2012-01-01", "LKA", "REB"),
        ("Renamo", "2015-01-01", "MOZ", "REB"),
        ("Renamo", "2021-01-01", "MOZ", "PTY"),
        ("Abdul Hakim Haqqani", "2021-01-01", "AFG", "REB"),
        ("Abdul Hakim Haqqani", "2023-01-01", "AFG", "JUD"),
        ("Polisario Front", "2020-11-13", "ESH", "REB"),
        ("Operation Zarb-i-Azb", "2015-01-01", "PAK", "MIL"),
    ],
)
def test_who_somebody_was_on_a_day(name: str, day: str, country: str, sector: str) -> None:
    (match,) = entities().find(name)
    standing = entities().standing(match.ids[0], day)
    assert (standing.country, standing.sector) == (country, sector)


@pytest.mark.parametrize(
    ("name", "day", "country", "sector"),
    [
        ("Hugo Chávez", "1992-02-04", "VEN", "MIL"),
        ("Hugo Chávez", "2005-02-04", "VEN", "GOV"),
        ("Xanana Gusmão", "1992-11-20", "TLS", "REB"),
        ("Salva Kiir", "1999-11-20", "SSD", "REB"),
        ("Étienne Tshisekedi", "1992-05-16", "COD", "OPP"),
    ],
)
def test_what_somebody_was_before_the_office(name: str, day: str, country: str, sector: str) -> None:
    (match,) = entities().find(name)
    standing = entities().standing(match.ids[0], day)
    assert (standing.country, standing.sector) == (country, sector)


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("united-states-government", "Government of the United States"),
        ("philippines-military", "Armed forces of the Philippines"),
        ("dr-congo-people", "People of the Democratic Republic of the Congo"),
        ("pakistan-government", "Government of Pakistan"),
    ],
)
def test_a_states_organ_is_named_with_the_article_of_its_state(id_: str, name: str) -> None:
    assert entities().standing(id_).name == name
