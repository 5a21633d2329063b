from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.re3d import LEFT_OUT, Article, Gold, article, load
from bench.relations import Answer, answers, assaults, score
from corpus.apart import of_re3d

from jirga.model import EventCode, Factuality, Participant, RelationCode, Span, Statement

TEXT = "Karim, the emir of the Front, fights the Army in Zed. The Front holds Zed."


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span.of(TEXT, start, start + len(words))


def gold(kind: str, source: str, target: str, *, counted: bool = True) -> Gold:
    return Gold(kind, at(source), at(target), counted)


def doc(*relations: Gold, same: tuple[tuple[Span, Span], ...] = ()) -> Article:
    return Article("a", TEXT, relations, same)


def answer(kind: str, source: str, target: str) -> Answer:
    return Answer(kind, at(source), at(target))


def test_an_answer_is_right_where_both_ends_overlap_and_the_type_is_the_golds() -> None:
    wanted = doc(gold("InChargeOf", "Karim", "the Front"))
    assert score(wanted, [answer("InChargeOf", "Karim", "Front")]) == {"right": 1, "found": 1, "gold": 1}
    assert score(wanted, [answer("BelongsTo", "Karim", "Front")])["right"] == 0
    assert score(wanted, [answer("InChargeOf", "Front", "Karim")])["right"] == 0


def test_fighting_holds_either_way_round() -> None:
    wanted = doc(gold("FightingAgainst", "Karim", "the Army"))
    assert score(wanted, [answer("FightingAgainst", "Army", "Karim")])["right"] == 1


def test_what_the_gold_calls_the_same_will_do_for_an_end() -> None:
    wanted = doc(gold("FightingAgainst", "Karim", "the Army"), same=((at("Karim"), at("the emir")),))
    assert score(wanted, [answer("FightingAgainst", "the emir", "the Army")])["right"] == 1


def test_a_relation_that_is_not_counted_is_neither_right_nor_wrong_to_find() -> None:
    wanted = doc(gold("FightingAgainst", "Karim", "the Army", counted=False))
    assert score(wanted, [answer("FightingAgainst", "Karim", "the Army")]) == {
        "right": 0,
        "found": 0,
        "gold": 0,
    }


def test_an_answer_given_twice_counts_once() -> None:
    wanted = doc(gold("InChargeOf", "Karim", "the Front"))
    twice = [answer("InChargeOf", "Karim", "Front")] * 2
    assert score(wanted, twice)["found"] == 1


def row(kind: str, source: str, target: str, confidence: float = 1.0) -> dict[str, object]:
    one, other = at(source), at(target)
    ends = {
        "sourceBegin": one.start,
        "sourceEnd": one.end,
        "targetBegin": other.start,
        "targetEnd": other.end,
    }
    return {"type": kind, "confidence": confidence, **ends}


def kinds(**given: str) -> dict[tuple[str, int, int], set[str]]:
    spans = {name: at(name.replace("_", " ")) for name in given}
    return {("a", s.start, s.end): {given[name]} for name, s in spans.items()}


@pytest.mark.parametrize(
    ("kind", "target", "confidence", "counted"),
    [
        ("FightingAgainst", "Organisation", 1.0, True),
        ("FightingAgainst", "Location", 1.0, False),
        ("FightingAgainst", "Weapon", 1.0, False),
        ("InChargeOf", "Location", 1.0, True),
        ("InChargeOf", "Organisation", 0.2, False),
    ],
)
def test_only_parties_ground_and_what_its_annotators_believed_is_counted(
    kind: str, target: str, confidence: float, counted: bool
) -> None:
    found = article("a", TEXT, [row(kind, "Karim", "Army", confidence)], kinds(Karim="Person", Army=target))
    assert [one.counted for one in found.gold] == [counted]


def test_types_without_a_relation_of_ours_are_left_out() -> None:
    assert article("a", TEXT, [row("CoLocated", "Karim", "Zed")], {}).gold == ()


def write(folder: Path, name: str, text: str, relations: list[dict[str, object]]) -> None:
    folder.mkdir(exist_ok=True)
    rows = {
        "documents.json": [{"_id": name, "text": text}],
        "entities.json": [
            {"documentId": name, "begin": at(w).start, "end": at(w).end, "type": "Organisation"}
            for w in ("the Front", "the Army")
        ],
        "relations.json": [{**one, "documentId": name} for one in relations],
    }
    for file, lines in rows.items():
        with (folder / file).open("a", encoding="utf-8") as out:
            out.writelines(json.dumps(line) + "\n" for line in lines)


def test_a_third_is_kept_apart_and_the_bbc_never_read(tmp_path: Path) -> None:
    names = [f"doc{i}" for i in range(60)]
    for name in names:
        write(tmp_path / "Part", name, TEXT, [])
    write(tmp_path / LEFT_OUT, "bbc", TEXT, [])
    tuned = {one.name for one in load(tmp_path)}
    apart = {one.name for one in load(tmp_path, apart=True)}
    assert tuned | apart == set(names) and not tuned & apart
    assert 10 <= len(apart) <= 30
    assert all(of_re3d(name) for name in apart)


def test_a_passage_marked_in_one_document_is_not_held_against_us_in_its_copy(tmp_path: Path) -> None:
    names = [name for name in (f"doc{i}" for i in range(20)) if not of_re3d(name)][:2]
    whole = {**row("FightingAgainst", "Karim", "Zed")}  # from the first word to the end of the sentence
    write(tmp_path / "Part", names[0], TEXT, [whole])
    write(tmp_path / "Part", names[1], TEXT, [])
    bare = next(one for one in load(tmp_path) if one.name == names[1])
    assert score(bare, [answer("FightingAgainst", "Karim", "Zed")])["found"] == 0


def told(event: EventCode | None = None, relation: RelationCode | None = None) -> Statement:
    whole = Span.of(TEXT, 0, len(TEXT))
    return Statement(
        "st",
        "event" if event else "relation",
        "d",
        "r",
        0,
        len(TEXT),
        TEXT,
        whole,
        at("fights"),
        Factuality(),
        event=event,
        relation=relation,
        actor=(Participant("Karim", at("Karim")),),
        recipient=(Participant("Army", at("the Army")),),
    )


def test_our_relations_are_answered_in_re3ds_types_and_others_left_out() -> None:
    found = answers([told(relation=RelationCode("leads")), told(relation=RelationCode("banned_by"))])
    assert [one.type for one in found] == ["InChargeOf"]


def test_an_assault_with_both_its_parties_is_taken_for_fighting_only_where_asked() -> None:
    blow = told(event=EventCode("ASSAULT"))
    assert list(answers([blow])) == []
    assert [one.type for one in assaults([blow])] == ["FightingAgainst"]
