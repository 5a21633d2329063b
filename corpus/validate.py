"""What must hold of compiled passages, beyond what the compiler checks line by line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from corpus.assemble import CONTENT_OF
from corpus.nouns import Passage
from jirga.model import Span, Statement

#: Sentences a passage should have; minimal pairs may be single sentences.
SHORTEST, LONGEST = 2, 12


def check(passages: Sequence[Passage]) -> tuple[list[str], list[str]]:
    """Return errors and notes on a set of passages, one line each, beginning with the passage's id."""
    errors, notes = list(_unique(passages)), []
    known = {passage.id for passage in passages}
    for passage in passages:
        errors += [
            f"{passage.id}: {what}" for what in (*_spans(passage), *_acts(passage), *_links(passage, known))
        ]
        notes += [f"{passage.id}: {what}" for what in _size(passage)]
    errors += [*_pairs(passages), *_stories(passages)]
    notes += _short_stories(passages)
    return errors, notes


def _unique(passages: Sequence[Passage]) -> Iterator[str]:
    for what, ids in (
        ("passage id", [passage.id for passage in passages]),
        ("statement id", [one.id for passage in passages for one in passage.statements]),
    ):
        yield from (
            f"{name}: {what} stands {count} times. Next: give each its own"
            for name, count in Counter(ids).items()
            if count > 1
        )
    texts = Counter(passage.document.text_hash for passage in passages if passage.copy_of is None)
    for passage in passages:
        if texts[passage.document.text_hash] > 1 and passage.copy_of is None:
            yield f"{passage.id}: its text is another passage's too. Next: `copy-of: …` in the copy's header"


def _spans(passage: Passage) -> Iterator[str]:
    """Every span in the passage must quote the text at its offsets."""
    for span in spans_in((passage.statements, passage.attributions, passage.entities)):
        if passage.text[span.start : span.end] != span.quote or not span.quote:
            yield f"the text at {span.start}:{span.end} is not {span.quote!r}"
    covered = "".join(passage.text[start:end] for start, end in passage.sentences)
    if "".join(covered.split()) != "".join(passage.text.split()):
        yield "its sentences do not cover its text"


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span anywhere in a noun or a tuple of nouns."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def _acts(passage: Passage) -> Iterator[str]:
    """Content must hang on an act of its passage and carry the commitment that act gives it."""
    acts = {one.id: one for one in passage.statements}
    for one in passage.statements:
        if one.content_of is None:
            continue
        act = acts[one.content_of]
        if act.event is None or act.event.type not in CONTENT_OF or act.id == one.id:
            yield f"{_name(one)} is content of {_name(act)}, which is no act"
        elif (
            act.event.type in ("REQUEST", "THREATEN", "AGREE", "CONCEDE", "REJECT")
            and one.factuality.modality == "asserted"
        ):
            yield f"{_name(one)} is content of a {act.event.type} and asserted. Next: drop `asserted`"


def _name(statement: Statement) -> str:
    return f"{statement.trigger.quote!r} ({statement.trigger.start})"


def _links(passage: Passage, known: set[str]) -> Iterator[str]:
    for name, value in (("copy-of", passage.copy_of), ("draws-on", passage.draws_on)):
        if value is not None and value not in known:
            yield f"`{name}: {value}` names no passage. Next: the id after its `===`"


def _size(passage: Passage) -> Iterator[str]:
    count = len(passage.sentences)
    if not (1 if passage.pair else SHORTEST) <= count <= LONGEST:
        yield f"it has {count} sentences, wanted are {SHORTEST} to {LONGEST}"


def _pairs(passages: Sequence[Passage]) -> Iterator[str]:
    sets: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.pair:
            sets[passage.pair.id].append(passage)
    for name, members in sorted(sets.items()):
        stances = {member.pair.stance for member in members if member.pair}
        if len(members) < 2 or len(stances) < 2:
            yield f"pair {name}: {len(members)} passage(s), {len(stances)} stance(s), two of each are needed"
        elif "affirmed" not in stances:
            yield f"pair {name}: no member is `affirmed`. Next: write the plain one"
        if any(not member.statements for member in members):
            yield f"pair {name}: a member has no statement"


def _stories(passages: Sequence[Passage]) -> Iterator[str]:
    for name, members in sorted(stories(passages).items()):
        asked = {question for member in members for question in member.questions}
        answered: Counter[str] = Counter(one.question for member in members for one in member.positions)
        for question in sorted(set(answered) - asked):
            yield f"story {name}: nothing asks {question!r}. Next: add `question: {question} | …`"
        for question in sorted(asked):
            if answered[question] < 2:
                count = answered[question]
                yield f"story {name}: question {question!r} has {count} position(s), a contest needs two"


def _short_stories(passages: Sequence[Passage]) -> Iterator[str]:
    for name, members in sorted(stories(passages).items()):
        if not 3 <= len(members) <= 8:
            yield f"story {name}: {len(members)} report(s), wanted are 3 to 8"
        shared = Counter(event for member in members for event in set(member.events.values()))
        if not any(count > 1 for count in shared.values()):
            yield f"story {name}: no event (`ev`) stands in two of its reports"


def stories(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    """Return the passages of each story, in order."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.story:
            found[passage.story].append(passage)
    return dict(found)
