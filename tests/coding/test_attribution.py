from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.coding.ascriptions import ascriptions
from jirga.coding.attribution import (
    UNSAID,
    Attribution,
    attributions,
    commitment_of,
    covering,
    speakers_of,
)
from jirga.coding.quotes import find_quotes
from jirga.language import Analysis, analyse
from jirga.lexicon.cues import COMMITMENTS, cue, source_kind, verb_cues
from jirga.model import Document, Statement


def read(text: str, author: str | None = None) -> Analysis:
    return analyse(Document("d", "h", "1", "test", text, author=author, language="en"))


def token_of(analysis: Analysis, word: str) -> int:
    return next(t.i for t in analysis.doc if t.text == word)


def chain(text: str, word: str, author: str | None = None) -> list[str]:
    """The chain of speakers over the word `word` of a text, nearest first."""
    analysis = read(text, author)
    token = token_of(analysis, word)
    at = analysis.doc[token].idx
    return [one.name for one in speakers_of(attributions(analysis), at, at + len(word), token)]


def over(text: str, word: str) -> tuple[Attribution, ...]:
    analysis = read(text)
    return covering(attributions(analysis), 0, 1, token_of(analysis, word))


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Officials said that the raid had failed.", "failed", ["Officials"]),
        ("The raid had failed, officials said.", "failed", ["officials"]),
        ("The raid, officials said, failed on Monday.", "failed", ["officials"]),
        ("According to police, five men were killed.", "killed", ["police"]),
        ("Five men were killed, according to police.", "killed", ["police"]),
        ("In the words of one diplomat, the truce collapsed.", "collapsed", ["one diplomat"]),
        ("As per official records, five men were killed.", "killed", ["official records"]),
        ("It was reported that five men were killed.", "killed", ["unnamed"]),
        ("He was reported to have been killed in the raid.", "killed", ["unnamed"]),
        ("The blast reportedly killed five men.", "killed", ["unnamed"]),
        ("The army's claim that five men were killed was checked.", "killed", ["army"]),
        ("A letter saying that the men were killed was found.", "killed", ["letter"]),
        ("Residents told police that gunmen killed five men.", "killed", ["Residents"]),
        ("Villagers shouted that soldiers were burning the market.", "burning", ["Villagers"]),
        ("Gunmen killed five men on Monday.", "killed", []),
        ("The army would say only that five men were killed.", "killed", ["army"]),
        ("The army would not comment but said rebels had killed five men.", "killed", ["army"]),
        ("The TTP boasted of 282 attacks and claimed to have killed five men.", "killed", ["TTP"]),
        ("Officials said that they had concluded that rebels killed five men.", "killed", ["Officials"]),
        ("The raid killed five men, police said, but residents said it failed.", "failed", ["residents"]),
        ("The verdict said that soldiers killed five men.", "killed", ["verdict"]),
        ("The raid showed that soldiers killed five men.", "killed", []),
    ],
)
def test_a_clause_has_the_speaker_the_text_gives_it(text: str, word: str, speakers: list[str]) -> None:
    assert chain(text, word) == speakers


def test_a_chain_runs_from_the_nearest_speaker_outwards() -> None:
    assert chain("Witnesses said that police had claimed that five men were killed.", "killed") == [
        "police",
        "Witnesses",
    ]
    quoted = chain("The newspaper quoted an official as saying that the army killed five men.", "killed")
    assert quoted == ["official", "newspaper"]
    assert chain("The daily, citing officials, said five men had died.", "died") == ["officials", "daily"]


def test_a_parent_is_the_attribution_that_holds_the_cue() -> None:
    found = attributions(read("Witnesses said that police had claimed that five men were killed."))
    inner = next(one for one in found if one.speaker.name == "police")
    assert inner.parent is not None
    assert found[inner.parent].speaker.name == "Witnesses"


def test_a_participle_goes_on_with_the_denier_and_leaves_the_denied_content() -> None:
    text = "The ministry denied that it had bombed the village, saying the report was baseless."
    analysis = read(text)
    denied, saying = attributions(analysis)
    assert denied.commitment.polarity == "negated"
    assert text[slice(*denied.content)] == "that it had bombed the village"
    assert saying.speaker.name == "ministry"
    assert saying.commitment.polarity == "affirmed"


@pytest.mark.parametrize(
    ("verb", "polarity", "modality", "certainty"),
    [
        ("said", "affirmed", "asserted", "unstated"),
        ("confirmed", "affirmed", "asserted", "certain"),
        ("claimed", "affirmed", "asserted", "possible"),
        ("believed", "affirmed", "asserted", "probable"),
        ("denied", "negated", "asserted", "unstated"),
        ("feared", "affirmed", "feared", "unstated"),
        ("hoped", "affirmed", "wished", "unstated"),
        ("demanded", "affirmed", "demanded", "unstated"),
        ("threatened", "affirmed", "intended", "unstated"),
    ],
)
def test_a_cue_commits_its_source(verb: str, polarity: str, modality: str, certainty: str) -> None:
    analysis = read(f"The rebels {verb} that the army would attack the town.")
    found = commitment_of(attributions(analysis), 0, 1, token_of(analysis, "attack"))
    assert found is not None
    assert (found.polarity, found.modality, found.certainty) == (polarity, modality, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say that the men were killed.",
        "The minister refused to confirm that the men were killed.",
        "The minister will announce that the men were killed.",
        "No group has said that the men were killed.",
    ],
)
def test_what_was_not_said_has_no_speaker_and_no_commitment(text: str) -> None:
    analysis = read(text)
    found, token = attributions(analysis), token_of(analysis, "killed")
    assert speakers_of(found, 0, 1, token) == ()
    assert commitment_of(found, 0, 1, token) == UNSAID


def test_an_attitude_to_a_deed_makes_nobody_its_witness() -> None:
    assert chain("The minister condemned the bombing of the market.", "bombing") == []
    (attitude,) = over("The minister condemned the bombing of the market.", "bombing")
    assert not attitude.voices


def test_denied_involvement_leaves_the_deed_standing() -> None:
    text = "The group denied involvement in the bombing of the market."
    analysis = read(text)
    assert commitment_of(attributions(analysis), 0, 1, token_of(analysis, "bombing")) is None
    (own,) = ascriptions(analysis)
    assert (own.own, own.commitment.polarity) == (True, "negated")
    assert own.deed == token_of(analysis, "bombing")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army agreed to withdraw.", "withdraw"),
        ("The general ordered them to attack.", "attack"),
        ("Rebels threatened to attack.", "attack"),
        ("The rebels refused to free the men.", "free"),
        ("The rebels' plan to attack the town has failed.", "attack"),
        ("The rebels are determined to attack.", "attack"),
    ],
)
def test_acts_over_an_infinitive_make_nobody_its_witness(text: str, word: str) -> None:
    (deed,) = over(text, word)
    assert (deed.kind, deed.voices) == ("deed", False)
    assert chain(text, word) == []
    assert commitment_of(attributions(read(text)), 0, 1, token_of(read(text), word)) is None


def test_a_denial_of_an_act_leaves_the_content_of_the_act() -> None:
    analysis = read("The ministry denied that the rebels had refused to free the men.")
    found = attributions(analysis)
    assert commitment_of(found, 0, 1, token_of(analysis, "refused")) == COMMITMENTS["deny"]
    assert commitment_of(found, 0, 1, token_of(analysis, "free")) is None


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("That soldiers had shot him is denied by the ministry.", "shot", ["ministry"]),
        ("The ministry denied having bombed the village.", "bombed", ["ministry"]),
        ("A driver described being beaten with a stick.", "beaten", ["driver"]),
        ("The envoy contradicted the view that rebels had fled.", "fled", ["envoy"]),
        ("A manager laughed at the notion that rebels had fled.", "fled", ["manager"]),
        ("The navy at first had it that they drowned.", "drowned", ["navy"]),
        ("The nurse was convinced that rebels had fled.", "fled", ["nurse"]),
        ("Their greatest fear is that rebels will return.", "return", ["they"]),
        ("There is a farmer whose greatest fear is that rebels will return.", "return", ["farmer"]),
        ("The families live in fear that rebels will return.", "return", ["families"]),
        ("Paris was eager for both sides to sign the accord.", "sign", ["Paris"]),
        ("The mayor puts the number of people killed at nine.", "killed", ["mayor"]),
        ("Police explained how the men fled.", "fled", ["Police"]),
        ("A shell hit a shop, killing a man and a boy, staff at the clinic said.", "hit", ["staff"]),
        ("“We have killed no one,” a guard smiled.", "killed", ["guard"]),
        ("Suppose that the rebels fled.", "fled", []),
        ("He told a meeting of elders in May that few men fled.", "fled", ["He"]),
        ("The ministry said in a statement that the rebels fled.", "fled", ["ministry"]),
        ("The paper reported at the time that the rebels fled.", "fled", ["paper"]),
        ("The mayor said it was calm, and rebel leaders said that they fled.", "fled", ["rebel leaders"]),
        ("The army shelled the town, citing threats to its men.", "shelled", []),
        ("The rebels, as shown by their flags, fled.", "fled", []),
        ("The rebels, you know, fled.", "fled", []),
        ("Traders left the town lest it be shelled by the army.", "shelled", ["Traders"]),
        ("It is unclear whether the rebels shelled the town.", "shelled", ["unnamed"]),
        ("It was not clear whether the rebels fled.", "fled", ["unnamed"]),
        ("What the villagers fear is that the rebels will return.", "return", ["villagers"]),
        ("The nurses are haunted by the thought that rebels may return.", "return", ["nurses"]),
        ("The army laughed off a report that the rebels fled.", "fled", ["army"]),
        ("The rebels fled, as a deputy reminded the house.", "fled", ["deputy"]),
        ("Few were surprised that the rebels fled.", "fled", []),
        ("Assuming that the rebels fled, guards will be sent.", "fled", []),
    ],
)
def test_speakers_of_rarer_constructions(text: str, word: str, speakers: list[str]) -> None:
    assert chain(text, word) == speakers


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("He mocked what she called a “rout” of rebels.", "called", "a “rout” of rebels"),
        ("The opposition voiced strong criticism of the raid.", "voiced strong criticism of", "the raid"),
        ("The minister is aware of the raid.", "is aware of", "the raid"),
        ("The envoy alluded to the raid.", "alluded to", "the raid"),
        ("She despises the rebels.", "despises", "the rebels"),
        ("She blasted the raid as a disgrace.", "blasted", "the raid as a disgrace"),
        ("She likened the raid to a storm.", "likened", "the raid to a storm"),
        ("The bishop was a staunch opponent of the raid.", "opponent of", "the raid"),
        ("The party was critical of the raid.", "was critical of", "the raid"),
    ],
)
def test_an_attitude_has_cue_and_content_and_no_voice(text: str, cue: str, content: str) -> None:
    found = [one for one in attributions(read(text)) if one.speaker.cue and one.speaker.cue.quote == cue]
    assert [text[slice(*one.content)] for one in found] == [content]
    assert cue == "called" or not found[0].voices


def test_a_call_for_people_names_nothing() -> None:
    assert attributions(read("The council called an emergency meeting.")) == ()


def test_a_signed_quote_and_a_headline_that_begins_with_its_speaker() -> None:
    assert chain("“They burned the mill.” ― Anna B. Roe.", "burned") == ["Anna B. Roe"]
    assert chain("Imran Khan: Rebels burned the mill\n\nIt rained.", "burned") == ["Imran Khan"]
    late = "Khan: Rebels burned the mill\n\nImran Khan spoke in Kabul."
    assert chain(late, "burned") == ["Khan"]
    assert chain("Kabul: Rebels burned the mill\n\nIt rained.", "burned") == []


@pytest.mark.parametrize("verb", ["considered", "proposed", "denied", "regretted not", "dreaded"])
def test_a_gerund_under_a_cue_that_does_not_assert_it_has_not_happened(
    verb: str, code: Callable[..., tuple[Statement, ...]]
) -> None:
    assert not any(
        s.happened for s in code(f"The army {verb} bombing the school.") if s.trigger.quote == "bombing"
    )


def test_the_author_is_the_texts_own_voice() -> None:
    assert chain("I believe that the truce collapsed.", "collapsed", author="A. Writer") == []
    analysis = read("I believe that the truce collapsed.")
    found = commitment_of(attributions(analysis), 0, 1, token_of(analysis, "collapsed"))
    assert found == COMMITMENTS["believe"]


def test_a_quote_goes_on_over_the_cue_and_the_next_paragraph() -> None:
    text = (
        "“They came at night,” Gul Khan, a farmer, said. “They took my son.\n\n“Then they burned the house.”"
    )
    for word in ("came", "took", "burned"):
        assert chain(text, word) == ["Gul Khan"]
    assert attributions(read(text))[0].kind == "quote"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A farmer told the court on Tuesday what he had seen. “They burned our houses.”", ["farmer"]),
        ("A farmer spoke to this paper.\n“They burned our houses.”", ["farmer"]),
        ("A farmer spoke for an hour. “They burned our houses,” a nurse said.", ["nurse"]),
        ("The farmer was silent. “They burned our houses.”", []),
        ("Farmers were not told what had happened. “They burned our houses.”", []),
    ],
)
def test_a_quote_by_itself_is_of_who_spoke_in_the_sentence_before(text: str, speaker: list[str]) -> None:
    assert chain(text, "burned") == speaker


def test_a_quote_broken_off_by_its_cue_is_one_attribution() -> None:
    text = 'Roe is a farmer. "They came at night," Roe said in the yard on Monday, "but they burned nothing."'
    (one,) = [a for a in attributions(read(text)) if a.speaker.cue and a.speaker.cue.quote == "said"]
    assert [text[a:b] for a, b in one.parts] == ['"They came at night,"', '"but they burned nothing."']


def test_a_content_ends_with_the_mark_that_closes_its_quotation() -> None:
    (one,) = attributions(read("She called his speech a “rout.”"))
    assert one.speaker.content is not None
    assert one.speaker.content.quote == "his speech a “rout.”"


def test_a_pronoun_beside_a_quote_is_nobody_in_the_quote() -> None:
    text = "Norman Ham said the army was weak. “This country needs a leader who attacks,” he said."
    assert chain(text, "attacks") == ["Norman Ham"]
    met = "Madeleine Albright met the crowd. “We will attack whoever flees from justice,” she told them."
    assert chain(met, "attack") == ["Madeleine Albright"]


def test_a_pronoun_never_goes_back_to_one_called_by_the_other() -> None:
    text = "Imran Khan said he knew that it was over. “My son attacked nobody,” she said."
    assert chain(text, "attacked") == ["she"]


@pytest.mark.parametrize(
    "text",
    [
        'CRISTIANI SAID: "WE ATTACKED NOBODY."',
        "On Sunday he spoke.\n\nCristiani said:\n“We ATTACKED nobody.”",
    ],
)
def test_a_verb_of_saying_before_a_colon_is_the_cue(text: str) -> None:
    assert [name.upper() for name in chain(text, "ATTACKED")] == ["CRISTIANI"]


def test_a_number_is_all_that_a_second_source_is_held_to() -> None:
    text = "The attack killed 12, according to police, and 15 according to medics."
    assert chain(text, "killed") == ["police"]
    assert chain(text, "15") == ["medics"]


def test_a_quoted_title_is_nobodys_speech() -> None:
    text = "The minister opened a show called “Voices of the Valley,” and left."
    assert [one for one in attributions(read(text)) if one.kind == "quote"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said it was over.", "organisation"),
        ("Officials said it was over.", "unnamed"),
        ("A report by the commission found that it was over.", "document"),
        ("Reuters reported that it was over.", "media"),
        ("Imran Khan said that it was over.", "person"),
        ("The group's spokesman, Imran Khan, said that it was over.", "person"),
        ("The governor said that it was over.", "person"),
        ("Spokesmen said that it was over.", "unnamed"),
        ("Several said that it was over.", "unnamed"),
        ("Prison records show that it was over.", "document"),
    ],
)
def test_a_source_has_its_kind(text: str, kind: str) -> None:
    assert attributions(read(text))[0].speaker.kind == kind


def test_a_headline_names_its_source_last_and_a_transcript_first() -> None:
    assert chain("Twelve men killed in market blast: police\n\nIt rained.", "killed") == ["police"]
    transcript = "HOST: What happened?\nKHAN: They attacked us.\nHOST: When?"
    assert chain(transcript, "attacked") == ["KHAN"]
    minutes = "The CHAIRMAN: What happened?\nMr ROE: They attacked us.\nSenator SANA: When?"
    assert chain(minutes, "attacked") == ["Mr ROE"]
    assert chain("ISLAMABAD: They attacked the market.", "attacked") == []


def test_blame_accusation_and_claimed_responsibility_ascribe_a_deed() -> None:
    analysis = read("A bomb killed nine men. Police blamed the TTP for the attack.")
    (blame,) = ascriptions(analysis)
    assert (blame.speaker.name, blame.own) == ("Police", False)
    assert analysis.doc[blame.actor].text == "TTP"
    assert blame.deed == token_of(analysis, "attack")
    claimed = read("The TTP claimed responsibility for the attack.")
    (own,) = ascriptions(claimed)
    assert own.own
    assert own.actor == token_of(claimed, "TTP")
    assert ascriptions(read("No group has claimed responsibility for the attack.")) == ()


def test_what_is_no_one_is_not_blamed() -> None:
    assert ascriptions(read("Officials blamed the split in the insurgency for the attack.")) == ()


def test_every_span_quotes_the_text_at_its_offsets() -> None:
    text = (
        "“We left,” said Imran Khan.\n\nThe talks, officials said, failed; the army denied that it had fired."
    )
    for one in attributions(read(text)):
        for span in (one.speaker.mention, one.speaker.cue, one.speaker.content):
            assert span is None or text[span.start : span.end] == span.quote
        assert all(0 <= a < b <= len(text) for a, b in one.parts)


_PIECES = st.sampled_from(
    [
        "officials said ",
        "“",
        "”",
        '"',
        "'",
        "that ",
        "the army killed five men",
        ", ",
        ". ",
        "\n",
        "he denied ",
        ": ",
        "police",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_any_text_gives_spans_that_quote_it(text: str) -> None:
    for one in attributions(read(text)):
        assert one.parts == tuple(sorted(one.parts))
        for span in (one.speaker.mention, one.speaker.cue, one.speaker.content):
            assert span is None or text[span.start : span.end] == span.quote


@given(st.text(alphabet="ab “”\"'‘’\n.,", max_size=60))
def test_quotes_are_in_order_and_within_paragraphs(text: str) -> None:
    found = find_quotes(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all("\n" not in text[q.start : q.end] for q in found)


def test_an_apostrophe_is_no_quotation_mark() -> None:
    text = "The rebels' camp wasn't far, 'and we saw it', he said."
    assert [text[q.start : q.end] for q in find_quotes(text)] == ["'and we saw it'"]


def test_the_cue_lexicon_names_only_known_classes() -> None:
    assert verb_cues("point out")[0].kind == "say"
    assert verb_cues("walk") == ()
    assert cue("noun", "allegation") is not None
    assert source_kind("poll") == "document"
    assert source_kind("table") is None
    from jirga.lexicon.cues import _table

    parts = {"document", "media", "organisation", "person"}
    assert {c.kind for (part, _), cs in _table().items() if part not in parts for c in cs} <= set(COMMITMENTS)


def test_the_speakers_of_a_marked_recording_and_of_a_statement_given_whole(
    code: Callable[..., tuple[Statement, ...]],
) -> None:
    recording = (
        "THE PRESIDENT SPOKE OF THE REPORTS THAT CAME IN FROM THE NORTH THIS WEEK. [BEGIN RECORDING]\n\n"
        "[CRISTIANI] THE REBELS KILLED FOUR SOLDIERS IN TOLM.\n\n[REPORTER] WHO KILLED THE FARMERS?\n\n"
        "[CRISTIANI] THE ARMY RELEASED TWO PRISONERS. [END RECORDING]\n\nREBELS ABDUCTED A NURSE."
    )
    said = {s.trigger.quote: [who.name for who in s.said_by] for s in code(recording)}
    assert said["RELEASED"] == ["CRISTIANI"]
    assert said["ABDUCTED"] == []
    whole = "A statement\n\nThe Foreign Secretary, Ann Li, said:\n\nRebels killed four soldiers.\n\nWe mourn."
    (killing,) = [s for s in code(whole) if s.trigger.quote == "killed"]
    assert [who.name for who in killing.said_by] == ["Ann Li"]


@pytest.mark.parametrize(
    "text",
    [
        "If the rebels are to be believed, 30 soldiers surrendered.",
        "Thirty surrendered, if the rebels are to be believed.",
    ],
)
def test_who_is_to_be_believed_says_it(code: Callable[..., tuple[Statement, ...]], text: str) -> None:
    (told,) = [s for s in code(text) if s.kind == "event"]
    assert [one.name for one in told.said_by] == ["rebels"]
