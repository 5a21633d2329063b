"""The inline markup: brackets become offsets whose quote is the text; every slip is told with its line."""

from __future__ import annotations

from corpus.markup import Bracket, parse, strip
from corpus.nouns import Fault
from hypothesis import given
from hypothesis import strategies as st

HEAD = "=== a-1\ngenre: wire\nconflict: none\npublished: 2020-01-01\n\n"


def stripped(typed: str) -> tuple[str, tuple[Bracket, ...], list[Fault]]:
    faults: list[Fault] = []
    text, brackets = strip("f", list(enumerate(typed.split("\n"), start=1)), faults)
    return text, brackets, faults


def test_nested_brackets_quote_the_plain_text() -> None:
    text, brackets, faults = stripped("[k1 [gov The government] [1 freed] [f1 six] men], it [c1 said].")
    assert text == "The government freed six men, it said."
    assert not faults
    quotes = {bracket.label: text[bracket.start : bracket.end] for bracket in brackets}
    assert quotes == {
        "k1": "The government freed six men",
        "gov": "The government",
        "1": "freed",
        "f1": "six",
        "c1": "said",
    }


def test_two_labels_on_one_stretch_and_real_brackets() -> None:
    text, brackets, faults = stripped(r"He was [1,2 jailed] \[sic\] for a back\\slash.")
    assert text == r"He was jailed [sic] for a back\slash."
    assert [(one.label, text[one.start : one.end]) for one in brackets] == [("1", "jailed"), ("2", "jailed")]
    assert not faults


def test_a_content_may_run_over_lines() -> None:
    text, brackets, _ = stripped("[k1 We go.\n\nWe stay.] So [c1 he said].")
    assert text[brackets[0].start : brackets[0].end] == "We go.\n\nWe stay."


def test_outer_labels_come_first_where_two_brackets_cover_the_same_words() -> None:
    _, brackets, _ = stripped("[k1 [k2 it rained]]")
    assert [one.label for one in brackets] == ["k1", "k2"]


def test_every_slip_is_told_at_once_with_its_line() -> None:
    _, _, faults = stripped("one ] two\n[gov  The state] x\n[Gen. Musa] y\n[1 shot")
    assert sorted(fault.line for fault in faults) == [1, 2, 3, 4]
    assert all(fault.next_step for fault in faults)


def test_a_file_without_passages_and_a_passage_without_rule_are_told() -> None:
    _, faults = parse("f", "just text")
    assert "no passage" in faults[0].what
    _, faults = parse("f", HEAD + "Some text.\n")
    assert "---" in faults[0].what


def test_headers_and_definitions_above_the_first_passage_hold_for_all() -> None:
    common = "conflict: mali\ngov = State | MLI GOV\n\n"
    content = common + "=== a\ngenre: wire\n\nOne.\n---\nnone\n=== b\n\nTwo.\n---\nnone // so\n"
    (first, second), faults = parse("f", content)
    assert not faults
    assert first.header == {"conflict": "mali", "genre": "wire"}
    assert second.header == {"conflict": "mali"}
    assert [line.text for line in second.lines] == ["gov = State | MLI GOV", "none"]


def test_an_unknown_header_is_told_and_not_taken_for_text() -> None:
    (source,), faults = parse("f", "=== a\ngenra: wire\n\nText.\n---\nnone\n")
    assert source.text == "Text."
    assert (faults[0].line, faults[0].file) == (2, "f")


WORDS = st.text(alphabet='abcé \n.[]\\"’', min_size=1, max_size=30)


@st.composite
def bracketings(draw: st.DrawFn) -> tuple[str, str, list[tuple[str, str]]]:
    """A typed text with nested brackets, the plain text it should give, and label and quote of each."""
    labels = iter(range(1, 1000))
    found: list[tuple[str, str]] = []

    def piece(depth: int) -> tuple[str, str]:
        typed, plain = "", ""
        for _ in range(draw(st.integers(1, 3))):
            words = draw(WORDS)
            typed += "".join("\\" + one if one in "[]\\" else one for one in words)
            plain += words
            if depth and draw(st.booleans()):
                label = f"e{next(labels)}"
                inner_typed, inner_plain = piece(depth - 1)
                typed += f"[{label} x{inner_typed}x]"
                plain += f"x{inner_plain}x"
                found.append((label, f"x{inner_plain}x"))
        return typed, plain

    typed, plain = piece(3)
    return f"x{typed}x", f"x{plain}x", found


def lines_stripped(text: str) -> str:
    """What a text editor's blanks at line ends come to."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


@given(bracketings())
def test_any_bracketing_gives_back_its_text_and_quotes(made: tuple[str, str, list[tuple[str, str]]]) -> None:
    typed, plain, wanted = made
    text, brackets, faults = stripped(typed)
    assert text == lines_stripped(plain)
    assert not faults
    quotes = {bracket.label: text[bracket.start : bracket.end] for bracket in brackets}
    assert quotes == {label: lines_stripped(quote) for label, quote in wanted}


@given(st.text(max_size=200))
def test_no_input_breaks_the_parser(content: str) -> None:
    sources, faults = parse("f", content)
    assert sources or faults
    for source in sources:
        assert all(0 <= one.start <= one.end <= len(source.text) for one in source.brackets)
