from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jirga.documents import PassedOver, Source, discover, read
from jirga.model import Document, Problem

TEXT = "The army said on Friday that it had killed ten militants."


def names(paths: list[Path | str]) -> list[str]:
    return [Path(item.name).name for item in discover(paths) if isinstance(item, Source)]


def problems(paths: list[Path | str]) -> list[Problem]:
    return [item for item in discover(paths) if isinstance(item, Problem)]


def test_a_folder_is_walked_in_order_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.html", ".hidden.txt", ".git/d.txt", "sub/.e.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    assert names([tmp_path]) == ["a.MD", "b.txt", "c.html"]
    assert problems([tmp_path]) == []


def test_files_of_kinds_not_read_are_passed_over_and_are_no_failure(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.docx", "sub/c.PDF", "README", "e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    passed = [Path(one.name).name for one in discover([tmp_path]) if isinstance(one, PassedOver)]
    assert passed == ["README", "a.pdf", "b.docx", "c.PDF"]
    assert problems([tmp_path]) == []
    assert names([tmp_path]) == ["e.txt"]


def test_a_file_named_outright_is_read_whatever_its_ending(tmp_path: Path) -> None:
    page = tmp_path / "saved.page"
    page.write_text(f"<!doctype html><html><body><p>{TEXT}</p></body></html>")
    [source] = discover([page])
    assert isinstance(source, Source)
    [document] = read(source)
    assert isinstance(document, Document)
    assert document.format == "html"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    link = tmp_path / "dangling.txt"
    link.symlink_to(tmp_path / "gone.txt")
    empty = tmp_path / "empty"
    empty.mkdir()
    for path, what in (
        (tmp_path / "no.txt", "no such file"),
        (link, "link"),
        (empty, "no files"),
        ("a\0b", "file name"),
    ):
        [problem] = problems([path])
        assert what in problem.what
        assert problem.stage == "reading"
        assert problem.next_step


def test_an_empty_name_is_told_and_is_not_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    (told,) = discover([""])
    assert isinstance(told, Problem)
    assert told.line().startswith('"": reading: an empty name. Next:')


def test_a_circle_of_links_is_walked_once(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(TEXT)
    (inner / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(inner, target_is_directory=True)
    assert names([tmp_path]) == ["a.txt"]


def test_a_file_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9\x1b[31m.txt"
    try:
        Path(os.fsdecode(path)).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes only names that are UTF-8")
    [source] = discover([tmp_path])
    assert isinstance(source, Source)
    assert source.name.isprintable()
    assert len(list(read(source))) == 1


@pytest.mark.parametrize(
    ("typed", "kind", "count"),
    [
        (f"Title: T\n\n{TEXT}", "text", 1),
        (f"<html><body><p>{TEXT}</p></body></html>", "html", 1),
        (f'{{"text": "{TEXT}"}}\n{{"text": "Two."}}\n', "jsonl", 2),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(
    typed: str, kind: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    [source] = discover(["-"])
    assert isinstance(source, Source)
    found = list(read(source))
    assert [item.format for item in found if isinstance(item, Document)] == [kind] * count
    names = ["-"] if count == 1 else ["-:1", "-:2"]
    assert [item.source for item in found if isinstance(item, Document)] == names


def test_a_pipe_is_standard_input_too() -> None:
    code = "from jirga.documents import *; [print(d.text) for s in discover(['-']) for d in read(s)]"
    done = subprocess.run(
        [sys.executable, "-c", code], input=TEXT, capture_output=True, text=True, check=True
    )
    assert done.stdout == TEXT + "\n"


@pytest.mark.parametrize("address", ["https://post.example/truce", "HTTP://post.example"])
def test_an_address_is_told_to_be_none_of_this_machines_files(address: str) -> None:
    (problem,) = problems([address])
    assert (problem.document, problem.next_step) == (address, "save the page, and name the file")
