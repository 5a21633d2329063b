"""Gold event mentions of ECB+ as statements: trigger and sentence given, sides from the parse, no type.

ECB+ tells of the news at large, of which PLOVER has no types, and its documents have no date: what merging
can go by is the trigger, who stands beside it, and the wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from bench.ecb import Mention, Part, load
from jirga.coding.learned import Model
from jirga.coding.meanings import packed
from jirga.coding.windows import CONTEXT, LONGEST, Window
from jirga.language.parse import pipeline
from jirga.merging.marks import Marks, marks, setting
from jirga.model import Document, Factuality, Participant, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ACTOR = frozenset({"nsubj", "agent", "csubj", "poss"})
_RECIPIENT = frozenset({"dobj", "obj", "nsubjpass", "dative"})
_WITHIN = frozenset({"compound", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Told:
    """The mentions of a part; by id the statement of each, the lemma of its head and the head's number.

    Documents are by id. Words are numbered through the part, in the order of `words`: the words of each
    sentence by document and number.
    """

    mentions: list[Mention]
    statements: dict[str, Statement]
    documents: dict[str, Document]
    lemmas: dict[str, str]
    heads: dict[str, int]
    words: dict[tuple[str, int], list[str]]


def told(corpora: Path, part: Part) -> Told:
    """Return the mentions of a part as statements; AbsentError where it is not here."""
    from spacy.tokens import Doc as SpacyDoc

    found = load(corpora, part)
    nlp = pipeline()
    keys = sorted(found.words)
    docs = dict(
        zip(keys, nlp.pipe([SpacyDoc(nlp.vocab, words=found.words[key]) for key in keys]), strict=True)
    )
    texts: defaultdict[str, str] = defaultdict(str)
    starts: dict[tuple[str, int], int] = {}
    for key in keys:
        starts[key] = len(texts[key[0]])
        texts[key[0]] += docs[key].text.rstrip() + "\n"
    documents = {
        name: Document(id=name, text_hash="", text_version="ecb", source=name, text=text)
        for name, text in texts.items()
    }
    statements, lemmas, heads = {}, {}, {}
    words = {key: found.words[key] for key in keys}
    first = dict(zip(keys, accumulate(map(len, words.values()), initial=0), strict=False))
    for one in found.mentions:
        doc = docs[one.document, one.sentence]
        statements[one.id] = _statement(one, doc, starts[one.document, one.sentence])
        head = doc[one.tokens[0] : one.tokens[-1] + 1].root
        lemmas[one.id] = head.lemma_.casefold()
        heads[one.id] = first[one.document, one.sentence] + head.i
    return Told(found.mentions, statements, documents, lemmas, heads, words)


def marks_of(told: Told, meanings: Mapping[str, bytes] | None = None) -> dict[str, Marks]:
    """Return what merging compares of each mention, by its id; `meanings` are their triggers' vectors."""
    settings = {name: setting(document) for name, document in told.documents.items()}
    known = meanings or {}
    return {
        name: marks(one, settings[one.document], known.get(name)) for name, one in told.statements.items()
    }


def meanings_of(told: Told, model: Model) -> dict[str, bytes]:
    """Return what the learned model makes of each mention's head, by the mention's id: its vector.

    Each sentence is read with what precedes it, as the program reads; nothing where the model has no head of
    meaning.
    """
    vectors = model.over(windows_of(told), sum(map(len, told.words.values()))).meaning
    if vectors is None:
        return {}
    found = {name: packed(vectors[head]) for name, head in told.heads.items()}
    return {name: vector for name, vector in found.items() if vector is not None}


def windows_of(told: Told) -> list[Window]:
    """Return the sentences that hold a mention, each with the words that precede it in its document."""
    wanted = {(one.document, one.sentence) for one in told.mentions}
    found: list[Window] = []
    first, before, document = 0, list[tuple[int, str]](), ""
    for key, words in told.words.items():
        if key[0] != document:
            before, document = [], key[0]
        here = [*enumerate(words, start=first)]
        first += len(words)
        for start in range(0, len(here), LONGEST):
            piece, context = here[start : start + LONGEST], before[-CONTEXT:]
            both = (*context, *piece)
            if key in wanted:
                read = Window(tuple(word for _, word in both), tuple(at for at, _ in both), len(context))
                found.append(read)
            before += piece
    return found


def _statement(mention: Mention, doc: Doc, start: int) -> Statement:
    text = doc.text.rstrip()
    trigger = doc[mention.tokens[0] : mention.tokens[-1] + 1]
    root = trigger.root
    clause = doc[root.left_edge.i : root.right_edge.i + 1]
    return Statement(
        id=mention.id,
        kind="event",
        document=mention.document,
        reading="gold",
        start=start + clause.start_char,
        end=start + clause.end_char,
        quote=clause.text,
        sentence=Span(start, start + len(text), text),
        trigger=Span(start + trigger.start_char, start + trigger.end_char, trigger.text),
        factuality=Factuality(),
        actor=_parties(root, _ACTOR, start),
        recipient=_parties(root, _RECIPIENT, start),
    )


def _parties(root: Token, relations: frozenset[str], start: int) -> tuple[Participant, ...]:
    found = [child for child in _children(root) if child.dep_ in relations]
    return tuple(_participant(token, start) for token in found)


def _children(root: Token) -> list[Token]:
    """Return what stands beside a word; "the arrest of a man by police" has its sides behind prepositions."""
    found = list(root.children)
    if (
        root.dep_ in ("xcomp", "advcl", "conj")
        and root.pos_ == "VERB"
        and not any(c.dep_ == "nsubj" for c in found)
    ):
        found += [c for c in root.head.children if c.dep_ in ("nsubj",)]
    return found


def _participant(token: Token, start: int) -> Participant:
    inner = next((c for c in token.children if c.dep_ == "pobj"), token)
    words = inner.doc[inner.left_edge.i : inner.i + 1]
    name = next(
        (ent for ent in inner.doc.ents if ent.start <= inner.i < ent.end and ent.label_ in _NAMED), None
    )
    return Participant(
        name=(name or words).text,
        mention=Span(start + words.start_char, start + words.end_char, words.text),
        entity=f"x-{inner.lemma_.casefold()}" if name is not None else None,
    )


_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
