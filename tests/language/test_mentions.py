"""Mentions: who is spoken of, of which country and sector, and which mentions speak of the same one."""

from __future__ import annotations

import pytest

from jirga.language import Analysis, Mention, analyse
from jirga.model import Document


def read(text: str, published: str | None = "2022-06-08") -> Analysis:
    return analyse(Document("d", "h", "1", "text", text, published=published))


def mention(text: str, name: str, nth: int = 0, published: str | None = "2022-06-08") -> Mention:
    found = [one for one in read(text, published).mentions if one.name == name]
    assert found, [one.name for one in read(text, published).mentions]
    return found[nth]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Turkish police broke up the march.", "Turkish police", "TUR", "COP"),
        ("Rebels in Ivory Coast seized a town.", "Rebels", "CIV", "REB"),
        ("Afghan rebels shelled the base.", "Afghan rebels", "AFG", "REB"),
        ("Members of parliament from Sudan flew to Cairo.", "Members", "SDN", "LEG"),
        ("The government of Colombia signed the accord.", "The government", "COL", "GOV"),
        ("Kenya's foreign minister arrived in Juba.", "Kenya's foreign minister", "KEN", "GOV"),
        ("A US drone killed two men.", "A US drone", "USA", "MIL"),
        ("Sindh police arrested nine students.", "Sindh police", "PAK", "COP"),
        ("Bandits killed a priest in Burkina Faso.", "Bandits", "BFA", "CRM"),
    ],
)
def test_a_noun_takes_its_country_from_what_stands_around_it(
    text: str, name: str, country: str, sector: str
) -> None:
    found = mention(text, name)
    assert (found.kind, found.country, found.sector) == ("agent", country, sector)


@pytest.mark.parametrize("name", ["The counter-ISIL coalition", "Iran-backed militias"])
def test_what_backs_or_opposes_a_body_is_not_whose_it_is(name: str) -> None:
    found = mention(f"{name} struck at dawn.", name)
    assert (found.entity, found.country) == (None, None)


def test_a_traveller_is_not_of_the_country_he_visits() -> None:
    assert mention("In Paris the foreign secretary spoke of peace.", "the foreign secretary").country is None


def test_a_dateline_tells_the_country_of_who_is_named_by_a_noun_alone() -> None:
    text = "MONROVIA, Liberia (AP) — The army freed nine hostages. Police thanked the president."
    assert mention(text, "The army").entity == "liberia-army"
    assert mention(text, "Police").country == "LBR"


def test_nothing_is_recorded_where_nothing_is_told() -> None:
    found = mention("Militants attacked a convoy.", "Militants")
    assert (found.entity, found.country, found.sector) == (None, None, "REB")


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Chad's foreign ministry condemned it.", "Chad's foreign ministry", "chad-foreign-ministry"),
        ("The Nigerian army freed hostages.", "The Nigerian army", "nigeria-army"),
        ("TTP fighters shelled the fort.", "TTP fighters", "ttp"),
        ("The spokesman for the TTP confirmed it.", "The spokesman", "ttp"),
        ("The Zardari government signed the deal.", "Zardari", "asif-ali-zardari"),
    ],
)
def test_composition_names_the_body(text: str, name: str, entity: str) -> None:
    assert mention(text, name).entity == entity


def test_an_office_gives_an_unknown_person_sector_and_country() -> None:
    found = mention("Ruritanian envoy left. Kenyan Foreign Minister Otieno Mwangi spoke.", "Otieno Mwangi")
    assert (found.entity, found.entity_kind, found.country, found.sector) == (
        "x-otieno-mwangi",
        "person",
        "KEN",
        "GOV",
    )


def test_an_entity_stands_as_of_the_day_of_publication() -> None:
    text = "The Afghan Taliban closed the road."
    assert mention(text, "Afghan Taliban", published="2010-05-01").sector == "REB"
    assert mention(text, "Afghan Taliban", published="2022-05-01").sector == "GOV"


def test_the_taliban_are_the_afghan_ones_unless_the_text_speaks_of_the_others() -> None:
    assert mention("The Taliban closed the road.", "Taliban").entity == "afghan-taliban"
    text = "The Pakistani Taliban shelled a post in Pakistan. Pakistan vowed revenge. The Taliban denied it."
    assert mention(text, "Taliban").entity == "ttp"
    both = text + " The Afghan Taliban said nothing."
    assert mention(both, "Taliban").entity == "afghan-taliban"


def test_a_capital_that_acts_is_its_government_and_else_a_place() -> None:
    assert mention("Nairobi denied the claim.", "Nairobi").entity == "kenya-government"
    found = mention("Bombs fell in Nairobi.", "Nairobi")
    assert (found.kind, found.entity, found.country) == ("place", None, "KEN")


def test_an_abbreviation_in_brackets_is_an_alias_from_then_on() -> None:
    text = "The Free Ituri Movement (FIM) took the bridge. The FIM then left."
    names = [one for one in read(text).mentions if one.name == "FIM"]
    assert {one.entity for one in names} == {"x-free-ituri-movement"} and len(names) == 2


def test_a_surname_takes_up_the_only_full_name_before() -> None:
    text = "Joseph Lokuju met Maria Santos. Lokuju then flew home."
    assert mention(text, "Lokuju").entity == "x-joseph-lokuju"
    two = "Joseph Lokuju met Peter Lokuju. Lokuju then flew home."
    assert not [one for one in read(two).mentions if one.name == "Lokuju" and one.entity is not None]


def test_an_apposition_tells_who_a_name_is() -> None:
    found = mention("Abu Zar, the TTP spokesman, denied the claim.", "Abu Zar")
    assert (found.country, found.sector) == ("PAK", "REB")


def test_pronouns_and_descriptions_take_up_what_they_fit() -> None:
    text = "Boko Haram raided a village in Nigeria. The group said its fighters had freed prisoners."
    analysis = read(text)
    by_name = {one.name: one for one in analysis.mentions}
    haram = by_name["Boko Haram"]
    assert haram.entity is not None
    for name in ("The group", "its", "its fighters"):
        assert by_name[name].entity == haram.entity, name
    antecedent = by_name["The group"].antecedent
    assert antecedent is not None and analysis.mentions[antecedent].entity == haram.entity


def test_he_is_no_organisation_and_it_no_person() -> None:
    text = "The Zebra Liberation Front praised Joseph Lokuju. He thanked nobody."
    assert mention(text, "He").entity == "x-joseph-lokuju"
    assert mention("Joseph Lokuju left. It said nothing.", "It").antecedent is None


def test_a_pronoun_reaches_no_further_than_two_sentences() -> None:
    text = "Joseph Lokuju left. Rain fell. Snow fell. Hail fell. He slept."
    assert mention(text, "He").antecedent is None


def test_mention_at_prefers_the_head() -> None:
    analysis = read("Taliban fighters left.")
    head = analysis.mention_at(1)
    inner = analysis.mention_at(0)
    assert head is not None and head.name == "Taliban fighters"
    assert inner is not None and inner.name == "Taliban"
    assert analysis.mention_at(2) is None


def test_every_mention_of_one_name_has_one_identity() -> None:
    text = "The Blue Nile Army struck. Villagers fear the Blue Nile Army."
    assert {one.entity for one in read(text).mentions if one.name == "Blue Nile Army"} == {"x-blue-nile-army"}


@pytest.mark.parametrize(
    ("text", "pronoun", "entity"),
    [
        ("During her visit to Chad, Maria Santos spoke.", "her", "x-maria-santos"),
        ("Maria Santos met Joseph Lokuju and urged him to go.", "him", "x-joseph-lokuju"),
        ("Afghanistan denied it. The TTP's fighters shelled a fort. It claimed the attack.", "It", "ttp"),
        (
            "Joseph Lokuju was held. Peter Okot said nothing of his arrest was known.",
            "his",
            "x-joseph-lokuju",
        ),
    ],
)
def test_a_pronoun_takes_who_is_spoken_of(text: str, pronoun: str, entity: str) -> None:
    assert mention(text, pronoun).entity == entity


def test_nobody_is_urged_by_himself() -> None:
    assert mention("Joseph Lokuju came and urged him to go.", "him").antecedent is None


def test_a_common_noun_with_a_capital_is_no_name() -> None:
    text = "In Kenya the Army and the Marines left. Parliament met, and the House rose."
    found = {one.name: (one.kind, one.sector) for one in read(text).mentions}
    assert found["the Army"] == found["the Marines"] == ("agent", "MIL")
    assert found["Parliament"] == found["the House"] == ("agent", "LEG")


def test_central_americans_are_not_of_the_united_states() -> None:
    text = "Central American presidents met American envoys."
    assert mention(text, "Central American presidents").country is None
    assert mention(text, "American envoys").country == "USA"


def test_an_officer_is_of_the_service_spoken_of() -> None:
    assert mention("Police shot a man. An officer fell.", "An officer").sector == "COP"
    assert mention("The army shot a man. An officer fell.", "An officer").sector == "MIL"


def test_a_story_sent_from_abroad_is_about_where_it_happened() -> None:
    text = (
        "HAVANA (CUBA) -- Rebels in El Salvador burned two bridges in San Salvador. Salvadoran voters stayed "
        "at home in El Salvador. The army said so."
    )
    assert mention(text, "The army").entity == "el-salvador-army"


def test_a_place_in_another_phrase_is_not_whose_the_government_is() -> None:
    text = "BOGOTA, Colombia (AP) — We have asked the government for peace since the talks in Panama."
    assert mention(text, "the government").entity == "colombia-government"


def test_it_may_be_a_body_without_a_name() -> None:
    analysis = read("A Mohmand faction announced that it had killed nine soldiers.")
    found = next(one for one in analysis.mentions if one.name == "it")
    assert found.antecedent is not None and analysis.mentions[found.antecedent].name == "A Mohmand faction"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed a priest in Burkina Faso.", "Gunmen"),
        ("Foreign engineers were seized in Mali.", "Foreign engineers"),
        ("Sudan and Chad quarrelled. In Sudan both governments were blamed.", "both governments"),
    ],
)
def test_who_may_come_from_anywhere_gets_no_country_from_the_place(text: str, name: str) -> None:
    assert mention(text, name).country is None


def test_an_office_before_a_last_name_tells_who_it_is() -> None:
    found = mention("Prime Minister Skerrit flew home.", "Skerrit", published="2010-03-01")
    assert (found.entity, found.country, found.sector) == ("roosevelt-skerrit", "DMA", "GOV")


def test_an_office_of_another_country_does_not() -> None:
    found = mention("The Kenyan minister Skerrit spoke.", "Skerrit", published="2010-03-01")
    assert found.entity != "roosevelt-skerrit"


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The Ruvu Liberation Army freed two nurses in Sudan.", "Ruvu Liberation Army", "SDN", "REB"),
        ("The Ruvu Democratic Movement marched in Sudan.", "Ruvu Democratic Movement", "SDN", "PTY"),
        ("The Ruvu Lorry Drivers' Union struck in Sudan.", "Ruvu Lorry Drivers' Union", None, "LAB"),
    ],
)
def test_the_words_of_an_unknown_body_tell_what_it_is(
    text: str, name: str, country: str | None, sector: str
) -> None:
    found = mention(text, name)
    assert (found.sector, found.country if country else None) == (sector, country)


def test_his_men_are_of_his_side() -> None:
    found = mention("General Haftar said that his men held the port.", "his men", published="2019-05-01")
    assert (found.country, found.sector) == ("LBY", "REB")


def test_an_envoy_of_a_body_above_states_is_that_body() -> None:
    found = mention("A United Nations envoy met the rebels.", "A United Nations envoy")
    assert (found.entity, found.country, found.sector) == ("united-nations", "UNO", None)


def test_an_abbreviation_of_many_bodies_is_that_of_the_country_in_focus() -> None:
    text = "The RSF shelled Omdurman. Sudan's army fired back."
    found = mention(text, "RSF", published="2023-06-01")
    assert (found.entity, found.country, found.sector) == ("rsf-sudan", "SDN", "REB")


def test_a_nickname_of_a_group_needs_the_text_to_be_about_its_country() -> None:
    at_home = mention("In Sri Lanka the Tigers freed two nurses.", "Tigers", published="2005-06-01")
    assert (at_home.entity, at_home.sector) == ("ltte", "REB")
    assert all(one.entity != "ltte" for one in read("In Kenya the Tigers won the cup.").mentions)


def test_a_name_that_everybody_knows_needs_no_first_name() -> None:
    assert mention("Arafat flew to Paris.", "Arafat", published="1998-01-01").entity == "yasser-arafat"


def test_unless_the_text_names_another_who_is_called_so() -> None:
    found = read("Leila Arafat, a nurse, spoke. Arafat had seen the raid.").mentions
    assert all(one.entity != "yasser-arafat" for one in found)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Ethnic Albanians marched in Macedonia.", "Albanians", "MKD"),
        ("Two ethnic Albanian rebels were shot in Macedonia.", "Two ethnic Albanian rebels", "MKD"),
        ("Albanian rebels laid down their guns.", "Albanian rebels", "ALB"),
    ],
)
def test_of_what_descent_somebody_is_tells_no_country(text: str, name: str, country: str) -> None:
    assert mention(text, name).country == country


def test_let_is_no_group() -> None:
    text = "The TTP was founded in 2007. Let us recall that it was banned. LeT denied it."
    assert [one.entity for one in read(text).mentions if one.kind == "name"] == ["ttp", "lashkar-e-taiba"]


def test_the_state_is_that_of_the_text_not_of_where_one_flew() -> None:
    text = (
        "Pakistan freed twelve men. Elders from Pakistan had flown to Kabul to plead with those whom "
        "the state had jailed. Pakistan said nothing."
    )
    assert mention(text, "the state").country == "PAK"


def test_a_provincial_government_is_not_the_countrys() -> None:
    found = mention("In Pakistan the provincial government paid the families.", "the provincial government")
    assert (found.entity, found.country, found.sector) == (None, "PAK", "GOV")


def test_it_that_one_fights_or_bans_is_the_body_spoken_of() -> None:
    text = "The TTP was founded in 2007. It was banned in August. Every government since then has fought it."
    assert [one.entity for one in read(text).mentions if one.kind == "pronoun"] == ["ttp", "ttp"]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Naga rebels extended the truce.", "Naga rebels", "IND", "REB"),
        ("Kurdish rebels blew up a bridge.", "Kurdish rebels", None, "REB"),
        ("In Iraq, Kurdish rebels blew up a bridge.", "Kurdish rebels", "IRQ", "REB"),
        ("Uighurs marched in the capital.", "Uighurs", "CHN", "CVL"),
        ("Hamas officials met a mediator.", "Hamas officials", "PSE", "REB"),
    ],
)
def test_peoples_without_a_state_and_officials_of_groups(
    text: str, name: str, country: str | None, sector: str
) -> None:
    found = mention(text, name, published="2004-06-08")
    assert (found.country, found.sector) == (country, sector)


def test_where_talks_are_held_is_not_what_a_text_is_about() -> None:
    text = "The talks in Doha failed. In Sudan the guns went on. The army shelled a market."
    assert mention(text, "The army").country == "SDN"


def test_a_preposition_is_no_part_of_a_place_s_name() -> None:
    text = "Near Ar Raqqah, five strikes hit a tunnel entrance and destroyed a bridge."
    assert all(not one.name.startswith("Near") for one in read(text).mentions)


def test_people_displaced_are_refugees() -> None:
    found = mention("In the Philippines police beat the people displaced from Marawi.", "the people")
    assert (found.country, found.sector) == ("PHL", "REF")


def test_a_region_without_a_state_is_a_place_and_tells_the_country() -> None:
    text = "In Abkhazia two farmers were shot."
    assert mention(text, "two farmers").country == "GEO"
    assert all(one.sector is None for one in read(text).mentions if one.name == "Abkhazia")


@pytest.mark.parametrize(
    ("published", "who"),
    [("1990-08-15", "george-h-w-bush"), ("2003-03-20", "george-w-bush")],
)
def test_of_two_people_with_one_name_the_one_in_office_that_day_is_meant(
    published: str | None, who: str
) -> None:
    found = read("President Bush met Tony Blair on Tuesday.", published).mentions
    assert found[0].entity == who


@pytest.mark.parametrize("published", ["1996-05-04", "2015-05-04", None])
def test_where_none_of_those_with_one_name_was_in_office_it_is_nobody_in_particular(
    published: str | None,
) -> None:
    found = read("President Bush met Tony Blair on Tuesday.", published).mentions[0]
    assert (found.entity, found.country) == ("x-president-bush", "USA")


def test_a_date_in_the_sentence_tells_who_held_the_office_then() -> None:
    found = read("In 1991 President Bush sent troops to the Gulf.", "2015-05-04").mentions
    assert found[0].entity == "george-h-w-bush"


def test_a_former_president_is_the_one_who_had_been_it() -> None:
    found = read("Former president Bush called for a truce.", "1996-05-04").mentions
    assert "george-h-w-bush" in [one.entity for one in found]


def test_a_fuller_name_in_the_text_tells_who_is_meant() -> None:
    text = "George H. W. Bush sent troops. President Bush called for a truce."
    assert {one.entity for one in read(text, "1996-05-04").mentions if "Bush" in one.name} == {
        "george-h-w-bush"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Residents left Bannu. Flee, he told them, while you can.",
        "The spokesman said that He would not sign. It is He who leads the talks.",
        "HE TOLD THEM THAT THEY WOULD FLEE THE TOWN BEFORE THE TROOPS ENTERED IT FROM THE NORTH.",
    ],
)
def test_a_word_with_a_capital_is_no_entity(text: str) -> None:
    assert not [one.entity for one in read(text).mentions if (one.entity or "").startswith("x-")]


def test_an_outlet_is_one_of_the_media() -> None:
    assert mention("The local outlet reported that rebels had left.", "The local outlet").sector == "JRN"


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        (
            "The Transnistrian authorities freed a man.",
            "The Transnistrian authorities",
            "transnistria-government",
        ),
        ("Abkhazia rejected the offer.", "Abkhazia", "abkhaz-government"),
        ("Somaliland's government signed a pact.", "Somaliland's government", "somaliland-government"),
    ],
)
def test_a_land_with_a_government_of_its_own_is_not_governed_by_the_state_around_it(
    text: str, name: str, entity: str
) -> None:
    assert mention(text, name).entity == entity


def test_such_a_land_s_police_are_of_its_country_and_not_the_state_s() -> None:
    found = mention("The Abkhaz army shelled a post.", "The Abkhaz army")
    assert (found.entity, found.country, found.sector) == (None, "GEO", "MIL")


def test_whose_somebody_is_tells_a_land_that_is_also_a_name() -> None:
    assert mention("Four bishops of Guerrero begged for calm.", "Four bishops").country == "MEX"
    assert mention("Followers of Guerrero begged for calm.", "Followers").country is None


def test_who_signs_abroad_is_not_of_the_land_where_he_signs() -> None:
    text = "Libya's war is over. In Geneva five officers signed a truce. Libya rejoiced."
    assert mention(text, "five officers").country == "LBY"
    text = "The war in Libya is over. The two delegations met in Bouznika, Morocco. Libya rejoiced."
    assert mention(text, "The two delegations").country == "LBY"


def test_allies_and_opponents_are_not_those_whose_they_are() -> None:
    text = "In Ethiopia federal troops and their Eritrean allies took the town."
    found = mention(text, "their Eritrean allies")
    assert (found.entity, found.country) == (None, "ERI")
    text = "The Houthis left. Their opponents entered the town."
    assert mention(text, "Their opponents").entity is None


def test_a_people_s_commanders_are_no_mere_people() -> None:
    found = mention("In Ethiopia Tigrayan commanders left the camp.", "Tigrayan commanders")
    assert (found.country, found.sector) == ("ETH", None)


def test_the_negotiators_of_rebels_are_rebels() -> None:
    assert mention("The guerrillas' negotiators left.", "The guerrillas' negotiators").sector == "REB"


def test_a_body_cut_to_one_word_is_of_the_kind_that_word_says() -> None:
    assert mention("The government and the Front signed a peace.", "the Front").sector == "REB"


def test_an_organisation_told_by_another_adjective_is_another() -> None:
    text = "The FARC left the camp. The national indigenous organisation mourned four boys."
    assert mention(text, "The national indigenous organisation").entity is None
    assert (
        mention("The TTP left. The banned organisation mourned.", "The banned organisation").entity == "ttp"
    )


def test_a_name_of_two_means_the_other_where_one_is_named_beside_it() -> None:
    text = "The Taliban deny that they shelter the TTP. The TTP attacked a post."
    analysis = read(text)
    told = {text[m.start : m.end]: m.entity for m in analysis.mentions}
    assert told["Taliban"] == "afghan-taliban"
    assert told["they"] == "afghan-taliban"
    assert told["TTP"] == "ttp"


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Cowardly FMLN killers murdered the mayor.", "Cowardly FMLN killers", "fmln"),
        ("Urban commandos of the ELN blew up a bank.", "Urban commandos", "eln"),
        ("Guerrillas belonging to the EPL kidnapped a farmer.", "Guerrillas", "epl"),
        ("Enemies of the FMLN blew up a bank.", "Enemies", None),
    ],
)
def test_a_bands_fighters_are_the_band_whatever_the_word_for_them(
    text: str, name: str, entity: str | None
) -> None:
    found = [one for one in read(text, "1989-05-10").mentions if one.name == name]
    assert [one.entity for one in found] in ([entity], [])


def test_a_name_with_two_surnames_is_whole_where_the_tagger_cuts_it_short() -> None:
    text = (
        "PRESIDENT CRISTIANI BLAMED THE FMLN FOR THE ASSASSINATION OF DR JOSE ANTONIO RODRIGUEZ PORTH AND "
        "CALLED THE ATTACK AN ATTEMPT TO HINDER DIALOGUE."
    )
    assert mention(text, "JOSE ANTONIO RODRIGUEZ PORTH").entity == "x-jose-antonio-rodriguez-porth"


@pytest.mark.parametrize(("published", "sector"), [("2019-06-08", "REB"), ("2022-06-08", "GOV")])
def test_the_fighters_of_a_movement_are_its_own_in_power_too(published: str, sector: str) -> None:
    found = mention("Taliban fighters shot two men.", "Taliban fighters", published=published)
    assert (found.entity, found.sector) == ("afghan-taliban", sector)


def test_a_ruling_junta_is_the_government() -> None:
    assert mention("Myanmar's junta bombed a school.", "Myanmar's junta").entity == "myanmar-government"


def test_one_of_a_people_is_no_government() -> None:
    found = mention("Police killed an Afghan in Quetta.", "Afghan")
    assert (found.entity, found.country, found.sector) == (None, "AFG", "CVL")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("There are links between the TTP and others. The Taliban took Kabul in 2021.", "afghan-taliban"),
        ("The Taliban and the TTP are allies. The Taliban ended the truce.", "afghan-taliban"),
        ("The TTP killed six soldiers in Swat. The Taliban also burned a school.", "ttp"),
    ],
)
def test_a_name_of_two_is_its_first_owners_where_the_text_parts_them(text: str, entity: str) -> None:
    analysis = read(text)
    last = [m for m in analysis.mentions if text[m.start : m.end] in {"The Taliban", "Taliban"}][-1]
    assert last.entity == entity
