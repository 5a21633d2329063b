from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

from store_samples import TEXT, a_document, a_reading

from jirga.model import Document
from jirga.store import Copy, Store

LONG = " ".join(f"{TEXT} Paragraph {number} of the report told of it again." for number in range(12))
ORIGINAL = a_document("a.txt", LONG)
VERBATIM = a_document("b.txt", LONG)
EDITED = a_document("c.txt", LONG.replace("Paragraph 5", "The fifth paragraph") + " The agency added a line.")
OTHER = a_document(
    "d.txt", "Rain is expected over the northern valleys during the coming weekend, the office said."
)


def pairs(path: Path, documents: list[Document]) -> list[Copy]:
    with Store.open(path, writing=True) as store:
        for one in documents:
            store.save(one, a_reading(one), [])
        return list(store.copies())


def test_verbatim_and_near_copies_are_told_apart(tmp_path: Path) -> None:
    found = {
        frozenset((one.one, one.other)): one
        for one in pairs(tmp_path / "r.db", [ORIGINAL, VERBATIM, EDITED, OTHER])
    }
    assert len(found) == 3
    same = found[frozenset((ORIGINAL.id, VERBATIM.id))]
    assert (same.kind, same.similarity) == ("verbatim", 1.0)
    for one in (ORIGINAL, VERBATIM):
        near = found[frozenset((one.id, EDITED.id))]
        assert near.kind == "near"
        assert 0.5 <= near.similarity < 1


def test_the_pairs_do_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    orders = itertools.permutations([ORIGINAL, VERBATIM, EDITED])
    results = [pairs(tmp_path / f"{number}.db", list(order)) for number, order in enumerate(orders)]
    assert all(result == results[0] for result in results)


def test_saving_says_of_how_many_it_is_a_copy(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db", writing=True) as store:
        assert store.save(ORIGINAL, a_reading(ORIGINAL), []).copies == 0
        assert store.save(VERBATIM, a_reading(VERBATIM), []).copies == 1
        assert store.save(EDITED, a_reading(EDITED), []).copies == 2
        assert store.save(EDITED, a_reading(EDITED, "again"), []).copies == 0


def test_a_text_that_changes_is_no_copy_any_more(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db", writing=True) as store:
        for one in (ORIGINAL, VERBATIM):
            store.save(one, a_reading(one), [])
        changed = replace(VERBATIM, text="Something else.", text_hash="other", text_version="clean-2")
        store.save(changed, a_reading(changed), [])
        assert list(store.copies()) == []
