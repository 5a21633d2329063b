"""`validate`: everything that must hold, told at once."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.compile import compile_tree
from corpus.load import PASSAGES
from corpus.validate import check


def report(paths: list[Path], *, quiet: bool = False) -> bool:
    """Print errors and notes on the folders named (by default the corpus); return whether there is no error."""
    passages, faults = [], []
    for path in paths or [PASSAGES]:
        found, wrong = compile_tree(path)
        passages += found
        faults += wrong
    errors, notes = check(passages)
    lines = [str(fault) for fault in sorted(faults) if fault.severity == "error"]
    for line in (*lines, *errors, *(() if quiet else (f"note: {one}" for one in notes))):
        click.echo(line)
    sentences = sum(len(passage.sentences) for passage in passages)
    statements = sum(len(passage.statements) for passage in passages)
    wrong_count = len(lines) + len(errors)
    click.echo(
        f"{len(passages)} passages, {sentences} sentences, {statements} statements: {wrong_count} errors"
    )
    return not wrong_count
