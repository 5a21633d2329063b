"""Plain clauses and nouns of the corpus set into frames that deny, doubt or uphold them: `frames.txt`.

"It is a myth that ~", "no sooner was the ink dry than ~": what stands around a clause decides whether it
happened, in more ways than rules list. Each clause is one sentence whose main verb tells the only thing
that it asserts, put in word by word; what else it tells keeps its type and loses its stance. Each noun
("talks with the rebels", out of "the talks with the rebels") tells what happened where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from training.coder.examples import NONE, Example, example, roots

import corpus
from jirga.coding.labels import KINDS, MODALITIES, PAIRS, POLARITIES
from jirga.coding.windows import Window
from jirga.language.parse import parse

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Words of a sentence that is set into a frame, at most.
_LONGEST = 40
#: Parties to speak in a frame.
_PARTIES = tuple(
    party.strip()
    for party in """
    the army; the government; a spokesman; the foreign ministry; the rebels; officials; the governor;
    residents; a rebel commander; the president; the prime minister; police; a senior officer; aid workers;
    the movement; the opposition; a diplomat; the mission; witnesses; the report; one newspaper; the mayor;
    he; she; they; a United Nations official; the interior minister; two villagers; the bishop; a lawyer;
    Moscow; Islamabad; Kabul; Washington; Bogotá; Colonel Traoré; Mr Hussain; Dr Okafor; Maria Castillo;
    the junta; the militia; its leader; an army statement; the human rights commission; state television;
    a local journalist; the chief negotiator; the defence ministry; elders; the ambassador; the group
    """.replace("\n", " ").split(";")
)
#: spaCy's types of entity that keep their capital inside a sentence.
_NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT"})
_ACT = re.compile(r"(.+)/([A-Z]+)$")


#: What stands before a noun and is left out for the frame's own article.
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those"})
#: What a noun's phrase may not hold: it counts, owns, joins or goes on in a clause of its own.
_BARRED = frozenset(
    {"nummod", "poss", "quantmod", "relcl", "acl", "appos", "conj", "cc", "neg", "punct", "predet"}
)
#: Words of a noun's phrase, at most.
_WIDEST = 14
#: Words by which a frame wants a noun of one.
_SINGULAR = frozenset({"was", "is", "has", "another", "single", "an"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of the file: its words, and what it makes of the clause at "~" or the noun at "^"."""

    words: tuple[str, ...]
    polarity: int
    modality: int
    spoken: bool
    open: bool

    @property
    def takes(self) -> str:
        """What the frame is for: "~" a clause, "^" a noun, "^s" a noun of one or of many."""
        if "~" in self.words:
            return "~"
        return "^" if _SINGULAR & set(self.words) else "^s"


@cache
def frames() -> tuple[Frame, ...]:
    """Return the frames of the file, in its order."""
    found, polarity, modality = [], 0, 0
    for line in (Path(__file__).parent / "frames.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            first, second = line.strip("[]").split()
            polarity, modality = POLARITIES.index(first), MODALITIES.index(second)
        elif line and not line.startswith("#"):
            words = tuple(word for word in line.split() if word not in {"@", "?"} or word == line[-1:])
            found.append(Frame(words, polarity, modality, "@" in line, line.startswith("? ")))
    return tuple(found)


def framed(part: str, seed: int, times: int = 3) -> Iterator[Example]:
    """Yield each plain sentence of a part in `times` frames drawn by `seed`."""
    random = Random(seed)
    for passage in corpus.load(part):  # type: ignore[arg-type]
        doc = parse(passage.text)
        root = roots(doc)
        for sentence in doc.sents:
            inside = [s for s in passage.statements if _within(s.trigger.start, sentence)]
            told = {at: s for s in inside if s.kind != "claim" and (at := root(s.trigger)) is not None}
            main = told.get(sentence.root.i)
            if main is None or not main.happened or main.said_by or not _is_plain(sentence):
                continue
            tokens = tuple(t.i for t in sentence if not t.is_space)
            window = Window(tuple(doc[i].text for i in tokens), tokens, 0)
            clause = example(window, told, root, {s.id: i for i, s in told.items()})
            for frame in random.sample(_for_clauses(), times):
                yield put_into(frame, clause, tokens.index(sentence.root.i), random, _lowered(sentence))


def framed_nouns(part: str, seed: int, times: int = 2) -> Iterator[Example]:
    """Yield each noun that tells what happened, with its phrase, in `times` frames drawn by `seed`."""
    random = Random(seed)
    for passage in corpus.load(part):  # type: ignore[arg-type]
        doc = parse(passage.text)
        root = roots(doc)
        told = {
            at: s for s in passage.statements if s.kind == "event" and (at := root(s.trigger)) is not None
        }
        for at, statement in told.items():
            tokens = _phrase(doc[at]) if statement.happened else ()
            if not tokens:
                continue
            window = Window(tuple(doc[i].text for i in tokens), tokens, 0)
            noun = example(window, told, root, {s.id: i for i, s in told.items()})
            for frame in random.sample(_for_nouns(plural=doc[at].tag_ == "NNS"), times):
                yield put_into(frame, noun, tokens.index(at), random, noun.words[0])


@cache
def _for_clauses() -> tuple[Frame, ...]:
    return tuple(frame for frame in frames() if frame.takes == "~")


@cache
def _for_nouns(*, plural: bool) -> tuple[Frame, ...]:
    return tuple(frame for frame in frames() if frame.takes == "^s" or (frame.takes == "^" and not plural))


def _phrase(noun: Token) -> tuple[int, ...]:
    """The tokens of a common noun's phrase without its article; none where a frame could not hold it."""
    inside = [t for t in noun.subtree if not t.is_space]
    if inside[0].lower_ in _ARTICLES:
        del inside[0]
    if not inside:
        return ()
    tokens = tuple(t.i for t in inside)
    fits = (
        noun.tag_ in {"NN", "NNS"}
        and noun.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"}
        and not inside[-1].is_punct
        and 0 < len(tokens) <= _WIDEST
        and tokens == tuple(range(tokens[0], tokens[-1] + 1))
        and not any(c.dep_ in _BARRED or c.dep_ == "det" for c in noun.children if c.i in tokens)
        and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} or t.is_quote for t in inside)
        and not noun.text.isupper()
    )
    return tokens if fits else ()


def _within(start: int, sentence: Span) -> bool:
    return sentence.start_char <= start < sentence.end_char


def _is_plain(sentence: Span) -> bool:
    """Whether a sentence can be said after "that": finite, not long, no quotation, no question."""
    words = {t.text for t in sentence}
    finite = sentence.root.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP"} for c in sentence.root.children
    )
    joined = any(c.dep_ in {"ccomp", "parataxis"} and c.i < sentence.root.i for c in sentence.root.children)
    subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in sentence.root.children)
    return (
        finite
        and subject
        and not joined
        and len(sentence) <= _LONGEST
        and not sentence.text.isupper()
        and not words & {'"', "“", "”", "''", "``", "?", "!", ":", ";", "("}
    )


def _lowered(sentence: Span) -> str:
    first = next(t for t in sentence if not t.is_space)
    named = first.pos_ == "PROPN" or first.ent_type_ in _NAMES or first.text == "I"
    return first.text if named else first.lower_


def put_into(frame: Frame, clause: Example, main: int, random: Random, first: str) -> Example:
    """Return the clause, or noun, in its frame; `main` is the word that tells it, `first` its first word."""
    inner = [first, *clause.words[1:]]
    ending = 1 if inner[-1] == "." else 0
    inner = inner[: len(inner) - ending]
    words: list[str] = []
    speaker = act = at = None
    kind = ""
    for word in frame.words:
        if word in {"~", "^"}:
            at = len(words)
            words += inner
        elif word == "{who}":
            words += random.choice(_PARTIES).split()
            speaker = len(words) - 1
        elif found := _ACT.match(word):
            act, kind = len(words), found[2]
            words.append(found[1])
        else:
            words.append(word)
    if at is None:
        raise ValueError(f"a frame without a clause: {' '.join(frame.words)}")
    words[0] = words[0][:1].upper() + words[0][1:]
    return _labelled(words, frame, clause, (at, main, len(inner)), (speaker, act, kind))


def _labelled(
    words: list[str],
    frame: Frame,
    clause: Example,
    where: tuple[int, int, int],
    around: tuple[int | None, int | None, str],
) -> Example:
    at, main, length = where
    speaker, act, kind = around
    count = len(words)
    it = Example(tuple(words), [0] * count, [NONE] * count, [NONE] * count, [float("nan")] * count)
    it.kinds[at : at + length] = clause.kinds[:length]
    it.polarity[at + main], it.modality[at + main] = frame.polarity, frame.modality
    it.triggers = [at + t for t in clause.triggers if t < length]
    it.modes = [(at + t, mode) for t, mode in clause.modes if t < length]
    speech, content = PAIRS.index("speaker"), PAIRS.index("act")
    it.pairs = [
        (name, at + row, at + column if column else 0)
        for name, row, column in clause.pairs
        if row < length
        and column <= length
        # who speaks is the frame's to say, of its main clause; of the rest it is left open
        and not (name in {speech, content} and row == main)
        and not (name == speech and column == 0)
    ]
    if not frame.open:
        said_by = speaker + 1 if frame.spoken and speaker is not None else 0
        it.pairs.append((speech, at + main, said_by))
        it.pairs.append((content, at + main, act + 1 if act is not None else 0))
    if act is not None and kind in KINDS:
        it.kinds[act] = KINDS.index(kind)
        it.polarity[act], it.modality[act] = POLARITIES.index("affirmed"), MODALITIES.index("asserted")
        it.triggers.append(act)
        it.pairs.append((PAIRS.index("actor"), act, speaker + 1 if speaker is not None else 0))
    return it
