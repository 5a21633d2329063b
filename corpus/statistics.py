"""The page of statistics: how much there is of what. The frozen part is counted, never shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from corpus.nouns import Passage
from corpus.skeletons import share
from corpus.validate import stories
from jirga.model import EVENT_TYPES

#: Types whose presence makes a passage one about talks, truces and releases.
_TALKS = frozenset({"CONSULT", "AGREE", "CONCEDE", "RETREAT", "SUPPORT"})


def page(passages: Sequence[Passage], real: Sequence[dict[str, Any]]) -> str:
    """Return the page as Markdown; `real` are stand-off passages as JSON objects."""
    counts = summary(passages)
    counts["real passages (stand-off)"] = str(len(real))
    counts["real sentences (stand-off)"] = str(sum(len(obj["sentences"]) for obj in real))
    blocks = [
        "# Statistics of the corpus",
        "Made by `python -m corpus build`; do not edit. All below the first table is of train and dev.",
        _table(("what", "count"), counts.items()),
    ]
    seen = [passage for passage in passages if passage.part != "test"]
    for title, counter in _counters(seen).items():
        blocks += [f"## {title}", _table(("", "count"), counter.items())]
    return "\n\n".join(blocks) + "\n"


def summary(passages: Sequence[Passage]) -> dict[str, str]:
    """Return the counts that issue 3 asks for, in words."""
    sentences = sum(len(passage.sentences) for passage in passages)
    bare = sum(bare_sentences(passage) for passage in passages)
    parts = Counter(passage.part for passage in passages)
    sets = {passage.pair.id for passage in passages if passage.pair}
    pairs = sum(1 for passage in passages if passage.pair) - len(sets)
    talks = sum(_about_talks(passage) for passage in passages)
    alike, held = share(passages)
    return {
        "passages": f"{len(passages)} (train {parts['train']}, dev {parts['dev']}, test {parts['test']})",
        "sentences": str(sentences),
        "sentences without any statement": f"{bare} ({_percent(bare, sentences)})",
        "statements": str(sum(len(passage.statements) for passage in passages)),
        "attributions": str(sum(len(passage.attributions) for passage in passages)),
        "conflicts": str(len({passage.conflict for passage in passages} - {"none"})),
        "hands": str(len({passage.hand for passage in passages})),
        "passages with talks, truces, releases": f"{talks} ({_percent(talks, len(passages))})",
        "minimal pairs (members beyond the first of a set)": f"{pairs} in {len(sets)} sets",
        "stories": str(len(stories(passages))),
        "sentences that share a skeleton": f"{alike} of {held} ({_percent(alike, held)})",
    }


def bare_sentences(passage: Passage) -> int:
    """Return how many of a passage's sentences hold no trigger of any statement."""
    holding = {statement.sentence.start for statement in passage.statements}
    return sum(start not in holding for start, _ in passage.sentences)


def _about_talks(passage: Passage) -> bool:
    return any(one.event is not None and one.event.type in _TALKS for one in passage.statements)


def _counters(passages: Sequence[Passage]) -> dict[str, Counter[str]]:
    statements = [statement for passage in passages for statement in passage.statements]
    facts = [statement.factuality for statement in statements]
    return {
        "Kinds": _sorted(one.kind for one in statements),
        "Event types": _in_order([one.event.type for one in statements if one.event], EVENT_TYPES),
        "Modes": _sorted(
            f"{one.event.type} {mode}" for one in statements if one.event for mode in one.event.modes
        ),
        "Relations": _sorted(one.relation.type for one in statements if one.relation),
        "Polarity": _sorted(one.polarity for one in facts),
        "Modality": _sorted(one.modality for one in facts),
        "Certainty": _sorted(one.certainty for one in facts),
        "Aspect": _sorted(one.aspect for one in facts),
        "Depth of speakers": _sorted(str(len(one.said_by)) for one in statements),
        "Measures": _sorted(figure.measure for one in statements for figure in one.figures),
        "Time basis": _sorted(one.when.basis for one in statements),
        "Place precision": _sorted(one.where.precision for one in statements),
        "Genres": _sorted(passage.genre for passage in passages),
        "Hands": _sorted(passage.hand for passage in passages),
        "Conflicts": _sorted(passage.conflict for passage in passages),
        "Stances in minimal pairs": _sorted(passage.pair.stance for passage in passages if passage.pair),
    }


def _sorted(values: Iterable[str]) -> Counter[str]:
    found = Counter(values)
    return Counter(dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))))


def _in_order(values: Sequence[str], order: Sequence[str]) -> Counter[str]:
    found = Counter(values)
    return Counter({value: found[value] for value in order})


def _table(head: tuple[str, str], rows: Iterable[tuple[str, object]]) -> str:
    lines = [f"| {head[0]} | {head[1]} |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {name} | {value} |" for name, value in rows)])


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.1f}%" if of else "-"
