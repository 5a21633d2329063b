"""The measures of looking names up: what they count, not how fast they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import lookup as bench


def test_every_name_is_looked_up_as_often_in_both_rounds() -> None:
    asked: list[str] = []
    rates = bench.rates(asked.append, ["a", "b", "c"])
    assert sorted(asked[:3]) == sorted(asked[3:]) == ["a", "b", "c"]
    assert all(rate > 0 for rate in rates.values())


def test_loads_are_told_beside_the_pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    loads = {"gazetteer": 1.0, "lexicon": 2.0, "both": 3.0, "spacy": 4.0}
    measures = {f"{name}: load, s": value for name, value in loads.items()} | {"places": 5, "entities": 6}
    monkeypatch.setattr(bench, "child", lambda: dict(measures))
    result = bench.run(Path(), rounds=2)
    assert result.figures["gazetteer / spacy: load"].value == 0.25
    assert result.figures["both / spacy: load"].value == 0.75
    assert result.data[0].items == 11
    assert not any(figure.gated for figure in result.figures.values())
