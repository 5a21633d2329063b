from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jirga.merging import Copies, events, fold
from jirga.model import Document, EventCode, Factuality, Figure, Participant, Span, Speaker, Statement, When

QUOTE = "gunmen ambushed a convoy near Miranshah and killed nine soldiers on Tuesday"
SPAN = Span(7, 15, "ambushed")
FIGURE = Figure("killed", Span(51, 64, "nine soldiers"), low=9, high=9)

#: `wire` came first, `local` and `late` reprint it; `other` is a report of its own.
COPIES = Copies(
    {
        "wire": frozenset({"local", "late"}),
        "local": frozenset({"wire", "late"}),
        "late": frozenset({"wire", "local"}),
    },
    {"wire": 0, "local": 1, "other": 2, "late": 3},
)


PRINTED = {
    name: Document(name, name, "1", name, QUOTE, published=f"2022-06-{day:02}", publisher=name.title())
    for name, day in (("wire", 8), ("local", 9), ("other", 10), ("late", 15))
}


def told(document: str, quote: str = QUOTE, start: int = 0, **more: object) -> Statement:
    base = Statement(
        f"st_{document}_{start}_{abs(hash((quote, str(more))))}",
        "event",
        document,
        "r",
        start,
        start + len(quote),
        quote,
        SPAN,
        SPAN,
        Factuality(),
        event=EventCode("ASSAULT"),
        actor=(Participant("gunmen", SPAN),),
        figures=(FIGURE,),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def test_the_report_published_first_stands_for_its_copies() -> None:
    wire, local, late = told("wire"), told("local"), told("late")
    (group,) = fold([late, local, wire], COPIES)
    assert (group.statement, group.copies) == (wire, (local, late))


def test_another_report_in_the_same_words_stands_for_itself() -> None:
    assert len(list(fold([told("wire"), told("other")], COPIES))) == 2


def test_without_copies_nothing_is_drawn_together() -> None:
    assert [one.statement for one in fold([told("wire"), told("local")])] == [told("wire"), told("local")]


def test_an_edited_word_is_the_same_and_another_date_read_from_it_too() -> None:
    edited = told("local", QUOTE.replace("a convoy", "one convoy"), when=When("2021-11-16"))
    assert len(list(fold([told("wire"), edited], COPIES))) == 1


def test_whatever_an_edited_copy_says_otherwise_stands_for_itself() -> None:
    others = [
        told("local", QUOTE.replace("Miranshah", "Wana")),
        told("local", QUOTE, figures=(replace(FIGURE, low=11, high=11),)),
        told("local", QUOTE, said_by=(Speaker("Police", "organisation"),)),
        told("local", QUOTE, factuality=Factuality("negated")),
        told("local", QUOTE, event=EventCode("COERCE")),
        told("local", "gunmen ambushed a convoy and nine died"),
    ]
    for one in others:
        assert len(list(fold([told("wire"), one], COPIES))) == 2


def test_what_one_document_says_twice_is_told_twice() -> None:
    statements = [told("wire"), told("wire", start=500), told("local"), told("local", start=480)]
    found = list(fold(statements, COPIES))
    assert [len(one.copies) for one in found] == [1, 1]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["wire", "local", "late", "other"]),
            st.sampled_from([QUOTE, "they fled", "it ambushed"]),
        ),
        max_size=12,
    ),
    st.integers(),
)
def test_nothing_is_lost_and_the_order_of_reading_changes_nothing(
    given_: list[tuple[str, str]], seed: int
) -> None:
    statements = [told(document, quote, start) for start, (document, quote) in enumerate(given_)]
    found = list(fold(statements, COPIES))
    every = [one.id for group in found for one in (group.statement, *group.copies)]
    assert sorted(every) == sorted(one.id for one in statements)
    shuffled = random.Random(seed).sample(statements, len(statements))
    assert set(fold(shuffled, COPIES)) == set(found)


def test_an_event_told_by_copies_has_their_documents_and_one_source() -> None:
    (event,) = events([told("local"), told("wire")], PRINTED.__getitem__, COPIES)
    assert (event.documents, event.independent_sources) == (2, 1)
    assert event.statements == (told("wire").id, told("local").id)
    assert event.why == ("", "the same words in a copy of the report")
    (alone,) = events([told("wire")], PRINTED.__getitem__)
    assert event.id == alone.id


def test_a_copy_that_reads_the_day_wrongly_is_still_a_copy() -> None:
    late = told("late", when=When("2022-06-14", "2022-06-14", "2022-06-14", "resolved"))
    wire = told("wire", when=When("2022-06-07", "2022-06-07", "2022-06-07", "resolved"))
    assert len(events([late, wire], PRINTED.__getitem__, COPIES)) == 1
    assert len(events([late, wire], PRINTED.__getitem__)) == 2
