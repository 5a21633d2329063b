"""What the words of a body's name tell of its sector."""

from __future__ import annotations

import pytest

from jirga.lexicon.nameheads import name_head


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Ruvu Liberation Front", "REB"),
        ("Ruvu Democratic Front", "PTY"),
        ("Army of Ruvu", "MIL"),
        ("Ruvu People’s Army", "REB"),
        ("Union of Ruvu Students", "EDU"),
        ("Ruvu Dockers' Union", "LAB"),
        ("Ruvu Red Crescent", "MED"),
        ("Supreme Court of Ruvu", "JUD"),
        ("Ruvu Daily Post", "JRN"),
        ("Ruvu Human Rights Commission", "SOC"),
    ],
)
def test_the_last_telling_word_decides_with_what_stands_beside_it(name: str, sector: str) -> None:
    found = name_head(name)
    assert found is not None and found.sector == sector


@pytest.mark.parametrize("name", ["Ruvu", "", "Frontline Ruvu", "Students of Ruvu"])
def test_other_names_tell_nothing(name: str) -> None:
    assert name_head(name) is None
