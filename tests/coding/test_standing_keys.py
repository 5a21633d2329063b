"""Relations and claims of sample reports by keys that were written before any program had coded them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jirga.coding import Coder
from jirga.documents import Limits, discover, read
from jirga.model import Statement

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KEYS = sorted((EXAMPLES / "keys" / "standing").glob("*.json"))
pytestmark = pytest.mark.slow


@cache
def coded(report: str) -> tuple[str, tuple[Statement, ...]]:
    (source,) = discover([EXAMPLES / "reports" / report])
    (document,) = read(source, Limits())
    assert not isinstance(document, Exception)
    return document.text, Coder().code(document).statements


def at(text: str, near: str) -> tuple[int, int]:
    """The stretch of a text that holds these words, however its lines are broken."""
    (found,) = re.finditer(r"\s+".join(map(re.escape, near.split())), text)
    return found.span()


def near(text: str, told: tuple[Statement, ...], words: str, kind: str) -> list[Statement]:
    start, end = at(text, words)
    return [s for s in told if s.kind == kind and s.start < end and start < s.end]


def is_told(text: str, told: tuple[Statement, ...], wanted: dict[str, Any]) -> bool:
    """Whether a relation of the key is told, with its type, polarity and bounds."""
    types = {wanted["type"], *wanted.get("also_accept_types", ())}
    return any(
        s.relation is not None
        and s.relation.type in types
        and s.factuality.polarity == wanted["polarity"]
        and wanted["since"] in {None, s.relation.since}
        and wanted["until"] in {None, s.relation.until}
        for s in near(text, told, wanted["near"], "relation")
    )


def missed(kind: str) -> tuple[list[str], int]:
    """What the keys ask for and we do not tell, and how much they ask for."""
    out, asked = [], 0
    for path in KEYS:
        key = json.loads(path.read_text(encoding="utf-8"))
        text, told = coded(key["report"])
        for wanted in (one for one in key[kind] if not one["optional"]):
            asked += 1
            met = (
                is_told(text, told, wanted)
                if kind == "relations"
                else near(text, told, wanted["near"], "claim")
            )
            if not met:
                out.append(f"{key['report']}: {wanted['near']}")
    return out, asked


def test_nine_in_ten_relations_of_the_keys_are_told_with_their_bounds() -> None:
    out, asked = missed("relations")
    assert asked > 30
    assert len(out) <= asked / 10, out


def test_nine_in_ten_claims_of_the_keys_are_told() -> None:
    out, asked = missed("claims")
    assert asked > 10
    assert len(out) <= asked / 10, out


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)
def test_hardly_a_claim_is_told_that_no_key_has(path: Path) -> None:
    key = json.loads(path.read_text(encoding="utf-8"))
    text, told = coded(key["report"])
    known = [at(text, one["near"]) for one in key["claims"]]
    beside = [
        s.quote
        for s in told
        if s.kind == "claim" and not any(s.start < end and start < s.end for start, end in known)
    ]
    assert len(beside) <= 2, beside
