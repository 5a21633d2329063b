"""Ids of statements: two told by the very same words, of other types, are both kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coding_documents import document

from jirga.coding import Coder
from jirga.coding.parts import each_once, statement_id
from jirga.model import EventCode, RelationCode, Statement
from jirga.store import Store

TEXT = "A court jailed two leaders of the FARC on Tuesday."


def jailed(coder: Coder) -> Statement:
    (found,) = (s for s in coder.code(document(TEXT, "2021-11-10")).statements if s.kind == "event")
    return found


def test_two_types_on_one_trigger_with_the_same_parties_are_two_statements(coder: Coder) -> None:
    coerced = jailed(coder)
    punished = replace(coerced, event=EventCode("SANCTION"))
    kept = each_once([punished, coerced])
    assert {one.code for one in kept} == {"SANCTION", "COERCE"}
    assert len({one.id for one in kept}) == 2
    assert coerced in kept  # the later keeps the id by which it was known


def test_two_relations_on_one_trigger_are_two_statements(coder: Coder) -> None:
    leads = replace(jailed(coder), kind="relation", event=None, relation=RelationCode("leads"))
    leads = replace(leads, id=statement_id(leads))
    holds = replace(leads, relation=RelationCode("holds_office"))
    assert [one.code for one in each_once([leads, holds, leads])].count("leads") == 1
    assert len(each_once([leads, holds])) == 2


def test_one_told_twice_stays_one_and_single_ones_keep_their_ids(coder: Coder) -> None:
    one = jailed(coder)
    assert each_once([replace(one, confidence=0.1), one]) == (one,)
    assert one.id == statement_id(one)


def test_a_record_keeps_both(coder: Coder, tmp_path: Path) -> None:
    coded = coder.code(document(TEXT, "2021-11-10"))
    one = jailed(coder)
    both = each_once([replace(one, event=EventCode("SANCTION")), one])
    with Store.open(tmp_path / "record.db", writing=True) as store:
        store.save(document(TEXT, "2021-11-10"), coded.reading, both)
        assert {kept.id: kept.code for kept in store.statements()} == {it.id: it.code for it in both}
