"""The index of place names is read block by block, and answers as if it were read whole."""

from __future__ import annotations

from jirga.lexicon.placenames import CUED, Names
from jirga.lexicon.places import INDEX
from jirga.lexicon.tables import text

SMALL = Names("abu kamal\t3\nabu kamal town\t4 1\n\nnice\t?2 9\nnorth kivu\t5\n")


def test_a_name_has_its_places_best_first() -> None:
    assert SMALL.numbers("abu kamal town") == [4, 1]
    assert SMALL.numbers("north kivu") == [5]


def test_a_name_that_is_also_a_word_says_so_and_has_its_places() -> None:
    assert SMALL.block("nice")["nice"].startswith(CUED) and SMALL.numbers("nice") == [2, 9]


def test_what_nobody_is_called_has_no_places() -> None:
    assert [SMALL.numbers(name) for name in ("", "aaa", "abu", "zzz", "north")] == [[], [], [], [], []]


def test_the_longest_name_tells_how_far_to_look() -> None:
    assert [SMALL.longest(word) for word in ("abu", "north", "nice", "zzz")] == [3, 2, 1, 1]


def test_all_names_that_begin_with_one_word_stand_in_one_block() -> None:
    names = Names(text(INDEX))
    everything = names.everything()
    assert everything == sorted(everything)
    assert all(name in names.block(name.partition(" ")[0]) for name in everything)
