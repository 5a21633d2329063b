"""`python -m corpus`: what an annotator sees, real texts without their words, and the loader's refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus.nouns import CorpusError

import corpus
from corpus import __main__ as cli
from corpus import build, codes, loading, paths, real
from jirga.model import EVENT_TYPES, MEASURES, MODES, RELATION_TYPES

GOOD = (
    "=== m-1\ngenre: wire\nconflict: none\npublished: 2022-06-04\n\n"
    "[gov It] [1 freed] six men at dawn. [gov It] had [2 vowed] not to.\n---\n"
    "gov = State | MLI GOV\n1 RETREAT release | a gov\n2 REJECT | a gov\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mara").mkdir()
    (tmp_path / "mara" / "a.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "mara"


def run(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, [str(word) for word in words])
    return result.exit_code, result.output


def test_a_good_folder_validates(folder: Path) -> None:
    code, output = run("validate", folder)
    assert code == 0
    assert "no errors" in output


def test_errors_name_file_and_line_all_at_once(folder: Path) -> None:
    broken = GOOD.replace("RETREAT release", "RETREAT freed").replace("2022-06-04", "June")
    (folder / "b.txt").write_text(broken.replace("m-1", "m-2"), encoding="utf-8")
    code, output = run("validate", folder)
    assert code == 1
    assert "b.txt:9: RETREAT has no mode 'freed'" in output
    assert "published 'June' is no day" in output
    assert "Traceback" not in output


def test_show_prints_statements_with_who_says_so(folder: Path) -> None:
    _, output = run("show", "m-1", folder)
    assert "freed  event RETREAT release" in output
    assert "happened: affirmed asserted" in output
    assert "said by: the document" in output


def test_skeletons_stats_and_agree_run_on_a_folder(folder: Path) -> None:
    assert run("skeletons", folder) == (0, "")
    assert "| sentences | 2 |" in run("stats", folder)[1]
    assert "kappa" in run("agree", folder, folder)[1]


def test_the_frozen_part_is_neither_loaded_nor_shown_unasked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    monkeypatch.setattr(cli, "TEST", folder)
    result = CliRunner().invoke(cli.main, ["show", "m-1", str(folder)])
    assert isinstance(result.exception, CorpusError)
    with pytest.raises(CorpusError, match="frozen"):
        corpus.load("test")
    monkeypatch.setattr(loading, "REAL", tmp_path)
    with pytest.raises(CorpusError, match="not there"):
        corpus.load("real")


def test_build_writes_what_load_reads_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    data = tmp_path / "data"
    for module, name, value in (
        (build, "PASSAGES", folder.parent),
        (build, "TEST", tmp_path / "none"),
        (build, "DATA", data),
        (build, "REAL", tmp_path / "real"),
        (build, "HERE", tmp_path),
    ):
        monkeypatch.setattr(module, name, value)
    build.build()
    found = [*corpus.load("train"), *corpus.load("dev")]
    assert [one.id for one in found] == ["m-1"]
    assert [one.trigger.quote for one in found[0].statements] == ["freed", "vowed"]
    assert (tmp_path / "STATISTICS.md").is_file()


def test_what_is_built_is_built_anew_where_its_sources_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    for name, value in (
        ("PASSAGES", folder.parent),
        ("TEST", tmp_path / "none"),
        ("DATA", tmp_path / "data"),
    ):
        monkeypatch.setattr(build, name, value)

    def ids() -> list[str]:
        build._current.cache_clear()  # each process looks once
        return [one.id for one in (*corpus.load("train"), *corpus.load("dev"))]

    assert ids() == ["m-1"]
    source = next(folder.glob("*.txt"))
    source.write_text(source.read_text(encoding="utf-8").replace("=== m-1", "=== m-2"), encoding="utf-8")
    assert ids() == ["m-2"]
    source.write_text("=== m-2\nno header", encoding="utf-8")
    with pytest.raises(CorpusError):
        ids()


def standing_off(tmp_path: Path, source: str, text: str, words: str) -> Path:
    path = tmp_path / "real.txt"
    marked = text.replace(words, f"[1 {words}]", 1)
    path.write_text(
        f"=== r-1\ngenre: wire\nconflict: none\npublished: 1990-02-04\nsource: {source}\n\n{marked}\n---\n"
        "1 ASSAULT\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def muc() -> str:
    try:
        return real.text_of("muc4/tst1#TST1-MUC3-0001")
    except (CorpusError, OSError):
        pytest.skip("the public corpora are not here (JIRGA_CORPORA)")


def test_a_real_passage_is_kept_without_its_words_and_loads_with_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, muc: str
) -> None:
    passage = muc.split("\n\n")[1]
    monkeypatch.setattr(build, "REAL", tmp_path / "out")
    monkeypatch.setattr(loading, "REAL", tmp_path / "out")
    words = passage.split()[-2]
    path, count = build.build_real(standing_off(tmp_path, "muc4/tst1#TST1-MUC3-0001", passage, words), "mara")
    kept = path.read_text(encoding="utf-8")
    assert count == 1
    assert words not in kept
    assert "quote" not in kept
    (found,) = corpus.load("real")
    assert found.text == passage
    assert [one.trigger.quote for one in found.statements] == [words]
    assert len(found.sentences) == 1


def test_what_trains_never_measures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, muc: str) -> None:
    assert muc
    assert not real.trains("muc4/tst1#TST1-MUC3-0001")
    assert not real.trains("re3d/BBC Online#1")
    name = next(one for one in real.training_names() if one.startswith("event_location#"))
    text = real.text_of(name)
    for module in (build, loading):
        monkeypatch.setattr(module, "REAL_TRAIN", tmp_path / "real-train")
    words = text.split()[-1].strip(".\"'")
    path, _ = build.build_real(standing_off(tmp_path, name, text, words), "mara")
    assert path.parent.name == "real-train"
    (found,) = corpus.load("real-train")
    assert found.text == text
    assert found.part == "real-train"


def test_a_sources_own_brackets_are_escaped_for_copying() -> None:
    assert real.typable("4 FEB [TEXT] a\\b") == "4 FEB \\[TEXT\\] a\\\\b"


def test_a_source_that_has_changed_is_refused(muc: str) -> None:
    origin = real.Origin("muc4/tst1#TST1-MUC3-0001", "0" * 64, 0, 5)
    assert len(muc) > 5
    with pytest.raises(CorpusError, match="is not the text that was annotated"):
        real.text_at(origin)


def test_words_that_are_not_in_the_source_are_told(tmp_path: Path, muc: str) -> None:
    assert muc
    path = standing_off(tmp_path, "muc4/tst1#TST1-MUC3-0001", "THIS IS NOT THERE.", "THERE")
    with pytest.raises(CorpusError, match="stands 0 times"):
        build.build_real(path, "mara")


def test_the_schema_refuses_what_the_record_does_not_know(folder: Path) -> None:
    from corpus.checks import schema_errors
    from corpus.compile import compile_tree
    from corpus.passage_json import passage_to_json

    obj = passage_to_json(compile_tree(folder)[0][0])
    assert list(schema_errors([obj])) == []
    obj = json.loads(json.dumps(obj))
    obj["statements"][0]["event"]["type"] = "FIGHT"
    obj["statements"][1]["factuality"]["modality"] = "hoped"
    assert len(list(schema_errors([obj]))) >= 2


def test_the_whole_corpus_validates() -> None:
    code, output = run("validate", "--quiet")
    assert code == 0, output


def test_the_schema_knows_the_codes_that_the_markup_knows() -> None:
    defs = json.loads((paths.HERE / "schema.json").read_text(encoding="utf-8"))["$defs"]
    event = defs["event"]["properties"]
    assert set(event["type"]["enum"]) == set(EVENT_TYPES)
    assert set(event["modes"]["items"]["enum"]) == {mode for modes in MODES.values() for mode in modes}
    assert set(event["contexts"]["items"]["enum"]) == codes.CONTEXTS
    assert set(defs["relation"]["properties"]["type"]["enum"]) == set(RELATION_TYPES)
    assert set(defs["figure"]["properties"]["measure"]["enum"]) == set(MEASURES)
    assert set(defs["pair"]["properties"]["stance"]["enum"]) == codes.STANCES
    for word, (name, value) in codes.FACTUALITY.items():
        allowed = defs["factuality"]["properties"][name]
        assert value is True or value in allowed["enum"], word
