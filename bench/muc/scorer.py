"""The MUC-4 score of a set of response templates against the key's, one message at a time.

Implemented of the rules of 1992 (template-doc-part1.v7 and Chinchor, MUC-4 Evaluation Metrics, M92-1002):

- Response templates are mapped to the key's one to one, by content: only where their incident types match at
  least in part and a fill of an identifying slot does (`IDENTIFYING`); of all mappings the one with the most
  fills right.
- In a mapped pair each slot's fills are paired one to one for the most agreement. A pair that agrees is
  correct or partial; what is left over on both sides is incorrect, on the key's side missing, on the
  response's spurious. Left over fills and templates that the key marks optional count for nothing.
- The fills of a template mapped to none are all missing (key) or all spurious (response).
- Recall = (correct + ½ partial) / possible, precision = the same / actual; F weighs both alike. Possible are
  correct, partial, incorrect and missing; actual are correct, partial, incorrect and spurious.
- ALL TEMPLATES, the row that 1992 ranked by, counts all of that; MATCHED/MISSING leaves out spurious
  templates, MATCHED ONLY missing ones too. TEXT FILTERING asks whether a message has any template.

Not as in 1992: nobody judged a mismatch by hand (`agreement.py` says what counts), and a fill whose
cross-reference is wrong is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from bench.bootstrap import Ratio
from bench.muc.agreement import FULL, agreement
from bench.muc.slots import IDENTIFYING, INAPPLICABLE, SLOTS, Kind
from bench.muc.templates import Fill, Template

#: Where a count belongs: to a mapped pair of templates, to a missing one, to a spurious one.
MATCHED, MISSING, SPURIOUS = "matched", "missing", "spurious"
PLACES = (MATCHED, MISSING, SPURIOUS)
CATEGORIES = ("correct", "partial", "incorrect", "missing", "spurious")
_POSSIBLE = ("correct", "partial", "incorrect", "missing")
_ACTUAL = ("correct", "partial", "incorrect", "spurious")
_TYPE = "INCIDENT: TYPE"
One = TypeVar("One")


def score(key: Sequence[Template], response: Sequence[Template]) -> Counter[str]:
    """Return the counts of one message, by `PLACE SLOT category`, and those of text filtering."""
    counts: Counter[str] = Counter()
    pairs = mapping(key, response)
    for mine, theirs in pairs:
        for slot in SLOTS:
            asked = () if _inapplicable(mine, slot.name) else theirs.of(slot.name)
            _add(counts, MATCHED, slot.name, fills(slot.kind, mine.of(slot.name), asked))
    for template in _left(key, [mine for mine, _ in pairs]):
        if not template.optional:
            for slot in SLOTS:
                _add(counts, MISSING, slot.name, fills(slot.kind, template.of(slot.name), ()))
    for template in _left(response, [theirs for _, theirs in pairs]):
        for slot in SLOTS:
            _add(counts, SPURIOUS, slot.name, fills(slot.kind, (), template.of(slot.name)))
    counts.update(_filtering(key, response))
    return counts


def _inapplicable(key: Template, slot: str) -> bool:
    kinds = [value for fill in key.of(_TYPE) for value in fill.values]
    return bool(kinds) and all(slot in INAPPLICABLE.get(kind, ()) for kind in kinds)


def _left(templates: Sequence[Template], taken: Sequence[Template]) -> list[Template]:
    return [one for one in templates if not any(one is other for other in taken)]


def _add(counts: Counter[str], place: str, slot: str, found: Counter[str]) -> None:
    for category, number in found.items():
        counts[f"{place} {slot} {category}"] += number


def _filtering(key: Sequence[Template], response: Sequence[Template]) -> Counter[str]:
    relevant = any(not one.optional for one in key)
    told = bool(response)
    if key and not relevant:  # only optional templates: either answer is right
        return Counter({"filtering possible": told, "filtering actual": told, "filtering right": told})
    return Counter(
        {"filtering possible": relevant, "filtering actual": told, "filtering right": relevant and told}
    )


def mapping(key: Sequence[Template], response: Sequence[Template]) -> list[tuple[Template, Template]]:
    """Return the pairs of the best mapping: the most fills right in all, a partial one as half."""

    def worth(mine: Template, theirs: Template) -> float:
        return worth_of(mine, theirs) if mappable(mine, theirs) else 0.0

    return [(key[i], response[j]) for i, j in _paired(key, response, worth)]


def mappable(key: Template, response: Template) -> bool:
    """Whether the types match at least in part, and a fill of an identifying slot."""
    return _best("set", key.of(_TYPE), response.of(_TYPE)) > 0 and any(
        _best("string", key.of(slot), response.of(slot)) > 0 for slot in IDENTIFYING
    )


def worth_of(key: Template, response: Template) -> float:
    """Return how many fills of a pair of templates are right, a partial one as half."""
    counts = (fills(slot.kind, key.of(slot.name), response.of(slot.name)) for slot in SLOTS)
    return sum(found["correct"] + found["partial"] / 2 for found in counts)


def _best(kind: Kind, key: Sequence[Fill], response: Sequence[Fill]) -> float:
    return max((agreement(kind, mine, theirs) for mine in key for theirs in response), default=0.0)


def fills(kind: Kind, key: Sequence[Fill], response: Sequence[Fill]) -> Counter[str]:
    """Return how many of a slot's fills are correct, partial, incorrect, missing, spurious."""

    def worth(mine: Fill, theirs: Fill) -> float:
        return agreement(kind, mine, theirs)

    pairs = _paired(key, response, worth)
    right = [agreement(kind, key[i], response[j]) for i, j in pairs]
    taken = {i for i, _ in pairs}
    wanted = sum(not fill.optional for i, fill in enumerate(key) if i not in taken)
    told = len(response) - len(pairs)
    wrong = min(wanted, told)
    full = sum(one == FULL for one in right)
    numbers = (full, len(right) - full, wrong, wanted - wrong, told - wrong)
    return Counter({name: number for name, number in zip(CATEGORIES, numbers, strict=True) if number})


def _paired(
    key: Sequence[One], response: Sequence[One], worth: Callable[[One, One], float]
) -> list[tuple[int, int]]:
    """Return the pairs of numbers, one to one, that are worth the most together; worthless pairs left out."""
    if not key or not response:
        return []
    values = np.array([[worth(mine, theirs) for theirs in response] for mine in key])
    rows, columns = linear_sum_assignment(values, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if values[i, j] > 0]


def f_ratio(slots: Sequence[str], places: Sequence[str] = PLACES) -> Ratio:
    """Return F over some slots: 2 (correct + ½ partial) / (possible + actual), a ratio of sums."""
    return Ratio(_weights(slots, places, 2.0), _below(slots, places, _POSSIBLE) | _both(slots, places))


def recall_ratio(slots: Sequence[str], places: Sequence[str] = PLACES) -> Ratio:
    """Return recall over some slots."""
    return Ratio(_weights(slots, places, 1.0), _below(slots, places, _POSSIBLE))


def precision_ratio(slots: Sequence[str], places: Sequence[str] = PLACES) -> Ratio:
    """Return precision over some slots."""
    return Ratio(_weights(slots, places, 1.0), _below(slots, places, _ACTUAL))


def _weights(slots: Sequence[str], places: Sequence[str], full: float) -> dict[str, float]:
    weighted = (("correct", full), ("partial", full / 2))
    return {f"{place} {slot} {name}": value for place in places for slot in slots for name, value in weighted}


def _below(slots: Sequence[str], places: Sequence[str], names: Sequence[str]) -> dict[str, float]:
    return {f"{place} {slot} {name}": 1.0 for place in places for slot in slots for name in names}


def _both(slots: Sequence[str], places: Sequence[str]) -> dict[str, float]:
    """Weights of possible and actual together: what is in both counts twice."""
    twice = ("correct", "partial", "incorrect")
    return {
        f"{place} {slot} {name}": 2.0 if name in twice else 1.0
        for place in places
        for slot in slots
        for name in CATEGORIES
    }
