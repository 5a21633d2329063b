"""Machines of which no more is told are nobody; whose they are is somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Drones struck a convoy near Khost.", [], None),
        ("American drones struck a convoy near Khost.", ["USA"], None),
        ("Ukraine was promised tanks by Germany.", ["DEU"], ["UKR"]),
        ("Rockets fired from Afghanistan killed a child in Bajaur.", [], ["PAK"]),
    ],
)
def test_a_machine_is_nobody_unless_somebodys(
    code: Code, text: str, actors: list[str], recipients: list[str] | None
) -> None:
    told = [s for s in code(text, "2022-12-20") if s.event is not None][-1]
    assert [p.country for p in told.actor] == actors
    assert recipients is None or [p.country for p in told.recipient] == recipients
