from __future__ import annotations

import io
import json
import re
import shlex
import time
from pathlib import Path

import pytest

from jirga.cli import demo
from jirga.cli.app import run
from jirga.cli.progress import Lines, duration, told
from jirga.errors import RecordError

ARTICLE = (
    "Title: Truce talks\nPublisher: Frontier Wire\nPublished: 2022-06-03\n\n"
    "The government released 30 prisoners on Thursday, officials said.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JIRGA_RECORD", raising=False)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "talks.txt").write_text(ARTICLE)
    return tmp_path


def test_reading_says_what_was_new_where_the_record_is_and_what_to_do_next(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", "reports"]) == 0
    out = capfd.readouterr().out
    assert "Read 1 document: 1 new." in out
    assert "Record: jirga.db" in out
    assert out.splitlines()[-1] == "Next: jirga timeline"
    assert run(["read", "reports"]) == 0
    assert "0 new, 1 unchanged" in capfd.readouterr().out
    assert (folder / "jirga.db").exists()


def test_documents_without_a_date_of_publication_are_counted_with_what_to_do(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", "reports"]) == 0
    assert "without a date of publication" not in capfd.readouterr().out
    (folder / "reports" / "bare.txt").write_text("Rebels attacked the village on Tuesday.\n")
    assert run(["read", "reports"]) == 0
    out = capfd.readouterr().out
    assert "1 document without a date of publication" in out
    assert '"Published: 2022-06-03"' in out
    assert run(["read", "reports", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["undated"] == 0


def test_what_failed_is_named_and_the_rest_is_read(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "reports" / "empty.txt").write_text("")
    assert run(["read", "reports", "missing.txt"]) == 1
    out, err = capfd.readouterr()
    assert "2 failed" in out
    assert "1 new" in out
    for name in ("empty.txt", "missing.txt"):
        (line,) = [line for line in err.splitlines() if name in line]
        assert "Next:" in line


def test_files_of_kinds_not_read_are_told_in_one_line_and_are_no_failure(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("annex.pdf", "note.docx", "a.jpg", "b.JPG", "c.jpg"):
        (folder / "reports" / name).write_bytes(b"%PDF-1.4\0")
    assert run(["read", "reports"]) == 0
    out, err = capfd.readouterr()
    (line,) = [line for line in out.splitlines() if line.startswith("Passed over")]
    assert "5 files of kinds not read: 3 .jpg, 1 .pdf, 1 .docx (a.jpg, annex.pdf, b.JPG, …). Next:" in line
    assert err == ""
    assert run(["read", "reports", "--json"]) == 0
    report = json.loads(capfd.readouterr().out)
    assert (len(report["passed_over"]), report["failed"], report["problems"]) == (5, 0, [])


def test_a_file_of_such_a_kind_that_is_named_itself_is_a_failure(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "annex.pdf").write_bytes(b"%PDF-1.4\0")
    assert run(["read", "annex.pdf"]) == 1
    out, err = capfd.readouterr()
    assert err.splitlines() == [
        "annex.pdf: decoding: not text but a PDF. Next: convert it to text and read that."
    ]
    assert out.splitlines()[-1] == "Next: mend what is named above, and read it again."


def test_the_summary_as_json_is_one_object(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "reports", "--json", "--record", "other.db"]) == 0
    report = json.loads(capfd.readouterr().out)
    assert (report["seen"], report["new"], report["problems"]) == (1, 1, [])
    assert (folder / "other.db").exists()


def test_standard_input_is_read(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert run(["read", "-", "--record", str(folder / "piped.db")]) == 0
    assert "1 new" in capfd.readouterr().out


def test_an_own_lexicon_tells_who_is_who_and_its_mistakes_before_anything_is_read(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "reports" / "talks.txt").write_text(ARTICLE.replace("The government", "The Zirkon Guard"))
    table = folder / "ours.tsv"
    table.write_text("id\tkind\tname\tcountry\tsector\nzirkon\tforce\tZirkon Guard\tMLI\tMILL\na b\n")
    assert run(["read", "reports", "--lexicon", "ours.tsv"]) == 2
    err = capfd.readouterr().err.splitlines()
    assert len(err) == 3
    assert "ours.tsv: line 2: no sector is called 'MILL' (did you mean MIL?)" in err[0]
    assert not (folder / "jirga.db").exists()
    table.write_text(table.read_text().replace("MILL\na b\n", "MIL\n"))
    for jobs in ("1", "2"):
        name = f"{jobs}.db"
        assert run(["read", "reports", "--lexicon", "ours.tsv", "--jobs", jobs, "--record", name]) == 0
        capfd.readouterr()
        assert run(["statements", "--entity", "zirkon", "--record", name, "--json"]) == 0
        assert json.loads(capfd.readouterr().out)["actor"][0]["country"] == "MLI"


def test_being_stopped_says_how_to_go_on(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt("stopped: 3 documents are finished and kept. Next: run the same again.")

    monkeypatch.setattr("jirga.record.Record.read", stopped)
    assert run(["read", str(folder)]) == 130
    err = capfd.readouterr().err
    assert "3 documents are finished" in err
    assert "Traceback" not in err


def test_elsewhere_than_on_a_terminal_progress_is_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    lines = Lines()
    lines.start(1000)
    for _ in range(10):
        now[0] += 3.0
        lines.advance(100, 2)
    printed = capsys.readouterr().err.splitlines()
    assert 3 <= len(printed) <= 10
    assert printed[0] == "reading: 10%, 2 documents, 0.7 a second, about 27 s left"


def test_a_run_of_a_moment_prints_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    lines.start(10)
    lines.advance(10, 1)
    lines.finish()
    assert capsys.readouterr().err == ""


def test_progress_without_a_known_size_gives_no_share() -> None:
    assert told(0.0, 3, 2.0) == "reading: 3 documents, 1.5 a second"


@pytest.mark.parametrize(("seconds", "words"), [(4.4, "4 s"), (75, "1 min"), (3600 * 2 + 600, "2 h 10 min")])
def test_durations_are_told_in_the_largest_unit_that_fits(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_the_demo_has_its_samples_in_a_checkout() -> None:
    assert len(list(demo.samples().iterdir())) >= 12


def test_without_samples_the_demo_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo, "__file__", str(tmp_path / "a" / "b" / "c" / "demo.py"))
    with pytest.raises(RecordError, match="no sample reports"):
        demo.samples()


def test_where_the_shell_would_not_find_jirga_the_demo_says_what_to_type_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "activate").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.prefix", str(tmp_path / ".venv"))
    monkeypatch.setenv("PATH", "/nowhere")
    told = demo.what_next("talks.db", ())
    assert "  . .venv/bin/activate" in told
    assert told.index("activate") < told.index("jirga timeline")


@pytest.mark.slow
def test_the_demo_shows_some_of_how_much_and_commands_that_show_all(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo"]) == 0
    out, err = capfd.readouterr()
    assert re.search(r"^Timeline: 18 of \d\d+ entries from \d+ documents$", out, re.MULTILINE)
    assert re.search(r"^Entities: the 15 most told of, of \d+$", out, re.MULTILINE)
    assert re.search(r"^Who counts what: [2-5] of \d+ figures", out, re.MULTILINE)
    assert len(out.splitlines()) < 180
    assert (folder / demo.DEMO_RECORD).exists()
    shown = [line.strip().split("  ")[0] for line in err.splitlines() if line.startswith("  jirga ")]
    assert len(shown) == 8
    for line in shown:
        assert run(shlex.split(line)[1:]) == 0, line
