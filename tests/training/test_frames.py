"""What frames do to a clause, and that the file's lines can be used at all."""

from __future__ import annotations

from random import Random

import pytest
from training.coder.examples import NONE, Example
from training.coder.frames import Frame, _phrase, frames, put_into

from jirga.coding.labels import KINDS, MODALITIES, PAIRS, POLARITIES
from jirga.language.parse import parse

SPEAKER, ACT, ACTOR, RECIPIENT = (PAIRS.index(name) for name in ("speaker", "act", "actor", "recipient"))
DENIED, STATED = POLARITIES.index("negated"), MODALITIES.index("asserted")


def a_clause() -> Example:
    words = ("Rebels", "shelled", "the", "town", ".")
    kinds = [0, KINDS.index("ASSAULT"), 0, 0, 0]
    pairs = [(ACTOR, 1, 1), (SPEAKER, 1, 0), (ACT, 1, 0)]
    return Example(words, kinds, [NONE] * 5, [NONE] * 5, [], [], pairs, [1])


def in_frame(line: str, *, spoken: bool = False, leaves_open: bool = False) -> Example:
    frame = Frame(tuple(line.split()), DENIED, STATED, spoken, leaves_open)
    return put_into(frame, a_clause(), 1, Random(1), "rebels")


def test_the_clause_takes_the_stance_of_its_frame_and_keeps_its_type_and_parties() -> None:
    told = in_frame("It is a myth that ~ .")
    at = told.words.index("shelled")
    assert told.words == ("It", "is", "a", "myth", "that", "rebels", "shelled", "the", "town", ".")
    assert (told.polarity[at], told.modality[at], KINDS[told.kinds[at]]) == (DENIED, STATED, "ASSAULT")
    assert (ACTOR, at, told.words.index("rebels") + 1) in told.pairs
    assert (SPEAKER, at, 0) in told.pairs


def test_who_speaks_in_the_frame_is_the_speaker_of_the_clause() -> None:
    told = in_frame("{who} denied that ~ .", spoken=True)
    at, who = told.words.index("shelled"), told.words.index("denied")
    assert (SPEAKER, at, who) in told.pairs  # the word before "denied"; column 0 is nobody
    assert told.words[0][0].isupper()


def test_an_act_of_speech_holds_the_clause_as_its_content() -> None:
    told = in_frame("{who} demanded/REQUEST that ~ .", spoken=True)
    at, act = told.words.index("shelled"), told.words.index("demanded")
    assert KINDS[told.kinds[act]] == "REQUEST"
    assert (ACT, at, act + 1) in told.pairs
    assert (ACTOR, act, act) in told.pairs


def test_a_noun_takes_the_stance_of_its_frame_and_keeps_the_parties_in_its_phrase() -> None:
    noun = Example(
        ("shelling", "of", "the", "town"), [KINDS.index("ASSAULT"), 0, 0, 0], [NONE] * 4, [NONE] * 4
    )
    noun.pairs = [(RECIPIENT, 0, 4), (SPEAKER, 0, 0), (ACT, 0, 0)]
    frame = Frame(("@", "{who}", "denied", "any", "^", ".")[1:], DENIED, STATED, spoken=True, open=False)
    told = put_into(frame, noun, 0, Random(1), "shelling")
    at = told.words.index("shelling")
    assert (told.polarity[at], told.modality[at], KINDS[told.kinds[at]]) == (DENIED, STATED, "ASSAULT")
    assert (RECIPIENT, at, told.words.index("town") + 1) in told.pairs
    assert (SPEAKER, at, told.words.index("denied")) in told.pairs


@pytest.mark.parametrize(
    ("sentence", "noun", "phrase"),
    [
        ("The shelling of Idlib by the army ended.", "shelling", "shelling of Idlib by the army"),
        ("He left after peace talks with the rebels.", "talks", "peace talks with the rebels"),
        ("Their release surprised us.", "release", ""),
        ("Two attacks followed.", "attacks", ""),
        ("The talks that failed were the third.", "talks", ""),
    ],
)
def test_a_noun_comes_with_its_phrase_but_its_article_or_not_at_all(
    sentence: str, noun: str, phrase: str
) -> None:
    doc = parse(sentence)
    found = _phrase(next(token for token in doc if token.text == noun))
    assert " ".join(doc[i].text for i in found) == phrase


def test_a_frame_that_leaves_the_speaker_open_says_nothing_of_one() -> None:
    told = in_frame("{who} declined to confirm that ~ .", leaves_open=True)
    at = told.words.index("shelled")
    assert not [pair for pair in told.pairs if pair[:2] == (SPEAKER, at)]


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: " ".join(frame.words))
def test_every_line_has_one_clause_or_noun_and_a_party_where_it_has_a_speaker(frame: Frame) -> None:
    assert frame.words.count("~") + frame.words.count("^") == 1
    assert "@" not in frame.words
    assert not frame.spoken or "{who}" in frame.words
