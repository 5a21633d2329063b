"""Deciding on the command line: keys from a pipe and from a terminal, and one line for every failure."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import sample_record as made
from jirga.cli.app import run
from jirga.cli.keys import Keys

JIRGA = [sys.executable, "-m", "jirga.cli"]
Told = tuple[int, str, str]
Ask = Callable[..., Told]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return made.make(tmp_path / "own.db")


@pytest.fixture
def ask(own: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("JIRGA_RECORD", str(own))
    monkeypatch.setenv("JIRGA_BY", "Amina")

    def asked(*words: str) -> Told:
        status = run(words)
        out, err = capfd.readouterr()
        return status, out, err

    return asked


def review(record: Path, keys: str | None, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "JIRGA_RECORD": str(record), "JIRGA_BY": "Amina", "TERM": "dumb"} | more
    return subprocess.run(
        [*JIRGA, "review", *words],
        input=keys,
        stdin=subprocess.DEVNULL if keys is None else None,
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )


def test_one_key_a_decision(own: Path, ask: Ask) -> None:
    done = review(own, "a r e polarity=negated\n b e figures=killed 9\n s ? x q")
    assert done.returncode == 0, done.stderr
    for told in (
        "1 of ",
        "a accept · r reject · e edit",
        "Accepted ·",
        "Rejected ·",
        "Edited · “",
        "Taken back.",
    ):
        assert told in done.stdout
    assert "[[" in done.stdout and "according to" in done.stdout  # the sentence, and who says so
    assert "3 decisions; " in done.stderr
    _, out, _ = ask("decisions")
    assert [line.split()[3] for line in out.splitlines()[1:]] == ["accept", "reject", "edit"]


def test_a_wrong_edit_is_told_and_asked_again(own: Path) -> None:
    done = review(own, "etype=WAR\nea=1\neq\nq")
    assert "'WAR' is no type of event" in done.stdout
    assert "0 decisions" in done.stderr


@pytest.mark.parametrize("keys", [None, "", "q"])
def test_without_a_terminal_it_ends_by_itself(own: Path, keys: str | None) -> None:
    done = review(own, keys)
    assert done.returncode == 0
    assert re.search(r"0 decisions; \d+ matters left", done.stderr)


def test_a_pipe_that_says_nothing_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jirga.cli.keys._PATIENCE", 0.05)
    read, write = os.pipe()
    with os.fdopen(read) as source:
        keys, begun = Keys(source), time.monotonic()
        assert (keys.key(), keys.line("? ")) == ("", "")
        assert time.monotonic() - begun < 5

    os.close(write)


def test_words_from_a_pipe_may_be_of_any_script() -> None:
    read, write = os.pipe()
    os.write(write, "e actor=Абу; 阿布\n".encode())
    os.close(write)
    with os.fdopen(read) as source:
        keys = Keys(source)
        assert (keys.key(), keys.line("")) == ("e", "actor=Абу; 阿布")
        assert keys.key() == ""


def test_a_terminal_gives_its_keys_one_by_one(own: Path, ask: Ask) -> None:
    parent, child = pty.openpty()
    environment = {**os.environ, "JIRGA_RECORD": str(own), "JIRGA_BY": "Amina", "TERM": "dumb"}
    process = subprocess.Popen([*JIRGA, "review"], stdin=child, stdout=child, stderr=child, env=environment)
    os.close(child)
    printed = b""
    for wanted, key in ((b"q quit", b"a"), (b"2 of ", b"r"), (b"3 of ", b"\x04")):
        while wanted not in printed:
            printed += os.read(parent, 4096)
        time.sleep(0.2)
        os.write(parent, key)
    assert process.wait(timeout=60) == 0
    os.close(parent)
    _, out, _ = ask("decisions", "--json")
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["accept", "reject"]


def test_the_queue_is_listed_in_words_and_as_json(ask: Ask) -> None:
    status, out, _ = ask("review", "--list", "--limit", "2")
    assert status == 0 and "2 of 2 · " in out and "q quit" not in out
    _, out, err = ask("review", "--json")
    assert {json.loads(line)["reason"] for line in out.splitlines()} == {"statement"}
    assert err == ""


def test_a_decision_is_told_with_how_to_take_it_back(ask: Ask) -> None:
    status, out, err = ask("decide", made.ATTACK.id[:12], "set", "actor=ttp@gunmen", "figures=killed 9..14")
    assert status == 0
    assert "Edited · “attacked” · actor: Tehrik-i-Taliban Pakistan; figures: killed 9–14 · de_" in out
    assert "jirga undo" in err
    _, out, _ = ask("show", made.ATTACK.id)
    assert "decided" in out and "in the lists st_" in out
    _, out, _ = ask("undo", "--why", "no")
    taken = "edit actor: Tehrik-i-Taliban Pakistan; figures: killed 9–14"
    assert out.startswith(f"Undone · {taken} · “attacked” · because no · de_")
    _, out, _ = ask("decisions", "--all")
    assert "undone" in out and "undoes de_" in out
    assert ask("decisions")[1] == ""


def test_documents_are_corrected_withdrawn_and_brought_back(ask: Ask) -> None:
    _, out, err = ask("correct", "wire", "--published", "2022-04-07", "--why", "masthead")
    assert out.startswith("Corrected · reports/wire.txt · published: 2022-04-07 · because masthead")
    assert "reports/wire.txt: it was read by another coder" in err
    _, out, _ = ask("documents")
    assert "2022-04-07" in out and "corrected" in out
    assert ask("correct", "wire", "--published", "2022-04-07")[2].startswith("reports/wire.txt: it was read")
    assert "Withdrawn" in ask("withdraw", "wire")[1]
    assert "2 documents" in ask("documents")[2]
    assert "Withdrawn" in ask("show", "wire")[1]
    assert ask("undo")[1].startswith("Undone · withdraw · reports/wire.txt · de_")
    assert "3 documents" in ask("documents")[2]


def test_what_is_added_is_in_the_timeline(ask: Ask) -> None:
    words = [
        "--quote",
        "a TTP statement put the dead at 14",
        "--type",
        "ACCUSE",
        "--actor",
        "ttp",
        "--when",
        "2022",
    ]
    status, out, _ = ask("add", "wire", *words)
    assert status == 0 and out.startswith("Added · “a TTP statement put the dead at 14”")
    assert "ACCUSE" in ask("timeline", "--type", "ACCUSE")[1]


def test_decisions_are_exported_and_taken_in_again(ask: Ask, tmp_path: Path) -> None:
    ask("decide", made.ATTACK.id, "reject")
    file = str(tmp_path / "d.jsonl")
    assert ask("export", "--what", "decisions", "-o", file)[0] == 0
    other = str(made.make(tmp_path / "other.db"))
    assert "Rejected" in ask("decide", "--from", file, "--record", other)[1]
    assert len(ask("decisions", "--json", "--record", other)[1].splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["decide"], 2, "there is no judgement"),
        (["decide", "st_none", "accept"], 2, "there is no statement"),
        (["decide", made.ATTACK.id, "set", "type=WAR", "mood=x"], 2, "2 mistakes"),
        (["undo"], 2, "no decision to undo"),
        (["add", "wire", "--quote", "nowhere", "--type", "AID"], 1, "does not stand in its text"),
        (["correct", "wire", "--published", "soon"], 2, "is no date"),
        (["withdraw", "none.txt"], 2, "there is no document"),
        (["decide", "--from", "none.jsonl"], 1, "cannot be read"),
    ],
)
def test_a_failure_is_told_without_a_traceback(ask: Ask, words: list[str], status: int, told: str) -> None:
    code, out, err = ask(*words)
    assert (code, out) == (status, "")
    assert told in err and "Next: " in err and "Traceback" not in err
