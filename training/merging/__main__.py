"""`python -m training.merging`: fits what the features of a pair of statements weigh when events are merged.

Trained on ECB+ train (gold mentions, pairs within a topic) and the train part of our own stories (pairs that
share a key, and those that belong together), twice: with the vectors of triggers that the model gives, and
without, for statements that have none. The vectors of ECB+ are those of projections that did not see the
mention's topic (`training.meaning.crossed`). Logistic regression with a ridge; no feature may weigh against
its sense (that two dates are apart never speaks for one happening), which a few hundred pairs would else
teach now and then. The bias is set so that zero is the border at which clusters are best on the train parts.
Deterministic. What it writes into `merging/data/weights.json` is, of each set of weights, the better on pairs
held out (ECB+ dev, the dev part of the stories): the fitted ones, or those that were there; it says which.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from bench.ecb import Mention
from bench.ecb_statements import Told, marks_of, meanings_of, told
from bench.sources import corpora
from bench.stories import vectors
from corpus.loading import load
from scipy import sparse
from scipy.optimize import minimize
from training.meaning import crossed, numbers
from training.merging.better import PLAIN, WITH_MEANING, Row, settled, there

from bench import articles, storylines
from jirga.coding import Coder
from jirga.coding.learned import model
from jirga.coding.meanings import packed
from jirga.documents.cleaning import clean
from jirga.merging import clusters, linking, marks, pairs
from jirga.merging.eligible import tells_of_an_event
from jirga.merging.events import Reports
from jirga.model import Document, Statement

OUT = Path(pairs.__file__).parent / "data" / "weights.json"
#: Weight of the ridge; of a pair of ECB+ beside one of the stories; of its pairs of two subtopics.
RIDGE, ECB, ACROSS, PASSAGES, NEWS = 1.0, 0.1, 0.3, 4.0, 0.005
#: Log-odds at which clusters are best on the train parts, taken from the bias: of ECB+, and of the stories.
BORDER, OF_REPORTS, OF_REPORTS_WITH_MEANING = -0.5, -1.0, -1.5
#: Words in the names of features that come of vectors.
MEANING = "alike in meaning"
#: Which of MUC-4's development reports, by day: those of some months, so that they tell of one war.
MUC = slice(300, 550)
_MAY_NOT_TRAIN = "BBC Online"
#: Features that may weigh either way.
FREE = frozenset(
    {
        "bias",
        "typed",
        "same document",
        "same report",
        "same sentence",
        "apart in the document",
        "both at the beginning",
    }
    | {"one date unknown", "dates unknown"}
)
#: Words in a feature's name by which it speaks against one happening.
AGAINST = ("other ", "apart", "far ", "each trigger in")


def main() -> None:
    """Fit, print the weights, write them."""
    asked = argparse.ArgumentParser(prog="python -m training.merging", description=__doc__)
    asked.add_argument("--out", type=Path, default=OUT)
    out = asked.parse_args().out
    rows = [*of_ecb(corpora()), *of_stories(), *of_passages(), *of_news(corpora())]
    fitted_ones = {
        PLAIN: told_weights(plain(rows), OF_REPORTS),
        WITH_MEANING: told_weights(rows, OF_REPORTS_WITH_MEANING),
    }
    apart = held_out(corpora())
    kept, lines = settled(there(out), fitted_ones, {PLAIN: plain(apart), WITH_MEANING: apart})
    card = {
        "command": "python -m training.merging",
        "data": {"ecbplus": "Train", "corpus/data/stories.jsonl": "train", "corpus/data/train.jsonl": "all"},
        "pairs": len(rows),
        "together": sum(same for _, same, _ in rows),
        "held out": lines,
        **kept,
    }
    out.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, value in sorted(kept[WITH_MEANING].items(), key=lambda one: -one[1]):
        print(f"{value:7.2f}  {name}")
    print("\n".join(lines))


def plain(rows: Iterable[Row]) -> list[Row]:
    """Return pairs without what vectors tell of them."""
    return [({name: value for name, value in it.items() if MEANING not in name}, *more) for it, *more in rows]


def held_out(folder: Path) -> list[Row]:
    """Return pairs that no weight is fitted to: those of ECB+ dev and of the dev part of the stories."""
    part = told(folder, "Dev")
    return [*_of_topics(part, meanings_of(part, model())), *of_stories("dev")]


def told_weights(rows: Sequence[Row], of_reports: float) -> dict[str, float]:
    """Return the weights that are written: fitted, with zero as the border, rounded."""
    weights = fitted(rows)
    weights["bias"] -= BORDER
    weights["typed"] -= of_reports - BORDER
    return {name: round(value, 3) for name, value in sorted(weights.items()) if abs(value) >= 0.005}


def of_ecb(folder: Path) -> Iterator[Row]:
    """Return the pairs of ECB+ train's mentions within a topic."""
    part = told(folder, "Train")
    vectors = (packed(one) for one in crossed(numbers(part), part))
    known = {one.id: it for one, it in zip(part.mentions, vectors, strict=True) if it is not None}
    return _of_topics(part, known)


def _of_topics(part: Told, known: Mapping[str, bytes]) -> Iterator[Row]:
    """The pairs of a part's mentions within a topic; `known` are the vectors of their triggers by id."""
    seen = marks_of(part, known)
    by_topic: dict[str, list[Mention]] = {}
    for one in part.mentions:
        by_topic.setdefault(one.topic, []).append(one)
    for some in by_topic.values():
        for one, other in combinations(some, 2):
            same = one.chain == other.chain
            weight = ECB * (1 if same or one.subtopic == other.subtopic else ACROSS)
            yield pairs.features(seen[one.id], seen[other.id]), same, weight


def of_passages() -> Iterator[Row]:
    """Yield the pairs within every other passage of the train part: few tell one happening twice."""
    for passage in load("train"):
        if passage.story:
            continue
        around, known = marks.setting(passage.document), vectors(passage.statements, [passage.document])
        telling = filter(tells_of_an_event, passage.statements)
        some = [marks.marks(one, around, known.get(one.id)) for one in telling]
        for one, other in combinations(some, 2):
            if linking.apart(one, other) is None:
                same = passage.events.get(one.id, one.id) == passage.events.get(other.id, other.id)
                yield pairs.features(one, other), same, PASSAGES


def of_news(folder: Path) -> Iterator[Row]:
    """Yield pairs across real reports that are not both dated, as of two happenings: nearly all are.

    re3d (without its part that may not train) and MUC-4's development reports of some months, read by our
    coder. Without these the weights would take every two raids in one war for one.
    """
    statements, documents, known = read_news(folder)
    reports = Reports(documents.__getitem__)
    seen = {one.id: reports.marks(one, known.get(one.id)) for one in statements if tells_of_an_event(one)}
    for one, other in sorted(clusters.met(seen.values())):
        a, b = seen[one], seen[other]
        across = a.setting.document != b.setting.document
        if across and not (a.days.known and b.days.known) and linking.apart(a, b) is None:
            found = pairs.features(a, b)
            if linking.related(a, b, found):
                yield found, False, NEWS


def read_news(folder: Path) -> tuple[list[Statement], dict[str, Document], dict[str, bytes]]:
    """Return what our coder reads in the reports that `of_news` names, the reports and the vectors by id."""
    muc = sorted(
        (one for one in articles.muc(folder / "muc4/dev") if one.published),
        key=lambda one: (one.published, one.name),
    )
    news = [
        one for one in articles.SOURCES["re3d"][1](folder / "re3d") if not one.name.startswith(_MAY_NOT_TRAIN)
    ]
    documents: dict[str, Document] = {}
    statements: list[Statement] = []
    known: dict[str, bytes] = {}
    coder = Coder()
    for one in [*news, *muc[MUC]]:
        name = f"{one.corpus} {one.name}"
        document = Document(name, "", "1", name, clean(one.text), published=one.published)
        documents[name] = document
        coded = coder.code(document)
        statements += coded.statements
        known |= coded.meanings
    return statements, documents, known


def of_stories(part: storylines.Part = "train") -> Iterator[Row]:
    """Yield the pairs that share a key, over all stories at once, and those that belong together."""
    chains: dict[str, str] = {}
    seen: dict[str, marks.Marks] = {}
    for story in storylines.stories(part):
        around = {one.id: marks.setting(one) for one in story.documents}
        known = vectors(story.statements, story.documents)
        for one in filter(tells_of_an_event, story.statements):
            seen[one.id] = marks.marks(one, around[one.document], known.get(one.id))
        chains |= {one: f"{story.name} {name}" for name, ids in story.events.items() for one in ids}
    by_id = sorted(seen)
    together = {both for both in combinations(by_id, 2) if _same(chains, both)}
    for one, other in sorted(clusters.met(seen.values()) | together):
        a, b = seen[one], seen[other]
        found = pairs.features(a, b)
        if linking.apart(a, b) is None and linking.related(a, b, found):
            yield found, _same(chains, (one, other)), 1.0


def _same(chains: dict[str, str], both: tuple[str, str]) -> bool:
    return chains.get(both[0], both[0]) == chains.get(both[1], both[1])


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """Return the weight of each feature."""
    names = sorted({name for found, _, _ in rows for name in found})
    place = {name: at for at, name in enumerate(names)}
    at = [
        (row, place[name], value) for row, (found, _, _) in enumerate(rows) for name, value in found.items()
    ]
    row, column, value = zip(*at, strict=True)
    matrix = sparse.csr_matrix((value, (row, column)), shape=(len(rows), len(names)))
    same = np.array([one for _, one, _ in rows], dtype=float)
    weight = np.array([one for _, _, one in rows])
    ridge = np.array([0.0 if name == "bias" else RIDGE for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ weights
        wrong = 1 / (1 + np.exp(-odds)) - same
        value = (weight * (np.logaddexp(0, odds) - same * odds)).sum() + (ridge * weights**2).sum() / 2
        return value, matrix.T @ (weight * wrong) + ridge * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=[*map(_bounds, names)])
    return dict(zip(names, map(float, found.x), strict=True))


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in FREE:
        return None, None
    return (None, 0.0) if any(words in name for words in AGAINST) else (0.0, None)


if __name__ == "__main__":
    main()
