"""One noun that serves several nations: "French and Egyptian warships" are two parties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.lexicon.entities import entities
from jirga.model import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_nation(nation: Participant, whole: Participant, noun: Token) -> Participant:
    """Return the part of `whole`, several nations' troops, envoys …, that is of one of them.

    It has the id of that state's organ where the noun names one ("rwanda-military"), else none.
    """
    organ = entities().part(nation.entity or "", noun.text)
    one = replace(nation, entity=organ, sector=whole.sector, other_sectors=whole.other_sectors, wikidata=None)
    if organ is not None:
        return replace(one, name=entities().standing(organ).name)
    return replace(one, name=f"{nation.mention.quote} {noun.text}")
