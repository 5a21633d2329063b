"""What takes up the deed told shortly before it in the same report: "it", "the bombing", "22 were wounded".

The weights of pairs were fitted to statements that each say what they are of. A bare count, a pronoun or
"the attack" says only that it is of what stands before it; the nearer that stands, the surer it is. So does
a denial by another speaker, of whatever kind of event.
"""

from __future__ import annotations

from jirga.merging.marks import Marks
from jirga.merging.stems import stem

#: Code points behind a deed within which it is taken up: two or three sentences.
_NEAR = 450
#: Thousandths of log-odds for each way of taking up, right behind the deed, and what each code point takes.
_COUNT, _PRONOUN, _NOUN, _DENIAL, _FALL = 5_500, 5_500, 3_000, 2_000, 4
#: What a name in both sentences adds: "a hospital in Khost put the deaths at 36" is of what was in Khost.
_NAMED = 2_500
_PRONOUNS = frozenset({"it", "this", "that", "so", "responsibility"})
_FORCE = """
attack bombing blast explosion raid strike airstrike ambush assault shooting massacre
shots gunfire shelling bombardment barrage
"""
#: Nouns for any deed of force.
_DEEDS = frozenset(map(stem, _FORCE.split()))


#: Modes that one report gives a bombing and the next may not.
_BOMBS = frozenset({"explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"})
_PEOPLE = "people persons others civilians dead more men victims"
#: Nouns for anybody who fell.
_ANYBODY = frozenset(map(stem, _PEOPLE.split()))


def leans(one: Marks) -> bool:
    """Whether a statement says nothing by itself of what it is of: that stands before it in its report."""
    return one.bare_count or one.head in _PRONOUNS


def taken_up(one: Marks, other: Marks) -> int:
    """Return the thousandths of log-odds by which the later of two statements takes up the earlier, or 0."""
    earlier, later = (one, other) if one.start < other.start else (other, one)
    gap = later.start - earlier.start
    if one.setting.document != other.setting.document or not 0 < gap <= _NEAR:
        return 0
    told = _deed(earlier, later, gap) if earlier.type == later.type == "ASSAULT" else 0
    return told or (max(0, _DENIAL - _FALL * gap) if _gainsaid(earlier, later) else 0)


def _deed(earlier: Marks, later: Marks, gap: int) -> int:
    """Thousandths by which the later of two deeds of force, `gap` code points on, is of the earlier."""
    if later.bare_count:
        named = _NAMED if earlier.names & later.names else 0
        return 0 if earlier.denied or _of_others(earlier, later) else _COUNT + named - _FALL * gap
    if earlier.sentence == later.sentence or not _alike(earlier.modes, later.modes):
        return 0
    if later.head in _PRONOUNS:
        return _PRONOUN - _FALL * gap
    bare = not later.days.known and later.place is None
    return _NOUN - _FALL * gap if later.definite and later.head in _DEEDS and bare else 0


def _gainsaid(earlier: Marks, later: Marks) -> bool:
    """Whether one speaker affirms and another denies: who denies something speaks of what was just told."""
    return earlier.denied != later.denied and earlier.speaker != later.speaker and not later.bare_count


def _of_others(earlier: Marks, later: Marks) -> bool:
    """Whether both count the same fate of others: "it had killed 22 soldiers"; "33 militants had died"."""
    fates = {measure for measure, _, _ in earlier.figures} & {measure for measure, _, _ in later.figures}
    mine, theirs = earlier.recipient.words, later.recipient.words
    return bool(fates and mine and theirs) and not (mine & theirs or (mine | theirs) & _ANYBODY)


def _alike(modes: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two ways of doing it can be one."""
    return not modes or not others or bool(modes & others) or (modes | others <= _BOMBS)
