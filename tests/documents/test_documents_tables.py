from __future__ import annotations

import json

import pytest
from documents_helpers import ReadFile
from hypothesis import given
from hypothesis import strategies as st

from jirga.documents import Limits, rows
from jirga.model import Document, Problem

TEXT = "The army said on Friday that it had killed ten militants."


def split(found: list[Document | Problem]) -> tuple[list[Document], list[Problem]]:
    return [i for i in found if isinstance(i, Document)], [i for i in found if isinstance(i, Problem)]


def test_a_row_is_a_document_whatever_its_columns_are_called(read_bytes: ReadFile) -> None:
    ours = {
        "text": TEXT,
        "title": "T",
        "publisher": "P",
        "author": "A",
        "published": "2021-11-10",
        "url": "http://x.example",
    }
    theirs = {
        "Body": TEXT,
        "Headline": "T",
        "source": "P",
        "byline": "A",
        "date": "2021-11-10",
        "link": "http://x.example",
        "n": 7,
    }
    documents, problems = split(read_bytes("a.jsonl", f"{json.dumps(ours)}\n\n{json.dumps(theirs)}\n"))
    assert problems == []
    assert [d.source[-7:] for d in documents] == ["jsonl:1", "jsonl:3"]
    assert documents[0].id == documents[1].id
    for d in documents:
        assert (d.title, d.publisher, d.author, d.published, d.url) == (
            "T",
            "P",
            "A",
            "2021-11-10",
            "http://x.example",
        )


def test_the_same_row_has_the_same_id_in_either_kind_of_table(read_bytes: ReadFile) -> None:
    [one] = read_bytes("a.jsonl", json.dumps({"title": "T", "text": TEXT}))
    [two] = read_bytes("a.csv", f"text,title\n{TEXT},T\n")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.id == two.id
    assert one.published_basis == "unknown"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"text": "cut off', "not a JSON object"),
        ('["text"]', "not an object"),
        ('{"headline": "x"}', "no text field; it has headline"),
        ('{"text": 7}', "no string but int"),
        ('{"text": null}', "no string but NoneType"),
        ('{"text": "  "}', "no text"),
        ("[" * 200_000, "not a JSON object"),
        ('{"text": "x", "date": ' + "9" * 6000 + "}", "not a JSON object"),
    ],
)
def test_a_malformed_line_is_named_and_the_others_go_on(line: str, what: str, read_bytes: ReadFile) -> None:
    good = json.dumps({"text": TEXT})
    documents, [problem] = split(read_bytes("a.jsonl", f"{good}\n{line}\n{good}"))
    assert [d.text for d in documents] == [TEXT, TEXT]
    assert problem.document.endswith("a.jsonl:2")
    assert what in problem.what
    assert problem.next_step


def test_lone_surrogates_and_odd_metadata_do_not_stop_a_row(read_bytes: ReadFile) -> None:
    row = '{"text": "Ten \\ud800 died.", "authors": ["A", "B"], "source": {"name": "BBC"}, '
    row += '"url": [1], "title": true}'
    [document] = read_bytes("a.jsonl", row)
    assert isinstance(document, Document)
    assert (document.text, document.author, document.publisher) == ("Ten died.", "A, B", "BBC")
    assert (document.url, document.title) == (None, None)
    assert "title, url" in document.notes[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_told_by_the_header(delimiter: str, read_bytes: ReadFile) -> None:
    data = f"id{delimiter}Text{delimiter}title\r\n1{delimiter}{TEXT}{delimiter}T\r\n"
    [document] = read_bytes("a.csv", b"\xef\xbb\xbf" + data.encode())
    assert isinstance(document, Document)
    assert (document.text, document.title) == (TEXT, "T")


def test_fields_may_hold_line_ends_quotes_and_delimiters(read_bytes: ReadFile) -> None:
    data = 'text,title\n"He said ""no"", then left.\n\nOthers, too, left.",T\nNext one.,U\n'
    documents, problems = split(read_bytes("a.csv", data))
    assert problems == []
    assert documents[0].text == 'He said "no", then left.\n\nOthers, too, left.'
    assert [d.source[-5:] for d in documents] == ["csv:2", "csv:5"]


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ('"never closed,T', "not closed"),
        ('"closed" too soon,T', "malformed"),
        ("one, two, three", "3 fields where the header has 2"),
        ("alone", "1 fields where the header has 2"),
        (" ,T", "no text"),
    ],
)
def test_a_malformed_row_is_named_and_the_others_go_on(bad: str, what: str, read_bytes: ReadFile) -> None:
    documents, [problem] = split(
        read_bytes("a.csv", f"text,title\nFirst one.,A\n{bad}\nThird one.,C\nFourth one.,D\n")
    )
    assert [d.text for d in documents] == ["First one.", "Third one.", "Fourth one."]
    assert problem.document.endswith("a.csv:3")
    assert what in problem.what


def test_a_table_without_a_text_column_is_one_problem(read_bytes: ReadFile) -> None:
    [problem] = read_bytes("a.csv", "id,summary\n1,x\n2,y\n")
    assert isinstance(problem, Problem)
    assert "no text column" in problem.what
    assert "id,summary" in problem.what


def test_an_article_longer_than_pythons_field_limit_is_read(read_bytes: ReadFile) -> None:
    [document] = read_bytes("a.csv", f"text,title\n{'word ' * 60_000},T\n")
    assert isinstance(document, Document)
    assert len(document.text) == 299_999


def test_a_line_that_is_not_utf8_is_named_and_the_others_go_on(read_bytes: ReadFile) -> None:
    rows_before = "".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(1000)).encode()
    documents, [problem] = split(
        read_bytes("a.jsonl", rows_before + b'{"text": "caf\xe9"}\n{"text": "Last."}\n')
    )
    assert len(documents) == 1001
    assert problem.document.endswith("a.jsonl:1001")
    assert problem.stage == "decoding"


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "cp1252"])
def test_tables_come_in_other_encodings(codec: str, read_bytes: ReadFile) -> None:
    [document] = read_bytes("a.csv", "text,title\nThe café’s owner said “no” to the talks.,T\n".encode(codec))
    assert isinstance(document, Document)
    assert document.text == "The café’s owner said “no” to the talks."
    assert bool(document.notes) == (codec == "cp1252")


def test_old_mac_line_ends_part_rows(read_bytes: ReadFile) -> None:
    documents, problems = split(read_bytes("a.csv", "text,title\rFirst one.,A\rSecond one.,B\r"))
    assert [d.text for d in documents] == ["First one.", "Second one."]
    assert problems == []


def test_a_row_over_the_limit_is_one_problem(read_bytes: ReadFile) -> None:
    long = json.dumps({"text": "x" * 5000})
    documents, [problem] = split(
        read_bytes("a.jsonl", f'{long}\n{{"text": "short"}}\n', Limits(max_bytes=1000))
    )
    assert [d.text for d in documents] == ["short"]
    assert "1,000 bytes" in problem.what


def test_bad_rows_beyond_the_first_are_counted_not_told(read_bytes: ReadFile) -> None:
    documents, problems = split(
        read_bytes("a.jsonl", "oops\n" * 30 + '{"text": "short"}\n', Limits(max_told=5))
    )
    assert len(documents) == 1
    assert len(problems) == 6
    assert problems[-1].what.startswith("25 more rows")


@given(
    st.dictionaries(
        st.sampled_from(["text", "Body", "title", "HEADLINE", "date", "x"]), st.text(), min_size=1
    )
)
def test_columns_are_found_under_any_spelling(row: dict[str, str]) -> None:
    found = rows.wanted(list(row))
    assert set(found.values()) <= set(row)
    assert ("text" in found) == bool({"text", "Body"} & set(row))
