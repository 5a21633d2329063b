"""`validate`: everything that must hold, told at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

from corpus.build import real_objects, sources, statistics
from corpus.compile import compile_tree
from corpus.frozen import thawed
from corpus.nouns import Fault, Passage
from corpus.passage_json import passage_to_json
from corpus.paths import FROZEN, HERE, TEST
from corpus.skeletons import LIMIT, share
from corpus.statistics import summary
from corpus.validate import check


def report(paths: list[Path], *, quiet: bool = False) -> bool:
    """Print errors and notes on the folders named (default: the whole corpus); return whether all is well."""
    passages, faults = _compile(paths) if paths else sources()
    errors, notes = check(passages)
    errors += schema_errors(passage_to_json(passage) for passage in passages)
    errors += _skeletons(passages)
    if not paths:
        errors += _whole(passages, faults)
    lines = [str(fault) for fault in sorted(faults) if fault.severity == "error"]
    for line in (*lines, *errors, *(() if quiet else (f"note: {one}" for one in notes))):
        click.echo(line)
    counts = summary(passages)
    click.echo(
        f"{counts['passages']} passages, {counts['sentences']} sentences, {counts['statements']} statements"
    )
    click.echo(f"bare sentences: {counts['sentences without any statement']}")
    wrong = len(lines) + len(errors)
    click.echo("no errors" if not wrong else f"{wrong} errors")
    return not wrong


def _compile(paths: Sequence[Path]) -> tuple[list[Passage], list[Fault]]:
    passages: list[Passage] = []
    faults: list[Fault] = []
    for path in paths:
        found, wrong = compile_tree(path)
        passages, faults = passages + found, faults + wrong
    return passages, faults


def _whole(passages: Sequence[Passage], faults: Sequence[Fault]) -> Iterator[str]:
    """Check what only the whole corpus has: the frozen part, the real texts, the generated files."""
    wrong = thawed(TEST, FROZEN)
    if wrong:
        yield wrong
    real = real_objects()
    yield from schema_errors(real)
    for obj in real:
        if obj["origin"] is None or "text" in obj["document"] or "quote" in json.dumps(obj):
            yield f"{obj['id']}: a real passage must hold an origin and no words. Next: compile it again"
    if faults:
        return  # the page cannot be compared with sources that do not compile
    for path, text in statistics(passages, real).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            name = path.relative_to(HERE.parent)
            yield f"{name} is not what the sources say. Next: `python -m corpus build`"


def schema_errors(objects: Any) -> Iterator[str]:
    """Yield where objects depart from schema.json."""
    schema = Draft202012Validator(json.loads((HERE / "schema.json").read_text(encoding="utf-8")))
    for obj in objects:
        for error in schema.iter_errors(json.loads(json.dumps(obj))):
            yield f"{obj['id']}: {error.json_path}: {error.message[:200]}"


def _skeletons(passages: Sequence[Passage]) -> Iterator[str]:
    alike, held = share(passages)
    if held and alike / held > LIMIT:
        yield (
            f"{alike} of {held} sentences share their skeleton with another, more than {LIMIT:.0%}. "
            "Next: `python -m corpus skeletons` lists them; write them anew"
        )
