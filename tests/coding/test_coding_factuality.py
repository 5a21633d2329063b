"""Whether it happened, by construction: the affirmed clause happened, its twins did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coding_documents import document

from jirga.coding import Coder
from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]

#: The affirmed clause, then what is made of it: text, trigger, polarity, modality.
NOT_HAPPENED = [
    ("The government has not released any prisoners.", "released", "negated", "asserted"),
    ("No prisoners were released.", "released", "negated", "asserted"),
    ("The army never attacked the village.", "attacked", "negated", "asserted"),
    ("Neither side attacked the town.", "attacked", "negated", "asserted"),
    ("The rebels failed to release the hostages.", "release", "negated", "asserted"),
    ("The army stopped short of attacking the town.", "attacking", "negated", "asserted"),
    ("The troops withdrew from the town without killing any civilians.", "killing", "negated", "asserted"),
    ("The ministry denied that it had carried out air strikes in Kunar.", "strikes", "negated", "asserted"),
    ("The army denied killing the villagers.", "killing", "negated", "asserted"),
    ("If the rebels attack the town, civilians will flee.", "attack", "affirmed", "conditional"),
    (
        "Unless the government releases the prisoners, the talks are over.",
        "releases",
        "affirmed",
        "conditional",
    ),
    ("The army would have attacked the camp.", "attacked", "affirmed", "conditional"),
    ("Rebels may attack the capital.", "attack", "affirmed", "possible"),
    ("The militants could kidnap the engineers.", "kidnap", "affirmed", "possible"),
    ("The state must release the prisoners.", "release", "affirmed", "demanded"),
    ("The government should arrest the leader.", "arrest", "affirmed", "demanded"),
    ("He urged the Taliban to release the hostages.", "release", "affirmed", "demanded"),
    ("The families want the army to free their sons.", "free", "affirmed", "wished"),
    ("Police plan to arrest the leader.", "arrest", "affirmed", "intended"),
    ("Rebels tried to kill the governor but plan to attack again.", "attack", "affirmed", "intended"),
    ("Residents fear that the militants will attack the town.", "attack", "affirmed", "feared"),
    ("Did the army attack the village?", "attack", "affirmed", "questioned"),
    ("It is unclear whether troops had attacked the village.", "attacked", "unknown", "asserted"),
    ("Men who attack mosques have no friends.", "attack", "affirmed", "generic"),
    ("The marines were not able to seize the harbour.", "seize", "negated", "possible"),
    ("The guild is not ready to disarm.", "disarm", "negated", "intended"),
    ("The rebels may fail to seize the harbour.", "seize", "negated", "possible"),
    ("What the cabinet has not yet done is sign the treaty.", "sign", "negated", "asserted"),
    ("What never happened is that the marines shelled the mill.", "shelled", "negated", "asserted"),
    ("The marines burned no barns; nor have they shelled the mill.", "shelled", "negated", "asserted"),
    ("The marines did not, as they claim, shell the mill.", "shell", "negated", "asserted"),
    ("The marines came within an inch of arresting the smuggler.", "arresting", "negated", "asserted"),
    ("The admiral was talked out of shelling the mill.", "shelling", "negated", "asserted"),
    ("Officers spoke of shelling the mill.", "shelling", "affirmed", "intended"),
    ("Gorna may become the first country to expel the envoys.", "expel", "affirmed", "possible"),
    ("It is the only way to free the sailors.", "free", "affirmed", "possible"),
    ("The court stayed the execution of the two poets.", "execution", "negated", "asserted"),
    ("The decree gives the marines the power to arrest deputies.", "arrest", "affirmed", "possible"),
    ("What viewers saw billed as the army shelling Gorna was a film.", "shelling", "negated", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "polarity", "modality"), NOT_HAPPENED)
def test_what_its_clause_does_not_assert_did_not_happen(
    code: Code, text: str, trigger: str, polarity: str, modality: str
) -> None:
    found = [s for s in code(text) if s.trigger.quote == trigger]
    assert len(found) == 1, [(s.trigger.quote, s.event) for s in code(text)]
    assert not found[0].happened
    assert (found[0].factuality.polarity, found[0].factuality.modality) == (polarity, modality)


HAPPENED = [
    ("The generals agreed that the army had shelled the town.", "shelled"),
    ("The elder swore that the army shelled the town.", "shelled"),
    ("Witness accounts suggest that the police shot a student.", "shot"),
    ("The elder said that he saw the army burn the shops.", "burn"),
    ("The government has released the prisoners.", "released"),
    ("Twelve prisoners were released on Friday.", "released"),
    ("The army attacked the village.", "attacked"),
    ("Officials said that troops had attacked the village.", "attacked"),
    ("The rebels managed to kill the governor.", "kill"),
    ("The army began shelling the town.", "shelling"),
    ("Residents said the militants kidnapped the engineers.", "kidnapped"),
    ("The killing of the governor shocked the country.", "killing"),
    ("Troops had to flee the town after rebels attacked them.", "attacked"),
    ("Gunmen who attacked the convoy escaped.", "attacked"),
    ("Rebels seized the town in May, only to shell it in June.", "shell"),
    ("It is folly to reward those who beheaded our soldiers.", "beheaded"),
    ("The minister asked the army to withdraw and met the elders.", "met"),
    ("Without the army's ban on the party there would have been no protests.", "ban"),
    ("Police arrested the leader because he had threatened the judge.", "arrested"),
    ("The rebels, who had not attacked the town before, shelled it on Monday.", "shelled"),
    ("What the marines did was shell the mill.", "shell"),
    ("The marines were able to seize the harbour on Monday.", "seize"),
    ("Officers spoke of having shelled the mill.", "shelled"),
    ("The admiral regretted having released the smugglers.", "released"),
    ("Police are looking into why rebels torched the school.", "torched"),
    ("Fishermen marched to the harbour to demand the release of their crews.", "demand"),
    ("On Monday the promised ceasefire came into force.", "ceasefire"),
    ("An attack on the lighthouse took place at dawn, officials said.", "attack"),
    ("What viewers saw billed as the army shelling Gorna was indeed that.", "shelling"),
    ("The envoy was glad to visit the captives.", "visit"),
    ("Gorna became the latest country to expel the envoys.", "expel"),
    ("The junta's answer was to expel the envoys.", "expel"),
    ("The mayor hastened to free the sailors.", "free"),
    ("The junta did well to have released the sailors.", "released"),
    ("The navy accepted responsibility for shooting the fishermen.", "shooting"),
]


@pytest.mark.parametrize(("text", "trigger"), HAPPENED)
def test_what_is_affirmed_and_asserted_happened(code: Code, text: str, trigger: str) -> None:
    found = [s for s in code(text) if s.trigger.quote == trigger]
    assert len(found) == 1, [(s.trigger.quote, s.event) for s in code(text)]
    assert found[0].happened


def test_a_denial_of_a_denial_is_left_open(code: Code) -> None:
    (statement,) = [
        s for s in code("The army did not deny attacking the village.") if s.trigger.quote == "attacking"
    ]
    assert not statement.happened


def test_an_attempt_to_kill_is_told_as_attempted(code: Code) -> None:
    (statement,) = [s for s in code("Gunmen tried to kill the governor.") if s.trigger.quote == "kill"]
    assert statement.factuality.aspect == "attempted"


def test_hearsay_lowers_certainty(code: Code) -> None:
    (statement,) = code("The army reportedly attacked the village.")
    assert statement.factuality.certainty in {"possible", "probable"}


def test_old_events_are_told_as_history(code: Code) -> None:
    (statement,) = code("Rebels attacked the town on 3 May 2009.", "2021-11-10")
    assert statement.factuality.historical


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize(
    "contraction", ["didn{}t attack", "hasn{}t attacked", "won{}t attack", "couldn{}t attack"]
)
def test_a_contracted_negation_counts_with_either_apostrophe(
    code: Code, contraction: str, apostrophe: str
) -> None:
    found = code(f"The army {contraction.format(apostrophe)} the village.")
    assert found
    assert not any(s.happened and s.event and s.event.type == "ASSAULT" for s in found)


BEYOND_THE_CLAUSE = [
    ("The suspect had not admitted the murder or implicated anyone.", "implicated"),
    ("The army was scheduled to enter the town and attack the rebels.", "attack"),
    ("Police denied a report that more activists had been arrested.", "arrested"),
    ("If you had an organisation that killed people, you would act.", "killed"),
    ("What the state must not do is negotiate in the dark.", "negotiate"),
    ("The minister called the bombing of the village propaganda.", "called"),
]


@pytest.mark.parametrize(("text", "trigger"), BEYOND_THE_CLAUSE)
def test_what_governs_from_afar_counts(code: Code, text: str, trigger: str) -> None:
    assert not any(s.happened for s in code(text) if s.trigger.quote == trigger)


PRESUPPOSED = [
    ("The party opposed the truce of May.", "truce"),
    ("France condemned the killing of the monks.", "killing"),
    ("The report fears nothing about the bombing of the port in 2014.", "bombing"),
]


@pytest.mark.parametrize(("text", "trigger"), PRESUPPOSED)
def test_a_definite_event_is_there_whatever_is_thought_of_it(code: Code, text: str, trigger: str) -> None:
    assert all(s.happened for s in code(text) if s.trigger.quote == trigger)


def test_not_only_is_no_negation(code: Code) -> None:
    found = code("Rebels not only attacked the town but burned it.")
    assert [s.happened for s in found if s.trigger.quote == "attacked"] == [True]


def test_what_is_called_off_was_not(code: Code) -> None:
    (statement,) = [
        s for s in code("The army cancelled the attack on the village.") if s.trigger.quote == "attack"
    ]
    assert not statement.happened


def test_a_denial_does_not_reach_what_it_takes_for_granted(code: Code) -> None:
    found = code("The rebels denied that they had anything to do with the bombing of the court.")
    assert [s.happened for s in found if s.trigger.quote == "bombing"] == [True]


def test_an_offer_to_those_who_disarm_disarms_nobody(code: Code) -> None:
    found = code("The president offered forgiveness to those who laid down their arms.")
    assert not any(s.happened for s in found if s.trigger.quote == "laid")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A secretary wrote that it had not been the Maoists who ambushed the company.", "ambushed"),
        ("Everybody asks whether it is villagers from the sierra who have blocked the road.", "blocked"),
        ("The envoy has put off calling on the generals.", "calling"),
        ("Damascus insists it is not so that rebels waved lorries through.", "waved"),
        ("Each dry season soldiers drive farmers out of Mukaya.", "drive"),
        ("Week after week the army shells the town.", "shells"),
    ],
)
def test_what_is_pointed_at_put_off_or_usual_did_not_happen_here(code: Code, text: str, trigger: str) -> None:
    found = [s for s in code(text) if s.trigger.quote == trigger]
    assert found
    assert not any(s.happened for s in found)


def test_what_is_pointed_at_and_not_denied_happened(code: Code) -> None:
    assert any(s.happened for s in code("It was the Maoists who ambushed the company in Dantewada."))


NOT_SO = [
    ("Talks scheduled for the weekend between the two sides failed to open.", "Talks"),
    ("The talks between the government and the rebels fell through on Thursday.", "talks"),
    ("The release of the prisoners is unlikely.", "release"),
    ("The release of the prisoners is a precondition for talks.", "release"),
    ("Fresh talks between the two sides were due to start on Monday.", "talks"),
    ("The negotiators failed to secure the release of the prisoners.", "release"),
    ("In exchange for the release of the prisoners the army would withdraw.", "release"),
    ("The families are waiting for the release of the prisoners.", "release"),
    ("News of the release of the prisoners turned out to be false.", "release"),
    ("The crater is consistent with an attack by the army.", "attack"),
    ("Reports that the prisoners had been released proved false.", "released"),
    ("Reports that the prisoners had been released could not be confirmed.", "released"),
    ("It is high time that the militants released the prisoners.", "released"),
    ("The militants released neither the judge nor his driver.", "released"),
    ("The court cleared three gunners of having shelled the town.", "shelled"),
    ("The court cleared three soldiers of charges that they killed eleven people.", "killed"),
    ("There was no hour at which the road was blocked by farmers.", "blocked"),
    ("A patrol passed, which fired on no one.", "fired"),
    ("The snow kept the rebels from attacking the town.", "attacking"),
    ("The snow stopped the rebels attacking the town.", "attacking"),
    ("The rebels drew back from attacking the town.", "attacking"),
    ("The rebels all but attacked the town.", "attacked"),
    ("The rebels nearly attacked the town.", "attacked"),
    ("The rebels had meant to attack the town.", "attack"),
    ("The group did everything but attack the town.", "attack"),
    ("The shops closed as though the rebels had attacked the town.", "attacked"),
    ("When the group attacks a village, people flee.", "attacks"),
    ("The two sides met four times, but signed a peace they have not.", "signed"),
    ("It was not as though the army had fired on them.", "fired"),
    (
        "The FARC ruled out a release before the government has withdrawn its troops from the town.",
        "withdrawn",
    ),
    ("The rebels will be given amnesty on surrender of their weapons.", "surrender"),
]


@pytest.mark.parametrize(("text", "trigger"), NOT_SO)
def test_what_news_says_in_other_words_not_to_have_been_did_not_happen(
    code: Code, text: str, trigger: str
) -> None:
    found = [s for s in code(text) if s.trigger.quote == trigger]
    assert found
    assert not any(s.happened for s in found)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A patrol was shot at near the bridge by rebels; nobody was hit.", "shot"),
        ("The army shelled the town, nobody was hurt.", "shelled"),
        ("Three rounds of talks between the two sides produced nothing.", "talks"),
        ("The negotiators secured the release of the prisoners.", "release"),
        ("The militants did not release the prisoners until Friday.", "release"),
        ("All but two of the prisoners were released.", "released"),
        ("A U.S. air raid on Sudan is not directly linked with the probe.", "raid"),
        ("Not without some grumbling, the House ratified the peace agreement.", "ratified"),
        ("Like it or not, the rebels have released 12 soldiers.", "released"),
    ],
)
def test_a_denial_beside_it_leaves_an_event_standing(code: Code, text: str, trigger: str) -> None:
    assert any(s.happened for s in code(text) if s.trigger.quote == trigger)


@pytest.mark.parametrize("day", ["on 3 January", "next Monday"])
def test_what_the_present_tense_puts_on_a_day_to_come_is_intended(code: Code, day: str) -> None:
    found = [
        s
        for s in code(f"The two presidents meet in Geneva {day}.", "2022-12-20")
        if s.trigger.quote == "meet"
    ]
    assert [(s.factuality.modality, (s.when.edtf or "") > "2022-12-20") for s in found] == [
        ("intended", True)
    ]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Pakistan has neither confirmed nor denied the strikes on Khost.", "strikes"),
        ("Israel has neither confirmed nor denied that it bombed the site.", "bombed"),
    ],
)
def test_what_is_neither_confirmed_nor_denied_is_not_denied(code: Code, text: str, trigger: str) -> None:
    assert all(s.factuality.polarity == "unknown" for s in code(text) if s.trigger.quote == trigger)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The state must never again release terrorists.", "demanded"),
        ("The army vowed never again to negotiate.", "intended"),
    ],
)
def test_never_denies_what_is_still_to_be_done(text: str, modality: str) -> None:
    for learned in (False, True):
        found = Coder(learned=learned).code(document(text)).statements
        told = next(s for s in found if s.trigger.quote in {"release", "negotiate"})
        assert (told.factuality.polarity, told.factuality.modality) == ("negated", modality)
