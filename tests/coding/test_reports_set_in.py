"""Who says what around a report set into its sentence, and who says less than that it was so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coding_documents import chain, document

from jirga.coding.attribution import attributions, commitment_of
from jirga.language import analyse
from jirga.model import Statement


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Guards beat two boys, Radio Luna announced, and dragged a third away.", "dragged", ["Radio Luna"]),
        ("“We have won,” the mayor said, and dragged a flag from the wall.", "dragged", []),
        (
            "Bandits, the mayor of Kesh told the radio, took the mill on Sunday and burned it by nightfall.",
            "burned",
            ["mayor of Kesh"],
        ),
        (
            "The elders freed nine men, and the first thing that they rebuilt, our team notes, was a wall.",
            "freed",
            [],
        ),
        (
            "If the rebels attack again, the abbess says, she is ready to leave.",
            "attack",
            ["abbess"],
        ),
        (
            "The crates were decoys, an army spokesman said; not a single gun had been moved.",
            "moved",
            ["army spokesman"],
        ),
        ("If the army frees the two colonels, as the elders urge, the truce may hold.", "frees", []),
        (
            "Two priests, in the same breath as they called for a vigil, rebuked the colonel.",
            "rebuked",
            [],
        ),
    ],
)
def test_a_report_set_in_tells_its_own_clause(text: str, word: str, speakers: list[str]) -> None:
    assert chain(text, word) == speakers


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Each side freed forty men, the president's chief of staff, Anton Belov, said.", "freed", 1),
        ("“They burned my barn,” a farmer in Kesh, Omar Wali, told Tribune News.", "burned", 1),
        ("The gunman shot the teacher, a pupil who hid under a desk, Amina Sadr, related.", "shot", 1),
        (
            "The attack in Zarand killed thirty, the Red Crescent said after its staff had been there.",
            "killed",
            1,
        ),
        ("Fighting has resumed in the old town, the Voice of Tamar reported at noon.", "Fighting", 1),
    ],
)
def test_a_report_that_closes_its_sentence_has_a_source(text: str, word: str, speakers: int) -> None:
    found = chain(text, word)
    assert len(found) == speakers
    assert found[0] != "unnamed"


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Traders have shut their stalls for fear of a raid by the army.", "raid", ["Traders"]),
        ("The abbot held that the rebels had burned nothing.", "burned", ["abbot"]),
        ("The garrison held the bridge that rebels had burned.", "burned", []),
        ("“Gunmen fired on two villages,” the resolution ran.", "fired", ["resolution"]),
        ("Clashes were reported in the suburbs of Kesh.", "Clashes", ["unnamed"]),
        ("The talks are expected to resume in Kesh.", "resume", []),
        ("A night that saw dozens of shops looted left the port in ruins.", "looted", []),
        (
            "The party rallied in Kesh on Sunday, 900 strong by the governor's estimate.",
            "rallied",
            [],
        ),
        ("A spokesman hinted at the Red Front, which bombed the mosque in May.", "bombed", []),
        (
            "Three states urged Oman to mediate in the war and condemned the shelling of the port.",
            "condemned",
            [],
        ),
        ("The Red Front claimed responsibility for the bombing.", "bombing", ["Red Front"]),
    ],
)
def test_how_far_a_source_reaches(text: str, word: str, speakers: list[str]) -> None:
    assert chain(text, word) == speakers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The governor will not say whether the colonel was wounded.", "wounded"),
        ("Neither the bishop nor his driver could say if the rebels had left.", "left"),
        ("The police would neither confirm nor deny that a man had been shot.", "shot"),
    ],
)
def test_who_will_not_say_whether_leaves_it_open(text: str, word: str) -> None:
    analysis = analyse(document(text))
    token = next(t for t in analysis.doc if t.text == word)
    found = attributions(analysis)
    left = commitment_of(found, token.idx, token.idx + len(token), token.i)
    assert left is not None
    assert (left.polarity, left.modality) == ("unknown", "asserted")
    assert len(chain(text, word)) == 1


def test_what_will_not_be_told_has_not_happened(code: Callable[..., tuple[Statement, ...]]) -> None:
    found = code("The governor will not say whether rebels bombed the clinic.")
    assert not any(s.happened for s in found if s.event and s.event.type == "ASSAULT")


def test_labels_have_accents_and_a_question_is_nobodys() -> None:
    text = "QUESTION: Were the men shot?\nÍÑIGO PEÑA: They were beaten.\nQUESTION: And then?"
    assert chain(text, "beaten") == ["ÍÑIGO PEÑA"]
    assert chain(text, "shot") == []
