"""Compile the sources into what is kept: JSON Lines a part, the stories, and the page of statistics."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.compile import compile_tree
from corpus.frozen import digest
from corpus.nouns import DEVELOPMENT, CorpusError, Fault, Passage
from corpus.passage_json import passage_to_json
from corpus.paths import DATA, HERE, PASSAGES, REAL, REAL_TRAIN, TEST
from corpus.statistics import page
from corpus.validate import stories
from jirga import model

STAMP = "made_from.sha256"  #: in `data/`: what its files were made from


def sources(*, frozen: bool = True) -> tuple[list[Passage], list[Fault]]:
    """Compile all sources of ours; the frozen test part too unless told otherwise."""
    passages, faults = compile_tree(PASSAGES)
    if frozen and TEST.is_dir():
        more, wrong = compile_tree(TEST, part="test")
        passages, faults = passages + more, faults + wrong
    return passages, faults


def outputs(passages: Sequence[Passage]) -> dict[Path, str]:
    """Return what each file in `data/` should hold."""
    ordered = sorted(passages, key=lambda passage: passage.id)
    parts = {
        DATA / f"{part}.jsonl": lines_of(passage_to_json(one) for one in ordered if one.part == part)
        for part in ("train", *DEVELOPMENT, "test")
    }
    shared = [passage for passage in ordered if passage.part != "test"]
    return {**parts, DATA / "stories.jsonl": lines_of(story_objects(shared))}


def statistics(passages: Sequence[Passage], real: Sequence[dict[str, Any]]) -> dict[Path, str]:
    """Return what the page of statistics should hold."""
    return {HERE / "STATISTICS.md": page(sorted(passages, key=lambda passage: passage.id), real)}


def real_objects() -> list[dict[str, Any]]:
    """Return the stand-off passages as they lie in `real/`."""
    found = []
    for path in sorted(REAL.glob("*.jsonl")):
        found += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return found


def build() -> list[Path]:
    """Write every generated file; CorpusError lists the errors that keep it from being built."""
    passages = _without_errors()
    return _write(outputs(passages) | statistics(passages, real_objects()), made_from())


def built(name: str) -> Path:
    """Return one file in `data/` (`train`, `stories` …), all built anew first where their sources changed.

    They are not tracked: a clone makes them when first asked. CorpusError lists the errors of the sources.
    """
    _current(DATA)
    return DATA / f"{name}.jsonl"


@lru_cache
def _current(data: Path) -> None:
    """See that what lies in `data` is made from what the sources are now."""
    now = made_from()
    stamp = data / STAMP
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != now:
        _write(outputs(_without_errors()), now)


def made_from() -> str:
    """Return a hash of all that decides what the files in `data/` hold: the sources, and the code."""
    code = [digest(folder, "*.py") for folder in (HERE, Path(model.__file__).parent)]
    return " ".join([digest(PASSAGES), digest(TEST), *code])


def _without_errors() -> list[Passage]:
    passages, faults = sources()
    errors = [fault for fault in faults if fault.severity == "error"]
    if errors:
        raise CorpusError(errors)
    return passages


def _write(made: dict[Path, str], sources_hash: str) -> list[Path]:
    """Write each file in one move, the stamp last: several processes may build at once, none reads a half."""
    DATA.mkdir(exist_ok=True)
    for path, text in {**made, DATA / STAMP: sources_hash}.items():
        part = path.with_name(f"{path.name}.{os.getpid()}")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    return list(made)


def build_real(path: Path, hand: str) -> tuple[Path, int]:
    """Compile a markup file of real passages, adding to or replacing what is there.

    Those to measure with go to `real/<hand>.jsonl`, those from corpora that may train to `real-train/`.

    Only hashes, offsets and labels are written. CorpusError where the file has errors or a passage of ours.
    """
    passages, faults = compile_tree(path, hand)
    errors = [fault for fault in faults if fault.severity == "error"]
    errors += [
        Fault(str(path), 1, f"{one.id} has no `source:`", "name the corpus text it stands in")
        for one in passages
        if one.origin is None
    ]
    if errors:
        raise CorpusError(errors)
    parts = {one.part for one in passages}
    if len(parts) > 1:
        what = "it holds passages that measure and passages that train"
        raise CorpusError([Fault(str(path), 1, what, "one file for each")])
    folder = REAL_TRAIN if parts == {"real-train"} else REAL
    target = folder / f"{hand}.jsonl"
    kept = (
        {obj["id"]: obj for obj in map(json.loads, target.read_text().splitlines())}
        if target.is_file()
        else {}
    )
    kept |= {one.id: passage_to_json(one) for one in passages}
    folder.mkdir(exist_ok=True)
    target.write_text(lines_of(kept[name] for name in sorted(kept)), encoding="utf-8")
    return target, len(passages)


def lines_of(objects: Iterable[dict[str, Any]]) -> str:
    """Return objects as JSON Lines."""
    return "".join(json.dumps(obj, ensure_ascii=False) + "\n" for obj in objects)


def story_objects(passages: Sequence[Passage]) -> Iterable[dict[str, Any]]:
    """Yield each story: reports by day, events, who depends on whom, what is contested."""
    for name, members in sorted(stories(passages).items()):
        events: dict[str, list[str]] = {}
        contests: dict[str, list[dict[str, Any]]] = {}
        for passage in members:
            for statement, event in passage.events.items():
                events.setdefault(event, []).append(statement)
            for one in passage.positions:
                contests.setdefault(one.question, []).append(
                    {"statement": one.statement, "figure": one.figure}
                )
        words = {key: text for passage in members for key, text in passage.questions.items()}
        yield {
            "story": name,
            "part": members[0].part,
            "conflict": members[0].conflict,
            "reports": [
                one.id for one in sorted(members, key=lambda one: (str(one.document.published), one.id))
            ],
            "events": events,
            "dependent": [
                {
                    "report": one.id,
                    "on": one.copy_of or one.draws_on,
                    "kind": "copy" if one.copy_of else "rewrite",
                }
                for one in members
                if one.copy_of or one.draws_on
            ],
            "contests": [
                {"question": words.get(key, key), "positions": found}
                for key, found in sorted(contests.items())
            ],
        }
