"""Relations that stand, begin or end between two parties of a text: who leads, shelters, backs, bans whom.

Each way of saying so has a file of its own: verbs, nouns of a role, nouns of doing, modifiers of a name,
ground held, fighting, lists of members, changes. Their drafts hold tokens; who those are, and what the
speaker commits to, is settled in `standing_statements`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jirga.coding.drafts import RelationDraft
from jirga.coding.standing_changes import by_change
from jirga.coding.standing_deeds import by_deed
from jirga.coding.standing_fights import by_fight
from jirga.coding.standing_ground import by_ground
from jirga.coding.standing_lists import by_list
from jirga.coding.standing_modifiers import by_modifier
from jirga.coding.standing_nouns import by_noun
from jirga.coding.standing_refuge import by_refuge
from jirga.coding.standing_verbs import by_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis


def relations(analysis: Analysis) -> tuple[RelationDraft, ...]:
    """Return the relation drafts of a document in order, one for each pair, type and trigger."""
    finders = (by_change, by_verb, by_noun, by_modifier, by_ground, by_fight, by_list, by_refuge, by_deed)
    found: dict[tuple[object, ...], RelationDraft] = {}
    for token in analysis.doc:
        if token.is_space or token.is_punct or analysis.is_skipped(token.idx):
            continue
        for finder in finders:
            for draft in finder(analysis, token):
                found.setdefault(_key(draft), draft)
    return tuple(sorted(_once(found.values()), key=lambda d: d.trigger.i))


def _key(draft: RelationDraft) -> tuple[object, ...]:
    return draft.type, _indexes(draft.actor), _indexes(draft.recipient), draft.trigger.sent.start


def _indexes(tokens: tuple[Token, ...]) -> tuple[int, ...]:
    return tuple(t.i for t in tokens)


def _once(drafts: Iterable[RelationDraft]) -> Iterator[RelationDraft]:
    """Leave out a state at a word that already tells its onset or end."""
    listed = list(drafts)
    changes = {(d.type, d.trigger.i) for d in listed if d.aspect != "unstated"}
    for draft in listed:
        if draft.aspect != "unstated" or (draft.type, draft.trigger.i) not in changes:
            yield draft
