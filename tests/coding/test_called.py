"""Who calls a participant what it is called."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding.called import called
from jirga.coding.roles import Roles
from jirga.language import analyse
from jirga.model import Participant, Span


def caller(text: str, words: str) -> list[str]:
    """The names of who calls the participant mentioned in `words` so."""
    start = text.index(words)
    party = Participant(words, Span.of(text, start, start + len(words)))
    (found,) = called(analyse(document(text)), Roles((), (party,))).recipient
    return [one.name for one in found.said_by]


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("The army killed what the ISPR calls five terrorists in Bannu.", "five terrorists", ["ISPR"]),
        ("It was done by what officials described as foreign fighters.", "foreign fighters", ["officials"]),
        ("The raid killed what state media said were four rebels.", "four rebels", ["state media"]),
        ("The army killed five terrorists in Bannu, the ISPR said.", "five terrorists", []),
        ("The ISPR calls the men terrorists.", "terrorists", []),
    ],
)
def test_who_calls_somebody_so_is_the_names_own_speaker(text: str, words: str, speakers: list[str]) -> None:
    assert caller(text, words) == speakers
