"""The benches there are: what each measures, on what, and which of its figures have a floor."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.results import Data, Figure, Result, flat
from bench.sources import needed


@dataclass(frozen=True, slots=True)
class Bench:
    """One bench, module `bench.NAME` with `run(corpora)`.

    Where `run` returns plain nested mappings, `folder` is the corpus it reads, `counted` the entry with the
    number of its items, and entries that end in one of `floored` have floors. `gated`: whether any has.
    """

    what: str
    gated: bool = True
    folder: str = ""
    counted: str = ""
    floored: tuple[str, ...] = ()


BENCHES: Mapping[str, Bench] = {
    "types": Bench("which event, and who to whom: plover/gold_dev, beside UniversalPetrarch"),
    "attribution": Bench(
        "who says so: source, cue and content on polnear/dev",
        folder="polnear/dev",
        counted="articles",
        floored=(" f1",),
    ),
    "figures": Bench(
        "how many: killed and injured on gva dev, where the truth is above zero and where it is zero",
        folder="gva/data-dev",
        counted="articles",
        floored=(" exact", " zero kept zero"),
    ),
    "times": Bench("when: TIMEX3 extents and values on TimeBank and AQUAINT, less a tenth kept apart"),
    "places": Bench("where: toponyms and their places on LGL and GeoVirus, beside the most populous"),
    "eventplaces": Bench(  # some minutes: not in the gate
        "where an event took place: event_location, less a tenth of it kept apart", gated=False
    ),
    "corpus": Bench("every layer on our own annotated corpus, development part, and its minimal pairs"),
    "relations": Bench(
        "who leads, fights, backs, belongs to whom: re3d less a third kept apart; our corpus, and its claims"
    ),
    "factuality": Bench("how sure, from -3 to 3: the learned model's degree on UDS-IH2 dev"),
    "dated": Bench("who exactly, on that day: country and sector of 300 actors in sentences written blind"),
    "muc": Bench(  # some minutes: not in the gate
        "whole incidents: MUC-4's templates slot by slot, tst1 and tst2, beside the best of 1992", gated=False
    ),
    "ged": Bench("headlines beside what UCDP coded from their articles: Ukraine and Nigeria", gated=False),
    "contests": Bench(
        "where reports differ: the contested questions of our stories, from gold and from texts"
    ),
    "keys": Bench(
        "truces and contests of the sample reports, beside keys written first from the texts alone"
    ),
    "compare": Bench(
        "whether jirga compare finds the rows that were coded from a headline: Ukraine, Nigeria", gated=False
    ),
    "confidence": Bench(
        "whether the confidence means something: the real sentences of our corpus", gated=False
    ),
    "coreference": Bench("which mentions tell of one event: ECB+ dev, beside the lemma baseline"),
    "stories": Bench("events out of several reports: our stories, gold statements and end to end"),
    "merging": Bench("how merging grows with the record: seconds, memory, growth exponent", gated=False),
    "lookup": Bench("lexicon and gazetteer: load time and look-ups a second", gated=False),
    "speed": Bench("sentences and articles a second, start-up, memory: beside spaCy alone", gated=False),
}


def measure(name: str, corpora: Path) -> Result:
    """Return the result of a bench; AbsentError where its corpus is not here."""
    bench = BENCHES[name]
    if bench.folder:
        needed(corpora / bench.folder)
    found = importlib.import_module(f"bench.{name}").run(corpora)
    return found if isinstance(found, Result) else wrapped(name, bench, found, corpora / bench.folder)


def wrapped(name: str, bench: Bench, values: Mapping[str, Any], folder: Path) -> Result:
    """Return nested mappings of numbers as a result."""
    numbers = flat(values)
    items = int(numbers.pop(bench.counted))
    figures = {key: Figure(value, gated=key.endswith(bench.floored)) for key, value in numbers.items()}
    return Result(
        name, f"python -m bench {name}", (Data(bench.folder, folder_checksum(folder), items),), figures
    )


def folder_checksum(folder: Path) -> str:
    """Return one SHA-256 (hex) of all files under a folder: of their names and bytes, sorted by name."""
    digest = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        digest.update(
            f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
        )
    return digest.hexdigest()
