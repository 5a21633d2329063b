"""Common nouns for actors lead to PLOVER sectors."""

from __future__ import annotations

import pytest

from jirga.lexicon.agents import agent, phrases

SECTORS = """
militants REB|gunmen UAF|police officers COP|policemen COP|soldiers MIL|security forces MIL
air force jets MIL|troops MIL|suicide bombers REB|rebels REB|insurgents REB|students EDU|teachers EDU
journalists JRN|tribal elders SOC|villagers CVL|civilians CVL|protesters CVL|women CVL|children CVL
clerics REL|worshippers CVL|lawyers JUD|judges JUD|the court JUD|lawmakers LEG|members of parliament LEG
senators LEG|ministers GOV|prime minister GOV|foreign ministry GOV|diplomats GOV|refugees REF
displaced people REF|doctors MED|polio workers MED|aid workers SOC|businessmen BUS|traders BUS
farmers AGR|smugglers CRM|thieves CRM|drug cartels CRM|trade unions LAB|workers LAB
intelligence agencies SPY|spies SPY|militiamen PRM|tribal militia PRM|opposition leader OPP
opposition parties OPP|political parties PTY|former minister ELI|ex-president ELI
retired army officers ELI|former prime minister ELI|peacekeepers MIL|commanders-in-chief MIL
the three senior police officers COP|at least 12 soldiers MIL|members of the security forces MIL
a group of gunmen UAF|spokesman for the army MIL|hundreds of protesters CVL|relatives of militants CVL
soldiers' MIL|Women CVL
a parolee CVL|two firefighters LAB|the driver LAB|schoolchildren CVL
warplanes MIL|military aircraft MIL|the navy ship MIL|a parole officer COP
the provincial council chief GOV|the elections commission GOV|immigration officers GOV
the jail superintendent COP|counter-terrorism police COP|the defence forces MIL|warrant officers MIL
the station chief SPY|a sharia court JUD|the deputy speaker LEG|members of the provincial assembly LEG
a self-defence militia PRM|two cartel gunmen CRM|the papal nuncio REL|the synod REL|truce monitors SOC
the jirga spokesman SOC|the ruling alliance PTY|exiled activists OPP|a pro-democracy movement OPP
lorry drivers LAB|market traders BUS|the tech company BUS|coffee growers AGR|landless peasants AGR
schoolgirls EDU|the think tank EDU|the state broadcaster JRN|war correspondents JRN
the medical superintendent MED|deported persons REF|the diaspora CVL|mountaineers CVL
rebel troops REB|the grand jury JUD|the speaker of the house LEG|petty officers MIL
"""


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("a rebel spokesman", "REB"),
        ("separatist envoys", "REB"),
        ("two police sergeants", "COP"),
        ("the police company", "COP"),
        ("the rebel-held hospital", "MED"),
        ("insurgent villagers", "CVL"),
        ("a junta spokesman", "GOV"),
        ("two army commanders", "MIL"),
        ("the family spokesman", None),
    ],
)
def test_whom_somebody_serves_decides_where_the_noun_leaves_it_open(phrase: str, sector: str | None) -> None:
    known = agent(phrase)
    assert known is not None and known.sector == sector


@pytest.mark.parametrize("line", SECTORS.replace("\n", "|").strip("|").split("|"))
def test_a_noun_phrase_has_its_sector(line: str) -> None:
    phrase, _, sector = line.rpartition(" ")
    known = agent(phrase)
    assert known is not None and known.sector == sector


@pytest.mark.parametrize(
    "phrase", ["talks", "the agreement", "violence", "", "   ", "the", "a house in Quetta"]
)
def test_what_is_no_actor_is_not_known(phrase: str) -> None:
    assert agent(phrase) is None


def test_a_noun_without_a_sector_of_its_own_says_so() -> None:
    known = agent("leaders")
    assert known is not None and known.sector is None


def test_machines_and_bodies_are_told_from_people() -> None:
    assert [known.kind for phrase in ("jets", "the army", "soldiers") if (known := agent(phrase))] == [
        "materiel",
        "body",
        "person",
    ]


def test_every_phrase_of_the_table_is_known_whole() -> None:
    assert [phrase for phrase in phrases() if agent(phrase) is None] == []
