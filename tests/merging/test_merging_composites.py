"""The contests and truces that a record keeps: those worked out from all of it, for the next who asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_statements import DENIED, PAKISTAN, TTP, by, killed, told, total

from jirga import merging
from jirga.errors import RecordError
from jirga.merging import Imprints, composites, imprint
from jirga.merging.imprint import FOOT, HEAD
from jirga.model import Anchor, Contest, Decision, Document, Participant, Reading, Span, Statement, Truce
from jirga.store import Query, Store

NINE = "Gunmen killed nine soldiers near Quetta on Wednesday."
FOURTEEN = "Fourteen soldiers were killed outside Quetta, the army said."
NONE = "No soldier was killed near Quetta, the ministry said."
TRUCE = "The government and the TTP announced a ceasefire on 8 November 2021."
LATER = "The ceasefire took effect on 9 December 2021, an elder said."
YEAR = "The army counted 87 attacks in 2021, an institute 210."
TEXTS = (NINE, FOURTEEN, NONE, TRUCE, LATER, YEAR)


def document(number: int, text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    day = f"2021-12-1{number}"
    return Document(
        digest, digest, "1", f"{number}.txt", text, publisher=f"Paper {number}", published=day, language="en"
    )


DOCUMENTS = tuple(document(number, text) for number, text in enumerate(TEXTS))


def soldiers(text: str) -> Participant:
    at = text.index("oldier") - 1
    return Participant("soldiers", Span.of(text, at, at + 7))


def statements_of(one: Document, again: str = "") -> list[Statement]:
    text = one.text
    if text == YEAR:
        attacks = [replace(killed(number), measure="attacks", period="2021") for number in (87, 210)]
        found = [
            total(one.id, text, figure, at=0, said_by=(by(name),))
            for figure, name in zip(attacks, ("the army", "an institute"), strict=True)
        ]
    elif text == TRUCE:
        found = [told(one.id, text, "announced", "CONCEDE", at=0, day="2021-11-08", actor=(PAKISTAN, TTP))]
    elif text == LATER:
        more = {"day": "2021-12-09", "said_by": (by("An elder"),)}
        found = [told(one.id, text, "took effect", "RETREAT:ceasefire", at=0, **more)]
    else:
        dead = {NINE: 9, FOURTEEN: 14, NONE: 0}[text]
        more = {"day": "2021-12-08", "place": "Quetta", "figures": (killed(dead),)} | (
            {"factuality": DENIED} if text == NONE else {}
        )
        found = [told(one.id, text, "killed", at=0, recipient=(soldiers(text),), **more)]
    reading = f"rd_{one.id[:16]}{again}"
    return [replace(it, id=f"st_{one.id[:10]}{at}{again}", reading=reading) for at, it in enumerate(found)]


def put(store: Store, one: Document, again: str = "") -> None:
    reading = Reading(f"rd_{one.id[:16]}{again}", one.id, "1", "hand-1", "lexicon-1", "usual")
    store.save(one, reading, statements_of(one, again))


def anew(store: Store) -> tuple[list[Contest], list[Truce]]:
    """Worked out from every statement and event, whatever is kept."""
    evidence = merging.Evidence.of(
        store.statements(Query(all=True)), Imprints(store.document), merging.copies_in(store)
    )
    events = merging.events(
        store.statements(Query(all=True)), store.document, merging.copies_in(store), store.constraints()
    )
    truces = merging.truces(events, evidence)
    return merging.contests(events, evidence, truces), truces


def asked(store: Store) -> tuple[list[Contest], list[Truce]]:
    return merging.contests_in(store), merging.truces_in(store)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "jirga.db", writing=True) as opened:
        for one in DOCUMENTS:
            put(opened, one)
        merging.update(opened)
        yield opened


@pytest.fixture
def nothing_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def worked_out(_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(composites, "_told", worked_out)


def test_what_the_samples_hold(store: Store) -> None:
    contests, truces = asked(store)
    assert {one.about for one in contests if one.contested} >= {"how many", "whether"}
    assert [one.name for one in truces] != []


@settings(deadline=None, max_examples=10)
@given(
    st.permutations(range(len(DOCUMENTS))),
    st.sets(st.integers(0, len(DOCUMENTS))),
    st.lists(st.integers(0, len(DOCUMENTS) - 1), max_size=2),
)
def test_what_is_kept_is_what_a_rebuild_gives_whatever_came_when(
    tmp_path_factory: pytest.TempPathFactory, order: Sequence[int], asked_after: set[int], again: list[int]
) -> None:
    with Store.open(tmp_path_factory.mktemp("steps") / "jirga.db", writing=True) as store:
        for at, number in enumerate(order):
            put(store, DOCUMENTS[number])
            if at in asked_after:
                merging.update(store)
                asked(store)
        for number in again:
            put(store, DOCUMENTS[number], again="b")
            merging.update(store)
            assert asked(store) == anew(store)
        merging.update(store)
        first = asked(store)
        assert first == asked(store) == anew(store)
        assert store.kept_contests(composites.version()) == first[0]
        assert store.kept_truces(composites.version()) == first[1]


def test_who_asks_again_works_nothing_out(store: Store, request: pytest.FixtureRequest) -> None:
    before = asked(store)
    request.getfixturevalue("nothing_worked_out")
    assert asked(store) == before


def test_a_reader_keeps_what_it_worked_out_for_the_next(store: Store, request: pytest.FixtureRequest) -> None:
    with Store.open(store.path) as reader:
        before = asked(reader)
    request.getfixturevalue("nothing_worked_out")
    assert asked(store) == before


def test_a_reader_answers_though_somebody_is_writing_and_keeps_nothing(store: Store) -> None:
    with Store.open(store.path) as reader:
        with store.merging():
            during = asked(reader)
        assert reader.kept_contests(composites.version()) is None
        assert during == asked(store)
        with pytest.raises(RecordError, match="reading only"):
            reader.keep("me", 0, [], [])


def about(one: Document) -> Anchor:
    return Anchor(one.id, one.text_version)


CHANGES = {
    "another publisher": lambda store: store.decide(
        [Decision("correct", (about(DOCUMENTS[0]),), "me", changes=(("publisher", '"Paper 1"'),))]
    ),
    "a document withdrawn": lambda store: store.decide([Decision("withdraw", (about(DOCUMENTS[2]),), "me")]),
    "a statement rejected": lambda store: store.decide(
        [Decision("reject", (store.anchor(statements_of(DOCUMENTS[1])[0].id),), "me")]
    ),
    "statements kept apart": lambda store: store.decide(
        [Decision("apart", tuple(store.anchor(statements_of(one)[0].id) for one in DOCUMENTS[:2]), "me")]
    ),
    "read anew": lambda store: put(store, DOCUMENTS[5], again="c"),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("merged", [False, True])
def test_after_any_change_they_are_worked_out_anew(store: Store, what: str, merged: bool) -> None:
    asked(store)
    CHANGES[what](store)
    if merged:
        merging.update(store)
        assert asked(store) == anew(store)
        assert store.kept_contests(composites.version()) is not None
    assert asked(store) == anew(store)


def test_what_was_worked_out_before_a_change_is_not_kept_after_it(store: Store) -> None:
    before = store.changes()
    put(store, DOCUMENTS[0], again="d")
    assert not store.keep("me", before, [], [])
    assert store.kept_contests("me") is None
    assert store.keep("me", store.changes(), [], [])
    assert store.kept_contests("me") == []


def test_what_other_rules_made_is_worked_out_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(store)
    monkeypatch.setattr(composites, "version", lambda: "contests of another day")
    assert store.kept_truces("contests of another day") is None
    assert asked(store) == anew(store)
    assert store.kept_truces("contests of another day") is not None


@given(st.text(alphabet="ab (-)\n", max_size=HEAD), st.text(alphabet="ab (-)\n", max_size=HEAD + 2 * FOOT))
def test_the_ends_of_a_text_tell_whose_report_it_is(head: str, foot: str) -> None:
    text = f"KABUL, Nov 9 (Reuters) - {head}{foot} - AFP"
    whole = document(1, text)
    ends = text if len(text) <= HEAD + FOOT else text[:HEAD] + text[-FOOT:]
    assert imprint(replace(whole, text=ends)) == imprint(whole)


def test_documents_come_with_the_two_ends_of_their_texts(store: Store) -> None:
    short, whole = ({one.id: one for one in store.ends(*cut)} for cut in ((4, 3), (HEAD, FOOT)))
    assert whole == {one.id: one for one in DOCUMENTS}
    assert {one.text for one in short.values()} == {f"{text[:4]}{text[-3:]}" for text in TEXTS}
