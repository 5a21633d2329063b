"""Whatever is decided, undone and read again: what is shown follows from what was decided alone."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.model import (
    Anchor,
    Decision,
    Document,
    EventCode,
    Factuality,
    Participant,
    Reading,
    Span,
    Statement,
)
from jirga.store import Query, Store

TEXT = "The army attacked a post. The rebels denied that they had attacked it. Both agreed to talks in May."
DOCUMENT = Document(
    "d", hashlib.sha256(TEXT.encode()).hexdigest(), "1", "a.txt", TEXT, published="2022-06-03"
)

#: What coders tell: the trigger's place and words, the type, and which of them it is the content of.
TOLD = [
    ("attacked", 9, "ASSAULT"),
    ("denied", 37, "REJECT"),
    ("attacked", 58, "ASSAULT"),
    ("agreed", 76, "AGREE"),
]
SUBSETS = st.lists(st.integers(0, len(TOLD) - 1), unique=True).map(sorted)
KINDS = ["accept", "reject", "polarity", "type", "same", "apart", "title", "withdraw", "undo"]
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), SUBSETS, st.integers(0, 1)),
        st.tuples(st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9)),
    ),
    max_size=14,
)


def reading(subset: list[int], variant: int) -> tuple[Reading, list[Statement]]:
    """A reading that tells these; the variant takes a longer trigger."""
    identifier = f"rd_{subset}_{variant}"
    made = []
    for at in subset:
        words, start, code = TOLD[at]
        assert TEXT[start : start + len(words)] == words
        span = Span.of(TEXT, start, start + len(words) + variant * 2)
        made.append(
            Statement(
                id=f"st_{at}_{identifier}",
                kind="event",
                document="d",
                reading=identifier,
                start=span.start,
                end=span.end,
                quote=span.quote,
                sentence=span,
                trigger=span,
                factuality=Factuality(),
                event=EventCode(code),
                actor=(Participant("army", Span.of(TEXT, 4, 8)),),
                content_of=f"st_1_{identifier}" if at == 2 and 1 in subset else None,
            )
        )
    return Reading(identifier, "d", "1", "any", "none", str((subset, variant))), made


def act(store: Store, kind: str, first: int, second: int) -> None:
    """Let one thing be decided, if there is anything to decide of."""
    shown = list(store.statements(Query(all=True)))
    alive = [one for one, live in store.decisions() if live]
    about = Anchor("d", "1")
    if kind == "undo" and alive:
        undone = alive[first % len(alive)]
        store.decide([Decision("undo", undone.anchors, "A", undoes=undone.id)])
    elif kind == "title":
        store.decide([Decision("correct", (about,), "A", changes=(("title", json.dumps(str(first))),))])
    elif kind == "withdraw":
        store.decide([Decision("withdraw", (about,), "A")])
    elif shown and kind != "undo":
        one, other = shown[first % len(shown)], shown[second % len(shown)]
        anchors = (store.anchor(one.id), store.anchor(other.id))
        if kind in ("same", "apart"):
            store.decide([Decision(kind, anchors, "A")])  # type: ignore[arg-type]
        elif kind in ("accept", "reject"):
            store.decide([Decision(kind, anchors[:1], "A", statement=one)])  # type: ignore[arg-type]
        else:
            value = (
                ["negated", "unknown"][second % 2] if kind == "polarity" else ["AID", "ASSAULT"][second % 2]
            )
            changes = ((kind, json.dumps(value)),)
            store.decide([Decision("edit", anchors[:1], "A", changes=changes, statement=one)])


@contextmanager
def a_record() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "r.db", writing=True) as store:
        yield store


def state(store: Store) -> tuple[object, ...]:
    """Everything that a record shows, but for when it came."""
    return (
        list(store.statements(Query(all=True))),
        store.statement_counts(),
        list(store.documents()),
        store.document("d"),
        store.constraints(),
        store.lost(),
        store.decisions(),
    )


@settings(max_examples=60, deadline=None)
@given(ACTS, st.randoms(use_true_random=False))
def test_what_is_shown_follows_from_the_last_reading_and_the_decisions_in_any_order(acts, chance) -> None:  # type: ignore[no-untyped-def]
    last = ([0, 1, 2, 3], 0)
    with a_record() as store, a_record() as fresh:
        store.save(DOCUMENT, *reading(*last))
        for kind, first, second in acts:
            if kind == "read":
                last = (first, second)
                store.save(DOCUMENT, *reading(*last))
            else:
                act(store, kind, first, second)
        for one in store.statements(Query(all=True)):
            assert TEXT[one.trigger.start : one.trigger.end] == one.trigger.quote
        decisions = [one for one, _ in store.decisions()]
        chance.shuffle(decisions)
        for one in decisions[: len(decisions) // 2]:
            fresh.decide([one])
        fresh.save(DOCUMENT, *reading(*last))
        fresh.decide(decisions)
        assert state(fresh) == state(store)
        # all undone, the record shows what the coder told, and nothing else
        for one in [one for one, live in store.decisions() if live]:
            store.decide([Decision("undo", one.anchors, "B", undoes=one.id)])
        coded = reading(*last)[1]
        assert sorted(store.statements(Query(all=True)), key=lambda one: one.id) == sorted(
            coded, key=lambda one: one.id
        )
        assert store.document("d") == DOCUMENT
        assert (store.lost(), store.constraints().same) == ([], frozenset())
