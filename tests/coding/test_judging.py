"""Rules and model put together, with answers of the model written by hand."""

from __future__ import annotations

import numpy as np
import pytest
from coding_documents import document

from jirga.coding.coder import Coder
from jirga.coding.labels import KINDS, MODALITIES, PAIRS, POLARITIES
from jirga.coding.learned import Scores
from jirga.coding.statements import statements
from jirga.coding.windows import CONTEXT, LONGEST, Window, windows
from jirga.language import Analysis, analyse
from jirga.language.parse import parse
from jirga.model import Statement


class Told(Scores):
    """Scores that say what a test tells them to, and nothing else."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(len(analysis.doc))
        self.analysis = analysis
        self.kinds[:] = 0
        self.polarity[:, 0] = self.modality[:, 0] = 1

    def at(self, word: str) -> int:
        return next(t.i for t in self.analysis.doc if t.text == word)

    def say(self, word: str, kind: str, share: float = 0.99) -> None:
        self.kinds[self.at(word)] = 0
        self.kinds[self.at(word), KINDS.index(kind)] = share

    def stance(self, word: str, polarity: str, modality: str, share: float = 0.95) -> None:
        at = self.at(word)
        self.polarity[at], self.modality[at] = 0, 0
        self.polarity[at, 0] = self.modality[at, 0] = 1 - share
        self.polarity[at, POLARITIES.index(polarity)] += share  # type: ignore[arg-type]
        self.modality[at, MODALITIES.index(modality)] += share  # type: ignore[arg-type]

    def bind(
        self, word: str, question: str, other: str | None, share: float = 0.9, *, unread: int = 0
    ) -> None:
        count = len(self.analysis.doc) - unread
        window = Window(tuple(t.text for t in self.analysis.doc[:count]), tuple(range(count)), 0)
        at = self.at(word)
        pairs = self._bonds.get(at, (window, np.zeros((len(PAIRS), count + 1), dtype=np.float32)))[1]
        pairs[PAIRS.index(question)] = np.log((1 - share) / count)
        pairs[PAIRS.index(question), 0 if other is None else self.at(other) + 1] = np.log(share)
        self._bonds[at] = (window, pairs)


TEXT = "Rebels attacked the village. The committee chaperones in vain. Officials spoke of a raid."


@pytest.fixture
def told() -> Told:
    found = Told(analyse(document(TEXT, "2021-11-10")))
    found.say("attacked", "ASSAULT")
    return found


def read(told: Told) -> tuple[Statement, ...]:
    reading = Coder(learned=False).code(told.analysis.document).reading
    return tuple(s for s in statements(told.analysis, reading, told) if s.kind == "event")


def test_an_empty_verb_whose_object_tells_all_stands_whatever_the_model_sees() -> None:
    text = "Rebels placed a bomb in the office. They placed an order."
    found = read(Told(analyse(document(text, "2021-11-10"))))
    assert [(s.trigger.quote, s.event and s.event.modes) for s in found] == [("placed", ("explosives",))]


def test_what_both_see_stands_and_what_the_model_rules_out_falls(told: Told) -> None:
    assert [(s.trigger.quote, s.event and s.event.type) for s in read(told)] == [("attacked", "ASSAULT")]


def test_what_only_the_model_sees_is_added_and_says_so(told: Told) -> None:
    told.say("chaperones", "CONSULT", 0.999)
    told.bind("chaperones", "actor", "committee")
    added = next(s for s in read(told) if s.trigger.quote == "chaperones")
    assert added.event is not None
    assert added.event.type == "CONSULT"
    assert [p.mention.quote for p in added.actor] == ["The committee"]
    assert "learned model" in added.decided_by


@pytest.mark.parametrize(("share", "happened"), [(0.95, False), (0.4, True)])
def test_a_sure_model_takes_back_what_the_rules_let_happen(told: Told, share: float, happened: bool) -> None:
    told.stance("attacked", "affirmed", "feared", share)
    assert [s.happened for s in read(told)] == [happened]


def test_an_event_of_no_type_in_particular_is_not_added(told: Told) -> None:
    at = told.at("chaperones")
    told.kinds[at] = 0
    told.kinds[at, [KINDS.index(kind) for kind in ("AGREE", "CONSULT", "SUPPORT")]] = 0.33
    assert "chaperones" not in {s.trigger.quote for s in read(told)}


def test_a_doer_the_model_is_sure_of_is_added(told: Told) -> None:
    told.bind("attacked", "actor", "committee", 0.95)
    assert [p.mention.quote for p in read(told)[0].actor] == ["The committee"]


def test_a_denial_the_model_is_sure_of_is_not_promoted_lightly(told: Told) -> None:
    told.say("chaperones", "CONSULT", 0.999)
    told.stance("attacked", "negated", "asserted")
    assert [s.factuality.polarity for s in read(told) if s.trigger.quote == "attacked"] == ["negated"]


def test_the_documents_own_voice_stands_where_the_model_is_sure_of_it(told: Told) -> None:
    told.say("raid", "ASSAULT")
    told.bind("raid", "speaker", None, 0.95)
    assert [s.said_by for s in read(told) if s.trigger.quote == "raid"] == [()]


def test_who_speaks_out_of_the_models_sight_or_by_a_label_is_not_taken_for_nobody() -> None:
    quoted = '"Rebels attacked the village. We ran," a farmer said.'
    found = Told(analyse(document(quoted, "2021-11-10")))
    found.say("attacked", "ASSAULT")
    found.bind("attacked", "speaker", None, unread=6)
    (statement,) = read(found)
    assert [one.name for one in statement.said_by] == ["farmer"]
    labelled = Told(analyse(document("Dr. Roe: Rebels attacked the village. We ran.", "2021-11-10")))
    labelled.say("attacked", "ASSAULT")
    labelled.bind("attacked", "speaker", None)
    (statement,) = read(labelled)
    assert [one.name for one in statement.said_by] == ["Roe"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The army denied a split; rebels attacked the village.", []),
        ("The army denied a split; that rebels attacked the village it confirmed.", ["army"]),
    ],
)
def test_who_speaks_before_a_semicolon_is_not_heard_beyond_it(text: str, speakers: list[str]) -> None:
    found = Told(analyse(document(text, "2021-11-10")))
    found.say("attacked", "ASSAULT")
    found.bind("attacked", "speaker", "army", 0.95)
    (statement,) = read(found)
    assert [one.name for one in statement.said_by] == speakers


def test_windows_hold_each_word_once_and_what_precedes_it() -> None:
    doc = parse("One two three. " + "word " * (LONGEST + 20) + ".\n\nThe last sentence.")
    found = list(windows(doc))
    own = [i for window in found for i in window.tokens[window.first :]]
    assert own == [t.i for t in doc if not t.is_space]
    assert all(len(w.words) - w.first <= LONGEST and w.first <= CONTEXT for w in found)
    assert all(list(w.tokens) == sorted(w.tokens) for w in found)
    assert found[-1].words[-1] == "."


def test_whole_sentences_are_read_together_up_to_so_many_words() -> None:
    doc = parse("Rebels shelled Bunia. Two people died. " * 12)
    alone, found = list(windows(doc)), list(windows(doc, together=30, context=6))
    assert [t for w in found for t in w.tokens[w.first :]] == [t for w in alone for t in w.tokens[w.first :]]
    assert len(found) < len(alone) / 2
    assert all(len(w.words) - w.first <= 30 and w.first <= 6 for w in found)
    begins = {w.tokens[w.first] for w in alone}
    assert all(w.tokens[w.first] in begins for w in found)


def test_an_empty_document_has_no_windows() -> None:
    assert list(windows(parse(" \n "))) == []


def test_what_an_event_went_without_does_not_deny_it() -> None:
    analysis = analyse(document("Two suspects were arrested without incident."))
    found = Told(analysis)
    found.say("arrested", "COERCE")
    found.stance("arrested", "negated", "asserted", 0.99)
    (arrest,) = read(found)
    assert arrest.happened


@pytest.mark.parametrize(
    ("text", "word", "happened"),
    [
        ("Dozens were killed, and the government admits none.", "killed", True),
        ("The talks had never ended and the party had dropped its demand.", "dropped", True),
        ("The strike was called off by the union.", "called", True),
        ("Islamabad disowned the men who attacked the school.", "attacked", True),
        ("None of the prisoners freed in 2020 was supposed to return.", "freed", True),
        ("After months of denials, the ministry admitted that its drone killed five.", "killed", True),
        ("The ministry denied the charge and attacked the town.", "attacked", True),
        ("Islamabad disowned the story that they attacked the school.", "attacked", False),
        ("The pupils in no way rioted.", "rioted", False),
        ("Nobody says that the army attacked.", "attacked", False),
        ("That the army attacked is a myth.", "attacked", False),
    ],
)
def test_the_model_denies_only_what_the_words_can_deny(text: str, word: str, happened: bool) -> None:
    found = Told(analyse(document(text)))
    found.say(word, "ASSAULT")
    found.stance(word, "negated", "asserted", 0.99)
    assert [s.happened for s in read(found) if s.trigger.quote == word] in ([happened], [])


def test_what_the_lexicon_knows_for_no_event_the_model_does_not_add() -> None:
    found = Told(analyse(document("The president fired the chief justice in 2007.")))
    found.say("fired", "ASSAULT", 0.999)
    assert read(found) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban insist that they have released all prisoners.",
        "The army insisted that it had withdrawn.",
    ],
)
def test_to_insist_that_it_has_been_done_demands_nothing(text: str) -> None:
    (one,) = Coder(learned=True).code(document(text)).statements
    assert one.factuality.modality == "asserted"


def test_to_deny_that_it_happened_is_no_refusal() -> None:
    """The model took "denied" for a refusal, which ended a truce that was never declared."""
    text = "The TTP denied the next day that it had declared a truce anywhere, and said it remained united."
    found = Coder(learned=True).code(document(text)).statements
    assert not any(s.event and s.trigger.quote == "denied" for s in found)


def test_a_pronoun_of_another_clause_is_not_put_in_the_place_of_the_parties() -> None:
    text = (
        "Pakistan's government and the outlawed Tehreek-e-Labbaik Pakistan have reached an agreement to end "
        "ten days of deadly protests, a senior cleric said on Sunday, but he refused to disclose its terms."
    )
    found = Coder(learned=True).code(document(text)).statements
    agreed = next(s for s in found if s.trigger.quote == "agreement")
    assert [p.entity for p in agreed.actor] == ["pakistan-government", "tlp"]


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Shelling killed at least 31 people on Tuesday, a doctors' union said.", "killed", []),
        ("The RSF denied shelling the market and said the army had fired.", "shelling", ["rsf-sudan"]),
    ],
)
def test_who_did_it_is_not_who_says_so_nor_who_is_blamed_next(
    text: str, word: str, actors: list[str]
) -> None:
    (one,) = [s for s in Coder(learned=True).code(document(text)).statements if s.trigger.quote == word]
    assert [p.entity for p in one.actor] == actors


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("Had the tribes been consulted, there would have been no insurgency.", "insurgency", "conditional"),
        ("The spokesman neither claimed nor disowned the suicide attack.", "attack", "asserted"),
    ],
)
def test_the_model_does_not_deny_what_would_have_been_or_is_left_open(
    text: str, word: str, stance: str
) -> None:
    (one,) = [s for s in Coder(learned=True).code(document(text)).statements if s.trigger.quote == word]
    assert one.factuality.modality == stance
    assert one.happened == (stance == "asserted")


def test_each_other_is_no_party() -> None:
    text = "The army and the rebels accused each other of breaking a truce."
    told = Coder(learned=True).code(document(text)).statements
    assert not any("other" in p.mention.quote for s in told for p in (*s.actor, *s.recipient))


def test_a_denial_that_rules_and_model_share_is_not_left_open() -> None:
    found = Told(analyse(document("The army did not attack the village.")))
    found.say("attack", "ASSAULT")
    found.stance("attack", "negated", "asserted", 0.55)
    (told,) = read(found)
    assert (told.factuality.polarity, told.factuality.modality) == ("negated", "asserted")


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("The army failed to prevent the attack on the mosque.", "attack", "affirmed"),
        ("The police foiled an attack on the mosque.", "attack", "affirmed"),
        ("The truce with the rebels collapsed on Monday.", "truce", "affirmed"),
        ("The bombing of the pub in 1974 remains unsolved.", "bombing", "affirmed"),
        ("Talks with the rebels have taken place in Kabul.", "Talks", "affirmed"),
        ("The rebels came close to attacking Goma.", "attacking", "negated"),
        ("A bomber failed to attack the convoy.", "attack", "negated"),
    ],
)
def test_what_the_words_settle_the_model_does_not_turn_round(text: str, word: str, polarity: str) -> None:
    other = "negated" if polarity == "affirmed" else "affirmed"
    found = Told(analyse(document(text)))
    found.say(word, {"truce": "RETREAT", "Talks": "CONSULT"}.get(word, "ASSAULT"))
    found.stance(word, other, "asserted", 0.995)
    (told,) = (s for s in read(found) if s.trigger.quote == word)
    assert (told.factuality.polarity, told.factuality.modality) == (polarity, "asserted")


def test_who_offers_an_amnesty_has_offered_it() -> None:
    found = Told(analyse(document("The president offered an amnesty to the rebels.")))
    found.say("amnesty", "CONCEDE")
    found.stance("amnesty", "affirmed", "intended", 0.99)
    (told,) = read(found)
    assert told.happened


def test_who_ignores_a_call_does_not_make_it() -> None:
    found = Told(analyse(document("The rebels ignored calls for a truce by the envoy.")))
    found.say("calls", "REQUEST")
    found.bind("calls", "actor", "rebels", 0.99)
    (told,) = (s for s in read(found) if s.trigger.quote == "calls")
    assert all("rebels" not in p.mention.quote for p in told.actor)


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("The rebels reportedly shelled the town.", "shelled", "unnamed"),
        ("Survivors recall being shot at by soldiers.", "shot", "Survivors"),
        ("The rebels boast of shelling the camp.", "shelling", "rebels"),
        ("American officers met one of the brothers, as their embassy concedes.", "met", "their embassy"),
    ],
)
def test_that_nobody_says_it_does_not_stand_against_a_plain_cue(text: str, word: str, speaker: str) -> None:
    scores = Told(analyse(document(text)))
    scores.say(word, "CONSULT" if word == "met" else "ASSAULT")
    scores.bind(word, "speaker", None)
    assert [s.said_by[0].name for s in read(scores) if s.trigger.quote == word] == [speaker]


def test_who_is_quoted_within_what_is_surely_said_is_the_nearer_speaker() -> None:
    scores = Told(analyse(document("Police said the man had killed nine by his own confession.")))
    scores.say("killed", "ASSAULT")
    scores.bind("killed", "speaker", "confession")
    (killed,) = read(scores)
    assert [one.name for one in killed.said_by][-1] == "Police"


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Pakistani soldiers who were captured by the TTP in Swat were freed on Friday.", "freed", []),
        ("The spokesman said the BLA had been paid by India to attack the port.", "attack", ["PAK"]),
        ("Two hostages whom Abu Sayyaf had seized in Sipadan were ransomed by Libya.", "seized", ["PHL"]),
        ("The Taliban's ban on poppy was ignored by farmers in Badakhshan.", "ban", ["AFG"]),
        ("Rockets fired from Afghanistan killed a child in Bajaur.", "killed", []),
    ],
)
def test_who_is_by_grammar_the_doer_of_another_deed_did_not_do_this_one(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = Coder(learned=True).code(document(text)).statements
    (told,) = [s for s in found if s.trigger.quote == trigger and s.event is not None]
    assert [p.country for p in told.actor] == actors


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Guerrillas boast of having shelled the town.", "shelled"),
        ("Officials privately concede that the army shelled the town.", "shelled"),
        ("The RSF denied it and said the army had shelled the town.", "shelled"),
        ("The families' view is that the army shelled the town.", "shelled"),
        ("As the opposition sees it, the army shelled the town.", "shelled"),
        ("The group carried a statement that said its men had shelled the town.", "shelled"),
        ("There was no proof of the army's claim that it shelled the town.", "shelled"),
    ],
)
def test_what_somebody_plainly_says_was_the_model_does_not_deny(text: str, word: str) -> None:
    found = Told(analyse(document(text)))
    found.say(word, "ASSAULT")
    found.stance(word, "negated", "asserted", 0.99)
    (told,) = (s for s in read(found) if s.trigger.quote == word)
    assert told.happened


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that the army shelled the town.",
        "Who said that the army shelled the town?",
        "The army did not say that it shelled the town.",
        "The army said that it had shelled nothing.",
        "The army says that it had at no hour shelled the town.",
    ],
)
def test_what_nobody_plainly_says_is_open(text: str) -> None:
    found = Told(analyse(document(text)))
    found.say("shelled", "ASSAULT")
    found.stance("shelled", "negated", "asserted", 0.99)
    assert all(not s.happened for s in read(found) if s.trigger.quote == "shelled")


@pytest.mark.parametrize(
    ("text", "word", "other"),
    [
        ("An attack that the Islamic State said it carried out killed nine.", "killed", "State"),
        ("Contrary to what the minister says, the army shelled the town.", "shelled", "minister"),
    ],
)
def test_who_speaks_only_of_something_else_does_not_say_it(text: str, word: str, other: str) -> None:
    found = Told(analyse(document(text)))
    found.say(word, "ASSAULT")
    found.bind(word, "speaker", other, 0.99)
    assert [s.said_by for s in read(found) if s.trigger.quote == word] == [()]


def test_an_inverted_condition_is_not_what_its_speaker_says_was() -> None:
    text = "Had the army, as it claims, shelled the town, nobody would have lived."
    found = Told(analyse(document(text)))
    found.say("shelled", "ASSAULT")
    found.stance("shelled", "affirmed", "conditional", 0.99)
    assert all(not s.happened for s in read(found) if s.trigger.quote == "shelled")


def test_an_unknown_party_without_a_share_of_a_role_falls_where_the_model_finds_nobody() -> None:
    found = Told(analyse(document("Kenyan troops attacked the Velmara Bridge.", "2021-11-10")))
    found.say("attacked", "ASSAULT")
    found.bind("attacked", "actor", "troops", 0.99)
    found.bind("attacked", "recipient", None, 0.95)
    (told,) = [s for s in read(found) if s.event is not None]
    assert told.recipient == ()


def test_who_had_it_done_to_him_by_the_models_sure_word_did_not_do_it() -> None:
    found = Told(analyse(document("Two reporters burned in the attack.", "2021-11-10")))
    found.say("burned", "ASSAULT")
    found.bind("burned", "actor", None, 0.99)
    found.bind("burned", "recipient", "reporters", 0.95)
    told = [s for s in read(found) if s.trigger.quote == "burned"]
    assert [[p.mention.quote for p in s.recipient] for s in told] == [["Two reporters"]]
    assert not told[0].actor


def test_who_mediates_is_no_side_though_the_model_has_him_do_it() -> None:
    found = Told(analyse(document("The bishop, who mediated for nine days, went home.", "2021-11-10")))
    found.say("mediated", "CONSULT")
    found.bind("mediated", "actor", "bishop", 0.95)
    found.bind("mediated", "recipient", None, 0.95)
    (told,) = [s for s in read(found) if s.trigger.quote == "mediated"]
    assert not told.actor
    assert [p.mention.quote for p in told.recipient] == ["The bishop"]
