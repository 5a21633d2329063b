from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from small_coder import FragileCoder, SmallCoder, article
from test_reading_run import Watch, articles, said

from jirga.errors import RecordError
from jirga.reading import read
from jirga.store import Store


def test_several_processes_give_the_same_record_in_the_same_order(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 12)
    (folder / "05.jsonl").write_text('{"text": "Army killed 3 men near the gate on the hill."}\nbroken\n')
    one, three = Watch(), Watch()
    alone = read(tmp_path / "one.db", [folder], jobs=1, progress=one, coder=SmallCoder)
    shared = read(tmp_path / "three.db", [folder], jobs=3, progress=three, coder=SmallCoder)
    assert replace(shared, seconds=0) == replace(alone, seconds=0)
    assert said(tmp_path / "three.db") == said(tmp_path / "one.db") != []
    assert (three.bytes, three.documents, three.lines) == (one.bytes, one.documents, one.lines)
    assert replace(read(tmp_path / "three.db", [folder], jobs=2, coder=SmallCoder), seconds=0).unchanged == 13


def test_a_document_that_kills_its_worker_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 10)
    for number in (0, 4, 5):
        (folder / f"{number:02}.txt").write_text("DIE of this one. Army killed 3 men near the gate.")
    report = read(tmp_path / "r.db", [folder], jobs=2, coder=FragileCoder)
    assert (report.new, report.failed) == (7, 3)
    assert [Path(one.document).name for one in report.problems] == ["00.txt", "04.txt", "05.txt"]
    for one in report.problems:
        assert "died (ended by SIGKILL" in one.line()


def test_a_script_without_a_guard_can_read_with_workers(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 4)
    script = tmp_path / "script.py"
    script.write_text(
        "from small_coder import SmallCoder\nfrom jirga.reading import read\n"
        f"print(read({str(tmp_path / 'r.db')!r}, [{str(folder)!r}], jobs=2, coder=SmallCoder).new)\n"
    )
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        check=True,
    )
    assert (done.stdout, done.stderr) == ("4\n", "")


def test_ctrl_c_stops_at_once_keeps_what_is_finished_and_says_how_to_go_on(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 8)
    (folder / "05.txt").write_text(f"SLOW going. {article(5)}")
    script = f"""
        import signal
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite run in the background ignores it
        from small_coder import FragileCoder
        from jirga.reading import read
        try:
            read({str(tmp_path / "r.db")!r}, [{str(folder)!r}], jobs=2, coder=FragileCoder)
        except KeyboardInterrupt as stop:
            print(stop)
    """
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    wait_for(tmp_path / "r.db", 5)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - begun < 10
    assert out.startswith("stopped: 5 documents are finished and kept. Next: run the same again")
    assert "Traceback" not in err
    assert len(said(tmp_path / "r.db")) == 5 * 12
    assert read(tmp_path / "r.db", [folder], coder=SmallCoder).new == 8


def wait_for(record: Path, documents: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(RecordError), Store.open(record) as store:  # not there yet, or just being made
            if len(list(store.documents())) >= documents:
                return
        time.sleep(0.05)
    raise AssertionError("the run did not get that far")
