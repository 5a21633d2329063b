from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event
from store_samples import a_document, a_reading, a_statement

from jirga.errors import JirgaError, RecordError, UsageError
from jirga.store import Query, Store


def filled(path: Path, documents: int = 3) -> Path:
    with Store.open(path, writing=True) as store:
        save_some(store, documents)
    return path


def save_some(store: Store, number: int, name: str = "d") -> None:
    for one in range(number):
        document = a_document(f"{name}{one}.txt")
        reading = a_reading(document)
        store.save(document, reading, [a_statement(document, reading)])


def as_ordinary_user(do: Callable[[], object]) -> str:
    """Do it in a child process without root's rights; return the line of its error."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            do()
            os.write(writing, b"no error")
        except JirgaError as error:
            os.write(writing, error.line().encode())
        except Exception as error:  # noqa: BLE001 - told in the parent process
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as stream:
        return stream.read().decode()


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that an ordinary user can get at, too."""
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.stat().st_uid == os.getuid() and "pytest" in str(folder):
            folder.chmod(0o755)
    return tmp_path


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"there is no record .*Next: make one with jirga read"):
        Store.open(tmp_path / "r.db")
    with pytest.raises(RecordError, match="there is no folder"):
        Store.open(tmp_path / "no" / "r.db", writing=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Store.open(tmp_path, writing=True)


def test_urls_other_than_sqlite_are_not_yet_supported(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="PostgreSQL is planned") as caught:
        Store.open("postgresql://me:secret@host/record")
    assert "secret" not in caught.value.line()
    filled(tmp_path / "r.db")
    with Store.open(f"sqlite:///{tmp_path}/r.db") as store:
        assert len(list(store.documents())) == 3


def test_odd_characters_in_the_name_are_part_of_it(tmp_path: Path) -> None:
    path = filled(tmp_path / "a?mode=memory#%20 é.db")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_another_writer_that_does_not_let_go_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    other = sqlite3.connect(path, isolation_level=None)
    store = Store.open(path, writing=True, wait=0.1)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match=r"new0\.txt: storing: .*written by another process"):
        save_some(store, 1, "new")
    with pytest.raises(RecordError, match="written by another process"):
        Store.open(path, writing=True, wait=0.1)
    assert len(list(store.documents())) == 3  # a reader need not wait
    other.execute("ROLLBACK")
    save_some(store, 1, "new")
    assert len(list(store.documents())) == 4
    store.close()


def test_a_record_without_permission_to_write_is_told_at_once(open_folder: Path) -> None:
    path = filled(open_folder / "r.db")
    path.chmod(0o444)
    line = as_ordinary_user(lambda: Store.open(path, writing=True))
    assert "read-only" in line or "no permission" in line
    assert "Next:" in line
    path.chmod(0o000)
    assert "no permission" in as_ordinary_user(lambda: Store.open(path))


def test_a_folder_without_permission_to_write_is_told(open_folder: Path) -> None:
    path = filled(open_folder / "r.db")
    path.chmod(0o666)
    open_folder.chmod(0o555)
    try:
        line = as_ordinary_user(lambda: list(Store.open(path, writing=True).documents()))
        assert "read-only" in line or "no permission" in line
        line = as_ordinary_user(lambda: Store.open(open_folder / "new.db", writing=True))
        assert "no permission" in line
    finally:
        open_folder.chmod(0o755)


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    with Store.open(path, writing=True) as store:
        event.listen(store._engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 90"))
        with pytest.raises(RecordError, match=r"new\d+\.txt: storing: .*the disk is full.*free some space"):
            save_some(store, 500, "new")
        finished = len(list(store.documents()))
    assert 3 < finished < 500
    assert_whole(path, finished)


def test_a_limit_on_the_file_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db")
    script = f"""
        import sys
        sys.path[:0] = [{str(Path(__file__).parent)!r}]
        from test_store_failures import Store, save_some
        from jirga.errors import RecordError
        try:
            save_some(Store.open({str(path)!r}, writing=True), 2000, "new")
        except RecordError as error:
            print(error.line())
    """
    limit = path.stat().st_size + 300_000
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        check=True,
    )
    assert "Next: check the disk" in done.stdout or "the disk is full" in done.stdout, done.stdout
    assert "Traceback" not in done.stderr
    with Store.open(path, writing=True) as store:
        finished = len(list(store.documents()))
        save_some(store, 1, "after")
    assert 3 < finished < 2000
    assert_whole(path, finished + 1)


def assert_whole(path: Path, documents: int) -> None:
    with Store.open(path) as store:
        assert len(list(store.statements(Query()))) == documents
    tool = sqlite3.connect(path)
    assert tool.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert tool.execute("SELECT count(*) FROM document").fetchone() == (documents,)
    tool.close()


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db", 40)
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"is damaged.*Next: restore it"), Store.open(path) as store:
        list(store.statements(Query()))
