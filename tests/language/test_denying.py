"""What who denies something says next hangs on the denial."""

from __future__ import annotations

import pytest

from jirga.language.denying import is_answer
from jirga.language.parse import parse


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ethiopia denied that its army had executed the soldiers and blamed a local militia.", "blamed"),
        ("The army denied it had shelled the town and accused the rebels of lying.", "accused"),
        ("The ministry denied the charge and accused the rebels of shelling the town.", "accused"),
    ],
)
def test_who_denies_answers_himself(text: str, word: str) -> None:
    (answer,) = (token for token in parse(text) if token.text == word)
    assert answer.head.text == "denied"
    assert is_answer(answer)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army denied that it had shelled the town and burned the market.", "burned"),
        ("The paper said the army had shelled the town and accused the rebels.", "accused"),
    ],
)
def test_what_else_is_joined_stays_where_it_is(text: str, word: str) -> None:
    (joined,) = (token for token in parse(text) if token.text == word)
    assert joined.head.text == "shelled"
    assert not is_answer(joined)
