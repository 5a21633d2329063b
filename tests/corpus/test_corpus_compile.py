"""From markup to statements in the record's nouns: who, to whom, who says so, how sure, content of what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from corpus.compile import compile_file, compile_tree, part_of
from corpus.nouns import Fault, Passage
from corpus.passage_json import passage_from_json, passage_to_json
from corpus.paths import HERE
from corpus.validate import spans_in

from jirga.model import Statement

Compile = Callable[..., tuple[list[Passage], list[Fault]]]

HEAD = "=== a-1\ngenre: wire\nconflict: none\npublished: 2022-06-04\n\n"
GOV = "gov = Government of Pakistan | PAK GOV\n"


@pytest.fixture
def compiled(tmp_path: Path) -> Compile:
    def make(body: str, head: str = HEAD) -> tuple[list[Passage], list[Fault]]:
        path = tmp_path / "hand" / "a.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(head + body, encoding="utf-8")
        return compile_file(path, "hand")

    return make


def only(made: tuple[list[Passage], list[Fault]]) -> dict[str, Statement]:
    """The statements of the only passage, by the words of their triggers."""
    passages, faults = made
    assert not faults, "\n".join(map(str, faults))
    return {one.trigger.quote: one for one in passages[0].statements}


def test_defaults_are_affirmed_asserted_and_the_documents_own_voice(compiled: Compile) -> None:
    one = only(compiled("[gov It] [1 freed] them.\n---\n" + GOV + "1 RETREAT release | a gov\n"))["freed"]
    assert one.happened
    assert one.said_by == ()
    assert one.event is not None
    assert (one.event.type, one.event.modes) == ("RETREAT", ("release",))
    assert (one.actor[0].name, one.actor[0].country, one.actor[0].sector) == (
        "Government of Pakistan",
        "PAK",
        "GOV",
    )
    assert one.quote == "It freed"


def test_a_participant_is_the_nearest_mention_in_the_sentence(compiled: Compile) -> None:
    body = "[gov Islamabad] spoke. [gov The state] says [gov it] [1 left]. [gov It] did.\n---\n" + GOV
    assert only(compiled(body + "1 RETREAT | a gov\n"))["left"].actor[0].mention.quote == "it"
    assert only(compiled(body + "1 RETREAT | a gov#1\n"))["left"].actor[0].mention.quote == "Islamabad"


def test_speakers_are_read_off_the_contents_innermost_first(compiled: Compile) -> None:
    body = (
        "[k1 [vil Villagers] [c2 saw] [k2 troops [1 burn] a barn]], [off an officer] [c1 said].\n---\n"
        "vil = - | MLI CVL\noff = - | MLI MIL | person\nk1 = off c1\nk2 = vil c2\n1 ASSAULT destroy\n"
    )
    passages, _ = made = compiled(body)
    chain = only(made)["burn"].said_by
    assert [(one.name, one.kind, one.cue and one.cue.quote) for one in chain] == [
        ("Villagers", "unnamed", "saw"),
        ("an officer", "person", "said"),
    ]
    assert [len(one) for one in passages[0].attributions] == [1, 2]


def test_a_cue_inside_its_own_content_is_not_said_by_it(compiled: Compile) -> None:
    body = "[k1 Talks, [gov Kabul] [1 threatened], will [2 end]].\n---\n" + GOV
    found = only(
        compiled(body + "k1 = 1\n1 THREATEN relations | a gov\n2 SANCTION withdraw | a gov | of 1\n")
    )
    assert found["threatened"].said_by == ()
    assert found["end"].said_by[0].cue == found["threatened"].trigger
    assert found["end"].content_of == found["threatened"].id
    assert found["end"].factuality.modality == "intended"
    assert not found["end"].happened


def test_content_takes_the_commitment_its_act_gives_unless_told(compiled: Compile) -> None:
    body = "[gov It] [1 refused] to [2 free] them and [3 asked] for [4 talks].\n---\n" + GOV
    lines = (
        "1 REJECT yield | a gov\n2 RETREAT release | of 1\n3 REQUEST meet | a gov\n4 CONSULT | of 3 | if\n"
    )
    found = only(compiled(body + lines))
    assert (found["free"].factuality.polarity, found["free"].factuality.modality) == ("negated", "intended")
    assert found["talks"].factuality.modality == "conditional"
    assert found["free"].said_by[0].name == "Government of Pakistan"


def test_the_voice_can_be_set_against_the_brackets(compiled: Compile) -> None:
    body = "[k1 [1 Talks] failed], [gov Kabul] [c1 said].\n---\n" + GOV + "k1 = gov c1\n"
    assert only(compiled(body + "1 CONSULT | ended | by -\n"))["Talks"].said_by == ()


def test_a_figure_in_someone_elses_content_is_that_speakers(compiled: Compile) -> None:
    body = (
        "A bomb [1 killed] [f1 nine]; [med medics] [c1 put] [k1 the toll at "
        "[f2 twelve, [f3 two] of them boys]].\n---\n"
        "med = - | ? MED\nk1 = med c1\nf1 = killed 9\nf2 = killed 12\nf3 = killed 2 | part f2 | of boys\n"
        "1 ASSAULT explosives | f1 f2 f3\n"
    )
    figures = only(compiled(body))["killed"].figures
    assert [[speaker.name for speaker in figure.said_by] for figure in figures] == [
        [],
        ["medics"],
        ["medics"],
    ]
    assert figures[2].part_of == "twelve, two of them boys"


def test_a_participant_may_have_a_speaker_and_a_certainty_of_its_own(compiled: Compile) -> None:
    body = "A bomb [1 killed] nine. [k1 [gov The state] was behind it], [med medics] [c1 think].\n---\n" + GOV
    one = only(compiled(body + "med = - | ? MED\nk1 = med c1\n1 ASSAULT | a gov (by k1, probable)\n"))[
        "killed"
    ]
    assert one.said_by == ()
    assert one.actor[0].said_by[0].name == "medics"
    assert one.actor[0].certainty == "probable"


def test_a_date_in_another_sentence_is_narrative_and_an_unresolved_one_unknown(compiled: Compile) -> None:
    body = "[t1 Friday] was calm. They [1 met] [t2 after dusk]. They [2 left].\n---\n"
    lines = "t1 = 2022-06-03 resolved\nt2 = ?\n1 CONSULT | t2\n2 RETREAT | t1\n"
    found = only(compiled(body + lines))
    assert (found["left"].when.basis, found["left"].when.start) == ("narrative", "2022-06-03")
    assert (found["met"].when.basis, found["met"].when.edtf) == ("unknown", None)


def test_relations_quantities_and_claims(compiled: Compile) -> None:
    body = (
        "[gov Kabul] [1 backs] it. [s2 Truces [2 help]]. [f1 Seventy] [3 attacks] in 2021.\n---\n" + GOV
    ) + "f1 = attacks 70 | period 2021\n1 rel supports | a gov | since 2019\n2 claim\n3 quantity up | f1\n"
    found = only(compiled(body))
    assert found["backs"].relation is not None
    assert (found["backs"].relation.type, found["backs"].relation.since) == ("supports", "2019")
    assert found["help"].quote == "Truces help"
    assert found["attacks"].quantity is not None
    assert (found["attacks"].quantity.trend, found["attacks"].quantity.period) == ("up", "2021")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1 RETREAT freed | a gov", "has no mode 'freed'"),
        ("1 FIGHT | a gov", "begins no statement"),
        ("1 RETREAT | possible", "'possible' means nothing here"),
        ("1 RETREAT | if may", "two words for modality"),
        ("1 RETREAT | a gov | a gov", "actor is given twice"),
        ("1 RETREAT | a ttp", "ttp"),
        ("1 RETREAT | t1", "t1"),
        ("1 RETREAT | of 7", "no act"),
        ("1 rel likes | a gov", "'likes' is no relation"),
        ("1 claim", "no clause"),
        ("gov2 = Name | Pakistan", "no country code"),
        ("t1 = Friday", "no EDTF date"),
        ("f1 = dead 3", "'dead' is no measure"),
        ("f1 = killed few", "'few' is no amount"),
        ("2 RETREAT", "has no trigger"),
    ],
)
def test_each_slip_names_its_line_and_what_to_do(compiled: Compile, typed: str, told: str) -> None:
    body = (
        "[gov It] [1 left].\n---\n" + GOV + typed + "\n" + ("" if typed[0] == "1" else "1 RETREAT | a gov\n")
    )
    passages, faults = compiled(body)
    assert not passages
    fault = next(one for one in faults if told in one.what)
    assert fault.line == 9
    assert fault.next_step


def test_labels_without_definition_and_text_without_statement_are_told(compiled: Compile) -> None:
    _, faults = compiled("[gov It] [1 left] [sic] now.\n---\n")
    assert {fault.line for fault in faults} >= {6}
    assert any("gov is not defined" in fault.what for fault in faults)
    assert any("no statement" in fault.what for fault in faults)


def test_one_broken_passage_leaves_the_others(compiled: Compile) -> None:
    passages, faults = compiled(
        "It [1 left.\n---\nnone\n" + HEAD.replace("a-1", "a-2") + "It rained.\n---\nnone\n"
    )
    assert [one.id for one in passages] == ["a-2"]
    assert faults


def test_stories_and_pair_sets_stay_on_one_side_of_the_split() -> None:
    parts = {part_of(f"story-{number}", "mara") for number in range(50)}
    assert parts == {"train", "dev"}
    assert all(part_of("story-1", "mara") == part_of("story-1", hand) for hand in ("ada", "bertil"))
    assert {part_of(f"story-{number}", "guide") for number in range(50)} == {"train"}


def test_the_guides_spans_quote_the_text_and_survive_json() -> None:
    passages, faults = compile_tree(HERE / "passages" / "guide")
    assert not faults
    assert len(passages) >= 20
    for passage in passages:
        spans = list(spans_in((passage.statements, passage.attributions, passage.entities)))
        assert all(passage.text[span.start : span.end] == span.quote for span in spans)
        assert passage_from_json(passage_to_json(passage)) == passage
