from __future__ import annotations

import pytest
from documents_helpers import ReadFile

from jirga.documents.decoding import binary_kind, encoding_of
from jirga.model import Document, Problem

ENGLISH = "The army’s spokesman said “no talks” were held — Reuters. Café owner José disagreed.\n" * 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_in_any_marked_form_is_read_without_a_note(codec: str, read_bytes: ReadFile) -> None:
    [document] = read_bytes("a.txt", ENGLISH.encode(codec))
    assert isinstance(document, Document)
    assert document.text == ENGLISH.strip()
    assert document.notes == ()


def test_windows_1252_is_guessed_and_told(read_bytes: ReadFile) -> None:
    [document] = read_bytes("a.txt", ENGLISH.encode("cp1252"))
    assert isinstance(document, Document)
    assert document.text == ENGLISH.strip()
    assert "read as windows-1252, guessed" in document.notes[0]


def test_cyrillic_is_not_taken_for_western_letters(read_bytes: ReadFile) -> None:
    text = "Армия сообщила, что в пятницу десять человек были убиты при обстреле города."
    [document] = read_bytes("a.txt", text.encode("cp1251"))
    assert isinstance(document, Document)
    assert (document.text, document.language) == (text, "ru")
    assert "guessed" in document.notes[0]


def test_a_page_is_read_in_the_encoding_it_declares(read_bytes: ReadFile) -> None:
    text = "Президент заявил, что перемирие соблюдается. " * 5
    page = f'<html><head><meta charset="koi8-r"></head><body><article><p>{text}</p></article></body></html>'
    [document] = read_bytes("a.html", page.encode("koi8-r"))
    assert isinstance(document, Document)
    assert document.text == text.strip()
    assert document.notes == ()


def test_a_page_may_declare_no_codec_that_gives_no_text() -> None:
    for name in ("hex", "rot13", "zip", "idna", "nonsense", "undefined", "\x00"):
        found = encoding_of("déjà vu, a été dit".encode("cp1252"), declared=name)
        assert found is None or found.codec != name


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"{\\rtf1\\ansi hello}", "an RTF document"),
        (b"half a text\x00 with a NUL", "NUL bytes"),
        (bytes(range(1, 9)) * 20, "control bytes"),
    ],
)
def test_what_is_no_text_is_named_whatever_its_ending(data: bytes, kind: str, read_bytes: ReadFile) -> None:
    for name in ("a.txt", "a.md", "a.html", "a.csv", "a.jsonl"):
        [problem] = read_bytes(name, data)
        assert isinstance(problem, Problem)
        assert problem.stage == "decoding"
        assert kind in problem.what
        assert problem.next_step


def test_text_with_a_form_feed_is_still_text() -> None:
    assert binary_kind(b"page one\x0cpage two\x1b") is None
