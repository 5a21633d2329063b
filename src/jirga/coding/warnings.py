"""Warnings and verbal attacks: words of force that, in their frame, are only words.

To warn is to threaten only where the one who warns speaks for who would do it (record.md, Factuality):
"the army warned that it would shoot" threatens, "analysts warned that the militants could strike" foretells.
And who is attacked "for her support of the war" is blamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger
    from jirga.language import Analysis

_WARNING = word_set("warn caution alert warning")
#: Verbs by whose subject the one who is warned comes to harm: "warned that the rebels would pay for it".
_SUFFERING = word_set("face regret pay suffer bear lose get meet be have receive feel answer perish die pass")
#: Sectors of those who watch, and threaten nobody by a warning.
_WATCHING = frozenset({"JRN", "EDU", "HLH"})
_WATCHERS = word_set(
    "analyst expert observer group watchdog monitor scientist forecaster economist critic researcher scholar "
    "commentator columnist report study charity agency doctor organisation organization"
)
_ATTACKING = word_set("attack assail slam blast lambast hit")
_OVER = word_set("for over as")
_OWNING = frozenset({"PRP$"})
#: Those who attack with more than words.
_ARMED = frozenset({"REB", "MIL", "UAF", "PRM", "CRM", "COP", "SPY"})


def only_words(found: Iterable[Trigger], analysis: Analysis) -> list[Trigger]:
    """Return the triggers without mere warnings, and with verbal attacks as what they are: ACCUSE."""
    kept = [t for t in found if not (t.type == "THREATEN" and _foretells(t.token, analysis))]
    return [
        replace(t, type="ACCUSE", modes=("disapprove",)) if _only_blames(t, analysis) else t for t in kept
    ]


def _foretells(word: Token, analysis: Analysis) -> bool:
    """Whether a word of warning tells what others would do, or what would befall."""
    if word.lemma_.lower() not in _WARNING:
        return False
    clause = next(
        (c for c in word.children if c.dep_ in {"ccomp", "acl"} and c.pos_ in {"VERB", "AUX"}), None
    )
    if clause is None:
        return False
    warner = next((c for c in word.children if c.dep_ == "nsubj"), None)
    if warner is not None and _watches(warner, analysis):
        return True
    if syntax.is_passive(clause) or clause.lemma_.lower() in _SUFFERING:
        return False
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ == "PRON" or _owned(subject):
        return False
    return warner is None or not _same_side(warner, subject, analysis)


def _watches(warner: Token, analysis: Analysis) -> bool:
    known = analysis.mention_at(warner.i)
    return warner.lemma_.lower() in _WATCHERS or (known is not None and known.sector in _WATCHING)


def _owned(subject: Token) -> bool:
    return any(c.tag_ in _OWNING for c in subject.children)


def _same_side(warner: Token, subject: Token, analysis: Analysis) -> bool:
    """Whether the two are one party, or a state and its own forces."""
    one, other = analysis.mention_at(warner.i), analysis.mention_at(subject.i)
    if one is None or other is None:
        return False
    if one.entity is not None and one.entity == other.entity:
        return True
    armed = {one.sector, other.sector} <= {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"}
    return one.country is not None and one.country == other.country and armed


def _only_blames(trigger: Trigger, analysis: Analysis) -> bool:
    """Whether somebody who bears no arms attacks another "for", "over" or "as" what it is blamed for."""
    word = trigger.token
    if trigger.type != "ASSAULT" or trigger.pos != "v" or word.lemma_.lower() not in _ATTACKING:
        return False
    doer = next((c for c in word.children if c.dep_ == "nsubj"), None)
    suffers = next((c for c in word.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if suffers is None or not _is_party(suffers, analysis) or (doer is not None and _armed(doer, analysis)):
        return False
    return any(_names_blame(c) for c in word.children if c.dep_ == "prep" and c.lower_ in _OVER)


def _is_party(token: Token, analysis: Analysis) -> bool:
    known = analysis.mention_at(token.i)
    return token.ent_type_ in {"PERSON", "ORG", "NORP"} or (
        known is not None and known.sector not in {None, "CVL", *_ARMED}
    )


def _armed(token: Token, analysis: Analysis) -> bool:
    known = analysis.mention_at(token.i)
    return known is None or known.sector in _ARMED


def _names_blame(preposition: Token) -> bool:
    """A gerund, or a noun that somebody owns ("her support", "the government's policy"); no hours or days."""
    for child in preposition.children:
        if child.dep_ == "pcomp":
            return True
        if child.dep_ == "pobj" and child.ent_type_ not in {"TIME", "DATE", "CARDINAL", "ORDINAL"}:
            return preposition.lower_ != "for" or any(c.dep_ == "poss" for c in child.children)
    return False
