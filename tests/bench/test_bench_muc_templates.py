"""The reader of MUC-4's answer keys, on keys of our own in their form."""

from __future__ import annotations

from bench.muc.slots import general
from bench.muc.templates import Fill, parse

KEY = """
;;; a remark of the keys' makers
0.  MESSAGE: ID                     DEV-MUC3-9001 (NCCOSC)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  - 08 JAN 90 / (06 JAN 90 - 08 JAN 90)
3.  INCIDENT: LOCATION              PERU: TOLM (CITY)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "CAR/TRUCK BOMB" / "BOMB"
7.  INCIDENT: INSTRUMENT TYPE       VEHICLE BOMB: "CAR/TRUCK BOMB" / "BOMB"
                                    GUN: "-"
8.  PERP: INCIDENT CATEGORY         TERRORIST ACT
9.  PERP: INDIVIDUAL ID             -
10. PERP: ORGANIZATION ID           "TOLM FRONT" /
                                    "FT"
11. PERP: ORGANIZATION CONFIDENCE   POSSIBLE / REPORTED AS FACT: "TOLM FRONT" / "FT"
12. PHYS TGT: ID                    *
18. HUM TGT: NAME                   ? "ANA TOLM"
19. HUM TGT: DESCRIPTION            "MAYOR": "ANA TOLM"
                                    "GUARDS"
21. HUM TGT: NUMBER                 1: "ANA TOLM"
                                    -: "GUARDS"

0.  MESSAGE: ID                     DEV-MUC3-9002 (NCCOSC)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


def test_alternatives_optional_fills_and_cross_references() -> None:
    (template,) = parse(KEY)["DEV-MUC3-9001"]
    assert template.optional
    assert template.of("INCIDENT: DATE") == (Fill(("- 08 JAN 90", "06 JAN 90 - 08 JAN 90")),)
    assert template.of("INCIDENT: TYPE") == (Fill(("BOMBING", "ATTACK")),)
    assert template.of("HUM TGT: NAME") == (Fill(("ANA TOLM",), optional=True),)
    assert template.of("HUM TGT: DESCRIPTION") == (Fill(("MAYOR",), ("ANA TOLM",)), Fill(("GUARDS",)))
    assert template.of("PERP: ORGANIZATION CONFIDENCE") == (
        Fill(("POSSIBLE", "REPORTED AS FACT"), ("TOLM FRONT", "FT")),
    )


def test_a_slash_within_quotes_parts_nothing_and_one_at_a_lines_end_goes_on() -> None:
    (template,) = parse(KEY)["DEV-MUC3-9001"]
    assert template.of("INCIDENT: INSTRUMENT ID") == (Fill(("CAR/TRUCK BOMB", "BOMB")),)
    assert template.of("PERP: ORGANIZATION ID") == (Fill(("TOLM FRONT", "FT")),)


def test_a_dummy_reference_is_none_and_null_or_inapplicable_slots_have_no_fills() -> None:
    (template,) = parse(KEY)["DEV-MUC3-9001"]
    assert template.of("INCIDENT: INSTRUMENT TYPE")[1] == Fill(("GUN",))
    assert template.of("HUM TGT: NUMBER") == (Fill(("1",), ("ANA TOLM",)),)
    assert not template.of("PERP: INDIVIDUAL ID")
    assert not template.of("PHYS TGT: ID")


def test_an_irrelevant_message_has_no_template() -> None:
    assert parse(KEY)["DEV-MUC3-9002"] == []


def test_set_fills_have_more_general_ones_above_them() -> None:
    assert general("VEHICLE BOMB") == ("BOMB", "EXPLOSIVE")
    assert general("ATTACK") == ()
