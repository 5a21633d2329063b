"""Which event, and who to whom, on plover/gold_dev: ours and UniversalPetrarch's, scored by the same code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.answers import CROSSWALK, Answer, Crosswalk, ours, universalpetrarch
from bench.bootstrap import Ratio, difference, estimate, f_score, share
from bench.gold import ANNOTATED, RECORDS, Annotated, Record, annotated, records
from bench.results import Data, Figure, Result
from bench.scoring import against_all, against_gold
from bench.sources import checksum, peers

COMMAND = "python -m bench types"
#: Scores against the gold's one event a sentence, over 165 sentences.
GOLD: dict[str, Ratio] = {
    "recall of the gold type": share("hit", "gold"),
    "strict precision": share("hit", "types"),
    "strict F": f_score("hit", "types", "gold"),
    "type and both countries": share("both", "gold"),
    "type and exact countries": share("exact", "gold"),
    "both countries, where the type is met": share("both", "hit"),
    "type and both countries, slips of the gold mended": share("mended", "gold"),
}
#: Scores against every annotated event, over 100 sentences.
ALL: dict[str, Ratio] = {
    "precision (100)": share("right", "answers"),
    "recall of core events (100)": share("found", "core"),
    "content listed as happened (100)": share("content", "answers"),
}
#: Scores that need a trigger, which the peer does not tell.
TRIGGERED: dict[str, Ratio] = {
    "precision, trigger overlapping (100)": share("right_there", "answers"),
    "whether it happened, where met (100)": share("told", "met"),
}
UNGATED = frozenset({"content listed as happened (100)"})
PEERS = {"UP petrarch1": "petrarch1_dictionary", "UP petrarch2": "petrarch2_dictionary"}

Answers = Mapping[str, Sequence[Answer]]
Items = list[dict[str, float]]


def run(corpora: Path, coder: Callable[[Mapping[str, str]], Answers] = ours) -> Result:
    """Return the scores with intervals; AbsentError where the gold is absent."""
    gold = records(corpora)
    texts = {record.id: record.text for record in gold}
    events = annotated(texts)
    whole = coder(texts)
    happened = {id_: [one for one in found if one.happened] for id_, found in whole.items()}
    columns = {"Jirga": happened, "Jirga --all": whole} | _peers(corpora)
    items = {name: score(gold, events, found, name) for name, found in columns.items()}
    figures = _figures(items)
    return Result(
        "types", COMMAND, _data(corpora, len(gold), len(events)), figures, _rows(list(columns), figures)
    )


def score(
    gold: Sequence[Record], events: Mapping[str, Sequence[Annotated]], found: Answers, name: str
) -> tuple[Items, Items]:
    """Return the counts of each gold sentence, and of each annotated one, in the gold's order."""
    shown = name.endswith("--all")
    return (
        [against_gold(record, found.get(record.id, ())) for record in gold],
        [
            against_all(events[record.id], found.get(record.id, ()), content_too=shown)
            for record in gold
            if record.id in events
        ],
    )


def _peers(corpora: Path) -> dict[str, Answers]:
    folder, crosswalk = peers(corpora) / "universalpetrarch", Crosswalk(corpora / CROSSWALK)
    files = {name: folder / f"plover_gold_dev.{stem}.jsonl" for name, stem in PEERS.items()}
    return {name: universalpetrarch(path, crosswalk) for name, path in files.items() if path.exists()}


def _figures(items: Mapping[str, tuple[Items, Items]]) -> dict[str, Figure]:
    figures = {}
    for name, pair in items.items():
        triggered = TRIGGERED if name.startswith("Jirga") else {}
        for place, ratios in enumerate((GOLD, ALL | triggered)):
            for metric, ratio in ratios.items():
                one = estimate(ratio, pair[place])
                figures[f"{name}: {metric}"] = replace(one, gated=name == "Jirga" and metric not in UNGATED)
                if name in PEERS:
                    apart = difference(ratio, items["Jirga"][place], pair[place])
                    figures[f"Jirga less {name}: {metric}"] = apart
    return figures


def _data(corpora: Path, gold: int, annotated: int) -> tuple[Data, ...]:
    files = [(corpora / RECORDS, gold), (ANNOTATED, annotated)]
    files += [
        (peers(corpora) / "universalpetrarch" / f"plover_gold_dev.{stem}.jsonl", gold)
        for stem in PEERS.values()
    ]
    return tuple(Data("/".join(path.parts[-2:]), checksum(path), n) for path, n in files if path.exists())


def _rows(columns: Sequence[str], figures: Mapping[str, Figure]) -> tuple[tuple[str, ...], ...]:
    apart = [f"Jirga less {name}" for name in columns if name in PEERS]
    heads = [*columns, *apart]
    cells = [
        (metric, *(str(figures.get(f"{head}: {metric}", "–")) for head in heads))
        for metric in GOLD | ALL | TRIGGERED
    ]
    return (("", *heads), *cells)
