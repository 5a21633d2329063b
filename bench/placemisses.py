"""The mistakes of the places bench: what was missed, what is no toponym, what was put elsewhere, and why.

Of what was put elsewhere, `ambiguous` are names whose right place the gazetteer has, `absent` those it only
has other places for, `unknown` those it does not have. For finding kinds of mistakes; the sentences are the
press's, and are printed, never stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.places import FOLDER, Article, Offsets, Toponym, geovirus, lgl, pairs, read
from bench.sources import needed
from jirga.lexicon.places import Place, gazetteer

#: How many code points of text stand before and after a name.
_BEFORE, _AFTER = 50, 40

#: A mistake: its kind, the name, what we made of it; and where it stands.
Mistake = tuple[tuple[str, str, str], str]


def mistakes(article: Article) -> Iterator[Mistake]:
    """Yield the mistakes in one article."""
    found = {(one.start, one.end): one.place for one in read(article.text).places}
    gold = {(one.start, one.end): one for one in article.toponyms}
    paired = list(pairs(list(gold), list(found)))
    for span in gold.keys() - {one for one, _ in paired}:
        yield _mistake(article, "missed", span, "")
    for span in found.keys() - {other for _, other in paired}:
        yield _mistake(article, "no toponym", span, _told(found[span]))
    for span, other in paired:
        one, place = gold[span], found[other]
        if one.point is not None and not one.is_right(place):
            name = article.text[span[0] : span[1]]
            yield _mistake(article, f"elsewhere, {_why(one, name)}", span, _told(place))


def _why(gold: Toponym, name: str) -> str:
    known = gazetteer().named(name)
    return "ambiguous" if any(map(gold.is_right, known)) else "absent" if known else "unknown"


def _mistake(article: Article, kind: str, span: Offsets, ours: str) -> Mistake:
    start, end = span
    text = article.text[max(0, start - _BEFORE) : end + _AFTER]
    return (kind, article.text[start:end], ours), " ".join(text.split())


def _told(place: Place | None) -> str:
    return (
        "no place"
        if place is None
        else f"{place.name}, {place.country or 'of no country'}, {place.precision}"
    )


def run(corpora: Path, shown: int) -> Iterator[str]:
    """Yield lines: on each corpus and kind the number of mistakes, then the `shown` commonest."""
    folder = needed(corpora / FOLDER)
    for name, articles in (("LGL", lgl(folder / "lgl.xml")), ("GeoVirus", geovirus(folder / "GeoVirus.xml"))):
        counted: Counter[tuple[str, str, str]] = Counter()
        where: dict[tuple[str, str, str], str] = {}
        for article in articles:
            for mistake, text in mistakes(article):
                counted[mistake] += 1
                where.setdefault(mistake, text)
        yield from listed(name, counted, where, shown)


def listed(
    name: str, counted: Counter[tuple[str, str, str]], where: dict[tuple[str, str, str], str], shown: int
) -> Iterator[str]:
    """Yield the lines of one corpus: a kind and its number, then its commonest mistakes, each with a text."""
    for kind in sorted({kind for kind, _, _ in counted}):
        own = Counter({one: n for one, n in counted.items() if one[0] == kind})
        yield f"{name}: {kind}: {own.total()}"
        for one, n in sorted(own.items(), key=lambda item: (-item[1], item[0]))[:shown]:
            yield f"  {n} {one[1]}{' → ' + one[2] if one[2] else ''} | {where[one]}"
