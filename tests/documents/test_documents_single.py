from __future__ import annotations

import hashlib

import pytest
from documents_helpers import ReadFile

from jirga.documents import TEXT_VERSION
from jirga.model import Document, Problem

BODY = (
    "The army said on Friday that it had killed ten militants near the border with Afghanistan.\n\nOne more."
)


def only(found: list[Document | Problem]) -> Document:
    [document] = found
    assert isinstance(document, Document), document
    return document


def test_a_plain_text_says_what_it_is(read_bytes: ReadFile) -> None:
    header = "TITLE: Truce ends: what now?\nPublisher: The Post\nAuthor: A. B.\nPublished: 10 November 2021\n"
    data = f"{header}URL: https://x.example/1\nNote: made up\n\n{BODY}\n"
    document = only(read_bytes("a.txt", data))
    assert document.text == BODY
    assert (document.title, document.publisher, document.author) == (
        "Truce ends: what now?",
        "The Post",
        "A. B.",
    )
    assert (document.published, document.published_basis) == ("2021-11-10", "stated")
    assert (document.url, document.language, document.format) == ("https://x.example/1", "en", "text")
    assert document.id == hashlib.sha256(data.encode()).hexdigest()
    assert document.text_hash == hashlib.sha256(BODY.encode()).hexdigest()
    assert document.text_version == TEXT_VERSION


def test_a_dateline_is_no_header(read_bytes: ReadFile) -> None:
    text = "KABUL: Five people died on Friday, officials said.\n\nMore followed."
    assert only(read_bytes("a.txt", text)).text == text


def test_a_header_without_its_blank_line_stays_text_and_is_told(read_bytes: ReadFile) -> None:
    document = only(read_bytes("a.txt", f"Title: Truce\n{BODY}"))
    assert document.title is None
    assert document.text.startswith("Title: Truce")
    assert "header" in document.notes[0]


def test_a_header_without_text_is_a_problem(read_bytes: ReadFile) -> None:
    [problem] = read_bytes("a.txt", "Title: Truce\nPublished: 2021\n")
    assert isinstance(problem, Problem)
    assert "no text" in problem.what


def test_a_key_given_twice_is_told(read_bytes: ReadFile) -> None:
    document = only(read_bytes("a.txt", f"Title: One\nTitle: Two\n\n{BODY}"))
    assert document.title == "One"
    assert "twice" in document.notes[0]


def test_the_file_name_dates_a_text_that_states_nothing(read_bytes: ReadFile) -> None:
    document = only(read_bytes("2021-11-10-post.txt", BODY))
    assert (document.published, document.published_basis) == ("2021-11-10", "filename")


def test_a_stated_date_that_cannot_be_read_is_not_replaced_by_another(read_bytes: ReadFile) -> None:
    document = only(read_bytes("2021-11-10-post.txt", f"Published: 03/04/2021\n\n{BODY}"))
    assert (document.published, document.published_basis) == (None, "unknown")
    assert "03/04/2021" in document.notes[0]


def test_an_address_that_a_page_must_not_link_to_is_left_out(read_bytes: ReadFile) -> None:
    document = only(read_bytes("a.txt", f"URL: javascript:alert(1)\n\n{BODY}"))
    assert document.url is None
    assert "address" in document.notes[0]


def test_verbatim_copies_share_their_text_hash_but_not_their_id(read_bytes: ReadFile) -> None:
    one, two = (
        only(read_bytes("a.txt", f"Title: A\n\n{BODY}")),
        only(read_bytes("b.txt", f"Title: B\r\n\r\n{BODY}")),
    )
    assert one.text_hash == two.text_hash
    assert one.id != two.id


def test_markdown_leaves_words_and_paragraphs(read_bytes: ReadFile) -> None:
    source = (
        "# The *truce*\n\nThe **army** said [ten](http://x.example) were\nkilled.\n\n"
        "> It *ended*, he said.\n\n"
        "- one\n- two\n\n```\nas told\n```\n\n<div>kept <b>words</b><script>no()</script></div>\n\n"
        "| who | when |\n|---|---|\n| TTP | 2021 |\n"
    )
    document = only(read_bytes("a.md", source))
    assert document.text.split("\n\n") == [
        *("The truce", "The army said ten were killed.", "It ended, he said.", "one", "two", "as told"),
        *("kept\nwords", "who", "when", "TTP", "2021"),
    ]
    assert document.title == "The truce"


def test_front_matter_is_a_header(read_bytes: ReadFile) -> None:
    source = f"---\ntitle: 'Truce'\ndate: 2021-11-10\ntags:\n  - war\n---\n# Heading\n\n{BODY}"
    document = only(read_bytes("a.md", source))
    assert (document.title, document.published) == ("Truce", "2021-11-10")
    assert document.text == f"Heading\n\n{BODY}"


def test_a_web_page_yields_its_article_and_what_it_declares(read_bytes: ReadFile) -> None:
    paragraphs = "".join(
        f"<p>The ministry said in statement {n} that the truce had been extended.</p>" for n in range(9)
    )
    page = (
        "<!doctype html><html><head><title>Truce extended</title>"
        "<meta name='author' content='Jane Roe in Khost'>"
        "<meta property='og:site_name' content='The Post'>"
        "<meta property='article:published_time' content='2021-11-10T10:00:00Z'>"
        "<link rel='canonical' href='https://post.example/truce'><script>track('x')</script></head>"
        "<body><nav><a href='/'>Home</a></nav><article><h1>Truce extended</h1>"
        f"{paragraphs}</article></body></html>"
    )
    document = only(read_bytes("a.html", page))
    assert (document.title, document.publisher, document.author) == (
        "Truce extended",
        "The Post",
        "Jane Roe in Khost",
    )
    assert (document.published, document.published_basis) == ("2021-11-10", "metadata")
    assert document.url == "https://post.example/truce"
    assert "track" not in document.text
    assert "Home" not in document.text
    assert (
        "statement 1 that the truce had been extended.\n\nThe ministry said in statement 2" in document.text
    )


def test_a_date_in_a_pages_words_is_not_its_publication_date(read_bytes: ReadFile) -> None:
    page = f"<html><body><article><p>On 3 March 2015 the army said so. {BODY}</p></article></body></html>"
    document = only(read_bytes("a.html", page))
    assert (document.published, document.published_basis) == (None, "unknown")


def test_a_page_called_txt_is_read_as_the_page_it_is(read_bytes: ReadFile) -> None:
    document = only(read_bytes("a.txt", f"<!DOCTYPE html><html><body><p>{BODY}</p></body></html>"))
    assert document.format == "html"
    assert "<p>" not in document.text


def test_short_or_wordless_texts_are_in_no_known_language(read_bytes: ReadFile) -> None:
    assert only(read_bytes("a.txt", "Talks")).language == "und"
    assert only(read_bytes("a.txt", "1, 2, 3 " * 20)).language == "und"
    french = "Les talibans ont annoncé vendredi la fin de la trêve avec le gouvernement."
    assert only(read_bytes("a.txt", french)).language == "fr"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Truce extended after talks in Khost", "Truce extended after talks in Khost"),
        ("Will the truce hold?", "Will the truce hold?"),
        ("The truce was extended on Friday.", None),
        ("By Jane Roe in Khost", None),
        ("KHOST", None),
    ],
)
def test_a_first_line_that_stands_alone_is_the_title_and_stays_in_the_text(
    read_bytes: ReadFile, first: str, title: str | None
) -> None:
    document = only(read_bytes("a.txt", f"{first}\n\n{BODY}"))
    assert document.title == title
    assert document.text.startswith(first)


def test_a_first_line_with_nothing_below_it_is_text_alone(read_bytes: ReadFile) -> None:
    assert only(read_bytes("a.txt", "Army kills nine in Khost")).title is None
