from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import jirga
import sample_record as made
from jirga.model import Document, Factuality, RelationCode, Span, Speaker, Statement
from jirga.questions.changes import changes
from jirga.questions.relations import RelationRow, gather
from jirga.record import Record
from jirga.store import Store

FIRST, SECOND, TTP = "baitullah-mehsud", "noor-wali-mehsud", "ttp"


def paper(number: int) -> Document:
    return made.document(
        f"Report {number}. {made.TOLL}", f"reports/{number}.txt", publisher=f"Paper {number}"
    )


def told(
    of: Document,
    name: str = "0",
    *,
    kind: str = "leads",
    actor: str = SECOND,
    recipient: str | None = TTP,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
    factuality: Factuality | None = None,
    actor_entity: bool = True,
) -> Statement:
    """A relation told in a document; ends by entity ids, which are their names too."""
    at = Span.of(of.text, 0, 6)
    sides = [
        replace(
            made.party(of, "Noor Wali Mehsud", "noor-wali-mehsud"),
            entity=actor if actor_entity else None,
            name=actor,
        )
    ]
    others = [replace(made.party(of, "TTP", "ttp"), entity=recipient, name=recipient)] if recipient else []
    said = (Speaker(by, "person", None, mention=at, cue=at),) if by else ()
    return replace(
        made.LEADS,
        id=f"st_{of.id[:8]}{name}",
        document=of.id,
        reading=made.reading(of).id,
        relation=RelationCode(kind, since, until),
        actor=tuple(sides),
        recipient=tuple(others),
        said_by=said,
        factuality=factuality or Factuality(),
    )


def only(rows: list[RelationRow]) -> RelationRow:
    (row,) = rows
    return row


def test_what_two_reports_tell_of_one_relation_is_one_row() -> None:
    one, other = told(paper(1), since="2018"), told(paper(2), until="2022", by="A minister")
    row = only(gather([one, other]))
    assert row.documents == 2
    assert [(d.edtf, d.statements) for d in row.since] == [("2018", (one.id,))]
    assert [(d.edtf, d.said_by) for d in row.until] == [("2022", ("A minister",))]


def test_rival_dates_stand_side_by_side_each_with_its_speakers() -> None:
    row = only(
        gather([told(paper(1), since="2018-06"), told(paper(2), since="2019", by="Police")]),
    )
    assert [(d.edtf, d.said_by) for d in row.since] == [("2018-06", ()), ("2019", ("Police",))]


DENIED = Factuality(polarity="negated")


@pytest.mark.parametrize(
    ("stances", "status"),
    [
        ([Factuality()], "reported"),
        ([DENIED], "denied"),
        ([Factuality(), DENIED], "contested"),
        ([Factuality(modality="feared")], "not asserted"),
        ([Factuality(modality="feared"), Factuality()], "reported"),
    ],
)
def test_a_relation_is_contested_where_somebody_says_so_and_somebody_denies_it(
    stances: list[Factuality], status: str
) -> None:
    row = only(gather(told(paper(i), factuality=one) for i, one in enumerate(stances)))
    assert row.status == status


def test_who_says_so_and_who_denies_it_are_told_with_their_statements() -> None:
    yes = told(paper(1), kind="shelters", by="Islamabad")
    no = told(paper(2), kind="shelters", by="Kabul", factuality=DENIED)
    row = only(gather([yes, no]))
    assert {(v.name, v.stance, v.statements) for v in row.voices} == {
        ("Islamabad", "says so", (yes.id,)),
        ("Kabul", "denies it", (no.id,)),
    }


def test_a_denied_date_is_no_date_of_the_relation() -> None:
    row = only(gather([told(paper(1)), told(paper(2), since="2010", factuality=DENIED)]))
    assert row.since == ()


def test_allies_are_one_row_whichever_side_is_named_first() -> None:
    rows = gather(
        [told(paper(1), kind="ally_of"), told(paper(2), kind="ally_of", actor=TTP, recipient=SECOND)]
    )
    assert only(rows).documents == 2


def test_who_leads_whom_is_not_turned_round() -> None:
    assert len(gather([told(paper(1)), told(paper(2), actor=TTP, recipient=SECOND)])) == 2


def test_unnamed_people_are_the_same_only_within_one_document() -> None:
    unnamed = [told(paper(i), actor="gunmen", actor_entity=False) for i in (1, 2)]
    again = replace(unnamed[0], id="st_again")
    assert len(gather([*unnamed, again])) == 2


def test_a_pronoun_that_nobody_could_make_out_makes_no_row() -> None:
    assert gather([told(paper(1), actor="they", actor_entity=False)]) == []


def test_somebody_held_by_nobody_named_is_held_by_somebody_unknown() -> None:
    held = replace(told(paper(1), kind="holds"), actor=())
    row = only(gather([held]))
    assert (row.actor.name, row.actor.entity) == ("unknown", None)


def test_the_order_of_statements_changes_nothing() -> None:
    kinds = ["leads", "ally_of", "fights"]
    all_ = [
        told(paper(i), str(j), kind=kind, since=f"20{10 + i}", by=f"Speaker {i % 3}")
        for i in range(6)
        for j, kind in enumerate(kinds)
    ]
    expected = gather(all_)
    for seed in range(5):
        shuffled = list(all_)
        random.Random(seed).shuffle(shuffled)
        assert gather(shuffled) == expected


def test_changes_come_by_date_and_what_ends_before_what_begins() -> None:
    rows = gather(
        [
            told(paper(1), actor=FIRST, until="2018-06"),
            told(paper(1), "1", actor=SECOND, since="2018-06"),
            told(paper(1), "2", actor=FIRST, since="2007-12"),
        ]
    )
    found = [(one.told.edtf, one.relation.actor.name, one.turn) for one in changes(rows)]
    assert found == [
        ("2007-12", FIRST, "begins"),
        ("2018-06", FIRST, "ends"),
        ("2018-06", SECOND, "begins"),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "r.db"
    papers = [paper(1), paper(2)]
    by_paper = {
        papers[0].id: [
            told(papers[0], kind="shelters", actor="afghanistan-government", by="Islamabad"),
            told(papers[0], "1", since="2018"),
        ],
        papers[1].id: [
            told(papers[1], kind="shelters", actor="afghanistan-government", by="Kabul", factuality=DENIED),
            told(papers[1], "1", kind="funds", actor="iran", factuality=DENIED),
        ],
    }
    with Store.open(path, writing=True) as store:
        for one in papers:
            store.save(one, made.reading(one), by_paper[one.id])
    with jirga.open(path) as opened:
        yield opened


def test_a_record_shows_contested_relations_and_with_all_the_denied_too(record: Record) -> None:
    assert {(r.type, r.status) for r in record.relations()} == {
        ("leads", "reported"),
        ("shelters", "contested"),
    }
    assert ("funds", "denied") in {(r.type, r.status) for r in record.relations(all=True)}


def test_a_record_counts_independent_sources_and_tells_changes(record: Record) -> None:
    (shelters,) = record.relations(type="shelters")
    assert (shelters.documents, shelters.independent_sources) == (2, 1)  # one passage, printed twice
    (change,) = record.relations(changes=True)
    assert change.to_json()["relation"] == record.relations(type="leads")[0].id


def test_other_kinds_have_no_relations(record: Record) -> None:
    assert record.relations(kind="event") == []


def test_without_text_no_words_of_unnamed_parties_or_speakers_are_left() -> None:
    row = only(gather([told(paper(1), actor="a man of 31", actor_entity=False, by="a neighbour")]))
    out = str(row.to_json(text=False))
    assert "man of 31" not in out and "neighbour" not in out


def test_show_tells_who_says_so_and_who_denies_it(record: Record) -> None:
    (row,) = record.relations(type="shelters")
    shown = record.show(row.id)
    assert shown.kind == "relation"
    assert {one.statement.id for one in shown.evidence} == set(row.statements)
