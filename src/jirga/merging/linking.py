"""Whether two statements may, must or should stand together: constraints first, then the fitted score.

Scores are whole thousandths of log-odds, so that sums of them do not depend on the order of adding.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from jirga.lexicon.entities import entities
from jirga.merging.allegiance import side_of
from jirga.merging.blocking import FAMILIES, REACH
from jirga.merging.copies import NO_COPIES, Copies, say_the_same
from jirga.merging.marks import Marks, Party
from jirga.merging.pairs import distance, features, in_common, kilometres, score
from jirga.merging.takenup import leans, taken_up
from jirga.merging.within import other_happening
from jirga.model import Constraints

#: What must stand together whatever else speaks against it.
MUST = 1_000_000
#: Thousandths of log-odds beyond which a pair says no more: one sure pair does not outvote many.
_BOUND = 6_000
#: Days between two dates of low precision, and kilometres between two places, beyond which they are not one.
_DAYS_APART, _FAR = 45, 150.0
#: Days between the print of two reports of which neither says when it was, and between a date and the print
#: of a report that gives none, beyond which they stay apart: "one soldier killed" is told of every month.
_UNDATED_APART, _LONG_AFTER = 14, 60

#: Share of the names of two reports' beginnings that are in both, from which they are on one matter.
_ONE_MATTER = 0.2

#: Types of what two sides do with each other, and kinds of entity that one comes to terms with one by one.
_MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "RETREAT", "CONCEDE"})
_GROUPS = frozenset({"group", "party"})

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides of pairs beside the two: which documents are copies, and what people have judged."""

    copies: Copies = NO_COPIES
    judged: Constraints = field(default_factory=Constraints)

    def must(self, one: Marks, other: Marks) -> bool:
        """Whether the two must stand together: people say so, or one is the other's copy."""
        return pair(one, other) in self.judged.same or self.copied(one, other)

    def copied(self, one: Marks, other: Marks) -> bool:
        """Whether the two say the same in documents of which one copies the other."""
        there = other.setting.document in self.copies.of.get(one.setting.document, ())
        return there and one.agreeing == other.agreeing and say_the_same(one.quote, other.quote)

    def cannot(self, one: Marks, other: Marks) -> bool:
        """Whether the two cannot be one happening; what must be together is not asked."""
        return pair(one, other) in self.judged.apart or apart(one, other) is not None


def pair(one: Marks, other: Marks) -> Pair:
    """Return the ids of two statements, the smaller first."""
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def apart(one: Marks, other: Marks) -> str | None:
    """Return in words why two statements cannot tell of one happening; None where they can."""
    if FAMILIES.get(one.type or "", one.type) != FAMILIES.get(other.type or "", other.type):
        return "they tell of different kinds of event"
    if one.series != other.series:
        return "one tells of several happenings, the other of one"
    one_report = one.type is not None and one.setting.document == other.setting.document
    if one_report and (why := other_happening(one, other)) is not None:
        return why
    if one.days.known and other.days.known:
        gap = distance(one.days, other.days)
        if gap > (REACH if one.days.short and other.days.short else _DAYS_APART):
            return "their dates are apart"
    if _another_day(one, other):
        return "they tell of other doers on another day"
    if _with_another(one, other):
        return "they were made with different groups"
    if _before_it_was(one, other) or _before_it_was(other, one):
        return "one was printed before the other happened"
    if _too_long_after(one, other) or _too_long_after(other, one):
        return "one gives no date, and was printed long after"
    if one.country and other.country and one.country != other.country:
        return "they happened in different countries"
    if one.point and other.point and "country" not in (one.precision, other.precision):
        return "they happened far from each other" if kilometres(one.point, other.point) > _FAR else None
    return None


def _another_day(one: Marks, other: Marks) -> bool:
    """Whether two exact days and the parties say that it was another deed.

    On another day those struck who were struck ("seized the post", "stormed it"); or, two days off, nobody is
    named in both.
    """
    gap = distance(one.days, other.days) if one.days.short and other.days.short else 0
    if not gap or _share_one(one.actor, other.actor) or _share_one(one.recipient, other.recipient):
        return False
    crossed = _share_one(one.actor, other.recipient) or _share_one(one.recipient, other.actor)
    return crossed or (gap >= REACH and bool(one.actor.words and other.actor.words))


def _with_another(one: Marks, other: Marks) -> bool:
    """Whether two talks, agreements or truces each have a group for a side, and no group in common.

    What a government agrees with one group is not what it agrees with the next; a part of a group is of it.
    """
    if not (one.type in _MUTUAL and other.type in _MUTUAL):
        return False
    groups = _groups(one.actor.entities | one.recipient.entities)
    others = _groups(other.actor.entities | other.recipient.entities)
    return bool(groups and others) and not groups & others


@lru_cache(maxsize=1 << 14)
def _groups(parties: frozenset[str]) -> frozenset[str]:
    """The groups and parties, by the largest that each is part of; asked of every pair of statements."""
    named = (side_of(id_, None, None) for id_ in parties)
    known = entities()
    return frozenset(id_ for id_ in named if id_ in known and known.standing(id_).kind in _GROUPS)


def _share_one(one: Party, other: Party) -> bool:
    if one.known and other.known:
        return bool(one.entities & other.entities)
    return bool(one.entities & other.entities or one.words & other.words)


def _before_it_was(told: Marks, dated: Marks) -> bool:
    """Whether an undated statement was published before the other's date began."""
    published, first = told.setting.published, dated.days.first
    undated = told.days.first is None and told.days.last is None
    return undated and published is not None and first is not None and first > published + REACH


def _too_long_after(told: Marks, other: Marks) -> bool:
    """Whether an undated statement was printed too long after the other's date, or after its print.

    Statements of one report are not asked: what its own words put together stands together.
    """
    printed = told.setting.published
    undated = told.days.first is None and told.days.last is None
    if not undated or printed is None or told.setting.document == other.setting.document:
        return False
    if _speaks_of_its_time(told, other):
        return False
    if other.days.last is not None:
        return printed - other.days.last > _LONG_AFTER
    both = other.days.first is None and other.setting.published is not None
    return both and printed - (other.setting.published or printed) > _UNDATED_APART


def _speaks_of_its_time(told: Marks, other: Marks) -> bool:
    """Whether months or years told beside an undated statement are those of the other, or of its print.

    The two must also name whom it befell, where, or how many: in a look back one side's deeds are many.
    """
    placed = one_place(told, other)
    if not (placed or told.figures & other.figures or _share_one(told.recipient, other.recipient)):
        return False
    first, last = other.days.first, other.days.last
    if first is None and last is None:
        if other.setting.published is None:
            return False
        first, last = other.setting.published - _UNDATED_APART, other.setting.published
    first, last = first or last or 0, last or first or 0
    return any(begun <= last and first <= ended for begun, ended in told.beside)


def one_place(one: Marks, other: Marks) -> bool:
    """Whether two statements name the same place, below a country."""
    return one.place is not None and one.place == other.place and one.precision != "country"


def related(one: Marks, other: Marks, found: Mapping[str, float]) -> bool:
    """Whether two statements of different reports name anything in common; a like word alone is no link.

    Reports that name much the same are on one matter, and what they say may leave out whose it is: "it held".
    What no type is known of is a mention of a corpus, not a statement of a record, and may always be linked.
    """
    across = one.setting.document != other.setting.document
    on_one_matter = found.get("documents' names alike", 0.0) >= _ONE_MATTER
    return one.type is None or not across or on_one_matter or in_common(found)


def thousandths(one: Marks, other: Marks) -> int:
    """Return the fitted score of a pair, in whole thousandths of log-odds."""
    if one.id > other.id:
        one, other = other, one
    found = features(one, other)
    if not related(one, other, found):
        return 0 if leans(one) or leans(other) else -_BOUND
    told = round(1000 * score(found, weights(one.meaning is not None and other.meaning is not None)))
    told += taken_up(one, other)
    return max(-_BOUND, min(_BOUND, told))


@lru_cache(maxsize=2)
def weights(meaning: bool = False) -> Mapping[str, float]:
    """Return the weight of each feature, as `training.merging` fitted them.

    Those for two statements whose triggers both have a vector of their `meaning` are others: what the words
    alone say weighs less beside it.
    """
    card = json.loads(files("jirga.merging").joinpath("data", "weights.json").read_text(encoding="utf-8"))
    found: dict[str, float] = card["weights"]
    return card.get("weights with meaning", found) if meaning else found
