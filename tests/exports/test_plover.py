from __future__ import annotations

import pytest

from jirga.exports.plover import event_type

WILL = ("event lexicon: meet/v", "factuality: will")


@pytest.mark.parametrize("kind", ["CONSULT", "AID", "SUPPORT", "COOPERATE"])
def test_cooperation_that_will_be_is_agreed_to(kind: str) -> None:
    assert event_type(kind, "affirmed", "intended", WILL, content=False) == "AGREE"


@pytest.mark.parametrize(
    ("kind", "polarity", "modality", "by", "content"),
    [
        ("CONSULT", "affirmed", "asserted", ("event lexicon: meet/v",), False),
        ("CONSULT", "negated", "intended", WILL, False),
        ("CONSULT", "affirmed", "intended", WILL, True),
        ("CONSULT", "affirmed", "intended", ("factuality: hopes", "factuality: will"), False),
        ("CONSULT", "affirmed", "intended", ("learned model",), False),
        ("ASSAULT", "affirmed", "intended", WILL, False),
    ],
)
def test_all_else_keeps_its_type(
    kind: str, polarity: str, modality: str, by: tuple[str, ...], content: bool
) -> None:
    assert event_type(kind, polarity, modality, by, content=content) == kind
