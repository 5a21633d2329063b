"""`python -m corpus`: check, build, count and show the annotated corpus."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from corpus import agreement, checks, frozen, real, show
from corpus import build as building
from corpus.compile import compile_tree, read_or_raise
from corpus.nouns import CorpusError, Passage
from corpus.paths import FROZEN, HERE, PASSAGES, TEST
from corpus.skeletons import twins
from corpus.statistics import page

PATHS = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
ONE = click.Path(exists=True, path_type=Path)


@click.group()
def main() -> None:
    """Jirga's annotated corpus: who says what happened."""


@main.command()
@PATHS
@click.option("--quiet", is_flag=True, help="errors only, no notes")
def validate(paths: tuple[Path, ...], quiet: bool) -> None:
    """Check the whole corpus, or only the folders and files named; exit status 1 where anything is wrong."""
    sys.exit(0 if checks.report(list(paths), quiet=quiet) else 1)


@main.command()
def build() -> None:
    """Compile the sources to JSON Lines, and write the statistics."""
    for path in building.build():
        click.echo(path.relative_to(HERE.parent))


@main.command(name="build-real")
@click.argument("file", type=ONE)
@click.option("--hand", required=True, help="whose annotation it is")
def build_real(file: Path, hand: str) -> None:
    """Compile real passages to hashes, offsets and labels, without a word of their text."""
    path, count = building.build_real(file, hand)
    click.echo(f"{path.relative_to(HERE.parent)}: {count} passages, no text")


@main.command(name="real")
@click.argument("source", required=False)
@click.option("--train", is_flag=True, help="list the sources that may be trained on, not those that measure")
def real_text(source: str | None, train: bool) -> None:
    """List the real sources, or print the text of one to copy passages from."""
    listed = real.training_names() if train else real.names()
    click.echo(real.typable(real.text_of(source)) if source else "\n".join(listed))


@main.command()
@PATHS
def stats(paths: tuple[Path, ...]) -> None:
    """Print the page of statistics, of the corpus without its frozen part or of the folders named."""
    passages = _passages(paths)
    click.echo(page(passages, [] if paths else building.real_objects()))


@main.command(name="show")
@click.argument("id")
@PATHS
def show_passage(id: str, paths: tuple[Path, ...]) -> None:  # noqa: A002  # the argument's name in --help
    """Print passages with their annotations, by an id or the first letters of it; none of the frozen part."""
    console = Console(highlight=False, soft_wrap=True)
    found = [passage for passage in _passages(paths) if passage.id.startswith(id)]
    for passage in [one for one in found if one.id == id] or found:
        for line in show.lines(passage):
            console.print(line)
        console.print()
    if not found:
        raise CorpusError(f"no passage {id!r} that compiles. Next: `python -m corpus validate`")


@main.command()
@PATHS
def skeletons(paths: tuple[Path, ...]) -> None:
    """List sentences built on the same frame: content words masked as X, numbers as N."""
    for twin in twins(_passages(paths)):
        click.echo(f"\n{twin.skeleton}")
        for name, words in twin.sentences:
            click.echo(f"  {name}: {words}")


@main.command()
@click.argument("first", type=ONE)
@click.argument("second", type=ONE)
def agree(first: Path, second: Path) -> None:
    """Print how far two annotations of the same passages agree: F1 a layer, kappa for factuality."""
    scores, kappas = agreement.compare(read_or_raise(first), read_or_raise(second))
    for score in scores:
        f1 = "-" if score.f1 is None else f"{score.f1:.3f}"
        click.echo(
            f"{score.layer:20} F1 {f1:>5}   both {score.both}, first {score.first}, second {score.second}"
        )
    for kappa in kappas:
        value = "-" if kappa.value is None else f"{kappa.value:.3f}"
        click.echo(f"{kappa.layer:20} kappa {value:>5}   same {kappa.agreed:.1%} of {kappa.count}")


@main.command()
def freeze() -> None:
    """Write the hash of the test part's sources into FROZEN.txt; refuses to freeze a second time."""
    if FROZEN.is_file():
        raise CorpusError("the test part is frozen already: FROZEN.txt holds its hash")
    click.echo(frozen.freeze(TEST, FROZEN))


def _passages(paths: Sequence[Path]) -> list[Passage]:
    """Compile what is named, by default all but the frozen part."""
    found: list[Passage] = []
    for path in paths or (PASSAGES,):
        if FROZEN.is_file() and TEST in (path.resolve(), *path.resolve().parents):
            raise CorpusError("the test part is frozen and not shown: name other folders")
        found += compile_tree(path)[0]
    return found


if __name__ == "__main__":
    try:
        main(prog_name="python -m corpus")
    except CorpusError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
