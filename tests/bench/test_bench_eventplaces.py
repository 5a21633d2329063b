"""The scorer of events' places on cases worked by hand."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bench.__main__ import main
from click.testing import CliRunner
from corpus.apart import of_event_location

from bench import eventplaces as bench

TEXT = "Rebels killed two traders in Kano."


def span(label: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"label": label, "start": start, "end": end, **more}


def tokens() -> list[dict[str, int]]:
    found, at = [], 0
    for word in TEXT.removesuffix(".").split():
        at = TEXT.index(word, at)
        found.append({"start": at, "end": at + len(word)})
    return found


def row(*spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"text": TEXT, "spans": list(spans), "tokens": tokens(), **more}


def test_a_stretch_counted_in_tokens_is_found_by_them() -> None:
    kano = span("LOCATION", 5, 5, token_start=5, token_end=5, text="Kano")
    (one,) = bench.items([row(span("VERB", 7, 13), kano)])
    assert (one.verb, one.places) == ((7, 13), ((29, 33),))


def test_rows_that_name_no_stretch_or_two_verbs_are_left_out() -> None:
    nowhere = span("LOCATION", 28, 29)
    assert not list(
        bench.items([row(span("VERB", 7, 13), nowhere), row(span("VERB", 0, 6), span("VERB", 7, 13))])
    )


def test_an_event_counts_once_and_is_right_by_any_of_its_places() -> None:
    kano, traders = (29, 33), (18, 25)
    assert bench.counts(bench.Item(TEXT, (7, 13), (traders, kano))) == {"right": 1, "found": 1, "gold": 1}
    assert bench.counts(bench.Item(TEXT, (7, 13), (traders,))) == {"right": 0, "found": 1, "gold": 1}
    assert bench.counts(bench.Item(TEXT, (7, 13), ())) == {"right": 0, "found": 1, "gold": 0}


def archive(folder: Path, texts: list[str]) -> Path:
    rows = [{"text": text, "spans": [span("VERB", 7, 13)], "source": "s"} for text in texts]
    path = folder / bench.FILE
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("train.jsonl", "\n".join(map(json.dumps, rows)))
    return path


def test_the_tenth_kept_apart_and_the_rest_share_no_sentence(tmp_path: Path) -> None:
    texts = [f"Rebels killed trader number {n}." for n in range(100)]
    path = archive(tmp_path, [*texts, *texts])
    rest, apart = ({one.text for one in bench.load(path, apart=apart)} for apart in (False, True))
    assert apart and not rest & apart and rest | apart == set(texts)
    assert of_event_location(f" {min(apart)}\n")


@pytest.mark.parametrize("option", [[], ["--kept-apart"]])
def test_the_command_says_what_it_scored(
    option: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(tmp_path, [f"Rebels killed trader number {n}." for n in range(20)])
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path))
    told = CliRunner().invoke(main, ["eventplaces", *option]).output
    assert " ".join(["python -m bench eventplaces", *option]) in told
    assert "event to place F1" in told
