from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import sample_record as made
from jirga.as_json import statement_from_json
from jirga.cli.app import app, run
from jirga.cli.reference import pages
from jirga.record import Record

Told = tuple[int, str, str]
Ask = Callable[..., Told]


@pytest.fixture
def ask(record_file: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command on the sample record; returns its exit status, standard output and standard error."""
    monkeypatch.setenv("JIRGA_RECORD", str(record_file))

    def asked(*words: str) -> Told:
        status = run(words)
        out, err = capfd.readouterr()
        return status, out, err

    return asked


def objects(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_timeline_tells_who_whom_what_how_many_where_who_says_so_and_the_words(ask: Ask) -> None:
    status, out, _ = ask("timeline")
    assert status == 0
    lines = out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("2022-06-02"))
    entry = "\n".join(lines[at : at + 5])
    for told in (
        "Government of Pakistan → Tehrik-i-Taliban Pakistan",
        "released captives (RETREAT: release)",
        "about 100 militants released",
        "Khost, AFG",
        "according to the Foreign Office spokesperson (“said”)",
        "Dawn, “Truce holds” (2022-06-03)",
        made.RELEASE.id[:11],
        f"“{made.RELEASE.quote}”",
    ):
        assert told in entry
    assert lines[at + 1].startswith(f"{made.RELEASE.id[:11]}  ")  # the id stands under its date
    assert lines.index("2022") < lines.index("Date unknown")


def test_a_contest_is_printed_with_each_answer_and_who_gives_it(ask: Ask) -> None:
    status, out, err = ask("contests")
    assert status == 0
    assert "How many soldiers were killed" in out
    assert "· 9 soldiers  Police (Frontier Wire)" in out
    assert "· at least 14  a TTP statement (Frontier Wire)" in out
    assert "1 contest." in err


def test_each_rival_figure_stands_with_its_speaker(ask: Ask) -> None:
    _, out, _ = ask("timeline", "--type", "ASSAULT")
    assert "9 soldiers killed according to Police (“said”)" in out
    assert "at least 14 killed according to a TTP statement (“put”)" in out


def test_what_did_not_happen_shows_only_with_all_and_with_its_word(ask: Ask) -> None:
    _, out, _ = ask("timeline")
    assert "DENIED" not in out
    assert made.DENIAL.id[:11] not in out
    _, out, _ = ask("timeline", "--all")
    assert "DENIED Tehrik-i-Taliban Pakistan · attacked" in out
    assert "DEMANDED Tehrik-i-Taliban Pakistan · gave up weapons" in out
    _, out, _ = ask("events", "--all")
    assert "DENIED Tehrik-i-Taliban Pakistan" in out


@pytest.mark.parametrize("verb", ["timeline", "statements"])
def test_json_gives_statements_as_the_record_has_them_and_nothing_else(ask: Ask, verb: str) -> None:
    _, out, err = ask(verb, "--all", "--json")
    known = {one.id: one for one in made.STATEMENTS}
    for one in objects(out):
        assert statement_from_json(one) == known[str(one["id"])]
    assert err == ""


@pytest.mark.parametrize(
    ("verb", "keys"),
    [
        ("events", {"id", "type", "statements", "independent_sources", "status"}),
        ("entities", {"id", "name", "kind", "as_actor", "as_speaker"}),
        ("relations", {"type", "actor", "recipient", "since", "statements"}),
        ("quantities", {"measure", "low", "high", "said_by", "statement"}),
        ("documents", {"id", "published_basis", "status", "copies_of"}),
        ("counts", {"actor", "recipient", "month", "type", "events"}),
    ],
)
def test_every_list_has_its_json(ask: Ask, verb: str, keys: set[str]) -> None:
    status, out, _ = ask(verb, "--json")
    assert status == 0
    rows = objects(out)
    assert rows
    assert all(keys <= set(row) for row in rows)


def test_relations_change_by_date(ask: Ask) -> None:
    _, out, _ = ask("relations", "--changes")
    assert "2018" in out and "begins" in out and "Noor Wali Mehsud" in out
    _, out, _ = ask("relations", "--changes", "--json")
    (change,) = objects(out)
    assert (change["edtf"], change["turn"], change["type"]) == ("2018", "begins", "leads")


def test_no_claims_are_told_as_none(ask: Ask) -> None:
    status, out, err = ask("claims")
    assert status == 0
    assert "0 claims" in out + err


def test_show_brings_out_the_words_that_matter_in_brackets_where_there_is_no_colour(ask: Ask) -> None:
    _, out, _ = ask("show", made.RELEASE.id[:9])
    assert (
        "[The government] has [[released]] {about 100 militants}, "
        "<the Foreign Office spokesperson> <said> on Thursday." in out
    )
    for told in ("happened, according to its speaker", "worked out from a relative date", "reports/dawn.txt"):
        assert told in out


def test_show_says_what_the_content_belongs_to(ask: Ask) -> None:
    _, out, _ = ask("show", made.DEMANDED.id)
    assert "content of" in out
    assert made.DEMAND.id[:11] in out
    _, out, _ = ask("show", made.DEMAND.id)
    assert "its content" in out


def test_show_json_is_one_object(ask: Ask) -> None:
    _, out, _ = ask("show", "ttp", "--json")
    (shown,) = objects(out)
    assert shown["entry"] == "entity"


@pytest.mark.parametrize("entry", ["ttp", made.WIRE.id[:10]])
def test_show_tells_the_evidence_of_an_entity_and_of_a_document(ask: Ask, entry: str) -> None:
    _, out, _ = ask("show", entry)
    assert "[gunmen] [[attacked]] [a convoy]" in out
    assert made.ATTACK.id[:11] in out


def test_nothing_of_a_text_can_command_the_terminal(ask: Ask) -> None:
    for words in (
        ["timeline", "--copies"],
        ["show", made.UNDATED.id],
        ["show", made.KABUL.id],
        ["search", "talks"],
    ):
        _, out, _ = ask(*words)
        assert "\x1b" not in out
        assert "\N{REPLACEMENT CHARACTER}[31mred" in out


def test_search_marks_the_words_it_found(ask: Ask) -> None:
    _, out, _ = ask("search", "checkpost")
    assert "a [checkpost] near" in out
    _, out, _ = ask("search", "checkpost", "--json")
    assert objects(out)[0]["source"] == "reports/dawn.txt"


@pytest.mark.parametrize(
    ("words", "holds", "told"),
    [
        (["checkpost", "denied"], "sentence", ""),
        (["checkpost", "Foreign"], "document", "No sentence holds all of the words; these are of documents"),
        (["checkpost", "convoy"], "some", "No document holds all of the words; these sentences hold some"),
    ],
)
def test_search_says_where_it_fell_back_to_a_looser_match(
    ask: Ask, words: list[str], holds: str, told: str
) -> None:
    _, out, _ = ask("search", *words)
    assert out.splitlines()[0].startswith(told)
    assert bool(told) == out.startswith("No ")
    _, out, _ = ask("search", *words, "--json")
    assert {one["holds"] for one in objects(out)} == {holds}


def test_a_search_that_finds_nothing_says_so(ask: Ask) -> None:
    status, out, err = ask("search", "zeppelin")
    assert (status, out) == (0, "")
    assert "No sentence in the record has any of these words" in err


def test_counts_as_csv_hold_the_zeros_and_the_unknown(ask: Ask) -> None:
    _, out, _ = ask("counts", "--by", "month,quad", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert {row["month"] for row in rows} == {"2022-04", "2022-05", "2022-06", "unknown"}
    assert sum(int(row["events"]) for row in rows) == 4
    assert sum(row["month"] == "2022-05" and row["events"] == "0" for row in rows) == 4


def test_counts_on_the_screen_say_how_many_zeros_they_leave_out(ask: Ask) -> None:
    _, out, err = ask("counts", "--by", "dyad,month,type")
    assert "rows of zeros not shown" in out
    assert "nothing counted under: AGREE" in out
    assert "4 distinct events" in err


def test_the_codebook_explains_the_columns(ask: Ask) -> None:
    _, out, _ = ask("counts", "--by", "month", "--codebook")
    assert out.startswith("# Codebook")
    assert "`month`" in out


def test_an_export_to_a_file_leaves_standard_output_empty(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    status, out, err = ask("export", "-o", str(path), "--all")
    assert (status, out) == (0, "")
    assert "9 rows" in err
    assert len(path.read_text().splitlines()) == 9


def test_an_export_without_a_file_is_standard_output(ask: Ask) -> None:
    assert ask("export")[1] == ask("export", "-o", "-")[1] != ""


def test_the_record_may_be_named_before_or_after_the_verb(
    ask: Ask, record_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ask("timeline")[1]
    monkeypatch.setenv("JIRGA_RECORD", "nowhere.db")
    assert ask("timeline", "--record", str(record_file))[1] == expected
    assert ask("--record", str(record_file), "timeline")[1] == expected
    assert ask("--record", "elsewhere.db", "timeline", "--record", str(record_file))[1] == expected


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["timeline", "--type", "WAR"], 2, "'war' is no type"),
        (["timeline", "--since", "soon"], 2, "'soon' is no date"),
        (["timeline", "--record", "nowhere.db"], 1, "there is no record nowhere.db"),
        (["timeline", "--colour"], 2, "No such option"),
        (["rumours"], 2, "No such command"),
        (["show", "st_none"], 2, "no entry has the id"),
        (["counts", "--by", "weekday"], 2, "cannot count by weekday"),
        (["counts", "--all"], 2, "No such option"),
        (["export", "--format", "plover", "--what", "entities"], 2, "does not hold entities"),
        (["export", "-o", "."], 2, "is a folder"),
        (["search", "..."], 2, "no word"),
        (["read"], 2, "Missing argument"),
        (["completion", "tcsh"], 2, "tcsh"),
    ],
)
def test_a_users_mistake_is_one_clear_line(ask: Ask, words: list[str], status: int, told: str) -> None:
    got, out, err = ask(*words)
    assert got == status
    assert told in err
    assert "Traceback" not in err
    assert out == ""


def test_a_fault_of_jirgas_own_says_so_and_how_to_see_more(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("jirga.questions.timeline", broken)
    status, _, err = ask("timeline")
    assert status == 1
    assert "a fault in Jirga: ZeroDivisionError: division by zero" in err
    assert "JIRGA_DEBUG=1" in err
    monkeypatch.setenv("JIRGA_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ask("timeline")


def test_an_answer_of_nothing_says_so(ask: Ask) -> None:
    status, out, err = ask("timeline", "--place", "Atlantis")
    assert (status, out) == (0, "")
    assert "Nothing in the record answers this" in err


def test_an_entity_that_the_record_lacks_is_told_from_a_question_without_answer(ask: Ask) -> None:
    status, out, err = ask("timeline", "--entity", "Frodo")
    assert (status, out) == (0, "")
    assert "knows nobody called Frodo" in err
    assert "jirga entities" in err
    assert "answers this" in ask("timeline", "--entity", "TTP", "--since", "2030")[2]


def test_a_document_is_shown_by_its_file_too(ask: Ask, record: Record) -> None:
    document = next(iter(record.documents())).document
    _, by_file, _ = ask("show", document.source)
    assert by_file
    assert by_file == ask("show", document.id)[1]


def test_empty_months_in_a_row_are_told_as_a_range(ask: Ask, tmp_path: Path) -> None:
    article = "Published: {}\n\nOn {} rebels attacked the village of Gondar.\n"
    for name, day in (("a", "2014-01-07"), ("b", "2016-03-04")):
        (tmp_path / f"{name}.txt").write_text(article.format(day, day))
    named = ("--record", str(tmp_path / "far.db"))
    ask("read", str(tmp_path), *named)
    _, out, _ = ask("counts", "--by", "type,month", *named)
    assert "nothing counted under: 2014-02 to 2016-02" in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(ask: Ask, shell: str) -> None:
    status, out, _ = ask("completion", shell)
    assert status == 0
    assert "_JIRGA_COMPLETE" in out


def test_the_version_is_printed(ask: Ask) -> None:
    assert ask("--version")[:2] == (0, "jirga, version 0.1.0\n")


def test_the_help_of_every_verb_prints(ask: Ask) -> None:
    for verb in app.commands:
        status, out, _ = ask(verb, "--help")
        assert status == 0
        assert f"Usage: jirga {verb}" in out


@pytest.mark.parametrize("name", ["commands.md", "exports.md"])
def test_the_reference_in_the_documentation_is_what_the_code_says(name: str) -> None:
    written = Path(__file__).parents[2] / "docs" / "reference" / name
    assert written.read_text(encoding="utf-8") == pages()[name], "stale: python -m jirga.cli.reference"


def test_a_list_with_nothing_in_it_says_what_to_do(ask: Ask) -> None:
    for verb in ("events", "relations", "quantities", "documents", "entities"):
        _, out, err = ask(verb, "--since", "1900", "--until", "1901")
        assert out == ""
        assert err.startswith("0 ") and "Next: ask with fewer filters" in err
