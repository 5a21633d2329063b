"""Contests found in the stories of our own corpus (parts train and dev), beside gold.

A gold contest is found where one of ours puts at least two of its answers, as statements (for a number: as
figures), into different positions. Stories name one question each, so what else is found is only counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus.build import built
from corpus.nouns import CorpusError, Passage

import corpus
from bench.bootstrap import estimate, share
from bench.results import Data, Figure, Result
from bench.sources import AbsentError, checksum
from bench.storylines import rows
from jirga import questions
from jirga.coding import Coder
from jirga.documents import copies as near
from jirga.merging import Copies, Evidence, Imprints, contests, sources, truces
from jirga.merging.charges import by_itself
from jirga.model import Contest, Event, Statement
from jirga.store import Query, Store


@dataclass(frozen=True, slots=True)
class Answer:
    """A gold answer: a statement, and the index of its figure where the question is of a number."""

    statement: Statement
    figure: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its passages, events as ids of statements, contests as answers, pairs told as dependent."""

    name: str
    part: str
    passages: tuple[Passage, ...]
    events: tuple[tuple[str, ...], ...]
    contests: tuple[tuple[str, tuple[Answer, ...]], ...]
    dependent: tuple[tuple[str, str, str], ...]


def stories(parts: Sequence[str] = ("train", "dev")) -> list[Story]:
    """Return the stories of these parts; CorpusError where the corpus is not built."""
    frozen = "test" in parts
    found = (corpus.load(part, allow_frozen=frozen) for part in parts)  # type: ignore[arg-type]
    passages = {one.id: one for part in found for one in part}
    statements = {one.id: one for passage in passages.values() for one in passage.statements}
    return [_story(row, passages, statements) for row in rows(passages.values())]


def _story(row: dict[str, Any], passages: dict[str, Passage], statements: dict[str, Statement]) -> Story:
    return Story(
        row["story"],
        row["part"],
        tuple(passages[one] for one in row["reports"]),
        tuple(tuple(ids) for ids in row["events"].values()),
        tuple(
            (
                one["question"],
                tuple(Answer(statements[it["statement"]], it["figure"]) for it in one["positions"]),
            )
            for one in row["contests"]
        ),
        tuple((one["report"], one["on"], one["kind"]) for one in row["dependent"]),
    )


def copies_of(story: Story) -> Copies:
    """Return which passages of a story are near copies by their texts, as the store would find them."""
    documents = sorted(
        (one.document for one in story.passages), key=lambda one: (one.published or "~", one.id)
    )
    signatures = {one.id: near.signature(one.text) for one in documents}
    of: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in combinations(signatures, 2):
        if near.similarity(signatures[one], signatures[other]) >= near.NEAR_COPY:
            of[one].add(other)
            of[other].add(one)
    return Copies(
        {one: frozenset(others) for one, others in of.items()},
        {one.id: place for place, one in enumerate(documents)},
    )


def gold_events(story: Story) -> list[Event]:
    """Return the events of a story: its gold clusters, and every other event statement alone."""
    statements = [one for passage in story.passages for one in passage.statements]
    by_id = {one.id: one for one in statements}
    alone = {event.statements[0]: event for one in statements if (event := by_itself(one))}
    clustered = {one for cluster in story.events for one in cluster}
    found = [_cluster([by_id[one] for one in cluster], alone) for cluster in story.events]
    return found + [
        event for one, event in alone.items() if one not in clustered and by_id[one].content_of is None
    ]


def _cluster(members: list[Statement], alone: dict[str, Event]) -> Event:
    told = [alone[one.id] for one in members if one.id in alone]
    first = told[0]
    dated = next((event.when for event in told if event.when.edtf), first.when)
    placed = next((event.where for event in told if event.where.name), first.where)
    ids = tuple(one.id for one in members)
    return replace(
        first, statements=ids, when=dated, where=placed, documents=len({m.document for m in members})
    )


def evidence_of(story: Story, statements: Iterable[Statement]) -> Evidence:
    """Return the evidence of a story's documents with these statements."""
    documents = {one.document.id: one.document for one in story.passages}
    return Evidence.of(statements, Imprints(documents.__getitem__), copies_of(story))


def found_in(told: Sequence[Event], evidence: Evidence) -> list[Contest]:
    """Return the contests worked out for a story from these events."""
    return [one for one in contests(told, evidence, truces(told, evidence)) if one.contested]


def is_found(answers: Sequence[Answer], contest: Contest, evidence: Evidence) -> bool:
    """Whether two gold answers stand in different positions of one contest."""
    placed = {
        at
        for at, position in enumerate(contest.positions)
        for voice in position.voices
        if any(_same(answer, voice.figure, evidence.statements[voice.statement]) for answer in answers)
    }
    return len(placed) > 1


def _same(answer: Answer, figure: int | None, statement: Statement) -> bool:
    """Whether a voice is a gold answer: the same document, overlapping triggers, for a number its figure."""
    if answer.statement.document != statement.document:
        return False
    if answer.figure is not None and figure is not None:
        one, other = answer.statement.figures[answer.figure].mention, statement.figures[figure].mention
    else:
        one, other = answer.statement.trigger, statement.trigger
    return one.start < other.end and other.start < one.end


def dependent(story: Story) -> dict[str, list[bool]]:
    """Return by kind (copy, rewrite) whether each gold pair of dependent reports counts as one source."""
    passages = {one.id: one for one in story.passages}
    documents = {one.document.id: one.document for one in story.passages}
    copies = copies_of(story)
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for report, on, kind in story.dependent:
        told = [*passages[report].statements, *passages[on].statements]
        found[kind].append(sources(told, documents, copies).count == 1)
    return found


def by_gold(story: Story) -> tuple[list[Event], Evidence]:
    """Return a story's gold events, and its gold statements as evidence."""
    statements = [one for passage in story.passages for one in passage.statements]
    return gold_events(story), evidence_of(story, statements)


def by_machine(story: Story, coder: Coder, store: Store) -> tuple[list[Event], Evidence]:
    """Return the events and statements that reading a story's passages into a new record gives."""
    whole = Query(all=True)
    for passage in story.passages:
        coded = coder.code(passage.document)
        store.save(passage.document, coded.reading, coded.statements, meanings=coded.meanings)
    return list(questions.events(store, whole)), evidence_of(story, store.statements(whole))


def misses(parts: Sequence[str] = ("train", "dev")) -> Iterator[str]:
    """Yield a line for every gold contest, found or missed from gold clusters, and for every other."""
    for story in stories(parts):
        told, evidence = by_gold(story)
        found = found_in(told, evidence)
        used: set[str] = set()
        for question, answers in story.contests:
            hits = [one for one in found if is_found(answers, one, evidence)]
            used |= {one.id for one in hits}
            yield f"{'found ' if hits else 'MISSED'} {story.name}: {question}"
        for one in found:
            if one.id not in used:
                yield f"beyond {story.name}: {one.question} {[position.value for position in one.positions]}"


def run(_: Path, parts: Sequence[str] = ("train", "dev"), *, read: bool = True) -> Result:
    """Return the share of gold contests found from gold clusters, and (`read`) from texts; copies found.

    The stories of `test` are frozen: a final measurement alone names that part. Raises AbsentError where the
    corpus is not built.
    """
    try:
        told = stories(parts)
    except CorpusError as error:
        raise AbsentError(str(error)) from error
    figures = {"found from gold clusters": _found(told, (by_gold(story) for story in told))}
    if read:
        coder = Coder()
        figures["found end to end"] = _found(told, (_read(story, coder) for story in told))
    pairs = [dependent(story) for story in told]
    for kind, name in (("copy", "copies that count once"), ("rewrite", "rewrites that count once")):
        counts = [{"met": sum(one.get(kind, ())), "count": len(one.get(kind, ()))} for one in pairs]
        figures[name] = estimate(share("met", "count"), counts, gated=kind == "copy")
    data = Data(f"corpus/stories, {', '.join(parts)}", checksum(built("stories")), len(told))
    return Result("contests", "python -m bench contests", (data,), figures)


def _read(story: Story, coder: Coder) -> tuple[list[Event], Evidence]:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "story.db", writing=True) as store:
        return by_machine(story, coder, store)


def _found(told: Sequence[Story], worked: Iterable[tuple[list[Event], Evidence]]) -> Figure:
    """Return the share of the gold contests of stories that are found in what was worked out of each."""
    counts = []
    for story, (events_of, evidence) in zip(told, worked, strict=True):
        found = found_in(events_of, evidence)
        hits = [any(is_found(answers, one, evidence) for one in found) for _, answers in story.contests]
        counts.append({"met": sum(hits), "count": len(hits)})
    return estimate(share("met", "count"), counts, gated=True)
