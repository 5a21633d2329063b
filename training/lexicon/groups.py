"""Build `groups_ucdp.tsv`: the organised groups of UCDP's actor list 22.1 that no row by hand names.

    pip install english-words==2.0.1      # in a scratch environment
    PYTHONPATH=src python training/lexicon/groups.py [--corpora ../shared/corpora]

Kept are formally organised groups (UCDP's Org 1) with a name of their own; "Forces of X", "Supporters of X",
lashkars of tribes and factions told apart only by a suffix are descriptions rather than names, and left out,
as are names of up to three dictionary words ("Patriotic Front"), which many groups bear.
Abbreviations of two or three letters, and those another entity bears, are left out too. Nothing is random.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import english_words

from jirga.lexicon.tables import Row, rows
from jirga.lexicon.words import WORD, key, plain

DATA = Path(__file__).resolve().parents[2] / "src" / "jirga" / "lexicon" / "data"
HAND = ("organisations.tsv", "groups.tsv", "people.tsv")
COLUMNS = [
    "id",
    "kind",
    "name",
    "names",
    "surnames",
    "country",
    "sector",
    "other_sectors",
    "since",
    "until",
    "office",
    "part_of",
    "based_in",
    "wikidata",
    "source",
]
DESCRIPTION = re.compile(
    r"^(?:Forces of|Supporters of|Lash?kh?ar of|Laskhar|Military faction|Government of|"
    r"Republic of|Civilians|Factions? of|"
    r"Opposition|Palestinian insurgents|various|Syrian insurgents|Followers of)|"
    r"\b(?:insurgents|faction|forces)\b|-\s?\w+\s?faction",
    re.IGNORECASE,
)
#: Names UCDP gives that are also English words or first names, and so would be found where nobody is meant.
WORDS = frozenset(
    [
        "tibet",
        "elements",
        "outlaws",
        "spiders",
        "royalists",
        "neutralists",
        "rastas",
        "ninjas",
        "cobras",
        "maidan",
        "jamaat",
        "greenlanders",
        "perci",
        "istiqlal",
    ]
)
#: English words (Webster's second, public domain), there in lower case; up to how many make no name.
DICTIONARY = frozenset(w for w in english_words.get_english_words_set(["web2"]) if w.islower()) | {
    "peoples",
    "forces",
}
MOST_GENERIC = 3
#: UCDP's country names that differ from the states' table.
COUNTRIES = {
    "DR Congo (Zaire)": "dr-congo",
    "Russia (Soviet Union)": "russia",
    "Yemen (North Yemen)": "yemen",
    "Serbia (Yugoslavia)": "serbia",
    "Myanmar (Burma)": "myanmar",
    "Cambodia (Kampuchea)": "cambodia",
    "Vietnam (North Vietnam)": "vietnam",
    "Zimbabwe (Rhodesia)": "zimbabwe",
    "Madagascar (Malagasy)": "madagascar",
    "Bosnia-Herzegovina": "bosnia",
    "United States of America": "united-states",
    "Ivory Coast": "ivory-coast",
}


def slug(name: str) -> str:
    """Return an id for a name: lower case, ASCII, hyphens."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", flat.replace("'", "").replace("’", "")).strip("-")


def country_of(location: str, codes: dict[str, str]) -> tuple[str, str]:
    """Return the code of the first known country of UCDP's locations, IMG for it where they are many."""
    places = [part.strip() for part in re.split(r",\s*(?![^(]*\))", location) if part.strip()]
    if not places:
        return "", ""
    known = [codes.get(plain(COUNTRIES.get(place, place)), "") for place in places]
    code = next((code for code in known if code), "")
    return ("IMG", code) if len(places) > 6 else (code, code)


def names_of(row: dict[str, str]) -> Iterator[str]:
    """Yield the names of a UCDP actor, its English name in full first."""
    for column in ("NameOrigFullEng", "NameOrigFull", "NameOrig", "NameData", "NewNameFullEng", "NewName"):
        for name in re.split(r"\s*,\s*", row[column]) if column == "NewName" else [row[column]]:
            clean = " ".join(name.replace("\u2019", "'").split()).strip(" -").removeprefix("The ")
            if clean and clean.lower() != "n/a" and not DESCRIPTION.search(clean) and len(clean) < 80:
                yield clean


def generic(name: str) -> bool:
    """Return whether a name is made of a few dictionary words, and so may be anybody's."""
    parts = [plain(word) for word in WORD.findall(name)]
    return len(parts) <= MOST_GENERIC and all(part in DICTIONARY for part in parts)


def usable(name: str, taken: set[str]) -> bool:
    """Return whether a name is nobody else's, and long or odd enough to name one group."""
    folded, parts = key(name), WORD.findall(name)
    if not parts or generic(name) or folded in taken or folded in WORDS or not name[0].isupper():
        return False
    return len(parts) > 1 or len(name) >= 4


def build(corpora: Path) -> list[str]:
    """Return the rows of the file."""
    codes = {
        plain(name): row["code"]
        for row in rows("states.tsv")
        for name in (row["name"], row["id"], *row.many("names"))
    }
    taken = {key(n) for file in HAND for row in rows(file) for n in spelt(row)}
    taken |= {
        key(n)
        for row in rows("states.tsv")
        for n in (row["name"], *row.many("names"), *row.many("adjectives"), *row.many("people"))
    }
    ids = {row["id"] for file in HAND for row in rows(file)}
    out = []
    source = corpora / "ucdp" / "actors" / "data" / "ucdp_ged" / "ucdp-actor-221.csv"
    with source.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            spellings = list(dict.fromkeys(names_of(row)))
            if row["Org"] != "1" or not spellings or any(key(n) in taken and len(n) > 3 for n in spellings):
                continue
            mine = [n for n in spellings if usable(n, taken)]
            if not mine or not slug(mine[0]) or slug(mine[0]) in ids:
                continue
            country, base = country_of(row["Location"], codes)
            taken |= {key(n) for n in mine}
            ids.add(slug(mine[0]))
            fields = {
                "id": slug(mine[0]), "kind": "group", "name": mine[0], "names": "|".join(mine[1:]),
                "country": country,
                "sector": "REB", "based_in": base, "source": f"UCDP actor {row['ActorId']}",
            }  # fmt: skip
            out.append("\t".join(fields.get(column, "") for column in COLUMNS))
    return out


def spelt(row: Row) -> tuple[str, ...]:
    """Return all spellings in a row of a hand-made file."""
    return (row["name"], *row.many("names"), *row.many("surnames"))


def main() -> None:
    """Build the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=default)
    lines = build(parser.parse_args().corpora)
    head = [
        "# Armed groups of the UCDP Actor Dataset 22.1 (CC BY 4.0), by training/lexicon/groups.py.",
        "\t".join(COLUMNS),
    ]
    (DATA / "groups_ucdp.tsv").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} groups")


if __name__ == "__main__":
    main()
