"""The scorer of time expressions on cases worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.__main__ import main
from click.testing import CliRunner

from bench import times as bench
from jirga.language.timex import Timex

MARKUP = """<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2001-03-09">9 March 2001</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2001-03-08">on
<EVENT eid="e2">this</EVENT> day</TIMEX3><TIMEX3 tid="t2" type="DURATION" value="P1D"/> &amp;
left.</TEXT></TimeML>"""


def date(start: int, end: int, value: str = "2001") -> Timex:
    return Timex(start, end, "DATE", value)


def test_markup_becomes_text_with_the_expressions_that_mark_some() -> None:
    read = bench.article("x", MARKUP)
    assert read.text == "They met on\nthis day &\nleft."
    assert read.created == "2001-03-09"
    assert [(read.text[g.start : g.end], g.value) for g in read.gold] == [("on\nthis day", "2001-03-08")]


def test_an_expression_meets_one_other_and_the_same_extent_first() -> None:
    gold, found = [date(0, 4), date(5, 9)], [date(3, 9), date(5, 9), date(20, 24)]
    assert bench.pairs(gold, found) == [(gold[1], found[1]), (gold[0], found[0])]


def test_counts_of_a_document() -> None:
    gold = [date(0, 4), date(5, 9, "2001-03"), Timex(12, 16, "DURATION", "P1D")]
    found = [date(0, 4), date(5, 10, "2001-03"), date(30, 34)]
    assert bench.item(gold, found) == {
        "gold": 3,
        "found": 3,
        "relaxed": 2,
        "strict": 1,
        "value": 2,
        "type": 2,
    }


def test_a_wrong_value_or_type_costs_only_its_own_figure() -> None:
    counts = bench.item([Timex(0, 4, "DURATION", "P1Y")], [date(0, 4, "2001")])
    assert (counts["strict"], counts["relaxed"], counts["value"], counts["type"]) == (1, 1, 0, 0)


def test_scores_over_two_documents(tmp_path: Path) -> None:
    folder = tmp_path / bench.FOLDER / "TimeBank"
    folder.mkdir(parents=True)
    names = [f"d{n}" for n in range(40)]
    tuned = [name for name in names if not bench.kept_apart(name)][:2]
    for name in tuned:
        (folder / f"{name}.tml").write_text(MARKUP)
    answers = {tuned[0]: [date(9, 19, "2001-03-08")], tuned[1]: []}
    result = bench.run(tmp_path, found=lambda one: answers[one.name])
    assert result.figures["strict F1"].value == pytest.approx(0.0)
    assert result.figures["relaxed F1"].value == pytest.approx(2 / 3)  # one right of one found and two gold
    assert result.figures["value F1"].value == pytest.approx(2 / 3)
    assert result.data[0].items == 2


def test_what_is_kept_apart_is_a_tenth_and_in_no_other_part(tmp_path: Path) -> None:
    names = [f"doc{n}" for n in range(2000)]
    assert 140 < sum(map(bench.kept_apart, names)) < 260
    for name in names[:60]:
        (tmp_path / "AQUAINT").mkdir(exist_ok=True)
        (tmp_path / "AQUAINT" / f"{name}.tml").write_text(MARKUP)
    rest, apart = ({one.name for one in bench.load(tmp_path, apart=side)} for side in (False, True))
    assert not rest & apart
    assert rest | apart == set(names[:60])


def test_an_absent_corpus_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIRGA_CORPORA", str(tmp_path))
    result = CliRunner().invoke(main, ["times"])
    assert result.exit_code == 0
    assert result.output.startswith("times: skipped: ") and result.output.count("\n") == 1
