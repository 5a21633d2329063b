"""The same words printed again: statements of a copy are told with those of the report it copies.

Which documents are copies is found when they are read (verbatim, or near: `documents.copies`). A near copy
may have been cut or edited, so its statements are compared one by one: one that says anything else (another
number, name, speaker or stance) stays a statement of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jirga.model import Statement

#: Share of words two clauses must have in common (Jaccard, each word as often as it stands): one of ten
#: changed and one of four added still pass, in a clause of four words nothing does.
_ALIKE = 0.8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    """Which documents are copies of which, by id, and each document's place in the order of publication."""

    of: Mapping[str, frozenset[str]]
    place: Mapping[str, int]


NO_COPIES = Copies({}, {})


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, and those that say the same in copies of its document, in the order of publication."""

    statement: Statement
    copies: tuple[Statement, ...] = ()


def fold(statements: Iterable[Statement], copies: Copies = NO_COPIES) -> Iterator[Told]:
    """Yield each statement that is not told again from a copy, in the order given, with those that are.

    Of the same words in several copies the statement of the document published first stands for all; nothing
    depends on the order in which statements came. Statements of one document are never drawn together.
    """
    if not copies.of:
        yield from (Told(one) for one in statements)
        return
    found = list(statements)
    told = {group[0].id: tuple(group[1:]) for group in _groups(found, copies)}
    again = {one.id for group in told.values() for one in group}
    yield from (Told(one, told.get(one.id, ())) for one in found if one.id not in again)


def _groups(statements: list[Statement], copies: Copies) -> Iterator[list[Statement]]:
    """Yield the statements of documents that have copies, those that say the same together."""
    buckets: defaultdict[Hashable, list[list[Statement]]] = defaultdict(list)
    copied = [one for one in statements if one.document in copies.of]
    for one in sorted(copied, key=lambda one: (copies.place.get(one.document, 0), one.document, one.start)):
        some = buckets[agreeing(one)]
        group = next((group for group in some if _belongs(one, group, copies)), None)
        if group is None:
            some.append([one])
        else:
            group.append(one)
    yield from (group for some in buckets.values() for group in some)


def _belongs(one: Statement, group: list[Statement], copies: Copies) -> bool:
    documents = {other.document for other in group}
    theirs = copies.of[one.document]
    return (
        one.document not in documents and bool(documents & theirs) and say_the_same(one.quote, group[0].quote)
    )


def agreeing(one: Statement) -> Hashable:
    """Return what may not differ between a statement and the same one in a copy.

    Not when, where and who: they are read out of the words, and a later reprint reads "on Tuesday" wrongly.
    """
    code = one.event.type if one.event else one.relation.type if one.relation else ""
    said = one.factuality
    return (
        one.kind,
        code,
        said.polarity,
        said.modality,
        one.content_of is None,
        one.trigger.quote.casefold(),
        tuple((figure.measure, figure.low, figure.high) for figure in one.figures),
        tuple(speaker.name.casefold() for speaker in one.said_by),
        frozenset(_names_and_numbers(one.quote)),
    )


def _names_and_numbers(quote: str) -> Iterator[str]:
    """Words with a capital or a digit; the first word may have its capital from its place alone."""
    for at, word in enumerate(_WORD.findall(quote)):
        if any(letter.isdigit() for letter in word) or (at and word[0].isupper()):
            yield word


def say_the_same(one: str, other: str) -> bool:
    """Whether two clauses have nearly all their words in common."""
    words, theirs = (Counter(_WORD.findall(quote.casefold())) for quote in (one, other))
    return (words & theirs).total() >= _ALIKE * (words | theirs).total()
