"""Who says so, on PolNeAR's development articles: F1 of source, cue and content, exact and by overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jirga.coding.attribution import Attribution, attributions
from jirga.language import analyse
from jirga.model import Document

Parts = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content")


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


def ours(text: str) -> list[Gold]:
    """Return our attributions of a text in the corpus's form."""
    document = Document(id="", text_hash="", text_version="", source="polnear", text=text, language="en")
    return [_as_gold(one) for one in attributions(analyse(document))]


def _as_gold(one: Attribution) -> Gold:
    mention, cue = one.speaker.mention, one.speaker.cue
    return Gold(
        ((mention.start, mention.end),) if mention else (), ((cue.start, cue.end),) if cue else (), one.parts
    )


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


def run(corpora: Path) -> dict[str, object]:
    """Return F1 by role, exact and overlap, over distinct spans, and of whole attributions."""
    counts = {(role, how): [0, 0, 0, 0] for role in ROLES for how in ("exact", "overlap")}
    whole = [0, 0, 0, 0]
    articles = 0
    for _, text, gold in load(corpora / "polnear" / "dev"):
        articles += 1
        found = ours(text)
        hits = sum(any(same_whole(g, f) for f in found) for g in gold)
        kept = sum(any(same_whole(g, f) for g in gold) for f in found)
        whole = [a + b for a, b in zip(whole, (hits, len(gold), kept, len(found)), strict=True)]
        for role, how in counts:
            g = sorted({getattr(one, role) for one in gold} - {()})
            f = sorted({getattr(one, role) for one in found} - {()})
            hit_g, hit_f = matched(g, f, overlap if how == "overlap" else _equal)
            for slot, value in enumerate((hit_g, len(g), hit_f, len(f))):
                counts[role, how][slot] += value
    scores = {f"{role} {how}": _scores(c) for (role, how), c in counts.items()}
    return {"articles": articles, **scores, "whole overlap": _scores(whole)}


def _equal(a: Parts, b: Parts) -> bool:
    return a == b


def _scores(counts: list[int]) -> dict[str, float]:
    hit_gold, gold, hit_found, found = counts
    recall, precision = hit_gold / max(gold, 1), hit_found / max(found, 1)
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f, 3)}
