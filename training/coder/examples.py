"""Annotated texts → examples: windows of words with the labels of each head, as small arrays of numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import corpus
from jirga.coding.labels import KINDS, MODALITIES, MODES, PAIRS, POLARITIES
from jirga.coding.windows import CONTEXT, Window, windows
from jirga.language.parse import parse
from jirga.model import Span, Statement

NONE = -100  #: no label here: the loss passes over it


@dataclass(slots=True)
class Example:
    """One window with its labels; rows and columns are words of the window, column 0 of pairs is "none"."""

    words: tuple[str, ...]
    kinds: list[int]
    polarity: list[int]
    modality: list[int]
    happened: list[float] = field(default_factory=list)
    modes: list[tuple[int, int]] = field(default_factory=list)
    pairs: list[tuple[int, int, int]] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)


def of_corpus(part: str, together: int = 0, context: int = CONTEXT) -> Iterator[Example]:
    """Yield the examples of one part of our corpus (`train` or `dev`; the frozen part is never read).

    Texts are cut by `windows`: by sentence, or into sentences read together.
    """
    for passage in corpus.load(part):  # type: ignore[arg-type]
        doc = parse(passage.text)
        root = roots(doc)
        heads: dict[int, Statement] = {}
        for statement in passage.statements:
            if statement.kind != "claim" and (at := root(statement.trigger)) is not None:
                heads.setdefault(at, statement)
        for window in windows(doc, together, context):
            yield example(window, heads, root, {s.id: i for i, s in heads.items()})


def roots(doc):  # type: ignore[no-untyped-def]
    """Return a function from a span to the token that heads it, None where no word lies in it."""

    def root(span: Span | None) -> int | None:
        if span is None:
            return None
        found = doc.char_span(span.start, span.end, alignment_mode="expand")
        tokens = [t for t in found or () if not t.is_space]
        if not tokens:
            return None
        inside = {t.i for t in tokens}
        top = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
        return (top or tokens)[0].i

    return root


def example(window: Window, heads: dict[int, Statement], root, ids: dict[str, int]) -> Example:  # type: ignore[no-untyped-def]
    """Return one window's labels: `heads` are the statements by token, `ids` the tokens by statement."""
    count = len(window.words)
    place = {token: i for i, token in enumerate(window.tokens)}
    it = Example(
        window.words,
        [NONE] * window.first + [0] * (count - window.first),
        [NONE] * count,
        [NONE] * count,
        [float("nan")] * count,
    )
    for token, statement in heads.items():
        at = place.get(token)
        if at is None or at < window.first:
            continue
        coded = statement.event.type if statement.event else statement.kind
        it.kinds[at] = KINDS.index(coded)
        it.polarity[at] = POLARITIES.index(statement.factuality.polarity)
        it.modality[at] = MODALITIES.index(statement.factuality.modality)
        it.triggers.append(at)
        if statement.event:
            it.modes += [(at, MODES.index(mode)) for mode in statement.event.modes]
        for name, words in _arguments(statement, root, ids).items():
            for word in words:
                if word is None:
                    it.pairs.append((PAIRS.index(name), at, 0))
                elif word in place:
                    it.pairs.append((PAIRS.index(name), at, place[word] + 1))
    return it


def _arguments(statement: Statement, root, ids: dict[str, int]) -> dict[str, list[int | None]]:  # type: ignore[no-untyped-def]
    speaker = statement.said_by[0] if statement.said_by else None
    at = None
    if speaker is not None:
        at = root(speaker.mention) if speaker.mention else root(speaker.cue)
    return {
        "actor": [root(p.mention) for p in statement.actor] or [None],
        "recipient": [root(p.mention) for p in statement.recipient] or [None],
        "speaker": [at],
        "time": [root(statement.when.mention)],
        "place": [root(statement.where.mention)],
        "act": [ids.get(statement.content_of or "")],
    }


def of_factuality(path: Path, limit: int | None = None) -> Iterator[Example]:
    """Yield examples of a factuality set (UDS-IH2): a score from -3 to 3 at each of its predicates."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            row = json.loads(line)
            words = tuple(row["text"].split())[:128]
            none = [NONE] * len(words)
            it = Example(words, none, none, none, [float("nan")] * len(words))
            for target in row["targets"]:
                at = target["span1"][0]
                if at < len(words):
                    it.happened[at] = float(target["label"])
            yield it


def kept(examples: Iterable[Example]) -> list[Example]:
    """Return the examples in a list, those without words left out."""
    return [one for one in examples if one.words]
