from __future__ import annotations

import random
from dataclasses import replace

import pytest

from jirga.merging import Copies, Imprints, imprint, sources
from jirga.model import Document, EventCode, Factuality, Span, Speaker, Statement

SPAN = Span(0, 5, "bombs")
REUTERS = Speaker("Reuters", "media")
WIRE = Speaker("Frontier Wire", "media")
POLICE = Speaker("Police", "organisation")


def report(name: str, text: str = "Bombs fell.", **more: object) -> Document:
    base = {"publisher": name, "text_hash": name, "text_version": "1", "source": name, "text": text}
    return Document(name, **{**base, **more})  # type: ignore[arg-type]


def told(document: str, *said_by: Speaker, quote: str = "bombs fell", start: int = 0) -> Statement:
    identifier = f"st_{document}_{start}"
    factuality, code = Factuality(), EventCode("ASSAULT")
    base = Statement(
        identifier, "event", document, "r", start, start + 9, quote, SPAN, SPAN, factuality, code
    )
    return replace(base, said_by=said_by)


def count(statements: list[Statement], *documents: Document, copies: Copies | None = None) -> tuple[int, str]:
    by_id = {one.id: one for one in documents}
    found = sources(statements, by_id, copies or Copies({}, {}))
    return found.count, " · ".join(found.how)


def test_two_papers_that_share_nothing_are_two_sources() -> None:
    number, how = count([told("Dawn"), told("Herald", POLICE)], report("Dawn"), report("Herald"))
    assert number == 2
    assert how == "2 independent sources in 2 reports · no report copies, carries or only quotes another"


def test_one_report_needs_no_explanation_and_none_is_no_source() -> None:
    assert count([told("Dawn"), told("Dawn", start=40)], report("Dawn")) == (
        1,
        "1 independent source in 1 report",
    )
    assert count([]) == (0, "")


def test_a_copy_counts_once() -> None:
    copies = Copies({"Wire": frozenset({"Herald"}), "Herald": frozenset({"Wire"})}, {"Wire": 0, "Herald": 1})
    number, how = count([told("Herald"), told("Wire")], report("Herald"), report("Wire"), copies=copies)
    assert number == 1
    assert "Herald prints a copy of Wire's report" in how


def test_a_passage_in_the_same_words_counts_once() -> None:
    words = "at least 30 people were killed when police opened fire in the market of the camp"
    same = [
        told("Wire", quote=words),
        told("Radio", quote=words.replace("in the market", "on Thursday in the market")),
    ]
    assert count(same, report("Wire"), report("Radio"))[0] == 1
    other = told(
        "Radio", quote="thirty-three dead, ten of them children, after the police fired on the market"
    )
    assert count([same[0], other], report("Wire"), report("Radio"))[0] == 2


@pytest.mark.parametrize(
    "carrier",
    [
        report("Herald", author="Reuters"),
        report("Herald", text="KABUL, Nov 9 (Reuters) - Bombs fell."),
        report("Herald", text="Bombs fell on the town. - Reuters"),
        report("Herald", text="Bombs fell on the town.\n(Reuters)"),
    ],
)
def test_two_papers_that_carry_one_agency_count_once(carrier: Document) -> None:
    other = report("Mail", author="Thomson Reuters")
    number, how = count([told("Herald"), told("Mail")], carrier, other)
    assert number == 1
    assert "Mail carries Reuters, as Herald does (byline)" in how


def test_a_dateline_with_the_outlets_own_initials_is_its_own() -> None:
    own = report("Arafura Press", text="JAKARTA, Oct 1 (AP) - Bombs fell.")
    assert imprint(own).taken_from is None
    assert imprint(replace(own, publisher="Herald")).taken_from == "Associated Press"


def test_a_name_in_the_text_is_no_sign_off() -> None:
    assert (
        imprint(report("Herald", text="A man from the (AP) office said: bombs fell on the town.")).taken_from
        is None
    )


def test_a_byline_that_names_another_outlet_of_the_record_counts_once() -> None:
    documents = report("Frontier Wire"), report("Kohat Herald", author="Frontier Wire")
    number, how = count([told("Frontier Wire"), told("Kohat Herald")], *documents)
    assert (number, "Kohat Herald carries Frontier Wire (byline)" in how) == (1, True)


def test_a_paper_that_only_quotes_another_counts_once_with_it() -> None:
    documents = report("The Frontier Wire"), report("Messenger")
    quoting = [told("The Frontier Wire"), told("Messenger", POLICE, WIRE)]
    number, how = count(quoting, *documents)
    assert (number, "Messenger only quotes Frontier Wire" in how) == (1, True)
    assert count([*quoting, told("Messenger", start=60)], *documents)[0] == 2


def test_two_papers_that_only_quote_a_third_are_one_source_though_it_was_not_read() -> None:
    documents = report("Messenger"), report("Mail"), report("Dawn")
    statements = [told("Messenger", REUTERS), told("Mail", REUTERS), told("Dawn")]
    assert count(statements, *documents)[0] == 2


def test_an_unnamed_daily_is_not_taken_for_any_paper() -> None:
    daily = Speaker("a national daily", "media")
    assert count([told("Messenger", daily), told("Mail", daily)], report("Messenger"), report("Mail"))[0] == 2


def test_two_reports_of_one_outlet_count_once_and_nameless_ones_each() -> None:
    one, other = report("a", publisher="The Dawn"), report("b", publisher="Dawn")
    assert count([told("a"), told("b")], one, other)[0] == 1
    nameless = replace(one, publisher=None), replace(other, publisher=None)
    assert count([told("a"), told("b")], *nameless)[0] == 2


def test_the_order_of_reading_changes_nothing_and_texts_are_read_once() -> None:
    documents = {
        one.id: one
        for one in (report("Frontier Wire"), report("Kohat Herald", author="Frontier Wire"), report("Dawn"))
    }
    asked: list[str] = []

    def document(identifier: str) -> Document:
        asked.append(identifier)
        return documents[identifier]

    imprints = Imprints(document)
    statements = [told(name, start=at) for name in documents for at in range(3)]
    found = {sources(random.Random(seed).sample(statements, 9), imprints) for seed in range(20)}
    assert len(found) == 1
    assert sorted(asked) == sorted(documents)
