"""Pairs that a person is asked about: neither surely one happening nor surely two, and not judged yet."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the sample record is shared by several folders

import jirga
import sample_record as made
from jirga import merging
from jirga.merging import doubts as room
from jirga.merging.doubts import doubtful
from jirga.store import Store


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The sample record with another paper's report of the attack, merged."""
    path = made.make(tmp_path / "r.db")
    text = "In Khost gunmen attacked a convoy on 6 April 2022. The road was closed for the rest of the day."
    document = made.document(text, "reports/gazette.txt", publisher="Gazette")
    sentence = "In Khost gunmen attacked a convoy on 6 April 2022."
    again = made.statement(
        document,
        "attack, in the Gazette",
        sentence,
        "attacked",
        event=made.ATTACK.event,
        actor=(made.party(document, "gunmen"),),
        when=replace(made.ATTACK.when, mention=made.span(document, "6 April 2022")),
    )
    with Store.open(path, writing=True) as store:
        store.save(document, made.reading(document), [again])
        merging.update(store)
    return path


def asked(record: Path) -> list[tuple[str, str]]:
    with Store.open(record) as store:
        found = list(doubtful(store, [one.id for one in store.statements()]))
    assert all(0 <= one.probability <= 1 and one.one < one.other for one in found)
    assert all(one.why for one in found)
    return [(one.one, one.other) for one in found]


def test_what_is_near_even_is_asked_until_people_have_judged(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_BETWEEN", 100_000)  # every pair that may be one happening is doubtful
    pairs = asked(record)
    (pair,) = [both for both in pairs if made.ATTACK.id in both]
    with jirga.open(record) as opened:
        assert any(item.reason == "merge" for item in opened.review().items)
        opened.decide(pair[0], "apart", [pair[1]])
        assert not any(
            item.statement and item.statement.id in pair for item in opened.review().items if item.other
        )
    assert pair not in asked(record)


def test_what_is_sure_is_not_asked(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_BETWEEN", -1)
    assert asked(record) == []
