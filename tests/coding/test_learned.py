"""The shipped weights: what their card says, what they make of plain sentences, what damage costs."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from jirga.coding import Coder
from jirga.coding.confidence import FEATURES
from jirga.coding.learned import WEIGHTS, Model, model
from jirga.coding.windows import Window
from jirga.errors import JirgaError
from jirga.language.parse import parse


def test_the_card_names_the_weights() -> None:
    told = hashlib.sha256((WEIGHTS / "coder.onnx").read_bytes()).hexdigest()
    assert model().card["sha256"] == told
    assert len(model().weights) == len(FEATURES) + 1


def test_a_killing_happened_and_a_denied_release_did_not() -> None:
    doc = parse("Gunmen killed nine people in Quetta. The army has not released any prisoners.")
    scores = model().scores(doc)
    at = {token.text: token.i for token in doc}
    assert scores.is_event(at["killed"]) > 0.8
    assert scores.happened(at["killed"]) > 0.9
    assert scores.happened(at["released"]) < 0.1
    assert scores.is_event(at["Quetta"]) < 0.1
    assert scores.bonds(at["killed"], "actor")[0].token == at["Gunmen"]
    assert scores.bonds(at["killed"], "speaker")[0].token is None


def test_the_same_text_is_scored_the_same_whatever_stands_in_the_batch() -> None:
    text = "Gunmen killed nine people in Quetta."
    alone, beside = parse(text), parse(text + "\n\n" + "The two sides met again in Doha. " * 20)
    one, other = model().scores(alone), model().scores(beside)
    assert one.is_event(1) == pytest.approx(other.is_event(1), abs=0.1)


def test_half_a_surrogate_pair_is_read_past() -> None:
    window = Window(("Gunmen", "killed", "\ud800", "nine", "people", "."), tuple(range(6)), 0)
    assert model().over([window], 6).is_event(1) > 0.5


def test_damaged_weights_are_told_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / "coder.onnx").write_bytes(b"no model")
    with pytest.raises(JirgaError) as told:
        Model(tmp_path / "weights")
    assert "cannot be loaded" in str(told.value)
    assert "JIRGA_CODER=rules" in str(told.value.next_step)


def test_the_rules_alone_need_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIRGA_CODER", "rules")
    assert "minilm" not in Coder().name
