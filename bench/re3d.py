"""re3d, without its `BBC Online`: documents on Syria and Iraq with relations between marked mentions.

What is scored are its relations of four types between parties: FightingAgainst, AlliesOf, BelongsTo, and
InChargeOf also over a place. Left out, neither right nor wrong to find: ends that are weapons, platforms,
money and the like, which are no parties in our record; what its own annotators gave less than even
odds, and what they marked in one document and left bare in a verbatim copy of the passage in another.
Its other types say nothing that our relations say: CoLocated and Apart are places, HasAttrOf counts and
attributes, IsSynonymOf identity, CommWith meetings (our events), Likes and Dislikes sentiment.

A third of the documents, by a seeded hash of their ids, is kept apart: to be scored once, at the end.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.apart import of_re3d

from jirga.model import Span

FOLDER = "re3d"
#: Its licence forbids commercial use.
LEFT_OUT = "BBC Online"
#: What re3d's types are in our record.
OURS: Mapping[str, frozenset[str]] = {
    "FightingAgainst": frozenset({"fights"}),
    "AlliesOf": frozenset({"ally_of", "supports"}),
    "BelongsTo": frozenset({"member_of", "part_of"}),
    "InChargeOf": frozenset({"leads", "controls", "holds"}),
}
#: Types that hold either way round.
MUTUAL = frozenset({"FightingAgainst", "AlliesOf"})
_PARTIES = frozenset({"Person", "Organisation", "Nationality"})
#: Annotators' odds under which one of their relations is not counted.
_EVEN = 0.5
#: A passage of at least so many code points that stands in two documents is a copy.
_PASSAGE = 40


@dataclass(frozen=True, slots=True)
class Gold:
    """A relation of the gold between two stretches; `counted` is whether it is scored."""

    type: str
    source: Span
    target: Span
    counted: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A document: id, text, relations, and pairs of stretches that the gold calls the same."""

    name: str
    text: str
    gold: tuple[Gold, ...]
    same: tuple[tuple[Span, Span], ...]


def load(folder: Path, *, apart: bool = False) -> Iterator[Article]:
    """Yield the documents that may be tuned on, or those kept `apart`; never both."""
    yield from _sparing_copies(list(_load(folder, apart=apart)))


def _load(folder: Path, *, apart: bool) -> Iterator[Article]:
    for part in sorted(p for p in folder.iterdir() if p.is_dir() and p.name != LEFT_OUT):
        kinds: dict[tuple[str, int, int], set[str]] = defaultdict(set)
        for one in _rows(part / "entities.json"):
            kinds[one["documentId"], one["begin"], one["end"]].add(one["type"])
        told: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for one in _rows(part / "relations.json"):
            told[one["documentId"]].append(one)
        for document in _rows(part / "documents.json"):
            if of_re3d(document["_id"]) == apart:
                yield article(document["_id"], document["text"], told[document["_id"]], kinds)


def _sparing_copies(articles: list[Article]) -> Iterator[Article]:
    """Yield the documents; a passage marked in one and left bare in a verbatim copy is not counted there."""
    passages = [(g, *_passage(other, g)) for other in articles for g in other.gold]
    for one in articles:
        marked = {(g.type, *_ends(g)) for g in one.gold}
        more = []
        for gold, start, words in passages:
            at = one.text.find(words) if len(words) >= _PASSAGE else -1
            while at >= 0:
                moved = replace(
                    gold,
                    source=_moved(gold.source, at - start),
                    target=_moved(gold.target, at - start),
                    counted=False,
                )
                if (moved.type, *_ends(moved)) not in marked:
                    more.append(moved)
                at = one.text.find(words, at + 1)
        yield replace(one, gold=(*one.gold, *more))


def _passage(one: Article, gold: Gold) -> tuple[int, str]:
    start = min(gold.source.start, gold.target.start)
    return start, one.text[start : max(gold.source.end, gold.target.end)]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.quote)


def article(
    name: str,
    text: str,
    rows: list[dict[str, Any]],
    kinds: Mapping[tuple[str, int, int], set[str]],
) -> Article:
    """Return a document with its relations; a relation marked twice, or both ways round, is one."""
    gold: dict[tuple[Any, ...], Gold] = {}
    same = []
    for row in rows:
        source = Span.of(text, row["sourceBegin"], row["sourceEnd"])
        target = Span.of(text, row["targetBegin"], row["targetEnd"])
        if row["type"] == "IsSynonymOf":
            same.append((source, target))
        if row["type"] not in OURS:
            continue
        ends = (kinds.get((name, s.start, s.end), set()) for s in (source, target))
        counted = row["confidence"] >= _EVEN and _of_parties(row["type"], *ends)
        one = Gold(row["type"], source, target, counted)
        gold.setdefault((one.type, *_ends(one)), one)
    return Article(name, text, tuple(gold.values()), tuple(same))


def _ends(one: Gold) -> tuple[int, int]:
    ends = (one.source.start, one.target.start)
    return (min(ends), max(ends)) if one.type in MUTUAL else ends


def _of_parties(kind: str, source: set[str], target: set[str]) -> bool:
    ground = kind == "InChargeOf" and "Location" in target
    return bool(source & _PARTIES) and (bool(target & _PARTIES) or ground)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
