from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from documents_helpers import ReadFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jirga.documents import Limits, Source, discover, formats, read
from jirga.model import Document, Problem

TEXT = "The army said on Friday that it had killed ten militants."
NAMES = [f"a{known.suffixes[0]}" for known in formats.FORMATS]


def only_problem(found: list[Document | Problem]) -> Problem:
    [problem] = found
    assert isinstance(problem, Problem), problem
    assert problem.what
    assert problem.next_step
    assert "\n" not in problem.line()
    return problem


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u200b\xad\n".encode()])
def test_an_empty_file_of_any_format_is_told(name: str, data: bytes, read_bytes: ReadFile) -> None:
    found = read_bytes(name, data)
    if found or not name.endswith("jsonl"):
        only_problem(found)


def test_a_text_of_50_megabytes_is_refused_by_its_limit(read_bytes: ReadFile) -> None:
    problem = only_problem(read_bytes("a.txt", b"a line of text.\n" * 3_200_000))
    assert "20,000,000 bytes" in problem.what
    assert "split" in problem.next_step


def test_a_text_over_the_characters_is_refused_by_its_limit(read_bytes: ReadFile) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        problem = only_problem(read_bytes(name, f"<p>{TEXT}</p>" * 40, Limits(max_characters=100)))
        assert "limit of 100" in problem.what


HOSTILE_PAGES = {
    "nested": (b"<div>" * 100_000 + b"<p>x</p>", "nested deeper"),
    "unclosed tags": (b"<p>text here, " * 60_000, "elements"),
    "attributes": (b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">x</p>", "attributes"),
    "long attribute": (b'<p class="' + b"a" * 12_000_000 + b'">x</p>', "attributes"),
    "only a script": (b"<html><script>document.write('x')</script></html>", "no text"),
    "only a comment": (b"<!--" * 100_000, "no text"),
}


@pytest.mark.parametrize("case", HOSTILE_PAGES)
def test_a_hostile_page_is_one_problem(case: str, read_bytes: ReadFile) -> None:
    data, what = HOSTILE_PAGES[case]
    assert what in only_problem(read_bytes("a.html", data)).what


def test_a_page_laden_with_scripts_yields_its_article_only(read_bytes: ReadFile) -> None:
    scripts = "<script>document.write('<p>evil words</p>');</script>" * 5_000
    [document] = read_bytes("a.html", f"<html><body>{scripts}<p>{TEXT}</p></body></html>")
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_entities_of_a_page_do_not_expand(read_bytes: ReadFile) -> None:
    chain = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    page = f'<!DOCTYPE html [<!ENTITY e0 "boom">{chain}]><html><body><p>&e29; {TEXT}</p></body></html>'
    [document] = read_bytes("a.html", page)
    assert isinstance(document, Document)
    assert len(document.text) < 200


@pytest.mark.parametrize(("mark", "what"), [("> ", "nested"), ("- ", "nested"), ("![", "brackets")])
def test_hostile_markdown_is_one_problem(mark: str, what: str, read_bytes: ReadFile) -> None:
    assert what in only_problem(read_bytes("a.md", mark * 50_000 + "x")).what


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    [source] = discover([path])
    path.unlink()
    assert isinstance(source, Source)
    assert "No such file" in only_problem(list(read(source))).what


def test_a_file_that_became_a_folder_or_a_pipe_is_told_and_does_not_block(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "a.txt", tmp_path / "b.txt"
    folder.mkdir()
    os.mkfifo(pipe)
    for path in (folder, pipe):
        assert "folder" in only_problem(list(read(Source(str(path), path, 0, "text")))).what


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user (root) may read any file")
    [source] = discover([path])
    assert isinstance(source, Source)
    assert "Permission denied" in only_problem(list(read(source))).what
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_file_whose_bytes_the_system_refuses_is_told() -> None:
    path = Path("/proc/self/mem")
    if not path.exists():
        pytest.skip("needs Linux's /proc")
    assert "cannot be read" in only_problem(list(read(Source("mem", path, 0, "text")))).what


TAGS = st.sampled_from(
    [
        b"<p>",
        b"</p>",
        b"<div ",
        b"<script>",
        b"<!--",
        b"-->",
        b"<table>",
        b"&amp;",
        b"<![CDATA[",
        b"\xff",
        b"\x00",
    ]
)
MARKS = st.sampled_from(
    [
        b"---\n",
        b"title: x\n",
        b'{"text":',
        b'"',
        b"text,title\n",
        b",",
        b"[",
        b"](",
        b"> ",
        b"```",
        b"\n\n",
        b"word ",
    ]
)
SOUP = st.lists(st.one_of(TAGS, MARKS, st.binary(max_size=8)), max_size=40).map(b"".join)


@pytest.mark.parametrize("name", [*NAMES, "a.unknown"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=300), SOUP))
def test_no_bytes_make_any_reader_raise(name: str, data: bytes, read_bytes: ReadFile) -> None:
    first, second = read_bytes(name, data), read_bytes(name, data)
    assert first == second
    for item in first:
        if isinstance(item, Problem):
            assert item.document
            assert item.next_step
        else:
            assert item.text.strip()
            item.text.encode("utf-8")
