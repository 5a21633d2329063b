from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import a_document, a_problem, a_reading, a_statement

from jirga.errors import NotFoundError, UsageError
from jirga.model import (
    Factuality,
    Figure,
    Participant,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)
from jirga.store import Query, Store

DOCUMENT = a_document()
READING = a_reading(DOCUMENT)
SPAN = Span.of(DOCUMENT.text, 0, 3)
NOWHEN = When()


def said(name: str, **other: object) -> Statement:
    return replace(a_statement(DOCUMENT, READING, **other), id=name)


STATEMENTS = [
    said("plain"),
    said("denied", factuality=Factuality("negated")),
    said("demanded", factuality=Factuality("affirmed", "demanded")),
    said("content", content_of="plain"),
    said("undated", when=NOWHEN, where=Where(), actor=(), said_by=()),
    said("summer", when=When("2022-06/2022-08", "2022-06-01", "2022-08-31", "stated")),
    said("since 2021", when=When("2021/..", "2021-01-01", None, "stated")),
    said(
        "relation",
        kind="relation",
        event=None,
        relation=RelationCode("leads", "2018", "2020-03"),
        when=NOWHEN,
        recipient=(Participant("Nur Wali Mehsud", SPAN, "mehsud"),),
        actor=(),
    ),
    said("no relation", kind="relation", event=None, relation=RelationCode("leads"), when=NOWHEN),
]
STATEMENTS[-1] = replace(STATEMENTS[-1], factuality=Factuality("negated"))
STATEMENTS += [
    said(
        "quantity",
        kind="quantity",
        event=None,
        when=NOWHEN,
        figures=(Figure("killed", SPAN, 70, said_by=(Speaker("Police", "organisation", "police"),)),),
    ),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("lists") / "r.db", writing=True) as store:
        store.save(DOCUMENT, READING, STATEMENTS)
        other = a_document("b.txt", "Other words.", published=None, publisher="The Herald-Sun")
        store.save(other, a_reading(other), [])
        yield store


def ids(store: Store, **asked: object) -> set[str]:
    return {one.id for one in store.statements(Query(**asked))}  # type: ignore[arg-type]


def test_only_what_happened_is_listed_unless_all_is_asked(store: Store) -> None:
    happened = {"plain", "undated", "summer", "since 2021", "relation", "quantity"}
    assert ids(store) == happened
    assert ids(store, all=True) == {one.id for one in STATEMENTS}


def test_kinds_and_types(store: Store) -> None:
    assert ids(store, kinds=("relation",)) == {"relation"}
    assert ids(store, kinds=("relation",), all=True) == {"relation", "no relation"}
    assert ids(store, type="killed,leads") == {"relation", "quantity"}
    assert ids(store, type="ASSAULT") == set()


@pytest.mark.parametrize(
    "asked", ["ttp", "TTP", "taliban", "tehrik-i-tal", "Pak", "PAK", "taliban  pakistan"]
)
def test_an_entity_is_found_by_id_country_or_beginning_of_words(store: Store, asked: str) -> None:
    assert ids(store, entity=asked, kinds=("event",)) == {"plain", "summer", "since 2021"}


@pytest.mark.parametrize("asked", ["aliban", "tt", "kistan", "bajwa", "%", "_"])
def test_an_entity_is_not_found_by_the_middle_of_a_word(store: Store, asked: str) -> None:
    assert ids(store, entity=asked) == set()


def test_a_recipient_is_found_like_an_actor(store: Store) -> None:
    assert ids(store, entity="mehsud") == {"relation"}


def test_a_time_matches_where_it_overlaps_and_an_unknown_one_never(store: Store) -> None:
    # an open end is known only until it was told (June 2022)
    assert ids(store, since="2022-07", kinds=("event",)) == {"summer"}
    assert ids(store, until="2022-05", kinds=("event",)) == {"since 2021"}
    assert ids(store, since="2022-06-02", until="2022-06-02") == {"plain", "summer", "since 2021"}
    assert ids(store, since="2020-03-31", until="2020-04") == {"relation"}
    assert ids(store, since="2020-04", until="2020") == set()
    assert (
        ids(store, since="1000") == ids(store, until="9999") == {"plain", "summer", "since 2021", "relation"}
    )


def test_places_speakers_publishers_and_documents(store: Store) -> None:
    assert "undated" not in ids(store, place="khost")
    assert ids(store, place="AFG") == ids(store, place="Khost") != set()
    assert ids(store, place="host") == set()
    assert "undated" not in ids(store, said_by="bajwa")
    assert ids(store, said_by="police") == {"quantity"}
    assert ids(store, publisher="observer") == ids(store, publisher="DAILY OBS") == ids(store)
    assert ids(store, publisher="herald") == set()
    assert ids(store, document="a.txt") == ids(store, document=DOCUMENT.id[:8]) == ids(store)
    with pytest.raises(NotFoundError, match=r"there is no document .c\.txt."):
        ids(store, document="c.txt")


def test_the_order_is_by_time_and_the_unknown_comes_last(store: Store) -> None:
    order = [one.id for one in store.statements(Query())]
    assert order == ["relation", "since 2021", "summer", "plain", "quantity", "undated"]


def test_documents_by_publication_publisher_and_what_they_say(store: Store) -> None:
    def sources(**asked: object) -> list[str]:
        return [one.source for one in store.documents(Query(**asked))]  # type: ignore[arg-type]

    assert sources() == ["a.txt", "b.txt"]
    assert sources(since="2022") == ["a.txt"]
    assert sources(publisher="sun") == ["b.txt"]
    assert sources(entity="ttp") == ["a.txt"]
    assert sources(entity="nobody") == []


def test_ids_may_be_shortened_as_long_as_they_are_unique(store: Store) -> None:
    assert store.statement("sum").id == "summer"
    assert store.document(DOCUMENT.id[:10]) == DOCUMENT
    with pytest.raises(UsageError, match=r"'de' is the beginning of several ids .*demanded, denied"):
        store.statement("de")
    with pytest.raises(NotFoundError, match="there is no statement 'zz'"):
        store.statement("zz")
    with pytest.raises(UsageError, match="blank"):
        store.statement(" ")


def test_a_list_half_read_leaves_the_record_usable(store: Store) -> None:
    lists = [store.statements(Query(all=True)) for _ in range(20)]
    assert len({next(one).id for one in lists}) == 1
    assert store.document(DOCUMENT.id) == DOCUMENT


def test_readings_and_counts_of_all_documents_are_those_of_each(tmp_path: Path) -> None:
    documents = [a_document(f"{name}.txt", f"{DOCUMENT.text} {name}") for name in "abc"]
    with Store.open(tmp_path / "several.db", writing=True) as store:
        for at, one in enumerate(documents):
            reading = a_reading(one, problems=(a_problem(one),) * at, status="partial" if at else "complete")
            store.save(
                one, reading, [replace(a_statement(one, reading), id=f"{one.source}{n}") for n in range(at)]
            )
            store.save(one, a_reading(one, "earlier"), [])
            store.save(one, reading, [])
        assert store.readings() == {one.id: store.reading_of(one.id) for one in documents}
        assert [store.statement_counts()[one.id] for one in documents] == [0, 1, 2]


def test_the_order_of_publication_ends_with_the_undated(tmp_path: Path) -> None:
    dates = {"b.txt": None, "a.txt": None, "c.txt": "2022-07", "d.txt": "2022-06-30"}
    with Store.open(tmp_path / "dated.db", writing=True) as store:
        named = {}
        for name, published in dates.items():
            one = a_document(name, published=published)
            named[one.id] = name
            store.save(one, a_reading(one), [])
        places = store.publication_order()
    assert [named[one] for one in sorted(places, key=lambda one: places[one])] == [
        "d.txt",
        "c.txt",
        "a.txt",
        "b.txt",
    ]
