"""A document read again by another coder: decisions stand, and what lost its anchor stands in the queue.

The coders are the real ones: the rules alone, and the rules with the learned model.
"""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

import jirga
from jirga.coding import Coder
from jirga.model import Statement
from jirga.reading import read
from jirga.record import Record

pytestmark = pytest.mark.slow

REPORT = """Publisher: Frontier Wire
Published: 2022-04-07

Gunmen attacked an army convoy near Miranshah on Wednesday, killing nine soldiers, police said.
The government released 30 prisoners last week. The Tehreek-e-Taliban Pakistan denied that it carried out
the attack. Traders shut their shops in protest, and there was gunfire in the bazaar after the funeral.
Judges went back to work after their strike.
Elders brokered a month-long ceasefire between the army and the militants on Tuesday.
"""


def coder(*, learned: bool) -> Coder:
    return Coder(learned=learned)


RULES, BOTH = partial(coder, learned=False), partial(coder, learned=True)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def told(record: Record) -> dict[str, Statement]:
    return {one.trigger.quote: one for one in record.statements(all=True, kind="event")}


def exported(record: Record) -> bytes:
    out = io.BytesIO()
    record.export(out, what="statements", all=True)
    return out.getvalue()


def again(record: Record, article: Path, coder: partial[Coder]) -> dict[str, Statement]:
    """Read by this coder; return what is told then."""
    record.close()
    read(record.location, [article], coder=coder)
    return told(record)


def test_decisions_survive_another_coder_and_what_is_lost_is_queued(article: Path, tmp_path: Path) -> None:
    with jirga.open(tmp_path / "r.db") as record:
        by_rules, by_both = again(record, article, RULES), again(record, article, BOTH)
        # one of the two tells something that the other does not
        coder, other = (RULES, BOTH) if set(by_rules) - set(by_both) else (BOTH, RULES)
        mine, theirs = (by_rules, by_both) if coder is RULES else (by_both, by_rules)
        alone = set(mine) - set(theirs)
        assert alone
        first = again(record, article, coder)
        untouched = exported(record)
        record.decide(first["killing"].id, "set", ["actor=ttp@Gunmen", "type=ASSAULT"], by="Amina")
        record.decide(first["released"].id, "reject", by="Amina")
        for words in alone:
            record.decide(first[words].id, "accept", by="Bilal")
        then = again(record, article, other)
        # what both coders tell: as decided
        assert (then["killing"].actor[0].entity, then["killing"].coder) == ("ttp", "person")
        assert "released" not in then
        # what only the first tells: it stands as it was accepted, and is queued
        assert alone <= set(then)
        lost = [item.decision.anchors[0].trigger for item in record.review().items if item.decision]
        assert {span.quote for span in lost if span} == alone
        # and undone, in whatever state of reading, the first reading is as it was, to the byte
        for row in record.decisions():
            record.undo(row.decision.id)
        again(record, article, coder)
        assert exported(record) == untouched
        assert record.store.lost() == []


def test_a_corrected_date_moves_relative_dates_and_stays(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIRGA_CODER", "rules")
    with jirga.open(tmp_path / "r.db") as record:
        record.read([article])
        before = exported(record)
        assert told(record)["killing"].when.edtf == "2022-04-06"
        record.decide(told(record)["released"].id, "set", ["polarity=negated"], by="Amina")
        done = record.correct("wire", published="2022-04-14", by="Amina")
        assert (done.read_again, done.left) == (1, ())
        assert told(record)["killing"].when.edtf == "2022-04-13"
        assert told(record)["released"].factuality.polarity == "negated"
        assert record.read([article]).unchanged == 1
        assert told(record)["killing"].when.edtf == "2022-04-13"
        assert record.undo().read_again == 1
        record.undo()
        assert exported(record) == before


def test_every_span_of_what_people_made_is_the_text_at_its_offsets(article: Path, tmp_path: Path) -> None:
    from jirga.coding.parts import spans_of

    with jirga.open(tmp_path / "r.db") as record:
        read(record.location, [article], coder=RULES)
        settings = ["actor=ttp", "recipient=Pakistan Army; police", "where=Miranshah", "when=2022-04-06"]
        settings += ["figures=killed 9; injured 3..", "said_by=Foreign Ministry"]
        for one in list(told(record).values()):
            record.decide(one.id, "set", settings, by="Amina")
        record.add("wire", quote="gunfire in the bazaar", type="ASSAULT")
        text = record.show("wire").evidence[0].document.text
        made = [one for one in record.statements(all=True) if one.coder == "person"]
        assert len(made) >= 3
        assert all(text[span.start : span.end] == span.quote for span in spans_of(made))
