"""Who stands in which relation to whom: re3d end to end, and relations and claims of our own corpus.

On re3d an answer is right where both its mentions overlap the gold's (or what the gold calls the same) and
the type is the gold's (`re3d.OURS`), each used once. re3d marks a single blow as FightingAgainst too, which
the record keeps as an event: "assaults taken for fighting" adds those with both parties, and totals of
attacks ("34 strikes"). Nothing is asked of factuality, which re3d does not tell.

On our corpus (train and dev, both of which our rules were written with) a relation is right where trigger
and type are; "with both parties" asks that every party of the gold and no other is met. Onsets and ends,
which the guidelines leave to events, are not counted. A claim is right where each one's trigger stands in
the other's clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.agreement import match, overlap
from corpus.loading import load as passages
from corpus.nouns import CorpusError, Passage

from bench.bootstrap import Counts, estimate, f_score, share
from bench.corpus import data_of
from bench.re3d import FOLDER, MUTUAL, OURS, Article, Gold, load
from bench.registry import folder_checksum
from bench.results import Data, Figure, Result
from bench.sources import needed
from jirga.coding import Coder
from jirga.model import Document, Participant, Span, Statement

COMMAND = "python -m bench relations"
_F1, _PRECISION, _RECALL = f_score("right", "found", "gold"), share("right", "found"), share("right", "gold")
_OF_OURS = {own: kind for kind, owns in OURS.items() for own in owns}


@dataclass(frozen=True, slots=True)
class Answer:
    """A relation as answered, in re3d's types, between two stretches of the text."""

    type: str
    source: Span
    target: Span


def run(corpora: Path, *, apart: bool = False) -> Result:
    """Return the figures; `apart`: those of the third of re3d kept apart, and nothing else."""
    folder = needed(corpora / FOLDER)
    coder = Coder()
    articles = list(load(folder, apart=apart))
    told = [list(coder.code(_document(one)).statements) for one in articles]
    figures = dict(_re3d(articles, told, gated=not apart))
    data = [Data(FOLDER, folder_checksum(folder), len(articles))]
    if not apart:
        for part in ("train", "dev"):
            try:
                gold = list(passages(part))
            except CorpusError:
                continue  # not built: what re3d gives stands
            data.append(data_of(part, len(gold)))
            figures |= _own(part, gold, coder)
    command = COMMAND + (" --kept-apart" if apart else "")
    return Result("relations", command, tuple(data), figures, notes=(f"coder: {coder.name}",))


def _document(one: Article) -> Document:
    return Document(one.name, one.name, "re3d", f"re3d:{one.name}", one.text, language="en")


def _re3d(
    articles: Sequence[Article], told: Sequence[list[Statement]], *, gated: bool
) -> Iterator[tuple[str, Figure]]:
    plain = [list(answers(one)) for one in told]
    counts = [score(a, found) for a, found in zip(articles, plain, strict=True)]
    yield "re3d F1", estimate(_F1, counts, gated=gated)
    yield "re3d precision", estimate(_PRECISION, counts)
    yield "re3d recall", estimate(_RECALL, counts)
    for kind in OURS:
        of_kind = [score(a, found, kind) for a, found in zip(articles, plain, strict=True)]
        yield f"re3d {kind} F1", estimate(_F1, of_kind)
    blows = [[*found, *assaults(one)] for found, one in zip(plain, told, strict=True)]
    more = [score(a, found) for a, found in zip(articles, blows, strict=True)]
    yield "re3d F1, assaults taken for fighting", estimate(_F1, more)


def answers(statements: Iterable[Statement]) -> Iterator[Answer]:
    """Yield our relations that re3d has a type for."""
    for one in statements:
        if one.relation is not None and one.relation.type in _OF_OURS:
            yield from _pairs(_OF_OURS[one.relation.type], one)


def assaults(statements: Iterable[Statement]) -> Iterator[Answer]:
    """Yield our assaults, and totals of attacks, with both their parties, as re3d's FightingAgainst."""
    for one in statements:
        total = one.quantity is not None and any(f.measure == "attacks" for f in one.figures)
        if total or (one.event is not None and one.event.type == "ASSAULT"):
            yield from _pairs("FightingAgainst", one)
            for i, first in enumerate(one.actor if not one.recipient else ()):
                for other in one.actor[i + 1 :]:
                    yield Answer("FightingAgainst", first.mention, other.mention)


def _pairs(kind: str, one: Statement) -> Iterator[Answer]:
    for actor in one.actor:
        for recipient in one.recipient:
            yield Answer(kind, actor.mention, recipient.mention)


def score(article: Article, found: Iterable[Answer], kind: str | None = None) -> Counts:
    """Return the counts of one document, of one type of re3d or of all; an answer given twice is one."""
    wanted = [g for g in article.gold if g.counted and kind in {None, g.type}]
    spared = [g for g in article.gold if not g.counted]
    given = {_key(a): a for a in found if kind in {None, a.type}}.values()
    free, right, wrong = list(wanted), 0, 0
    for answer in given:
        met = next((g for g in free if _meets(article, g, answer)), None)
        if met is not None:
            free.remove(met)
            right += 1
        elif not any(_meets(article, g, answer) for g in (*spared, *wanted)):
            wrong += 1  # what meets a gold relation already met says the same again
    return {"right": right, "found": right + wrong, "gold": len(wanted)}


def _key(one: Answer) -> tuple[str, int, int]:
    ends = (one.source.start, one.target.start)
    first, last = (min(ends), max(ends)) if one.type in MUTUAL else ends
    return one.type, first, last


def _meets(article: Article, gold: Gold, answer: Answer) -> bool:
    if gold.type != answer.type:
        return False
    ways = [(answer.source, answer.target)]
    if gold.type in MUTUAL:
        ways.append((answer.target, answer.source))
    return any(
        _is(article, gold.source, source) and _is(article, gold.target, target) for source, target in ways
    )


def _is(article: Article, gold: Span, ours: Span) -> bool:
    """Whether our mention is the gold's, or one that the gold calls the same."""
    names = [gold]
    for one, other in article.same:
        names += [other] if overlap(one, gold) else [one] if overlap(other, gold) else []
    return any(overlap(name, ours) for name in names)


def _own(part: str, gold: Sequence[Passage], coder: Coder) -> Iterator[tuple[str, Figure]]:
    told = [replace(p, statements=coder.code(p.document).statements) for p in gold]
    pairs = list(zip(gold, told, strict=True))
    gated = part == "dev"
    for name, count in (
        ("relations", _relations),
        ("relations with both parties", _with_parties),
        ("claims", _claims),
    ):
        counts = [count(g, t) for g, t in pairs]
        yield (
            f"{part} {name} F1",
            estimate(_F1, counts, gated=gated and name != "relations with both parties"),
        )
        if name != "relations with both parties":
            yield f"{part} {name} precision", estimate(_PRECISION, counts)


def _standing(passage: Passage) -> list[Statement]:
    """The relations of a passage that stand, without those that only begin or end."""
    found = (s for s in passage.statements if s.kind == "relation")
    return [s for s in found if s.factuality.aspect not in {"begun", "ended"} or s.factuality.historical]


def _relations(gold: Passage, told: Passage) -> Counts:
    first, second = _standing(gold), _standing(told)
    right = sum(_type(one) == _type(other) for one, other in match(first, second))
    return {"right": right, "gold": len(first), "found": len(second)}


def _with_parties(gold: Passage, told: Passage) -> Counts:
    first, second = _standing(gold), _standing(told)
    right = sum(
        _type(one) == _type(other) and _same(one.actor, other.actor) and _same(one.recipient, other.recipient)
        for one, other in match(first, second)
    )
    return {"right": right, "gold": len(first), "found": len(second)}


def _type(one: Statement) -> str:
    return one.relation.type if one.relation else ""


def _same(gold: Sequence[Participant], told: Sequence[Participant]) -> bool:
    """Whether every party of the gold is met; one that the gold leaves open may be told."""
    return all(any(overlap(g.mention, t.mention) for t in told) for g in gold)


def _claims(gold: Passage, told: Passage) -> Counts:
    first, second = ([s for s in p.statements if s.kind == "claim"] for p in (gold, told))
    free, right = list(second), 0
    for one in first:
        met = next((two for two in free if _inside(one, two) and _inside(two, one)), None)
        if met is not None:
            free.remove(met)
            right += 1
    return {"right": right, "gold": len(first), "found": len(second)}


def _inside(one: Statement, other: Statement) -> bool:
    return other.start <= one.trigger.start < other.end
