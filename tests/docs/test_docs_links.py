"""Links of committed pages lead somewhere; no committed file tells of the machine it was made on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from docs.blocks import CHECKOUT

#: Folders of caches, of what is installed, and of git itself.
_NOT_OURS = {".git", ".venv", "__pycache__"} | {
    f".{tool}" for tool in ("hypothesis", "import_linter_cache", "mypy_cache", "pytest_cache", "ruff_cache")
}

_CODE = re.compile(r"```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)

#: Hosts of registries that packages are fetched from, in parts, so that this file is not found by itself.
_HOSTS = re.compile("|".join(["pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.", "crates" + r"\.io"]))

#: Absolute paths that exist on somebody's machine only.
_PATHS = re.compile(r"(?<![\w./}:-])/(?:work|root|home/\w+|Users/\w+|tmp/[a-z]\w*)(?:/[\w.-]+|(?![\w/]))")


def committed() -> list[Path]:
    """The files under version control; without git, all that are no cache."""
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        found = [CHECKOUT / name for name in done.stdout.split("\0") if name]
    else:
        found = [one for one in CHECKOUT.rglob("*") if not _NOT_OURS & set(one.relative_to(CHECKOUT).parts)]
    return [one for one in found if one.is_file() and not one.is_symlink()]


FILES = committed()
PAGES = [one for one in FILES if one.suffix == ".md"]


def anchors(page: Path) -> set[str]:
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def dead(page: Path) -> list[str]:
    """The relative links of a page that lead nowhere."""
    return [
        link
        for link in _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))
        if not leads(page, link)
    ]


def leads(page: Path, link: str) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    path, _, anchor = unquote(link).partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and (not anchor or target.suffix != ".md" or anchor in anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_every_relative_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert not dead(page)


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A heading\n[a](#a-heading) [b](page.md) [c](gone.md) [d](#gone) `[e](code.md)`\n")
    assert dead(page) == ["gone.md", "#gone"]


def found(pattern: re.Pattern[str]) -> list[str]:
    places = []
    for path in FILES:
        data = path.read_bytes()
        if b"\0" not in data[:8192]:
            lines = data.decode("utf-8", errors="replace").splitlines()
            places += [
                f"{path.relative_to(CHECKOUT)}:{n}" for n, line in enumerate(lines, 1) if pattern.search(line)
            ]
    return places


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert not found(_HOSTS)


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert not found(_PATHS)
