"""Where: toponyms found and resolved on LGL and GeoVirus, beside a population baseline.

A toponym is found where one of ours overlaps it, each used once, and placed where ours is at most 161 km (100
miles) from the gold's point, or, for a country or a part of the world, which have no point of ours, is that
one by the gold's page or GeoNames' number: the measure of the geoparsing literature
(Gritta et al., A Pragmatic Guide to Geoparsing Evaluation, 2019, whose corpora these are). `given the name`
hands the resolver the gold's stretches and scores those that have a point; `population` takes for each name
the gazetteer's most populous place instead, which is what to beat.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from bench.bootstrap import Ratio, estimate, f_score, share
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from bench.sources import needed
from jirga.comparing.places import distance
from jirga.language import Analysis, analyse
from jirga.language.places import resolve
from jirga.lexicon.places import Place, gazetteer
from jirga.model import Document

FOLDER = "geoparsing"
#: 100 miles, within which a place counts as right.
NEAR_KM = 161.0

#: A stretch of text, half-open, in code points.
Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold toponym: offsets, its point in degrees (None where the gold has none), what it is besides.

    `id` is GeoNames' number (LGL), `title` the encyclopedia's page on the place (GeoVirus); else empty.
    """

    start: int
    end: int
    point: tuple[float, float] | None
    id: str = ""
    title: str = ""

    def is_right(self, place: Place | None) -> bool:
        """Whether a place is this one, or lies within 161 km of its point.

        A country or a large region has no point of ours: it is this one where the gold's page is called so.
        """
        if place is None or self.point is None:
            return False
        if self.id and self.id == str(place.geonameid):
            return True
        if place.lat is None or place.lon is None:
            return place.precision in {"country", "region"} and self.names(place)
        return distance((place.lat, place.lon), self.point) <= NEAR_KM

    def names(self, place: Place) -> bool:
        """Whether the gold's page is called by a name of this place: "Georgia (country)", "The Gambia"."""
        title = self.title.removesuffix(" (country)").removeprefix("The ")
        return title == place.name or place in gazetteer().named(title)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold toponyms."""

    text: str
    toponyms: tuple[Toponym, ...]


def lgl(path: Path) -> Iterator[Article]:
    """Yield the articles of the Local-Global Lexicon (Lieberman et al. 2010)."""
    for node in _root(path).iterfind("article"):
        found = [
            _tagged(int(_text(one, "start")), int(_text(one, "end")), one.find("gaztag"))
            for one in node.iterfind("toponyms/toponym")
        ]
        yield Article(_text(node, "text"), tuple(found))


def geovirus(path: Path) -> Iterator[Article]:
    """Yield the articles of GeoVirus (Gritta et al. 2018), whose offsets count from one."""
    for node in _root(path).iterfind("article"):
        text = _text(node, "text")
        found = [
            Toponym(
                *_aligned(text, int(_text(one, "start")), _text(one, "name")),
                _point(one),
                title=_title(_text(one, "page")),
            )
            for one in node.iterfind("locations/location")
        ]
        yield Article(text, tuple(found))


def _tagged(start: int, end: int, tag: Any) -> Toponym:
    return Toponym(start, end, _point(tag), tag.get("geonameid", "") if tag is not None else "")


def _title(page: str) -> str:
    return unquote(page.rpartition("/")[2]).replace("_", " ")


def _root(path: Path) -> Any:
    return etree.parse(str(needed(path)), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()


def _text(node: Any, name: str) -> str:
    return str(node.findtext(name) or "")


def _point(node: Any) -> tuple[float, float] | None:
    lat, lon = (node.findtext("lat"), node.findtext("lon")) if node is not None else (None, None)
    return (float(lat), float(lon)) if lat and lon else None


def _aligned(text: str, start: int, name: str) -> Offsets:
    """Return where `name` stands in `text` nearest to a start that may be one off."""
    at = next((s for s in (start - 1, start, start + 1) if s >= 0 and text.startswith(name, s)), start - 1)
    return at, at + len(name)


def most_populous(name: str) -> Place | None:
    """Return the gazetteer's most populous place called so, countries before all."""
    candidates = gazetteer().named(name)
    return max(candidates, key=lambda p: (p.precision == "country", p.population), default=None)


def counts(article: Article) -> dict[str, float]:
    """Return the counts of one article: gold, found, both; placed rightly, by us and by population."""
    analysis = read(article.text)
    found = [((one.start, one.end), one.place) for one in analysis.places]
    gold = {(one.start, one.end): one for one in article.toponyms}
    met = list(pairs(list(gold), [span for span, _ in found]))
    pointed = {span: one for span, one in gold.items() if one.point is not None}
    given = dict(zip(gold, resolve(analysis.doc, list(gold), _spoken(analysis)), strict=True))
    ours: dict[Offsets, Place | None] = dict(found)
    by_number = {span: most_populous(article.text[span[0] : span[1]]) for span in {*ours, *gold}}
    return {
        "gold": len(gold),
        "found": len(found),
        "both": len(met),
        "pointed": len(pointed),
        "placed, given": sum(one.is_right(given[span]) for span, one in pointed.items()),
        "placed, given, by population": sum(one.is_right(by_number[span]) for span, one in pointed.items()),
        "placed": sum(gold[one].is_right(ours[other]) for one, other in met),
        "placed, by population": sum(gold[one].is_right(by_number[other]) for one, other in met),
        "found, pointed": len(found) - sum(one not in pointed for one, _ in met),
    }


def _spoken(analysis: Analysis) -> list[tuple[int, str]]:
    """The countries that the text speaks of by name or nationality, as the reading has them."""
    from jirga.language.finding import lexicon_matches
    from jirga.language.reading import spoken_of

    return spoken_of(lexicon_matches(analysis.doc))


def read(text: str) -> Analysis:
    """Return our analysis of a text."""
    document = Document(id="", text_hash="", text_version="", source="places", text=text, language="en")
    return analyse(document)


def pairs(gold: Sequence[Offsets], found: Sequence[Offsets]) -> Iterator[tuple[Offsets, Offsets]]:
    """Pair gold and found stretches that overlap, the same ones first, each used once."""
    free = list(found)
    for one in sorted(gold, key=lambda span: span not in free):
        other = one if one in free else next((f for f in free if f[0] < one[1] and one[0] < f[1]), None)
        if other is not None:
            free.remove(other)
            yield one, other


#: Scores by name: above all how many names are found, and how many of the found and of the given are right.
SCORES: Mapping[str, tuple[Ratio, bool]] = {
    "toponym F1": (f_score("both", "found", "gold"), True),
    "toponym precision": (share("both", "found"), False),
    "toponym recall": (share("both", "gold"), False),
    "right within 161 km, given the name": (share("placed, given", "pointed"), True),
    "by population, given the name": (share("placed, given, by population", "pointed"), False),
    "end to end F1": (f_score("placed", "found, pointed", "pointed"), True),
    "end to end F1, by population": (f_score("placed, by population", "found, pointed", "pointed"), False),
}


def run(corpora: Path) -> Result:
    """Return the scores on LGL and GeoVirus, with intervals over articles."""
    folder = needed(corpora / FOLDER)
    texts = {"LGL": list(lgl(folder / "lgl.xml")), "GeoVirus": list(geovirus(folder / "GeoVirus.xml"))}
    figures: dict[str, Figure] = {}
    for name, articles in texts.items():
        items = [counts(article) for article in articles]
        for score, (ratio, gated) in SCORES.items():
            figures[f"{name}: {score}"] = estimate(ratio, items, gated=gated)
    number = sum(len(articles) for articles in texts.values())
    return Result(
        "places", "python -m bench places", (Data(FOLDER, folder_checksum(folder), number),), figures
    )
