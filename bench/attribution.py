"""Who says so, on PolNeAR's development articles: F1 of source, cue and content, exact and by overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.bootstrap import BOUNDS, Counts, estimate, resamples, share
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from jirga.coding.attribution import Attribution, attributions
from jirga.language import analyse
from jirga.model import Document, Span

Parts = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content")
COMMAND = "python -m bench attribution"
FOLDER = "polnear/dev"


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of the corpus: stretches of text by role, empty where the role is absent."""

    source: Parts
    cue: Parts
    content: Parts


def load(folder: Path) -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield name, text and attributions of each article of a PolNeAR folder (`text/`, `attributions/`)."""
    marks = {path.name.rsplit("_", 1)[0]: path for path in (folder / "attributions").glob("*.ann")}
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in marks:
            with path.open(encoding="utf-8", newline="") as file:
                yield path.stem, file.read(), parse(marks[path.stem].read_text("utf-8"))


def parse(marks: str) -> list[Gold]:
    """Return the attributions of a brat file."""
    spans: dict[str, Parts] = {}
    events: list[Gold] = []
    for line in marks.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            offsets = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = tuple((int(a), int(b)) for a, b in (part.split(" ") for part in offsets.split(";")))
    for line in marks.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("E"):
            roles = [part.split(":") for part in rest.split() if ":" in part]
            by = {role: _parts(spans, roles, role) for role in ("Source", "Cue", "Content")}
            events.append(Gold(by["Source"], by["Cue"], by["Content"]))
    return events


def _parts(spans: dict[str, Parts], roles: list[list[str]], role: str) -> Parts:
    return tuple(sorted(p for name, key in roles if name.rstrip("0123456789") == role for p in spans[key]))


def ours(text: str) -> tuple[list[Gold], list[Gold]]:
    """Return our attributions of a text in the corpus's form: the outermost, and all.

    Its guidelines mark only the outermost ("No nested attributions"), and none of its 2,192 on dev stands in
    another's content; ours may, since a chain of speakers needs them.
    """
    document = Document(id="", text_hash="", text_version="", source="polnear", text=text, language="en")
    found = attributions(analyse(document))
    golden = [_as_gold(one, text) for one in found]
    return [made for made, one in zip(golden, found, strict=True) if one.parent is None], golden


def _as_gold(one: Attribution, text: str) -> Gold:
    mention, cue = one.speaker.mention, one.speaker.cue
    return Gold(
        ((mention.start, _closed(mention, text)),) if mention else (),
        ((cue.start, cue.end),) if cue else (),
        one.parts,
    )


def _closed(mention: Span, text: str) -> int:
    """Where a source ends as the corpus marks it: past the comma that closes "Li, a judge,"."""
    return mention.end + (", " in mention.quote and text[mention.end : mention.end + 1] == ",")


def overlap(a: Parts, b: Parts) -> bool:
    """Return whether two sets of stretches share a code point."""
    return any(x < d and c < y for x, y in a for c, d in b)


def matched(
    gold: Sequence[Parts], found: Sequence[Parts], same: Callable[[Parts, Parts], bool]
) -> tuple[int, int]:
    """Return how many gold spans some found one matches, and how many found ones some gold one matches."""
    return (
        sum(any(same(g, f) for f in found) for g in gold),
        sum(any(same(g, f) for g in gold) for f in found),
    )


def same_whole(a: Gold, b: Gold) -> bool:
    """Return whether two attributions overlap in every role or both lack it."""
    pairs = [(getattr(a, role), getattr(b, role)) for role in ROLES]
    return all(overlap(x, y) or (not x and not y) for x, y in pairs)


def item(gold: Sequence[Gold], found: Sequence[Gold]) -> dict[str, float]:
    """Return the counts of one article: gold and found spans, and those matched, by role and way."""
    counts: dict[str, float] = {}
    for role in ROLES:
        ours, theirs = ({getattr(one, role) for one in side} - {()} for side in (found, gold))
        for how, same in WAYS.items():
            hits, kept = matched(sorted(theirs), sorted(ours), same)
            counts |= _named(f"{role} {how}", hits, len(theirs), kept, len(ours))
    hits = sum(any(same_whole(g, f) for f in found) for g in gold)
    kept = sum(any(same_whole(g, f) for g in gold) for f in found)
    return counts | _named("whole overlap", hits, len(gold), kept, len(found))


def _named(name: str, hits: int, gold: int, kept: int, found: int) -> dict[str, float]:
    return {f"{name} hits": hits, f"{name} gold": gold, f"{name} kept": kept, f"{name} found": found}


def _equal(a: Parts, b: Parts) -> bool:
    return a == b


WAYS: dict[str, Callable[[Parts, Parts], bool]] = {"exact": _equal, "overlap": overlap}
SCORED = (*(f"{role} {how}" for role in ROLES for how in WAYS), "whole overlap")


def f1(name: str, items: Sequence[Counts], picks: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the harmonic mean of precision and recall of every resample; 0 where both are 0."""
    precision, recall = (
        share(f"{name} {above}", f"{name} {below}").of(items, picks) for above, below in PAIRS
    )
    sums = precision + recall
    means: NDArray[np.float64] = np.divide(
        2 * precision * recall, sums, out=np.zeros_like(sums), where=sums > 0
    )
    return means


#: What precision and recall divide: a span that matches several counts once on its own side.
PAIRS = (("kept", "found"), ("hits", "gold"))


def _f1(name: str, items: Sequence[Counts]) -> Figure:
    value = float(f1(name, items, np.arange(len(items))[None, :])[0])
    low, high = np.percentile(f1(name, items, resamples(len(items))), BOUNDS)
    return Figure(value, float(low), float(high), gated=True)


def run(corpora: Path) -> Result:
    """Return precision, recall and F1 by role, exact and by overlap, and of whole attributions.

    The outermost are scored, as the corpus marks them; "nested too" is the F1 with all of ours, which no gold
    could meet.
    """
    folder = corpora / FOLDER
    read = [(gold, *ours(text)) for _, text, gold in load(folder)]
    items = [item(gold, outermost) for gold, outermost, _ in read]
    whole = [item(gold, every) for gold, _, every in read]
    figures: dict[str, Figure] = {}
    for name in SCORED:
        figures[f"{name} precision"] = estimate(share(f"{name} kept", f"{name} found"), items)
        figures[f"{name} recall"] = estimate(share(f"{name} hits", f"{name} gold"), items)
        figures[f"{name} f1"] = _f1(name, items)
        figures[f"{name} f1, nested too"] = replace(_f1(name, whole), gated=False)
    return Result("attribution", COMMAND, (Data(FOLDER, folder_checksum(folder), len(items)),), figures)
