"""When: TIMEX3 extents and values on the news of TempEval-3 (TimeBank and AQUAINT), as that task scored them.

An expression of ours and one of the gold meet where they overlap, each used once; `strict` asks for the same
first and last code point. `value` counts the pairs that meet and whose value is the same string, over all
found and all gold expressions: TempEval-3's "value F1". The document's own date is given, not scored.

A tenth of the documents, by a hash of their names, was kept apart before anything was tuned: `run` leaves it
out, `--kept-apart` scores it alone. The task's test set (te3-platinum) is never read.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.apart import one_in

from bench.bootstrap import Counts, estimate, f_score, share
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from bench.sources import needed
from jirga.language.parse import parse
from jirga.language.timex import Timex, timexes

FOLDER = "tempeval3"
COMMAND = "python -m bench times"
#: One document in so many is kept apart.
_SHARE = 10
#: F1 that peers published for TempEval-3's test set, which is other text than ours: extent strict, extent
#: relaxed, value (UzZaman et al. 2013, table of task A, for HeidelTime; Lee et al. 2014 for UWTime).
_PEERS = {"HeidelTime": (0.813, 0.903, 0.776), "UWTime": (0.831, 0.914, 0.824)}
_KINDS = ("strict", "relaxed", "value", "type")


@dataclass(frozen=True, slots=True)
class Article:
    """One document: its name, text, creation time (ISO) and the gold expressions of the text."""

    name: str
    text: str
    created: str | None
    gold: tuple[Timex, ...]


def kept_apart(name: str) -> bool:
    """Return whether the document of that name (without its suffix) belongs to the tenth kept apart."""
    return one_in(_SHARE, name)


def load(folder: Path, *, apart: bool = False) -> Iterator[Article]:
    """Yield the documents that are tuned on, or those kept `apart`; never both."""
    for path in sorted(folder.glob("*/*.tml")):
        if kept_apart(path.stem) == apart:
            yield article(path.stem, path.read_text("utf-8"))


def article(name: str, markup: str) -> Article:
    """Return the document that TimeML `markup` holds; expressions that mark no text are left out."""
    root = ElementTree.fromstring(markup)
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    pieces: list[str] = []
    gold: list[Timex] = []
    if body is not None:
        _walk(body, pieces, gold)
    day = re.match(r"[0-9]{4}(?:-[0-9]{2}){0,2}", created.get("value", "") if created is not None else "")
    return Article(name, "".join(pieces), day.group() if day else None, tuple(gold))


def _walk(node: ElementTree.Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if node.tag == "TIMEX3" and end > start:
        gold.append(Timex(start, end, node.get("type", ""), node.get("value", "")))


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Return the expressions that meet, each used once; the same extents first."""
    meeting = sorted(
        (abs(g.start - f.start) + abs(g.end - f.end), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.start < f.end and f.start < g.end
    )
    used: tuple[set[int], set[int]] = (set(), set())
    met = []
    for _, i, j in meeting:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            met.append((gold[i], found[j]))
    return met


def item(gold: Sequence[Timex], found: Sequence[Timex]) -> dict[str, float]:
    """Return the counts of one document."""
    met = pairs(gold, found)
    return {
        "gold": len(gold),
        "found": len(found),
        "relaxed": len(met),
        "strict": sum((g.start, g.end) == (f.start, f.end) for g, f in met),
        "value": sum(g.value == f.value for g, f in met),
        "type": sum(g.type == f.type for g, f in met),
    }


def run(
    corpora: Path, *, apart: bool = False, found: Callable[[Article], Sequence[Timex]] | None = None
) -> Result:
    """Return extent and value F1 with intervals over documents; `apart`: of the tenth kept apart."""
    folder = needed(corpora / FOLDER)
    articles = list(load(folder, apart=apart))
    items: list[Counts] = [item(one.gold, (found or ours)(one)) for one in articles]
    figures = {
        f"{kind} F1": estimate(f_score(kind, "found", "gold"), items, gated=not apart) for kind in _KINDS
    }
    figures["relaxed precision"] = estimate(share("relaxed", "found"), items)
    figures["relaxed recall"] = estimate(share("relaxed", "gold"), items)
    figures["value accuracy, where met"] = estimate(share("value", "relaxed"), items)
    data = Data(FOLDER, folder_checksum(folder), len(articles))
    command = COMMAND + (" --kept-apart" if apart else "")
    return Result("times", command, (data,), figures, _rows(figures), (_NOTE,))


def ours(one: Article) -> tuple[Timex, ...]:
    """Return our expressions of a document."""
    return timexes(parse(one.text), one.created)


_NOTE = "peers: as published for TempEval-3's test set (te3-platinum), which is never read here"


def _rows(figures: dict[str, Figure]) -> tuple[tuple[str, ...], ...]:
    heading = ("", "Jirga", *(f"{name} (published)" for name in _PEERS))
    rows = [heading]
    for index, kind in enumerate(_KINDS[:3]):
        rows.append(
            (f"{kind} F1", str(figures[f"{kind} F1"]), *(f"{p[index]:.3f}"[1:] for p in _PEERS.values()))
        )
    rows += [
        (name, str(figure), *("" for _ in _PEERS))
        for name, figure in figures.items()
        if name not in {r[0] for r in rows}
    ]
    return tuple(rows)
