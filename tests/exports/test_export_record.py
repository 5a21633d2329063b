"""The record itself as a file: export → import → export gives the same bytes, and nothing damaged gets in."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jirga
import sample_record as made
from jirga.as_json import decision_from_json, decision_to_json, stamped
from jirga.errors import JirgaError, UsageError
from jirga.exports import importing
from jirga.model import (
    EVENT_TYPES,
    Anchor,
    Decision,
    Document,
    EventCode,
    Factuality,
    Figure,
    Participant,
    Problem,
    Reading,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)
from jirga.record import Record
from jirga.store import Loaded, Query, Store

Lines = list[dict[str, Any]]


def exported(location: Path, name: str = "out.jsonl", **more: Any) -> Path:
    path = location.with_name(name)
    with jirga.open(location) as record:
        record.export(path, what="record", **more)
    return path


def imported(file: Path, into: Path) -> Loaded:
    with jirga.open(into) as record:
        return record.import_(file)


def lines_of(path: Path) -> Lines:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def written(path: Path, lines: Lines) -> Path:
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def whole(record_file: Path, tmp_path: Path) -> Path:
    """The sample record as a file, in a folder of its own."""
    path = tmp_path / "whole.jsonl"
    with jirga.open(record_file) as record:
        record.export(path, what="record")
    return path


# --- there and back -------------------------------------------------------------------------------------


def test_a_record_comes_back_to_the_byte(whole: Path, tmp_path: Path) -> None:
    assert imported(whole, tmp_path / "copy.db") == Loaded(3, 3, len(made.STATEMENTS))
    assert exported(tmp_path / "copy.db").read_bytes() == whole.read_bytes()


def test_every_list_of_the_copy_is_that_of_the_original(whole: Path, record: Record, tmp_path: Path) -> None:
    imported(whole, tmp_path / "copy.db")
    with jirga.open(tmp_path / "copy.db") as copy:
        for what in jirga.exports.WHATS:
            assert list(copy.objects(what, all=True)) == list(record.objects(what, all=True))
        assert copy.search("checkpost")[0].document == made.DAWN.id


def test_what_triggers_mean_comes_along(tmp_path: Path) -> None:
    vector = bytes(range(32))
    with Store.open(tmp_path / "one.db", writing=True) as store:
        reading = made.reading(made.WIRE)
        store.save(made.WIRE, reading, [made.ATTACK], meanings={made.ATTACK.id: vector})
    first = exported(tmp_path / "one.db", "first.jsonl")
    imported(first, tmp_path / "copy.db")
    assert exported(tmp_path / "copy.db").read_bytes() == first.read_bytes()
    with Store.open(tmp_path / "copy.db", writing=True) as store:
        (kept,) = store.whole(made.WIRE.id).readings
    assert kept.meanings == {made.ATTACK.id: vector}


@pytest.mark.parametrize("meaning", ["", "AAAA", "no base64!", 7, None])
def test_a_meaning_that_is_none_is_damage(meaning: object, tmp_path: Path, whole: Path) -> None:
    lines = lines_of(whole)
    next(line for line in lines if "statement" in line)["meaning"] = meaning
    with pytest.raises(JirgaError, match=r"meaning|base64"):
        imported(written(tmp_path / "bad.jsonl", lines), tmp_path / "new.db")


def test_importing_twice_adds_nothing(whole: Path, tmp_path: Path) -> None:
    imported(whole, tmp_path / "copy.db")
    assert imported(whole, tmp_path / "copy.db") == Loaded(0, 0, 0)
    assert exported(tmp_path / "copy.db").read_bytes() == whole.read_bytes()


def test_earlier_readings_and_the_texts_they_read_come_along(tmp_path: Path) -> None:
    location = tmp_path / "two.db"
    old = replace(made.WIRE, text=made.TOLL.upper(), text_version="0", text_hash="")
    old = replace(old, text_hash=hashlib.sha256(old.text.encode()).hexdigest())
    with Store.open(location, writing=True) as store:
        store.save(old, replace(made.reading(made.WIRE), id="rd_old", text_version="0"), [])
        store.save(made.WIRE, made.reading(made.WIRE), [made.ATTACK])
    first = exported(location, "first.jsonl")
    assert [next(iter(line)) for line in lines_of(first)] == [
        *("jirga", "document", "text"),
        *("reading", "statement", "reading", "end"),
    ]
    imported(first, tmp_path / "copy.db")
    assert exported(tmp_path / "copy.db").read_bytes() == first.read_bytes()


def test_a_failed_reading_keeps_its_problems(tmp_path: Path) -> None:
    location = tmp_path / "failed.db"
    problem = Problem(made.WIRE.source, "coding", "it is too long", "shorten it")
    with Store.open(location, writing=True) as store:
        store.save(made.WIRE, made.reading(made.WIRE, status="failed", problems=(problem,)), [])
    first = exported(location, "first.jsonl")
    imported(first, tmp_path / "copy.db")
    with jirga.open(tmp_path / "copy.db") as copy:
        assert [one.problems for one in copy.documents()] == [(problem,)]
    assert exported(tmp_path / "copy.db").read_bytes() == first.read_bytes()


def decided(location: Path) -> Path:
    """The sample record with a decision of every kind that leaves a trace."""
    made.make(location)
    with Store.open(location, writing=True) as store:
        release, attack = store.anchor(made.RELEASE.id), store.anchor(made.ATTACK.id)
        kabul = Anchor(made.KABUL.id, made.KABUL.text_version)
        demand, meeting = store.anchor(made.DEMAND.id), store.anchor(made.MEETING.id)
        for kind, anchors, more in (
            ("reject", (demand,), {}),
            (
                "edit",
                (release,),
                {"changes": (("modes", '["withdraw"]'),), "statement": made.RELEASE},
            ),
            ("accept", (attack,), {"statement": made.ATTACK}),
            ("apart", (release, attack), {}),
            ("correct", (Anchor(made.DAWN.id, "1"),), {"changes": (("publisher", '"Dawn of Karachi"'),)}),
            ("reject", (meeting,), {}),
            ("withdraw", (kabul,), {}),
        ):
            (last,) = store.decide([Decision(kind, anchors, "ayesha", "a test", **more)])
            if anchors == (meeting,):
                store.decide([Decision("undo", anchors, "ayesha", undoes=last.id)])
    return location


def test_decisions_come_along_and_what_follows_from_them(tmp_path: Path) -> None:
    location = decided(tmp_path / "decided.db")
    first = exported(location, "first.jsonl")
    loaded = imported(first, tmp_path / "copy.db")
    assert (loaded.documents, loaded.decisions) == (3, 8)
    assert exported(tmp_path / "copy.db", "second.jsonl").read_bytes() == first.read_bytes()
    with Store.open(location) as one, Store.open(tmp_path / "copy.db") as other:
        assert list(one.statements(Query(all=True))) == list(other.statements(Query(all=True)))
        assert one.document(made.DAWN.id).publisher == "Dawn of Karachi"
        for asked in (Store.decisions, Store.lost, Store.withdrawn, Store.constraints, Store.readings):
            assert asked(one) == asked(other)
        for document in made.DOCUMENTS:
            assert one.document(document.id) == other.document(document.id)
    assert imported(first, tmp_path / "copy.db") == Loaded()


def test_a_decision_that_says_other_than_its_id_is_refused(tmp_path: Path) -> None:
    lines = lines_of(exported(decided(tmp_path / "decided.db"), "first.jsonl"))
    line = at(lines, "decision")
    lines[line]["decision"]["by"] = "somebody else"
    told = refused(written(tmp_path / "forged.jsonl", lines), tmp_path / "copy.db", line + 1)
    assert "its id is not that of what it says" in told


def test_a_decision_that_cannot_be_applied_is_refused_by_its_line(tmp_path: Path) -> None:
    lines = lines_of(exported(decided(tmp_path / "decided.db"), "first.jsonl"))
    line = at(lines, "decision")
    first = decision_from_json(lines[line]["decision"])
    aimless = stamped(replace(first, kind="merge"), first.at)  # a merge of one statement with nothing
    lines[line]["decision"] = decision_to_json(aimless)
    told = refused(written(tmp_path / "aimless.jsonl", lines), tmp_path / "copy.db", line + 1)
    assert "a decision of the kind merge is not about these" in told


def test_decisions_come_with_the_documents_they_are_about(tmp_path: Path) -> None:
    path = exported(decided(tmp_path / "decided.db"), "wire.jsonl", document=made.WIRE.id)
    kinds = [line["decision"]["kind"] for line in lines_of(path) if "decision" in line]
    assert kinds == ["accept", "apart"]
    imported(path, tmp_path / "wire.db")
    assert exported(tmp_path / "wire.db", "again.jsonl").read_bytes() == path.read_bytes()


def test_filters_choose_whole_documents(record_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "dawn.jsonl"
    with jirga.open(record_file) as record:
        assert record.export(path, what="record", publisher="Dawn").rows == 1
    assert imported(path, tmp_path / "dawn.db") == Loaded(1, 1, 4)  # what was demanded and denied, too


def test_what_the_record_has_stays_as_it_is(whole: Path, tmp_path: Path) -> None:
    location = tmp_path / "mine.db"
    mine = replace(made.reading(made.DAWN), id="rd_mine", configuration="mine")
    corrected = replace(made.DAWN, publisher="Dawn of Karachi")
    with Store.open(location, writing=True) as store:
        store.save(corrected, mine, [])
    assert imported(whole, location) == Loaded(2, 3, len(made.STATEMENTS))
    with Store.open(location) as store:
        assert store.document(made.DAWN.id) == corrected
        assert store.is_current("rd_mine")
        assert store.has_reading(made.reading(made.DAWN).id)


def test_standard_input_can_be_imported(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(whole.read_bytes())))
    with jirga.open(tmp_path / "copy.db") as copy:
        assert copy.import_("-").documents == 3


@pytest.mark.slow
def test_real_reports_come_back_to_the_byte(tmp_path: Path) -> None:
    reports = Path(__file__).parents[2] / "examples" / "reports"
    with jirga.open(tmp_path / "read.db") as record:
        record.read([reports / "wire.jsonl", *sorted(reports.glob("*.txt"))[:4]])
    first = exported(tmp_path / "read.db", "first.jsonl")
    assert imported(first, tmp_path / "copy.db").statements > 50
    assert exported(tmp_path / "copy.db").read_bytes() == first.read_bytes()


# --- any record -----------------------------------------------------------------------------------------

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**6)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Reading, list[Statement]]:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
    document = made.document(text, draw(_NAMES), title=draw(st.none() | _WORDS), notes=(draw(_WORDS),))
    reading = made.reading(document, status=draw(st.sampled_from(["complete", "partial"])))
    return (
        document,
        reading,
        [
            replace(draw(statements(text)), id=f"st_{document.id[:8]}_{number}", document=document.id)
            for number in range(draw(st.integers(0, 3)))
        ],
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def statements(draw: st.DrawFn, text: str) -> Statement:
    some = spans(text)
    speaker = Speaker(draw(_NAMES), "unnamed", mention=draw(st.none() | some), cue=draw(st.none() | some))
    whole = draw(some)
    days = st.none() | st.dates().map(lambda day: day.isoformat())
    return Statement(
        id="",
        kind="event",
        document="",
        reading="",
        start=whole.start,
        end=whole.end,
        quote=whole.quote,
        sentence=draw(some),
        trigger=draw(some),
        factuality=draw(st.builds(Factuality)),
        event=EventCode(draw(st.sampled_from(EVENT_TYPES)), (draw(_WORDS),)),
        actor=(Participant(draw(_NAMES), draw(some), draw(st.none() | _NAMES), said_by=(speaker,)),),
        when=When(draw(st.none() | _WORDS), draw(days), draw(days), "stated", draw(st.none() | some)),
        where=Where(draw(st.none() | _WORDS), lat=draw(st.none() | st.floats(-90, 90)), lon=0),
        figures=(Figure("killed", draw(some), draw(_NUMBERS), draw(_NUMBERS), of=draw(st.none() | _WORDS)),),
        said_by=(speaker,),
        confidence=draw(st.floats(0, 1)),
        decided_by=(draw(_WORDS),),
    )


@settings(max_examples=40, deadline=None)
@given(found=st.lists(documents(), max_size=4, unique_by=lambda one: one[0].id))
def test_any_record_comes_back_to_the_byte(
    found: list[tuple[Document, Reading, list[Statement]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with Store.open(folder / "one.db", writing=True) as store:
        for document, reading, said in found:
            store.save(document, reading, [replace(one, reading=reading.id) for one in said])
    first = exported(folder / "one.db", "first.jsonl")
    imported(first, folder / "two.db")
    assert exported(folder / "two.db", "second.jsonl").read_bytes() == first.read_bytes()


# --- what is refused ------------------------------------------------------------------------------------


def refused(file: Path, into: Path, line: int | None = None) -> str:
    """Return the line that tells why a file is refused; the record it was for is as it was."""
    before = into.read_bytes() if into.exists() else None
    with pytest.raises(JirgaError) as caught:
        imported(file, into)
    assert (into.read_bytes() if into.exists() else None) == before
    told = caught.value.line()
    assert "\n" not in told
    assert told.startswith(f"{file}:{line}: import: " if line else f"{file}: import: ")
    return told


def test_without_text_it_is_no_record(record_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "shared.jsonl"
    with jirga.open(record_file) as record:
        told = record.export(path, what="record", text=False)
        assert told.notes == ("Without its text it can be shared, and not be imported",)
    assert "about 100 militants" not in path.read_text(encoding="utf-8")
    assert "it was exported with --no-text" in refused(path, tmp_path / "copy.db")


def test_another_list_is_no_record(record_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    with jirga.open(record_file) as record:
        record.export(path)
    assert "it is no export of a record" in refused(path, tmp_path / "copy.db")


def test_a_later_form_is_told(whole: Path, tmp_path: Path) -> None:
    lines = lines_of(whole)
    lines[0]["version"] = 2
    told = refused(written(tmp_path / "later.jsonl", lines), tmp_path / "copy.db")
    assert "install a newer Jirga" in told


def test_a_file_cut_off_anywhere_is_refused(whole: Path, tmp_path: Path) -> None:
    content = whole.read_bytes()
    for size in range(0, len(content) - 1, 997):
        (tmp_path / "cut.jsonl").write_bytes(content[:size])
        with pytest.raises(JirgaError):
            imported(tmp_path / "cut.jsonl", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def at(lines: Lines, kind: str, number: int = 0) -> int:
    return [index for index, line in enumerate(lines) if kind in line][number]


def with_field(kind: str, path: str, value: Any) -> Callable[[Lines], int]:
    def damage(lines: Lines) -> int:
        line = at(lines, kind)
        *steps, last = path.split(".")
        found: Any = lines[line][kind]
        for step in steps:
            found = found[int(step)] if isinstance(found, list) else found[step]
        found[last] = value
        return line + 1

    return damage


def without(kind: str) -> Callable[[Lines], int]:
    def damage(lines: Lines) -> int:
        del lines[at(lines, kind)]
        return len(lines)  # the end counts otherwise

    return damage


def twice(kind: str) -> Callable[[Lines], int]:
    def damage(lines: Lines) -> int:
        line = at(lines, kind)
        lines.insert(line, lines[line])
        return line + 2

    return damage


def moved(kind: str, to: int) -> Callable[[Lines], int]:
    def damage(lines: Lines) -> int:
        lines.insert(to, lines.pop(at(lines, kind)))
        return to + 1

    return damage


DAMAGES: dict[str, tuple[Callable[[Lines], int], str]] = {
    "a word of the text": (with_field("document", "text", "other"), "not the one that its text_hash names"),
    "a quote": (with_field("statement", "trigger.quote", "other"), "not those it quotes"),
    "an offset": (with_field("statement", "start", 10**9), "not those it quotes"),
    "an offset below zero": (with_field("statement", "start", -1), "not those it quotes"),
    "a number as text": (with_field("statement", "start", "5"), "start is no whole number"),
    "true as a number": (with_field("statement", "end", True), "end is no whole number"),
    "a number too large": (with_field("statement", "where.geonameid", 2**70), "no whole number"),
    "a list as text": (with_field("statement", "event.modes", "abc"), "does not know"),
    "a field more": (with_field("statement", "magic", 1), "does not know: magic"),
    "a factuality more": (with_field("statement", "factuality.mood", 1), "form of a line"),
    "no such type": (with_field("statement", "event.type", "WAR"), "'WAR' is no type of event"),
    "no such kind": (with_field("statement", "kind", "rumour"), "kind is 'rumour', and may be event"),
    "no event": (with_field("statement", "event", None), "event does not go with the kind event"),
    "a day": (with_field("statement", "when.start", "soon"), "no day such as 2022-06-02"),
    "beyond the pole": (with_field("statement", "where.lat", 91), "beyond 90 degrees"),
    "surely": (with_field("statement", "confidence", 2), "confidence is no probability"),
    "another document's": (with_field("statement", "document", "x"), "no statement of the reading above"),
    "a reading's": (with_field("reading", "document", "x"), "no reading of the document above"),
    "half characters": (with_field("document", "title", "\ud800"), "no characters"),
    "no title": (with_field("document", "title", ["a"]), "title is no text"),
    "an empty id": (with_field("document", "id", ""), "the id is empty"),
    "a statement missing": (without("statement"), "the end counts otherwise"),
    "a reading missing": (without("reading"), "no reading above it"),
    "a statement twice": (twice("statement"), "stands twice"),
    "a document twice": (twice("document"), "stands twice"),
    "two ends": (twice("end"), "behind the end"),
    "a statement first": (moved("statement", 1), "no document above it"),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_line_is_named_and_nothing_is_written(what: str, whole: Path, tmp_path: Path) -> None:
    lines = lines_of(whole)
    damage, expected = DAMAGES[what]
    line = damage(lines)
    file = written(tmp_path / "damaged.jsonl", lines)
    if what == "a reading missing":  # its statements come first, then the end
        line = at(lines, "statement") + 1
    for location in (tmp_path / "new.db", made.make(tmp_path / "there.db")):
        assert expected in refused(file, location, line)
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"{", "it is no JSON (Expecting property name"),
        (b"[1]", "it is no JSON object"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b'{"statement": {"confidence": NaN}}', "NaN is no number"),
        (b"[" * 200_000, "nested too deeply"),
        (b"9" * 5_000, "too many digits"),
        (b"{}", "none of document"),
        (b"", "it is no JSON"),
        (b'{"document": []}', "and nothing else"),
        (b'{"document": {}, "more": 1}', "and nothing else"),
        (b'{"document": {"id": "x"}}', "cannot be read back"),
    ],
)
def test_hostile_lines_cost_one_line_each(line: bytes, expected: str, whole: Path, tmp_path: Path) -> None:
    head, rest = whole.read_bytes().split(b"\n", 1)
    file = tmp_path / "hostile.jsonl"
    file.write_bytes(b"\n".join((head, line, rest)))
    assert expected in refused(file, tmp_path / "copy.db", 2)


def test_a_line_without_end_is_refused(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "LONGEST_LINE", 100)
    assert "longer than 100 bytes" in refused(whole, tmp_path / "copy.db", 2)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_byte_may_be_damaged(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    whole = exported(made.make(folder / "sample.db"), "whole.jsonl")
    content = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (folder / "damaged.jsonl").write_bytes(content)
    try:
        imported(folder / "damaged.jsonl", folder / "copy.db")
    except JirgaError as error:
        assert error.line()
        assert not (folder / "copy.db").exists()


def test_an_id_that_means_something_else_here_is_told(whole: Path, tmp_path: Path) -> None:
    location = tmp_path / "mine.db"
    other = made.document("gunmen attacked a convoy", "other.txt")
    taken = replace(
        made.statement(other, "taken", "gunmen attacked", "attacked", event=EventCode("ASSAULT")),
        id=made.ATTACK.id,
    )
    with Store.open(location, writing=True) as store:
        store.save(other, made.reading(other), [taken])
    assert "an id in it belongs to something else" in refused_in_words(whole, location)
    with Store.open(location) as store:
        assert [one.id for one in store.documents()] == [other.id]


def refused_in_words(file: Path, into: Path) -> str:
    with pytest.raises(JirgaError) as caught:
        imported(file, into)
    return caught.value.line()


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(UsageError, match="cannot be read"):
            imported(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_record_put_in_is_a_sound_database(whole: Path, tmp_path: Path) -> None:
    imported(whole, tmp_path / "copy.db")
    tool = sqlite3.connect(tmp_path / "copy.db")
    assert tool.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert tool.execute("PRAGMA foreign_key_check").fetchall() == []
    tool.close()
