"""Build `people_phoenix.tsv`: dated office holders of the Phoenix country actors (MIT).

    PYTHONPATH=src python training/lexicon/people.py [--corpora ../shared/corpora]

The dictionary gives people by country with CAMEO codes and dates ("[AFGGOV 20011222-20140929]"), to January
2014. It is noisy, so a row is kept only for a full name (two to five words, each of two letters or more),
with a term since 1975 that is known to the day; anybody whom `people.tsv` or `leaders.tsv` names is left to
them. ELI, which
the dictionary gives for the years out of office, is what `standing` says by itself. Nothing is random.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jirga.lexicon.tables import rows
from jirga.lexicon.words import WORD, key

DATA = Path(__file__).resolve().parents[2] / "src" / "jirga" / "lexicon" / "data"
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
#: CAMEO roles (the first one after the country) as PLOVER 2 sectors; others are no office of this lexicon.
SECTORS = {
    "GOV": "GOV",
    "MIL": "MIL",
    "LEG": "LEG",
    "JUD": "JUD",
    "COP": "COP",
    "SPY": "SPY",
    "OPP": "OPP",
    "REB": "REB",
    "PTY": "PTY",
}
CODE = re.compile(r"\[([A-Z]{3})([A-Z]{3})?[A-Z]*(?:\s+([<>]?)\s*(\d{6,8})(?:\s*-\s*(\d{6,8}))?)?\s*\]")
SINCE = "1975-01-01"
TITLE = re.compile(
    r"\b(?:MINISTER|PRESIDENT|KING|QUEEN|PRINCE|GENERAL|COLONEL|AMBASSADOR|GOVERNMENT|ARMY|PARTY|CHIEF|SECRETARY|FOREIGN|ACTING|"
    r"OFFICIAL|COMMISSION|COMMITTEE|COUNCIL|COURT|POLICE|FORCES?|NATIONAL|MINISTRY|UNION|FRONT|MOVEMENT|DEPARTMENT|AGENCY|"
    r"ADMINISTRATION|US|GOVERNOR|SENATOR|LEADER|PREMIER|DR|SIR|LORD|UNITED|REPUBLIC|ASSEMBLY|PARLIAMENT|BANK|OFFICE|CHANCELLOR|SPOKESMAN)\b"
)
PARTICLES = {
    "AL",
    "EL",
    "BIN",
    "BEN",
    "IBN",
    "DE",
    "DA",
    "DO",
    "DOS",
    "DAS",
    "DEL",
    "VAN",
    "VON",
    "DER",
    "LA",
    "LE",
    "UD",
    "UL",
    "UR",
}


@dataclass
class Person:
    """A name with its terms."""

    names: list[str]
    terms: list[tuple[str, str, str, str]] = field(default_factory=list)


def day(digits: str) -> str:
    """Return YYMMDD or YYYYMMDD as an ISO day; two-digit years are of the twentieth century from 30 on."""
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= 30 else "20") + digits
    year, month, date = digits[:4], digits[4:6], digits[6:8]
    if not ("01" <= month <= "12" and "01" <= date <= "31"):
        return ""
    return f"{year}-{month}-{date}"


def title(name: str) -> str:
    """Return a dictionary name (`HAMID_KARZAI_`) in title case."""
    out = []
    for word in name.strip().strip("_").split("_"):
        parts = [p.lower() if p in PARTICLES else p.capitalize() for p in word.split("-")]
        out.append("-".join(parts))
    text = " ".join(part for part in out if part)
    text = re.sub(r"\b(Mc|O')([a-z])", lambda m: m.group(1) + m.group(2).upper(), text)
    return text[:1].upper() + text[1:]


def proper(name: str) -> bool:
    """Return whether a dictionary entry reads as a person's full name."""
    parts = WORD.findall(name.replace("_", " "))
    shape = 2 <= len(parts) <= 5 and all(len(p) > 1 and p.isalpha() for p in parts) and name.isascii()
    return (
        shape
        and name.isupper()
        and not TITLE.search(name.replace("_", " "))
        and "." not in name
        and "(" not in name
    )


def people(path: Path) -> Iterator[Person]:
    """Yield the people of a Phoenix file: an entry, its synonyms (`+`), its dated codes."""
    one: Person | None = None
    for raw in path.read_text(encoding="utf-8", errors="replace").splitlines():
        line = raw.split("#")[0].rstrip()
        if not line:
            continue
        if line[0].isspace() or line[0] == "[":
            if one:
                one.terms += [term for match in CODE.finditer(line) if (term := read_term(match))]
            continue
        if line[0] == "+" and one:
            one.names.append(line[1:].split("[")[0])
            continue
        if one:
            yield one
        one = Person([line.split("[")[0]])
        one.terms += [term for match in CODE.finditer(line) if (term := read_term(match))]
    if one:
        yield one


def read_term(match: re.Match[str]) -> tuple[str, str, str, str] | None:
    """Return country, sector, since, until of one dated code, None where it is no dated office."""
    country, role, sign, since, until = match.groups()
    sector = SECTORS.get(role or "")
    if sector is None or not since or (not until and sign != ">"):
        return None
    # An open end (">") means that the term ran when the dictionary was made; nothing says for how long.
    return country, sector, day(since), day(until) if until else "2014-01-31"


def slug(name: str) -> str:
    """Return an id for a name."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", flat.replace("'", "")).strip("-")


def rows_of(one: Person, codes: set[str]) -> list[dict[str, str]]:
    """Return the rows of one person: terms merged where they overlap, those before SINCE left out."""
    terms = sorted(
        {t for t in one.terms if t[0] in codes and t[2] and t[3] and t[2] <= t[3] and t[3] >= SINCE},
        key=lambda t: t[2:],
    )
    merged: list[tuple[str, str, str, str]] = []
    for term in terms:
        last = merged[-1] if merged else None
        if last and last[:2] == term[:2] and term[2] <= last[3]:
            merged[-1] = (*last[:3], max(last[3], term[3]))
        else:
            merged.append(term)
    return [{"country": c, "sector": s, "since": a, "until": b} for c, s, a, b in merged]


def known_to_the_day(terms: list[dict[str, str]]) -> bool:
    """Return whether a term begins or ends within a month.

    The dictionary has heads of state and government to the day. Its ministers come from monthly lists:
    all their dates are the first or the last day of a month; many share a common name with others.
    """
    return any(term["since"][-2:] != "01" or term["until"][-2:] < "28" for term in terms)


def main() -> None:
    """Build the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=default)
    source = parser.parse_args().corpora / "petrarch" / "Phoenix.Countries.actors.txt"
    by_hand = [row for file in ("people.tsv", "leaders.tsv") for row in rows(file)]
    taken = {key(n) for row in by_hand for n in (row["name"], *row.many("names"))}
    ids = {
        row["id"]
        for file in ("people.tsv", "leaders.tsv", "groups.tsv", "organisations.tsv", "groups_ucdp.tsv")
        for row in rows(file)
    }
    codes = {row["code"] for row in rows("states.tsv")}
    out = []
    for one in people(source):
        names = list(dict.fromkeys(title(n) for n in one.names if proper(n)))
        terms = rows_of(one, codes)
        if (
            not names
            or not known_to_the_day(terms)
            or any(key(n) in taken for n in names)
            or slug(names[0]) in ids
        ):
            continue
        ids.add(slug(names[0]))
        taken |= {key(n) for n in names}
        for number, term in enumerate(terms):
            told = {"name": names[0], "names": "|".join(names[1:])} if number == 0 else {}
            fields = {"id": slug(names[0]), "kind": "person", **told, **term, "source": "Phoenix"}
            out.append("\t".join(fields.get(column, "") for column in COLUMNS))
    head = [
        "# Office holders of the Phoenix country actors (MIT), by training/lexicon/people.py.",
        "\t".join(COLUMNS),
    ]
    (DATA / "people_phoenix.tsv").write_text("\n".join([*head, *out]) + "\n", encoding="utf-8")
    print(f"{len(out)} terms of {len({line.split(chr(9))[0] for line in out})} people")


if __name__ == "__main__":
    main()
