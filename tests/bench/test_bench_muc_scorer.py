"""The MUC-4 scorer on messages worked by hand."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.bootstrap import estimate
from bench.muc.scorer import f_ratio, fills, mappable, mapping, precision_ratio, recall_ratio, score
from bench.muc.slots import NAMES
from bench.muc.templates import Fill, Template


def template(optional: bool = False, **slots: str | list[str]) -> Template:
    """A template by short names of slots, a fill's cross-reference behind a bar."""
    names = {
        "kind": "INCIDENT: TYPE",
        "stage": "INCIDENT: STAGE OF EXECUTION",
        "body": "PERP: ORGANIZATION ID",
        "sure": "PERP: ORGANIZATION CONFIDENCE",
        "weapon": "INCIDENT: INSTRUMENT ID",
        "who": "HUM TGT: DESCRIPTION",
        "effect": "HUM TGT: EFFECT OF INCIDENT",
    }
    found = {}
    for name, given in slots.items():
        each = [given] if isinstance(given, str) else given
        parted = [one.partition("|") for one in each]
        found[names[name]] = tuple(Fill((own,), (of,) if of else ()) for own, _, of in parted)
    return Template("M", found, optional)


KEY = template(
    kind="BOMBING", stage="ACCOMPLISHED", body="FMLN", sure="REPORTED AS FACT|FMLN", who=["PEASANTS", "MAYOR"]
)


def total(counts: Counter[str], category: str) -> int:
    return sum(n for name, n in counts.items() if name.endswith(f" {category}"))


def test_each_category_of_a_slots_fills() -> None:
    key = [Fill(("PEASANTS",)), Fill(("TOLMIAN NUNS",)), Fill(("MAYOR",)), Fill(("DRIVER",))]
    response = [Fill(("PEASANTS",)), Fill(("NUNS",)), Fill(("JUDGE",))]
    assert fills("string", key, response) == {"correct": 1, "partial": 1, "incorrect": 1, "missing": 1}
    assert fills("string", key[:1], response) == {"correct": 1, "spurious": 2}


def test_fills_are_paired_for_the_most_agreement_whatever_their_order() -> None:
    key = [Fill(("NUNS",)), Fill(("TOLMIAN NUNS",))]
    response = [Fill(("TOLMIAN NUNS",)), Fill(("NUNS",))]
    assert fills("string", key, response) == {"correct": 2}


def test_an_optional_fill_left_out_is_not_missing_and_given_is_right() -> None:
    key = [Fill(("NUNS",), optional=True)]
    assert fills("string", key, []) == {}
    assert fills("string", key, [Fill(("NUNS",))]) == {"correct": 1}
    assert fills("string", key, [Fill(("DRIVER",))]) == {"spurious": 1}


def test_a_message_worked_by_hand() -> None:
    # type ATTACK for BOMBING is partial, stage right, FMLN right, confidence wrong; of the two hit one is
    # right, the other missing: possible 6, actual 5, right 3 + ½
    answer = template(
        kind="ATTACK", stage="ACCOMPLISHED", body="FMLN", sure="POSSIBLE|FMLN", who="THE PEASANTS"
    )
    counts = score([KEY], [answer])
    assert [total(counts, c) for c in ("correct", "partial", "incorrect", "missing", "spurious")] == [
        3,
        1,
        1,
        1,
        0,
    ]
    assert estimate(recall_ratio(NAMES), [counts]).value == pytest.approx(3.5 / 6)
    assert estimate(precision_ratio(NAMES), [counts]).value == pytest.approx(3.5 / 5)
    assert estimate(f_ratio(NAMES), [counts]).value == pytest.approx(2 * 3.5 / 11)


def test_a_template_mapped_to_none_is_spurious_and_the_keys_is_missing() -> None:
    other = template(kind="KIDNAPPING", stage="ACCOMPLISHED", who="PEASANTS")
    counts = score([KEY], [other])
    assert (total(counts, "missing"), total(counts, "spurious")) == (6, 3)
    matched = estimate(precision_ratio(NAMES, ("matched", "missing")), [counts])
    assert matched.value == 0  # nothing told within mapped templates


def test_an_optional_template_left_out_counts_for_nothing() -> None:
    counts = score([template(optional=True, kind="ATTACK", who="NUNS")], [])
    assert total(counts, "missing") == 0


def test_mapping_needs_the_type_and_somebody_in_common() -> None:
    assert not mappable(KEY, template(kind="BOMBING", stage="ACCOMPLISHED"))
    assert not mappable(KEY, template(kind="ARSON", body="FMLN"))
    assert mappable(KEY, template(kind="BOMBING", body="FMLN"))


def test_the_mapping_with_the_most_right_is_taken() -> None:
    near = template(kind="BOMBING", stage="ACCOMPLISHED", body="FMLN", who=["PEASANTS", "MAYOR"])
    far = template(kind="BOMBING", body="FMLN")
    assert mapping([KEY], [far, near]) == [(KEY, near)]
    second = template(kind="BOMBING", stage="ATTEMPTED", body="FMLN", who="DRIVER")
    assert mapping([second, KEY], [near, far]) == [(second, far), (KEY, near)]


def test_slots_that_a_type_has_not_are_not_scored() -> None:
    key = template(kind="KIDNAPPING", who="NUNS")
    counts = score([key], [template(kind="ATTACK", who="NUNS", weapon="RIFLES")])
    assert total(counts, "spurious") == 0


def test_text_filtering() -> None:
    assert score([KEY], [])["filtering possible"] == 1
    assert score([], [KEY])["filtering actual"] == 1
    found = score([KEY], [KEY])
    assert (found["filtering right"], found["filtering possible"], found["filtering actual"]) == (1, 1, 1)
    assert score([template(optional=True, kind="ATTACK")], [])["filtering possible"] == 0
