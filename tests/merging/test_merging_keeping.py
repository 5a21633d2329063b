"""The events that a record keeps: the same as worked out from all at once, whatever came when."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_statements import DENIED, killed, told
from sqlalchemy import event

from jirga import merging
from jirga.merging import keeping
from jirga.merging.keeping import version
from jirga.model import (
    Anchor,
    Constraints,
    Decision,
    Document,
    Event,
    Factuality,
    Participant,
    Reading,
    Span,
    Statement,
    Where,
)
from jirga.store import Query, Store


def document(text: str, source: str, **more: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(digest, digest, "1", source, text, language="en", **more)  # type: ignore[arg-type]


def reading(of: Document) -> Reading:
    return Reading(f"rd_{of.id[:16]}", of.id, of.text_version, "hand-1", "lexicon-1", "usual")


TEXTS = (
    "Gunmen killed nine soldiers near Quetta on Wednesday.",
    "Nine soldiers were killed outside Quetta, the army said.",
    "No soldier was killed near Quetta, the ministry said.",
    "Gunmen killed nine soldiers in Khost.",
    "Gunmen killed nine soldiers near Quetta on Wednesday!",
)
QUETTA = Where("Quetta", "PAK", 30.18, 66.99, "place")
KHOST = Where("Khost", "AFG", 33.34, 69.92, "place")
DOCUMENTS = tuple(
    document(text, f"{at}.txt", publisher=f"Paper {at}", published=f"2022-06-0{at + 2}")
    for at, text in enumerate(TEXTS)
)


def statements_of(one: Document, *, again: str = "") -> list[Statement]:
    begin = one.text.index("oldier") - 1
    found = told(
        one.id,
        one.text,
        "killed",
        at=0,
        day="2022-06-01",
        where=KHOST if "Khost" in one.text else QUETTA,
        recipient=(Participant("soldiers", Span.of(one.text, begin, begin + 7)),),
        figures=(killed(9),),
        factuality=DENIED if one.text.startswith("No") else Factuality(),
    )
    return [replace(found, id=f"st_{one.id[:12]}{again}", reading=f"{reading(one).id}{again}")]


def put(store: Store, one: Document, *, again: str = "") -> None:
    store.save(one, replace(reading(one), id=f"{reading(one).id}{again}"), statements_of(one, again=again))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "jirga.db", writing=True) as opened:
        yield opened


def kept(store: Store) -> dict[str, Event]:
    assert store.merged_by() == version()
    return {one.id: one for one in store.kept_events()}


def anew(store: Store) -> dict[str, Event]:
    found = merging.events(
        store.statements(Query(all=True)), store.document, merging.copies_in(store), store.constraints()
    )
    return {one.id: one for one in found}


def test_reports_of_one_happening_are_kept_as_one_event(store: Store) -> None:
    for one in DOCUMENTS[:4]:
        put(store, one)
    assert merging.update(store) == 4
    together = sorted((one.documents, one.status) for one in kept(store).values())
    assert together == [(1, "reported"), (3, "contested")]
    assert merging.update(store) == 0


@settings(deadline=None, max_examples=12)
@given(
    st.permutations(range(len(DOCUMENTS))),
    st.sets(st.integers(0, len(DOCUMENTS))),
    st.lists(st.integers(0, len(DOCUMENTS) - 1), max_size=2),
)
def test_what_grew_step_by_step_is_what_a_rebuild_gives(
    tmp_path_factory: pytest.TempPathFactory,
    order: Sequence[int],
    merged_after: set[int],
    read_again: list[int],
) -> None:
    with Store.open(tmp_path_factory.mktemp("steps") / "jirga.db", writing=True) as store:
        for at, number in enumerate(order):
            put(store, DOCUMENTS[number])
            if at in merged_after:
                merging.update(store)
        for number in read_again:
            put(store, DOCUMENTS[number], again="b")
            merging.update(store)
        merging.update(store)
        assert kept(store) == anew(store)
        if not read_again:
            assert {tuple(sorted(one.statements)) for one in kept(store).values()} == _usual()


def _usual() -> set[tuple[str, ...]]:
    ids = [statements_of(one)[0].id for one in DOCUMENTS]
    return {tuple(sorted([*ids[:3], ids[4]])), (ids[3],)}


def test_a_record_that_is_behind_is_answered_rightly_without_being_written(store: Store) -> None:
    put(store, DOCUMENTS[0])
    merging.update(store)
    put(store, DOCUMENTS[1])
    assert store.merged_by() is None
    with Store.open(store.path) as reader:
        (made,) = merging.Events(reader).every()
        assert made.documents == 2
        assert [one.id for one in merging.Events(reader).of(made.statements)] == [made.id]
        with pytest.raises(Exception, match="reading only"):
            merging.update(reader)
    assert len(list(store.kept_events())) == 1


def test_a_merge_that_is_cut_off_leaves_what_was_there(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, DOCUMENTS[0])
    merging.update(store)
    before = list(store.kept_events())
    put(store, DOCUMENTS[1])

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("jirga.merging.keeping.composed", cut)
        with pytest.raises(KeyboardInterrupt):
            merging.update(store)
    assert list(store.kept_events()) == before
    assert store.merged_by() is None
    merging.update(store)
    assert kept(store) == anew(store)


def test_statements_are_looked_up_by_their_documents_not_among_all(store: Store) -> None:
    put(store, DOCUMENTS[0])
    with store.merging() as tables:
        asked: list[str] = []
        event.listen(tables._it, "before_cursor_execute", lambda *args: asked.append(args[2]))
        assert len(tables.of_documents([DOCUMENTS[0].id])) == 1
        plan = tables._it.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", (None, None, DOCUMENTS[0].id))
        assert "statement_by_document" in " ".join(row.detail for row in plan)


def test_garbage_is_collected_as_usual_after_merging(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = gc.get_threshold()
    put(store, DOCUMENTS[0])
    during = []
    composing = keeping.lone
    monkeypatch.setattr(keeping, "lone", lambda one: during.append(gc.get_threshold()) or composing(one))
    merging.update(store)
    assert during[0][0] > usual[0]
    assert gc.get_threshold() == usual


def test_other_weights_or_rules_build_everything_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in DOCUMENTS[:2]:
        put(store, one)
    merging.update(store)
    monkeypatch.setattr("jirga.merging.keeping.version", lambda: "merging of another day")
    assert merging.update(store) == 2
    assert store.merged_by() == "merging of another day"


def decide(store: Store, kind: str, *statements: Statement) -> Decision:
    anchors: tuple[Anchor, ...] = tuple(store.anchor(one.id) for one in statements)
    (made,) = store.decide([Decision(kind, anchors, "me")])  # type: ignore[arg-type]
    return made


def test_what_people_keep_apart_is_apart_until_they_undo_it(store: Store) -> None:
    one, other = statements_of(DOCUMENTS[0])[0], statements_of(DOCUMENTS[1])[0]
    for paper in DOCUMENTS[:2]:
        put(store, paper)
    merging.update(store)
    assert len(kept(store)) == 1
    decide(store, "apart", one, other)
    assert store.constraints() == Constraints(apart=frozenset({tuple(sorted((one.id, other.id)))}))  # type: ignore[arg-type]
    assert store.merged_by() is None
    merging.update(store)
    assert len(kept(store)) == 2
    assert kept(store) == anew(store)
    decide(store, "same", one, other)
    merging.update(store)
    assert len(kept(store)) == 1
    assert kept(store) == anew(store)


def test_what_people_put_together_is_together_though_nothing_else_says_so(store: Store) -> None:
    one, other = statements_of(DOCUMENTS[0])[0], statements_of(DOCUMENTS[3])[0]
    for paper in (DOCUMENTS[0], DOCUMENTS[3]):
        put(store, paper)
    merging.update(store)
    decide(store, "same", one, other)
    merging.update(store)
    (made,) = kept(store).values()
    assert set(made.statements) == {one.id, other.id}
    assert kept(store) == anew(store)
