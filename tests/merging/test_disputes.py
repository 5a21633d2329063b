from __future__ import annotations

import random
from dataclasses import replace

from merging_statements import (
    ARMY,
    DENIED,
    FARC,
    GUNMEN,
    PAKISTAN,
    TTP,
    alone,
    by,
    evidence,
    relation,
    together,
    told,
)

from jirga.merging import contests
from jirga.model import Contest, Factuality, Participant, Span, Statement

BOMB = "A bomb went off in the mosque of Khost."


def bombed(
    document: str, *actor: Participant, speaker: str = "", entity: str | None = None, **more: object
) -> Statement:
    said = (by(speaker, entity),) if speaker else ()
    return told(document, BOMB, "bomb", "ASSAULT:explosives", actor=actor, said_by=said, **more)


def found(*statements: Statement, about: str) -> list[Contest]:
    return [one for one in contests([together(*statements)], evidence(statements)) if one.about == about]


def values(one: Contest) -> list[str]:
    return sorted(position.value for position in one.positions)


def test_two_who_are_named_for_one_deed_are_a_contest() -> None:
    (one,) = found(bombed("A", TTP, speaker="police"), bombed("B", FARC, speaker="a witness"), about="who")
    assert values(one) == ["FARC", "Tehrik-i-Taliban Pakistan"]


def test_a_state_and_its_army_are_one_side_and_gunmen_may_be_anybodys() -> None:
    assert not found(bombed("A", PAKISTAN), bombed("B", ARMY), about="who")
    assert not found(bombed("A", TTP), bombed("B", GUNMEN), about="who")


def test_two_crowds_of_one_kind_may_be_one_and_a_bare_weapon_is_nobody() -> None:
    protesters, marchers = (
        Participant(name, Span(0, 2, "th"), None, "PAK", "CVL") for name in ("protesters", "the marchers")
    )
    assert not found(bombed("A", protesters), bombed("B", marchers), about="who")
    drone = Participant("a drone", Span(0, 7, "a drone"), None, "PAK", "MIL")
    assert not found(bombed("A", TTP), bombed("B", drone), about="who")


def test_two_named_together_did_it_together() -> None:
    assert not found(bombed("A", TTP, FARC), bombed("B", TTP), about="who")


def whom(name: str) -> tuple[Participant, ...]:
    return (Participant(name, Span(0, 2, "wh")),)


def test_deeds_that_befell_others_on_no_common_day_or_place_are_no_question_of_who() -> None:
    scholars, farmers = whom("our scholars"), whom("the farmers")
    one, other = bombed("A", TTP, recipient=scholars), bombed("B", FARC, recipient=farmers)
    assert not found(one, other, about="who")
    assert found(one, bombed("B", FARC, recipient=whom("the scholars")), about="who")
    dated = [replace(it, when=bombed("A", day="2021-11-08").when) for it in (one, other)]
    assert found(*dated, about="who")
    assert found(*(replace(it, where=bombed("A", place="Khost").where) for it in (one, other)), about="who")


def test_two_concessions_are_two_and_thousands_are_nobody() -> None:
    gave = (
        told(name, "It gave way.", "gave way", "CONCEDE", actor=(who,))
        for name, who in (("A", TTP), ("B", FARC))
    )
    assert not found(*gave, about="who")
    crowd = whom("Thousands")[0]
    assert not found(bombed("A", crowd), bombed("B", TTP), about="who")


def test_a_truce_that_is_called_off_is_not_denied() -> None:
    held = told("A", "The ceasefire took effect.", "ceasefire", "RETREAT:ceasefire")
    ended = told("A", "The rebels called off a truce.", "truce", "RETREAT:ceasefire", factuality=DENIED)
    assert not found(held, replace(ended, said_by=(by("the rebels"),)), about="whether")


def test_who_denies_in_his_own_words_denies_no_report_of_his_own_document() -> None:
    seen = bombed("A", ARMY, speaker="monitors")
    assert not found(seen, bombed("A", ARMY, factuality=DENIED), about="whether")
    assert found(seen, bombed("B", ARMY, factuality=DENIED), about="whether")
    quoted = told("A", '"No bomb went off," it says.', "bomb", "ASSAULT:explosives", factuality=DENIED)
    assert found(seen, quoted, about="whether")


def test_a_denial_by_the_accused_with_another_who_claims_it_is_who() -> None:
    denial = bombed("A", TTP, speaker="the TTP", entity="ttp", factuality=DENIED)
    (one,) = found(denial, bombed("B", FARC, speaker="FARC", entity="farc"), about="who")
    assert values(one) == ["FARC", "not Tehrik-i-Taliban Pakistan"]


def test_a_participants_own_speaker_takes_the_position() -> None:
    blamed = Participant(TTP.name, TTP.mention, TTP.entity, "PAK", "REB", said_by=(by("police"),))
    (one,) = found(bombed("A", blamed), bombed("B", FARC), about="who")
    assert {voice.said_by for position in one.positions for voice in position.voices} == {("police",), ()}


def test_an_affirmed_and_a_denied_report_are_whether_with_both_speakers() -> None:
    (one,) = found(
        bombed("A", ARMY, speaker="villagers"),
        bombed("A", ARMY, speaker="the army", factuality=DENIED),
        about="whether",
    )
    assert values(one) == ["it did not", "it happened"]
    assert [voice.said_by for position in one.positions for voice in position.voices] in (
        [("villagers",), ("the army",)],
        [("the army",), ("villagers",)],
    )


def test_what_is_feared_or_left_open_takes_no_part() -> None:
    feared = bombed("B", ARMY, factuality=Factuality(modality="feared", polarity="negated"))
    open_ = bombed("B", ARMY, factuality=Factuality(polarity="unknown"))
    assert not found(bombed("A", ARMY), feared, open_, about="whether")


def test_dates_that_cannot_be_one_are_a_contest_and_the_vaguer_goes_with_the_sharper() -> None:
    statements = bombed("A", day="2021-11-09"), bombed("B", day="2021-11-01"), bombed("C", day="2021-11")
    (one,) = found(*statements, about="when")
    assert values(one) == ["2021-11-01", "2021-11-09"]
    assert not found(bombed("A", day="2021-11-09"), bombed("B", day="2021-11"), about="when")
    assert not found(bombed("A", day="2021-11-09"), bombed("B", day="2021-11-10"), about="when")


def test_armed_men_or_civilians_is_a_contest_on_whom() -> None:
    rebels = Participant("an armed terrorist", Span(0, 2, "an"), None, None, "REB")
    keeper = Participant("the beekeeper", Span(0, 2, "th"), None, None, "CVL")
    hit = bombed("A", recipient=(rebels,)), bombed("B", recipient=(keeper,))
    (one,) = found(*hit, about="who")
    assert values(one) == ["an armed terrorist", "the beekeeper"]
    assert not found(bombed("A", recipient=(rebels, keeper)), bombed("A", recipient=(keeper,)), about="who")


# --- across events --------------------------------------------------------------------------------------


def fired(
    document: str, actor: Participant, victim: Participant | None, speaker: str, entity: str, at: int
) -> Statement:
    whom = (victim,) if victim else ()
    said = (by(speaker, entity),)
    return told(
        document, f"{actor.name} opened fire.", "fire", actor=(actor,), recipient=whom, said_by=said, at=at
    )


def across(*statements: Statement, published: dict[str, str] | None = None) -> list[Contest]:
    return [one for one in contests(alone(statements), evidence(statements, published)) if one.contested]


def test_the_accused_who_accuses_is_asked_about_in_one_contest() -> None:
    statements = (
        fired("A", TTP, ARMY, "the army", "pakistan-army", 0),
        fired("A", ARMY, TTP, "the TTP", "ttp", 120),
    )
    (one,) = across(*statements)
    assert one.question.startswith("Who attacked (")
    assert values(one) == ["Pakistan army", "Tehrik-i-Taliban Pakistan"]


def test_who_owns_up_to_an_attack_accuses_nobody() -> None:
    statements = (
        fired("A", TTP, ARMY, "the TTP", "ttp", 0),
        fired("A", ARMY, TTP, "the army", "pakistan-army", 120),
    )
    assert not across(*statements)


def test_a_denial_beside_what_it_denies_is_whether_though_they_are_two_events() -> None:
    raid = told("A", "Troops raided homes.", "raided", "COERCE", actor=(ARMY,), said_by=(by("elders"),), at=0)
    denial = told(
        "A",
        "It raided nothing.",
        "raided",
        "COERCE",
        actor=(ARMY,),
        factuality=DENIED,
        said_by=(by("a colonel"),),
        at=150,
    )
    (one,) = across(raid, denial)
    assert (one.about, values(one), len(one.events)) == ("whether", ["it did not", "it happened"], 2)


def test_a_denial_of_another_place_or_of_long_ago_denies_something_else() -> None:
    raid = told("A", "Troops raided homes.", "raided", "COERCE", actor=(ARMY,), place="Swat", at=0)
    elsewhere = told(
        "A",
        "It raided nothing.",
        "raided",
        "COERCE",
        actor=(ARMY,),
        factuality=DENIED,
        place="Bannu",
        said_by=(by("a colonel"),),
        at=150,
    )
    assert not across(raid, elsewhere)
    late = told(
        "B", "It raided nothing.", "raided", "COERCE", actor=(ARMY,), recipient=(TTP,), factuality=DENIED
    )
    early = told("A", "Troops raided homes.", "raided", "COERCE", actor=(ARMY,), recipient=(TTP,))
    assert not across(early, late, published={"A": "2021-01-01", "B": "2022-01-01"})


def test_a_place_that_is_left_and_still_held_is_whether() -> None:
    left = told("A", "The rebels left Kibumba.", "left", "RETREAT:withdraw", actor=(TTP,), place="Kibumba")
    held = relation(
        "B",
        "The rebels still hold Kibumba.",
        "hold",
        "controls",
        actor=(TTP,),
        place="Kibumba",
        said_by=(by("families"),),
    )
    (one,) = across(left, held)
    assert values(one) == ["it did not", "it happened"]


def test_the_order_of_statements_and_events_changes_nothing() -> None:
    statements = [bombed("A", TTP, speaker="police"), bombed("B", FARC), bombed("C", TTP, factuality=DENIED)]
    event = together(*statements)
    other = alone([told("D", "A shell fell.", "shell", actor=(ARMY,))])
    results = set()
    for seed in range(6):
        shuffled = random.Random(seed).sample(statements, 3)
        results.add(tuple(contests([*other, event][:: 1 if seed % 2 else -1], evidence(shuffled))))
    assert len(results) == 1


def test_the_rebels_who_are_still_there_may_be_those_said_to_have_left() -> None:
    rebels = Participant("the rebels", Span(0, 10, "the rebels"), None, None, "REB")
    left = told("A", "The TTP left Kibumba.", "left", "RETREAT:withdraw", actor=(TTP,), place="Kibumba")
    words = "Families in Kibumba say that the rebels still hold the hill."
    held = relation("B", words, "hold", "holds", actor=(rebels,), said_by=(by("families"),))
    (one,) = across(left, held)
    assert values(one) == ["it did not", "it happened"]
    once = relation("B", words.replace("still ", ""), "hold", "holds", actor=(rebels,))
    assert not across(left, once)
    assert not across(left, held, published={"A": "2021-01-01", "B": "2022-01-01"})


def test_who_blames_the_one_who_then_denies_takes_a_position() -> None:
    killed = told("A", "The minister was killed.", "killed", actor=(TTP,), at=0)
    blames = told("A", "Pakistan blames it.", "blames", "ACCUSE", actor=(PAKISTAN,), recipient=(TTP,), at=30)
    denial = told("A", "It denies any part.", "part", actor=(TTP,), factuality=DENIED, at=60)
    denial = replace(denial, said_by=(by("the TTP", "ttp"),), decided_by=("denial: deny/v",))
    found = [one for one in across(killed, blames, denial) if one.about == "whether"]
    assert [{voice.said_by for it in one.positions for voice in it.voices} for one in found] == [
        {(), (PAKISTAN.name,), ("the TTP",)}
    ]


def test_a_ban_is_nobodys_shot() -> None:
    shot = fired("A", TTP, ARMY, "the army", "pakistan-army", 0)
    banned = told("A", "Pakistan banned it.", "banned", "COERCE:restrict", actor=(PAKISTAN,), at=60)
    assert not across(shot, replace(banned, recipient=(TTP,), said_by=(by("the TTP", "ttp"),)))


def test_who_denies_a_deed_that_is_told_without_him_answers_who_did_it() -> None:
    claimed = bombed("A", TTP, speaker="a commander")
    denied = bombed("B", TTP, speaker="a spokesman", factuality=DENIED)
    (one,) = found(bombed("A", speaker="a hospital"), claimed, denied, about="who")
    assert values(one) == ["Tehrik-i-Taliban Pakistan", "not Tehrik-i-Taliban Pakistan"]
    assert not found(claimed, denied, about="who")


def test_doers_whom_two_name_in_one_statement_are_rivals_and_two_named_by_one_are_not() -> None:
    by_isk = replace(FARC, said_by=(by("FARC"),))
    by_ttp = replace(TTP, said_by=(by("TTP"),))
    (one,) = found(bombed("A", by_isk, by_ttp), bombed("B"), about="who")
    assert values(one) == ["FARC", "Tehrik-i-Taliban Pakistan"]
    both = [replace(party, said_by=(by("police"),)) for party in (FARC, TTP)]
    assert not found(bombed("A", *both), bombed("B"), about="who")
