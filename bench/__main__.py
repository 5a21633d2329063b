"""`python -m bench` lists the measures; `gate` and `raise` keep the floors."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import click

from bench import floors
from bench.registry import BENCHES, measure
from bench.results import Result
from bench.sources import AbsentError, FailedError, corpora


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Measure Jirga against public corpora (JIRGA_CORPORA) and peers; no command lists the measures."""
    if context.invoked_subcommand is None:
        for name, bench in BENCHES.items():
            click.echo(f"{name:12} {bench.what}")
        click.echo("misses       print the sentences where our answers and the gold of types part")
        click.echo(
            "reading      print drawn articles with our statements under each sentence, to read through"
        )
        click.echo("gate         fail where a score falls significantly under its floor (bench/floors.json)")
        click.echo("raise        lift the floors to new bests, never lower one; then gate")


def results(names: Iterable[str]) -> Iterator[Result]:
    """Yield the result of each bench, printed; one line for each that its corpus is missing for."""
    for name in names:
        try:
            result = measure(name, corpora())
        except AbsentError as absent:
            click.echo(f"{name}: skipped: {absent}")
            continue
        click.echo("\n".join(result.lines()))
        yield result


def save(found: Iterable[Result], path: Path | None) -> None:
    """Write results as a JSON list, where a file is named."""
    listed = [result.to_json() for result in found]
    if path is not None:
        path.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


JSON = click.option("--json", "path", type=click.Path(path_type=Path), help="write the results to this file")


def _command(name: str) -> click.Command:
    @click.command(name, help=BENCHES[name].what)
    @JSON
    def run(path: Path | None) -> None:
        save(results([name]), path)

    return run


#: The benches of which a part is kept apart.
_APART = ("times", "eventplaces", "relations")

for _name in BENCHES:
    if _name not in {"speed", "corpus", "ged", "places", "stories", "merging", "muc", *_APART}:
        main.add_command(_command(_name))


@main.command(help=BENCHES["speed"].what)
@click.option("--articles", default=12, show_default=True, help="how many texts to read")
@click.option("--rounds", default=2, show_default=True, help="how often each coder runs; the medians count")
@JSON
def speed(articles: int, rounds: int, path: Path | None) -> None:
    """Run ours and spaCy alone over the same texts."""
    result = importlib.import_module("bench.speed").run(corpora(), articles=articles, rounds=rounds)
    click.echo("\n".join(result.lines()))
    save([result], path)


def _apart_command(name: str) -> click.Command:
    """Return the command of a bench that keeps a part of its data apart."""

    @click.command(name, help=BENCHES[name].what)
    @click.option(
        "--kept-apart", "apart", is_flag=True, help="score only the part kept apart: once, at the end"
    )
    @JSON
    def command(apart: bool, path: Path | None) -> None:
        try:
            result = importlib.import_module(f"bench.{name}").run(corpora(), apart=apart)
        except AbsentError as absent:
            click.echo(f"{name}: skipped: {absent}")
            return
        click.echo("\n".join(result.lines()))
        save([result], path)

    return command


for _name in _APART:
    main.add_command(_apart_command(_name))


@main.command(help=BENCHES["corpus"].what)
@click.option(
    "--part",
    type=click.Choice(["dev", "dev-2", "dev-3", "dev-4", "dev-5", "dev-6", "real", "test"]),
    default="dev",
    show_default=True,
    help="which part; test is frozen: read it for a final measurement only",
)
@click.option("--rules", is_flag=True, help="the rules alone, without the learned model")
@JSON
def corpus(
    part: Literal["dev", "dev-2", "dev-3", "dev-4", "dev-5", "dev-6", "real", "test"],
    rules: bool,
    path: Path | None,
) -> None:
    """Measure every layer on our own corpus."""
    try:
        result = importlib.import_module("bench.corpus").run(
            corpora(), part, learned=False if rules else None
        )
    except AbsentError as absent:
        click.echo(f"corpus: skipped: {absent}")
        return
    click.echo("\n".join(result.lines()))
    save([result], path)


@main.command(help=BENCHES["muc"].what)
@click.option(
    "--part",
    type=click.Choice(["test", "dev"]),
    default="test",
    show_default=True,
    help="tst1 and tst2, for scores alone; or a sample of dev, which the mapping may be fitted on",
)
@JSON
def muc(part: Literal["test", "dev"], path: Path | None) -> None:
    """Score MUC-4's templates."""
    try:
        result = importlib.import_module("bench.muc").run(corpora(), part)
    except AbsentError as absent:
        click.echo(f"muc: skipped: {absent}")
        return
    click.echo("\n".join(result.lines()))
    save([result], path)


#: The benches whose mistakes can be listed, and the function that yields the lines.
_WITH_MISSES = {"ged": ("bench.ged", "misses"), "places": ("bench.placemisses", "run")}


def _misses_command(name: str) -> click.Command:
    """Return the command of a bench that can also list its mistakes."""

    @click.command(name, help=BENCHES[name].what)
    @click.option("--misses", "shown", type=int, help="print the mistakes by kind, so many of each")
    @JSON
    def command(shown: int | None, path: Path | None) -> None:
        if shown is None:
            save(results([name]), path)
            return
        module, function = _WITH_MISSES[name]
        try:
            for line in getattr(importlib.import_module(module), function)(corpora(), shown):
                click.echo(line)
        except AbsentError as absent:
            click.echo(f"{name}: skipped: {absent}")

    return command


for _name in _WITH_MISSES:
    main.add_command(_misses_command(_name))


@main.command(help=BENCHES["stories"].what)
@click.option(
    "--part",
    type=click.Choice(["dev", "train", "test"]),
    default="dev",
    show_default=True,
    help="which part; test is frozen: read it for a final measurement only",
)
@JSON
def stories(part: Literal["dev", "train", "test"], path: Path | None) -> None:
    """Measure the events of our own stories."""
    result = importlib.import_module("bench.stories").run(corpora(), part)
    click.echo("\n".join(result.lines()))
    save([result], path)


@main.command(help=BENCHES["merging"].what)
@click.option("--sizes", default="10000,100000", show_default=True, help="how many statements, by commas")
@JSON
def merging(sizes: str, path: Path | None) -> None:
    """Measure how merging grows."""
    result = importlib.import_module("bench.merging").run(corpora(), [int(one) for one in sizes.split(",")])
    click.echo("\n".join(result.lines()))
    save([result], path)


@main.command()
def misses() -> None:
    """Print the sentences of the types bench where our answers and the gold part."""
    try:
        for line in importlib.import_module("bench.misses").run(corpora()):
            click.echo(line)
    except AbsentError as absent:
        click.echo(f"misses: skipped: {absent}")


@main.command()
@click.option("--seed", default=2611, show_default=True, help="which draw of articles")
@click.option("--articles", default=30, show_default=True, help="how many articles")
@click.option("--sentences", type=int, help="only so many of each article's sentences")
@click.option(
    "--from", "names", default="", help="corpora, parted by commas; without it all that may be read"
)
def reading(seed: int, articles: int, sentences: int | None, names: str) -> None:
    """Print drawn articles of conflict, our statements under each sentence, to be read through."""
    module = importlib.import_module("bench.reading")
    chosen = names.split(",") if names else list(module.SOURCES)
    try:
        for line in module.run(corpora(), seed=seed, count=articles, names=chosen, sentences=sentences):
            click.echo(line)
    except AbsentError as absent:
        click.echo(f"reading: skipped: {absent}")


@main.command()
@JSON
def gate(path: Path | None) -> None:
    """Fail where a score falls significantly under its floor."""
    known = floors.read()
    found = list(results(known))
    save(found, path)
    judge(known, found)


def judge(known: floors.Floors, found: Sequence[Result]) -> None:
    """Say which scores fell under their floors; exit with status 1 where one did."""
    failed = [line for result in found for line in floors.failures(known.get(result.bench, {}), result)]
    if failed:
        click.echo("\n".join(failed))
        sys.exit(1)
    click.echo(f"gate: {len(found)} of {len(known)} benches ran, no score under its floor")


@main.command(name="raise")
@JSON
def lift(path: Path | None) -> None:
    """Lift the floors to new bests, never lower one; then do as `gate` does."""
    before = floors.read()
    found = list(results(name for name, bench in BENCHES.items() if bench.gated))
    save(found, path)
    after = floors.lifted(before, found)
    floors.write(after)
    for bench, own in after.items():
        for name, floor in own.items():
            old = before.get(bench, {}).get(name)
            if old != floor:
                click.echo(
                    f"raised: {bench}: {name}: {'none' if old is None else f'{old:.3f}'} → {floor:.3f}"
                )
    judge(before, found)


def run_main() -> None:
    """Run the command line; a bench that failed is told in one line, with exit status 1."""
    try:
        main(prog_name="python -m bench")
    except FailedError as failed:
        sys.exit(f"bench: {failed}")


if __name__ == "__main__":
    run_main()
