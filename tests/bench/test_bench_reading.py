"""The draw of articles to read, and how a statement is printed, on invented text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.answers import document
from bench.sources import FailedError

from bench import articles, reading

WAR = "Rebels attacked the army near Tolm; six soldiers were killed. Talks on a truce and on hostages failed."
PEACE = "The bakers of Tolm sold more bread this year, and the mayor was pleased with the harvest."


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "re3d" / "Invented"
    folder.mkdir(parents=True)
    lines = [json.dumps({"_id": f"{n}", "text": PEACE if n == 3 else f"{WAR} {n}."}) for n in range(6)]
    (folder / "documents.json").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_only_texts_of_conflict_or_talks_count_as_such() -> None:
    assert articles.of_conflict(WAR)
    assert not articles.of_conflict(PEACE)


def test_one_seed_is_one_choice_and_another_seed_another(corpora: Path) -> None:
    drawn = [articles.draw(corpora, seed, 3, ["re3d"]) for seed in (1, 1, 2, 3)]
    assert drawn[0] == drawn[1]
    assert len({tuple(one.name for one in found) for found in drawn}) > 1
    assert "Invented/3" not in {one.name for one in articles.draw(corpora, 1, 9, ["re3d"])}


def test_a_corpus_that_may_not_be_read_is_refused(corpora: Path) -> None:
    with pytest.raises(FailedError, match="muc4/tst3 is none of"):
        articles.draw(corpora, 1, 3, ["muc4/tst3"])


def test_reports_of_one_file_are_parted_and_dated_by_their_datelines(tmp_path: Path) -> None:
    folder = tmp_path / "muc4" / "tst1"
    folder.mkdir(parents=True)
    body = "TST1-MUC3-0001\n\n   TOLM, 4 FEB 90 (XX) -- [TEXT] A.\n\nTST1-MUC3-0002\n\n   B.\n"
    (folder / "tst1-muc3").write_text(body, encoding="utf-8")
    found = list(articles.SOURCES["muc4/tst1"][1](folder))
    assert [(one.name, one.published) for one in found] == [
        ("TST1-MUC3-0001", "1990-02-04"),
        ("TST1-MUC3-0002", None),
    ]


def test_statements_stand_under_their_sentence() -> None:
    lines = list(
        reading.told(document("x", "The day was warm. Police said gunmen killed two farmers in Kano."))
    )
    assert lines[0] == "1. The day was warm."
    assert lines[1].startswith("2. Police said")
    assert "ASSAULT" in lines[2]
    assert "HAPPENED | by Police (said)" in lines[2]
    assert "killed 2 of farmers" in lines[2]
