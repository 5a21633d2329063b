"""The README's table of measures, from `bench/`: each figure with its interval, the peer's beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bench.registry import measure
from bench.results import Figure, Result
from bench.sources import AbsentError, corpora

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
#: Published by the authors, on other data than ours: no like for like.
_CITRON = {"source": ".82", "cue": ".82", "content": ".59"}


def table() -> list[str]:
    """Return the table's lines; none where a corpus is absent."""
    try:
        found = {name: measure(name, corpora()) for name in ("types", "attribution", "figures", "speed")}
    except AbsentError:
        return []
    rows = [
        *_types(found["types"]),
        *_attribution(found["attribution"]),
        *_figures(found["figures"]),
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
