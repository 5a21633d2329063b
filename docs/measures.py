"""The README's table of measures, from `bench/`: each figure with its interval, the peer's beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bench.registry import measure
from bench.results import Figure, Result
from bench.sources import AbsentError, corpora

from bench import corpus

_HEAD = (
    "| question | Jirga | peer | measured with |",
    "|---|---|---|---|",
)
_PETRARCH = ("UP petrarch1", "UP petrarch2")
_TYPES = {
    "recall of the gold type": "finds the sentence's event type",
    "type and both countries": "… and who did it to whom (both countries)",
    "recall of core events (100)": "finds all events of a sentence",
    "precision (100)": "what it lists is right",
    "content listed as happened (100)": "lists what was only wished, denied, threatened … (less is better)",
}
_BENCHES = ("types", "attribution", "figures", "times", "places", "dated", "factuality", "corpus", "speed")
#: Bench, its figure, the question, a peer.
_PLAIN = (
    ("factuality", "Pearson r", "how sure it is (UDS-IH2), Pearson's r", "–"),
    ("times", "relaxed F1", "when: time expressions, F1, overlapping", "HeidelTime .90 · UWTime .91 ¹"),
    ("times", "value F1", "when: their values, F1", "HeidelTime .78 · UWTime .82 ¹"),
    (
        "places",
        "LGL: right within 161 km, given the name",
        "where: within 161 km, given the name (LGL)",
        "most populous .57",
    ),
    ("dated", "country", "who: country of an actor on that day", "–"),
    ("dated", "sector", "who: sector of an actor on that day", "–"),
)
#: Figures of our own corpus, on the development part and, beside it, on its real news.
_LAYERS = (
    ("type F1", "own corpus: events with their type, F1"),
    ("roles F1", "own corpus: who and to whom, F1"),
    ("nearest speaker F1", "own corpus: who says so, F1"),
    ("told as happened, rightly", "own corpus: what it tells as happened did, by the text"),
)
#: Published by the authors, on other data than ours: no like for like.
_CITRON = {"source": ".82", "cue": ".82", "content": ".59"}


def table() -> list[str]:
    """Return the table's lines; none where a corpus is absent."""
    try:
        found = {name: measure(name, corpora()) for name in _BENCHES}
        news = corpus.run(corpora(), "real")
    except AbsentError:
        return []
    rows = [
        *_types(found["types"]),
        *_attribution(found["attribution"]),
        *_figures(found["figures"]),
        *(_plain(found[bench], *row) for bench, *row in _PLAIN),
        *(_both(found["corpus"], news, *row) for row in _LAYERS),
        *_speed(found["speed"]),
    ]
    return [*_HEAD, *(f"| {' | '.join(row)} |" for row in rows)]


def _types(result: Result) -> Iterator[tuple[str, ...]]:
    for name, question in _TYPES.items():
        theirs = " · ".join(_short(result.figures[f"{peer}: {name}"]) for peer in _PETRARCH)
        yield question, f"**{_short(result.figures[f'Jirga: {name}'])}**", theirs, "`types`"


def _attribution(result: Result) -> Iterator[tuple[str, ...]]:
    for part, published in _CITRON.items():
        exact, overlap = (result.figures[f"{part} {kind} f1"] for kind in ("exact", "overlap"))
        ours = f"**{_short(exact)}** exact, {_short(overlap)} overlapping"
        yield f"who says so: {part}, F1", ours, f"Citron {published} exact ¹", "`attribution`"


def _figures(result: Result) -> Iterator[tuple[str, ...]]:
    for measured in ("killed", "injured"):
        cases = int(result.figures[f"{measured} above zero"].value)
        ours = f"**{_short(result.figures[f'{measured} exact'])}** of {cases} articles"
        yield f"how many {measured}, exactly", ours, "NT5-Gen .44 to .81 ¹", "`figures`"


def _plain(result: Result, name: str, question: str, peer: str) -> tuple[str, ...]:
    return question, f"**{_short(result.figures[name])}**", peer, f"`{result.bench}`"


def _both(dev: Result, news: Result, name: str, question: str) -> tuple[str, ...]:
    ours = f"**{_short(dev.figures[name])}**, on real news {_short(news.figures[name])}"
    return question, ours, "–", "`corpus`"


def _speed(result: Result) -> Iterator[tuple[str, ...]]:
    ours, alone = (_pace(result.figures, name) for name in ("jirga", "spacy"))
    yield "sentences (articles) a second, one core", f"**{ours}**", f"spaCy's parse alone {alone}", "`speed`"


def _pace(figures: Mapping[str, Figure], name: str) -> str:
    sentences, articles = (figures[f"{name}: {unit}/s"].value for unit in ("sentences", "articles"))
    return f"{sentences:.0f} ({articles:.1f})"


def _short(figure: Figure) -> str:
    if figure.value == 0 and figure.low is not None:
        return "none seen"  # a bootstrap of nothing but zeros has no width, which would claim too much
    value, low, high = (_two(one) for one in (figure.value, figure.low, figure.high))
    return value if figure.low is None else f"{value} [{low}, {high}]"


def _two(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".replace("0.", ".", 1)
