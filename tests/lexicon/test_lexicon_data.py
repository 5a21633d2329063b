"""The data files say what they may: ids, dates, sectors, countries, and every name leads somewhere."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from jirga.lexicon import version
from jirga.lexicon.entities import ENTITY_FILES, entities, first_day, last_day
from jirga.lexicon.placenames import Names
from jirga.lexicon.places import FILE, INDEX
from jirga.lexicon.tables import rows, text
from jirga.lexicon.words import key

#: PLOVER 2's sectors (manual, "Sector Codes") and its codes for actors of no country.
SECTORS = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
    ]
)
NO_COUNTRY = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
KINDS = frozenset({"state", "government", "force", "group", "party", "organisation", "person", "population"})
EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")
CODES = frozenset(row["code"] for row in rows("states.tsv")) | NO_COUNTRY


@pytest.mark.parametrize("file", ENTITY_FILES)
def test_entity_rows_are_sound(file: str) -> None:
    for row in rows(file):
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row["id"]), row.where
        assert row["kind"] in KINDS and row["source"], row.where
        assert not row["sector"] or row["sector"] in SECTORS, row.where
        assert set(row.many("other_sectors")) <= SECTORS, row.where
        assert not row["country"] or row["country"] in CODES, row.where
        assert all(not row[date] or EDTF.match(row[date]) for date in ("since", "until")), row.where
        assert first_day(row["since"]) <= last_day(row["until"]), row.where
        assert not row["part_of"] or row["part_of"] in entities(), row.where


@pytest.mark.parametrize("file", ENTITY_FILES)
def test_an_entity_has_its_rows_together_and_a_name_on_the_first(file: str) -> None:
    seen = set()
    for id_, group in groupby(rows(file), key=lambda row: row["id"]):
        assert id_ not in seen, f"{file}: {id_} twice"
        seen.add(id_)
        assert next(group)["name"], f"{file}: {id_} without a name"


def test_no_two_files_share_an_id() -> None:
    ids = [id_ for file in ENTITY_FILES for id_ in {row["id"] for row in rows(file)}]
    assert len(ids) == len(set(ids))


def test_terms_of_a_hand_made_person_follow_one_another() -> None:
    for id_, group in groupby(rows("people.tsv"), key=lambda row: row["id"]):
        terms = list(group)
        begun = [first_day(row["since"]) for row in terms]
        assert begun == sorted(begun), id_


def test_states_are_sound() -> None:
    table = list(rows("states.tsv"))
    assert len({row["id"] for row in table}) == len(table) > 195
    today = [row["code"] for row in table if not row["until"]]
    assert len(set(today)) == len(today)
    assert all(re.fullmatch(r"[A-Z]{3}", row["code"]) for row in table)
    assert all(not row["wikidata"] or re.fullmatch(r"Q\d+", row["wikidata"]) for row in table)


def test_agents_and_organs_have_known_sectors() -> None:
    for file in ("agents.tsv", "organs.tsv"):
        for row in rows(file):
            assert not row["sector"] or row["sector"] in SECTORS, row.where
            assert set(row.many("other_sectors")) <= SECTORS, row.where


def test_no_agent_phrase_stands_twice() -> None:
    phrases = [row["phrase"] for row in rows("agents.tsv")]
    assert len(phrases) == len(set(phrases)) > 700


def test_no_entry_for_an_event_stands_twice_in_a_line() -> None:
    lines = [line for line in text("events.txt").splitlines() if line.startswith(("v: ", "n: "))]
    assert len(lines) > 100
    for line in lines:
        entries = [entry.strip() for entry in line[3:].split(";")]
        assert len(entries) == len(set(entries)), line[:80]


def test_a_word_has_one_folded_spelling() -> None:
    words = [word for row in rows("spellings.tsv") for word in row.many("words")]
    assert len(words) == len(set(words))
    assert all(" " not in word and word == word.casefold() for word in words)


def test_the_index_of_places_agrees_with_the_spellings_of_today() -> None:
    """It is built beforehand: after a change of `spellings.tsv` training/lexicon/places.py must run again."""
    names = Names(text(INDEX))
    assert [name for name in names.everything() if key(name) != name] == []
    places = len(text(FILE).split("\n")) - 2
    assert max(number for name in names.everything() for number in names.numbers(name)) < places


def test_the_shipped_gazetteer_stays_small() -> None:
    from jirga.lexicon.tables import folder

    assert sum(len(folder().joinpath(name).read_bytes()) for name in (FILE, INDEX)) < 6_000_000


def test_the_version_is_a_hash() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", version())
