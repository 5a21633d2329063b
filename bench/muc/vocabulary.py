"""The words and codes that MUC-4's set fills stand for: ours → theirs. General English, keyed to no text."""

from __future__ import annotations

from collections.abc import Mapping

from jirga.lexicon.cues import word_set

#: The nine countries of interest (template-doc-part1.v7, 1.0).
COUNTRIES: Mapping[str, str] = {
    "SLV": "EL SALVADOR",
    "GTM": "GUATEMALA",
    "HND": "HONDURAS",
    "ARG": "ARGENTINA",
    "BOL": "BOLIVIA",
    "CHL": "CHILE",
    "COL": "COLOMBIA",
    "ECU": "ECUADOR",
    "PER": "PERU",
}
#: Other countries by the names of set-list-foreign-nation.v5, as far as they are common in reports.
NATIONS: Mapping[str, str] = dict(COUNTRIES) | {
    "USA": "UNITED STATES",
    "ESP": "SPAIN",
    "NIC": "NICARAGUA",
    "CUB": "CUBA",
    "CRI": "COSTA RICA",
    "PAN": "PANAMA",
    "MEX": "MEXICO",
    "VEN": "VENEZUELA",
    "BRA": "BRAZIL",
    "PRY": "PARAGUAY",
    "URY": "URUGUAY",
    "RUS": "USSR",
    "SUN": "USSR",
    "DEU": "WEST GERMANY",
    "FRA": "FRANCE",
    "GBR": "UNITED KINGDOM",
    "ITA": "ITALY",
    "JPN": "JAPAN",
    "ISR": "ISRAEL",
    "CHE": "SWITZERLAND",
    "CAN": "CANADA",
}

#: Sectors of whoever bears arms, of whoever acts for a state, of its armed services alone.
ARMED = frozenset({"MIL", "COP", "REB", "PRM", "CRM", "SPY"})
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
SERVICES = frozenset({"MIL", "COP", "SPY"})
OUTLAWS = frozenset({"REB", "PRM", "CRM"})

#: PLOVER sector → HUM TGT: TYPE; all others are civilians, the documentation's default.
TARGET_TYPES: Mapping[str, str] = {
    "GOV": "GOVERNMENT OFFICIAL",
    "MIL": "ACTIVE MILITARY",
    "COP": "LAW ENFORCEMENT",
    "SPY": "LAW ENFORCEMENT",
    "JUD": "LEGAL OR JUDICIAL",
    "LEG": "GOVERNMENT OFFICIAL",
    "PTY": "POLITICAL FIGURE",
    "OPP": "POLITICAL FIGURE",
}
#: Words of a description that say the type whatever the sector; the first that is met counts.
TARGET_WORDS: Mapping[str, str] = {
    "ambassador": "DIPLOMAT",
    "consul": "DIPLOMAT",
    "diplomat": "DIPLOMAT",
    "diplomats": "DIPLOMAT",
    "attache": "DIPLOMAT",
    "bodyguard": "SECURITY GUARD",
    "bodyguards": "SECURITY GUARD",
    "guard": "SECURITY GUARD",
    "guards": "SECURITY GUARD",
    "escort": "SECURITY GUARD",
    "escorts": "SECURITY GUARD",
    "judge": "LEGAL OR JUDICIAL",
    "judges": "LEGAL OR JUDICIAL",
    "magistrate": "LEGAL OR JUDICIAL",
    "magistrates": "LEGAL OR JUDICIAL",
    "prosecutor": "LEGAL OR JUDICIAL",
    "attorney": "LEGAL OR JUDICIAL",
    "lawyer": "LEGAL OR JUDICIAL",
    "candidate": "POLITICAL FIGURE",
    "candidates": "POLITICAL FIGURE",
    "politician": "POLITICAL FIGURE",
    "leader": "POLITICAL FIGURE",
    "leaders": "POLITICAL FIGURE",
    "mayor": "GOVERNMENT OFFICIAL",
    "mayors": "GOVERNMENT OFFICIAL",
    "governor": "GOVERNMENT OFFICIAL",
    "minister": "GOVERNMENT OFFICIAL",
    "deputy": "GOVERNMENT OFFICIAL",
    "senator": "GOVERNMENT OFFICIAL",
    "official": "GOVERNMENT OFFICIAL",
    "officials": "GOVERNMENT OFFICIAL",
    "policeman": "LAW ENFORCEMENT",
    "policemen": "LAW ENFORCEMENT",
    "soldier": "ACTIVE MILITARY",
    "soldiers": "ACTIVE MILITARY",
}


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words.split()}


#: Head noun → PHYS TGT: TYPE (7.14 and part 2).
FACILITIES: Mapping[str, str] = _by_word(
    {
        "CIVILIAN RESIDENCE": "house home residence apartment hut dwelling",
        "COMMERCIAL": "store shop restaurant hotel warehouse supermarket market business factory plant "
        "establishment dealership mall brothel farm plantation ranch firm company enterprise corporation "
        "drugstore pharmacy club theater",
        "COMMUNICATIONS": "radio newspaper telephone antenna station booth relay",
        "DIPLOMAT OFFICE OR RESIDENCE": "embassy consulate",
        "ENERGY": "tower pylon pole powerline substation pipeline oilfield refinery dam grid post "
        "transformer",
        "FINANCIAL": "bank exchange",
        "GOVERNMENT OFFICE OR RESIDENCE": "ministry palace courthouse mayoralty hall",
        "LAW ENFORCEMENT FACILITY": "precinct jail prison",
        "ORGANIZATION OFFICE": "headquarters office local branch",
        "TRANSPORT VEHICLE": "ambulance automobile motorcade car bus truck vehicle train plane airplane "
        "aircraft jeep van taxi boat ship helicopter motorcycle tanker trailer",
        "TRANSPORTATION FACILITY": "airport terminal garage depot",
        "TRANSPORTATION ROUTE": "bridge highway road railroad",
        "WATER": "aqueduct reservoir",
        "OTHER": "property premise institute building school church university facility installation "
        "structure temple monument hospital college seminary stadium",
    }
)
#: Words in front of a facility that say whose it is → PHYS TGT: TYPE.
KINDS_OF_OWNER: Mapping[str, str] = {
    word.upper(): kind
    for word, kind in _by_word(
        {
            "GOVERNMENT OFFICE OR RESIDENCE": "government ministry municipal presidential president "
            "minister state mayor",
            "FINANCIAL": "bank savings mortgage",
            "COMMUNICATIONS": "telephone telecommunications radio television newspaper",
            "ENERGY": "electric electrical power oil fuel",
            "ORGANIZATION OFFICE": "party union federation",
            "LAW ENFORCEMENT FACILITY": "police",
            "COMMERCIAL": "gas service gasoline",
            "DIPLOMAT OFFICE OR RESIDENCE": "embassy consulate ambassador",
            "POLITICAL FIGURE OFFICE OR RESIDENCE": "senator candidate political",
        }
    ).items()
}
#: Heads of phrases that are nobody, though a statement may have them among those acted on.
NOBODY = word_set(
    "murder murders position positions redoubt redoubts defense gunship avenue helicopter enemy branch "
    "branches garrison garrisons municipality municipalities newspaper area zone territory state country "
    "city command convoy convoys machinegun fire rifle rifles ones"
)
#: Words that say how many or which, of nobody in particular.
BARE_NUMBERS = word_set(
    "one two three four five six seven eight nine ten others other least several many some few"
)
PRONOUNS = word_set(
    "i we you he she it they me us him her them myself himself herself itself themselves this that these "
    "those who whom which one someone somebody anyone our their"
)
#: Head noun → INCIDENT: INSTRUMENT TYPE (7.8 and part 2); a compound's first word may say more.
INSTRUMENTS: Mapping[str, str] = _by_word(
    {
        "GUN": "gun weapon firearm shotgun",
        "MACHINE GUN": "machinegun submachinegun",
        "MORTAR": "mortar",
        "HANDGUN": "pistol revolver handgun",
        "RIFLE": "rifle",
        "EXPLOSIVE": "explosive device charge",
        "BOMB": "bomb",
        "DYNAMITE": "dynamite",
        "MINE": "mine",
        "GRENADE": "grenade",
        "MISSILE": "missile",
        "ROCKET": "rocket",
        "CUTTING DEVICE": "knife machete ax axe dagger",
        "STONE": "stone rock",
    }
)
#: Words of a weapon's compound that say more than its head: "car bomb", "machine gun".
COMPOUNDS: Mapping[tuple[str, str], str] = {
    ("car", "bomb"): "VEHICLE BOMB",
    ("truck", "bomb"): "VEHICLE BOMB",
    ("bus", "bomb"): "VEHICLE BOMB",
    ("vehicle", "bomb"): "VEHICLE BOMB",
    ("machine", "gun"): "MACHINE GUN",
    ("submachine", "gun"): "MACHINE GUN",
    ("molotov", "cocktail"): "MOLOTOV COCKTAIL",
    ("dynamite", "charge"): "DYNAMITE",
    ("dynamite", "stick"): "DYNAMITE",
    ("dynamite", "bomb"): "DYNAMITE",
}
#: The heads of those compounds that are no weapon alone.
COMPOUND_HEADS = frozenset({"cocktail", "stick"})
