"""Who a passive was done by, and what it was about, hung on the passive."""

from __future__ import annotations

import pytest

from jirga.language.parse import parse


def head_of(text: str, word: str) -> str:
    (found,) = [t for t in parse(text) if t.lower_ == word and t.dep_ in {"agent", "prep"}]
    return str(found.head.text)


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The army was accused by Human Rights Watch of shelling villages.", "of", "accused"),
        ("The minister was accused by the opposition of surrendering to the rebels.", "of", "accused"),
        ("Police were ordered to open fire on the marchers by the interior minister.", "by", "ordered"),
        ("The group, designated as terrorists by Washington, fled.", "by", "designated"),
        ("The group is designated a terrorist organisation by Pakistan and Britain.", "by", "designated"),
    ],
)
def test_a_passive_has_its_doer_and_what_he_says_it_is_about(text: str, word: str, verb: str) -> None:
    assert head_of(text, word) == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The rebels were told to lay down their arms by Thursday.", "told"),
        ("The villagers were forced to cross the river by boat.", "forced"),
        ("The convoy was ordered to be searched by the soldiers.", "ordered"),
    ],
)
def test_no_deadline_or_means_or_inner_passive_makes_a_doer(text: str, verb: str) -> None:
    (told,) = [t for t in parse(text) if t.text == verb]
    assert not any(c.dep_ == "agent" or c.lower_ == "by" for c in told.children)
