"""Decisions from elsewhere: what cannot be applied is told, and nothing of a record is broken by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import a_document, a_reading, a_statement

from jirga.errors import UsageError
from jirga.model import Anchor, Decision, EventCode, Span
from jirga.store import Query, Store, mistakes
from jirga.store.anchors import anchor_of

DOCUMENT = a_document()
STATEMENT = a_statement(DOCUMENT, a_reading(DOCUMENT))
AIM = anchor_of(STATEMENT, DOCUMENT.text_version)
ABOUT = Anchor(DOCUMENT.id, DOCUMENT.text_version)

GOOD = [
    Decision("accept", (AIM,), "A", statement=STATEMENT),
    Decision("reject", (AIM,), "A"),
    Decision("edit", (AIM,), "A", changes=(("polarity", '"negated"'),), statement=STATEMENT),
    Decision("same", (AIM, AIM), "A"),
    Decision("correct", (ABOUT,), "A", changes=(("title", "null"), ("url", '"x"'))),
    Decision("withdraw", (ABOUT,), "A"),
    Decision("undo", (ABOUT,), "A", undoes="de_1"),
]
ACCEPT, REJECT, EDIT, SAME, CORRECT, WITHDRAW, UNDO = GOOD

BAD = [
    replace(ACCEPT, kind="bless"),
    replace(ACCEPT, by=""),
    replace(ACCEPT, why=None),
    replace(ACCEPT, anchors=()),
    replace(ACCEPT, anchors=(ABOUT,)),
    replace(ACCEPT, statement=None),
    replace(ACCEPT, statement=replace(STATEMENT, document="another")),
    replace(ACCEPT, statement=replace(STATEMENT, event=EventCode("WAR"))),
    replace(ACCEPT, statement=replace(STATEMENT, trigger=Span(5, 2, "released"))),
    replace(REJECT, anchors=(replace(AIM, trigger=Span("1", "2", "x")),)),  # type: ignore[arg-type]
    replace(REJECT, anchors=(replace(AIM, document=1),)),  # type: ignore[arg-type]
    replace(EDIT, changes=(("id", '"st_1"'),)),
    replace(EDIT, changes=(("actor", '[{"name": "x"}]'),)),
    replace(EDIT, changes=(("type", '"WAR"'),)),
    replace(EDIT, changes=(("when", "5"),)),
    replace(SAME, anchors=(AIM,)),
    replace(SAME, anchors=(AIM, AIM, AIM)),
    replace(CORRECT, changes=(("id", '"x"'),)),
    replace(CORRECT, changes=(("title", "5"),)),
    replace(UNDO, undoes=None),
]


@pytest.mark.parametrize("decision", GOOD, ids=lambda one: one.kind)
def test_what_can_be_applied_has_no_mistake(decision: Decision) -> None:
    assert list(mistakes(decision)) == []


@pytest.mark.parametrize("decision", BAD)
def test_what_cannot_be_applied_is_told_and_the_record_is_as_it_was(
    decision: Decision, tmp_path: Path
) -> None:
    assert all(isinstance(one, str) and one for one in mistakes(decision))
    with Store.open(tmp_path / "r.db", writing=True) as store:
        store.save(DOCUMENT, a_reading(DOCUMENT), [STATEMENT])
        with pytest.raises(UsageError, match="cannot be applied"):
            store.decide([REJECT, decision])
        assert store.decisions() == []
        assert list(store.statements(Query(all=True))) == [STATEMENT]
