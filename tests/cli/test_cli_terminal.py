"""The command line in processes of their own: on a terminal, into a pipe, stopped by its user."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import sample_record as made

JIRGA = [sys.executable, "-m", "jirga.cli"]


def on_a_terminal(record: Path, *words: str, columns: int = 80, **more: str) -> str:
    """What the command prints where standard output is a terminal of so many columns."""
    parent, child = pty.openpty()
    environment = {
        **os.environ,
        "JIRGA_RECORD": str(record),
        "COLUMNS": str(columns),
        "TERM": "xterm-256color",
    }
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [*JIRGA, *words], stdout=child, stderr=subprocess.PIPE, env={**environment, **more}
    )
    os.close(child)
    printed = b""
    while True:
        try:
            some = os.read(parent, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not some:
            break
        printed += some
    complaint = process.communicate()[1].decode()
    os.close(parent)
    return printed.decode().replace("\r\n", "\n") if process.returncode == 0 else complaint


def test_a_terminal_gets_colours_and_no_color_turns_them_off(record_file: Path) -> None:
    assert "\x1b[1m" in on_a_terminal(record_file, "show", made.RELEASE.id)
    plain = on_a_terminal(record_file, "show", made.RELEASE.id, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)  # bold and underline are no colours


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize(
    "words", [["timeline", "--all"], ["documents"], ["entities"], ["quantities"], ["events"], ["counts"]]
)
def test_no_line_is_wider_than_the_terminal(record_file: Path, columns: int, words: list[str]) -> None:
    from rich.text import Text

    printed = on_a_terminal(record_file, *words, columns=columns)
    assert max(Text.from_ansi(line).cell_len for line in printed.splitlines()) <= columns


@pytest.mark.parametrize("columns", [60, 140])
def test_a_narrow_table_loses_nothing(record_file: Path, columns: int) -> None:
    printed = on_a_terminal(record_file, "documents", columns=columns, NO_COLOR="1")
    joined = "".join(printed.split())
    for told in (made.DAWN.id[:11], "stated", "Kabul", "Gazette", "complete", "unknown"):
        assert told in joined


@pytest.mark.parametrize("columns", [40, 80])
def test_a_range_of_dates_stays_on_one_line(tmp_path: Path, columns: int) -> None:
    from jirga.store import Store

    ranged = "2022-06-01~/2022-06-30~"
    record = tmp_path / "ranged.db"
    meeting = replace(made.MEETING, when=replace(made.MEETING.when, edtf=ranged))
    with Store.open(record, writing=True) as store:
        store.save(made.KABUL, made.reading(made.KABUL), [meeting])
    for words in (["timeline"], ["events"], ["statements"], ["show", meeting.id]):
        assert ranged in on_a_terminal(record, *words, columns=columns, NO_COLOR="1")


def test_binary_data_is_not_thrown_at_a_terminal(record_file: Path) -> None:
    printed = on_a_terminal(record_file, "export", "--format", "parquet")
    assert "would garble the terminal" in printed
    assert "PAR1" not in printed


def test_a_pipe_gets_whole_plain_lines(record_file: Path) -> None:
    environment = {**os.environ, "JIRGA_RECORD": str(record_file), "COLUMNS": "40"}
    done = subprocess.run([*JIRGA, "timeline"], capture_output=True, text=True, env=environment, check=True)
    assert f"“{made.RELEASE.quote}”" in done.stdout
    assert not set(done.stdout) & set("\x1b│─┃━╭╮")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    record = tmp_path / "many.db"
    from jirga.store import Store

    with Store.open(record, writing=True) as store:
        for at in range(200):
            text = f"{made.TOLL} Edition {at}."
            document = made.document(text, f"{at}.txt")
            one = made.statement(
                document, str(at), text.split(".")[0] + ".", "attacked", event=made.ATTACK.event
            )
            store.save(document, made.reading(document), [one])
    for verb in ("timeline", "export"):
        command = f"'{sys.executable}' -m jirga.cli {verb} | head -1; echo ${{PIPESTATUS[0]}}"
        environment = {**os.environ, "JIRGA_RECORD": str(record)}
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, env=environment, check=True
        )
        assert done.stdout.splitlines()[-1] == "0"
        assert "Traceback" not in done.stderr
        assert "BrokenPipe" not in done.stderr


def test_json_is_utf8_whatever_the_locale(record_file: Path) -> None:
    environment = {**os.environ, "JIRGA_RECORD": str(record_file), "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run([*JIRGA, "timeline", "--json"], capture_output=True, env=environment, check=True)
    assert done.stdout.decode("utf-8")


def test_a_terminal_that_knows_no_arrows_gets_the_timeline_all_the_same(record_file: Path) -> None:
    environment = {
        **os.environ,
        "JIRGA_RECORD": str(record_file),
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
    }
    done = subprocess.run([*JIRGA, "timeline"], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "Tehrik-i-Taliban Pakistan" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_no_fault_of_jirgas(record_file: Path) -> None:
    command = f"'{sys.executable}' -m jirga.cli timeline > /dev/full"
    environment = {**os.environ, "JIRGA_RECORD": str(record_file)}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("jirga: standard output: it cannot be written: No space")
    assert "fault" not in done.stderr
