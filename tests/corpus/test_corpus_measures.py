"""Skeletons, agreement, the frozen part, and the checks over many passages."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus.agreement import compare
from corpus.compile import compile_tree
from corpus.frozen import digest, freeze, thawed
from corpus.nouns import CorpusError, Passage
from corpus.paths import HERE
from corpus.skeletons import share, skeleton, twins
from corpus.statistics import bare_sentences, page, summary
from corpus.validate import check

HEAD = "=== {id}\ngenre: wire\nconflict: none\npublished: 2022-06-04\n{more}\n{text}\n---\n{lines}\n"
GUIDE = HERE / "passages" / "guide"


def written(folder: Path, *passages: tuple[str, str, str, str]) -> list[Passage]:
    """Compile passages given as id, more header lines, text, lines."""
    folder.mkdir(exist_ok=True)
    content = "".join(
        HEAD.format(id=id_, more=more, text=text, lines=lines) for id_, more, text, lines in passages
    )
    (folder / "a.txt").write_text(content, encoding="utf-8")
    found, faults = compile_tree(folder)
    assert not faults, "\n".join(map(str, faults))
    return found


def test_a_skeleton_keeps_function_words_and_masks_the_rest() -> None:
    assert skeleton("The army didn't shell Goma on 5 May, she said.") == "the X didn't X X on N may , she X ."


def test_sentences_on_one_frame_are_found_but_not_in_one_pair_set_nor_in_a_copy(tmp_path: Path) -> None:
    first, second = "The army shelled the old port on Friday.", "The rebels burned the new mill on Monday."
    apart = written(tmp_path / "a", ("x", "", first, "none"), ("y", "", second, "none"))
    assert share(apart) == (2, 2)
    assert twins(apart)[0].sentences == (("x", first), ("y", second))
    copied = written(tmp_path / "b", ("x", "", first, "none"), ("y", "copy-of: x\n", first, "none"))
    assert share(copied) == (0, 2)
    pair = "pair: p {} made-up\n"
    paired = written(
        tmp_path / "c",
        ("x", pair.format("affirmed"), first, "none"),
        ("y", pair.format("negated"), second, "none"),
    )
    assert share(paired) == (0, 2)


def test_short_sentences_are_not_held_against_each_other(tmp_path: Path) -> None:
    found = written(
        tmp_path / "a", ("x", "", "He did not elaborate.", "none"), ("y", "", "She did not explain.", "none")
    )
    assert share(found) == (0, 0)


TEXT = "[gov It] [1 freed] [f1 six] men, and will [2 meet] [env the envoy]."
LINES = "gov = State | MLI GOV\nenv = - | UNO\nf1 = released 6\n" + (
    "1 RETREAT release | a gov | f1\n2 CONSULT | a gov | r env | intended"
)


def test_agreement_with_oneself_is_full_and_kappa_is_one(tmp_path: Path) -> None:
    one = written(tmp_path / "a", ("x", "", TEXT, LINES))
    scores, kappas = compare(one, one)
    assert all(score.f1 in (None, 1.0) for score in scores)
    assert {kappa.layer: kappa.value for kappa in kappas}["modality"] == 1.0


def test_disagreement_is_counted_on_its_layer_only(tmp_path: Path) -> None:
    one = written(tmp_path / "a", ("x", "", TEXT, LINES))
    changed = LINES.replace("RETREAT release | a gov", "CONCEDE").replace("released 6", "released 5..")
    other = written(tmp_path / "b", ("x", "", TEXT, changed.replace(" | intended", "")))
    scores, kappas = compare(one, other)
    f1 = {score.layer: score.f1 for score in scores}
    assert f1["statements"] == 1.0
    assert f1["type"] == 0.5
    assert f1["actor mention"] == pytest.approx(2 / 3)
    assert f1["figures"] == 0.0
    assert f1["figure mention"] == 1.0
    modality = next(kappa for kappa in kappas if kappa.layer == "modality")
    assert (modality.agreed, modality.value) == (0.5, 0.0)


def test_a_statement_that_only_one_has_lowers_the_statements(tmp_path: Path) -> None:
    one = written(tmp_path / "a", ("x", "", TEXT, LINES))
    fewer = TEXT.replace("[2 meet] [env the envoy]", "meet the envoy")
    lines = "\n".join(LINES.splitlines()[i] for i in (0, 2, 3))
    other = written(tmp_path / "b", ("x", "", fewer, lines))
    assert compare(one, other)[0][0].f1 == pytest.approx(2 / 3)


def test_agreement_needs_the_same_texts(tmp_path: Path) -> None:
    one = written(tmp_path / "a", ("x", "", TEXT, LINES))
    with pytest.raises(CorpusError, match="share no passage"):
        compare(one, written(tmp_path / "b", ("y", "", TEXT, LINES)))
    with pytest.raises(CorpusError, match="different texts"):
        compare(one, written(tmp_path / "c", ("x", "", TEXT + " So.", LINES)))


def test_any_change_of_the_frozen_part_is_seen(tmp_path: Path) -> None:
    folder, record = tmp_path / "test", tmp_path / "FROZEN.txt"
    folder.mkdir()
    assert thawed(folder, record) is None
    (folder / "a.txt").write_text("one", encoding="utf-8")
    assert "not frozen yet" in str(thawed(folder, record))
    freeze(folder, record)
    assert thawed(folder, record) is None
    before = digest(folder)
    (folder / "a.txt").rename(folder / "b.txt")
    assert digest(folder) != before
    assert "never edited" in str(thawed(folder, record))


def test_checks_over_passages_tell_what_is_missing(tmp_path: Path) -> None:
    found = written(
        tmp_path / "a",
        ("x", "pair: p affirmed plain\n", "It rained hard here today.", "none"),
        ("y", "copy-of: nobody\n", "It rained hard there today.", "none"),
        ("z", "story: s\nquestion: dead | How many died?\n", "It was dry. It was cold.", "none"),
    )
    errors, notes = check(found)
    told = "\n".join(errors)
    assert "pair p: 1 passage" in told
    assert "`copy-of: nobody` names no passage" in told
    assert "question 'dead' has 0 position" in told
    assert any("1 report(s)" in note for note in notes)


def test_the_statistics_count_bare_sentences_and_never_print_the_frozen_text(tmp_path: Path) -> None:
    body = TEXT + " Rain fell on the empty square."
    passages, _ = compile_tree(
        written(tmp_path / "a", ("x", "", body, LINES)) and tmp_path / "a", part="test"
    )
    assert [bare_sentences(one) for one in passages] == [1]
    assert summary(passages)["sentences without any statement"] == "1 (50.0%)"
    assert "Rain" not in page(passages, [])
    assert "RETREAT release" not in page(passages, [])


def test_the_guides_passages_hold_together() -> None:
    errors, _ = check(compile_tree(GUIDE)[0])
    assert errors == []
