"""`python -m corpus`: check, build, count and show the annotated corpus."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from corpus import checks, show
from corpus.compile import compile_tree
from corpus.load import PASSAGES
from corpus.nouns import CorpusError, Passage


@click.group()
def main() -> None:
    """Jirga's annotated corpus: who says what happened."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--quiet", is_flag=True, help="errors only, no notes")
def validate(paths: tuple[Path, ...], quiet: bool) -> None:
    """Check the whole corpus, or only the folders and files named; exit status 1 where anything is wrong."""
    good = checks.report(list(paths), quiet=quiet)
    sys.exit(0 if good else 1)


@main.command(name="show")
@click.argument("id")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def show_passage(id: str, paths: tuple[Path, ...]) -> None:  # noqa: A002
    """Print a passage with its annotations, by its id or the first letters of it."""
    console = Console(highlight=False, soft_wrap=True)
    found = [passage for passage in _passages(paths) if passage.id == id or passage.id.startswith(id)]
    if not found:
        raise click.ClickException(f"no passage {id!r} that compiles. Next: `python -m corpus validate`")
    for passage in found:
        for line in show.lines(passage):
            console.print(line)
        console.print()


def _passages(paths: tuple[Path, ...]) -> list[Passage]:
    found: list[Passage] = []
    for path in paths or (PASSAGES,):
        found += compile_tree(path)[0]
    return found


if __name__ == "__main__":
    try:
        main()
    except CorpusError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
